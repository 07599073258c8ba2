//! A headline figure alone: its card, the passage that proves it, the figures beside it.

use std::ops::Range;

use super::Content;
use crate::figure::{Figure, FigureIndex};
use crate::render::card::{Place, card, companion};
use crate::render::duty::Duty;
use crate::render::jsonld;
use crate::render::passages::{self, Mark};
use crate::render::scope::Scope;
use crate::render::view::{FigurePageView, Html, LinkView};
use crate::site::Page;

pub(super) fn content(scope: &Scope<'_>, id: &str) -> Option<Content> {
    let index = scope.site.figures.get_index_of(id)?;
    let figure = scope.figure(index);
    let rank = scope.headlines.iter().position(|headline| *headline == index)?;
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
        context_lang,
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
fn context(scope: &Scope<'_>, figure: &Figure) -> (Vec<Html>, &'static str) {
    let original = scope.site.original().tag();
    let source = figure.source.map(|source| &scope.site.sources[source]);
    let place = figure.quote.as_ref().and_then(|quote| quote.places.first());
    let (Some(source), Some(place)) = (source, place) else { return (Vec::new(), original) };
    let marks = [Mark { range: place.number.clone(), figures: Vec::new(), used: true }];
    let mut context = Vec::new();
    let holds = |paragraph: &Range<usize>| {
        paragraph.start < place.quote.end && place.quote.start < paragraph.end
    };
    for paragraph in passages::paragraphs(source).into_iter().filter(holds) {
        for window in passages::windows(source, &paragraph, std::slice::from_ref(&place.quote)) {
            let html = passages::html(&source.text, &window, &marks, |_, number| {
                format!("<mark>{number}</mark>")
            });
            context.push(Html::new(&html));
        }
    }
    (context, source.lang.tag())
}

fn neighbours(scope: &Scope<'_>, index: FigureIndex) -> Vec<crate::render::view::CompanionView> {
    let figure = scope.figure(index);
    scope
        .section(figure.section)
        .figures
        .iter()
        .filter(|other| **other != index && !figure.with.contains(other))
        .map(|other| companion(scope, *other, false))
        .collect()
}
