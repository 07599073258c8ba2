//! What a number is counted on: 年产10万吨 is no output of a month, 每千人口3.2人 none of a hundred,
//! and a price by the jin is twice as much by the kilogram.

use std::mem::discriminant;

use super::measure::{Of, RATES, words};
use crate::check::prose::Passage;
use crate::lang::Lang;
use crate::quantity::lexicon::numerals::han;

/// The words with which each passage says what a number is counted on, where they differ.
pub(super) fn differing(
    original: (&Passage, usize),
    translation: (&Passage, usize),
) -> Option<[&'static str; 2]> {
    let here = rates(original.0, original.1);
    if here.is_empty() {
        return None;
    }
    // 每人每月 is on both a head and a time.
    let there = rates(translation.0, translation.1);
    here.iter().find_map(|one| {
        let other = there.iter().find(|other| other.is_like(one))?;
        (one.rate != other.rate).then_some([one.word, other.word])
    })
}

/// The measure of things that a number is counted on: as the words beside it say, or else all of its
/// sentence.
pub(super) fn measure(passage: &Passage, index: usize) -> Option<Of> {
    let is_of_things = |of: &Of| !matches!(of, Of::Time | Of::Head);
    if let Some(of) = rates(passage, index).into_iter().map(|it| it.of()).find(is_of_things) {
        return Some(of);
    }
    let start = passage.numbers.get(index)?.range.start;
    let sentence = passage.sentences.get(passage.sentence(start))?.clone();
    let text = passage.text.get(sentence)?.to_ascii_lowercase();
    let mut measures = said(passage.lang, &text).map(|found| found.of()).filter(is_of_things);
    let first = measures.next()?;
    measures.all(|other| other == first).then_some(first)
}

/// The measures that a number is counted on, one of each kind.
fn rates(passage: &Passage, index: usize) -> Vec<Found> {
    let Some(number) = passage.numbers.get(index) else { return Vec::new() };
    let end_of = |index: Option<usize>| index.map_or(0, |last| passage.numbers[last].range.end);
    let mut head =
        passage.text.get(end_of(index.checked_sub(1))..number.range.start).unwrap_or_default();
    // 由每人每年7200元提高至7800元: the second one is counted like the first.
    let has_own = passage.text[number.range.end..].starts_with(['/', '每']);
    let is_second = head.ends_with(['至', '到']) && !head.contains(ends_clause) && !has_own;
    if passage.lang == Lang::Zh && is_second {
        head =
            passage.text.get(end_of(index.checked_sub(2))..number.range.start).unwrap_or_default();
    }
    let mut nearest: Vec<Found> = Vec::new();
    if passage.lang == Lang::Zh {
        let clause = head.rsplit(ends_clause).next().unwrap_or_default();
        for found in said(Lang::Zh, clause) {
            keep(&mut nearest, found, |it| (it.at, it.word.len()));
        }
        return nearest;
    }
    let end = passage.numbers.get(index + 1).map_or(passage.text.len(), |next| next.range.start);
    let behind = passage.text.get(number.range.end..end).unwrap_or_default();
    let reach = behind.char_indices().nth(2 * NEAR).map_or(behind.len(), |(at, _)| at);
    let behind = behind[..reach].to_ascii_lowercase();
    for found in said(Lang::En, clause_of(&behind)).filter(|found| found.at <= NEAR) {
        keep(&mut nearest, found, |it| (usize::MAX - it.at, it.word.len()));
    }
    // “doctors per 10,000 people increased to 3.1”
    let sentence = head.rsplit([';', '.']).next().unwrap_or_default();
    if nearest.is_empty()
        && let Some(count) = sentence.rfind("per ").or_else(|| sentence.rfind("every "))
    {
        for found in said(Lang::En, &sentence[count..].to_ascii_lowercase()) {
            if matches!(found.of(), Of::Count(_)) {
                keep(&mut nearest, found, |it| (it.at, it.word.len()));
            }
        }
    }
    nearest
}

