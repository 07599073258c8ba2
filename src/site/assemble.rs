//! Joins originals with translations, and everything with the figures they declare.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use foldhash::fast::RandomState;
use indexmap::IndexMap;

use super::{Pair, Section, Site, Tag};
use crate::content::{Content, Document, Role};
use crate::diag::{Code, Diagnostic, FileId, Sink, Span};
use crate::figure;
use crate::lang::{Bilingual, Lang};
use crate::source::{Config, Files};

/// Assembles the site from its parsed files.
pub fn assemble(
    content: Content,
    config: Config,
    files: &Files,
    memory: &mut figure::Memory,
    sink: &mut Sink,
) -> Site {
    let original = config.original;
    let mut unread = content.unread;
    let mut in_sources = Sink::new();
    let (sources, (home, methods, mut sections)) = rayon::join(
        || memory.sources(files, &mut in_sources),
        || pages(&content.documents, original, &mut unread, sink),
    );
    sink.extend(in_sources);
    let documents = sections.iter().map(|section| section.documents.clone()).collect();
    let figures = memory.resolve(documents, &config, &sources, sink);
    for (index, figure) in figures.values().enumerate() {
        sections[figure.section].figures.push(index);
    }
    report_figures_outside_sections([&home, &methods], original, sink);
    let tags = tags(&sections, &config);
    let assets = assets(files);
    Site {
        config,
        home,
        methods,
        slugs: slugs(&sections),
        sections,
        figures,
        sources,
        tags,
        assets,
        unread,
    }
}

/// The home page, the methods page, and the sections in reading order.
fn pages(
    documents: &[Arc<Document>],
    original: Lang,
    unread: &mut BTreeSet<String>,
    sink: &mut Sink,
) -> (Pair, Pair, Vec<Section>) {
    let mut pairs = pair(documents, unread, sink);
    let mut alone = |role, slug| pairs.swap_remove(&(role, slug)).unwrap_or_default();
    let (home, methods) = (alone(Role::Home, "_home"), alone(Role::Methods, "_methods"));
    let mut sections: Vec<Section> = pairs
        .into_iter()
        .map(|((_, slug), documents)| Section {
            tags: tags_of(&documents, original),
            slug: slug.to_owned(),
            documents,
            figures: Vec::new(),
        })
        .collect();
    sections.sort_by(|one, other| order(one, original).cmp(&order(other, original)));
    (home, methods, sections)
}

/// Pairs the files of the two languages by role and slug. Slugs that differ only in case would be
/// one file on some systems: only the first of them is used.
fn pair<'d>(
    documents: &'d [Arc<Document>],
    unread: &mut BTreeSet<String>,
    sink: &mut Sink,
) -> IndexMap<(Role, &'d str), Pair, RandomState> {
    let mut pairs: IndexMap<(Role, &str), Pair, RandomState> = IndexMap::default();
    let mut folded: IndexMap<String, &Document, RandomState> = IndexMap::default();
    for document in documents {
        let first = folded.entry(document.slug.to_lowercase()).or_insert(document);
        if first.slug != document.slug {
            let is_told = !unread.insert(document.slug.clone());
            unread.insert(first.slug.clone());
            if is_told {
                continue;
            }
            let message = text!("duplicate-id.slug", slug = &document.slug, file = &first.path);
            sink.push(
                Diagnostic::new(Code::DuplicateId, Span::whole(document.file), message)
                    .label(Span::whole(first.file), text!("label.first-here"))
                    .hint(text!("duplicate-id.slug-hint")),
            );
            continue;
        }
        let pair = pairs.entry((document.role, document.slug.as_str())).or_default();
        *pair.get_mut(document.lang) = Some(Arc::clone(document));
    }
    pairs
}

/// Sections with an order come first, by it; then newer before older; then by slug.
fn order(section: &Section, original: Lang) -> (u64, Reverse<Option<&str>>, &str) {
    let front = section.documents.get(original).as_ref().map(|document| &document.front);
    let rank = front.and_then(|front| front.order).map_or(u64::MAX, u64::from);
    let date = front.and_then(|front| front.date.as_ref()).map(|date| date.value.as_str());
    (rank, Reverse(date), &section.slug)
}

fn tags_of(documents: &Pair, original: Lang) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in documents.get(original).iter().flat_map(|document| &document.front.tags) {
        if !tags.contains(&tag.value) {
            tags.push(tag.value.clone());
        }
    }
    tags
}

/// The tags in use: those that `site.yaml` names in its order, then the others by id.
fn tags(sections: &[Section], config: &Config) -> IndexMap<String, Tag> {
    let mut used: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, section) in sections.iter().enumerate() {
        for tag in &section.tags {
            used.entry(tag).or_default().push(index);
        }
    }
    let mut tags = IndexMap::with_capacity(used.len());
    for (id, label) in &config.tags {
        if let Some(sections) = used.remove(id.as_str()) {
            let tag = Tag { id: id.clone(), label: label.clone(), sections };
            tags.insert(id.clone(), tag);
        }
    }
    tags.extend(used.into_iter().map(|(id, sections)| {
        let label = Bilingual::same(id.to_owned());
        (id.to_owned(), Tag { id: id.to_owned(), label, sections })
    }));
    tags
}

/// The sections by their names in addresses.
pub(crate) fn slugs(sections: &[Section]) -> BTreeMap<String, usize> {
    sections.iter().enumerate().map(|(index, section)| (section.slug.clone(), index)).collect()
}

/// Images and downloads: all files below `content/` that are no Markdown.
fn assets(files: &Files) -> Vec<(FileId, String)> {
    files
        .below("content/")
        .filter(|(_, file)| !file.path.ends_with(".md") && file.is_readable())
        .filter_map(|(id, file)| Some((id, file.path.strip_prefix("content/")?.to_owned())))
        .collect()
}

/// Figures belong to sections, which have a page for their cards.
fn report_figures_outside_sections(pairs: [&Pair; 2], original: Lang, sink: &mut Sink) {
    for document in pairs.into_iter().filter_map(|pair| pair.get(original).as_ref()) {
        if let Some(entry) = document.front.figures.first() {
            let message = text!("unknown-key.figures-outside-section");
            sink.push(
                Diagnostic::new(Code::UnknownKey, entry.id.span, message)
                    .hint(text!("unknown-key.figures-outside-section-hint")),
            );
        }
    }
}
