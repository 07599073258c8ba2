//! A site of hard cases: every form, extreme values, labels and units of many words. Opened in a
//! browser it shows at one look what a change of the theme does to them.

use std::path::Path;

use shushuo::{Compilation, Options, compile};

fn specimen() -> Compilation {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specimen/site");
    compile(&folder, &Options { render: true, ..Options::default() })
}

fn page(specimen: &Compilation, path: &str) -> String {
    let file = specimen.output.iter().find(|file| file.path == path);
    let file = file.unwrap_or_else(|| panic!("{path} was not made: {:#?}", specimen.diagnostics));
    String::from_utf8(file.bytes.clone()).expect("pages are UTF-8")
}

#[test]
fn every_form_is_drawn_in_both_languages() {
    let specimen = specimen();
    for path in ["a.html", "en/a.html"] {
        let html = page(&specimen, path);
        for form in ["ring", "delta", "bars", "parts", "tally", "streak"] {
            assert!(html.contains(&format!("<figure class=\"picture {form}")), "{path}: no {form}");
        }
        let pictures = html.matches("<figure class=\"picture").count();
        assert_eq!(
            html.matches("<figcaption>").count() - html.matches("class=\"quote\"").count(),
            pictures
        );
    }
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
