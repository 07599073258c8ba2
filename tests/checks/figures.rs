//! Figures and their sources.

use shushuo::lang::Lang;

use crate::site::Town;

const ZH: &str = "content/jobs.zh.md";

#[test]
fn a_quote_that_is_not_in_its_source_is_shown_beside_the_nearest_passage() {
    let town = Town::new().replace(ZH, "quote: 去年新增就业256万人", "quote: 去年新增就业265万人");
    assert_eq!(town.findings(), ["error quote-not-found content/jobs.zh.md “去年新增就业265万人”"]);
    assert_eq!(
        town.only_message(Lang::En),
        "the quote does not stand in the source “report”\n\
         the nearest passage, in line 1, is: 去年新增就业[256]万人",
    );
    assert_eq!(
        town.only_message(Lang::Zh),
        "来源“report”里没有这句引文\n最接近的一处在第 1 行：去年新增就业[256]万人",
    );
    let compiled = town.compile();
    let label = compiled.diagnostics[0].labels[0].0;
    assert_eq!(&compiled.files.get(label.file).text()[label.range()], "256");
    let nowhere = Town::new().replace(ZH, "quote: 去年新增就业256万人", "quote: 粮食播种面积稳定");
    assert!(nowhere.only_message(Lang::En).contains("nothing in it comes near"));
}

#[test]
fn a_value_that_its_quote_does_not_hold_is_told() {
    let town = Town::new().replace(ZH, "quote: 去年新增就业256万人", "quote: 其中省外就业119万人");
    assert_eq!(
        town.findings(),
        ["error value-not-in-quote content/jobs.zh.md “其中省外就业119万人”"]
    );
    assert!(town.only_message(Lang::Zh).ends_with("引文里的数是：119万人"));
}

#[test]
fn a_quote_may_end_before_the_unit_and_not_inside_of_the_number() {
    for (quote, source, language, holds) in [
        ("去年新增就业256万", "去年新增就业256万人，比上年多。", "zh", true),
        ("去年新增就业25", "去年新增就业256万人，比上年多。", "zh", false),
        ("There were 2.56 million", "There were 2.56 million persons in work.", "en", true),
        ("There were 2.5", "There were 2.56 million persons in work.", "en", false),
    ] {
        let town = Town::new()
            .replace(ZH, "quote: 去年新增就业256万人", &format!("quote: {quote}"))
            .replace("seeds/report.txt", "去年新增就业256万人", source)
            .replace("seeds/report.yaml", "language: zh", &format!("language: {language}"));
        let told = format!("error value-not-in-quote content/jobs.zh.md “{quote}”");
        assert_eq!(town.findings().contains(&told), !holds, "{quote}: {:?}", town.findings());
        let site = town.compile().site.expect("a site");
        let quote = site.figures["jobs"].quote.as_ref().expect("a quote");
        assert_eq!(!quote.places.is_empty(), holds);
        for place in &quote.places {
            assert!(place.number.end <= place.quote.end, "{place:?}");
        }
    }
}

#[test]
fn a_quote_that_cannot_be_checked_is_a_warning() {
    let town = Town::new().without("seeds/report.txt").prose("没有数字。", "No numbers.");
    assert_eq!(
        town.findings(),
        ["warning quote-unchecked content/jobs.zh.md “去年新增就业256万人”"]
    );
}

#[test]
fn one_fact_with_two_values_is_told() {
    let twice = Town::new()
        .replace(ZH, "figures:\n", "figures:\n  jobs-abroad:\n    value: 119万人\n    label: 新增就业\n    quote: 其中省外就业119万人\n")
        .replace("content/jobs.en.md", "figures:\n", "figures:\n  jobs-abroad: { label: Away }\n");
    assert_eq!(twice.findings(), ["error figure-conflict content/jobs.zh.md “jobs”"]);
    let told_apart = twice.replace(
        ZH,
        "label: 新增就业\n    quote: 其中",
        "label: 省外新增就业\n    quote: 其中",
    );
    assert_eq!(told_apart.findings(), [""; 0]);
    let prose = Town::new().replace(ZH, "去年新增就业[[jobs]]", "新增就业119万人").replace(
        "content/jobs.en.md",
        "[[jobs]]",
        "1.19 million people",
    );
    assert_eq!(prose.findings(), ["error figure-conflict content/jobs.zh.md “119万人”"]);
}

