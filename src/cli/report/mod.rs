//! Diagnostics, printed: for people in a terminal, for tools, for pull requests.

mod github;
mod json;
mod position;
mod repeat;
mod text;
mod wrap;

pub(crate) use github::github;
pub(crate) use json::json;
pub(crate) use position::{Cursor, Position};
pub(crate) use text::{plain, safe, text};

use std::collections::BTreeMap;

use shushuo::diag::{Diagnostic, FileId, Span};
use shushuo::source::Files;

/// Where a span stands, as people and tools name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place<'a> {
    /// The file's path in the site folder.
    path: &'a str,
    start: Position,
    /// The position behind the last character.
    end: Position,
}

/// Finds the places of diagnostics, each file read once when they come in source order.
struct Locator<'a> {
    files: &'a Files,
    cursors: BTreeMap<FileId, Cursor<'a>>,
}

impl<'a> Locator<'a> {
    fn new(files: &'a Files) -> Self {
        Locator { files, cursors: BTreeMap::new() }
    }

    fn place(&mut self, span: Span) -> Place<'a> {
        let file = self.files.get(span.file);
        let cursor = self.cursors.entry(span.file).or_insert_with(|| Cursor::new(file.text()));
        let start = cursor.at(span.start());
        Place { path: &file.path, start, end: cursor.peek(span.end().max(span.start())) }
    }

    fn of(&mut self, diagnostic: &Diagnostic) -> Option<Place<'a>> {
        diagnostic.span.map(|span| self.place(span))
    }
}

#[cfg(test)]
mod tests;
