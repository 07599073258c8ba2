//! `figure-conflict`: the same fact with two values, in two figures or in a figure and the prose.
//!
//! Two figures state the same fact when label, period and place are the same. Prose does when a
//! figure's label stands directly before a number of the figure's kind, and no other time is named.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::check::context::{Facts, PageContext, Prose};
use crate::check::findings::Findings;
use crate::check::prose::{Number, Passage};
use crate::check::say::figure_value;
use crate::diag::{Code, Diagnostic};
use crate::figure::{Figure, FigureIndex};
use crate::lang::Lang;
use crate::quantity::{Kind, Quantity, Relation, relate};

/// Of figures with one label, each is compared with so many.
const MOST_ALIKE: usize = 100;

/// Two figures that state one fact.
pub(super) fn between_figures(facts: &Facts, found: &mut Findings) {
    let about = (0..facts.figures.len()).into_par_iter();
    let mut about: Vec<([String; 3], FigureIndex)> =
        about.map(|index| (fact(&facts.figures[index], facts.original), index)).collect();
    about.par_sort_unstable();
    for same in about.chunk_by(|one, other| one.0 == other.0) {
        for (place, (_, index)) in same.iter().enumerate() {
            let mut before = same[..place].iter().take(MOST_ALIKE).map(|(_, other)| *other);
            if let Some(other) = before.find(|other| conflicts(facts, *other, *index)) {
                found.push_about(*index, between(&facts.figures[other], &facts.figures[*index]));
            }
        }
    }
}

fn between(first: &Figure, second: &Figure) -> Diagnostic {
    let message = text!(
        "figure-conflict",
        label = second.label.clone(),
        value = figure_value(second),
        other = figure_value(first),
        id = &first.id,
    );
    Diagnostic::new(Code::FigureConflict, second.span, message)
        .label(first.span, text!("figure-conflict.first"))
        .hint(text!("figure-conflict.hint"))
}

/// What a figure is about: its label, period and place, spaces aside.
fn fact(figure: &Figure, lang: Lang) -> [String; 3] {
    let plain = |text: Option<&String>| {
        let text = text.map_or("", String::as_str);
        text.split_whitespace().collect::<String>().to_lowercase()
    };
    let (period, place) = (figure.period.get(lang), figure.place.get(lang));
    [plain(Some(figure.label.get(lang))), plain(period.as_ref()), plain(place.as_ref())]
}

/// Whether two figures about one fact say different things. Without a period, only figures of one
/// section are about the same time.
fn conflicts(facts: &Facts, one: FigureIndex, other: FigureIndex) -> bool {
    let (one, other) = (&facts.figures[one], &facts.figures[other]);
    let is_same_time = one.period.get(facts.original).is_some() || one.section == other.section;
    let quantities = one.quantity.as_ref().zip(other.quantity.as_ref());
    is_same_time
        && quantities.is_some_and(|(one, other)| is_alike(one, other) && !agree(one, other))
}

/// Whether two quantities measure the same kind of thing.
fn is_alike(one: &Quantity, other: &Quantity) -> bool {
    let units_agree = match (one.unit, other.unit) {
        (Some(one), Some(other)) => one.same_as(other),
        (one, other) => one == other,
    };
    one.kind == other.kind && units_agree
}

/// Whether two quantities can stand for one value, rounded or hedged.
fn agree(one: &Quantity, other: &Quantity) -> bool {
    let said = |relation| {
        matches!(relation, Relation::Same | Relation::Rounded | Relation::HedgeDiffers { .. })
    };
    said(relate(one, other)) || said(relate(other, one))
}

/// A figure and the prose of the section that declares it.
pub(super) fn with_prose(context: &PageContext<'_>, found: &mut Findings) {
    let lang = context.original;
    let Some(prose) = context.page.side(lang) else { return };
    let labels = Labels::new(context, prose, lang);
    for passage in &prose.passages {
        for number in &passage.numbers {
            for (index, figure) in labels.before(&passage.text[..number.range.start]) {
                if contradicts(passage, number, figure) {
                    found.push_about(index, in_prose(passage, number, figure, lang));
                }
            }
        }
    }
}

