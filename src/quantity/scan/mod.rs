//! One scanner for both languages, driven by the lexicon: finds every number of a text.
//!
//! It walks over the text once. Where a numeral can begin it reads the number ([`han`], [`words`],
//! [`digits`]), then the words on both sides ([`before`], [`after`]), and decides what the number
//! is ([`judge`]). At the end, numbers of a range share what only the last one says ([`share`]).

pub(crate) mod after;
pub(crate) mod before;
mod compound;
pub(crate) mod dates;
pub(crate) mod digits;
pub(crate) mod han;
mod judge;
mod names;
mod parts;
mod reading;
pub(crate) mod rough;
mod share;
pub(crate) mod way;
mod words;

use std::ops::Range;

use rust_decimal::Decimal;

use self::reading::Reading;
use super::lexicon::{self, Lexicon};
use super::unit::Unit;
use super::{Hedge, Kind, Mention, Quantity};
use crate::lang::Lang;

/// Every number of a text, dates, ranks and names included, in the order of the text.
pub fn scan(text: &str, lang: Lang) -> Vec<Mention> {
    found(text, lang).into_iter().map(|found| found.mention).collect()
}

/// Whether a number that came next would be hedged: 近, more than.
pub fn ends_in_hedge(text: &str, lang: Lang) -> bool {
    before::read(text, text.len(), lexicon::of(lang), false).hedge.is_some()
}

/// A mention and the hedge and trend words around it.
pub(crate) struct Found {
    pub(crate) mention: Mention,
    pub(crate) outer: Range<usize>,
}

/// Every number with the words around it.
pub(crate) fn found(text: &str, lang: Lang) -> Vec<Found> {
    let mut scanner = Scanner { text, lexicon: lexicon::of(lang), found: Vec::new() };
    scanner.run();
    share::spread(text, lang, &mut scanner.found);
    scanner.found
}

pub(crate) struct Scanner<'t> {
    pub(crate) text: &'t str,
    pub(crate) lexicon: &'static Lexicon,
    pub(crate) found: Vec<Found>,
}

