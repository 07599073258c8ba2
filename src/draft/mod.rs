//! Drafts: the front matter of a section, made from the numbers of a source that the site does not
//! use yet.
//!
//! Value and quote are filled in and hold against the source; the words that only the author can
//! find are left as `…`, which `check` reports as words left to write.

mod chapter;
mod insert;
mod label;
mod page;
mod quote;

pub use insert::{Insertion, insert};
pub use page::{Page, scalar, section};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use crate::check::{Report, Use};
use crate::figure::{Source, SourceIndex};
use crate::lang::Lang;
use crate::quantity::{self, Mention, Quantity};
use crate::site::Site;

use quote::{Quoted, Quoter};

/// What is to be drafted.
#[derive(Debug)]
pub struct Request<'a> {
    /// The source whose numbers are wanted.
    pub source: SourceIndex,
    /// The section that the draft is for: `jobs` for `content/jobs.zh.md`. Without one, each chapter
    /// of the source makes a section: `SOURCE-1`, `SOURCE-2` …; a source without chapters makes one,
    /// named as it is.
    pub section: Option<&'a str>,
    /// The lines of the source to look at, from 1; all of them without.
    pub lines: Option<RangeInclusive<usize>>,
}

/// Sections drafted from a source.
#[derive(Debug)]
pub struct Draft {
    /// Their files, original and translation; none where there is nothing to draft.
    pub pages: Vec<Page>,
    /// How many figures it declares.
    pub figures: usize,
    /// How many numbers were left out because the site, or a figure of the draft, states them.
    pub covered: usize,
    /// How many numbers were left out because no value could be written that reads as they do, or
    /// because they are the ends of a range.
    pub unreadable: usize,
}

/// With so many figures of the same value a number is compared, to tell whether it says the same.
const MOST_COMPARED: usize = 200;

/// One figure of a draft.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) line: usize,
    pub(crate) value: String,
    pub(crate) label: Option<String>,
    pub(crate) quote: String,
    /// The number as the translation prints it.
    pub(crate) printed: String,
}

/// The figures that share a passage of the source.
#[derive(Debug)]
pub(crate) struct Passage {
    /// The first byte of the sentence they stand in.
    pub(crate) start: usize,
    /// The sentence, on one line.
    pub(crate) words: String,
    pub(crate) entries: Vec<Entry>,
}

/// Drafts sections from the numbers of a source that nothing in the site states.
pub fn draft(site: &Site, report: &Report, request: &Request<'_>) -> Draft {
    let source = &site.sources[request.source];
    let unused: &[Use] = report.uses.get(request.source).map_or(&[], Vec::as_slice);
    let numbers = || source.mentions.iter().zip(unused);
    let wanted = numbers().filter(|(_, used)| matches!(used, Use::Unused));
    let wanted = wanted.map(|(mention, _)| mention);
    let mut drafting = Drafting::new(site, source, request.source, wanted);
    let mut line = Lines::new(&source.text);
    for (at, (mention, used)) in numbers().enumerate() {
        let line = line.of(mention.range.start);
        let is_wanted = request.lines.as_ref().is_none_or(|lines| lines.contains(&line));
        match used {
            Use::NotData => {}
            _ if !is_wanted => {}
            // One figure states one number.
            Use::Unused if is_end_of_range(source, at) => drafting.unreadable += 1,
            Use::Unused => drafting.add(mention, line),
            Use::Figures(_) | Use::Prose => drafting.covered += 1,
        }
    }
    let named = (site.sources.len() > 1).then_some(source.name.as_str());
    let sections = match request.section {
        Some(slug) => vec![chapter::Section::whole(slug, &drafting.passages)],
        None => chapter::sections(source, &drafting.passages),
    };
    let sections = sections.iter().filter(|section| !section.passages.is_empty());
    let pages = sections.flat_map(|section| page::drafted(section, site.original(), named));
    let pages = pages.collect();
    Draft {
        pages,
        figures: drafting.figures,
        covered: drafting.covered,
        unreadable: drafting.unreadable,
    }
}

/// Whether the number at a place among the source's is one end of a range.
fn is_end_of_range(source: &Source, at: usize) -> bool {
    let first = at.saturating_sub(1);
    let near = source.mentions.get(first..(at + 2).min(source.mentions.len())).unwrap_or_default();
    near.windows(2).any(|pair| quantity::is_range(&source.text, &pair[0], &pair[1]))
}

/// A draft as it grows.
struct Drafting<'s> {
    original: Lang,
    source: &'s Source,
    quoter: Quoter<'s>,
    /// What ids begin with.
    stem: String,
    /// The ids of the site and the draft.
    ids: BTreeSet<String>,
    /// How many ids a line has been given.
    numbered: BTreeMap<usize, usize>,
    /// The labels of the site and the draft: one label states one fact.
    labels: BTreeSet<String>,
    /// The quantities of the draft with their clauses, so that a repetition is not drafted twice.
    known: BTreeMap<Decimal, Vec<(Quantity, String)>>,
    /// The quantities that the source states among words, by value.
    among_words: BTreeMap<Decimal, Vec<&'s Quantity>>,
    passages: Vec<Passage>,
    figures: usize,
    covered: usize,
    unreadable: usize,
}

