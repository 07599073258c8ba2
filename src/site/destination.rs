//! Where a link in Markdown leads in the built site.

use indexmap::IndexSet;

use super::{Page, Site};
use crate::content::Document;
use crate::lang::Lang;

/// What a link's address does not lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing<'s> {
    /// No page, image or download has this path.
    File,
    /// The page is there, but has no such anchor.
    Anchor {
        /// The anchors it has.
        known: &'s IndexSet<String>,
    },
    /// The path leads out of `content/`.
    Outside,
}

impl Site {
    /// The path in the built site (with anchor) that `address`, written in `document`, leads to.
    ///
    /// Authors link to files of `content/`, relative to their own: `jobs.zh.md`, `jobs.md` or
    /// `jobs.html` for the page in their own language, `chart.png` for an image, `#id` for a place.
    ///
    /// # Errors
    /// Says what is missing where nothing has that address.
    pub fn destination(&self, document: &Document, address: &str) -> Result<String, Missing<'_>> {
        let (path, anchor) = match address.split_once('#') {
            Some((path, anchor)) => (path, Some(decode(anchor))),
            None => (address, None),
        };
        let path = path.split('?').next().unwrap_or_default();
        let own = self.address(self.page_of(document), document.lang).path();
        let (target, page) = if path.is_empty() {
            (own, Some((self.page_of(document), document.lang)))
        } else {
            self.target(document, &decode(path))?
        };
        let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty()) else { return Ok(target) };
        let Some((page, lang)) = page else { return Ok(format!("{target}#{anchor}")) };
        match self.anchors(&page, lang) {
            Some(known) if !known.contains(&anchor) => Err(Missing::Anchor { known }),
            _ => Ok(format!("{target}#{anchor}")),
        }
    }

    /// The file of the built site behind a path, and its page if it is one.
    fn target(
        &self,
        document: &Document,
        path: &str,
    ) -> Result<(String, Option<(Page, Lang)>), Missing<'_>> {
        let folder = document.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let folder = folder.strip_prefix("content").unwrap_or(folder).trim_start_matches('/');
        let full = join(folder, path).ok_or(Missing::Outside)?;
        if self.assets.binary_search_by(|(_, asset)| asset.cmp(&full)).is_ok() {
            return Ok((full, None));
        }
        let stem = full.strip_suffix(".md").or_else(|| full.strip_suffix(".html")).unwrap_or(&full);
        let (stem, lang) = match stem.rsplit_once('.') {
            Some((stem, code)) if Lang::from_code(code).is_some() => {
                (stem, Lang::from_code(code).unwrap_or(document.lang))
            }
            _ => (stem, document.lang),
        };
        let page = self.page_named(stem, lang).ok_or(Missing::File)?;
        Ok((self.address(page.clone(), lang).path(), Some((page, lang))))
    }

    fn page_named(&self, stem: &str, lang: Lang) -> Option<Page> {
        match stem {
            "_home" | "index" => return Some(Page::Home(1)),
            "_methods" | "methods" => return Some(Page::Methods),
            _ => {}
        }
        if let Some(id) = stem.strip_prefix("figures/") {
            let figure = self.figures.get(id)?;
            return figure.headline.is_some().then(|| Page::Figure(id.to_owned()));
        }
        if let Some(name) = stem.strip_prefix("source/") {
            let known = self.sources.binary_search_by(|source| source.name.as_str().cmp(name));
            return known.is_ok().then(|| Page::Source(name.to_owned()));
        }
        if let Some(id) = stem.strip_prefix("tags/") {
            return self.tags.contains_key(id).then(|| Page::Tag(id.to_owned(), 1));
        }
        let section = &self.sections[*self.slugs.get(stem)?];
        section.documents.get(lang).as_ref().map(|_| Page::Section(stem.to_owned()))
    }

    /// The anchors that authors can link to; `None` for pages whose anchors they do not make.
    fn anchors(&self, page: &Page, lang: Lang) -> Option<&IndexSet<String>> {
        let document = match page {
            Page::Section(slug) => {
                let section = &self.sections[*self.slugs.get(slug)?];
                section.documents.get(lang).as_ref()?
            }
            Page::Methods => self.methods.get(lang).as_ref()?,
            Page::Home(_) => self.home.get(lang).as_ref()?,
            _ => return None,
        };
        Some(&document.body.anchors)
    }
}

/// Joins a relative path to a folder; `None` where it leads above the top.
fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = match path.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The byte that a percent escape at the start of a text stands for; `None` where none stands there.
pub fn escaped(text: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = text else { return None };
    let digit = |letter: u8| char::from(letter).to_digit(16);
    u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
}

/// Decodes percent escapes; what is none stays as it is.
fn decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        match escaped(rest) {
            Some(byte) => {
                bytes.push(byte);
                rest = &rest[3..];
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{decode, join};

    #[test]
    fn paths_stay_below_the_top() {
        assert_eq!(join("2022", "jobs.md").as_deref(), Some("2022/jobs.md"));
        assert_eq!(join("2022", "../jobs.md").as_deref(), Some("jobs.md"));
        assert_eq!(join("2022", "/jobs.md").as_deref(), Some("jobs.md"));
        assert_eq!(join("2022", "../../site.yaml"), None);
        assert_eq!(join("", &decode("%2e%2e/site.yaml")), None);
        assert_eq!(decode("%E6%B0%91%zz%"), "民%zz%");
        assert_eq!(decode("a%+f%-1"), "a%+f%-1", "a sign is no digit");
    }
}
