//! The years of China's five-year plans: “十四五”时期, the 14th Five-Year Plan period.

use std::ops::Range;

use super::calendar::first_day;
use crate::quantity::lexicon::numerals::{WORDS, Word};
use crate::quantity::scan::han;

/// Behind the name of a plan; the longer word first where one ends in another.
const BEHIND: [&str; 10] = [
    "规划期间",
    "规划时期",
    "规划期",
    "计划期间",
    "计划时期",
    "计划期",
    "时期",
    "期间",
    "规划",
    "计划",
];
const QUOTES: &str = "“”‘’「」『』\"'";

/// The days of the plan that is named, if one is.
pub(super) fn days(text: &str) -> Option<Range<i64>> {
    let number = in_chinese(text).or_else(|| in_english(text))?;
    // The third began three years late.
    let first = match number {
        1 | 2 => 1948 + 5 * number,
        3..20 => 1951 + 5 * number,
        _ => return None,
    };
    Some(first_day(first, 1)..first_day(first + 5, 1))
}

/// The words without what says that the time of a plan is meant, as 2021–25 plan period does.
pub(super) fn without_plan_words(text: &str) -> &str {
    let found =
        ["规划期间", "规划时期", "规划期", "计划期间", "计划时期", "计划期", " plan period"]
            .iter()
            .find_map(|word| text.strip_suffix(word));
    found.unwrap_or(text).trim()
}

/// Which plan: 14 of “十四五”时期 and of 第十四个五年规划.
fn in_chinese(text: &str) -> Option<u32> {
    if !text.contains('五') {
        return None;
    }
    let plain: String =
        text.chars().filter(|next| !next.is_whitespace() && !QUOTES.contains(*next)).collect();
    let behind = BEHIND.iter().find_map(|word| plain.strip_suffix(word));
    let name = behind.unwrap_or(&plain);
    if let Some(rest) = name.strip_prefix('第') {
        return whole(rest.strip_suffix("个五年")?);
    }
    // 十五 and 三五 by themselves are other numbers.
    let clear = behind.is_some() || text.contains(|next| QUOTES.contains(next));
    let number = name.strip_suffix('五').filter(|_| clear || name.chars().count() > 2)?;
    whole(number)
}

/// A number that is all of the text.
fn whole(text: &str) -> Option<u32> {
    let reading = han::read_short(text, 0).filter(|reading| reading.end == text.len())?;
    reading.integer()
}

/// Which plan: 14 of the 14th Five-Year Plan period.
fn in_english(text: &str) -> Option<u32> {
    let lower = text.trim().to_lowercase().replace(['-', '\u{2010}', '\u{2011}'], " ");
    let name = lower.strip_prefix("the ").unwrap_or(&lower);
    let name = name.strip_suffix(" period").unwrap_or(name);
    let rank = name.strip_suffix(" five year plan")?;
    let in_words = || {
        let (_, word) = WORDS.iter().find(|(word, _)| *word == rank)?;
        match word {
            Word::Rank(rank) => Some(u32::from(*rank)),
            _ => None,
        }
    };
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| rank.strip_suffix(end));
    digits.and_then(|digits| digits.parse().ok()).or_else(in_words)
}
