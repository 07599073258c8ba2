//! What a YAML file may hold: shapes that report every mistake at once, with the nearest valid key.

use std::borrow::Cow;

use super::chinese_key::meant;
use super::day;
use super::mistake::fullwidth_colon_at;
use super::yaml::{Node, Value};
use crate::diag::{Code, Diagnostic, Edit, Fix, Sink, Span, Spanned, Text};

/// What a value may be.
#[derive(Debug)]
pub enum Shape {
    /// A title, a name, a few words: any text or number, in one piece, up to [`LONGEST_TEXT`].
    Text,
    /// Words that are printed with a number, up to [`LONGEST_BRIEF`].
    Brief,
    /// Whole sentences, or an address, up to [`LONGEST_PROSE`].
    Prose,
    /// A whole number, zero or more.
    Integer,
    /// `true` or `false`.
    Flag,
    /// A day: `2022-12-31`.
    Date,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A list, or a single item standing for a list of one.
    List(&'static Shape),
    /// A map with keys of the author's choice.
    Map(&'static Shape),
    /// A map with these keys.
    Record(&'static [Key]),
    /// Text, or a map with these keys.
    TextOr(&'static [Key]),
}

/// A key of a record.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What its value may be.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
}

impl Key {
    /// A key that may be left out.
    pub const fn optional(name: &'static str, shape: Shape) -> Key {
        Key { name, shape, required: false }
    }

    /// A key that must be there.
    pub const fn required(name: &'static str, shape: Shape) -> Key {
        Key { name, shape, required: true }
    }
}

/// Words in both languages, or once for both.
pub const BILINGUAL: Shape =
    Shape::TextOr(&[Key::optional("zh", Shape::Text), Key::optional("en", Shape::Text)]);

/// Sentences in both languages, or once for both.
pub const BILINGUAL_PROSE: Shape =
    Shape::TextOr(&[Key::optional("zh", Shape::Prose), Key::optional("en", Shape::Prose)]);

/// The longest words printed with a number, in characters: prose repeats them wherever it names one.
pub const LONGEST_BRIEF: usize = 100;
/// The longest title, label or name, in characters. Pages repeat it wherever they refer to it: without a
/// bound the output grows with the square of the content.
pub const LONGEST_TEXT: usize = 300;
/// The longest quote or note, in characters; no longer text of a key is taken.
pub const LONGEST_PROSE: usize = 2_000;

impl Shape {
    /// Reports everything in which `node` differs from the shape.
    pub fn check(&self, node: &Node, sink: &mut Sink) {
        match (self, &node.value) {
            (Shape::Text | Shape::Brief | Shape::Prose | Shape::TextOr(_), Value::Scalar(text)) => {
                let (text, most) = (text.trim(), self.longest());
                if is_left_to_write(text) {
                    sink.push(left_to_write(node.span));
                } else if is_longer(text, most) {
                    sink.push(too_long(text, most, node.span));
                }
            }
            (Shape::Integer, Value::Scalar(text)) => {
                if text.parse::<u32>().is_err() {
                    sink.push(self.mismatch(node));
                }
            }
            (Shape::Flag, Value::Scalar(text)) if matches!(text.as_str(), "true" | "false") => {}
            (Shape::Date, Value::Scalar(text)) => day::check(text, node.span, sink),
            (Shape::Choice(words), Value::Scalar(text)) => {
                check_choice(words, text, node.span, sink)
            }
            (Shape::List(shape), Value::List(items)) => {
                items.iter().for_each(|item| shape.check(item, sink));
            }
            (Shape::List(shape), Value::Scalar(_)) => shape.check(node, sink),
            (Shape::Map(shape), Value::Map(entries)) => check_map(shape, entries, sink),
            (Shape::Record(keys) | Shape::TextOr(keys), Value::Map(entries)) => {
                check_record(keys, entries, node.span, sink);
            }
            _ => sink.push(self.mismatch(node)),
        }
    }

    /// How many characters a text of this shape may have.
    pub fn longest(&self) -> usize {
        match self {
            Shape::Brief => LONGEST_BRIEF,
            Shape::Prose => LONGEST_PROSE,
            Shape::TextOr([key, ..]) => key.shape.longest(),
            _ => LONGEST_TEXT,
        }
    }

    /// What is wrong with a value of another type.
    fn mismatch(&self, node: &Node) -> Diagnostic {
        if let (Shape::Record(_) | Shape::Map(_), Value::Scalar(text)) = (self, &node.value)
            && let Some(colon) = fullwidth_colon_at(text)
        {
            return fullwidth_colon(text, colon, node.span);
        }
        let message = match (self, &node.value) {
            (_, Value::Null) => text!("wrong-type.empty"),
            (Shape::Date, _) => text!("wrong-type.date"),
            (Shape::Integer, _) => text!("wrong-type.integer"),
            (Shape::Flag, _) => text!("wrong-type.flag"),
            (Shape::List(_), _) => text!("wrong-type.list"),
            (Shape::Map(_) | Shape::Record(_), _) => text!("wrong-type.map"),
            (_, Value::List(_)) => text!("wrong-type.text-not-list"),
            _ => text!("wrong-type.text-not-map"),
        };
        Diagnostic::new(Code::WrongType, node.span, message).hint_if(self.example())
    }

    fn example(&self) -> Option<Text> {
        match self {
            Shape::Date => Some(text!("hint.write", example = "2022-12-31")),
            Shape::Integer => Some(text!("hint.write", example = "10")),
            Shape::Flag => Some(text!("hint.write", example = "true")),
            Shape::List(_) => Some(text!("hint.write", example = "[one, two]")),
            Shape::Record(keys) => Some(text!("hint.keys", keys = names(keys))),
            _ => None,
        }
    }
}

/// A full-width colon behind the key that the text at `span` begins with.
fn fullwidth_colon(text: &str, colon: usize, span: Span) -> Diagnostic {
    let message = text!("fullwidth-punctuation.colon");
    let behind = colon + '：'.len_utf8();
    let value = text[behind..].trim();
    let mended = format!("{}: {value}", &text[..colon]);
    let hint = text!("hint.write-line", line = mended.trim());
    // In a text of several lines the place is not known.
    if span.end() - span.start() != text.len() {
        return Diagnostic::new(Code::FullwidthPunctuation, span, message).hint(hint);
    }
    let space = text[behind..].len() - text[behind..].trim_start().len();
    let gap = if value.is_empty() { ":" } else { ": " };
    let edit = Edit { span: span.part(colon..behind + space), text: gap.to_owned() };
    Diagnostic::new(Code::FullwidthPunctuation, span.part(colon..behind), message)
        .hint(hint)
        .fix(Fix::Edit(vec![edit]))
}

fn names(keys: &[Key]) -> String {
    keys.iter().map(|key| key.name).collect::<Vec<_>>().join(", ")
}

fn check_choice(words: &[&str], text: &str, span: Span, sink: &mut Sink) {
    if words.contains(&text) {
        return;
    }
    let message = text!("invalid-value.choice", value = text, choices = words.join(", "));
    sink.push(Diagnostic::new(Code::InvalidValue, span, message).hint(choose(text, words)));
}

/// The hint that names the word that was meant, or all that there are.
pub fn choose(written: &str, words: &[&str]) -> Text {
    did_you_mean(written, words.iter().copied())
        .unwrap_or_else(|| text!("hint.choose", choices = words.join(", ")))
}

fn check_map(shape: &Shape, entries: &[(Spanned<String>, Node)], sink: &mut Sink) {
    let Shape::Record(keys) = shape else {
        return entries.iter().for_each(|(_, value)| shape.check(value, sink));
    };
    for group in nested(keys, entries) {
        if let Some(first) = group.strays.first() {
            let message = text!("wrong-type.not-indented", key = &group.key.value);
            let found = Diagnostic::new(Code::WrongType, first.0.span, message)
                .hint(text!("wrong-type.not-indented-hint"));
            let is_plain =
                group.strays.iter().all(|(_, value)| matches!(value.value, Value::Scalar(_)));
            let edits = group.strays.iter().map(|(key, _)| deeper(key.span)).collect();
            sink.push(if is_plain { found.fix(Fix::Edit(edits)) } else { found });
        }
        shape.check(&group.value, sink);
    }
}

type Entries = [(Spanned<String>, Node)];

/// The key of a record that should hold a map and holds nothing, and the maps with unknown names that
/// follow beside it: they belong below it.
fn outside<'n>(keys: &[Key], entries: &'n Entries) -> Option<(&'n Spanned<String>, &'n Entries)> {
    let known = |name: &str| keys.iter().find(|key| key.name == name);
    let at = entries.iter().position(|(name, value)| {
        let holds_map = |key: &Key| matches!(key.shape, Shape::Map(Shape::Record(_)));
        matches!(value.value, Value::Null) && known(&name.value).is_some_and(holds_map)
    })?;
    let behind = &entries[at + 1..];
    let is_lost = |(name, value): &&(Spanned<String>, Node)| {
        known(&name.value).is_none() && matches!(value.value, Value::Map(_))
    };
    let lost = behind.iter().take_while(is_lost).count();
    (lost > 0).then(|| (&entries[at].0, &behind[..lost]))
}

fn check_outside(key: &Key, lost: &Entries, sink: &mut Sink) {
    let Some((first, _)) = lost.first() else { return };
    let message = text!("wrong-type.not-indented", key = key.name);
    sink.push(
        Diagnostic::new(Code::WrongType, first.span, message)
            .hint(text!("wrong-type.not-indented-hint")),
    );
    if let Shape::Map(shape) = key.shape {
        check_map(shape, lost, sink);
    }
}

/// The entries of the map that a key of a record holds, or of those that should stand below it.
pub fn entries_of<'n>(record: &'n Shape, node: &'n Node, key: &str) -> &'n Entries {
    let Shape::Record(keys) = record else { return &[] };
    match outside(keys, node.entries()) {
        Some((of, lost)) if of.value == key => lost,
        _ => node.get(key).map_or(&[][..], Node::entries),
    }
}

/// Two more spaces before a key.
fn deeper(key: Span) -> Edit {
    Edit { span: key.part(0..0), text: "  ".to_owned() }
}

/// An entry of a map of records.
pub struct Group<'n> {
    /// Its key.
    pub key: &'n Spanned<String>,
    /// Its value, with what belongs to it.
    pub value: Cow<'n, Node>,
    /// What belongs to it though it stands beside it, not indented.
    strays: &'n [(Spanned<String>, Node)],
}

/// The entries of a map of records with these keys. Where one holds nothing and known keys follow
/// beside it, these belong to it.
pub fn nested<'n>(keys: &[Key], entries: &'n [(Spanned<String>, Node)]) -> Vec<Group<'n>> {
    let mut groups = Vec::new();
    let mut rest = entries;
    while let Some(((key, value), behind)) = rest.split_first() {
        let is_stray = |(name, _): &&(Spanned<String>, Node)| {
            keys.iter().any(|known| known.name == name.value)
        };
        let is_empty = matches!(value.value, Value::Null);
        let count = if is_empty { behind.iter().take_while(is_stray).count() } else { 0 };
        let (strays, behind) = behind.split_at(count);
        let value = match strays {
            [] => Cow::Borrowed(value),
            [first, ..] => {
                Cow::Owned(Node { value: Value::Map(strays.to_vec()), span: first.1.span })
            }
        };
        groups.push(Group { key, value, strays });
        rest = behind;
    }
    groups
}

