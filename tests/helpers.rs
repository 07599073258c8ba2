//! The tests' own helper, tested: what it lets through and what it stops.

mod common;

use common::{Fixture, differences, files_of};

fn names(files: &[&str]) -> Vec<String> {
    files.iter().map(|file| (*file).to_owned()).collect()
}

#[test]
fn the_same_files_pass() {
    let found = names(&["assets/site-1f.css", "en/index.html", "index.html"]);
    assert_eq!(differences(&["index.html", "en/index.html", "assets/*.css"], &found), [""; 0]);
    assert_eq!(differences(&["*"], &found), [""; 0]);
}

#[test]
fn missing_and_unexpected_files_are_told() {
    let found = names(&["index.html", "old.html", "assets/site.js"]);
    let told = differences(&["index.html", "404.html", "assets/*.css"], &found);
    let expected = [
        "missing: 404.html",
        "missing: assets/*.css",
        "unexpected: old.html",
        "unexpected: assets/site.js",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_fixture_is_written_copied_and_removed() {
    let fixture = Fixture::new()
        .file("content/昭.zh.md", "甲")
        .bytes("content/b.bin", &[0xff])
        .copy("seeds")
        .without("content/b.bin");
    let files = files_of(fixture.path());
    assert!(files.contains(&"content/昭.zh.md".to_owned()), "{files:?}");
    assert!(files.contains(&"seeds/zhaotong-2022.txt".to_owned()), "{files:?}");
    assert!(!files.contains(&"content/b.bin".to_owned()), "{files:?}");
}

#[test]
fn wrong_usage_exits_with_two() {
    Fixture::new().run("build", &["--no-such-option"]).exits(2).says("--no-such-option");
}

#[test]
#[should_panic(expected = "the exit status is not the expected one")]
fn a_wrong_exit_status_is_told() {
    Fixture::new().check(&["--no-such-option"]).exits(0);
}

#[test]
#[should_panic(expected = "index.html")]
fn a_file_that_was_not_built_is_told() {
    Fixture::new().build_with(&["--no-such-option"]).read("index.html");
}
