//! What a reader takes along: a figure and its source as plain text, to paste anywhere.

use super::proof;
use super::scope::Scope;
use crate::figure::{Figure, FigureIndex, SourceIndex, Status};

/// The figure with what it is, its time and place, how it is proved and by whom it was published.
/// The link to it is added where it is copied.
pub(super) fn citation(scope: &Scope<'_>, index: FigureIndex) -> String {
    let figure = scope.figure(index);
    let mut lines = vec![statement(scope, figure)];
    match figure.status {
        Status::Found => {}
        Status::Derived => {
            let formula = proof::in_numbers(scope, figure).unwrap_or_default();
            lines.push(titled(scope, "status-derived", &formula));
        }
        Status::Unverified => lines.push(scope.say("status-unverified", &[])),
    }
    lines.extend(sources(scope, figure).into_iter().map(|source| {
        let source = published(scope, source);
        titled(scope, "source", &source)
    }));
    lines.join("\n").replace('\u{a0}', " ")
}

/// Label and number, with time and place.
fn statement(scope: &Scope<'_>, figure: &Figure) -> String {
    let label = figure.label.get(scope.lang);
    let number = &figure.printed.get(scope.lang).text;
    let mut text = scope.say("figure-title", &[("number", number), ("label", label)]);
    let facts: Vec<&str> = [figure.period.get(scope.lang), figure.place.get(scope.lang)]
        .into_iter()
        .filter_map(|fact| fact.as_deref())
        .collect();
    if !facts.is_empty() {
        let facts = facts.join(&scope.say("semicolon", &[]));
        text.push_str(&scope.say("citation-facts", &[("facts", &facts)]));
    }
    text
}

/// The documents that prove a figure; for a derived one those of the figures it is made from.
fn sources(scope: &Scope<'_>, figure: &Figure) -> Vec<SourceIndex> {
    let inputs = figure.derived.iter().flat_map(|derived| &derived.inputs);
    let mut sources: Vec<SourceIndex> = match &figure.derived {
        Some(_) => inputs.filter_map(|input| scope.figure(*input).source).collect(),
        None => figure.source.into_iter().collect(),
    };
    sources.sort_unstable();
    sources.dedup();
    sources
}

/// Publisher, title and date of a document.
fn published(scope: &Scope<'_>, source: SourceIndex) -> String {
    let source = &scope.site.sources[source];
    let title = scope.say("citation-title", &[("title", source.title.get(scope.lang))]);
    let parts =
        [source.publisher.get(scope.lang).as_deref(), Some(title.as_str()), source.date.as_deref()];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(&scope.say("citation-comma", &[]))
}

fn titled(scope: &Scope<'_>, key: &str, text: &str) -> String {
    [&scope.say(key, &[]), &scope.say("colon", &[]), text].concat()
}

#[cfg(test)]
mod tests {
    use crate::diag::Sink;
    use crate::figure::Status;
    use crate::render::fixture::{render, report, site, theme};
    use crate::site::Site;

    /// What the cards of a page offer to copy.
    fn citations(site: &Site, path: &str) -> Vec<String> {
        let output = render(site, &theme(&[]), &report(), &mut Sink::new());
        let file = output.into_iter().find(|file| file.path == path).unwrap();
        let html = String::from_utf8(file.bytes).unwrap();
        let parts = html.split("data-citation=\"").skip(1);
        parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_citation_says_what_how_much_when_and_from_where() {
        let found = citations(&site(), "figures/readers.html");
        assert_eq!(found, ["readers的&lt;标签&gt;：384万人（2022年）\n出处：《报告》，2023-01-06"]);
        let found = citations(&site(), "en/figures/readers.html");
        let words = "the &lt;label&gt; of readers (标签): 3.84 million people (2022)\n\
                     Source: “Report”, 2023-01-06";
        assert_eq!(found, [words]);
    }

    #[test]
    fn a_calculated_number_is_cited_with_its_formula_and_one_in_doubt_as_such() {
        let mut site = site();
        super::super::fixture::figure_mut(&mut site, "rate").status = Status::Unverified;
        let found = citations(&site, "en/work.html");
        let of = |id: &str| {
            let mut all = found.iter();
            all.find(|text| text.contains(&format!("of {id} "))).unwrap().clone()
        };
        let formula =
            "Calculated: 1.44 million people ÷ 3.84 million people = 37.5 %\nSource: “Rep";
        assert!(of("share").contains(formula), "{}", of("share"));
        assert!(of("rate").contains("\nUnverified\nSource: "), "{}", of("rate"));
    }
}
