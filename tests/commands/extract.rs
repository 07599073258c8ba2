//! `extract`: the numbers of any text, and in a site the figures that cover them.

use std::fs;

use serde_json::{Value, json};

use crate::common::Fixture;
use crate::shushuo;

fn objects(printed: &str) -> Vec<Value> {
    printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn extract(text: &str, arguments: &[&str]) -> Value {
    let output = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shushuo"))
        .args(["extract", "-", "--format", "json"])
        .args(arguments)
        .write_stdin(text)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    objects(&String::from_utf8(output.stdout).unwrap()).remove(0)
}

#[test]
fn numbers_of_standard_input_keep_the_contract() {
    let text = "\u{feff}去年的情况。\r\n转移就业256万人,增长近8%。\r\n";
    let found = extract(text, &[]);
    assert_eq!(
        found,
        json!({"source": "-", "numbers": [
            {"text": "256万人", "line": 2, "column": 5, "end_line": 2, "end_column": 10,
             "kind": "quantity", "value": "2560000", "unit": "person", "hedge": null,
             "sentence": "转移就业256万人,增长近8%。", "figures": []},
            {"text": "8%", "line": 2, "column": 14, "end_line": 2, "end_column": 16,
             "kind": "percent", "value": "8", "unit": "percent", "hedge": "nearly",
             "sentence": "转移就业256万人,增长近8%。", "figures": []},
        ]})
    );
}

#[test]
fn english_is_read_as_english() {
    let found = extract("Nearly 2.56 million\npeople found work in 2022.\n", &[]);
    let number = &found["numbers"][0];
    assert_eq!(number["value"], "2560000");
    assert_eq!(number["text"], "2.56 million people");
    assert_eq!(number["end_line"], 2);
    assert_eq!(found["numbers"].as_array().unwrap().len(), 1);
}

#[test]
fn a_sentence_without_end_is_cut_around_the_number() {
    let text = "公路35公里，".repeat(20_000);
    let found = extract(&text, &[]);
    let numbers = found["numbers"].as_array().unwrap();
    assert_eq!(numbers.len(), 20_000);
    let middle = numbers[10_000]["sentence"].as_str().unwrap();
    assert!(middle.starts_with('…') && middle.ends_with('…'), "{middle}");
    assert!(middle.contains("公路35公里") && middle.len() < 3_000, "{middle}");
}

#[test]
fn dates_and_names_are_listed_when_asked_for() {
    let kinds = |arguments: &[&str]| -> Vec<Value> {
        let found = extract("2022年,第三次会议,5G基站256个。", arguments);
        found["numbers"].as_array().unwrap().iter().map(|number| number["kind"].clone()).collect()
    };
    assert_eq!(kinds(&[]), ["quantity"]);
    assert_eq!(kinds(&["--all"]), ["date", "ordinal", "name", "quantity"]);
}

#[test]
fn a_source_of_a_site_says_which_figures_cover_each_number() {
    let site = Fixture::smallest();
    let seed = site.path().join("seeds/report.txt");
    let run = shushuo("en_US", &["extract", seed.to_str().unwrap(), "--format", "json"]);
    run.exits(0);
    let found = &objects(&run.stdout)[0];
    assert_eq!(found["source"], "report");
    assert_eq!(found["numbers"][0]["figures"], json!(["jobs"]));
    let table = shushuo("en_US", &["extract", seed.to_str().unwrap()]);
    table
        .exits(0)
        .says("figures\n")
        .says("256万人")
        .says("jobs\n")
        .says("report: 1 in all, 1 on figures");
}

#[test]
fn a_text_elsewhere_needs_no_site() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one.md"), folder.path().join("two.txt"));
    fs::write(&one, "新建公路35公里。").unwrap();
    fs::write(&two, "35 kilometres of new roads").unwrap();
    let (one, two) = (one.to_str().unwrap(), two.to_str().unwrap());
    let run = shushuo("en_US", &["extract", one, two, "--format", "json"]);
    let found = objects(&run.exits(0).stdout);
    assert_eq!((&found[0]["source"], &found[1]["source"]), (&json!("one"), &json!("two")));
    for text in &found {
        assert_eq!(text["numbers"][0]["value"], "35");
        assert_eq!(text["numbers"][0]["unit"], found[0]["numbers"][0]["unit"]);
    }
    let table = shushuo("zh_CN", &["extract", one]);
    assert!(table.exits(0).stdout.starts_with("位置  数"), "{}", table.stdout);
}

#[test]
fn a_file_that_cannot_be_read_hides_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let (gbk, good) = (folder.path().join("gbk.txt"), folder.path().join("good.txt"));
    fs::write(&gbk, b"\xd0\xc2\xbd\xa8").unwrap();
    fs::write(&good, "新建公路35公里。").unwrap();
    let paths = [gbk.to_str().unwrap(), good.to_str().unwrap(), "/no/such/file"];
    let run = shushuo("en_US", &["extract", paths[0], paths[1], paths[2], "--format", "json"]);
    run.exits(2).says("gbk.txt: ").says("UTF-8").says("/no/such/file: ");
    assert_eq!(objects(&run.stdout).len(), 1);
}

#[test]
fn a_spreadsheet_gets_one_heading() {
    let site = Fixture::smallest();
    let seed = site.path().join("seeds/report.txt");
    let seed = seed.to_str().unwrap();
    let run = shushuo("en_US", &["extract", seed, seed, "--format", "csv"]);
    let lines: Vec<&str> = run.exits(0).stdout.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[0].starts_with("source,text,line,"), "{lines:?}");
    assert_eq!(
        lines[1],
        "report,256万人,1,7,1,12,quantity,2560000,person,,去年新增就业256万人，比上年多。,jobs"
    );
}
