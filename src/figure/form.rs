//! Which pictures tell the truth about which quantities.

use rust_decimal::Decimal;

use super::{Form, Group};
use crate::quantity::{Kind, Quantity, Trend, Unit};

/// The most things that are drawn one by one: beyond it nobody counts marks.
const MOST_MARKS: i64 = 30;

impl Form {
    /// Whether this form draws the figures of a card without misleading.
    pub fn suits(self, group: &Group<'_>) -> bool {
        let quantity = group.own.quantity;
        match self {
            Form::Numeral => true,
            Form::Ring | Form::Waffle => is_share(quantity),
            Form::Delta => is_change(quantity),
            Form::Bars => are_comparable(group),
            Form::Parts => are_parts(group),
            Form::Tally => is_countable(quantity, 1) && counts_things(quantity),
            Form::Ladder => are_rungs(group),
            Form::Streak => is_countable(quantity, 2) && counts_years(quantity),
            Form::Timeline => are_dated(group),
        }
    }

    /// The forms that suit, in the order of [`Form::ALL`].
    pub fn suitable(group: &Group<'_>) -> Vec<Form> {
        Form::ALL.into_iter().filter(|form| form.suits(group)).collect()
    }

    /// The form of a figure whose author chose none: a share is a ring, a change is a delta,
    /// figures of one unit are bars, anything else stands for itself.
    pub fn default_for(group: &Group<'_>) -> Form {
        let order: &[Form] = match group.own.quantity.kind {
            Kind::Percent | Kind::Fraction => &[Form::Delta, Form::Ring],
            Kind::PercentagePoint => &[Form::Delta],
            _ => &[Form::Bars],
        };
        order.iter().copied().find(|form| form.suits(group)).unwrap_or(Form::Numeral)
    }
}

/// A share of a whole: between nothing and all of it, and not a change.
fn is_share(quantity: &Quantity) -> bool {
    matches!(quantity.kind, Kind::Percent | Kind::Fraction)
        && quantity.trend.is_none()
        && quantity.value >= Decimal::ZERO
        && quantity.whole().is_some_and(|whole| quantity.value <= whole)
}

/// A change in percent or points whose direction is known; nothing falls by more than all of it.
fn is_change(quantity: &Quantity) -> bool {
    let falls = quantity.trend == Some(Trend::Fall) || quantity.value < Decimal::ZERO;
    let known = quantity.trend.is_some() || quantity.value < Decimal::ZERO;
    let is_more_than_all = quantity.whole().is_some_and(|whole| quantity.value.abs() > whole);
    match quantity.kind {
        Kind::Percent => known && !(falls && is_more_than_all),
        Kind::PercentagePoint => known,
        _ => false,
    }
}

/// Values of one kind and unit, none below zero, that one scale from zero can show.
fn are_comparable(group: &Group<'_>) -> bool {
    let own = group.own.quantity;
    let alike = |other: &Quantity| {
        other.kind == own.kind && other.unit == own.unit && other.value >= Decimal::ZERO
    };
    !group.companions.is_empty()
        && own.trend.is_none()
        && group.members().any(|member| member.quantity.value > Decimal::ZERO)
        && group.members().all(|member| alike(member.quantity))
}

/// Parts that are no more than the whole when added up.
fn are_parts(group: &Group<'_>) -> bool {
    let mut parts = group.companions.iter().map(|part| part.quantity.value);
    let sum = parts.clone().try_fold(Decimal::ZERO, Decimal::checked_add);
    are_comparable(group)
        && parts.all(|part| part > Decimal::ZERO)
        && sum.is_some_and(|sum| sum <= group.own.quantity.value)
}

/// Counts of things, whatever their units, of which each is larger than the one before.
fn are_rungs(group: &Group<'_>) -> bool {
    let is_count = |quantity: &Quantity| {
        quantity.kind == Kind::Quantity
            && quantity.value.is_integer()
            && quantity.value > Decimal::ZERO
            && counts_things(quantity)
    };
    let mut values: Vec<Decimal> = group.members().map(|member| member.quantity.value).collect();
    values.sort_unstable();
    !group.companions.is_empty()
        && group.members().all(|member| is_count(member.quantity))
        && values.windows(2).all(|pair| pair[0] < pair[1])
}

