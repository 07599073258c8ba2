//! Which number of the translation renders which of the original.

use rust_decimal::Decimal;

use super::{Difference, excuse, hedge};
use crate::check::precision::step;
use crate::check::prose::{Number, Passage};
use crate::quantity::{Kind, Quantity, Relation, Unit, relate};

/// How well a number renders another, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// The same value of the same thing, whatever the hedge.
    Same,
    /// The same value of a change in the other direction.
    Turned,
    /// Rounded, and the words say so.
    Rounded,
    /// The same in another unit.
    Converted,
    /// Off by this power of ten.
    Scaled(Decimal),
    /// The same value of something else.
    Unit,
    /// Anything else.
    Different,
}

impl Grade {
    /// Whether the value is the very same.
    pub(super) fn is_exact(self) -> bool {
        matches!(self, Grade::Same | Grade::Turned | Grade::Converted)
    }
}

/// The numbers of two passages, and who renders whom.
pub(super) struct Pairing<'p> {
    pub(super) original: &'p Passage,
    pub(super) translation: &'p Passage,
    /// The grade of each pair, row by row of the original's numbers.
    grades: Vec<Grade>,
    /// For each number of the original, its partner.
    pub(super) forward: Vec<Option<usize>>,
    /// For each number of the translation, its partner.
    pub(super) backward: Vec<Option<usize>>,
    /// Numbers of the original that need no partner of their own.
    explained: Vec<bool>,
    /// Numbers of the translation that repeat one which has a partner.
    repeated: Vec<bool>,
}

impl<'p> Pairing<'p> {
    pub(super) fn new(original: &'p Passage, translation: &'p Passage) -> Self {
        let grades = original
            .numbers
            .iter()
            .flat_map(|one| translation.numbers.iter().map(move |other| grade(one, other)))
            .collect();
        Pairing {
            original,
            translation,
            grades,
            forward: vec![None; original.numbers.len()],
            backward: vec![None; translation.numbers.len()],
            explained: vec![false; original.numbers.len()],
            repeated: vec![false; translation.numbers.len()],
        }
    }

    pub(super) fn grade(&self, original: usize, translation: usize) -> Grade {
        self.grades[original * self.backward.len() + translation]
    }

    /// Joins free numbers of each grade in turn, those that agree in figure, hedge and place first.
    pub(super) fn match_by(&mut self, grades: impl IntoIterator<Item = Grade>) {
        for grade in grades {
            self.join(|pairing, original, translation| {
                pairing.grade(original, translation) == grade
            });
        }
    }

    /// Joins free numbers for which `fits` holds.
    fn join(&mut self, fits: impl Fn(&Self, usize, usize) -> bool) {
        let mut candidates = Vec::new();
        for original in 0..self.forward.len() {
            for translation in 0..self.backward.len() {
                let is_free =
                    self.forward[original].is_none() && self.backward[translation].is_none();
                if is_free && fits(self, original, translation) {
                    candidates.push((self.strain(original, translation), original, translation));
                }
            }
        }
        candidates.sort_unstable();
        for (_, original, translation) in candidates {
            if self.forward[original].is_none() && self.backward[translation].is_none() {
                self.forward[original] = Some(translation);
                self.backward[translation] = Some(original);
            }
        }
    }

    /// How odd it would be to join two numbers that both fit: less is better.
    fn strain(&self, original: usize, translation: usize) -> (bool, bool, bool, usize) {
        let (one, other) =
            (&self.original.numbers[original], &self.translation.numbers[translation]);
        let place = |index: usize, count: usize| index * 1000 / count.max(1);
        (
            one.figure != other.figure,
            one.quantity.hedge != other.quantity.hedge,
            one.quantity.unit.is_none() != other.quantity.unit.is_none(),
            place(original, self.forward.len()).abs_diff(place(translation, self.backward.len())),
        )
    }

    /// Finds free numbers that only repeat one that has its partner: numbers of the original were
    /// merged, numbers of the translation repeated.
    pub(super) fn explain_repeated(&mut self) {
        let renders = |pairing: &Self, original: usize, translation: usize| {
            let grade = pairing.grade(original, translation);
            let one = &pairing.original.numbers[original].quantity;
            let other = &pairing.translation.numbers[translation].quantity;
            grade.is_exact() || grade == Grade::Rounded && is_close(one, other, HARDLY_ROUNDED)
        };
        for original in 0..self.forward.len() {
            let merged = (0..self.backward.len()).any(|other| renders(self, original, other));
            self.explained[original] = self.forward[original].is_none() && merged;
        }
        for translation in 0..self.backward.len() {
            let repeats = (0..self.forward.len()).any(|other| renders(self, other, translation));
            self.repeated[translation] = self.backward[translation].is_none() && repeats;
        }
    }

