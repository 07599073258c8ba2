//! The sources of a site: the documents in `seeds/` with everything that is known of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Source;
use crate::diag::{Code, Diagnostic, FileId, Sink, Span};
use crate::lang::Bilingual;
use crate::memo::Same;
use crate::quantity;
use crate::source::{File, Files, Meta};

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
        let name = file.path.trim_start_matches("seeds/");
        let Some((stem, "txt" | "yaml" | "yml" | "md")) = name.rsplit_once('.') else { continue };
        if is_name(stem) {
            names.insert(stem.to_owned());
        } else {
            let message = text!("bad-name", name = stem);
            sink.push(
                Diagnostic::new(Code::BadName, Span::whole(id), message)
                    .hint(text!("bad-name.hint")),
            );
        }
    }
    let find = |name: &str, endings: [&str; 2]| {
        let id = endings.iter().find_map(|end| files.find(&format!("seeds/{name}.{end}")))?;
        Some((id, Same(files.shared(id))))
    };
    let input = |name: String| Input {
        text: find(&name, ["txt", "md"]),
        meta: find(&name, ["yaml", "yml"]),
        name,
    };
    names.into_iter().map(input).collect()
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
