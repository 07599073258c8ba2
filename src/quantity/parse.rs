//! A whole string that is one quantity: the `value` of a figure.

use std::fmt;

use rust_decimal::Decimal;

use super::decimal::trailing_place;
use super::scan::found;
use super::{Kind, Quantity};
use crate::lang::Lang;

/// Why a string is not one quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    /// There is nothing in it.
    Empty,
    /// There is no number in it.
    NoNumber,
    /// There is more than one number in it.
    SeveralNumbers,
    /// Its number is a date, a rank or part of a name.
    NotData(Kind),
    /// There are other words before the number.
    TextBefore,
    /// There are other words after the number.
    TextAfter,
}

impl fmt::Display for ParseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            ParseError::Empty => "the value is empty",
            ParseError::NoNumber => "no number was found",
            ParseError::SeveralNumbers => "there is more than one number",
            ParseError::NotData(Kind::Date) => "this is a date, not a quantity",
            ParseError::NotData(Kind::Ordinal) => "this is a rank, not a quantity",
            ParseError::NotData(_) => "this number is part of a name",
            ParseError::TextBefore => "there are other words before the number",
            ParseError::TextAfter => "there are other words after the number",
        })
    }
}

impl std::error::Error for ParseError {}

/// Reads a whole string as one quantity: `384万人`, `近90亿元`, `下降7.4%`.
///
/// # Errors
/// Says why the string is anything but one number with its hedge and trend words.
pub fn parse(text: &str, lang: Lang) -> Result<Quantity, ParseError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ParseError::Empty);
    }
    let found = found(text, lang);
    let [only] = found.as_slice() else {
        return Err(match found.len() {
            0 => ParseError::NoNumber,
            _ => ParseError::SeveralNumbers,
        });
    };
    let quantity = &only.mention.quantity;
    if !quantity.kind.is_data() {
        return bare(text).or_else(|| length(text, lang)).ok_or(ParseError::NotData(quantity.kind));
    }
    if only.outer.start > 0 {
        return Err(ParseError::TextBefore);
    }
    if only.outer.end < text.len() {
        return Err(ParseError::TextAfter);
    }
    Ok(quantity.clone())
}

/// 四年 names a span of time unless words before it count the years: as a value it counts them.
fn length(text: &str, lang: Lang) -> Option<Quantity> {
    let counting = match lang {
        Lang::Zh => "连续",
        Lang::En => "for ",
    };
    let counted = format!("{counting}{text}");
    let found = found(&counted, lang);
    let [only] = found.as_slice() else { return None };
    let quantity = &only.mention.quantity;
    let whole = only.outer == (counting.len()..counted.len());
    let years_at_most = Decimal::ONE_HUNDRED;
    (whole && quantity.kind == Kind::Quantity && quantity.value <= years_at_most)
        .then(|| quantity.clone())
}

/// Digits alone are a count here, and 1/20 is a part, even where a text would mean a date.
fn bare(text: &str) -> Option<Quantity> {
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(above) || !digits(below) {
        return None;
    }
    let (above, below) = (above.parse::<Decimal>().ok()?, below.parse::<Decimal>().ok()?);
    let part = below > Decimal::ONE;
    let value = above.checked_div(below).filter(|value| !part || *value < Decimal::ONE)?;
    let kind = if part { Kind::Fraction } else { Kind::Quantity };
    let precision = trailing_place(value, 0);
    Some(Quantity { value, unit: None, kind, hedge: None, trend: None, precision, scale: 0 })
}