    /// Joins what is left by the mistake that would explain it.
    pub(super) fn match_mistakes(&mut self) {
        for original in 0..self.forward.len() {
            let is_free = self.forward[original].is_none();
            self.explained[original] |= is_free && excuse::missing(self, original);
        }
        self.join(|pairing, original, translation| pairing.is_repeated_for(original, translation));
        self.join(|pairing, original, translation| {
            let grade = pairing.grade(original, translation);
            pairing.is_open(original, translation) && matches!(grade, Grade::Scaled(_))
        });
        self.join(|pairing, original, translation| {
            let grade = pairing.grade(original, translation);
            !pairing.explained[original] && grade == Grade::Unit
        });
        self.join(|pairing, original, translation| {
            let one = &pairing.original.numbers[original].quantity;
            let other = &pairing.translation.numbers[translation];
            pairing.is_open(original, translation)
                && other.figure.is_none()
                && is_alike(one, &other.quantity)
        });
    }

    /// Whether the translation repeats a number just where the original has one that would otherwise
    /// have been merged: 0.5 … 0.4 … 0.4 and 0.5 … 0.5 … 0.4.
    fn is_repeated_for(&self, original: usize, translation: usize) -> bool {
        let are_partners = |original: Option<usize>, translation: Option<usize>| {
            original.zip(translation).is_some_and(|(original, translation)| {
                self.forward.get(original).is_some_and(|partner| *partner == Some(translation))
            })
        };
        let (one, other) =
            (&self.original.numbers[original], &self.translation.numbers[translation]);
        self.explained[original]
            && self.repeated[translation]
            && self.grade(original, translation) == Grade::Different
            && is_alike(&one.quantity, &other.quantity)
            && !one.is_silent
            && other.figure.is_none()
            && are_partners(original.checked_sub(1), translation.checked_sub(1))
            && (are_partners(Some(original + 1), Some(translation + 1))
                || original + 1 == self.forward.len() && translation + 1 == self.backward.len())
    }

    /// Whether neither number has another explanation.
    fn is_open(&self, original: usize, translation: usize) -> bool {
        !self.explained[original] && !self.repeated[translation]
    }

    /// What is wrong with each number and its partner.
    pub(super) fn mistakes(&self) -> Vec<Difference> {
        let mut found = Vec::new();
        for (original, partner) in self.forward.iter().enumerate() {
            match *partner {
                Some(translation) => found.extend(self.mistake(original, translation)),
                None if self.explained[original] => {}
                None => found.push(Difference::Missing { original }),
            }
        }
        for (translation, partner) in self.backward.iter().enumerate() {
            let is_free = partner.is_none() && !self.repeated[translation];
            if is_free && !excuse::added(self, translation) {
                found.push(Difference::Added { translation });
            }
        }
        found
    }

    fn mistake(&self, original: usize, translation: usize) -> Option<Difference> {
        match self.grade(original, translation) {
            Grade::Same => hedge::is_lost(self, original, translation)
                .then_some(Difference::Hedge { original, translation }),
            Grade::Turned if hedge::is_turned(self, original, translation) => {
                Some(Difference::Trend { original, translation })
            }
            Grade::Turned => None,
            Grade::Rounded => None,
            Grade::Converted => Some(Difference::Converted { original, translation }),
            Grade::Scaled(ratio) => Some(Difference::Scaled { original, translation, ratio }),
            Grade::Unit => Some(Difference::Unit { original, translation }),
            Grade::Different => Some(Difference::Changed { original, translation }),
        }
    }
}

/// How well one number renders another.
fn grade(original: &Number, translation: &Number) -> Grade {
    if original.figure.is_some() && original.figure == translation.figure {
        return Grade::Same;
    }
    let (one, other) = (&original.quantity, &translation.quantity);
    if is_grown(one, other) {
        return Grade::Same;
    }
    if is_other_measure(one, other) {
        return if is_tolerable(one.unit, other.unit) { Grade::Same } else { Grade::Unit };
    }
    match relate(one, other) {
        Relation::Same => Grade::Same,
        Relation::HedgeDiffers { .. } if one.value == other.value => Grade::Same,
        Relation::HedgeDiffers { .. } | Relation::Converted => converted(one, other),
        Relation::TrendDiffers if one.kind == Kind::Percent => Grade::Turned,
        Relation::TrendDiffers => Grade::Same,
        Relation::Rounded if is_close(one, other, slack(one)) => Grade::Rounded,
        Relation::Rounded => Grade::Different,
        Relation::Scaled { ratio } => Grade::Scaled(ratio),
        Relation::UnitDiffers if is_tolerable(one.unit, other.unit) => Grade::Same,
        Relation::UnitDiffers => Grade::Unit,
        Relation::Different => Grade::Different,
    }
}

