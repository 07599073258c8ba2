//! An archive: more sections than one page lists, with tags, images, and folders.

mod common;

use common::Fixture;

/// A site of `count` sections with one figure each; every third is about schools.
fn archive(count: usize) -> Fixture {
    let mut fixture = Fixture::new()
        .file("site.yaml", "title: { zh: 年报集, en: Annual reports }\ntags:\n  schools: { zh: 学校, en: Schools }\n")
        .file("content/_home.zh.md", "---\ntitle: 年报集\n---\n历年报告。\n")
        .file("content/_home.en.md", "---\ntitle: Annual reports\n---\nThe reports of all years.\n")
        .file("seeds/reports.yaml", "title: { zh: 年报, en: Reports }\n");
    let mut source = String::new();
    for number in 1..=count {
        let people = 1000 + number;
        source.push_str(&format!("第{number}号报告：新增就业{people}人。\n\n"));
        let tags = if number % 3 == 0 { "tags: [schools]\n" } else { "" };
        fixture = fixture
            .file(
                &format!("content/{}/report-{number}.zh.md", 2000 + number % 7),
                &format!(
                    "---\ntitle: 报告{number}\norder: {number}\n{tags}figures:\n  jobs-{number}:\n    \
                     value: {people}人\n    label: 新增就业\n    period: 第{number}号报告\n    \
                     quote: 新增就业{people}人\n---\n新增就业[[jobs-{number}]]。\n"
                ),
            )
            .file(
                &format!("content/{}/report-{number}.en.md", 2000 + number % 7),
                &format!(
                    "---\ntitle: Report {number}\nfigures:\n  jobs-{number}: {{ label: New jobs, \
                     period: Report {number} }}\n---\n[[jobs-{number}]] found work.\n"
                ),
            );
    }
    fixture.file("seeds/reports.txt", &source)
}

#[test]
fn lists_of_more_than_fifty_go_on_on_further_pages() {
    let built = archive(120).build();
    built.succeeds();
    let files = built.files();
    for page in ["index.html", "page-2.html", "page-3.html", "en/page-3.html", "tags/schools.html"]
    {
        assert!(files.iter().any(|file| file == page), "{page} is missing");
    }
    assert!(!files.iter().any(|file| file == "page-4.html" || file == "tags/schools_2.html"));
    assert!(built.read("page-2.html").contains("2002/report-51.html"));
    assert!(!built.read("page-2.html").contains("report-50.html"));
    assert!(built.read("en/page-3.html").contains("Report 120"));
    assert!(built.read("en/tags/schools.html").contains("Report 3"));
}

#[test]
fn images_and_downloads_are_copied_and_linked_from_any_folder() {
    let fixture = archive(1)
        .bytes("content/2001/图.png", b"\x89PNG\r\n\x1a\n")
        .file("content/data/table.csv", "a,b\n")
        .file(
            "content/2001/more.zh.md",
            "---\ntitle: 更多\n---\n![就业图](图.png)\n\n[数据](../data/table.csv)、[报告](report-1.zh.md#jobs-1)、[English](report-1.en.md)\n",
        )
        .file(
            "content/2001/more.en.md",
            "---\ntitle: More\n---\n![Chart of jobs](图.png)\n\n[Data](../data/table.csv), [report](report-1.md#jobs-1)\n",
        );
    let built = fixture.build();
    built.succeeds();
    let page = built.read("2001/more.html");
    for link in [
        "src=\"%E5%9B%BE.png\"",
        "href=\"../data/table.csv\"",
        "href=\"report-1.html#jobs-1\"",
        "href=\"../en/2001/report-1.html\"",
    ] {
        assert!(page.contains(link), "{link} is missing");
    }
    assert!(built.read("en/2001/more.html").contains("src=\"../../2001/%E5%9B%BE.png\""));
    assert!(built.files().contains(&"2001/图.png".to_owned()));
    assert_eq!(built.read("data/table.csv"), "a,b\n");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let fixture = archive(60);
    let one = fixture.clone().env("RAYON_NUM_THREADS", "1").build_with(&["--out", "one"]);
    let four = fixture.env("RAYON_NUM_THREADS", "4").build_with(&["--out", "four"]);
    one.succeeds();
    four.succeeds();
    assert!(one.contents() == four.contents(), "the number of threads changed the site");
}

#[test]
fn a_download_cannot_take_a_pages_place() {
    let fixture =
        archive(1).file("content/data/figures.json", "{}").file("content/index.html", "x");
    let built = fixture.build();
    built.run.exits(1).says("content/data/figures.json").says("content/index.html");
    assert_eq!(built.files(), Vec::<String>::new());
}
