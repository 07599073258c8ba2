//! Numbers that one language says in another way: each, 七旬, “70 minutes” for 1小时10分.

use rust_decimal::Decimal;

use super::excuse::{NUMERALS_ZH, contains};
use super::grade::{Grade, by_value};
use super::reach::{Reach, reach};
use crate::check::prose::{Number, Passage, last_letters};
use crate::lang::Lang;
use crate::quantity::{self, Kind, Quantity, Unit};

/// So many numbers of a passage are tried out with each other.
const MOST_READ: usize = 40;

/// Whether the other side says a number in its own way, whichever of the two is the translation.
pub(super) fn is_said(number: &Number, own: &Passage, other: &Passage) -> bool {
    is_unit_explained(number, own)
        || is_each(&number.quantity, other)
        || is_decade_of_life(&number.quantity, other)
        || is_years(&number.quantity, other)
        || is_next_of(&number.quantity, other)
        || is_length_in_parts(number, own, other)
        || is_difference(number, own, other)
        || is_same_period(number, own, other)
        || is_lead(number, own)
}

/// 61比70落后9分: what a score says already.
fn is_lead(number: &Number, own: &Passage) -> bool {
    let place = own.numbers.iter().position(|it| it.range == number.range);
    let score = place.and_then(|place| own.numbers.get(place.checked_sub(2)?..place));
    let Some([one, other]) = score else { return false };
    let between = own.text.get(one.range.end..other.range.start).unwrap_or_default();
    let behind = own.text.get(other.range.end..number.range.start).unwrap_or_default();
    ["比", "-", "–", ":"].contains(&between)
        && ["落后", "领先"].contains(&behind)
        && one.quantity.value.checked_sub(other.quantity.value).map(|it| it.abs())
            == Some(number.quantity.value)
}

/// “the same three months of last year” and 去年同期.
fn is_same_period(number: &Number, own: &Passage, other: &Passage) -> bool {
    let head = &own.text[..number.range.start];
    own.lang == Lang::En
        && number.quantity.unit.is_some_and(Unit::is_time)
        && head.trim_end().ends_with("same")
        && other.text.contains("同期")
}

/// “per jin (500 grams)”: what a measure of the other country holds.
fn is_unit_explained(number: &Number, own: &Passage) -> bool {
    let head = own.text.get(..number.range.start).unwrap_or_default().trim_end();
    let Some(head) = head.strip_suffix(['(', '（']).map(str::trim_end) else { return false };
    // A g is no unit by itself: 5G.
    let is_gram = own.text[number.range.end..].trim_start().starts_with("g)");
    let unit = Unit::from_id("gram").filter(|_| is_gram).or(number.quantity.unit);
    let held = Quantity { unit, ..number.quantity.clone() };
    let explains = |word: &str| {
        let one = quantity::parse(&format!("1{word}"), own.lang);
        one.is_ok_and(|one| by_value(&one, &held) == Grade::Converted)
    };
    match own.lang {
        Lang::En => {
            head.rsplit([' ', '-']).next().is_some_and(|word| explains(&format!(" {word}")))
        }
        Lang::Zh => (1..=3).any(|letters| explains(last_letters(head, letters))),
    }
}

/// 每投入1美元 and “every dollar”.
fn is_each(quantity: &Quantity, other: &Passage) -> bool {
    let Some(unit) = quantity.unit.filter(|_| quantity.value == Decimal::ONE) else { return false };
    let is_money = unit.is_money();
    let mut words = unit.words(Lang::En).iter().filter(|word| word.is_ascii());
    other.lang == Lang::En
        && words.any(|unit| {
            let each = ["every", "each", "per", "a", "one"];
            // 1美元由157.9日元跌到156.4日元: “the dollar fell”.
            let the = Some("the").filter(|_| is_money);
            let mut each = each.into_iter().chain(the);
            each.any(|each| contains(other, &format!("{each} {unit}")))
        })
}

/// 年近七旬 and “nearly 70”.
fn is_decade_of_life(quantity: &Quantity, other: &Passage) -> bool {
    let decade: Option<usize> = (quantity.value / Decimal::TEN).try_into().ok();
    let is_whole = (quantity.value % Decimal::TEN).is_zero();
    let words = decade.and_then(|decade| NUMERALS_ZH.get(decade)).filter(|_| is_whole);
    other.lang == Lang::Zh
        && words.is_some_and(|words| words.iter().any(|it| contains(other, &format!("{it}旬"))))
}

/// 二十四载 and “24 years”.
fn is_years(quantity: &Quantity, other: &Passage) -> bool {
    let is_year = quantity.unit.is_some_and(|unit| unit.id() == "year");
    is_year && other.lang == Lang::Zh && {
        let places = other.text.match_indices('载').take(MOST_READ);
        let ends = places.map(|(at, _)| last_letters(&other.text[..at], 4));
        let mut counts = ends.flat_map(|head| (1..=4).map(move |many| last_letters(head, many)));
        counts.any(|count| {
            let years = quantity::parse(&format!("{count}年"), Lang::Zh);
            years.is_ok_and(|years| years.value == quantity.value)
        })
    }
}

