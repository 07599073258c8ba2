//! Texts that are too large, too deep or too many.

use crate::bounded::{Bounded, build, check, promptly};
use crate::common::Fixture;
use crate::is_long;

pub(crate) const FRONT: &str = "---\ntitle: a\n---\n";

/// Checks a site with one page more, in both languages.
pub(crate) fn page(text: &str) -> Bounded {
    check(&Fixture::smallest().file("content/x.zh.md", text).file("content/x.en.md", text))
}

/// Checks a site with one page more that has this body.
pub(crate) fn body(text: &str) -> Bounded {
    page(&format!("{FRONT}{text}\n"))
}

/// How many times a piece is repeated: as often as stated, or so that a page of the largest size is
/// filled in the long version, and a twentieth of it else.
pub(crate) fn filling(piece: &str) -> String {
    let size = if is_long() { 2_000_000 } else { 100_000 };
    piece.repeat(size / piece.len())
}

pub(crate) fn figures(count: usize) -> String {
    let line = |n: usize| {
        format!("  f{n}: {{value: 256万人, label: 甲{n}, quote: 去年新增就业256万人}}\n")
    };
    format!("---\ntitle: a\nfigures:\n{}---\n", (0..count).map(line).collect::<String>())
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let line = "a".repeat(50 << 20);
    for text in [
        format!("{FRONT}{line}"),
        format!("---\ntitle: {}\n---\n", &line[..10 << 20]),
        figures(100_000),
        format!("{FRONT}{}", "1234 ".repeat(10 << 20)),
    ] {
        page(&text).finds("a large page", &["file-too-large"]);
    }
    let site = Fixture::smallest().file("seeds/report.txt", &line);
    check(&site).finds("a large source", &["file-too-large"]);
    check(&Fixture::smallest().file("site.yaml", &line)).finds("site.yaml", &["file-too-large"]);
}

#[test]
fn yaml_that_grows_when_it_is_read_is_refused() {
    let mut bomb = "title: a\na0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..12 {
        let before = format!("*a{}, ", n - 1).repeat(9);
        bomb.push_str(&format!("a{n}: &a{n} [{}]\n", before.trim_end_matches(", ")));
    }
    for (case, yaml) in [
        ("a bomb", bomb),
        ("merge keys", "title: &a {x: y}\n<<: *a\n".to_owned()),
        ("lists in lists", format!("title: {}\n", "[".repeat(100_000))),
        ("maps in maps", format!("title: {}\n", "{a: ".repeat(100_000))),
        ("items in items", format!("title:\n  {}\n", "- ".repeat(100_000))),
        ("too many nodes", format!("title: [{}]\n", "a, ".repeat(300_000))),
    ] {
        let told = page(&format!("---\n{yaml}---\n"));
        told.is_civil(case);
        assert_eq!(told.exit, Some(1), "{case}:\n{}", told.told);
        let errors = told.told.matches("error[").count();
        assert!((1..=60).contains(&errors), "{case}: {errors}\n{}", told.told);
    }
}

#[test]
fn pages_of_headline_figures_do_not_each_show_all_others() {
    let count = if is_long() { 4_000 } else { 400 };
    let figure = |n: usize| {
        let quote = "去年新增就业256万人";
        format!("  f{n}: {{value: 256万人, label: 甲{n}, quote: {quote}, headline: {}}}\n", n + 2)
    };
    let figures: String = (0..count).map(figure).collect();
    // One sentence without end, which is the passage around each quote.
    let source = format!("去年新增就业256万人，{}\n", "此事无须多说，".repeat(count * 5));
    let site = Fixture::smallest()
        .file("seeds/report.txt", &source)
        .file("content/x.zh.md", &format!("---\ntitle: a\nfigures:\n{figures}---\n"));
    let (told, size) = build(&site);
    told.is_civil("headline figures");
    assert!(size < count * 80_000, "{count} figures became {size} bytes");
    let page = std::fs::read_to_string(site.path().join("dist/figures/f200.html")).unwrap();
    for (place, shown) in
        [(187, false), (188, true), (199, true), (201, true), (212, true), (213, false)]
    {
        assert_eq!(page.contains(&format!("甲{place}<")), shown, "甲{place} beside 甲200");
    }
    assert!(page.contains("甲200") && page.contains("此事无须多说"));
}

