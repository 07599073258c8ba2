//! What rules see: the site, its files, and every number of its prose, found once.

use super::prose::{Passage, passages};
use crate::content::Document;
use crate::diag::{FileId, Span};
use crate::figure::SectionIndex;
use crate::lang::{Bilingual, Lang};
use crate::site::{Pair, Site};
use crate::source::{File, Files};

/// What rules see.
pub(super) struct Context<'s> {
    /// The site.
    pub(super) site: &'s Site,
    /// The files it was read from.
    pub(super) files: &'s Files,
    /// Home page, methods page and sections, in this order.
    pub(super) pages: Vec<Page<'s>>,
}

/// A page's file in each language.
pub(super) struct Page<'s> {
    /// The files, with the numbers of their prose.
    pub(super) sides: Bilingual<Option<Prose<'s>>>,
}

/// The prose of one file.
pub(super) struct Prose<'s> {
    /// The file.
    pub(super) document: &'s Document,
    /// Its blocks, in order.
    pub(super) passages: Vec<Passage>,
}

impl<'s> Context<'s> {
    /// Finds the numbers of all prose.
    pub(super) fn new(site: &'s Site, files: &'s Files) -> Self {
        use rayon::prelude::*;
        let mut pairs: Vec<&'s Pair> = vec![&site.home, &site.methods];
        pairs.extend(site.sections.iter().map(|section| &section.documents));
        let pages = pairs
            .par_iter()
            .map(|documents| Page {
                sides: Bilingual::from_fn(|lang| {
                    let document = documents.get(lang).as_ref()?;
                    Some(Prose { document, passages: passages(site, document) })
                }),
            })
            .collect();
        Context { site, files, pages }
    }

    /// The page of a section; home page and methods page stand before all of them.
    pub(super) fn section(&self, index: SectionIndex) -> &Page<'s> {
        &self.pages[2 + index]
    }

    /// Every content file, in the order of the pages.
    pub(super) fn documents(&self) -> impl Iterator<Item = &'s Document> {
        self.pages.iter().flat_map(|page| {
            Lang::ALL.into_iter().filter_map(|lang| Some(page.side(lang)?.document))
        })
    }

    /// The prose in the language the reports are written in.
    pub(super) fn originals(&self) -> impl Iterator<Item = &Prose<'s>> {
        self.pages.iter().filter_map(|page| page.side(self.site.original()))
    }

    /// The pages that exist in both languages: original, then translation.
    pub(super) fn translated(&self) -> impl Iterator<Item = (&Prose<'s>, &Prose<'s>)> {
        let original = self.site.original();
        self.pages
            .iter()
            .filter_map(move |page| Some((page.side(original)?, page.side(original.other())?)))
    }

    /// The texts that make the site's words and numbers: `site.yaml`, the pages, the sources.
    pub(super) fn authored(&self) -> impl Iterator<Item = (FileId, &'s File)> {
        let files = self.files;
        let is_text =
            |path: &str| [".md", ".txt", ".yaml", ".yml"].iter().any(|end| path.ends_with(end));
        ["content/", "seeds/", "site.yaml"]
            .into_iter()
            .flat_map(move |part| files.below(part))
            .filter(move |(_, file)| is_text(&file.path))
    }

    /// The line of a place, counted from 1.
    pub(super) fn line(&self, span: Span) -> usize {
        let text = self.files.get(span.file).text();
        let before = text.as_bytes().get(..span.start).unwrap_or_default();
        before.iter().filter(|byte| **byte == b'\n').count() + 1
    }
}

impl<'s> Page<'s> {
    /// The page in one language.
    pub(super) fn side(&self, lang: Lang) -> Option<&Prose<'s>> {
        self.sides.get(lang).as_ref()
    }
}
