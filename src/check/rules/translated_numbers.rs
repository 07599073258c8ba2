//! `number-missing`, `number-added`, `number-scale`, `number-swapped`, `hedge-lost`,
//! `direction-changed`, `unit-changed`, `number-converted`: the prose of original and translation,
//! compared paragraph by paragraph; section by section where the paragraphs do not pair up.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rust_decimal::Decimal;

use crate::check::compare::{Difference, compare};
use crate::check::context::{PageContext, Prose};
use crate::check::findings::Findings;
use crate::check::prose::Passage;
use crate::check::rules::wording::describe;
use crate::content::BlockKind;
use crate::quantity::{Quantity, Relation, relate};

pub(super) fn check(context: &PageContext<'_>, found: &mut Findings) {
    if let Some((original, translation)) = context.both() {
        compare_pages(original, translation, found);
    }
}

/// Two passages that say the same, with what the second says differently.
struct Compared<'p> {
    original: Cow<'p, Passage>,
    translation: Cow<'p, Passage>,
    differences: Vec<Difference>,
}

fn compare_pages(original: &Prose, translation: &Prose, found: &mut Findings) {
    let mut compared: Vec<Compared<'_>> = pair_up(&original.passages, &translation.passages)
        .into_iter()
        .filter(|(original, translation)| !original.is_open && !translation.is_open)
        .map(|(original, translation)| {
            let differences = compare(&original, &translation);
            Compared { original, translation, differences }
        })
        .collect();
    forgive_moved(&mut compared);
    for pair in &compared {
        for difference in &pair.differences {
            found.push(describe(&pair.original, &pair.translation, difference));
        }
    }
}

/// A passage of the original and what renders it.
type Paired<'p> = (Cow<'p, Passage>, Cow<'p, Passage>);

/// Pairs blocks one by one if both files have the same kinds of blocks in the same order; else the
/// parts between headings, if there are as many; else everything.
fn pair_up<'p>(original: &'p [Passage], translation: &'p [Passage]) -> Vec<Paired<'p>> {
    if kinds(original).eq(kinds(translation)) {
        return one_by_one(original, translation);
    }
    let (parts, others) = (by_heading(original), by_heading(translation));
    if parts.len() == others.len() && parts.len() > 1 {
        let pairs = parts.iter().zip(&others);
        return pairs
            .flat_map(|(part, other)| {
                if kinds(part).eq(kinds(other)) {
                    one_by_one(part, other)
                } else {
                    whole(part, other)
                }
            })
            .collect();
    }
    whole(original, translation)
}

fn kinds(passages: &[Passage]) -> impl Iterator<Item = BlockKind> {
    passages.iter().map(|passage| passage.kind)
}

/// The parts of a page, each beginning with its heading.
fn by_heading(passages: &[Passage]) -> Vec<&[Passage]> {
    let starts: Vec<usize> =
        (1..passages.len()).filter(|index| passages[*index].kind == BlockKind::Heading).collect();
    let ends = starts.iter().copied().chain([passages.len()]);
    [0].into_iter()
        .chain(starts.iter().copied())
        .zip(ends)
        .map(|(from, to)| &passages[from..to])
        .collect()
}

fn one_by_one<'p>(original: &'p [Passage], translation: &'p [Passage]) -> Vec<Paired<'p>> {
    original.iter().map(Cow::Borrowed).zip(translation.iter().map(Cow::Borrowed)).collect()
}

fn whole<'p>(original: &[Passage], translation: &[Passage]) -> Vec<Paired<'p>> {
    let joined = |passages| Passage::join(passages).map(Cow::Owned);
    joined(original).zip(joined(translation)).into_iter().collect()
}

/// A missing number is looked for among the added ones of so many values next to its own, on both
/// sides, and among so many of each.
const NEAR: usize = 16;

/// A number that the translation has in another paragraph has only moved.
fn forgive_moved(compared: &mut [Compared<'_>]) {
    let mut missing = Vec::new();
    let mut added: BTreeMap<Decimal, VecDeque<(usize, usize)>> = BTreeMap::new();
    for (place, pair) in compared.iter().enumerate() {
        for (index, difference) in pair.differences.iter().enumerate() {
            match difference {
                Difference::Missing { original } => missing.push((place, index, *original)),
                Difference::Added { translation } => {
                    let value = pair.translation.numbers[*translation].quantity.value;
                    added.entry(value).or_default().push_back((place, index));
                }
                _ => {}
            }
        }
    }
    let mut moved = BTreeSet::new();
    for (place, index, original) in missing {
        let number = &compared[place].original.numbers[original].quantity;
        if let Some(there) = take_same(&mut added, compared, number) {
            moved.extend([(place, index), there]);
        }
    }
    for (place, pair) in compared.iter_mut().enumerate() {
        let mut index = 0..;
        pair.differences.retain(|_| !index.next().is_some_and(|it| moved.contains(&(place, it))));
    }
}

/// Takes the first of the added numbers next to a value that says the same.
fn take_same(
    added: &mut BTreeMap<Decimal, VecDeque<(usize, usize)>>,
    compared: &[Compared<'_>],
    number: &Quantity,
) -> Option<(usize, usize)> {
    let is_same = |(place, index): &(usize, usize)| {
        let pair = &compared[*place];
        let Difference::Added { translation } = pair.differences[*index] else { return false };
        let relation = relate(number, &pair.translation.numbers[translation].quantity);
        matches!(relation, Relation::Same | Relation::Rounded | Relation::HedgeDiffers { .. })
    };
    let (below, above) = (added.range(..number.value).rev(), added.range(number.value..));
    let near = above.take(NEAR).chain(below.take(NEAR));
    let mut places = near.flat_map(|(value, places)| {
        places.iter().take(NEAR).enumerate().map(move |(at, place)| (*value, at, place))
    });
    let (value, at) =
        places.find(|(_, _, place)| is_same(place)).map(|(value, at, _)| (value, at))?;
    let places = added.get_mut(&value)?;
    let there = places.remove(at);
    if places.is_empty() {
        added.remove(&value);
    }
    there
}
