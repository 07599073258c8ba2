//! `shushuo draft`: sections from the numbers of a source that the site does not use yet.

use std::ops::RangeInclusive;
use std::path::Path;
use std::process::ExitCode;

use shushuo::draft::{self, Draft, Request};
use shushuo::figure::SourceIndex;
use shushuo::output;
use shushuo::site::Site;
use shushuo::source::shape::did_you_mean;
use shushuo::{Compilation, Options};

use super::args;
use super::console;
use super::failure::{CONTENT, Failure};
use super::new::page_name;
use super::report;
use super::summary::Rows;
use super::words::Words;

/// Drafts sections; what exists is left as it is.
pub(crate) fn run(
    arguments: &args::Draft,
    site_dir: &Path,
    words: &mut Words,
) -> Result<ExitCode, Failure> {
    let compilation = shushuo::compile(site_dir, &Options::default());
    let Some(site) = ready(&compilation, words) else { return Ok(ExitCode::from(CONTENT)) };
    let source = find(&arguments.source, site, words)?;
    let lines = arguments.lines.as_deref().map(|lines| range(lines, words)).transpose()?;
    let section = arguments.section.as_deref();
    page_name(section.unwrap_or(&site.sources[source].name), words)?;
    let request = Request { source, section, lines };
    let draft = draft::draft(site, &compilation.report, &request);
    output::create(
        site_dir,
        draft.pages.iter().map(|page| (page.path.as_str(), page.text.as_bytes())),
    )?;
    console::result(&told(&draft, words))?;
    Ok(ExitCode::SUCCESS)
}

/// The site to draft for, in whose language the words are from here on; where there is none, this
/// tells why.
pub(super) fn ready<'c>(compilation: &'c Compilation, words: &mut Words) -> Option<&'c Site> {
    let Compilation { diagnostics, files, .. } = compilation;
    match &compilation.site {
        Some(site) => words.settle(site.original()),
        None => console::note(&report::text(diagnostics, files, words, console::width())),
    }
    compilation.site.as_ref()
}

/// The source with that name, or behind that path: `report-2024`, `seeds/report-2024.txt`.
fn find(written: &Path, site: &Site, words: &Words) -> Result<SourceIndex, Failure> {
    let whole = written.to_string_lossy();
    let stem = written.file_stem().unwrap_or_default().to_string_lossy();
    let named = |name: &str| site.sources.iter().position(|source| source.name == name);
    named(&whole).or_else(|| named(&stem)).ok_or_else(|| {
        let known = site.sources.iter().map(|source| source.name.as_str());
        let nearest = did_you_mean(&stem, known).map(|nearest| words.say(&nearest));
        let hint = nearest.unwrap_or_else(|| words.get("draft-no-source-hint").to_owned());
        Failure::usage(words.fill("draft-no-source", &[("name", &stem)]), Some(hint))
    })
}

/// Lines as `12-40` or `12`.
fn range(written: &str, words: &Words) -> Result<RangeInclusive<usize>, Failure> {
    let (first, last) = written.split_once('-').unwrap_or((written, written));
    let read = |line: &str| line.trim().parse::<usize>().ok().filter(|line| *line > 0);
    match (read(first), read(last)) {
        (Some(first), Some(last)) if first <= last => Ok(first..=last),
        _ => Err(Failure::usage(
            words.fill("draft-lines", &[("lines", written)]),
            Some(words.get("draft-lines-hint").to_owned()),
        )),
    }
}

fn told(draft: &Draft, words: &Words) -> String {
    let mut rows = Rows::default();
    for page in &draft.pages {
        rows.add(words.get("row-new"), page.path.clone());
    }
    rows.add(words.get("row-figures"), draft.figures.to_string());
    rows.add(words.get("row-left-out"), draft.covered.to_string());
    if draft.unreadable > 0 {
        rows.add(words.get("row-unreadable"), draft.unreadable.to_string());
    }
    let heading = match draft.figures {
        0 => words.get("draft-nothing"),
        _ => words.get("draft-done"),
    };
    format!("{heading}\n{}", rows.printed())
}
