//! What was checked in the run before.

use std::sync::Arc;

use super::context::{Facts, Page, PageContext, Prose, pages};
use super::coverage::{self, Stated};
use super::findings::{Finding, Findings};
use super::prose::{PlainNumber, passages, plain_numbers};
use super::report::Use;
use super::rules::{FIGURE_RULES, PAGE_RULES, TEXT_RULES};
use crate::content::Document;
use crate::diag::{FileId, Sink};
use crate::figure::Figures;
use crate::lang::{Bilingual, Lang};
use crate::memo::{Memo, Same};
use crate::site::{Pair, Site};
use crate::source::{File, Files};

/// What was checked in the run before.
#[derive(Debug)]
pub struct Memory {
    facts: Memo<Facts, Arc<Proven>>,
    pages: Memo<PageInput, Arc<Examined>>,
    files: Memo<(FileId, Same<File>), Arc<Vec<Finding>>>,
}

/// What follows from figures and sources alone.
#[derive(Debug)]
pub(super) struct Proven {
    /// What the rules over figures found.
    pub(super) found: Vec<Finding>,
    /// For each source, for each of its mentions, the figures that use it.
    pub(super) uses: Vec<Vec<Use>>,
    /// Everything that figures and sources state.
    pub(super) known: Arc<Stated>,
}

/// What is left of a page when the rules over pages are done with it.
#[derive(Debug)]
pub(super) struct Examined {
    /// The numbers that the original states without naming a figure.
    pub(super) plain: Vec<PlainNumber>,
    /// What was found.
    pub(super) found: Vec<Finding>,
}

/// What a page is examined with.
#[derive(Debug)]
struct PageInput {
    documents: Pair,
    figures: Same<Figures>,
    original: Lang,
    is_unread: bool,
}

impl PartialEq for PageInput {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |lang: Lang| match (self.documents.get(lang), other.documents.get(lang)) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        let names = || self.documents.zh.iter().chain(&self.documents.en).flat_map(names);
        self.original == other.original
            && self.is_unread == other.is_unread
            && Lang::ALL.into_iter().all(is_same)
            && (self.figures == other.figures
                || names().all(|id| are_same(&self.figures, &other.figures, id)))
    }
}

/// The figures that a file declares, words or refers to, by id.
fn names(document: &Arc<Document>) -> impl Iterator<Item = &str> {
    let declared = document.front.figures.iter().map(|entry| entry.id.value.as_str());
    let references = document.body.blocks.iter().flat_map(|block| &block.references);
    declared.chain(references.map(|reference| reference.id.as_str()))
}

/// Whether a figure is the same, at the same place, in two sets.
fn are_same(one: &Figures, other: &Figures, id: &str) -> bool {
    match (one.get_full(id), other.get_full(id)) {
        (Some((place, _, one)), Some((there, _, other))) => {
            place == there && Arc::ptr_eq(one, other)
        }
        (one, other) => one.is_none() && other.is_none(),
    }
}

impl Memory {
    /// A memory that keeps nothing.
    pub fn forgetful() -> Self {
        Memory { facts: Memo::forgetful(), pages: Memo::forgetful(), files: Memo::forgetful() }
    }

    /// A memory for a site that is checked again and again.
    pub fn keeping() -> Self {
        Memory { facts: Memo::keeping(), pages: Memo::keeping(), files: Memo::keeping() }
    }

    /// Runs the rules over figures.
    pub(super) fn prove(&mut self, site: &Site) -> Arc<Proven> {
        let facts = Facts {
            figures: Same::of(&site.figures),
            sources: site.sources.iter().map(Same::of).collect(),
            original: site.original(),
        };
        self.facts.one(facts, &mut Sink::new(), prove)
    }

    /// Finds the numbers of all prose and runs the rules over pages: home page, methods page and
    /// sections, in this order.
    pub(super) fn examine(&mut self, site: &Site) -> Vec<Arc<Examined>> {
        let inputs = pages(site).map(|documents| {
            let slug = documents.zh.iter().chain(&documents.en).map(|document| &document.slug);
            PageInput {
                documents: documents.clone(),
                figures: Same::of(&site.figures),
                original: site.original(),
                is_unread: slug.into_iter().any(|slug| site.unread.contains(slug)),
            }
        });
        self.pages.collect(inputs.collect(), &mut Sink::new(), examine)
    }

    /// Runs the rules over the texts that make the site's words and numbers: `site.yaml`, the
    /// pages, the sources.
    pub(super) fn read(&mut self, files: &Files) -> Vec<Arc<Vec<Finding>>> {
        let is_text =
            |path: &str| [".md", ".txt", ".yaml", ".yml"].iter().any(|end| path.ends_with(end));
        let texts = ["content/", "seeds/", "site.yaml"]
            .into_iter()
            .flat_map(|part| files.below(part))
            .filter(|(_, file)| is_text(&file.path))
            .map(|(id, _)| (id, Same(files.shared(id))));
        self.files.collect(texts.collect(), &mut Sink::new(), read)
    }
}

fn prove(facts: &Facts, _: &mut Sink) -> Arc<Proven> {
    use rayon::prelude::*;
    let run = || -> Vec<Findings> {
        let rules = FIGURE_RULES.par_iter().with_max_len(1);
        let run = |rule: &fn(&Facts, &mut Findings)| {
            let mut own = Findings::default();
            rule(facts, &mut own);
            own
        };
        rules.map(run).collect()
    };
    let state = || rayon::join(|| coverage::by_figures(facts), || Arc::new(Stated::by(facts)));
    let (found, (uses, known)) = rayon::join(run, state);
    Arc::new(Proven {
        found: found.into_iter().flat_map(Findings::into_vec).collect(),
        uses,
        known,
    })
}

fn examine(input: &PageInput, _: &mut Sink) -> Arc<Examined> {
    let PageInput { documents, figures, original, is_unread } = input;
    let prose = |document: &Arc<Document>| Prose {
        document: Arc::clone(document),
        passages: passages(figures, document),
    };
    let page = Page { sides: Bilingual::from_fn(|lang| documents.get(lang).as_ref().map(prose)) };
    let context = PageContext { page: &page, figures, original: *original, is_unread: *is_unread };
    let mut found = Findings::default();
    PAGE_RULES.iter().for_each(|rule| rule(&context, &mut found));
    let plain = page.side(*original).map(|prose| plain_numbers(&prose.passages));
    Arc::new(Examined { plain: plain.unwrap_or_default(), found: found.into_vec() })
}

fn read((id, file): &(FileId, Same<File>), _: &mut Sink) -> Arc<Vec<Finding>> {
    let mut found = Findings::default();
    TEXT_RULES.iter().for_each(|rule| rule(*id, file, &mut found));
    Arc::new(found.into_vec())
}
