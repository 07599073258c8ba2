//! The home page: the headline figures, then the sections.

use super::{Content, entry, page_count, pager, tag};
use crate::render::card::{Place, card};
use crate::render::duty::Duty;
use crate::render::index::PAGE_LENGTH;
use crate::render::scope::Scope;
use crate::render::view::{CreditView, HomeView, LinkView, ListView, Words};
use crate::render::{jsonld, prose};
use crate::site::Page;

/// More tags than these stand on the first page of the list only.
const MOST_TAGS: usize = 200;

pub(super) fn content(scope: &Scope<'_>, number: usize) -> Content {
    let config = &scope.site.config;
    let document = scope.site.home.get(scope.lang).as_deref();
    let title = config.title.get(scope.lang);
    let heading = document.map_or(title, |document| &document.front.title.value);
    let summary =
        document.and_then(|document| document.front.summary.as_ref()).map(|text| &text.value);
    let description = config.description.get(scope.lang).as_ref();
    let view = HomeView {
        heading: scope.html(heading),
        summary: scope.html_of(summary.or(description)),
        cards: if number == 1 { cards(scope) } else { Vec::new() },
        body: if number == 1 { prose::body(scope, document) } else { Vec::new() },
        list: list(scope, number),
        tags: tags(scope, number),
        sources: sources(scope),
    };
    let name = if number == 1 {
        title.clone()
    } else {
        scope.say("page-number", &[("page", &number.to_string())])
    };
    let mut description = description.or(summary).unwrap_or(title).clone();
    if number > 1 {
        description = format!("{name}{}{description}", scope.say("colon", &[]));
    }
    Content {
        kind: "home",
        template: "pages/home.html",
        duties: view.cards.iter().map(|card| Duty::of(card, Place::Home(card.rank))).collect(),
        view: Box::new(view),
        json_ld: jsonld::home(scope, &description),
        name,
        description,
    }
}

fn cards(scope: &Scope<'_>) -> Vec<crate::render::view::CardView> {
    let ranked = scope.headlines.iter().enumerate();
    ranked.map(|(rank, figure)| card(scope, *figure, Place::Home(rank + 1))).collect()
}

fn list(scope: &Scope<'_>, number: usize) -> ListView {
    let order = scope.order.get(scope.lang);
    let entries = order
        .iter()
        .skip((number - 1) * PAGE_LENGTH)
        .take(PAGE_LENGTH)
        .map(|section| entry(scope, *section, 3))
        .collect();
    ListView { entries, pager: pager(scope, number, page_count(order.len()), Page::Home) }
}

/// The site's tags; where there are many, only the first page of the list has them.
fn tags(scope: &Scope<'_>, number: usize) -> Vec<LinkView> {
    let tags = &scope.site.tags;
    let most = if number == 1 { tags.len() } else { MOST_TAGS };
    tags.values().filter(|_| tags.len() <= most).map(|tag| tag::link(scope, tag)).collect()
}

fn sources(scope: &Scope<'_>) -> Vec<CreditView> {
    scope
        .site
        .sources
        .iter()
        .take(super::MOST_SOURCES)
        .map(|source| CreditView {
            title: scope.html(source.title.get(scope.lang)),
            summary: scope.html_of(source.publisher.get(scope.lang).as_ref()),
            date: source.date.as_ref().map(Words::from),
            href: scope.link(&scope.path(Page::Source(source.name.clone()), scope.lang)),
        })
        .collect()
}
