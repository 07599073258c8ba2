//! Numbers, figures and quotes without end.

use crate::bounded::{check, promptly, run};
use crate::common::Fixture;
use crate::inputs::{FRONT, body, figures, filling, page};
use crate::is_long;

#[test]
fn as_many_figures_as_a_page_holds_are_read() {
    let count = if is_long() { 20_000 } else { 2_000 };
    let text = figures(count);
    let words: String = (0..count).map(|n| format!("  f{n}: {{label: x{n}}}\n")).collect();
    let site = Fixture::smallest()
        .file("content/x.zh.md", &text)
        .file("content/x.en.md", &format!("---\ntitle: a\nfigures:\n{words}---\n"));
    check(&site).finds("many figures", &[]);
}

#[test]
fn figures_made_from_figures_are_computed_in_one_go() {
    let count = if is_long() { 20_000 } else { 2_000 };
    let line =
        |n: usize| format!("  f{n}: {{derive: f{} / one, label: 甲{n}, show: 人 0}}\n", n + 1);
    let chain: String = (0..count).map(line).collect();
    let words: String = (0..count).map(|n| format!("  f{n}: {{label: x{n}}}\n")).collect();
    let quoted = "{value: 256万人, label: 甲, quote: 去年新增就业256万人}";
    let one = "{derive: jobs / jobs, label: 一, show: times 0}";
    let last = format!("  f{count}: {quoted}\n  one: {one}\n");
    let site = Fixture::smallest()
        .file("content/x.zh.md", &format!("---\ntitle: a\nfigures:\n{chain}{last}---\n"))
        .file(
            "content/x.en.md",
            &format!("---\ntitle: a\nfigures:\n{words}  f{count}: {{label: z}}\n  one: {{label: o}}\n---\n"),
        );
    check(&site).is_civil("a chain of formulas");
    let formulas = ["(", "-", "1 + "].map(|piece| [100_000, 480].map(|times| piece.repeat(times)));
    for formula in formulas.concat() {
        let text =
            format!("---\ntitle: a\nfigures:\n  f: {{derive: \"{formula}\", label: a}}\n---\n");
        let told = page(&text);
        told.is_civil("a long formula");
        assert_eq!(told.exit, Some(1));
    }
}

#[test]
fn a_long_line_of_numbers_is_told_in_short() {
    let told = body(&filling("1234 "));
    told.finds("numbers", &["number-unsourced"]);
    assert!(told.told.contains("more like these in this file"), "{}", &told.told[..2000]);
    for piece in [
        "[[nobody]] ",
        "[a](nowhere.md) ",
        "百分之",
        "1-",
        "1、",
        "1,000",
        "九千",
        "半",
        "million ",
    ] {
        body(&filling(piece)).is_civil(piece);
    }
    body(&filling("1")).is_civil("one long number");
    body(&filling("九千")).is_civil("one long number in words");
}

#[test]
fn quotes_that_begin_alike_are_found_in_one_pass() {
    let (source, quote) = ("去年新增就业256万人".repeat(5_000), "去年新增就业256万人");
    let line = |n: usize| {
        format!("  f{n}: {{value: 256万人, label: 甲{n}, quote: {}}}\n", quote.repeat(n + 1))
    };
    let lines: String = (0..150).map(line).collect();
    let site = Fixture::smallest()
        .file("seeds/report.txt", &source)
        .file("content/x.zh.md", &format!("---\ntitle: a\nfigures:\n{lines}---\n"));
    let told = check(&site);
    told.is_civil("quotes that begin alike");
    assert!(!told.codes().contains(&"quote-not-found"), "{:?}", told.codes());

    let line =
        |n: usize| format!("  f{n}: {{value: 256万人, label: 甲{n}, quote: 前年{n}万人新增}}\n");
    let lines: String = (0..1_000).map(line).collect();
    let site = Fixture::smallest()
        .file("seeds/report.txt", &source)
        .file("content/x.zh.md", &format!("---\ntitle: a\nfigures:\n{lines}---\n"));
    let told = check(&site);
    told.is_civil("quotes that stand nowhere");
    assert!(told.codes().contains(&"quote-not-found"), "{:?}", told.codes());
}

