//! `number-unsourced`: a number in the original's prose that no figure and no source has, or that they
//! have as a fall where the prose has a rise, as less where it has more.

use rust_decimal::Decimal;

use crate::check::context::Context;
use crate::check::coverage::Stated;
use crate::check::findings::Findings;
use crate::check::prose::PlainNumber;
use crate::check::say::{direction_word, quantity_value};
use crate::diag::{Code, Diagnostic, Text};
use crate::quantity::{Hedge, Kind, Quantity, Relation, relate};

/// Counts up to this one are common in running text and prove nothing.
const SMALL: Decimal = Decimal::TEN;

/// Of the places that state one value so many are asked how they put it.
const MOST_ASKED: usize = 200;

pub(super) fn check(context: &Context<'_>, found: &mut Findings) {
    let known = &context.known;
    for number in context.plain_numbers() {
        let quantity = &number.quantity;
        if !is_small(quantity) && !is_known(quantity, known) {
            let message = text!("number-unsourced", number = &*number.words);
            found.push(report(number, message, text!("number-unsourced.hint")));
        } else if let Some(turned) = turned(quantity, known) {
            found.push(report(number, turned, text!("number-unsourced.turned-hint")));
        }
    }
}

fn report(number: &PlainNumber, message: Text, hint: Text) -> Diagnostic {
    Diagnostic::new(Code::NumberUnsourced, number.span, message)
        .hint(hint)
        .hint(text!("hint.waive", code = Code::NumberUnsourced.name()))
}

/// What is wrong with a number that everything known has the other way round.
fn turned(said: &Quantity, known: &Stated) -> Option<Text> {
    let all = |opposes: fn(&Quantity, &Quantity) -> bool| {
        let known = known.find(said).map(|(quantity, _)| quantity).take(MOST_ASKED);
        let mut known = known.peekable();
        let first = *known.peek()?;
        known.all(|known| opposes(known, said)).then_some(first)
    };
    if let Some(trend) = all(has_other_trend).and_then(|known| known.trend) {
        let trend = direction_word(trend);
        return Some(text!("number-unsourced.trend", value = quantity_value(said), trend = trend));
    }
    all(has_other_side).map(|known| {
        text!("number-unsourced.side", value = quantity_value(said), known = quantity_value(known))
    })
}

fn has_other_trend(known: &Quantity, said: &Quantity) -> bool {
    matches!((known.trend, said.trend), (Some(known), Some(said)) if known != said)
}

/// Nearly so much and more than so much.
fn has_other_side(known: &Quantity, said: &Quantity) -> bool {
    use Hedge::{Nearly, Over, Under};
    matches!(
        (known.hedge, said.hedge),
        (Some(Over), Some(Nearly | Under)) | (Some(Nearly | Under), Some(Over))
    )
}

/// Whether a number is a small count, as in “two of them”, and no share or measure.
fn is_small(quantity: &Quantity) -> bool {
    let counts = quantity.unit.is_none_or(|unit| unit.is_counter());
    quantity.kind == Kind::Quantity && counts && quantity.value.abs() <= SMALL
}

/// Whether something known says the same, or the same less exactly where the words admit it.
fn is_known(quantity: &Quantity, known: &Stated) -> bool {
    if known.find(quantity).next().is_some() {
        return true;
    }
    let value = quantity.value.abs();
    let slack = match quantity.hedge {
        Some(_) => value / Decimal::TEN,
        None => Decimal::ZERO,
    };
    // A share may be known as a fraction and a fraction as a share: a third for 33.3%.
    let parts = [Decimal::ONE, Decimal::new(1, 2), Decimal::ONE_HUNDRED];
    parts.iter().any(|part| {
        let (low, high) = ((value - slack).checked_mul(*part), (value + slack).checked_mul(*part));
        let near = low.zip(high).map(|(low, high)| known.between(low, high));
        near.into_iter().flatten().any(|(other, _)| renders(other, quantity))
    })
}

fn renders(known: &Quantity, said: &Quantity) -> bool {
    matches!(
        relate(known, said),
        Relation::Same
            | Relation::Rounded
            | Relation::Converted
            | Relation::HedgeDiffers { .. }
            | Relation::TrendDiffers
    )
}
