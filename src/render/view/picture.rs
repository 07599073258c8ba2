//! Pictures: geometry with the words that belong to it.

use serde::Serialize;

use super::{CompanionView, Html, Words};
use crate::chart::Length;

/// A picture; `form` names its kind in templates.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "form", rename_all = "lowercase")]
pub enum PictureView {
    /// A share as a ring, whose length counts as 100.
    Ring {
        /// The share.
        share: Length,
        /// What is left.
        rest: Length,
        /// The description.
        caption: Html,
    },
    /// A share as so many of a hundred cells, in rows of ten.
    Waffle {
        /// The rows, from the top.
        rows: Vec<FillView>,
        /// The side of a cell.
        cell: u32,
        /// The gap between two cells.
        gap: u32,
        /// The picture's width and height.
        side: u32,
        /// The description.
        caption: Html,
    },
    /// A change.
    Delta {
        /// `rise` or `fall`.
        trend: &'static str,
        /// The same in words, with whether it is good where that is known.
        words: Words,
        /// The base line and the result; none for percentage points.
        base: Option<BaseView>,
        /// The description.
        caption: Html,
    },
    /// Values of one unit, from zero.
    Bars {
        /// One row for each figure.
        rows: Vec<RowView>,
        /// The description.
        caption: Html,
    },
    /// A whole and its parts as one bar.
    Parts {
        /// The whole, then its parts.
        rows: Vec<RowView>,
        /// The description.
        caption: Html,
    },
    /// Things, one mark each.
    Tally {
        /// The upper left corners of the marks' cells.
        marks: Vec<MarkView>,
        /// The side of a cell.
        cell: u32,
        /// The picture's width.
        width: u32,
        /// The picture's height.
        height: u32,
        /// Whether the things are people.
        people: bool,
        /// The description.
        caption: Html,
    },
    /// Counts that grow from rung to rung.
    Ladder {
        /// The rungs, from the smallest count.
        rows: Vec<RungView>,
        /// Whether the lengths stand for the values, from zero; else they only grow.
        to_scale: bool,
        /// The description.
        caption: Html,
    },
    /// Years in a row.
    Streak {
        /// One for each year.
        years: Vec<YearView>,
        /// The description.
        caption: Html,
    },
    /// Figures at their dates, on an axis from top to bottom.
    Timeline {
        /// One for each figure, the earliest first; all rows are to have one height.
        rows: Vec<MomentView>,
        /// Where the axis begins, in percent of the height of all rows.
        top: Length,
        /// Where the axis ends.
        bottom: Length,
        /// How far from the left the axis stands, in percent of its strip.
        across: Length,
        /// The description.
        caption: Html,
    },
}

/// A change's base line, which counts as 100, and its result.
#[derive(Debug, Clone, Serialize)]
pub struct BaseView {
    /// What the base line is.
    pub before_label: Html,
    /// Its length in percent of the width.
    pub before: Length,
    /// What the result is.
    pub after_label: Html,
    /// Its length in percent of the width.
    pub after: Length,
    /// What 100 has become.
    pub index: Words,
}

/// A figure's row in a picture with several.
#[derive(Debug, Clone, Serialize)]
pub struct RowView {
    /// The figure.
    pub figure: CompanionView,
    /// Whether it is the card's own.
    pub own: bool,
    /// Where its bar begins, in percent of the width.
    pub start: Length,
    /// How long it is.
    pub length: Length,
}

/// One row of a waffle's ten cells.
#[derive(Debug, Clone, Serialize)]
pub struct FillView {
    /// The middle of the row, from the top.
    pub middle: Length,
    /// How far it is filled, from the left.
    pub filled: Length,
}

/// A figure's rung in a ladder.
#[derive(Debug, Clone, Serialize)]
pub struct RungView {
    /// The figure.
    pub figure: CompanionView,
    /// Whether it is the card's own.
    pub own: bool,
    /// How long it is, in percent of the width.
    pub length: Length,
    /// How many times the rung above it, in words; none for the first.
    pub times: Option<Words>,
}

/// A figure at its date. Places on the axis are in percent: of the height of all rows from the
/// top, and of the width of the strip that the axis stands in from the left.
#[derive(Debug, Clone, Serialize)]
pub struct MomentView {
    /// The figure.
    pub figure: CompanionView,
    /// Whether it is the card's own.
    pub own: bool,
    /// Its time, in words.
    pub period: Html,
    /// Where its time begins.
    pub start: Length,
    /// Where its time ends; the beginning again for a point in time.
    pub end: Length,
    /// Whether these are two places.
    pub lasts: bool,
    /// The middle of its time, where the line to its row begins.
    pub middle: Length,
    /// The middle of its row.
    pub row: Length,
    /// How far from the left its mark stands.
    pub across: Length,
}

/// The place of one mark.
#[derive(Debug, Clone, Serialize)]
pub struct MarkView {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
}

/// One year of a streak.
#[derive(Debug, Clone, Serialize)]
pub struct YearView {
    /// The year, or its place in the row.
    pub name: Words,
    /// Whether its name is set beneath it: the first and the last.
    pub named: bool,
}
