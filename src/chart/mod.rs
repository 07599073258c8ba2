//! The geometry of each form: lengths and places, computed in decimals, without words or colours.
//!
//! Horizontal lengths are in percent of the picture's width, so that a picture can take any width
//! while its labels stay text of the page. A [`Picture`] names the figures it shows by their place
//! on the card: 0 is the card's own, 1 its first companion.

mod bars;
mod delta;
mod ladder;
mod parts;
mod ring;
mod streak;
mod tally;
mod timeline;
mod waffle;

pub use bars::{Bar, Bars};
pub use delta::Delta;
pub use ladder::{Ladder, Rung, Times};
pub use parts::{Part, Parts};
pub use ring::Ring;
pub use streak::Streak;
pub use tally::{Mark, Tally};
pub use timeline::{Moment, Timeline};
pub use waffle::{Waffle, WaffleRow};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

use crate::figure::{Form, Group};
use crate::quantity::Quantity;

/// A drawn form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// A share of a whole.
    Ring(Ring),
    /// A share as so many of a hundred cells.
    Waffle(Waffle),
    /// A change from a base line.
    Delta(Delta),
    /// Values of one unit.
    Bars(Bars),
    /// A whole and its parts.
    Parts(Parts),
    /// Things, one mark each.
    Tally(Tally),
    /// Counts that grow from rung to rung.
    Ladder(Ladder),
    /// Years in a row.
    Streak(Streak),
    /// Figures at their dates.
    Timeline(Timeline),
}

/// A length or coordinate, printed as SVG reads it: `46.484`, at most three decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Length(Decimal);

impl Length {
    /// All of the width.
    pub const WHOLE: Length = Length(Decimal::ONE_HUNDRED);

    /// The length nearest to `value`, a thousandth being the finest.
    pub fn new(value: Decimal) -> Self {
        let rounded = value.round_dp_with_strategy(3, RoundingStrategy::MidpointAwayFromZero);
        Length(rounded.normalize())
    }

    /// How much of `whole` the `part` is, in percent; nothing for an empty whole.
    pub fn percent(part: Decimal, whole: Decimal) -> Self {
        let share = part.checked_div(whole).unwrap_or_default();
        Length::new(share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default())
    }

    /// The number itself.
    pub fn value(self) -> Decimal {
        self.0
    }
}

impl std::fmt::Display for Length {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Serialize for Length {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct("Length", &format_args!("{self}"))
    }
}

/// Draws the figures of a card in a form; `None` for the numeral, which is its own picture, and for
/// a form that does not suit.
pub fn draw(form: Form, group: &Group<'_>) -> Option<Picture> {
    if !form.suits(group) {
        return None;
    }
    let quantity = group.own.quantity;
    match form {
        Form::Numeral => None,
        Form::Ring => Some(Picture::Ring(ring::draw(quantity))),
        Form::Waffle => Some(Picture::Waffle(waffle::draw(quantity))),
        Form::Delta => Some(Picture::Delta(delta::draw(quantity))),
        Form::Bars => Some(Picture::Bars(bars::draw(group))),
        Form::Parts => Some(Picture::Parts(parts::draw(group))),
        Form::Tally => Some(Picture::Tally(tally::draw(quantity))),
        Form::Ladder => Some(Picture::Ladder(ladder::draw(group))),
        Form::Streak => Some(Picture::Streak(streak::draw(quantity))),
        Form::Timeline => Some(Picture::Timeline(timeline::draw(group))),
    }
}

