//! What part a number has in its clause: where a change began and ended, a whole and its part.
//!
//! Chinese names the starting point and the whole first, English often last, so that two numbers
//! may change places in a good translation. Their parts tell whether they should.

use std::ops::Range;

use crate::check::prose::Passage;
use crate::lang::Lang;

/// A number's part in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// What a change began with, what another number is compared with, what a part belongs to.
    Base,
    /// What a change led to, what is compared, a part.
    Result,
}

/// Words directly before or after a number that give it a part.
struct Cues {
    base_before: &'static [&'static str],
    base_after: &'static [&'static str],
    result_before: &'static [&'static str],
    result_after: &'static [&'static str],
}

const ZH: Cues = Cues {
    base_before: &[
        "从",
        "由",
        "从原来的",
        "由原来的",
        "比上年的",
        "比去年的",
        "上年的",
        "去年的",
        "原来的",
        "上年同期的",
        "过去是",
        "过去为",
        "原来是",
        "原来为",
    ],
    base_after: &[
        "投",
        "中",
        "里",
        "下降到",
        "下降至",
        "降到",
        "降至",
        "降低到",
        "降低至",
        "减少到",
        "减少至",
        "减至",
        "上升到",
        "上升至",
        "升到",
        "升至",
        "提高到",
        "提高至",
        "提升到",
        "提升至",
        "增加到",
        "增加至",
        "增至",
        "增长到",
        "增长至",
        "扩大到",
        "扩大至",
        "缩短到",
        "缩短至",
        "压缩到",
        "压缩至",
        "回落到",
        "回落至",
        "涨到",
        "涨至",
        "跌到",
        "跌至",
        "调整为",
        "调整到",
        "调整至",
        "变为",
        "改为",
        "压减到",
        "压减至",
        "缩小到",
        "缩小至",
        "跃升至",
        "跃升到",
        "攀升至",
    ],
    result_before: &["其中", "其中有", "增至", "升至", "降至"],
    result_after: &[],
};

const EN: Cues = Cues {
    base_before: &[
        "from",
        "out of",
        "compared with",
        "compared to",
        "against",
        "versus",
        "among",
        "of the",
        "of its",
        "of a total of",
        "of their",
        "up from",
        "down from",
        "of all",
        "of these",
        "of those",
        "in every",
        "of some",
        "of about",
        "of more than",
        "of nearly",
        "of over",
        "of around",
        "used to be",
        "had been",
        "was once",
        "previously",
        "formerly",
        "previous",
        "an earlier",
        "the earlier",
        "rather than",
        "instead of",
        "compared with as many as",
        "compared with as much as",
        "compared with about",
        "compared with nearly",
    ],
    base_after: &[],
    result_before: &["to", "up to", "down to", "including", "of whom", "of which", "of them"],
    result_after: &["of the", "out of", "of its", "of all", "of those", "of these"],
};

/// A number's part, where the words beside it give one.
pub(super) fn role(passage: &Passage, number: usize) -> Option<Role> {
    let cues = match passage.lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    };
    let (before, after) = beside(passage, number);
    // 32投15中 is “15 of 32 shots”.
    if passage.lang == Lang::Zh && before == "投" && after.starts_with('中') {
        return Some(Role::Result);
    }
    let ends = |words: &[&str]| words.iter().any(|word| ends_with(&before, word, passage.lang));
    let starts = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    let is_base = ends(cues.base_before)
        || passage.lang == Lang::Zh && is_from_then(&before)
        || starts(cues.base_after)
        || passage.lang == Lang::En && is_of_year(&before)
        || is_whole(passage.lang, &before, &after, number);
    if is_base {
        return Some(Role::Base);
    }
    (ends(cues.result_before) || starts(cues.result_after)).then_some(Role::Result)
}

/// “£3.62bn (2023: £3.41bn)”.
fn is_of_year(before: &str) -> bool {
    let year = before.strip_suffix(':').and_then(|head| Some(head.rsplit_once('(')?.1));
    year.is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

/// 从8月的, 由上月末的: what a change began with, and when that was.
fn is_from_then(before: &str) -> bool {
    const LONGEST: usize = 12;
    let Some(head) = before.strip_suffix('的') else { return false };
    let mut letters = head.chars().rev().take(LONGEST);
    letters
        .find(|letter| matches!(letter, '从' | '由' | '，' | '。' | '；' | '、'))
        .is_some_and(|letter| matches!(letter, '从' | '由'))
}

/// Whether the words between two numbers make one of them the whole of which the other is a part:
/// “39个行业中有28个”, “28 of the city's 39 industries”, “of its 39 industries, 28”. The first
/// number of a text is a whole only where it opens with the word: “an output of 39 tonnes” is none.
fn is_whole(lang: Lang, before: &str, after: &str, number: usize) -> bool {
    const PART_FOLLOWS: [&str; 7] = ["中有", "中，有", "中的", "里有", "里，有", "内有", "其中有"];
    match lang {
        Lang::Zh => {
            let is_named = after.contains("中,") || after.contains("中，");
            PART_FOLLOWS.iter().any(|words| after.ends_with(words))
                || is_named && after.ends_with('有')
        }
        Lang::En => {
            let first = if number == 0 { 1 } else { usize::MAX };
            let words = before.split_whitespace();
            !before.contains([',', ';', '.'])
                && !words.clone().any(|word| word == "and")
                && words.take(first).any(|word| matches!(word, "of" | "among"))
        }
    }
}

/// The words beside a number, up to the next numbers: lower case, trimmed towards the number.
fn beside(passage: &Passage, number: usize) -> (String, String) {
    let range = &passage.numbers[number].range;
    let floor = number.checked_sub(1).map_or(0, |other| passage.numbers[other].range.end);
    let next = passage.numbers.get(number + 1);
    let ceiling = next.map_or(passage.text.len(), |other| other.range.start);
    let part =
        |part: Range<usize>| passage.text.get(part).unwrap_or_default().trim().to_ascii_lowercase();
    (part(floor..range.start), part(range.end..ceiling))
}

fn ends_with(text: &str, word: &str, lang: Lang) -> bool {
    let Some(before) = text.strip_suffix(word) else { return false };
    lang == Lang::Zh || before.chars().next_back().is_none_or(|letter| !letter.is_alphabetic())
}