/// How well a number renders another in another unit. The last printed digit may be rounded.
fn converted(one: &Quantity, other: &Quantity) -> Grade {
    if is_share(one) && is_share(other) {
        return if is_close(one, other, slack(one)) { Grade::Same } else { Grade::Different };
    }
    let (here, there) = in_one_unit(one, other);
    let distance = here.checked_sub(there).map_or(Decimal::MAX, |distance| distance.abs());
    let is_last_digit = distance <= step(other.precision) / Decimal::TWO;
    let is_right = is_close(one, other, Decimal::ONE_HUNDRED)
        || is_last_digit && is_close(one, other, slack(one));
    if is_right { Grade::Converted } else { Grade::Different }
}

/// The same digits of another measure, even where the two could be converted: 500 tonnes and 500
/// kilograms.
fn is_other_measure(one: &Quantity, other: &Quantity) -> bool {
    let measures = one.unit.zip(other.unit).filter(|(unit, wanted)| {
        !unit.same_as(*wanted) && !unit.is_counter() && !wanted.is_counter()
    });
    one.kind == other.kind && one.value == other.value && measures.is_some()
}

/// 增长5倍 and “risen sixfold”: growth by a multiple, and to one more.
fn is_grown(one: &Quantity, other: &Quantity) -> bool {
    let distance = one.value.checked_sub(other.value).map(|distance| distance.abs());
    one.kind == Kind::Multiple
        && other.kind == Kind::Multiple
        && (one.trend.is_some() || other.trend.is_some())
        && distance == Some(Decimal::ONE)
}

/// A value that was rounded by no more than one part in so many is still the same to a reader.
const HARDLY_ROUNDED: Decimal = Decimal::from_parts(25, 0, 0, false, 0);

/// By what part of a value rounding or converting may move it: a fifth, of shares a tenth.
fn slack(one: &Quantity) -> Decimal {
    if is_share(one) { Decimal::TEN } else { Decimal::from(5) }
}

/// Whether two values, in one unit, are no more than one part in `slack` apart.
fn is_close(one: &Quantity, other: &Quantity, slack: Decimal) -> bool {
    let (here, there) = in_one_unit(one, other);
    let (here, there) = (here.abs(), there.abs());
    let most = here.max(there);
    here.checked_sub(there).is_some_and(|distance| distance.abs() <= most / slack)
}

/// Two values in the unit of the second, or as they are.
fn in_one_unit(one: &Quantity, other: &Quantity) -> (Decimal, Decimal) {
    match (one.unit, other.unit) {
        _ if is_share(one) && is_share(other) => (percent(one), percent(other)),
        (Some(unit), Some(wanted)) => {
            (unit.convert(one.value, wanted).unwrap_or(one.value), other.value)
        }
        _ => (one.value, other.value),
    }
}

/// A share in percent.
fn percent(quantity: &Quantity) -> Decimal {
    match quantity.kind {
        Kind::Fraction => {
            quantity.value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(quantity.value)
        }
        _ => quantity.value,
    }
}

/// Whether a quantity is a part of a whole, in percent or as a fraction.
fn is_share(quantity: &Quantity) -> bool {
    matches!(quantity.kind, Kind::Percent | Kind::Fraction)
}

/// Units that translators use for each other without saying anything else.
const INTERCHANGEABLE: [(&str, &str); 6] = [
    ("person-time", "times"),
    ("item", "times"),
    ("person", "person-time"),
    ("year", "year-of-age"),
    ("day", "working-day"),
    ("household", "item"),
];

fn is_tolerable(one: Option<Unit>, other: Option<Unit>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    let (one, other) = (one.id(), other.id());
    INTERCHANGEABLE.iter().any(|pair| *pair == (one, other) || *pair == (other, one))
}

/// Whether a mistaken digit could make one of the other: the same kind of thing.
fn is_alike(one: &Quantity, other: &Quantity) -> bool {
    let is_bare = |unit: Option<Unit>| unit.is_none_or(Unit::is_counter);
    let units_agree = match (one.unit, other.unit) {
        (Some(one), Some(other)) => one.same_as(other),
        _ => true,
    };
    let both_bare = is_bare(one.unit) && is_bare(other.unit);
    let kinds_agree = one.kind == other.kind || is_share(one) && is_share(other);
    kinds_agree && (units_agree || both_bare)
}
