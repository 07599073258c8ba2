//! English times, found word by word.

mod day;

use std::ops::Range;

use super::{Expression, When, colon_clock, streak};
use crate::quantity::lexicon::numerals::{WORDS, Word};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DECADES: [&str; 8] =
    ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

pub(super) fn expressions(text: &str) -> Vec<Expression> {
    let mut reader = Reader { text, found: Vec::new() };
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut last = 0..0;
    while at < bytes.len() {
        let is_word = bytes[at].is_ascii_alphanumeric();
        let word = reader.word(at);
        let end = match bytes[at] {
            b'0'..=b'9' => reader.number(at, &last),
            _ if is_word => reader.letters(word.clone(), &last),
            _ => at + 1,
        };
        if is_word {
            last = at..end.min(word.end.max(at + 1));
        }
        at = end.max(at + 1);
    }
    reader.found
}

struct Reader<'t> {
    text: &'t str,
    found: Vec<Expression>,
}

impl Reader<'_> {
    fn push(&mut self, range: Range<usize>, when: When) -> usize {
        let end = range.end;
        self.found.push(Expression { range, when });
        end
    }

    /// The letters and digits that begin at `at`.
    fn word(&self, at: usize) -> Range<usize> {
        let rest = &self.text.as_bytes()[at..];
        at..at + rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count()
    }

    /// Where the next word begins, if only a space or a hyphen stands between.
    fn next(&self, at: usize) -> Option<usize> {
        let gap = self.text[at..].chars().next()?;
        let is_gap = matches!(gap, ' ' | '\u{a0}' | '\n' | '-' | '\u{2011}');
        let next = at + gap.len_utf8();
        (is_gap && self.text[next..].starts_with(|it: char| it.is_ascii_alphanumeric()))
            .then_some(next)
    }

    /// The word in front of a place, if only a space or a hyphen stands between.
    fn is_joined(&self, last: &Range<usize>, at: usize) -> bool {
        last.end > last.start && self.next(last.end) == Some(at)
    }

    fn letters(&mut self, word: Range<usize>, last: &Range<usize>) -> usize {
        let name = &self.text[word.clone()];
        let before = self.is_joined(last, word.start).then(|| &self.text[last.clone()]);
        if name.starts_with(|first: char| first.is_ascii_uppercase())
            && let Some(month) = month(name).filter(|_| before.is_none_or(|it| it != "Long"))
        {
            return self.month(word, month, last);
        }
        if name == "past"
            && before.is_some_and(|it| it.eq_ignore_ascii_case("half"))
            && let Some(hour) = self.next(word.end).map(|at| self.word(at))
            && let Some(value) = small(&self.text[hour.clone()])
        {
            return self.clock(last.start, value, 30, hour.end, last);
        }
        if let Some(found) = streak::at_word(self.text, &word, before) {
            self.found.push(found);
            return word.end;
        }
        // Six in the evening; but “one in the morning and one later”.
        let leads = ["at", "to", "from", "by", "until", "till"];
        if before.is_none_or(|it| leads.contains(&it))
            && self.half_behind(word.end).is_some()
            && let Some(hour) = small(name)
        {
            return self.clock(word.start, hour, 0, word.end, last);
        }
        // One minute to midnight.
        let is_counted_to = before == Some("to") && matches!(name, "noon" | "midnight");
        let found = alone(name)
            .filter(|_| !is_counted_to)
            .map(|when| (word.clone(), when))
            .or_else(|| {
                let before = before?;
                let (end, when) = self.behind(name, &word, before, last.start)?;
                Some((last.start..end, when))
            })
            .or_else(|| {
                let (end, when) = self.leading(name, word.end)?;
                Some((word.start..end, when))
            });
        match found {
            Some((range, when)) => self.push(range, when),
            None => word.end,
        }
    }

    /// What two words say together: third quarter, second half, 19th century, 13th Five-Year Plan.
    fn behind(
        &self,
        name: &str,
        word: &Range<usize>,
        before: &str,
        start: usize,
    ) -> Option<(usize, When)> {
        let when = match name {
            "year" => When::YearFromNow(match before {
                "last" | "Last" => -1,
                "this" | "This" => 0,
                "next" | "Next" => 1,
                _ => return None,
            }),
            "quarter" | "quarters" | "Quarter" => match rank(before) {
                Some(number @ 1..=4) => When::Quarter { number, is_up_to: false },
                _ => {
                    let number = self.counted_from_first(before, start).filter(|it| *it <= 4)?;
                    When::Quarter { number, is_up_to: true }
                }
            },
            "end" if before.eq_ignore_ascii_case("year") => When::YearEdge { is_end: true },
            "months" => When::MonthsTo(self.counted_from_first(before, start)?),
            "half" | "Half" => match before {
                "first" | "First" => When::Half(1),
                "second" | "latter" | "Second" => When::Half(2),
                _ => return None,
            },
            "century" | "centuries" | "Century" => When::Century(rank(before)?),
            // Two nights are a length of time.
            "evening" | "night" if small(before).is_none() => When::DayPart(2),
            "five" | "Five" => {
                let year = self.word(self.next(word.end)?);
                let plan = self.word(self.next(year.end)?);
                let words = (&self.text[year], &self.text[plan.clone()]);
                let is_plan = matches!(words, ("Year" | "year", "Plan" | "Plans" | "plan"));
                return Some((plan.end, When::Plan(rank(before).filter(|_| is_plan)?)));
            }
            _ => return None,
        };
        Some((word.end, when))
    }

    /// What a word says with those behind it: first of June, end of 2021.
    fn leading(&self, name: &str, at: usize) -> Option<(usize, When)> {
        if let "end" | "beginning" | "start" | "early" | "late" = name {
            let is_end = matches!(name, "end" | "late");
            return Some((self.year_behind(name, at)?, When::YearEdge { is_end }));
        }
        if !self.text[at..].starts_with(" of ") {
            return None;
        }
        let (month, end) = self.month_behind(at)?;
        let day = rank(name).filter(|day| *day <= 31)?;
        Some((end, When::Day { month: Some(month), day }))
    }

    /// The number in “the first eleven months”.
    fn counted_from_first(&self, number: &str, start: usize) -> Option<u32> {
        let number = small(number)?;
        tail(self.text[..start].trim_end()).ends_with("first").then_some(number)
    }

    /// Where the year ends whose beginning or end `word` means: end of 2021, early 2021.
    fn year_behind(&self, word: &str, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let rest = match word {
            "early" | "late" => rest.strip_prefix(' ')?,
            _ => rest.strip_prefix(" of ")?,
        };
        let at = self.text.len() - rest.len();
        let year = self.word(at);
        let digits = &self.text[year.clone()];
        if digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(year.end);
        }
        let years = ["the year", "last year", "this year", "next year", "the previous year"];
        let named = years.iter().find(|it| rest.starts_with(**it))?;
        let ends = word != "early" && word != "late";
        ends.then_some(at + named.len()).filter(|end| self.word(*end).is_empty())
    }

    /// At digits: 5 March, 3–8 May, 9:30, 8 p.m., 1990s, ’90s.
    fn number(&mut self, at: usize, last: &Range<usize>) -> usize {
        let word = self.word(at);
        let is_inside = self.text[..at].ends_with(['.', ',', '/'])
            && self.text[..at - 1].ends_with(|it: char| it.is_ascii_digit());
        if is_inside {
            return word.end;
        }
        if let Some((hour, minute, end)) = colon_clock(self.text, at) {
            return self.clock(at, hour, minute, end, last);
        }
        if let Some(when) = decade(&self.text[word.clone()]) {
            return self.push(word, when);
        }
        let Some((day, end)) = self.day(at) else { return word.end };
        if let Some((month, end)) = self.month_behind(end) {
            return self.push(at..end, When::Day { month: Some(month), day });
        }
        if let Some((last, last_end)) = self.joint(end).and_then(|at| self.day(at))
            && let Some((month, month_end)) = self.month_behind(last_end)
        {
            self.push(at..last_end, When::Day { month: Some(month), day });
            return self.push(at..month_end, When::Day { month: Some(month), day: last });
        }
        if self.text[..at].ends_with("on the ") && end == word.end && self.ends_phrase(end) {
            return self.push(at..end, When::Day { month: None, day });
        }
        if self.half_behind(end).is_some() {
            return self.clock(at, day, 0, end, last);
        }
        word.end
    }

    /// Whether no noun follows a rank: on the 24th, but on the 24th floor.
    fn ends_phrase(&self, at: usize) -> bool {
        let is_rank = self.text[..at].ends_with(|it: char| it.is_ascii_alphabetic());
        let word = self.next(at).map(|at| &self.text[self.word(at)]);
        is_rank && word.is_none_or(|word| ["and", "at", "in", "after", "to"].contains(&word))
    }

    /// What stands behind a time of day: whether it is behind noon, and where it ends.
    fn half_behind(&self, end: usize) -> Option<(Option<bool>, usize)> {
        let rest = &self.text[end..];
        let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        let rest = &rest[gap..];
        let halves = [
            ("a.m.", Some(false)),
            ("p.m.", Some(true)),
            ("am", Some(false)),
            ("pm", Some(true)),
            ("AM", Some(false)),
            ("PM", Some(true)),
            ("o’clock", None),
            ("o'clock", None),
            ("in the morning", Some(false)),
            ("in the afternoon", Some(true)),
            ("in the evening", Some(true)),
        ];
        halves.iter().find_map(|(word, half)| {
            let behind = rest.strip_prefix(word)?;
            let ends = !behind.starts_with(|it: char| it.is_ascii_alphanumeric());
            ends.then_some((*half, end + gap + word.len()))
        })
    }

    fn clock(
        &mut self,
        at: usize,
        hour: u32,
        minute: u32,
        end: usize,
        last: &Range<usize>,
    ) -> usize {
        let (half, end) = self.half_behind(end).unwrap_or((None, end));
        let has_colon = self.text[at..end].contains(':');
        let half = match half {
            // Noon is 12 p.m. and 12:00, midnight 12 a.m.
            None if hour == 12 && has_colon => Some(true),
            half => half,
        };
        let is_ratio = ["ratio", "of", "by"].contains(&&self.text[last.clone()])
            && self.is_joined(last, at)
            && half.is_none();
        match When::clock(hour, minute, half) {
            Some(when) if !is_ratio => self.push(at..end, when),
            _ => end,
        }
    }
}

