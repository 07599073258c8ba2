//! The chapters of a source, of which each makes a section.

use super::Passage;
use crate::figure::Source;
use crate::quantity::{self, Heading};

/// The distance between the places of two sections, so that others fit between.
const STEP: usize = 10;

/// A section as it is drafted.
#[derive(Debug)]
pub(super) struct Section<'d> {
    /// Its name among the files: `water-2`.
    pub(super) slug: String,
    /// The words of the heading it is made from.
    pub(super) title: Option<&'d str>,
    /// Its place among the sections.
    pub(super) order: Option<usize>,
    /// What it is made from.
    pub(super) passages: &'d [Passage],
}

impl<'d> Section<'d> {
    /// The only section of a draft.
    pub(super) fn whole(slug: &str, passages: &'d [Passage]) -> Self {
        Section { slug: slug.to_owned(), title: None, order: None, passages }
    }
}

/// One section for each chapter that has passages, or one for a source without chapters.
pub(super) fn sections<'d>(source: &'d Source, passages: &'d [Passage]) -> Vec<Section<'d>> {
    let headings = headings(&source.text);
    if headings.len() < 2 {
        return vec![Section::whole(&source.name, passages)];
    }
    let chapter = |passage: &Passage| headings.partition_point(|(at, _)| *at <= passage.start);
    let parts = passages.chunk_by(|one, other| chapter(one) == chapter(other));
    let section = |passages: &'d [Passage]| {
        let number = passages.first().map_or(0, chapter);
        let heading = number.checked_sub(1).and_then(|place| headings.get(place));
        Section {
            slug: format!("{}-{number}", source.name),
            title: heading.map(|(_, heading)| heading.words),
            order: Some(number * STEP),
            passages,
        }
    };
    parts.map(section).collect()
}

/// The headings of a text that are numbered like its first one, with their first bytes.
fn headings(text: &str) -> Vec<(usize, Heading<'_>)> {
    let mut at = 0;
    let mut headings: Vec<(usize, Heading<'_>)> = Vec::new();
    for line in text.split_inclusive('\n') {
        headings.extend(quantity::heading(line).map(|heading| (at, heading)));
        at += line.len();
    }
    let Some(numbering) = headings.first().map(|(_, heading)| heading.numbering) else {
        return headings;
    };
    headings.retain(|(_, heading)| heading.numbering == numbering);
    headings
}
