//! Markdown to a [`Body`]: CommonMark with tables, footnotes, task lists and figure references.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{Event, LinkType, Options as Flags, Parser, Tag, TagEnd};

use super::body::{BlockKind, Body};
use super::emphasis::{self, JOINT};
use super::writer::{CHUNK, SLOT, Writer};
use crate::diag::{FileId, Sink};
use crate::lang::Lang;

/// What the Markdown of a file depends on besides its text.
pub(super) struct Options<'a> {
    /// The language of the text.
    pub(super) lang: Lang,
    /// Whether raw HTML is passed through.
    pub(super) raw_html: bool,
    /// Ids of the page's figures, which its headings may not get.
    pub(super) taken_ids: &'a [&'a str],
}

type Located<'a> = (Event<'a>, Range<usize>);

/// Parses the Markdown that starts at byte `start` of a file.
pub(super) fn parse(
    file: FileId,
    text: &str,
    start: usize,
    options: &Options<'_>,
    sink: &mut Sink,
) -> Body {
    let text = without_noncharacters(&text[start..]);
    let prepared = emphasis::prepare(&text);
    let flags = Flags::ENABLE_TABLES
        | Flags::ENABLE_FOOTNOTES
        | Flags::ENABLE_TASKLISTS
        | Flags::ENABLE_STRIKETHROUGH
        | Flags::ENABLE_WIKILINKS;
    let mut writer = Writer::new(file, start, &prepared, options, sink);
    // A page may be one table of a million cells, or a million lists in each other: no more than a block
    // is held at once.
    let mut block: Vec<Located<'_>> = Vec::new();
    for located in Parser::new_ext(&prepared.text, flags).into_offset_iter() {
        let is_whole = match &located.0 {
            Event::Start(tag) => matches!(tag, Tag::List(_) | Tag::Item | Tag::BlockQuote(_)),
            Event::End(tag) => ends_block(tag),
            _ => false,
        };
        block.push(located);
        if is_whole {
            write(&mut writer, &block);
            block.clear();
        }
    }
    write(&mut writer, &block);
    let mut body = writer.finish();
    body.anchors.extend(options.taken_ids.iter().map(|id| (*id).to_owned()));
    body.anchors.shrink_to_fit();
    body
}

/// Whether no element that is handled as a whole, or looked into beforehand, is open behind this end.
fn ends_block(tag: &TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

fn write<'e>(writer: &mut Writer<'_, 'e>, block: &[Located<'e>]) {
    let mut rest = block;
    while let Some(((event, range), behind)) = rest.split_first() {
        rest = step(writer, event, range, behind);
    }
}

/// The bytes that U+FDC0 to U+FDFF begin with, among which the marks are.
const NONCHARACTERS: &[u8] = &[0xEF, 0xB7];

