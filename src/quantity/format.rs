//! Prints a quantity for a language (numerals and units after GB/T 15835 in Chinese).

use rust_decimal::Decimal;

use super::decimal::{plain, shifted};
use super::lexicon::numerals::HAN_DIGITS;
use super::{Hedge, Kind, Printed, Quantity};
use crate::lang::Lang;

/// Words for the unit that a site sets itself: `unit: {one: problem, other: problems}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitWords {
    /// For exactly one.
    pub one: String,
    /// For any other number.
    pub other: String,
}

/// Chinese scales that a number may be printed with, the largest first.
const ZH_SCALES: [(i32, &str); 4] = [(12, "万亿"), (8, "亿"), (4, "万"), (0, "")];
/// English scale words, the largest first.
const EN_SCALES: [(i32, &str); 3] = [(12, "trillion"), (9, "billion"), (6, "million")];
/// English prints at most this many decimals before a scale word.
const MOST_DECIMALS: i32 = 3;
/// Chinese prints at most this many before 万 or 亿.
const MOST_CHINESE_DECIMALS: i32 = 6;
/// Joins number and unit in English, so that no line ends between them.
const NO_BREAK_SPACE: &str = "\u{a0}";

/// Prints a quantity; `words` replace the unit's own words.
pub fn print(quantity: &Quantity, lang: Lang, words: Option<&UnitWords>) -> Printed {
    let printed = match (quantity.kind, lang) {
        (Kind::Fraction, _) => fraction(quantity, lang),
        (_, Lang::Zh) => chinese(quantity, words),
        (_, Lang::En) => english(quantity, words),
    };
    match quantity.hedge {
        Some(hedge) => Printed { text: hedged(hedge, quantity, lang, &printed), ..printed },
        None => printed,
    }
}

fn unit_word(quantity: &Quantity, lang: Lang, words: Option<&UnitWords>) -> String {
    match words {
        Some(words) if quantity.value == Decimal::ONE && quantity.precision >= 0 => {
            words.one.clone()
        }
        Some(words) => words.other.clone(),
        None => {
            let shown_as_one = quantity.precision >= 0 && quantity.scale == 0;
            let count = if shown_as_one { quantity.value } else { Decimal::ZERO };
            quantity.unit.map_or("", |unit| unit.word(lang, count)).to_owned()
        }
    }
}

/// The decimals to print at a scale: all that the value needs, and those that were printed.
fn decimals_at(quantity: &Quantity, scale: i32) -> i32 {
    let needed = shifted(quantity.value, -scale)
        .map_or(0, |value| i32::try_from(value.scale()).unwrap_or(0));
    let printed_decimals = quantity.precision < quantity.scale;
    let kept = if printed_decimals { scale - quantity.precision } else { 0 };
    needed.max(kept)
}

/// The digits of a value at a scale, with that many decimals.
fn digits_at(value: Decimal, scale: i32, decimals: i32) -> String {
    let Some(mut scaled) = shifted(value, -scale) else { return plain(value) };
    scaled.rescale(u32::try_from(decimals).unwrap_or(0));
    scaled.to_string()
}

fn chinese(quantity: &Quantity, words: Option<&UnitWords>) -> Printed {
    let (scale, scale_word) = chinese_scale(quantity);
    let number = digits_at(quantity.value, scale, decimals_at(quantity, scale));
    let unit = [scale_word, &unit_word(quantity, Lang::Zh, words)].concat();
    let text = [number.as_str(), &unit].concat();
    Printed { number, unit, text }
}

/// The scale it was printed with; from an English scale, the largest that fits.
fn chinese_scale(quantity: &Quantity) -> (i32, &'static str) {
    let printed = ZH_SCALES.into_iter().find(|(scale, _)| {
        // 五亿零六 is 500000006, not 5.00000006亿.
        *scale == quantity.scale && decimals_at(quantity, *scale) <= MOST_CHINESE_DECIMALS
    });
    if printed.is_none() && ZH_SCALES.iter().any(|(scale, _)| *scale == quantity.scale) {
        return (0, "");
    }
    printed.unwrap_or_else(|| {
        let size = quantity.value.abs();
        ZH_SCALES
            .into_iter()
            .find(|(scale, _)| shifted(size, -scale).is_some_and(|value| value >= Decimal::ONE))
            .unwrap_or((0, ""))
    })
}

fn english(quantity: &Quantity, words: Option<&UnitWords>) -> Printed {
    let (scale, scale_word) = english_scale(quantity);
    let number = grouped(&digits_at(quantity.value, scale, decimals_at(quantity, scale)));
    let noun = unit_word(quantity, Lang::En, words);
    let space = if scale_word.is_empty() || noun.is_empty() { "" } else { " " };
    let unit = [scale_word, space, &noun].concat();
    let joint = match unit.chars().next() {
        None | Some('%' | '‰' | '°') => "",
        Some(_) => NO_BREAK_SPACE,
    };
    let text = [&number, joint, &unit].concat();
    Printed { number, unit, text }
}

