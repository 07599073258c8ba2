//! Chinese numerals and digits with Chinese scales: 一百零五万, 4.78万亿, 1亿3千多万.

use rust_decimal::Decimal;

use super::digits;
use super::reading::{Reading, Shape, Style};
use crate::quantity::Hedge;
use crate::quantity::decimal::{power_of_ten, shifted};
use crate::quantity::lexicon::gaps::gap_after;
use crate::quantity::lexicon::numerals::{Han, han, leaves_open};

/// Adds up a numeral part by part.
#[derive(Default)]
struct Chain {
    /// Closed by 亿 or 兆.
    high: Decimal,
    /// Closed by 万.
    middle: Decimal,
    /// Closed by 十 百 千.
    low: Decimal,
    /// Digits that wait for their scale.
    waiting: Option<Decimal>,
    /// Chinese digits in a row.
    run: usize,
    /// The two digits that ended a run of two.
    pair: (u8, u8),
    /// The last scale, for 两千四 and 三万五.
    last_scale: i32,
    largest: i32,
    parts: usize,
    decimals: i32,
    small_scales: usize,
    zero_last: bool,
    arabic: bool,
    /// The last digits are a single one, for 4万8.
    lone: bool,
    bare: bool,
    overflow: bool,
    hedge: Option<Hedge>,
    /// Neighbouring digits stood before a scale: 七八百.
    vague: bool,
}

/// Reads the number that begins at `at` with a digit or a Chinese numeral.
pub(crate) fn read(text: &str, at: usize) -> Option<Reading> {
    let bytes = text.as_bytes();
    let mut chain = Chain { bare: true, ..Chain::default() };
    let mut end = at;
    let mut first: Option<digits::Digits> = None;
    loop {
        if let Some(run) = digits::read(bytes, end) {
            if chain.waiting.is_some() || (end > at && !chain.takes_digits(&run)) {
                break;
            }
            chain.digits(&run);
            first = first.or(Some(run));
            end = chain.hedge_inside(text, run.end);
            continue;
        }
        let Some((step, next)) = numeral_at(text, end, &chain) else { break };
        if matches!(step, Han::Digit(_) | Han::Tens(_)) && chain.arabic && chain.waiting.is_some() {
            break;
        }
        match step {
            Han::Digit(digit) => chain.digit(digit),
            Han::Tens(tens) => chain.tens(tens),
            Han::Small(exponent) => chain.small(i32::from(exponent)),
            Han::Big(exponent) => chain.big(i32::from(exponent)),
        }
        end = match step {
            Han::Digit(0) if chain.zero_last => chain.hedge_inside(text, next),
            Han::Digit(_) => chain.point(text, next),
            _ => chain.hedge_inside(text, next),
        };
    }
    (end > at).then(|| chain.finish(end, first))
}

/// The longest numeral, in bytes, that a date or a name holds.
const SHORT: usize = 40;

/// Reads a number without going far: a run of a million characters is read once, not once for
/// each place that only wants to know what stands there.
pub(crate) fn read_short(text: &str, at: usize) -> Option<Reading> {
    let mut limit = text.len().min(at + SHORT);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    read(text.get(..limit)?, at)
}

/// The Chinese numeral at `at`, over a gap if digits wait for their scale.
fn numeral_at(text: &str, at: usize, chain: &Chain) -> Option<(Han, usize)> {
    let gap =
        if chain.arabic && chain.waiting.is_some() { gap_after(text.as_bytes(), at) } else { 0 };
    let start = at + gap;
    let character = text.get(start..)?.chars().next()?;
    let step = han(character)?;
    let scale = matches!(step, Han::Small(2..) | Han::Big(_));
    let share = ["百分之", "千分之", "万分之"].iter().any(|word| text[start..].starts_with(word));
    if (chain.arabic && share) || (gap > 0 && !scale) || is_unit_prefix(text, start, character) {
        return None;
    }
    Some((step, start + character.len_utf8()))
}

