//! Text folded for comparison: what differs between typing and printing is gone, what carries
//! meaning is kept.
//!
//! Folded away: white space and line breaks (one space stays between Latin letters or digits), soft
//! hyphens and other invisible characters, the difference between full- and half-width punctuation
//! and between kinds of quotation marks. Never folded: digits, decimal points, signs, units.

use std::ops::Range;

/// A folded text that knows which bytes of the original each of its bytes comes from.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the byte of the original where its character starts.
    origins: Vec<u32>,
    /// The length of the original.
    length: usize,
}

impl Folded {
    /// Folds a text.
    pub fn new(original: &str) -> Folded {
        let mut folded = Folded {
            text: String::with_capacity(original.len()),
            origins: Vec::with_capacity(original.len()),
            length: original.len(),
        };
        let mut space = None;
        for (position, letter) in original.char_indices() {
            if letter.is_whitespace() {
                space = space.or(Some(position));
                continue;
            }
            if is_invisible(letter) {
                continue;
            }
            if let Some(place) = space.take()
                && letter.is_ascii_alphanumeric()
                && folded.text.ends_with(|last: char| last.is_ascii_alphanumeric())
            {
                folded.push(' ', place);
            }
            folded.push(fold(letter), position);
        }
        folded
    }

    fn push(&mut self, letter: char, origin: usize) {
        self.text.push(letter);
        let origin = u32::try_from(origin).unwrap_or(u32::MAX);
        self.origins.resize(self.text.len(), origin);
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original behind a byte range of the folded text.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let start = self.origins.get(range.start).map_or(self.length, |origin| *origin as usize);
        let last = self.origins[..range.end].last().map_or(0, |origin| *origin as usize);
        let mut behind = self.origins[range.end..].iter().map(|origin| *origin as usize);
        let end = behind.find(|origin| *origin > last).unwrap_or(self.length);
        start..end.max(start)
    }
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}')
}

fn fold(letter: char) -> char {
    match letter {
        '，' => ',',
        '；' => ';',
        '：' => ':',
        '？' => '?',
        '！' => '!',
        '（' => '(',
        '）' => ')',
        '［' => '[',
        '］' => ']',
        '％' => '%',
        '｡' => '。',
        '､' => '、',
        '―' => '—',
        '“' | '”' | '„' | '‟' | '「' | '」' | '『' | '』' | '＂' | '〝' | '〞' => {
            '"'
        }
        '‘' | '’' | '‚' | '‛' | '＇' => '\'',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::Folded;
    use crate::figure::search::find_all;

    fn places(source: &str, quote: &str) -> Vec<String> {
        let found = find_all(&Folded::new(source), &[&Folded::new(quote)]);
        found.into_iter().flatten().map(|range| source[range].to_owned()).collect()
    }

    #[test]
    fn broken_lines_and_widths_of_punctuation_do_not_matter() {
        assert_eq!(
            places("面对动\n\n能支撑不强“三重压力”，在", "动能支撑不强\"三重压力\","),
            ["动\n\n能支撑不强“三重压力”，"]
        );
        assert_eq!(places("占比 12.5 ％，", "占比12.5%"), ["占比 12.5 ％"]);
        assert_eq!(places("12 million\npeople moved", "million people"), ["million\npeople"]);
    }

    #[test]
    fn digits_points_signs_and_units_matter() {
        for (source, quote) in [
            ("增长8.5%", "增长85%"),
            ("5.5万户", "５.５万户"),
            ("1 255 projects", "1255 projects"),
            ("下降-3%", "下降3"),
            ("90亿元", "90万元"),
            ("12.5‰", "12.5%"),
        ] {
            assert!(places(source, quote).is_empty(), "{source} {quote}");
        }
    }
}
