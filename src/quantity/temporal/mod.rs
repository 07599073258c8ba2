//! Times that words name without a year: 5月3日, Wednesday, 上半年, the third quarter, 20世纪90年代.
//!
//! Linguists call them temporal expressions (TimeML's TIMEX3). They are no data, so that nothing is
//! counted from them; both languages' are read alike so that they can be compared. A year by itself
//! is found by the scanner.

mod en;
mod streak;
#[cfg(test)]
mod tests;
mod zh;

use std::ops::Range;

use crate::lang::Lang;

/// A time as words name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// A day of a month; the month may be left to the context: 3日.
    Day {
        /// 1 to 12.
        month: Option<u32>,
        /// 1 to 31.
        day: u32,
    },
    /// A month of any year, 1 to 12.
    Month {
        /// 1 to 12.
        month: u32,
        /// Which third of it, 1 to 3, where that is said: 10月下旬, early October, the end of May.
        third: Option<u32>,
    },
    /// The months of a year up to this one: 前11个月.
    MonthsTo(u32),
    /// 年初 and 年底.
    YearEdge {
        /// Whether it is the end.
        is_end: bool,
    },
    /// Quarters of a year.
    Quarter {
        /// 1 to 4.
        number: u32,
        /// Whether all up to this one are meant: 前三季度.
        is_up_to: bool,
    },
    /// The first or the second half of a year.
    Half(u32),
    /// Ten years; the century may be left to the context: 90年代, 90后.
    Decade {
        /// Its first year without the decade: 1900.
        century: Option<u32>,
        /// 0 to 90.
        tens: u32,
    },
    /// A century by its number.
    Century(u32),
    /// A day of the week, 1 for Monday.
    Weekday(u32),
    /// A time of day.
    Clock {
        /// Minutes since midnight or noon.
        minutes: u32,
        /// Whether it is the half-day behind noon, where that is said.
        is_afternoon: Option<bool>,
    },
    /// A part of the day, 0 for the morning, 1 for the afternoon, 2 for the evening.
    DayPart(u32),
    /// One of China's five-year plans by its number.
    Plan(u32),
    /// So many months or days in a row, a year being twelve months: 连续9年, the ninth straight year.
    Streak {
        /// How many.
        count: u32,
        /// Whether they are months and not days.
        is_months: bool,
    },
    /// A year by its distance from this one: 1 for 明年.
    YearFromNow(i32),
    /// A season, 1 for spring.
    Season(i32),
}

/// A time where it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// Its bytes.
    pub range: Range<usize>,
    /// What they say.
    pub when: When,
}

/// Every time that a text names, in its order. What is doubtful is left out.
pub fn expressions(text: &str, lang: Lang) -> Vec<Expression> {
    match lang {
        Lang::Zh => zh::expressions(text),
        Lang::En => en::expressions(text),
    }
}

impl When {
    /// All that may be meant by the same time told with more or fewer words, itself included: 3日 may
    /// be March 3.
    pub fn alike(self) -> Vec<When> {
        match self {
            When::Day { month: None, day } => {
                (1..=12).map(Some).chain([None]).map(|month| When::Day { month, day }).collect()
            }
            When::Day { day, .. } => vec![self, When::Day { month: None, day }],
            When::Month { month, third: None } => {
                [None, Some(1), Some(2), Some(3)].map(|third| When::Month { month, third }).into()
            }
            When::Month { month, .. } => vec![self, When::Month { month, third: None }],
            // 下午6时 is six in the evening.
            When::DayPart(1 | 2) => vec![When::DayPart(1), When::DayPart(2)],
            When::Decade { century: None, tens } => {
                let centuries = (1000..=2100).step_by(100).map(Some).chain([None]);
                centuries.map(|century| When::Decade { century, tens }).collect()
            }
            When::Decade { tens, .. } => vec![self, When::Decade { century: None, tens }],
            When::Clock { minutes, is_afternoon } => [None, Some(false), Some(true)]
                .into_iter()
                .filter(|half| half.is_none() || is_afternoon.is_none() || *half == is_afternoon)
                .map(|is_afternoon| When::Clock { minutes, is_afternoon })
                .collect(),
            other => vec![other],
        }
    }

    /// The month that a day names besides.
    pub fn month(self) -> Option<When> {
        match self {
            When::Day { month: Some(month), .. } => Some(When::Month { month, third: None }),
            _ => None,
        }
    }

    /// A time of day from hour and minute. Where the hour alone tells the half-day, it is taken from it.
    fn clock(hour: u32, minute: u32, is_afternoon: Option<bool>) -> Option<When> {
        let is_afternoon = match hour {
            0 | 24 => Some(false),
            13..=23 => Some(true),
            _ => is_afternoon,
        };
        let minutes = hour % 12 * 60 + minute;
        (hour <= 24 && minute < 60).then_some(When::Clock { minutes, is_afternoon })
    }
}

/// Hour, minute and end of a time written with a colon, 9:30 or 20：30, that begins at `at`.
fn colon_clock(text: &str, at: usize) -> Option<(u32, u32, usize)> {
    let before = text[..at].chars().next_back();
    if before.is_some_and(|it| it.is_ascii_digit() || ".,:：∶-–—/比为為".contains(it)) {
        return None;
    }
    let (hour, end) = digits(text, at)?;
    let colon = text[end..].chars().next().filter(|it| matches!(it, ':' | '：'))?;
    let at = end + colon.len_utf8();
    let (minute, end) = digits(text, at)?;
    let next = text[end..].chars().next();
    let ends = !next.is_some_and(|it| matches!(it, ':' | '：' | '.' | '%'));
    (hour <= 24 && minute < 60 && end - at == 2 && ends).then_some((hour, minute, end))
}

/// A number of one or two digits that begins at `at`, and its end.
fn digits(text: &str, at: usize) -> Option<(u32, usize)> {
    let length = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let value = (1..=2).contains(&length).then(|| text[at..at + length].parse().ok())??;
    Some((value, at + length))
}