/// Whether a scale character begins a unit: 千瓦, 千米, 兆瓦, 百分点.
fn is_unit_prefix(text: &str, at: usize, character: char) -> bool {
    let next = text[at + character.len_utf8()..].chars().next();
    match character {
        '千' | '仟' => {
            matches!(next, Some('瓦' | '克' | '米' | '伏' | '卡' | '帕' | '赫' | '字'))
        }
        '兆' => matches!(next, Some('瓦' | '帕' | '赫' | '字' | '欧' | '比')),
        '百' => matches!(next, Some('分')) && !text[at..].starts_with("百分之"),
        _ => false,
    }
}

impl Chain {
    fn takes_digits(&self, run: &digits::Digits) -> bool {
        self.arabic && self.last_scale > 0 && !run.leading_zero && run.integers <= 4
    }

    fn digits(&mut self, run: &digits::Digits) {
        self.arabic = true;
        self.bare = false;
        self.parts += 1;
        self.decimals = i32::from(run.decimals);
        self.lone = run.integers == 1 && run.decimals == 0;
        self.overflow |= run.value.is_none();
        self.waiting = Some(run.value.unwrap_or_default());
    }

    fn digit(&mut self, digit: u8) {
        if digit == 0 && self.waiting.is_none() && self.last_scale > 0 {
            // 一百零五: 零 only holds an empty place.
            self.zero_last = true;
            return;
        }
        self.bare = false;
        self.parts += usize::from(self.run == 0);
        self.run += 1;
        self.pair = (self.pair.1, digit);
        let before = self.waiting.unwrap_or_default();
        let next = before
            .checked_mul(Decimal::TEN)
            .and_then(|value| value.checked_add(Decimal::from(digit)));
        self.overflow |= next.is_none() || self.run > 24;
        self.waiting = Some(next.unwrap_or_default());
    }

    fn tens(&mut self, tens: u8) {
        self.bare = false;
        self.parts += 1;
        self.add_low(Some(Decimal::from(tens)));
        self.last_scale = 1;
    }

    fn small(&mut self, exponent: i32) {
        self.bare &= exponent > 1 && self.waiting.is_none();
        let count = self.take_count().filter(|count| !count.is_zero());
        self.add_low(shifted(count.unwrap_or(Decimal::ONE), exponent));
        self.small_scales += 1;
        self.close(exponent);
    }

    /// Takes what waits for its scale; of 三四 in 三四十 the smaller.
    fn take_count(&mut self) -> Option<Decimal> {
        let count = self.waiting.take();
        if self.is_open() { Some(Decimal::from(self.pair.0)) } else { count }
    }

    /// Whether two neighbouring digits wait that leave the number open between them.
    fn is_open(&self) -> bool {
        self.run == 2 && self.decimals == 0 && leaves_open(self.pair.0, self.pair.1)
    }

    fn add_low(&mut self, part: Option<Decimal>) {
        match part.and_then(|part| self.low.checked_add(part)) {
            Some(low) => self.low = low,
            None => self.overflow = true,
        }
    }

    fn close(&mut self, exponent: i32) {
        self.vague |= self.run > 1 && self.decimals == 0;
        self.last_scale = exponent;
        self.run = 0;
        self.pair = (0, 0);
        self.zero_last = false;
    }

    fn big(&mut self, exponent: i32) {
        let part = self.take_count().unwrap_or_default();
        let part = self.low.checked_add(part);
        self.low = Decimal::ZERO;
        let closed = part.and_then(|part| self.scaled(part, exponent));
        if closed.is_none() {
            self.overflow = true;
        }
        self.largest = if exponent > self.last_scale && self.last_scale >= 4 {
            self.largest + exponent
        } else {
            self.largest.max(exponent)
        };
        self.close(exponent);
    }

    /// Multiplies what stands before 万, 亿 or 兆 and files it in its place.
    fn scaled(&mut self, part: Decimal, exponent: i32) -> Option<()> {
        let all = if exponent == 4 { part } else { self.middle.checked_add(part)? };
        let nothing = all.is_zero() && self.high.is_zero() && self.middle.is_zero();
        let all = if nothing && self.bare { Decimal::ONE } else { all };
        if exponent == 4 {
            let base = if all.is_zero() { std::mem::take(&mut self.middle) } else { all };
            self.middle = self.middle.checked_add(shifted(base, 4)?)?;
            return Some(());
        }
        self.middle = Decimal::ZERO;
        let base = if all.is_zero() { std::mem::take(&mut self.high) } else { all };
        self.high = self.high.checked_add(shifted(base, exponent)?)?;
        Some(())
    }

