//! Dates, years, times of day, and spans of time that are periods rather than counts.

use rust_decimal::Decimal;

use super::judge::Number;
use super::reading::{Reading, Shape, Style};
use super::words::is_boundary;
use super::{Scanner, after, before, digits, han};
use crate::lang::Lang;
use crate::quantity::lexicon::gaps::{gap_after, gap_before};
use crate::quantity::lexicon::names::Mark;
use crate::quantity::lexicon::{After, Lexicon};
use crate::quantity::unit::{Dimension, Unit};
use crate::quantity::{Hedge, Kind};

/// 近两万年 is a length of time, not a period that a report looks back on.
const LONGEST_PERIOD: Decimal = Decimal::ONE_HUNDRED;

/// Files a number that is a date; where to go on.
pub(crate) fn judge(scanner: &mut Scanner<'_>, number: &Number) -> Option<usize> {
    let end = hour_in_words(scanner, number)
        .or_else(|| listed_month(scanner, number))
        .or_else(|| clock(scanner, number))
        .or_else(|| span(scanner, number))
        .or_else(|| numeric(scanner, number))
        .or_else(|| calendar(scanner, number))
        .or_else(|| named_month(scanner, number))
        .or_else(|| bare_year(scanner, number));
    if let Some(end) = end {
        scanner.push(number.start..end, Kind::Date, number.value, None);
        return Some(end);
    }
    let (kind, end, unit) = period(scanner, number)?;
    scanner.push(number.start..end, kind, number.value, unit);
    Some(end)
}

/// Five past six, and the hour of quarter to seven.
fn hour_in_words(scanner: &Scanner<'_>, number: &Number) -> Option<usize> {
    let (text, lexicon) = (scanner.text, scanner.lexicon);
    if lexicon.lang != Lang::En || number.reading.integer()? > 29 {
        return None;
    }
    let before = &text[..number.start];
    if ["quarter to ", "quarter past ", "half past "].iter().any(|it| before.ends_with(it)) {
        return Some(number.end());
    }
    let hour = text[number.end()..].strip_prefix(" past ")?;
    let at = text.len() - hour.len();
    match super::words::read(text, at, lexicon)? {
        super::words::Sort::Count(hour) => Some(hour.end),
        _ => None,
    }
}

/// 7、8月 and 5、6两月: the first of two months.
fn listed_month(scanner: &Scanner<'_>, number: &Number) -> Option<usize> {
    let month = number.reading.integer().filter(|month| (1..=12).contains(month))?;
    let rest = scanner.text[number.end()..].strip_prefix('、')?;
    let at = scanner.text.len() - rest.len();
    let second = han::read_short(scanner.text, at)?;
    let later = second.integer().is_some_and(|second| second > month && second <= 12);
    let behind = &scanner.text[second.end..];
    let named =
        behind.starts_with('月') || behind.starts_with("两月") || behind.starts_with("两个月");
    (later && named).then_some(if behind.starts_with('月') { number.end() } else { second.end })
}

/// 20:30 and 8:30:15, 1143 GMT.
fn clock(scanner: &Scanner<'_>, number: &Number) -> Option<usize> {
    let bytes = scanner.text.as_bytes();
    let hour = number.reading.integer()?;
    if number.reading.shape == Shape::Plain && number.reading.integers == 4 {
        let behind = scanner.text[number.end()..].strip_prefix([' ', '\u{a0}'])?;
        let is_time = hour < 2400 && hour % 100 < 60;
        return (is_time && ZONES.iter().any(|zone| starts_with(behind, zone)))
            .then_some(number.end());
    }
    if number.reading.shape != Shape::Plain || number.reading.integers > 2 || hour > 24 {
        return None;
    }
    let mut end = number.end();
    let mut pieces = 1;
    while let Some(colon) = colon_at(bytes, end) {
        let minutes = digits::read(bytes, end + colon)?;
        let minute = minutes.value?;
        let sixty = minutes.integers == 2 && minutes.decimals == 0 && minute < 60.into();
        if !sixty || pieces == 3 {
            return None;
        }
        end = minutes.end;
        pieces += 1;
    }
    let ratio = scanner.text[..number.start].ends_with(['比', '为', '為', ':', '：', '∶']);
    (pieces > 1 && !ratio).then_some(end)
}

