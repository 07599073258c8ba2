//! Sentences of a text, and the language it is written in.

use std::ops::Range;

use super::heading::{heading, is_numbered};
use super::lexicon::gaps::gap_after;
use crate::lang::Lang;

/// Closing marks that belong to the sentence they end.
const CLOSERS: [char; 12] = ['”', '’', '」', '』', '）', ')', '"', '\'', ']', '】', '》', '〕'];

/// English words that end with a full stop without ending a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "vs", "e.g", "i.e", "etc", "u.s", "u.k",
    "u.n", "a.m", "p.m", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "inc", "ltd", "co", "corp", "fig", "vol", "pp", "p", "approx", "sq", "cu", "gov",
    "sen", "rep", "gen", "c", "ca", "cf", "al", "art", "ch", "sec",
];

/// Guesses a text's language: Chinese when Chinese characters make up a fair share of it.
pub fn detect(text: &str) -> Lang {
    let (mut han, mut latin) = (0_usize, 0_usize);
    for character in text.chars().take(20_000) {
        match character {
            '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => han += 1,
            _ if character.is_alphabetic() => latin += 1,
            _ => {}
        }
    }
    // A Chinese character says about as much as four Latin letters.
    if han > 0 && han * 4 >= latin { Lang::Zh } else { Lang::En }
}

/// The one of a text's [`sentences`] that holds a range of bytes, and the whole range.
pub fn sentence_of(sentences: &[Range<usize>], range: &Range<usize>) -> Range<usize> {
    let index = sentences.partition_point(|sentence| sentence.end <= range.start);
    let sentence = sentences.get(index).unwrap_or(range);
    sentence.start.min(range.start)..sentence.end.max(range.end)
}

/// Every sentence of a text, in order, without the white space around it.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let (end, next) = sentence_end(text, at);
        let sentence = trim(text, at..end);
        if !sentence.is_empty() {
            found.push(sentence);
        }
        at = next;
    }
    found
}

fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let whole = &text[range.clone()];
    let start = range.start + (whole.len() - whole.trim_start().len());
    let end = range.end - (whole.len() - whole.trim_end().len());
    start..end.max(start)
}

/// Where the sentence that begins at `at` ends, and where the next one begins.
fn sentence_end(text: &str, at: usize) -> (usize, usize) {
    let mut next = at;
    while let Some(offset) = text.as_bytes()[next..].iter().position(|byte| may_end(*byte)) {
        let here = next + offset;
        let character = text[here..].chars().next().unwrap_or_default();
        next = here + character.len_utf8();
        if character == '\n' && (is_blank_line(text, next) || parts_lines(text, here)) {
            return (here, next);
        }
        if ends_sentence(text, here, character) {
            let end = after_closers(text, next);
            return (end, end);
        }
    }
    (text.len(), text.len())
}

/// Whether a character that begins with this byte may end a sentence: a line break, ASCII marks,
/// those of the blocks of 。 and of ！？；.
fn may_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'.' | b';' | b'!' | b'?' | 0xE3 | 0xEF)
}

/// Whether the line break at `at` ends a heading, or stands before a heading or a list's item.
fn parts_lines(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
    let end = text[at + 1..].find('\n').map_or(text.len(), |line| at + 1 + line);
    is_numbered(&text[at + 1..end]) || heading(&text[start..at]).is_some()
}

fn is_blank_line(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes()[at..].iter();
    let mut rest = bytes.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).take(1);
    rest.next() == Some(&b'\n')
}

fn after_closers(text: &str, at: usize) -> usize {
    let closers = text[at..].chars().take_while(|next| CLOSERS.contains(next));
    at + closers.map(char::len_utf8).sum::<usize>()
}

fn ends_sentence(text: &str, at: usize, character: char) -> bool {
    match character {
        '。' | '！' | '？' | '；' => true,
        ';' => beside_han(text, at),
        '!' | '?' => {
            let end = after_closers(text, at + 1);
            beside_han(text, at) || is_break(text, end)
        }
        '.' => is_break(text, after_closers(text, at + 1)) && !is_abbreviation(text, at),
        _ => false,
    }
}

fn beside_han(text: &str, at: usize) -> bool {
    let han = |character: char| ('\u{3400}'..='\u{9fff}').contains(&character);
    let after = text[at..].chars().nth(1).is_some_and(han);
    after || text[..at].chars().next_back().is_some_and(han)
}

fn is_break(text: &str, at: usize) -> bool {
    at >= text.len() || gap_after(text.as_bytes(), at) > 0 || text[at..].starts_with('\n')
}

/// Whether the full stop at `at` only ends an abbreviation or an initial.
fn is_abbreviation(text: &str, at: usize) -> bool {
    let low = text.floor_char_boundary(at.saturating_sub(12));
    let head = &text[low..at];
    let letter = |next: char| !(next.is_ascii_alphanumeric() || next == '.');
    let start = head.rfind(letter).map_or(0, |index| index + 1);
    let word = head.get(start..).unwrap_or_default();
    let listed = ABBREVIATIONS.iter().any(|known| word.eq_ignore_ascii_case(known));
    let initial = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let goes_on = text[at + 1..].trim_start().starts_with(|next: char| next.is_ascii_lowercase());
    let ends = ["a.m", "p.m", "etc", "inc", "ltd", "co", "corp", "u.s", "u.k"];
    let may_end = ends.iter().any(|known| word.eq_ignore_ascii_case(known));
    initial || (listed && (goes_on || !may_end))
}
