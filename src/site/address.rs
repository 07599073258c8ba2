//! The one place that makes paths and links.
//!
//! Every page is a flat file, every link names a file and is relative, so that the same bytes work
//! at a domain's root, under a subpath and from `file://`.

use crate::lang::Lang;

/// A page of the built site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// The home page; its list of sections goes on at page 2 and so forth.
    Home(usize),
    /// A section, by slug.
    Section(String),
    /// A headline figure, by id.
    Figure(String),
    /// A source, by name.
    Source(String),
    /// How numbers are checked.
    Methods,
    /// The sections with a tag, by its id; page 1 and so forth.
    Tag(String, usize),
    /// The page for addresses that do not exist.
    NotFound,
}

/// A page in a language: what a path leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// The page.
    pub page: Page,
    /// Its language.
    pub lang: Lang,
    /// Whether it is the site's original language, whose pages are at the root.
    pub original: bool,
}

impl Address {
    /// The path in the built site, with `/` and without a leading one: `en/figures/x.html`.
    pub fn path(&self) -> String {
        let folder = if self.original { String::new() } else { format!("{}/", self.lang.code()) };
        match &self.page {
            Page::Home(0 | 1) => format!("{folder}index.html"),
            Page::Home(number) => format!("{folder}page-{number}.html"),
            Page::Section(slug) => format!("{folder}{slug}.html"),
            Page::Figure(id) => format!("{folder}figures/{id}.html"),
            Page::Source(name) => format!("{folder}source/{name}.html"),
            Page::Methods => format!("{folder}methods.html"),
            Page::Tag(id, 0 | 1) => format!("{folder}tags/{id}.html"),
            Page::Tag(id, number) => format!("{folder}tags/{id}_{number}.html"),
            Page::NotFound => format!("{folder}404.html"),
        }
    }

    /// The link to `target` (a path in the built site) from this page.
    pub fn link(&self, target: &str) -> String {
        relative(&self.path(), target)
    }
}

/// The relative link from one path of the built site to another, percent-encoded.
pub fn relative(from: &str, to: &str) -> String {
    let (target, fragment) = match to.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (to, None),
    };
    if target.is_empty() || target == from {
        return match fragment {
            Some(fragment) => format!("#{}", encode(fragment)),
            None => encode(from.rsplit('/').next().unwrap_or(from)),
        };
    }
    let from_folders: Vec<&str> = from.split('/').collect();
    let to_parts: Vec<&str> = target.split('/').collect();
    let depth = from_folders.len() - 1;
    let shared = from_folders[..depth]
        .iter()
        .zip(&to_parts[..to_parts.len() - 1])
        .take_while(|(one, other)| one == other)
        .count();
    let mut link = "../".repeat(depth - shared);
    link.push_str(&encode(&to_parts[shared..].join("/")));
    if let Some(fragment) = fragment {
        link.push('#');
        link.push_str(&encode(fragment));
    }
    link
}

/// Percent-encodes what may not stand in a path or fragment (RFC 3986), keeping `/`.
pub fn encode(path: &str) -> String {
    use std::fmt::Write;
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$'()*,;=@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn links_are_relative_and_name_the_file() {
        assert_eq!(relative("index.html", "livelihood.html"), "livelihood.html");
        assert_eq!(relative("en/figures/a.html", "figures/a.html"), "../../figures/a.html");
        assert_eq!(relative("en/figures/a.html", "en/b.html#c"), "../b.html#c");
        assert_eq!(relative("b.html", "b.html#民生"), "#%E6%B0%91%E7%94%9F");
        assert_eq!(relative("source/x.html", "source/y.html"), "y.html");
        assert_eq!(relative("a.html", "tags/民.html"), "tags/%E6%B0%91.html");
    }
}
