//! Why a number without a partner may be no mistake.

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;

use super::chinese::{is_bare_million, is_bare_scale, is_discount};
use super::grade::{Grade, by_value};
use super::idiom;
use super::pair::Pairing;
use super::words::IMPLIED;
use crate::check::prose::{Number, Passage};
use crate::lang::Lang;
use crate::quantity::{Kind, Quantity, Unit, rough_ranges};

/// Small counts that English adds in running text: “the two sides”, “these three counties”.
const SMALL: Decimal = Decimal::TEN;

/// Whether the translation may do without a number of the original.
pub(super) fn missing(pairing: &Pairing<'_>, original: usize) -> bool {
    let number = &pairing.original.numbers[original];
    number.is_silent
        || is_article(&number.quantity)
        || is_lone_point(&number.quantity, pairing.translation)
        || is_year(number, pairing.original)
        || stands_in_name(number, pairing.original, pairing.translation)
        || is_gloss(pairing.original, original)
        || idiom::is_said(number, pairing.original, pairing.translation)
        || idiom::counts_a_list(number, pairing.original)
        || is_relative(number, pairing.original, pairing.translation)
        || is_rough(number, pairing.translation)
        || is_bare_scale(number, pairing.translation)
        || is_bare_million(number, pairing.translation)
        || is_discount(number, pairing.original, pairing.translation)
        || is_age(number, pairing.translation)
        || is_rate(number, pairing.original, pairing.translation)
        || is_implied(number, pairing.translation)
}

/// Whether the translation may have a number that the original has not.
pub(super) fn added(pairing: &Pairing<'_>, translation: usize) -> bool {
    let number = &pairing.translation.numbers[translation];
    number.is_silent
        || number.figure.is_some()
        || is_article(&number.quantity)
        || is_year(number, pairing.translation)
        || is_small_word(number, pairing.translation)
        || is_gloss(pairing.translation, translation)
        || idiom::is_said(number, pairing.translation, pairing.original)
        || stands_in_name(number, pairing.translation, pairing.original)
        || is_rough(number, pairing.original)
        || is_bare_scale(number, pairing.original)
        || is_bare_million(number, pairing.original)
        || is_discount(number, pairing.translation, pairing.original)
        || is_age(number, pairing.original)
        || is_rate(number, pairing.translation, pairing.original)
        || is_implied(number, pairing.original)
}

/// “one” and 一个, which the other language says with an article or not at all.
fn is_article(quantity: &Quantity) -> bool {
    quantity.value == Decimal::ONE && (is_weak(quantity) || is_time(quantity))
}

/// 1个百分点 and “a percentage point lower”.
fn is_lone_point(quantity: &Quantity, other: &Passage) -> bool {
    quantity.kind == Kind::PercentagePoint
        && quantity.value == Decimal::ONE
        && stands_apart(other, "a percentage point")
}

/// “3.1 percent over 2021”: four bare digits that are more likely a year.
fn is_year(number: &Number, passage: &Passage) -> bool {
    let words = passage.words(number);
    words.len() == 4
        && words.bytes().all(|byte| byte.is_ascii_digit())
        && (words.starts_with("19") || words.starts_with("20"))
}

/// Whether a quantity is no measure: a bare number, a count of things, people or years.
fn is_weak(quantity: &Quantity) -> bool {
    const COUNTED: [&str; 7] = ["person", "household", "year", "month", "day", "times", "point"];
    let counts = |unit: Unit| unit.is_counter() || COUNTED.contains(&unit.id());
    matches!(quantity.kind, Kind::Quantity | Kind::Multiple) && quantity.unit.is_none_or(counts)
}

/// A small count in words.
fn is_small_word(number: &Number, passage: &Passage) -> bool {
    let words = passage.words(number);
    let has_digits = words.chars().any(|letter| letter.is_ascii_digit());
    let quantity = &number.quantity;
    !has_digits && is_weak(quantity) && quantity.hedge.is_none() && quantity.value.abs() <= SMALL
}