#[test]
fn numbers_that_may_have_moved_are_looked_for_in_time() {
    let lines = |word: &str, from: usize, filler: &str| {
        let count = filling("1234567公里。\n\n").len() / 20;
        let numbers = (0..count).map(|n| format!("{}{word}\n\n", 100_000 + 7 * (n + from)));
        let others = filler.repeat(count);
        if from == 0 {
            numbers.collect::<String>() + &others
        } else {
            others + &numbers.collect::<String>()
        }
    };
    let zh = format!("{FRONT}{}", lines("公里。", 0, "没有数。\n\n"));
    let en = format!("{FRONT}{}", lines(" kilometres.", 1_000_000, "Words.\n\n"));
    check(&Fixture::smallest().file("content/x.zh.md", &zh).file("content/x.en.md", &en))
        .is_civil("numbers that moved nowhere");
}

#[test]
fn numerals_side_by_side_are_read_in_time() {
    let zh = format!("{FRONT}新增5人。{}。\n", filling("三四"));
    let en = format!("{FRONT}There were 7 and some.\n");
    check(&Fixture::smallest().file("content/x.zh.md", &zh).file("content/x.en.md", &en))
        .is_civil("numerals without end");
}

#[test]
fn a_quote_that_repeats_itself_is_looked_for_in_time() {
    // As long as quotes may be, in sources that almost have them again and again.
    let (ones, commas) = ("1，".repeat(990), "，1".repeat(990));
    for (source, value, quote) in [
        (format!("新增5人。{}2", filling("1，")), "9人", ones),
        (format!("1，286吨{}", filling("，1")), "1286吨", format!("1,286吨{commas}")),
    ] {
        let entry = format!("f1: {{value: {value}, label: 甲, quote: \"{quote}\"}}");
        let zh = format!("---\ntitle: a\nfigures:\n  {entry}\n---\n");
        let site = Fixture::smallest().file("seeds/report.txt", &source);
        check(&site.file("content/x.zh.md", &zh).file("content/x.en.md", FRONT)).is_civil(value);
    }
}

#[test]
fn a_number_put_in_again_and_again_is_read_in_time() {
    let figure = "f1: {value: 256万人, label: 甲, quote: 去年新增就业256万人}";
    for piece in ["[[f1]] ", "[[f1|3人]] ", "[[f1|甲]] "] {
        let text = piece.repeat(100_000);
        let zh = format!("---\ntitle: a\nfigures:\n  {figure}\n---\n{text}\n");
        let en = format!("---\ntitle: a\nfigures:\n  f1: {{label: a}}\n---\n{text}\n");
        let site = Fixture::smallest().file("content/x.zh.md", &zh).file("content/x.en.md", &en);
        promptly(piece, || check(&site)).is_civil(piece);
    }
}

#[test]
fn a_source_of_numbers_is_drafted_in_time() {
    let count = if is_long() { 30_000 } else { 10_000 };
    let lines = |line: fn(usize) -> String| (0..count).map(line).collect::<String>();
    for (case, text) in [
        ("a sentence each", lines(|n| format!("新增{n}家企业。\n"))),
        ("one sentence", lines(|n| format!("新增{}人，", n % 1_000))),
        ("one number", lines(|_| "5人\n".to_owned())),
        ("numbers in a row", lines(|n| format!("{n}人 "))),
    ] {
        let site = Fixture::smallest().file("seeds/other.txt", &text);
        let site = site.file("seeds/other.yaml", "title: {zh: 甲, en: a}\n");
        promptly(case, || run(site.path(), &["draft", "other", "--section", "x"])).is_civil(case);
        assert!(site.path().join("content/x.zh.md").exists(), "{case}");
    }
}
