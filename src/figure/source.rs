//! The sources of a site: the documents in `seeds/` with everything that is known of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Source;
use crate::diag::{Code, Diagnostic, FileId, Sink, Span};
use crate::lang::Bilingual;
use crate::memo::Same;
use crate::quantity;
use crate::source::{File, Files, Meta};

/// The endings of a source's text; of two files the first is used.
const TEXT: [&str; 2] = ["txt", "md"];
/// The endings of what is known of it.
const META: [&str; 2] = ["yaml", "yml"];

/// What a source is made from: its files with their ids.
#[derive(Debug, PartialEq)]
pub(super) struct Input {
    name: String,
    text: Option<(FileId, Same<File>)>,
    meta: Option<(FileId, Same<File>)>,
}

/// Finds the sources of a site, in the order of their names.
pub(super) fn inputs(files: &Files, sink: &mut Sink) -> Vec<Input> {
    let mut names = BTreeSet::new();
    for (id, file) in files.below("seeds/") {
        let name = file.path.strip_prefix("seeds/").unwrap_or(&file.path);
        let Some((stem, ending @ ("txt" | "yaml" | "yml" | "md"))) = name.rsplit_once('.') else {
            continue;
        };
        if is_name(stem) {
            names.insert(stem.to_owned());
            let endings = if TEXT.contains(&ending) { TEXT } else { META };
            if let Some(used) = find(files, stem, endings).filter(|used| *used != id) {
                sink.push(passed_over(id, name, used, &files.get(used).path));
            }
        } else {
            let message = text!("bad-name", name = stem);
            sink.push(
                Diagnostic::new(Code::BadName, Span::whole(id), message)
                    .hint(text!("bad-name.hint")),
            );
        }
    }
    let file =
        |name: &str, endings| find(files, name, endings).map(|id| (id, Same(files.shared(id))));
    let input = |name: String| Input { text: file(&name, TEXT), meta: file(&name, META), name };
    names.into_iter().map(input).collect()
}

/// The file that holds a source's text, whether it can be read or not.
pub(crate) fn text_of(files: &Files, name: &str) -> Option<FileId> {
    find(files, name, TEXT)
}

/// The file of a source with one of two endings, the first before the second.
fn find(files: &Files, name: &str, endings: [&str; 2]) -> Option<FileId> {
    endings.iter().find_map(|end| files.find(&format!("seeds/{name}.{end}")))
}

/// A file of a source that is not used, because another is.
fn passed_over(id: FileId, name: &str, used: FileId, by: &str) -> Diagnostic {
    let message = text!("duplicate-id.source", name = name, used = by);
    Diagnostic::new(Code::DuplicateId, Span::whole(id), message)
        .label(Span::whole(used), text!("label.first-here"))
        .hint(text!("duplicate-id.source-hint"))
}

fn is_name(stem: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    !stem.is_empty() && stem.len() <= 200 && !stem.starts_with('.') && stem.chars().all(plain)
}

/// Reads one source.
pub(super) fn load(input: &Input, sink: &mut Sink) -> Arc<Source> {
    let meta = match &input.meta {
        Some((id, file)) if file.is_readable() => Meta::parse(*id, file, sink),
        _ => Meta::default(),
    };
    let text = input.text.as_ref().map_or("", |(_, file)| file.text()).to_owned();
    let lang = meta.language.unwrap_or_else(|| quantity::detect(&text));
    let mentions = quantity::scan(&text, lang);
    let file = input.text.as_ref().filter(|(_, file)| file.is_readable());
    Arc::new(Source {
        name: input.name.clone(),
        file: file.map(|(id, _)| *id),
        lang,
        title: Bilingual::from_fn(|lang| {
            let either = meta.title.get(lang).as_ref().or(meta.title.get(lang.other()).as_ref());
            either.cloned().unwrap_or_else(|| input.name.clone())
        }),
        publisher: meta.publisher,
        authors: meta.authors,
        date: meta.date,
        url: meta.url,
        note: meta.note,
        publish: meta.publish,
        mentions,
        text,
    })
}
