//! Places that a superlative tells: 第二大, the third-largest, the highest.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::check::prose::last_letters;

/// What follows 第二 and 最.
const BY_ZH: [char; 12] = ['大', '高', '低', '长', '多', '快', '小', '强', '少', '热', '暖', '冷'];
pub(super) const NUMERALS_ZH: [char; 11] =
    ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const BY_EN: [&str; 15] = [
    "warmest",
    "hottest",
    "coldest",
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
pub(super) const RANKS_EN: [&str; 11] = [
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth",
];

/// The longest superlative, in letters.
const LONGEST: usize = 9;
/// The longest rank with the gap behind it, in letters.
const LONGEST_RANK: usize = 12;

/// The place that a superlative tells that begins with the 第 or 最 at `at`, and where.
pub(super) fn in_chinese(text: &str, at: usize) -> Option<(Range<usize>, u32)> {
    let mut letters = text[at..].chars();
    let first = letters.next()?;
    let numeral = if first == '第' { letters.next()? } else { '一' };
    let by = letters.next().filter(|by| BY_ZH.contains(by))?;
    // 最热门 and 最热心 are no temperatures.
    if by == '热' && letters.as_str().starts_with(['门', '闹', '心', '烈', '情', '爱', '点'])
    {
        return None;
    }
    // Of a minimum, 最低工资 and 最高法院 nothing is said to be the least or the most.
    const NAMES: [&str; 6] = ["值", "限度", "工资", "人民", "法院", "检察"];
    if first == '最' && NAMES.iter().any(|name| letters.as_str().starts_with(name)) {
        return None;
    }
    let place = NUMERALS_ZH.iter().position(|it| *it == numeral)?;
    let end = text.len() - letters.as_str().len();
    Some((at..end, u32::try_from(place).ok()?))
}

/// Every place that an English text tells with a superlative, and where.
pub(super) fn in_english(text: &str) -> impl Iterator<Item = (Range<usize>, u32)> + '_ {
    // All of them end alike.
    static END: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("est"));
    let ends = END.find_iter(text.as_bytes()).map(|at| at + "est".len());
    let found = ends.filter_map(|end| {
        let near = last_letters(&text[..end], LONGEST);
        let word = BY_EN.iter().find(|word| near.ends_with(*word))?;
        Some(end - word.len()..end)
    });
    found.map(|superlative| ranked(text, superlative))
}

/// A superlative with the rank in front of it.
fn ranked(text: &str, superlative: Range<usize>) -> (Range<usize>, u32) {
    let near = last_letters(&text[..superlative.start], LONGEST_RANK);
    let head = near.trim_end_matches([' ', '-']);
    let word = head.rsplit([' ', '-', '\n']).next().unwrap_or_default();
    let start = superlative.start - near.len() + head.len() - word.len();
    let word = word.to_ascii_lowercase();
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let named = || RANKS_EN.iter().position(|rank| *rank == word).filter(|rank| *rank > 0);
    // The 10 warmest are no tenth.
    let rank = digits.parse().ok().filter(|_| digits.len() < word.len());
    let place = rank.or_else(|| named().and_then(|rank| u32::try_from(rank).ok()));
    match place {
        Some(place) => (start..superlative.end, place),
        None => (superlative, 1),
    }
}
