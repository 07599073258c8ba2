//! Figures from what front matter declares: values read, quotes located, words in both languages.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use foldhash::fast::RandomState;
use indexmap::IndexMap;
use indexmap::map::Entry::{Occupied, Vacant};
use rayon::prelude::*;

use super::derive;
use super::fold::Folded;
use super::memory::{Input, SectionFiles};
use super::print::print;
use super::quote::locate;
use super::search::find_all;
use super::value::value;
use super::words::{entries, report_unknown_words};
use super::{
    Figure, FigureIndex, Figures, Form, Group, Outcome, SectionIndex, Source, SourceIndex, Status,
};
use crate::content::{Document, Entry};
use crate::diag::{Code, Diagnostic, Sink, Spanned, collect_parallel};
use crate::lang::{Bilingual, Lang};
use crate::memo::Same;
use crate::quantity::Period;
use crate::source::shape::{choose, did_you_mean, is_left_to_write};

/// A name that does not exist is compared with so many that do.
const MOST_COMPARED: usize = 2000;

/// What a figure is made from.
pub(super) struct Draft<'a> {
    pub(super) section: SectionIndex,
    /// The original that declares it.
    pub(super) original: &'a Document,
    /// Its entry there.
    pub(super) entry: &'a Entry,
    translation: Option<&'a Document>,
    /// Its entry in the translation.
    pub(super) words: Option<&'a Entry>,
}

/// Where a figure's quote is looked for, and what was found.
#[derive(Default)]
struct Search {
    source: Option<SourceIndex>,
    /// The places of the quote in the source's text, in bytes.
    places: Vec<Range<usize>>,
}

/// Resolves the figures of all sections.
pub(super) fn resolve(input: &Input, sink: &mut Sink) -> Arc<Figures> {
    let original = input.original;
    let drafts = declare(&input.sections, original, sink);
    let searches = search(&drafts, input, sink);
    let searched: Vec<(&Draft<'_>, Search)> = drafts.iter().zip(searches).collect();
    let named: Vec<(String, Arc<Figure>)> =
        collect_parallel(&searched, sink, |(draft, search), own| {
            let figure = figure(draft, search, original, &input.sources, own);
            (figure.id.clone(), Arc::new(figure))
        });
    let mut figures: Figures = named.into_iter().collect();
    join_companions(&drafts, &mut figures, sink);
    derive::compute_all(&drafts, &mut figures, original, sink);
    finish(&drafts, &mut figures, original, sink);
    check_ranks(&drafts, sink);
    Arc::new(figures)
}

/// Collects the entries; an id that is declared twice counts once.
fn declare<'a>(sections: &'a [SectionFiles], lang: Lang, sink: &mut Sink) -> Vec<Draft<'a>> {
    let numbered: Vec<(SectionIndex, &SectionFiles)> = sections.iter().enumerate().collect();
    let drafts = collect_parallel(&numbered, sink, |(section, files), own| {
        report_unknown_words(files.get(lang).as_deref(), files.get(lang.other()).as_deref(), own);
        drafts(*section, files, lang)
    });
    let mut known: IndexMap<&str, Draft<'a>, RandomState> = IndexMap::default();
    for draft in drafts.into_iter().flatten() {
        match known.entry(&draft.entry.id.value) {
            Vacant(free) => drop(free.insert(draft)),
            Occupied(first) => sink.push(declared_twice(&draft.entry.id, &first.get().entry.id)),
        }
    }
    known.into_values().collect()
}

/// The figures that a section declares.
fn drafts(section: SectionIndex, files: &SectionFiles, lang: Lang) -> Vec<Draft<'_>> {
    let Some(original) = files.get(lang).as_deref() else { return Vec::new() };
    let translation = files.get(lang.other()).as_deref();
    let translated = translation.map(entries).unwrap_or_default();
    let declared = original.front.figures.iter();
    declared
        .map(|entry| {
            let words = translated.get(entry.id.value.as_str()).copied();
            Draft { section, original, entry, translation, words }
        })
        .collect()
}

fn declared_twice(id: &Spanned<String>, first: &Spanned<String>) -> Diagnostic {
    let message = text!("duplicate-id.figure", id = &id.value);
    Diagnostic::new(Code::DuplicateId, id.span, message)
        .label(first.span, text!("label.first-here"))
        .hint(text!("duplicate-id.figure-hint"))
}

