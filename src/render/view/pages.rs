//! What each kind of page has of its own.

use serde::Serialize;

use super::{CardView, CompanionView, Html, LinkView, SwitchView, Words, part};

/// The home page: `home` in templates.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// Its heading.
    pub heading: Html,
    /// One line beneath it.
    pub summary: Option<Html>,
    /// The headline figures by rank; none on later pages of the list.
    #[serde(serialize_with = "part::cards")]
    pub cards: Vec<CardView>,
    /// Its words.
    pub body: Vec<Html>,
    /// The sections.
    pub list: ListView,
    /// The site's tags.
    pub tags: Vec<LinkView>,
    /// The site's sources, with their titles and publishers.
    pub sources: Vec<CreditView>,
}

/// A source of the site, as the home page credits it.
#[derive(Debug, Clone, Serialize)]
pub struct CreditView {
    /// Its title.
    pub title: Html,
    /// Who published it.
    pub summary: Option<Html>,
    /// When it was published.
    pub date: Option<Words>,
    /// Its page.
    pub href: Words,
}

/// A page of a list of sections.
#[derive(Debug, Clone, Serialize)]
pub struct ListView {
    /// The sections.
    #[serde(serialize_with = "part::entries")]
    pub entries: Vec<EntryView>,
    /// The way to its other pages; none for a list of one page.
    pub pager: Option<PagerView>,
}

/// A section in a list.
#[derive(Debug, Clone, Serialize)]
pub struct EntryView {
    /// Its title.
    pub title: Html,
    /// One line on what it is about.
    pub summary: Option<Html>,
    /// When it was published.
    pub date: Option<Words>,
    /// Its page.
    pub href: Words,
    /// Its figures, in small.
    #[serde(serialize_with = "part::items")]
    pub figures: Vec<CompanionView>,
    /// How many more it has.
    pub more: usize,
    /// The level of its heading on this page.
    pub level: usize,
}

/// The way through a list of several pages.
#[derive(Debug, Clone, Serialize)]
pub struct PagerView {
    /// In words: page 2 of 5.
    pub position: Words,
    /// The page before.
    pub previous: Option<Words>,
    /// The page behind.
    pub next: Option<Words>,
}

/// A section: `section` in templates.
#[derive(Debug, Clone, Serialize)]
pub struct SectionView {
    /// Its heading.
    pub heading: Html,
    /// One line on what it is about.
    pub summary: Option<Html>,
    /// When it was published.
    pub date: Option<Words>,
    /// The time it is about.
    pub period: Option<Html>,
    /// The place it is about.
    pub place: Option<Html>,
    /// Its tags.
    pub tags: Vec<LinkView>,
    /// Its prose, piece by piece, each with the cards of the figures first named in it.
    pub chunks: Vec<ChunkView>,
    /// The cards of the figures that the prose does not name, in columns.
    #[serde(serialize_with = "part::columns")]
    pub rest: Vec<Vec<CardView>>,
    /// The section before.
    pub previous: Option<LinkView>,
    /// The section behind.
    pub next: Option<LinkView>,
}

/// A paragraph, heading, list or table.
#[derive(Debug, Clone, Serialize)]
pub struct ChunkView {
    /// The prose.
    pub html: Html,
    /// The cards that stand behind it, in up to three columns of about one height.
    #[serde(serialize_with = "part::columns")]
    pub columns: Vec<Vec<CardView>>,
}

/// A headline figure's page: `figure` in templates.
#[derive(Debug, Clone, Serialize)]
pub struct FigurePageView {
    /// The figure.
    pub card: CardView,
    /// The passage of the source around its quote, its own number marked.
    pub context: Vec<Html>,
    /// The language of the passage.
    pub context_lang: &'static str,
    /// Whether that is not the language of the page.
    pub foreign: bool,
    /// The other figures of its section, the nearest 24 where there are more.
    #[serde(serialize_with = "part::items")]
    pub neighbours: Vec<CompanionView>,
    /// The headline figure before.
    pub previous: Option<LinkView>,
    /// The headline figure behind.
    pub next: Option<LinkView>,
}

/// A source: `source` in templates.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    /// Its title.
    pub heading: Html,
    /// Who published it.
    pub publisher: Option<Html>,
    /// Who wrote it.
    pub authors: Option<Html>,
    /// When it was published.
    pub date: Option<Words>,
    /// Where it can be read.
    pub url: Option<Words>,
    /// What readers should know about it.
    pub note: Option<Html>,
    /// The language of its text.
    pub lang: &'static str,
    /// Whether that is not the language of the page.
    pub foreign: bool,
    /// Whether the whole text is shown.
    pub full: bool,
    /// Its passages, each a list of paragraphs; every used number is marked and linked.
    pub passages: Vec<Vec<Html>>,
    /// The figures quoted from it, in the order of the text.
    #[serde(serialize_with = "part::quoted")]
    pub figures: Vec<SourceNumberView>,
    /// How much of it the site uses.
    pub coverage: CoverageView,
}

/// A number of a source and where it stands.
#[derive(Debug, Clone, Serialize)]
pub struct SourceNumberView {
    /// The figure.
    pub figure: CompanionView,
    /// The link to its place in the passages.
    pub place: Option<Words>,
}

/// How much of a source the site uses.
#[derive(Debug, Clone, Serialize)]
pub struct CoverageView {
    /// The source's title.
    pub title: Html,
    /// The source's page.
    pub href: Words,
    /// Data numbers in it.
    pub total: usize,
    /// Those that figures or the prose use.
    pub covered: usize,
    /// Those that nothing uses, as printed in the source.
    pub unused: Vec<Html>,
    /// The language of the source.
    pub lang: &'static str,
}

/// The methods page: `methods` in templates.
#[derive(Debug, Clone, Serialize)]
pub struct MethodsView {
    /// Its heading.
    pub heading: Html,
    /// Its words.
    pub body: Vec<Html>,
    /// Figures on the site.
    pub figures: usize,
    /// Quotes found in their sources.
    pub found: usize,
    /// Quotes not found.
    pub not_found: usize,
    /// Quotes that cannot be checked.
    pub unchecked: usize,
    /// How much of each source is used.
    pub coverage: Vec<CoverageView>,
    /// The derived figures with their formulas.
    pub derived: Vec<CompanionView>,
    /// Findings that were accepted.
    pub waivers: Vec<WaiverView>,
    /// Figures that the site cannot prove.
    pub unverified: Vec<CompanionView>,
}

/// A finding that was accepted, with the reason.
#[derive(Debug, Clone, Serialize)]
pub struct WaiverView {
    /// The check's name.
    pub code: &'static str,
    /// The file and line.
    pub place: Words,
    /// Why it is accepted.
    pub reason: Html,
}

/// The sections with a tag: `tag` in templates.
#[derive(Debug, Clone, Serialize)]
pub struct TagView {
    /// The tag's name.
    pub heading: Html,
    /// The sections.
    pub list: ListView,
}

/// The page for addresses that do not exist: `missing` in templates.
#[derive(Debug, Clone, Serialize)]
pub struct NotFoundView {
    /// The full addresses of the home pages, where the site knows its own.
    pub homes: Vec<SwitchView>,
}