/// What a word says by itself: Wednesday, Q3, noon, nineties.
fn alone(name: &str) -> Option<When> {
    Some(match name {
        "morning" => When::DayPart(0),
        "afternoon" => When::DayPart(1),
        "tonight" => When::DayPart(2),
        "spring" => When::Season(1),
        "summer" => When::Season(2),
        "autumn" => When::Season(3),
        "winter" => When::Season(4),
        "noon" | "midday" => When::Clock { minutes: 0, is_afternoon: Some(true) },
        "midnight" => When::Clock { minutes: 0, is_afternoon: Some(false) },
        "Q1" => When::Quarter { number: 1, is_up_to: false },
        "Q2" => When::Quarter { number: 2, is_up_to: false },
        "Q3" => When::Quarter { number: 3, is_up_to: false },
        "Q4" => When::Quarter { number: 4, is_up_to: false },
        "H1" => When::Half(1),
        "H2" => When::Half(2),
        _ if name.ends_with("day") => {
            When::Weekday(number_of(WEEKDAYS.iter().position(|day| *day == name)?))
        }
        _ if name.ends_with("ies") => {
            let tens = number_of(DECADES.iter().position(|decade| *decade == name)?) * 10 + 10;
            When::Decade { century: None, tens }
        }
        _ => return None,
    })
}

