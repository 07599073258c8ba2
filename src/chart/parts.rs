//! A whole and its parts as one bar, the parts one behind the other from the left.

use rust_decimal::Decimal;

use super::Length;
use crate::figure::Group;

/// A whole and its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The parts, in the order of the card's companions.
    pub parts: Vec<Part>,
    /// What the parts leave of the whole.
    pub rest: Length,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The figure's place on the card.
    pub figure: usize,
    /// Where it begins.
    pub start: Length,
    /// How long it is.
    pub length: Length,
}

pub(super) fn draw(group: &Group<'_>) -> Parts {
    let whole = group.own.quantity.value;
    let mut sum = Decimal::ZERO;
    let mut parts = Vec::with_capacity(group.companions.len());
    for (place, part) in group.companions.iter().enumerate() {
        let start = Length::percent(sum, whole);
        sum = sum.saturating_add(part.quantity.value);
        let end = Length::percent(sum, whole);
        let length = Length::new(end.value().saturating_sub(start.value()));
        parts.push(Part { figure: place + 1, start, length });
    }
    let rest = Length::percent(whole.saturating_sub(sum), whole);
    Parts { parts, rest }
}
