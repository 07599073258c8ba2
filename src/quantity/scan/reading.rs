//! A number as read, before it is known what it counts.

use rust_decimal::Decimal;

use crate::quantity::Hedge;
use crate::quantity::decimal::trailing_place;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// 4270, 3.84 million, 5万4千.
    Digits,
    /// 一百零五万.
    Han,
    /// eight million.
    Words,
}

/// Shapes of a numeral that decide what it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// An ordinary number.
    Whole,
    /// Digits alone, no separator, no point, no scale: might be a year.
    Plain,
    /// A scale without a digit: 百万.
    Bare,
    /// Chinese digits side by side: 二〇二二.
    Serial,
    /// Neighbouring digits that mean a range: 三四百.
    Vague,
    /// One Chinese digit, or two to nineteen without a scale beyond ten: 三, 十五, two.
    Small,
}

/// A number as read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    pub(crate) end: usize,
    /// `None` when it is longer than a decimal holds.
    pub(crate) value: Option<Decimal>,
    pub(crate) style: Style,
    pub(crate) shape: Shape,
    /// The power of ten of the largest scale word: 4 for 万.
    pub(crate) scale: i32,
    /// The power of ten of the last printed digit.
    pub(crate) precision: i32,
    /// A hedge inside the number: 十余万.
    pub(crate) hedge: Option<Hedge>,
    /// Digits before the decimal point, as printed.
    pub(crate) integers: usize,
}

impl Reading {
    /// The value if it is a whole number that fits.
    pub(crate) fn integer(&self) -> Option<u32> {
        use rust_decimal::prelude::ToPrimitive;
        let value = self.value.filter(|value| value.is_integer())?;
        (self.precision >= 0).then(|| value.to_u32()).flatten()
    }

    /// Whether it is four digits that can be a year.
    pub(crate) fn is_year(&self) -> bool {
        matches!(self.shape, Shape::Plain | Shape::Serial)
            && self.integers == 4
            && self.integer().is_some_and(|year| (1000..2200).contains(&year))
    }

    /// Whether it is four digits that are a year even without a word beside them.
    pub(crate) fn is_modern_year(&self) -> bool {
        self.is_year() && self.integer().is_some_and(|year| (1900..2100).contains(&year))
    }

    /// Sets the precision of a number written with several scale words.
    pub(crate) fn settle_precision(&mut self) {
        if let Some(value) = self.value {
            self.precision = trailing_place(value, self.scale);
        }
    }
}
