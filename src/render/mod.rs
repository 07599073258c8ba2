//! Pages: a [`Site`] joined with a theme becomes files.
//!
//! Each page is assembled as a [`view`], filled into a template of the theme, and needs no other
//! page, so that all are made in parallel. The files come out sorted by path, whatever the number
//! of threads.

mod card;
mod citation;
mod columns;
mod data;
mod duty;
mod feeds;
#[cfg(test)]
mod fixture;
mod font;
mod index;
mod json;
mod jsonld;
mod number;
mod outline;
mod pages;
mod passages;
mod picture;
mod proof;
mod prose;
mod readme;
mod scope;
mod search;
mod several;
#[cfg(test)]
mod tests;
mod theme;
pub mod view;

use std::sync::{Mutex, PoisonError, RwLock};

use crate::check::Report;
use crate::diag::{Code, Diagnostic, FileId, Sink, Span, collect_parallel};
use crate::lang::Bilingual;
use crate::site::{Address, Site};
use crate::source::{Config, Files};
use duty::Lack;
use font::Letters;
use index::Index;
use scope::Scope;
pub use theme::Theme;
use view::{Html, SiteView};

/// A file of the built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path, with `/`: `en/figures/library-readers.html`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Keeps the files that `make` hands over, sorted by path.
pub(crate) fn collected(make: impl FnOnce(&(dyn Fn(&str, &[u8]) + Sync))) -> Vec<OutputFile> {
    let output = Mutex::new(Vec::new());
    make(&|path, bytes| {
        let file = OutputFile { path: path.to_owned(), bytes: bytes.to_vec() };
        output.lock().unwrap_or_else(PoisonError::into_inner).push(file);
    });
    let mut output = output.into_inner().unwrap_or_else(PoisonError::into_inner);
    output.sort_by(|one, other| one.path.cmp(&other.path));
    output
}

/// Makes every file of the built site and hands it to `put`, its path and its bytes, as soon as it is
/// made: from many threads and in no order. Returns the paths, sorted. Mistakes of the theme go to
/// `sink`; a page that cannot be made is left out.
pub fn render_each(
    site: &Site,
    files: &Files,
    report: &Report,
    theme: &Theme<'_>,
    sink: &mut Sink,
    put: &(impl Fn(&str, &[u8]) + Sync),
) -> Vec<String> {
    let index = Index::new(site, files, report, theme.strings.clone());
    let pages = pages::all(&index);
    let shown = Shown::new(theme);
    let make_page = |address: &Address, sink: &mut Sink| {
        let scope = Scope::new(&index, address.clone());
        let lacks = fill(&scope, theme, sink, |html| {
            shown.add(html);
            put(&scope.path, html.as_bytes());
        })?;
        Some((scope.path, lacks))
    };
    let make_others = || -> Vec<String> {
        let files = theme.assets.iter().cloned().chain(others(&index, &pages));
        files.inspect(|file| put(&file.path, &file.bytes)).map(|file| file.path).collect()
    };
    let (made, mut paths) = rayon::join(|| collect_parallel(&pages, sink, make_page), make_others);
    let (pages, lacks): (Vec<String>, Vec<Vec<Lack>>) = made.into_iter().flatten().unzip();
    duty::report(&lacks.concat(), theme, sink);
    paths.extend(pages);
    for file in shown.fonts(theme, sink) {
        put(&file.path, &file.bytes);
        paths.push(file.path);
    }
    paths.sort_unstable();
    copy_assets(site, files, &mut paths, sink, put);
    paths
}

/// What a file of the built site is made from.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its files.
    pub files: &'a Files,
    /// What its checks found.
    pub report: &'a Report,
    /// Its theme.
    pub theme: &'a Theme<'a>,
}

/// Makes one file of the built site, fonts with all of their characters; `None` where the site has
/// none with this path, or it cannot be made because of a mistake in the theme, which goes to `sink`.
pub fn render_one(subject: Subject<'_>, path: &str, sink: &mut Sink) -> Option<Vec<u8>> {
    let Subject { site, files, theme, .. } = subject;
    let asset = site.assets.iter().find(|(_, asset)| asset == path);
    match asset {
        Some((file, _)) if !has_ending(path, &MADE) && !theme.has_asset(path) => {
            return Some(files.get(*file).bytes().to_vec());
        }
        _ => {}
    }
    let made = make_one(subject, path, sink);
    match (asset, &made) {
        (Some((file, _)), None) => Some(files.get(*file).bytes().to_vec()),
        (Some((file, _)), Some(_)) => {
            sink.push(reserved(*file, path));
            made
        }
        (None, _) => made,
    }
}

/// The endings of files that are made; any other name belongs to the author or the theme.
const MADE: [&str; 12] = [
    "html",
    "xml",
    "json",
    "csv",
    "md",
    "txt",
    "css",
    "js",
    "svg",
    "woff2",
    "webmanifest",
    "nojekyll",
];

