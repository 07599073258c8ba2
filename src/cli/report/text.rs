//! Diagnostics for people: message, place, the line itself with the words marked, hints.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use shushuo::diag::{Diagnostic, FileId, Severity, Span, Text};
use shushuo::source::Files;

use super::repeat::{self, Told};
use super::wrap::wrapped;
use super::{Locator, Place};
use crate::cli::console;
use crate::cli::words::Words;

/// A line longer than this, in bytes, is not shown but told from: laying it out takes too long.
const LONGEST_LINE: usize = 20_000;
/// The longest excerpt of a line that is not shown, in characters.
const EXCERPT: usize = 60;

/// The cells before a hint: line numbers of three digits, the bar and the colon.
const GUTTER: usize = 9;

/// What one file contributes to a diagnostic: places with the words beside them.
struct Part<'a> {
    file: FileId,
    marks: Vec<(Span, AnnotationKind, Option<&'a Text>)>,
}

/// Every diagnostic with an empty line behind it, `width` cells wide, coloured for a terminal.
pub(crate) fn text(
    diagnostics: &[Diagnostic],
    files: &Files,
    words: &Words,
    width: usize,
) -> String {
    let renderer = Renderer::styled().hyperlink(false).term_width(width);
    let mut locator = Locator::new(files);
    let mut printed = String::new();
    for told in repeat::told(diagnostics, words) {
        let also = also(&told, files, words);
        let mut group = group(told.diagnostic, &mut locator, words, width);
        if let Some(also) = &also {
            let note = Level::NOTE.with_name(words.get("frame-note"));
            group = group.element(note.message(also));
        }
        printed.push_str(&renderer.render(&[group]));
        printed.push_str("\n\n");
    }
    printed
}

/// Where else in the file the same is found.
fn also(told: &Told<'_>, files: &Files, words: &Words) -> Option<String> {
    let count = told.others.len().to_string();
    let mut locator = Locator::new(files);
    let lines: Vec<usize> =
        told.others.iter().map(|span| locator.place(*span).start.line).collect();
    let lines = repeat::listed(&lines);
    (!told.others.is_empty()).then(|| words.fill("also", &[("count", &count), ("lines", &lines)]))
}

/// One message that concerns no content, in the same frame: `error: message` and a hint.
pub(crate) fn plain(message: &str, hint: Option<&str>, words: &Words) -> String {
    let width = console::width();
    let (frame, help) = (words.get("frame-error"), words.get("frame-help"));
    let message = wrapped(&safe(message), width, frame.width() + 2);
    let mut group = Group::with_title(Level::ERROR.with_name(frame).primary_title(message));
    if let Some(hint) = hint {
        let hint = wrapped(&safe(hint), width, help.width() + GUTTER);
        group = group.element(Level::HELP.with_name(help).message(hint));
    }
    Renderer::styled().hyperlink(false).render(&[group]) + "\n"
}

fn group<'a>(
    diagnostic: &'a Diagnostic,
    locator: &mut Locator<'a>,
    words: &'a Words,
    width: usize,
) -> Group<'a> {
    let (level, frame) = match diagnostic.severity {
        Severity::Error => (Level::ERROR, words.get("frame-error")),
        Severity::Warning => (Level::WARNING, words.get("frame-warning")),
    };
    let code = diagnostic.code.name();
    let before = frame.width() + code.len() + 4;
    let title = wrapped(&safe(&words.say(&diagnostic.message)), width, before);
    let mut group = Group::with_title(level.with_name(frame).primary_title(title).id(code));
    for part in parts(diagnostic) {
        group = group.elements(elements(&part, locator, words, width));
    }
    let help = words.get("frame-help");
    group.elements(diagnostic.hints.iter().map(|hint| {
        let hint = wrapped(&safe(&words.say(hint)), width, help.width() + GUTTER);
        Level::HELP.with_name(help).message(hint)
    }))
}

