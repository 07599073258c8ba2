//! How two quantities relate, though they stand in different languages.

use rust_decimal::Decimal;

use super::decimal::{exponent_of_ten, power_of_ten, trailing_place};
use super::unit::Dimension;
use super::{Hedge, Kind, Quantity, Trend, Unit};

/// How a translation's quantity relates to the original's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// They say the same.
    Same,
    /// The translation is rounded, and its hedge admits it: nearly 3.9 million for 384万.
    Rounded,
    /// The same amount in another unit: 1000亩 and 66.7 hectares.
    Converted,
    /// The same digits, a power of ten apart: the translation is `ratio` times the original.
    Scaled {
        /// The translation divided by the original.
        ratio: Decimal,
    },
    /// The same value of something else: percent and percentage point, yuan and dollar.
    UnitDiffers,
    /// The same value, but its hedge was lost, added or turned.
    HedgeDiffers {
        /// The original's hedge.
        original: Option<Hedge>,
        /// The translation's hedge.
        translation: Option<Hedge>,
    },
    /// The same value of a change in the other direction.
    TrendDiffers,
    /// They do not say the same.
    Different,
}

/// Tells how `translation` relates to `original`.
pub fn relate(original: &Quantity, translation: &Quantity) -> Relation {
    let turned = |quantity: &Quantity| Quantity {
        value: -quantity.value,
        trend: quantity.trend.map(Trend::opposite),
        ..quantity.clone()
    };
    if opposed(original.trend, translation.trend) && original.value == -translation.value {
        // 增长-2.5% and “fell by 2.5 percent”.
        return relate(original, &turned(translation));
    }
    // 下降2.3% and “-2.3%”: a fall is written with a word or with a sign.
    if is_fall(original) && is_negative(translation) {
        return relate(original, &as_fall(translation));
    }
    if is_negative(original) && is_fall(translation) {
        return relate(&as_fall(original), translation);
    }
    let Some(pair) = Pair::of(original, translation) else {
        let same = original.value == translation.value;
        return if same { Relation::UnitDiffers } else { Relation::Different };
    };
    pair.relate(original, translation)
}

/// Whether a quantity is a fall by so much, told with a word.
fn is_fall(quantity: &Quantity) -> bool {
    quantity.trend == Some(Trend::Fall) && quantity.value > Decimal::ZERO
}

/// Whether a quantity is below zero without a word that says so.
fn is_negative(quantity: &Quantity) -> bool {
    quantity.trend.is_none() && quantity.value < Decimal::ZERO
}

fn as_fall(quantity: &Quantity) -> Quantity {
    Quantity { value: -quantity.value, trend: Some(Trend::Fall), ..quantity.clone() }
}

/// Two values in one unit.
struct Pair {
    original: Decimal,
    translation: Decimal,
    /// One of the translation's last printed place.
    tolerance: Decimal,
    /// One of the translation's last place that is not zero: 70 is rounded to tens.
    rounding: Decimal,
    converted: bool,
}

impl Pair {
    /// Brings both values to one unit, if they can be compared at all.
    fn of(original: &Quantity, translation: &Quantity) -> Option<Pair> {
        let tolerance = power_of_ten(translation.precision)?;
        let place = trailing_place(translation.value, 28).max(translation.precision);
        let rounding = power_of_ten(place)?;
        let pair = |original, translation, converted| Pair {
            original,
            translation,
            tolerance,
            rounding,
            converted,
        };
        let (left, right) = (original.value, translation.value);
        if let (Some(left), Some(right)) = (share(original), share(translation))
            && original.kind != translation.kind
        {
            let tolerance = if translation.kind == Kind::Percent {
                tolerance
            } else {
                tolerance.checked_mul(Decimal::ONE_HUNDRED)?
            };
            return Some(Pair { tolerance, ..pair(left, right, true) });
        }
        if let Some((left, right)) = levels(original, translation) {
            return Some(pair(left, right, false));
        }
        if comparable(original, translation) {
            return Some(pair(left, right, false));
        }
        let (from, to) = (original.unit?, translation.unit?);
        let value = from.convert(left, to)?;
        Some(pair(value, right, !from.same_as(to) && value != left))
    }

