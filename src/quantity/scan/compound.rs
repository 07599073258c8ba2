//! Numbers that go on behind their unit: 两个半小时, 两倍半, 3元5角, 3个亿, an hour and a half.

use rust_decimal::Decimal;

use super::after;
use super::han;
use super::judge::Number;
use super::reading::{Shape, Style};
use super::words::is_boundary;
use super::{Data, Printing, Scanner};
use crate::lang::Lang;
use crate::quantity::Kind;
use crate::quantity::decimal::shifted;
use crate::quantity::lexicon::gaps::gap_after;
use crate::quantity::lexicon::names::Mark;
use crate::quantity::lexicon::{After, Lexicon};
use crate::quantity::unit::{Dimension, Unit};

/// What is bought by the dozen: elsewhere 打 is a verb, as in 三打白骨精.
const DOZENS: [&str; 12] = [
    "鸡蛋", "啤酒", "铅笔", "玫瑰", "毛巾", "袜子", "生蚝", "可乐", "饮料", "汽水", "手套", "口罩",
];

/// The longest way from an article to the end of `hour and a half`.
const NEAR: usize = 40;

/// Adds to a number what its words add behind its unit.
pub(super) fn go_on(scanner: &Scanner<'_>, number: &mut Number) {
    let text = scanner.text;
    match scanner.lexicon.lang {
        Lang::En => add_english_half(text, number),
        Lang::Zh => {
            add_half(text, number);
            add_change(text, number);
            hundred_millions(scanner, number);
            dozens(text, number);
            minutes(text, number);
            hundredths(text, number);
        }
    }
}

impl Number {
    /// Becomes another value, printed to this place, with a unit that ends here.
    fn turn_into(&mut self, value: Decimal, precision: i32, end: usize, unit: Unit) {
        self.value = value;
        self.reading.precision = precision;
        self.reading.shape = Shape::Whole;
        self.after = Some((end, After::Unit(unit)));
    }

    fn add_half_of(&mut self, end: usize, unit: Option<Unit>) {
        if let (Some(unit), Some(value)) = (unit, self.value.checked_add(Decimal::new(5, 1))) {
            self.turn_into(value, -1, end, unit);
        }
    }

    /// Whether it is whole and has no scale: half of its unit is not half of a million.
    fn is_plain(&self) -> bool {
        self.value.scale() == 0 && self.reading.scale == 0
    }
}

/// 两个半小时, 三年半, 5岁半 and 两倍半 are half a unit more.
fn add_half(text: &str, number: &mut Number) {
    let Some((end, after)) = number.after else { return };
    if !text[end..].starts_with('半') || !number.is_plain() {
        return;
    }
    let half = end + "半".len();
    let counter = matches!(after, After::Unit(unit) if unit.is_counter());
    let (end, unit) = match after {
        After::Mark(Mark::Year) => (half, Unit::from_id("year")),
        After::Unit(unit)
            if [Dimension::Time, Dimension::Times, Dimension::Age].contains(&unit.dimension()) =>
        {
            (half, Some(unit))
        }
        _ if counter && text[half..].starts_with("小时") => {
            (half + "小时".len(), Unit::from_id("hour"))
        }
        _ if counter && text[half..].starts_with('月') => {
            (half + "月".len(), Unit::from_id("month"))
        }
        _ => return,
    };
    number.add_half_of(end, unit);
}

/// `two hours and a half`, and `an hour and a half`.
fn add_english_half(text: &str, number: &mut Number) {
    let Some((end, unit)) = number.unit().filter(|(_, unit)| is_measure(*unit)) else { return };
    if let Some(end) = and_a_half(text, end).filter(|_| number.is_plain()) {
        number.add_half_of(end, Some(unit));
    }
}

/// Whether there are halves of a unit: of hours, not of people.
fn is_measure(unit: Unit) -> bool {
    let whole = [Dimension::Person, Dimension::Household, Dimension::PersonTime, Dimension::Share];
    !unit.is_counter() && !whole.contains(&unit.dimension())
}

/// Where `and a half` ends, if it stands at `at`.
fn and_a_half(text: &str, at: usize) -> Option<usize> {
    ["and", "a", "half"].iter().try_fold(at, |at, word| {
        let gap = gap_after(text.as_bytes(), at);
        let end = at + gap + word.len();
        let found = text.get(at + gap..end).filter(|found| found.eq_ignore_ascii_case(word));
        (gap > 0 && found.is_some() && is_boundary(text, end)).then_some(end)
    })
}

