//! The way into a site: `draft` and `new` make files that only lack the author's words.

#[path = "common/mod.rs"]
mod common;

use std::collections::BTreeSet;

use common::{Fixture, Run};

/// A report with repetitions, hedges, a broken line and a number that the site states already.
const REPORT: &str = "\
去年新增就业256万人，比上年多。

全年接待游客近31.5万人次,比上年增长12.6%;新建公园12个,5所学校迁入新址,植树1,255棵。
乡镇卫生院年
接诊4.2万人次。

31.5万人次
";

fn site() -> Fixture {
    Fixture::smallest().file("seeds/report.txt", REPORT)
}

fn read(site: &Fixture, path: &str) -> String {
    std::fs::read_to_string(site.path().join(path)).unwrap_or_default()
}

/// The codes of what `check` finds.
fn codes(site: &Fixture) -> BTreeSet<String> {
    let run: Run = site.check(&["--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("the report is JSON");
    let found = report["diagnostics"].as_array().expect("it lists what was found");
    found.iter().filter_map(|one| one["code"].as_str().map(str::to_owned)).collect()
}

fn only_words_are_missing(site: &Fixture) {
    assert_eq!(codes(site), BTreeSet::from(["words-missing".to_owned()]));
}

#[test]
fn a_draft_states_what_the_site_does_not() {
    let site = site();
    site.run("draft", &["seeds/report.txt", "--section", "year"]).exits(0);
    only_words_are_missing(&site);
    let text = read(&site, "content/year.zh.md");
    for lines in [
        "value: 近31.5万人次\n    label: 全年接待游客\n    quote: 全年接待游客近31.5万人次\n",
        "value: 12.6%\n    label: 全年接待游客比上年增长\n",
        "value: 5所\n    label: 学校迁入新址\n",
        "value: 4.2万人次\n    label: 乡镇卫生院年接诊\n    quote: 乡镇卫生院年接诊4.2万人次\n",
    ] {
        assert!(text.contains(lines), "{lines} is not in\n{text}");
    }
    assert!(!text.contains("256万人"), "the site states it already:\n{text}");
    assert_eq!(text.matches("31.5万人次\n    label").count(), 1, "a repetition:\n{text}");
    let words = read(&site, "content/year.en.md");
    assert_eq!(words.matches("{ label: … }").count(), text.matches("value:").count());
}

#[test]
fn a_hedge_is_drafted_as_the_whole_word() {
    let report = "接种疫苗突破200万人次，旅游收入超过300亿元，全年接待游客近400万人次。\n";
    let site = site().file("seeds/report.txt", report);
    site.run("draft", &["seeds/report.txt", "--section", "year"]).exits(0);
    let text = read(&site, "content/year.zh.md");
    for value in ["突破200万人次", "超过300亿元", "近400万人次"] {
        assert!(text.contains(&format!("value: {value}\n")), "{value} is not in\n{text}");
    }
}

#[test]
fn a_draft_with_its_words_written_builds() {
    let site = site();
    site.run("draft", &["report", "--section", "year"]).exits(0);
    for (path, word) in [("content/year.zh.md", "词"), ("content/year.en.md", "Words")] {
        let text = read(&site, path);
        let mut count = 0;
        let filled: String = text
            .split_inclusive('\n')
            .map(|line| {
                count += 1;
                // A sentence that a remark cuts short ends in the same mark.
                let letters = "abcdefghijklmnopqrstuvwxyz".chars().nth(count % 26).unwrap_or('a');
                if line.contains('#') {
                    line.into()
                } else {
                    line.replace('…', &format!("{word} {letters}"))
                }
            })
            .collect();
        std::fs::write(site.path().join(path), filled).expect("the draft can be written");
    }
    site.build().succeeds();
    // A second draft finds nothing left and writes nothing.
    let before = read(&site, "content/year.zh.md");
    site.run("draft", &["report", "--section", "more"]).exits(0).says("Nothing to draft");
    assert_eq!(read(&site, "content/more.zh.md"), "");
    assert_eq!(read(&site, "content/year.zh.md"), before);
}

#[test]
fn a_draft_can_be_limited_to_lines() {
    let site = site();
    site.run("draft", &["report", "--section", "year", "--lines", "4-5"]).exits(0);
    let text = read(&site, "content/year.zh.md");
    assert!(text.contains("4.2万人次") && !text.contains("12.6%"), "{text}");
    only_words_are_missing(&site);
}

#[test]
fn a_draft_never_writes_over_a_file() {
    let site = site();
    let before = read(&site, "content/jobs.zh.md");
    let run = site.run("draft", &["report", "--section", "jobs"]);
    run.exits(2).says("jobs.").says("exists already").says("choose another name");
    assert_eq!(read(&site, "content/jobs.zh.md"), before);
}

#[test]
fn the_real_report_is_drafted_without_a_false_finding() {
    let site = Fixture::new().file("site.yaml", "title: { zh: 一年, en: A year }\n").copy("seeds");
    site.run("draft", &["zhaotong-2022"]).exits(0);
    only_words_are_missing(&site);
    let text = read(&site, "content/zhaotong-2022.zh.md");
    let labels = ["农村劳动力转移就业\n", "全市固定资产投资增长\n", "新建改扩建幼儿园\n"];
    for label in labels {
        assert!(text.contains(&format!("label: {label}")), "{label} is not in\n{text}");
    }
}

#[test]
fn an_english_report_is_drafted_in_english() {
    let site = Fixture::new()
        .file("site.yaml", "title: { zh: 一年, en: A year }\nlanguages: [en, zh]\n")
        .file(
            "seeds/town.txt",
            "The library lent 125,000 books.\n\nThe council spent $12.5 million on roads.\n",
        )
        .file("seeds/town.yaml", "title: The town\nlanguage: en\n");
    site.run("draft", &["town"]).exits(0);
    only_words_are_missing(&site);
    let text = read(&site, "content/town.en.md");
    let lines = "value: \"$12.5 million\"\n    label: Council spent\n";
    assert!(text.contains(lines), "{text}");
}

#[test]
fn wrong_use_of_draft_is_told() {
    let site = site();
    site.run("draft", &["reprot"]).exits(2).says("no source “reprot”").says("report");
    site.run("draft", &["report", "--lines", "9-1"]).exits(2).says("--lines 12-40");
    site.run("draft", &["report", "--section", "index"]).exits(2);
    site.run("draft", &["report", "--section", "../x"]).exits(2);
    Fixture::new().run("draft", &["report"]).exits(1).says("no site.yaml");
}

#[test]
fn a_new_section_only_lacks_its_words() {
    let site = Fixture::smallest();
    site.run("new", &["section", "roads"]).exits(0).says("content/roads.zh.md");
    only_words_are_missing(&site);
    site.run("new", &["section", "roads"]).exits(2).says("exists already");
}

#[test]
fn a_new_figure_only_lacks_its_words() {
    let site = Fixture::smallest();
    site.run("new", &["figure", "new-roads"]).exits(0);
    only_words_are_missing(&site);
    assert!(
        read(&site, "content/jobs.zh.md").contains("headline: 1\n  new-roads:\n    value: …\n")
    );
    assert!(read(&site, "content/jobs.en.md").contains("\n  new-roads: { label: … }\n---\n"));
    site.run("new", &["figure", "new-roads"]).exits(2).says("already");
    site.run("new", &["figure", "New Roads"]).exits(2).says("cannot be the id");
    site.run("new", &["figure", "--section", "job"]).exits(2).says("jobs");
    site.run("new", &["figure"]).exits(0).says("figure-3");
    only_words_are_missing(&site);
}

#[test]
fn a_new_figure_leaves_byte_order_mark_and_line_ends_as_they_are() {
    let [original, translation] = ["content/jobs.zh.md", "content/jobs.en.md"];
    let plain = Fixture::smallest();
    let dos = |path: &str| format!("\u{feff}{}", read(&plain, path)).replace('\n', "\r\n");
    let site =
        Fixture::smallest().file(original, &dos(original)).file(translation, &dos(translation));
    plain.run("new", &["figure", "roads"]).exits(0);
    site.run("new", &["figure", "roads"]).exits(0).says("content/jobs.zh.md · roads");
    for path in [original, translation] {
        assert_eq!(read(&site, path), dos(path), "only the new lines differ");
    }
}

#[test]
fn a_new_site_builds_at_once_without_a_finding() {
    let site = Fixture::new();
    site.run("init", &["."]).exits(0).says("shushuo build");
    let check = site.check(&["--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&check.stdout).expect("JSON");
    assert_eq!(report["diagnostics"], serde_json::json!([]), "{}", check.stdout);
    assert_eq!(report["summary"]["quotes"]["found"], 3);
    site.build().succeeds();
    let workflow = read(&site, ".github/workflows/pages.yml");
    let install = concat!("cargo install --locked shushuo --version ", env!("CARGO_PKG_VERSION"));
    assert!(workflow.contains(install) && workflow.contains("${{ steps.pages"), "{workflow}");
    site.run("init", &["."]).exits(2).says("is not empty");
}

#[test]
fn a_new_site_around_a_report_only_lacks_words() {
    let desk = Fixture::new().file("水利 年报.txt", "县水利2024年\n\n新建水库3座。\n");
    desk.run("init", &["site", "--source", "水利 年报.txt"]).exits(0).says("draft 水利-年报");
    let path = desk.path().join("site");
    let made = common::files_of(&path).into_iter().fold(Fixture::new(), |site, file| {
        let bytes = std::fs::read(path.join(&file)).expect("a made file is readable");
        site.bytes(&file, &bytes)
    });
    only_words_are_missing(&made);
    assert!(read(&made, "site.yaml").contains("zh: 县水利2024年\n  en: …\nlanguages: [zh, en]"));
    made.run("draft", &["水利-年报", "--section", "water"]).exits(0);
    only_words_are_missing(&made);
    assert!(read(&made, "content/water.zh.md").contains("quote: 新建水库3座"));
}

#[test]
fn the_ends_of_a_range_are_left_out_and_english_chapters_make_sections() {
    let text = "Report of the town\n\nChapter 1: Results\nRevenue rose by 12.5 million yuan. Farms \
                earned 30,000 to 50,000 yuan.\n\nChapter 2: People\nThe town has 31,500 inhabitants.\n";
    let site = Fixture::new()
        .file("site.yaml", "title: A year\nlanguages: [en, zh]\n")
        .file("seeds/town.txt", text)
        .file("seeds/town.yaml", "title: Report\nlanguage: en\n");
    site.run("draft", &["town"]).exits(0).says("not readable alone  2");
    let read = |path: &str| std::fs::read_to_string(site.path().join(path)).expect("a draft");
    let results = read("content/town-1.en.md");
    assert!(results.contains("title: Results\n"), "{results}");
    assert!(results.contains("label: Revenue\n"), "{results}");
    assert!(results.contains("quote: Revenue rose by 12.5 million yuan\n"), "{results}");
    assert!(!results.contains("000"), "{results}");
    assert!(read("content/town-2.en.md").contains("title: People\n"));
}
