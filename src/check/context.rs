//! What rules see: the site, its files, and every number of its prose, found once.

use std::sync::Arc;

use super::coverage::Stated;
use super::prose::{Passage, PlainNumber};
use crate::content::Document;
use crate::figure::{Figure, FigureIndex, Figures, Source};
use crate::lang::{Bilingual, Lang};
use crate::memo::Same;
use crate::site::{Pair, Site};

/// What rules over the site see.
pub(super) struct Context<'s> {
    /// The site.
    pub(super) site: &'s Site,
    /// The numbers that the original's prose states without naming a figure: those of the home page,
    /// the methods page and the sections, in this order.
    pub(super) plain: Vec<&'s [PlainNumber]>,
    /// Everything that figures and sources state.
    pub(super) known: Arc<Stated>,
}

/// What rules over figures see.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Facts {
    /// The figures of the site.
    pub(super) figures: Same<Figures>,
    /// Its sources.
    pub(super) sources: Vec<Same<Source>>,
    /// The language the reports are written in.
    pub(super) original: Lang,
}

/// What rules over pages see.
pub(super) struct PageContext<'s> {
    /// The page.
    pub(super) page: &'s Page,
    /// The figures of the site; only those that the page names may be asked for.
    pub(super) figures: &'s Figures,
    /// The language the reports are written in.
    pub(super) original: Lang,
    /// Whether a file of the page is there that could not be parsed.
    pub(super) is_unread: bool,
}

/// A page's file in each language.
#[derive(Debug)]
pub(super) struct Page {
    /// The files, with the numbers of their prose.
    pub(super) sides: Bilingual<Option<Prose>>,
}

/// The prose of one file.
#[derive(Debug)]
pub(super) struct Prose {
    /// The file.
    pub(super) document: Arc<Document>,
    /// Its blocks, in order.
    pub(super) passages: Vec<Passage>,
}

impl Context<'_> {
    /// Every content file, in the order of the pages.
    pub(super) fn documents(&self) -> impl Iterator<Item = &Document> {
        pages(self.site)
            .flat_map(|pair| Lang::ALL.into_iter().filter_map(|lang| pair.get(lang).as_deref()))
    }

    /// The files in the language the reports are written in.
    pub(super) fn originals(&self) -> impl Iterator<Item = &Document> {
        pages(self.site).filter_map(|pair| pair.get(self.site.original()).as_deref())
    }

    /// The numbers that the original's prose states without naming a figure.
    pub(super) fn plain_numbers(&self) -> impl Iterator<Item = &PlainNumber> {
        self.plain.iter().copied().flatten()
    }
}

/// The files of every page: home page, methods page and sections, in this order.
pub(super) fn pages(site: &Site) -> impl Iterator<Item = &Pair> {
    let sections = site.sections.iter().map(|section| &section.documents);
    [&site.home, &site.methods].into_iter().chain(sections)
}

impl PageContext<'_> {
    /// The figure with an id that the page declares, words or refers to.
    pub(super) fn figure(&self, id: &str) -> Option<(FigureIndex, &Figure)> {
        self.figures.get_full(id).map(|(index, _, figure)| (index, &**figure))
    }

    /// The page in both languages, if it exists in both: original, then translation.
    pub(super) fn both(&self) -> Option<(&Prose, &Prose)> {
        self.page.side(self.original).zip(self.page.side(self.original.other()))
    }
}

impl Page {
    /// The page in one language.
    pub(super) fn side(&self, lang: Lang) -> Option<&Prose> {
        self.sides.get(lang).as_ref()
    }
}
