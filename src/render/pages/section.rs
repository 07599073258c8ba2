//! A section: its prose, each card behind the paragraph that first names its figure.

use super::Content;
use crate::figure::FigureIndex;
use crate::render::card::{Place, card};
use crate::render::columns::columns;
use crate::render::duty::Duty;
use crate::render::scope::Scope;
use crate::render::view::{CardView, ChunkView, LinkView, SectionView, Words};
use crate::render::{jsonld, prose};
use crate::site::{Page, Section};

pub(super) fn content(scope: &Scope<'_>, slug: &str) -> Option<Content> {
    let place = scope.section_index(slug)?;
    let section = scope.section(place);
    let document = section.documents.get(scope.lang).as_ref()?;
    let front = &document.front;
    let mut placed = Vec::new();
    let chunks = prose::chunks(scope, document)
        .into_iter()
        .map(|chunk| ChunkView {
            html: chunk.html,
            columns: columns(cards(scope, section, &chunk.figures, &mut placed)),
        })
        .collect();
    let rest = columns(cards(scope, section, &section.figures, &mut placed));
    let (previous, next) = scope.neighbours(place, scope.lang);
    let view = SectionView {
        heading: scope.html(&front.title.value),
        summary: front.summary.as_ref().map(|summary| scope.html(&summary.value)),
        date: front.date.as_ref().map(|date| Words::from(&date.value)),
        period: front.period.as_ref().map(|period| scope.html(&period.value)),
        place: front.place.as_ref().map(|place| scope.html(&place.value)),
        tags: tags(scope, section),
        chunks,
        rest,
        previous: previous.map(|section| scope.section_link(section)),
        next: next.map(|section| scope.section_link(section)),
    };
    let name = front.title.value.clone();
    let description =
        front.summary.as_ref().map_or_else(|| name.clone(), |summary| summary.value.clone());
    let columns = view.chunks.iter().flat_map(|chunk| &chunk.columns).chain(&view.rest);
    let cards = columns.flatten();
    Some(Content {
        kind: "section",
        template: "pages/section.html",
        duties: cards.map(|card| Duty::of(card, Place::Section)).collect(),
        view: Box::new(view),
        json_ld: jsonld::section(scope, place, document),
        name,
        description,
    })
}

/// The cards of the section's figures among `figures` that are not placed yet.
fn cards(
    scope: &Scope<'_>,
    section: &Section,
    figures: &[FigureIndex],
    placed: &mut Vec<FigureIndex>,
) -> Vec<CardView> {
    let mut cards = Vec::new();
    for figure in figures {
        let host = scope.host(*figure);
        if section.figures.contains(&host) && !placed.contains(&host) {
            placed.push(host);
            cards.push(card(scope, host, Place::Section));
        }
    }
    cards
}

fn tags(scope: &Scope<'_>, section: &Section) -> Vec<LinkView> {
    scope
        .site
        .tags
        .iter()
        .filter(|tag| section.tags.contains(&tag.id))
        .map(|tag| LinkView {
            name: scope.html(tag.label.get(scope.lang)),
            href: scope.link(&scope.path(Page::Tag(tag.id.clone(), 1), scope.lang)),
        })
        .collect()
}
