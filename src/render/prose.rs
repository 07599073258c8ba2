//! Prose: a body's HTML with its slots filled in for one page.

use std::ops::Range;

use super::number::is_long;
use super::scope::Scope;
use super::view::{Html, Words, escape, mark_runs, push_escaped};
use crate::content::{Body, Document, Slot, SlotKind};
use crate::diag::Span;
use crate::figure::{FigureIndex, Status};

/// A top-level element of a body, ready for a page.
pub(super) struct Chunk {
    pub(super) html: Html,
    /// The figures that it names, in order.
    pub(super) figures: Vec<FigureIndex>,
}

/// Every top-level element of a document's body.
pub(super) fn chunks(scope: &Scope<'_>, document: &Document) -> Vec<Chunk> {
    let body = &document.body;
    let mut slots = body.slots.iter().peekable();
    let mut chunks = Vec::with_capacity(body.chunks.len() + 1);
    if has_doubt(scope, document.front.span) {
        chunks.push(doubt(scope, "doubt-page"));
    }
    for (number, range) in body.chunks.iter().enumerate() {
        if body.places.get(number).is_some_and(|place| has_doubt(scope, *place)) {
            chunks.push(doubt(scope, "doubt-passage"));
        }
        let mut own = Vec::new();
        while let Some(slot) = slots.next_if(|slot| slot.at < range.end) {
            own.push(slot);
        }
        let chunk = fill(scope, document, body, range.clone(), &own);
        if !chunk.html.as_str().trim().is_empty() {
            chunks.push(chunk);
        }
    }
    chunks
}

/// Whether an error stands in a part of a file. Only pages that are made all the same have any.
fn has_doubt(scope: &Scope<'_>, part: Span) -> bool {
    let doubts = &scope.index.report.doubts;
    let first =
        doubts.partition_point(|doubt| (doubt.file, doubt.start()) < (part.file, part.start()));
    doubts.get(first).is_some_and(|doubt| doubt.file == part.file && doubt.start() < part.end())
}

/// A remark that what follows has not been confirmed.
fn doubt(scope: &Scope<'_>, key: &str) -> Chunk {
    let status = escape(&scope.say("status-unverified", &[]));
    let text = escape(&scope.say(key, &[]));
    let html = format!("<p class=\"warning\"><strong>{status}</strong> {text}</p>");
    Chunk { html: Html::new(&html), figures: Vec::new() }
}

/// The elements' HTML alone.
pub(super) fn body(scope: &Scope<'_>, document: Option<&Document>) -> Vec<Html> {
    document.map_or_else(Vec::new, |document| {
        chunks(scope, document).into_iter().map(|chunk| chunk.html).collect()
    })
}

fn fill(
    scope: &Scope<'_>,
    document: &Document,
    body: &Body,
    range: Range<usize>,
    slots: &[&Slot],
) -> Chunk {
    let mut html = String::with_capacity(range.len() + slots.len() * 160);
    let mut figures = Vec::new();
    let mut from = range.start;
    for slot in slots {
        html.push_str(&body.html[from..slot.at]);
        from = slot.at;
        match &slot.kind {
            SlotKind::Figure { id, words } => {
                let index = scope.site.figures.get_index_of(id.as_str());
                figures.extend(index);
                push_figure(&mut html, scope, index, id, words.as_deref());
            }
            SlotKind::Address(written) => {
                let target = scope.site.destination(document, written);
                let link = target.map(|path| scope.link(&path));
                push_escaped(&mut html, link.as_ref().map_or(written, Words::as_str));
            }
        }
    }
    html.push_str(&body.html[from..range.end]);
    Chunk { html: Html::new(&mark_runs(&html, scope.lang)), figures }
}

/// A figure in running text: its number, linked to its card, the other language's form at hand.
fn push_figure(
    html: &mut String,
    scope: &Scope<'_>,
    index: Option<FigureIndex>,
    id: &str,
    words: Option<&str>,
) {
    let Some(index) = index else { return push_escaped(html, words.unwrap_or(id)) };
    let figure = scope.figure(index);
    let text = words.unwrap_or(&figure.printed.get(scope.lang).text);
    let other = &figure.printed.get(scope.lang.other()).text;
    html.push_str("<a class=\"figure");
    if words.is_some() || is_long(text) {
        html.push_str(" words");
    }
    if figure.status == Status::Unverified {
        html.push_str(" unverified");
    }
    html.push_str("\" href=\"");
    push_escaped(html, scope.figure_link(index).as_str());
    html.push_str("\" title=\"");
    push_escaped(html, other);
    html.push_str("\">");
    push_escaped(html, text);
    html.push_str("</a>");
}
