//! Whether two passages, original and translation, state the same numbers: compared by value, unit
//! and hedge, whatever their order and their words.
//!
//! Everything here is about two [`Passage`]s and nothing else; what it means for a site is up to
//! the rules. A passage that a good translator could have written gives no difference: what is
//! doubtful is passed.

mod chinese;
mod coarse;
mod excuse;
mod glossary;
mod grade;
mod hedge;
mod idiom;
mod measure;
mod multiple;
mod order;
mod pair;
mod rate;
mod reach;
mod role;
mod timing;
mod words;

use rust_decimal::Decimal;

use super::prose::Passage;
use crate::quantity::Trend;
use grade::Grade;
use pair::Pairing;
pub(super) use reach::Reach;

/// One thing that the translation says differently. Numbers are named by their place in their
/// passage's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Difference {
    /// The translation lacks a number.
    Missing {
        /// The number in the original.
        original: usize,
    },
    /// The translation has a number of its own.
    Added {
        /// The number in the translation.
        translation: usize,
    },
    /// The translation has another number in the place of one.
    Changed {
        /// The number in the original.
        original: usize,
        /// The one in its place.
        translation: usize,
    },
    /// The translation is off by a power of ten.
    Scaled {
        /// The number in the original.
        original: usize,
        /// The same digits in the translation.
        translation: usize,
        /// The translation's value over the original's.
        ratio: Decimal,
    },
    /// The translation drops, turns or adds a hedge.
    Hedge {
        /// The number in the original.
        original: usize,
        /// The same value in the translation.
        translation: usize,
    },
    /// The translation turns a rise into a fall, or a fall into a rise.
    Trend {
        /// The number in the original.
        original: usize,
        /// The same value in the translation.
        translation: usize,
        /// Which way it goes in the original.
        goes: Trend,
    },
    /// The translation takes what something came to for its change, or the other way.
    Reach {
        /// The number in the original.
        original: usize,
        /// The same value in the translation.
        translation: usize,
        /// What each of them says.
        says: [Reach; 2],
    },
    /// The translation takes what came early for late, or the other way.
    Timing {
        /// The number in the original.
        original: usize,
        /// The same value in the translation.
        translation: usize,
        /// Whether it was late in the original.
        is_late: bool,
    },
    /// The translation counts the same number on something else.
    Rate {
        /// The number in the original.
        original: usize,
        /// The same value in the translation.
        translation: usize,
        /// The words of each that say what it is counted on.
        words: [&'static str; 2],
    },
    /// The translation has the same digits of something else.
    Unit {
        /// The number in the original.
        original: usize,
        /// The same digits in the translation.
        translation: usize,
    },
    /// The translation gives the number in another unit, rightly converted.
    Converted {
        /// The number in the original.
        original: usize,
        /// The converted one.
        translation: usize,
    },
    /// Two numbers stand in each other's place.
    Swapped {
        /// The two numbers in the original.
        originals: [usize; 2],
        /// The same values in the translation.
        translations: [usize; 2],
        /// Whether the words around them prove it.
        is_certain: bool,
    },
}

/// What the translation says differently, the original's numbers first.
pub(super) fn compare(original: &Passage, translation: &Passage) -> Vec<Difference> {
    if coarse::is_needed(original, translation) {
        return coarse::compare(original, translation);
    }
    let mut pairing = Pairing::new(original, translation);
    pairing.match_by([Grade::Same, Grade::Turned, Grade::Rounded, Grade::Converted]);
    pairing.match_measures();
    pairing.explain_repeated();
    pairing.match_mistakes();
    let swaps = order::swapped(&pairing);
    let mut differences = pairing.mistakes();
    // Two numbers in each other's place have each other's direction too: that is one mistake.
    differences.retain(|difference| match difference {
        Difference::Trend { original, .. } | Difference::Reach { original, .. } => {
            !is_swapped(&swaps, *original)
        }
        _ => true,
    });
    differences.extend(swaps);
    differences
}

/// Whether a number of the original certainly stands in another's place.
fn is_swapped(swaps: &[Difference], number: usize) -> bool {
    swaps.iter().any(|swap| match swap {
        Difference::Swapped { originals, is_certain, .. } => {
            *is_certain && originals.contains(&number)
        }
        _ => false,
    })
}