impl Scanner<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let next = match bytes[at] {
                b'0'..=b'9' => self.read_at(at),
                byte if byte.is_ascii_alphabetic() => self.read_letters(at),
                0xE3..=0xE9 | 0xEF => self.read_wide(at),
                _ => at + 1,
            };
            at = next.max(at + 1);
        }
    }

    /// Reads a word of letters; where to go on.
    fn read_letters(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        if self.lexicon.lang == Lang::En
            && let Some(end) = self.read_words(at)
        {
            return end;
        }
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        at + length
    }

    /// Reads at a character of three bytes; where to go on.
    fn read_wide(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        if digits::digit(bytes, at).is_some() {
            return self.read_at(at);
        }
        let Some(rest) = self.text.get(at..) else { return at + 1 };
        let Some(character) = rest.chars().next() else { return at + 1 };
        let numeral = self.lexicon.lang == Lang::Zh && lexicon::numerals::han(character).is_some();
        match character {
            '半' => {
                return compound::bare_hundred_million(self, at)
                    .unwrap_or_else(|| parts::bare_half(self, at));
            }
            '翻' => return parts::bare_doubling(self, at),
            _ => {}
        }
        let before = self.text[..at].chars().next_back();
        let in_word = || lexicon::numerals::is_in_word(before, character, rest.chars().nth(1));
        if numeral && !in_word() { self.read_at(at) } else { at + character.len_utf8() }
    }

    /// Reads the number that may begin at `at`; where to go on.
    fn read_at(&mut self, at: usize) -> usize {
        if let Some((end, true)) = self.lexicon.names.longest(self.text, at, |_| true)
            && !self.is_measure(at, end)
        {
            return end;
        }
        if let Some(end) = names::attached(self, at) {
            return end;
        }
        let reading = match self.lexicon.lang {
            Lang::Zh => han::read(self.text, at),
            Lang::En => {
                let money = before::currency(self.text, at, self.lexicon).is_some();
                words::read_digits(self.text, at, self.lexicon, money)
            }
        };
        match reading {
            Some(reading) => judge::judge(self, at, reading),
            None => at + 1,
        }
    }

    /// Whether a number with its unit goes on beyond a name: 三公里, not 三公.
    fn is_measure(&self, at: usize, name_end: usize) -> bool {
        let reading = han::read_short(self.text, at);
        let unit = reading.and_then(|it| after::unit(self.text, it.end, self.lexicon));
        unit.is_some_and(|(end, _)| end > name_end)
    }

    /// Reads number words; `None` where there are none.
    fn read_words(&mut self, at: usize) -> Option<usize> {
        let boundary = |end: usize| words::is_boundary(self.text, end);
        if !before::begins_word(self.text, at, Lang::En) {
            return None;
        }
        if let Some((end, true)) = self.lexicon.names.longest(self.text, at, boundary) {
            return Some(end);
        }
        match words::read(self.text, at, self.lexicon)? {
            words::Sort::Count(reading) => Some(judge::judge(self, at, reading)),
            words::Sort::Part { end, value } => Some(parts::in_words(self, at, end, value)),
            words::Sort::Fold { end, value } => Some(parts::fold(self, at, end, value)),
            words::Sort::Rank { end, value } => {
                self.push(at..end, Kind::Ordinal, value, None);
                Some(end)
            }
            words::Sort::Nothing { end } => Some(end),
        }
    }

    /// Where the last number found ends.
    pub(crate) fn last_end(&self) -> usize {
        self.found.last().map_or(0, |found| found.mention.range.end)
    }

    /// Adds a number that is not data.
    pub(crate) fn push(
        &mut self,
        range: Range<usize>,
        kind: Kind,
        value: Decimal,
        unit: Option<Unit>,
    ) {
        let quantity =
            Quantity { value, unit, kind, hedge: None, trend: None, precision: 0, scale: 0 };
        self.found.push(Found { outer: range.clone(), mention: Mention { range, quantity } });
    }

    /// Adds a number that is data, with the words around it; where it ends.
    pub(crate) fn push_data(&mut self, data: Data) -> usize {
        let Data { mut start, mut end, mut value, reading, unit, kind } = data;
        if let Some(zero) = after::below_zero(self.text, end, unit, self.lexicon.lang) {
            value.set_sign_negative(!value.is_zero());
            end = zero;
        }
        if let Some(sign) = before::minus(self.text, start, self.last_end()) {
            value.set_sign_negative(!value.is_zero());
            start = sign;
        }
        let large = before::is_large(value, unit);
        let before = before::read(self.text, start, self.lexicon, large);
        let after = after::hedge(self.text, end, self.lexicon);
        let trend = before.trend.or_else(|| after::trend(self.text, end, self.lexicon));
        let quantity = Quantity {
            value: value.normalize(),
            unit,
            kind,
            hedge: reading.hedge.or(after.map(|it| it.1)).or(before.hedge),
            trend,
            precision: reading.precision,
            scale: reading.scale,
        };
        let outer = before.start..after.map_or(end, |it| it.0);
        self.found.push(Found { outer, mention: Mention { range: start..end, quantity } });
        end
    }
}

/// A number that is data, before the words around it are read.
pub(crate) struct Data {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) value: Decimal,
    pub(crate) reading: Printing,
    pub(crate) unit: Option<Unit>,
    pub(crate) kind: Kind,
}

/// How a number's digits are printed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Printing {
    pub(crate) precision: i32,
    pub(crate) scale: i32,
    pub(crate) hedge: Option<Hedge>,
}

impl From<&Reading> for Printing {
    fn from(reading: &Reading) -> Self {
        Printing { precision: reading.precision, scale: reading.scale, hedge: reading.hedge }
    }
}
