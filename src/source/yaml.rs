//! The one door through which YAML comes in: a tree of nodes that know where they stand.
//!
//! Scalars stay text, exactly as written, so that `7.40` keeps its zero and no number ever passes
//! through a float. Types are given by a [`Shape`](super::shape::Shape) afterwards, which can report
//! every mistake of a file at once.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::DuplicateKeyPolicy;

use super::patched::Patched;
use super::yaml_error::{self, Place};
use super::yaml_plain;
use crate::diag::{Code, Diagnostic, FileId, Sink, Span, Spanned};
use crate::lang::{is_chinese, is_forbidden, unusual_letters};

/// A YAML value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// What a YAML value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// Text, as the author meant it; numbers and `true` as written.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order written.
    Map(Vec<(Spanned<String>, Node)>),
}

/// Reads the YAML in the bytes `range` of a file; reports what cannot be read. Behind a mistake that
/// can be mended it reads on as if it were mended, so that one run reports all of a file.
pub fn parse(file: FileId, text: &str, range: Range<usize>, sink: &mut Sink) -> Option<Node> {
    let mut node = yaml_plain::parse(file, text, range.clone())
        .or_else(|| parse_any(file, text, range, sink))?;
    take_out_forbidden(&mut node, text, sink);
    Some(node)
}

/// After so many mistakes no more are looked for: each costs a reading of the whole.
const MOST_ROUNDS: usize = 50;

/// The same by the full parser alone.
fn parse_any(file: FileId, text: &str, range: Range<usize>, sink: &mut Sink) -> Option<Node> {
    let yaml = &text[range.clone()];
    let place = Place { file, offset: range.start };
    let mut patched = Patched::new(yaml);
    let mut duplicate_keys = DuplicateKeyPolicy::Error;
    // Each round mends a line for good; what needs more rounds is no YAML.
    for _ in 0..=(yaml.lines().count() * 2).min(MOST_ROUNDS) {
        let mistake = match read(patched.text(), duplicate_keys) {
            Ok(tree) => {
                let mut node = tree.place(file, patched.text(), range.start);
                match yaml_error::hidden(patched.text()) {
                    Some(mistake) => mistake,
                    None => {
                        patched.place(&mut node, range.start);
                        return Some(node);
                    }
                }
            }
            Err(serde_yaml::Error::DuplicateMappingKey { key, location, .. })
                if matches!(duplicate_keys, DuplicateKeyPolicy::Error) =>
            {
                duplicate_keys = DuplicateKeyPolicy::FirstWins;
                let start = byte_of(patched.text(), location);
                sink.push(place.duplicate(&patched, start, key.unwrap_or_default()));
                continue;
            }
            Err(error) => yaml_error::explain(patched.text(), &error),
        };
        sink.push(place.diagnostic(&patched, &mistake));
        if !(mistake.is_certain || mistake.reads_on) || mistake.edits.is_empty() {
            return None;
        }
        for (range, with) in mistake.edits.into_iter().rev() {
            patched.replace(range, &with);
        }
    }
    None
}

/// Takes characters that must not reach a page out of the values; reports those that are written as
/// an escape (`"\u202E"`), which no check of the file's own text can see.
fn take_out_forbidden(node: &mut Node, text: &str, sink: &mut Sink) {
    match &mut node.value {
        Value::Null => {}
        Value::List(items) => {
            items.iter_mut().for_each(|item| take_out_forbidden(item, text, sink));
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                if unusual_letters(&key.value).any(|(_, letter)| is_forbidden(letter)) {
                    key.value.retain(|letter| !is_forbidden(letter));
                }
                take_out_forbidden(value, text, sink);
            }
        }
        Value::Scalar(value) => {
            let found = unusual_letters(value).find(|(_, letter)| is_forbidden(*letter));
            let Some((_, letter)) = found else { return };
            let written = text.get(node.span.range()).unwrap_or_default();
            if !written.contains(letter) {
                let name = format!("U+{:04X}", u32::from(letter));
                let message = text!("hidden-character.escape", name = name);
                sink.push(Diagnostic::new(Code::HiddenCharacter, node.span, message));
            }
            value.retain(|letter| !is_forbidden(letter));
        }
    }
}

