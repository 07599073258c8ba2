//! The words that a translation gives figures.

use crate::content::{Document, Entry};
use crate::diag::{Code, Diagnostic, Sink};
use crate::source::shape::did_you_mean;

/// What a file says of a figure.
pub(super) fn entry_of<'a>(document: &'a Document, id: &str) -> Option<&'a Entry> {
    document.front.figures.iter().find(|entry| entry.id.value == id)
}

/// Words for a figure that the section's original does not declare.
pub(super) fn report_unknown_words(
    original: Option<&Document>,
    translation: Option<&Document>,
    sink: &mut Sink,
) {
    let (Some(original), Some(translation)) = (original, translation) else { return };
    let declared = || original.front.figures.iter().map(|entry| entry.id.value.as_str());
    // Where the original has one figure without words, that is what this one is called now.
    let mut wordless = declared().filter(|id| entry_of(translation, id).is_none());
    let renamed = wordless.next().filter(|_| wordless.next().is_none());
    for entry in &translation.front.figures {
        let id = entry.id.value.as_str();
        if entry_of(original, id).is_none() {
            let message = text!("unknown-figure.translation", id = id, file = &original.path);
            let renamed = || renamed.map(|id| text!("unknown-figure.translation-hint", id = id));
            sink.push(
                Diagnostic::new(Code::UnknownFigure, entry.id.span, message)
                    .hint_if(did_you_mean(id, declared()).or_else(renamed)),
            );
        }
    }
}
