//! What holds for the geometry of any figures: it stays in its picture, it is true to the values,
//! and nothing in it meets anything else.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use rust_decimal::Decimal;
use shushuo::chart::{Ladder, Length, Picture, Timeline, Waffle, draw};
use shushuo::figure::{Form, Group, Member};
use shushuo::quantity::{Kind, Period, Quantity, Trend, Unit};

/// Lengths are rounded to a thousandth, so that sums of them may be off by a few.
const ROUNDING: Decimal = Decimal::from_parts(20, 0, 0, false, 3);

fn quantities() -> impl Strategy<Value = Quantity> {
    let units = [None, Some("item"), Some("person"), Some("household"), Some("yuan"), Some("year")];
    let kinds = prop_oneof![
        5 => Just(Kind::Quantity),
        2 => Just(Kind::Percent),
        1 => Just(Kind::PercentagePoint),
        1 => Just(Kind::Fraction),
    ];
    let values = prop_oneof![
        4 => (0_i64..40, 0_u32..1),
        2 => (0_i64..200, 0_u32..3),
        2 => (-50_i64..9_999_999, 0_u32..5),
        1 => (1_i64..121_020_700_000_000, 0_u32..1),
    ];
    let trends =
        prop_oneof![3 => Just(None), 1 => Just(Some(Trend::Rise)), 1 => Just(Some(Trend::Fall))];
    (values, kinds, 0..units.len(), trends).prop_map(
        move |((digits, decimals), kind, unit, trend)| Quantity {
            value: Decimal::new(digits, decimals).normalize(),
            unit: units[unit].and_then(Unit::from_id).filter(|_| kind == Kind::Quantity),
            kind,
            hedge: None,
            trend,
            precision: 0,
            scale: 0,
        },
    )
}

fn periods() -> impl Strategy<Value = String> {
    let point = (1950_u32..2030, 1_u32..13).prop_map(|(year, month)| format!("{year}年{month}月"));
    let year = (1950_u32..2030).prop_map(|year| format!("{year}年"));
    let span =
        (1950_u32..2030, 1_u32..30).prop_map(|(year, more)| format!("{year}—{}年", year + more));
    prop_oneof![3 => year, 1 => point, 1 => span, 1 => Just("“十四五”时期".to_owned()), 1 => Just("近年来".to_owned())]
}

/// The figures of a card with the words of their periods; most of them are alike, as on real cards.
fn cards() -> impl Strategy<Value = Vec<(Quantity, String)>> {
    let alike =
        (quantities(), prop::collection::vec(quantities(), 0..6)).prop_map(|(own, others)| {
            let others =
                others.into_iter().map(|other| Quantity { value: other.value, ..own.clone() });
            std::iter::once(own.clone()).chain(others.collect::<Vec<_>>()).collect::<Vec<_>>()
        });
    let mixed = prop::collection::vec(quantities(), 1..8);
    prop_oneof![3 => alike, 1 => mixed].prop_flat_map(|quantities| {
        let count = quantities.len();
        (Just(quantities), prop::collection::vec(periods(), count))
            .prop_map(|(quantities, periods)| quantities.into_iter().zip(periods).collect())
    })
}

fn group(card: &[(Quantity, String)]) -> Group<'_> {
    let mut members =
        card.iter().map(|(quantity, period)| Member { quantity, period: Period::parse(period) });
    Group { own: members.next().expect("a card has a figure"), companions: members.collect() }
}

fn is_inside(length: Length) -> bool {
    length >= Length::default() && length <= Length::WHOLE
}

fn is_near(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() <= ROUNDING
}

