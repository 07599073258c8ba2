//! What front matter can say.

use super::{frame, shape};
use crate::diag::{Code, Diagnostic, FileId, Sink, Span, Spanned, Text};
use crate::source::shape::{LONGEST_BRIEF, entries_of, is_left_to_write, is_longer, nested};
use crate::source::yaml::{self, Node, Value};

/// What page a content file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// `_home.zh.md`: the words of the home page.
    Home,
    /// `_methods.zh.md`: the words of the methods page.
    Methods,
    /// Any other: one topic.
    Section,
}

/// The front matter of one file. An original declares its figures, a translation only their words.
#[derive(Debug, Clone)]
pub struct FrontMatter {
    /// The page's title.
    pub title: Spanned<String>,
    /// One line on what it is about.
    pub summary: Option<Spanned<String>>,
    /// Its rank among the sections; sections without one follow, by slug.
    pub order: Option<u32>,
    /// The source of its figures, unless they say their own.
    pub source: Option<Spanned<String>>,
    /// The day it was published, as `2022-12-31`.
    pub date: Option<Spanned<String>>,
    /// The ids of its tags.
    pub tags: Vec<Spanned<String>>,
    /// The time that its figures are about.
    pub period: Option<Spanned<String>>,
    /// The place that its figures are about.
    pub place: Option<Spanned<String>>,
    /// Its figures, in the order written.
    pub figures: Vec<Entry>,
    /// Whether it declares figures that could not be taken, which has been reported: two with one id, or
    /// one whose id can be none.
    pub has_lost_figures: bool,
    /// Where the front matter stands.
    pub span: Span,
}

/// One figure as front matter declares it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The figure's id.
    pub id: Spanned<String>,
    /// The value as printed in the source.
    pub value: Option<Spanned<String>>,
    /// The formula, instead of a value.
    pub formula: Option<Box<FormulaEntry>>,
    /// What the number is, in plain words.
    pub label: Option<Spanned<String>>,
    /// The words of the source that prove it.
    pub quote: Option<Spanned<String>>,
    /// The source, if not the section's.
    pub source: Option<Box<Spanned<String>>>,
    /// The words for what is counted, in this file's language.
    pub unit: Option<Box<Spanned<Words>>>,
    /// The whole number as it shall be printed, in this file's language.
    pub display: Option<Box<Spanned<String>>>,
    /// The name of the form that draws it.
    pub form: Option<Box<Spanned<String>>>,
    /// The ids of the figures drawn on the same card.
    pub with: Vec<Spanned<String>>,
    /// Its rank among the home page's cards.
    pub headline: Option<Spanned<u32>>,
    /// The time it is about.
    pub period: Option<Box<Spanned<String>>>,
    /// The place it is about.
    pub place: Option<Box<Spanned<String>>>,
    /// A remark that the card shows.
    pub note: Option<Box<Spanned<String>>>,
    /// What a change is measured from, in words.
    pub baseline: Option<Box<Spanned<String>>>,
    /// Whether a rise is good.
    pub direction: Option<Direction>,
    /// Whether it has keys that nothing reads: one of them may be a key that seems to be missing.
    pub has_unknown_keys: bool,
    /// Whether something in it is left to write, which has been reported.
    pub is_unfinished: bool,
    /// The findings that are accepted here, each with its reason.
    pub allow: Vec<(Spanned<Code>, String)>,
}

/// A formula over other figures, and how its result is printed.
#[derive(Debug, Clone)]
pub struct FormulaEntry {
    /// The formula: `young-readers / library-readers`.
    pub derive: Spanned<String>,
    /// Unit and decimals of the printed result: `percent 1`, `亿元 0`.
    pub show: Option<Spanned<String>>,
}

/// The words for one counted thing and for several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// For exactly one: `problem`.
    pub one: String,
    /// For any other number: `problems`.
    pub other: String,
}

/// Which direction of a change is good news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    UpIsGood,
    /// Less is better: crimes, accidents.
    DownIsGood,
}