fn check_record(keys: &[Key], entries: &[(Spanned<String>, Node)], span: Span, sink: &mut Sink) {
    let outside = outside(keys, entries);
    for (name, value) in entries {
        match keys.iter().find(|key| key.name == name.value) {
            Some(key) if outside.is_some_and(|(of, _)| of.value == name.value) => {
                check_outside(key, outside.map_or(&[][..], |(_, lost)| lost), sink);
            }
            Some(key) => key.shape.check(value, sink),
            None if outside.is_some_and(|(_, lost)| lost.iter().any(|(lost, _)| lost == name)) => {}
            None => {
                let message = text!("unknown-key", key = &name.value);
                let hint = match nearest_key(keys, &name.value) {
                    Some(word) => text!("hint.did-you-mean", word = word),
                    None => text!("hint.keys", keys = names(keys)),
                };
                sink.push(Diagnostic::new(Code::UnknownKey, name.span, message).hint(hint));
            }
        }
    }
    for key in keys.iter().filter(|key| key.required) {
        let stands = entries.iter().any(|(name, _)| name.value == key.name);
        let meant =
            || entries.iter().any(|(name, _)| nearest_key(keys, &name.value) == Some(key.name));
        if !stands && !meant() {
            let message = text!("missing-key", key = key.name);
            let start = span.part(0..0);
            sink.push(
                Diagnostic::new(Code::MissingKey, start, message)
                    .hint(text!("missing-key.hint", key = key.name)),
            );
        }
    }
}

