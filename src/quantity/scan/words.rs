//! English numbers, in words or with scale words: eight million, 3.84 million, two thirds.

use rust_decimal::Decimal;

use super::reading::{Reading, Shape, Style};
use super::{after, before, compound, digits};
use crate::quantity::decimal::shifted;
use crate::quantity::lexicon::Lexicon;
use crate::quantity::lexicon::gaps::gap_after;
use crate::quantity::lexicon::numerals::Word;
use crate::quantity::unit::Dimension;

/// What English number words say.
pub(crate) enum Sort {
    /// A count, to be read on for its unit.
    Count(Reading),
    /// A part of one: two thirds, half.
    Part { end: usize, value: Decimal },
    /// A rank: first, twenty-first.
    Rank { end: usize, value: Decimal },
    /// How many times: doubled, threefold.
    Fold { end: usize, value: Decimal },
    /// A number word that says no number here: hundreds of, a quarter.
    Nothing { end: usize },
}

/// Whether a word may end at `at`.
pub(crate) fn is_boundary(text: &str, at: usize) -> bool {
    !text.as_bytes().get(at).is_some_and(u8::is_ascii_alphanumeric)
}

/// Reads digits and the scale words after them.
pub(crate) fn read_digits(
    text: &str,
    at: usize,
    lexicon: &Lexicon,
    money: bool,
) -> Option<Reading> {
    let bytes = text.as_bytes();
    let run = digits::read(bytes, at)?;
    let plain = run.decimals == 0 && !run.grouped;
    let mut reading = Reading {
        end: run.end,
        value: run.value,
        style: Style::Digits,
        shape: if plain { Shape::Plain } else { Shape::Whole },
        scale: 0,
        precision: -i32::from(run.decimals),
        hedge: None,
        integers: run.integers,
    };
    while let Some((end, exponent)) = scale_at(text, reading.end, lexicon, money) {
        reading.value = reading.value.and_then(|value| shifted(value, exponent));
        reading.scale += exponent;
        reading.precision += exponent;
        reading.shape = Shape::Whole;
        reading.end = end;
    }
    Some(reading)
}

fn scale_at(text: &str, at: usize, lexicon: &Lexicon, money: bool) -> Option<(usize, i32)> {
    let bytes = text.as_bytes();
    let gap = hyphen_or_gap(bytes, at);
    let found = lexicon.scales.longest(text, at + gap, |end| is_boundary(text, end));
    let short = |end: usize| end - at - gap < 2;
    if let Some((end, exponent)) = found
        && (gap == 0 || !short(end))
    {
        return Some((end, i32::from(exponent)));
    }
    short_scale(text, at, lexicon, money)
}

/// A letter that scales: US$5m; and 120m yuan, where a unit follows, so that it is no metre.
pub(crate) fn short_scale(
    text: &str,
    at: usize,
    lexicon: &Lexicon,
    money: bool,
) -> Option<(usize, i32)> {
    let found = lexicon.money_scales.longest(text, at, |end| is_boundary(text, end));
    let (end, exponent) = found.filter(|(end, _)| money || is_counted(text, *end, lexicon))?;
    Some((end, i32::from(exponent)))
}

/// Whether a unit follows that is counted in millions: people, yuan, tonnes; but not the 100m time.
fn is_counted(text: &str, at: usize, lexicon: &Lexicon) -> bool {
    use Dimension::{Age, Month, Point, Share, Time, Times};
    let unit = after::unit(text, at, lexicon).filter(|(end, _)| *end > at);
    unit.is_some_and(|(_, unit)| {
        ![Times, Time, Month, Age, Point, Share].contains(&unit.dimension())
    })
}

/// The length of the white space or the single hyphen at `at`.
pub(crate) fn hyphen_or_gap(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..).unwrap_or_default() {
        [b'-', next, ..] if next.is_ascii_alphabetic() => 1,
        [0xE2, 0x80, 0x90 | 0x91, next, ..] if next.is_ascii_alphabetic() => 3,
        _ => gap_after(bytes, at),
    }
}

struct Walk<'t> {
    text: &'t str,
    lexicon: &'t Lexicon,
    start: usize,
    end: usize,
    total: Decimal,
    current: Decimal,
    tokens: usize,
    last: Option<Word>,
    largest: i32,
    overflow: bool,
}

/// Reads the number words that begin at `at`.
pub(crate) fn read(text: &str, at: usize, lexicon: &Lexicon) -> Option<Sort> {
    let (end, first) = lexicon.words.longest(text, at, |end| is_boundary(text, end))?;
    let mut walk = Walk {
        text,
        lexicon,
        start: at,
        end,
        total: Decimal::ZERO,
        current: Decimal::ZERO,
        tokens: 1,
        last: Some(first),
        largest: 0,
        overflow: false,
    };
    match first {
        Word::Article => walk.article(),
        Word::Half => Some(walk.half()),
        Word::Ones(count) | Word::Tens(count) => {
            walk.current = count.into();
            Some(walk.count())
        }
        Word::Rank(4) if text[at..end].eq_ignore_ascii_case("quarter") => {
            Some(Sort::Nothing { end })
        }
        Word::Rank(rank) => Some(Sort::Rank { end, value: rank.into() }),
        Word::Fold(times) => Some(Sort::Fold { end, value: times.into() }),
        Word::Hundred | Word::Scale(_) | Word::Dozen | Word::Part(_) => Some(Sort::Nothing { end }),
    }
}

