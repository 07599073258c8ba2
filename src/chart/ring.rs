//! A share as a ring: the path's length counts as 100, a dash covers the share.

use rust_decimal::Decimal;

use super::Length;
use crate::quantity::Quantity;

/// A ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring {
    /// The share, in percent of the ring's length.
    pub share: Length,
    /// What is left of it.
    pub rest: Length,
}

pub(super) fn draw(quantity: &Quantity) -> Ring {
    let share = share(quantity);
    let rest = Length::new(Decimal::ONE_HUNDRED.saturating_sub(share.value()));
    Ring { share, rest }
}

/// A share in percent, whichever way it was written.
pub(super) fn share(quantity: &Quantity) -> Length {
    Length::percent(quantity.value, quantity.whole().unwrap_or(Decimal::ONE_HUNDRED))
}
