//! Fractions, tenths and multiples: 百分之三十, 三分之二, 三成半, 2/3, 翻一番, threefold.

use std::ops::Range;

use rust_decimal::Decimal;

use super::judge::Number;
use super::reading::{Reading, Shape, Style};
use super::{Data, Printing, Scanner, after, before, digits, han, words};
use crate::lang::Lang;
use crate::quantity::decimal::{shifted, trailing_place};
use crate::quantity::lexicon::gaps::{gap_after, gap_before};
use crate::quantity::lexicon::names::Mark;
use crate::quantity::lexicon::numerals::{Han, han as meaning};
use crate::quantity::unit::{Dimension, Unit};
use crate::quantity::{Hedge, Kind};

/// Files a number that is a part or a multiple; where to go on.
pub(crate) fn judge(scanner: &mut Scanner<'_>, number: &Number) -> Option<usize> {
    match number.mark() {
        Some((end, Mark::Over)) => denominator(scanner, number, end),
        Some((end, Mark::Tenth)) => tenths(scanner, number, end),
        _ => doubling(scanner, number)
            .or_else(|| in_or_out_of(scanner, number))
            .or_else(|| half(scanner, number))
            .or_else(|| slash(scanner, number)),
    }
}

/// 百分之三十, 千分之一点二, 三分之二.
fn denominator(scanner: &mut Scanner<'_>, number: &Number, at: usize) -> Option<usize> {
    let top = han::read(scanner.text, at)?;
    let value = top.value.filter(|_| top.shape != Shape::Vague)?;
    let (hundred, thousand) = (Decimal::ONE_HUNDRED, Decimal::ONE_THOUSAND);
    let (value, unit) = if number.value == hundred {
        (value, Unit::from_id("percent"))
    } else if number.value == thousand {
        (value, Unit::from_id("per-mille"))
    } else {
        (value.checked_div(number.value).filter(|part| *part <= Decimal::ONE)?, None)
    };
    let kind = unit.map_or(Kind::Fraction, Unit::kind);
    let reading = Printing::from(&top);
    let data = Data { start: number.start, end: top.end, value, reading, unit, kind };
    Some(scanner.push_data(data))
}

/// 三成, 三成半, 七成五: tenths.
fn tenths(scanner: &mut Scanner<'_>, number: &Number, at: usize) -> Option<usize> {
    if number.value > Decimal::TEN || number.reading.shape == Shape::Bare {
        return None;
    }
    let mut value = number.value.checked_mul(Decimal::TEN)?;
    let mut end = at;
    let mut precision = 1 + number.reading.precision;
    let next = scanner.text[at..].chars().next();
    let more = match next {
        Some('半') => Some(5),
        Some(next) => match meaning(next) {
            Some(Han::Digit(digit)) => Some(digit),
            _ => None,
        },
        None => None,
    };
    if let (Some(more), Some(next)) = (more, next) {
        value = value.checked_add(more.into())?;
        end += next.len_utf8();
        precision = 0;
    }
    let unit = Unit::from_id("percent");
    let reading = Printing { precision, scale: 0, hedge: number.reading.hedge };
    let kind = Kind::Percent;
    Some(scanner.push_data(Data { start: number.start, end, value, reading, unit, kind }))
}

/// One in five, two out of three, 1 in 10.
fn in_or_out_of(scanner: &mut Scanner<'_>, number: &Number) -> Option<usize> {
    let text = scanner.text;
    if scanner.lexicon.lang != Lang::En || number.value > Decimal::TEN {
        return None;
    }
    let gap = gap_after(text.as_bytes(), number.end());
    let rest = text.get(number.end() + gap..).filter(|_| gap > 0)?;
    let links = ["in every ", "in ", "out of "];
    let link = links.into_iter().find(|link| rest.starts_with(link))?;
    let at = number.end() + gap + link.len();
    // “8 in 10 cities” counts cities; “1 in 10” and “8 out of 10” are parts.
    let digits = number.reading.style == Style::Digits;
    let below = match words::read(text, at, scanner.lexicon) {
        Some(words::Sort::Count(below)) if !digits => below,
        None if number.value == Decimal::ONE || digits && link == "out of " => {
            words::read_digits(text, at, scanner.lexicon, false)?
        }
        _ => return None,
    };
    let small = below.value.filter(|_| below.precision >= 0 && !below.is_modern_year())?;
    let whole =
        Some(small).filter(|whole| number.value < *whole && *whole <= Decimal::ONE_HUNDRED)?;
    let value = number.value.checked_div(whole)?;
    Some(fraction(scanner, number.start, below.end, value))
}

