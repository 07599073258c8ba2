//! A change: where it started, where it ended, both drawn from zero.

use rust_decimal::Decimal;

use super::Length;
use crate::quantity::{Kind, Quantity, Trend};

/// A change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delta {
    /// Up or down.
    pub trend: Trend,
    /// The base line and the result; `None` for percentage points, whose base is not known.
    pub base: Option<Base>,
}

/// A base line set to 100, and what the change made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// The base line's length.
    pub before: Length,
    /// The result's length.
    pub after: Length,
    /// What 100 has become; exact.
    pub index: Decimal,
}

pub(super) fn draw(quantity: &Quantity) -> Delta {
    let falls = quantity.trend == Some(Trend::Fall) || quantity.value.is_sign_negative();
    let trend = if falls { Trend::Fall } else { Trend::Rise };
    let base = (quantity.kind == Kind::Percent).then(|| {
        let change = quantity.percent().unwrap_or(quantity.value).abs();
        let index = match trend {
            Trend::Rise => Decimal::ONE_HUNDRED.saturating_add(change),
            Trend::Fall => Decimal::ONE_HUNDRED.saturating_sub(change),
        };
        let longest = index.max(Decimal::ONE_HUNDRED);
        Base {
            before: Length::percent(Decimal::ONE_HUNDRED, longest),
            after: Length::percent(index, longest),
            index: index.normalize(),
        }
    });
    Delta { trend, base }
}
