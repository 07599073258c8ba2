//! Writes the HTML of a body from Markdown events and keeps the plain text of its blocks.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag};

use super::body::{Block, BlockKind, Body, Origins, Reference, Slot, SlotKind};
use super::emphasis::{JOINT, Prepared};
use super::heading::Ids;
use super::markdown::Options;
use super::table::Columns;
use super::waiver;
use crate::diag::{Code, Diagnostic, FileId, Sink, Span};
use crate::lang::{Lang, is_chinese, is_forbidden, unusual_letters};

/// Stands in the HTML for a slot until the writing is done; a noncharacter.
pub(super) const SLOT: char = '\u{FDD1}';
/// Stands in the HTML behind each top-level element until the writing is done; a noncharacter.
pub(super) const CHUNK: char = '\u{FDD2}';

/// Collects the events to write, and what is learned on the way.
pub(super) struct Writer<'w, 'e> {
    file: FileId,
    start: usize,
    prepared: &'w Prepared<'w>,
    options: &'w Options<'w>,
    pub(super) sink: &'w mut Sink,
    events: Vec<Event<'e>>,
    body: Body,
    ids: Ids,
    /// The blocks that are open, innermost last.
    open: Vec<Block>,
    pub(super) depth: usize,
    /// Where the top-level element being written stands in the file.
    element: Span,
    /// How many waivers hold no longer: the others do for the next top-level element, or the one
    /// being written.
    settled: usize,
    /// The last character of running text, to join lines of Chinese.
    last: Option<char>,
    broken: bool,
    pub(super) columns: Columns,
}

impl<'w, 'e> Writer<'w, 'e> {
    pub(super) fn new(
        file: FileId,
        start: usize,
        prepared: &'w Prepared<'w>,
        options: &'w Options<'w>,
        sink: &'w mut Sink,
    ) -> Self {
        Writer {
            file,
            start,
            prepared,
            options,
            sink,
            events: Vec::new(),
            body: Body::default(),
            ids: Ids::new(options.taken_ids),
            open: Vec::new(),
            depth: 0,
            element: Span::new(file, start..start),
            settled: 0,
            last: None,
            broken: false,
            columns: Columns::default(),
        }
    }

