//! Markdown in, HTML and blocks out; front matter in, findings out.

use super::markdown::{self, Options};
use super::{Body, FrontMatter, SlotKind};
use crate::diag::{Catalog, FileId, Sink};
use crate::lang::Lang;

fn body(text: &str, lang: Lang) -> (Body, Sink) {
    let mut sink = Sink::new();
    let options = Options { lang, raw_html: false, taken_ids: &["jobs"] };
    let body = markdown::parse(FileId(0), text, 0, &options, &mut sink);
    (body, sink)
}

fn html(text: &str) -> String {
    let (body, sink) = body(text, Lang::Zh);
    assert_eq!(sink.diagnostics(), []);
    body.html.trim_end().to_owned()
}

/// The codes found in front matter, each with the text it points at.
fn found(text: &str, is_original: bool) -> Vec<(String, String)> {
    let mut sink = Sink::new();
    FrontMatter::parse(FileId(0), text, is_original, &mut sink);
    let catalog = Catalog::embedded();
    let found = sink.into_sorted();
    for diagnostic in &found {
        for lang in Lang::ALL {
            assert!(catalog.pattern(diagnostic.message.id(), lang).is_some(), "{diagnostic:?}");
        }
    }
    found
        .iter()
        .map(|diagnostic| {
            let span = diagnostic.span.unwrap();
            (diagnostic.code.name().to_owned(), text[span.range()].to_owned())
        })
        .collect()
}

#[test]
fn a_line_break_between_chinese_characters_leaves_no_space() {
    assert_eq!(html("借阅\n教育"), "<p>借阅教育</p>");
    assert_eq!(html("报道，\n**全市**借阅"), "<p>报道，<strong>全市</strong>借阅</p>");
    assert_eq!(html("借阅“稳”\n教育"), "<p>借阅“稳”教育</p>");
    assert_eq!(html("jobs\nand schools"), "<p>jobs\nand schools</p>");
    assert_eq!(html("借阅\nGDP"), "<p>借阅\nGDP</p>");
}

#[test]
fn emphasis_works_beside_chinese_punctuation() {
    assert_eq!(html("**“三项服务”**动态"), "<p><strong>“三项服务”</strong>动态</p>");
    assert_eq!(html("坚持**“两个维护”**作为"), "<p>坚持<strong>“两个维护”</strong>作为</p>");
    assert_eq!(html("这是*（重点）*后面"), "<p>这是<em>（重点）</em>后面</p>");
    assert_eq!(html("2 * 3 * 4"), "<p>2 * 3 * 4</p>");
    assert_eq!(html("`**“a”**b`"), "<p><code>**“a”**b</code></p>");
}

