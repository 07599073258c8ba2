//! What readers' and search engines' programs fetch: Atom feeds, the sitemap, robots.txt.

use std::fmt::Write;

use super::OutputFile;
use super::index::Index;
use super::pages::{absolute, counterpart, feed_path};
use super::view::escape;
use crate::figure::SectionIndex;
use crate::lang::Lang;
use crate::site::{Address, Page};

/// Entries in a feed.
const LATEST: usize = 50;
/// The day of what has no date: the feed's format needs one, and the clock is not asked.
const NO_DATE: &str = "1970-01-01";

/// All of them; without the address that the site is published at only robots.txt.
pub(super) fn files(index: &Index<'_>, pages: &[Address]) -> Vec<OutputFile> {
    let Some(base) = index.site.config.base_url.as_deref() else {
        return vec![file("robots.txt", "User-agent: *\nAllow: /\n".to_owned())];
    };
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {}\n", absolute(base, "sitemap.xml"));
    let mut files =
        vec![file("robots.txt", robots), file("sitemap.xml", sitemap(index, base, pages))];
    files.extend(Lang::ALL.map(|lang| file(&feed_path(index, lang), feed(index, base, lang))));
    files
}

fn file(path: &str, text: String) -> OutputFile {
    OutputFile { path: path.to_owned(), bytes: text.into_bytes() }
}

/// Every page with its counterpart in the other language.
fn sitemap(index: &Index<'_>, base: &str, pages: &[Address]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for address in pages.iter().filter(|address| address.page != Page::NotFound) {
        let own = escape(&absolute(base, &address.path()));
        let _ = write!(xml, "<url><loc>{own}</loc>");
        if let Some(other) = counterpart(index, address) {
            for (lang, href) in
                [(address.lang, own.clone()), (other.lang, escape(&absolute(base, &other.path())))]
            {
                let _ = write!(
                    xml,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{href}\"/>",
                    lang.tag()
                );
            }
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// The sections of a language, the latest first.
fn feed(index: &Index<'_>, base: &str, lang: Lang) -> String {
    let config = &index.site.config;
    let mut entries: Vec<(String, SectionIndex)> = index
        .order
        .get(lang)
        .iter()
        .map(|section| (day(index, *section, lang), *section))
        .collect();
    entries.sort_by(|(one, _), (other, _)| other.cmp(one));
    entries.truncate(LATEST);
    let updated = entries.first().map_or(NO_DATE, |(day, _)| day.as_str());
    let home = absolute(base, &index.path(Page::Home(1), lang));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<id>{home}</id>\n<updated>{updated}T00:00:00Z</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
         <author><name>{}</name></author>\n",
        lang.tag(),
        escape(config.title.get(lang)),
        escape(&absolute(base, &feed_path(index, lang))),
        escape(config.author.get(lang).as_ref().unwrap_or(config.title.get(lang))),
    );
    for (day, section) in entries {
        entry(index, base, lang, (&day, section), &mut xml);
    }
    xml.push_str("</feed>\n");
    xml
}

fn entry(
    index: &Index<'_>,
    base: &str,
    lang: Lang,
    (day, section): (&str, SectionIndex),
    xml: &mut String,
) {
    let Some(document) = index.section(section).documents.get(lang) else { return };
    let address = escape(&absolute(base, index.section_path(section, lang)));
    let _ = write!(
        xml,
        "<entry>\n<title>{}</title>\n<id>{address}</id>\n<updated>{day}T00:00:00Z</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n",
        escape(&document.front.title.value),
    );
    let figures: Vec<String> = index
        .section(section)
        .figures
        .iter()
        .map(|figure| {
            let figure = index.figure(*figure);
            let arguments = [
                ("label", figure.label.get(lang).as_str()),
                ("number", &figure.printed.get(lang).plain_text()),
            ];
            index.strings.get(lang).say("figure-title", &arguments)
        })
        .collect();
    let summary = document.front.summary.as_ref().map(|summary| summary.value.clone());
    let text: Vec<String> = summary.into_iter().chain(figures).collect();
    let _ = write!(xml, "<summary>{}</summary>\n</entry>\n", escape(&text.join("\n")));
}

/// A section's day: its own, that of its source, or the last day of the year that it is about.
fn day(index: &Index<'_>, section: SectionIndex, lang: Lang) -> String {
    let section = index.section(section);
    let front = section.documents.get(lang).as_ref().map(|document| &document.front);
    if let Some(date) = front.and_then(|front| front.date.as_ref()) {
        return date.value.clone();
    }
    let figures = || section.figures.iter().map(|figure| index.figure(*figure));
    let source =
        figures().filter_map(|figure| index.site.sources[figure.source?].date.clone()).max();
    let period = front.and_then(|front| front.period.as_ref()).map(|period| period.value.as_str());
    source
        .or_else(|| Some(format!("{}-12-31", super::picture::last_year(period?)?)))
        .unwrap_or_else(|| NO_DATE.to_owned())
}
