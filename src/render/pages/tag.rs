//! The sections with a tag.

use super::{Content, entry, page_count, pager};
use crate::render::index::PAGE_LENGTH;
use crate::render::jsonld;
use crate::render::scope::Scope;
use crate::render::view::{LinkView, ListView, TagView};
use crate::site::{Page, Tag};

/// The link to a tag's page.
pub(super) fn link(scope: &Scope<'_>, tag: &Tag) -> LinkView {
    LinkView {
        name: scope.html(tag.label.get(scope.lang)),
        href: scope.link(&scope.path(Page::Tag(tag.id.clone(), 1), scope.lang)),
    }
}

pub(super) fn content(scope: &Scope<'_>, id: &str, number: usize) -> Option<Content> {
    let tag = scope.site.tags.get(id)?;
    let sections = scope.tagged(id, scope.lang);
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
