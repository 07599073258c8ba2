//! Which number of the translation renders which of the original.

use rust_decimal::Decimal;

use super::grade::{Grade, HARDLY_ROUNDED, Said, by_value, grade, is_alike, is_close};
use super::measure::Of;
use super::{Difference, excuse, hedge, rate, reach, timing};
use crate::check::prose::{Number, Passage};
use crate::quantity::{Trend, exponent_of_ten};

/// The numbers of two passages, and who renders whom.
pub(super) struct Pairing<'p> {
    pub(super) original: &'p Passage,
    pub(super) translation: &'p Passage,
    /// The grade of each pair, row by row of the original's numbers.
    grades: Vec<Grade>,
    /// The direction of each number of the original.
    ways: Vec<Option<Trend>>,
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
        let sides = |passage: &'p Passage| -> Vec<Said<'p>> {
            passage.numbers.iter().map(|number| Said::new(passage, number)).collect()
        };
        let (ours, theirs) = (sides(original), sides(translation));
        let grades =
            ours.iter().flat_map(|one| theirs.iter().map(move |other| grade(one, other))).collect();
        Pairing {
            original,
            translation,
            grades,
            ways: ours.iter().map(Said::trend).collect(),
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

    /// Joins free numbers that say one price or yield on different measures.
    pub(super) fn match_measures(&mut self) {
        let free = |passage: &Passage, partners: &[Option<usize>]| -> Vec<(usize, Of)> {
            let numbers = (0..partners.len()).filter(|index| partners[*index].is_none());
            numbers.filter_map(|index| Some((index, rate::measure(passage, index)?))).collect()
        };
        let ours = free(self.original, &self.forward);
        if ours.is_empty() {
            return;
        }
        let theirs = free(self.translation, &self.backward);
        for (original, one) in ours {
            for (translation, other) in &theirs {
                let quantity = &self.original.numbers[original].quantity;
                let rendered = &self.translation.numbers[*translation].quantity;
                let converted = one.converted(quantity, *other);
                if converted.is_some_and(|quantity| by_value(&quantity, rendered).is_exact()) {
                    self.grades[original * self.backward.len() + translation] = Grade::Converted;
                }
            }
        }
        self.match_by([Grade::Converted]);
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

    /// Whether two numbers give one quantity in units of one system, 4亿千瓦 and 400 GW, 一年半 and 18
    /// months, where the language or the field decides between them.
    fn is_one_system(&self, original: usize, translation: usize) -> bool {
        let one = &self.original.numbers[original].quantity;
        let other = &self.translation.numbers[translation].quantity;
        let Some((unit, wanted)) = one.unit.zip(other.unit) else { return false };
        let is_time = unit.is_time() && wanted.is_time();
        let is_power_of_ten = || unit.convert(Decimal::ONE, wanted).and_then(exponent_of_ten);
        unit.convert(one.value, wanted) == Some(other.value)
            && (is_time || is_power_of_ten().is_some())
    }

    fn mistake(&self, original: usize, translation: usize) -> Option<Difference> {
        match self.grade(original, translation) {
            Grade::Same if hedge::is_lost(self, original, translation) => {
                Some(Difference::Hedge { original, translation })
            }
            Grade::Same => {
                let (here, there) = (self.original, self.translation);
                let (here, there) = ((here, original), (there, translation));
                // 116.6% of a plan is 16.6% more than planned.
                let value =
                    |number: &Number| number.quantity.percent().unwrap_or(number.quantity.value);
                let are_equal = value(&self.original.numbers[original])
                    == value(&self.translation.numbers[translation]);
                if let Some(says) = reach::differing(here, there).filter(|_| are_equal) {
                    return Some(Difference::Reach { original, translation, says });
                }
                if let Some(is_late) = timing::differing(here, there) {
                    return Some(Difference::Timing { original, translation, is_late });
                }
                let words = rate::differing(here, there)?;
                Some(Difference::Rate { original, translation, words })
            }
            Grade::Turned => {
                let goes = self.ways[original].unwrap_or(Trend::Fall);
                Some(Difference::Trend { original, translation, goes })
            }
            Grade::Rounded => None,
            Grade::Converted if self.is_one_system(original, translation) => None,
            Grade::Converted => Some(Difference::Converted { original, translation }),
            Grade::Scaled(ratio) => Some(Difference::Scaled { original, translation, ratio }),
            Grade::Unit => Some(Difference::Unit { original, translation }),
            Grade::Different => Some(Difference::Changed { original, translation }),
        }
    }
}
