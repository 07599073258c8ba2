//! Pictures: a form's geometry joined with labels and a description made from the data.

use rust_decimal::Decimal;

use super::card::companion;
use super::scope::Scope;
use super::view::{BaseView, CompanionView, Html, MarkView, PictureView, RowView, YearView};
use crate::chart::{self, Delta, Length, Picture, Streak, Tally};
use crate::content::Direction;
use crate::figure::{Figure, FigureIndex};
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
    let quantity = figure.quantity.as_ref()?;
    let others: Vec<&Quantity> = figure
        .with
        .iter()
        .map(|other| scope.figure(*other).quantity.as_ref())
        .collect::<Option<_>>()?;
    let view = match chart::draw(figure.form, quantity, &others)? {
        Picture::Ring(ring) => PictureView::Ring {
            share: ring.share,
            rest: ring.rest,
            caption: ring_caption(scope, figure, quantity),
        },
        Picture::Delta(delta) => change(scope, figure, &delta),
        Picture::Bars(bars) => {
            let rows: Vec<RowView> = bars
                .bars
                .iter()
                .map(|bar| {
                    row(scope, index, companions, bar.figure, (Length::default(), bar.length))
                })
                .collect();
            PictureView::Bars { caption: bars_caption(scope, figure), rows }
        }
        Picture::Parts(parts) => {
            let all = (Length::default(), Length::percent(quantity.value, quantity.value));
            let mut rows = vec![row(scope, index, companions, 0, all)];
            let part = |part: &chart::Part| {
                row(scope, index, companions, part.figure, (part.start, part.length))
            };
            rows.extend(parts.parts.iter().map(part));
            PictureView::Parts { caption: parts_caption(scope, figure), rows }
        }
        Picture::Tally(tally) => marks(scope, figure, &tally),
        Picture::Streak(streak) => years(scope, figure, &streak),
    };
    Some(view)
}

/// The share out of a hundred, every digit of it; a fraction as it is printed.
fn ring_caption(scope: &Scope<'_>, figure: &Figure, quantity: &Quantity) -> Html {
    let caption = if quantity.kind == Kind::Fraction {
        scope.say("ring-fraction", &[("number", &figure.printed.get(scope.lang).text)])
    } else if quantity.value == Decimal::ONE_HUNDRED {
        scope.say("ring-whole", &[])
    } else {
        scope.say("ring-share", &[("share", &quantity::plain(quantity.value))])
    };
    scope.html(&caption)
}

/// Whether the picture itself shows the card's companions.
pub(super) fn shows_companions(picture: &PictureView) -> bool {
    matches!(picture, PictureView::Bars { .. } | PictureView::Parts { .. })
}

fn row(
    scope: &Scope<'_>,
    index: FigureIndex,
    companions: &[CompanionView],
    place: usize,
    (start, length): (Length, Length),
) -> RowView {
    let other = place.checked_sub(1).and_then(|place| companions.get(place));
    let figure = other.cloned().unwrap_or_else(|| companion(scope, index, false));
    RowView { figure, own: place == 0, start, length }
}

fn change(scope: &Scope<'_>, figure: &Figure, delta: &Delta) -> PictureView {
    let (trend, key) = match delta.trend {
        Trend::Rise => ("rise", "delta-rise"),
        Trend::Fall => ("fall", "delta-fall"),
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
        index: base.index.to_string(),
    });
    let caption = match &base {
        Some(base) => scope.say(
            "delta-caption",
            &[("before", &before), ("after", &after), ("index", &base.index)],
        ),
        None => scope.say("delta-points", &[]),
    };
    PictureView::Delta { trend, words, base, caption: scope.html(&caption) }
}

fn bars_caption(scope: &Scope<'_>, figure: &Figure) -> Html {
    let members =
        std::iter::once(figure).chain(figure.with.iter().map(|other| scope.figure(*other)));
    let value = |figure: &&Figure| figure.quantity.as_ref().map(|quantity| quantity.value);
    let longest = members.max_by_key(value).unwrap_or(figure);
    let label = longest.label.get(scope.lang);
    let number = &longest.printed.get(scope.lang).text;
    scope.html(&scope.say("bars-caption", &[("label", label), ("number", number)]))
}

fn parts_caption(scope: &Scope<'_>, figure: &Figure) -> Html {
    let number = &figure.printed.get(scope.lang).text;
    let label = figure.label.get(scope.lang);
    scope.html(&scope.say("parts-caption", &[("label", label), ("number", number)]))
}

fn marks(scope: &Scope<'_>, figure: &Figure, tally: &Tally) -> PictureView {
    let number = &figure.printed.get(scope.lang).text;
    PictureView::Tally {
        marks: tally.marks.iter().map(|mark| MarkView { x: mark.x, y: mark.y }).collect(),
        cell: Tally::CELL,
        width: tally.width,
        height: tally.height,
        people: is_people(figure),
        caption: scope.html(&scope.say("tally-caption", &[("number", number)])),
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
            name,
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
