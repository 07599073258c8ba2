//! The real site in a real browser: built here, walked by the programs in `tests/browser/`.
//!
//! Chromium and node are not everywhere. Where they are missing the tests say so and pass, except
//! where `SHUSHUO_REQUIRE_BROWSER=1` asks for them, as continuous integration does.

#[path = "common/mod.rs"]
mod common;
#[path = "forms/random.rs"]
mod random;

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};

#[path = "hostile/payloads.rs"]
mod payloads;

/// An address as that of a project page; nothing is ever asked of it.
const ADDRESS: &str = "https://site.example/some/sub/path/";
const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// What the tests need from the machine.
struct Tools {
    node: PathBuf,
    browser: PathBuf,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

fn in_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<_> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// The tools, or what is missing and how to get it, one line each.
fn tools() -> Result<Tools, Vec<String>> {
    let node = in_path(&["node"]);
    let named = env::var_os("CHROMIUM").map(PathBuf::from).filter(|file| file.is_file());
    let browser = named.or_else(|| in_path(&BROWSERS));
    let mut missing = Vec::new();
    if node.is_none() {
        missing
            .push("node (20 or later): https://nodejs.org, or apt-get install nodejs npm".into());
    }
    if browser.is_none() {
        missing.push("Chromium: apt-get install chromium, or set CHROMIUM to its path".into());
    }
    if !folder().join("node_modules/playwright-core").is_dir() {
        missing.push("the packages of tests/browser: npm ci --prefix tests/browser".into());
    }
    match (node, browser) {
        (Some(node), Some(browser)) if missing.is_empty() => Ok(Tools { node, browser }),
        _ => Err(missing),
    }
}

/// The tools and a folder to build in.
struct Desk {
    tools: Tools,
    folder: tempfile::TempDir,
}

/// A desk; `None` where the tools may be missing and are.
fn desk() -> Option<Desk> {
    let missing = match tools() {
        Ok(tools) => {
            let folder = tempfile::tempdir().expect("a temporary folder can be made");
            return Some(Desk { tools, folder });
        }
        Err(missing) => missing.join("\n  "),
    };
    let required = env::var_os("SHUSHUO_REQUIRE_BROWSER").is_some_and(|value| value == "1");
    assert!(!required, "the browser tests must run, but these are missing:\n  {missing}");
    // Straight to the terminal: the test harness hides what a passing test prints.
    let told = writeln!(io::stderr(), "SKIPPED: the browser tests, for want of:\n  {missing}");
    told.expect("standard error can be written to");
    None
}

/// One browser at a time: several of them on two cores only wait for each other, and time out.
static BROWSER: Mutex<()> = Mutex::new(());

impl Desk {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, path: &str, text: &str) {
        let place = self.path(path);
        std::fs::create_dir_all(place.parent().expect("a file is in a folder"))
            .and_then(|()| std::fs::write(place, text))
            .expect("a file can be written");
    }

    /// Builds a site, of the repository or of this folder, into a folder beside it.
    fn build(&self, site: impl AsRef<Path>, out: &str, more: &[&str]) -> PathBuf {
        let out = self.path(out);
        assert_cmd::Command::new(env!("CARGO_BIN_EXE_shushuo"))
            .args(["build", "--quiet", "--site"])
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(site))
            .arg("--out")
            .arg(&out)
            .args(more)
            .assert()
            .success();
        out
    }

    /// What one of the programs says.
    fn ask(&self, program: &str, arguments: &[&Path]) -> Output {
        let _turn = BROWSER.lock().unwrap_or_else(PoisonError::into_inner);
        Command::new(&self.tools.node)
            .current_dir(folder())
            .env("CHROMIUM", &self.tools.browser)
            .arg(program)
            .args(arguments)
            .output()
            .expect("node starts")
    }

    /// Runs one of the programs and fails with its words when it finds fault.
    fn run(&self, program: &str, arguments: &[&Path]) {
        let output = self.ask(program, arguments);
        let told = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program} found fault:\n{told}{errors}");
    }
}

#[test]
fn the_real_site_has_no_fault_in_a_browser() {
    let Some(desk) = desk() else { return };
    let site = desk.build("", "site", &[]);
    let published = desk.build("", "published", &["--base-url", ADDRESS]);
    desk.run("run.mjs", &[&site, &published, Path::new(ADDRESS)]);
}