/// Whether a unit and `and a half` follow an article: `an hour and a half`.
pub(super) fn is_one_and_a_half(text: &str, article: usize, lexicon: &Lexicon) -> bool {
    let bytes = text.as_bytes();
    let near = &bytes[article..bytes.len().min(article + NEAR)];
    memchr::memmem::find(near, b"half").is_some()
        && after::unit(text, article, lexicon)
            .filter(|(_, unit)| is_measure(*unit))
            .is_some_and(|(end, _)| and_a_half(text, end).is_some())
}

/// 3元5角, 三元零五分, 五毛 and 5分钱 are yuan.
fn add_change(text: &str, number: &mut Number) {
    let clear = number.is_plain() && !matches!(number.reading.shape, Shape::Vague | Shape::Bare);
    let Some(yuan) = Unit::from_id("yuan").filter(|_| clear) else { return };
    // 3块5毛: 块 is a counter too.
    let whole = number.unit().filter(|(end, unit)| {
        let written = &text[..*end];
        unit.id() == "yuan" && written.ends_with(['元', '圆'])
            || unit.is_counter() && written.ends_with('块')
    });
    let (sum, places, end) = match whole {
        Some((end, _)) => match change(text, end) {
            Some((more, places, end)) => (number.value.checked_add(more), places, end),
            None => return,
        },
        None => match loose_change(text, number) {
            Some((value, places, end)) => (Some(value), places, end),
            None => return,
        },
    };
    if let Some(value) = sum {
        number.turn_into(value, -places, end, yuan);
    }
}

/// 5角2分 behind whole yuan: its value, its decimal places, where it ends.
fn change(text: &str, at: usize) -> Option<(Decimal, i32, usize)> {
    let tenths = coins(text, at, &['角', '毛'], 1);
    let from = tenths.map_or(at, |(_, end)| end);
    match (tenths, coins(text, from, &['分'], 2)) {
        (Some((tenths, _)), Some((more, end))) => Some((tenths.checked_add(more)?, 2, end)),
        (None, Some((more, end))) => Some((more, 2, end)),
        (Some((tenths, end)), None) => Some((tenths, 1, end)),
        (None, None) => None,
    }
}

/// A digit and the word for a coin worth so many decimal places.
fn coins(text: &str, at: usize, words: &[char], places: i32) -> Option<(Decimal, usize)> {
    let count =
        han::read_short(text, at).filter(|count| count.integer().is_some_and(|it| it < 10))?;
    let word = text[count.end..].chars().next().filter(|word| words.contains(word))?;
    // 1元3分钟, 5角星
    let next = text[count.end + word.len_utf8()..].chars().next();
    if next.is_some_and(|next| "钟鐘之米度形星利".contains(next)) {
        return None;
    }
    Some((shifted(count.value?, -places)?, count.end + word.len_utf8()))
}

/// 五毛, 5角, 5分钱: coins without yuan. 八角 is a spice, 三毛 a writer, 5分 are points.
fn loose_change(text: &str, number: &Number) -> Option<(Decimal, i32, usize)> {
    let coin = text[number.end()..].chars().next()?;
    let end = number.end() + coin.len_utf8();
    let places = match coin {
        '角' | '毛' => 1,
        '分' => 2,
        _ => return None,
    };
    let value = shifted(number.value, -places).filter(|value| *value < Decimal::TEN)?;
    if text[end..].starts_with(['钱', '錢']) {
        return Some((value, places, end + "钱".len()));
    }
    if let Some((more, end)) = coins(text, end, &['分'], 2).filter(|_| coin != '分') {
        return Some((value.checked_add(more)?, 2, end));
    }
    let digits = number.reading.style == Style::Digits;
    // 每千瓦时下调一角, but 一角 of a lake.
    let changes = ["降", "涨", "调", "减", "加", "贵", "宜", "收", "补"];
    let is_price = changes.iter().any(|word| text[..number.start].ends_with(word));
    let named = !digits
        && !is_price
        && (coin == '角' || ["一毛", "二毛", "三毛"].contains(&&text[number.start..end]));
    let next = text[end..].chars().next();
    let ends = next.is_none_or(|next| !next.is_alphanumeric() || "每一".contains(next));
    (coin != '分' && ends && !named).then_some((value, places, end))
}