/// What follows four digits that are a time of day.
const ZONES: [&str; 7] = ["GMT", "UTC", "BST", "CET", "CEST", "local time", "hrs"];

fn colon_at(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [b':', b'0'..=b'9', ..] => Some(1),
        [0xEF, 0xBC, 0x9A, b'0'..=b'9', ..] => Some(3),
        _ => None,
    }
}

/// 2021–25: from one year to another of the same century.
fn span(scanner: &Scanner<'_>, number: &Number) -> Option<usize> {
    let bytes = scanner.text.as_bytes();
    let dash = match bytes.get(number.end()..)? {
        [b'-', ..] => 1,
        [0xE2, 0x80, 0x93 | 0x94, ..] => 3,
        _ => return None,
    };
    let first = number.reading.integer().filter(|_| number.reading.is_modern_year())?;
    let last = digits::read(bytes, number.end() + dash).filter(|last| last.integers == 2)?;
    let later = last.value? > (first % 100).into();
    let plain = last.decimals == 0 && !last.grouped && !matches!(bytes.get(last.end), Some(b'-'));
    let counted = after::word(scanner.text, last.end, scanner.lexicon).is_some();
    (later && plain && !counted && is_boundary(scanner.text, last.end)).then_some(last.end)
}

/// 2022-03-05, 2022/3/5, 2022.3.5, 3/5/2022.
fn numeric(scanner: &Scanner<'_>, number: &Number) -> Option<usize> {
    let bytes = scanner.text.as_bytes();
    let first = digits::read(bytes, number.start)?;
    if first.decimals > 2 || number.reading.style != Style::Digits || first.grouped {
        return None;
    }
    let separator = *bytes.get(first.end)?;
    if !matches!(separator, b'-' | b'/' | b'.') {
        return None;
    }
    let second = digits::read(bytes, first.end + 1)?;
    let season = separator == b'/' && number.reading.is_modern_year() && second.integers == 2;
    if season && second.decimals == 0 && bytes.get(second.end) != Some(&b'/') {
        return Some(second.end);
    }
    let dotted = separator == b'.' && first.decimals > 0;
    if dotted {
        // 2022.3 was read as a decimal: the third part follows.
        let year = number.value.trunc();
        let fits = (1900..2200).any(|it| year == it.into()) && second.integers <= 2;
        return fits.then_some(second.end);
    }
    if bytes.get(second.end) != Some(&separator) || first.decimals + second.decimals > 0 {
        return None;
    }
    let third = digits::read(bytes, second.end + 1)?;
    let lengths = (first.integers, second.integers, third.integers);
    let fits = matches!(lengths, (4, 1..=2, 1..=2) | (1..=2, 1..=2, 4)) && third.decimals == 0;
    fits.then_some(third.end)
}

/// 2022年3月5日, 1月, 20世纪, 二〇二二年.
fn calendar(scanner: &Scanner<'_>, number: &Number) -> Option<usize> {
    let (end, mark) = number.mark()?;
    if number.reading.hedge.is_some() || !is_calendar(&number.reading, mark) {
        return None;
    }
    let inside = scanner.text[end..].starts_with(['内', '內']);
    if mark == Mark::Day && (inside || is_hedged(scanner, number.start)) {
        return None;
    }
    if mark == Mark::Year && over(scanner, number) {
        return None;
    }
    Some(rest_of_date(scanner.text, end, mark, scanner.lexicon))
}

fn is_hedged(scanner: &Scanner<'_>, at: usize) -> bool {
    before::read(scanner.text, at, scanner.lexicon, true).hedge.is_some()
}

