//! The methods page: how numbers are checked, and what the checks found.

use super::Content;
use crate::check::{Use, Waived};
use crate::figure::{FigureIndex, SourceIndex, Status};
use crate::render::card::companion;
use crate::render::scope::Scope;
use crate::render::view::{CompanionView, CoverageView, Html, MethodsView, WaiverView};
use crate::render::{jsonld, prose};
use crate::site::Page;

pub(super) fn content(scope: &Scope<'_>) -> Content {
    let document = scope.site.methods.get(scope.lang).as_deref();
    let heading = document
        .map_or_else(|| scope.say("methods", &[]), |document| document.front.title.value.clone());
    let description = document
        .and_then(|document| document.front.summary.as_ref())
        .map_or_else(|| heading.clone(), |summary| summary.value.clone());
    let quotes = &scope.report.summary.quotes;
    let view = MethodsView {
        heading: scope.html(&heading),
        body: prose::body(scope, document),
        figures: scope.site.figures.len(),
        found: quotes.found,
        not_found: quotes.not_found,
        unchecked: quotes.unchecked,
        coverage: (0..scope.site.sources.len()).map(|source| coverage(scope, source)).collect(),
        derived: with_status(scope, Status::Derived),
        unverified: with_status(scope, Status::Unverified),
        waivers: waivers(scope),
    };
    Content {
        kind: "methods",
        template: "pages/methods.html",
        duties: Vec::new(),
        view: Box::new(view),
        json_ld: jsonld::page(scope, &heading, &description),
        name: heading,
        description,
    }
}

fn with_status(scope: &Scope<'_>, status: Status) -> Vec<CompanionView> {
    let figures = scope.site.figures.values().enumerate();
    let wanted: Vec<FigureIndex> =
        figures.filter(|(_, figure)| figure.status == status).map(|(index, _)| index).collect();
    wanted.into_iter().map(|index| companion(scope, index, false)).collect()
}

/// How much of a source the site uses.
pub(super) fn coverage(scope: &Scope<'_>, place: SourceIndex) -> CoverageView {
    let source = &scope.site.sources[place];
    let uses = scope.report.uses.get(place).map_or(&[][..], Vec::as_slice);
    let mut unused = Vec::new();
    let mut total = 0;
    for (mention, used) in source.mentions.iter().zip(uses) {
        total += usize::from(*used != Use::NotData);
        if *used == Use::Unused {
            let text = source.text.get(mention.range.clone()).unwrap_or_default();
            unused.push(Html::text(&crate::render::passages::fold(text), source.lang));
        }
    }
    CoverageView {
        title: scope.html(source.title.get(scope.lang)),
        href: scope.link(&scope.path(Page::Source(source.name.clone()), scope.lang)),
        total,
        covered: total - unused.len(),
        unused,
        lang: source.lang.tag(),
    }
}

/// The findings come in the order of their places, so that each file is walked through once.
fn waivers(scope: &Scope<'_>) -> Vec<WaiverView> {
    let mut reached = None;
    let view = |waived: &Waived| {
        let (id, start) = (waived.span.file, waived.span.start());
        let file = scope.files.get(id);
        let (from, line) = match reached {
            Some((known, from, line)) if known == id && from <= start => (from, line),
            _ => (0, 1),
        };
        let between = file.text().get(from..start).unwrap_or_default();
        let line = line + between.matches('\n').count();
        reached = Some((id, start, line));
        WaiverView {
            code: waived.code.name(),
            place: format!("{}:{line}", file.path).into(),
            reason: scope.html(&waived.reason),
        }
    };
    scope.report.waived.iter().map(view).collect()
}