fn has_ending(path: &str, endings: &[&str]) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
}

/// Makes one file that is not the author's own.
fn make_one(subject: Subject<'_>, path: &str, sink: &mut Sink) -> Option<Vec<u8>> {
    let Subject { site, files, report, theme } = subject;
    let marker = OutputFile::marker();
    if let Some(file) = theme.assets.iter().chain([&marker]).find(|file| file.path == path) {
        return Some(file.bytes.clone());
    }
    let fonts = if path.starts_with("assets/") { theme.whole_fonts() } else { &[] };
    if let Some(file) = fonts.iter().find(|file| file.path == path) {
        return Some(file.bytes.clone());
    }
    let index = Index::new(site, files, report, theme.strings.clone());
    let pages = pages::all(&index);
    if let Some(address) = pages.iter().find(|address| address.path() == path) {
        let mut made = Vec::new();
        let scope = Scope::new(&index, address.clone());
        let lacks = fill(&scope, theme, sink, |html| made = html.as_bytes().to_vec())?;
        duty::report(&lacks, theme, sink);
        return Some(made);
    }
    if path.ends_with(".html") {
        return None;
    }
    others(&index, &pages).find(|file| file.path == path).map(|file| file.bytes)
}

/// The files beside pages and assets: data, search, feeds.
fn others<'i>(index: &'i Index<'i>, pages: &'i [Address]) -> impl Iterator<Item = OutputFile> + 'i {
    data::files(index)
        .chain(search::files(index))
        .chain([readme::file(index)])
        .chain(feeds::files(index, pages))
        .chain([OutputFile::marker()])
}

/// Makes a page and hands it to `put`; returns what it lacks of what its template owes.
fn fill(
    scope: &Scope<'_>,
    theme: &Theme<'_>,
    sink: &mut Sink,
    put: impl FnOnce(&str),
) -> Option<Vec<Lack>> {
    let page = pages::assemble(scope)?;
    let html = theme.fill(scope.lang, &page, sink)?;
    put(&html);
    Some(duty::lacks(&page.duties, &html, page.template, &scope.path))
}

/// The characters that the pages show, gathered from all threads for the theme's fonts.
struct Shown(Option<RwLock<Letters>>);

impl Shown {
    fn new(theme: &Theme<'_>) -> Self {
        Shown(theme.letters().map(RwLock::new))
    }

    /// Adds all that a page holds: scripts may show what stands in its attributes. Nearly every page
    /// has only characters that pages before it had.
    fn add(&self, html: &str) {
        let Some(shown) = &self.0 else { return };
        let is_known = shown.read().unwrap_or_else(PoisonError::into_inner).has_all(html);
        if !is_known {
            shown.write().unwrap_or_else(PoisonError::into_inner).add(html);
        }
    }

    fn fonts(self, theme: &Theme<'_>, sink: &mut Sink) -> Vec<OutputFile> {
        let letters =
            self.0.map(|shown| shown.into_inner().unwrap_or_else(PoisonError::into_inner));
        letters.map_or_else(Vec::new, |letters| theme.fonts(letters, sink))
    }
}

impl OutputFile {
    /// The empty file that tells GitHub Pages to publish the site as it is.
    fn marker() -> Self {
        OutputFile { path: ".nojekyll".to_owned(), bytes: Vec::new() }
    }
}

/// Adds the site's own images and downloads, unless a page has their path.
fn copy_assets(
    site: &Site,
    files: &Files,
    paths: &mut Vec<String>,
    sink: &mut Sink,
    put: &impl Fn(&str, &[u8]),
) {
    let mut copies = Vec::with_capacity(site.assets.len());
    for (file, path) in &site.assets {
        if paths.binary_search(path).is_ok() {
            sink.push(reserved(*file, path));
            continue;
        }
        put(path, files.get(*file).bytes());
        copies.push(path.clone());
    }
    paths.append(&mut copies);
    paths.sort_unstable();
}

/// A file of the author's whose path a page of the site has.
fn reserved(file: FileId, path: &str) -> Diagnostic {
    let message = text!("bad-name.reserved", name = path);
    Diagnostic::new(Code::BadName, Span::whole(file), message).hint(text!("bad-name.reserved-hint"))
}

/// What all pages say about the site.
fn site_view(config: &Config) -> Bilingual<SiteView> {
    Bilingual::from_fn(|lang| {
        let html = |text: &Bilingual<Option<String>>| {
            text.get(lang).as_ref().map(|text| Html::text(text, lang))
        };
        SiteView {
            title: Html::text(config.title.get(lang), lang),
            name: config.title.get(lang).into(),
            description: html(&config.description),
            author: html(&config.author),
            license: html(&config.license),
            has_feed: config.base_url.is_some(),
        }
    })
}
