//! What holds for any content whatever. The property tests of `cargo test` and the fuzz targets in
//! `fuzz/` ask the same functions; each panics where its law is broken.

use std::collections::BTreeSet;
use std::ops::Range;

use shushuo::content::{Body, Document, SlotKind};
use shushuo::diag::{Diagnostic, Sink, Span};
use shushuo::figure::{Figure, Folded, Outcome};
use shushuo::lang::Lang;
use shushuo::quantity::{self, temporal};
use shushuo::render::OutputFile;
use shushuo::source::{Config, Contents, File, Files, decode_text};
use shushuo::{Compilation, Options, compile_files, content};

use crate::harmless;

/// Stands in an input between the texts of several files or fields (U+001E, record separator).
pub(crate) const BETWEEN: char = '\u{1E}';

const SITE: &str = "title: { zh: 小城, en: Town }\nlanguages: [zh, en]\n";

/// Files in memory, as reading a folder gives them.
fn files(parts: &[(&str, &str)]) -> Files {
    let file = |(path, text): &(&str, &str)| {
        let text = decode_text(text.as_bytes().to_vec()).expect("a string is UTF-8");
        File { path: (*path).to_owned(), contents: Contents::Text(text) }
    };
    Files::new(parts.iter().map(file).collect())
}

/// A whole content file, front matter included, in both roles.
pub(crate) fn front_matter(text: &str) {
    let files = files(&[("content/a.zh.md", text), ("content/a.en.md", text)]);
    let mut sink = Sink::new();
    let parsed =
        content::parse(&files, &Config::default(), &mut content::Memory::forgetful(), &mut sink);
    found_in_place(&files, sink.diagnostics());
    parsed.documents.iter().for_each(|document| document_in_place(&files, document));
    assert_eq!(parsed.documents.len() + 2 * parsed.unread.len(), 2, "a file is read or reported");
    if !parsed.unread.is_empty() {
        assert!(sink.has_errors(), "a file that cannot be read has an error");
    }
}

/// The Markdown of a page in both languages.
pub(crate) fn markdown(text: &str) {
    let page = format!("---\ntitle: a\n---\n{text}");
    let files = files(&[("content/a.zh.md", &page), ("content/a.en.md", &page)]);
    let mut sink = Sink::new();
    let parsed =
        content::parse(&files, &Config::default(), &mut content::Memory::forgetful(), &mut sink);
    found_in_place(&files, sink.diagnostics());
    assert_eq!(parsed.documents.len(), 2, "any Markdown is a page");
    for document in &parsed.documents {
        document_in_place(&files, document);
        harmless::fragment(&filled(&document.body));
    }
}

/// A text in which numbers are looked for.
pub(crate) fn scanner(text: &str) {
    quantity::detect(text);
    let mut last = 0;
    for sentence in quantity::sentences(text) {
        assert!(sentence.start >= last && text.get(sentence.clone()).is_some(), "{sentence:?}");
        last = sentence.end;
    }
    for lang in Lang::ALL {
        let times = temporal::expressions(text, lang).into_iter().map(|time| time.range);
        let sizes = quantity::magnitudes(text, lang).into_iter().map(|size| size.range);
        for range in times.chain(sizes) {
            let words = text.get(range.clone()).unwrap_or_default();
            assert!(!words.is_empty(), "{lang:?} {range:?} cuts a character");
        }
        // Whether it is one number or not, saying so must not fail.
        let _ = quantity::parse(text, lang);
        let mentions = quantity::scan(text, lang);
        let sentences = quantity::sentences(text);
        let mut last = 0;
        for mention in &mentions {
            let range = mention.range.clone();
            assert!(range.start >= last && range.start < range.end, "{lang:?} {range:?} {last}");
            assert!(text.get(range.clone()).is_some(), "{lang:?} {range:?} cuts a character");
            last = range.end;
            let sentence = quantity::sentence_of(&sentences, &range);
            assert!(sentence.start <= range.start && range.end <= sentence.end, "{sentence:?}");
            assert!(text.get(sentence).is_some());
            for printed in Lang::ALL {
                let printed = quantity::print(&mention.quantity, printed, None);
                assert!(!printed.text.is_empty());
            }
        }
    }
}

/// An original and its translation: they are compared, in both directions.
pub(crate) fn translation(text: &str) {
    let (one, other) = text.split_once(BETWEEN).unwrap_or((text, text));
    let page = |text: &str| format!("---\ntitle: a\nsummary: {}\n---\n{text}\n", quoted(text));
    for (first, second) in [("zh", "en"), ("en", "zh")] {
        let settings = format!("title: {{ zh: 小城, en: Town }}\nlanguages: [{first}, {second}]\n");
        let compiled = compile_files(
            files(&[
                ("site.yaml", &settings),
                (&format!("content/a.{first}.md"), &page(one)),
                (&format!("content/a.{second}.md"), &page(other)),
            ]),
            &Options::default(),
            Sink::new(),
        );
        found_in_place(&compiled.files, &compiled.diagnostics);
    }
}