impl<'s> Drafting<'s> {
    fn new(
        site: &Site,
        source: &'s Source,
        index: SourceIndex,
        wanted: impl Iterator<Item = &'s Mention>,
    ) -> Self {
        let original = site.original();
        let labels = site.figures.values().map(|figure| figure.label.get(original).clone());
        let quoter = Quoter::new(source, wanted);
        let mut among_words: BTreeMap<Decimal, Vec<&Quantity>> = BTreeMap::new();
        for mention in &source.mentions {
            let alike = among_words.entry(mention.quantity.value).or_default();
            if quoter.clause_words(mention).is_some()
                && !alike.iter().any(|known| quote::same(known, &mention.quantity))
            {
                alike.push(&mention.quantity);
            }
        }
        Drafting {
            original,
            source,
            quoter,
            stem: stem(site, source, index),
            ids: site.figures.keys().cloned().collect(),
            labels: labels.collect(),
            numbered: BTreeMap::new(),
            known: BTreeMap::new(),
            among_words,
            passages: Vec::new(),
            figures: 0,
            covered: 0,
            unreadable: 0,
        }
    }

    fn add(&mut self, mention: &Mention, line: usize) {
        let Some(value) = self.quoter.value(mention, self.original) else {
            self.unreadable += 1;
            return;
        };
        let Some(quoted) = self.quoter.quote(mention) else {
            self.unreadable += 1;
            return;
        };
        if self.restates(mention, &quoted.clause) {
            self.covered += 1;
            return;
        }
        let sentence = self.quoter.sentence(&mention.range);
        if self.passages.last().is_none_or(|passage| passage.start != sentence.start) {
            let start = sentence.start;
            let words = self.quoter.joined(sentence);
            self.passages.push(Passage { start, words, entries: Vec::new() });
        }
        let label = self.label(mention, &quoted);
        let entry = Entry {
            id: self.id(line),
            line,
            value,
            label,
            quote: quoted.text,
            printed: quantity::print(&mention.quantity, self.original.other(), None).text,
        };
        self.figures += 1;
        if let Some(passage) = self.passages.last_mut() {
            passage.entries.push(entry);
        }
    }

    /// Whether a figure of the draft says the number in the same words, or the number stands alone
    /// here, as in a table of highlights, and among words elsewhere.
    fn restates(&mut self, mention: &Mention, clause: &str) -> bool {
        let quantity = &mention.quantity;
        let known = self.known.entry(quantity.value).or_default();
        let is_known = known.iter().rev().take(MOST_COMPARED).any(|(other, words)| {
            quote::same(other, quantity)
                && (clause.contains(words.as_str()) || words.contains(clause))
        });
        let is_alone = self.quoter.clause_words(mention).is_none();
        if !is_alone {
            known.push((quantity.clone(), clause.to_owned()));
        }
        let among_words = self.among_words.get(&quantity.value).into_iter().flatten();
        is_known || is_alone && { among_words }.any(|other| quote::same(other, quantity))
    }

    /// A label that no other figure has.
    fn label(&mut self, mention: &Mention, quoted: &Quoted) -> Option<String> {
        let lang = self.original;
        let proposed = label::propose(self.source, &quoted.range, mention, lang)?;
        let label = match label::is_trend(&proposed, lang) {
            false => proposed,
            true => {
                let before = self.passages.last().and_then(|passage| passage.entries.last());
                label::of_change(before?.label.as_deref()?, &proposed, lang)?
            }
        };
        self.labels.insert(label.clone()).then_some(label)
    }

    /// The first free id of a line: `line-12-1`.
    fn id(&mut self, line: usize) -> String {
        let number = self.numbered.entry(line).or_default();
        loop {
            *number += 1;
            let id = format!("{}-{line}-{number}", self.stem);
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// `line`, or in a site with several sources the source's name, as far as an id can hold it.
fn stem(site: &Site, source: &Source, index: SourceIndex) -> String {
    if site.sources.len() < 2 {
        return "line".to_owned();
    }
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let is_plain = source.name.starts_with(|first: char| first.is_ascii_alphabetic())
        && source.name.len() <= 40
        && source.name.chars().all(plain);
    match is_plain {
        true => source.name.to_ascii_lowercase(),
        false => format!("source-{}", index + 1),
    }
}

/// The lines of a text, asked for in order.
struct Lines<'t> {
    text: &'t str,
    line: usize,
    at: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Lines { text, line: 1, at: 0 }
    }

    /// The line, from 1, of a byte that is not before the last one asked for.
    fn of(&mut self, at: usize) -> usize {
        self.line += self.text[self.at..at].matches('\n').count();
        self.at = at;
        self.line
    }
}