/// Whether some text is nothing but the mark `…` of words that are left to the author, as scaffolds
/// and drafts write it.
pub fn is_left_to_write(text: &str) -> bool {
    let text = text.trim();
    text == "..." || !text.is_empty() && text.chars().all(|letter| letter == '…')
}

/// Reports the mark of words that are left to the author.
pub fn left_to_write(span: Span) -> Diagnostic {
    Diagnostic::new(Code::WordsMissing, span, text!("words-missing"))
        .hint(text!("words-missing.hint"))
}

/// Whether a text has more than `most` characters.
pub fn is_longer(text: &str, most: usize) -> bool {
    text.len() > most && text.chars().nth(most).is_some()
}

/// A text that has more than `most` characters.
fn too_long(text: &str, most: usize, span: Span) -> Diagnostic {
    let message = text!("invalid-value.long", count = text.chars().count(), most = most);
    Diagnostic::new(Code::InvalidValue, span, message).hint(text!("invalid-value.long-hint"))
}

/// The key that an author meant who wrote one that does not exist.
fn nearest_key(keys: &[Key], written: &str) -> Option<&'static str> {
    let is_known = keys.iter().any(|key| key.name == written);
    let names = || keys.iter().map(|key| key.name);
    if is_known { None } else { meant(written, names()).or_else(|| nearest(written, names())) }
}

