//! Tables of texts and of the numbers that they hold.

use rust_decimal::Decimal;
use shushuo::lang::Lang;
use shushuo::quantity::{Hedge, Kind, Mention, plain, scan};

/// A mention as the tables write it.
fn written(text: &str, mention: &Mention) -> String {
    let quantity = &mention.quantity;
    let found = text[mention.range.clone()].replace('\n', "⏎");
    match quantity.kind {
        Kind::Date => return format!("date {found}"),
        Kind::Ordinal => return format!("ordinal {found}"),
        Kind::Name => return format!("name {found}"),
        _ => {}
    }
    let unit = quantity.unit.map_or(String::new(), |unit| format!(" {}", unit.id()));
    let hedge = match quantity.hedge {
        None => "",
        Some(Hedge::About) => " about",
        Some(Hedge::Nearly) => " nearly",
        Some(Hedge::Over) => " over",
        Some(Hedge::Under) => " under",
    };
    format!("{found} = {}{unit}{hedge}", value(mention))
}

/// The value; a fraction with the smallest denominator that gives it.
fn value(mention: &Mention) -> String {
    let value = mention.quantity.value;
    if mention.quantity.kind != Kind::Fraction {
        return plain(value);
    }
    let ratio = (2..=10_000_u32).find_map(|below| {
        let above = (value * Decimal::from(below)).round();
        (above / Decimal::from(below) == value).then(|| format!("{above}/{below}"))
    });
    ratio.unwrap_or_else(|| plain(value))
}

/// What is wrong with each line of a table.
fn failures(table: &str, lang: Lang) -> Vec<String> {
    let lines = table.lines().enumerate().filter(|(_, line)| !line.is_empty());
    let mut failures = Vec::new();
    for (index, line) in lines.filter(|(_, line)| !line.starts_with('#')) {
        let (text, expected) = line.split_once('\t').expect("a tab");
        let text = text.replace('⏎', "\n");
        let mentions = scan(&text, lang);
        let (data, other): (Vec<_>, Vec<_>) =
            mentions.iter().partition(|mention| mention.quantity.kind.is_data());
        let data: Vec<_> = data.into_iter().map(|mention| written(&text, mention)).collect();
        let other: Vec<_> = other.into_iter().map(|mention| written(&text, mention)).collect();
        let wanted: Vec<_> =
            expected.split("; ").filter(|it| *it != "-" && !it.is_empty()).collect();
        let is_other =
            |it: &&str| ["date ", "ordinal ", "name "].iter().any(|kind| it.starts_with(kind));
        let (wanted_other, wanted): (Vec<_>, Vec<_>) = wanted.into_iter().partition(is_other);
        let missing = wanted_other.iter().any(|it| !other.iter().any(|found| found == it));
        if data != wanted || missing {
            let found = [data, other].concat().join("; ");
            failures.push(format!("{}: {text}\n  wanted {expected}\n  found  {found}", index + 1));
        }
    }
    failures
}

fn holds(table: &str, lang: Lang, at_least: usize) {
    let cases = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).count();
    assert!(cases >= at_least, "only {cases} cases");
    let failures = failures(table, lang);
    assert!(failures.is_empty(), "{} of {cases} fail\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn chinese_cases() {
    holds(include_str!("zh.tsv"), Lang::Zh, 330);
}

#[test]
fn english_cases() {
    holds(include_str!("en.tsv"), Lang::En, 270);
}
