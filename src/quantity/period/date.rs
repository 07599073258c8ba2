//! One date in words: a year, a half-year, a quarter, a month or a day.

use std::ops::Range;

use super::calendar::first_day;

/// Words that say nothing about when.
const FILLERS: [&str; 11] =
    ["the", "of", "in", "during", "year", "全年", "年度", "份", "第", ",", "，"];

/// What the words of a date say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Month(u32),
    Quarter(u32),
    Half(u32),
}

const WORDS: [(&str, Word); 40] = [
    ("january", Word::Month(1)),
    ("february", Word::Month(2)),
    ("march", Word::Month(3)),
    ("april", Word::Month(4)),
    ("june", Word::Month(6)),
    ("july", Word::Month(7)),
    ("august", Word::Month(8)),
    ("september", Word::Month(9)),
    ("october", Word::Month(10)),
    ("november", Word::Month(11)),
    ("december", Word::Month(12)),
    ("jan", Word::Month(1)),
    ("feb", Word::Month(2)),
    ("mar", Word::Month(3)),
    ("apr", Word::Month(4)),
    ("may", Word::Month(5)),
    ("jun", Word::Month(6)),
    ("jul", Word::Month(7)),
    ("aug", Word::Month(8)),
    ("sept", Word::Month(9)),
    ("sep", Word::Month(9)),
    ("oct", Word::Month(10)),
    ("nov", Word::Month(11)),
    ("dec", Word::Month(12)),
    ("first quarter", Word::Quarter(1)),
    ("second quarter", Word::Quarter(2)),
    ("third quarter", Word::Quarter(3)),
    ("fourth quarter", Word::Quarter(4)),
    ("q1", Word::Quarter(1)),
    ("q2", Word::Quarter(2)),
    ("q3", Word::Quarter(3)),
    ("q4", Word::Quarter(4)),
    ("first half", Word::Half(1)),
    ("second half", Word::Half(2)),
    ("h1", Word::Half(1)),
    ("h2", Word::Half(2)),
    ("上半年", Word::Half(1)),
    ("下半年", Word::Half(2)),
    ("前半年", Word::Half(1)),
    ("后半年", Word::Half(2)),
];

/// The parts of a date.
#[derive(Debug, Default)]
struct Parts {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    quarter: Option<u32>,
    half: Option<u32>,
}

/// The days of a year, half-year, quarter, month or day; `None` where anything else is said.
pub(super) fn unit(text: &str) -> Option<Range<i64>> {
    let mut parts = Parts::default();
    let mut rest = text.trim();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        rest = step(rest, &mut parts)?.trim_start();
    }
    parts.days()
}

/// Reads one word or number of a date; gives what follows.
fn step<'t>(text: &'t str, parts: &mut Parts) -> Option<&'t str> {
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        return number(text, parts);
    }
    if let Some((word, meaning)) = WORDS.iter().find(|(word, _)| text.starts_with(word)) {
        let slot = match meaning {
            Word::Month(_) => &mut parts.month,
            Word::Quarter(_) => &mut parts.quarter,
            Word::Half(_) => &mut parts.half,
        };
        let (Word::Month(value) | Word::Quarter(value) | Word::Half(value)) = meaning;
        return put(slot, *value).then(|| &text[word.len()..]);
    }
    FILLERS.iter().find_map(|word| text.strip_prefix(word))
}

/// A number with the mark behind it, or by its length and place: 2022, 2022-03-05, 5 March.
fn number<'t>(text: &'t str, parts: &mut Parts) -> Option<&'t str> {
    let length = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let value: u32 = text[..length].parse().ok()?;
    let rest = &text[length..];
    let behind = rest.trim_start();
    for mark in ["年度", "年", "月份", "月", "日", "号", "季度"] {
        let Some(next) = behind.strip_prefix(mark) else { continue };
        let slot = match mark {
            "年度" | "年" => &mut parts.year,
            "月份" | "月" => &mut parts.month,
            "日" | "号" => &mut parts.day,
            _ => &mut parts.quarter,
        };
        return put(slot, value).then_some(next);
    }
    let slot = match length {
        4 if parts.year.is_none() => &mut parts.year,
        1 | 2 if parts.month.is_none() && parts.year.is_some() => &mut parts.month,
        1 | 2 => &mut parts.day,
        _ => return None,
    };
    let joint = if parts_are_joined(rest) { &rest[1..] } else { rest };
    put(slot, value).then_some(joint)
}

/// Whether a sign of a date in figures follows, and a digit behind it.
fn parts_are_joined(rest: &str) -> bool {
    let mut letters = rest.chars();
    matches!(letters.next(), Some('-' | '/' | '.'))
        && letters.next().is_some_and(|letter| letter.is_ascii_digit())
}

/// Fills a part that nothing has filled yet.
fn put(slot: &mut Option<u32>, value: u32) -> bool {
    slot.replace(value).is_none()
}

impl Parts {
    fn days(&self) -> Option<Range<i64>> {
        let year = self.year.filter(|year| (1000..=2999).contains(year))?;
        let months = match (self.half, self.quarter, self.month, self.day) {
            (None, None, None, None) => 1..13,
            (Some(half @ 1..=2), None, None, None) => half * 6 - 5..half * 6 + 1,
            (None, Some(quarter @ 1..=4), None, None) => quarter * 3 - 2..quarter * 3 + 1,
            (None, None, Some(month @ 1..=12), _) => month..month + 1,
            _ => return None,
        };
        let days = first_day(year, months.start)..first_day(year, months.end);
        match self.day {
            None => Some(days),
            Some(day) => {
                let start = days.start + i64::from(day) - 1;
                (day >= 1 && start < days.end).then_some(start..start + 1)
            }
        }
    }
}