impl Walk<'_> {
    fn word_at(&self, at: usize) -> Option<(usize, Word)> {
        self.lexicon.words.longest(self.text, at, |end| is_boundary(self.text, end))
    }

    fn peek(&self) -> Option<(usize, Word)> {
        let gap = hyphen_or_gap(self.text.as_bytes(), self.end);
        if gap == 0 { None } else { self.word_at(self.end + gap) }
    }

    /// `and` between parts of one number; where the next word begins.
    fn after_and(&self) -> Option<usize> {
        let gap = gap_after(self.text.as_bytes(), self.end);
        let rest = self.text.get(self.end + gap..)?;
        let and = rest.get(..3)?.eq_ignore_ascii_case("and");
        let next = self.end + gap + 3;
        let space = gap_after(self.text.as_bytes(), next);
        (and && gap > 0 && space > 0).then_some(next + space)
    }

    fn article(&mut self) -> Option<Sort> {
        let Some((end, next)) = self.peek() else {
            self.current = Decimal::ONE;
            return compound::is_one_and_a_half(self.text, self.end, self.lexicon)
                .then(|| self.finish());
        };
        match next {
            Word::Hundred | Word::Scale(_) | Word::Dozen => {
                self.current = Decimal::ONE;
                Some(self.count())
            }
            Word::Half => Some(Sort::Part { end, value: Decimal::new(5, 1) }),
            Word::Rank(rank) if rank > 2 && (self.is_part(end) || self.is_hedged()) => {
                let value = Decimal::ONE.checked_div(rank.into())?;
                Some(self.of_a_scale(end, value).unwrap_or(Sort::Part { end, value }))
            }
            _ => None,
        }
    }

    /// `under a tenth do so`: a hedge stands before a part.
    fn is_hedged(&self) -> bool {
        before::read(self.text, self.start, self.lexicon, false).hedge.is_some()
    }

    /// `a third of`, `a quarter.`, but not `a third party`, `a third-party survey`, `a third, which`.
    fn is_part(&self, end: usize) -> bool {
        let names_one = ["-", ", which", ", who"];
        if names_one.iter().any(|word| self.text[end..].starts_with(word)) {
            return false;
        }
        let rest = self.text[end..].trim_start();
        let word_end = rest.find(|next: char| !next.is_ascii_alphabetic()).unwrap_or(rest.len());
        let next = rest[..word_end].to_ascii_lowercase();
        let joins = [
            "of", "in", "from", "to", "more", "less", "higher", "lower", "and", "or", "since",
            "were", "was", "are", "is", "have", "had", "over", "on", "between", "by", "compared",
            "below", "above", "off", "short", "fewer", "cheaper", "year", "for", "at", "as",
            "with", "last", "this", "came", "during", "each", "spend", "spent", "say", "said",
            "think", "believe", "want", "live", "work", "went", "do", "did", "will", "would",
            "report", "reported", "earn", "use", "own", "lack", "face", "need", "get", "got",
            "take", "took", "remain", "feel", "felt",
        ];
        next.is_empty() || joins.contains(&next.as_str())
    }

    /// `half a million`, `half`.
    fn half(&mut self) -> Sort {
        let half = Decimal::new(5, 1);
        let alone = Sort::Part { end: self.end, value: half };
        // Half past nine is a time of day.
        if self.text[self.end..].starts_with(" past ") {
            return Sort::Nothing { end: self.end };
        }
        let Some((article, Word::Article)) = self.peek() else { return alone };
        self.end = article;
        match self.peek() {
            Some((_, Word::Scale(_))) => {
                self.current = half;
                self.count()
            }
            _ => alone,
        }
    }

    fn count(&mut self) -> Sort {
        while let Some((end, word)) = self.next_word() {
            match word {
                Word::Ones(ones) | Word::Tens(ones) => self.add(ones.into()),
                Word::Hundred => self.multiply(100),
                Word::Dozen => self.multiply(12),
                Word::Scale(exponent) => self.scale(i32::from(exponent)),
                // Five quarters are a length of time.
                Word::Part(4) if self.current > Decimal::from(4) => break,
                Word::Part(parts) => return self.part(end, parts),
                Word::Rank(rank) if self.makes_part(rank) => return self.part(end, rank),
                Word::Rank(rank) => {
                    self.add(rank.into());
                    return Sort::Rank { end, value: self.current };
                }
                Word::Fold(_) | Word::Half | Word::Article => break,
            }
            self.tokens += 1;
            self.last = Some(word);
            self.end = end;
        }
        self.and_a_half();
        self.finish()
    }

    /// The next word if it goes on with this number.
    fn next_word(&self) -> Option<(usize, Word)> {
        let (end, word) = match self.after_and() {
            Some(next) if matches!(self.last, Some(Word::Hundred | Word::Scale(_))) => {
                let found = self.word_at(next)?;
                matches!(found.1, Word::Ones(_) | Word::Tens(_)).then_some(found)?
            }
            _ => self.peek()?,
        };
        let fits = match (self.last?, word) {
            (Word::Tens(_), Word::Ones(1..=9)) => true,
            (Word::Tens(_), Word::Rank(1..=9)) => !self.text[..end].ends_with("quarter"),
            (Word::Ones(_), Word::Rank(rank)) => self.makes_part(rank),
            (Word::Hundred | Word::Scale(_), Word::Ones(_) | Word::Tens(_)) => true,
            (Word::Ones(1..) | Word::Tens(_), Word::Hundred | Word::Dozen) => true,
            (Word::Article, Word::Hundred | Word::Dozen | Word::Scale(_)) => true,
            (Word::Half, Word::Scale(_)) => true,
            (Word::Ones(1..) | Word::Tens(_) | Word::Hundred | Word::Dozen, Word::Scale(_)) => true,
            (Word::Scale(small), Word::Scale(large)) => small < large,
            (Word::Ones(_) | Word::Tens(_), Word::Part(_)) => true,
            _ => false,
        };
        fits.then_some((end, word))
    }

    fn makes_part(&self, rank: u8) -> bool {
        self.tokens == 1 && self.current == Decimal::ONE && rank > 2
    }

    fn add(&mut self, more: Decimal) {
        self.current = self.current.checked_add(more).unwrap_or_default();
    }

    fn multiply(&mut self, times: u32) {
        self.current = self.current.checked_mul(times.into()).unwrap_or_default();
    }

    fn scale(&mut self, exponent: i32) {
        let base = if self.current.is_zero() { self.total } else { self.current };
        let rest = if self.current.is_zero() { Decimal::ZERO } else { self.total };
        match shifted(base, exponent).and_then(|scaled| rest.checked_add(scaled)) {
            Some(total) => self.total = total,
            None => self.overflow = true,
        }
        self.current = Decimal::ZERO;
        self.largest = self.largest.max(exponent);
    }

    fn part(&self, end: usize, parts: u8) -> Sort {
        let whole = self.total.checked_add(self.current).unwrap_or_default();
        match whole.checked_div(parts.into()) {
            Some(value) => self.of_a_scale(end, value).unwrap_or(Sort::Part { end, value }),
            None => Sort::Nothing { end },
        }
    }

    /// `three quarters of a million`.
    fn of_a_scale(&self, end: usize, part: Decimal) -> Option<Sort> {
        let at = end + " of a ".len();
        let (end, Word::Scale(exponent)) =
            self.text[end..].starts_with(" of a ").then(|| self.word_at(at))??
        else {
            return None;
        };
        let exponent = i32::from(exponent);
        let mut reading = Reading {
            end,
            value: shifted(part, exponent),
            style: Style::Words,
            shape: Shape::Whole,
            scale: exponent,
            precision: 0,
            hedge: None,
            integers: 0,
        };
        reading.settle_precision();
        Some(Sort::Count(reading))
    }

    /// `two and a half`, `one and a half million`, `a million and a half`.
    fn and_a_half(&mut self) {
        let Some((article, Word::Article)) = self.after_and().and_then(|at| self.word_at(at))
        else {
            return;
        };
        let gap = gap_after(self.text.as_bytes(), article);
        let Some((half, Word::Half)) = self.word_at(article + gap) else { return };
        self.end = half;
        if let Some(Word::Scale(exponent)) = self.last {
            // A million and a half.
            self.current = Decimal::new(5, 1);
            self.scale(i32::from(exponent));
            self.last = Some(Word::Scale(0));
            return;
        }
        self.add(Decimal::new(5, 1));
        self.last = Some(Word::Half);
        while let Some((end, Word::Scale(exponent))) = self.next_word() {
            self.scale(i32::from(exponent));
            self.last = Some(Word::Scale(0));
            self.end = end;
        }
    }

    fn finish(&self) -> Sort {
        let value = self.total.checked_add(self.current).filter(|_| !self.overflow);
        let small = self.largest == 0;
        let mut reading = Reading {
            end: self.end,
            value,
            style: Style::Words,
            shape: if small { Shape::Small } else { Shape::Whole },
            scale: self.largest,
            precision: 0,
            hedge: None,
            integers: 0,
        };
        reading.settle_precision();
        Sort::Count(reading)
    }
}
