//! What pages need to know about the site as a whole, computed once.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::passages::Outline;
use super::theme::Strings;
use super::view::StatusView;
use crate::check::Report;
use crate::figure::{Figure, FigureIndex, SectionIndex, SourceIndex, Status};
use crate::lang::{Bilingual, Lang};
use crate::site::{Address, Page, Section, Site, Tag};
use crate::source::Files;

/// Sections on one page of a list.
pub(super) const PAGE_LENGTH: usize = 50;

/// The site as pages see it.
pub(super) struct Index<'a> {
    pub(super) site: &'a Site,
    pub(super) files: &'a Files,
    pub(super) report: &'a Report,
    pub(super) strings: Bilingual<Arc<Strings>>,
    statuses: Bilingual<Statuses>,
    /// The headline figures by rank.
    pub(super) headlines: Vec<FigureIndex>,
    /// The sections with a page, by language, in reading order.
    pub(super) order: Bilingual<Vec<SectionIndex>>,
    /// For each section its place in `order`.
    places: Bilingual<Vec<Option<usize>>>,
    /// For each section the path of its page; of the other language's where it has none.
    paths: Bilingual<Vec<String>>,
    /// For each figure the one on whose card it is drawn in its section, if not on its own.
    hosts: Vec<Option<FigureIndex>>,
    /// For each figure the derived figures of its section that use it.
    derived: Vec<Vec<FigureIndex>>,
    /// The sections by their names in addresses.
    slugs: BTreeMap<&'a str, SectionIndex>,
    /// For each tag, by language, its sections that have a page.
    tagged: Bilingual<Vec<Vec<SectionIndex>>>,
    /// For each source the figures quoted from it.
    quoted: Vec<Vec<FigureIndex>>,
    /// For each source its paragraphs and sentences, once a page asks for them.
    outlines: Vec<OnceLock<Outline>>,
}

impl<'a> Index<'a> {
    pub(super) fn new(
        site: &'a Site,
        files: &'a Files,
        report: &'a Report,
        strings: Bilingual<Arc<Strings>>,
    ) -> Self {
        let order = Bilingual::from_fn(|lang| {
            site.sections_in(lang).map(|(index, _, _)| index).collect::<Vec<_>>()
        });
        let places = Bilingual::from_fn(|lang| {
            let mut places = vec![None; site.sections.len()];
            for (place, section) in order.get(lang).iter().enumerate() {
                places[*section] = Some(place);
            }
            places
        });
        let (paths, (hosts, derived)) = rayon::join(
            || {
                Bilingual::from_fn(|lang| {
                    site.sections.iter().map(|section| path(site, section, lang)).collect()
                })
            },
            || (hosts(site), derived(site)),
        );
        Index {
            site,
            files,
            report,
            statuses: Bilingual::from_fn(|lang| Statuses::new(strings.get(lang))),
            strings,
            headlines: site.headlines(),
            order,
            places,
            paths,
            hosts,
            derived,
            slugs: site
                .sections
                .iter()
                .enumerate()
                .map(|(place, section)| (section.slug.as_str(), place))
                .collect(),
            tagged: Bilingual::from_fn(|lang| tagged(site, lang)),
            quoted: quoted(site),
            outlines: site.sources.iter().map(|_| OnceLock::new()).collect(),
        }
    }

