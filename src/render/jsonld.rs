//! What search engines read: schema.org data as JSON-LD, one object a page.

use serde_json::{Value, json};

use super::data::plain_value;
use super::pages::absolute;
use super::scope::Scope;
use crate::content::Document;
use crate::figure::{FigureIndex, SectionIndex, SourceIndex};

/// The object as it stands in a script element, where `<` would end it.
pub(super) fn print(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// A page without more to say about it.
pub(super) fn page(scope: &Scope<'_>, name: &str, description: &str) -> Value {
    finish(
        scope,
        json!({
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": name,
            "description": description,
            "inLanguage": scope.lang.tag(),
        }),
    )
}

/// The home page: the figures as a data set.
pub(super) fn home(scope: &Scope<'_>, description: &str) -> Value {
    let config = &scope.site.config;
    let variables: Vec<Value> =
        scope.headlines.iter().map(|headline| property(scope, *headline)).collect();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": config.title.get(scope.lang),
        "description": description,
        "inLanguage": scope.lang.tag(),
        "variableMeasured": variables,
    });
    if let Some(author) = config.author.get(scope.lang) {
        data["creator"] = json!({ "@type": "Organization", "name": author });
    }
    if let Some(license) = config.license.get(scope.lang) {
        data["license"] = json!(license);
    }
    if let Some(base) = &config.base_url {
        let file = |name: &str, format: &str| {
            json!({
                "@type": "DataDownload",
                "encodingFormat": format,
                "contentUrl": absolute(base, name),
            })
        };
        data["distribution"] = json!([
            file("data/figures.json", "application/json"),
            file("data/figures.csv", "text/csv")
        ]);
    }
    finish(scope, data)
}

/// A section: an article based on its sources.
pub(super) fn section(scope: &Scope<'_>, index: SectionIndex, document: &Document) -> Value {
    let section = scope.section(index);
    let front = &document.front;
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": front.title.value,
        "inLanguage": scope.lang.tag(),
        "isPartOf": { "@type": "WebSite", "name": scope.site.config.title.get(scope.lang) },
        "mentions": section.figures.iter().map(|figure| property(scope, *figure)).collect::<Vec<_>>(),
    });
    if let Some(summary) = &front.summary {
        data["description"] = json!(summary.value);
    }
    if let Some(date) = &front.date {
        data["datePublished"] = json!(date.value);
    }
    let mut sources: Vec<SourceIndex> =
        section.figures.iter().filter_map(|figure| scope.figure(*figure).source).collect();
    sources.sort_unstable();
    sources.dedup();
    data["isBasedOn"] = sources.into_iter().map(|source| work(scope, source)).collect();
    finish(scope, data)
}

/// A headline figure: an observation.
pub(super) fn figure(scope: &Scope<'_>, index: FigureIndex) -> Value {
    let figure = scope.figure(index);
    let mut data = property(scope, index);
    data["@context"] = json!("https://schema.org");
    data["@type"] = json!("Observation");
    data["inLanguage"] = json!(scope.lang.tag());
    if let Some(period) = figure.period.get(scope.lang) {
        data["observationPeriod"] = json!(period);
    }
    if let Some(source) = figure.source {
        data["isBasedOn"] = work(scope, source);
    }
    finish(scope, data)
}

/// A source: the work that numbers are quoted from.
pub(super) fn source(scope: &Scope<'_>, index: SourceIndex) -> Value {
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "inLanguage": scope.lang.tag(),
    });
    data["about"] = work(scope, index);
    finish(scope, data)
}

fn property(scope: &Scope<'_>, index: FigureIndex) -> Value {
    let figure = scope.figure(index);
    let printed = figure.printed.get(scope.lang);
    let mut data = json!({
        "@type": "PropertyValue",
        "name": figure.label.get(scope.lang),
        "description": printed.plain_text(),
    });
    if let Some(quantity) = &figure.quantity {
        data["value"] = json!(plain_value(quantity));
        // The unit of the plain value, not of the printed number: people, not “million people”.
        let unit = quantity.unit.map(|unit| unit.word(scope.lang, quantity.value));
        if let Some(unit) = unit.filter(|unit| !unit.is_empty()) {
            data["unitText"] = json!(unit);
        }
    }
    data
}

fn work(scope: &Scope<'_>, index: SourceIndex) -> Value {
    let source = &scope.site.sources[index];
    let mut data = json!({
        "@type": "CreativeWork",
        "name": source.title.get(scope.lang),
        "inLanguage": source.lang.tag(),
    });
    if let Some(publisher) = source.publisher.get(scope.lang) {
        data["publisher"] = json!({ "@type": "Organization", "name": publisher });
    }
    if let Some(authors) = source.authors.get(scope.lang) {
        data["author"] = json!(authors);
    }
    if let Some(date) = &source.date {
        data["datePublished"] = json!(date);
    }
    if let Some(url) = &source.url {
        data["url"] = json!(url);
    }
    data
}

/// Adds the page's address, where the site has one.
fn finish(scope: &Scope<'_>, mut data: Value) -> Value {
    if let Some(base) = &scope.site.config.base_url {
        data["url"] = json!(absolute(base, &scope.path));
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_its_script_element() {
        let printed = print(&json!({ "name": "</script><b>" }));
        assert!(!printed.contains('<'), "{printed}");
        assert_eq!(serde_json::from_str::<Value>(&printed).unwrap()["name"], "</script><b>");
    }
}
