//! The sources of a site: the documents in `seeds/` with everything that is known of them.

use std::collections::BTreeSet;

use super::Source;
use crate::diag::{Code, Diagnostic, FileId, Sink, Span, collect_parallel};
use crate::lang::Bilingual;
use crate::quantity;
use crate::source::{Files, Meta};

/// Reads every source of the site, in the order of their names: a text, what is known of it, or both.
pub fn load_sources(files: &Files, sink: &mut Sink) -> Vec<Source> {
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
    let names: Vec<String> = names.into_iter().collect();
    collect_parallel(&names, sink, |name, own| load(files, name, own))
}

fn is_name(stem: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    !stem.is_empty() && stem.len() <= 200 && !stem.starts_with('.') && stem.chars().all(plain)
}

fn load(files: &Files, name: &str, sink: &mut Sink) -> Source {
    let find = |endings: [&str; 2]| -> Option<FileId> {
        endings.iter().find_map(|ending| files.find(&format!("seeds/{name}.{ending}")))
    };
    let file = find(["txt", "md"]);
    let meta = match find(["yaml", "yml"]) {
        Some(meta) if files.get(meta).is_readable() => Meta::parse(files, meta, sink),
        _ => Meta::default(),
    };
    let text = file.map_or("", |file| files.get(file).text()).to_owned();
    let lang = meta.language.unwrap_or_else(|| quantity::detect(&text));
    let mentions = quantity::scan(&text, lang);
    Source {
        name: name.to_owned(),
        file: file.filter(|file| files.get(*file).is_readable()),
        lang,
        title: Bilingual::from_fn(|lang| {
            let either = meta.title.get(lang).as_ref().or(meta.title.get(lang.other()).as_ref());
            either.cloned().unwrap_or_else(|| name.to_owned())
        }),
        publisher: meta.publisher,
        authors: meta.authors,
        date: meta.date,
        url: meta.url,
        note: meta.note,
        publish: meta.publish,
        mentions,
        text,
    }
}
