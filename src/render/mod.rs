//! Pages: a [`Site`] joined with a theme becomes files.
//!
//! Each page is assembled as a [`view`], filled into a template of the theme, and needs no other
//! page, so that all are made in parallel. The files come out sorted by path, whatever the number
//! of threads.

mod card;
mod columns;
mod data;
mod feeds;
#[cfg(test)]
mod fixture;
mod index;
mod jsonld;
mod number;
mod pages;
mod passages;
mod picture;
mod proof;
mod prose;
mod scope;
#[cfg(test)]
mod tests;
mod theme;
pub mod view;

use crate::check::Report;
use crate::diag::{Code, Diagnostic, Sink, Span, collect_parallel};
use crate::lang::Bilingual;
use crate::site::Site;
use crate::source::Files;
use index::Index;
use scope::Scope;
use theme::Theme;
use view::{Html, SiteView};

/// A file of the built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path, with `/`: `en/figures/labour-transfer.html`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Makes every file of the built site, sorted by path. Mistakes of the theme go to `sink`; a page
/// that cannot be made is left out.
pub fn render(site: &Site, files: &Files, report: &Report, sink: &mut Sink) -> Vec<OutputFile> {
    let Some(mut theme) = Theme::load(files, &site.config, sink) else { return Vec::new() };
    theme.share("site", &site_view(site));
    let index = Index::new(site, files, report, theme.strings.clone());
    let pages = pages::all(&index);
    let rendered = collect_parallel(&pages, sink, |address, sink| {
        let scope = Scope::new(&index, address.clone());
        let page = pages::assemble(&scope)?;
        let bytes = theme.fill(scope.lang, page.template, &page.context, sink)?;
        Some(OutputFile { path: scope.path, bytes })
    });
    let mut output: Vec<OutputFile> = rendered.into_iter().flatten().collect();
    output.append(&mut theme.assets);
    output.extend(data::files(&index));
    output.extend(feeds::files(&index, &pages));
    output.push(OutputFile { path: ".nojekyll".to_owned(), bytes: Vec::new() });
    output.sort_by(|one, other| one.path.cmp(&other.path));
    copy_assets(site, files, &mut output, sink);
    output
}

/// Adds the site's own images and downloads, unless a page has their path.
fn copy_assets(site: &Site, files: &Files, output: &mut Vec<OutputFile>, sink: &mut Sink) {
    let mut copies = Vec::with_capacity(site.assets.len());
    for (file, path) in &site.assets {
        if output.binary_search_by(|made| made.path.cmp(path)).is_ok() {
            let message = text!("bad-name.reserved", name = path);
            sink.push(
                Diagnostic::new(Code::BadName, Span::whole(*file), message)
                    .hint(text!("bad-name.reserved-hint")),
            );
            continue;
        }
        copies.push(OutputFile { path: path.clone(), bytes: files.get(*file).bytes().to_vec() });
    }
    output.append(&mut copies);
    output.sort_by(|one, other| one.path.cmp(&other.path));
}

/// What all pages say about the site.
fn site_view(site: &Site) -> Bilingual<SiteView> {
    let config = &site.config;
    Bilingual::from_fn(|lang| {
        let html = |text: &Bilingual<Option<String>>| {
            text.get(lang).as_ref().map(|text| Html::text(text, lang))
        };
        SiteView {
            title: Html::text(config.title.get(lang), lang),
            name: config.title.get(lang).clone(),
            description: html(&config.description),
            author: html(&config.author),
            license: html(&config.license),
            has_feed: config.base_url.is_some(),
        }
    })
}