fn in_prose(passage: &Passage, number: &Number, figure: &Figure, lang: Lang) -> Diagnostic {
    let message = text!(
        "figure-conflict.prose",
        label = figure.label.get(lang),
        number = passage.words(number),
        value = figure_value(figure),
    );
    Diagnostic::new(Code::FigureConflict, number.span, message)
        .label(figure.span, text!("figure-conflict.first"))
        .hint(text!("figure-conflict.prose-hint", id = &figure.id))
}

/// The labels of the figures that a section declares, to be found at the end of a text.
struct Labels<'s> {
    figures: BTreeMap<&'s str, Vec<(FigureIndex, &'s Figure)>>,
    /// The lengths that labels have, in bytes.
    lengths: BTreeSet<usize>,
}

impl<'s> Labels<'s> {
    fn new(context: &'s PageContext<'_>, prose: &'s Prose, lang: Lang) -> Self {
        let mut labels = Labels { figures: BTreeMap::new(), lengths: BTreeSet::new() };
        for entry in &prose.document.front.figures {
            let Some((index, figure)) = context.figure(&entry.id.value) else { continue };
            let label = figure.label.get(lang);
            let is_declared_here = figure.span == entry.id.span;
            if is_declared_here && is_telling(label, lang) && figure.derived.is_none() {
                labels.lengths.insert(label.len());
                labels.figures.entry(label).or_default().push((index, figure));
            }
        }
        labels
    }

    /// The figures whose label ends the text, with no more than a verb behind it.
    fn before<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (FigureIndex, &'s Figure)> + 'a {
        let text = text.trim_end();
        let ends = VERBS.iter().filter_map(move |verb| text.strip_suffix(verb).map(str::trim_end));
        ends.flat_map(move |text| {
            self.lengths.iter().filter_map(move |length| {
                self.figures.get(text.get(text.len().checked_sub(*length)?..)?)
            })
        })
        .flat_map(|figures| figures.iter().take(MOST_ALIKE).copied())
    }
}

/// What may stand between a label and its number.
const VERBS: [&str; 18] = [
    "",
    "为",
    "达",
    "达到",
    "是",
    "有",
    "共",
    "：",
    ":",
    "达到了",
    "共有",
    "was",
    "is",
    "came to",
    "reached",
    "totalled",
    "were",
    "of",
];

/// Whether a label is long enough to name one thing only.
fn is_telling(label: &str, lang: Lang) -> bool {
    match lang {
        Lang::Zh => label.chars().count() >= 4,
        Lang::En => label.split_whitespace().count() >= 2,
    }
}

fn contradicts(passage: &Passage, number: &Number, figure: &Figure) -> bool {
    let sentence = passage.sentence(number.range.start);
    let names_a_time = passage.others.iter().any(|other| {
        other.quantity.kind == Kind::Date && passage.sentence(other.range.start) == sentence
    });
    let Some(value) = figure.quantity.as_ref().filter(|_| number.figure.is_none()) else {
        return false;
    };
    !names_a_time && is_alike(value, &number.quantity) && !agree(value, &number.quantity)
}

/// `[[id|words]]` whose words hold another number than the figure's.
pub(super) fn with_words(context: &PageContext<'_>, found: &mut Findings) {
    for prose in Lang::ALL.map(|lang| context.page.side(lang)) {
        let passages = prose.into_iter().flat_map(|prose| &prose.passages);
        let numbers =
            passages.flat_map(|passage| passage.numbers.iter().map(move |one| (passage, one)));
        for (passage, number) in numbers {
            let Some(index) = number.instead_of else { continue };
            let figure = &context.figures[index];
            let Some(value) = &figure.quantity else { continue };
            if !is_alike(value, &number.quantity) || agree(value, &number.quantity) {
                continue;
            }
            let message = text!(
                "figure-conflict.words",
                id = &figure.id,
                number = passage.words(number),
                value = figure_value(figure),
            );
            let diagnostic = Diagnostic::new(Code::FigureConflict, number.span, message)
                .hint(text!("figure-conflict.words-hint", id = &figure.id));
            found.push_about(index, diagnostic);
        }
    }
}
