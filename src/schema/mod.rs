//! What editors need to know of the YAML that authors write: JSON Schema (draft 2020-12) for
//! completion, and the list of all keys for the documentation. Both are made from the tables that
//! [`Shape::check`] reads the files with, so that they cannot disagree; the words are data, in
//! `words/`.

mod editor;
mod json;
mod keys;
mod refine;
mod words;

pub use editor::{SITE_COMMENT, SOURCE_COMMENT, schema_files, settings_files};
pub use json::{json, json_of_all};
pub use keys::{KeyRow, Table, tables};

use crate::content::shape::{ORIGINAL, TRANSLATION};
use crate::source::shape::Shape;
use crate::source::{CONFIG, META};

/// A kind of file, or of front matter, that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// The front matter of an original.
    FrontMatter,
    /// The front matter of a translation.
    Translation,
    /// `site.yaml`.
    Site,
    /// `seeds/NAME.yaml`.
    Source,
}

impl Schema {
    /// All of them, in the order of the documentation.
    pub const ALL: [Schema; 4] =
        [Schema::FrontMatter, Schema::Translation, Schema::Site, Schema::Source];

    /// The name that authors ask for it by.
    pub fn name(self) -> &'static str {
        match self {
            Schema::FrontMatter => "front-matter",
            Schema::Translation => "translation",
            Schema::Site => "site",
            Schema::Source => "source",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<Schema> {
        Schema::ALL.into_iter().find(|schema| schema.name() == name)
    }

    /// What the file may hold.
    pub fn shape(self) -> &'static Shape {
        match self {
            Schema::FrontMatter => &ORIGINAL,
            Schema::Translation => &TRANSLATION,
            Schema::Site => &CONFIG,
            Schema::Source => &META,
        }
    }
}

#[cfg(test)]
mod tests;
