//! The Markdown of one file, rendered once: HTML with slots, and the plain text of its blocks.
//!
//! Figures and links depend on other files, so their places in the HTML are kept as [`Slot`]s and
//! filled in when the page is rendered.

use std::ops::Range;

use indexmap::IndexSet;

use crate::diag::{Code, Span};

/// The body of a page.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// The HTML, without what the slots stand for.
    pub html: String,
    /// The places in the HTML that other files decide, in order.
    pub slots: Vec<Slot>,
    /// Paragraphs, headings, list items and table cells, in order.
    pub blocks: Vec<Block>,
    /// Whether one of them has a square bracket, of any width, that is left in its text.
    pub has_brackets: bool,
    /// The ids that links can lead to: those of the headings, in order, then those of the figures.
    pub anchors: IndexSet<String>,
    /// The byte ranges in `html` of the top-level elements, in order, covering all of it.
    pub chunks: Vec<Range<usize>>,
    /// For each of these elements, where it stands in the file.
    pub places: Vec<Span>,
    /// The findings accepted in the text, in order.
    pub waivers: Vec<Waiver>,
}

/// A place in the HTML that is filled in later.
#[derive(Debug, Clone)]
pub struct Slot {
    /// The position in the HTML.
    pub at: usize,
    /// Where it stands in the file.
    pub span: Span,
    /// What goes there.
    pub kind: SlotKind,
}

/// What goes into a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlotKind {
    /// A figure: `[[id]]` or `[[id|words]]`.
    Figure {
        /// The figure's id.
        id: String,
        /// Other words to show for it.
        words: Option<String>,
    },
    /// The value of an `href` or `src` attribute: a path as the author wrote it, relative to the file.
    Address(String),
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph, also one inside a quotation or list.
    Paragraph,
    /// A heading.
    Heading,
    /// A list item that holds its text directly.
    Item,
    /// A cell of a table.
    Cell,
}

/// One run of prose: what a reader sees, and where each part of it was written.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The text as read, with [`Block::FIGURE`] where a figure stands.
    pub text: String,
    /// Where its parts were written.
    pub origins: Origins,
    /// The figures in the text, in order.
    pub references: Vec<Reference>,
    /// Where the block stands in the file.
    pub span: Span,
}

/// `[[id]]` or `[[id|words]]` in a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The position of its [`Block::FIGURE`] in the text.
    pub at: usize,
    /// The figure's id.
    pub id: String,
    /// The words shown instead of the number.
    pub words: Option<String>,
    /// Where it stands in the file.
    pub span: Span,
}

/// `<!-- allow CODE: reason -->` above a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// What is accepted.
    pub code: Code,
    /// Why.
    pub reason: String,
    /// Where the waiver stands.
    pub span: Span,
    /// Where it holds: the block it stands in, or the element below it, to the element's end.
    pub scope: Span,
}

impl Block {
    /// Stands in the text for a figure (U+FFFC, object replacement character).
    pub const FIGURE: char = '\u{FFFC}';

    /// The place in the file of a byte range of the text.
    pub fn origin(&self, range: Range<usize>) -> Span {
        self.origins.span(range, self.span)
    }
}

/// Where the parts of a text were written: pairs of a position in the text and the byte of the file
/// that it comes from, ascending.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origins(Vec<(usize, usize)>);

impl Origins {
    /// No origins, with room for so many.
    pub fn with_capacity(count: usize) -> Self {
        Origins(Vec::with_capacity(count))
    }

    /// Notes that the text from `at` on comes from a byte of the file and those behind it.
    pub fn push(&mut self, at: usize, byte: usize) {
        self.0.push((at, byte));
    }

    /// The origins in a part of the text.
    pub fn within(&self, part: Range<usize>) -> &[(usize, usize)] {
        let first = self.0.partition_point(|(at, _)| *at < part.start);
        let behind = self.0.partition_point(|(at, _)| *at < part.end);
        &self.0[first..behind.max(first)]
    }

    /// Adds those of a text that is put behind this one, at a position.
    pub fn append(&mut self, other: &Origins, at: usize) {
        self.0.extend(other.0.iter().map(|(text, file)| (text + at, *file)));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Gives back the room that is not needed.
    pub fn shrink_to_fit(&mut self) {
        self.0.shrink_to_fit();
    }

    /// The place in the file of a byte range of the text, which stands in `whole`.
    pub fn span(&self, range: Range<usize>, whole: Span) -> Span {
        let place = |position: usize| {
            let behind = self.0.partition_point(|(text, _)| *text <= position);
            match behind.checked_sub(1).and_then(|index| self.0.get(index)) {
                Some((text, file)) => file + (position - text),
                None => whole.start(),
            }
        };
        let start = place(range.start);
        let end = place(range.end.saturating_sub(1)) + 1;
        Span::new(whole.file, start..end.max(start))
    }
}