/// 3个亿 is 300 million; 10个亿元项目 are ten projects.
fn hundred_millions(scanner: &Scanner<'_>, number: &mut Number) {
    let (text, scale) = (scanner.text, 8);
    let Some((end, _)) = number.unit().filter(|(_, unit)| unit.is_counter()) else { return };
    if !text[..end].ends_with('个') || number.reading.scale > 0 {
        return;
    }
    let Some(end) = after_hundred_million(text, end) else { return };
    if let Some(value) = shifted(number.value, scale) {
        number.value = value;
        number.reading.end = end;
        number.reading.scale = scale;
        number.reading.precision += scale;
        number.reading.shape = Shape::Whole;
        number.after = after::word(text, end, scanner.lexicon);
    }
}

/// Where 亿 ends, if it stands at `at` and is not the beginning of what is counted.
fn after_hundred_million(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix(['亿', '億'])?;
    (!rest.starts_with(['元', '级', '級', '万', '吨', '户', '家', '人', '亩']))
        .then_some(text.len() - rest.len())
}

/// 半个亿, 半亿元: half of a hundred million.
pub(super) fn bare_hundred_million(scanner: &mut Scanner<'_>, at: usize) -> Option<usize> {
    let text = scanner.text;
    if scanner.lexicon.lang != Lang::Zh || text[..at].ends_with(['大', '多', '小', '一']) {
        return None;
    }
    let rest = &text[at..];
    let word =
        ["半个亿", "半個億", "半亿", "半億"].into_iter().find(|word| rest.starts_with(word))?;
    let number = at + word.len();
    if text[number..].starts_with(['级', '級']) {
        return None;
    }
    let found = after::unit(text, number, scanner.lexicon);
    let (end, unit) = found.map_or((number, None), |(end, unit)| (end, Some(unit)));
    let data = Data {
        start: at,
        end,
        value: Decimal::from(50_000_000),
        reading: Printing { precision: 7, scale: 8, hedge: None },
        unit,
        kind: unit.map_or(Kind::Quantity, Unit::kind),
    };
    Some(scanner.push_data(data))
}

/// 2小时15分, 15分30秒: between hours and seconds 分 are minutes, elsewhere points.
fn minutes(text: &str, number: &mut Number) {
    let Some((end, unit)) = number.unit().filter(|(end, _)| text[..*end].ends_with('分')) else {
        return;
    };
    let after_hours =
        ["小时", "小時", "钟头", "鐘頭"].iter().any(|word| text[..number.start].ends_with(word));
    let before_seconds =
        || han::read_short(text, end).is_some_and(|it| text[it.end..].starts_with('秒'));
    if unit.is_counter() && (after_hours || before_seconds()) {
        number.after = Unit::from_id("minute").map(|unit| (end, After::Unit(unit)));
    }
}

/// 46秒40 are 46.40 seconds, 43秒8 are 43.8.
fn hundredths(text: &str, number: &mut Number) {
    let Some((end, unit)) = number.unit().filter(|(_, unit)| unit.id() == "second") else { return };
    let digits = text.as_bytes()[end..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let counted = han::read_short(text, end)
        .is_some_and(|it| text[it.end..].starts_with(['个', '名', '人', '次', '秒', '分']));
    let is_plain = number.value.scale() == 0 && (1..=2).contains(&digits) && !counted;
    let more = text[end..end + digits].parse().ok().filter(|_| is_plain);
    let places = u32::try_from(digits).unwrap_or_default();
    let sum = more.and_then(|it| number.value.checked_add(Decimal::new(it, places)));
    if let Some(value) = sum {
        number.turn_into(value, -i32::try_from(places).unwrap_or_default(), end + digits, unit);
    }
}

/// 一打鸡蛋 are twelve.
fn dozens(text: &str, number: &mut Number) {
    let rest = &text[number.end()..];
    let dozen =
        rest.strip_prefix('打').is_some_and(|rest| DOZENS.iter().any(|it| rest.starts_with(it)));
    if let Some(value) = number.value.checked_mul(Decimal::from(12)).filter(|_| dozen) {
        number.value = value;
        number.reading.end += "打".len();
        number.reading.shape = Shape::Whole;
        number.after = None;
    }
}
