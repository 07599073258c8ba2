//! Ranges told by two neighbouring numerals: 三四十 is 30 to 40, 十七八 17 or 18.

use rust_decimal::Decimal;

use super::han;
use crate::quantity::lexicon::numerals::{Han, han as meaning, leaves_open};

/// Both ends of each such range in a Chinese text.
pub fn rough_ranges(text: &str) -> Vec<[Decimal; 2]> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let pairs = letters.windows(2).filter(|pair| {
        let digits = [pair[0].1, pair[1].1].map(|letter| match meaning(letter) {
            Some(Han::Digit(digit)) => Some(digit),
            _ => None,
        });
        matches!(digits, [Some(low), Some(high)] if leaves_open(low, high))
    });
    pairs.filter_map(|pair| range(text, pair[0].0, pair[1].0)).collect()
}

/// A number has no more numerals than this on one side of the two.
const MOST_NUMERALS: usize = 12;

/// How many bytes of numerals some letters begin with.
fn numerals(letters: impl Iterator<Item = char>) -> usize {
    let near = letters.take(MOST_NUMERALS).take_while(|letter| meaning(*letter).is_some());
    near.map(char::len_utf8).sum()
}

/// The range whose two numerals begin at `low` and `high`: each is left out in turn.
fn range(text: &str, low: usize, high: usize) -> Option<[Decimal; 2]> {
    let end = high + text[high..].chars().next()?.len_utf8();
    let head = &text[low - numerals(text[..low].chars().rev())..low];
    let tail = &text[end..end + numerals(text[end..].chars())];
    let (low, high) = (&text[low..high], &text[high..end]);
    let value = |digit: &str| han::read_short(&[head, digit, tail].concat(), 0)?.value;
    Some([value(low)?, value(high)?])
}