/// Whether the other side has the number as part of a date, rank or name: 第5 and “five”.
fn stands_in_name(number: &Number, own: &Passage, other: &Passage) -> bool {
    let quantity = &number.quantity;
    let is_degree = quantity.unit.is_some_and(|unit| unit.id().starts_with("degree"));
    if !is_weak(quantity) && !is_time(quantity) && !is_degree {
        return false;
    }
    let digits = leading_digits(own.words(number));
    if numerals(quantity.value, other.lang).iter().any(|word| stands_apart(other, word)) {
        return true;
    }
    if is_count_of_places(number, own) {
        return false;
    }
    other.others.iter().any(|mention| {
        let text = other.text.get(mention.range.clone()).unwrap_or_default();
        // 104F is not 104摄氏度.
        let letter = quantity.unit.map(|unit| match unit.id() {
            "degree-celsius" => 'F',
            "degree-fahrenheit" => 'C',
            _ => '\0',
        });
        if letter.is_some_and(|letter| text.ends_with(letter)) {
            return false;
        }
        let is_same = mention.quantity.value == quantity.value
            || !digits.is_empty() && runs_of_digits(text).any(|run| run == digits);
        is_same && !are_two_times(&mention.quantity, quantity)
    })
}

/// 下滑了24位, which is no 24th place.
fn is_count_of_places(number: &Number, own: &Passage) -> bool {
    const MOVES: [&str; 12] =
        ["升", "升了", "滑", "滑了", "降", "降了", "跌", "跌了", "移", "移了", "落", "落了"];
    let head = &own.text[..number.range.start];
    let is_place =
        own.words(number).ends_with('位') || own.text[number.range.end..].starts_with('位');
    is_place && MOVES.iter().any(|word| head.ends_with(word))
}

/// Whether two lengths of time are told in different units: 三年 and “three months”.
fn are_two_times(one: &Quantity, other: &Quantity) -> bool {
    let units = one.unit.zip(other.unit).filter(|_| is_time(one) && is_time(other));
    units.is_some_and(|(unit, wanted)| !unit.same_as(wanted))
}

/// Whether a quantity is a length of time.
fn is_time(quantity: &Quantity) -> bool {
    const TIMES: [&str; 9] =
        ["year", "quarter", "month", "week", "day", "hour", "minute", "second", "year-of-age"];
    quantity.unit.is_some_and(|unit| TIMES.contains(&unit.id()))
}

/// The numerals of a small number, as they stand in names and phrases: 九年义务教育, every three.
fn numerals(value: Decimal, lang: Lang) -> &'static [&'static str] {
    let words = match lang {
        Lang::Zh => NUMERALS_ZH,
        Lang::En => NUMERALS_EN,
    };
    let index: Option<usize> = value.try_into().ok().filter(|_| value.is_integer());
    index.and_then(|index| words.get(index)).copied().unwrap_or_default()
}

/// Chinese numerals from 0 on; 一 says too little.
pub(super) const NUMERALS_ZH: &[&[&str]] = &[
    &[],
    &[],
    &["二", "两"],
    &["三"],
    &["四"],
    &["五"],
    &["六"],
    &["七"],
    &["八"],
    &["九"],
    &["十"],
];

/// English numerals from 0 on; “one” says too little.
const NUMERALS_EN: &[&[&str]] = &[
    &[],
    &[],
    &["two"],
    &["three"],
    &["four"],
    &["five"],
    &["six"],
    &["seven"],
    &["eight"],
    &["nine"],
    &["ten"],
];

/// “800 mu (about 53 hectares)”: readers of the other language need no second unit.
fn is_gloss(own: &Passage, index: usize) -> bool {
    let Some(first) = index.checked_sub(1).map(|first| &own.numbers[first]) else { return false };
    let number = &own.numbers[index];
    let between = own.text.get(first.range.end..number.range.start).unwrap_or_default();
    let plain = |quantity: &Quantity| Quantity { hedge: None, ..quantity.clone() };
    between.trim_start().starts_with(['(', '（'])
        && by_value(&plain(&first.quantity), &plain(&number.quantity)) == Grade::Converted
}

