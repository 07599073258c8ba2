//! Numbers that are part of a name, a code or a list: 5G, “六稳”, 第一, Table 3, 0870-2123456.

use rust_decimal::Decimal;

use super::judge::Number;
use super::reading::{Shape, Style};
use super::words::is_boundary;
use super::{Scanner, after, before, digits, words};
use crate::lang::Lang;
use crate::quantity::Kind;
use crate::quantity::lexicon::gaps::{gap_after, gap_before};
use crate::quantity::lexicon::names::Mark;
use crate::quantity::unit::Dimension;

/// The longest ranking that a report tells a place in.
const ONE_THOUSAND: Decimal = Decimal::ONE_THOUSAND;

/// A quoted name is at most this long, in bytes.
const LONGEST_QUOTED: usize = 42;

/// Passes over digits that are attached to letters or to other digits: COVID-19, 5G, 1.2.3.
pub(crate) fn attached(scanner: &mut Scanner<'_>, at: usize) -> Option<usize> {
    let bytes = scanner.text.as_bytes();
    digits::digit(bytes, at)?;
    let end = letters_before(scanner, at)
        .or_else(|| letters_after(scanner, at))
        .or_else(|| spaced(bytes, at))
        .or_else(|| mobile(scanner, at))
        .or_else(|| chained(bytes, at))?;
    let ordinal = is_ordinal(&scanner.text[at..end]);
    let decade = scanner.text[at..end].ends_with(['s', 'S']);
    let kind = match (ordinal, decade) {
        (true, _) => Kind::Ordinal,
        (_, true) => Kind::Date,
        _ => Kind::Name,
    };
    let value = digits::read(bytes, at).and_then(|run| run.value).unwrap_or_default();
    scanner.push(at..end, kind, value, None);
    Some(end)
}

fn is_ordinal(text: &str) -> bool {
    let letters = text.trim_start_matches(|next: char| next.is_ascii_digit());
    ["st", "nd", "rd", "th"].iter().any(|ending| letters.eq_ignore_ascii_case(ending))
}

/// Where a word of letters and digits ends: 737MAX, F-35B.
fn word_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while end < bytes.len() {
        let joined = bytes[end] == b'-' && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !bytes[end].is_ascii_alphanumeric() && !joined {
            break;
        }
        end += 1;
    }
    end
}

/// G20, COVID-19, PM2.5, M2.
fn letters_before(scanner: &Scanner<'_>, at: usize) -> Option<usize> {
    let bytes = scanner.text.as_bytes();
    let hyphen = match bytes.get(..at)? {
        [.., b'-' | b'_' | b'/' | b'#' | b'@'] => 1,
        _ => 0,
    };
    let letter = *bytes.get((at - hyphen).checked_sub(1)?)?;
    let attached = letter.is_ascii_alphabetic() || (hyphen == 1 && letter == b'_');
    let slash = hyphen == 1 && bytes.get(at - 1) == Some(&b'/');
    if !attached || slash || before::currency(scanner.text, at, scanner.lexicon).is_some() {
        return None;
    }
    let last = scanner.last_end();
    if last > 0 && last >= at - hyphen && hyphen == 1 {
        // 5km-8km is a range of measures.
        return None;
    }
    let end = digits::read(bytes, at).map_or(at, |run| run.end);
    Some(chain_end(bytes, end))
}

/// 5G, 3D, 4S店, 20th, 1990s: letters that are neither unit nor scale.
fn letters_after(scanner: &Scanner<'_>, at: usize) -> Option<usize> {
    let (text, lexicon) = (scanner.text, scanner.lexicon);
    let bytes = text.as_bytes();
    let run = digits::read(bytes, at)?;
    if let [b'-', letter, rest @ ..] = bytes.get(run.end..)?
        && letter.is_ascii_uppercase()
        && !rest.first().is_some_and(u8::is_ascii_alphanumeric)
    {
        // 3-D
        return Some(run.end + 2);
    }
    if !bytes.get(run.end)?.is_ascii_alphabetic() {
        return None;
    }
    let fits = |end: usize| is_boundary(text, end);
    let money = before::currency(text, at, lexicon).is_some();
    let scaled = lexicon.scales.longest(text, run.end, fits).is_some()
        || words::short_scale(text, run.end, lexicon, money).is_some();
    let unit = after::unit(text, run.end, lexicon).is_some()
        || after::scaled_unit(text, run.end, lexicon).is_some();
    (!scaled && !unit).then(|| word_end(bytes, run.end))
}