/// Figures of different dates, or one of a time from date to date.
fn are_dated(group: &Group<'_>) -> bool {
    let dates: Option<Vec<_>> = group.members().map(|member| member.period).collect();
    let Some(dates) = dates else { return false };
    let differ = dates.windows(2).any(|pair| pair[0].middle() != pair[1].middle());
    differ || (group.companions.is_empty() && dates.iter().all(|period| period.is_span))
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
    use crate::figure::Member;
    use crate::quantity::Period;

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

    /// A card's figure and companions, each with the words of its period.
    fn group<'a>(members: &[(&'a Quantity, &str)]) -> Group<'a> {
        let mut members = members
            .iter()
            .map(|(quantity, period)| Member { quantity, period: Period::parse(period) });
        Group { own: members.next().unwrap(), companions: members.collect() }
    }

    fn undated<'a>(own: &'a Quantity, companions: &[&'a Quantity]) -> Group<'a> {
        let members = std::iter::once(own).chain(companions.iter().copied());
        group(&members.map(|quantity| (quantity, "")).collect::<Vec<_>>())
    }

    fn suits(form: Form, own: &Quantity, companions: &[&Quantity]) -> bool {
        form.suits(&undated(own, companions))
    }

    fn default_for(own: &Quantity, companions: &[&Quantity]) -> Form {
        Form::default_for(&undated(own, companions))
    }

    fn changed(value: &str, trend: Trend) -> Quantity {
        Quantity { trend: Some(trend), ..quantity(Kind::Percent, value) }
    }

    #[test]
    fn a_share_is_a_ring_and_a_change_is_a_delta() {
        assert_eq!(default_for(&quantity(Kind::Percent, "62.9"), &[]), Form::Ring);
        assert_eq!(default_for(&quantity(Kind::Percent, "100"), &[]), Form::Ring);
        assert_eq!(default_for(&changed("7.4", Trend::Fall), &[]), Form::Delta);
        assert_eq!(default_for(&changed("250", Trend::Rise), &[]), Form::Delta);
    }

    #[test]
    fn what_has_no_honest_picture_is_a_numeral() {
        assert_eq!(default_for(&quantity(Kind::Percent, "104"), &[]), Form::Numeral);
        assert_eq!(default_for(&changed("104", Trend::Fall), &[]), Form::Numeral);
        assert_eq!(default_for(&quantity(Kind::Quantity, "4270"), &[]), Form::Numeral);
        assert_eq!(default_for(&quantity(Kind::PercentagePoint, "2"), &[]), Form::Numeral);
    }

    #[test]
    fn companions_of_one_unit_are_bars_and_parts_only_when_they_fit_in_the_whole() {
        let whole = quantity(Kind::Quantity, "3840000");
        let part = quantity(Kind::Quantity, "1440000");
        assert_eq!(default_for(&whole, &[&part]), Form::Bars);
        assert!(suits(Form::Parts, &whole, &[&part]));
        assert!(!suits(Form::Parts, &part, &[&whole]));
        assert!(!suits(Form::Parts, &whole, &[]));
        assert!(!suits(Form::Bars, &whole, &[&quantity(Kind::Percent, "8")]));
        assert!(!suits(Form::Bars, &whole, &[&quantity(Kind::Quantity, "-8")]));
    }

    #[test]
    fn marks_are_for_small_whole_numbers() {
        assert!(suits(Form::Tally, &quantity(Kind::Quantity, "3"), &[]));
        assert!(suits(Form::Tally, &quantity(Kind::Quantity, "30"), &[]));
        for value in ["0", "31", "2.5", "-3"] {
            assert!(!suits(Form::Tally, &quantity(Kind::Quantity, value), &[]), "{value}");
        }
        let with_unit = |value: &str, id| Quantity {
            unit: Unit::from_id(id),
            ..quantity(Kind::Quantity, value)
        };
        assert!(suits(Form::Tally, &with_unit("3", "person"), &[]));
        assert!(!suits(Form::Tally, &with_unit("3", "yuan"), &[]));
        assert!(suits(Form::Streak, &with_unit("6", "year"), &[]));
        assert!(!suits(Form::Streak, &with_unit("1", "year"), &[]));
        assert!(!suits(Form::Streak, &with_unit("6", "person"), &[]));
        assert!(!suits(Form::Tally, &quantity(Kind::Percent, "3"), &[]));
    }

    #[test]
    fn a_waffle_is_a_share_of_a_hundred() {
        assert!(suits(Form::Waffle, &quantity(Kind::Percent, "62.9"), &[]));
        assert!(suits(Form::Waffle, &quantity(Kind::Percent, "0"), &[]));
        assert!(suits(Form::Waffle, &quantity(Kind::Fraction, "0.5"), &[]));
        assert!(!suits(Form::Waffle, &quantity(Kind::Percent, "100.1"), &[]));
        assert!(!suits(Form::Waffle, &quantity(Kind::Percent, "-1"), &[]));
        assert!(!suits(Form::Waffle, &changed("7.4", Trend::Fall), &[]));
        assert!(!suits(Form::Waffle, &quantity(Kind::Quantity, "60"), &[]));
        assert!(!suits(Form::Waffle, &quantity(Kind::PercentagePoint, "2"), &[]));
    }

    #[test]
    fn rungs_are_counts_of_any_unit_and_of_different_size() {
        let of = |value: &str, id| Quantity {
            unit: Unit::from_id(id),
            ..quantity(Kind::Quantity, value)
        };
        let (towns, people) = (of("25", "item"), of("230600", "person"));
        assert!(suits(Form::Ladder, &towns, &[&people]));
        assert!(suits(Form::Ladder, &people, &[&towns]), "the order on the card does not matter");
        assert!(!suits(Form::Ladder, &towns, &[]), "one count is no ladder");
        assert!(!suits(Form::Ladder, &towns, &[&people, &of("25", "household")]));
        assert!(!suits(Form::Ladder, &towns, &[&of("2.5", "person")]));
        assert!(!suits(Form::Ladder, &towns, &[&of("0", "person")]));
        assert!(!suits(Form::Ladder, &towns, &[&of("300", "yuan")]), "money is measured");
        assert!(!suits(Form::Ladder, &towns, &[&quantity(Kind::Percent, "30")]));
    }

    #[test]
    fn a_timeline_needs_dates_that_differ() {
        let (one, other) = (quantity(Kind::Quantity, "11400"), quantity(Kind::Percent, "8"));
        let dated = |periods: &[&str]| {
            let members = periods.iter().zip([&one, &other, &one]);
            Form::Timeline.suits(&group(&members.map(|(at, it)| (it, *at)).collect::<Vec<_>>()))
        };
        assert!(dated(&["2022年", "2021年"]));
        assert!(dated(&["2022年", "2022年", "2021年3月"]));
        assert!(dated(&["2012—2022年"]), "one period from date to date");
        assert!(!dated(&["2022年"]), "one date is no line");
        assert!(!dated(&["2022年", "2022年"]));
        assert!(dated(&["2022年", "“十四五”时期"]));
        assert!(!dated(&["2022年", "近年来"]));
        assert!(!dated(&["2012—2022年", "2012—2022年"]));
    }
}
