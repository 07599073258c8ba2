//! Printed reports, seen in fixed-width cells.

use unicode_width::UnicodeWidthStr;

use shushuo::check::Summary;
use shushuo::diag::{Code, Diagnostic, FileId, Severity, Span, Text};
use shushuo::lang::Lang;
use shushuo::source::{Contents, File, Files};
use shushuo::text;

use super::*;
use crate::cli::words::Words;

/// A site with one file, and the span of `marked` in it.
fn site(text: &str, marked: &str) -> (Files, Span) {
    let files = Files::new(vec![file("content/a.zh.md", text)]);
    let start = text.find(marked).expect("the marked words stand in the text");
    (files, Span::new(FileId(0), start..start + marked.len()))
}

fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), contents: Contents::Text(text.to_owned()) }
}

fn plain(words: &str) -> Text {
    text!("cause-other", words = words)
}

fn wrong(span: Span) -> Diagnostic {
    Diagnostic::new(Code::NumberScale, span, plain("大了十倍"))
}

/// What is printed in Chinese, without colour, `width` cells wide.
fn printed(diagnostics: &[Diagnostic], files: &Files, width: usize) -> String {
    let styled = super::text(diagnostics, files, &Words::new(Lang::Zh), width);
    anstream::adapter::strip_str(&styled).to_string()
}

/// The words that the carets of the first marked line stand under.
fn under_carets(printed: &str) -> String {
    let lines: Vec<&str> = printed.lines().collect();
    let at = lines.iter().position(|line| line.contains('^')).expect("a line has carets");
    let first = lines[at][..lines[at].find('^').unwrap()].width();
    let last = lines[at][..lines[at].rfind('^').unwrap() + 1].width();
    let mut cell = 0;
    let mut marked = String::new();
    for character in lines[at - 1].chars() {
        if (first..last).contains(&cell) {
            marked.push(character);
        }
        cell += character.to_string().width();
    }
    marked
}

#[test]
fn a_mistake_in_a_chinese_line() {
    let (files, span) = site("---\n标题\n全年投资90亿元，增长8%。\n", "90亿元");
    let diagnostic = wrong(span).hint(plain("改成 9 billion")).hint(plain("或者删去"));
    assert_eq!(
        printed(&[diagnostic], &files, 80),
        "\
错误[number-scale]: 大了十倍
 --> content/a.zh.md:3:5
  |
3 | 全年投资90亿元，增长8%。
  |         ^^^^^^
  |
  = 提示: 改成 9 billion
  = 提示: 或者删去

"
    );
}

#[test]
fn the_frame_speaks_english() {
    let (files, span) = site("invested 90 billion yuan", "90 billion");
    let mut diagnostic = wrong(span).hint(plain("write 9 billion"));
    diagnostic.severity = Severity::Warning;
    let styled = super::text(&[diagnostic], &files, &Words::new(Lang::En), 80);
    assert!(styled.contains('\u{1b}'), "coloured for a terminal");
    assert_eq!(
        anstream::adapter::strip_str(&styled).to_string(),
        "\
warning[number-scale]: 大了十倍
 --> content/a.zh.md:1:10
  |
1 | invested 90 billion yuan
  |          ^^^^^^^^^^
  |
  = help: write 9 billion

"
    );
}

#[test]
fn carets_stand_under_what_they_mark() {
    let long = "全年图书馆接待读者，其中少儿读者。".repeat(20);
    let lines = [
        "\t制表符\t90亿元 the end".to_owned(),
        "ＧＤＰ（全角）９０亿元 90亿元".to_owned(),
        "e\u{301}mojis 👩‍🌾 和 90亿元".to_owned(),
        "90亿元".to_owned(),
        format!("{long}90亿元{long}"),
        format!("x{long}90亿元{long}"),
        format!("{long}90亿元"),
        format!("90亿元{long}"),
        format!("{}90亿元{}", "plain words ".repeat(50), "and more ".repeat(50)),
    ];
    for line in &lines {
        let (files, span) = site(line, "90亿元");
        for width in [60, 79, 80, 100, 101] {
            let printed = printed(&[wrong(span)], &files, width);
            assert_eq!(under_carets(&printed), "90亿元", "{width} cells:\n{printed}");
            let column =
                line.chars().count() - line.split("90亿元").last().unwrap().chars().count() - 3;
            assert!(printed.contains(&format!(":1:{column}\n")), "column {column}:\n{printed}");
            let widest = printed.lines().map(UnicodeWidthStr::width).max().unwrap();
            assert!(widest <= width.max(60), "{widest} cells instead of {width}:\n{printed}");
        }
    }
}