/// A phone number in groups: +86 871 6319 2222, 010 8888 6666.
fn spaced(bytes: &[u8], at: usize) -> Option<usize> {
    let group = |at: usize| digits::read(bytes, at).filter(|run| run.decimals == 0 && !run.grouped);
    let first = group(at)?;
    let country = first.integers <= 3 && bytes[..at].ends_with(b"+");
    let area = first.leading_zero && (3..=4).contains(&first.integers);
    if !country && !area {
        return None;
    }
    let mut end = first.end;
    while matches!(bytes.get(end), Some(b' ' | b'-')) {
        let Some(next) = group(end + 1).filter(|next| next.integers >= 2) else { break };
        end = next.end;
    }
    (end > first.end).then_some(end)
}

/// A Chinese mobile phone's number, 13800138000: eleven digits that count nothing.
fn mobile(scanner: &Scanner<'_>, at: usize) -> Option<usize> {
    let (text, lexicon) = (scanner.text, scanner.lexicon);
    let bytes = text.as_bytes();
    let run = digits::read(bytes, at)?;
    let eleven = run.integers == 11 && run.decimals == 0 && !run.grouped;
    let second = bytes.get(at + 1).copied().unwrap_or_default();
    if !eleven || bytes.get(at) != Some(&b'1') || !(b'3'..=b'9').contains(&second) {
        return None;
    }
    let counted = after::unit(text, run.end, lexicon).is_some()
        || before::currency(text, at, lexicon).is_some();
    (!counted).then_some(run.end)
}

/// Other phone numbers, versions and codes: 0870-2123456, 1.2.3, 1+N.
fn chained(bytes: &[u8], at: usize) -> Option<usize> {
    let first = digits::read(bytes, at)?;
    if first.decimals > 0 && dotted(bytes, first.end) && !is_date_head(&first) {
        return Some(chain_end(bytes, first.end));
    }
    let next = bytes.get(first.end).copied();
    let letter = bytes.get(first.end + 1).copied().unwrap_or_default();
    if next == Some(b'+') && letter.is_ascii_alphanumeric() && first.decimals == 0 {
        return Some(chain_end(bytes, first.end));
    }
    let long = !first.grouped && first.decimals == 0;
    // 2小时01分09秒
    let rest = bytes.get(first.end..).unwrap_or_default();
    let is_time = ["分", "秒", "小时"].iter().any(|word| rest.starts_with(word.as_bytes()));
    if first.leading_zero && first.integers == 2 && is_time {
        return None;
    }
    let second = next.filter(|next| *next == b'-').and_then(|_| digits::read(bytes, first.end + 1));
    let dialled = second.is_some_and(|second| second.integers >= 7 && second.decimals == 0);
    let third = second.filter(|second| second.decimals == 0).is_some_and(|second| {
        bytes.get(second.end) == Some(&b'-') && digits::read(bytes, second.end + 1).is_some()
    });
    let dialled = (dialled && first.integers <= 4) || (third && first.integers == 3);
    let crossed = bytes.get(first.end..).is_some_and(|rest| rest.starts_with("×".as_bytes()))
        || bytes[..at].ends_with("×".as_bytes());
    (long && (first.leading_zero || dialled || crossed)).then(|| chain_end(bytes, first.end))
}

fn dotted(bytes: &[u8], at: usize) -> bool {
    bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

fn is_date_head(first: &digits::Digits) -> bool {
    first.integers == 4 && first.decimals <= 2
}

fn chain_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while let Some(byte) = bytes.get(end) {
        let joins = matches!(byte, b'-' | b'.' | b'+')
            && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
        if !byte.is_ascii_alphanumeric() && !joins {
            break;
        }
        end += 1;
    }
    end
}

