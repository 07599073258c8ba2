//! The dates that a period names: 2022年1—9月, March 2022, 2012–22, 截至2022年底, “十四五”时期.

mod calendar;
mod date;
mod plan;

use std::ops::Range;

use rust_decimal::Decimal;

use calendar::year_of;
use date::unit;

/// A time that words name, in days counted from 1 March of the year 0 (proleptic Gregorian).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub start: i64,
    /// The day behind its last.
    pub end: i64,
    /// Whether two ends are named: 2012–2022. A year, a month or a day alone is one point in time.
    pub is_span: bool,
}

impl Period {
    /// Reads the words of either language; `None` where they name no date.
    pub fn parse(text: &str) -> Option<Period> {
        if let Some(days) = plan::days(text) {
            return Some(Period { start: days.start, end: days.end, is_span: true });
        }
        let text = normal(text);
        let (text, at_end) = without_end_words(plan::without_plan_words(&text));
        let days = unit(text).or_else(|| span(text))?;
        let is_span = unit(text).is_none();
        let point = at_end && !is_span;
        let start = if point { days.end - 1 } else { days.start };
        (start < days.end).then_some(Period { start, end: days.end, is_span })
    }

    /// The day in its middle, which may be half a day.
    pub fn middle(self) -> Decimal {
        let sum = Decimal::from(self.start).saturating_add(Decimal::from(self.end));
        sum.checked_div(Decimal::TWO).unwrap_or_default()
    }
}

impl Period {
    /// The year of its first day and that of its last.
    pub fn years(self) -> (i64, i64) {
        (year_of(self.start), year_of(self.end - 1))
    }
}

/// Words in front of and behind a date that mean its end.
const END_BEFORE: [&str; 10] = [
    "by the end of ",
    "at the end of ",
    "as of ",
    "end of ",
    "by ",
    "until ",
    "up to ",
    "截至",
    "截止到",
    "截止",
];
const END_BEHIND: [&str; 5] = ["年末", "年底", "月末", "月底", "止"];

/// What stands between the two ends of a span.
const BETWEEN: [&str; 10] = [" to ", " - ", "—", "–", "－", "~", "～", "至", "到", "-"];

/// Lower case, ordinary digits for full-width and Chinese ones, single spaces.
fn normal(text: &str) -> String {
    let digits = "〇一二三四五六七八九";
    let plain = text.chars().map(|letter| match letter {
        '０'..='９' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '零' => '0',
        '\u{a0}' | '\u{3000}' => ' ',
        _ => match digits.chars().position(|digit| digit == letter) {
            Some(value) => char::from_digit(u32::try_from(value).unwrap_or(0), 10).unwrap_or('0'),
            None => letter,
        },
    });
    let lower = plain.collect::<String>().to_lowercase();
    tens(&lower.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// 十月 and 十二月, whose other digits are ordinary ones by now.
fn tens(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let follows = letters.peek().is_some_and(char::is_ascii_digit);
        let precedes = plain.ends_with(|before: char| before.is_ascii_digit());
        match letter {
            '十' if precedes && follows => {}
            '十' if precedes => plain.push('0'),
            '十' if follows => plain.push('1'),
            '十' => plain.push_str("10"),
            other => plain.push(other),
        }
    }
    plain
}

/// The text without the words for “by the end of”, and whether there were any.
fn without_end_words(text: &str) -> (&str, bool) {
    let before = END_BEFORE.iter().find_map(|word| text.strip_prefix(word));
    let text = before.unwrap_or(text).trim();
    let behind = END_BEHIND.iter().find_map(|word| text.strip_suffix(word));
    (behind.unwrap_or(text).trim(), before.is_some() || behind.is_some())
}

/// From one date to another; what one of the two leaves out, the other has: 2022年1—9月.
fn span(text: &str) -> Option<Range<i64>> {
    let text = text.strip_prefix("from ").unwrap_or(text);
    let text = text.strip_prefix('从').unwrap_or(text);
    BETWEEN.iter().find_map(|between| {
        let (left, right) = text.split_once(between)?;
        let (left, right) = (left.trim(), right.trim());
        if let Some(days) = short_years(left, right) {
            return Some(days);
        }
        let mark = right.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let marked = format!("{left}{mark}");
        let dated = format!("{left} {}", year_behind(right));
        let first = [left, &marked, &dated].into_iter().find_map(unit)?;
        let shared = ['年', '月'].into_iter().map(|mark| format!("{}{right}", up_to(left, mark)));
        let last = unit(right).or_else(|| shared.into_iter().find_map(|whole| unit(&whole)))?;
        (first.start < last.end && first.end <= last.end).then_some(first.start..last.end)
    })
}

/// From one year to one of the same century by its last two digits: 2019–22, 2019—22年.
fn short_years(left: &str, right: &str) -> Option<Range<i64>> {
    let year = |text: &str, length: usize| {
        let digits = text.strip_suffix('年').unwrap_or(text);
        let plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.to_owned())
    };
    let (first, last) = (year(left, 4)?, year(right, 2)?);
    let (first, last) = (unit(&first)?, unit(&format!("{}{last}", &first[..2]))?);
    (first.start < last.start).then_some(first.start..last.end)
}