/// The last letters of a text, in lower case.
fn tail(text: &str) -> String {
    let length = text.chars().rev().take(24).map(char::len_utf8).sum::<usize>();
    text[text.len() - length..].to_ascii_lowercase()
}

/// The number that a word or digits say, up to twelve.
fn small(word: &str) -> Option<u32> {
    let lower = word.to_ascii_lowercase();
    let in_words = || {
        WORDS.iter().find_map(|(name, meaning)| match meaning {
            Word::Ones(value) if *name == lower => Some(u32::from(*value)),
            _ => None,
        })
    };
    let value = word.parse().ok().or_else(in_words)?;
    (1..=12).contains(&value).then_some(value)
}

/// A position in a list, counted from one.
fn number_of(position: usize) -> u32 {
    u32::try_from(position + 1).unwrap_or_default()
}

/// The number of a month by its name, whole or short.
fn month(name: &str) -> Option<u32> {
    let names = |month: &&str| match name {
        "Sept" => *month == "September",
        _ => *month == name || (name.len() == 3 && month.starts_with(name)),
    };
    MONTHS.iter().position(names).map(number_of)
}

/// The number of a rank: 13th, thirteenth.
fn rank(word: &str) -> Option<u32> {
    if word.starts_with(|first: char| first.is_ascii_digit()) {
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))?;
        return digits.parse().ok();
    }
    let lower = word.to_ascii_lowercase();
    WORDS.iter().find_map(|(name, meaning)| match meaning {
        Word::Rank(rank) if *name == lower && name != &"quarter" => Some(u32::from(*rank)),
        _ => None,
    })
}

/// 1990s, 90s.
fn decade(word: &str) -> Option<When> {
    let year: u32 = word.strip_suffix('s')?.parse().ok()?;
    let (century, tens) = match year {
        20..=90 => (None, year),
        1000..=2190 => (Some(year / 100 * 100), year % 100),
        _ => return None,
    };
    // The 1800s are as often the whole century.
    (tens % 10 == 0 && (tens > 0 || year == 2000)).then_some(When::Decade { century, tens })
}