/// Files a number that is a rank or part of a name; where to go on.
pub(crate) fn judge(scanner: &mut Scanner<'_>, number: &Number) -> Option<usize> {
    let kind = rank(scanner, number).or_else(|| name(scanner, number))?;
    let end = match number.mark() {
        Some((_, Mark::Term)) => {
            let next = scanner.text[number.end()..].chars().next();
            number.end() + next.map_or(0, char::len_utf8)
        }
        Some((end, Mark::Rank | Mark::Name | Mark::Grand)) => end,
        _ => number.end(),
    };
    scanner.push(number.start..end, kind, number.value, None);
    Some(end)
}

fn rank(scanner: &Scanner<'_>, number: &Number) -> Option<Kind> {
    let han = number.reading.style == Style::Han;
    let decimals = number.reading.precision < 0;
    match number.mark() {
        Some((_, Mark::Rank)) if !decimals && number.reading.scale == 0 => {
            return Some(Kind::Ordinal);
        }
        Some((_, Mark::Term)) if han => return Some(Kind::Ordinal),
        // 五届四次: the fourth meeting of the fifth committee.
        None if han && scanner.text[..number.start].ends_with(['届', '屆']) => {
            return Some(Kind::Ordinal);
        }
        _ => {}
    }
    (ranked_before(scanner, number) || listed(scanner, number)).then_some(Kind::Ordinal)
}

/// 第3位, 表1, Table 1: the word before says that it is no count.
fn ranked_before(scanner: &Scanner<'_>, number: &Number) -> bool {
    let (text, lexicon) = (scanner.text, scanner.lexicon);
    let head = number.start - gap_before(text.as_bytes(), number.start);
    if text[..head].ends_with('第') || among_the_first(scanner, number) {
        return true;
    }
    let long = lexicon.lang == Lang::En
        && number.reading.style != Style::Words
        && (number.reading.integers > 5 || number.reading.shape != Shape::Plain)
        && number.reading.precision >= 0;
    let bare = number.unit().is_none() && number.reading.scale == 0 && !long;
    let whole = |start: usize| before::begins_word(text, start, lexicon.lang);
    // Words count what follows, except behind “top”: the top ten.
    let in_words = number.reading.style == Style::Words && !text[..head].ends_with("top");
    // 提前两年 is a length of time.
    let is_ahead = text[..head].ends_with("提前");
    bare && !in_words && !is_ahead && lexicon.ranks.longest(text, head, whole).is_some()
}

/// 前10名, 前三位: the best so many; but 目前3名 counts.
fn among_the_first(scanner: &Scanner<'_>, number: &Number) -> bool {
    let mut head = scanner.text[..number.start].chars().rev();
    let first = head.next() == Some('前');
    let adverb = head.next().is_some_and(|next| "目此之年日以当提月空天会生眼产午".contains(next));
    let counted = number.unit().is_some_and(|(_, unit)| unit.is_counter() || unit.id() == "person");
    // 跻身前五
    let ends =
        scanner.text[number.end()..].chars().next().is_none_or(|it| "，。；、）,强".contains(it));
    let large = matches!(number.mark(), Some((_, Mark::Grand)));
    first && !adverb && (counted || ends || large) && number.value <= ONE_THOUSAND
}

/// List numbers: 1. at the start of a line, （1）, [1].
fn listed(scanner: &Scanner<'_>, number: &Number) -> bool {
    let text = scanner.text;
    let small = number.reading.integers <= 2 && number.reading.scale == 0;
    if !small || number.reading.precision < 0 || number.unit().is_some() {
        return false;
    }
    let before = text[..number.start].chars().next_back();
    let after = text[number.end()..].chars().next();
    let pairs = [('(', ')'), ('（', '）'), ('[', ']'), ('〔', '〕'), ('【', '】'), ('(', '）')];
    if let (Some(open), Some(close)) = (before, after)
        && pairs.contains(&(open, close))
    {
        return true;
    }
    let line = text[..number.start].trim_end_matches([' ', '\u{3000}', '\t', '(', '（']);
    let apart = line.len() < number.start && line.ends_with(['。', '；', '：', ';', '.', ':']);
    let begins = line.is_empty() || line.ends_with('\n') || apart;
    let plain = matches!(number.reading.shape, Shape::Plain | Shape::Small);
    begins && plain && matches!(after, Some('.' | '、' | '．' | ')' | '）'))
}

