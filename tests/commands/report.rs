//! `check` for tools and for pull requests.

use crate::broken;
use crate::common::Fixture;

#[test]
fn the_report_for_tools_keeps_the_contract() {
    let run = broken().check(&["--format", "json"]);
    run.exits(1);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let found = &report["diagnostics"][0];
    let keys: Vec<&str> = found.as_object().unwrap().keys().map(String::as_str).collect();
    let expected = [
        "code",
        "severity",
        "message",
        "file",
        "line",
        "column",
        "end_line",
        "end_column",
        "hints",
        "fix",
    ];
    assert_eq!(keys, expected);
    assert_eq!(found["code"], "quote-not-found");
    assert_eq!(found["severity"], "error");
    assert_eq!(found["file"], "content/jobs.zh.md");
    assert_eq!((&found["line"], &found["column"]), (&7.into(), &12.into()));
    let summary = &report["summary"];
    assert_eq!(summary["errors"], 1);
    for key in ["sections", "figures", "waived", "warnings"] {
        assert!(summary[key].is_u64(), "{key} in {summary}");
    }
    for (group, keys) in [
        ("quotes", &["found", "not_found", "unchecked"][..]),
        ("source_numbers", &["total", "covered"]),
    ] {
        for key in keys {
            assert!(summary[group][key].is_u64(), "{group}.{key} in {summary}");
        }
    }
}

#[test]
fn what_is_not_told_one_by_one_is_counted_too() {
    let links: String = (0..250).map(|n| format!("[a](page-of-{n}.md)\n")).collect();
    let text = format!("---\ntitle: a\n---\n{links}");
    let site = Fixture::smallest()
        .file("content/x.zh.md", &text)
        .file("content/x.en.md", "---\ntitle: a\n---\nIt is so.\n");
    site.check(&[]).exits(1).says("and 150 more").says("errors          250");
    let run = site.check(&["--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["summary"]["errors"], 250);
    site.build().run.exits(1).says("errors (250)");
}

#[test]
fn a_site_without_faults_has_an_empty_report() {
    let run = Fixture::smallest().check(&["--format", "json"]);
    run.exits(0);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["diagnostics"], serde_json::json!([]));
    let run = Fixture::smallest().check(&[]);
    run.exits(0).says("No errors");
}

#[test]
fn a_check_writes_nothing() {
    let site = Fixture::smallest();
    site.check(&[]).exits(0);
    assert!(!site.path().join("dist").exists());
}

#[test]
fn the_report_for_pull_requests_marks_lines() {
    let run = broken().check(&["--format", "github"]);
    run.exits(1);
    let first = run.stdout.lines().next().unwrap();
    let expected = "::error file=content/jobs.zh.md,line=7,endLine=7,col=12,endColumn=23,title=quote-not-found::";
    assert!(first.starts_with(expected), "{first}");
    assert_eq!(run.stderr, "");
}

/// Pull requests name files from the repository's top, where the workflow runs.
#[test]
fn a_site_below_the_repository_is_named_from_its_top() {
    let site = broken();
    let top = site.path().parent().unwrap();
    let folder = site.path().file_name().unwrap().to_str().unwrap();
    let output = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shushuo"))
        .current_dir(top)
        .args(["check", "--site", folder, "--format", "github", "--lang", "en"])
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let expected = format!("::error file={folder}/content/jobs.zh.md,line=7,");
    assert!(printed.starts_with(&expected), "{printed}");
}
