//! Names of files that lead elsewhere, clash, or cannot stand on another system.

use crate::bounded::{Bounded, run};
use crate::common::{Fixture, files_of};

const PAGE: &str = "---\ntitle: a\n---\na\n";
const DEFAULT_SOURCE: &str =
    "title: { zh: 小城一年, en: A year in a small town }\nlanguages: [zh, en]\nsource: report\n";

fn build(site: &Fixture) -> Bounded {
    run(site.path(), &["build"])
}

/// Builds a site with one file more; whatever comes of it, nothing is written outside of `dist`.
fn with(path: &str, text: &str) -> (Fixture, Bounded) {
    let site = Fixture::smallest().file(path, text);
    let before = files_of(site.path());
    let told = build(&site);
    let after = files_of(site.path());
    let outside: Vec<_> = after.iter().filter(|file| !file.starts_with("dist/")).collect();
    assert_eq!(outside, before.iter().collect::<Vec<_>>(), "{path}: written elsewhere");
    assert!(!told.told.contains("panicked"), "{path}: {}", told.told);
    (site, told)
}

#[cfg(unix)]
#[test]
fn a_page_has_a_name_that_every_system_can_hold() {
    let long = "长".repeat(81);
    for name in [
        "..",
        "a..",
        "%2e%2e",
        "..%2f..%2fx",
        "a\nb",
        "a\tb",
        "a b",
        "a\\b",
        "a:b",
        "a?b",
        "a*b",
        "a\"b",
        "a<b>",
        "a|b",
        "-rf",
        "$(id)",
        "`id`",
        "a;b",
        "a&b",
        "a#b",
        "a\u{202E}b",
        ".hidden",
        "_x",
        "'",
        "con",
        "NUL",
        "Com1",
        "lpt9",
        "aux.x",
        &long,
    ] {
        let (site, told) = with(&format!("content/{name}.zh.md"), PAGE);
        let built: Vec<String> = files_of(&site.path().join("dist"));
        let is_skipped = name.starts_with('.');
        assert!(is_skipped || told.exit != Some(0) || name == "-rf", "{name:?}: {}", told.told);
        assert!(told.exit != Some(0) || !built.iter().any(|file| file.contains("..")), "{built:?}");
        let errors =
            told.told.matches("error[bad-name]").count() + told.told.matches("\nerror: ").count();
        assert!(errors <= 2, "{name:?} is told once:\n{}", told.told);
        assert!(!told.told.contains('\u{202E}'), "{name:?} is printed as it is");
    }
}

