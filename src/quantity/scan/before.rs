//! What stands before a number: hedges, trends, currencies, signs.

use rust_decimal::Decimal;

use super::words::is_boundary;
use crate::lang::Lang;
use crate::quantity::lexicon::Lexicon;
use crate::quantity::lexicon::context::CHANGE_NOUNS;
use crate::quantity::lexicon::gaps::gap_before;
use crate::quantity::unit::Unit;
use crate::quantity::{Hedge, Trend};

/// The words before a number.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Before {
    /// Where they begin; where the number begins if there are none.
    pub(crate) start: usize,
    pub(crate) hedge: Option<Hedge>,
    pub(crate) trend: Option<Trend>,
}

/// At most this many words are read backward from a number.
const MOST_WORDS: usize = 5;

/// Whether an English word may begin at `at`; Chinese has no such edge.
pub(crate) fn begins_word(text: &str, at: usize, lang: Lang) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    lang == Lang::Zh || at == 0 || !(letter(at - 1) && letter(at))
}

/// A word found before a number, and where it begins.
enum Word {
    Hedge(Hedge),
    Trend(Trend),
    Link(bool),
    /// A word that only ends like one of these: 签约, 新增.
    Nothing,
}

/// Reads the hedge and the trend that end at `at`.
pub(crate) fn read(text: &str, at: usize, lexicon: &Lexicon, large: bool) -> Before {
    let mut before = Before { start: at, ..Before::default() };
    let mut cursor = at;
    let mut noun_only = false;
    for _ in 0..MOST_WORDS {
        let end = cursor - gap_before(text.as_bytes(), cursor);
        let Some((start, word)) = word_before(text, end, lexicon, large) else { break };
        cursor = start;
        match word {
            Word::Hedge(hedge) => {
                before.hedge = before.hedge.or(Some(hedge));
                before.start = start;
            }
            Word::Trend(_) if noun_only && !text[..end].ends_with(CHANGE_NOUNS) => break,
            Word::Trend(trend) => {
                before.trend = Some(trend);
                before.start = start;
                break;
            }
            Word::Link(noun) => noun_only |= noun,
            Word::Nothing => break,
        }
    }
    before
}

/// The longest word that ends at `end`; a hedge goes before a trend of the same length.
fn word_before(text: &str, end: usize, lexicon: &Lexicon, large: bool) -> Option<(usize, Word)> {
    let whole = |start: usize| begins_word(text, start, lexicon.lang);
    let hedge = lexicon.hedges_before.longest(text, end, whole);
    let trend = lexicon.trends_before.longest(text, end, whole);
    let passed = lexicon.passed.longest(text, end, whole).filter(|_| large);
    let link = lexicon.links.longest(text, end, whole);
    let words = [
        hedge.map(|(start, hedge)| (start, hedge.map_or(Word::Nothing, Word::Hedge))),
        passed.map(|(start, ())| (start, Word::Hedge(Hedge::Over))),
        trend.map(|(start, trend)| (start, trend.map_or(Word::Nothing, Word::Trend))),
        link.map(|(start, noun)| (start, Word::Link(noun))),
    ];
    words.into_iter().flatten().min_by_key(|(start, _)| *start)
}

/// The currency mark that ends at `at`, and where it begins: US$, RMB, 人民币.
pub(crate) fn currency(text: &str, at: usize, lexicon: &Lexicon) -> Option<(usize, Unit)> {
    let end = at - gap_before(text.as_bytes(), at);
    let found = lexicon.currencies.longest(text, end, |start| {
        let bytes = text.as_bytes();
        let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
        start == 0 || !(letter(start - 1) && letter(start))
    });
    found.filter(|(start, _)| end == at || is_word(&text[*start..end]))
}

/// A mark that is a word, like RMB, may stand apart from its number.
fn is_word(mark: &str) -> bool {
    mark.chars().any(char::is_alphabetic) && is_boundary(mark, mark.len())
}

/// Words that make a number negative.
const MINUS_WORDS: [&str; 6] = ["负", "負", "零下", "minus ", "Minus ", "minus\u{a0}"];

/// Words that end like one of these and leave the sign open.
const BOTH_SIGNS: [&str; 4] = ["plus or minus ", "Plus or minus ", "plus-or-minus ", "正负"];

/// Whether a minus sign ends at `at`, and where it begins.
pub(crate) fn minus(text: &str, at: usize, last_end: usize) -> Option<usize> {
    let head = &text[..at];
    if BOTH_SIGNS.iter().any(|words| head.ends_with(words)) {
        return None;
    }
    if let Some(word) = MINUS_WORDS.iter().find(|word| head.ends_with(**word)) {
        let start = at - word.len();
        return (last_end <= start).then_some(start);
    }
    let sign = head.chars().next_back()?;
    let start = at - sign.len_utf8();
    let earlier = text[..start].chars().next_back();
    let free = match earlier {
        None => true,
        Some(earlier) => !earlier.is_ascii_alphanumeric() && !"-—–)）〕]％%".contains(earlier),
    };
    match sign {
        '-' | '−' | '－' | '﹣' if free && last_end < start.max(1) => Some(start),
        _ => None,
    }
}

/// Whether a number is large enough that passing it is news: 突破1万亿元.
pub(crate) fn is_large(value: Decimal, unit: Option<Unit>) -> bool {
    match unit {
        Some(unit) if !unit.is_counter() => true,
        _ => value >= Decimal::from(1000),
    }
}
