//! Passages with too many numbers to weigh each against each: compared by value alone.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::Difference;
use crate::check::prose::{Number, Passage};

/// The most pairs of numbers that are weighed one by one: a thousand numbers on either side.
const MOST_PAIRS: usize = 1_000_000;

/// The most text that is read for what excuses the numbers of the other side, each for itself: a
/// thousand numbers against 50 kB.
const MOST_READ: usize = 50_000_000;

/// The most differences that are worth telling about one passage.
const MOST_DIFFERENCES: usize = 100;

/// Whether two passages have too many numbers to weigh each against each, or against the other's
/// text.
pub(super) fn is_needed(original: &Passage, translation: &Passage) -> bool {
    let read = |one: &Passage, other: &Passage| one.numbers.len().saturating_mul(other.text.len());
    original.numbers.len().saturating_mul(translation.numbers.len()) > MOST_PAIRS
        || original.numbers.len().max(translation.numbers.len()) > MOST_PAIRS
        || read(original, translation).max(read(translation, original)) > MOST_READ
}

/// The values that only one of the two passages has, the first hundred of them.
pub(super) fn compare(original: &Passage, translation: &Passage) -> Vec<Difference> {
    let (ours, theirs) = (sorted(&original.numbers), sorted(&translation.numbers));
    let mut differences = Vec::new();
    let (mut one, mut other) = (0, 0);
    while differences.len() < MOST_DIFFERENCES {
        let order = match (ours.get(one), theirs.get(other)) {
            (Some((ours, _)), Some((theirs, _))) => ours.cmp(theirs),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => break,
        };
        match order {
            Ordering::Less => differences.push(Difference::Missing { original: ours[one].1 }),
            Ordering::Greater => {
                differences.push(Difference::Added { translation: theirs[other].1 });
            }
            Ordering::Equal => {}
        }
        one += usize::from(order != Ordering::Greater);
        other += usize::from(order != Ordering::Less);
    }
    differences
}

/// The values with their places in the passage, in order.
fn sorted(numbers: &[Number]) -> Vec<(Decimal, usize)> {
    let mut values: Vec<(Decimal, usize)> =
        numbers.iter().enumerate().map(|(index, number)| (number.quantity.value, index)).collect();
    values.sort_unstable();
    values
}
