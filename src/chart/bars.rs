//! Values of one unit as bars from zero; the longest fills the width.

use super::Length;
use crate::figure::Group;

/// Bars, in the order of the card's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// One for each figure.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The figure's place on the card.
    pub figure: usize,
    /// Its length from zero.
    pub length: Length,
}

pub(super) fn draw(group: &Group<'_>) -> Bars {
    let values = || group.members().map(|member| member.quantity.value);
    let longest = values().max().unwrap_or_default();
    let bars = values()
        .enumerate()
        .map(|(figure, value)| Bar { figure, length: Length::percent(value, longest) })
        .collect();
    Bars { bars }
}