#[test]
fn deep_and_endless_markdown_is_read() {
    for piece in ["> ", "- ", "> - ", "1. ", "*", "_", "**a", "*a ", "~~a "] {
        body(&piece.repeat(100_000)).is_civil(piece);
    }
    for piece in ["> ", "+ ", "3. "] {
        body(&piece.repeat(2_000_000 / piece.len())).is_civil(piece);
    }
    let steps: String = (0..1_000).map(|n| format!("{}- a\n", "  ".repeat(n))).collect();
    body(&steps).is_civil("a list in a list");
    body(&format!("{}a{}", "[".repeat(20_000), "](b.md)".repeat(20_000)))
        .is_civil("links in links");
    body(&format!("{}a{}", "![".repeat(20_000), "](b.png)".repeat(20_000))).is_civil("images");
}

#[test]
fn a_million_signs_are_read() {
    for sign in ["*", "[", "`", "[[", "_", "&", "<", "(", "]", "|", "#", "~", "!["] {
        body(&sign.repeat(1_000_000 / sign.len())).is_civil(sign);
    }
}

#[test]
fn what_is_left_open_again_and_again_is_read() {
    for piece in [
        "<!-- ",
        "a <!-- ",
        "<a ",
        "<?",
        "a <![CDATA[",
        "[a](",
        "[a]: ",
        "[^a",
        "[[a|",
        "![[a|",
        "<http://",
        "&#x",
        "\\",
        "``a`",
        "|a\n|-\n",
        "# a\n",
        "a\n=\n",
        "    a\n\n",
        "- [ ] a\n",
    ] {
        body(&filling(piece)).is_civil(piece);
    }
    let ticks: String = (1..500).map(|length| format!("a{}", "`".repeat(length))).collect();
    body(&ticks).is_civil("backticks of every length");
    let notes: String = (0..5_000).map(|n| format!("[^{n}]\n\n[^{n}]: a\n\n")).collect();
    body(&notes).is_civil("footnotes");
    let links: String = (0..5_000).map(|n| format!("[{n}]: b.md\n")).collect();
    body(&format!("{links}\n{}", "[1]".repeat(5_000))).is_civil("references");
    let long = format!("[a]: {}\n\n{}", "x".repeat(20_000), "[a] ".repeat(20_000));
    body(&long).is_civil("a long address, often");
}

#[test]
fn as_many_links_as_a_page_holds_are_followed() {
    let count = 20_000;
    let headings: String = (0..count).map(|n| format!("# h{n}\n")).collect();
    let links: String = (0..count).map(|n| format!("[a](#h{n})\n")).collect();
    let told = promptly("links to headings", || body(&format!("{headings}\n{links}")));
    told.finds("links to headings", &[]);
    let links: String = (0..count).map(|n| format!("[a](#n{n})\n")).collect();
    let told = promptly("links to no headings", || body(&format!("{headings}\n{links}")));
    told.finds("links to headings that are not there", &["broken-link"]);
    let page = |n: usize| (format!("content/page{n}.zh.md"), "---\ntitle: a\n---\n".to_owned());
    let image = |n: usize| (format!("content/page{n}.png"), String::new());
    let files = (0..800).flat_map(|n| [page(n), image(n)]);
    let site = files.fold(Fixture::smallest(), |site, (path, text)| site.file(&path, &text));
    for (ending, code) in [("md", "broken-link"), ("png", "missing-file")] {
        let links: String = (0..count).map(|n| format!("[a](pge{n}.{ending})\n")).collect();
        let site = site.clone().file("content/x.zh.md", &format!("{FRONT}{links}"));
        let told = promptly(ending, || check(&site));
        told.is_civil("links to what is not there");
        assert!(told.codes().contains(&code), "{:?}", told.codes());
    }
}

#[test]
fn tags_without_end_are_an_error_and_not_on_every_page() {
    let tags = |from: usize, count: usize| {
        let tags: Vec<String> = (from..from + count).map(|n| format!("t{n}")).collect();
        format!("---\ntitle: a\ntags: [{}]\n---\n", tags.join(", "))
    };
    let site = Fixture::smallest().file("content/x.zh.md", &tags(0, 20_000));
    let (told, size) = promptly("many tags", || build(&site));
    told.is_civil("many tags");
    assert_eq!(told.codes(), ["translation-missing", "invalid-value"], "{}", told.told);
    assert!(size < 2_000_000, "{size} bytes");
    let page = |count: usize| {
        move |site: Fixture, n: usize| {
            site.file(&format!("content/s{n}.zh.md"), &tags(n * count, count))
                .file(&format!("content/s{n}.en.md"), "---\ntitle: a\n---\n")
        }
    };
    for (each, shown) in [(3, true), (5, false)] {
        let site = (0..51).fold(Fixture::smallest(), page(each));
        let (told, _) = build(&site);
        told.finds("some tags", &[]);
        for (path, shown) in [("dist/index.html", true), ("dist/page-2.html", shown)] {
            let html = std::fs::read_to_string(site.path().join(path)).unwrap();
            assert_eq!(html.contains("class=\"tags\""), shown, "{path}, {each} tags each");
        }
    }
}

