//! What front matter can say.

use crate::diag::{Code, Span, Spanned};

/// What page a content file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// `_home.zh.md`: the words of the home page.
    Home,
    /// `_methods.zh.md`: the words of the methods page.
    Methods,
    /// Any other: one topic.
    Section,
}

/// The front matter of one file. An original declares its figures, a translation only their words.
#[derive(Debug, Clone)]
pub struct FrontMatter {
    /// The page's title.
    pub title: Spanned<String>,
    /// One line on what it is about.
    pub summary: Option<Spanned<String>>,
    /// Its rank among the sections; sections without one follow, by slug.
    pub order: Option<i64>,
    /// The source of its figures, unless they say their own.
    pub source: Option<Spanned<String>>,
    /// The day it was published, as `2022-12-31`.
    pub date: Option<Spanned<String>>,
    /// The ids of its tags.
    pub tags: Vec<Spanned<String>>,
    /// The time that its figures are about.
    pub period: Option<Spanned<String>>,
    /// The place that its figures are about.
    pub place: Option<Spanned<String>>,
    /// Its figures, in the order written.
    pub figures: Vec<Entry>,
    /// Where the front matter stands.
    pub span: Span,
}

/// One figure as front matter declares it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The figure's id.
    pub id: Spanned<String>,
    /// The value as printed in the source.
    pub value: Option<Spanned<String>>,
    /// The formula, instead of a value.
    pub formula: Option<FormulaEntry>,
    /// What the number is, in plain words.
    pub label: Option<Spanned<String>>,
    /// The words of the source that prove it.
    pub quote: Option<Spanned<String>>,
    /// The source, if not the section's.
    pub source: Option<Spanned<String>>,
    /// The words for what is counted, in this file's language.
    pub unit: Option<Spanned<Words>>,
    /// The whole number as it shall be printed, in this file's language.
    pub display: Option<Spanned<String>>,
    /// The name of the form that draws it.
    pub form: Option<Spanned<String>>,
    /// The ids of the figures drawn on the same card.
    pub with: Vec<Spanned<String>>,
    /// Its rank among the home page's cards.
    pub headline: Option<Spanned<u32>>,
    /// The time it is about.
    pub period: Option<Spanned<String>>,
    /// The place it is about.
    pub place: Option<Spanned<String>>,
    /// A remark that the card shows.
    pub note: Option<Spanned<String>>,
    /// What a change is measured from, in words.
    pub baseline: Option<Spanned<String>>,
    /// Whether a rise is good.
    pub direction: Option<Direction>,
    /// The findings that are accepted here, each with its reason.
    pub allow: Vec<(Spanned<Code>, String)>,
}

/// A formula over other figures, and how its result is printed.
#[derive(Debug, Clone)]
pub struct FormulaEntry {
    /// The formula: `out-of-province / labour-transfer`.
    pub derive: Spanned<String>,
    /// Unit and decimals of the printed result: `percent 1`, `亿元 0`.
    pub show: Option<Spanned<String>>,
}

/// The words for one counted thing and for several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// For exactly one: `problem`.
    pub one: String,
    /// For any other number: `problems`.
    pub other: String,
}

/// Which direction of a change is good news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    UpIsGood,
    /// Less is better: crimes, accidents.
    DownIsGood,
}
