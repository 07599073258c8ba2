//! Places that a superlative tells: 第二大, the third-largest, the highest.

use std::ops::Range;

use memchr::memmem;

use crate::check::prose::last_letters;
use crate::lang::Lang;

/// What follows 第二 and 最.
const BY_ZH: [char; 9] = ['大', '高', '低', '长', '多', '快', '小', '强', '少'];
const NUMERALS_ZH: [char; 11] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const BY_EN: [&str; 12] = [
    "largest",
    "biggest",
    "highest",
    "lowest",
    "longest",
    "fastest",
    "smallest",
    "strongest",
    "greatest",
    "busiest",
    "tallest",
    "fewest",
];
const RANKS_EN: [&str; 11] = [
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth",
];

/// The longest superlative, in letters.
const LONGEST: usize = 9;
/// The longest rank with the gap behind it, in letters.
const LONGEST_RANK: usize = 12;

/// Every place that a text tells with a superlative, and where.
pub(super) fn superlatives(text: &str, lang: Lang) -> Vec<(Range<usize>, u32)> {
    match lang {
        Lang::Zh => {
            let ranked = text.match_indices('第').filter_map(|(at, word)| {
                let mut letters = text[at + word.len()..].chars();
                let numeral = letters.next()?;
                let by = letters.next().filter(|by| BY_ZH.contains(by))?;
                let place = NUMERALS_ZH.iter().position(|it| *it == numeral)?;
                let end = at + word.len() + numeral.len_utf8() + by.len_utf8();
                Some((at..end, u32::try_from(place).ok()?))
            });
            let first = text.match_indices('最').filter_map(|(at, word)| {
                let by = text[at + word.len()..].chars().next()?;
                BY_ZH.contains(&by).then(|| (at..at + word.len() + by.len_utf8(), 1))
            });
            ranked.chain(first).collect()
        }
        Lang::En => {
            // All of them end alike.
            let ends = memmem::find_iter(text.as_bytes(), "est").map(|at| at + "est".len());
            let found = ends.filter_map(|end| {
                let near = last_letters(&text[..end], LONGEST);
                let word = BY_EN.iter().find(|word| near.ends_with(*word))?;
                Some(end - word.len()..end)
            });
            found.map(|superlative| in_english(text, superlative)).collect()
        }
    }
}

/// A superlative with the rank in front of it.
fn in_english(text: &str, superlative: Range<usize>) -> (Range<usize>, u32) {
    let near = last_letters(&text[..superlative.start], LONGEST_RANK);
    let head = near.trim_end_matches([' ', '-']);
    let word = head.rsplit([' ', '-', '\n']).next().unwrap_or_default();
    let start = superlative.start - near.len() + head.len() - word.len();
    let word = word.to_ascii_lowercase();
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let named = || RANKS_EN.iter().position(|rank| *rank == word).filter(|rank| *rank > 0);
    let place = digits.parse().ok().or_else(|| named().and_then(|rank| u32::try_from(rank).ok()));
    match place {
        Some(place) => (start..superlative.end, place),
        None => (superlative, 1),
    }
}
