//! Where the author wrote what stands at a path of the built site.

use crate::diag::Span;
use crate::lang::Lang;

use super::{Page, Site};

impl Site {
    /// What of the author's a path of the built site comes from: a file, a figure, a source; `None`
    /// for what the site has of itself.
    pub fn origin(&self, path: &str) -> Option<Span> {
        let asset = self.assets.iter().find(|(_, asset)| asset == path);
        if let Some((file, _)) = asset {
            return Some(Span::whole(*file));
        }
        Lang::ALL.into_iter().find_map(|lang| self.origin_in(path, lang))
    }

    fn origin_in(&self, path: &str, lang: Lang) -> Option<Span> {
        let is_at = |page: Page| self.address(page, lang).path() == path;
        let section = |index: usize| {
            let documents = &self.sections[index].documents;
            let own =
                [lang, self.original()].into_iter().find_map(|lang| documents.get(lang).as_ref());
            own.map(|document| Span::whole(document.file))
        };
        let named = self.sections.iter().position(|one| is_at(Page::Section(one.slug.clone())));
        let figure = || self.figures.values().find(|one| is_at(Page::Figure(one.id.clone())));
        let source = || self.sources.iter().find(|one| is_at(Page::Source(one.name.clone())));
        let tag = || self.tags.values().find(|one| is_at(Page::Tag(one.id.clone(), 1)));
        named
            .and_then(section)
            .or_else(|| figure().map(|figure| figure.span))
            .or_else(|| source().and_then(|source| source.file).map(Span::whole))
            .or_else(|| section(*tag()?.sections.first()?))
    }
}