#[test]
fn labels_point_to_other_lines_and_files() {
    let files = Files::new(vec![
        file("content/a.en.md", "one\ninvested 90 billion yuan\n"),
        file("content/a.zh.md", "一\n二\n投资90亿元\n"),
    ]);
    let original = Span::new(FileId(1), 14..22);
    let diagnostic = wrong(Span::new(FileId(0), 13..23))
        .label(original, plain("原文"))
        .label(Span::new(FileId(0), 0..3), plain("同一文件"));
    assert_eq!(
        printed(&[diagnostic], &files, 80),
        "\
错误[number-scale]: 大了十倍
 --> content/a.en.md:2:10
  |
1 | one
  | --- 同一文件
2 | invested 90 billion yuan
  |          ^^^^^^^^^^
  |
 ::: content/a.zh.md:3:3
  |
3 | 投资90亿元
  |     ------ 原文

"
    );
}

#[test]
fn places_without_words_are_shown_too() {
    let (files, _) = site("一二\n三四", "三四");
    let end = Diagnostic::new(Code::MissingKey, Span::new(FileId(0), 13..13), plain("到此为止"));
    let shown = printed(&[end], &files, 80);
    assert!(shown.contains(" --> content/a.zh.md:2:3\n"), "{shown}");
    assert!(shown.contains("2 | 三四\n  |     ^\n"), "{shown}");

    let beyond = Diagnostic::new(Code::MissingKey, Span::new(FileId(0), 99..120), plain("远"));
    assert!(printed(&[beyond], &files, 80).contains("2 | 三四\n  |     ^\n"));

    let inside = Diagnostic::new(Code::MissingKey, Span::new(FileId(0), 1..2), plain("半个字"));
    assert!(printed(&[inside], &files, 80).contains(":1:1\n"));
}

#[test]
fn an_empty_file_and_a_picture_are_named() {
    let picture = File { path: "content/b.png".into(), contents: Contents::Binary(vec![137, 0]) };
    let files = Files::new(vec![file("content/a.zh.md", ""), picture]);
    for (id, path) in [(0, "content/a.zh.md"), (1, "content/b.png")] {
        let diagnostic = wrong(Span::whole(FileId(id))).hint(plain("补上"));
        let shown = printed(&[diagnostic], &files, 80);
        assert!(shown.contains(&format!("--> {path}\n")), "{shown}");
        assert!(shown.contains("提示: 补上"), "{shown}");
    }
}

#[test]
fn what_has_no_place_is_printed_without() {
    let (files, span) = site("一", "一");
    let mut diagnostic = wrong(span);
    diagnostic.span = None;
    assert_eq!(printed(&[diagnostic], &files, 80), "错误[number-scale]: 大了十倍\n\n");
}

#[test]
fn several_lines_are_marked_at_the_side() {
    let (files, span) = site("零\n一二\n三四\n五六\n", "一二\n三四\n");
    let shown = printed(&[wrong(span)], &files, 80);
    assert!(shown.contains("2 | / 一二\n3 | | 三四\n  | |____^\n"), "{shown}");
    assert!(!shown.contains("五六"), "{shown}");
}

#[test]
fn an_endless_line_is_told_not_shown() {
    let endless = format!("{}90亿元{}", "长".repeat(3_000_000), "长".repeat(3_000_000));
    let (files, span) = site(&endless, "90亿元");
    let diagnostics = vec![wrong(span); 50];
    let shown = printed(&diagnostics, &files, 80);
    assert!(shown.contains("content/a.zh.md:1:3000001"), "{}", &shown[..200]);
    assert!(shown.contains("“90亿元”"), "{shown}");
    assert!(shown.len() < 20_000, "{} bytes", shown.len());
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let (files, span) = site("一\u{1b}[31m\u{202e}二\u{7}", "二");
    let diagnostic = wrong(span).hint(plain("\u{1b}[2J\u{202e}"));
    let shown = super::text(&[diagnostic], &files, &Words::new(Lang::Zh), 80);
    for bad in ["\u{1b}[31m\u{202e}", "\u{1b}[2J", "\u{202e}", "\u{7}"] {
        assert!(!shown.contains(bad), "{bad:?} in {shown:?}");
    }
}

