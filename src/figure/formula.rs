//! Formulas over figures: parsed and computed exactly, with units kept in view.
//!
//! `young-readers / readers`, `investment / (1 + growth)`. A percentage counts as its
//! fraction: 8% is 0.08.

use rust_decimal::Decimal;

use crate::quantity::{Kind, Quantity, Unit};

/// A value on the way through a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    /// The exact value.
    pub(super) value: Decimal,
    /// Its unit; `None` for a plain number or a share.
    pub(super) unit: Option<Unit>,
}

impl Amount {
    /// A figure's value as a formula takes it.
    pub(super) fn of(quantity: &Quantity) -> Amount {
        let value = quantity.whole().map_or(quantity.value, |whole| quantity.value / whole);
        let unit =
            quantity.unit.filter(|unit| quantity.kind == Kind::Quantity && !unit.is_counter());
        Amount { value, unit }
    }
}

/// Why a formula gives nothing. Positions are bytes in the formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FormulaError {
    /// Something stands where it does not belong.
    Unexpected(usize),
    /// It ends too early.
    Unfinished,
    /// A figure it names has no value.
    NoValue,
    /// Two things of different units are added or subtracted.
    Units,
    /// It divides by zero.
    DivisionByZero,
    /// The result is too large or too small for an exact number.
    OutOfRange,
}

/// One part of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token<'a> {
    Id(&'a str),
    Number(Decimal),
    Sign(char),
}

/// A formula cut into its parts.
#[derive(Debug, Clone)]
pub(super) struct Formula<'a> {
    tokens: Vec<(usize, Token<'a>)>,
}

/// How deep brackets may nest.
const DEEPEST: usize = 16;

impl<'a> Formula<'a> {
    /// Cuts a formula into parts.
    pub(super) fn parse(text: &'a str) -> Result<Self, FormulaError> {
        let mut tokens = Vec::new();
        let mut position = 0;
        while let Some(first) = text[position..].chars().next() {
            let length = token_length(&text[position..]);
            let piece = &text[position..position + length];
            let token = match first {
                _ if first.is_whitespace() => None,
                'a'..='z' => Some(Token::Id(piece)),
                '0'..='9' => {
                    let number = piece.parse().map_err(|_| FormulaError::Unexpected(position))?;
                    Some(Token::Number(number))
                }
                '+' | '-' | '*' | '/' | '(' | ')' => Some(Token::Sign(first)),
                '−' | '－' => Some(Token::Sign('-')),
                '×' | '＊' => Some(Token::Sign('*')),
                '÷' | '／' => Some(Token::Sign('/')),
                '＋' => Some(Token::Sign('+')),
                '（' => Some(Token::Sign('(')),
                '）' => Some(Token::Sign(')')),
                _ => return Err(FormulaError::Unexpected(position)),
            };
            tokens.extend(token.map(|token| (position, token)));
            position += length;
        }
        Ok(Formula { tokens })
    }

    /// The figures it names, in order, each once, with their positions.
    pub(super) fn ids(&self) -> Vec<(usize, &'a str)> {
        let mut ids: Vec<(usize, &str)> = Vec::new();
        for (position, token) in &self.tokens {
            if let Token::Id(id) = token
                && !ids.iter().any(|(_, known)| known == id)
            {
                ids.push((*position, id));
            }
        }
        ids
    }

    /// Computes it with the values of the figures.
    pub(super) fn compute(
        &self,
        value_of: &dyn Fn(&str) -> Option<Amount>,
    ) -> Result<Amount, FormulaError> {
        let mut machine = Machine { tokens: &self.tokens, value_of, depth: 0 };
        let amount = machine.sum()?;
        match machine.tokens.first() {
            None => Ok(amount),
            Some((position, _)) => Err(FormulaError::Unexpected(*position)),
        }
    }
}

fn token_length(text: &str) -> usize {
    let first = text.chars().next().unwrap_or(' ');
    let run =
        |belongs: fn(char) -> bool| text.find(|letter| !belongs(letter)).unwrap_or(text.len());
    match first {
        'a'..='z' => run(|letter| letter.is_ascii_alphanumeric() || letter == '-'),
        '0'..='9' => run(|letter| letter.is_ascii_digit() || letter == '.'),
        _ => first.len_utf8(),
    }
}

/// Computes while it reads: sums of products of factors.
struct Machine<'m> {
    tokens: &'m [(usize, Token<'m>)],
    value_of: &'m dyn Fn(&str) -> Option<Amount>,
    depth: usize,
}