#[test]
fn the_specimen_has_no_fault_in_a_browser() {
    let Some(desk) = desk() else { return };
    desk.run("run.mjs", &[&desk.build("tests/specimen/site", "site", &[])]);
}

#[test]
fn words_and_numbers_at_random_neither_meet_nor_leave_their_pictures() {
    let Some(desk) = desk() else { return };
    let built = random::site(7, 3).build();
    built.succeeds();
    desk.run("crowd.mjs", &[&built.out]);
}

#[test]
fn the_walk_tells_every_kind_of_fault() {
    let Some(desk) = desk() else { return };
    desk.run("selftest.mjs", &[]);
}

/// Stored script: every field of a site holds what would run if it reached the page as it is.
#[test]
fn nothing_that_an_author_writes_runs_in_a_browser() {
    let Some(desk) = desk() else { return };
    for (path, text) in payloads::site() {
        desk.write(&format!("site/{path}"), &text);
    }
    desk.run("hostile.mjs", &[&desk.build(desk.path("site"), "out", &["--allow-errors"])]);
}

#[test]
fn the_search_for_running_script_can_fail() {
    let Some(desk) = desk() else { return };
    let page = "<!doctype html><title>a</title><img alt src=x.png onerror=alert(1)>\
                <a href=javascript:alert(1)>a</a><p onmouseover=alert(2)>b</p>\
                <img alt src=http://evil.example/x.png><script>print()</script>";
    desk.write("a.html", page);
    let output = desk.ask("hostile.mjs", &[desk.folder.path()]);
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{told}");
    for fault in [
        "ran: alert",
        "ran: print",
        "<img onerror>",
        "<p onmouseover>",
        "<a> leads to javascript:",
        "a request leaves the site: http://evil.example",
        "<script> without a file",
    ] {
        for way in ["from the disk", "served"] {
            assert!(told.contains(&format!("{way}: {fault}")), "{way}: {fault}\n{told}");
        }
    }
}

#[test]
fn the_second_report_has_no_fault_in_a_browser() {
    let Some(desk) = desk() else { return };
    let (site, walk) =
        (desk.path("site"), Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/walk"));
    for path in common::files_of(&walk.join("finished")) {
        copy(&walk.join("finished").join(&path), &site.join(&path));
    }
    copy(&walk.join("report.txt"), &site.join("seeds/water.txt"));
    let out = desk.build(&site, "out", &[]);
    let published = desk.build(&site, "published", &["--base-url", ADDRESS]);
    desk.run("run.mjs", &[&out, &published, Path::new(ADDRESS)]);
}

fn copy(from: &Path, to: &Path) {
    let folder = to.parent().expect("a file is in a folder");
    std::fs::create_dir_all(folder).expect("a folder can be made");
    std::fs::copy(from, to).expect("a file of the repository can be copied");
}

#[test]
fn the_measuring_tells_every_kind_of_fault() {
    let Some(desk) = desk() else { return };
    desk.run("selftest-measure.mjs", &[]);
}

#[test]
fn a_stand_in_takes_the_place_of_the_font_without_a_shift() {
    let Some(desk) = desk() else { return };
    desk.run("fonts.mjs", &[&desk.build("", "site", &[])]);
}

#[test]
fn readers_can_search_copy_and_choose() {
    let Some(desk) = desk() else { return };
    let site = desk.build("", "site", &[]);
    desk.run("reader-run.mjs", &[&site]);
    desk.run("reader-run.mjs", &[&site, Path::new("--idle")]);
}

#[test]
fn a_second_theme_has_no_fault_in_a_browser() {
    let Some(desk) = desk() else { return };
    for site in [".", "tests/specimen/site"] {
        let built = common::Fixture::themed(site, "poster").build();
        built.succeeds();
        desk.run("walk.mjs", &[&built.out]);
    }
}

#[test]
fn an_open_page_follows_a_hundred_edits() {
    let Some(desk) = desk() else { return };
    let mut fixture = common::Fixture::smallest();
    let more = ["\n这里写一段话。\n", "\nHere some words are written.\n"];
    for (code, paragraph) in ["zh", "en"].into_iter().zip(more) {
        let path = format!("content/jobs.{code}.md");
        let text = std::fs::read_to_string(fixture.path().join(&path)).expect("a file of the site");
        fixture = fixture.file(&path, &(text + &paragraph.repeat(40)));
    }
    let program = Path::new(env!("CARGO_BIN_EXE_shushuo"));
    desk.run("serve.mjs", &[program, fixture.path(), Path::new("100")]);
}
