//! The part of YAML that nearly all front matter is written in, read in one pass: maps and lists by
//! indentation or on one line, plain and quoted text on one line.
//!
//! Whatever else a file holds, mistakes included, is left to the full parser, which alone says what
//! is wrong. For what is read here both give the same tree; a test holds that.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

use super::lines::is_odd_space;
use super::yaml::{Node, Value};
use crate::diag::{FileId, Span, Spanned};
use crate::lang::unusual_letters;

/// Longer texts are left to the full parser, which counts what they would unfold to.
const LONGEST: usize = 64 << 10;
/// Deeper trees too.
const DEEPEST: usize = 8;

type Entry = (Spanned<String>, Node);

/// Reads the YAML in the bytes `range` of a file; `None` where it takes the full parser.
pub(super) fn parse(file: FileId, text: &str, range: Range<usize>) -> Option<Node> {
    let yaml = &text[range.clone()];
    // No tabs, no carriage returns, none of the controls and marks that YAML treats apart.
    let special = |letter: char| {
        letter.is_control() && letter != '\n'
            || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
    };
    if yaml.len() > LONGEST || unusual_letters(yaml).any(|(_, letter)| special(letter)) {
        return None;
    }
    let lines = lines(yaml, range.start)?;
    let mut reader = Reader { file, lines: &lines, next: 0 };
    let map = reader.map(0, 0)?;
    (reader.next == lines.len()).then_some(map)
}

/// A line without its indentation.
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    indent: usize,
    text: &'t str,
    /// The byte of the file at which the text starts.
    start: usize,
}

/// The lines but for whole comments; `None` where one is empty, ends in a space or holds what may be a
/// comment behind a value.
fn lines(yaml: &str, start: usize) -> Option<Vec<Line<'_>>> {
    let may_comment = memmem::find(yaml.as_bytes(), b" #").is_some();
    let mut lines = Vec::with_capacity(yaml.len() / 24 + 1);
    let mut position = start;
    for line in yaml.split_inclusive('\n') {
        let whole = line.strip_suffix('\n')?;
        let text = whole.trim_start_matches(' ');
        if text.starts_with('#') {
            position += line.len();
            continue;
        }
        if text.is_empty()
            || text.starts_with(is_odd_space)
            || text.ends_with(' ')
            || may_comment && text.contains(" #")
        {
            return None;
        }
        let indent = whole.len() - text.len();
        lines.push(Line { indent, text, start: position + indent });
        position += line.len();
    }
    Some(lines)
}

struct Reader<'t> {
    file: FileId,
    lines: &'t [Line<'t>],
    next: usize,
}

