//! Which pictures tell the truth about which quantities.

use rust_decimal::Decimal;

use super::Form;
use crate::quantity::{Kind, Quantity, Unit};

/// The most things that are drawn one by one: beyond it nobody counts marks.
const MOST_MARKS: i64 = 30;

impl Form {
    /// Whether this form draws `quantity`, with its `companions` on the same card, without
    /// misleading.
    pub fn suits(self, quantity: &Quantity, companions: &[&Quantity]) -> bool {
        match self {
            Form::Numeral => true,
            Form::Ring => is_share(quantity),
            Form::Delta => is_change(quantity),
            Form::Bars => are_comparable(quantity, companions),
            Form::Parts => are_parts(quantity, companions),
            Form::Tally => is_countable(quantity, 1) && counts_things(quantity),
            Form::Streak => is_countable(quantity, 2) && counts_years(quantity),
        }
    }

    /// The forms that suit, in the order of [`Form::ALL`].
    pub fn suitable(quantity: &Quantity, companions: &[&Quantity]) -> Vec<Form> {
        Form::ALL.into_iter().filter(|form| form.suits(quantity, companions)).collect()
    }

    /// The form of a figure whose author chose none: a share is a ring, a change is a delta,
    /// figures of one unit are bars, anything else stands for itself.
    pub fn default_for(quantity: &Quantity, companions: &[&Quantity]) -> Form {
        let order: &[Form] = match quantity.kind {
            Kind::Percent | Kind::Fraction => &[Form::Delta, Form::Ring],
            Kind::PercentagePoint => &[Form::Delta],
            _ => &[Form::Bars],
        };
        order.iter().copied().find(|form| form.suits(quantity, companions)).unwrap_or(Form::Numeral)
    }
}

/// A share of a whole: between nothing and all of it, and not a change.
fn is_share(quantity: &Quantity) -> bool {
    let whole = match quantity.kind {
        Kind::Percent => Decimal::ONE_HUNDRED,
        Kind::Fraction => Decimal::ONE,
        _ => return false,
    };
    quantity.trend.is_none() && quantity.value >= Decimal::ZERO && quantity.value <= whole
}

/// A change in percent or points whose direction is known; nothing falls by more than all of it.
fn is_change(quantity: &Quantity) -> bool {
    let falls =
        quantity.trend == Some(crate::quantity::Trend::Fall) || quantity.value < Decimal::ZERO;
    let known = quantity.trend.is_some() || quantity.value < Decimal::ZERO;
    match quantity.kind {
        Kind::Percent => known && !(falls && quantity.value.abs() > Decimal::ONE_HUNDRED),
        Kind::PercentagePoint => known,
        _ => false,
    }
}

/// Values of one kind and unit, none below zero, that one scale from zero can show.
fn are_comparable(quantity: &Quantity, companions: &[&Quantity]) -> bool {
    let alike = |other: &&Quantity| {
        other.kind == quantity.kind && other.unit == quantity.unit && other.value >= Decimal::ZERO
    };
    let largest = companions.iter().map(|other| other.value).max().unwrap_or_default();
    !companions.is_empty()
        && quantity.trend.is_none()
        && quantity.value >= Decimal::ZERO
        && quantity.value.max(largest) > Decimal::ZERO
        && companions.iter().all(alike)
}

/// Parts that are no more than the whole when added up.
fn are_parts(quantity: &Quantity, companions: &[&Quantity]) -> bool {
    let sum = companions.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
    are_comparable(quantity, companions)
        && companions.iter().all(|part| part.value > Decimal::ZERO)
        && sum.is_some_and(|sum| sum <= quantity.value)
}

/// A whole number of things, few enough to be drawn one by one.
fn is_countable(quantity: &Quantity, least: i64) -> bool {
    quantity.kind == Kind::Quantity
        && quantity.hedge.is_none()
        && quantity.value.is_integer()
        && quantity.value >= Decimal::from(least)
        && quantity.value <= Decimal::from(MOST_MARKS)
}

/// Things have a counter, or a noun of their own, or nothing behind the number.
fn counts_things(quantity: &Quantity) -> bool {
    quantity.unit.is_none_or(Unit::counts_things)
}

fn counts_years(quantity: &Quantity) -> bool {
    quantity.unit.is_some_and(|unit| unit.id() == "year")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Trend;

    fn quantity(kind: Kind, value: &str) -> Quantity {
        Quantity {
            value: value.parse().unwrap(),
            unit: None,
            kind,
            hedge: None,
            trend: None,
            precision: 0,
            scale: 0,
        }
    }

    fn changed(value: &str, trend: Trend) -> Quantity {
        Quantity { trend: Some(trend), ..quantity(Kind::Percent, value) }
    }

    #[test]
    fn a_share_is_a_ring_and_a_change_is_a_delta() {
        assert_eq!(Form::default_for(&quantity(Kind::Percent, "71.3"), &[]), Form::Ring);
        assert_eq!(Form::default_for(&quantity(Kind::Percent, "100"), &[]), Form::Ring);
        assert_eq!(Form::default_for(&changed("10.6", Trend::Fall), &[]), Form::Delta);
        assert_eq!(Form::default_for(&changed("250", Trend::Rise), &[]), Form::Delta);
    }

    #[test]
    fn what_has_no_honest_picture_is_a_numeral() {
        assert_eq!(Form::default_for(&quantity(Kind::Percent, "104"), &[]), Form::Numeral);
        assert_eq!(Form::default_for(&changed("104", Trend::Fall), &[]), Form::Numeral);
        assert_eq!(Form::default_for(&quantity(Kind::Quantity, "3185"), &[]), Form::Numeral);
        assert_eq!(Form::default_for(&quantity(Kind::PercentagePoint, "2"), &[]), Form::Numeral);
    }

    #[test]
    fn companions_of_one_unit_are_bars_and_parts_only_when_they_fit_in_the_whole() {
        let whole = quantity(Kind::Quantity, "2560000");
        let part = quantity(Kind::Quantity, "1190000");
        assert_eq!(Form::default_for(&whole, &[&part]), Form::Bars);
        assert!(Form::Parts.suits(&whole, &[&part]));
        assert!(!Form::Parts.suits(&part, &[&whole]));
        assert!(!Form::Parts.suits(&whole, &[]));
        assert!(!Form::Bars.suits(&whole, &[&quantity(Kind::Percent, "8")]));
        assert!(!Form::Bars.suits(&whole, &[&quantity(Kind::Quantity, "-8")]));
    }

    #[test]
    fn marks_are_for_small_whole_numbers() {
        assert!(Form::Tally.suits(&quantity(Kind::Quantity, "3"), &[]));
        assert!(Form::Tally.suits(&quantity(Kind::Quantity, "30"), &[]));
        for value in ["0", "31", "2.5", "-3"] {
            assert!(!Form::Tally.suits(&quantity(Kind::Quantity, value), &[]), "{value}");
        }
        let with_unit = |value: &str, id| Quantity {
            unit: Unit::from_id(id),
            ..quantity(Kind::Quantity, value)
        };
        assert!(Form::Tally.suits(&with_unit("3", "person"), &[]));
        assert!(!Form::Tally.suits(&with_unit("3", "yuan"), &[]));
        assert!(Form::Streak.suits(&with_unit("6", "year"), &[]));
        assert!(!Form::Streak.suits(&with_unit("1", "year"), &[]));
        assert!(!Form::Streak.suits(&with_unit("6", "person"), &[]));
        assert!(!Form::Tally.suits(&quantity(Kind::Percent, "3"), &[]));
    }
}
