//! Decides what a number is, from its form and the words on both sides.

use rust_decimal::Decimal;

use super::reading::{Reading, Shape, Style};
use super::words::is_boundary;
use super::{Data, Printing, Scanner, after, before, compound, dates, names, parts};
use crate::lang::Lang;
use crate::quantity::decimal::shifted;
use crate::quantity::lexicon::After;
use crate::quantity::lexicon::gaps::gap_after;
use crate::quantity::lexicon::names::Mark;
use crate::quantity::unit::{Dimension, Unit};
use crate::quantity::{Hedge, Kind};

/// A number with the word after it.
pub(crate) struct Number {
    pub(crate) start: usize,
    pub(crate) reading: Reading,
    pub(crate) value: Decimal,
    /// The unit or mark, and where it ends.
    pub(crate) after: Option<(usize, After)>,
}

impl Number {
    /// Where the number ends, without its unit.
    pub(crate) fn end(&self) -> usize {
        self.reading.end
    }

    pub(crate) fn unit(&self) -> Option<(usize, Unit)> {
        match self.after {
            Some((end, After::Unit(unit))) => Some((end, unit)),
            _ => None,
        }
    }

    pub(crate) fn mark(&self) -> Option<(usize, Mark)> {
        match self.after {
            Some((end, After::Mark(mark))) => Some((end, mark)),
            _ => None,
        }
    }
}

/// Files a number that was read at `start`; where to go on.
pub(crate) fn judge(scanner: &mut Scanner<'_>, start: usize, reading: Reading) -> usize {
    let Some(value) = reading.value else {
        scanner.push(start..reading.end, Kind::Name, Decimal::ZERO, None);
        return reading.end;
    };
    let mut reading = reading;
    if let Some((end, value)) = parts::mixed(scanner.text, &reading) {
        return parts::fraction(scanner, start, end, value);
    }
    let after = word_after(scanner, &mut reading)
        .map(|after| tenths_that_are(scanner, start, &reading).unwrap_or(after));
    let mut number = Number { start, reading, value, after };
    take_scaled_unit(scanner, &mut number);
    compound::go_on(scanner, &mut number);
    dates::judge(scanner, &number)
        .or_else(|| names::judge(scanner, &number))
        .or_else(|| parts::judge(scanner, &number))
        .unwrap_or_else(|| count(scanner, &number))
}

/// 约四成为研究生: tenths, where 成为 would be “become”.
fn tenths_that_are(
    scanner: &Scanner<'_>,
    start: usize,
    reading: &Reading,
) -> Option<(usize, After)> {
    let is_tenths = reading.shape == Shape::Small
        && scanner.text[reading.end..].starts_with("成为")
        && before::read(scanner.text, start, scanner.lexicon, false).hedge.is_some();
    is_tenths.then(|| (reading.end + "成".len(), After::Mark(Mark::Tenth)))
}

/// Turns 12.5 cents into 0.125 dollars.
fn take_scaled_unit(scanner: &Scanner<'_>, number: &mut Number) {
    let found = after::scaled_unit(scanner.text, number.end(), scanner.lexicon);
    let Some((end, exponent, unit)) = found else { return };
    // 89p are pence, 1080p is a screen.
    let is_letter = scanner.text[number.end()..end].trim_start() == "p";
    if is_letter && (end > number.end() + 1 || number.value >= Decimal::ONE_HUNDRED) {
        return;
    }
    if let Some(value) = shifted(number.value, exponent) {
        number.value = value;
        number.reading.precision += exponent;
        number.reading.shape = Shape::Whole;
        number.after = Some((end, After::Unit(unit)));
    }
}

/// English words that may stand between a number and its unit.
const BETWEEN: [&str; 2] = ["-odd", "-plus"];

/// Reads the unit or mark, and a hedge before it: 6万多人.
fn word_after(scanner: &Scanner<'_>, reading: &mut Reading) -> Option<(usize, After)> {
    let (text, lexicon) = (scanner.text, scanner.lexicon);
    let is_hedge = |next: &char| {
        lexicon.lang == Lang::Zh
            && matches!(next, '多' | '余' | '餘' | '几' | '幾' | '来' | '來' | '+')
    };
    if let Some(hedge) = text[reading.end..].chars().next().filter(is_hedge) {
        let end = reading.end + hedge.len_utf8();
        let found = after::word(text, end, lexicon);
        let unit = matches!(found, Some((_, After::Unit(_) | After::Mark(Mark::Year | Mark::Day))));
        let about = matches!(hedge, '来' | '來');
        // 十年来: only a round number is followed by 来 before a unit.
        if unit {
            reading.hedge = Some(if about { Hedge::About } else { Hedge::Over });
            return found;
        }
    }
    // 8个多月: the hedge stands inside the words for the unit.
    let counter = ["个多", "個多"].iter().find(|word| text[reading.end..].starts_with(**word));
    if let Some(counter) = counter {
        let at = reading.end + counter.len();
        let month = text[at..].starts_with('月').then(|| Unit::from_id("month")).flatten();
        let month = month.map(|month| (at + "月".len(), month));
        let found = month.or_else(|| after::unit(text, at, lexicon));
        if let Some((end, unit)) = found.filter(|(_, unit)| !unit.is_counter()) {
            reading.hedge = Some(Hedge::Over);
            return Some((end, After::Unit(unit)));
        }
    }
    // “70-odd percent”: what is counted stands behind another word.
    let between = BETWEEN.iter().find(|word| text[reading.end..].starts_with(**word));
    let end = reading.end + between.map_or(0, |word| word.len());
    let found = after::word(text, end, lexicon);
    found.filter(|found| between.is_none() || matches!(found.1, After::Unit(_)))
}

