//! Sites spoilt at random and mended: what is certain is mended, and nothing else changes.

use proptest::prelude::*;

use super::{Change, mend};
use crate::compile::{Options, compile};
use crate::lang::Lang;
use crate::quantity;

const FRONT: &str = "title: 阅读\nsummary: 一年的数字\nfigures:\n  readers:\n    value: 384万人\n    \
                     label: 新增读者\n    quote: 去年新增读者384万人，比上年多12.6%\n    headline: 1\n";
const BODY: &str =
    "\n去年：新增读者[[readers]]，比上年多12.6% 。  \n\ttitle：不是键\n— — —\n“引号\"\n";
const WORDS: &str = "---\ntitle: Reading\nsummary: A year\nfigures:\n  readers: { label: New readers }\n---\n\
                     In the past year [[readers]] took out cards, 12.6% more than before.\n";

/// What an editor does to a line of front matter.
#[derive(Debug, Clone, Copy)]
enum Slip {
    None,
    WideColon,
    NoSpace,
    WideSpace,
    Trailing,
    Deeper,
}

fn spoilt(line: &str, slip: Slip) -> String {
    match slip {
        Slip::None => line.to_owned(),
        Slip::WideColon => line.replacen(':', "：", 1),
        Slip::NoSpace => line.replacen(": ", ":", 1),
        Slip::WideSpace => line.replacen(": ", ":　", 1),
        Slip::Trailing => format!("{line}  "),
        Slip::Deeper if line.starts_with("    l") || line.starts_with("    q") => {
            format!("  {line}")
        }
        Slip::Deeper => line.to_owned(),
    }
}