/// What a date shares with the one behind it: `2022年` of 2022年1月.
fn up_to(text: &str, mark: char) -> &str {
    text.find(mark).map_or("", |place| &text[..place + mark.len_utf8()])
}

/// `2022` of september 2022.
fn year_behind(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::calendar::first_day;
    use super::*;

    /// First and last day as year, month and day.
    fn days(text: &str) -> Option<(String, String, bool)> {
        let period = Period::parse(text)?;
        Some((date(period.start), date(period.end - 1), period.is_span))
    }

    fn date(day: i64) -> String {
        let months = (1900..2100).flat_map(|year| (1..=12).map(move |month| (year, month)));
        let (year, month) = months
            .take_while(|(year, month)| first_day(*year, *month) <= day)
            .last()
            .expect("the tests are about these years");
        format!("{year}-{month:02}-{:02}", day - first_day(year, month) + 1)
    }

    #[test]
    fn one_point_in_time() {
        for (texts, start, end) in [
            (
                &[
                    "2022",
                    "2022年",
                    "2022 年",
                    "２０２２年",
                    "二〇二二年",
                    "2022年度",
                    "the year 2022",
                ][..],
                "2022-01-01",
                "2022-12-31",
            ),
            (
                &["2020年2月", "2020-02", "2020.2", "February 2020", "Feb 2020", "二〇二〇年二月"]
                    [..],
                "2020-02-01",
                "2020-02-29",
            ),
            (
                &[
                    "2022年10月5日",
                    "2022-10-05",
                    "5 October 2022",
                    "October 5, 2022",
                    "二〇二二年十月五日",
                ][..],
                "2022-10-05",
                "2022-10-05",
            ),
            (&["二〇二二年十月二十五日"][..], "2022-10-25", "2022-10-25"),
            (&["2022年12月", "二〇二二年十二月", "December 2022"][..], "2022-12-01", "2022-12-31"),
            (
                &["2022年一季度", "2022年第一季度", "Q1 2022", "first quarter of 2022"][..],
                "2022-01-01",
                "2022-03-31",
            ),
            (
                &["2022年上半年", "the first half of 2022", "H1 2022"][..],
                "2022-01-01",
                "2022-06-30",
            ),
            (
                &[
                    "截至2022年",
                    "2022年末",
                    "截至2022年底",
                    "by the end of 2022",
                    "as of 2022-12-31",
                ][..],
                "2022-12-31",
                "2022-12-31",
            ),
        ] {
            for text in texts {
                assert_eq!(days(text), Some((start.into(), end.into(), false)), "{text}");
            }
        }
    }

    #[test]
    fn from_one_date_to_another() {
        for (texts, start, end) in [
            (
                &["2012—2022年", "2012-2022", "2012年至2022年", "2012–2022", "from 2012 to 2022"][..],
                "2012-01-01",
                "2022-12-31",
            ),
            (
                &[
                    "2022年1—9月",
                    "2022年1月至9月",
                    "2022年1月—2022年9月",
                    "January to September 2022",
                    "January–September 2022",
                ][..],
                "2022-01-01",
                "2022-09-30",
            ),
            (
                &["2019–22", "2019—22年", "2019-22", "from 2019 to 22", "二〇一九至二二年"][..],
                "2019-01-01",
                "2022-12-31",
            ),
            (
                &[
                    "“十四五”时期",
                    "十四五",
                    "十四五规划期间",
                    "第十四个五年规划时期",
                    "第14个五年规划",
                    "the 14th Five-Year Plan period",
                    "14th Five-Year Plan",
                    "Fourteenth Five-year Plan",
                    "2021–25 plan period",
                    "2021—2025年规划期",
                ][..],
                "2021-01-01",
                "2025-12-31",
            ),
            (
                &["“一五”计划", "the First Five-Year Plan", "第一个五年计划"][..],
                "1953-01-01",
                "1957-12-31",
            ),
            (&["“十五”时期", "the 10th Five-Year Plan"][..], "2001-01-01", "2005-12-31"),
            (
                &["2022年3月5日—8日", "2022-03-05 - 2022-03-08", "二〇二二年三月五日至八日"][..],
                "2022-03-05",
                "2022-03-08",
            ),
        ] {
            for text in texts {
                assert_eq!(days(text), Some((start.into(), end.into(), true)), "{text}");
            }
        }
    }

    #[test]
    fn a_day_belongs_to_its_year() {
        for year in 1000..=2999 {
            let period = Period::parse(&year.to_string()).unwrap();
            assert_eq!(period.years(), (year, year));
        }
        assert_eq!(Period::parse("2012—2022年9月").unwrap().years(), (2012, 2022));
    }

    #[test]
    fn what_names_no_date() {
        for text in [
            "",
            "五年",
            "十五",
            "三五",
            "“四十五”时期",
            "五年规划",
            "the Five-Year Plan",
            "the 0th Five-Year Plan",
            "2019–19",
            "2019–12-22",
            "1999–02",
            "plan period",
            "3月",
            "2022年13月",
            "2022-02-30",
            "2022年五季度",
            "2022-2012",
            "2022年2022年",
            "12 months",
            "99",
            "22年",
            "since",
            "to",
        ] {
            assert_eq!(days(text), None, "{text}");
        }
    }
}
