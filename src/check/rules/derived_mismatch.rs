//! `derived-mismatch`: a figure with both a formula and a written value that disagree by more than
//! the written value's last digit allows.

use rust_decimal::Decimal;

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::check::precision::step;
use crate::check::say::{figure_value, quantity_value};
use crate::content::Entry;
use crate::diag::{Code, Diagnostic};
use crate::figure::Figure;
use crate::quantity::Quantity;

pub(super) fn check(context: &Context<'_>, found: &mut Findings) {
    for document in context.originals() {
        for entry in document.front.figures.iter().filter(|entry| entry.formula.is_some()) {
            let index = context.site.figures.get_index_of(entry.id.value.as_str());
            let Some(index) = index else { continue };
            if let Some(diagnostic) = compare(entry, context.site.figure(index)) {
                found.push_about(index, diagnostic);
            }
        }
    }
}

fn compare(entry: &Entry, figure: &Figure) -> Option<Diagnostic> {
    let written = entry.value.as_ref()?;
    let formula = entry.formula.as_ref()?;
    let (derived, quantity) = (figure.derived.as_ref()?, figure.quantity.as_ref()?);
    let whole = quantity.whole().unwrap_or(Decimal::ONE);
    let computed = derived.result.checked_mul(whole)?;
    if agrees(quantity, computed) {
        return None;
    }
    let shown = Quantity { value: rounded(computed, quantity.precision), ..quantity.clone() };
    let message = text!(
        "derived-mismatch",
        written = figure_value(figure),
        formula = &formula.derive.value,
        computed = quantity_value(&shown),
    );
    let diagnostic = Diagnostic::new(Code::DerivedMismatch, written.span, message)
        .label(formula.derive.span, text!("derived-mismatch.formula"))
        .hint(text!("derived-mismatch.hint"));
    Some(diagnostic)
}

/// Whether the computed value rounds to the written one, or lies on the side its hedge names, or is
/// cut off after the same digit as some offices do.
fn agrees(written: &Quantity, computed: Decimal) -> bool {
    let step = step(written.precision);
    let distance = (computed.abs() - written.value.abs()).abs();
    distance <= step / Decimal::TWO
        || (distance < step && computed.abs() > written.value.abs())
        || (written.hedge.is_some() && distance <= step * Decimal::TEN / Decimal::TWO)
}

/// `value` to the place of a power of ten.
fn rounded(value: Decimal, precision: i32) -> Decimal {
    let step = step(precision);
    value.checked_div(step).and_then(|steps| steps.round().checked_mul(step)).unwrap_or(value)
}
