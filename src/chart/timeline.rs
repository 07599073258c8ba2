//! Figures at their dates: an axis of time that is true to scale, and beside it a row of words for
//! each figure, all rows of one height, tied to its place on the axis by a line.
//!
//! Because the rows stand apart however close the dates are, words of any length fit; because they
//! stand in the order of the dates, the lines never cross.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::Length;
use crate::figure::Group;
use crate::quantity::Period;

/// Figures in the order of their dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// One for each figure, the earliest first.
    pub moments: Vec<Moment>,
    /// Where the axis begins, in percent of the picture's height.
    pub top: Length,
    /// Where the axis ends.
    pub bottom: Length,
    /// How far from the left the axis stands, in percent of the strip's width.
    pub across: Length,
    /// The year of the first day and that of the last one.
    pub years: (i64, i64),
    /// Whether one of the figures is about a span of time.
    pub has_spans: bool,
}

/// One figure on the axis; all places are in percent: of the picture's height from the top, of the
/// axis strip's width from the left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The figure's place on the card.
    pub figure: usize,
    /// Where its time begins.
    pub start: Length,
    /// Where its time ends; the beginning again for a point in time.
    pub end: Length,
    /// Where the line to its row begins: the middle of its time.
    pub middle: Length,
    /// The middle of its row.
    pub row: Length,
    /// How far from the left its mark stands: spans that overlap stand beside each other.
    pub across: Length,
}

/// The strip's part that the marks take; the lines to the rows have the rest.
const MARKS: (i64, i64) = (10, 60);
/// A single span leaves so much free above and below.
const MARGIN: i64 = 10;

pub(super) fn draw(group: &Group<'_>) -> Timeline {
    let mut dated: Vec<(usize, Period)> = group
        .members()
        .enumerate()
        .filter_map(|(figure, member)| Some((figure, member.period?)))
        .collect();
    dated.sort_by_key(|(_, period)| (period.middle(), Reverse(period.end), period.start));
    let lanes = lanes(&dated);
    let count = lanes.iter().max().map_or(1, |lane| lane + 1);
    let scale = Scale::of(&dated);
    let moments = dated.iter().zip(&lanes).enumerate().map(|(row, ((figure, period), lane))| {
        let (start, end) = ends(period);
        Moment {
            figure: *figure,
            start: scale.place(start),
            end: scale.place(end),
            middle: scale.place(period.middle()),
            row: Length::percent(Decimal::from(row * 2 + 1), Decimal::from(dated.len() * 2)),
            across: across(*lane, count),
        }
    });
    Timeline {
        moments: moments.collect(),
        top: Length::new(scale.top),
        bottom: Length::new(scale.top.saturating_add(scale.height)),
        across: across(0, count),
        years: years(&dated),
        has_spans: dated.iter().any(|(_, period)| period.is_span),
    }
}

/// Where a time begins and ends on the axis; a year or a month alone is a point in its middle.
fn ends(period: &Period) -> (Decimal, Decimal) {
    if period.is_span {
        (period.start.into(), period.end.into())
    } else {
        (period.middle(), period.middle())
    }
}

fn years(dated: &[(usize, Period)]) -> (i64, i64) {
    let years = || dated.iter().map(|(_, period)| period.years());
    let first = years().map(|(first, _)| first).min();
    let last = years().map(|(_, last)| last).max();
    (first.unwrap_or_default(), last.unwrap_or_default())
}

/// From days to places on the axis.
struct Scale {
    first: Decimal,
    days: Decimal,
    top: Decimal,
    height: Decimal,
}

impl Scale {
    /// The axis reaches from the middle of the first row to that of the last one.
    fn of(dated: &[(usize, Period)]) -> Scale {
        let ends = || dated.iter().map(|(_, period)| ends(period));
        let first = ends().map(|(start, _)| start).min().unwrap_or_default();
        let last = ends().map(|(_, end)| end).max().unwrap_or_default();
        let top = match dated.len() {
            0 | 1 => Decimal::from(MARGIN),
            rows => Length::percent(Decimal::ONE, Decimal::from(rows * 2)).value(),
        };
        let height = Decimal::ONE_HUNDRED.saturating_sub(top.saturating_mul(Decimal::TWO));
        Scale { first, days: last.saturating_sub(first), top, height }
    }

