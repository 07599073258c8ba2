//! Numbers that each language writes in its own way, and slips among them.

use shushuo::lang::Lang;

use crate::site::Town;
use crate::translations::hold;

#[test]
fn each_language_writes_numbers_its_own_way() {
    let cases = include_str!("manners.tsv").lines().filter(|line| !line.starts_with('#'));
    for line in cases {
        let (zh, en) = line.split_once('\t').expect("a tab");
        hold(&[(zh, en, &[])]);
    }
}

#[test]
fn slips_among_them_are_told() {
    hold(&[
        ("游客12亿人次。", "It had 120m visitors.", &["error number-scale @ “120m”"]),
        ("投资12亿元。", "Investment was 120m yuan.", &["error number-scale @ “120m yuan”"]),
        ("用水1.2亿立方米。", "Use was 1.2 bcm.", &["error number-scale @ “1.2 bcm”"]),
        ("每度12.5美元。", "It is 12.5 cents each.", &["error number-scale @ “12.5 cents”"]),
        ("下降0.5个百分点。", "It fell by half a percent.", &["error unit-changed @ “half”"]),
        (
            "气温8℃。",
            "It was 8 degrees Fahrenheit.",
            &["error unit-changed @ “8 degrees Fahrenheit”"],
        ),
        (
            "人口减半。",
            "The population doubled.",
            &["error number-missing @ “The population doubled.”"],
        ),
        (
            "罚款将提高到3000美元。",
            "Fines may be raised to up to $3,000.",
            &["error hedge-lost @ “$3,000”"],
        ),
        ("期限伍年。", "A term of six years.", &["error number-missing @ “six years”"]),
        (
            "新开12家门店，销售额同比增长5%。",
            "It opened new shops, and sales rose 5% from a year earlier.",
            &[
                "error number-missing @ “It opened new shops, and sales rose 5% from a year earlier.”",
            ],
        ),
        ("涨至每磅3.48美元。", "It rose to $3.48 per kilogram.", &["error unit-changed @ “$3.48”"]),
        ("下滑了24位。", "It slid to 24th.", &["error number-missing @ “It slid to 24th.”"]),
        ("来了三四十人。", "Some 340 people came.", &["error number-added @ “340 people”"]),
        (
            "来了三四十人。",
            "Some 300 to 400 people came.",
            &["error number-added @ “300”", "error number-added @ “400 people”"],
        ),
        (
            "气温零下8℃。",
            "It was 8 degrees.",
            &["error number-missing @ “It was 8 degrees.”", "error number-added @ “8 degrees”"],
        ),
        (
            "每五名员工就有一名技工。",
            "One in six staff is a technician.",
            &[
                "error number-added @ “One in six”",
                "error number-missing @ “One in six staff is a technician.”",
            ],
        ),
    ]);
}

#[test]
fn what_a_number_is_counted_on_is_told_in_words() {
    let town = Town::new()
        .replace("seeds/report.txt", "财政收入近90亿元", "年产10万吨")
        .prose("年产10万吨。", "It makes 100,000 tonnes a month.");
    assert_eq!(
        town.only_message(Lang::En).lines().next(),
        Some("the original says “年产” of 10万吨; the English says “a month” of 100,000 tonnes"),
    );
    assert_eq!(
        town.only_message(Lang::Zh).lines().next(),
        Some("原文的10万吨按“年产”计，英文的“100,000 tonnes”按“a month”计"),
    );
}