/// The diagnostic's places by file, its own file first.
fn parts(diagnostic: &Diagnostic) -> Vec<Part<'_>> {
    let own = diagnostic.span.map(|span| (span, AnnotationKind::Primary, None));
    let others =
        diagnostic.labels.iter().map(|(span, text)| (*span, AnnotationKind::Context, Some(text)));
    let mut parts: Vec<Part<'_>> = Vec::new();
    for mark in own.into_iter().chain(others) {
        match parts.iter_mut().find(|part| part.file == mark.0.file) {
            Some(part) => part.marks.push(mark),
            None => parts.push(Part { file: mark.0.file, marks: vec![mark] }),
        }
    }
    parts
}

/// The lines that a part's places stand in, marked.
fn elements<'a>(
    part: &Part<'a>,
    locator: &mut Locator<'a>,
    words: &'a Words,
    width: usize,
) -> Vec<Element<'a>> {
    let files: &'a Files = locator.files;
    let file = files.get(part.file);
    let text = file.text();
    if text.is_empty() {
        return vec![Origin::path(safe(&file.path)).into()];
    }
    let ranges: Vec<Range<usize>> =
        part.marks.iter().map(|(span, ..)| fitting(text, shown(text, *span), width)).collect();
    let first = ranges.iter().map(|range| range.start).min().unwrap_or(0);
    let last = ranges.iter().map(|range| range.end).max().unwrap_or(0);
    let lines = whole_lines(text, first..last);
    if text[lines.clone()].lines().any(|line| line.len() > LONGEST_LINE) {
        return told(part, text, locator, words);
    }
    let from = locator.place(Span::new(part.file, first..first)).start.line;
    let mut snippet = Snippet::source(&text[lines.clone()]).path(safe(&file.path)).line_start(from);
    for ((_, kind, label), range) in part.marks.iter().zip(ranges) {
        let range = range.start - lines.start..range.end - lines.start;
        snippet =
            snippet.annotation(kind.span(range).label(label.map(|text| safe(&words.say(text)))));
    }
    vec![snippet.into()]
}

/// The places of a part whose lines are too long to show: where, and the marked words alone.
fn told<'a>(
    part: &Part<'a>,
    text: &'a str,
    locator: &mut Locator<'a>,
    words: &'a Words,
) -> Vec<Element<'a>> {
    let mut elements = Vec::new();
    for (span, _, label) in &part.marks {
        let Place { path, start, .. } = locator.place(*span);
        elements.push(Origin::path(safe(path)).line(start.line).char_column(start.column).into());
        let marked: String = text[shown(text, *span)].chars().take(EXCERPT).collect();
        let label = label.map(|label| words.say(label)).unwrap_or_default();
        let (marked, label) = (safe(&marked), safe(&label));
        let note = Level::NOTE.with_name(words.get("frame-note"));
        elements.push(
            note.message(words.fill("marked", &[("text", &marked), ("label", &label)])).into(),
        );
    }
    elements
}

/// Words without what could move the cursor, colour the screen or turn the writing's direction.
pub(crate) fn safe(words: &str) -> String {
    let steers = |character: char| {
        (character.is_control() && character != '\n')
            || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    words.replace(steers, "\u{fffd}")
}

/// The bytes to mark: inside the text, whole characters, no line break at the end.
fn shown(text: &str, span: Span) -> Range<usize> {
    let start = text.floor_char_boundary(span.start());
    let end = text.floor_char_boundary(span.end().max(span.start())).max(start);
    let marked = text[start..end].trim_end_matches('\n');
    start..start + marked.len()
}

/// As much of a mark on one line as the line has room for: a longer one would wrap.
fn fitting(text: &str, range: Range<usize>, width: usize) -> Range<usize> {
    let marked = &text[range.clone()];
    if marked.contains('\n') || marked.width() + GUTTER + 6 <= width {
        return range;
    }
    let room = width.saturating_sub(GUTTER + 6);
    let mut cells = 0;
    let fits = marked.char_indices().take_while(|(_, letter)| {
        cells += letter.width().unwrap_or(0);
        cells <= room
    });
    let end = fits.last().map_or(0, |(at, letter)| at + letter.len_utf8());
    range.start..range.start + end
}

/// The lines that a range touches, without the last line break.
fn whole_lines(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at);
    start..end
}
