//! What stands after a number: its unit, a mark, a hedge, a trend.

use super::words::{hyphen_or_gap, is_boundary};
use crate::lang::Lang;
use crate::quantity::lexicon::gaps::gap_after;
use crate::quantity::lexicon::{After, Lexicon};
use crate::quantity::unit::Unit;
use crate::quantity::{Hedge, Trend};

/// The unit or mark after `at`, and where it ends.
pub(crate) fn word(text: &str, at: usize, lexicon: &Lexicon) -> Option<(usize, After)> {
    let bytes = text.as_bytes();
    let gap = match lexicon.lang {
        Lang::Zh => gap_after(bytes, at),
        Lang::En => hyphen_or_gap(bytes, at),
    };
    let start = at + gap;
    let fits = |end: usize| {
        let letter = bytes.get(end - 1).is_some_and(u8::is_ascii_alphabetic);
        !letter || is_boundary(text, end)
    };
    let (end, after) = lexicon.after.longest(text, start, fits)?;
    match after {
        After::Unit(unit) if !is_written_so(&text[start..end], unit) => None,
        After::Unit(_) if is_bare_degree(&text[start..end]) && !is_of_heat(text, at) => None,
        _ => Some((end, after)),
    }
}

/// Symbols of one or two letters keep their case: 5 km and 5G. PCT is a treaty on patents.
fn is_written_so(word: &str, unit: Unit) -> bool {
    let is_short = word.len() <= 2 || word == "PCT";
    let symbol = is_short && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    !symbol || unit.row().zh.contains(&word) || unit.row().en.contains(&word)
}

/// 48C and 104F, of which only the words around tell that they are temperatures.
fn is_bare_degree(word: &str) -> bool {
    matches!(word, "C" | "F")
}

/// Whether a text speaks of temperatures before a place.
fn is_of_heat(text: &str, at: usize) -> bool {
    const NEAR: usize = 64;
    const WORDS: [&str; 6] =
        ["temperature", "Temperature", "degrees", "minus ", "heatwave", "mercury"];
    let mut low = at.saturating_sub(NEAR);
    while !text.is_char_boundary(low) {
        low += 1;
    }
    WORDS.iter().any(|word| text[low..at].contains(word))
}

/// A word for a power of ten of a unit: 12.5 cents, 0.12 bcm.
pub(crate) fn scaled_unit(text: &str, at: usize, lexicon: &Lexicon) -> Option<(usize, i32, Unit)> {
    let gap = match lexicon.lang {
        Lang::Zh => gap_after(text.as_bytes(), at),
        Lang::En => hyphen_or_gap(text.as_bytes(), at),
    };
    let fits = |end: usize| lexicon.lang == Lang::Zh || is_boundary(text, end);
    let found = lexicon.scaled_units.longest(text, at + gap, fits);
    found.map(|(end, (exponent, unit))| (end, exponent, unit))
}

/// The unit after `at`.
pub(crate) fn unit(text: &str, at: usize, lexicon: &Lexicon) -> Option<(usize, Unit)> {
    match word(text, at, lexicon)? {
        (end, After::Unit(unit)) => Some((end, unit)),
        (_, After::Mark(_)) => None,
    }
}

/// Words after a temperature that make it negative.
const BELOW_ZERO: [&str; 2] = ["below zero", "below freezing"];

/// Where `below zero` ends, if it stands after a number.
pub(crate) fn below_zero(text: &str, at: usize, unit: Option<Unit>, lang: Lang) -> Option<usize> {
    if lang != Lang::En || unit.is_some_and(|unit| !unit.id().starts_with("degree")) {
        return None;
    }
    let start = at + gap_after(text.as_bytes(), at);
    BELOW_ZERO.iter().find_map(|word| {
        let end = start + word.len();
        let found = text.get(start..end).filter(|found| found.eq_ignore_ascii_case(word));
        (start > at && found.is_some() && is_boundary(text, end)).then_some(end)
    })
}

/// The hedge after a number and its unit.
pub(crate) fn hedge(text: &str, at: usize, lexicon: &Lexicon) -> Option<(usize, Hedge)> {
    let gap = gap_after(text.as_bytes(), at);
    let fits = |end: usize| lexicon.lang == Lang::Zh || is_boundary(text, end);
    let found = lexicon.hedges_after.longest(text, at + gap, fits);
    // “at least 11 and under 14”
    let bounds_next = |end: usize| {
        text[at + gap..].starts_with("and ")
            && text[end..]
                .strip_prefix(' ')
                .is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()))
    };
    found.filter(|(end, _)| !bounds_next(*end))
}

/// The trend after a number: 8% higher.
pub(crate) fn trend(text: &str, at: usize, lexicon: &Lexicon) -> Option<Trend> {
    let gap = gap_after(text.as_bytes(), at);
    let fits = |end: usize| lexicon.lang == Lang::Zh || is_boundary(text, end);
    lexicon.trends_after.longest(text, at + gap, fits).map(|(_, trend)| trend)
}
