//! Which characters stand in pages.

use std::ops::RangeInclusive;

/// A set of characters of the basic plane.
#[derive(Debug, Clone)]
pub(in crate::render) struct Letters {
    bits: Vec<u64>,
    /// Which blocks of 4096 characters are left out.
    left_out: [bool; 16],
}

/// What is there beside ASCII, whatever the pages hold: the parts of numbers.
const ALWAYS: &str = "−–…·\u{a0}";

impl Letters {
    /// The characters that are always there: ASCII, so that a page is only searched for others, and
    /// the parts of numbers.
    pub(in crate::render) fn new() -> Self {
        let mut letters = Letters { bits: vec![0; 0x1_0000 / 64], left_out: [false; 16] };
        letters.add(ALWAYS);
        (' '..='~').for_each(|letter| letters.add(letter.encode_utf8(&mut [0])));
        letters
    }

    /// Every character.
    pub(in crate::render) fn every() -> Self {
        Letters { bits: vec![u64::MAX; 0x1_0000 / 64], left_out: [false; 16] }
    }

    /// Leaves out the blocks of 4096 characters that no font has: for most, Chinese ones.
    pub(in crate::render) fn leave_out(&mut self, is_idle: impl Fn(RangeInclusive<u32>) -> bool) {
        for (start, left_out) in (0_u32..).step_by(0x1000).zip(&mut self.left_out) {
            *left_out = start > 0 && is_idle(start..=start + 0xFFF);
        }
    }

    /// Adds the characters of a text.
    pub(in crate::render) fn add(&mut self, text: &str) {
        for letter in text.chars() {
            let code = usize::try_from(u32::from(letter)).unwrap_or(usize::MAX);
            if let Some(bits) = self.bits.get_mut(code / 64)
                && !self.left_out[code / 0x1000]
            {
                *bits |= 1 << (code % 64);
            }
        }
    }

    /// Whether every character of a text is there, or left out.
    pub(in crate::render) fn has_all(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            // UTF-8: the first byte of a character beyond ASCII says how many it has, that of three
            // also its block.
            at += match byte {
                0..0x80 => ascii(&bytes[at..]),
                0xE0..0xF0 if self.left_out[usize::from(byte & 0xF)] => 3,
                0xF0.. => 4,
                _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
                    Some(letter) if self.has(letter) => letter.len_utf8(),
                    _ => return false,
                },
            };
        }
        true
    }

    /// Whether a character is there, or beyond the basic plane.
    fn has(&self, letter: char) -> bool {
        let code = usize::try_from(u32::from(letter)).unwrap_or(usize::MAX);
        self.bits.get(code / 64).is_none_or(|bits| bits >> (code % 64) & 1 == 1)
    }

    /// Adds what styles show of their own: `content: "→"`.
    pub(in crate::render) fn add_styles(&mut self, css: &str) {
        for declaration in css.split("content:").skip(1) {
            self.add(declaration.split([';', '}']).next().unwrap_or_default());
        }
    }

    /// Adds the capitals of all letters.
    pub(in crate::render) fn add_capitals(&mut self) {
        let capitals: String = self.iter().flat_map(char::to_uppercase).collect();
        self.add(&capitals);
    }

    /// The characters in the order of their codes. U+FFFF is none.
    pub(in crate::render) fn iter(&self) -> impl Iterator<Item = char> {
        let codes = (0..0xFFFF_u32).zip(0_usize..);
        codes
            .filter(|(_, place)| self.bits[place / 64] >> (place % 64) & 1 == 1)
            .filter_map(|(code, _)| char::from_u32(code))
    }
}

/// How many bytes of ASCII a text begins with.
fn ascii(bytes: &[u8]) -> usize {
    let (lines, _) = bytes.as_chunks::<32>();
    let in_lines = lines.iter().take_while(|line| line.is_ascii()).count() * 32;
    let (words, _) = bytes[in_lines..].as_chunks::<8>();
    let whole = in_lines + words.iter().take_while(|word| word.is_ascii()).count() * 8;
    whole + bytes[whole..].iter().take_while(|byte| byte.is_ascii()).count()
}

#[cfg(test)]
mod tests {
    use super::Letters;

    fn added(add: impl Fn(&mut Letters)) -> String {
        let always = Letters::new();
        let mut letters = Letters::new();
        add(&mut letters);
        letters.iter().filter(|letter| !always.iter().any(|known| known == *letter)).collect()
    }

    #[test]
    fn a_text_is_there_with_all_of_its_characters() {
        assert_eq!(added(|letters| letters.add("x <p title=\"ü\">万</p> ASCII")), "ü万");
        let mut letters = Letters::new();
        assert!(letters.has_all("<p title=\"12\">\n−5 𠮷"), "beyond the plane is no matter");
        assert!(!letters.has_all("1234567 é") && !letters.has_all("12 万"));
        letters.add("é万");
        assert!(letters.has_all("1234567 é") && letters.has_all("12 万𠮷éz"));
    }

    #[test]
    fn styles_show_what_they_have_as_content() {
        let css = "a:before{content:\"→\";color:red}b{content:\"é\"}";
        assert_eq!(added(|letters| letters.add_styles(css)), "é→");
    }

    #[test]
    fn letters_have_capitals() {
        let both = added(|letters| {
            letters.add("éß");
            letters.add_capitals();
        });
        assert_eq!(both, "Éßé");
    }

    #[test]
    fn blocks_that_no_font_has_are_no_matter() {
        let mut letters = Letters::new();
        letters.leave_out(|block| *block.start() == 0x5000);
        letters.add("万é岁");
        assert!(letters.has_all("岁 万 é") && !letters.has_all("岁 丈"));
        let kept: String = letters.iter().filter(|letter| !letter.is_ascii()).collect();
        assert_eq!(kept, "\u{a0}·é–…−万");
    }
}
