//! A headline figure alone: its card, the passage that proves it, the figures beside it.

use std::collections::BTreeSet;

use super::Content;
use crate::figure::{Figure, FigureIndex};
use crate::lang::Lang;
use crate::render::card::{Place, card, companion};
use crate::render::duty::Duty;
use crate::render::jsonld;
use crate::render::number::mark_tag;
use crate::render::passages::{self, Mark};
use crate::render::scope::Scope;
use crate::render::view::{CompanionView, FigurePageView, Html, LinkView};
use crate::site::Page;

/// Other figures of the section shown on a figure's page.
const MOST_NEIGHBOURS: usize = 24;

pub(super) fn content(scope: &Scope<'_>, id: &str) -> Option<Content> {
    let index = scope.site.figures.get_index_of(id)?;
    let figure = scope.figure(index);
    let rank = scope.rank(index)?;
    let (context, context_lang) = context(scope, figure);
    let neighbour = |place: Option<usize>| {
        let index = *scope.headlines.get(place?)?;
        let figure = scope.figure(index);
        Some(LinkView {
            name: scope.html(figure.label.get(scope.lang)),
            href: scope.link(&scope.path(Page::Figure(figure.id.clone()), scope.lang)),
        })
    };
    let view = FigurePageView {
        card: card(scope, index, Place::Alone),
        context,
        context_lang: context_lang.tag(),
        foreign: context_lang != scope.lang,
        neighbours: neighbours(scope, index),
        previous: neighbour(rank.checked_sub(1)),
        next: neighbour(Some(rank + 1)),
    };
    let label = figure.label.get(scope.lang);
    let number = &figure.printed.get(scope.lang).text;
    Some(Content {
        kind: "figure",
        template: "pages/figure.html",
        duties: vec![Duty::of(&view.card, Place::Alone)],
        view: Box::new(view),
        name: scope.say("figure-title", &[("number", number), ("label", label)]),
        description: description(scope, figure),
        json_ld: jsonld::figure(scope, index),
    })
}

/// Label, number, period, place and source in one sentence.
fn description(scope: &Scope<'_>, figure: &Figure) -> String {
    let number = &figure.printed.get(scope.lang).text;
    let mut text =
        scope.say("figure-title", &[("number", number), ("label", figure.label.get(scope.lang))]);
    let source = figure.source.map(|source| &scope.site.sources[source]);
    let facts = [
        figure.place.get(scope.lang).as_ref(),
        figure.period.get(scope.lang).as_ref(),
        source.and_then(|source| source.publisher.get(scope.lang).as_ref()),
    ];
    for fact in facts.into_iter().flatten() {
        text.push_str(&scope.say("separator", &[]));
        text.push_str(fact);
    }
    text
}

/// The sentences around the quote, this figure's own number marked.
fn context(scope: &Scope<'_>, figure: &Figure) -> (Vec<Html>, Lang) {
    let original = scope.site.original();
    let place = figure.quote.as_ref().and_then(|quote| quote.places.first());
    let (Some(source), Some(place)) = (figure.source, place) else {
        return (Vec::new(), original);
    };
    let marks = [Mark { range: place.number.clone(), figures: Vec::new(), used: true }];
    let windows = scope.outline(source).windows(&place.quote, std::slice::from_ref(&place.quote));
    let source = &scope.site.sources[source];
    let context = windows.iter().map(|window| {
        let window = passages::around(&source.text, window, &place.quote);
        let html = passages::html(&source.text, &window, &marks, |_, number| {
            format!("{}{number}</mark>", mark_tag(number))
        });
        Html::new(&html)
    });
    (context.collect(), source.lang)
}

/// The figures beside this one in its section, in its order: the nearest where there are many.
fn neighbours(scope: &Scope<'_>, index: FigureIndex) -> Vec<CompanionView> {
    let figure = scope.figure(index);
    let figures = &scope.section(figure.section).figures;
    let shown: BTreeSet<FigureIndex> = figure.with.iter().copied().collect();
    let is_free = |other: &&FigureIndex| !shown.contains(other);
    let place = figures.partition_point(|other| *other < index);
    let behind = figures[place..].iter().filter(|other| **other != index);
    let before: Vec<FigureIndex> =
        figures[..place].iter().rev().filter(is_free).take(MOST_NEIGHBOURS).copied().collect();
    let behind: Vec<FigureIndex> = behind.filter(is_free).take(MOST_NEIGHBOURS).copied().collect();
    // Half of them on each side; more where the other side has fewer.
    let half = MOST_NEIGHBOURS / 2;
    let first = before.len().min(half.max(MOST_NEIGHBOURS - behind.len()));
    before[..first]
        .iter()
        .rev()
        .chain(behind.iter().take(MOST_NEIGHBOURS - first))
        .map(|other| companion(scope, *other, false))
        .collect()
}
