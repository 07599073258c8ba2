//! `shushuo new`: the files of a section, or the front matter of a figure, in both languages, with
//! `…` for the words left to write.

use std::path::Path;
use std::process::ExitCode;

use shushuo::Options;
use shushuo::content::slug_fault;
use shushuo::draft::{self, Insertion};
use shushuo::mend::Change;
use shushuo::output;
use shushuo::site::{Section, Site};
use shushuo::source::Files;
use shushuo::source::shape::did_you_mean;

use super::args::{self, Scaffold};
use super::console;
use super::draft::ready;
use super::failure::{CONTENT, Failure};
use super::summary::Rows;
use super::words::Words;

/// Makes what the arguments name.
pub(crate) fn run(
    arguments: &args::New,
    site_dir: &Path,
    words: &mut Words,
) -> Result<ExitCode, Failure> {
    let compilation = shushuo::compile(site_dir, &Options::default());
    let Some(site) = ready(&compilation, words) else { return Ok(ExitCode::from(CONTENT)) };
    let changed = match &arguments.what {
        Scaffold::Section(section) => new_section(&section.name, site, site_dir, words)?,
        Scaffold::Figure(figure) => {
            let (changes, id) = new_figure(figure, site, &compilation.files, words)?;
            for change in &changes {
                output::rewrite(site_dir, &change.path, |bytes| change.onto(bytes))?;
            }
            changes.into_iter().map(|change| format!("{} · {id}", change.path)).collect()
        }
    };
    let mut rows = Rows::default();
    for path in changed {
        rows.add(words.get("row-new"), path);
    }
    console::result(&format!("{}\n{}", words.get("new-done"), rows.printed()))?;
    Ok(ExitCode::SUCCESS)
}

fn new_section(
    name: &str,
    site: &Site,
    site_dir: &Path,
    words: &Words,
) -> Result<Vec<String>, Failure> {
    page_name(name, words)?;
    let pages = draft::section(name, site.original());
    output::create(site_dir, pages.iter().map(|page| (page.path.as_str(), page.text.as_bytes())))?;
    Ok(pages.into_iter().map(|page| page.path).collect())
}

/// The changes that declare a figure in a section's files, and its id.
fn new_figure(
    arguments: &args::NewFigure,
    site: &Site,
    files: &Files,
    words: &Words,
) -> Result<(Vec<Change>, String), Failure> {
    let section = find(arguments.section.as_deref(), site, words)?;
    let id = match &arguments.id {
        Some(id) => free(id, site, words)?,
        None => next_id(site),
    };
    let mut changes = Vec::new();
    for lang in [site.original(), site.original().other()] {
        let Some(document) = section.documents.get(lang) else { continue };
        let before = files.get(document.file).text();
        let is_original = lang == site.original();
        let insertion = if is_original { Insertion::Figure(&id) } else { Insertion::Words(&id) };
        let Some(after) = draft::insert(before, insertion) else {
            let message = words.fill("new-figure-flow", &[("path", &document.path)]);
            return Err(Failure::usage(message, Some(words.get("new-figure-flow-hint").into())));
        };
        let path = document.path.clone();
        changes.push(Change { path, before: Some(before.to_owned()), after });
    }
    Ok((changes, id))
}

/// The section with that name; the only one without a name.
fn find<'s>(name: Option<&str>, site: &'s Site, words: &Words) -> Result<&'s Section, Failure> {
    let slugs = || site.sections.iter().map(|section| section.slug.as_str());
    let found = match (name, site.sections.as_slice()) {
        (Some(name), sections) => sections.iter().find(|section| section.slug == name),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    found.ok_or_else(|| {
        let message = match name {
            Some(name) => words.fill("new-no-section", &[("name", name)]),
            None => words.get("new-which-section").to_owned(),
        };
        let nearest = name.and_then(|name| did_you_mean(name, slugs()));
        let known = slugs().take(12).collect::<Vec<_>>().join(", ");
        let hint = match nearest {
            Some(nearest) => words.say(&nearest),
            None if known.is_empty() => words.get("new-section-first").to_owned(),
            None => words.fill("usage-choices", &[("list", &known)]),
        };
        Failure::usage(message, Some(hint))
    })
}

/// An id that is well formed and not taken.
fn free(id: &str, site: &Site, words: &Words) -> Result<String, Failure> {
    if !shushuo::content::is_figure_id(id) {
        let message = words.fill("new-bad-id", &[("id", id)]);
        return Err(Failure::usage(message, Some(words.get("new-bad-id-hint").to_owned())));
    }
    match site.figures.contains_key(id) {
        true => Err(Failure::usage(words.fill("new-taken-id", &[("id", id)]), None)),
        false => Ok(id.to_owned()),
    }
}

fn next_id(site: &Site) -> String {
    let mut number = site.figures.len() + 1;
    while site.figures.contains_key(&format!("figure-{number}")) {
        number += 1;
    }
    format!("figure-{number}")
}

/// Refuses a name that no page can have.
pub(super) fn page_name(name: &str, words: &Words) -> Result<(), Failure> {
    match slug_fault(name) {
        None => Ok(()),
        Some((message, hint)) => Err(Failure::usage(words.say(&message), Some(words.say(&hint)))),
    }
}