/// A hint that names the known word nearest to what was written, if one is near enough.
pub fn did_you_mean<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<Text> {
    nearest(written, known).map(|word| text!("hint.did-you-mean", word = word))
}

/// The longest word, in bytes, for which a similar one is looked for.
const LONGEST_WORD: usize = 100;

/// The known word nearest to what was written, if no more than a third of it differs.
pub fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if written.len() > LONGEST_WORD {
        return None;
    }
    let folded = written.to_lowercase().replace('_', "-");
    let length = folded.chars().count();
    // Words of very different length are not alike; telling so takes no comparison.
    known
        .filter(|word| {
            let other = word.chars().count();
            other.abs_diff(length) <= 1.max(other.max(length) / 3)
        })
        .map(|word| (strsim::damerau_levenshtein(&folded, word), word))
        .filter(|(distance, word)| *distance <= 1.max(word.chars().count().max(length) / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::{is_left_to_write, nearest};

    #[test]
    fn only_the_mark_alone_is_left_to_write() {
        for mark in ["…", " …… ", "..."] {
            assert!(is_left_to_write(mark), "{mark}");
        }
        for words in ["", "借阅…", "… and so on", ".."] {
            assert!(!is_left_to_write(words), "{words}");
        }
    }

    #[test]
    fn the_nearest_key_is_offered_only_when_near() {
        let keys = ["value", "label", "quote", "headline"];
        assert_eq!(nearest("vaule", keys.into_iter()), Some("value"));
        assert_eq!(nearest("head_line", keys.into_iter()), Some("headline"));
        assert_eq!(nearest("colour", keys.into_iter()), None);
    }
}
