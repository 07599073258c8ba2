//! The editor's way, from a report on Monday to a site on Tuesday, by the command line alone.
//!
//! The report is a county's about its water works, made up for this test. `finished/` is what the
//! editor's files look like in the end: the drafts with their words written, sections and figures
//! named, a few cards chosen for the home page.

#[path = "../common/mod.rs"]
mod common;

use std::collections::BTreeSet;
use std::fs;

use common::{Fixture, Run, files_of};

const REPORT: &str = include_str!("report.txt");

/// The drafted sections and what the editor calls them.
const SECTIONS: [(&str, &str); 6] = [
    ("water-1", "supply"),
    ("water-2", "rural"),
    ("water-3", "quality"),
    ("water-4", "leaks"),
    ("water-5", "money"),
    ("water-6", "service"),
];

/// A folder with the report in it, as an editor begins.
fn desk() -> Fixture {
    Fixture::new().file("water.txt", REPORT)
}

/// A command on the site that `init` made.
fn shushuo(desk: &Fixture, command: &str, arguments: &[&str]) -> Run {
    desk.run_on("water", command, arguments)
}

fn begun() -> Fixture {
    let desk = desk();
    desk.run("init", &["water", "--source", "water.txt"]).exits(0).says("shushuo draft water");
    desk
}

fn read(desk: &Fixture, path: &str) -> String {
    let path = desk.path().join("water").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{} ({error})", path.display()))
}

fn write(desk: &Fixture, path: &str, text: &str) {
    let path = desk.path().join("water").join(path);
    fs::write(&path, text).unwrap_or_else(|error| panic!("{} ({error})", path.display()));
}

/// The files of `finished/` over the drafts, as after a day's writing.
fn finished() -> Fixture {
    let desk = begun();
    shushuo(&desk, "draft", &["water"]).exits(0);
    for (drafted, _) in SECTIONS {
        for lang in ["zh", "en"] {
            let path = format!("water/content/{drafted}.{lang}.md");
            fs::remove_file(desk.path().join(path)).expect("the draft is there");
        }
    }
    for (path, text) in finished_files() {
        write(&desk, &path, &text);
    }
    desk
}

/// The editor's files, by their path in the site folder.
fn finished_files() -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/walk/finished");
    let text = |path: &String| fs::read_to_string(root.join(path)).expect("it is readable");
    files_of(&root).into_iter().map(|path| (path.clone(), text(&path))).collect()
}

/// The values and quotes of a file, in order.
fn facts(text: &str) -> Vec<&str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| line.starts_with("value: ") || line.starts_with("quote: ")).collect()
}

fn codes(run: &Run) -> BTreeSet<String> {
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("the report is JSON");
    let found = report["diagnostics"].as_array().expect("it lists what was found");
    found.iter().filter_map(|one| one["code"].as_str().map(str::to_owned)).collect()
}

#[test]
fn monday_morning_the_draft_lacks_nothing_but_words() {
    let desk = begun();
    shushuo(&desk, "draft", &["water"]).exits(0).says("content/water-6.en.md");
    let check = shushuo(&desk, "check", &["--format", "json"]);
    check.exits(1);
    assert_eq!(codes(&check), BTreeSet::from(["words-missing".to_owned()]));
    let report: serde_json::Value = serde_json::from_str(&check.stdout).expect("it is JSON");
    let summary = &report["summary"];
    assert_eq!(summary["quotes"]["found"], summary["figures"], "every quote stands in the report");
    assert_eq!(summary["source_numbers"]["covered"], summary["source_numbers"]["total"]);
    assert!(summary["figures"].as_u64() >= Some(30), "{summary}");
    for (section, title) in [("water-1", "供水能力"), ("water-4", "漏损与节水")] {
        assert!(
            read(&desk, &format!("content/{section}.zh.md")).contains(&format!("title: {title}\n"))
        );
    }
    // Told once for each file, not once for each word.
    let told = shushuo(&desk, "check", &[]).stderr.matches("error[").count();
    let missing = summary["errors"].as_u64().expect("errors are counted");
    assert!(2 * told < usize::try_from(missing).expect("it is small"), "{told} of {missing}");
    shushuo(&desk, "build", &[]).exits(1);
    assert!(!desk.path().join("water/dist").exists(), "half a site is no site");
}