/// “five years earlier”, where the translation names the year.
fn is_relative(number: &Number, own: &Passage, other: &Passage) -> bool {
    let behind = &own.text[number.range.end..];
    let is_told = [" earlier", " later", " before", " ago"].iter().any(|it| behind.starts_with(it));
    // A length of time in the translation would stand in its place.
    let has_length = other.others.iter().any(|mention| is_time(&mention.quantity));
    let years = |passage: &Passage| -> Vec<Decimal> {
        let dates = passage.others.iter().map(|mention| &mention.quantity);
        dates.filter(|it| it.kind == Kind::Date && it.unit.is_none()).map(|it| it.value).collect()
    };
    is_told && is_time(&number.quantity) && !has_length && {
        let own = years(own);
        years(other).iter().any(|year| !own.contains(year))
    }
}

/// 二十多岁 and “in their late twenties”.
fn is_age(number: &Number, other: &Passage) -> bool {
    const DECADES: [&str; 10] =
        ["", "teen", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"];
    let is_age = number.quantity.unit.is_some_and(|unit| unit.id() == "year-of-age");
    let decade: Option<usize> = (number.quantity.value / Decimal::TEN).trunc().try_into().ok();
    let word = decade.and_then(|decade| DECADES.get(decade)).filter(|word| !word.is_empty());
    is_age
        && other.lang == Lang::En
        && word.is_some_and(|word| {
            let ending = if *word == "teen" { "s" } else { "ies" };
            let in_digits = || decade.is_some_and(|it| contains(other, &format!("{it}0s")));
            contains(other, &format!("{word}{ending}")) || in_digits()
        })
}

/// 七八万 and “70,000 to 80,000”, 五六百斤 and “250-300 kg”: two numerals in a row that leave the
/// number open between them.
fn is_rough(number: &Number, other: &Passage) -> bool {
    let quantity = &number.quantity;
    let converted = ["jin", "mu"]
        .into_iter()
        .filter_map(|unit| quantity.unit?.convert(quantity.value, Unit::from_id(unit)?));
    let values: Vec<Decimal> = converted.chain([quantity.value]).collect();
    other.lang == Lang::Zh
        && rough_ranges(&other.text).iter().any(|ends| values.iter().any(|it| ends.contains(it)))
}

/// 每10人中有3人 and “three in ten people”: a base and a count say the same as one part.
fn is_rate(number: &Number, own: &Passage, other: &Passage) -> bool {
    if let Some(part) = part(&number.quantity) {
        return rates(other).any(|(rate, _)| rate == part);
    }
    let at = number.range.start;
    let says = |rate| other.numbers.iter().any(|number| part(&number.quantity) == Some(rate));
    rates(own).any(|(rate, range)| range.contains(&at) && says(rate))
}

/// A share of a whole as a part of one.
fn part(quantity: &Quantity) -> Option<Decimal> {
    match quantity.kind {
        Kind::Fraction => Some(quantity.value),
        Kind::Percent => quantity.value.checked_div(Decimal::ONE_HUNDRED),
        _ => None,
    }
}

/// What a passage tells of every so many: the part, and where it stands.
fn rates(passage: &Passage) -> impl Iterator<Item = (Decimal, Range<usize>)> {
    let numbers = passage.numbers.iter().enumerate();
    numbers.filter_map(|(index, base)| {
        if passage.lang == Lang::En {
            let part = Decimal::ONE.checked_div(base.quantity.value)?;
            return idiom::is_one_in(passage, base).then(|| (part, base.range.clone()));
        }
        let head = passage.text.get(..base.range.start)?.ends_with('每');
        let base = Some(base).filter(|_| head && passage.lang == Lang::Zh)?;
        let next = passage.numbers.get(index + 1).filter(|next| {
            passage.sentence(next.range.start) == passage.sentence(base.range.start)
        });
        let end = next.map_or(passage.text.len(), |next| next.range.start);
        let between = passage.text.get(base.range.end..end)?;
        // 每五名员工就有一名: a lone 一 is no number of its own.
        let one = between.split(['。', '；', ';']).next()?.contains("有一");
        let (count, end) = match next {
            _ if one => (Decimal::ONE, end),
            Some(next) => (next.quantity.value, next.range.end),
            None => return None,
        };
        let part = count.checked_div(base.quantity.value)?;
        Some((part, base.range.start..end))
    })
}

fn leading_digits(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    text[..end].trim_start_matches('0')
}

fn runs_of_digits(text: &str) -> impl Iterator<Item = &str> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit());
    runs.map(|run| run.trim_start_matches('0')).filter(|run| !run.is_empty())
}

