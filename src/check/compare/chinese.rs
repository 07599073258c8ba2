//! What Chinese says with words of its own where English has a number: 百亿元, 八折.

use rust_decimal::Decimal;

use super::excuse::{NUMERALS_ZH, places, stands_apart};
use crate::check::prose::{Number, Passage, last_letters};
use crate::lang::Lang;
use crate::quantity::exponent_of_ten;

/// 百亿元 and “10 billion yuan”: a Chinese scale word without a numeral.
pub(super) fn is_bare_scale(number: &Number, other: &Passage) -> bool {
    if other.lang != Lang::Zh {
        return false;
    }
    let Some(exponent) = exponent_of_ten(number.quantity.value) else { return false };
    let Some(word) = usize::try_from(exponent).ok().and_then(|it| SCALES_ZH.get(it)) else {
        return false;
    };
    // 百亿元 and 万名, but 老百姓 and 万科.
    let stands_bare = |at: usize| {
        let before = other.text[..at].chars().next_back();
        let after = other.text[at + word.len()..].chars().next();
        let counts = |letter: char| "几数多余成上两".contains(letter) || is_numeral(letter);
        !before.is_some_and(counts) && after.is_some_and(|it| COUNTED.contains(it))
    };
    !word.is_empty() && places(&other.text, word, Lang::Zh).into_iter().any(stands_bare)
}

/// 突破百万辆 and “crossed the million mark”.
pub(super) fn is_bare_million(number: &Number, other: &Passage) -> bool {
    const WORDS: [(&str, i32); 3] =
        [("million mark", 6), ("billion mark", 9), ("trillion mark", 12)];
    let exponent = exponent_of_ten(number.quantity.value);
    other.lang == Lang::En
        && WORDS.iter().any(|(word, power)| exponent == Some(*power) && stands_apart(other, word))
}

/// What a bare scale word counts begins with one of these.
const COUNTED: &str = "元名人户亩吨家个件辆公千米美只株头年标城强校企村县镇店馆场";

/// Chinese scale words by their power of ten.
const SCALES_ZH: [&str; 13] =
    ["", "", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"];

/// 八折 and “20 percent off” or “80 percent of the price”.
pub(super) fn is_discount(number: &Number, own: &Passage, other: &Passage) -> bool {
    if own.lang == Lang::Zh {
        let end = number.range.end;
        let said = tenths(&own.text[..end]).filter(|_| own.text[end..].starts_with('折'));
        return said.is_some() && other.numbers.iter().any(|it| price(it, other) == said);
    }
    let price = price(number, own);
    let places = other.text.match_indices('折');
    places.filter_map(|(at, _)| tenths(&other.text[..at])).any(|said| Some(said) == price)
}

/// What is left of a price in percent, as an English number says.
fn price(number: &Number, own: &Passage) -> Option<Decimal> {
    let percent = number.quantity.percent()?;
    let (before, behind) = (&own.text[..number.range.start], &own.text[number.range.end..]);
    let is_off =
        [" off", " discount", " less", " cheaper", " reduction", " cut", " below", " lower"];
    let is_off = is_off.iter().any(|word| behind.starts_with(word)) || is_cut(before);
    if is_off { Decimal::ONE_HUNDRED.checked_sub(percent) } else { Some(percent) }
}

/// Whether the last words of a text take something off a price: discounted by up to.
fn is_cut(text: &str) -> bool {
    let near = last_letters(text, 30).to_ascii_lowercase();
    ["discount", "reduc", "cut by", "slash"].iter().any(|word| near.contains(word))
}

/// The percentage that a text's last numerals say in tenths: 80 of 八, 85 of 八五 and of 8.5.
fn tenths(text: &str) -> Option<Decimal> {
    let letters = text.chars().rev().take_while(|letter| *letter == '.' || is_numeral(*letter));
    let last: Vec<char> = letters.take(3).collect();
    let digit = |letter: &char| match letter {
        '0'..='9' => letter.to_digit(10),
        _ => NUMERALS_ZH
            .iter()
            .position(|words| words.contains(&letter.to_string().as_str()))
            .or_else(|| (*letter == '一').then_some(1))
            .and_then(|value| u32::try_from(value).ok()),
    };
    let digits: Option<Vec<u32>> =
        last.iter().rev().filter(|letter| **letter != '.').map(digit).collect();
    match digits?[..] {
        [tens] => Some(Decimal::from(tens * 10)),
        [tens, ones] => Some(Decimal::from(tens * 10 + ones)),
        _ => None,
    }
}

fn is_numeral(letter: char) -> bool {
    letter.is_ascii_digit() || "〇零一二两三四五六七八九十百千万亿".contains(letter)
}
