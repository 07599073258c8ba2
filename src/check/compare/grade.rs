//! How well one number renders another: its value, its unit and its direction.

use rust_decimal::Decimal;

use super::multiple;
use crate::check::precision::step;
use crate::check::prose::{Number, Passage};
use crate::lang::Lang;
use crate::quantity::{Kind, Quantity, Relation, Trend, Unit, direction, relate};

/// How well a number renders another, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// The same value of the same thing, whatever the hedge.
    Same,
    /// The same value of a change in the other direction.
    Turned,
    /// Rounded, and the words say so.
    Rounded,
    /// The same in another unit.
    Converted,
    /// Off by this power of ten.
    Scaled(Decimal),
    /// The same value of something else.
    Unit,
    /// Anything else.
    Different,
}

impl Grade {
    /// Whether the value is the very same.
    pub(super) fn is_exact(self) -> bool {
        matches!(self, Grade::Same | Grade::Turned | Grade::Converted)
    }
}

/// A number with what the words of its passage say of it.
pub(super) struct Said<'p> {
    pub(super) number: &'p Number,
    pub(super) lang: Lang,
    /// Its words.
    words: &'p str,
    /// The text before it and after it.
    pub(super) around: (&'p str, &'p str),
    /// The direction that the words beside it give.
    way: Option<Trend>,
}

impl<'p> Said<'p> {
    pub(super) fn new(passage: &'p Passage, number: &'p Number) -> Self {
        let text = passage.text.as_str();
        let range = &number.range;
        let way = direction(text, range, &number.quantity, passage.lang);
        let before = text.get(..range.start).unwrap_or_default();
        let after = text.get(range.end..).unwrap_or_default();
        Said {
            number,
            lang: passage.lang,
            words: passage.words(number),
            around: (before, after),
            way: way.filter(|_| !number.is_silent),
        }
    }

    /// What the number may mean: “120m” in English are metres, or millions of what follows, pounds are
    /// money or a weight, and 度 in Chinese degrees or kilowatt-hours.
    fn readings(&self) -> Vec<Quantity> {
        const MILLION: i32 = 6;
        let quantity = &self.number.quantity;
        let mut readings = vec![quantity.clone()];
        let is_metre = quantity.unit.is_some_and(|unit| unit.id() == "metre");
        let mut letters = self.words.chars().rev();
        let is_letter = letters.next() == Some('m')
            && letters.next().is_some_and(|letter| letter.is_ascii_digit());
        if self.lang == Lang::En
            && is_metre
            && is_letter
            && let Some(value) = quantity.value.checked_mul(step(MILLION))
        {
            let precision = quantity.precision + MILLION;
            let scale = MILLION;
            readings.push(Quantity { value, unit: None, precision, scale, ..quantity.clone() });
        }
        let other = match (self.lang, quantity.unit.map(Unit::id)) {
            (Lang::Zh, Some("degree")) => Unit::from_id("kilowatt-hour"),
            (Lang::En, Some("pound-sterling")) if self.words.ends_with("pounds") => {
                Unit::from_id("pound-mass")
            }
            (Lang::En, Some("us-dollar"))
                if self.words.ends_with(" cents") && self.says(&["HK", "Hong Kong"]) =>
            {
                Unit::from_id("hong-kong-dollar")
            }
            _ => None,
        };
        readings.extend(other.map(|unit| Quantity { unit: Some(unit), ..quantity.clone() }));
        readings
    }

    /// Whether one of some words stands around it.
    fn says(&self, words: &[&str]) -> bool {
        let (before, after) = self.around;
        words.iter().any(|word| before.contains(word) || after.contains(word))
    }

    /// Whether it rises or falls: as the words say, or as its sign does.
    pub(super) fn trend(&self) -> Option<Trend> {
        let negative = self.number.quantity.value.is_sign_negative();
        match self.way {
            Some(Trend::Rise) | None if negative => Some(Trend::Fall),
            way => way,
        }
    }
}

/// How well one number renders another.
pub(super) fn grade(original: &Said<'_>, translation: &Said<'_>) -> Grade {
    let figure = original.number.figure;
    let grade = if figure.is_some() && figure == translation.number.figure {
        Grade::Same
    } else {
        rendering(original, translation)
    };
    if is_turned(original, translation, grade) { Grade::Turned } else { grade }
}

