//! `unknown-figure`: `[[id]]` in prose where no figure has that id.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::content::{Document, Reference};
use crate::diag::{Code, Diagnostic};
use crate::figure::Figures;
use crate::source::shape::did_you_mean;

/// So many findings look for a figure with a similar id; each looks at all figures.
const MOST_HINTS: usize = 200;

pub(super) fn check(context: &Context<'_>, found: &mut Findings) {
    let figures = &context.site.figures;
    if !context.site.unread.is_empty() {
        // The figure may be declared in a file that cannot be read, which has been reported.
        return;
    }
    // A section that has figures which could not be taken may mean one of these.
    let doubtful: BTreeSet<&str> = context
        .documents()
        .filter(|document| document.front.has_lost_figures)
        .map(|document| document.slug.as_str())
        .collect();
    let documents: Vec<&Document> =
        context.documents().filter(|document| !doubtful.contains(document.slug.as_str())).collect();
    let references: Vec<&Reference> =
        documents.par_iter().flat_map_iter(|document| unknown(document, figures)).collect();
    let mut found_so_far = 0;
    for Reference { id, span, .. } in references {
        found_so_far += 1;
        let nearest = (found_so_far <= MOST_HINTS)
            .then(|| did_you_mean(id, figures.keys().map(String::as_str)))
            .flatten();
        let hint = nearest.unwrap_or_else(|| text!("unknown-figure.hint", id = id));
        let message = text!("unknown-figure", id = id);
        found.push(Diagnostic::new(Code::UnknownFigure, *span, message).hint(hint));
    }
}

/// The references of a file to figures that do not exist. What the file itself says of such a figure
/// has been reported where it says it.
fn unknown<'d>(document: &'d Document, figures: &Figures) -> Vec<&'d Reference> {
    let references = document.body.blocks.iter().flat_map(|block| &block.references);
    let mut unknown: Vec<&Reference> =
        references.filter(|reference| !figures.contains_key(&reference.id)).collect();
    if !unknown.is_empty() {
        let declared = document.front.figures.iter().map(|entry| entry.id.value.as_str());
        let told: BTreeSet<&str> = declared.collect();
        unknown.retain(|reference| !told.contains(reference.id.as_str()));
    }
    unknown
}