fn site(original: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("site.yaml", "title: { zh: 一年, en: A year }\n"),
        ("seeds/report.txt", "去年新增读者384万人，比上年多12.6%。\n"),
        ("seeds/report.yaml", "title: { zh: 年报, en: Report }\nlanguage: zh\n"),
        ("content/reading.en.md", WORDS),
        ("content/reading.zh.md", original),
    ] {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn values(text: &str) -> Vec<String> {
    let scanned = text.lines().flat_map(|line| {
        let found = quantity::scan(line.trim(), Lang::Zh);
        found.into_iter().map(|mention| mention.quantity.value.to_string()).collect::<Vec<_>>()
    });
    scanned.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// However many slips a file has, its text and its numbers are the same afterwards, and the
    /// front matter is the one without slips.
    #[test]
    fn slips_are_mended_and_nothing_else(
        slips in proptest::collection::vec(
            prop_oneof![
                4 => Just(Slip::None), 1 => Just(Slip::WideColon), 1 => Just(Slip::NoSpace),
                1 => Just(Slip::WideSpace), 1 => Just(Slip::Trailing), 1 => Just(Slip::Deeper),
            ],
            8,
        ),
        is_closed in any::<bool>(),
        is_crlf in any::<bool>(),
        has_mark in any::<bool>(),
    ) {
        let lines: Vec<&str> = FRONT.lines().collect();
        let front: String =
            lines.iter().zip(&slips).map(|(line, slip)| spoilt(line, *slip) + "\n").collect();
        let rule = if is_closed { "---\n" } else { "" };
        let text = format!("---\n{front}{rule}{BODY}");
        let mut bytes = if has_mark { "\u{feff}".to_owned() } else { String::new() };
        bytes += &if is_crlf { text.replace('\n', "\r\n") } else { text.clone() };
        let folder = site(&bytes);
        let mended = mend(folder.path(), &Options::default());
        let change = mended.changes.iter().find(|change| change.path == "content/reading.zh.md");
        let after = change.map_or(text.clone(), |change| change.after.clone());
        prop_assert!(after.ends_with(BODY), "{after}");
        prop_assert_eq!(values(&text), values(&after));
        prop_assert_eq!(&after, &format!("---\n{FRONT}---\n{BODY}"));
        if let Some(change) = change {
            let new = String::from_utf8(change.onto(bytes.as_bytes()).unwrap()).unwrap();
            prop_assert_eq!(new.starts_with('\u{feff}'), has_mark);
            let body = if is_crlf { BODY.replace('\n', "\r\n") } else { BODY.to_owned() };
            prop_assert!(new.ends_with(&body));
            prop_assert_eq!(new.trim_start_matches('\u{feff}').replace("\r\n", "\n"), after);
        }
    }

    /// Whatever stands in a file, mending changes no word and no number of it.
    #[test]
    fn any_front_matter_keeps_its_words(
        lines in proptest::collection::vec(
            "( |\t|　){0,4}(title|value|x-1|标题|- )?(：|: |:|)(\"|“|'|)[a-z0-9万人亿.，:#-]{0,6}(\"|”|'|) ?",
            0..6,
        ),
    ) {
        let text = format!("---\ntitle: a\n{}\n---\n{BODY}", lines.join("\n"));
        let folder = site(&text);
        for change in mend(folder.path(), &Options::default()).changes {
            prop_assert!(change.after.ends_with(BODY), "{}", change.after);
            let before = change.before.clone().unwrap_or_default();
            prop_assert_eq!(values(&before), values(&change.after));
        }
    }
}

#[test]
fn a_missing_translation_is_begun() {
    let folder = site(&format!("---\n{FRONT}---\n{BODY}"));
    std::fs::remove_file(folder.path().join("content/reading.en.md")).unwrap();
    let changes = mend(folder.path(), &Options::default()).changes;
    let [Change { path, before: None, after }] = changes.as_slice() else { panic!("{changes:?}") };
    assert_eq!(path, "content/reading.en.md");
    assert_eq!(
        after,
        "---\ntitle: …\nsummary: …\nfigures:\n  # 384万人 · 新增读者\n  readers: { label: … }\n---\n\n…\n"
    );
    std::fs::write(folder.path().join(path), after).unwrap();
    let found = compile(folder.path(), &Options::default()).diagnostics;
    let codes: Vec<&str> = found.iter().map(|found| found.code.name()).collect();
    assert!(codes.iter().all(|code| *code == "words-missing"), "{codes:?}");
}

#[test]
fn a_file_that_changed_meanwhile_is_left_alone() {
    let change = Change {
        path: "content/a.zh.md".to_owned(),
        before: Some("a：b\n".to_owned()),
        after: "a: b\n".to_owned(),
    };
    assert_eq!(change.onto("a：b\n".as_bytes()).as_deref(), Some(&b"a: b\n"[..]));
    assert_eq!(change.onto("a：c\n".as_bytes()), None);
    assert_eq!(change.onto(b"\xff"), None);
}

/// Front matter with three figures, as `init` writes it.
const TOWN: &str = "title: 阅读\nsummary: 一年的数字\nfigures:\n  readers:\n    value: 384万人\n    \
                    label: 新增读者\n    quote: 去年新增读者384万人\n  growth:\n    value: 12.6%\n    \
                    label: 比上年多\n    quote: 新增读者384万人，比上年多12.6%\n  again:\n    value: 384万人\n    \
                    label: 去年新增读者\n    quote: 去年新增读者384万人，比上年多12.6%\n";

fn mended(front: &str) -> String {
    let text = format!("---\n{front}---\n正文\n");
    let changes = mend(site(&text).path(), &Options::default()).changes;
    let change = changes.into_iter().find(|change| change.path == "content/reading.zh.md");
    let after = change.map_or(text, |change| change.after);
    after.trim_start_matches("---\n").trim_end_matches("---\n正文\n").to_owned()
}

/// One slip of the pen each, whose mending is the line as it was.
#[test]
fn one_slip_is_mended_by_one_line() {
    for (right, wrong) in [
        ("  readers:", "\treaders:"),
        ("  readers:", "   readers:"),
        ("  readers:", " readers:"),
        ("  readers:", "readers:"),
        ("  growth:", "\tgrowth:"),
        ("  growth:", " growth:"),
        ("  growth:", "   growth:"),
        ("  growth:", "     growth:"),
        ("  again:", "      again:"),
        ("    value: 384", "     value: 384"),
        ("    value: 384", "\tvalue: 384"),
        ("    label: 比", "   label: 比"),
        ("figures:", "  figures:"),
        ("figures:", "figures"),
        ("label: 新增读者", "label 新增读者"),
        ("  readers:", "  readers"),
        ("  again:", "  again"),
        ("quote: 去年新增读者384万人", "quote: “去年新增读者384万人”"),
        ("title: 阅读", "title 阅读"),
    ] {
        let wrong = TOWN.replacen(right, wrong, 1);
        assert_ne!(wrong, TOWN);
        assert_eq!(mended(&wrong), TOWN, "{wrong}");
    }
}

#[test]
fn what_belongs_to_a_value_is_joined_to_it() {
    for (right, wrong, better) in [
        ("quote: 新增读者", "quote: \"新增读者", "quote: \"新增读者384万人，比上年多12.6%\""),
        ("quote: 新增读者", "quote: '新增读者", "quote: '新增读者384万人，比上年多12.6%'"),
        ("384万人，比上年多", "384万人，\n比上年多", "384万人，\n      比上年多12.6%"),
        ("384万人，比上年多", "384万人，\n    比上年多", "384万人，\n      比上年多12.6%"),
    ] {
        let text = TOWN.replacen(right, wrong, 1);
        assert!(mended(&text).contains(better), "{text}");
    }
}

#[test]
fn a_day_is_written_as_days_are() {
    for written in ["2024/2/3", "2024-2-3", "2024年2月3日", "\"2024.2.3\""] {
        let after = mended(&format!("date: {written}\n{TOWN}"));
        assert_eq!(after, format!("date: 2024-02-03\n{TOWN}"), "{written}");
    }
}

/// A translation often has its figures in braces.
#[test]
fn words_in_braces_are_mended_as_names_are() {
    for (right, wrong) in [
        ("  again: {", "   again: {"),
        ("  again: {", "     again: {"),
        ("    unit: {", "    unit {"),
        ("    unit: {", "     unit: {"),
    ] {
        let words = "title: Reading\nsummary: A year\nfigures:\n  readers:\n    label: New readers\n    \
                     unit: { one: reader, other: readers }\n  again: { label: The same }\n";
        let folder = site(&format!("---\n{TOWN}---\n正文\n"));
        let path = folder.path().join("content/reading.en.md");
        let spoilt = words.replacen(right, wrong, 1);
        std::fs::write(path, format!("---\n{spoilt}---\nText\n")).unwrap();
        let changes = mend(folder.path(), &Options::default()).changes;
        let [Change { after, .. }] = changes.as_slice() else { panic!("{wrong}: {changes:?}") };
        assert_eq!(*after, format!("---\n{words}---\nText\n"), "{wrong}");
    }
}

/// Whatever may have been meant is left to the author.
#[test]
fn what_has_two_meanings_is_left_alone() {
    for (right, wrong) in [
        ("quote: 新增读者", "quote: \"新增读者\""),
        ("label: 比上年多", "label = 比上年多"),
        ("title: 阅读", "title: 阅读\ndate: 3/2/2024"),
        ("title: 阅读", "title: 阅读\ndate: 2024-02-30"),
        ("label: 比上年多", "labels 比上年多"),
        ("    label: 比上年多", "      lable: 比上年多"),
        ("    label: 比上年多", "    label:\n比上年多"),
        ("summary: 一年的数字", "summary: Numbers of the\norder of the year"),
    ] {
        let wrong = TOWN.replacen(right, wrong, 1);
        assert_eq!(mended(&wrong), wrong);
    }
}
