//! What every page has.

use serde::Serialize;

use super::{Html, Words};

/// The site, in the language of the page: `site` in templates.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// Its title.
    pub title: Html,
    /// Its title without markup.
    pub name: Words,
    /// What it is about, in a sentence.
    pub description: Option<Html>,
    /// Who publishes it.
    pub author: Option<Html>,
    /// The licence of its words.
    pub license: Option<Html>,
    /// Whether it has feeds, which need the address it is published at.
    pub has_feed: bool,
}

/// A page: `page` in templates.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// What page it is: `home`, `section`, `figure`, `source`, `methods`, `tag` or `missing`.
    pub kind: &'static str,
    /// The language tag for `lang`: `zh-Hans` or `en`.
    pub lang: &'static str,
    /// Whether this is the page at the site's bare address.
    pub entry: bool,
    /// The title of the window, with the site's name.
    pub title: Words,
    /// The title of the page alone.
    pub name: Words,
    /// What the page says, in a sentence.
    pub description: Words,
    /// The link to the home page.
    pub home: Words,
    /// The link to the methods page.
    pub methods: Words,
    /// The link to the folder of the theme's files, with a trailing `/`.
    pub assets: Words,
    /// The link to the folder of the data, with a trailing `/`.
    pub data: Words,
    /// The link to the script that holds what the language's search finds.
    pub search: Words,
    /// The link to the language's feed.
    pub feed: Words,
    /// The other language's page.
    pub switch: SwitchView,
    /// The sources of the site.
    pub sources: Vec<LinkView>,
    /// The page's full address, where the site knows its own and the page is one that stays.
    pub canonical: Option<Words>,
    /// The full addresses in both languages, for search engines.
    pub alternates: Vec<AlternateView>,
    /// The page's data for search engines: JSON.
    pub json_ld: Html,
}

/// A link.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// Its words.
    pub name: Html,
    /// Where it leads.
    pub href: Words,
}

/// The way to the other language.
#[derive(Debug, Clone, Serialize)]
pub struct SwitchView {
    /// The other language's tag.
    pub lang: &'static str,
    /// The other language's name for itself.
    pub name: &'static str,
    /// What the link does, in the other language.
    pub title: Words,
    /// The other language and the country whose spelling it has, for `og:locale`: `en_GB`.
    pub locale: Words,
    /// Where it leads.
    pub href: Words,
}

/// The page in one language, for search engines.
#[derive(Debug, Clone, Serialize)]
pub struct AlternateView {
    /// The language tag, or `x-default`.
    pub lang: &'static str,
    /// The full address.
    pub href: Words,
}