/// Whether the two give the same value opposite directions. A record that is improved by two seconds
/// is cut by them.
fn is_turned(original: &Said<'_>, translation: &Said<'_>, grade: Grade) -> bool {
    let (one, other) = (&original.number.quantity, &translation.number.quantity);
    let is_time = one.unit.is_some_and(|unit| ["second", "minute"].contains(&unit.id()));
    if is_time && [original, translation].iter().all(|side| side.says(&["纪录", "record"])) {
        return false;
    }
    if one.value.is_sign_negative() == other.value.is_sign_negative() {
        let renders = matches!(grade, Grade::Same | Grade::Rounded | Grade::Converted);
        return renders && is_opposed(original.way, translation.way);
    }
    let is_change = matches!(one.kind, Kind::Percent | Kind::PercentagePoint);
    is_change
        && one.kind == other.kind
        && one.value == -other.value
        && is_opposed(original.trend(), translation.trend())
}

fn is_opposed(one: Option<Trend>, other: Option<Trend>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

/// How well the value and the unit of one number render those of another.
fn rendering(original: &Said<'_>, translation: &Said<'_>) -> Grade {
    if let Some(grade) = multiple::grade(original, translation) {
        return grade;
    }
    type Rule = fn(&Said<'_>, &Said<'_>) -> bool;
    let is_one = |rule: Rule| rule(original, translation) || rule(translation, original);
    let same: [Rule; 7] =
        [is_per_thousand, is_part_of_many, is_beyond, is_index, is_structure, is_cents, is_yen];
    if same.into_iter().any(is_one) {
        return Grade::Same;
    }
    if is_one(is_counted_measure) {
        return Grade::Unit;
    }
    let (ours, theirs) = (original.readings(), translation.readings());
    let pairs = ours.iter().flat_map(|one| theirs.iter().map(move |other| by_value(one, other)));
    pairs.min().unwrap_or(Grade::Different)
}

/// 每千人口3.2人 and “3.2 per thousand people”, 62‰ and “62 deaths per 1,000”.
fn is_per_thousand(one: &Said<'_>, other: &Said<'_>) -> bool {
    let (here, there) = (&one.number.quantity, &other.number.quantity);
    let is_share = there.unit.is_some_and(|unit| unit.id() == "per-mille");
    if !is_share || here.value != there.value || here.kind == Kind::Percent {
        return false;
    }
    let (before, behind) = one.around;
    match one.lang {
        Lang::Zh => {
            let clause = before.rsplit(['，', '。', '；', '、']).next();
            clause.is_some_and(|clause| clause.contains("每千"))
        }
        Lang::En => ["per 1,000", "every 1,000", "per thousand"].iter().any(|words| {
            before.rsplit(". ").next().is_some_and(|it| it.contains(words))
                || behind.split(". ").next().is_some_and(|it| it.contains(words))
        }),
    }
}

/// 百万分之421 and “421 parts per million”.
fn is_part_of_many(one: &Said<'_>, other: &Said<'_>) -> bool {
    const WHOLES: [(&str, i32); 4] =
        [("parts per million", 6), ("ppm", 6), ("parts per billion", 9), ("ppb", 9)];
    if one.number.quantity.kind != Kind::Fraction || other.number.quantity.unit.is_some() {
        return false;
    }
    let behind = other.around.1.trim_start();
    let whole = WHOLES.iter().find(|(words, _)| behind.starts_with(words));
    whole.is_some_and(|(_, exponent)| {
        let parts = one.number.quantity.value.checked_mul(step(*exponent));
        parts == Some(other.number.quantity.value)
    })
}

/// 完成目标的116.6% and “exceeded its target by 16.6 percent”.
fn is_beyond(one: &Said<'_>, other: &Said<'_>) -> bool {
    let (here, there) = (&one.number.quantity, &other.number.quantity);
    if here.kind != Kind::Percent
        || there.kind != Kind::Percent
        || here.value.checked_sub(Decimal::ONE_HUNDRED) != Some(there.value)
    {
        return false;
    }
    let (before, behind) = other.around;
    let clause = before.rsplit(['，', '。', '；', ',', ';']).next().unwrap_or_default();
    match other.lang {
        Lang::Zh => clause.contains("超额") || clause.contains("超出"),
        Lang::En => {
            let exceeds = ["exceed", "beat", "surpass", "overshot"];
            let compared = [" above", " over", " ahead of", " more than"];
            clause.trim_end().ends_with(" by") && exceeds.iter().any(|it| clause.contains(it))
                || compared.iter().any(|it| behind.starts_with(it))
        }
    }
}

/// An index is a percentage to some, and a bare number to others: PMI 50.2%.
fn is_index(one: &Said<'_>, other: &Said<'_>) -> bool {
    const INDEX: [&str; 3] = ["指数", "PMI", "index"];
    let (here, there) = (&one.number.quantity, &other.number.quantity);
    here.kind == Kind::Percent
        && there.kind == Kind::Quantity
        && there.unit.is_none()
        && here.value == there.value
        && here.precision == there.precision
        && one.says(&INDEX)
        && other.says(&INDEX)
}

/// 三次产业结构为7.1∶43.8∶49.1, of which each is a percentage.
fn is_structure(one: &Said<'_>, other: &Said<'_>) -> bool {
    let (here, there) = (&one.number.quantity, &other.number.quantity);
    let (before, behind) = one.around;
    one.lang == Lang::Zh
        && here.kind == Kind::Quantity
        && here.unit.is_none()
        && (there.kind == Kind::Percent || there.unit.is_none())
        && here.value == there.value
        && (before.ends_with(RATIO) || behind.starts_with(RATIO))
        && before.contains("结构")
}

/// What stands between the parts of a ratio.
pub(super) const RATIO: [char; 3] = ['∶', ':', '：'];

/// “89 cents of every dollar on programs, eight on administration”: eight cents.
fn is_cents(one: &Said<'_>, other: &Said<'_>) -> bool {
    let (here, there) = (&one.number.quantity, &other.number.quantity);
    one.lang == Lang::En
        && here.kind == Kind::Quantity
        && here.unit.is_none()
        && ["美分", "便士", "欧分"].iter().any(|word| other.words.ends_with(word))
        && here.value.checked_div(Decimal::ONE_HUNDRED) == Some(there.value)
        && [" cents", " pence"].iter().any(|word| one.around.0.contains(word))
}

/// ¥ is the sign of the yen as well.
fn is_yen(one: &Said<'_>, other: &Said<'_>) -> bool {
    let (here, there) = (&one.number.quantity, &other.number.quantity);
    one.lang == Lang::En
        && one.words.starts_with(['¥', '￥'])
        && here.value == there.value
        && there.unit.is_some_and(|unit| unit.id() == "yen")
}

/// The same for two quantities, whatever stands around them.
pub(super) fn by_value(one: &Quantity, other: &Quantity) -> Grade {
    if is_other_measure(one, other) {
        return if is_tolerable(one.unit, other.unit) { Grade::Same } else { Grade::Unit };
    }
    match relate(one, other) {
        Relation::Same | Relation::TrendDiffers => Grade::Same,
        Relation::HedgeDiffers { .. } if one.value == other.value => Grade::Same,
        Relation::HedgeDiffers { .. } | Relation::Converted => converted(one, other),
        Relation::Rounded if is_close(one, other, slack(one)) => Grade::Rounded,
        Relation::Rounded => Grade::Different,
        Relation::Scaled { ratio } => Grade::Scaled(ratio),
        Relation::UnitDiffers if is_tolerable(one.unit, other.unit) => Grade::Same,
        Relation::UnitDiffers => Grade::Unit,
        Relation::Different => Grade::Different,
    }
}

/// How well a number renders another in another unit. The last printed digit may be rounded.
fn converted(one: &Quantity, other: &Quantity) -> Grade {
    if is_share(one) && is_share(other) {
        return if is_close(one, other, slack(one)) { Grade::Same } else { Grade::Different };
    }
    let (here, there) = in_one_unit(one, other);
    let distance = here.checked_sub(there).map_or(Decimal::MAX, |distance| distance.abs());
    let is_last_digit = distance <= step(other.precision) / Decimal::TWO;
    let is_right = is_close(one, other, Decimal::ONE_HUNDRED)
        || is_last_digit && is_close(one, other, slack(one));
    if is_right { Grade::Converted } else { Grade::Different }
}

/// So many things of a counter, and as much of a measure: 152个 is no length of 152 kilometres.
fn is_counted_measure(one: &Said<'_>, other: &Said<'_>) -> bool {
    const MEASURES: [&str; 13] = [
        "立方", "平方", "公里", "千米", "米", "吨", "克", "升", "公斤", "千克", "公顷", "千瓦",
        "兆瓦",
    ];
    let (here, there) = (&one.number.quantity, &other.number.quantity);
    let units = here.unit.zip(there.unit);
    // 个 may stand before a measure: 50个立方.
    let is_measured =
        one.words.ends_with('方') || MEASURES.iter().any(|word| one.around.1.starts_with(word));
    one.lang == Lang::Zh
        && here.value == there.value
        && units.is_some_and(|(one, other)| one.is_counter() && other.measures_matter())
        && !is_measured
}

/// The same digits of another measure, even where the two could be converted: 500 tonnes and 500
/// kilograms.
fn is_other_measure(one: &Quantity, other: &Quantity) -> bool {
    let measures = one.unit.zip(other.unit).filter(|(unit, wanted)| {
        !unit.same_as(*wanted) && !unit.is_counter() && !wanted.is_counter()
    });
    one.kind == other.kind && one.value == other.value && measures.is_some()
}

/// A value that was rounded by no more than one part in so many is still the same to a reader.
pub(super) const HARDLY_ROUNDED: Decimal = Decimal::from_parts(25, 0, 0, false, 0);

/// By what part of a value rounding or converting may move it: a fifth, of shares a tenth.
fn slack(one: &Quantity) -> Decimal {
    if is_share(one) { Decimal::TEN } else { Decimal::from(5) }
}

/// Whether two values, in one unit, are no more than one part in `slack` apart.
pub(super) fn is_close(one: &Quantity, other: &Quantity, slack: Decimal) -> bool {
    let (here, there) = in_one_unit(one, other);
    let (here, there) = (here.abs(), there.abs());
    let most = here.max(there);
    here.checked_sub(there).is_some_and(|distance| distance.abs() <= most / slack)
}

/// Two values in the unit of the second, or as they are.
fn in_one_unit(one: &Quantity, other: &Quantity) -> (Decimal, Decimal) {
    match (one.unit, other.unit) {
        _ if is_share(one) && is_share(other) => {
            let percent = |share: &Quantity| share.percent().unwrap_or(share.value);
            (percent(one), percent(other))
        }
        (Some(unit), Some(wanted)) => {
            (unit.convert(one.value, wanted).unwrap_or(one.value), other.value)
        }
        _ => (one.value, other.value),
    }
}

/// Whether a quantity is a part of a whole, in percent or as a fraction.
fn is_share(quantity: &Quantity) -> bool {
    matches!(quantity.kind, Kind::Percent | Kind::Fraction)
}

/// Units that translators use for each other without saying anything else.
const INTERCHANGEABLE: [(&str, &str); 8] = [
    ("person-time", "times"),
    ("item", "times"),
    ("person", "person-time"),
    ("year", "year-of-age"),
    ("day", "working-day"),
    ("household", "item"),
    ("degree", "degree-celsius"),
    ("tonne", "tonne-coal-equivalent"),
];

fn is_tolerable(one: Option<Unit>, other: Option<Unit>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    let (one, other) = (one.id(), other.id());
    INTERCHANGEABLE.iter().any(|pair| *pair == (one, other) || *pair == (other, one))
}

/// Whether a mistaken digit could make one of the other: the same kind of thing.
pub(super) fn is_alike(one: &Quantity, other: &Quantity) -> bool {
    let is_bare = |unit: Option<Unit>| unit.is_none_or(Unit::is_counter);
    let units_agree = match (one.unit, other.unit) {
        (Some(one), Some(other)) => one.same_as(other),
        _ => true,
    };
    let both_bare = is_bare(one.unit) && is_bare(other.unit);
    let kinds_agree = one.kind == other.kind || is_share(one) && is_share(other);
    kinds_agree && (units_agree || both_bare)
}