/// Whether the other side says the number without a numeral: 双方, both, a decade.
fn is_implied(number: &Number, other: &Passage) -> bool {
    let quantity = &number.quantity;
    let may_be = is_weak(quantity) || is_time(quantity) || quantity.kind == Kind::Fraction;
    if !may_be {
        return is_all(quantity, other);
    }
    let value = quantity.value.abs().normalize().to_string();
    let years = quantity.unit.is_some_and(|unit| unit.id() == "year");
    let in_decades = years && (quantity.value % Decimal::TEN).is_zero();
    IMPLIED
        .iter()
        .filter(|implied| implied.value == value || (in_decades && implied.value == "10"))
        .any(|implied| {
            let mut words = implied.words(other.lang).iter();
            match quantity.kind {
                Kind::Multiple => words.any(|word| stands_apart(other, word)),
                _ => words.any(|word| contains(other, word)),
            }
        })
}

/// 100% and “all”, 50% and half.
fn is_all(quantity: &Quantity, other: &Passage) -> bool {
    let words = |value: &str| {
        let implied = IMPLIED.iter().find(|implied| implied.value == value);
        implied.map_or(&[][..], |implied| implied.words(other.lang))
    };
    let said = |value: &str| words(value).iter().any(|word| contains(other, word));
    quantity.kind == Kind::Percent
        && (quantity.value == Decimal::ONE_HUNDRED && said("100")
            || quantity.value == Decimal::from(50) && said("0.5"))
}

/// Whether a text holds a word outside its numbers: what stands in one says that number and no other.
pub(super) fn stands_apart(passage: &Passage, word: &str) -> bool {
    let said = passage.numbers.iter().filter(|number| !number.is_silent);
    let inside = |at: usize| said.clone().any(|number| number.range.contains(&at));
    places(&passage.text, word, passage.lang).iter().any(|at| !inside(*at))
}

/// Whether a text holds a word; an English word has to begin there.
pub(super) fn contains(passage: &Passage, word: &str) -> bool {
    holds(&passage.text, word, passage.lang)
}

/// The same for any text.
pub(super) fn holds(text: &str, word: &str, lang: Lang) -> bool {
    match lang {
        Lang::Zh => text.contains(word),
        Lang::En => !places(text, word, lang).is_empty(),
    }
}

/// Where a word stands in a text; an English word has to begin there.
pub(super) fn places(text: &str, word: &str, lang: Lang) -> Vec<usize> {
    let lower = match lang {
        Lang::Zh => Cow::Borrowed(text),
        Lang::En => Cow::Owned(text.to_ascii_lowercase()),
    };
    let begins = |at: &usize| {
        let before = lower[..*at].chars().next_back();
        lang == Lang::Zh
            || !word.starts_with(char::is_alphabetic)
            || before.is_none_or(|letter| !letter.is_alphabetic())
    };
    lower.match_indices(word).map(|(at, _)| at).filter(begins).collect()
}
