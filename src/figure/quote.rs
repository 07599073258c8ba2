//! Locates quotes in their sources, and values in their quotes.

use std::ops::Range;

use super::{Outcome, Place, Quote, Source};
use crate::diag::Spanned;
use crate::lang::Lang;
use crate::quantity::{self, Mention, Quantity};

/// Looks for `value` at the `places` of a quote in `source`. The mention that proves the value is
/// returned too: it knows the unit and the trend that the author need not repeat.
pub(super) fn locate(
    quote: &Spanned<String>,
    value: Option<&Quantity>,
    source: &Source,
    places: Vec<Range<usize>>,
) -> (Quote, Option<Mention>) {
    let number = value.and_then(|value| number_in(&quote.value, value, source.lang));
    let mut located = Quote {
        text: quote.value.clone(),
        span: quote.span,
        number,
        outcome: Outcome::Unchecked,
        places: Vec::new(),
    };
    if source.file.is_none() {
        return (located, None);
    }
    let mut proof = None;
    let mut without_value = 0;
    for place in places {
        let mention = value.and_then(|value| mention_in(source, &place, value));
        // A quote may end before the unit: 借书34万 of 借书34万册. One that ends inside of the number,
        // 借书3, does not say it.
        let whole = |mention: &&Mention| mention.range.end <= place.end || located.number.is_some();
        match mention.filter(whole) {
            Some(mention) => {
                proof = proof.or_else(|| Some(mention.clone()));
                let number = mention.range.start..mention.range.end.min(place.end);
                located.places.push(Place { quote: place, number });
            }
            None => without_value += 1,
        }
    }
    located.outcome = match (located.places.len(), without_value) {
        (0, 0) => Outcome::NotFound,
        (0, _) if value.is_none() => Outcome::Unchecked,
        (0, _) => Outcome::ValueNotInQuote,
        (_, 0) => Outcome::Found,
        _ => Outcome::Ambiguous,
    };
    (located, proof)
}

/// The first number of the source that lies in `place` and says `value`.
fn mention_in<'a>(
    source: &'a Source,
    place: &Range<usize>,
    value: &Quantity,
) -> Option<&'a Mention> {
    let first = source.mentions.partition_point(|mention| mention.range.end <= place.start);
    source.mentions[first..]
        .iter()
        .take_while(|mention| mention.range.start < place.end)
        .filter(|mention| mention.range.start >= place.start)
        .find(|mention| says(&mention.quantity, value))
}

fn number_in(quote: &str, value: &Quantity, lang: Lang) -> Option<Range<usize>> {
    let mentions = quantity::scan(quote, lang);
    mentions.into_iter().find(|mention| says(&mention.quantity, value)).map(|mention| mention.range)
}

/// Whether a number of the source says the author's value: the same amount of the same kind, in the
/// same unit unless one of the two names none.
fn says(mention: &Quantity, value: &Quantity) -> bool {
    let units_agree = match (mention.unit, value.unit) {
        (Some(one), Some(other)) => one.same_as(other),
        _ => true,
    };
    mention.value == value.value && mention.kind == value.kind && units_agree
}
