//! A section: its prose, each card behind the paragraph that first names its figure.

use std::collections::BTreeSet;

use super::{Content, tag};
use crate::figure::{FigureIndex, SectionIndex};
use crate::render::card::{Place, card};
use crate::render::columns::columns;
use crate::render::duty::Duty;
use crate::render::scope::Scope;
use crate::render::view::{CardView, ChunkView, LinkView, SectionView, Words};
use crate::render::{jsonld, prose};
use crate::site::Section;

pub(super) fn content(scope: &Scope<'_>, slug: &str) -> Option<Content> {
    let place = scope.section_index(slug)?;
    let section = scope.section(place);
    let document = section.documents.get(scope.lang).as_ref()?;
    let front = &document.front;
    let mut placed = BTreeSet::new();
    let chunks = prose::chunks(scope, document)
        .into_iter()
        .map(|chunk| ChunkView {
            html: chunk.html,
            columns: columns(cards(scope, place, &chunk.figures, &mut placed)),
        })
        .collect();
    let rest = columns(cards(scope, place, &section.figures, &mut placed));
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
    section: SectionIndex,
    figures: &[FigureIndex],
    placed: &mut BTreeSet<FigureIndex>,
) -> Vec<CardView> {
    let mut cards = Vec::new();
    for figure in figures {
        let host = scope.host(*figure);
        if scope.figure(host).section == section && placed.insert(host) {
            cards.push(card(scope, host, Place::Section));
        }
    }
    cards
}

fn tags(scope: &Scope<'_>, section: &Section) -> Vec<LinkView> {
    let places = section.tags.iter().filter_map(|id| scope.site.tags.get_index_of(id));
    let in_order: BTreeSet<usize> = places.collect();
    in_order.into_iter().map(|place| tag::link(scope, &scope.site.tags[place])).collect()
}
