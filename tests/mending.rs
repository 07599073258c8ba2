//! `check --fix`: what it shows, what it writes, and what it leaves alone.

#[path = "common/mod.rs"]
mod common;

use std::fs;

use common::Fixture;

const SLIPS: &str = "---\ntitle：就业  \nfigures:\n\tjobs:\n\t\tvalue: 256万人\n\t\tlabel：新增就业\n\t\tquote: 去年新增就业256万人\n\t\theadline: 1\n去年：新增就业[[jobs]]。  \n";
const MENDED: &str = "---\ntitle: 就业\nfigures:\n  jobs:\n    value: 256万人\n    label: 新增就业\n    quote: 去年新增就业256万人\n    headline: 1\n---\n去年：新增就业[[jobs]]。  \n";

fn site() -> Fixture {
    Fixture::smallest().file("content/jobs.zh.md", SLIPS)
}

fn read(site: &Fixture, path: &str) -> String {
    fs::read_to_string(site.path().join(path)).unwrap_or_default()
}

#[test]
fn what_is_certain_is_shown_and_mended() {
    let site = site();
    let run = site.check(&["--fix"]);
    run.exits(0).says("--- content/jobs.zh.md\n+++ content/jobs.zh.md\n@@ -1,9 +1,10 @@\n");
    run.says("-title：就业  \n")
        .says("+title: 就业\n")
        .says("+---\n")
        .says("  mended  content/jobs.zh.md");
    assert_eq!(read(&site, "content/jobs.zh.md"), MENDED);
    site.check(&["--fix"]).exits(0).says("Nothing to mend");
}

#[test]
fn a_trial_writes_nothing() {
    let site = site().without("content/_home.en.md");
    let run = site.check(&["--fix", "--dry-run"]);
    run.exits(1)
        .says("+title: 就业")
        .says("nothing was written")
        .says("error[fullwidth-punctuation]");
    assert_eq!(read(&site, "content/jobs.zh.md"), SLIPS);
    assert!(!site.path().join("content/_home.en.md").exists());
    site.check(&["--dry-run"]).exits(2);
}

#[test]
fn a_missing_translation_is_begun_and_only_lacks_words() {
    let site = Fixture::smallest().without("content/jobs.en.md");
    let run = site.check(&["--fix", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.exits(1).stdout).expect("only JSON");
    let found = report["diagnostics"].as_array().expect("a list");
    assert!(
        !found.is_empty() && found.iter().all(|one| one["code"] == "words-missing"),
        "{report}"
    );
    assert!(run.stderr.contains("+++ content/jobs.en.md"), "{}", run.stderr);
    assert!(
        read(&site, "content/jobs.en.md").contains("# 256万人 · 新增就业\n  jobs: { label: … }")
    );
}

#[test]
fn line_ends_and_byte_order_mark_stay_as_they_are() {
    let bytes = format!("\u{feff}{}", SLIPS.replace('\n', "\r\n"));
    let site = Fixture::smallest().bytes("content/jobs.zh.md", bytes.as_bytes());
    site.check(&["--fix"]).exits(0);
    let expected = format!("\u{feff}{}", MENDED.replace('\n', "\r\n"));
    assert_eq!(read(&site, "content/jobs.zh.md"), expected);
}

#[test]
fn what_is_not_certain_is_left_to_the_author() {
    let text = "---\ntitle: 就业\nfigures:\n  jobs:\n    vaule: 256万人\n    label: 新增就业\n    quote: 去年新增就业255万人\n---\n正文\n";
    let site = Fixture::smallest().file("content/jobs.zh.md", text);
    site.check(&["--fix"]).exits(1).says("Nothing to mend");
    assert_eq!(read(&site, "content/jobs.zh.md"), text);
}

/// Tools get the change itself, in lines and columns of the file.
#[test]
fn the_report_for_tools_has_the_change() {
    let run = site().check(&["--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.exits(1).stdout).expect("JSON");
    let found = report["diagnostics"].as_array().expect("a list");
    let colon = found.iter().find(|one| one["line"] == 2).expect("the title's colon");
    let edit = serde_json::json!({
        "file": "content/jobs.zh.md", "line": 2, "column": 6, "end_line": 2, "end_column": 7,
        "text": ": ",
    });
    assert_eq!(colon["fix"]["edits"], serde_json::json!([edit]));
    let site = Fixture::smallest().without("content/jobs.en.md");
    let report: serde_json::Value =
        serde_json::from_str(&site.check(&["--format", "json"]).stdout).expect("JSON");
    assert_eq!(report["diagnostics"][0]["fix"]["file"], "content/jobs.en.md");
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_links_are_not_followed_out_of_the_site() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let site = site().without("content/jobs.zh.md").file("drafts/jobs.md", SLIPS);
    let file = site.path().join("drafts/jobs.md");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("permissions");
    // A link inside the site is a name for the file that it leads to.
    let link = site.path().join("content/jobs.zh.md");
    symlink("../drafts/jobs.md", &link).expect("a link");
    let elsewhere = Fixture::new().file("work.zh.md", SLIPS);
    symlink(elsewhere.path().join("work.zh.md"), site.path().join("content/work.zh.md"))
        .expect("a link");
    site.check(&["--fix"]).exits(1).says("link-outside");
    assert_eq!(read(&elsewhere, "work.zh.md"), SLIPS);
    assert_eq!(read(&site, "drafts/jobs.md"), MENDED);
    assert!(fs::symlink_metadata(link).expect("the link").is_symlink());
    assert_eq!(fs::metadata(file).expect("the file").permissions().mode() & 0o777, 0o640);
    let left: Vec<String> = common::files_of(site.path());
    assert!(left.iter().all(|file| !file.contains("shushuo-new")), "{left:?}");
}
