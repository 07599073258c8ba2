//! The whole step from a site to its files.

use super::fixture::{rendered, report, site, theme};
use super::*;

fn page(output: &[OutputFile], path: &str) -> String {
    let file = output.iter().find(|file| file.path == path);
    let file = file.unwrap_or_else(|| panic!("{path} is not among the files"));
    String::from_utf8(file.bytes.clone()).unwrap()
}

#[test]
fn every_page_comes_out_in_both_languages() {
    let (output, sink) = rendered(&[]);
    assert_eq!(sink.diagnostics(), []);
    let paths: Vec<&str> = output.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            ".nojekyll",
            "404.html",
            "alone.html",
            "assets/icon.svg",
            "assets/site.css",
            "data/figures.csv",
            "data/figures.json",
            "en/404.html",
            "en/feed.xml",
            "en/figures/jobs.html",
            "en/index.html",
            "en/methods.html",
            "en/source/report.html",
            "en/tags/one.html",
            "en/work.html",
            "feed.xml",
            "figures/jobs.html",
            "index.html",
            "methods.html",
            "robots.txt",
            "sitemap.xml",
            "source/report.html",
            "tags/one.html",
            "work.html",
        ]
    );
}
