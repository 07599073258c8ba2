//! Stored script: payloads in every field of a site, and what becomes of them in every file.
//! `tests/browser.rs` opens the same site in Chromium.

use shushuo::Compilation;
use shushuo::diag::Code;
use shushuo::render::OutputFile;
use shushuo::source::{Contents, File, Files};

use crate::payloads::{PAYLOADS, quoted, site};
use crate::{harmless, laws};

fn compile(files: &[(String, String)]) -> (Compilation, Vec<OutputFile>) {
    let file = |(path, text): &(String, String)| File {
        path: path.clone(),
        contents: Contents::Text(text.clone()),
    };
    laws::build_files(Files::new(files.iter().map(file).collect()))
}

fn text_of<'c>(output: &'c [OutputFile], path: &str) -> &'c str {
    let file = output.iter().find(|file| file.path == path);
    let file = file.unwrap_or_else(|| panic!("there is no {path}"));
    std::str::from_utf8(&file.bytes).unwrap()
}

#[test]
fn nothing_in_any_field_reaches_a_page_as_markup() {
    let (made, output) = compile(&site());
    laws::found_in_place(&made.files, &made.diagnostics);
    let pages: Vec<_> = output.iter().filter(|file| file.path.ends_with(".html")).collect();
    assert!(pages.len() > 4 * PAYLOADS.len(), "{} pages", pages.len());
    for page in pages {
        let html = std::str::from_utf8(&page.bytes).unwrap();
        let read = std::panic::catch_unwind(|| harmless::page(html));
        assert!(read.is_ok(), "{} is not harmless", page.path);
    }
    for path in ["feed.xml", "en/feed.xml", "sitemap.xml"] {
        let xml = text_of(&output, path);
        for wrong in ["<script", "<img", "<svg", "<iframe", "\u{0}", "href=\"javascript"] {
            assert!(!xml.contains(wrong), "{path} has {wrong}");
        }
    }
    let json: serde_json::Value =
        serde_json::from_str(text_of(&output, "data/figures.json")).unwrap();
    assert!(json["figures"].as_array().unwrap().len() >= PAYLOADS.len());
}

#[test]
fn no_cell_of_the_table_is_a_formula() {
    let starts =
        ["=1+1", "+1", "-1+2", "@SUM(1)", "\t=1", "\r=1", " =1", "＝1", "\n=1", "\u{feff}=1"];
    let mut files = site();
    for (index, start) in starts.iter().enumerate() {
        let text = quoted(start);
        files.push((
            format!("content/c{index}.zh.md"),
            format!(
                "---\ntitle: a\nfigures:\n  c{index}: {{value: 256万人, label: {text}, period: {text}, \
                 quote: {text}, source: s0}}\n---\n"
            ),
        ));
    }
    harmless::spreadsheet(text_of(&compile(&files).1, "data/figures.csv"));
}

#[test]
fn addresses_that_run_are_named_and_taken_out() {
    let runs = ["javascript:", "data:", "vbscript:", "file:"];
    let is_address = |payload: &&&str| {
        let lower = payload.to_ascii_lowercase();
        runs.iter().any(|scheme| lower.starts_with(scheme)) && !lower.contains('<')
    };
    for address in PAYLOADS.iter().filter(is_address) {
        let mut files = site();
        let page = format!("---\ntitle: a\n---\n[a](<{address}>)\n");
        files.retain(|(path, _)| !path.starts_with("content/"));
        files.push(("content/a.zh.md".to_owned(), page));
        let (made, output) = compile(&files);
        let found = made.diagnostics.iter().find(|found| found.code == Code::BrokenLink);
        assert_eq!(found.map(|found| found.message.id()), Some("broken-link.scheme"), "{address}");
        let html = text_of(&output, "a.html");
        let scheme = address.split(':').next().unwrap();
        assert!(!html.contains(&format!("=\"{scheme}:")), "{address}");
    }
}

#[test]
fn html_in_markdown_is_shown_as_text_unless_the_site_asks_for_it() {
    let page = |yaml: &str| {
        let text = "---\ntitle: a\n---\n<b>x</b> <script>alert(1)</script>\n\n<div>y</div>\n";
        let (_, output) = compile(&[
            ("site.yaml".to_owned(), format!("title: a\nlanguages: [zh, en]\n{yaml}")),
            ("content/a.zh.md".to_owned(), text.to_owned()),
        ]);
        output
    };
    let shown = page("");
    assert!(text_of(&shown, "a.html").contains("&lt;script&gt;alert(1)"), "as text");
    // With the author's leave it is in the page, and the policy keeps it from running.
    let passed = page("markdown: {html: true}\n");
    let html = text_of(&passed, "a.html");
    assert!(html.contains("<script>alert(1)") && html.contains("script-src 'self'"), "{html}");
}