/// 翻一番 is twice, 翻两番 four times.
fn doubling(scanner: &mut Scanner<'_>, number: &Number) -> Option<usize> {
    let head = &scanner.text[..number.start];
    let times = scanner.text[number.end()..].starts_with('番');
    let verb = ["翻了近", "翻近", "翻了", "翻"].into_iter().find(|verb| head.ends_with(verb))?;
    let power = number.reading.integer().filter(|power| (1..=10).contains(power))?;
    if !times || scanner.lexicon.lang != Lang::Zh {
        return None;
    }
    let start = number.start - verb.len();
    let end = number.end() + "番".len();
    let data = Data {
        start,
        end,
        value: Decimal::from(1_u32 << power),
        reading: Printing {
            hedge: verb.ends_with('近').then_some(Hedge::Nearly),
            ..Printing::default()
        },
        unit: Unit::from_id("times"),
        kind: Kind::Multiple,
    };
    Some(scanner.push_data(data))
}

/// 翻番 without a numeral is twice; where to go on.
pub(crate) fn bare_doubling(scanner: &mut Scanner<'_>, at: usize) -> usize {
    let rest = &scanner.text[at..];
    let Some(word) = ["翻番", "翻了番"].into_iter().find(|word| rest.starts_with(word)) else {
        return at + "翻".len();
    };
    let (end, unit) = (at + word.len(), Unit::from_id("times"));
    let (value, reading) = (Decimal::TWO, Printing::default());
    scanner.push_data(Data { start: at, end, value, reading, unit, kind: Kind::Multiple })
}

/// 一半.
fn half(scanner: &mut Scanner<'_>, number: &Number) -> Option<usize> {
    let one = number.reading.style == Style::Han && number.value == Decimal::ONE;
    if !one || !scanner.text[number.end()..].starts_with('半') {
        return None;
    }
    let end = number.end() + "半".len();
    Some(fraction(scanner, number.start, end, Decimal::new(5, 1)))
}

/// 半 without a numeral: 半数, 过半, 超半数, 减半, 半个百分点; where to go on.
pub(crate) fn bare_half(scanner: &mut Scanner<'_>, at: usize) -> usize {
    let end = at + "半".len();
    let (head, rest) = (&scanner.text[..at], &scanner.text[end..]);
    if let Some((end, unit)) = after::unit(scanner.text, end, scanner.lexicon)
        && (unit.dimension() == Dimension::Point || is_halved(unit))
        && !head.ends_with(['大', '多', '小', '前', '后', '过'])
    {
        return points(scanner, at..end, Decimal::new(5, 1), unit);
    }
    let majority = rest.starts_with('数') || rest.starts_with('數');
    let halved = head.ends_with(['减', '減']);
    let passed = ["过", "過", "超", "近", "逾", "达"].iter().any(|word| head.ends_with(word));
    let alone = rest.chars().next().is_none_or(|next| "，。；、,.;的 ".contains(next));
    if !(majority || halved || (passed && alone)) || scanner.lexicon.lang != Lang::Zh {
        return end;
    }
    let end = if majority { end + "数".len() } else { end };
    fraction(scanner, at, end, Decimal::new(5, 1))
}

/// 2/3, when it can be a fraction.
fn slash(scanner: &mut Scanner<'_>, number: &Number) -> Option<usize> {
    let bytes = scanner.text.as_bytes();
    let plain = number.reading.shape == Shape::Plain && number.reading.style == Style::Digits;
    if !plain || bytes.get(number.end()) != Some(&b'/') {
        return None;
    }
    let below = digits::read(bytes, number.end() + 1).filter(|below| below.decimals == 0)?;
    let denominator = below.value?;
    let more = bytes.get(below.end).is_some_and(|next| *next == b'/' || next.is_ascii_alphabetic());
    // 9/11 and 5/20 are days of a month.
    let usual = denominator <= Decimal::TEN
        || (denominator > Decimal::from(31) && denominator <= Decimal::ONE_THOUSAND);
    if more || !usual || number.value >= denominator || number.value.is_zero() {
        scanner.push(number.start..below.end, Kind::Name, number.value, None);
        return Some(below.end);
    }
    let value = number.value.checked_div(denominator)?;
    Some(fraction(scanner, number.start, below.end, value))
}

