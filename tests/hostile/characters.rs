//! Characters that mislead: invisible ones, those that turn the direction of writing, digits that
//! are not read, bytes that are no text.

use crate::bounded::check;
use crate::common::Fixture;

fn jobs(prose: &str) -> Fixture {
    let front = "---\ntitle: 就业\n---\n";
    Fixture::smallest()
        .file("content/x.zh.md", &format!("{front}{prose}\n"))
        .file("content/x.en.md", "---\ntitle: Jobs\n---\nIt is so.\n")
}

#[test]
fn text_that_reads_in_another_direction_is_an_error() {
    for letter in ['\u{202A}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2069}'] {
        let told = check(&jobs(&format!("收入{letter}增加。{letter}")));
        told.finds("a change of direction", &["hidden-character"]);
        assert!(told.told.contains(&format!("U+{:04X}", u32::from(letter))), "{}", told.told);
        assert!(told.told.contains("there are 2 of them"), "{}", told.told);
        assert!(told.told.contains("content/x.zh.md:4:3"), "{}", told.told);
        assert!(!told.told.contains(letter), "it is not printed");
    }
    let title = "title: { zh: \"小城\u{202E}\", en: Town }\nlanguages: [zh, en]\n";
    check(&Fixture::smallest().file("site.yaml", title)).finds("site.yaml", &["hidden-character"]);
    let source =
        Fixture::smallest().file("seeds/report.txt", "去年新增就业256万人，\u{202E}比上年多。\n");
    check(&source).finds("a source", &["hidden-character"]);
    let accepted = jobs("<!-- allow hidden-character: 阿拉伯文引文 -->\n收入\u{202E}增加。");
    check(&accepted).finds("with a reason", &[]);
}

#[test]
fn escapes_do_not_bring_them_in() {
    check(&jobs("收入&#x202E;增加。")).finds("an entity", &["hidden-character"]);
    let title = "---\ntitle: \"就业\\u202E\\u0000\"\n---\n";
    let told =
        check(&Fixture::smallest().file("content/x.zh.md", title).file("content/x.en.md", title));
    told.finds("an escape", &["hidden-character"]);
}

#[test]
fn control_characters_are_errors() {
    for letter in ["\0", "\u{1b}[A", "\u{7}", "\u{85}", "\u{FDD0}", "\u{FDD1}", "\u{FFFE}"] {
        let told = check(&jobs(&format!("收入{letter}增加。")));
        told.finds(&letter.escape_debug().to_string(), &["hidden-character"]);
        assert!(!told.told.contains('\u{1b}'), "the terminal is not steered");
    }
    let front = "---\ntitle: a\0b\n---\n";
    let told = check(&Fixture::smallest().file("content/x.zh.md", front));
    told.is_civil("NUL in front matter");
    assert_eq!(told.exit, Some(1));
}

#[test]
fn an_invisible_character_in_a_number_is_an_error() {
    for letter in ['\u{200B}', '\u{AD}', '\u{2060}', '\u{FEFF}', '\u{200F}'] {
        let told = check(&jobs(&format!("去年新增就业25{letter}6万人。")));
        assert!(told.codes().contains(&"hidden-character"), "{letter:?} {:?}", told.codes());
    }
    check(&jobs("字\u{200B}字，\u{FEFF}字，👩\u{200D}🌾。")).finds("elsewhere", &[]);
}

#[test]
fn a_number_in_digits_that_are_not_read_is_not_passed_over() {
    for digits in ["٢٥٦", "۲۵۶", "२५६", "𝟐𝟓𝟔", "𝟸𝟻𝟼", "2𝟓6", "1О0", "1O0", "½"]
    {
        let told = check(&jobs(&format!("去年新增就业{digits}万人。")));
        assert!(told.codes().contains(&"foreign-digits"), "{digits} {:?}", told.codes());
        assert_eq!(told.exit, Some(1), "{digits}");
        let source = format!("去年新增就业256万人，比上年多{digits}人。\n");
        let told = check(&Fixture::smallest().file("seeds/report.txt", &source));
        told.finds(digits, &["foreign-digits"]);
        assert_eq!(told.exit, Some(0), "a source stays as it was received");
    }
    let read = check(&jobs("去年新增就业２５６万人。"));
    read.finds("full-width digits are read", &["number-missing"]);
}

#[test]
fn bytes_that_are_no_text_are_named_in_every_kind_of_file() {
    for path in [
        "site.yaml",
        "content/jobs.zh.md",
        "seeds/report.txt",
        "seeds/report.yaml",
        "themes/default/templates/base.html",
        "themes/default/styles/main.scss",
    ] {
        let bytes = [b"title: a\n\xC3\x28\n", &[0xFF; 40][..]].concat();
        let told = check(&Fixture::smallest().bytes(path, &bytes));
        told.finds(path, &["not-utf8"]);
        assert!(told.told.contains("in line 2"), "{path}: {}", told.told);
    }
}