/// A text as YAML.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''").replace(['\n', '\r'], " "))
}

/// A value, a quote and a source: what is found stands there.
pub(crate) fn quotes(text: &str) {
    let mut parts = text.split(BETWEEN);
    let mut next = || parts.next().unwrap_or_default();
    let (value, quote, source) = (next(), next(), next());
    let section = format!(
        "---\ntitle: a\nfigures:\n  a:\n    label: a\n    value: {}\n    quote: {}\n---\n[[a]]\n",
        quoted(value),
        quoted(quote)
    );
    let found = compile_files(
        files(&[
            ("site.yaml", SITE),
            ("content/a.zh.md", &section),
            ("seeds/s.txt", source),
            ("seeds/s.yaml", "title: s\n"),
        ]),
        &Options::default(),
        Sink::new(),
    );
    found_in_place(&found.files, &found.diagnostics);
    let Some(site) = &found.site else { panic!("there is a site.yaml") };
    for figure in site.figures.values() {
        let file = figure.source.and_then(|source| site.sources[source].file);
        let source = file.map_or("", |file| found.files.get(file).text());
        quote_in_place(figure, source);
    }
}

fn quote_in_place(figure: &Figure, source: &str) {
    let Some(quote) = &figure.quote else { return };
    if let Some(number) = &quote.number {
        assert!(quote.text.get(number.clone()).is_some(), "the number cuts a character");
    }
    assert!(quote.outcome != Outcome::NotFound || quote.places.is_empty());
    assert!(quote.outcome != Outcome::Found || !quote.places.is_empty());
    for place in &quote.places {
        let there = source.get(place.quote.clone()).expect("a quote stands on whole characters");
        assert_eq!(Folded::new(there).text(), Folded::new(&quote.text).text(), "other words");
        assert!(source.get(place.number.clone()).is_some(), "the number cuts a character");
        let inside = place.quote.start <= place.number.start && place.number.end <= place.quote.end;
        assert!(inside, "the number stands outside of its quote");
    }
}

/// One file of a theme, chosen by the first character.
pub(crate) fn theme(text: &str) {
    const PLACES: [&str; 6] = [
        "templates/pages/section.html",
        "templates/base.html",
        "styles/main.scss",
        "strings/zh.yaml",
        "strings/en.yaml",
        "theme.yaml",
    ];
    // A theme is a program and may run for ever; that is its author's affair (docs/security.md).
    if ["@while", "@for", "@function", "@mixin", "range"].iter().any(|word| text.contains(word)) {
        return;
    }
    let Some(first) = text.chars().next() else { return };
    let place = PLACES[first as usize % PLACES.len()];
    let path = format!("themes/default/{place}");
    // What has nothing to do with this file is as small as it can be, so that more can be tried.
    let others: &[_] = match place {
        "styles/main.scss" => &NO_TEMPLATES,
        "theme.yaml" => &[],
        _ => &PLAIN,
    };
    let mut parts = smallest();
    parts.extend(others);
    parts.push((&path, &text[first.len_utf8()..]));
    let (made, _) = build(&parts);
    found_in_place(&made.files, &made.diagnostics);
}

/// A theme without a font and nearly without styles: these take most of the time.
const PLAIN: [(&str, &str); 2] = [
    ("themes/default/theme.yaml", "name: default\nversion: '1'\ncontract: '1'\n"),
    ("themes/default/styles/main.scss", "p { margin: 0 }\n"),
];

/// A theme that shows nothing.
const NO_TEMPLATES: [(&str, &str); 9] = [
    PLAIN[0],
    ("themes/default/templates/base.html", ""),
    ("themes/default/templates/pages/figure.html", ""),
    ("themes/default/templates/pages/home.html", ""),
    ("themes/default/templates/pages/methods.html", ""),
    ("themes/default/templates/pages/missing.html", ""),
    ("themes/default/templates/pages/section.html", ""),
    ("themes/default/templates/pages/source.html", ""),
    ("themes/default/templates/pages/tag.html", ""),
];

fn smallest() -> Vec<(&'static str, &'static str)> {
    vec![
        ("site.yaml", SITE),
        ("seeds/s.txt", "去年新增就业256万人，比上年多。\n"),
        ("seeds/s.yaml", "title: s\n"),
        (
            "content/a.zh.md",
            "---\ntitle: 就业\nfigures:\n  jobs: {value: 256万人, label: 就业, quote: 新增就业256万人, headline: 1}\n---\n新增就业[[jobs]]。\n",
        ),
        (
            "content/a.en.md",
            "---\ntitle: Jobs\nfigures:\n  jobs: {label: Jobs}\n---\n[[jobs]] found work.\n",
        ),
    ]
}