/// Files a part of one.
pub(crate) fn fraction(
    scanner: &mut Scanner<'_>,
    start: usize,
    end: usize,
    value: Decimal,
) -> usize {
    let reading = Printing { precision: trailing_place(value, 0), ..Printing::default() };
    scanner.push_data(Data { start, end, value, reading, unit: None, kind: Kind::Fraction })
}

/// Files an English part: two thirds; but the first three quarters are a time of the year.
pub(crate) fn in_words(
    scanner: &mut Scanner<'_>,
    start: usize,
    end: usize,
    value: Decimal,
) -> usize {
    let text = scanner.text;
    let head = start - gap_before(text.as_bytes(), start);
    let whole = |at: usize| before::begins_word(text, at, Lang::En);
    let season = text[start..end].ends_with("quarters")
        && scanner.lexicon.periods.longest(text, head, whole).is_some();
    if season {
        scanner.push(start..end, Kind::Date, value, None);
        return end;
    }
    if let Some((end, unit)) = after::unit(text, end, scanner.lexicon)
        && unit.dimension() == Dimension::Point
    {
        // Half a percentage point.
        return points(scanner, start..end, value, unit);
    }
    let article = [" a ", " an "].iter().find(|word| text[end..].starts_with(**word));
    let measure = end + article.map_or(0, |word| word.len() - 1);
    if let Some((end, exponent, unit)) = after::scaled_unit(text, measure, scanner.lexicon)
        && let Some(value) = shifted(value, exponent)
        && article.is_some()
    {
        // Half a cent.
        return points(scanner, start..end, value, unit);
    }
    if let Some((end, unit)) = after::unit(text, measure, scanner.lexicon)
        && text[start..end].to_ascii_lowercase().starts_with("half")
        && (is_halved(unit) || unit.id() == "point")
    {
        // Half a kilogram, half a point; but “15 yuan per half-kilo” says what is counted on.
        let is_base = text[..start].ends_with("per ");
        return if is_base { end } else { points(scanner, start..end, value, unit) };
    }
    fraction(scanner, start, end, value)
}

/// Whether half of a unit is as common a measure as the whole: 半公斤, half a mile.
fn is_halved(unit: Unit) -> bool {
    use Dimension::{Area, Length, Mass, Volume};
    [Length, Area, Volume, Mass].contains(&unit.dimension())
}

/// Files a part of a measure.
fn points(scanner: &mut Scanner<'_>, range: Range<usize>, value: Decimal, unit: Unit) -> usize {
    let reading = Printing { precision: trailing_place(value, 0), ..Printing::default() };
    let Range { start, end } = range;
    scanner.push_data(Data { start, end, value, reading, unit: Some(unit), kind: unit.kind() })
}

/// Files an English multiple: doubled, threefold; `twice a year` is none.
pub(crate) fn fold(scanner: &mut Scanner<'_>, start: usize, end: usize, value: Decimal) -> usize {
    let text = scanner.text;
    let word = text[start..end].to_ascii_lowercase();
    let next = first_word(&text[end..]);
    let hedged = before::read(text, start, scanner.lexicon, false).hedge.is_some();
    let compares = ["as", "the", "that", "its"].contains(&next.as_str());
    let says = match word.as_str() {
        "twice" | "thrice" => hedged || compares,
        "double" | "triple" | "quadruple" | "doubles" => hedged,
        _ => true,
    };
    if !says {
        return end;
    }
    let unit = Unit::from_id("times");
    let reading = Printing::default();
    scanner.push_data(Data { start, end, value, reading, unit, kind: Kind::Multiple })
}

/// The first word of a text, in lower case.
fn first_word(text: &str) -> String {
    let letters = text.trim_start().chars().take_while(char::is_ascii_alphabetic);
    letters.take(12).collect::<String>().to_ascii_lowercase()
}

/// 三百五又三分之一: a count and a part.
pub(crate) fn mixed(text: &str, reading: &Reading) -> Option<(usize, Decimal)> {
    let at = text[reading.end..].starts_with('又').then(|| reading.end + "又".len())?;
    let below = han::read(text, at)?;
    let over = text[below.end..].starts_with("分之").then(|| below.end + "分之".len())?;
    let top = han::read(text, over)?;
    let part = top.value?.checked_div(below.value?)?;
    Some((top.end, reading.value?.checked_add(part)?))
}
