//! `site.yaml`: what the site is called, and how it is made.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::diag::{Code, FileId, Severity};
use crate::lang::{Bilingual, Lang};

/// What `site.yaml` says.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file, for messages about it; `None` in a folder without one.
    pub file: Option<FileId>,
    /// The site's title.
    pub title: Bilingual<String>,
    /// What the site is about, in a sentence.
    pub description: Bilingual<Option<String>>,
    /// The language the reports are written in.
    pub original: Lang,
    /// Where the site is published, with a trailing `/`; absolute links need it.
    pub base_url: Option<String>,
    /// The theme's name: a folder below `themes/`, or `default`.
    pub theme: String,
    /// What the site sets of the theme's options.
    pub theme_options: BTreeMap<String, String>,
    /// Checks with another severity than their own; `None` switches one off.
    pub checks: BTreeMap<Code, Option<Severity>>,
    /// The tags' names, by id, in the order written.
    pub tags: IndexMap<String, Bilingual<String>>,
    /// The source of all figures that do not name one.
    pub source: Option<String>,
    /// Whether raw HTML in Markdown is passed through.
    pub raw_html: bool,
    /// Who publishes the site.
    pub author: Bilingual<Option<String>>,
    /// The licence of the site's words, as a reader sees it.
    pub license: Bilingual<Option<String>>,
}
