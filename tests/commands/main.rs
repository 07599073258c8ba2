//! The commands as a user meets them: what they print where, in which language, with which status.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../common/mod.rs"]
mod common;
mod extract;
mod report;

use std::fs;

use common::{Fixture, Run};

/// The smallest site with a quote that its source does not have.
fn broken() -> Fixture {
    Fixture::smallest().file("seeds/report.txt", "去年新增就业65万人，比上年多。\n")
}

/// Runs the program with nothing but these arguments, in Chinese where `lang` says so.
fn shushuo(lang: &str, arguments: &[&str]) -> Run {
    let output = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shushuo"))
        .env("LC_ALL", lang)
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run {
        exit: output.status.code().unwrap(),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

#[test]
fn a_build_ends_in_a_summary() {
    let site = Fixture::smallest();
    let built = site.build();
    built.succeeds();
    let said = &built.run.stdout;
    assert!(said.starts_with("Built in "), "{said}");
    for line in
        ["  sections        1\n", "  figures         1 (0 derived)\n", "  errors          0\n"]
    {
        assert!(said.contains(line), "{line:?} is not in\n{said}");
    }
    let home = fs::canonicalize(site.path()).unwrap().join("dist/index.html");
    assert!(said.contains(&format!("  open            file://{}\n", home.display())), "{said}");
    assert_eq!(built.run.stderr, "");
    assert!(built.read("index.html").to_lowercase().starts_with("<!doctype html>"));
}

#[test]
fn a_build_without_a_change_does_nothing_and_says_so() {
    let site = Fixture::smallest();
    let first = site.build();
    let first = first.succeeds().contents();
    let pages =
        |run: &Run| run.stdout.lines().find(|line| line.contains("pages")).map(str::to_owned);
    let again = site.build();
    again.succeeds();
    again.run.says("Nothing changed since the last build: checked, and nothing else to do (");
    assert_eq!(pages(&again.run), pages(&site.build().run), "it still counts the pages");
    assert_eq!(again.contents(), first);
}

#[test]
fn a_build_is_made_again_when_anything_it_was_made_of_is_another() {
    let skipped = "Nothing changed since the last build";
    let site = Fixture::smallest();
    site.build().succeeds();
    for arguments in [&["--base-url", "https://a.example/"][..], &[]] {
        assert!(!site.build_with(arguments).run.stdout.starts_with(skipped), "{arguments:?}");
        assert!(site.build_with(arguments).run.stdout.starts_with(skipped), "{arguments:?}");
    }
    // A translation of a comment: the pages are the same, but that has to be seen first.
    let path = site.path().join("content/jobs.en.md");
    let written = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{written}\n\n")).unwrap();
    site.build().run.says("Nothing changed, nothing written (");
    site.build().run.says(skipped);
    // A program that is younger than the site may make other pages.
    let marker = site.path().join("dist/.shushuo");
    let marker = fs::File::options().write(true).open(marker).unwrap();
    marker.set_modified(std::time::UNIX_EPOCH).unwrap();
    site.build().run.says("Nothing changed, nothing written (");
    site.build().run.says(skipped);
}

#[test]
fn a_page_changed_by_hand_is_mended() {
    let site = Fixture::smallest();
    let first = site.build();
    let first = first.succeeds().contents();
    let page = site.path().join("dist/index.html");
    let bytes = fs::read(&page).unwrap();
    let modified = fs::metadata(&page).unwrap().modified().unwrap();
    for change in ["same length, same time", "longer", "gone"] {
        let mut other = bytes.clone();
        match change {
            "gone" => fs::remove_file(&page).unwrap(),
            "longer" => fs::write(&page, [&bytes[..], b"x"].concat()).unwrap(),
            _ => {
                other[9] ^= 1;
                fs::write(&page, other).unwrap();
                fs::File::options()
                    .write(true)
                    .open(&page)
                    .unwrap()
                    .set_modified(modified)
                    .unwrap();
            }
        }
        let mended = site.build();
        mended.run.says("Built in ");
        assert_eq!(mended.contents(), first, "{change}");
    }
}

#[test]
fn a_quiet_build_says_nothing_and_a_verbose_one_each_step() {
    let site = Fixture::smallest();
    let quiet = site.build_with(&["--quiet"]);
    quiet.succeeds();
    assert_eq!((quiet.run.stdout.as_str(), quiet.run.stderr.as_str()), ("", ""));
    let verbose = site.build_with(&["--verbose", "--base-url", "https://a.example/"]).run;
    verbose.exits(0).says("reading files").says("checking").says("writing files");
}

#[test]
fn an_error_keeps_the_old_site() {
    let site = Fixture::smallest();
    let before = site.build();
    let before = before.succeeds().contents();
    let failed = site.file("seeds/report.txt", "别的话。\n").build();
    failed.run.exits(1).says("error[quote-not-found]").says("nothing was written");
    assert_eq!(failed.run.stdout, "");
    assert_eq!(failed.contents(), before);
}

#[test]
fn errors_can_be_allowed() {
    let built = broken().build_with(&["--allow-errors"]);
    built.succeeds();
    built.run.says("error[quote-not-found]").says("errors          1");
    assert!(built.files().contains(&"index.html".to_owned()));
}

#[test]
fn what_is_in_doubt_is_marked_on_the_page() {
    let site = Fixture::smallest()
        .file("content/jobs.en.md", "---\ntitle: Jobs\nfigures:\n  jobs: { label: People newly in work }\n---\nA good year.\n\nNearly 25.6 million people found work.\n");
    site.build().run.exits(1);
    let built = site.build_with(&["--allow-errors"]);
    built.succeeds();
    let (marked, whole) = (built.read("en/jobs.html"), built.read("jobs.html"));
    let warning = marked.find("class=\"warning\"").expect("the passage is marked");
    assert!(marked.find("A good year").unwrap() < warning);
    assert!(warning < marked.find("25.6 million").unwrap());
    assert!(!whole.contains("class=\"warning\""));
}

#[test]
fn a_check_finds_the_themes_mistakes_too() {
    let site = Fixture::smallest()
        .file("themes/default/templates/pages/section.html", "{% if %}")
        .file("content/jobs.en.md", "---\ntitle: Jobs\nfigures:\n  jobs: {}\n---\n[[jobs]]\n");
    let run = site.check(&[]);
    run.exits(1).says("error[label-missing]").says("themes/default/templates/pages/section.html:1");
}

#[test]
fn messages_speak_the_language_asked_for() {
    let says = |lang: &str, arguments: &[&str], words: &str| {
        let run = broken().env("LC_ALL", lang).check(arguments);
        run.exits(1).says(words);
    };
    says("en_US.UTF-8", &[], "error[quote-not-found]");
    says("zh_CN.UTF-8", &[], "错误[quote-not-found]");
    says("en_US.UTF-8", &["--lang", "zh"], "错误[quote-not-found]");
    says("zh_CN.UTF-8", &["--lang", "en"], "error[quote-not-found]");
    // The C locale speaks no language: the site's own is spoken.
    says("C.UTF-8", &[], "错误[quote-not-found]");
}

/// Commands that read no content speak the site's language too, where nobody asks for another.
#[test]
fn every_command_speaks_the_sites_language_last() {
    let says = |site: &str, locale: &str, arguments: &[&str], words: &str| {
        let site = Fixture::smallest().file("site.yaml", site).env("LC_ALL", locale);
        for (command, zh, en) in
            [("explain", "引文", "quote"), ("schema", "栏目原文", "Front matter")]
        {
            site.run(command, arguments).exits(0).says(if words == "zh" { zh } else { en });
        }
        site.run("new", &[&["section", "index"], arguments].concat()).exits(2).says(
            if words == "zh" { "请给文件换个名字" } else { "give the file another name" },
        );
    };
    let (zh, en) = ("title: 一年\nlanguages: [zh, en]\n", "title: A year\nlanguages: [en, zh]\n");
    says(zh, "C", &[], "zh");
    says(en, "C", &[], "en");
    says(zh, "en_GB.UTF-8", &[], "en");
    says(en, "zh_CN.UTF-8", &[], "zh");
    says(en, "C", &["--lang", "zh"], "zh");
    says(en, "en_GB.UTF-8", &["--lang", "zh"], "zh");
}

#[test]
fn nothing_is_coloured_away_from_a_terminal() {
    let run = broken().env("NO_COLOR", "").check(&[]);
    run.exits(1);
    assert!(!format!("{}{}", run.stdout, run.stderr).contains('\u{1b}'));
}

#[test]
fn wrong_use_is_told_with_a_way_out() {
    let cases: [(&[&str], &str, &str); 7] = [
        (&["check", "extra"], "there is no place for “extra” here", "--help tells all commands"),
        (&["bild"], "unknown command “bild”", "did you mean build?"),
        (&["build", "--quite"], "unknown option --quite", "did you mean --quiet?"),
        (&["build", "-q", "-v"], "--quiet and --verbose exclude each other", "--help"),
        (&["check", "--format", "xml"], "“xml” is no value for --format", "text, json, github"),
        (&["build", "--site", "no-such-folder"], "there is no folder no-such-folder", "--site"),
        (&["build", "--base-url", "example.org"], "“example.org” is no address", "https://"),
    ];
    for (arguments, message, hint) in cases {
        let run = shushuo("en_US.UTF-8", arguments);
        run.exits(2);
        assert!(run.stderr.starts_with(&format!("error: {message}")), "{}", run.stderr);
        assert!(run.stderr.contains("= help: ") && run.stderr.contains(hint), "{}", run.stderr);
        assert_eq!(run.stdout, "");
    }
    let run = shushuo("zh_CN.UTF-8", &["bild"]);
    assert_eq!(run.stderr, "错误: 没有命令“bild”\n |\n = 提示: 是不是 build？\n");
}

#[test]
fn the_help_of_a_command_can_be_asked_for_in_two_ways() {
    for (one, other) in
        [(&["help", "build"][..], &["build", "--help"][..]), (&["help"], &["--help"])]
    {
        let (one, other) = (shushuo("en_US.UTF-8", one), shushuo("en_US.UTF-8", other));
        assert_eq!(one.exits(0).stdout, other.exits(0).stdout);
    }
    shushuo("en_US.UTF-8", &["help", "nonsense"]).exits(2);
}

#[test]
fn a_site_is_not_written_over_its_content() {
    let site = Fixture::smallest();
    let before = fs::read_to_string(site.path().join("content/jobs.zh.md")).unwrap();
    for out in ["content", ".", "seeds/new", "/"] {
        let run = site.build_with(&["--out", out]).run;
        run.exits(2).says("refusing to write the site to ");
    }
    fs::create_dir(site.path().join("photos")).unwrap();
    fs::write(site.path().join("photos/wedding.jpg"), "").unwrap();
    let run = site.build_with(&["--out", "photos"]).run;
    run.exits(2)
        .says("it holds wedding.jpg, which shushuo did not make")
        .says("help: move it away");
    assert_eq!(fs::read_to_string(site.path().join("content/jobs.zh.md")).unwrap(), before);
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let site = Fixture::smallest();
    let before = site.build();
    let before = before.succeeds().contents();
    let work = site.path().join(".dist.shushuo-build");
    fs::create_dir(&work).unwrap();
    let lock = fs::File::create(work.join("lock")).unwrap();
    lock.lock().unwrap();
    let second = site.clone().file("content/_home.en.md", "---\ntitle: New\n---\nNew.\n").build();
    second.run.exits(2).says("another build is writing to ").says("help: wait until it is done");
    assert_eq!(second.contents(), before);
    drop(lock);
    site.build().succeeds();
    assert!(!work.exists(), "what the dead build left is cleaned");
}

#[test]
fn help_speaks_both_languages() {
    let (en, zh) = (shushuo("en_US", &["build", "--help"]), shushuo("zh_CN", &["build", "--help"]));
    en.exits(0).says("Usage:").says("--allow-errors");
    zh.exits(0).says("用法：").says("检查站点并写出网站");
    shushuo("zh_CN", &["--version"]).exits(0).says(env!("CARGO_PKG_VERSION"));
    shushuo("zh_CN", &[]).exits(2).says("要执行哪个命令？");
}

#[test]
fn every_finding_can_be_explained() {
    shushuo("en_US", &["explain", "number-scale"]).exits(0).says("90 billion yuan");
    shushuo("zh_CN", &["explain", "number-scale"]).exits(0).says("大了或小了十倍");
    shushuo("en_US", &["explain"]).exits(0).says("quote-not-found");
    let unknown = shushuo("en_US", &["explain", "number-scal"]);
    unknown.exits(2).says("there is no check “number-scal”").says("number-scale");
}

/// A reader that goes away, as `head` does, is no failure.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure() {
    let program = env!("CARGO_BIN_EXE_shushuo");
    let script = format!("'{program}' explain --markdown | head -n 1; exit ${{PIPESTATUS[0]}}");
    let run = std::process::Command::new("bash").args(["-c", &script]).output().unwrap();
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
}