#[test]
fn raw_html_is_text_and_comments_vanish() {
    assert_eq!(html("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    assert_eq!(html("a <b>c</b>"), "<p>a &lt;b&gt;c&lt;/b&gt;</p>");
    assert_eq!(html("<!-- a remark -->\n\n借阅"), "<p>借阅</p>");
}

#[test]
fn tables_lists_and_footnotes_are_written_without_styles() {
    let table = html("| 项目 | 数 |\n|---|--:|\n| 借阅 | 5 |\n");
    assert_eq!(
        table,
        "<div class=\"table\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">项目</th>\
         <th scope=\"col\" class=\"right\">数</th></tr></thead><tbody><tr><td>借阅</td>\
         <td class=\"right\">5</td></tr></tbody></table></div>"
    );
    assert_eq!(html("- [x] 完成"), "<ul>\n<li>☑ 完成</li>\n</ul>");
    assert!(html("见注[^1]\n\n[^1]: 说明").contains("id=\"footnote-1\""));
}

#[test]
fn figures_and_links_become_slots_at_their_places() {
    let (body, _) = body("借阅[[loans]]，见[表](table.md#a)和[[share|近一半]]。", Lang::Zh);
    assert_eq!(body.html, "<p>借阅，见<a href=\"\">表</a>和。</p>\n");
    let slots: Vec<(&str, &SlotKind)> =
        body.slots.iter().map(|slot| (&body.html[slot.at..], &slot.kind)).collect();
    let figure = |id: &str, words: Option<&str>| SlotKind::Figure {
        id: id.to_owned(),
        words: words.map(str::to_owned),
    };
    assert!(slots[0].0.starts_with("，见") && *slots[0].1 == figure("loans", None));
    assert!(slots[1].0.starts_with("\">表"));
    assert_eq!(*slots[1].1, SlotKind::Address("table.md#a".to_owned()));
    assert_eq!(*slots[2].1, figure("share", Some("近一半")));
}

#[test]
fn blocks_know_where_their_text_was_written() {
    let text = "# 公园\n\n借阅**“稳”**了\n125万人。\n\n- 甲\n- 乙";
    let (body, _) = body(text, Lang::Zh);
    let texts: Vec<&str> = body.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["公园", "借阅“稳”了 125万人。", "甲", "乙"]);
    let block = &body.blocks[1];
    let place = block.text.find("125万").unwrap();
    let span = block.origin(place..place + "125万".len());
    assert_eq!(&text[span.range()], "125万");
}

#[test]
fn every_top_level_element_is_a_chunk() {
    let (body, _) = body("甲\n\n- 乙\n\n---\n\n```\n丙\n```\n\n丁", Lang::Zh);
    assert_eq!(body.chunks.len(), 5);
    let text = "甲\n\n- 乙\n\n---\n\n```\n丙\n```\n\n丁";
    let written: Vec<&str> = body.places.iter().map(|place| text[place.range()].trim()).collect();
    assert_eq!(written, ["甲", "- 乙", "---", "```\n丙\n```", "丁"]);
    assert_eq!(body.chunks.first().unwrap().start, 0);
    assert_eq!(body.chunks.last().unwrap().end, body.html.len());
}

#[test]
fn waivers_hold_for_the_next_element() {
    let text = "<!-- allow number-unsourced: 常识 -->\n\n一年365天。\n\n另一段。";
    let (body, sink) = body(text, Lang::Zh);
    assert_eq!(sink.diagnostics(), []);
    let [waiver] = body.waivers.as_slice() else { panic!("{:?}", body.waivers) };
    assert_eq!(waiver.reason, "常识");
    let holds = |index: usize| waiver.scope.range().contains(&body.blocks[index].span.start());
    assert!(holds(0) && !holds(1), "{:?} {:?}", waiver.scope, body.blocks);
}

#[test]
fn links_to_scripts_and_images_elsewhere_are_refused() {
    for (text, code) in [
        ("[a](javascript:alert(1))", "broken-link"),
        ("[a](JaVaScRiPt:alert(1))", "broken-link"),
        ("[a](data:text/html,x)", "broken-link"),
        ("[a](//example.org)", "broken-link"),
        ("![a](https://example.org/a.png)", "missing-file"),
        ("![](a.png)", "missing-description"),
        ("<!-- allow number-unsourced -->\n\na", "invalid-value"),
        ("<!-- allow numbr-unsourced: x -->\n\na", "invalid-value"),
    ] {
        let (body, sink) = body(text, Lang::En);
        let codes: Vec<&str> = sink.diagnostics().iter().map(|found| found.code.name()).collect();
        assert_eq!(codes, [code], "{text}");
        assert!(!body.html.to_lowercase().contains("script:"), "{text}");
    }
}

#[test]
fn front_matter_reports_every_mistake_with_its_place() {
    let text = "---\ntitle: 公园\nsumary: x\norder: ten\nfigures:\n  jobs:\n    vaule: 5个\n    label: 借阅\n---\n";
    assert_eq!(
        found(text, true),
        [
            ("unknown-key".to_owned(), "sumary".to_owned()),
            ("wrong-type".to_owned(), "ten".to_owned()),
            ("unknown-key".to_owned(), "vaule".to_owned()),
        ]
    );
}

#[test]
fn a_translation_may_only_give_words() {
    let text = "---\ntitle: Jobs\nfigures:\n  jobs: { label: Jobs, value: 5 }\n---\n";
    assert_eq!(found(text, false), [("unknown-key".to_owned(), "value".to_owned())]);
}

#[test]
fn what_editors_type_is_named_and_mended() {
    for (yaml, code, place) in [
        ("title：公园\nsummary: x", "fullwidth-punctuation", "："),
        (
            "title: a\nfigures:\n  jobs:\n    label：借阅\n    value: 5个",
            "fullwidth-punctuation",
            "：",
        ),
        ("title: 小城: 2022", "yaml-syntax", ":"),
        ("title: a\n\tsummary: b", "yaml-syntax", "\t"),
        ("title: \"公园\nsummary: x", "yaml-syntax", "\""),
        ("title: \"公园”\nsummary: x", "fullwidth-punctuation", "\""),
        ("title: a\ntitle: b", "duplicate-key", "title"),
        ("title:公园\nsummary: x", "yaml-syntax", ":"),
        ("title: @home", "yaml-syntax", "@"),
    ] {
        let text = format!("---\n{yaml}\n---\n");
        assert_eq!(found(&text, true), [(code.to_owned(), place.to_owned())], "{yaml}");
    }
}

#[test]
fn front_matter_must_be_there_and_closed() {
    for text in ["", "# 公园", "---\ntitle: a\n"] {
        let codes: Vec<String> = found(text, true).into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, ["front-matter-missing"], "{text:?}");
    }
}

#[test]
fn decimals_keep_their_digits() {
    let text = "---\ntitle: a\nfigures:\n  x: { value: 7.40, label: l, quote: q }\n---\n正文";
    let mut sink = Sink::new();
    let (front, start) = FrontMatter::parse(FileId(0), text, true, &mut sink).unwrap();
    assert_eq!(front.figures[0].value.as_ref().unwrap().value, "7.40");
    assert_eq!(&text[start..], "正文");
}

#[test]
fn lines_of_chinese_in_front_matter_are_joined_without_spaces() {
    let text = "---\ntitle: a\nsummary: >-\n  借阅，\n  教育“稳”\n  and jobs\n  too\n---\n";
    let (front, _) = FrontMatter::parse(FileId(0), text, true, &mut Sink::new()).unwrap();
    assert_eq!(front.summary.unwrap().value, "借阅，教育“稳” and jobs too");
}
