//! The words that a translation gives figures.

use std::collections::BTreeMap;

use crate::content::{Document, Entry};
use crate::diag::{Code, Diagnostic, Sink};
use crate::source::shape::did_you_mean;

/// A name that does not exist is compared with so many that do.
const MOST_COMPARED: usize = 2000;
/// So many names are listed.
const MOST_NAMED: usize = 20;

/// What a file says of figures, by id; the first where an id stands twice.
pub(super) fn entries(document: &Document) -> BTreeMap<&str, &Entry> {
    document.front.figures.iter().rev().map(|entry| (entry.id.value.as_str(), entry)).collect()
}

/// Words for a figure that the section's original does not declare.
pub(super) fn report_unknown_words(
    original: Option<&Document>,
    translation: Option<&Document>,
    sink: &mut Sink,
) {
    let (Some(original), Some(translation)) = (original, translation) else { return };
    if original.front.has_lost_figures {
        // The words may be for one of these.
        return;
    }
    let (known, translated) = (entries(original), entries(translation));
    let declared = || original.front.figures.iter().map(|entry| entry.id.value.as_str());
    // Where the original has one figure without words, that is what this one is called now.
    let mut wordless = declared().filter(|id| !translated.contains_key(id));
    let renamed = wordless.next().filter(|_| wordless.next().is_none());
    for entry in &translation.front.figures {
        let id = entry.id.value.as_str();
        if !known.contains_key(id) {
            let message = text!("unknown-figure.translation", id = id, file = &original.path);
            let renamed = || renamed.map(|id| text!("unknown-figure.translation-hint", id = id));
            let ids: Vec<&str> = declared().take(MOST_NAMED).collect();
            let other = || text!("unknown-figure.translation-ids", ids = ids.join(", "));
            let near = did_you_mean(id, declared().take(MOST_COMPARED));
            sink.push(
                Diagnostic::new(Code::UnknownFigure, entry.id.span, message)
                    .hint(near.or_else(renamed).unwrap_or_else(other)),
            );
        }
    }
}