    /// The HTML with its marks taken out and kept as positions.
    pub(super) fn finish(mut self) -> Body {
        let mut marked = String::new();
        pulldown_cmark::html::push_html(&mut marked, self.events.into_iter());
        let mut slots = self.body.slots.iter_mut();
        let mut chunk = 0;
        let mut copied = 0;
        let html = &mut self.body.html;
        html.reserve_exact(marked.len());
        for (at, letter) in unusual_letters(&marked) {
            if !matches!(letter, JOINT | SLOT | CHUNK) && !is_forbidden(letter) {
                continue;
            }
            html.push_str(&marked[copied..at]);
            copied = at + letter.len_utf8();
            if letter == SLOT {
                if let Some(slot) = slots.next() {
                    slot.at = html.len();
                }
            } else if letter == CHUNK {
                self.body.chunks.push(chunk..html.len());
                chunk = html.len();
            }
        }
        html.push_str(&marked[copied..]);
        if chunk < html.len() {
            self.body.chunks.push(chunk..html.len());
            self.body.places.push(self.element);
        }
        self.body.html.shrink_to_fit();
        self.body.places.shrink_to_fit();
        self.body.blocks.shrink_to_fit();
        self.body.slots.shrink_to_fit();
        self.body.chunks.shrink_to_fit();
        self.body.blocks.sort_by_key(|block| block.span.start());
        self.body
    }

    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let start = self.start + self.prepared.original(range.start);
        let end = self.start + self.prepared.original(range.end);
        Span::new(self.file, start..end)
    }

    /// Notes where an event stands that may begin a top-level element.
    pub(super) fn visit(&mut self, range: &Range<usize>) {
        if self.depth == 0 {
            self.element = self.span(range);
        }
    }

    fn end_element(&mut self) {
        self.body.places.push(self.element);
        self.raw(CHUNK.to_string());
    }

    pub(super) fn raw(&mut self, html: impl Into<CowStr<'e>>) {
        self.events.push(Event::InlineHtml(html.into()));
    }

    pub(super) fn slot(&mut self, kind: SlotKind, range: &Range<usize>) {
        let span = self.span(range);
        self.body.slots.push(Slot { at: 0, span, kind });
        self.raw(SLOT.to_string());
    }

    /// Sets the break that stood before running text, unless it stood between Chinese characters.
    pub(super) fn join(&mut self, next: Option<char>) {
        if !std::mem::take(&mut self.broken) {
            return;
        }
        let chinese = |letter: Option<char>| {
            letter.is_some_and(|letter| {
                is_chinese(letter) || (self.options.lang == Lang::Zh && "“”‘’—…·".contains(letter))
            })
        };
        if chinese(self.last) && chinese(next) {
            return;
        }
        self.events.push(Event::SoftBreak);
        if let Some(block) = self.open.last_mut() {
            block.text.push(' ');
        }
    }

    pub(super) fn text(&mut self, text: &CowStr<'e>, range: &Range<usize>) {
        let is_escape = self.prepared.text.get(range.clone()).is_some_and(|it| it.starts_with('&'));
        if is_escape && let Some(letter) = text.chars().find(|letter| is_forbidden(*letter)) {
            let name = format!("U+{:04X}", u32::from(letter));
            let message = text!("hidden-character.escape", name = name);
            let span = self.span(range);
            self.sink.push(Diagnostic::new(Code::HiddenCharacter, span, message));
        }
        self.join(text.chars().find(|letter| *letter != JOINT));
        let mut position = range.start;
        for piece in text.split(JOINT) {
            let origin = self.start + self.prepared.original(position);
            if let Some(block) = self.open.last_mut().filter(|_| !piece.is_empty()) {
                block.origins.push(block.text.len(), origin);
                block.text.push_str(piece);
            }
            position += piece.len() + JOINT.len_utf8();
        }
        self.last = text.chars().rev().find(|letter| *letter != JOINT).or(self.last);
        self.events.push(Event::Text(text.clone()));
    }

    pub(super) fn code(&mut self, code: &CowStr<'e>) {
        self.join(code.chars().next());
        self.last = code.chars().next_back();
        if let Some(block) = self.open.last_mut() {
            block.text.push(' ');
        }
        self.events.push(Event::Code(code.clone()));
    }

    /// A sign that stands for a task's state.
    pub(super) fn mark(&mut self, sign: &'static str) {
        self.events.push(Event::Text(sign.into()));
    }

    pub(super) fn soft_break(&mut self) {
        self.broken = true;
    }

    pub(super) fn hard_break(&mut self) {
        self.last = None;
        self.events.push(Event::HardBreak);
        if let Some(block) = self.open.last_mut() {
            block.text.push('\n');
        }
    }

    pub(super) fn figure(&mut self, id: &str, words: Option<String>, range: &Range<usize>) {
        let next = words.as_deref().map_or(Some('一'), |words| words.chars().next());
        let next = if self.options.lang == Lang::Zh { next } else { None };
        self.join(next);
        self.last = (self.options.lang == Lang::Zh).then_some('一');
        let span = self.span(range);
        if let Some(block) = self.open.last_mut() {
            let at = block.text.len();
            block.origins.push(at, span.start());
            block.text.push(Block::FIGURE);
            block.references.push(Reference { at, id: id.to_owned(), words: words.clone(), span });
        }
        self.slot(SlotKind::Figure { id: id.to_owned(), words }, range);
    }

    pub(super) fn open(&mut self, event: Event<'e>, kind: BlockKind, range: &Range<usize>) {
        self.begin_block(kind, range);
        self.pass_start(event);
    }

    pub(super) fn begin_block(&mut self, kind: BlockKind, range: &Range<usize>) {
        self.last = None;
        self.broken = false;
        self.open.push(Block {
            kind,
            text: String::new(),
            origins: Origins::default(),
            references: Vec::new(),
            span: self.span(range),
        });
    }

    pub(super) fn end_block(&mut self) {
        self.broken = false;
        self.last = None;
        let Some(mut block) = self.open.pop() else { return };
        block.text.shrink_to_fit();
        block.origins.shrink_to_fit();
        block.references.shrink_to_fit();
        if !block.text.trim().is_empty() {
            self.body.has_brackets |= block.text.contains(['[', '［', '【']);
            self.body.blocks.push(block);
        }
    }

    pub(super) fn close(&mut self, event: Event<'e>) {
        self.end_block();
        self.pass_end(event);
    }

    pub(super) fn pass_start(&mut self, event: Event<'e>) {
        self.depth += 1;
        self.events.push(event);
    }

    pub(super) fn pass_end(&mut self, event: Event<'e>) {
        self.events.push(event);
        self.leave();
    }

    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.end_element();
            self.settle_waivers();
        }
    }

    /// Lets the waivers hold to the end of the element that was written, and no further.
    fn settle_waivers(&mut self) {
        for waiver in &mut self.body.waivers[self.settled..] {
            waiver.scope = waiver.scope.up_to(self.element);
        }
        self.settled = self.body.waivers.len();
    }

    pub(super) fn rule(&mut self) {
        self.events.push(Event::Rule);
        if self.depth == 0 {
            self.end_element();
        }
    }

    pub(super) fn code_block(&mut self, start: Event<'e>, code: String) {
        self.depth += 1;
        if let Event::Start(tag) = &start {
            let end = tag.to_end();
            self.events.extend([start, Event::Text(code.into()), Event::End(end)]);
        }
        self.leave();
    }

    pub(super) fn open_heading(&mut self, level: HeadingLevel, text: &str, range: &Range<usize>) {
        let id = self.ids.make(&text.replace(JOINT, ""));
        self.body.anchors.insert(id.clone());
        let tag =
            Tag::Heading { level, id: Some(id.into()), classes: Vec::new(), attrs: Vec::new() };
        self.open(Event::Start(tag), BlockKind::Heading, range);
    }

    pub(super) fn footnote_reference(&mut self, label: &str) {
        self.events.push(Event::FootnoteReference(format!("footnote-{label}").into()));
    }

    pub(super) fn open_footnote(&mut self, label: &str) {
        self.depth += 1;
        let label = format!("footnote-{label}");
        self.events.push(Event::Start(Tag::FootnoteDefinition(label.into())));
    }

    pub(super) fn html_block(&mut self, block: &str, range: &Range<usize>) {
        let span = self.span(range);
        let shown = self.without_comments(block, span);
        if shown.trim().is_empty() {
            return;
        }
        if self.options.raw_html {
            self.events.push(Event::Html(shown.into()));
        } else {
            let paragraph = Tag::Paragraph;
            let end = paragraph.to_end();
            self.events.extend([
                Event::Start(paragraph),
                Event::Text(shown.trim().to_owned().into()),
                Event::End(end),
            ]);
        }
        if self.depth == 0 {
            self.end_element();
            self.settle_waivers();
        }
    }

    pub(super) fn inline_html(&mut self, html: &CowStr<'e>, range: &Range<usize>) {
        let span = self.span(range);
        let shown = self.without_comments(html, span);
        if shown.is_empty() {
            return;
        }
        self.join(None);
        let shown = CowStr::from(shown);
        self.events.push(if self.options.raw_html {
            Event::InlineHtml(shown)
        } else {
            Event::Text(shown)
        });
    }

    /// Takes the comments out of some HTML; those that accept a finding are kept as waivers.
    fn without_comments(&mut self, html: &str, span: Span) -> String {
        let mut shown = String::new();
        let mut rest = html;
        while let Some(start) = rest.find("<!--") {
            let end = rest[start..].find("-->").map_or(rest.len(), |end| start + end + 3);
            shown.push_str(&rest[..start]);
            if let Some(mut waiver) = waiver::parse(&rest[start..end], span, self.sink) {
                let start = self.open.last().map_or(span, |block| block.span).start();
                waiver.scope = Span::new(span.file, start..waiver.scope.end());
                self.body.waivers.push(waiver);
            }
            rest = &rest[end..];
        }
        shown.push_str(rest);
        shown
    }
}
