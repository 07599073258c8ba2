//! What search engines read: schema.org data as JSON-LD, one object a page.

use super::data::plain_value;
use super::json::{Json, write};
use super::pages::absolute;
use super::scope::Scope;
use crate::content::Document;
use crate::figure::{FigureIndex, SectionIndex, SourceIndex};

/// The vocabulary.
const CONTEXT: &str = "https://schema.org";

/// A page without more to say about it.
pub(super) fn page(scope: &Scope<'_>, name: &str, description: &str) -> String {
    write(|data| {
        begin(data, "WebPage");
        data.text("name", name);
        data.text("description", description);
        data.text("inLanguage", scope.lang.tag());
        finish(data, scope);
    })
}

/// The home page: the figures as a data set.
pub(super) fn home(scope: &Scope<'_>, description: &str) -> String {
    let config = &scope.site.config;
    write(|data| {
        begin(data, "Dataset");
        data.text("name", config.title.get(scope.lang));
        data.text("description", description);
        data.text("inLanguage", scope.lang.tag());
        data.list("variableMeasured", &scope.headlines, |data, headline| {
            property(data, scope, "PropertyValue", *headline);
        });
        if let Some(author) = config.author.get(scope.lang) {
            data.object("creator", |data| named(data, "Organization", author));
        }
        data.text_of("license", config.license.get(scope.lang).as_deref());
        if let Some(base) = &config.base_url {
            let files =
                [("data/figures.json", "application/json"), ("data/figures.csv", "text/csv")];
            data.list("distribution", &files, |data, (name, format)| {
                data.text("@type", "DataDownload");
                data.text("encodingFormat", format);
                data.text("contentUrl", &absolute(base, name));
            });
        }
        finish(data, scope);
    })
}

/// A section: an article based on its sources.
pub(super) fn section(scope: &Scope<'_>, index: SectionIndex, document: &Document) -> String {
    let section = scope.section(index);
    let front = &document.front;
    let mut sources: Vec<SourceIndex> =
        section.figures.iter().filter_map(|figure| scope.figure(*figure).source).collect();
    sources.sort_unstable();
    sources.dedup();
    write(|data| {
        begin(data, "Article");
        data.text("headline", &front.title.value);
        data.text("inLanguage", scope.lang.tag());
        let site = scope.site.config.title.get(scope.lang);
        data.object("isPartOf", |data| named(data, "WebSite", site));
        data.list("mentions", &section.figures, |data, figure| {
            property(data, scope, "PropertyValue", *figure);
        });
        data.text_of("description", front.summary.as_ref().map(|text| text.value.as_str()));
        data.text_of("datePublished", front.date.as_ref().map(|date| date.value.as_str()));
        data.list("isBasedOn", &sources, |data, source| work(data, scope, *source));
        finish(data, scope);
    })
}

/// A headline figure: an observation.
pub(super) fn figure(scope: &Scope<'_>, index: FigureIndex) -> String {
    let figure = scope.figure(index);
    write(|data| {
        property(data, scope, "Observation", index);
        data.text("@context", CONTEXT);
        data.text("inLanguage", scope.lang.tag());
        data.text_of("observationPeriod", figure.period.get(scope.lang).as_deref());
        if let Some(source) = figure.source {
            data.object("isBasedOn", |data| work(data, scope, source));
        }
        finish(data, scope);
    })
}

/// A source: the work that numbers are quoted from.
pub(super) fn source(scope: &Scope<'_>, index: SourceIndex) -> String {
    write(|data| {
        begin(data, "WebPage");
        data.text("inLanguage", scope.lang.tag());
        data.object("about", |data| work(data, scope, index));
        finish(data, scope);
    })
}

fn begin(data: &mut Json, kind: &str) {
    data.text("@context", CONTEXT);
    data.text("@type", kind);
}

fn named(data: &mut Json, kind: &str, name: &str) {
    data.text("@type", kind);
    data.text("name", name);
}

fn property(data: &mut Json, scope: &Scope<'_>, kind: &str, index: FigureIndex) {
    let figure = scope.figure(index);
    named(data, kind, figure.label.get(scope.lang));
    data.text("description", &figure.printed.get(scope.lang).plain_text());
    if let Some(quantity) = &figure.quantity {
        data.text("value", &plain_value(quantity));
        // The unit of the plain value, not of the printed number: people, not “million people”.
        let unit = quantity.unit.map(|unit| unit.word(scope.lang, quantity.value));
        data.text_of("unitText", unit.filter(|unit| !unit.is_empty()));
    }
}

fn work(data: &mut Json, scope: &Scope<'_>, index: SourceIndex) {
    let source = &scope.site.sources[index];
    named(data, "CreativeWork", source.title.get(scope.lang));
    data.text("inLanguage", source.lang.tag());
    if let Some(publisher) = source.publisher.get(scope.lang) {
        data.object("publisher", |data| named(data, "Organization", publisher));
    }
    data.text_of("author", source.authors.get(scope.lang).as_deref());
    data.text_of("datePublished", source.date.as_deref());
    data.text_of("url", source.url.as_deref());
}

/// Adds the page's address, where the site has one.
fn finish(data: &mut Json, scope: &Scope<'_>) {
    if let Some(base) = &scope.site.config.base_url {
        data.text("url", &absolute(base, &scope.path));
    }
}
