//! What mending must never do: change a word or a number.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Edit};
use crate::lang::Lang;
use crate::quantity::{self, Mention};
use crate::source;

/// Whether two texts have the same words and say the same numbers: they differ in nothing but space
/// and the punctuation of YAML, and in how they write a day.
pub(super) fn keeps_words(before: &str, after: &str) -> bool {
    let (before, after) = (with_plain_days(before), with_plain_days(after));
    letters(&before).eq(letters(&after)) && numbers(&before) == numbers(&after)
}

/// The text with the day of each line `date: …` written as `2022-12-31`.
fn with_plain_days(text: &str) -> String {
    let plain = |line: &str| {
        let (key, value) = line.split_once(':').filter(|(key, _)| key.trim() == "date")?;
        let bare = value.trim().trim_matches(['"', '\'']);
        Some(format!("{key}: {}\n", source::day(bare)?))
    };
    text.split_inclusive('\n').map(|line| plain(line).unwrap_or_else(|| line.to_owned())).collect()
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

/// Whether a line that would be moved or put in quotation marks makes no sense there: files are read on
/// as if they were mended, and something is wrong with what the line came to be.
pub(super) fn misleads(edits: &[Edit], diagnostics: &[Diagnostic], text: &str) -> bool {
    let Some(edit) = edits.first().filter(|edit| is_of_place(edit)) else { return false };
    // Tabs throughout are changed line by line, whatever the lines say.
    let lines: BTreeSet<usize> =
        edits.iter().map(|edit| line_at(text, edit.span.start())).collect();
    if lines.len() > 1 {
        return false;
    }
    let of_sense = [Code::UnknownKey, Code::WrongType, Code::DuplicateKey];
    diagnostics.iter().filter(|found| of_sense.contains(&found.code) && found.fix.is_none()).any(
        |found| {
            let span = found.span.filter(|span| span.file == edit.span.file);
            span.is_some_and(|span| lines.contains(&line_at(text, span.start())))
        },
    )
}

/// Whether an edit moves a line or puts a quotation mark.
fn is_of_place(edit: &Edit) -> bool {
    !edit.text.is_empty() && edit.text.chars().all(|letter| " \"'".contains(letter))
}

/// The first byte of the line that a byte stands in.
fn line_at(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |line| line + 1)
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
            ("date: 2024年2月3日\n", "date: 2024-02-03\n"),
            ("date: \"2024/2/3\"\n", "date: 2024-02-03\n"),
        ] {
            assert!(keeps_words(before, after), "{before:?} {after:?}");
        }
        for (before, after) in [
            ("value: 1 256人", "value: 1256人"),
            ("value: -3%", "value: 3%"),
            ("date: 2024/2/3\n", "date: 2024-03-02\n"),
            ("period: 2024/2/3\n", "period: 2024-02-03\n"),
            ("value: 3人", "value: 3万人"),
            ("title: 借阅", "title: 借 阅览"),
            ("value: 1,256人", "value: 1 256人"),
        ] {
            assert!(!keeps_words(before, after), "{before:?} {after:?}");
        }
    }
}