impl FrontMatter {
    /// Reads the front matter of `text` and says where the Markdown behind it starts. An original
    /// declares figures; a translation gives their words.
    pub fn parse(
        file: FileId,
        text: &str,
        is_original: bool,
        sink: &mut Sink,
    ) -> Option<(FrontMatter, usize)> {
        let (yaml, body) = frame::split(file, text, sink)?;
        let told = sink.diagnostics().len();
        let node = yaml::parse(file, text, yaml.clone(), sink)?;
        let mut new = sink.diagnostics()[told..].iter();
        let is_doubled = new.any(|found| found.code == Code::DuplicateKey);
        let shape = if is_original { &shape::ORIGINAL } else { &shape::TRANSLATION };
        shape.check(&node, sink);
        let mut front = FrontMatter {
            title: node.text("title").unwrap_or_else(|| Spanned {
                value: String::new(),
                span: Span::new(file, yaml.start..yaml.start),
            }),
            summary: node.text("summary"),
            order: node.integer("order").map(|order| order.value),
            source: written(&node, "source"),
            date: node.text("date"),
            tags: tags(&node, sink),
            period: node.text("period"),
            place: node.text("place"),
            figures: entries(&node, sink),
            has_lost_figures: is_doubled,
            span: Span::new(file, yaml),
        };
        let declared = entries_of(&shape::ORIGINAL, &node, "figures").iter();
        front.has_lost_figures |= declared.map(|(id, _)| id).any(|id| !is_figure_id(&id.value));
        front.figures.shrink_to_fit();
        Some((front, body))
    }
}

/// The part of a text that front matter is read from: all of it, where there is none that is closed.
pub(super) fn part(text: &str) -> &str {
    let mut lines = text.split_inclusive('\n');
    let mut end = lines.next().map_or(0, str::len);
    if text[..end].trim_end() != "---" {
        return text;
    }
    for line in lines {
        end += line.len();
        if line.trim_end() == "---" {
            return &text[..end];
        }
    }
    text
}

/// The figures, without those that cannot be named.
fn entries(node: &Node, sink: &mut Sink) -> Vec<Entry> {
    let mut figures = Vec::new();
    for figure in nested(shape::FIGURE_KEYS, entries_of(&shape::ORIGINAL, node, "figures")) {
        if check_id(figure.key, sink) {
            figures.push(Entry::parse(figure.key, &figure.value, sink));
        }
    }
    figures
}

/// A section has no more tags: each has a page that shows the section.
pub const MOST_TAGS: usize = 50;
/// A figure is drawn with no more others: each of their cards and pages shows all of them.
pub const MOST_COMPANIONS: usize = 100;

fn tags(node: &Node, sink: &mut Sink) -> Vec<Spanned<String>> {
    let too_many = |count| {
        (
            text!("invalid-value.tags", count = count, most = MOST_TAGS),
            text!("invalid-value.tags-hint"),
        )
    };
    let mut tags = at_most(MOST_TAGS, node.list("tags"), too_many, sink);
    tags.retain(|tag| check_tag(tag, sink));
    tags
}

fn companions(node: &Node, sink: &mut Sink) -> Vec<Spanned<String>> {
    let too_many = |count| {
        (
            text!("invalid-value.with", count = count, most = MOST_COMPANIONS),
            text!("invalid-value.with-hint"),
        )
    };
    at_most(MOST_COMPANIONS, node.list("with"), too_many, sink)
}

/// The first `most` of some items; reports that there are more, with the message and the hint for them.
fn at_most(
    most: usize,
    mut items: Vec<Spanned<String>>,
    too_many: impl Fn(usize) -> (Text, Text),
    sink: &mut Sink,
) -> Vec<Spanned<String>> {
    if let Some(first) = items.get(most) {
        let (message, hint) = too_many(items.len());
        sink.push(Diagnostic::new(Code::InvalidValue, first.span, message).hint(hint));
        items.truncate(most);
    }
    items
}

/// Tags become file names: letters of any script, digits and hyphens.
fn check_tag(tag: &Spanned<String>, sink: &mut Sink) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || letter == '-';
    let good = tag.value.chars().all(plain) && tag.value.len() <= 80;
    let items: Vec<&str> = tag.value.split(['，', '、', '；']).map(str::trim).collect();
    if items.len() > 1 && items.iter().all(|item| !item.is_empty()) {
        let message = text!("fullwidth-punctuation.comma", value = &tag.value);
        let example = format!("[{}]", items.join(", "));
        sink.push(
            Diagnostic::new(Code::FullwidthPunctuation, tag.span, message)
                .hint(text!("hint.write", example = example)),
        );
    } else if let Some(list) = as_list(&tag.value) {
        let message = text!("invalid-value.tag-list", value = &tag.value);
        let found = Diagnostic::new(Code::InvalidValue, tag.span, message);
        sink.push(found.hint(text!("hint.write-line", line = format!("tags: {list}"))));
    } else if !good {
        let message = text!("invalid-value.tag", value = &tag.value);
        sink.push(
            Diagnostic::new(Code::InvalidValue, tag.span, message)
                .hint(text!("invalid-value.tag-hint")),
        );
    }
    good
}