fn name(scanner: &Scanner<'_>, number: &Number) -> Option<Kind> {
    let reading = &number.reading;
    let han = reading.style == Style::Han;
    let named = match number.mark() {
        Some((_, Mark::Grand)) => han && reading.shape == Shape::Small,
        Some((_, Mark::Name)) => true,
        _ => false,
    };
    let serial = reading.style == Style::Digits
        && reading.shape == Shape::Plain
        && reading.integers >= 8
        && number.unit().is_none();
    let several = han && scanner.text[..number.start].ends_with(['几', '数', '幾', '數']);
    let vague = reading.shape == Shape::Vague && number.unit().is_some();
    let base = is_base(scanner, number);
    let capital = reading.style == Style::Words && is_capital_name(scanner, number);
    let name = named || serial || several || vague || base || capital || quoted(scanner, number);
    name.then_some(Kind::Name)
}

/// 每万人, 每10股, per 100,000 people: what a rate is counted on.
fn is_base(scanner: &Scanner<'_>, number: &Number) -> bool {
    let head = scanner.text[..number.start].trim_end_matches(' ');
    let per = ["每", "per", "Per", "every", "Every"].iter().any(|word| {
        head.ends_with(word)
            && before::begins_word(head, head.len() - word.len(), scanner.lexicon.lang)
    });
    let round = crate::quantity::decimal::exponent_of_ten(number.value);
    // 每1英镑
    let is_money = number.unit().is_some_and(|(_, unit)| unit.dimension() == Dimension::Money);
    let behind = scanner.text[number.end()..].trim_start();
    let is_shares = ["股", "shares"].iter().any(|word| behind.starts_with(word));
    per && round.is_some_and(|exponent| match exponent {
        0 => is_money,
        1 => is_shares,
        _ => exponent >= 2,
    })
}

/// Three Gorges, Six Priorities: a capital inside a sentence, and another one after it.
fn is_capital_name(scanner: &Scanner<'_>, number: &Number) -> bool {
    let text = scanner.text;
    let capital = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_uppercase);
    let head = text[..number.start].trim_end_matches([' ', '"', '“', '\'', '‘', '\n']);
    let begins = head.is_empty() || head.ends_with(['.', '!', '?', ':', '。']);
    let gap = gap_after(text.as_bytes(), number.end());
    capital(number.start) && !begins && capital(number.end() + gap)
}

/// “六稳”, “3·15”, “four confidences”: a short quotation without a measure is a name.
fn quoted(scanner: &Scanner<'_>, number: &Number) -> bool {
    let reading = &number.reading;
    let measured = number.unit().is_some_and(|(_, unit)| !unit.is_counter());
    if reading.scale > 0 || reading.precision < 0 || (measured && reading.style == Style::Digits) {
        return false;
    }
    let text = scanner.text;
    let mut low = number.start.saturating_sub(LONGEST_QUOTED);
    let mut high = text.len().min(number.end() + LONGEST_QUOTED);
    while !text.is_char_boundary(low) {
        low += 1;
    }
    while !text.is_char_boundary(high) {
        high -= 1;
    }
    let stops = ['，', '。', '；', '！', '？', ',', ';', '\n'];
    let (before, after) = (&text[low..number.start], &text[number.end()..high]);
    let opens = ['“', '‘', '「', '『', '《'];
    let closes = ['”', '’', '」', '』', '》'];
    let open = before
        .rfind(|next| opens.contains(&next) || closes.contains(&next) || stops.contains(&next));
    let close =
        after.find(|next| closes.contains(&next) || opens.contains(&next) || stops.contains(&next));
    let (Some(open), Some(close)) = (open, close) else { return straight(before, after) };
    let inside = before[open..].starts_with(opens) && after[close..].starts_with(closes);
    inside && before.len() - open + close <= LONGEST_QUOTED
}

/// The same for straight quotation marks, right at the number.
fn straight(before: &str, after: &str) -> bool {
    before.ends_with('"') && after.contains('"')
}
