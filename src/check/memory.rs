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

    /// Runs all rules but those over the site, each kind beside the others.
    pub(super) fn run(&mut self, site: &Site, files: &Files) -> Checked {
        let Memory { facts, pages, files: texts } = self;
        let prove = || facts.one(facts_of(site), &mut Sink::new(), prove);
        let examine = || pages.collect(page_inputs(site), &mut Sink::new(), examine);
        let read = || texts.collect(texts_of(files), &mut Sink::new(), read);
        let (examined, (proven, read)) = rayon::join(examine, || rayon::join(prove, read));
        Checked { proven, examined, read }
    }
}

/// What all rules found but those over the site.
pub(super) struct Checked {
    /// The rules over figures.
    pub(super) proven: Arc<Proven>,
    /// The rules over pages, and the numbers of their prose: home page, methods page and sections, in
    /// this order.
    pub(super) examined: Vec<Arc<Examined>>,
    /// The rules over the texts that make the site's words and numbers: `site.yaml`, the pages, the
    /// sources.
    pub(super) read: Vec<Arc<Vec<Finding>>>,
}

fn facts_of(site: &Site) -> Facts {
    Facts {
        figures: Same::of(&site.figures),
        sources: site.sources.iter().map(Same::of).collect(),
        original: site.original(),
    }
}

fn page_inputs(site: &Site) -> Vec<PageInput> {
    let inputs = pages(site).map(|documents| {
        let slug = documents.zh.iter().chain(&documents.en).map(|document| &document.slug);
        PageInput {
            documents: documents.clone(),
            figures: Same::of(&site.figures),
            original: site.original(),
            is_unread: slug.into_iter().any(|slug| site.unread.contains(slug)),
        }
    });
    inputs.collect()
}

fn texts_of(files: &Files) -> Vec<(FileId, Same<File>)> {
    let is_text =
        |path: &str| [".md", ".txt", ".yaml", ".yml"].iter().any(|end| path.ends_with(end));
    ["content/", "seeds/", "site.yaml"]
        .into_iter()
        .flat_map(|part| files.below(part))
        .filter(|(_, file)| is_text(&file.path))
        .map(|(id, _)| (id, Same(files.shared(id))))
        .collect()
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