/// Keeps what is found unless one of its kind is better.
fn keep(nearest: &mut Vec<Found>, found: Found, worth: impl Fn(&Found) -> (usize, usize)) {
    match nearest.iter_mut().find(|known| known.is_like(&found)) {
        Some(known) if worth(known) >= worth(&found) => {}
        Some(known) => *known = found,
        None => nearest.push(found),
    }
}

/// A measure where some words name it.
struct Found {
    at: usize,
    rate: usize,
    word: &'static str,
}

impl Found {
    fn of(&self) -> Of {
        RATES[self.rate].of
    }

    /// Whether both are times, or both weights.
    fn is_like(&self, other: &Found) -> bool {
        discriminant(&self.of()) == discriminant(&other.of())
    }
}

/// The characters that Chinese measures begin with.
const BEGINNINGS_ZH: [char; 10] = ['每', '年', '月', '周', '日', '同', '环', '亩', '户', '人'];

/// Every measure that a text in lower case names, by the longest word of each place.
fn said(lang: Lang, text: &str) -> impl Iterator<Item = Found> {
    let mut before = ' ';
    let starts = text.char_indices().filter(move |(at, letter)| {
        let begins = match lang {
            // 比上年同月增加 is no growth of each month.
            Lang::Zh => {
                let names_one = matches!(letter, '年' | '月' | '周' | '日') && is_one_time(before);
                BEGINNINGS_ZH.contains(letter) && !names_one
            }
            // Half a kilogram is no kilogram.
            Lang::En => {
                letter.is_ascii_alphabetic()
                    && !before.is_ascii_alphabetic()
                    && !text[..*at].ends_with("half ")
            }
        };
        before = *letter;
        begins
    });
    starts.filter_map(move |(at, _)| {
        let ends = |end: usize| !goes_on(lang, &text[at..end], &text[end..]);
        let (end, rate) = words(lang).longest(text, at, ends)?;
        let row = &RATES[rate];
        let named = if lang == Lang::Zh { row.zh } else { row.en };
        let word = named.iter().find(|word| **word == &text[at..end])?;
        Some(Found { at, rate, word })
    })
}

/// Whether 年, 月, 周 or 日 behind a character is one that is named: 去年, 同月, 8月, 上个月.
fn is_one_time(before: char) -> bool {
    "同个上当本该去今明前全次".contains(before) || before.is_ascii_digit() || han(before).is_some()
}

/// Whether a word is only the beginning of another: 每千瓦时 is one, not a thousand, “per 100” begins
/// “per 100,000”, and “a year earlier” is no rate.
fn goes_on(lang: Lang, word: &str, behind: &str) -> bool {
    match lang {
        Lang::Zh => word == "每千" && behind.starts_with(['瓦', '克', '米']),
        Lang::En => {
            let digits = behind.strip_prefix(',').unwrap_or(behind);
            digits.starts_with(|next: char| next.is_ascii_digit())
                || behind.starts_with(|next: char| next.is_ascii_alphabetic())
                || [" earlier", " before", " ago", " later"]
                    .iter()
                    .any(|word| behind.starts_with(word))
        }
    }
}

/// How far behind an English number its measure may stand, in bytes: 3.2 licensed doctors per.
const NEAR: usize = 30;

fn ends_clause(letter: char) -> bool {
    matches!(letter, '，' | '。' | '；' | '：' | '、' | '！' | '？' | '\n')
}

/// The words up to the end of the clause; a comma inside 1,000 ends none.
fn clause_of(text: &str) -> &str {
    let ends = text.char_indices().find(|(at, letter)| {
        let inside = text[at + letter.len_utf8()..].starts_with(|next: char| next.is_ascii_digit());
        matches!(letter, ';' | ':' | '.' | '\n') || *letter == ',' && !inside
    });
    ends.map_or(text, |(at, _)| &text[..at])
}
