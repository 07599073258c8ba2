//! `quote-not-found`: a quote that does not stand in its source, shown beside the passage that
//! comes nearest. `quote-unchecked`: a source without a text to look in.

use std::collections::BTreeMap;

use crate::check::context::Facts;
use crate::check::findings::Findings;
use crate::check::nearest::{Index, Nearest};
use crate::diag::{Code, Diagnostic, Edit, Fix, Span};
use crate::figure::{FigureIndex, Outcome, Quote, Source, SourceIndex};

/// The most differences that get a mark of their own in the source.
const MOST_MARKS: usize = 3;

/// So many quotes of one source are looked for again, letter by letter.
const MOST_SEARCHES: usize = 200;

pub(super) fn check(facts: &Facts, found: &mut Findings) {
    let mut lost: BTreeMap<SourceIndex, Vec<(FigureIndex, &Quote)>> = BTreeMap::new();
    for (index, figure) in facts.figures.values().enumerate() {
        let (Some(quote), Some(source)) = (&figure.quote, figure.source) else { continue };
        match quote.outcome {
            Outcome::NotFound => lost.entry(source).or_default().push((index, quote)),
            // A value that cannot be read has been reported.
            Outcome::Unchecked if figure.quantity.is_none() => {}
            Outcome::Unchecked => {
                let name = &facts.sources[source].name;
                let message = text!("quote-unchecked", source = name);
                let diagnostic = Diagnostic::new(Code::QuoteUnchecked, quote.span, message)
                    .hint(text!("quote-unchecked.hint", source = name));
                found.push_about(index, diagnostic);
            }
            Outcome::Found | Outcome::Ambiguous | Outcome::ValueNotInQuote => {}
        }
    }
    for (source, quotes) in lost {
        let source = &facts.sources[source];
        let text = Index::new(&source.text);
        for (count, (figure, quote)) in quotes.into_iter().enumerate() {
            let nearest = (count < MOST_SEARCHES).then(|| text.nearest(&quote.text)).flatten();
            found.push_about(figure, not_found(source, nearest, quote));
        }
    }
}

fn not_found(source: &Source, nearest: Option<Nearest>, quote: &Quote) -> Diagnostic {
    let message = text!("quote-not-found", source = &source.name);
    let diagnostic = Diagnostic::new(Code::QuoteNotFound, quote.span, message);
    let Some(nearest) = nearest else {
        return diagnostic.hint(text!("quote-not-found.nothing", source = &source.name));
    };
    if let Some(bare) = without_marks(&quote.text, &nearest) {
        let message = text!("quote-not-found.marks", source = &source.name);
        let hint = text!("hint.write-line", line = format!("quote: {bare}"));
        let found = Diagnostic::new(Code::QuoteNotFound, quote.span, message).hint(hint);
        return match unmarked(quote, bare) {
            Some(fix) => found.fix(fix),
            None => found,
        };
    }
    let Some(file) = source.file else { return diagnostic };
    let line = line_of(&source.text, nearest.range.start);
    let passage = marked(&source.text, &nearest);
    let hint = text!("quote-not-found.hint", passage = passage, line = line);
    let mut diagnostic = diagnostic.hint(hint);
    for difference in nearest.differences.iter().take(MOST_MARKS) {
        let there = source.text[difference.range.clone()].to_owned();
        let label = match (there.is_empty(), difference.quoted.is_empty()) {
            (true, _) => text!("quote-not-found.more", quoted = &difference.quoted),
            (_, true) => text!("quote-not-found.less", there = there),
            _ => text!("quote-not-found.other", there = there, quoted = &difference.quoted),
        };
        diagnostic = diagnostic.label(Span::new(file, difference.range.clone()), label);
    }
    diagnostic
}

/// The quote without the quotation marks around it, where nothing else keeps it from being found.
fn without_marks<'q>(quote: &'q str, nearest: &Nearest) -> Option<&'q str> {
    let is_mark = |letter: char| "\"“”「」".contains(letter);
    let only_marks = nearest
        .differences
        .iter()
        .all(|difference| difference.range.is_empty() && difference.quoted.chars().all(is_mark));
    let bare = quote.strip_prefix(is_mark)?.strip_suffix(is_mark)?;
    (only_marks && !bare.contains(is_mark)).then_some(bare)
}

/// Takes the marks away; `None` where YAML has marks of its own around these, which hide their places.
fn unmarked(quote: &Quote, bare: &str) -> Option<Fix> {
    if quote.span.end() - quote.span.start() != quote.text.len() {
        return None;
    }
    let inside = quote.text.find(bare)?;
    let cut =
        |from: usize, to: usize| Edit { span: quote.span.part(from..to), text: String::new() };
    Some(Fix::Edit(vec![cut(0, inside), cut(inside + bare.len(), quote.text.len())]))
}

/// The line of a byte, counted from 1.
fn line_of(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

/// The passage on one line, with brackets around what the quote has differently. Where only the quote
/// has something there is nothing to put in brackets; the mark beside the source says it.
fn marked(text: &str, nearest: &Nearest) -> String {
    let mut marked = String::new();
    let mut copied = nearest.range.start;
    for difference in nearest.differences.iter().filter(|difference| !difference.range.is_empty()) {
        marked.push_str(text.get(copied..difference.range.start).unwrap_or_default());
        marked.push('[');
        marked.push_str(&text[difference.range.clone()]);
        marked.push(']');
        copied = difference.range.end;
    }
    marked.push_str(text.get(copied..nearest.range.end).unwrap_or_default());
    marked.lines().map(str::trim).collect()
}
