//! Counts that grow from rung to rung, the smallest on top.
//!
//! While the smallest is still to be seen beside the largest, the rungs are bars from zero. Beyond
//! that no length would be honest and legible at once: the rungs then only get longer by equal
//! steps, are drawn as lines instead of bars, and the picture says so.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Length;
use crate::figure::Group;
use crate::quantity::Quantity;

/// The largest count is at most so many times the smallest in a ladder that is drawn to scale.
const WIDEST_SCALE: i64 = 50;

/// Counts in growing order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// The rungs, from the smallest count.
    pub rungs: Vec<Rung>,
    /// Whether the lengths stand for the values, from zero.
    pub to_scale: bool,
}

/// One rung.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// The figure's place on the card.
    pub figure: usize,
    /// Its length.
    pub length: Length,
    /// How many times the rung above it; `None` for the first.
    pub times: Option<Times>,
}

/// How many times one count goes into another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// The multiple, as far as it is printed: three digits, or all before the point.
    pub value: Decimal,
    /// Whether it is exactly that: nothing was rounded, and both counts are exact.
    pub exact: bool,
}

pub(super) fn draw(group: &Group<'_>) -> Ladder {
    let mut members: Vec<(usize, &Quantity)> =
        group.members().map(|member| member.quantity).enumerate().collect();
    members.sort_by_key(|(_, quantity)| quantity.value);
    let smallest = members.first().map_or(Decimal::ZERO, |(_, quantity)| quantity.value);
    let largest = members.last().map_or(Decimal::ZERO, |(_, quantity)| quantity.value);
    let to_scale = smallest.checked_mul(WIDEST_SCALE.into()).is_none_or(|reach| largest <= reach);
    let mut above: Option<&Quantity> = None;
    let mut rungs = Vec::with_capacity(members.len());
    for (step, (figure, quantity)) in members.iter().enumerate() {
        let length = if to_scale {
            Length::percent(quantity.value, largest)
        } else {
            Length::percent(Decimal::from(step + 1), Decimal::from(members.len()))
        };
        let times = above.replace(quantity).and_then(|above| Times::of(quantity, above));
        rungs.push(Rung { figure: *figure, length, times });
    }
    Ladder { rungs, to_scale }
}

impl Times {
    /// How many times `small` goes into `large`; `None` where it goes in less than once.
    fn of(large: &Quantity, small: &Quantity) -> Option<Self> {
        let ratio = large.value.checked_div(small.value)?;
        let whole_digits = ratio.trunc().normalize().to_string().len();
        let decimals = u32::try_from(3_usize.saturating_sub(whole_digits)).unwrap_or(0);
        let value = ratio
            .round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
            .normalize();
        let counted = [large, small].iter().all(|quantity| is_exact(quantity));
        let exact = counted && value.checked_mul(small.value) == Some(large.value);
        (ratio >= Decimal::ONE).then_some(Times { value, exact })
    }
}

/// Whether a count stands to the last one: 6万 may have been rounded, 25 was not.
fn is_exact(quantity: &Quantity) -> bool {
    quantity.precision <= 0 && quantity.hedge.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::tests::{group, quantity};
    use crate::quantity::{Hedge, Kind};

    /// Place on the card, length, and multiple of each rung, the largest first on the card.
    fn rungs(values: &[&str]) -> (Vec<(usize, String, String)>, bool) {
        let quantities: Vec<Quantity> =
            values.iter().map(|value| quantity(Kind::Quantity, value)).collect();
        let members: Vec<(&Quantity, &str)> = quantities.iter().map(|one| (one, "")).collect();
        let ladder = draw(&group(&members));
        let times = |rung: &Rung| match rung.times {
            None => String::new(),
            Some(times) if times.exact => times.value.to_string(),
            Some(times) => format!("~{}", times.value),
        };
        let told = |rung: &Rung| (rung.figure, rung.length.to_string(), times(rung));
        (ladder.rungs.iter().map(told).collect(), ladder.to_scale)
    }

    #[test]
    fn rungs_grow_whatever_the_order_on_the_card() {
        let (rungs, to_scale) = rungs(&["639", "25", "89"]);
        let expected = [
            (1, "3.912".to_owned(), String::new()),
            (2, "13.928".to_owned(), "3.56".to_owned()),
            (0, "100".to_owned(), "~7.18".to_owned()),
        ];
        assert_eq!((rungs, to_scale), (expected.to_vec(), true));
    }

    #[test]
    fn beyond_fifty_times_the_rungs_are_steps_of_one_length() {
        assert!(rungs(&["2", "100"]).1);
        let (rungs, to_scale) = rungs(&["3", "152", "121020700000000"]);
        assert!(!to_scale);
        let lengths: Vec<&str> = rungs.iter().map(|(_, length, _)| length.as_str()).collect();
        assert_eq!(lengths, ["33.333", "66.667", "100"]);
        assert_eq!(rungs[1].2, "~50.7");
        assert_eq!(rungs[2].2, "~796188815789");
    }

    #[test]
    fn a_multiple_of_rounded_counts_is_about_that() {
        let (large, exact) = (quantity(Kind::Quantity, "60000"), quantity(Kind::Quantity, "20000"));
        let round = Quantity { precision: 4, ..large.clone() };
        let hedged = Quantity { hedge: Some(Hedge::Over), ..exact.clone() };
        let times = |large, small| Times::of(large, small).map(|times| times.exact);
        assert_eq!(times(&round, &exact), Some(false));
        assert_eq!(times(&large, &exact), Some(true));
        assert_eq!(times(&large, &hedged), Some(false));
    }
}