    pub(super) fn figure(&self, index: FigureIndex) -> &'a Figure {
        &self.site.figures[index]
    }

    pub(super) fn section(&self, index: SectionIndex) -> &'a Section {
        &self.site.sections[index]
    }

    /// The section with a name in addresses.
    pub(super) fn section_index(&self, slug: &str) -> Option<SectionIndex> {
        self.slugs.get(slug).copied()
    }

    /// The sections with a tag that have a page in a language, in reading order.
    pub(super) fn tagged(&self, id: &str, lang: Lang) -> &[SectionIndex] {
        let place = self.site.tags.get_index_of(id);
        place.map_or(&[][..], |place| &self.tagged.get(lang)[place])
    }

    /// Whether the site can prove a figure, in words.
    pub(super) fn status(&self, figure: &Figure, lang: Lang) -> StatusView {
        self.statuses.get(lang).of(figure.status).clone()
    }

    /// The figures quoted from a source.
    pub(super) fn quoted(&self, source: SourceIndex) -> &[FigureIndex] {
        &self.quoted[source]
    }

    /// The paragraphs and sentences of a source.
    pub(super) fn outline(&self, source: SourceIndex) -> &Outline {
        self.outlines[source].get_or_init(|| Outline::of(&self.site.sources[source]))
    }

    /// The place of a headline figure among all of them, from 0.
    pub(super) fn rank(&self, index: FigureIndex) -> Option<usize> {
        let key = |index: &FigureIndex| (self.figure(*index).headline, *index);
        self.headlines.binary_search_by_key(&key(&index), key).ok()
    }

    /// The address of a page.
    pub(super) fn address(&self, page: Page, lang: Lang) -> Address {
        self.site.address(page, lang)
    }

    /// The path of a page in the built site.
    pub(super) fn path(&self, page: Page, lang: Lang) -> String {
        self.address(page, lang).path()
    }

    /// The path of a section's page, in the other language where `lang` has none.
    pub(super) fn section_path(&self, index: SectionIndex, lang: Lang) -> &str {
        &self.paths.get(lang)[index]
    }

    /// The path of a figure: its own page for a headline figure, else its place in its section.
    pub(super) fn figure_path(&self, index: FigureIndex, lang: Lang) -> String {
        let figure = self.figure(index);
        if figure.headline.is_some() {
            self.path(Page::Figure(figure.id.clone()), lang)
        } else {
            self.anchor_path(index, lang)
        }
    }

    /// The path of a figure's place in its section.
    pub(super) fn anchor_path(&self, index: FigureIndex, lang: Lang) -> String {
        let figure = self.figure(index);
        [self.section_path(figure.section, lang), "#", &figure.id].concat()
    }

    /// The figure on whose card this one is drawn in its section: itself or another.
    pub(super) fn host(&self, index: FigureIndex) -> FigureIndex {
        self.hosts[index].unwrap_or(index)
    }

    /// The derived figures of the same section that use this one.
    pub(super) fn derived_from(&self, index: FigureIndex) -> &[FigureIndex] {
        &self.derived[index]
    }

    /// The sections before and behind one, in reading order.
    pub(super) fn neighbours(
        &self,
        index: SectionIndex,
        lang: Lang,
    ) -> (Option<SectionIndex>, Option<SectionIndex>) {
        let order = self.order.get(lang);
        match self.places.get(lang)[index] {
            Some(place) => {
                (place.checked_sub(1).map(|before| order[before]), order.get(place + 1).copied())
            }
            None => (None, None),
        }
    }
}

/// Each [`Status`] in words.
struct Statuses {
    found: StatusView,
    derived: StatusView,
    unverified: StatusView,
}

impl Statuses {
    fn new(strings: &Strings) -> Self {
        let named = |name, key| StatusView { name, words: strings.phrase(key) };
        Statuses {
            found: named("found", "status-found"),
            derived: named("derived", "status-derived"),
            unverified: named("unverified", "status-unverified"),
        }
    }

    fn of(&self, status: Status) -> &StatusView {
        match status {
            Status::Found => &self.found,
            Status::Derived => &self.derived,
            Status::Unverified => &self.unverified,
        }
    }
}

fn path(site: &Site, section: &Section, lang: Lang) -> String {
    let there = section.documents.get(lang).is_some();
    let lang = if there { lang } else { lang.other() };
    site.address(Page::Section(section.slug.clone()), lang).path()
}

/// A figure that another of its section lists as a companion is drawn there, and only there.
fn hosts(site: &Site) -> Vec<Option<FigureIndex>> {
    let mut hosts = vec![None; site.figures.len()];
    for (index, figure) in site.figures.values().enumerate() {
        if hosts[index].is_some() {
            continue;
        }
        for companion in &figure.with {
            let other = &site.figures[*companion];
            let free = hosts[*companion].is_none()
                && other.section == figure.section
                && other.headline.is_none()
                && *companion != index
                && !(*companion < index && other.with.contains(&index));
            if free {
                hosts[*companion] = Some(index);
            }
        }
    }
    resolve_chains(&mut hosts);
    hosts
}

/// A figure whose host is itself drawn elsewhere keeps its own card.
fn resolve_chains(hosts: &mut [Option<FigureIndex>]) {
    for index in 0..hosts.len() {
        if hosts[index].is_some_and(|host| hosts[host].is_some()) {
            hosts[index] = None;
        }
    }
}

fn tagged(site: &Site, lang: Lang) -> Vec<Vec<SectionIndex>> {
    let there = |section: &SectionIndex| site.sections[*section].documents.get(lang).is_some();
    let sections = |tag: &Tag| tag.sections.iter().copied().filter(there).collect();
    site.tags.values().map(sections).collect()
}

fn quoted(site: &Site) -> Vec<Vec<FigureIndex>> {
    let mut quoted = vec![Vec::new(); site.sources.len()];
    for (index, figure) in site.figures.values().enumerate() {
        if let (Some(source), Some(_)) = (figure.source, &figure.quote) {
            quoted[source].push(index);
        }
    }
    quoted
}

fn derived(site: &Site) -> Vec<Vec<FigureIndex>> {
    let mut derived = vec![Vec::new(); site.figures.len()];
    for (index, figure) in site.figures.values().enumerate() {
        for input in figure.derived.iter().flat_map(|formula| &formula.inputs) {
            if site.figures[*input].section == figure.section {
                derived[*input].push(index);
            }
        }
    }
    derived
}
