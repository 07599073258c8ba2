//! Numbers of a range or list share what only the last one says: 54 to 82.7 trillion yuan.

use rust_decimal::Decimal;

use super::Found;
use crate::lang::Lang;
use crate::quantity::decimal::{power_of_ten, shifted};
use crate::quantity::unit::Dimension;
use crate::quantity::{Kind, Mention, Quantity};

/// What stands between two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// From one to the other.
    Range,
    /// One of a list.
    List,
}

const RANGES: [&[&str]; 2] = [
    &["-", "—", "－", "～", "~", "–", "至", "到", "——", "−", "―", "─"],
    &["-", "–", "—", "to", "~"],
];
const LISTS: [&[&str]; 2] = [&["、", "和", "，", ",", "及", "与"], &[",", "and", ", and", "or"]];

/// Gives the first number of each pair the scale and unit of the second.
pub(crate) fn spread(text: &str, lang: Lang, found: &mut [Found]) {
    for index in (1..found.len()).rev() {
        let (head, tail) = found.split_at_mut(index);
        let (Some(first), Some(second)) = (head.last_mut(), tail.first()) else { continue };
        let between = &text[first.mention.range.end..second.mention.range.start];
        let start = first.mention.range.start;
        if let Some(joint) = joint(between, lang, &text[..start]) {
            let tenths = text[second.mention.range.clone()].ends_with('成');
            let is_counted = text[first.mention.range.clone()].ends_with(['个', '個']);
            if is_counted && second.mention.quantity.kind == Kind::PercentagePoint {
                // 0.3个和1.8个百分点
                let unit = second.mention.quantity.unit;
                let mine = &mut first.mention.quantity;
                (mine.kind, mine.unit) = (Kind::PercentagePoint, unit);
            }
            take(&mut first.mention, &second.mention, joint, tenths);
        }
    }
    for index in 1..found.len() {
        let (head, tail) = found.split_at_mut(index);
        let (Some(first), Some(second)) = (head.last(), tail.first_mut()) else { continue };
        let between = &text[first.mention.range.end..second.mention.range.start];
        let ranked = first.mention.quantity.kind == Kind::Ordinal && is_bare(&second.mention);
        if ranked && joint(between, lang, "") == Some(Joint::Range) {
            second.mention.quantity.kind = Kind::Ordinal;
        }
        if lang == Lang::En {
            take_from_end(&first.mention, &mut second.mention, between);
        }
    }
}

/// “40 minutes, down from 90”: the beginning of a change has the unit of its end.
fn take_from_end(first: &Mention, second: &mut Mention, between: &str) {
    const JOINTS: [&str; 4] = [", down from", ", up from", " down from", " up from"];
    let (end, start) = (&first.quantity, &mut second.quantity);
    let is_bare = start.kind == Kind::Quantity && start.unit.is_none() && start.scale == 0;
    let has_unit = end.kind == Kind::Quantity && end.unit.is_some() && end.scale == 0;
    if is_bare && has_unit && JOINTS.contains(&between.trim_end()) {
        start.unit = end.unit;
    }
}

/// Whether a number can go on a range of ranks: pages 12-15, 第3至5名.
fn is_bare(mention: &Mention) -> bool {
    let Quantity { value, unit, kind, scale, .. } = &mention.quantity;
    let open = unit.is_none_or(|unit| unit.is_counter() || unit.id() == "person");
    *kind == Kind::Quantity && open && *scale == 0 && value.is_integer()
}

fn joint(between: &str, lang: Lang, before: &str) -> Option<Joint> {
    if between.len() > 12 {
        return None;
    }
    let word = between.trim().to_ascii_lowercase();
    let side = usize::from(lang == Lang::En);
    if RANGES[side].contains(&word.as_str()) {
        return Some(Joint::Range);
    }
    let between_and = word == "and" && ends_with(before.trim_end(), "between");
    if between_and {
        return Some(Joint::Range);
    }
    LISTS[side].contains(&word.as_str()).then_some(Joint::List)
}

fn ends_with(text: &str, word: &str) -> bool {
    let start = text.len().saturating_sub(word.len());
    text.get(start..).is_some_and(|tail| tail.eq_ignore_ascii_case(word))
}

fn take(first: &mut Mention, second: &Mention, joint: Joint, tenths: bool) {
    let (mine, other) = (&mut first.quantity, &second.quantity);
    if mine.kind != Kind::Quantity {
        return;
    }
    if mine.unit.is_some() {
        // RMB1.2-1.5 billion: the sign of the money stands before both, or before the first alone.
        let is_money = mine.unit.is_some_and(|unit| unit.dimension() == Dimension::Money);
        let is_one = other.unit.is_none_or(|unit| mine.unit.is_some_and(|it| it.same_as(unit)));
        if joint == Joint::Range && is_money && is_one {
            take_scale(mine, other);
        }
        return;
    }
    let small = mine.value.is_integer() && mine.value <= Decimal::from(31) && mine.scale == 0;
    match other.kind {
        Kind::Date if small => mine.kind = Kind::Date,
        Kind::Ordinal if small && joint == Joint::Range => mine.kind = Kind::Ordinal,
        Kind::Percent | Kind::PercentagePoint | Kind::Multiple => {
            let is_point = other.kind == Kind::PercentagePoint;
            let listed = joint == Joint::Range || mine.precision < 0 || is_point;
            if listed && mine.scale == 0 {
                (mine.kind, mine.unit) = (other.kind, other.unit);
                if tenths && let Some(value) = shifted(mine.value, 1) {
                    // 1至2成: tenths are told in percent.
                    mine.value = value;
                    mine.precision += 1;
                }
            }
        }
        Kind::Quantity if joint == Joint::Range && other.unit.is_some() => {
            mine.unit = other.unit;
            take_scale(mine, other);
        }
        Kind::Quantity if joint == Joint::Range => take_scale(mine, other),
        _ => {}
    }
}

/// 5 to 6 million: the first number is below the second as printed, so it has its scale.
fn take_scale(mine: &mut Quantity, other: &Quantity) {
    let printed = shifted(other.value, -other.scale);
    let fits = mine.scale == 0 && other.scale > 0 && printed.is_some_and(|it| mine.value < it);
    if !fits || power_of_ten(other.scale).is_none() {
        return;
    }
    if let Some(value) = shifted(mine.value, other.scale) {
        mine.value = value;
        mine.scale = other.scale;
        mine.precision += other.scale;
    }
}
