//! `value-not-in-quote`: a quote that stands in its source but does not hold the figure's value.

use crate::check::context::Facts;
use crate::check::findings::Findings;
use crate::check::say::list;
use crate::diag::{Code, Diagnostic};
use crate::figure::{Figure, Outcome, Quote};
use crate::lang::Lang;
use crate::quantity;

pub(super) fn check(facts: &Facts, found: &mut Findings) {
    for (index, figure) in facts.figures.values().enumerate() {
        let (Some(quote), Some(source)) = (&figure.quote, figure.source) else { continue };
        if quote.outcome == Outcome::ValueNotInQuote {
            let lang = facts.sources[source].lang;
            found.push_about(index, not_in_quote(figure, quote, lang));
        }
    }
}

fn not_in_quote(figure: &Figure, quote: &Quote, lang: Lang) -> Diagnostic {
    let numbers: Vec<&str> = quantity::scan(&quote.text, lang)
        .into_iter()
        .filter(|mention| mention.quantity.kind.is_data())
        .filter_map(|mention| quote.text.get(mention.range))
        .collect();
    let hint = if numbers.is_empty() {
        text!("value-not-in-quote.none")
    } else {
        text!("value-not-in-quote.hint", numbers = list(&numbers))
    };
    let message = text!("value-not-in-quote", value = figure.written.as_str());
    Diagnostic::new(Code::ValueNotInQuote, quote.span, message).hint(hint)
}
