//! The one place that makes paths and links.
//!
//! Every page is a flat file, every link names a file and is relative, so that the same bytes work
//! at a domain's root, under a subpath and from `file://`.

use memchr::memrchr;

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
        let lang = if self.original { ["", ""] } else { [self.lang.code(), "/"] };
        let number;
        let [folder, name, more] = match &self.page {
            Page::Home(0 | 1) => ["", "index", ""],
            Page::Home(page) => {
                number = page.to_string();
                ["page-", &number, ""]
            }
            Page::Section(slug) => ["", slug, ""],
            Page::Figure(id) => ["figures/", id, ""],
            Page::Source(name) => ["source/", name, ""],
            Page::Methods => ["", "methods", ""],
            Page::Tag(id, 0 | 1) => ["tags/", id, ""],
            Page::Tag(id, page) => {
                number = format!("_{page}");
                ["tags/", id, &number]
            }
            Page::NotFound => ["", "404", ""],
        };
        [lang[0], lang[1], folder, name, more, ".html"].concat()
    }

    /// The link to `target` (a path in the built site) from this page.
    pub fn link(&self, target: &str) -> String {
        relative(&self.path(), target)
    }
}

/// The relative link from one path of the built site to another, percent-encoded.
pub fn relative(from: &str, to: &str) -> String {
    match to.split_once('#') {
        Some((path, fragment)) => relative_to(from, path, Some(fragment)),
        None => relative_to(from, to, None),
    }
}

/// The same to a place in a page.
pub fn relative_to(from: &str, target: &str, fragment: Option<&str>) -> String {
    let mut link = String::with_capacity(target.len() + fragment.map_or(0, str::len) + 16);
    if target.is_empty() || target == from {
        if fragment.is_none() {
            push_encoded(&mut link, from.rsplit('/').next().unwrap_or(from));
        }
    } else {
        let folder = memrchr(b'/', from.as_bytes()).map_or(0, |end| end + 1);
        let folder = &from.as_bytes()[..folder];
        let same = folder.iter().zip(target.as_bytes()).take_while(|(a, b)| a == b).count();
        let shared = folder[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |end| end + 1);
        for _ in folder[shared..].iter().filter(|byte| **byte == b'/') {
            link.push_str("../");
        }
        push_encoded(&mut link, &target[shared..]);
    }
    if let Some(fragment) = fragment {
        link.push('#');
        push_encoded(&mut link, fragment);
    }
    link
}

/// Percent-encodes what may not stand in a path or fragment (RFC 3986), keeping `/`.
pub fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    push_encoded(&mut encoded, path);
    encoded
}

/// The bytes that stand for themselves in an address.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        plain[byte as usize] = byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'-' | b'.'
                    | b'_'
                    | b'~'
                    | b'/'
                    | b'!'
                    | b'$'
                    | b'\''
                    | b'('
                    | b')'
                    | b'*'
                    | b','
                    | b';'
                    | b'='
                    | b'@'
            );
        byte += 1;
    }
    plain
};

/// Appends what [`encode`] makes of a path: runs of letters that need no escape at once.
fn push_encoded(encoded: &mut String, path: &str) {
    use std::fmt::Write;
    if path.bytes().fold(true, |all, byte| all & PLAIN[usize::from(byte)]) {
        return encoded.push_str(path);
    }
    let mut copied = 0;
    for (place, byte) in path.bytes().enumerate() {
        if PLAIN[usize::from(byte)] {
            continue;
        }
        if copied < place {
            encoded.push_str(&path[copied..place]);
        }
        copied = place + 1;
        // Writing to a string cannot fail.
        let _ = write!(encoded, "%{byte:02X}");
    }
    if copied < path.len() {
        encoded.push_str(&path[copied..]);
    }
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn links_are_relative_and_name_the_file() {
        assert_eq!(relative("index.html", "visitors.html"), "visitors.html");
        assert_eq!(relative("en/figures/a.html", "figures/a.html"), "../../figures/a.html");
        assert_eq!(relative("en/figures/a.html", "en/b.html#c"), "../b.html#c");
        assert_eq!(relative("b.html", "b.html#公园"), "#%E5%85%AC%E5%9B%AD");
        assert_eq!(relative("source/x.html", "source/y.html"), "y.html");
        assert_eq!(relative("a.html", "tags/民.html"), "tags/%E6%B0%91.html");
    }
}