fn english_scale(quantity: &Quantity) -> (i32, &'static str) {
    let size = quantity.value.abs();
    EN_SCALES
        .into_iter()
        .find(|(scale, _)| {
            let large = shifted(size, -scale).is_some_and(|value| value >= Decimal::ONE);
            large && decimals_at(quantity, *scale) <= MOST_DECIMALS
        })
        .unwrap_or((0, ""))
}

/// Sets commas between groups of three digits before the point.
fn grouped(digits: &str) -> String {
    let (sign, rest) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits),
    };
    let (whole, decimals) = match rest.split_once('.') {
        Some((whole, decimals)) => (whole, format!(".{decimals}")),
        None => (rest, String::new()),
    };
    let mut result = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            result.push(',');
        }
        result.push(digit);
    }
    result + &decimals
}

const EN_COUNTS: [&str; 10] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const EN_PARTS: [(&str, &str); 9] = [
    ("half", "halves"),
    ("third", "thirds"),
    ("quarter", "quarters"),
    ("fifth", "fifths"),
    ("sixth", "sixths"),
    ("seventh", "sevenths"),
    ("eighth", "eighths"),
    ("ninth", "ninths"),
    ("tenth", "tenths"),
];

fn fraction(quantity: &Quantity, lang: Lang) -> Printed {
    let number = match ratio(quantity.value) {
        Some((1, 2)) if lang == Lang::Zh => "一半".to_owned(),
        Some((1, 2)) => "half".to_owned(),
        Some((above, below)) if above < 10 && below <= 10 => match lang {
            Lang::Zh => format!("{}分之{}", han_digit(below), han_digit(above)),
            Lang::En => english_fraction(above, below),
        },
        Some((above, below)) if lang == Lang::Zh => format!("{below}分之{above}"),
        Some((above, below)) => format!("{above}/{below}"),
        None => plain(quantity.value),
    };
    Printed { text: number.clone(), number, unit: String::new() }
}

fn han_digit(digit: usize) -> String {
    HAN_DIGITS.get(digit).map_or_else(|| "十".to_owned(), char::to_string)
}

fn english_fraction(above: usize, below: usize) -> String {
    let (one, more) = EN_PARTS.get(below - 2).copied().unwrap_or_default();
    let part = if above == 1 { one } else { more };
    format!("{} {part}", EN_COUNTS.get(above).copied().unwrap_or_default())
}

/// The fraction with the smallest denominator that a value was computed from.
pub(crate) fn ratio(value: Decimal) -> Option<(usize, usize)> {
    use rust_decimal::prelude::ToPrimitive;
    if value <= Decimal::ZERO || value >= Decimal::ONE {
        return None;
    }
    (2..=1000_usize).find_map(|below| {
        let above = value.checked_mul(Decimal::from(below))?.round().to_usize()?;
        let exact = Decimal::from(above).checked_div(Decimal::from(below))?;
        (exact == value && above > 0).then_some((above, below))
    })
}

/// The number with its hedge: 近90亿元, 6万多人, nearly 9 billion yuan.
fn hedged(hedge: Hedge, quantity: &Quantity, lang: Lang, printed: &Printed) -> String {
    let text = &printed.text;
    match (lang, hedge) {
        (Lang::Zh, Hedge::Over) => chinese_over(quantity, printed),
        (Lang::Zh, Hedge::About) => format!("约{text}"),
        (Lang::Zh, Hedge::Nearly) => format!("近{text}"),
        (Lang::Zh, Hedge::Under) => format!("不足{text}"),
        (Lang::En, Hedge::About) => format!("about {text}"),
        (Lang::En, Hedge::Nearly) => format!("nearly {text}"),
        (Lang::En, Hedge::Over) => format!("more than {text}"),
        (Lang::En, Hedge::Under) => format!("less than {text}"),
    }
}

/// 6万多人, 300多个: 多 follows a round number, else 超 stands before it. 多大 asks how large, and 多期 is many
/// of them.
fn chinese_over(quantity: &Quantity, printed: &Printed) -> String {
    let Printed { number, unit, text } = printed;
    let counted = quantity.kind == Kind::Quantity && !number.contains(['.', '-']);
    let round = number.ends_with('0');
    let scale = ["万亿", "亿", "万"].into_iter().find(|scale| unit.starts_with(scale));
    let noun = scale.map_or(unit.as_str(), |scale| &unit[scale.len()..]);
    let may_follow = counted && !matches!(noun, "" | "大" | "期");
    match scale {
        _ if may_follow && round => format!("{number}多{unit}"),
        Some(scale) if may_follow && number.len() == 1 => {
            format!("{number}{scale}多{noun}")
        }
        _ => format!("超{text}"),
    }
}
