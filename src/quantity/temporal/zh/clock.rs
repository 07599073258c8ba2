//! Times of day: 上午9时30分, 晚8点半, 20:30.

use std::ops::Range;

use super::Reader;
use crate::quantity::scan::han as numeral;
use crate::quantity::temporal::{When, colon_clock};

/// What stands before a time of day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Morning,
    Noon,
    Afternoon,
    Night,
    /// Something that says only that a time of day follows.
    Open,
}

/// Words before a time of day.
const PARTS: [(&str, Part); 24] = [
    ("上午", Part::Morning),
    ("早上", Part::Morning),
    ("早晨", Part::Morning),
    ("清晨", Part::Morning),
    ("凌晨", Part::Morning),
    ("日早", Part::Morning),
    ("中午", Part::Noon),
    ("正午", Part::Noon),
    ("下午", Part::Afternoon),
    ("午后", Part::Afternoon),
    ("傍晚", Part::Afternoon),
    ("晚上", Part::Night),
    ("晚间", Part::Night),
    ("夜间", Part::Night),
    ("夜里", Part::Night),
    ("深夜", Part::Night),
    ("半夜", Part::Night),
    ("早", Part::Morning),
    ("晚", Part::Night),
    ("夜", Part::Night),
    ("北京时间", Part::Open),
    ("昨日", Part::Open),
    ("日", Part::Open),
    ("号", Part::Open),
];

impl Part {
    /// Whether an hour of it is behind noon. Twelve at night and two at night are before it.
    fn is_afternoon(self, hour: u32) -> Option<bool> {
        match self {
            Part::Morning => Some(false),
            Part::Afternoon | Part::Noon => Some(true),
            Part::Night => Some((6..12).contains(&hour)),
            Part::Open => None,
        }
    }
}

/// Behind the 零 of 9点零5分, whose minutes are digits.
fn past_zero(text: &str, at: usize) -> usize {
    let behind = text[at..].strip_prefix('零').unwrap_or_default();
    at + if behind.starts_with(|next: char| next.is_ascii_digit()) { '零'.len_utf8() } else { 0 }
}

impl Reader<'_> {
    /// What stands before a time of day that begins at `start`.
    fn part(&self, start: usize) -> Option<Part> {
        let head = self.text[..start].trim_end_matches(' ');
        PARTS.iter().find(|(word, _)| head.ends_with(word)).map(|(_, part)| *part)
    }

    pub(super) fn clock(&mut self, at: usize, mark: char) {
        let Some((hour, start)) = self.within(at, 0..=24) else { return };
        let mut end = at + mark.len_utf8();
        // 延长至20时; but 涨至15点 are points.
        let leads = self.text[..start].ends_with(['至', '到', '从', '自']);
        let open = (leads && matches!(mark, '时' | '時')).then_some(Part::Open);
        let part = self.part(start).or(open);
        let rest = &self.text[end..];
        let mut minute = 0;
        let mut is_clock = part.is_some() || rest.starts_with(['整', '许', '钟']);
        if rest.starts_with('半') {
            // 8点半 is a time, 8点半个 none.
            minute = 30;
            end += '半'.len_utf8();
            is_clock &= !rest.starts_with("半个");
        } else if let Some(reading) = numeral::read_short(self.text, past_zero(self.text, end))
            && let Some(value) = reading.integer()
            && self.text[reading.end..].starts_with('分')
            && !self.text[reading.end..].starts_with("分之")
        {
            minute = value;
            end = reading.end + '分'.len_utf8();
            is_clock = true;
        }
        if is_clock {
            self.push_clock(start..end, hour, minute, part);
        }
    }

    pub(super) fn colon(&mut self, at: usize) {
        let digits = self.text.as_bytes()[..at].iter().rev();
        let start = at - digits.take_while(|byte| byte.is_ascii_digit()).count();
        if let Some((hour, minute, end)) = colon_clock(self.text, start) {
            self.push_clock(start..end, hour, minute, self.part(start));
        }
    }

    fn push_clock(&mut self, range: Range<usize>, hour: u32, minute: u32, part: Option<Part>) {
        let is_afternoon = match part.and_then(|part| part.is_afternoon(hour)) {
            None if hour == 12 => Some(true),
            said => said,
        };
        // 上午 belongs to the time, 日 to the day.
        let head = &self.text[..range.start];
        let said = PARTS.iter().find(|(word, part)| *part != Part::Open && head.ends_with(word));
        let start = range.start - said.map_or(0, |(word, _)| word.len());
        if let Some(when) = When::clock(hour, minute, is_afternoon) {
            self.push(start..range.end, when);
        }
    }
}
