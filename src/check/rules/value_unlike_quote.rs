//! `value-not-in-quote`: a figure whose number stands in its quote, but as a rise where the value says
//! a fall, or with another hedge: 近500亿元 is not 超500亿元, and not 500亿元 either.

use crate::check::context::Facts;
use crate::check::findings::Findings;
use crate::check::say::{direction_word, hedge_word, printed_in};
use crate::diag::{Code, Diagnostic, Severity};
use crate::figure::{Figure, Source};
use crate::quantity::{Mention, Quantity, Relation, relate};

pub(super) fn check(facts: &Facts, found: &mut Findings) {
    for (index, figure) in facts.figures.values().enumerate() {
        let (Some(source), Some(value)) = (figure.source, &figure.quantity) else { continue };
        let source = &facts.sources[source];
        let unlike = proof(figure, source).and_then(|proof| unlike(figure, value, proof, source));
        if let Some(diagnostic) = unlike {
            found.push_about(index, diagnostic);
        }
    }
}

/// The number of the source that proves a figure.
fn proof<'s>(figure: &Figure, source: &'s Source) -> Option<&'s Mention> {
    let place = figure.quote.as_ref()?.places.first()?;
    let starts = |mention: &Mention| mention.range.start;
    let at = source.mentions.binary_search_by_key(&place.number.start, starts).ok()?;
    source.mentions.get(at)
}

fn unlike(
    figure: &Figure,
    value: &Quantity,
    proof: &Mention,
    source: &Source,
) -> Option<Diagnostic> {
    let span = figure.quote.as_ref()?.span;
    let said = printed_in(&proof.quantity, source.lang);
    let found = |message| Diagnostic::new(Code::ValueNotInQuote, span, message);
    let hint = text!("value-not-in-quote.unlike-hint");
    match relate(&proof.quantity, value) {
        Relation::TrendDiffers => {
            let (said, written) = (proof.quantity.trend?, value.trend?);
            let message = text!(
                "value-not-in-quote.trend",
                value = &figure.written,
                said = direction_word(said),
                written = direction_word(written),
            );
            Some(found(message).hint(hint))
        }
        Relation::HedgeDiffers { original: Some(hedge), translation: None } => {
            let message = text!(
                "value-not-in-quote.hedge",
                value = &figure.written,
                hedge = hedge_word(hedge),
            );
            let hint = text!("value-not-in-quote.hedge-hint", said = said);
            Some(Diagnostic { severity: Severity::Warning, ..found(message).hint(hint) })
        }
        Relation::HedgeDiffers { .. } => {
            let message = text!("value-not-in-quote.unlike", value = &figure.written, said = said);
            Some(found(message).hint(hint))
        }
        _ => None,
    }
}