    /// Takes 点 and the digits after it: 五十五点五.
    fn point(&mut self, text: &str, at: usize) -> usize {
        let rest = &text[at..];
        let Some(point) = rest.chars().next().filter(|point| matches!(point, '点' | '點')) else {
            return at;
        };
        let mut end = at + point.len_utf8();
        let mut value = self.waiting.unwrap_or_default();
        let mut places = 0;
        for character in text[end..].chars() {
            let Some(Han::Digit(digit)) = han(character) else { break };
            if matches!(character, '两' | '兩') {
                break;
            }
            places += 1;
            let tenth = power_of_ten(-places).and_then(|unit| unit.checked_mul(digit.into()));
            match tenth.and_then(|tenth| value.checked_add(tenth)) {
                Some(sum) => value = sum,
                None => self.overflow = true,
            }
            end += character.len_utf8();
        }
        if places == 0 {
            return at;
        }
        self.waiting = Some(value);
        self.decimals = places;
        self.run = 1;
        end
    }

    /// Passes 多, 余 or 几 when a scale follows: 十余万, 1亿3千多万.
    fn hedge_inside(&mut self, text: &str, at: usize) -> usize {
        let mut characters = text[at..].chars();
        let Some(hedge) = characters
            .next()
            .filter(|next| matches!(next, '多' | '余' | '餘' | '几' | '幾' | '来'))
        else {
            return at;
        };
        let scale = characters.next().and_then(|next| Some((next, han(next)?)));
        match scale {
            Some((next, Han::Big(_) | Han::Small(2..)))
                if !is_unit_prefix(text, at + hedge.len_utf8(), next) =>
            {
                self.hedge = Some(if hedge == '来' { Hedge::About } else { Hedge::Over });
                at + hedge.len_utf8()
            }
            _ => at,
        }
    }

    fn finish(mut self, end: usize, first: Option<digits::Digits>) -> Reading {
        let shape = self.shape(first.as_ref());
        let waits = self.waiting.is_some();
        let one = self.run == 1 && self.decimals == 0 && self.pair.0 == 0;
        let is_last = if self.arabic { self.lone } else { one || self.is_open() };
        let short = is_last && waits && !self.zero_last && self.last_scale >= 2;
        let mut ones = self.take_count().unwrap_or_default();
        if short {
            // 两千四 is 2,400, 三万五 is 35,000, 4万8 is 48,000.
            ones = shifted(ones, self.last_scale - 1).unwrap_or_default();
        }
        let total = self
            .high
            .checked_add(self.middle)
            .and_then(|sum| sum.checked_add(self.low))
            .and_then(|sum| sum.checked_add(ones));
        let value = total.filter(|_| !self.overflow);
        let mut reading = Reading {
            end,
            value,
            style: if self.arabic { Style::Digits } else { Style::Han },
            shape,
            scale: self.largest,
            precision: self.largest - self.decimals,
            hedge: self.hedge,
            integers: first.map_or(self.run, |run| run.integers),
        };
        if self.parts > 1 || self.small_scales > 0 {
            reading.settle_precision();
        }
        reading
    }

    fn shape(&mut self, first: Option<&digits::Digits>) -> Shape {
        if let Some(run) = first {
            let plain = self.last_scale == 0 && run.decimals == 0 && !run.grouped;
            return if plain { Shape::Plain } else { Shape::Whole };
        }
        if self.bare {
            return Shape::Bare;
        }
        if self.vague {
            return Shape::Vague;
        }
        if self.is_open() || (self.run >= 2 && self.last_scale > 0 && self.decimals == 0) {
            return Shape::Vague;
        }
        if self.run >= 2 && self.decimals == 0 && self.last_scale == 0 {
            return Shape::Serial;
        }
        let small = self.last_scale <= 1 && self.decimals == 0;
        if small { Shape::Small } else { Shape::Whole }
    }
}