#[test]
fn a_written_number_that_its_formula_does_not_give_is_told() {
    let derived = |value: &str| {
        let figures = format!(
            "figures:\n  away:\n    value: 119万人\n    label: 省外就业\n    quote: 其中省外就业119万人\n  \
             share:\n    derive: away / jobs\n    show: percent 1\n    value: {value}\n    label: 省外占比\n"
        );
        let words = "figures:\n  away: { label: Away }\n  share: { label: Share away }\n";
        Town::new().replace(ZH, "figures:\n", &figures).replace(
            "content/jobs.en.md",
            "figures:\n",
            words,
        )
    };
    assert_eq!(derived("46.5%").findings(), [""; 0]);
    assert_eq!(derived("46%").findings(), [""; 0]);
    assert_eq!(derived("56.5%").findings(), ["error derived-mismatch content/jobs.zh.md “56.5%”",]);
}

#[test]
fn a_number_that_no_source_has_is_told_and_small_counts_are_not() {
    let town = |zh: &str| Town::new().prose(zh, "Text.");
    let off = "title: A\nlanguages: [zh, en]\nchecks: { number-missing: off, hedge-lost: off }\n";
    let found = |zh: &str| town(zh).file("site.yaml", off).findings();
    assert_eq!(found("财政收入95亿元。"), ["warning number-unsourced content/jobs.zh.md “95亿元”"]);
    assert_eq!(found("2022年的3件事，其中两件已经办完，第5件没有。"), [""; 0]);
    assert_eq!(found("财政收入将近90亿元，提高2.3个百分点。"), [""; 0]);
    // The source has 近90亿元 and 增长8%.
    let told = |words: &str| [format!("warning number-unsourced content/jobs.zh.md “{words}”")];
    assert_eq!(found("财政收入超过90亿元。"), told("90亿元"));
    assert_eq!(found("财政收入下降8%。"), told("8%"));
    assert_eq!(found("财政收入约90亿元，比上年多8%。"), [""; 0]);
}

#[test]
fn a_form_that_misleads_is_told_with_those_that_do_not() {
    let town = Town::new().replace(ZH, "value: 256万人", "value: 256万人\n    form: ring");
    assert_eq!(town.findings(), ["error form-unsuited content/jobs.zh.md “ring”"]);
    assert!(town.only_message(Lang::En).contains("these forms suit it: numeral"));
    for (form, why) in [
        ("waffle", "a waffle is for a share between 0 and 100%"),
        ("ladder", "a ladder is for whole counts above zero"),
        ("timeline", "whose periods name different dates"),
    ] {
        let town = town.clone().replace(ZH, "form: ring", &format!("form: {form}"));
        let message = town.only_message(Lang::En);
        assert!(message.contains("these forms suit it: numeral\n"), "{message}");
        assert!(message.contains(why), "{message}");
    }
}

#[test]
fn companions_and_their_periods_decide_which_forms_suit() {
    let away = "    form: FORM\n    with: [away]\n    period: 2022年\n  away:\n    value: 119万人\n    \
                label: 省外就业\n    quote: 其中省外就业119万人\n    period: 2021年\n---";
    let town = Town::new().replace(ZH, "---\n去年", &format!("{away}\n去年")).replace(
        "content/jobs.en.md",
        "{ label: People newly in work }",
        "{ label: People newly in work, period: \"2022\" }\n  away: { label: Away, period: \"2021\" }",
    );
    for form in ["bars", "parts", "ladder", "timeline"] {
        assert_eq!(town.clone().replace(ZH, "FORM", form).findings(), [""; 0], "{form}");
    }
    let waffle = town.clone().replace(ZH, "FORM", "waffle");
    let suitable = "numeral, bars, parts, ladder, timeline";
    assert!(waffle.only_message(Lang::En).contains(&format!("suit it: {suitable}\n")));
    let undated = town.replace(ZH, "FORM", "timeline").replace(ZH, "2021年", "上一个时期");
    assert_eq!(undated.findings(), [""; 0], "the translation names the date");
    let undated = undated.replace("content/jobs.en.md", "2021", "The term before");
    let message = undated.only_message(Lang::Zh);
    assert!(message.contains("适合它的形式：numeral、bars、parts、ladder\n"), "{message}");
    assert!(message.contains("period 写明不同日期"), "{message}");
}

#[test]
fn a_figure_may_accept_what_concerns_it() {
    let wrong = Town::new().replace(ZH, "quote: 去年新增就业256万人", "quote: 去年新增就业265万人");
    let accepted = wrong.replace(
        ZH,
        "    label: 新增就业\n",
        "    label: 新增就业\n    allow: { quote-not-found: 试验 }\n",
    );
    assert_eq!(accepted.findings(), [""; 0]);
    assert_eq!(accepted.compile().report.summary.waived, 1);
    let in_words = Town::new()
        .replace(ZH, "label: 新增就业", "label: 新增就业\n    note: 含灵活就业")
        .replace(
            "content/jobs.en.md",
            "newly in work }",
            "newly in work, allow: { label-missing: a test } }",
        );
    assert_eq!(in_words.findings(), [""; 0]);
}
