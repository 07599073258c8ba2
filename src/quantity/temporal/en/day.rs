//! Days and months: March 5, 5 March, 3–8 May, early October.

use std::ops::Range;

use super::{MONTHS, Reader, WEEKDAYS, month, tail};
use crate::quantity::temporal::{When, digits};

impl Reader<'_> {
    /// March, March 5, March 5–8.
    pub(super) fn month(&mut self, word: Range<usize>, month: u32, last: &Range<usize>) -> usize {
        let mut end = word.end;
        let is_short = !MONTHS.contains(&&self.text[word.clone()]);
        if self.text[end..].starts_with('.') && is_short {
            end += 1;
        }
        let first =
            self.text[end..].strip_prefix([' ', '\u{a0}']).map(|rest| self.text.len() - rest.len());
        let Some((day, day_end)) = first.and_then(|at| self.day(at)) else {
            let (start, third) = self.third_before(word.start, last).unzip();
            let start = start.unwrap_or(word.start);
            return self.push(start..end, When::Month { month, third });
        };
        if self.is_named_after(day_end) {
            return day_end;
        }
        self.push(word.start..day_end, When::Day { month: Some(month), day });
        match self.joint(day_end).and_then(|at| Some((at, self.day(at)?))) {
            Some((at, (day, day_end))) if !self.is_followed_by_month(day_end) => {
                self.push(at..day_end, When::Day { month: Some(month), day })
            }
            _ => day_end,
        }
    }

    /// Which third of a month the words in front of its name mean, early, mid-, end of, and where they
    /// begin.
    fn third_before(&self, at: usize, last: &Range<usize>) -> Option<(usize, u32)> {
        if !self.is_joined(last, at) {
            return None;
        }
        let head = tail(&self.text[..last.end]);
        let thirds = [
            ("early", 1),
            ("beginning of", 1),
            ("start of", 1),
            ("mid", 2),
            ("middle of", 2),
            ("late", 3),
            ("end of", 3),
        ];
        let found = thirds.iter().find(|(word, _)| head.ends_with(word));
        found.map(|(word, third)| (last.end - word.len(), *third))
    }

    /// A day of a month that begins at `at`: 5, 5th; and its end.
    pub(super) fn day(&self, at: usize) -> Option<(u32, usize)> {
        let (day, mut end) = digits(self.text, at)?;
        let word = self.word(at);
        let letters = &self.text[end..word.end];
        if ["st", "nd", "rd", "th"].contains(&letters) {
            end = word.end;
        } else if !letters.is_empty() {
            return None;
        }
        let mut rest = self.text[end..].chars();
        let (next, after) = (rest.next(), rest.next());
        let goes_on = match next {
            Some('%' | ':' | '/') => true,
            Some('.' | ',') => after.is_some_and(|it| it.is_ascii_digit()),
            _ => false,
        };
        ((1..=31).contains(&day) && !goes_on).then_some((day, end))
    }

    /// Whether a day gives something its name: May 4th Square.
    fn is_named_after(&self, at: usize) -> bool {
        let Some(rest) = self.text[at..].strip_prefix(' ') else { return false };
        let word = self.word(self.text.len() - rest.len());
        rest.starts_with(|it: char| it.is_ascii_uppercase())
            && !WEEKDAYS.contains(&&self.text[word])
    }

    /// Where the other end of a span or the next item of a list begins.
    pub(super) fn joint(&self, at: usize) -> Option<usize> {
        let joints = ["–", "—", "-", " – ", " — ", " - ", " to ", " and ", " through ", " until "];
        joints.iter().find(|joint| self.text[at..].starts_with(**joint)).map(|it| at + it.len())
    }

    fn is_followed_by_month(&self, at: usize) -> bool {
        self.month_behind(at).is_some()
    }

    /// The month behind a day, and where it ends: ` March`, ` of March`.
    pub(super) fn month_behind(&self, at: usize) -> Option<(u32, usize)> {
        let mut start = self.next(at).filter(|_| !self.text[at..].starts_with('-'))?;
        if &self.text[self.word(start)] == "of" {
            start = self.next(self.word(start).end)?;
        }
        let word = self.word(start);
        Some((month(&self.text[word.clone()])?, word.end))
    }
}
