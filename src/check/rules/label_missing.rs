//! `label-missing`: a figure whose label, or other words, exist in one language only.

use crate::check::context::PageContext;
use crate::check::findings::Findings;
use crate::check::say::{language, list};
use crate::content::{Document, Entry};
use crate::diag::{Code, Diagnostic, Spanned};

pub(super) fn check(context: &PageContext<'_>, found: &mut Findings) {
    let Some((original, translation)) = context.both() else { return };
    let (original, translation) = (&original.document, &translation.document);
    if renames(original, translation) || translation.front.has_lost_figures {
        // Words for a figure that the original does not declare have been reported.
        return;
    }
    for entry in &original.front.figures {
        let words = words_of(translation, &entry.id.value);
        let missing = missing(entry, words);
        if missing.is_empty() {
            continue;
        }
        let diagnostic = report(entry, words, &missing, translation);
        match context.figure(&entry.id.value) {
            Some((figure, _)) => found.push_about(figure, diagnostic),
            None => found.push(diagnostic),
        }
    }
}

/// Whether the translation gives words for a figure that the original does not declare.
fn renames(original: &Document, translation: &Document) -> bool {
    let words = &translation.front.figures;
    words.iter().any(|entry| words_of(original, &entry.id.value).is_none())
}

fn words_of<'d>(document: &'d Document, id: &str) -> Option<&'d Entry> {
    document.front.figures.iter().find(|entry| entry.id.value == id)
}

/// The keys that the original has in words and the translation lacks, the label first.
pub(super) fn missing(original: &Entry, words: Option<&Entry>) -> Vec<&'static str> {
    type Read = fn(&Entry) -> Option<&Spanned<String>>;
    let keys: [(&str, Read); 5] = [
        ("label", |entry| entry.label.as_ref()),
        ("note", |entry| entry.note.as_deref()),
        ("period", |entry| entry.period.as_deref()),
        ("place", |entry| entry.place.as_deref()),
        ("baseline", |entry| entry.baseline.as_deref()),
    ];
    keys.into_iter()
        .filter(|(_, read)| {
            read(original).is_some() && words.is_none_or(|words| read(words).is_none())
        })
        .map(|(key, _)| key)
        .collect()
}

fn report(
    entry: &Entry,
    words: Option<&Entry>,
    missing: &[&str],
    translation: &Document,
) -> Diagnostic {
    let id = entry.id.value.as_str();
    let span = words.map_or(entry.id.span, |words| words.id.span);
    let lang = language(translation.lang);
    let message = text!("label-missing", id = id, keys = list(missing), lang = lang);
    let example = missing.iter().map(|key| format!("{key}: …")).collect::<Vec<_>>().join(", ");
    let path = translation.path.as_str();
    let hint = text!("label-missing.hint", path = path, line = format!("{id}: {{ {example} }}"));
    let mut diagnostic = Diagnostic::new(Code::LabelMissing, span, message).hint(hint);
    if words.is_some() {
        diagnostic = diagnostic.label(entry.id.span, text!("label-missing.original"));
    }
    diagnostic
}