/// Files a count or measure, or passes over a numeral that says no number.
fn count(scanner: &mut Scanner<'_>, number: &Number) -> usize {
    let prefixed = before::currency(scanner.text, number.start, scanner.lexicon)
        .filter(|(start, _)| *start >= scanner.last_end());
    let found = number
        .unit()
        .or_else(|| counting_mark(scanner, number))
        .or_else(|| population(scanner, number));
    let (end, unit) = found.map_or((number.end(), None), |(end, unit)| (end, Some(unit)));
    if !says_a_number(scanner, number, unit, prefixed.is_some()) {
        return number.end();
    }
    let kind = unit.map_or(Kind::Quantity, Unit::kind);
    let (start, unit, end, kind) = match prefixed {
        Some((start, currency)) if kind == Kind::Quantity => match unit {
            Some(unit) if unit.dimension() != Dimension::Money => {
                (start, Some(currency), number.end(), kind)
            }
            _ => (start, Some(currency), end, kind),
        },
        _ => (number.start, unit, end, kind),
    };
    let mut reading = Printing::from(&number.reading);
    if number.reading.shape == Shape::Bare && scanner.text[..number.start].ends_with(['上', '破'])
    {
        // 上亿人: a hundred million and more.
        reading.hedge = Some(Hedge::Over);
    }
    scanner.push_data(Data { start, end, value: number.value, reading, unit, kind })
}

/// 年 and 日 that are no date are lengths; 大, 期 and 次 count after digits: 2大专科, 12期.
fn counting_mark(scanner: &Scanner<'_>, number: &Number) -> Option<(usize, Unit)> {
    let (end, mark) = number.mark()?;
    match mark {
        Mark::Day => Some((end, Unit::from_id("day")?)),
        Mark::Year => Some((end, Unit::from_id("year")?)),
        Mark::Grand | Mark::Term if number.reading.style == Style::Digits => {
            let start = number.end() + gap_after(scanner.text.as_bytes(), number.end());
            let word = scanner.text[start..].chars().next()?;
            let counter = Unit::all().find(|unit| {
                unit.is_counter() && unit.word(Lang::Zh, Decimal::ONE).chars().eq([word])
            });
            Some((start + word.len_utf8(), counter?))
        }
        _ => None,
    }
}

/// 97.3万常住人口: people, though the word stands apart.
fn population(scanner: &Scanner<'_>, number: &Number) -> Option<(usize, Unit)> {
    let scaled = number.reading.scale >= 4 && scanner.lexicon.lang == Lang::Zh;
    if !scaled {
        return None;
    }
    let after = &scanner.text[number.end()..];
    let reach = after.char_indices().nth(7).map_or(after.len(), |(end, _)| end);
    let at = after[..reach].find("人口")?;
    let modifiers = after[..at].chars().all(|next| ('\u{4e00}'..='\u{9fff}').contains(&next));
    modifiers.then(|| Some((number.end(), Unit::from_id("person")?))).flatten()
}

/// Whether a numeral in this form and place says a number at all.
fn says_a_number(scanner: &Scanner<'_>, number: &Number, unit: Option<Unit>, money: bool) -> bool {
    let reading = &number.reading;
    let share = unit.is_some_and(|unit| unit.kind() != Kind::Quantity);
    match reading.shape {
        Shape::Whole | Shape::Plain => true,
        Shape::Vague | Shape::Serial => false,
        Shape::Bare => bare_counts(scanner, number),
        Shape::Small if share || money => number.value != Decimal::ZERO || share,
        Shape::Small if number.value <= Decimal::ONE => false,
        Shape::Small if reading.style == Style::Han => unit.is_some() || reading.hedge.is_some(),
        Shape::Small => number.value > Decimal::TEN || !is_determined(scanner, number),
    }
}

/// `the two countries` names them; `two countries` counts them.
fn is_determined(scanner: &Scanner<'_>, number: &Number) -> bool {
    let before = scanner.text[..number.start].trim_end();
    let start = before.rfind(|next: char| !next.is_ascii_alphabetic()).map_or(0, |at| at + 1);
    // A word is short: looking further back would cost time.
    let word = before.get(start..).unwrap_or_default();
    let determiners =
        ["the", "these", "those", "all", "both", "other", "any", "every", "or", "its"];
    word.len() < 8 && determiners.iter().any(|it| word.eq_ignore_ascii_case(it))
}

/// A scale without a digit is a number only behind a hedge: 近万人, 超百亿元, 突破万亿.
fn bare_counts(scanner: &Scanner<'_>, number: &Number) -> bool {
    let before = before::read(scanner.text, number.start, scanner.lexicon, true);
    let reached = scanner.text[..number.start].ends_with(['达', '上', '过', '破', '達', '過']);
    let joined = before.hedge.or(number.reading.hedge).is_some() || reached;
    let level = scanner.text[number.end()..].starts_with(['级', '級']);
    joined && !level
}

/// Whether English may end a word at `at`.
pub(crate) fn ends_word(scanner: &Scanner<'_>, at: usize) -> bool {
    scanner.lexicon.lang == Lang::Zh || is_boundary(scanner.text, at)
}