    fn place(&self, day: Decimal) -> Length {
        let share = day.saturating_sub(self.first).checked_div(self.days).unwrap_or_default();
        Length::new(self.top.saturating_add(share.saturating_mul(self.height)))
    }
}

/// The lane of each mark: points share the first; a span takes the first one that is free.
fn lanes(dated: &[(usize, Period)]) -> Vec<usize> {
    let mut taken: Vec<Vec<Period>> = vec![Vec::new()];
    taken[0].extend(dated.iter().map(|(_, period)| *period).filter(|period| !period.is_span));
    let mut lane_of = |period: &Period| {
        if !period.is_span {
            return 0;
        }
        let apart = |other: &Period| other.end <= period.start || period.end <= other.start;
        let free = taken.iter().position(|lane| lane.iter().all(apart)).unwrap_or(taken.len());
        if free == taken.len() {
            taken.push(Vec::new());
        }
        taken[free].push(*period);
        free
    };
    dated.iter().map(|(_, period)| lane_of(period)).collect()
}

/// How far from the left a lane of so many stands.
fn across(lane: usize, count: usize) -> Length {
    let width = Decimal::from(MARKS.1 - MARKS.0);
    let step = width.checked_div(Decimal::from(count)).unwrap_or_default();
    Length::new(step.saturating_mul(lane.into()).saturating_add(MARKS.0.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::tests::{group, quantity};
    use crate::quantity::Kind;

    fn timeline(periods: &[&str]) -> Timeline {
        let value = quantity(Kind::Quantity, "1");
        draw(&group(&periods.iter().map(|period| (&value, *period)).collect::<Vec<_>>()))
    }

    fn moments(periods: &[&str]) -> Vec<Moment> {
        timeline(periods).moments
    }

    fn places(moments: &[Moment], place: fn(&Moment) -> Length) -> Vec<String> {
        moments.iter().map(|moment| place(moment).to_string()).collect()
    }

    #[test]
    fn dates_stand_to_scale_and_rows_apart() {
        let moments = moments(&["2022年", "2012年", "2021年"]);
        let figures: Vec<usize> = moments.iter().map(|moment| moment.figure).collect();
        assert_eq!(figures, [1, 2, 0]);
        assert_eq!(places(&moments, |it| it.row), ["16.667", "50", "83.333"]);
        // 1 July 2012 (a leap year) to 2 July 2021: 3287.5 of 3652.5 days.
        assert_eq!(places(&moments, |it| it.middle), ["16.667", "76.671", "83.333"]);
        assert_eq!(places(&moments, |it| it.across), ["10"; 3]);
        assert!(moments.iter().all(|moment| moment.start == moment.end));
    }

    #[test]
    fn spans_that_overlap_stand_beside_each_other() {
        let drawn = timeline(&["2012—2022年", "2015—2016年", "2017—2018年", "2023年"]);
        let moments = drawn.moments;
        assert_eq!(places(&moments, |it| it.across), ["10", "35", "10", "10"]);
        let spans: Vec<usize> = moments.iter().map(|moment| moment.figure).collect();
        assert_eq!(spans, [1, 0, 2, 3]);
        assert_eq!(drawn.years, (2012, 2023));
    }

    #[test]
    fn one_span_fills_the_axis() {
        let moments = moments(&["2012—2022年"]);
        let [only] = &moments[..] else { panic!("one figure") };
        assert_eq!((only.start.to_string(), only.end.to_string()), ("10".into(), "90".into()));
        assert_eq!((only.middle.to_string(), only.row.to_string()), ("50".into(), "50".into()));
    }
}