/// 第一个10亿 and “the first billion”.
fn is_next_of(quantity: &Quantity, other: &Passage) -> bool {
    const SCALES: [(i32, &str); 3] = [(6, "million"), (9, "billion"), (12, "trillion")];
    let exponent = quantity::exponent_of_ten(quantity.value);
    let scale = SCALES.iter().find(|(scale, _)| exponent == Some(*scale));
    other.lang == Lang::En
        && scale.is_some_and(|(_, word)| {
            let ranks = ["first", "second", "third", "next", "last", "another"];
            ranks.iter().any(|rank| contains(other, &format!("{rank} {word}")))
        })
}

/// Whether “one” stands before a number as in “one new car in five”, with what is counted in between.
pub(super) fn is_one_in(passage: &Passage, number: &Number) -> bool {
    const FAR: usize = 36;
    let near = last_letters(&passage.text[..number.range.start], FAR).to_ascii_lowercase();
    let Some(head) = near.strip_suffix(" in ") else { return false };
    let mut words = head.rsplit(' ').take(4);
    number.quantity.unit.is_none() && words.any(|word| word == "one") && !head.ends_with("one")
}

/// 1小时10分 and “70 minutes”: a length of time in two parts or in one.
fn is_length_in_parts(number: &Number, own: &Passage, other: &Passage) -> bool {
    let whole = in_seconds(&number.quantity);
    let is_part = || {
        lengths_in_parts(own).any(|(numbers, total)| {
            let mut wholes = other.numbers.iter().filter_map(|number| in_seconds(&number.quantity));
            numbers.iter().any(|part| part.range == number.range)
                && wholes.any(|whole| whole == total)
        })
    };
    whole.is_some() && (lengths_in_parts(other).any(|(_, total)| Some(total) == whole) || is_part())
}

/// Neighbouring numbers that tell one length of time, and their sum in seconds.
fn lengths_in_parts(passage: &Passage) -> impl Iterator<Item = (&[Number], Decimal)> {
    passage.numbers.windows(2).filter_map(|pair| {
        let between = passage.text.get(pair[0].range.end..pair[1].range.start)?.trim();
        let [large, small] = [&pair[0], &pair[1]].map(|number| in_seconds(&number.quantity));
        let total = large?.checked_add(small?)?;
        (["", "and", "零", "又"].contains(&between) && large > small).then_some((pair, total))
    })
}

fn in_seconds(quantity: &Quantity) -> Option<Decimal> {
    let seconds = match quantity.unit?.id() {
        "second" => 1,
        "minute" => 60,
        "hour" => 3600,
        _ => return None,
    };
    quantity.value.checked_mul(Decimal::from(seconds))
}

/// From 3% to 1%, which is “by two percentage points to 1%”: one side has the two ends, and the other
/// one end and the distance.
fn is_difference(number: &Number, own: &Passage, other: &Passage) -> bool {
    let quantity = &number.quantity;
    let kinds = match quantity.kind {
        Kind::PercentagePoint => [Kind::Percent; 2],
        Kind::Percent => [Kind::Percent, Kind::PercentagePoint],
        Kind::Quantity if quantity.unit.is_some() => [Kind::Quantity; 2],
        _ => return false,
    };
    if other.numbers.len() > MOST_READ {
        return false;
    }
    let is_like = |it: &Quantity, kind: Kind| {
        it.kind == kind
            && (kind != Kind::Quantity
                || it.unit.zip(quantity.unit).is_some_and(|(one, wanted)| one.same_as(wanted)))
    };
    let values = |kind: Kind| {
        let numbers = other.numbers.iter().enumerate();
        numbers.filter(move |(_, number)| is_like(&number.quantity, kind))
    };
    let changes = |passage: &Passage, index: usize| {
        passage.numbers[index].quantity.kind == Kind::PercentagePoint
            || reach(passage, index) == Some(Reach::Change)
    };
    let is_new = |value: Decimal, kind: Kind| {
        let mut like = own.numbers.iter().map(|number| &number.quantity);
        !like.any(|it| is_like(it, kind) && it.value == value)
    };
    let apart = |one: Decimal, another: Decimal| one.checked_sub(another).map(|it| it.abs());
    let place = own.numbers.iter().position(|it| it.range == number.range);
    let is_distance = quantity.kind != Kind::Percent
        && place.is_some_and(|place| changes(own, place))
        && values(kinds[0]).any(|(_, one)| {
            let (mut others, one) = (values(kinds[0]), one.quantity.value);
            others.any(|(_, it)| apart(one, it.quantity.value) == Some(quantity.value))
        });
    let is_end = quantity.kind != Kind::PercentagePoint
        && values(kinds[1])
            .filter(|(index, it)| changes(other, *index) && is_new(it.quantity.value, kinds[1]))
            .any(|(_, distance)| {
                values(kinds[0]).any(|(_, one)| {
                    apart(quantity.value, one.quantity.value) == Some(distance.quantity.value)
                })
            });
    is_distance || is_end
}

/// 7000亿元、8000亿元、9000亿元三个台阶: a count of what was just listed.
pub(super) fn counts_a_list(number: &Number, own: &Passage) -> bool {
    let head = &own.text[..number.range.start];
    let clause = head.rsplit(['，', '。', '；', ',', ';']).next().unwrap_or_default();
    let listed = clause.matches('、').count() + 1;
    let has_digits = own.words(number).bytes().any(|byte| byte.is_ascii_digit());
    own.lang == Lang::Zh
        && !has_digits
        && number.quantity.unit.is_none_or(|unit| unit.is_counter())
        && listed > 1
        && number.quantity.value == Decimal::from(listed)
}
