//! The place of a number's last printed digit.

use rust_decimal::Decimal;

/// What one in the last printed digit is worth: ten to the power of `precision`, as far as a
/// decimal reaches.
pub(super) fn step(precision: i32) -> Decimal {
    let digits = precision.unsigned_abs().min(27);
    match precision {
        0.. => Decimal::from_i128_with_scale(10_i128.pow(digits), 0),
        _ => Decimal::new(1, digits),
    }
}
