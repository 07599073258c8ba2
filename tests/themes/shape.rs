//! The default theme's templates are filled in once for each shape of a page. Whatever site it is, that
//! gives the same bytes as filling them in page by page, as is done for a theme with templates of its
//! own.

use std::path::Path;

use crate::common::{Fixture, files_of};
use crate::random;

/// A template that nothing uses makes the theme one with templates of its own.
const OWN: (&str, &str) = ("themes/default/templates/own.html", "nothing");

/// Builds a site in both ways and returns how many pages were compared.
fn is_filled_in_alike(site: &str, fixture: Fixture) -> usize {
    let by_shape = fixture.build_with(&["--allow-errors"]);
    let by_shape = by_shape.succeeds().contents();
    let page_by_page = fixture.file(OWN.0, OWN.1).build_with(&["--allow-errors"]);
    let page_by_page = page_by_page.succeeds().contents();
    assert_eq!(
        by_shape.keys().collect::<Vec<_>>(),
        page_by_page.keys().collect::<Vec<_>>(),
        "{site}"
    );
    for (path, bytes) in by_shape.iter().filter(|(path, _)| path.ends_with(".html")) {
        let [ours, theirs] =
            [bytes, &page_by_page[path]].map(|bytes| String::from_utf8_lossy(bytes));
        let first = ours.lines().zip(theirs.lines()).find(|(one, other)| one != other);
        assert!(ours == theirs, "{site}: {path} differs: {first:#?}");
    }
    by_shape.len()
}

#[test]
fn the_real_site_and_that_of_the_hard_cases_are_filled_in_alike() {
    for site in crate::SITES {
        assert!(is_filled_in_alike(site, Fixture::themed(site, "default")) > 15, "{site}");
    }
}

#[test]
fn sites_at_random_are_filled_in_alike() {
    for seed in 1..=6 {
        is_filled_in_alike(&format!("seed {seed}"), random::site(seed, 2));
    }
}

/// Numbers that could not be verified, notes, pages that only one language has, lists of several pages.
#[test]
fn doubts_and_gaps_and_long_lists_are_filled_in_alike() {
    let mut fixture = Fixture::smallest()
        .file("content/_methods.zh.md", "---\ntitle: 方法\n---\n\n怎样核对。\n")
        .file("content/_home.en.md", "---\ntitle: “Home” & <more>\n---\n\nSome *words*.\n");
    for number in 1..=60 {
        let doubt = if number % 3 == 0 { "没有这句话9人" } else { "就业5人" };
        let note = if number % 2 == 0 { ", note: \"<i>注</i>\"" } else { "" };
        let text = format!(
            "---\ntitle: 第{number}节\norder: {number}\nfigures:\n  f-{number}: {{value: {}, \
             label: \"人'数\", quote: {doubt}{note}}}\n---\n\n一段话。\n",
            if number % 3 == 0 { "9人" } else { "5人" }
        );
        fixture = fixture.file(&format!("content/s-{number}.zh.md"), &text);
    }
    assert!(is_filled_in_alike("long", fixture) > 60);
}

/// What templates may compare, by the last word of its path: words that the program sets.
const COMPARED: [&str; 4] = ["name", "kind", "form", "trend"];

/// Each tag of a template, without its signs.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    let tags = |open: &'static str, close: &'static str| {
        text.split(open).skip(1).filter_map(move |rest| rest.split(close).next())
    };
    tags("{{", "}}").chain(tags("{%", "%}"))
}

/// What a tag asks of a text beside whether it is there.
fn asked(tag: &str) -> Vec<String> {
    let words: Vec<&str> = tag.trim_matches('-').split_whitespace().collect();
    let is_loop = words.first() == Some(&"for");
    let path = |at: usize| words[at].rsplit('.').next().unwrap_or_default();
    let is_asked = |at: usize| match words[at] {
        "==" | "!=" => !COMPARED.contains(&path(at - 1)) || !words[at + 1].starts_with('"'),
        // The length of a list, which is part of the shape.
        "|" => words[at + 1].trim_end_matches(')') != "length",
        "in" => !is_loop,
        "is" | "<" | ">" | "<=" | ">=" | "~" | "+" | "*" | "/" | "%" | "-" => true,
        _ => false,
    };
    let asked = (1..words.len().saturating_sub(1)).filter(|at| is_asked(*at));
    asked.map(|at| words[at - 1..=at + 1].join(" ")).collect()
}

/// Texts are not there yet when a shape is filled in: a template that asks for more than whether one is
/// empty would get the answer for another.
#[test]
fn the_templates_ask_nothing_of_texts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates");
    for file in files_of(&folder) {
        let text = std::fs::read_to_string(folder.join(&file)).expect("it is text");
        for tag in tags(&text) {
            assert_eq!(asked(tag), [""; 0], "{file}: {tag}");
        }
    }
    for tag in
        ["if r.label == \"x\"", "if a.kind == b.kind", "r.label | upper", "if \"a\" in r.label"]
    {
        assert_eq!(asked(tag).len(), 1, "{tag}");
    }
}
