//! `number-unsourced`: a number in the original's prose that no figure and no source has.

use rust_decimal::Decimal;

use crate::check::context::Context;
use crate::check::coverage::Stated;
use crate::check::findings::Findings;
use crate::check::prose::PlainNumber;
use crate::diag::{Code, Diagnostic};
use crate::quantity::{Kind, Quantity, Relation, relate};

/// Counts up to this one are common in running text and prove nothing.
const SMALL: Decimal = Decimal::TEN;

pub(super) fn check(context: &Context<'_>, found: &mut Findings) {
    let known = &context.known;
    for number in context.plain_numbers() {
        if !is_small(&number.quantity) && !is_known(&number.quantity, known) {
            found.push(report(number));
        }
    }
}

fn report(number: &PlainNumber) -> Diagnostic {
    let message = text!("number-unsourced", number = &*number.words);
    Diagnostic::new(Code::NumberUnsourced, number.span, message)
        .hint(text!("number-unsourced.hint"))
        .hint(text!("hint.waive", code = Code::NumberUnsourced.name()))
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
