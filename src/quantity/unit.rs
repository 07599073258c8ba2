//! Units: an index into the table of `lexicon::units`, and what may be converted into what.

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::Kind;
use super::lexicon::units::{COUNTER_WORDS, UNITS};
use crate::lang::Lang;

/// What a number counts or measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(u16);

/// What units of one kind have in common: within a dimension values can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dimension {
    /// Things, by any counter: 个, 所, 项.
    Item,
    /// People.
    Person,
    /// Households and other registered holders.
    Household,
    /// Visits, journeys, attendances: a person counts each time.
    PersonTime,
    /// Money of one currency, named by its unit.
    Money,
    /// Parts of a hundred or a thousand.
    Share,
    /// A difference between shares.
    Point,
    /// How many times.
    Times,
    /// Seconds.
    Time,
    /// Months: years and quarters are not a fixed number of days.
    Month,
    /// Years of age.
    Age,
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Cubic metres.
    Volume,
    /// Grams.
    Mass,
    /// Watt-hours.
    Energy,
    /// Watts.
    Power,
    /// Anything that only compares with itself.
    Own,
}

impl Dimension {
    /// The dimension that a row of the table names.
    pub(crate) fn named(name: &str) -> Option<Dimension> {
        Some(match name {
            "Item" => Dimension::Item,
            "Person" => Dimension::Person,
            "Household" => Dimension::Household,
            "PersonTime" => Dimension::PersonTime,
            "Money" => Dimension::Money,
            "Share" => Dimension::Share,
            "Point" => Dimension::Point,
            "Times" => Dimension::Times,
            "Time" => Dimension::Time,
            "Month" => Dimension::Month,
            "Age" => Dimension::Age,
            "Length" => Dimension::Length,
            "Area" => Dimension::Area,
            "Volume" => Dimension::Volume,
            "Mass" => Dimension::Mass,
            "Energy" => Dimension::Energy,
            "Power" => Dimension::Power,
            "Own" => Dimension::Own,
            _ => return None,
        })
    }
}

/// A unit as the table has it.
pub(crate) struct Row {
    pub(crate) id: &'static str,
    pub(crate) dimension: Dimension,
    /// The unit in its dimension's base, as a ratio: an mu is 2000/3 square metres.
    pub(crate) factor: (i64, i64),
    /// Chinese words; the first is printed.
    pub(crate) zh: Vec<&'static str>,
    /// English words; the first two are printed for one and for more.
    pub(crate) en: Vec<&'static str>,
}

static COUNTER: Row =
    Row { id: "item", dimension: Dimension::Item, factor: (1, 1), zh: Vec::new(), en: Vec::new() };

impl Unit {
    /// Every unit there is.
    pub fn all() -> impl Iterator<Item = Unit> {
        (0..UNITS.len() + COUNTER_WORDS.len())
            .filter_map(|index| u16::try_from(index).ok().map(Unit))
    }

    /// The first unit with a stable id, if there is one.
    pub fn from_id(id: &str) -> Option<Unit> {
        Unit::all().find(|unit| unit.id() == id)
    }

    /// The stable id: `person`, `yuan`, `percent`; `item` for every general counter.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// Whether it is a general Chinese counter (个 所 项), which English leaves out.
    pub fn is_counter(self) -> bool {
        self.row().dimension == Dimension::Item
    }

    /// Whether it measures a length, an area, a mass or the like.
    pub fn measures_matter(self) -> bool {
        use Dimension::{Area, Energy, Length, Mass, Power, Volume};
        matches!(self.dimension(), Area | Energy | Length | Mass | Power | Volume)
    }

    /// Whether it counts things one by one, instead of measuring.
    pub fn counts_things(self) -> bool {
        use Dimension::{Household, Item, Own, Person};
        matches!(self.dimension(), Item | Person | Household | Own)
    }

    /// Whether words of this unit may name what has the other: no measure stands for another, or for
    /// people and visits; general counters have any name, but that of a currency.
    pub(super) fn names(self, other: Unit) -> bool {
        use Dimension::{Age, Month, PersonTime, Times};
        let counts = |unit: Unit| {
            unit.counts_things() || matches!(unit.dimension(), PersonTime | Times | Month | Age)
        };
        self.same_as(other)
            || counts(self) && counts(other)
            || other.is_counter() && !self.is_money()
    }

    /// Whether it is money of any currency.
    pub fn is_money(self) -> bool {
        self.dimension() == Dimension::Money
    }

    /// Its word in a language for that many; empty for a counter in English.
    pub fn word(self, lang: Lang, count: Decimal) -> &'static str {
        match lang {
            Lang::Zh => self.zh_word(),
            Lang::En => {
                let words = &self.row().en;
                let plural = usize::from(count != Decimal::ONE);
                words.get(plural).or(words.first()).copied().unwrap_or_default()
            }
        }
    }

    fn zh_word(self) -> &'static str {
        let index = usize::from(self.0);
        match COUNTER_WORDS.get(index.wrapping_sub(UNITS.len())) {
            Some(counter) => counter,
            None => self.row().zh.first().copied().unwrap_or_default(),
        }
    }

    /// The kind of a quantity that has this unit.
    pub(crate) fn kind(self) -> Kind {
        match self.row().dimension {
            Dimension::Share => Kind::Percent,
            Dimension::Point => Kind::PercentagePoint,
            Dimension::Times => Kind::Multiple,
            _ => Kind::Quantity,
        }
    }

    /// How many of a share's unit make the whole.
    pub(super) fn whole(self) -> Decimal {
        let (part, hundredth) = self.row().factor;
        Decimal::ONE_HUNDRED * Decimal::from(hundredth) / Decimal::from(part)
    }

    pub(crate) fn dimension(self) -> Dimension {
        self.row().dimension
    }

    /// Every word for it in a language.
    pub(crate) fn words(self, lang: Lang) -> &'static [&'static str] {
        match lang {
            Lang::Zh => &self.row().zh,
            Lang::En => &self.row().en,
        }
    }

    /// Whether it measures time.
    pub fn is_time(self) -> bool {
        matches!(self.dimension(), Dimension::Time | Dimension::Month)
    }

    pub(crate) fn row(self) -> &'static Row {
        UNITS.get(usize::from(self.0)).unwrap_or(&COUNTER)
    }

    /// Whether both mean the same thing, though they may be different words: 人 and 名.
    pub fn same_as(self, other: Unit) -> bool {
        self.id() == other.id()
    }

    /// `value` of this unit in `other`, where a translator may convert: 亩 to hectares.
    pub fn convert(self, value: Decimal, other: Unit) -> Option<Decimal> {
        let (from, to) = (self.row(), other.row());
        let fixed = !matches!(from.dimension, Dimension::Own | Dimension::Money | Dimension::Item);
        if !(self.same_as(other) || fixed && from.dimension == to.dimension) {
            return None;
        }
        let up = Decimal::from(from.factor.0).checked_mul(Decimal::from(to.factor.1))?;
        let down = Decimal::from(from.factor.1).checked_mul(Decimal::from(to.factor.0))?;
        value.checked_mul(up)?.checked_div(down)
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