/// A whole site made of the pieces of one text, built in memory.
pub(crate) fn site(text: &str) {
    let pieces: Vec<&str> = text.split(BETWEEN).collect();
    let piece = |index: usize, standard| pieces.get(index).copied().unwrap_or(standard);
    let places = [
        ("content/a.zh.md", "---\ntitle: a\n---\n"),
        ("content/a.en.md", "---\ntitle: a\n---\n"),
        ("site.yaml", SITE),
        ("seeds/s.txt", "去年新增就业256万人，比上年多。\n"),
        ("seeds/s.yaml", "title: s\n"),
        ("content/_home.zh.md", "---\ntitle: a\n---\n"),
        ("content/_methods.en.md", "---\ntitle: a\n---\n"),
    ];
    let parts: Vec<_> = places
        .iter()
        .enumerate()
        .map(|(index, (path, text))| (*path, piece(index, text)))
        .collect();
    // Most pages are made without fonts and styles, so that more can be tried.
    let theme: &[_] = if text.len().is_multiple_of(32) { &[] } else { &PLAIN };
    let parts = [&parts, theme].concat();
    let (made, output) = build(&parts);
    found_in_place(&made.files, &made.diagnostics);
    let raw_html = made.site.as_ref().is_some_and(|site| site.config.raw_html);
    let mut paths = BTreeSet::new();
    for file in &output {
        assert!(paths.insert(file.path.to_lowercase()), "{} is made twice", file.path);
        assert!(!file.path.split('/').any(|name| matches!(name, "" | "." | "..")), "{}", file.path);
        let Ok(text) = std::str::from_utf8(&file.bytes) else { continue };
        match file.path.rsplit('.').next() {
            Some("html") if !raw_html => harmless::page(text),
            Some("csv") => harmless::spreadsheet(text),
            Some("json") => {
                serde_json::from_str::<serde_json::Value>(text).expect("the data is JSON");
            }
            _ => {}
        }
    }
    if text.len().is_multiple_of(16) {
        let (again, same) = build(&parts);
        assert_eq!(made.diagnostics, again.diagnostics, "the same input says the same");
        assert_eq!(output, same, "the same input gives the same bytes");
    }
    if text.len().is_multiple_of(4) {
        // A theme with a template of its own is filled in page by page, not by the shape of pages.
        let own = ("themes/default/templates/own.html", "");
        let (_, page_by_page) = build(&[parts.as_slice(), &[own]].concat());
        assert_eq!(output, page_by_page, "both ways of filling pages in give the same");
    }
}

fn build(parts: &[(&str, &str)]) -> (Compilation, Vec<OutputFile>) {
    build_files(files(parts))
}

/// Builds a site in memory, errors and all.
pub(crate) fn build_files(files: Files) -> (Compilation, Vec<OutputFile>) {
    let options = Options { allow_errors: true, ..Options::default() };
    let mut compilation = compile_files(files, &options, Sink::new());
    let output = compilation.rendered(&options);
    (compilation, output)
}

/// Every finding stands in a file, on whole characters.
pub(crate) fn found_in_place(files: &Files, found: &[Diagnostic]) {
    for diagnostic in found {
        let labels = diagnostic.labels.iter().map(|(span, _)| *span);
        for span in diagnostic.span.into_iter().chain(labels) {
            assert!(is_in_place(files, span), "{span:?} of {diagnostic:?}");
        }
    }
}

fn is_in_place(files: &Files, span: Span) -> bool {
    let count = files.below("").count();
    (span.file.0 as usize) < count && files.get(span.file).text().get(span.range()).is_some()
}

fn document_in_place(files: &Files, document: &Document) {
    let body = &document.body;
    assert_eq!(body.chunks.len(), body.places.len());
    let mut last = 0;
    for Range { start, end } in &body.chunks {
        assert!(*start == last && start <= end, "the elements do not follow each other");
        assert!(body.html.is_char_boundary(*end));
        last = *end;
    }
    assert_eq!(last, body.html.len(), "the elements are all of the HTML");
    let mut last = 0;
    for slot in &body.slots {
        assert!(slot.at >= last && body.html.is_char_boundary(slot.at), "{slot:?}");
        assert!(is_in_place(files, slot.span), "{slot:?}");
        last = slot.at;
    }
    for block in &body.blocks {
        assert!(is_in_place(files, block.span), "{block:?}");
        for (at, letter) in block.text.char_indices() {
            let origin = block.origin(at..at + letter.len_utf8());
            assert!(origin.end() <= files.get(document.file).text().len(), "{block:?} {at}");
        }
        for mention in quantity::scan(&block.text, document.lang) {
            let origin = block.origin(mention.range.clone());
            assert!(is_in_place(files, origin), "{mention:?} of {block:?} is at {origin:?}");
        }
        for reference in &block.references {
            assert!(is_in_place(files, reference.span), "{reference:?}");
        }
    }
}

/// The HTML of a body with something in each of its slots.
fn filled(body: &Body) -> String {
    let mut html = String::new();
    let mut copied = 0;
    for slot in &body.slots {
        html.push_str(&body.html[copied..slot.at]);
        copied = slot.at;
        html.push_str(match &slot.kind {
            SlotKind::Figure { .. } => "<a href=\"#a\">1</a>",
            SlotKind::Address(_) => "a.html",
        });
    }
    html.push_str(&body.html[copied..]);
    html
}
