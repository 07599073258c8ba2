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

/// Where the first of them from a place on stands; most texts have none. Without an early end a chunk is
/// looked at many bytes at once.
fn unusual(text: &str, from: usize) -> Option<usize> {
    const CHUNK: usize = 64;
    let bytes = text.as_bytes().get(from..)?;
    let is_usual = |chunk: &&[u8]| chunk.iter().fold(true, |all, byte| all & is_ordinary(*byte));
    let start = bytes.chunks(CHUNK).take_while(is_usual).count() * CHUNK;
    let rest = bytes.get(start..)?;
    rest.iter().position(|byte| !is_ordinary(*byte)).map(|offset| from + start + offset)
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

/// What most texts consist of, told at once: printed ASCII, the characters from U+3000 to U+D7FF by
/// their first byte, and the bytes that go on with a character.
fn is_ordinary(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\n' | 0x80..=0xBF | 0xE3..=0xED)
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
