//! Pictures: a form's geometry joined with labels and a description made from the data.

use super::scope::Scope;
use super::several::Host;
use super::view::{BaseView, CompanionView, FillView, MarkView, PictureView, YearView};
use crate::chart::{self, Delta, Picture, Streak, Tally, Waffle};
use crate::content::Direction;
use crate::figure::{Figure, FigureIndex, Group};
use crate::quantity::{self, Kind, Quantity, Trend};

/// A streak of at most so many years has room for the name of each.
const FEW_YEARS: usize = 8;

/// The picture of a figure and its companions, where its form has one.
pub(super) fn picture(
    scope: &Scope<'_>,
    index: FigureIndex,
    companions: &[CompanionView],
) -> Option<PictureView> {
    let figure = scope.figure(index);
    let group = Group::of(figure, &scope.site.figures)?;
    let quantity = group.own.quantity;
    let host = Host { scope, index, companions };
    let view = match chart::draw(figure.form, &group)? {
        Picture::Ring(ring) => PictureView::Ring {
            share: ring.share,
            rest: ring.rest,
            caption: scope.html(&share(scope, figure, quantity)),
        },
        Picture::Waffle(waffle) => cells(scope, &share(scope, figure, quantity), &waffle),
        Picture::Delta(delta) => change(scope, figure, &delta),
        Picture::Bars(bars) => host.bars(&bars),
        Picture::Parts(parts) => host.parts(&parts),
        Picture::Tally(tally) => marks(scope, figure, &tally),
        Picture::Ladder(ladder) => host.ladder(&ladder),
        Picture::Streak(streak) => years(scope, figure, &streak),
        Picture::Timeline(timeline) => host.timeline(&timeline),
    };
    Some(view)
}

/// The share out of a hundred or thousand, every digit of it; one with a hedge and a fraction as printed.
fn share(scope: &Scope<'_>, figure: &Figure, quantity: &Quantity) -> String {
    if quantity.kind == Kind::Fraction || quantity.hedge.is_some() {
        scope.say("ring-fraction", &[("number", &figure.printed.get(scope.lang).text)])
    } else if Some(quantity.value) == quantity.whole() {
        scope.say("ring-whole", &[])
    } else {
        let whole = quantity.whole().unwrap_or_default();
        let of = Quantity {
            value: whole,
            unit: None,
            kind: Kind::Quantity,
            precision: 0,
            ..quantity.clone()
        };
        let whole = quantity::print(&of, scope.lang, None).text;
        scope.say("ring-share", &[("share", &quantity::plain(quantity.value)), ("whole", &whole)])
    }
}

fn cells(scope: &Scope<'_>, share: &str, waffle: &Waffle) -> PictureView {
    let rows = waffle.rows.iter().map(|row| FillView { middle: row.middle, filled: row.filled });
    PictureView::Waffle {
        rows: rows.collect(),
        cell: Waffle::CELL,
        gap: Waffle::GAP,
        side: Waffle::SIDE,
        caption: scope.html(&scope.say("waffle-caption", &[("share", share)])),
    }
}

/// Whether the picture itself shows the card's companions.
pub(super) fn shows_companions(picture: &PictureView) -> bool {
    match picture {
        PictureView::Bars { .. }
        | PictureView::Parts { .. }
        | PictureView::Ladder { .. }
        | PictureView::Timeline { .. } => true,
        PictureView::Ring { .. }
        | PictureView::Waffle { .. }
        | PictureView::Delta { .. }
        | PictureView::Tally { .. }
        | PictureView::Streak { .. } => false,
    }
}

fn change(scope: &Scope<'_>, figure: &Figure, delta: &Delta) -> PictureView {
    let key = match delta.trend {
        Trend::Rise => "delta-rise",
        Trend::Fall => "delta-fall",
    };
    let mut words = scope.say(key, &[]);
    match figure.direction {
        Some(Direction::UpIsGood) => words.push_str(&scope.say("delta-up-is-good", &[])),
        Some(Direction::DownIsGood) => words.push_str(&scope.say("delta-down-is-good", &[])),
        None => {}
    }
    let before =
        figure.baseline.get(scope.lang).clone().unwrap_or_else(|| scope.say("delta-before", &[]));
    let after =
        figure.period.get(scope.lang).clone().unwrap_or_else(|| scope.say("delta-after", &[]));
    let base = delta.base.as_ref().map(|base| BaseView {
        before_label: scope.html(&before),
        before: base.before,
        after_label: scope.html(&after),
        after: base.after,
        index: base.index.to_string().into(),
    });
    let caption = match &base {
        Some(base) => scope.say(
            "delta-caption",
            &[("before", &before), ("after", &after), ("index", base.index.as_str())],
        ),
        None => scope.say("delta-points", &[]),
    };
    PictureView::Delta {
        trend: delta.trend.name(),
        words: words.into(),
        base,
        caption: scope.html(&caption),
    }
}

fn marks(scope: &Scope<'_>, figure: &Figure, tally: &Tally) -> PictureView {
    let printed = figure.printed.get(scope.lang);
    let words = [("number", printed.text.as_str()), ("unit", printed.unit.as_str())];
    PictureView::Tally {
        marks: tally.marks.iter().map(|mark| MarkView { x: mark.x, y: mark.y }).collect(),
        cell: Tally::CELL,
        width: tally.width,
        height: tally.height,
        people: is_people(figure),
        caption: scope.html(&scope.say("tally-caption", &words)),
    }
}

fn years(scope: &Scope<'_>, figure: &Figure, streak: &Streak) -> PictureView {
    let number = &figure.printed.get(scope.lang).text;
    let period = figure.period.get(scope.lang).as_deref().unwrap_or_default();
    let named: Vec<String> = match last_year(period) {
        Some(last) => streak.named(last).iter().map(u32::to_string).collect(),
        None => (1..=streak.years).map(|year| year.to_string()).collect(),
    };
    let caption = match (last_year(period), named.first(), named.last()) {
        (Some(_), Some(first), Some(last)) => {
            scope.say("streak-years", &[("number", number), ("first", first), ("last", last)])
        }
        _ => scope.say("streak-caption", &[("number", number)]),
    };
    let count = named.len();
    let years = named
        .into_iter()
        .enumerate()
        .map(|(place, name)| YearView {
            name: name.into(),
            named: count <= FEW_YEARS || place == 0 || place + 1 == count,
        })
        .collect();
    PictureView::Streak { years, caption: scope.html(&caption) }
}

/// Whether the figure counts people.
fn is_people(figure: &Figure) -> bool {
    let unit = figure.quantity.as_ref().and_then(|quantity| quantity.unit);
    unit.is_some_and(|unit| unit.id() == "person")
}

/// The last year that a period names: 2022 of `2022年` and of `2019–2022`.
pub(super) fn last_year(period: &str) -> Option<u32> {
    period
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .rfind(|year| (1000..=2999).contains(year))
}

#[cfg(test)]
mod tests {
    use super::last_year;

    #[test]
    fn a_period_ends_in_its_last_year() {
        assert_eq!(last_year("2022年"), Some(2022));
        assert_eq!(last_year("2019–2022"), Some(2022));
        assert_eq!(last_year("“十三五”时期"), None);
        assert_eq!(last_year("12 months"), None);
    }
}