    fn relate(&self, original: &Quantity, translation: &Quantity) -> Relation {
        let hedges =
            Relation::HedgeDiffers { original: original.hedge, translation: translation.hedge };
        let equal = self.original == self.translation || (self.converted && self.is_close());
        if equal && opposed(original.trend, translation.trend) {
            return Relation::TrendDiffers;
        }
        if equal {
            return match (agree(original.hedge, translation.hedge), self.converted) {
                (false, _) => hedges,
                (true, true) => Relation::Converted,
                (true, false) => Relation::Same,
            };
        }
        if original.value == translation.value && self.converted {
            return Relation::UnitDiffers;
        }
        if self.admitted(original.hedge, translation.hedge) {
            return Relation::Rounded;
        }
        match self.ratio() {
            Some(ratio) => Relation::Scaled { ratio },
            None => Relation::Different,
        }
    }

    fn distance(&self) -> Decimal {
        self.original.checked_sub(self.translation).unwrap_or(Decimal::MAX).abs()
    }

    fn is_close(&self) -> bool {
        self.distance() < self.tolerance
    }

    /// Whether the hedge says in which direction the translation was rounded.
    fn admitted(&self, original: Option<Hedge>, translation: Option<Hedge>) -> bool {
        let fits = match translation {
            None => false,
            Some(Hedge::About) => true,
            Some(Hedge::Nearly | Hedge::Under) => self.original < self.translation,
            Some(Hedge::Over) => self.original > self.translation,
        };
        let kept = original.is_none() || agree(original, translation);
        fits && kept && self.distance() < self.rounding
    }

    /// The power of ten between the two, if there is one.
    fn ratio(&self) -> Option<Decimal> {
        let ratio = self.translation.checked_div(self.original)?;
        exponent_of_ten(ratio).map(|_| ratio)
    }
}

/// A share of a whole in percent, where a quantity is one.
fn share(quantity: &Quantity) -> Option<Decimal> {
    match quantity.kind {
        Kind::Fraction | Kind::Percent => quantity.percent(),
        // 增长一倍 is growth of 100 percent.
        Kind::Multiple if quantity.trend == Some(Trend::Rise) => {
            quantity.value.checked_mul(Decimal::ONE_HUNDRED)
        }
        _ => None,
    }
}

/// 增长一倍 and doubled: one tells the growth, the other the level that was reached.
fn levels(original: &Quantity, translation: &Quantity) -> Option<(Decimal, Decimal)> {
    let level = |quantity: &Quantity| match (quantity.kind, quantity.trend) {
        (Kind::Multiple, Some(Trend::Rise)) => quantity.value.checked_add(Decimal::ONE),
        (Kind::Multiple, None) => Some(quantity.value),
        _ => None,
    };
    let (left, right) = (level(original)?, level(translation)?);
    (original.trend != translation.trend && left == right).then_some((left, right))
}

/// Whether two quantities count things that may be the same.
fn comparable(original: &Quantity, translation: &Quantity) -> bool {
    let (left, right) = (original.unit, translation.unit);
    match (left, right) {
        (Some(left), Some(right)) if left.same_as(right) || are_one(left, right) => true,
        (None, None) => original.kind == translation.kind,
        _ => open(left) && open(right) || counts(left, right),
    }
}

/// Units that are said for each other: 78.2岁 and 78.2 years, 1.2个百分点 and 1.2 points.
const SAID_FOR_EACH_OTHER: [[&str; 2]; 2] =
    [["year", "year-of-age"], ["percentage-point", "point"]];

fn are_one(left: Unit, right: Unit) -> bool {
    SAID_FOR_EACH_OTHER.iter().any(|pair| pair.contains(&left.id()) && pair.contains(&right.id()))
}

/// A bare number or a general counter leaves open what it counts.
fn open(unit: Option<Unit>) -> bool {
    unit.is_none_or(|unit| unit.is_counter())
}

/// A counter or none at all beside a unit: 4.9万户 and 49,000 market entities.
fn counts(left: Option<Unit>, right: Option<Unit>) -> bool {
    let named = |unit: Unit| !matches!(unit.dimension(), Dimension::Share | Dimension::Point);
    match (left, right) {
        (Some(unit), other) | (other, Some(unit)) if open(other) => named(unit),
        _ => false,
    }
}

/// Whether two hedges may stand for one another.
fn agree(original: Option<Hedge>, translation: Option<Hedge>) -> bool {
    use Hedge::{About, Nearly, Under};
    match (original, translation) {
        (left, right) if left == right => true,
        (Some(About | Under), Some(Nearly)) | (Some(Nearly), Some(About | Under)) => true,
        _ => false,
    }
}

fn opposed(left: Option<Trend>, right: Option<Trend>) -> bool {
    matches!((left, right), (Some(left), Some(right)) if left != right)
}
