//! Figures resolved: values read, quotes located in their sources, derived values computed.

mod derive;
mod fold;
mod form;
mod formula;
mod group;
mod memory;
mod print;
mod quote;
mod resolve;
mod search;
mod show;
mod source;
mod value;
mod words;

pub use fold::Folded;
pub use group::{Group, Member};
pub use memory::{Memory, SectionFiles};
pub(crate) use search::find_all;
pub(crate) use source::text_of;

use std::ops::Range;
use std::sync::Arc;

use foldhash::fast::RandomState;
use indexmap::IndexMap;
use rust_decimal::Decimal;

use crate::content::Direction;
use crate::diag::{Code, FileId, Span, Spanned};
use crate::lang::Bilingual;
use crate::quantity::{Mention, Period, Printed, Quantity};
use crate::source::Publish;

/// The place of a figure in [`Site::figures`](crate::site::Site::figures).
pub type FigureIndex = usize;
/// The place of a source in [`Site::sources`](crate::site::Site::sources).
pub type SourceIndex = usize;
/// The place of a section in [`Site::sections`](crate::site::Site::sections).
pub type SectionIndex = usize;

/// The figures of a site by id: in section order, as written within a section.
pub type Figures = IndexMap<String, Arc<Figure>, RandomState>;

/// A quantity that the site states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Its id, unique in the site.
    pub id: String,
    /// The section that declares it.
    pub section: SectionIndex,
    /// Where its id stands in the original.
    pub span: Span,
    /// Its value; `None` where it could not be read (an error stands then).
    pub quantity: Option<Quantity>,
    /// The value as the author wrote it (the result's plain form for a derived figure).
    pub written: String,
    /// The number as it is printed in each language.
    pub printed: Bilingual<Printed>,
    /// What the number is; the other language's words where one is missing (an error stands then).
    pub label: Bilingual<String>,
    /// The quote that proves it; `None` for derived figures.
    pub quote: Option<Quote>,
    /// The source it is quoted from, or that its inputs share.
    pub source: Option<SourceIndex>,
    /// How it is drawn.
    pub form: Form,
    /// The figures drawn on the same card, in order.
    pub with: Vec<FigureIndex>,
    /// Its rank among the home page's cards.
    pub headline: Option<u32>,
    /// The time it is about; the section's unless it says its own.
    pub period: Bilingual<Option<String>>,
    /// The dates of that time, where its words name any.
    pub dates: Option<Period>,
    /// The place it is about; the section's unless it says its own.
    pub place: Bilingual<Option<String>>,
    /// A remark that the card shows.
    pub note: Bilingual<Option<String>>,
    /// What a change is measured from, in words.
    pub baseline: Bilingual<Option<String>>,
    /// Whether a rise is good; `None` when neither is.
    pub direction: Option<Direction>,
    /// The formula, for a derived figure.
    pub derived: Option<Derived>,
    /// Whether the site can prove it.
    pub status: Status,
    /// The findings accepted for it, with their reasons.
    pub allow: Vec<(Spanned<Code>, String)>,
}

/// The words of a source that prove a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words as the author wrote them.
    pub text: String,
    /// Where the author wrote them.
    pub span: Span,
    /// The value's bytes in `text`, where it was found.
    pub number: Option<Range<usize>>,
    /// What looking for it in the source gave.
    pub outcome: Outcome,
    /// Where the quote stands in the source's text, each with the value's bytes there; the first
    /// is the one that pages link to. Empty when it was not found or cannot be checked.
    pub places: Vec<Place>,
    /// The number of the source that the quote breaks off in, as the source has it.
    pub cut: Option<String>,
}

/// What looking for a quote in its source gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It stands there and holds the value.
    Found,
    /// It stands there, but does not hold the value.
    ValueNotInQuote,
    /// It holds the value more than once, or stands in several places with different values.
    Ambiguous,
    /// It does not stand there.
    NotFound,
    /// The source has no text to look in, or the figure no value to look for.
    Unchecked,
}

/// One place of a quote in the text of its source, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The quote.
    pub quote: Range<usize>,
    /// The value in it.
    pub number: Range<usize>,
}

/// How a derived figure is computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// The formula as written.
    pub formula: String,
    /// The figures it uses, in the order of their first use.
    pub inputs: Vec<FigureIndex>,
    /// What it gives, not rounded; a share as a fraction of one.
    pub result: Decimal,
}

/// Whether the site can prove a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The quote stands in the source and holds the value.
    Found,
    /// Computed from other figures.
    Derived,
    /// Neither.
    Unverified,
}

/// How a card draws its figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// The number alone, set large.
    Numeral,
    /// A share of a whole as a ring.
    Ring,
    /// A share of a whole as so many of a hundred cells.
    Waffle,
    /// A change, with its base line.
    Delta,
    /// Figures of one unit as bars from zero.
    Bars,
    /// A whole and its parts as one bar.
    Parts,
    /// A small count, one mark each.
    Tally,
    /// Counts that grow from rung to rung.
    Ladder,
    /// Years in a row.
    Streak,
    /// Figures at their dates.
    Timeline,
}

impl Form {
    /// Every form.
    pub const ALL: [Form; 10] = [
        Form::Numeral,
        Form::Ring,
        Form::Waffle,
        Form::Delta,
        Form::Bars,
        Form::Parts,
        Form::Tally,
        Form::Ladder,
        Form::Streak,
        Form::Timeline,
    ];

    /// The name that front matter gives it.
    pub fn name(self) -> &'static str {
        match self {
            Form::Numeral => "numeral",
            Form::Ring => "ring",
            Form::Waffle => "waffle",
            Form::Delta => "delta",
            Form::Bars => "bars",
            Form::Parts => "parts",
            Form::Tally => "tally",
            Form::Ladder => "ladder",
            Form::Streak => "streak",
            Form::Timeline => "timeline",
        }
    }

    /// Reads a name as in front matter.
    pub fn from_name(name: &str) -> Option<Form> {
        Form::ALL.into_iter().find(|form| form.name() == name)
    }
}

/// A document that numbers are quoted from.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its name: `report-2022` for `seeds/report-2022.txt`.
    pub name: String,
    /// The text file, if the site has it.
    pub file: Option<FileId>,
    /// Its text.
    pub text: String,
    /// The language of the text.
    pub lang: crate::lang::Lang,
    /// What it is called.
    pub title: Bilingual<String>,
    /// Who published it.
    pub publisher: Bilingual<Option<String>>,
    /// Who wrote it, as printed.
    pub authors: Bilingual<Option<String>>,
    /// When it was published, as `2023-01-06`.
    pub date: Option<String>,
    /// Where it can be read online.
    pub url: Option<String>,
    /// What readers should know about it.
    pub note: Bilingual<Option<String>>,
    /// How much of it the site shows.
    pub publish: Publish,
    /// Every number in the text, in order.
    pub mentions: Vec<Mention>,
}