/// The list in brackets that a text means whose items are parted by commas or spaces.
fn as_list(text: &str) -> Option<String> {
    let items: Vec<&str> = text
        .trim_matches(['[', ']'])
        .split([',', ';', ' ', '\n'])
        .map(str::trim)
        .filter(|item| !item.is_empty() && *item != "-")
        .collect();
    (items.len() > 1).then(|| format!("[{}]", items.join(", ")))
}

/// Whether a figure can have this id.
pub fn is_figure_id(id: &str) -> bool {
    let plain =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let begins_well = id.starts_with(|first: char| first.is_ascii_lowercase());
    id.chars().all(plain) && begins_well && id.len() <= 80
}

/// Ids become file names and anchors: lower-case Latin letters, digits and hyphens.
fn check_id(id: &Spanned<String>, sink: &mut Sink) -> bool {
    let good = is_figure_id(&id.value);
    if !good {
        let message = text!("invalid-value.id", value = &id.value);
        let plain = id.value.trim().to_ascii_lowercase().replace(['_', ' '], "-");
        let hint = match is_figure_id(&plain) {
            true => text!("hint.did-you-mean", word = plain),
            false => text!("invalid-value.id-hint"),
        };
        sink.push(Diagnostic::new(Code::InvalidValue, id.span, message).hint(hint));
    }
    good
}

impl Entry {
    fn parse(id: &Spanned<String>, node: &Node, sink: &mut Sink) -> Entry {
        Entry {
            id: id.clone(),
            value: written(node, "value"),
            formula: written(node, "derive")
                .map(|derive| Box::new(FormulaEntry { derive, show: written(node, "show") })),
            label: node.text("label"),
            quote: written(node, "quote"),
            source: written(node, "source").map(Box::new),
            unit: unit(node).map(Box::new),
            display: written(node, "display").filter(is_brief).map(Box::new),
            form: written(node, "form").map(Box::new),
            with: companions(node, sink),
            headline: node.integer("headline"),
            period: node.text("period").map(Box::new),
            place: node.text("place").map(Box::new),
            note: node.text("note").map(Box::new),
            baseline: node.text("baseline").map(Box::new),
            direction: node.text("direction").and_then(|direction| {
                match direction.value.as_str() {
                    "up-is-good" => Some(Direction::UpIsGood),
                    "down-is-good" => Some(Direction::DownIsGood),
                    _ => None,
                }
            }),
            has_unknown_keys: node
                .entries()
                .iter()
                .any(|(key, _)| !shape::FIGURE_KEYS.iter().any(|known| known.name == key.value)),
            is_unfinished: node.entries().iter().any(
                |(_, value)| matches!(&value.value, Value::Scalar(text) if is_left_to_write(text)),
            ),
            allow: node
                .get("allow")
                .map_or(&[][..], Node::entries)
                .iter()
                .filter_map(|entry| accepted(entry, sink))
                .collect(),
        }
    }
}

/// The text of a key that says more than that it is left to write.
fn written(node: &Node, key: &str) -> Option<Spanned<String>> {
    node.text(key).filter(|text| !is_left_to_write(&text.value))
}

/// Whether words are not too long to be printed with a number; those that are have been reported.
fn is_brief(text: &Spanned<String>) -> bool {
    !is_longer(&text.value, LONGEST_BRIEF)
}

/// `unit: 个` or `unit: {one: problem, other: problems}`.
fn unit(node: &Node) -> Option<Spanned<Words>> {
    let unit = node.get("unit")?;
    if let Some(text) = written(node, "unit") {
        let value = Words { one: text.value.clone(), other: text.value.clone() };
        return is_brief(&text).then_some(Spanned { value, span: text.span });
    }
    let other = unit.text("other").filter(is_brief)?.value;
    let one = unit.text("one").filter(is_brief);
    let one = one.map_or_else(|| other.clone(), |one| one.value);
    Some(Spanned { value: Words { one, other }, span: unit.span })
}

/// One entry of `allow: {CODE: reason}`.
fn accepted(
    (name, reason): &(Spanned<String>, Node),
    sink: &mut Sink,
) -> Option<(Spanned<Code>, String)> {
    let code = super::waiver_code(&name.value, name.span, sink)?;
    Some((Spanned { value: code, span: name.span }, reason.as_text()?.value))
}
