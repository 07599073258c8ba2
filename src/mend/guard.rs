//! What mending must never do: change a word or a number.

use crate::lang::Lang;
use crate::quantity::{self, Mention};

/// Whether two texts have the same words and say the same numbers: they differ in nothing but space
/// and the punctuation of YAML.
pub(super) fn keeps_words(before: &str, after: &str) -> bool {
    letters(before).eq(letters(after)) && numbers(before) == numbers(after)
}

/// The characters of a text that are no part of YAML's punctuation.
fn letters(text: &str) -> impl Iterator<Item = char> {
    let is_frame = |letter: &char| {
        letter.is_whitespace()
            || matches!(letter, '\u{200b}' | '\u{feff}')
            || ":：\"'“”‘’＂＇#＃-–—－─‐−,，、".contains(*letter)
    };
    text.chars().filter(move |letter| !is_frame(letter))
}

/// Every number that the lines of a text say, as it is written, in both languages' reading. Signs and
/// separators that are frame above count here.
fn numbers(text: &str) -> Vec<String> {
    let said = |line: &str, mention: &Mention| line[mention.range.clone()].trim().to_owned();
    let of_line = |line: &str| {
        Lang::ALL.map(|lang| {
            let mentions = quantity::scan(line, lang);
            mentions.iter().map(|mention| said(line, mention)).collect::<Vec<_>>()
        })
    };
    text.lines().map(str::trim).flat_map(of_line).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::keeps_words;

    #[test]
    fn only_space_and_punctuation_may_differ() {
        for (before, after) in [
            ("title：借阅\n", "title: 借阅\n"),
            ("\tvalue:384万人 \n", "  value: 384万人\n"),
            ("title: a: 12\n", "title: \"a: 12\"\n"),
            ("———\n", "---\n"),
        ] {
            assert!(keeps_words(before, after), "{before:?} {after:?}");
        }
        for (before, after) in [
            ("value: 1 256人", "value: 1256人"),
            ("value: -3%", "value: 3%"),
            ("value: 3人", "value: 3万人"),
            ("title: 借阅", "title: 借 阅览"),
            ("value: 1,256人", "value: 1 256人"),
        ] {
            assert!(!keeps_words(before, after), "{before:?} {after:?}");
        }
    }
}