fn read(yaml: &str, duplicate_keys: DuplicateKeyPolicy) -> Result<Tree, serde_yaml::Error> {
    let mut options = serde_yaml::options! {
        duplicate_keys: duplicate_keys,
        strict_booleans: true,
        with_snippet: false,
    };
    if let Some(budget) = &mut options.budget {
        budget.max_aliases = 0;
        budget.max_anchors = 0;
        budget.max_depth = 32;
        budget.max_documents = 1;
    }
    serde_yaml::from_str_with_options(yaml, options)
}

/// The byte of a place that the parser gives as line and column (1-based, in characters).
pub(super) fn byte_of(yaml: &str, location: serde_yaml::Location) -> usize {
    let line = usize::try_from(location.line()).unwrap_or(usize::MAX).saturating_sub(1);
    let column = usize::try_from(location.column()).unwrap_or(usize::MAX).saturating_sub(1);
    let mut start = 0;
    for (number, text) in yaml.split_inclusive('\n').enumerate() {
        if number == line {
            let in_line =
                text.char_indices().nth(column).map_or(text.trim_end().len(), |(byte, _)| byte);
            return start + in_line;
        }
        start += text.len();
    }
    yaml.trim_end().len()
}

/// A node as the parser gives it: bytes counted from the start of the YAML.
struct Tree {
    start: usize,
    length: usize,
    kind: Kind,
}

enum Kind {
    Null,
    /// A number or a truth value: its text is what stands in the file.
    Literal,
    Text(String),
    List(Vec<Tree>),
    Map(Vec<(Tree, Tree)>),
}

impl Tree {
    /// Gives the node its place in the file.
    fn place(self, file: FileId, yaml: &str, offset: usize) -> Node {
        let own = self.start..self.start + self.length;
        let mut end = own.end;
        let written = yaml.get(own).unwrap_or_default();
        let value = match self.kind {
            Kind::Null => Value::Null,
            Kind::Literal => Value::Scalar(written.to_owned()),
            Kind::Text(text) if written.contains('\n') => Value::Scalar(join_lines(&text)),
            Kind::Text(text) => Value::Scalar(text),
            Kind::List(items) => {
                Value::List(items.into_iter().map(|item| item.place(file, yaml, offset)).collect())
            }
            Kind::Map(entries) => Value::Map(
                entries
                    .into_iter()
                    .map(|(key, value)| {
                        (key.place_key(file, yaml, offset), value.place(file, yaml, offset))
                    })
                    .collect(),
            ),
        };
        match &value {
            Value::List(items) => {
                end = end.max(items.last().map_or(0, |item| item.span.end() - offset))
            }
            Value::Map(entries) => {
                end = end.max(entries.last().map_or(0, |(_, last)| last.span.end() - offset));
            }
            Value::Null | Value::Scalar(_) => {
                end = self.start + written.trim_end().len();
            }
        }
        Node { value, span: Span::new(file, offset + self.start..offset + end.max(self.start)) }
    }

    fn place_key(self, file: FileId, yaml: &str, offset: usize) -> Spanned<String> {
        let node = self.place(file, yaml, offset);
        let value = match node.value {
            Value::Scalar(text) => text,
            _ => yaml
                .get(node.span.start() - offset..node.span.end() - offset)
                .unwrap_or_default()
                .to_owned(),
        };
        Spanned { value, span: node.span }
    }
}

/// Takes out the spaces that YAML sets for line breaks between Chinese characters.
fn join_lines(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let beside = |other: Option<char>| {
            other.is_some_and(|other| is_chinese(other) || "“”‘’—…".contains(other))
        };
        if letter == ' ' && beside(joined.chars().next_back()) && beside(letters.peek().copied()) {
            continue;
        }
        joined.push(letter);
    }
    joined
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = serde_yaml::Spanned::<Kind>::deserialize(deserializer)?;
        let span = node.referenced.span();
        let bytes = |count: Option<u64>| -> Result<usize, D::Error> {
            usize::try_from(count.unwrap_or(0)).map_err(D::Error::custom)
        };
        Ok(Tree {
            start: bytes(span.byte_offset())?,
            length: bytes(span.byte_len())?,
            kind: node.value,
        })
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KindVisitor)
    }
}

