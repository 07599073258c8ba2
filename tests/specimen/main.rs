//! A site of hard cases: every form, extreme values, labels and units of many words. Opened in a
//! browser it shows at one look what a change of the theme does to them.

use std::path::Path;

use shushuo::figure::Form;
use shushuo::render::OutputFile;
use shushuo::{Options, compile};

fn specimen() -> Vec<OutputFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specimen/site");
    let mut compilation = compile(&folder, &Options::default());
    let output = compilation.rendered(&Options::default());
    assert!(!output.is_empty(), "nothing was made: {:#?}", compilation.diagnostics);
    output
}

fn page(specimen: &[OutputFile], path: &str) -> String {
    let file = specimen.iter().find(|file| file.path == path);
    let file = file.unwrap_or_else(|| panic!("{path} was not made"));
    String::from_utf8(file.bytes.clone()).expect("pages are UTF-8")
}

#[test]
fn every_form_is_drawn_and_described_in_both_languages() {
    let specimen = specimen();
    for folder in ["", "en/"] {
        let html =
            ["a", "forms"].map(|name| page(&specimen, &format!("{folder}{name}.html"))).concat();
        let drawn = Form::ALL.into_iter().filter(|form| *form != Form::Numeral);
        for form in drawn.map(Form::name) {
            assert!(html.contains(&format!("<figure class=\"picture {form}")), "no {form}");
        }
        let pictures = html.matches("<figure class=\"picture").count();
        assert_eq!(
            html.matches("<figcaption>").count() - html.matches("class=\"quote\"").count(),
            pictures
        );
    }
}

/// The card of a figure on a page, as HTML.
fn card(specimen: &[OutputFile], path: &str, id: &str) -> String {
    let html = page(specimen, path);
    let start = html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no card {id}"));
    let length = html[start..].find("</article>").expect("the card ends");
    html[start..start + length].to_owned()
}

#[test]
fn a_picture_of_several_figures_is_a_table_with_their_numbers() {
    let specimen = specimen();
    for path in ["forms.html", "en/forms.html"] {
        for (id, rows) in [("rungs", 3), ("decades", 5), ("income", 4), ("spending", 4)] {
            let card = card(&specimen, path, id);
            assert_eq!(card.matches("<th scope=\"row\"").count(), rows, "{path}: {id}");
            assert!(!card.contains("class=\"companions\""), "{path}: {id} shows them twice");
        }
    }
}

#[test]
fn descriptions_are_made_from_the_data() {
    let specimen = specimen();
    for (id, zh, en) in [
        ("waffle-part", "每100份中占71.3份。一格是百分之一。", "71.3 of every 100. Each square is"),
        ("waffle-thirds", "即全部的三分之二。", "That is two thirds of the whole."),
        ("waffle-near", "即全部的近70%。", "That is nearly 70% of the whole."),
        ("rungs", "是上一级的3.56倍", "3.56\u{a0}times the one above"),
        ("rungs", "约为上一级的7.18倍", "about 7.18\u{a0}times the one above"),
        (
            "rungs",
            "最长的一条：美丽村庄，639个。",
            "The longest: Beautiful hamlets, 639\u{a0}hamlets.",
        ),
        (
            "decades",
            "长短不按比例：从3个到141178万人",
            "Not drawn to scale: from 3\u{a0}provinces to",
        ),
        ("income", "从2012年到2022年；轴上的距离与时间成比例", "From 2012 to 2022, from top to"),
        ("spending", "从2012年到2022年；线段的长短", "From 2012 to 2022, from top to bottom; each"),
    ] {
        let chinese = card(&specimen, "forms.html", id);
        let english = card(&specimen, "en/forms.html", id);
        assert!(chinese.contains(zh), "{zh}\n{chinese}");
        assert!(english.contains(en), "{en}\n{english}");
    }
}

#[test]
fn lengths_over_many_decades_are_lines_and_not_bars() {
    let specimen = specimen();
    assert!(card(&specimen, "forms.html", "rungs").contains("height=\"100%\""));
    assert!(!card(&specimen, "forms.html", "decades").contains("height=\"100%\""));
}

#[test]
fn no_number_loses_or_gains_a_digit() {
    let specimen = specimen();
    let chinese = page(&specimen, "a.html");
    let english = page(&specimen, "en/a.html");
    for (zh, en) in [
        ("title=\"121,020.7\u{a0}billion yuan\"", "title=\"1210207亿元\""),
        ("每100份中占33.3333份。", "33.3333 of every 100."),
        ("每100份中占0.01份。", "0.01 of every 100."),
        ("以此前为100，2022年为350。", "The level before counts as 100, 2022 as 350."),
        ("以此前为100，2022年为0。", "The level before counts as 100, 2022 as 0."),
        ("1993年至2022年", "1993 to 2022"),
    ] {
        assert!(chinese.contains(zh), "{zh}");
        assert!(english.contains(en), "{en}");
    }
}

#[test]
fn a_run_of_years_without_a_last_year_is_counted_instead_of_named() {
    let html = page(&specimen(), "en/a.html");
    assert!(html.contains("<span>1</span>") && html.contains("<span>2</span>"));
}

#[test]
fn the_hedge_stands_where_the_language_has_it() {
    let specimen = specimen();
    assert!(
        page(&specimen, "a.html")
            .contains("<span class=\"hedge\">近</span><span class=\"digits\">90</span>")
    );
    let english = page(&specimen, "en/a.html");
    assert!(
        english
            .contains("<span class=\"hedge\">nearly\u{a0}</span><span class=\"digits\">9</span>")
    );
}

#[test]
fn a_unit_of_many_words_stands_below_its_number() {
    let html = page(&specimen(), "en/a.html");
    let start = html.find("id=\"unit\"").expect("the card is there");
    assert!(html[start..].find("stacked").is_some_and(|place| place < 300));
}
