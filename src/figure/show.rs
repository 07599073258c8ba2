//! How a derived figure is printed: `show: percent 1`, `show: 亿元 0`.

use rust_decimal::{Decimal, RoundingStrategy};

use super::formula::Amount;
use crate::lang::Lang;
use crate::quantity::{self, Kind, Quantity, Unit};

/// Unit and decimals of a printed result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Show {
    kind: Kind,
    unit: Option<Unit>,
    /// The value of one printed unit: 100 000 000 for 亿元.
    scale: Decimal,
    /// What one printed unit counts in a formula: the same, but 0.01 for a percent.
    one: Decimal,
    decimals: u32,
}

/// The most decimals that a result may be printed with.
const MOST_DECIMALS: u32 = 6;

impl Show {
    /// Reads `UNIT DECIMALS`; `None` where it is neither.
    pub(super) fn parse(text: &str, lang: Lang) -> Option<Show> {
        let (unit, decimals) = text.trim().rsplit_once(char::is_whitespace)?;
        let decimals = decimals.parse().ok().filter(|decimals| *decimals <= MOST_DECIMALS)?;
        let word = match unit.trim() {
            "number" => "",
            "percent" => "%",
            "times" => "倍",
            other => other,
        };
        let one = quantity::parse(&format!("1{word}"), lang)
            .or_else(|_| quantity::parse(&format!("1 {word}"), Lang::En))
            .ok()?;
        let Quantity { value: scale, unit, kind, .. } = one;
        Some(Show { kind, unit, scale, one: Amount::of(&one).value, decimals })
    }

    /// How a result is printed whose author said nothing: a share in percent with one decimal,
    /// anything else exactly, if that takes no more than two decimals.
    pub(super) fn default_for(amount: &Amount) -> Option<Show> {
        if amount.unit.is_none() && amount.value <= Decimal::ONE {
            return Show::parse("percent 1", Lang::Zh);
        }
        let decimals = amount.value.normalize().scale();
        (decimals <= 2).then_some(Show {
            kind: Kind::Quantity,
            unit: amount.unit,
            scale: Decimal::ONE,
            one: Decimal::ONE,
            decimals,
        })
    }

    /// Whether a result of this unit can be printed so: a share as a percentage, yuan as yuan.
    pub(super) fn fits(&self, amount: &Amount) -> bool {
        let own = self.unit.filter(|unit| self.kind == Kind::Quantity && !unit.is_counter());
        match (own, amount.unit) {
            (Some(one), Some(other)) => one.same_as(other),
            (Some(_), None) => false,
            (None, unit) => unit.is_none() || self.kind == Kind::Quantity,
        }
    }

    /// With how many decimals a result is printed as more than zero; `None` where it takes too many.
    pub(super) fn with_enough_decimals(&self, amount: &Amount) -> Option<u32> {
        (self.decimals..=MOST_DECIMALS).find(|decimals| {
            let show = Show { decimals: *decimals, ..self.clone() };
            show.apply(amount).is_some_and(|printed| !printed.value.is_zero())
        })
    }

    /// The result rounded to what is printed, half away from zero as newspapers do.
    pub(super) fn apply(&self, amount: &Amount) -> Option<Quantity> {
        let value = amount.value.checked_div(self.one)?;
        let rounded =
            value.round_dp_with_strategy(self.decimals, RoundingStrategy::MidpointAwayFromZero);
        let tens = i32::try_from(self.scale.trunc().to_string().len()).ok()? - 1;
        Some(Quantity {
            value: rounded.checked_mul(self.scale)?.normalize(),
            unit: self.unit.or(amount.unit.filter(|_| self.kind == Kind::Quantity)),
            kind: self.kind,
            hedge: None,
            trend: None,
            precision: tens - i32::try_from(self.decimals).ok()?,
            scale: tens,
        })
    }
}