#[test]
fn monday_afternoon_the_editor_writes_words_and_leaves_the_facts() {
    let desk = begun();
    shushuo(&desk, "draft", &["water"]).exits(0);
    let finished = finished_files();
    let text = |path: String| {
        finished.iter().find(|(name, _)| *name == path).map(|(_, text)| text.as_str())
    };
    for (drafted, named) in SECTIONS {
        let draft = read(&desk, &format!("content/{drafted}.zh.md"));
        let written = text(format!("content/{named}.zh.md")).expect("the section is finished");
        assert_eq!(facts(written), facts(&draft), "{named} keeps what was drafted");
    }
}

/// A mistake of Monday evening: the file, the words before and after, the one message.
struct Mistake {
    file: &'static str,
    right: &'static str,
    wrong: &'static str,
    says: &'static str,
}

const MISTAKES: [Mistake; 7] = [
    Mistake {
        file: "content/money.zh.md",
        right: "title: 投入与价格",
        wrong: "title：投入与价格",
        says: "error[fullwidth-punctuation]",
    },
    Mistake {
        file: "content/money.en.md",
        right: "[[investment]] into",
        wrong: "3.85 billion yuan into",
        says: "error[number-scale]",
    },
    Mistake {
        file: "content/rural.en.md",
        right: "  households: {",
        wrong: "  household: {",
        says: "error[unknown-figure]",
    },
    Mistake {
        file: "content/quality.zh.md",
        right: "value: 99.2%",
        wrong: "value: 92.9%",
        says: "error[value-not-in-quote]",
    },
    Mistake {
        file: "content/leaks.zh.md",
        right: "quote: 安装智能水表11.2万只",
        wrong: "quote: 新装智能水表11.2万只",
        says: "error[quote-not-found]",
    },
    Mistake {
        file: "content/service.en.md",
        right: "settled [[solved]] of them",
        wrong: "settled most of them",
        says: "error[number-missing]",
    },
    Mistake {
        file: "content/supply.zh.md",
        right: "headline: 1",
        wrong: "hedline: 1",
        says: "error[unknown-key]",
    },
];

#[test]
fn monday_evening_each_mistake_is_told_once_and_mended() {
    let desk = finished();
    shushuo(&desk, "check", &[]).exits(0);
    for Mistake { file, right, wrong, says } in MISTAKES {
        let text = read(&desk, file);
        assert_eq!(text.matches(right).count(), 1, "{right} stands in {file}");
        write(&desk, file, &text.replace(right, wrong));
        let check = shushuo(&desk, "check", &[]);
        check.exits(1).says(says).says(file);
        assert_eq!(check.stderr.matches("error[").count(), 1, "{wrong}\n{}", check.stderr);
        write(&desk, file, &text);
    }
    fs::remove_file(desk.path().join("water/content/leaks.en.md")).expect("it is there");
    let check = shushuo(&desk, "check", &[]);
    check.exits(1).says("error[translation-missing]");
    assert_eq!(check.stderr.matches("error[").count(), 1, "{}", check.stderr);
}

#[test]
fn tuesday_the_site_is_built() {
    let desk = finished();
    let build = shushuo(&desk, "build", &[]);
    build.exits(0);
    let dist = desk.path().join("water/dist");
    for page in ["index.html", "en/index.html", "leaks.html", "en/leaks.html"] {
        assert!(dist.join(page).is_file(), "{page}");
    }
    let page = fs::read_to_string(dist.join("en/money.html")).expect("the page is there");
    assert!(page.contains("385 million"), "the editor never typed this number");
    let files = files_of(&dist);
    shushuo(&desk, "build", &[]).exits(0);
    assert_eq!(files_of(&dist), files);
    // What the report says is all on the site.
    let left = shushuo(&desk, "draft", &["water", "--section", "more"]);
    left.exits(0).says("Nothing to draft");
}
