//! A card: a figure with its picture and its proof.

use serde::Serialize;

use super::{Html, LinkView, PictureView, Words, part};

/// A number, printed for the page's language.
#[derive(Debug, Clone, Serialize)]
pub struct NumberView {
    /// What stands before the digits: a hedge such as 近 or `nearly`.
    pub before: Html,
    /// The digits with their separators and sign.
    pub number: Words,
    /// What stands between digits and unit: nothing, or a space that does not break.
    pub gap: &'static str,
    /// What is counted: `万人`, `million people`, `%`.
    pub unit: Html,
    /// What stands behind the unit: a hedge such as 以上.
    pub after: Html,
    /// All of it as running text.
    pub text: Words,
    /// The same number as running text in the other language.
    pub other: Words,
    /// How wide number and unit are together, the unit set at a third, in halves of the digits'
    /// height: 3 to 16.
    pub width: u32,
    /// Whether the unit is so long that it stands below the digits.
    pub stacked: bool,
}

/// A figure with everything that proves it.
#[derive(Debug, Clone, Serialize)]
pub struct CardView {
    /// The figure's id, the anchor of the card.
    pub id: Words,
    /// What the number is.
    pub label: Html,
    /// The number.
    pub number: NumberView,
    /// The name of its form: `numeral`, `ring`, `delta` …
    pub form: &'static str,
    /// Its picture, where it has one.
    pub picture: Option<PictureView>,
    /// The figures on the same card that the picture does not show.
    #[serde(serialize_with = "part::items")]
    pub companions: Vec<CompanionView>,
    /// Derived figures that compare it with others.
    #[serde(serialize_with = "part::items")]
    pub comparisons: Vec<CompanionView>,
    /// The time it is about.
    pub period: Option<Html>,
    /// The place it is about.
    pub place: Option<Html>,
    /// A remark.
    pub note: Option<Html>,
    /// Whether the site can prove it.
    pub status: StatusView,
    /// How it was calculated, for a derived figure.
    pub formula: Option<FormulaView>,
    /// The companions that were calculated, whether the picture shows them or not.
    pub calculated: Vec<CompanionView>,
    /// The quotes behind the numbers on the card.
    pub proofs: Vec<ProofView>,
    /// The permanent link to the figure.
    pub href: Words,
    /// The whole card in a sentence, for those who hear it: label, number, time, place, source.
    pub sentence: Words,
    /// What a reader copies, without the link: the number, what it is, and its source, in lines.
    pub citation: Words,
    /// The section that declares it.
    pub section: LinkView,
    /// The level of its heading on this page: 1 on the figure's own page, 2 elsewhere.
    pub level: usize,
    /// Its rank among the home page's cards, counted from 1; 0 elsewhere.
    pub rank: usize,
}

/// Another figure on a card.
#[derive(Debug, Clone, Serialize)]
pub struct CompanionView {
    /// The anchor, where this is the figure's only place on the page.
    pub anchor: Option<Words>,
    /// What the number is.
    pub label: Html,
    /// Whether the label is so long that it may take several lines beside its number.
    pub long: bool,
    /// The number.
    pub number: NumberView,
    /// Where the figure leads.
    pub href: Words,
    /// Whether the site can prove it.
    pub status: StatusView,
    /// How it was calculated, for a derived figure.
    pub formula: Option<FormulaView>,
}

/// Whether the site can prove a figure.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// `found`, `derived` or `unverified`.
    pub name: &'static str,
    /// In words.
    pub words: Words,
}

/// How a derived figure was calculated.
#[derive(Debug, Clone, Serialize)]
pub struct FormulaView {
    /// With the labels of the figures, each a link.
    pub words: Html,
    /// With their numbers, and the result.
    pub numbers: Html,
}

/// A quote that proves numbers.
#[derive(Debug, Clone, Serialize)]
pub struct ProofView {
    /// What the numbers in it are.
    pub labels: Vec<Html>,
    /// The quote, its numbers in `<mark>`.
    pub quote: Html,
    /// The language of the quote.
    pub lang: &'static str,
    /// Whether that is not the language of the page.
    pub foreign: bool,
    /// The document it is from.
    pub source: Option<SourceLinkView>,
    /// Whether it stands there.
    pub status: StatusView,
}

/// The document that a quote is from.
#[derive(Debug, Clone, Serialize)]
pub struct SourceLinkView {
    /// Its title.
    pub title: Html,
    /// Who published it.
    pub publisher: Option<Html>,
    /// When.
    pub date: Option<Words>,
    /// The link to the quote in its context.
    pub href: Words,
}