#[test]
fn waivers_without_end_are_counted_in_order() {
    let waiver = "<!-- allow number-unsourced: x -->\n";
    body(&format!("{}\n{}", filling(waiver), filling("- 1234\n"))).is_civil("above one list");
    body(&filling(&format!("{waiver}1234 people\n\n"))).is_civil("above each paragraph");
}

#[test]
fn a_mistake_in_every_line_does_not_cost_a_reading_each() {
    for line in ["a：b\n", "a: \"b”\n", "\ta: b\n", "a: b: c\n", "a: @b\n", "a:b\n"] {
        let text = format!("---\ntitle: a\n{}---\n", filling(line));
        let told = page(&text);
        told.is_civil(line);
        assert_eq!(told.exit, Some(1), "{line}");
    }
}

#[test]
fn waivers_and_links_to_nowhere_by_the_thousand_are_told_in_time() {
    // Each waiver accepts the number behind it; the methods page lists them all.
    let waivers = filling("<!-- allow number-unsourced: 估计 -->\n约730公里。\n\n");
    let site = Fixture::smallest().file("content/x.zh.md", &format!("{FRONT}{waivers}"));
    check(&site.file("content/x.en.md", FRONT)).is_civil("waivers");
    let mut site = Fixture::smallest();
    for number in 0..200 {
        for lang in ["zh", "en"] {
            site = site.file(&format!("content/s{number}.{lang}.md"), FRONT);
        }
    }
    let links = filling("[a](no-such-page-here.zh.md) ");
    let text = format!("{FRONT}{links}");
    check(&site.file("content/x.zh.md", &text).file("content/x.en.md", &text))
        .finds("links to nowhere", &["broken-link"]);
}

#[test]
fn texts_without_end_are_refused_and_not_on_every_page() {
    let long = filling("people ");
    let page = |fields: &str, figure: &str, words: &str| {
        let quote = "value: 256万人, quote: 去年新增就业256万人";
        let zh = format!(
            "---\n{fields}\nfigures:\n  f1: {{{quote}, {figure}}}\n---\n{}\n",
            "[[f1]] ".repeat(1_000)
        );
        let en = format!("---\ntitle: b\nfigures:\n  f1: {{{words}}}\n---\n[[f1]]\n");
        Fixture::smallest().file("content/x.zh.md", &zh).file("content/x.en.md", &en)
    };
    let plain = || page("title: a", "label: a", "label: b");
    let meta = |key: &str| plain().file("seeds/report.yaml", &format!("title: a\n{key}: {long}\n"));
    let config = |line: &str| {
        plain().file("site.yaml", &format!("title: {{zh: 甲, en: a}}\nsource: report\n{line}\n"))
    };
    let mut sites = vec![
        page(&format!("title: {long}"), "label: a", "label: b"),
        page(&format!("title: a\nsummary: {long}"), "label: a", "label: b"),
        page("title: a", &format!("label: {long}"), "label: b"),
        page("title: a", &format!("label: a, note: {long}"), "label: b"),
        page("title: a", &format!("label: a, unit: {long}"), "label: b"),
        page("title: a", "label: a", &format!("label: b, unit: {{one: {long}, other: people}}")),
        page("title: a", "label: a", &format!("label: b, display: 2.56 million {long}")),
        config(&format!("description: {long}")),
        config(&format!("tags: {{t: {{zh: 甲, en: {long}}}}}")),
        config(&format!("author: {{zh: 甲, en: {long}}}")),
    ];
    sites.extend(["publisher", "authors", "note"].map(meta));
    for (number, site) in sites.iter().enumerate() {
        let (told, size) = build(site);
        let case = format!("text {number}");
        told.is_civil(&case);
        assert!(told.codes().contains(&"invalid-value"), "{case}: {}", told.told);
        assert_eq!(told.told.matches("characters, and").count(), 1, "{case}: {}", told.told);
        assert!(size < 2_000_000, "{case}: {size} bytes");
    }
}
