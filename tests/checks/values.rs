//! What a figure's value, unit and reference say, held against what its quote says.

use shushuo::lang::Lang;
use shushuo::quantity::plain;

use crate::site::Town;

const ZH: &str = "content/jobs.zh.md";
const EN: &str = "content/jobs.en.md";

/// The town with one figure more, whose quote stands in the source.
fn figure(value: &str, quote: &str) -> Town {
    let entry =
        format!("figures:\n  more:\n    value: {value}\n    label: 又一个数\n    quote: {quote}\n");
    let source = format!("财政收入近90亿元，{quote}。");
    Town::new()
        .replace(ZH, "figures:\n", &entry)
        .replace(EN, "figures:\n", "figures:\n  more: { label: One more }\n")
        .replace("seeds/report.txt", "财政收入近90亿元，", &source)
}

#[test]
fn a_value_has_the_hedge_of_its_quote() {
    for (value, quote, found) in [
        ("近500亿元", "投资近500亿元", ""),
        ("500亿元", "投资500亿元", ""),
        ("20多万人", "培训20余万人", ""),
        ("约500亿元", "投资近500亿元", ""),
        ("超500亿元", "投资近500亿元", "error"),
        ("约500亿元", "投资500亿元", "error"),
        ("500亿元", "投资近500亿元", "warning"),
        ("20万人", "培训不到20万人", "warning"),
        ("46.5%", "覆盖率46.5%以上", "warning"),
    ] {
        let town = figure(value, quote);
        let told = format!("{found} value-not-in-quote {ZH} “{quote}”");
        let told = if found.is_empty() { Vec::new() } else { vec![told] };
        assert_eq!(town.findings(), told, "{value} of {quote}");
    }
    for (zh, en, times) in [
        ("投资近[[more]]。", "Investment was nearly [[more]].", 2),
        ("投资[[more]]。", "Investment was [[more]].", 0),
        ("投资近[[more|五百亿]]。", "Investment was nearly [[more|50 billion]].", 0),
    ] {
        let told = figure("近500亿元", "投资近500亿元").prose(zh, en).findings();
        assert_eq!(told.len(), times, "{zh}: {told:?}");
        assert!(told.iter().all(|one| one.starts_with("warning hedge-lost")), "{told:?}");
    }
    let dropped = figure("500亿元", "投资近500亿元");
    assert!(dropped.only_message(Lang::Zh).ends_with("照引文写：value: 近500亿元"));
}

#[test]
fn a_value_has_the_direction_of_its_quote() {
    for (value, quote, is_found) in [
        ("2.3%", "工业收入下降2.3%", false),
        ("下降2.3%", "工业收入下降2.3%", false),
        ("增长2.3%", "工业收入下降2.3%", true),
        ("下降2.3%", "工业收入增长2.3%", true),
        ("增长2.3%", "工业收入的2.3%", false),
    ] {
        let told = format!("error value-not-in-quote {ZH} “{quote}”");
        assert_eq!(figure(value, quote).findings().contains(&told), is_found, "{value} of {quote}");
    }
    let message = figure("增长2.3%", "工业收入下降2.3%").only_message(Lang::En);
    assert!(
        message.starts_with("the quote says that it went down; the value 增长2.3% that it went up")
    );
}

#[test]
fn a_unit_and_a_display_only_name_what_is_counted() {
    for (words, is_found) in [
        ("unit: { one: job, other: jobs }", false),
        ("unit: { one: meter, other: meters }", true),
        ("unit: { one: million people, other: million people }", true),
        ("unit: { one: US dollar, other: US dollars }", true),
        ("unit: percent", true),
        ("display: 2.56 million jobs", false),
        ("display: 2.56 million dollars", true),
    ] {
        let with = format!("{{ label: People newly in work, {words} }}");
        let town = Town::new().replace(EN, "{ label: People newly in work }", &with);
        let found = town.findings();
        assert_eq!(found.iter().any(|one| one.contains("invalid-value")), is_found, "{words}");
        assert_eq!(found.is_empty(), !is_found, "{words}: {found:?}");
    }
    let scaled = Town::new().replace(ZH, "value: 256万人", "value: 256万人\n    unit: 万人");
    assert_eq!(scaled.findings(), [format!("error invalid-value {ZH} “万人”")]);
    // Meters are also what is fitted in houses.
    let counted = figure("300个", "新装水表300个");
    let meters = "more: { label: One more, unit: { one: meter, other: meters } }";
    let counted = counted.replace(EN, "more: { label: One more }", meters);
    assert_eq!(counted.findings(), [""; 0]);
}

#[test]
fn a_reference_in_other_brackets_is_told_and_mended() {
    for written in ["【【jobs】】", "[[jobs]", "［［jobs］］"] {
        let town = Town::new().replace(ZH, "[[jobs]]", written);
        let told = format!("error unknown-figure {ZH} “{written}”");
        assert!(town.findings().contains(&told), "{written}: {:?}", town.findings());
    }
    let link = Town::new().prose("见[就业]（jobs.zh.md）。", "See [jobs](jobs.en.md).");
    let told = format!("error fullwidth-punctuation {ZH} “[就业]（jobs.zh.md）”");
    assert_eq!(link.findings(), [told]);
}

#[test]
fn a_share_per_thousand_counts_as_a_thousandth_in_formulas() {
    let derived = |show: &str| {
        let town = figure("1.5‰", "增长率为1.5‰");
        let entry = format!(
            "figures:\n  share:\n    derive: more * 2\n    show: {show}\n    label: 两倍\n"
        );
        let town = town.replace(ZH, "figures:\n", &entry);
        let compiled = town.replace(EN, "figures:\n", "figures:\n  share: { label: Twice }\n");
        let site = compiled.compile().site.expect("a site");
        let figure = &site.figures["share"];
        (figure.printed.zh.text.clone(), figure.derived.as_ref().map(|one| plain(one.result)))
    };
    assert_eq!(derived("‰ 1"), ("3.0‰".to_owned(), Some("0.003".to_owned())));
    assert_eq!(derived("percent 1"), ("0.3%".to_owned(), Some("0.003".to_owned())));
}
