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
        cut: None,
    };
    if source.file.is_none() {
        return (located, None);
    }
    let mut proof = None;
    let mut without_value = 0;
    for place in places {
        let plain = value.and_then(|value| mention_in(source, &place, value).cloned());
        let grouped = || grouped_in(source, &place, value.filter(|_| located.number.is_some())?);
        let mention = plain.or_else(grouped);
        // A quote may end before the unit: 借书34万 of 借书34万册. One that ends inside of the number,
        // 借书3, does not say it.
        let whole = |mention: &Mention| mention.range.end <= place.end || located.number.is_some();
        match mention.filter(whole) {
            Some(mention) => {
                let number = mention.range.start..mention.range.end.min(place.end);
                proof = proof.or(Some(mention));
                located.places.push(Place { quote: place, number });
            }
            None => {
                without_value += 1;
                located.cut = located.cut.or_else(|| cut(source, &place));
            }
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

/// The number that a place in the source begins or ends in the middle of.
fn cut(source: &Source, place: &Range<usize>) -> Option<String> {
    let is_cut = |mention: &&Mention| {
        let range = &mention.range;
        let inside = |at: usize| range.start < at && at < range.end;
        inside(place.start) || inside(place.end)
    };
    let first = source.mentions.partition_point(|mention| mention.range.end <= place.start);
    let here = source.mentions[first..].iter();
    let mention = here.take_while(|mention| mention.range.start < place.end).find(is_cut)?;
    source.text.get(mention.range.clone()).map(str::to_owned)
}

/// A quote longer than this, in bytes, is not looked through for commas.
const LONGEST: usize = 4096;

/// The same in a source that has a full-width comma between the digits of a number: 1，286吨. It may
/// part two numbers; where the quote has a half-width one, its author has said that it does not.
fn grouped_in(source: &Source, place: &Range<usize>, value: &Quantity) -> Option<Mention> {
    let passage = source.text.get(place.clone()).filter(|passage| passage.len() <= LONGEST)?;
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let commas: Vec<usize> = passage
        .match_indices('，')
        .filter(|(at, comma)| {
            is_digit(passage[..*at].chars().next_back())
                && is_digit(passage[at + comma.len()..].chars().next())
        })
        .map(|(at, _)| at)
        .collect();
    let mut plain = passage.to_owned();
    for at in commas.iter().rev() {
        plain.replace_range(*at..at + '，'.len_utf8(), ",");
    }
    let shift = '，'.len_utf8() - 1;
    let origin = |at: usize| {
        let before = commas.iter().enumerate();
        let before = before.take_while(|(count, comma)| **comma - count * shift < at).count();
        place.start + at + before * shift
    };
    let mentions = if commas.is_empty() { Vec::new() } else { quantity::scan(&plain, source.lang) };
    let mut mention = mentions.into_iter().find(|mention| says(&mention.quantity, value))?;
    mention.range = origin(mention.range.start)..origin(mention.range.end);
    Some(mention)
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
