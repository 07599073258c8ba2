//! A share as so many of a hundred cells, filled row by row; the last one as far as the share goes.

use rust_decimal::Decimal;

use super::Length;
use super::ring::share;
use crate::quantity::Quantity;

/// A waffle of ten rows of ten cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waffle {
    /// The rows, from the top.
    pub rows: Vec<WaffleRow>,
}

/// One row of ten cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaffleRow {
    /// The middle of the row, from the top.
    pub middle: Length,
    /// How far it is filled from the left; the gaps between the cells are not counted as filled.
    pub filled: Length,
}

impl Waffle {
    /// Cells in a row, and rows.
    pub const CELLS: u32 = 10;
    /// The side of a cell, in the picture's own units.
    pub const CELL: u32 = 9;
    /// The gap between two cells.
    pub const GAP: u32 = 1;
    /// The side of the picture: the last cell of a row has no gap behind it.
    pub const SIDE: u32 = Waffle::CELLS * (Waffle::CELL + Waffle::GAP) - Waffle::GAP;
}

pub(super) fn draw(quantity: &Quantity) -> Waffle {
    let share = share(quantity).value();
    let rows = (0..Waffle::CELLS).map(|row| {
        let above = Decimal::from(row * Waffle::CELLS);
        let cells = share.saturating_sub(above).clamp(Decimal::ZERO, Waffle::CELLS.into());
        let top = Decimal::from(row * (Waffle::CELL + Waffle::GAP));
        let half = Decimal::new(i64::from(Waffle::CELL) * 5, 1);
        WaffleRow { middle: Length::new(top.saturating_add(half)), filled: reach(cells) }
    });
    Waffle { rows: rows.collect() }
}

/// How far so many cells of a row reach: whole ones with the gaps between them, then a part of one.
fn reach(cells: Decimal) -> Length {
    let (whole, part) = (cells.trunc(), cells.fract());
    let before = whole.saturating_mul(Decimal::from(Waffle::CELL + Waffle::GAP));
    Length::new(if part.is_zero() {
        before.saturating_sub(Waffle::GAP.into()).max(Decimal::ZERO)
    } else {
        before.saturating_add(part.saturating_mul(Waffle::CELL.into()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::tests::quantity;
    use crate::quantity::{Kind, Unit};

    fn filled(kind: Kind, value: &str) -> Vec<String> {
        let rows = draw(&quantity(kind, value)).rows;
        rows.iter().map(|row| row.filled.to_string()).collect()
    }

    #[test]
    fn the_last_cell_is_filled_as_far_as_the_share_goes() {
        assert_eq!(filled(Kind::Percent, "0"), ["0"; 10]);
        assert_eq!(filled(Kind::Percent, "100"), ["99"; 10]);
        assert_eq!(filled(Kind::Percent, "0.01")[..2], ["0.09", "0"]);
        assert_eq!(filled(Kind::Percent, "10")[..2], ["99", "0"]);
        assert_eq!(filled(Kind::Percent, "10.5")[..2], ["99", "4.5"]);
        assert_eq!(filled(Kind::Percent, "62.9")[5..8], ["99", "28.1", "0"]);
        assert_eq!(filled(Kind::Fraction, "0.25")[1..4], ["99", "49", "0"]);
        let per_mille =
            Quantity { unit: Unit::from_id("per-mille"), ..quantity(Kind::Percent, "105") };
        let rows = draw(&per_mille).rows;
        assert_eq!([rows[0].filled, rows[1].filled].map(|it| it.to_string()), ["99", "4.5"]);
    }

    #[test]
    fn the_rows_stand_inside_the_picture() {
        let rows = draw(&quantity(Kind::Percent, "50")).rows;
        assert_eq!(rows[0].middle.to_string(), "4.5");
        assert_eq!(rows[9].middle.to_string(), "94.5");
        assert_eq!(Waffle::SIDE, 99);
    }
}