impl<'t> Reader<'t> {
    fn peek(&self) -> Option<Line<'t>> {
        self.lines.get(self.next).copied()
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start..end)
    }

    /// The map or list whose first line is the next one, indented by `indent`.
    fn block(&mut self, indent: usize, depth: usize) -> Option<Node> {
        if depth > DEEPEST {
            return None;
        }
        match self.peek()?.text.starts_with("- ") {
            true => self.list(indent),
            false => self.map(indent, depth),
        }
    }

    fn map(&mut self, indent: usize, depth: usize) -> Option<Node> {
        let start = self.peek()?.start;
        let mut entries: Vec<Entry> = Vec::new();
        while let Some(line) = self.peek().filter(|line| line.indent == indent) {
            self.next += 1;
            let (key, behind) = self.key(line.text, line.start)?;
            let deeper = self.peek().filter(|next| next.indent > indent);
            let value = match behind.strip_prefix(' ') {
                Some(value) if deeper.is_none() => {
                    let trimmed = value.trim_start_matches(' ');
                    self.inline(trimmed, line.start + line.text.len() - trimmed.len())?
                }
                None if behind.is_empty() => self.block(deeper?.indent, depth + 1)?,
                _ => return None,
            };
            entries.push((key, value));
        }
        self.node_of_map(start, entries)
    }

    fn list(&mut self, indent: usize) -> Option<Node> {
        let start = self.peek()?.start;
        let mut items = Vec::new();
        while let Some(line) = self.peek().filter(|line| line.indent == indent) {
            self.next += 1;
            if self.peek().is_some_and(|next| next.indent > indent) {
                return None;
            }
            let item = line.text.strip_prefix("- ")?.trim_start_matches(' ');
            items.push(self.scalar(item, line.start + line.text.len() - item.len(), "")?);
        }
        self.node_of_list(start, items)
    }

    /// A value on the line of its key.
    fn inline(&self, text: &str, start: usize) -> Option<Node> {
        if let Some(inner) = text.strip_prefix('{') {
            let mut entries = Vec::new();
            for part in parts(inner.strip_suffix('}')?)? {
                let at = start + (part.as_ptr().addr() - text.as_ptr().addr());
                let (key, behind) = self.key(part, at)?;
                let value = behind.strip_prefix(' ')?.trim_start_matches(' ');
                let value_at = at + part.len() - value.len();
                entries.push((key, self.scalar(value, value_at, ",[]{}")?));
            }
            return self.node_of_map(start, entries);
        }
        if let Some(inner) = text.strip_prefix('[') {
            let mut items = Vec::new();
            for part in parts(inner.strip_suffix(']')?)? {
                let at = start + (part.as_ptr().addr() - text.as_ptr().addr());
                items.push(self.scalar(part, at, ",[]{}")?);
            }
            return self.node_of_list(start, items);
        }
        self.scalar(text, start, "")
    }

    /// Lists and maps end where their last item does, whatever stands behind it.
    fn node_of_list(&self, start: usize, items: Vec<Node>) -> Option<Node> {
        let span = self.span(start, items.last()?.span.end());
        Some(Node { value: Value::List(items), span })
    }

    fn node_of_map(&self, start: usize, entries: Vec<Entry>) -> Option<Node> {
        let mut names: Vec<&str> = entries.iter().map(|(key, _)| key.value.as_str()).collect();
        names.sort_unstable();
        if names.windows(2).any(|pair| pair[0] == pair[1]) {
            return None;
        }
        let span = self.span(start, entries.last()?.1.span.end());
        Some(Node { value: Value::Map(entries), span })
    }

    /// A key of Latin letters, digits and hyphens, and what stands behind its colon.
    fn key<'l>(&self, text: &'l str, start: usize) -> Option<(Spanned<String>, &'l str)> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let length = text.bytes().position(|byte| !plain(byte))?;
        let behind = text[length..].strip_prefix(':')?;
        if !text.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return None;
        }
        let span = self.span(start, start + length);
        Some((Spanned { value: text[..length].to_owned(), span }, behind))
    }

    /// Text on one line, plain or in quotes, without any of `forbidden`.
    fn scalar(&self, text: &str, start: usize, forbidden: &str) -> Option<Node> {
        let first = text.chars().next()?;
        let value = if matches!(first, '"' | '\'') {
            let inner = text[1..].strip_suffix(first)?;
            if inner.contains([first, '\\']) {
                return None;
            }
            inner
        } else {
            let starts_plain = first.is_ascii_alphanumeric() || !first.is_ascii();
            let colon = memchr_iter(b':', text.as_bytes())
                .any(|at| matches!(text.as_bytes().get(at + 1), None | Some(b' ')));
            let null = matches!(text, "null" | "Null" | "NULL");
            let is_forbidden = |byte: u8| forbidden.as_bytes().contains(&byte);
            let forbidden = !forbidden.is_empty() && text.bytes().any(is_forbidden);
            if !starts_plain || colon || null || forbidden {
                return None;
            }
            text
        };
        let span = self.span(start, start + text.len());
        Some(Node { value: Value::Scalar(value.to_owned()), span })
    }
}

/// What stands between the commas of a list or map on one line, without the spaces around it.
fn parts(inner: &str) -> Option<Vec<&str>> {
    let simple = !inner.contains(['"', '\'']);
    simple.then(|| inner.split(',').map(|part| part.trim_matches(' ')).collect())
}