impl Machine<'_> {
    fn take_sign(&mut self, signs: [char; 2]) -> Option<char> {
        let (_, Token::Sign(sign)) = self.tokens.first()? else { return None };
        let found = signs.contains(sign).then_some(*sign)?;
        self.tokens = &self.tokens[1..];
        Some(found)
    }

    fn sum(&mut self) -> Result<Amount, FormulaError> {
        let mut total = self.product()?;
        while let Some(sign) = self.take_sign(['+', '-']) {
            let other = self.product()?;
            if total.unit.map(Unit::id) != other.unit.map(Unit::id) {
                return Err(FormulaError::Units);
            }
            let value = match sign {
                '+' => total.value.checked_add(other.value),
                _ => total.value.checked_sub(other.value),
            };
            total.value = value.ok_or(FormulaError::OutOfRange)?;
        }
        Ok(total)
    }

    fn product(&mut self) -> Result<Amount, FormulaError> {
        let mut total = self.factor()?;
        while let Some(sign) = self.take_sign(['*', '/']) {
            let other = self.factor()?;
            total = if sign == '*' { multiply(total, other)? } else { divide(total, other)? };
        }
        Ok(total)
    }

    fn factor(&mut self) -> Result<Amount, FormulaError> {
        let (position, token) = self.tokens.first().ok_or(FormulaError::Unfinished)?;
        let (position, token) = (*position, token.clone());
        self.tokens = &self.tokens[1..];
        match token {
            Token::Number(value) => Ok(Amount { value, unit: None }),
            Token::Id(id) => (self.value_of)(id).ok_or(FormulaError::NoValue),
            Token::Sign('(') if self.depth < DEEPEST => {
                self.depth += 1;
                let inner = self.sum()?;
                self.depth -= 1;
                match self.tokens.split_first() {
                    Some(((_, Token::Sign(')')), rest)) => {
                        self.tokens = rest;
                        Ok(inner)
                    }
                    Some(((position, _), _)) => Err(FormulaError::Unexpected(*position)),
                    None => Err(FormulaError::Unfinished),
                }
            }
            Token::Sign(_) => Err(FormulaError::Unexpected(position)),
        }
    }
}

fn multiply(one: Amount, other: Amount) -> Result<Amount, FormulaError> {
    if one.unit.is_some() && other.unit.is_some() {
        return Err(FormulaError::Units);
    }
    let value = one.value.checked_mul(other.value).ok_or(FormulaError::OutOfRange)?;
    Ok(Amount { value, unit: one.unit.or(other.unit) })
}

/// A share of one unit has none; yuan per person are yuan.
fn divide(one: Amount, other: Amount) -> Result<Amount, FormulaError> {
    if other.value.is_zero() {
        return Err(FormulaError::DivisionByZero);
    }
    let value = one.value.checked_div(other.value).ok_or(FormulaError::OutOfRange)?;
    let same = one.unit.map(Unit::id) == other.unit.map(Unit::id);
    Ok(Amount { value, unit: one.unit.filter(|_| !same) })
}

#[cfg(test)]
mod tests {
    use super::{Amount, Formula, FormulaError};
    use rust_decimal::Decimal;

    fn compute(text: &str) -> Result<String, FormulaError> {
        let value_of = |id: &str| {
            let value = match id {
                "young-readers" => 144,
                "readers" => 384,
                _ => return None,
            };
            Some(Amount { value: Decimal::from(value), unit: None })
        };
        let amount = Formula::parse(text)?.compute(&value_of)?;
        Ok(amount.value.round_dp(4).normalize().to_string())
    }

    #[test]
    fn formulas_are_sums_of_products() {
        assert_eq!(compute("young-readers / readers"), Ok("0.375".into()));
        assert_eq!(compute("1 + 2 * 3"), Ok("7".into()));
        assert_eq!(compute("（1 + 2） × 3 − 4 ÷ 2"), Ok("7".into()));
        assert_eq!(compute("readers - young-readers"), Ok("240".into()));
        assert_eq!(compute("1.50 * 2"), Ok("3".into()));
    }

    #[test]
    fn what_cannot_be_computed_is_an_error() {
        assert_eq!(compute("readers / 0"), Err(FormulaError::DivisionByZero));
        assert_eq!(compute("1 +"), Err(FormulaError::Unfinished));
        assert_eq!(compute("1 2"), Err(FormulaError::Unexpected(2)));
        assert_eq!(compute("(1"), Err(FormulaError::Unfinished));
        assert_eq!(compute("nothing * 2"), Err(FormulaError::NoValue));
        assert_eq!(compute("1.2.3"), Err(FormulaError::Unexpected(0)));
        assert_eq!(compute("a = b"), Err(FormulaError::Unexpected(2)));
        assert_eq!(compute(&"(".repeat(40)), Err(FormulaError::Unexpected(16)));
        let large = "79228162514264337593543950335";
        assert_eq!(compute(&format!("{large} * 10")), Err(FormulaError::OutOfRange));
    }
}
