//! The numbers in titles, summaries, labels and notes, compared between the two languages like
//! prose.

use crate::check::compare::compare;
use crate::check::context::PageContext;
use crate::check::findings::Findings;
use crate::check::prose::Passage;
use crate::check::rules::named_changed::in_words;
use crate::check::rules::wording::describe;
use crate::content::{Document, Entry};
use crate::diag::Spanned;
use crate::figure::FigureIndex;
use crate::quantity::temporal::expressions;

pub(super) fn check(context: &PageContext<'_>, found: &mut Findings) {
    let Some((original, translation)) = context.both() else { return };
    let (original, translation) = (&original.document, &translation.document);
    let (one, other) = (&original.front, &translation.front);
    let sides = Sides { original, translation, figure: None };
    sides.compare(Some(&one.title), Some(&other.title), found);
    sides.compare(one.summary.as_ref(), other.summary.as_ref(), found);
    sides.compare(one.period.as_ref(), other.period.as_ref(), found);
    for entry in &one.figures {
        let words = other.figures.iter().find(|words| words.id.value == entry.id.value);
        let figure = context.figure(&entry.id.value).map(|(index, _)| index);
        if let Some(words) = words {
            Sides { figure, ..sides }.compare_entries(entry, words, found);
        }
    }
}

#[derive(Clone, Copy)]
struct Sides<'d> {
    original: &'d Document,
    translation: &'d Document,
    figure: Option<FigureIndex>,
}

impl Sides<'_> {
    fn compare_entries(&self, entry: &Entry, words: &Entry, found: &mut Findings) {
        self.compare(entry.label.as_ref(), words.label.as_ref(), found);
        self.compare(entry.note.as_deref(), words.note.as_deref(), found);
        self.compare(entry.baseline.as_deref(), words.baseline.as_deref(), found);
    }

    fn compare(
        &self,
        one: Option<&Spanned<String>>,
        other: Option<&Spanned<String>>,
        found: &mut Findings,
    ) {
        let (Some(one), Some(other)) = (one, other) else { return };
        let names_time = |words: &str, lang| !expressions(words, lang).is_empty();
        let is_plain = !has_number(&one.value) && !has_number(&other.value);
        if is_plain && !names_time(&one.value, self.original.lang) {
            return;
        }
        let original = Passage::of_words(one, self.original.lang);
        let translation = Passage::of_words(other, self.translation.lang);
        let differences = compare(&original, &translation);
        let numbers =
            differences.iter().map(|difference| describe(&original, &translation, difference));
        for diagnostic in numbers.chain(in_words(&original, &translation)) {
            match self.figure {
                Some(figure) => found.push_about(figure, diagnostic),
                None => found.push(diagnostic),
            }
        }
    }
}

/// Whether some words may hold a number worth comparing: numerals in words are left alone here,
/// where “one” and 一 are nearly always mere words.
fn has_number(words: &str) -> bool {
    words.chars().any(char::is_numeric)
}
