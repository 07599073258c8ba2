//! How long something has gone on without a break: 连续9年, 连续第四个季度, the ninth straight year, three
//! months in a row.

use std::ops::Range;

use super::{Expression, When};
use crate::quantity::lexicon::numerals::{WORDS, Word};
use crate::quantity::scan::han;

/// A unit, how many months or days it has, and whether these are months.
type Base = (&'static str, u32, bool);

/// Units behind a Chinese numeral, the longer ones first.
const UNITS_ZH: [Base; 9] = [
    ("年", 12, true),
    ("季度", 3, true),
    ("季", 3, true),
    ("月", 1, true),
    ("星期", 7, false),
    ("周", 7, false),
    ("交易日", 1, false),
    ("天", 1, false),
    ("日", 1, false),
];
/// Units in English, in the singular.
const UNITS_EN: [Base; 7] = [
    ("year", 12, true),
    ("annual", 12, true),
    ("quarter", 3, true),
    ("month", 1, true),
    ("week", 7, false),
    ("session", 1, false),
    ("day", 1, false),
];
/// Such a length behind 连续, or 第五天, which is told like a fifth day in a row. The third quarter is
/// one of a year.
pub(super) fn in_chinese(text: &str, at: usize, takes_quarters: bool) -> Option<Expression> {
    let start = if text[at..].starts_with('第') { at + '第'.len_utf8() } else { at };
    let reading = han::read_short(text, start)?;
    let rest = &text[reading.end..];
    let counted = rest.strip_prefix(['个', '個']).unwrap_or(rest);
    let (unit, much, is_months) = UNITS_ZH.iter().find(|(unit, ..)| counted.starts_with(unit))?;
    if unit.starts_with('季') && !takes_quarters {
        return None;
    }
    let end = text.len() - counted.len() + unit.len();
    expression(start..end, reading.integer()?, *much, *is_months)
}

/// Such a length that a word belongs to, `before` being the word in front of it.
pub(super) fn at_word(text: &str, word: &Range<usize>, before: Option<&str>) -> Option<Expression> {
    let head = &text[..word.start];
    let behind_unit = |gap: &str| {
        let at = head.strip_suffix(gap)?.len();
        let unit = last_word(text, at)?;
        // Three years in a row, the third annual decline in a row.
        in_english(text, unit.start, unit.clone()).or_else(|| {
            let unit = last_word(text, unit.start)?;
            in_english(text, unit.start, unit)
        })
    };
    match &text[word.clone()] {
        "consecutive" | "straight" | "successive" => {
            let start = word.end + 1;
            let end = start + word_length(text.get(start..)?);
            // A straight year-on-year drop is none of years.
            let unit = text.get(start..end)?;
            if ["-on-", " on "]
                .iter()
                .any(|on| text[end..].strip_prefix(on).is_some_and(|rest| rest.starts_with(unit)))
            {
                return None;
            }
            in_english(text, word.start, start..end)
        }
        "running" => behind_unit(" "),
        "row" => behind_unit(" in a "),
        "succession" => behind_unit(" in "),
        "year" | "month" | "week" | "day" | "session" | "yearly" | "quarterly" | "monthly"
        | "weekly" => {
            let rank =
                before.filter(|it| ["st", "nd", "rd", "th"].iter().any(|end| it.ends_with(end)));
            rank.and_then(|_| in_english(text, word.start, word.clone()))
        }
        _ => None,
    }
}

/// A number that ends before `at`, and its unit.
fn in_english(text: &str, at: usize, unit: Range<usize>) -> Option<Expression> {
    let word = text.get(unit.clone())?.trim_end_matches('s');
    let word = word.strip_suffix("ly").unwrap_or(word);
    let (_, much, is_months) = UNITS_EN.iter().find(|(name, ..)| *name == word)?;
    let word = last_word(text, at)?;
    let count = number(&text[word.clone()])?;
    expression(word.start..unit.end, count, *much, *is_months)
}

/// The word before `at`, if it is no longer than a number word, without the gap behind it.
fn last_word(text: &str, at: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 16;
    let bytes = &text.as_bytes()[..at];
    let end = at - bytes.iter().rev().take_while(|byte| matches!(byte, b' ' | b'-')).count();
    let letters = bytes[..end].iter().rev().take(LONGEST + 1);
    let length = letters.take_while(|byte| byte.is_ascii_alphanumeric()).count();
    (1..=LONGEST).contains(&length).then(|| end - length..end)
}

fn expression(range: Range<usize>, count: u32, much: u32, is_months: bool) -> Option<Expression> {
    let count = count.checked_mul(much)?;
    Some(Expression { range, when: When::Streak { count, is_months } })
}

/// The number or rank that a word or digits say: nine, ninth, 9th.
fn number(word: &str) -> Option<u32> {
    let lower = word.to_ascii_lowercase();
    let digits = lower.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    if !digits.is_empty() {
        return digits.parse().ok();
    }
    WORDS.iter().find_map(|(name, meaning)| match meaning {
        Word::Ones(value) | Word::Tens(value) | Word::Rank(value) if *name == lower => {
            Some(u32::from(*value))
        }
        _ => None,
    })
}

/// How long the word is that a text begins with; no unit has more than so many letters.
fn word_length(text: &str) -> usize {
    text.bytes().take(10).take_while(u8::is_ascii_alphabetic).count()
}