/// 超过2000年 is a length of time, 超过2021年 a comparison with that year.
fn over(scanner: &Scanner<'_>, number: &Number) -> bool {
    let hedge = before::read(scanner.text, number.start, scanner.lexicon, false).hedge;
    let round = number.reading.integer().is_some_and(|years| years % 100 == 0);
    round && matches!(hedge, Some(Hedge::Over | Hedge::Nearly | Hedge::Under))
}

fn is_calendar(reading: &Reading, mark: Mark) -> bool {
    let within = |low: u32, high: u32| {
        reading.scale == 0 && reading.integer().is_some_and(|value| (low..=high).contains(&value))
    };
    let han_word = reading.style == Style::Han && reading.shape != Shape::Bare;
    match mark {
        Mark::Year => reading.is_year(),
        Mark::Month => within(1, 12),
        Mark::Day => within(1, 31),
        Mark::Clock => within(0, 24) && (reading.shape == Shape::Plain || han_word),
        Mark::Era => true,
        _ => false,
    }
}

/// Reads on over the smaller parts of a date.
fn rest_of_date(text: &str, at: usize, mark: Mark, lexicon: &Lexicon) -> usize {
    let mut end = at;
    let mut mark = mark;
    loop {
        let start = end + gap_after(text.as_bytes(), end);
        let Some(reading) = numeral(text, start) else { return end };
        match after::word(text, reading.end, lexicon) {
            Some((next, After::Mark(smaller)))
                if is_smaller(mark, smaller) && is_calendar(&reading, smaller) =>
            {
                end = next;
                mark = smaller;
            }
            Some((next, After::Unit(unit)))
                if mark == Mark::Clock && text[..next].ends_with('分') && unit.is_counter() =>
            {
                return next;
            }
            _ => return end,
        }
    }
}

fn numeral(text: &str, at: usize) -> Option<Reading> {
    let wide = matches!(text.as_bytes().get(at)?, b'0'..=b'9' | 0xE3..=0xE9 | 0xEF);
    wide.then(|| han::read_short(text, at)).flatten()
}

fn is_smaller(mark: Mark, next: Mark) -> bool {
    matches!(
        (mark, next),
        (Mark::Year, Mark::Month) | (Mark::Month, Mark::Day) | (Mark::Day, Mark::Clock)
    )
}

/// March 5, 2022; 5 March; 8 p.m.; the 1990s is left to names.
fn named_month(scanner: &Scanner<'_>, number: &Number) -> Option<usize> {
    let (text, lexicon) = (scanner.text, scanner.lexicon);
    if lexicon.lang != Lang::En || number.reading.shape != Shape::Plain {
        return None;
    }
    let value = number.reading.integer()?;
    let day = (1..=31).contains(&value);
    let gap = gap_after(text.as_bytes(), number.end());
    let rest = text.get(number.end() + gap..)?;
    let hour = ["a.m.", "p.m.", "am", "pm", "o'clock", "o’clock"];
    if day && let Some(word) = hour.iter().find(|word| starts_with(rest, word)) {
        return Some(number.end() + gap + word.len());
    }
    let fits = |end: usize| super::words::is_boundary(text, end);
    let follows = lexicon.months.longest(text, number.end() + gap, fits);
    if let Some((end, ())) =
        follows.filter(|_| day && gap > 0 && rest.starts_with(char::is_uppercase))
    {
        return Some(end);
    }
    (month_before(scanner, number.start) && (day || number.reading.is_year()))
        .then_some(number.end())
}

fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
        && !text.as_bytes().get(word.len()).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether a month's name with its capital stands before `at`.
fn month_before(scanner: &Scanner<'_>, at: usize) -> bool {
    let text = scanner.text;
    let end = at - gap_before(text.as_bytes(), at);
    let head = &text.as_bytes()[end.saturating_sub(10)..end];
    let letters = head.iter().rev().take_while(|byte| byte.is_ascii_alphabetic() || **byte == b'.');
    let start = end - letters.count();
    let capital = text.as_bytes().get(start).is_some_and(u8::is_ascii_uppercase);
    let found = scanner.lexicon.months.longest(text, start, |stop| stop == end);
    end < at && capital && found.is_some()
}

