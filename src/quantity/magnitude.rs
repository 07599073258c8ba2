//! Numbers of which words tell only the size: 数百万, several hundred thousand, dozens.

use std::ops::Range;

use super::lexicon::numerals::{Han, han};
use crate::lang::Lang;

/// A size where it stands in a text, as the power of ten that it begins with: 6 for 数百万.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Magnitude {
    /// Its bytes.
    pub range: Range<usize>,
    /// The power of ten.
    pub exponent: u32,
}

/// Every size that a text tells without a number, in its order.
pub fn magnitudes(text: &str, lang: Lang) -> Vec<Magnitude> {
    match lang {
        Lang::Zh => chinese(text),
        Lang::En => english(text),
    }
}

/// In front of 数 and 几 these make other words: 人数, 十几.
const OTHER_WORDS: &str =
    "人总指倍次户件个系参分度多少基岁码整小变函级计无为好十百千万亿字股点票场家";

fn chinese(text: &str) -> Vec<Magnitude> {
    let mut found = Vec::new();
    // One character at a time is found many bytes at once.
    let places = |letter| text.match_indices::<char>(letter).map(move |(at, _)| (at, letter));
    let mut places: Vec<(usize, char)> =
        ['数', '几', '數', '幾'].into_iter().flat_map(places).collect();
    places.sort_unstable();
    for (start, first) in places {
        let before = text[..start].chars().next_back();
        if before.is_some_and(|before| OTHER_WORDS.contains(before)) {
            continue;
        }
        let mut end = start + first.len_utf8();
        let mut exponent = 0;
        for letter in text[end..].chars().take(3) {
            let (Some(Han::Small(power) | Han::Big(power)), true) =
                (han(letter), exponent < 8 && letter != '兆')
            else {
                break;
            };
            exponent += u32::from(power);
            end += letter.len_utf8();
        }
        if exponent > 0 {
            found.push(Magnitude { range: start..end, exponent });
        }
    }
    found
}

/// English words for sizes; the ones of several things say one by themselves.
const SIZES: [(&str, u32); 6] =
    [("ten", 1), ("dozen", 1), ("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9)];

fn english(text: &str) -> Vec<Magnitude> {
    let mut found: Vec<Magnitude> = Vec::new();
    let mut words = words(text).peekable();
    while let Some(word) = words.next() {
        let name = &text[word.clone()];
        let (mut exponent, mut end) = match size(name) {
            Some((exponent, true)) => (exponent, word.end),
            None if is_one_of(name, &["several", "few"]) => (0, word.end),
            _ => continue,
        };
        while let Some(next) = words.peek() {
            let name = &text[next.clone()];
            match size(name) {
                Some((more, _)) => {
                    exponent += more;
                    end = next.end;
                }
                None if name == "of" && exponent > 0 => {}
                None => break,
            }
            words.next();
        }
        if exponent > 0 {
            found.push(Magnitude { range: word.start..end, exponent });
        }
    }
    found
}

/// The power of ten of a word for a size, and whether it stands in the plural.
fn size(word: &str) -> Option<(u32, bool)> {
    let single = word.strip_suffix('s').unwrap_or(word);
    let (_, exponent) = SIZES.iter().find(|(name, _)| name.eq_ignore_ascii_case(single))?;
    Some((*exponent, single.len() < word.len()))
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|it| it.eq_ignore_ascii_case(word))
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_letter = |it: char| it.is_ascii_alphabetic();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_letter)?;
        let rest = &text[start..];
        let end = start + rest.find(|it: char| !is_letter(it)).unwrap_or(rest.len());
        at = end;
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_tell_sizes() {
        let sizes = |text: &str, lang| -> Vec<u32> {
            magnitudes(text, lang).into_iter().map(|it| it.exponent).collect()
        };
        for (zh, en, exponent) in [
            ("数百万游客", "several million visitors", 6),
            ("几百名学生", "a few hundred students", 2),
            ("数十万人", "hundreds of thousands of people", 5),
            ("数万人", "tens of thousands of people", 4),
            ("打井几十眼", "Dozens of wells were sunk", 1),
            ("数亿元", "several hundred million yuan", 8),
        ] {
            assert_eq!(sizes(zh, Lang::Zh), [exponent], "{zh}");
            assert_eq!(sizes(en, Lang::En), [exponent], "{en}");
        }
        for text in ["人数百分之三", "十几名", "数字", "好几眼", "小数点", "指数十年来"]
        {
            assert!(sizes(text, Lang::Zh).is_empty(), "{text}");
        }
        for text in ["3 million people", "a thousand", "few people", "several villages"] {
            assert!(sizes(text, Lang::En).is_empty(), "{text}");
        }
    }
}
