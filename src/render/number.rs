//! Numbers as pages print them.

use super::scope::Scope;
use super::view::{NumberView, Words};
use crate::figure::Figure;

/// The narrowest and the widest number that styles know, in halves of a digit's height.
const WIDTHS: (u32, u32) = (3, 16);
/// A unit wider than this, in hundredths of its own size, stands below.
const WIDEST_UNIT: usize = 1200;
/// Room for a Chinese numeral beside its own width, in hundredths of its size.
const WIDE_SPARE: usize = 12;
/// A number of running text wider than this, in hundredths of its size, may go on in the next line:
/// about 22 Latin letters. All of it stands on one line of the narrowest phone.
const LONGEST_PIECE: usize = 1100;
/// The space between digits and unit, in hundredths of the digits' height.
const GAP: usize = 20;

/// The number of a figure.
pub(super) fn number(scope: &Scope<'_>, figure: &Figure) -> NumberView {
    let printed = figure.printed.get(scope.lang);
    let around = Around::of(&printed.text, &printed.number, &printed.unit);
    let unit_width = width(around.unit);
    let stacked = unit_width > WIDEST_UNIT;
    let unit = if stacked || around.unit.is_empty() { 0 } else { unit_width * 34 / 100 + GAP };
    let hedges = (width(around.before) + width(around.after)) * 34 / 100;
    // Chinese numerals fill their squares: they get the room that digits have by being narrower.
    let wide = printed.number.chars().filter(|letter| !letter.is_ascii()).count();
    let halves = (width(&printed.number) + wide * WIDE_SPARE + unit + hedges).div_ceil(50);
    NumberView {
        before: scope.html(around.before),
        number: Words::from(&printed.number),
        gap: if stacked { "" } else { around.gap },
        unit: scope.html(around.unit),
        after: scope.html(around.after),
        text: Words::from(&printed.text),
        other: Words::from(&figure.printed.get(scope.lang.other()).text),
        width: u32::try_from(halves).unwrap_or(u32::MAX).clamp(WIDTHS.0, WIDTHS.1),
        stacked,
    }
}

/// What stands around the digits of a printed number.
#[derive(Debug, PartialEq, Eq)]
struct Around<'t> {
    /// A hedge before them.
    before: &'t str,
    /// The space behind them.
    gap: &'static str,
    /// The unit, with a hedge that stands inside of it: 万多人.
    unit: &'t str,
    /// A hedge behind the unit.
    after: &'t str,
}

impl<'t> Around<'t> {
    fn of(text: &'t str, number: &str, unit: &'t str) -> Self {
        let start = if text.starts_with(number) { Some(0) } else { text.find(number) };
        let Some(start) = start else {
            return Around { before: "", gap: "", unit, after: "" };
        };
        let rest = &text[start + number.len()..];
        let gap = if rest.starts_with(char::is_whitespace) { "\u{a0}" } else { "" };
        let rest = rest.trim();
        let (unit, after) = match rest.strip_prefix(unit.trim()) {
            Some(after) => (unit.trim(), after.trim_start()),
            None => (rest, ""),
        };
        Around { before: text[..start].trim_end(), gap, unit, after }
    }
}

/// Whether a number of running text is so long that a line may end within it.
pub(super) fn is_long(text: &str) -> bool {
    width(text) > LONGEST_PIECE
}

/// The tag that marks a number in a quote. A line may end within a long one, whose class says so.
pub(super) fn mark_tag(number: &str) -> &'static str {
    if is_long(number) { "<mark class=\"words\">" } else { "<mark>" }
}

/// About how wide a text is in a narrow face, in hundredths of its size.
pub(super) fn width(text: &str) -> usize {
    let bytes = text.as_bytes();
    let width = |(at, byte): (usize, &u8)| match byte {
        // U+00A0, the space that does not break.
        0xC2 if bytes.get(at + 1) == Some(&0xA0) => 24,
        _ => usize::from(WIDTH[usize::from(*byte)]),
    };
    bytes.iter().enumerate().map(width).sum()
}

/// How wide the character is that begins with a byte; a byte within a character has no width.
const WIDTH: [u8; 256] = {
    let mut widths = [100; 256];
    let mut byte = 0;
    while byte < 0xC0 {
        widths[byte] = match byte as u8 {
            b'.' | b',' | b'i' | b'l' | b'\'' | b' ' => 24,
            b'm' | b'w' | b'M' | b'W' | b'%' => 80,
            ..0x80 => 48,
            _ => 0,
        };
        byte += 1;
    }
    widths
};

#[cfg(test)]
mod tests {
    use super::{Around, mark_tag, width};

    #[test]
    fn hedges_stand_around_number_and_unit() {
        let of = |text, number, unit| {
            let around = Around::of(text, number, unit);
            (around.before, around.gap, around.unit, around.after)
        };
        assert_eq!(of("近90亿元", "90", "亿元"), ("近", "", "亿元", ""));
        assert_eq!(of("90亿元以上", "90", "亿元"), ("", "", "亿元", "以上"));
        assert_eq!(of("6万多人", "6", "万人"), ("", "", "万多人", ""));
        assert_eq!(
            of("nearly 9\u{a0}billion yuan", "9", "billion yuan"),
            ("nearly", "\u{a0}", "billion yuan", "")
        );
        assert_eq!(of("7.4%", "7.4", "%"), ("", "", "%", ""));
        assert_eq!(of("3", "3", ""), ("", "", "", ""));
    }

    #[test]
    fn a_line_ends_within_a_long_number_only() {
        let short = ["38.4 billion yuan", "nearly 9 billion yuan", "384.27万平方公里"];
        assert!(short.iter().all(|text| mark_tag(text) == "<mark>"));
        let long = ["384,270,700 square kilometres", "三百八十四亿一千二百零七万人"];
        assert!(long.iter().all(|text| mark_tag(text) == "<mark class=\"words\">"));
    }

    #[test]
    fn a_chinese_character_is_about_as_wide_as_two_digits() {
        assert_eq!(width("384"), 144);
        assert_eq!(width("万人"), 200);
        assert_eq!(width("3\u{a0}mi·°"), 48 + 24 + 80 + 24 + 200);
    }
}
