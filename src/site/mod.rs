//! The whole site, joined: originals paired with translations, figures resolved, links known.

mod address;
mod assemble;
mod destination;
mod origin;

pub use address::{Address, Page, encode, relative, relative_to};
pub use assemble::assemble;
pub use destination::{Missing, escaped};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::content::{Document, Role};
use crate::diag::FileId;
use crate::figure::{Figure, FigureIndex, Figures, SectionFiles, SectionIndex, Source};
use crate::lang::{Bilingual, Lang};

/// The whole site. Everything that pages and checks need, and nothing that changes later.
#[derive(Debug)]
pub struct Site {
    /// What `site.yaml` says.
    pub config: crate::source::Config,
    /// The home page's words, where the site has them.
    pub home: Pair,
    /// The methods page's words, where the site has them.
    pub methods: Pair,
    /// The sections in reading order.
    pub sections: Vec<Section>,
    /// The sections by their names in addresses.
    pub slugs: BTreeMap<String, SectionIndex>,
    /// The figures by id: in section order, as written within a section.
    pub figures: Arc<Figures>,
    /// The sources, by name.
    pub sources: Vec<Arc<Source>>,
    /// The tags that sections use, by id, in the order of `site.yaml`, then of their ids.
    pub tags: IndexMap<String, Tag>,
    /// Images and downloads below `content/`, with the path they get in the built site.
    pub assets: Vec<(FileId, String)>,
    /// The slugs of content files that could not be parsed; checks do not miss what they may hold.
    pub unread: BTreeSet<String>,
}

/// A page's file in each language; `None` where it is missing.
pub type Pair = SectionFiles;

/// One topic: an original and its translation.
#[derive(Debug)]
pub struct Section {
    /// Its name in addresses.
    pub slug: String,
    /// Its files. At least one is there.
    pub documents: Pair,
    /// Its figures, in the order written.
    pub figures: Vec<FigureIndex>,
    /// Its tags' ids.
    pub tags: Vec<String>,
}

/// A tag and the sections that have it.
#[derive(Debug)]
pub struct Tag {
    /// Its id, as sections write it and as its page is named.
    pub id: String,
    /// Its name for readers.
    pub label: Bilingual<String>,
    /// The sections that have it, in reading order.
    pub sections: Vec<SectionIndex>,
}

impl Site {
    /// The address of a page in a language.
    pub fn address(&self, page: Page, lang: Lang) -> Address {
        Address { page, lang, original: lang == self.config.original }
    }

    /// The page that a document's words go to.
    pub fn page_of(&self, document: &Document) -> Page {
        match document.role {
            Role::Home => Page::Home(1),
            Role::Methods => Page::Methods,
            Role::Section => Page::Section(document.slug.clone()),
        }
    }

    /// The language the reports are written in; its pages are at the root.
    pub fn original(&self) -> Lang {
        self.config.original
    }

    /// The figure at `index`.
    pub fn figure(&self, index: FigureIndex) -> &Figure {
        &self.figures[index]
    }

    /// The headline figures by rank.
    pub fn headlines(&self) -> Vec<FigureIndex> {
        let mut ranked: Vec<(u32, FigureIndex)> = self
            .figures
            .values()
            .enumerate()
            .filter_map(|(index, figure)| figure.headline.map(|rank| (rank, index)))
            .collect();
        ranked.sort_unstable();
        ranked.into_iter().map(|(_, index)| index).collect()
    }

    /// The sections that have a page in `lang`, in reading order.
    pub fn sections_in(
        &self,
        lang: Lang,
    ) -> impl Iterator<Item = (SectionIndex, &Section, &Document)> {
        self.sections.iter().enumerate().filter_map(move |(index, section)| {
            section.documents.get(lang).as_deref().map(|document| (index, section, document))
        })
    }
}
