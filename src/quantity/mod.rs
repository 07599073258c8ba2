//! Exact values with their units: found in text, printed for a language, compared.
//!
//! A [`Mention`] is one number as it stands in a text; its [`Quantity`] is what the number says.
//! Nothing here is a float: `384万` is exactly 3 840 000.

mod compare;
mod decimal;
mod format;
mod heading;
pub(crate) mod lexicon;
mod magnitude;
mod parse;
mod period;
mod range;
mod scan;
mod sentence;
pub mod temporal;
mod unit;

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;
use serde::Serialize;

pub use self::compare::{Relation, relate};
pub use self::decimal::{exponent_of_ten, plain};
pub use self::format::{UnitWords, print};
pub use self::heading::{Heading, Numbering, heading};
pub use self::magnitude::{Magnitude, magnitudes};
pub use self::parse::{ParseError, parse};
pub use self::period::Period;
pub use self::range::is_range;
pub use self::scan::rough::rough_ranges;
pub use self::scan::way::direction;
pub use self::scan::{ends_in_hedge, scan};
pub use self::sentence::{detect, sentence_of, sentences};
pub use self::unit::Unit;

/// What a number in a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A count or measure, with or without a unit: 384万人, 4,270.
    Quantity,
    /// A share of a hundred; the value is in percent: 7.4% is 7.4.
    Percent,
    /// A difference between two percentages, in points: 2.3个百分点 is 2.3.
    PercentagePoint,
    /// A part of one: 三分之二, two thirds.
    Fraction,
    /// How many times: 3倍, threefold, 翻一番.
    Multiple,
    /// A date, a year, a time of day, a span of time named by its year: no data.
    Date,
    /// A rank or a position in a list: no data.
    Ordinal,
    /// Part of a name: 二十大, “六稳”, 5G. Never compared.
    Name,
}

impl Kind {
    /// Whether it is a number that says something: not a date, a rank or part of a name.
    pub fn is_data(self) -> bool {
        !matches!(self, Kind::Date | Kind::Ordinal | Kind::Name)
    }
}

/// What the words around a number say about its exactness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Hedge {
    /// 约 左右 around: near the value, on either side.
    About,
    /// 近 nearly: a little less.
    Nearly,
    /// 超 多 余 以上 more than, over: more.
    Over,
    /// 不足 以下 以内 less than, within: less.
    Under,
}

impl Hedge {
    /// The name that data files give it.
    pub fn name(self) -> &'static str {
        match self {
            Hedge::About => "about",
            Hedge::Nearly => "nearly",
            Hedge::Over => "over",
            Hedge::Under => "under",
        }
    }
}

/// The direction that the words before a number give a change: 增长8%, fell by 7.4%.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Trend {
    /// 增长 上升 up, rose by.
    Rise,
    /// 下降 减少 down, fell by.
    Fall,
}

impl Trend {
    /// The name that data files and templates give it.
    pub fn name(self) -> &'static str {
        match self {
            Trend::Rise => "rise",
            Trend::Fall => "fall",
        }
    }

    /// The other direction.
    #[must_use]
    pub fn opposite(self) -> Trend {
        match self {
            Trend::Rise => Trend::Fall,
            Trend::Fall => Trend::Rise,
        }
    }
}

/// An exact value with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The value in the unit's base: persons, yuan, percent. Exact.
    pub value: Decimal,
    /// What is counted or measured; `None` for a bare number.
    pub unit: Option<Unit>,
    /// What the number is.
    pub kind: Kind,
    /// What the words around it say about its exactness.
    pub hedge: Option<Hedge>,
    /// The direction of change, where words next to the number give one.
    pub trend: Option<Trend>,
    /// The place of the last printed digit as a power of ten, in the value's unit:
    /// 384万 is printed to 4 (ten thousands), 7.4 to -1.
    pub precision: i32,
    /// The power of ten of the scale word it was printed with: 4 for 万, 6 for million, else 0.
    pub scale: i32,
}

impl Quantity {
    /// The whole that a share is a part of, in the share's own unit: 100 for percent and its points,
    /// 1,000 for per mille, one for a fraction; `None` for what is no share.
    pub fn whole(&self) -> Option<Decimal> {
        match self.kind {
            Kind::Percent | Kind::PercentagePoint => {
                Some(self.unit.map_or(Decimal::ONE_HUNDRED, Unit::whole))
            }
            Kind::Fraction => Some(Decimal::ONE),
            _ => None,
        }
    }

    /// A share in percent: 1.5‰ is 0.15, three quarters are 75.
    pub fn percent(&self) -> Option<Decimal> {
        self.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(self.whole()?)
    }

    /// Whether words that hold this number may be printed for `value`: the same amount of the same
    /// kind, and no measure stands for another. What is counted has any name: `meters` are water meters.
    pub(crate) fn says(&self, value: &Quantity) -> bool {
        let units_agree = match (self.unit, value.unit) {
            (Some(one), Some(other)) => one.names(other),
            (Some(one), None) => !one.is_money(),
            (None, _) => true,
        };
        self.value == value.value && self.kind == value.kind && units_agree
    }
}

/// One number as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The bytes of the number with its unit, without hedges and trend words: `384万人`.
    pub range: Range<usize>,
    /// What it says.
    pub quantity: Quantity,
}

/// A number printed for one language, in the parts a card sets apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Printed {
    /// The digits with their separators and sign: `384`, `3.84`, `4,270`.
    pub number: String,
    /// What follows: `万人`, `million people`, `%`; empty for a bare number.
    pub unit: String,
    /// Number, unit and hedge together as a text prints them: `384万人`, `3.84 million people`.
    pub text: String,
}

impl Printed {
    /// Number, unit and hedge with ordinary spaces, for data files and other programs.
    pub fn plain_text(&self) -> Cow<'_, str> {
        if self.text.contains('\u{A0}') {
            Cow::Owned(self.text.replace('\u{A0}', " "))
        } else {
            Cow::Borrowed(&self.text)
        }
    }
}