/// The characters that this module sets as marks may not come from the author.
fn without_noncharacters(text: &str) -> Cow<'_, str> {
    if memmem::find(text.as_bytes(), NONCHARACTERS).is_some() {
        Cow::Owned(text.replace([JOINT, SLOT, CHUNK], "\u{FFFD}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Handles one event, and those that belong to it; returns what is left.
fn step<'a, 'e>(
    writer: &mut Writer<'_, 'e>,
    event: &Event<'e>,
    range: &Range<usize>,
    behind: &'a [Located<'e>],
) -> &'a [Located<'e>] {
    writer.visit(range);
    match event {
        Event::Start(Tag::Link {
            link_type: LinkType::WikiLink { has_pothole }, dest_url, ..
        }) => {
            let (inner, rest) = until(behind, |end| matches!(end, TagEnd::Link));
            let words = has_pothole.then(|| plain_text(inner));
            writer.figure(dest_url.trim(), words, range);
            return rest;
        }
        Event::Start(Tag::Image { dest_url, title, .. }) => {
            let (inner, rest) = until(behind, |end| matches!(end, TagEnd::Image));
            writer.image(dest_url, title, &plain_text(inner), range);
            return rest;
        }
        Event::Start(Tag::HtmlBlock) => {
            let (inner, rest) = until(behind, |end| matches!(end, TagEnd::HtmlBlock));
            let html: String = inner.iter().map(|(event, _)| text_of(event)).collect();
            writer.html_block(&html, range);
            return rest;
        }
        Event::Start(Tag::CodeBlock(_)) => {
            let (inner, rest) = until(behind, |end| matches!(end, TagEnd::CodeBlock));
            let code: String = inner.iter().map(|(event, _)| text_of(event)).collect();
            writer.code_block(event.clone(), code);
            return rest;
        }
        Event::Start(Tag::Heading { level, .. }) => {
            let (inner, _) = until(behind, |end| matches!(end, TagEnd::Heading(_)));
            writer.open_heading(*level, &plain_text(inner), range);
        }
        Event::Start(tag) => {
            if matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }) {
                let next =
                    behind.iter().map(|(event, _)| text_of(event)).find(|text| !text.is_empty());
                writer.join(next.and_then(|text| text.chars().find(|letter| *letter != JOINT)));
            }
            start(writer, tag, range);
        }
        Event::End(tag) => end(writer, tag),
        Event::Text(text) => writer.text(text, range),
        Event::Code(code) => writer.code(code),
        Event::Html(html) | Event::InlineHtml(html) => writer.inline_html(html, range),
        Event::SoftBreak => writer.soft_break(),
        Event::HardBreak => writer.hard_break(),
        Event::Rule => writer.rule(),
        Event::TaskListMarker(done) => writer.mark(if *done { "☑ " } else { "☐ " }),
        Event::FootnoteReference(label) => writer.footnote_reference(label),
        Event::InlineMath(text) | Event::DisplayMath(text) => writer.text(text, range),
    }
    behind
}

fn start<'e>(writer: &mut Writer<'_, 'e>, tag: &Tag<'e>, range: &Range<usize>) {
    match tag {
        Tag::Paragraph => writer.open(Event::Start(tag.clone()), BlockKind::Paragraph, range),
        Tag::Item => writer.open(Event::Start(tag.clone()), BlockKind::Item, range),
        Tag::Table(alignments) => writer.open_table(alignments),
        Tag::TableRow | Tag::TableHead => writer.open_row(Event::Start(tag.clone())),
        Tag::TableCell => writer.open_cell(range),
        Tag::FootnoteDefinition(label) => writer.open_footnote(label),
        Tag::Link { dest_url, title, .. } => writer.open_link(dest_url, title, range),
        _ => writer.pass_start(Event::Start(tag.clone())),
    }
}

fn end<'e>(writer: &mut Writer<'_, 'e>, tag: &TagEnd) {
    match tag {
        TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item => writer.close(Event::End(*tag)),
        TagEnd::TableCell => writer.close_cell(),
        TagEnd::TableHead | TagEnd::TableRow => writer.close_row(),
        TagEnd::Table => writer.close_table(),
        TagEnd::Link => writer.close_link(),
        _ => writer.pass_end(Event::End(*tag)),
    }
}

/// Splits the events at the end of the element just started.
fn until<'a, 'e>(
    events: &'a [Located<'e>],
    is_end: impl Fn(&TagEnd) -> bool,
) -> (&'a [Located<'e>], &'a [Located<'e>]) {
    let mut depth = 0usize;
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(tag) if depth == 0 && is_end(tag) => {
                return (&events[..index], &events[index + 1..]);
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    (events, &[])
}

/// What a reader sees of some inline events.
fn plain_text(events: &[Located<'_>]) -> String {
    let text: String = events.iter().map(|(event, _)| text_of(event)).collect();
    text.replace(JOINT, "")
}

fn text_of<'a>(event: &'a Event<'_>) -> &'a str {
    match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => text,
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    }
}
