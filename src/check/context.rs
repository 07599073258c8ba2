//! What rules see: the site, its files, and every number of its prose, found once.

use std::sync::Arc;

use super::coverage::Stated;
use super::prose::Passage;
use crate::content::Document;
use crate::figure::{Figure, FigureIndex, Figures, Source};
use crate::lang::{Bilingual, Lang};
use crate::memo::Same;
use crate::site::Site;

/// What rules over the site see.
pub(super) struct Context<'s> {
    /// The site.
    pub(super) site: &'s Site,
    /// Home page, methods page and sections, in this order.
    pub(super) pages: Vec<&'s Page>,
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
        self.pages.iter().flat_map(|page| {
            Lang::ALL.into_iter().filter_map(|lang| Some(&*page.side(lang)?.document))
        })
    }

    /// The prose in the language the reports are written in.
    pub(super) fn originals(&self) -> impl Iterator<Item = &Prose> {
        self.pages.iter().filter_map(|page| page.side(self.site.original()))
    }
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