#[test]
fn the_report_for_tools() {
    let (files, span) = site("---\n投资90亿元\n", "90亿元");
    let mut nowhere = wrong(span);
    nowhere.span = None;
    let diagnostics = [wrong(span).hint(plain("改成“9”")), nowhere];
    let printed = json(&diagnostics, &Summary::default(), &files, &Words::new(Lang::Zh));
    let report: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(
        report["diagnostics"][0],
        serde_json::json!({
            "code": "number-scale", "severity": "error", "message": "大了十倍",
            "file": "content/a.zh.md", "line": 2, "column": 3, "end_line": 2, "end_column": 7,
            "hints": ["改成“9”"], "fix": null,
        })
    );
    assert_eq!(report["diagnostics"][1]["file"], serde_json::Value::Null);
    assert_eq!(report["summary"]["quotes"]["not_found"], 0);
    assert_eq!(printed.lines().count(), 1, "one object, one line");
}

#[test]
fn the_report_for_pull_requests() {
    let (files, span) = site("a\n投资90亿元\n三四\n", "90亿元");
    let mut over = wrong(Span::new(FileId(0), span.start()..span.end() + 4));
    over.severity = Severity::Warning;
    let one = wrong(span).hint(plain("100%: 改,\r\n删"));
    assert_eq!(
        github(&[one, over], &files, "site,a/", &Words::new(Lang::Zh)),
        "::error file=site%2Ca/content/a.zh.md,line=2,endLine=2,col=3,endColumn=7,\
         title=number-scale::大了十倍%0A提示: 100%25: 改,%0D%0A删\n\
         ::warning file=site%2Ca/content/a.zh.md,line=2,endLine=3,title=number-scale::大了十倍\n"
    );
}

/// Two thousand findings with labels elsewhere, in files of a megabyte: each file is read once.
#[test]
fn many_findings_in_large_files_are_told_in_reasonable_time() {
    let line = "全年投资90亿元，增长8%，新增读者125万人。\n";
    let text = line.repeat(20_000);
    let files = Files::new(vec![file("content/a.en.md", &text), file("content/a.zh.md", &text)]);
    let diagnostics: Vec<Diagnostic> = (0..2_000)
        .map(|number| {
            let start = 10 * number * line.len();
            let label = Span::new(FileId(1), start..start + 6);
            wrong(Span::new(FileId(0), start + 12..start + 20)).label(label, plain("原文"))
        })
        .collect();
    let started = std::time::Instant::now();
    let report = json(&diagnostics, &Summary::default(), &files, &Words::new(Lang::En));
    assert!(report.contains("\"line\":19991,\"column\":5"), "the last one is placed");
    let shown = printed(&diagnostics, &files, 80);
    assert!(shown.contains("content/a.zh.md:19991:1\n"));
    // Read anew for each finding, they would take many minutes.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

#[test]
fn what_is_found_many_times_in_a_file_is_told_once() {
    let text = "甲\n乙\n乙\n丙\n乙\n乙\n";
    let (files, _) = site(text, "甲");
    let places: Vec<usize> = text.match_indices('乙').map(|(at, _)| at).collect();
    let all: Vec<Diagnostic> =
        places.iter().map(|at| wrong(Span::new(FileId(0), *at..*at + 3))).collect();
    let three = printed(&all[..3], &files, 80);
    assert_eq!(three.matches("大了十倍").count(), 3, "{three}");
    let four = printed(&all, &files, 80);
    assert_eq!(four.matches("大了十倍").count(), 1, "{four}");
    assert!(four.contains("还有 3 处同样的情况，第 3, 5–6 行"), "{four}");
    let other = wrong(all[3].span.expect("it has a place")).hint(plain("别的"));
    let mixed = printed(&[all[..3].to_vec(), vec![other]].concat(), &files, 80);
    assert_eq!(mixed.matches("大了十倍").count(), 4, "{mixed}");
}
