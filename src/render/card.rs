//! Cards: a figure with its number, picture, companions and proofs.

use super::citation::citation;
use super::number::{number, width};
use super::picture;
use super::proof;
use super::scope::Scope;
use super::view::{CardView, CompanionView, Words};
use crate::figure::{Figure, FigureIndex, Status};

/// A label of a row wider than this, in hundredths of its size, may take several lines.
const LONGEST_LINE: usize = 900;

/// Where a card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On the home page, at a rank counted from 1.
    Home(usize),
    /// In its section, where its companions have their anchors.
    Section,
    /// On its own page.
    Alone,
}

/// The card of a figure.
pub(super) fn card(scope: &Scope<'_>, index: FigureIndex, place: Place) -> CardView {
    let figure = scope.figure(index);
    let companions: Vec<CompanionView> = figure
        .with
        .iter()
        .map(|other| {
            let anchored = place == Place::Section && scope.host(*other) == index;
            companion(scope, *other, anchored)
        })
        .collect();
    let picture = picture::picture(scope, index, &companions);
    let calculated =
        companions.iter().filter(|companion| companion.formula.is_some()).cloned().collect();
    let shown = picture.as_ref().is_some_and(picture::shows_companions);
    CardView {
        id: Words::from(&figure.id),
        label: scope.html(figure.label.get(scope.lang)),
        number: number(scope, figure),
        form: figure.form.name(),
        picture,
        companions: if shown { Vec::new() } else { companions },
        comparisons: comparisons(scope, index),
        period: scope.html_of(figure.period.get(scope.lang).as_ref()),
        place: scope.html_of(figure.place.get(scope.lang).as_ref()),
        note: scope.html_of(figure.note.get(scope.lang).as_ref()),
        status: scope.status(figure, scope.lang),
        formula: proof::formula(scope, figure),
        calculated,
        proofs: proof::proofs(scope, index),
        href: scope.permalink(index),
        sentence: sentence(scope, figure).into(),
        citation: citation(scope, index).into(),
        section: scope.section_link(figure.section),
        level: if place == Place::Alone { 1 } else { 2 },
        rank: if let Place::Home(rank) = place { rank } else { 0 },
    }
}

/// What a card says, for those who hear it: label, number, time, place and what proves it.
fn sentence(scope: &Scope<'_>, figure: &Figure) -> String {
    let label = figure.label.get(scope.lang);
    let number = &figure.printed.get(scope.lang).text;
    let title = scope.say("figure-title", &[("label", label), ("number", number)]);
    let facts = [figure.period.get(scope.lang), figure.place.get(scope.lang)];
    let facts = facts.into_iter().flatten().map(String::as_str);
    let statement: Vec<&str> = std::iter::once(title.as_str()).chain(facts).collect();
    let statement = statement.join(&scope.say("comma", &[]));
    let status = scope.status(figure, scope.lang).words;
    let proof = figure.source.map_or_else(
        || status.as_str().to_owned(),
        |source| {
            let source = &scope.site.sources[source];
            let name = source.publisher.get(scope.lang).as_ref();
            let name = name.unwrap_or_else(|| source.title.get(scope.lang));
            scope.say("card-source", &[("source", name), ("status", status.as_str())])
        },
    );
    scope.say("card-sentence", &[("statement", &statement), ("proof", &proof)])
}

/// A figure as it stands on another's card or in a list.
pub(super) fn companion(scope: &Scope<'_>, index: FigureIndex, anchored: bool) -> CompanionView {
    let figure = scope.figure(index);
    CompanionView {
        anchor: anchored.then(|| Words::from(&figure.id)),
        label: scope.html(figure.label.get(scope.lang)),
        long: width(figure.label.get(scope.lang)) > LONGEST_LINE,
        number: number(scope, figure),
        href: scope.figure_link(index),
        status: scope.status(figure, scope.lang),
        formula: proof::formula(scope, figure),
    }
}

/// Derived figures that set this one in relation to others, and that are not on the card already.
fn comparisons(scope: &Scope<'_>, index: FigureIndex) -> Vec<CompanionView> {
    let figure = scope.figure(index);
    scope
        .derived_from(index)
        .iter()
        .filter(|derived| {
            !figure.with.contains(derived) && scope.figure(**derived).status == Status::Derived
        })
        .take(2)
        .map(|derived| companion(scope, *derived, false))
        .collect()
}