/// Looks all quotes up: one pass over each source.
fn search(drafts: &[Draft<'_>], input: &Input, sink: &mut Sink) -> Vec<Search> {
    let sources = &input.sources;
    let names: BTreeMap<&str, SourceIndex> =
        sources.iter().enumerate().map(|(index, source)| (source.name.as_str(), index)).collect();
    let mut searches = collect_parallel(drafts, sink, |draft, own| {
        let source = source_of(draft, input, &names, own);
        Search { source, places: Vec::new() }
    });
    let mut quotes: Vec<Vec<(usize, &str)>> = sources.iter().map(|_| Vec::new()).collect();
    for (index, (draft, search)) in drafts.iter().zip(&searches).enumerate() {
        if let (Some(source), Some(quote)) = (search.source, &draft.entry.quote) {
            quotes[source].push((index, &quote.value));
        }
    }
    let found: Vec<Vec<Vec<Range<usize>>>> = sources
        .par_iter()
        .zip(&quotes)
        .filter(|(_, quotes)| !quotes.is_empty())
        .map(|(source, quotes)| {
            let folded: Vec<Folded> = quotes.iter().map(|(_, quote)| Folded::new(quote)).collect();
            find_all(&Folded::new(&source.text), &folded.iter().collect::<Vec<_>>())
        })
        .collect();
    let asked = quotes.iter().filter(|quotes| !quotes.is_empty());
    for ((index, _), places) in asked.flatten().zip(found.into_iter().flatten()) {
        searches[*index].places = places;
    }
    searches
}

/// A figure as far as it can be known without the others.
fn figure(
    draft: &Draft<'_>,
    search: &Search,
    lang: Lang,
    sources: &[Same<Source>],
    sink: &mut Sink,
) -> Figure {
    let entry = draft.entry;
    let mut quantity = value(entry, lang, sink);
    let mut quote = None;
    if let (Some(written), Some(source)) = (&entry.quote, search.source) {
        let (located, proof) =
            locate(written, quantity.as_ref(), &sources[source], search.places.clone());
        if let (Some(quantity), Some(proof)) = (&mut quantity, proof) {
            quantity.unit = quantity.unit.or(proof.quantity.unit);
            quantity.trend = quantity.trend.or(proof.quantity.trend);
        }
        quote = Some(located);
    }
    report_missing_keys(entry, sink);
    let period = draft.words_of(
        lang,
        |entry| entry.period.as_deref(),
        |document| document.front.period.as_ref(),
    );
    Figure {
        id: entry.id.value.clone(),
        section: draft.section,
        span: entry.id.span,
        status: match &quote {
            Some(quote) if quote.outcome == Outcome::Found => Status::Found,
            _ => Status::Unverified,
        },
        quantity,
        written: entry.value.as_ref().map(|value| value.value.clone()).unwrap_or_default(),
        printed: Bilingual::from_fn(|_| super::print::as_written(entry)),
        label: label(draft, lang),
        quote,
        source: search.source,
        form: Form::Numeral,
        with: Vec::new(),
        headline: entry.headline.as_ref().map(|rank| rank.value),
        dates: dates(&period, lang),
        period,
        place: draft.words_of(
            lang,
            |entry| entry.place.as_deref(),
            |document| document.front.place.as_ref(),
        ),
        note: draft.words_of(lang, |entry| entry.note.as_deref(), |_| None),
        baseline: draft.words_of(lang, |entry| entry.baseline.as_deref(), |_| None),
        direction: entry.direction,
        derived: None,
        allow: entry.allow.clone(),
    }
}

/// The dates that a period's words name, the original's before the translation's.
fn dates(period: &Bilingual<Option<String>>, lang: Lang) -> Option<Period> {
    [lang, lang.other()].into_iter().find_map(|lang| Period::parse(period.get(lang).as_ref()?))
}

/// The source of a figure: its own, its section's, the site's, or the only one.
fn source_of(
    draft: &Draft<'_>,
    input: &Input,
    names: &BTreeMap<&str, SourceIndex>,
    sink: &mut Sink,
) -> Option<SourceIndex> {
    let find = |name: &str| names.get(name).copied();
    let known = || names.keys().copied();
    if let Some(named) = draft.entry.source.as_deref().or(draft.original.front.source.as_ref()) {
        let found = find(&named.value);
        if found.is_none() {
            let message = text!("missing-file.source", name = &named.value);
            let hint = did_you_mean(&named.value, known())
                .unwrap_or_else(|| text!("missing-file.source-hint", name = &named.value));
            sink.push(Diagnostic::new(Code::MissingFile, named.span, message).hint(hint));
        }
        return found;
    }
    let of_site = input.source.as_deref().and_then(find);
    let found = of_site.or((names.len() == 1).then_some(0));
    if let (None, Some(quote)) = (found, &draft.entry.quote) {
        let (message, hint) = if names.is_empty() {
            (text!("missing-key.no-source"), text!("missing-key.no-source-hint"))
        } else {
            let names = known().collect::<Vec<_>>().join(", ");
            (text!("missing-key.source"), text!("missing-key.source-hint", names = names))
        };
        sink.push(Diagnostic::new(Code::MissingKey, quote.span, message).hint(hint));
    }
    found
}

fn report_missing_keys(entry: &Entry, sink: &mut Sink) {
    if entry.has_unknown_keys || entry.is_unfinished {
        return;
    }
    let missing = match (&entry.value, &entry.formula, &entry.quote) {
        (None, None, _) => "value",
        (Some(_), None, None) => "quote",
        _ => return,
    };
    let message = text!("missing-key.figure", key = missing, id = &entry.id.value);
    let hint = match missing {
        "value" => text!("missing-key.value-hint"),
        _ => text!("missing-key.quote-hint"),
    };
    sink.push(Diagnostic::new(Code::MissingKey, entry.id.span, message).hint(hint));
}

/// The label in both languages; the other language's words where one is missing.
fn label(draft: &Draft<'_>, lang: Lang) -> Bilingual<String> {
    let words = |entry: &Entry| {
        let label = entry.label.as_ref().map(|label| label.value.clone());
        label.filter(|label| !is_left_to_write(label))
    };
    let (own, other) = (words(draft.entry), draft.words.and_then(words));
    Bilingual::from_fn(|wanted| {
        let (first, second) = if wanted == lang { (&own, &other) } else { (&other, &own) };
        first.clone().or_else(|| second.clone()).unwrap_or_else(|| draft.entry.id.value.clone())
    })
}

impl Draft<'_> {
    /// Some words of the figure in both languages: its own, or its section's.
    fn words_of(
        &self,
        lang: Lang,
        of_entry: impl Fn(&Entry) -> Option<&Spanned<String>>,
        of_document: impl Fn(&Document) -> Option<&Spanned<String>>,
    ) -> Bilingual<Option<String>> {
        Bilingual::from_fn(|wanted| {
            let (entry, document) = if wanted == lang {
                (Some(self.entry), Some(self.original))
            } else {
                (self.words, self.translation)
            };
            let own = entry.and_then(&of_entry);
            let words = own.or_else(|| document.and_then(&of_document));
            words.map(|words| words.value.clone())
        })
    }
}

