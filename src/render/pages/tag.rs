//! The sections with a tag.

use super::{Content, entry, page_count, pager};
use crate::figure::SectionIndex;
use crate::lang::Lang;
use crate::render::index::{Index, PAGE_LENGTH};
use crate::render::jsonld;
use crate::render::scope::Scope;
use crate::render::view::{ListView, TagView};
use crate::site::{Page, Tag};

/// The tag's sections that have a page in `lang`.
pub(super) fn sections(index: &Index<'_>, tag: &Tag, lang: Lang) -> Vec<SectionIndex> {
    let there = |section: &&SectionIndex| index.section(**section).documents.get(lang).is_some();
    tag.sections.iter().filter(there).copied().collect()
}

pub(super) fn content(scope: &Scope<'_>, id: &str, number: usize) -> Option<Content> {
    let tag = scope.site.tags.iter().find(|tag| tag.id == id)?;
    let sections = sections(scope.index, tag, scope.lang);
    let label = tag.label.get(scope.lang);
    let entries = sections
        .iter()
        .skip((number - 1) * PAGE_LENGTH)
        .take(PAGE_LENGTH)
        .map(|section| entry(scope, *section, 2))
        .collect();
    let page = |number| Page::Tag(id.to_owned(), number);
    let pager = pager(scope, number, page_count(sections.len()), page);
    let view = TagView { heading: scope.html(label), list: ListView { entries, pager } };
    let mut description = scope.say("tag-description", &[("tag", label)]);
    // A section may be called as the tag is, and each page of the list needs a title of its own.
    let mut name = scope.say("tag-title", &[("tag", label)]);
    if number > 1 {
        let page = scope.say("page-number", &[("page", &number.to_string())]);
        for text in [&mut name, &mut description] {
            text.push_str(&scope.say("comma", &[]));
            text.push_str(&page);
        }
    }
    Some(Content {
        kind: "tag",
        template: "pages/tag.html",
        duties: Vec::new(),
        view: Box::new(view),
        json_ld: jsonld::page(scope, &name, &description),
        name,
        description,
    })
}