/// Four digits that are a year: in 2022, 2018-2022.
fn bare_year(scanner: &Scanner<'_>, number: &Number) -> Option<usize> {
    let reading = &number.reading;
    if !reading.is_modern_year() || reading.hedge.is_some() || reading.style == Style::Words {
        return None;
    }
    let money = before::currency(scanner.text, number.start, scanner.lexicon).is_some();
    let grand = matches!(number.mark(), Some((_, Mark::Grand | Mark::Over | Mark::Tenth)));
    let preposition = scanner.lexicon.lang == Lang::En && after_time_word(scanner, number.start);
    let counted = number.unit().is_some() && !preposition;
    let hedged = over(scanner, number)
        || after::hedge(scanner.text, number.end(), scanner.lexicon).is_some();
    (!money && !grand && !counted && !hedged).then_some(number.end())
}

fn after_time_word(scanner: &Scanner<'_>, at: usize) -> bool {
    let head = scanner.text[..at].trim_end_matches(' ');
    ["in", "since", "by", "until", "from", "during", "end of", "of"].iter().any(|word| {
        let start = head.len().saturating_sub(word.len());
        head.get(start..).is_some_and(|tail| tail.eq_ignore_ascii_case(word))
            && before::begins_word(head, start, Lang::En)
    })
}

/// A span of time that names a period or a plan: 过去五年, 三年行动, the past five years.
fn period(scanner: &Scanner<'_>, number: &Number) -> Option<(Kind, usize, Option<Unit>)> {
    let (text, lexicon) = (scanner.text, scanner.lexicon);
    let (end, unit) = match number.after? {
        (end, After::Unit(unit)) if is_time(unit) => (end, Some(unit)),
        (end, After::Mark(Mark::Year)) => (end, Unit::from_id("year")),
        _ => return None,
    };
    let whole = |start: usize| before::begins_word(text, start, lexicon.lang);
    let head = number.start - gap_before(text.as_bytes(), number.start);
    // 历时近三年: the hedge stands between.
    let head = match before::read(text, number.start, lexicon, false).start {
        start if start < number.start && lexicon.lasting.longest(text, start, whole).is_some() => {
            start
        }
        _ => head,
    };
    let lasting = lexicon.lasting.longest(text, head, whole).map_or(0, |(start, ())| head - start);
    let gap = super::words::hyphen_or_gap(text.as_bytes(), end);
    let planned =
        lexicon.plans.longest(text, end + gap, |end| super::judge::ends_word(scanner, end));
    if lasting > 0 {
        return None;
    }
    if planned.is_some() || is_attribute(scanner, number, end) {
        return Some((Kind::Name, end, unit));
    }
    let since =
        number.value <= LONGEST_PERIOD && lexicon.periods.longest(text, head, whole).is_some();
    let ago = starts_with(text[end..].trim_start(), "ago");
    let han = number.reading.style == Style::Han
        && number.reading.shape == Shape::Small
        && number.reading.hedge.is_none()
        && unit.is_some_and(|unit| unit.id() == "year")
        && !is_hedged(scanner, number.start)
        && after::hedge(text, end, lexicon).is_none();
    (since || ago || han).then_some((Kind::Date, end, unit))
}

/// Whether reports look back or ahead by this unit: 近三年, but never 近两个小时.
fn is_time(unit: Unit) -> bool {
    let time = matches!(unit.dimension(), Dimension::Time | Dimension::Month);
    time && !["hour", "minute", "second"].contains(&unit.id())
}

/// `nine-year compulsory education`: in words and with a hyphen it says what kind, not how many.
fn is_attribute(scanner: &Scanner<'_>, number: &Number, end: usize) -> bool {
    let hyphen = scanner.text.as_bytes().get(number.end()) == Some(&b'-');
    let old = scanner.text[..end].ends_with("old");
    number.reading.style == Style::Words && hyphen && !old
}
