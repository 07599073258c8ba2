//! Things drawn one by one, in rows that are easy to count.

use super::count;
use crate::quantity::Quantity;

/// The most marks in a row.
const WIDEST: u32 = 10;

/// A tally.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The marks, row by row.
    pub marks: Vec<Mark>,
    /// Marks in a full row.
    pub columns: u32,
    /// Rows.
    pub rows: u32,
    /// The width of the picture, in its own units.
    pub width: u32,
    /// The height of the picture, in its own units.
    pub height: u32,
}

/// The upper left corner of one mark's cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
}

impl Tally {
    /// The side of a mark's square cell, in the picture's own units.
    pub const CELL: u32 = 32;
}

pub(super) fn draw(quantity: &Quantity) -> Tally {
    let count = count(quantity);
    let rows = count.div_ceil(WIDEST).max(1);
    let columns = count.div_ceil(rows).max(1);
    let marks = (0..count)
        .map(|place| Mark { x: place % columns * Tally::CELL, y: place / columns * Tally::CELL })
        .collect();
    Tally { marks, columns, rows, width: columns * Tally::CELL, height: rows * Tally::CELL }
}
