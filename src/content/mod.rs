//! Front matter and Markdown of one file, parsed: a [`Document`].

mod body;
mod front;

pub use body::{Block, BlockKind, Body, Heading, Slot, SlotKind, Waiver};
pub use front::{Direction, Entry, FormulaEntry, FrontMatter, Role, Words};

use crate::diag::FileId;
use crate::lang::Lang;

/// One content file, parsed.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file it was read from.
    pub file: FileId,
    /// Its path in the site folder: `content/livelihood.zh.md`.
    pub path: String,
    /// Its name in addresses, with the folders below `content/`: `livelihood`, `2022/livelihood`.
    pub slug: String,
    /// The language of its text.
    pub lang: Lang,
    /// What page it is.
    pub role: Role,
    /// Its front matter.
    pub front: FrontMatter,
    /// Its Markdown.
    pub body: Body,
}
