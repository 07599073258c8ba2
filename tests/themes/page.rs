//! What can be read in a built page.

use std::collections::BTreeSet;

/// The values of an attribute, wherever it stands.
pub(crate) fn attributes(html: &str, name: &str) -> BTreeSet<String> {
    let start = format!(" {name}=\"");
    let values = html.split(&start).skip(1);
    values.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// Where its links lead.
pub(crate) fn links(html: &str) -> BTreeSet<String> {
    attributes(html, "href")
}

/// The classes of its elements.
pub(crate) fn classes(html: &str) -> BTreeSet<String> {
    let values = attributes(html, "class");
    values.iter().flat_map(|value| value.split_ascii_whitespace()).map(str::to_owned).collect()
}

/// Every run of digits that a reader sees, with the signs inside of it.
pub(crate) fn numbers(html: &str) -> BTreeSet<String> {
    let shown = shown(html);
    let runs = shown.split(|letter: char| !(letter.is_ascii_digit() || ".,".contains(letter)));
    let runs = runs.map(|run| run.trim_matches(['.', ',']));
    runs.filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

/// The text outside of tags and scripts.
fn shown(html: &str) -> String {
    let mut shown = String::new();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        shown.push_str(text);
        shown.push(' ');
        let end = if tag.starts_with("script") { "</script>" } else { ">" };
        rest = tag.split_once(end).map_or("", |(_, rest)| rest);
    }
    shown + rest
}
