//! Whether a number is what something came to or by how much it changed: 增至210家 is no increase
//! by 210, 减少五分之二 leaves more than two fifths.

use crate::check::prose::{Passage, last_letters};
use crate::lang::Lang;
use crate::quantity::Kind;

/// What a number says of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// What it came to: 增至, rose to.
    Level,
    /// By how much it changed: 增加, rose by.
    Change,
}

/// Words of a change in Chinese; with 至 or 到 behind them a level follows.
const CHANGES_ZH: [&str; 22] = [
    "增", "升", "降", "减", "涨", "跌", "提高", "提升", "上升", "下降", "增加", "增长", "减少",
    "降低", "下滑", "上涨", "下跌", "缩短", "扩大", "上调", "下调", "回落",
];
/// The beginnings of words of a change in English.
const CHANGES_EN: [&str; 32] = [
    "rise",
    "rising",
    "rose",
    "grow",
    "grew",
    "increas",
    "climb",
    "jump",
    "soar",
    "surg",
    "expand",
    "fall",
    "fell",
    "drop",
    "declin",
    "decreas",
    "reduc",
    "cut",
    "shr",
    "slip",
    "lower",
    "rais",
    "shorten",
    "going up",
    "went up",
    "going down",
    "went down",
    "dip",
    "slid",
    "boost",
    "bringing",
    "taking",
];
/// Words of a change directly before its number.
const DIRECT_EN: [&str; 10] = [
    "gained",
    "increase of",
    "rise of",
    "drop of",
    "fall of",
    "decline of",
    "decrease of",
    "growth of",
    "gain of",
    "reduction of",
];
/// Words directly behind the number of a change.
const COMPARED_EN: [&str; 8] =
    [" less", " more", " fewer", " higher", " lower", " faster", " slower", " cheaper"];
/// Words in a clause behind which “to” leads to a rate of change, which Chinese gives as the change.
const RATES_EN: [&str; 5] = ["growth", "rate", "pace", "increase of", "speed"];
/// Words that may stand between the word of a change and its number.
const HEDGES_ZH: [&str; 9] = ["近", "约", "超过", "超", "逾", "不足", "不到", "了", "为"];
const HEDGES_EN: [&str; 12] = [
    "about",
    "around",
    "nearly",
    "almost",
    "more than",
    "over",
    "some",
    "roughly",
    "just",
    "under",
    "less than",
    "only",
];
/// How far before “to” or “by” the word of the change may stand, in characters.
const NEAR: usize = 32;

/// What each passage says of one number, where they say different things.
pub(super) fn differing(
    original: (&Passage, usize),
    translation: (&Passage, usize),
) -> Option<Reach> {
    let here = reach(original.0, original.1)?;
    let there = reach(translation.0, translation.1)?;
    (here != there).then_some(here)
}

/// What a passage says of one number, where it says either.
pub(super) fn reach(passage: &Passage, index: usize) -> Option<Reach> {
    let number = &passage.numbers[index];
    if number.is_silent || number.quantity.kind == Kind::Multiple {
        return None;
    }
    let head = passage.text.get(..number.range.start)?;
    let behind = passage.text.get(number.range.end..)?;
    match passage.lang {
        Lang::Zh => in_chinese(head),
        Lang::En if COMPARED_EN.iter().any(|word| behind.starts_with(word)) => Some(Reach::Change),
        Lang::En => in_english(head),
    }
}

fn in_chinese(head: &str) -> Option<Reach> {
    let head = without(head, &HEDGES_ZH);
    let changes = |head: &str| CHANGES_ZH.iter().any(|word| head.ends_with(word));
    match head.strip_suffix(['至', '到']) {
        Some(verb) => (changes(verb) || verb.ends_with('达')).then_some(Reach::Level),
        // A single character may end another word: 新增, 净增.
        None => CHANGES_ZH
            .iter()
            .any(|word| word.len() > 3 && head.ends_with(word))
            .then_some(Reach::Change),
    }
}

fn in_english(head: &str) -> Option<Reach> {
    let near = last_letters(head, NEAR + 24).to_ascii_lowercase();
    let clause = near.rsplit([',', ';', '.', ':', '(']).next()?;
    let clause = without(clause.trim_end(), &HEDGES_EN);
    if DIRECT_EN.iter().any(|word| clause.ends_with(word)) {
        return Some(Reach::Change);
    }
    let (verb, reach) = match clause.rsplit_once(' ')? {
        (verb, "to") => (verb, Reach::Level),
        (verb, "by") => (verb, Reach::Change),
        _ => return None,
    };
    let says = |words: &[&str]| {
        words.iter().any(|word| {
            verb.match_indices(word).any(|(at, _)| !verb[..at].ends_with(char::is_alphabetic))
        })
    };
    let is_rate = reach == Reach::Level && says(&RATES_EN);
    (says(&CHANGES_EN) && !is_rate && !verb.ends_with("compared")).then_some(reach)
}

/// A text without some words at its end.
fn without<'t>(text: &'t str, words: &[&str]) -> &'t str {
    let mut rest = text;
    while let Some(shorter) = words.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter.trim_end();
    }
    rest
}
