//! `quote-ambiguous`: a quote that stands in several places of which not all hold the value.

use crate::check::context::Facts;
use crate::check::findings::Findings;
use crate::check::say::figure_value;
use crate::diag::{Code, Diagnostic, Span};
use crate::figure::Outcome;

pub(super) fn check(facts: &Facts, found: &mut Findings) {
    for (index, figure) in facts.figures.values().enumerate() {
        let (Some(quote), Some(source)) = (&figure.quote, figure.source) else { continue };
        if quote.outcome != Outcome::Ambiguous {
            continue;
        }
        let source = &facts.sources[source];
        let message = text!("quote-ambiguous", source = &source.name, value = figure_value(figure));
        let mut diagnostic = Diagnostic::new(Code::QuoteAmbiguous, quote.span, message)
            .hint(text!("quote-ambiguous.hint"));
        for place in source.file.iter().zip(&quote.places) {
            let span = Span::new(*place.0, place.1.number.clone());
            diagnostic = diagnostic.label(span, text!("quote-ambiguous.place"));
        }
        found.push_about(index, diagnostic);
    }
}
