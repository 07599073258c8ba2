//! Exact decimals: powers of ten, and how they are written down.

use rust_decimal::Decimal;

/// A value without grouping or exponent: `3840000`, `7.4`.
pub fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

/// Ten to the power of `exponent`; `None` beyond what a decimal holds.
pub(crate) fn power_of_ten(exponent: i32) -> Option<Decimal> {
    let steps = exponent.unsigned_abs();
    if steps > 28 {
        return None;
    }
    if exponent < 0 {
        return Decimal::try_from_i128_with_scale(1, steps).ok();
    }
    Decimal::try_from_i128_with_scale(10_i128.checked_pow(steps)?, 0).ok()
}

/// `value` times ten to the power of `exponent`, without trailing zeros; `None` on overflow.
pub(crate) fn shifted(value: Decimal, exponent: i32) -> Option<Decimal> {
    if exponent == 0 || value.is_zero() {
        return Some(value.normalize());
    }
    let up = power_of_ten(exponent.abs())?;
    let moved = if exponent > 0 { value.checked_mul(up) } else { value.checked_div(up) };
    moved.map(|value| value.normalize())
}

/// How many zeros end an integer, at most `limit`; the negated count of decimals otherwise.
pub(crate) fn trailing_place(value: Decimal, limit: i32) -> i32 {
    let value = value.normalize();
    if value.scale() > 0 || value.is_zero() {
        return -i32::try_from(value.scale()).unwrap_or(28);
    }
    let mut mantissa = value.mantissa();
    let mut zeros = 0;
    while zeros < limit && mantissa % 10 == 0 {
        mantissa /= 10;
        zeros += 1;
    }
    zeros
}

/// The power of ten that `value` is, if it is one.
pub fn exponent_of_ten(value: Decimal) -> Option<i32> {
    let value = value.normalize();
    let mut mantissa = value.mantissa();
    let mut exponent = -i32::try_from(value.scale()).ok()?;
    while mantissa > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        exponent += 1;
    }
    (mantissa == 1).then_some(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_has_neither_exponent_nor_grouping() {
        assert_eq!(plain(Decimal::new(384_000_000, 2)), "3840000");
        assert_eq!(plain(Decimal::new(740, 2)), "7.4");
        assert_eq!(plain(Decimal::new(-6, 1)), "-0.6");
        assert_eq!(plain(Decimal::ZERO), "0");
    }

    #[test]
    fn shifting_is_exact_and_stops_at_the_edge() {
        assert_eq!(shifted(Decimal::new(18507, 2), 4), Some(Decimal::from(1_850_700)));
        assert_eq!(shifted(Decimal::new(5, 0), -1), Some(Decimal::new(5, 1)));
        assert_eq!(shifted(Decimal::MAX, 1), None);
    }

    #[test]
    fn powers_of_ten_are_recognised() {
        assert_eq!(exponent_of_ten(Decimal::new(1, 1)), Some(-1));
        assert_eq!(exponent_of_ten(Decimal::from(10_000)), Some(4));
        assert_eq!(exponent_of_ten(Decimal::from(20)), None);
        assert_eq!(exponent_of_ten(Decimal::ZERO), None);
    }
}