/// The waffle's filled cells are the share; the picture holds them.
fn check_waffle(waffle: &Waffle, quantity: &Quantity) -> Result<(), TestCaseError> {
    let (cell, pitch) = (Decimal::from(Waffle::CELL), Decimal::from(Waffle::CELL + Waffle::GAP));
    let mut cells = Decimal::ZERO;
    for row in &waffle.rows {
        let filled = row.filled.value();
        prop_assert!(filled >= Decimal::ZERO && filled <= Decimal::from(Waffle::SIDE));
        let whole = ((filled + Decimal::from(Waffle::GAP)) / pitch).trunc();
        let part = (filled - whole * pitch).max(Decimal::ZERO);
        cells += whole + part / cell;
    }
    let hundred = if quantity.kind == Kind::Fraction { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    prop_assert!(is_near(cells, quantity.value * hundred), "{cells} of {}", quantity.value);
    Ok(())
}

/// The rungs climb, and a ladder to scale is true to the values.
fn check_ladder(ladder: &Ladder, card: &[(Quantity, String)]) -> Result<(), TestCaseError> {
    prop_assert_eq!(ladder.rungs.len(), card.len());
    let value = |figure: usize| card[figure].0.value;
    let largest = card.iter().map(|(quantity, _)| quantity.value).max().unwrap_or_default();
    for rung in &ladder.rungs {
        prop_assert!(is_inside(rung.length));
        let share = value(rung.figure) / largest * Decimal::ONE_HUNDRED;
        prop_assert!(!ladder.to_scale || is_near(rung.length.value(), share));
    }
    for pair in ladder.rungs.windows(2) {
        let (above, below) = (&pair[0], &pair[1]);
        prop_assert!(value(above.figure) < value(below.figure));
        prop_assert!(ladder.to_scale || above.length < below.length);
        let times = below.times.expect("every rung but the first has a multiple");
        let exact = value(below.figure) / value(above.figure);
        prop_assert!((times.value - exact).abs() <= exact / Decimal::from(100));
        prop_assert!(!times.exact || times.value * value(above.figure) == value(below.figure));
    }
    Ok(())
}

/// Rows stand apart, lines do not cross, distances are true to time, spans do not lie upon others.
fn check_timeline(timeline: &Timeline, card: &[(Quantity, String)]) -> Result<(), TestCaseError> {
    let moments = &timeline.moments;
    prop_assert_eq!(moments.len(), card.len());
    let row = Decimal::ONE_HUNDRED / Decimal::from(card.len());
    let half = row / Decimal::TWO;
    let period = |figure: usize| Period::parse(&card[figure].1).expect("a timeline is dated");
    for moment in moments {
        let places = [moment.start, moment.middle, moment.end, moment.across];
        prop_assert!(places.into_iter().all(is_inside));
        prop_assert!(moment.start >= timeline.top && moment.end <= timeline.bottom);
        prop_assert!(moment.row.value() - half >= -ROUNDING);
        prop_assert!(moment.row.value() + half <= Decimal::ONE_HUNDRED + ROUNDING);
    }
    for pair in moments.windows(2) {
        prop_assert!(is_near(pair[1].row.value() - pair[0].row.value(), row), "rows of one height");
        prop_assert!(pair[0].middle <= pair[1].middle, "the lines to the rows cross");
    }
    if let [first, .., last] = &moments[..] {
        let days = period(last.figure).middle() - period(first.figure).middle();
        let length = last.middle.value() - first.middle.value();
        for moment in moments.iter().filter(|_| !days.is_zero()) {
            let since = period(moment.figure).middle() - period(first.figure).middle();
            let there = moment.middle.value() - first.middle.value();
            prop_assert!(is_near(there, since / days * length), "not true to time");
        }
    }
    for (at, one) in moments.iter().enumerate().filter(|(_, one)| one.start < one.end) {
        for other in moments.iter().skip(at + 1).filter(|other| other.across == one.across) {
            prop_assert!(other.start >= one.end || other.end <= one.start, "one span upon another");
        }
    }
    Ok(())
}

fn check(picture: &Picture, card: &[(Quantity, String)]) -> Result<(), TestCaseError> {
    match picture {
        Picture::Waffle(waffle) => check_waffle(waffle, &card[0].0),
        Picture::Ladder(ladder) => check_ladder(ladder, card),
        Picture::Timeline(timeline) => check_timeline(timeline, card),
        Picture::Ring(ring) => {
            prop_assert!(is_inside(ring.share) && is_inside(ring.rest));
            prop_assert_eq!(ring.share.value() + ring.rest.value(), Decimal::ONE_HUNDRED);
            Ok(())
        }
        Picture::Delta(delta) => {
            let base = delta.base.as_ref();
            prop_assert!(base.is_none_or(|it| is_inside(it.before) && is_inside(it.after)));
            Ok(())
        }
        Picture::Bars(bars) => {
            prop_assert!(bars.bars.iter().all(|bar| is_inside(bar.length)));
            prop_assert!(bars.bars.iter().any(|bar| bar.length == Length::WHOLE));
            Ok(())
        }
        Picture::Parts(parts) => {
            let mut end = Decimal::ZERO;
            for part in &parts.parts {
                prop_assert_eq!(
                    part.start.value(),
                    end,
                    "a gap between two parts, or one on another"
                );
                end += part.length.value();
            }
            prop_assert!(is_near(end + parts.rest.value(), Decimal::ONE_HUNDRED));
            Ok(())
        }
        Picture::Tally(tally) => {
            let fits = |mark: &shushuo::chart::Mark| mark.x < tally.width && mark.y < tally.height;
            prop_assert!(tally.marks.iter().all(fits));
            let mut places: Vec<_> = tally.marks.iter().map(|mark| (mark.y, mark.x)).collect();
            places.dedup();
            prop_assert_eq!(places.len(), tally.marks.len(), "two marks in one place");
            Ok(())
        }
        Picture::Streak(streak) => {
            prop_assert_eq!(Decimal::from(streak.years), card[0].0.value);
            Ok(())
        }
    }
}

#[test]
fn the_cards_of_these_tests_reach_every_form() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut reached = [0; Form::ALL.len()];
    for _ in 0..1500 {
        let card = cards().new_tree(&mut runner).expect("no card is rejected").current();
        for form in Form::suitable(&group(&card)) {
            reached[Form::ALL.iter().position(|one| *one == form).expect("one of all")] += 1;
        }
    }
    let told: Vec<_> = Form::ALL.iter().map(|form| form.name()).zip(reached).collect();
    assert!(reached.iter().all(|times| *times >= 10), "{told:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_form_that_suits_is_drawn_truly_and_inside_its_picture(card in cards()) {
        let group = group(&card);
        let suitable = Form::suitable(&group);
        prop_assert!(suitable.contains(&Form::default_for(&group)));
        for form in Form::ALL {
            let picture = draw(form, &group);
            let has_one = form != Form::Numeral && suitable.contains(&form);
            prop_assert_eq!(picture.is_some(), has_one, "{}", form.name());
            if let Some(picture) = picture {
                check(&picture, &card)?;
            }
        }
    }
}
