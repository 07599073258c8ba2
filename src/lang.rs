//! The two languages of a site, and values that exist once in each.

use serde::Serialize;

/// A language a site can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, in the order in which reports list them.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The code used in file names and folders: `zh` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The BCP 47 tag for `lang` attributes and hreflang: `zh-Hans` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-Hans",
            Lang::En => "en",
        }
    }

    /// The language's own name for itself.
    pub fn endonym(self) -> &'static str {
        match self {
            Lang::Zh => "中文",
            Lang::En => "English",
        }
    }

    /// The other of the two.
    pub fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }

    /// Reads a code as in file names; `None` for anything but `zh` and `en`.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// Embeddings, overrides and isolates (Unicode Standard Annex 9): they turn the direction of writing,
/// so that a reader sees the digits of a number in another order than they stand in.
pub fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Control characters other than tab and line ends, and noncharacters (Unicode 23.7): no text needs
/// them.
pub fn is_control(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\t' | '\n' | '\r')
        || matches!(letter, '\u{FDD0}'..='\u{FDEF}')
        || u32::from(letter) & 0xFFFE == 0xFFFE
}

/// Whether a character must not reach a page.
pub fn is_forbidden(letter: char) -> bool {
    !letter.is_ascii_graphic() && (turns_direction(letter) || is_control(letter))
}

/// The characters of a text that may be forbidden or invisible, each with its place.
pub fn unusual_letters(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut next = 0;
    std::iter::from_fn(move || {
        let at = unusual(text, next)?;
        let letter = text[at..].chars().next()?;
        next = at + letter.len_utf8();
        Some((at, letter))
    })
}

/// Where the first of them from a place on stands; most texts have none. Without an early end a chunk is
/// looked at many bytes at once.
fn unusual(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while is_usual::<64>(bytes, at) {
        at += 64;
    }
    while is_usual::<16>(bytes, at) {
        at += 16;
    }
    loop {
        let rest = bytes.get(at..)?;
        let here = rest.iter().position(|byte| !is_ordinary(*byte))?;
        match rest[here..] {
            [first, second, third, ..] if is_ordinary_mark(first, second, third) => at += here + 3,
            _ => return Some(at + here),
        }
    }
}

/// Whether so many bytes from a place on, with two behind them, are ordinary characters.
fn is_usual<const LENGTH: usize>(bytes: &[u8], at: usize) -> bool {
    let Some(bytes) = bytes.get(at..at + LENGTH + 2) else { return false };
    let (first, second, third) = (&bytes[..LENGTH], &bytes[1..=LENGTH], &bytes[2..]);
    first.iter().zip(second).zip(third).fold(true, |all, ((first, second), third)| {
        all & (is_ordinary(*first) | is_ordinary_mark(*first, *second, *third))
    })
}

/// What most texts consist of, told at once: printed ASCII, the characters from U+3000 to U+D7FF by
/// their first byte, and the bytes that go on with a character.
fn is_ordinary(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\n' | 0x80..=0xBF | 0xE3..=0xED)
}

/// Whether a character is a mark that is as ordinary: from U+2010 to U+2027, dashes and quotation marks,
/// or from U+FF00 to U+FF7F, full-width forms.
fn is_ordinary_mark(first: u8, second: u8, third: u8) -> bool {
    let is_dash = (first == 0xE2) & (second == 0x80) & matches!(third, 0x90..=0xA7);
    let is_wide = (first == 0xEF) & matches!(second, 0xBC | 0xBD);
    is_dash | is_wide
}

/// One value for each language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Bilingual<T> {
    /// The Chinese value.
    pub zh: T,
    /// The English value.
    pub en: T,
}

impl<T> Bilingual<T> {
    /// Makes each language's value from the language.
    pub fn from_fn(mut make: impl FnMut(Lang) -> T) -> Self {
        Bilingual { zh: make(Lang::Zh), en: make(Lang::En) }
    }

    /// The value in `lang`.
    pub fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The value in `lang`, to change.
    pub fn get_mut(&mut self, lang: Lang) -> &mut T {
        match lang {
            Lang::Zh => &mut self.zh,
            Lang::En => &mut self.en,
        }
    }

    /// Applies `change` to both values.
    pub fn map<U>(self, mut change: impl FnMut(T) -> U) -> Bilingual<U> {
        Bilingual { zh: change(self.zh), en: change(self.en) }
    }
}

impl<T: Clone> Bilingual<T> {
    /// The same value in both languages.
    pub fn same(value: T) -> Self {
        Bilingual { zh: value.clone(), en: value }
    }
}

/// Characters of Chinese text: Han, and East Asian punctuation and full-width forms.
pub fn is_chinese(letter: char) -> bool {
    matches!(letter,
        '\u{2E80}'..='\u{303F}' | '\u{3040}'..='\u{30FF}' | '\u{3100}'..='\u{312F}'
        | '\u{31A0}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE10}'..='\u{FE1F}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_that_may_not_reach_a_page_is_passed_over() {
        let invisible = |letter: char| matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}');
        let letters =
            ('\0'..=char::MAX).filter(|letter| is_forbidden(*letter) || invisible(*letter));
        for letter in letters {
            for before in [0, 1, 61, 62, 63, 64, 65, 66, 130] {
                let text = ["x".repeat(before), letter.to_string(), "“数”，x—".repeat(8)].concat();
                let found = unusual_letters(&text).next();
                assert_eq!(found, Some((before, letter)), "{letter:?} behind {before}");
            }
        }
        assert_eq!(unusual_letters(&"“数”，x—…（1）：".repeat(20)).next(), None);
    }
}