#[cfg(unix)]
#[test]
fn an_image_has_a_name_that_every_system_can_hold() {
    for name in [
        "a?.png",
        "a\nb.png",
        "nul.png",
        "CON/x.png",
        "a..png.",
        "a .",
        "a:b.png",
        "a\u{202E}gnp.exe",
    ] {
        let (site, told) = with(&format!("content/{name}"), "x");
        assert_ne!(told.exit, Some(0), "{name:?}:\n{}", told.told);
        assert!(!site.path().join("dist").exists(), "{name:?}: nothing is written");
        assert!(!told.told.contains('\u{202E}'), "{name:?} is printed as it is");
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_some_system_cannot_hold_is_told_by_check_and_by_build() {
    let tagged = "---\ntitle: a\ntags: [con]\n---\na\n";
    let figure = "---\ntitle: a\nfigures:\n  nul: {value: 256万人, label: 甲, quote: 就业256万人, \
                  headline: 2}\n---\na\n";
    for (files, place) in [
        (vec![("content/nul.png", "x")], "content/nul.png"),
        (vec![("content/CON/x.png", "x")], "content/CON/x.png"),
        (vec![("content/a?.png", "x")], "content/a?.png"),
        (vec![("content/a:b.pdf", "x")], "content/a:b.pdf"),
        (vec![("content/a.png.", "x")], "content/a.png."),
        (vec![("content/JOBS.html", "x")], "content/jobs.zh.md:1:1"),
        (vec![("content/photo.png", "x"), ("content/Photo.png", "y")], "content/photo.png"),
        (vec![("themes/default/static/aux.js", "x")], "themes/default/static/aux.js"),
        (vec![("content/con.zh.md", PAGE), ("content/con.en.md", PAGE)], "content/con.en.md:1:1"),
        (vec![("content/x.zh.md", tagged), ("content/x.en.md", PAGE)], "content/x.zh.md:1:1"),
        (
            vec![
                ("content/x.zh.md", figure),
                ("content/x.en.md", "---\ntitle: a\nfigures:\n  nul: {label: a}\n---\na\n"),
            ],
            "content/x.zh.md:4:3",
        ),
        (vec![("seeds/con.txt", "去年。\n"), ("site.yaml", DEFAULT_SOURCE)], "seeds/con.txt:1:1"),
    ] {
        let site =
            files.iter().fold(Fixture::smallest(), |site, (path, text)| site.file(path, text));
        let (checked, built) = (run(site.path(), &["check"]), build(&site));
        for told in [&checked, &built] {
            assert!(told.codes().contains(&"bad-name"), "{files:?}:\n{}", told.told);
            assert!(told.told.contains(&format!("--> {place}\n")), "{files:?}:\n{}", told.told);
            assert_eq!(told.exit, Some(1), "{files:?}:\n{}", told.told);
        }
        let found = |told: &Bounded| -> Vec<String> {
            let lines = told.told.lines().filter(|line| line.contains("[bad-name]"));
            lines.map(str::to_owned).collect()
        };
        assert_eq!(found(&checked), found(&built), "{files:?}");
        assert!(!site.path().join("dist").exists(), "{files:?}: nothing is written");
    }
}

#[test]
fn names_that_differ_in_case_alone_clash() {
    let site = Fixture::smallest().file("content/Jobs.zh.md", PAGE).file("content/jobs/x.png", "");
    // A system without case has only one of the two.
    if files_of(site.path()).iter().any(|file| file == "content/jobs.zh.md") {
        let told = build(&site.file("content/photo.png", "x").file("content/Photo.png", "y"));
        assert_ne!(told.exit, Some(0), "{}", told.told);
    }
}

#[test]
fn a_page_cannot_take_the_place_of_one_that_shushuo_makes() {
    for name in [
        "index",
        "methods",
        "404",
        "page-2",
        "sitemap",
        "en",
        "figures/x",
        "assets/x",
        "data/figures",
    ] {
        let (_, told) = with(&format!("content/{name}.zh.md"), PAGE);
        assert_eq!(told.exit, Some(1), "{name}: {}", told.told);
        assert!(told.told.contains("error[bad-name]"), "{name}: {}", told.told);
    }
    for name in
        ["index.html", ".nojekyll/x", "data/figures.csv", "assets/site.css", "en/index.html"]
    {
        let (site, told) = with(&format!("content/{name}"), "mine");
        let there = site.path().join("dist").join(name);
        let is_taken = std::fs::read_to_string(there).is_ok_and(|text| text == "mine");
        assert!(!is_taken, "{name} was replaced:\n{}", told.told);
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_an_error() {
    use std::os::unix::ffi::OsStrExt;
    let site = Fixture::smallest();
    let name = std::ffi::OsStr::from_bytes(b"content/\xFF\xFE.zh.md");
    if std::fs::write(site.path().join(name), PAGE).is_err() {
        return; // This file system holds text names only.
    }
    let told = build(&site);
    told.finds("a name in bytes", &["bad-name"]);
}

#[test]
fn a_source_and_a_tag_have_plain_names_too() {
    for name in ["..", "a b", "%2e%2e", "a\"b", "con"] {
        let (_, told) = with(&format!("seeds/{name}.txt"), "去年。\n");
        assert!(matches!(told.exit, Some(0..=2)), "{name}: {}", told.told);
    }
    for tag in ["..", "../x", "a/b", "%2e%2e", "con", "", "a\\b", "\u{202E}"] {
        let text = format!("---\ntitle: a\ntags: [{}]\n---\n", crate::payloads::quoted(tag));
        let (_, told) = with("content/x.zh.md", &text);
        assert!(told.exit != Some(0) || tag.is_empty(), "{tag:?}: {}", told.told);
    }
    for id in ["..", "../x", "a/b", "A", "", "con", "constructor", "__proto__"] {
        let id = crate::payloads::quoted(id);
        let text = format!(
            "---\ntitle: a\nfigures:\n  {id}: {{value: 256万人, label: a, quote: 就业256万人, headline: 9}}\n---\n"
        );
        let site = Fixture::smallest().file("content/x.zh.md", &text);
        let told = build(&site);
        assert!(matches!(told.exit, Some(1 | 2)), "{id}: {}", told.told);
    }
}

#[test]
fn a_link_out_of_the_site_is_an_error() {
    for address in [
        "../../etc/passwd",
        "%2e%2e/%2e%2e/etc/passwd",
        "..%2f..%2fx.md",
        "/../x",
        "//evil.example/x",
        "\\\\evil.example",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "JAVASCRIPT:x",
        "java%0ascript:x",
        "vbscript:x",
        "blob:x",
        "about:blank",
    ] {
        let text = format!("---\ntitle: a\n---\n[a](<{address}>)\n");
        let (_, told) = with("content/x.zh.md", &text);
        assert!(
            told.told.contains("error[broken-link]") || told.told.contains("error[missing-file]"),
            "{address}: {}",
            told.told
        );
    }
}
