//! Pictures of several figures: each figure is a row of a table, and the geometry places its mark.

use super::card::companion;
use super::scope::Scope;
use super::view::{CompanionView, Html, MomentView, PictureView, RowView, RungView, Words};
use crate::chart::{Bars, Ladder, Length, Moment, Parts, Rung, Timeline, Times};
use crate::figure::{Figure, FigureIndex};
use crate::quantity::{self, Kind, Quantity, Unit};

/// A card whose picture shows its companions.
pub(super) struct Host<'a> {
    pub(super) scope: &'a Scope<'a>,
    pub(super) index: FigureIndex,
    pub(super) companions: &'a [CompanionView],
}

impl<'a> Host<'a> {
    fn own(&self) -> &'a Figure {
        self.scope.figure(self.index)
    }

    /// The figure at a place on the card, 0 being the card's own.
    fn figure(&self, place: usize) -> &'a Figure {
        let companion = place.checked_sub(1).and_then(|place| self.own().with.get(place));
        self.scope.figure(companion.copied().unwrap_or(self.index))
    }

    /// The same as a row shows it.
    fn shown(&self, place: usize) -> CompanionView {
        let companion_view = place.checked_sub(1).and_then(|place| self.companions.get(place));
        companion_view.cloned().unwrap_or_else(|| companion(self.scope, self.index, false))
    }

    /// Label and number of the figure at a place, as a sentence names them.
    fn named(&self, place: usize) -> [(&'static str, &'a str); 2] {
        let figure = self.figure(place);
        let lang = self.scope.lang;
        [("label", figure.label.get(lang)), ("number", &figure.printed.get(lang).text)]
    }

    fn row(&self, place: usize, start: Length, length: Length) -> RowView {
        RowView { figure: self.shown(place), own: place == 0, start, length }
    }

    pub(super) fn bars(&self, bars: &Bars) -> PictureView {
        let longest = bars.bars.iter().rev().max_by_key(|bar| bar.length);
        // The card's own label stands above the picture.
        let caption = match longest.map_or(0, |bar| bar.figure) {
            0 => self.caption("bars-own-caption", &self.named(0)[1..]),
            other => self.caption("bars-caption", &self.named(other)),
        };
        let row = |bar: &crate::chart::Bar| self.row(bar.figure, Length::default(), bar.length);
        PictureView::Bars { rows: bars.bars.iter().map(row).collect(), caption }
    }

    pub(super) fn parts(&self, parts: &Parts) -> PictureView {
        let mut rows = vec![self.row(0, Length::default(), Length::WHOLE)];
        rows.extend(parts.parts.iter().map(|part| self.row(part.figure, part.start, part.length)));
        PictureView::Parts { rows, caption: self.caption("parts-caption", &self.named(0)[1..]) }
    }

    pub(super) fn ladder(&self, ladder: &Ladder) -> PictureView {
        let ends = (ladder.rungs.first(), ladder.rungs.last());
        let place = |rung: Option<&Rung>| rung.map_or(0, |rung| rung.figure);
        let caption = if ladder.to_scale {
            self.caption("ladder-caption", &self.named(place(ends.1)))
        } else {
            let [_, (_, first)] = self.named(place(ends.0));
            let [_, (_, last)] = self.named(place(ends.1));
            self.caption("ladder-steps", &[("first", first), ("last", last)])
        };
        let rung = |rung: &Rung| RungView {
            figure: self.shown(rung.figure),
            own: rung.figure == 0,
            length: rung.length,
            times: rung.times.map(|times| self.times(times)),
        };
        let rows = ladder.rungs.iter().map(rung).collect();
        PictureView::Ladder { rows, to_scale: ladder.to_scale, caption }
    }

    /// How many times the rung above, in words.
    fn times(&self, times: Times) -> Words {
        let multiple = Quantity {
            value: times.value,
            unit: Unit::from_id("times"),
            kind: Kind::Multiple,
            hedge: None,
            trend: None,
            precision: 0,
            scale: 0,
        };
        let words = quantity::print(&multiple, self.scope.lang, None).text;
        let key = if times.exact { "ladder-times" } else { "ladder-times-about" };
        self.scope.say(key, &[("times", &words)]).into()
    }

    pub(super) fn timeline(&self, timeline: &Timeline) -> PictureView {
        let ends = (timeline.moments.first(), timeline.moments.last());
        let period = |moment: Option<&Moment>| self.period(moment.map_or(0, |it| it.figure));
        let years = (timeline.years.0.to_string(), timeline.years.1.to_string());
        let caption = if timeline.has_spans {
            self.caption("timeline-spans", &[("first", &years.0), ("last", &years.1)])
        } else {
            let words = [("first", period(ends.0)), ("last", period(ends.1))];
            self.caption("timeline-caption", &words)
        };
        let moment = |moment: &Moment| MomentView {
            figure: self.shown(moment.figure),
            own: moment.figure == 0,
            period: self.scope.html(self.period(moment.figure)),
            start: moment.start,
            end: moment.end,
            lasts: moment.start != moment.end,
            middle: moment.middle,
            row: moment.row,
            across: moment.across,
        };
        PictureView::Timeline {
            rows: timeline.moments.iter().map(moment).collect(),
            top: timeline.top,
            bottom: timeline.bottom,
            across: timeline.across,
            caption,
        }
    }

    /// The words for the time of the figure at a place; the other language's where one is missing.
    fn period(&self, place: usize) -> &'a str {
        let period = &self.figure(place).period;
        let own = period.get(self.scope.lang).as_deref();
        own.or(period.get(self.scope.lang.other()).as_deref()).unwrap_or_default()
    }

    fn caption(&self, key: &str, arguments: &[(&str, &str)]) -> Html {
        self.scope.html(&self.scope.say(key, arguments))
    }
}
