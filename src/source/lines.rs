//! The lines of a YAML text, as far as its authors' mistakes can be told from them.

use std::ops::Range;

/// One line of YAML.
#[derive(Debug, Clone)]
pub(super) struct Line<'t> {
    /// Its bytes in the text, without the line break.
    pub(super) range: Range<usize>,
    /// What stands in them.
    pub(super) text: &'t str,
    /// Whether it is inside a text of several lines, where nothing is YAML.
    is_inside_text: bool,
}

impl Line<'_> {
    /// The white space that it begins with, of any kind.
    pub(super) fn indent(&self) -> &str {
        let body =
            self.text.trim_start_matches(|letter: char| letter == ' ' || is_odd_space(letter));
        &self.text[..self.text.len() - body.len()]
    }

    /// Whether it says something that YAML reads.
    pub(super) fn speaks(&self) -> bool {
        let body = self.text.trim();
        !self.is_inside_text && !body.is_empty() && !body.starts_with('#')
    }

    /// Whether it is indented with nothing but spaces.
    pub(super) fn is_clean(&self) -> bool {
        self.indent().bytes().all(|byte| byte == b' ')
    }

    /// How many bytes of indentation and list marks stand before its words.
    pub(super) fn lead(&self) -> usize {
        self.text.len() - self.text.trim_start_matches([' ', '-']).len()
    }

    /// Where the value behind its key begins, and the value; `None` where it has none.
    pub(super) fn value(&self) -> Option<(usize, &str)> {
        let colon = self.text.get(self.lead()..)?.find(": ")?;
        let value = self.text[self.lead() + colon + 1..].trim_start();
        let start = self.text.len() - value.len();
        (!value.is_empty()).then_some((start, value.trim_end()))
    }

    /// Whether it begins with a key as they are here: `value:`, `new-jobs:`.
    pub(super) fn has_key(&self) -> bool {
        let body = self.text[self.indent().len()..].trim_end();
        let key = body.split(':').next().unwrap_or_default();
        let rest = &body[key.len()..];
        let letter = |letter: char| {
            letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_".contains(letter)
        };
        key.starts_with(|first: char| first.is_ascii_lowercase())
            && key.chars().all(letter)
            && (rest == ":" || rest.starts_with(": "))
    }

    /// Whether it begins with what may be meant for a key: `value:3`, `value：3`.
    pub(super) fn seems_keyed(&self) -> bool {
        let body = &self.text[self.indent().len()..];
        body.split_once([':', '：']).is_some_and(|(key, _)| {
            key.starts_with(|first: char| first.is_ascii_lowercase())
                && key.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter))
        })
    }

    /// Whether keys or items are to follow below it.
    pub(super) fn opens(&self) -> bool {
        self.text.trim_end().ends_with(':')
    }
}

/// White space that is no ordinary space: tabs, wide ones, ones that nobody sees.
pub(super) fn is_odd_space(letter: char) -> bool {
    letter != ' ' && letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}')
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut start = 0;
    // How far the key is indented whose text the next lines may belong to.
    let mut block: Option<usize> = None;
    for whole in text.split_inclusive('\n') {
        let content = whole.trim_end_matches('\n');
        let mut line =
            Line { range: start..start + content.len(), text: content, is_inside_text: false };
        start += whole.len();
        let indent = line.indent().len();
        match block {
            Some(key) if indent > key || content.trim().is_empty() => line.is_inside_text = true,
            _ => block = begins_text(content).then_some(indent),
        }
        lines.push(line);
    }
    lines
}

/// Whether a line ends in the mark of a text of several lines: `note: >-`.
fn begins_text(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or_default();
    let behind_key = line.trim_end().len() > last.len();
    let mark = last.trim_end_matches(['-', '+', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    behind_key && matches!(mark, "|" | ">")
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn texts_of_several_lines_do_not_speak() {
        let text = "title: a\nnote: >-\n  gdp：1\n\n  more: b\nlist:\n  - |\n    c：d\n# e：f\n";
        let speaking: Vec<&str> =
            lines(text).iter().filter(|line| line.speaks()).map(|line| line.text).collect();
        assert_eq!(speaking, ["title: a", "note: >-", "list:", "  - |"]);
    }
}