/// The value as a count; forms that draw marks suit small whole numbers only.
fn count(quantity: &Quantity) -> u32 {
    u32::try_from(quantity.value.trunc()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Member;
    use crate::quantity::{Kind, Period, Trend, Unit};

    /// A card's figure and companions, each with the words of its period.
    pub(super) fn group<'a>(members: &[(&'a Quantity, &str)]) -> Group<'a> {
        let mut members = members
            .iter()
            .map(|(quantity, period)| Member { quantity, period: Period::parse(period) });
        Group { own: members.next().unwrap(), companions: members.collect() }
    }

    fn draw_undated(form: Form, own: &Quantity, companions: &[&Quantity]) -> Option<Picture> {
        let members = std::iter::once(own).chain(companions.iter().copied());
        draw(form, &group(&members.map(|quantity| (quantity, "")).collect::<Vec<_>>()))
    }

    pub(super) fn quantity(kind: Kind, value: &str) -> Quantity {
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

    #[test]
    fn a_form_that_does_not_suit_is_not_drawn() {
        assert_eq!(draw_undated(Form::Ring, &quantity(Kind::Percent, "130"), &[]), None);
        assert_eq!(draw_undated(Form::Numeral, &quantity(Kind::Percent, "13"), &[]), None);
    }

    #[test]
    fn lengths_print_without_rounding_noise() {
        assert_eq!(Length::percent(Decimal::from(113), Decimal::from(384)).to_string(), "29.427");
        assert_eq!(Length::percent(Decimal::from(1), Decimal::from(4)).to_string(), "25");
        assert_eq!(Length::percent(Decimal::ONE, Decimal::ZERO).to_string(), "0");
    }

    #[test]
    fn parts_follow_each_other_along_the_whole() {
        let [one, two] = [quantity(Kind::Quantity, "113"), quantity(Kind::Quantity, "271")];
        let drawn = draw_undated(Form::Parts, &quantity(Kind::Quantity, "384"), &[&one, &two]);
        let Some(Picture::Parts(parts)) = drawn else { panic!("parts suit") };
        assert_eq!(parts.parts[0].start.to_string(), "0");
        assert_eq!(parts.parts[1].start.to_string(), "29.427");
        assert_eq!(parts.parts[1].length.to_string(), "70.573");
        assert_eq!(parts.rest.to_string(), "0");
    }

    #[test]
    fn the_longest_bar_fills_the_width() {
        let companions = [quantity(Kind::Quantity, "89"), quantity(Kind::Quantity, "639")];
        let drawn = draw_undated(
            Form::Bars,
            &quantity(Kind::Quantity, "25"),
            &[&companions[0], &companions[1]],
        );
        let Some(Picture::Bars(bars)) = drawn else { panic!("bars suit") };
        let lengths: Vec<String> = bars.bars.iter().map(|bar| bar.length.to_string()).collect();
        assert_eq!(lengths, ["3.912", "13.928", "100"]);
    }

    #[test]
    fn a_fall_ends_below_its_base_and_a_rise_above() {
        let fall = Quantity { trend: Some(Trend::Fall), ..quantity(Kind::Percent, "7.4") };
        let Some(Picture::Delta(delta)) = draw_undated(Form::Delta, &fall, &[]) else {
            panic!("a fall is a change")
        };
        let base = delta.base.expect("a percentage has a base line");
        assert_eq!(
            (base.before.to_string(), base.after.to_string()),
            ("100".into(), "92.6".into())
        );
        let rise = Quantity { trend: Some(Trend::Rise), ..quantity(Kind::Percent, "25") };
        let Some(Picture::Delta(delta)) = draw_undated(Form::Delta, &rise, &[]) else {
            panic!("a rise is a change")
        };
        let base = delta.base.expect("a percentage has a base line");
        assert_eq!((base.before.to_string(), base.after.to_string()), ("80".into(), "100".into()));
        assert_eq!(base.index, Decimal::from(125));
        let unit = Unit::from_id("per-mille");
        let small = Quantity { trend: Some(Trend::Rise), unit, ..quantity(Kind::Percent, "1.5") };
        let Some(Picture::Delta(delta)) = draw_undated(Form::Delta, &small, &[]) else {
            panic!("a rise is a change")
        };
        assert_eq!(delta.base.expect("a base line").index.to_string(), "100.15");
    }

    #[test]
    fn marks_stand_in_rows_of_ten() {
        let drawn = draw_undated(Form::Tally, &quantity(Kind::Quantity, "11"), &[]);
        let Some(Picture::Tally(tally)) = drawn else { panic!("eleven things can be counted") };
        assert_eq!(tally.marks.len(), 11);
        assert_eq!((tally.columns, tally.rows), (6, 2));
        assert_eq!((tally.marks[6].x, tally.marks[6].y), (0, Tally::CELL));
    }
}
