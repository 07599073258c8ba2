//! What pages and files say to readers: the metadata that is shared, the source's unused numbers,
//! the search index. What scripts do with it stands in `tests/browser/`.

#[path = "common/mod.rs"]
mod common;

use std::collections::BTreeMap;

use common::{Built, Fixture};

/// A source of which one number in a quoted sentence, and one elsewhere, is not used.
const SOURCE: &str = "去年新增就业256万人，其中女性37万人。\n\n全年降雨811毫米。\n";

fn built(source_record: &str) -> Built {
    let site = Fixture::smallest().file("seeds/report.txt", SOURCE).file(
        "seeds/report.yaml",
        &format!("title: {{ zh: 年报, en: Annual report }}\nlanguage: zh\n{source_record}"),
    );
    let address = "https://site.example/";
    let built = site.build_with(&["--base-url", address]);
    built.succeeds();
    built
}

#[test]
fn a_number_that_is_not_used_shows_in_the_windows_and_is_counted() {
    let page = built("").read("en/source/report.html");
    assert!(page.contains("<span class=\"unused\">37万人</span>"), "{page}");
    assert!(!page.contains("全年降雨"), "only the windows are published: {page}");
    assert!(page.contains("3 places with a number: 1 used, 2 not used"), "{page}");
    assert!(page.contains("<p lang=\"zh-Hans\">37万人 · 811毫米</p>"), "{page}");
    assert!(!page.contains("37万人</a>"), "what is not used leads nowhere: {page}");
}

#[test]
fn a_reader_learns_when_a_source_is_in_the_other_language() {
    let of = |built: &Built, words: &str| {
        let paths = ["jobs.html", "figures/jobs.html", "source/report.html"];
        let chinese = paths.map(|path| built.read(path).contains(words));
        (chinese, paths.map(|path| built.read(&format!("en/{path}")).contains(words)))
    };
    assert_eq!(of(&built(""), "in Chinese"), ([false; 3], [true; 3]));
    assert_eq!(of(&built(""), "英文"), ([false; 3], [false; 3]));
    let figure = "headline: 1, value: 9 billion yuan, quote: Output was 9 billion yuan";
    let english = Fixture::smallest()
        .file("site.yaml", "title: { zh: 甲, en: A }\nlanguages: [en, zh]\n")
        .file("seeds/report.txt", "Output was 9 billion yuan.\n")
        .file("seeds/report.yaml", "title: { zh: 年报, en: Report }\nlanguage: en\n")
        .file(
            "content/jobs.en.md",
            &format!("---\ntitle: Jobs\nfigures:\n  jobs: {{ label: Output, {figure} }}\n---\nOutput was [[jobs]].\n"),
        )
        .file(
            "content/jobs.zh.md",
            "---\ntitle: 就业\nfigures:\n  jobs: { label: 产值 }\n---\n产值[[jobs]]。\n",
        )
        .build();
    english.succeeds();
    let read = |path: &str| english.read(path);
    assert!(read("zh/source/report.html").contains("原文是英文。"));
    assert!(read("zh/jobs.html").contains("<span>英文</span>"));
    assert!(!read("jobs.html").contains("in Chinese"));
}

#[test]
fn with_the_whole_text_published_unused_numbers_show_everywhere() {
    let page = built("publish: full\n").read("source/report.html");
    assert!(page.contains("全年降雨<span class=\"unused\">811毫米</span>"), "{page}");
}

#[test]
fn a_used_number_leads_to_its_card_and_the_card_to_it() {
    let built = built("");
    let source = built.read("en/source/report.html");
    let marked = "<span id=\"jobs\"></span><mark><a href=\"../figures/jobs.html\"";
    assert!(source.contains(marked), "{source}");
    assert!(built.read("en/figures/jobs.html").contains("href=\"../source/report.html#jobs\""));
}

/// The values of a page's `<meta>` with these names.
fn meta<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!("=\"{name}\" content=\"");
    page.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn title(page: &str) -> &str {
    let start = page.find("<title>").map_or(0, |at| at + "<title>".len());
    &page[start..page.find("</title>").unwrap_or(start)]
}

#[test]
fn every_page_says_what_it_is_when_it_is_shared() {
    let built = Fixture::new()
        .copy("content")
        .copy("seeds")
        .file("site.yaml", include_str!("../site.yaml"))
        .build_with(&["--base-url", "https://site.example/sub/"]);
    built.succeeds();
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    let mut descriptions: BTreeMap<String, String> = BTreeMap::new();
    for path in built.files().into_iter().filter(|path| path.ends_with(".html")) {
        if path.ends_with("404.html") {
            continue;
        }
        let page = built.read(&path);
        let (own, other) = match path.starts_with("en/") {
            true => ("en_GB", "zh_CN"),
            false => ("zh_CN", "en_GB"),
        };
        let folder = path.strip_suffix("index.html").unwrap_or(&path);
        let address = format!("https://site.example/sub/{folder}");
        assert_eq!(meta(&page, "og:locale"), [own], "{path}");
        assert_eq!(meta(&page, "og:locale:alternate"), [other], "{path}");
        assert_eq!(meta(&page, "og:url"), [address.as_str()], "{path}");
        assert_eq!(meta(&page, "og:type").len(), 1, "{path}");
        assert_eq!(meta(&page, "og:site_name").len(), 1, "{path}");
        assert_eq!(meta(&page, "og:title").len(), 1, "{path}");
        assert!(title(&page).contains(meta(&page, "og:title")[0]), "{path}: {}", title(&page));
        let description = meta(&page, "description");
        assert_eq!(description.len(), 1, "{path}");
        assert_eq!(meta(&page, "og:description"), description, "{path}");
        assert!(description[0].chars().count() > 5, "{path}: {description:?}");
        if let Some(twin) = titles.insert(title(&page).to_owned(), path.clone()) {
            panic!("{path} and {twin} have one title: {}", title(&page));
        }
        if let Some(twin) = descriptions.insert(description[0].to_owned(), path.clone()) {
            panic!("{path} and {twin} have one description: {description:?}");
        }
    }
    assert!(titles.len() > 20, "{titles:?}");
}

#[test]
fn the_index_of_the_search_has_the_text_with_its_numbers_printed() {
    let built = built("");
    let index = built.read("data/search.en.js");
    assert!(index.starts_with("var shushuoSearch = {\"folder\":\"en/\","), "{index}");
    assert!(
        index.contains("[\"Jobs\",\"en/jobs.html\",\"Last year 2.56 million people found work.\"]"),
        "{index}"
    );
    let figure = "[\"jobs\",0,1,\"People newly in work\",\"2.56 million people\",\"2560000\",\"新增就业 256万人\"]";
    assert!(index.contains(figure), "{index}");
    assert!(built.read("data/search.zh.js").contains("去年新增就业256万人。"));
}

#[test]
fn the_methods_page_counts_what_was_checked_and_accepted() {
    let page = built("").read("en/methods.html");
    assert!(page.contains("<dt>Quotes that match the source</dt><dd>1</dd>"), "{page}");
    assert!(page.contains("<dt>Findings accepted with a reason</dt><dd>0</dd>"), "{page}");
    assert!(
        page.contains("<td>3</td><td>1</td><td lang=\"zh-Hans\">37万人 · 811毫米</td>"),
        "{page}"
    );
}