fn join_companions(drafts: &[Draft<'_>], figures: &mut Figures, sink: &mut Sink) {
    for (index, draft) in drafts.iter().enumerate() {
        let mut with: Vec<FigureIndex> = Vec::new();
        for id in &draft.entry.with {
            match figures.get_index_of(&id.value) {
                Some(other) if other != index && !with.contains(&other) => with.push(other),
                Some(_) => {
                    let message = text!("duplicate-id.companion", id = &id.value);
                    let found = Diagnostic::new(Code::DuplicateId, id.span, message);
                    sink.push(found.hint(text!("duplicate-id.companion-hint")));
                }
                // It may be one that could not be read, which has been reported.
                None if draft.original.front.has_lost_figures => {}
                None => sink.push(unknown_figure(id, figures)),
            }
        }
        if !with.is_empty() {
            Arc::make_mut(&mut figures[index]).with = with;
        }
    }
}

/// A name of a figure that does not exist.
pub(super) fn unknown_figure(id: &Spanned<String>, figures: &Figures) -> Diagnostic {
    let message = text!("unknown-figure", id = &id.value);
    let known = figures.keys().map(String::as_str).take(MOST_COMPARED);
    let hint = did_you_mean(&id.value, known);
    let hint = hint.unwrap_or_else(|| text!("unknown-figure.hint", id = &id.value));
    Diagnostic::new(Code::UnknownFigure, id.span, message).hint(hint)
}

/// Form and printed number, which depend on companions and derived values.
fn finish(drafts: &[Draft<'_>], figures: &mut Figures, lang: Lang, sink: &mut Sink) {
    let drafted: Vec<(&Draft<'_>, &Arc<Figure>)> = drafts.iter().zip(figures.values()).collect();
    let finished = collect_parallel(&drafted, sink, |(draft, figure), own| {
        let form = form(draft.entry, figure, figures, own);
        let printed = figure
            .quantity
            .as_ref()
            .map(|quantity| Bilingual::from_fn(|wanted| print(draft, quantity, wanted, lang, own)));
        (form, printed)
    });
    for (figure, (form, printed)) in figures.values_mut().zip(finished) {
        let figure = Arc::make_mut(figure);
        figure.form = form;
        if let Some(printed) = printed {
            figure.printed = printed;
        }
    }
}

fn form(entry: &Entry, figure: &Figure, figures: &Figures, sink: &mut Sink) -> Form {
    let group = Group::of(figure, figures);
    let default = group.map_or(Form::Numeral, |group| Form::default_for(&group));
    let Some(written) = &entry.form else { return default };
    Form::from_name(&written.value).unwrap_or_else(|| {
        let names: Vec<&str> = Form::ALL.iter().map(|form| form.name()).collect();
        let message =
            text!("invalid-value.choice", value = &written.value, choices = names.join(", "));
        sink.push(
            Diagnostic::new(Code::InvalidValue, written.span, message)
                .hint(choose(&written.value, &names)),
        );
        default
    })
}

/// Two cards cannot have the same rank.
fn check_ranks(drafts: &[Draft<'_>], sink: &mut Sink) {
    let mut ranks: BTreeMap<u32, &Spanned<u32>> = BTreeMap::new();
    for rank in drafts.iter().filter_map(|draft| draft.entry.headline.as_ref()) {
        if let Some(first) = ranks.get(&rank.value) {
            let message = text!("duplicate-id.headline", rank = rank.value.to_string());
            sink.push(
                Diagnostic::new(Code::DuplicateId, rank.span, message)
                    .label(first.span, text!("label.first-here"))
                    .hint(text!("duplicate-id.headline-hint")),
            );
        } else {
            ranks.insert(rank.value, rank);
        }
    }
}