struct KindVisitor;

impl<'de> Visitor<'de> for KindVisitor {
    type Value = Kind;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any YAML value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Kind, E> {
        Ok(Kind::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Kind, E> {
        Ok(Kind::Text(text))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Kind, E> {
        Ok(Kind::Literal)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Kind, E> {
        Ok(Kind::Literal)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Kind, E> {
        Ok(Kind::Literal)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Kind, E> {
        Ok(Kind::Literal)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Kind, E> {
        Ok(Kind::Literal)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Kind, E> {
        Ok(Kind::Literal)
    }

    fn visit_unit<E>(self) -> Result<Kind, E> {
        Ok(Kind::Null)
    }

    fn visit_none<E>(self) -> Result<Kind, E> {
        Ok(Kind::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Kind, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Kind::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Kind, A::Error> {
        let mut map = Vec::new();
        while let Some(key) = entries.next_key()? {
            map.push((key, entries.next_value()?));
        }
        Ok(Kind::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn both(text: &str) -> (Option<Node>, Option<Node>) {
        let range = 0..text.len();
        let full = parse_any(FileId(0), text, range.clone(), &mut Sink::new());
        (yaml_plain::parse(FileId(0), text, range), full)
    }

    #[test]
    fn usual_front_matter_is_read_in_one_pass_and_as_the_full_parser_does() {
        for text in [
            "title: 镇上一年\nsummary: 公园、游客\norder: 40\n",
            "figures:\n  a:\n    value: 384万人\n    quote: 其中384万人,一\n  b:\n    value: 3%\n",
            "figures:\n  a: { label: Rural workers }\n  b: {label: of,  unit: one }\ntitle: x\n",
            "tags: [one, two]\nwith: [ a ]\ndate: 2001-07-03\n",
            "tags:\n  - one\n  - two\ntitle: \"2000\"\n",
            "title:   spaced\nsummary: a:b\nplace: http://a.b/\nperiod: '2000'\n",
            "title: true\norder: 0x1F\nsummary: 1_000\nplace: 1e3\n",
            "# one\ntitle: a\n  # two\nfigures:\n# three\n  a:\n    value: 3%\n",
            "title: “公园”\nsummary: （一）\nplace: 《报告》：一\n",
        ] {
            let (plain, full) = both(text);
            assert!(plain.is_some(), "{text}");
            assert_eq!(plain, full, "{text}");
        }
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_full_parser() {
        for text in [
            "title: a\n  b\n",
            "title: a # b\n",
            "title: |\n  a\n",
            "title: null\n",
            "title:\n",
            "title: a: b\n",
            "title: a\ntitle: b\n",
            "title: {a: 1, a: 2}\n",
            "title: \"a\\nb\"\n",
            "title: 'it''s'\n",
            "title: [a, [b]]\n",
            "a:\n    b: c\n  d: e\n",
            "a:\n\tb: c\n",
        ] {
            assert_eq!(both(text).0, None, "{text}");
        }
    }

    /// Lines made of what front matter is written with, and of what it should not hold.
    fn lines() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "a", "b-1", "公园", "3.5%", "“", "null", "~", "true", "-", "- ", ": ", ":", ",", ", ",
            "[", "]", "{", "}", "\"", "'", "#", " #", "|", "&x", "*x", "!t", "%", "?", " ", "\\",
        ]);
        let rest = prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat());
        let start = prop::sample::select(vec![
            "a: ", "b: ", "c:", "  a: ", "  b: ", "  c:", "    a: ", "- ", "  - ", "a: [",
            "b: {a: ", "#", "    # ",
        ]);
        let line = (start, rest).prop_map(|(start, rest)| format!("{start}{rest}\n"));
        prop::collection::vec(line, 1..6).prop_map(|lines| lines.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn what_is_read_in_one_pass_is_what_the_full_parser_gives(text in lines()) {
            let (plain, full) = both(&text);
            if plain.is_some() {
                prop_assert_eq!(plain, full);
            }
        }
    }
}
