//! Numbers as pages print them.

use super::scope::Scope;
use super::view::NumberView;
use crate::figure::Figure;

/// The narrowest and the widest number that styles know, in digits.
const WIDTHS: (usize, usize) = (3, 16);
/// A unit wider than this, in hundredths of a digit's height and at its own size, stands below.
const WIDEST_UNIT: usize = 1400;

/// The number of a figure.
pub(super) fn number(scope: &Scope<'_>, figure: &Figure) -> NumberView {
    let printed = figure.printed.get(scope.lang);
    let core = format!("{}{}", printed.number, printed.unit);
    let (before, after) = around(&printed.text, &printed.number, &printed.unit);
    let unit_width = width(&printed.unit);
    let stacked = unit_width > WIDEST_UNIT;
    let inline = if stacked { unit_width / 4 } else { width(&printed.number) + unit_width / 3 };
    let words = (width(before) + width(after)) / 3;
    let digits = (inline.max(width(&printed.number)) + words).div_ceil(58).max(core.len().min(1));
    NumberView {
        before: scope.html(before),
        number: printed.number.clone(),
        gap: if stacked { "" } else { gap(&printed.text, &printed.number) },
        unit: scope.html(&printed.unit),
        after: scope.html(after),
        text: printed.text.clone(),
        other: figure.printed.get(scope.lang.other()).text.clone(),
        width: digits.clamp(WIDTHS.0, WIDTHS.1),
        stacked,
    }
}

/// The space behind the digits, as the text has it.
fn gap(text: &str, number: &str) -> &'static str {
    let behind = text.find(number).map_or("", |start| &text[start + number.len()..]);
    if behind.starts_with(char::is_whitespace) { "\u{a0}" } else { "" }
}

/// The hedges before the digits and behind the unit.
fn around<'t>(text: &'t str, number: &str, unit: &str) -> (&'t str, &'t str) {
    let Some(start) = text.find(number) else { return ("", "") };
    let before = text[..start].trim_end();
    let rest = &text[start + number.len()..];
    let unit = unit.trim();
    let after = match rest.find(unit) {
        Some(place) if !unit.is_empty() => &rest[place + unit.len()..],
        _ => rest,
    };
    (before, after.trim_start())
}

/// About how wide a text is, in hundredths of its size: a digit takes 58, a Chinese character 100.
pub(super) fn width(text: &str) -> usize {
    text.chars()
        .map(|letter| match letter {
            '.' | ',' | 'i' | 'l' | '\'' | ' ' | '\u{a0}' => 28,
            'm' | 'w' | 'M' | 'W' | '%' => 85,
            letter if letter.is_ascii() => 58,
            _ => 100,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::{around, width};

    #[test]
    fn hedges_stand_around_number_and_unit() {
        assert_eq!(around("近90亿元", "90", "亿元"), ("近", ""));
        assert_eq!(around("90亿元以上", "90", "亿元"), ("", "以上"));
        assert_eq!(around("nearly 9\u{a0}billion yuan", "9", "billion yuan"), ("nearly", ""));
        assert_eq!(around("10.6%", "10.6", "%"), ("", ""));
        assert_eq!(around("3", "3", ""), ("", ""));
    }

    #[test]
    fn a_chinese_character_is_about_as_wide_as_two_digits() {
        assert_eq!(width("256"), 174);
        assert_eq!(width("万人"), 200);
    }
}
