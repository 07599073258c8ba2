//! Multiples: 增长2倍 tells the growth, “tripled” the level that was reached, and so does 300%.

use rust_decimal::Decimal;

use super::grade::{Grade, Said, by_value};
use crate::check::prose::last_letters;
use crate::lang::Lang;
use crate::quantity::{Kind, Quantity, Trend};

/// How well a multiple renders a multiple, or a percentage renders one; `None` where neither says
/// how many times, or where they have to be compared as other numbers are.
pub(super) fn grade(original: &Said<'_>, translation: &Said<'_>) -> Option<Grade> {
    let kinds = [original, translation].map(|side| side.number.quantity.kind);
    match kinds {
        [Kind::Multiple, Kind::Multiple] => {
            let (ours, theirs) = (levels(original), levels(translation));
            let pairs = ours.iter().flat_map(|one| theirs.iter().map(move |other| (one, other)));
            pairs.map(|(one, other)| by_value(one, other)).min()
        }
        [Kind::Multiple, Kind::Percent] => meets(original, translation),
        [Kind::Percent, Kind::Multiple] => meets(translation, original),
        _ => None,
    }
}

/// Whether a percentage says the same as a multiple: 1.5 times is 150% of it, or 50% more.
fn meets(multiple: &Said<'_>, percent: &Said<'_>) -> Option<Grade> {
    let share = &percent.number.quantity;
    let part = share.value.checked_div(Decimal::ONE_HUNDRED)?;
    let is_level = percent.around.1.trim_start().starts_with("of ");
    let grows = multiple.number.quantity.trend == Some(Trend::Rise);
    let level = match share.trend {
        Some(Trend::Fall) => return None,
        _ if is_level => part,
        None if !grows => part,
        _ => part.checked_add(Decimal::ONE)?,
    };
    let found = levels(multiple).iter().any(|it| it.value == level);
    found.then_some(Grade::Same)
}

/// What a multiple says of the level that was reached: 增长2倍 is three times as much. In English
/// “rose threefold” and “three times higher” may mean three times or four.
fn levels(side: &Said<'_>) -> Vec<Quantity> {
    let quantity = &side.number.quantity;
    let level = |more: Decimal| {
        let value = quantity.value.checked_add(more)?;
        Some(Quantity { value, trend: None, ..quantity.clone() })
    };
    let mores: &[Decimal] = match (side.lang, quantity.trend) {
        (Lang::Zh, Some(Trend::Rise)) => &[Decimal::ONE],
        (Lang::En, Some(Trend::Rise)) => &[Decimal::ZERO, Decimal::ONE],
        _ if compares(side) => &[Decimal::ZERO, Decimal::ONE],
        _ => &[Decimal::ZERO],
    };
    let doublings =
        doublings(side).map(|value| Quantity { value, trend: None, ..quantity.clone() });
    mores.iter().filter_map(|more| level(*more)).chain(doublings).collect()
}

/// “doubled six times over” is 翻六番: sixty-four times as much.
fn doublings(side: &Said<'_>) -> Option<Decimal> {
    let near = last_letters(side.around.0, 24).to_ascii_lowercase();
    let power: u32 = side.number.quantity.value.try_into().ok()?;
    let is_said = side.lang == Lang::En && near.contains("doubl") && (2..=10).contains(&power);
    is_said.then(|| Decimal::from(1_u32 << power))
}

/// Whether a comparison leaves open what a multiple is of: 快1.5倍, “three times more”.
fn compares(side: &Said<'_>) -> bool {
    const BEFORE: [char; 11] = ['高', '多', '快', '大', '长', '重', '强', '贵', '深', '宽', '增'];
    const AFTER: [&str; 6] = ["more", "higher", "greater", "larger", "faster", "bigger"];
    let (before, after) = side.around;
    match side.lang {
        Lang::Zh => before.trim_end_matches(['出', '了', '近', '约']).ends_with(BEFORE),
        Lang::En => AFTER.iter().any(|word| after.trim_start().starts_with(word)),
    }
}
