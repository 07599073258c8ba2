//! `value-not-in-quote`: a quote that stands in its source but does not hold the figure's value.

use crate::check::context::Facts;
use crate::check::findings::Findings;
use crate::check::say::list;
use crate::diag::{Code, Diagnostic, Text};
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
    if let Some(whole) = &quote.cut {
        let message = text!("value-not-in-quote.cut", whole = whole);
        return Diagnostic::new(Code::ValueNotInQuote, quote.span, message)
            .hint(text!("value-not-in-quote.cut-hint", whole = whole));
    }
    let hint = if numbers.is_empty() {
        text!("value-not-in-quote.none")
    } else {
        text!("value-not-in-quote.hint", numbers = list(&numbers))
    };
    let message = text!("value-not-in-quote", value = figure.written.as_str());
    Diagnostic::new(Code::ValueNotInQuote, quote.span, message).hint(hint).hint_if(as_one_number(
        figure,
        &quote.text,
        lang,
    ))
}

/// The hint for a quote whose full-width comma may stand in the middle of the value: 1，286吨.
fn as_one_number(figure: &Figure, quote: &str, lang: Lang) -> Option<Text> {
    let value = figure.quantity.as_ref()?.value;
    let plain = quote.replace('，', ",");
    let mentions = if plain == quote { Vec::new() } else { quantity::scan(&plain, lang) };
    let whole = mentions.into_iter().find(|mention| mention.quantity.value == value)?;
    Some(text!("value-not-in-quote.comma", whole = plain.get(whole.range)?))
}
