//! Original and translation compared.

use shushuo::lang::Lang;

use crate::site::Town;

/// What is found in a second paragraph, for each pair of it.
pub(crate) fn hold(cases: &[(&str, &str, &[&str])]) {
    for (zh, en, expected) in cases {
        let source = format!("去年新增就业256万人。\n{zh}\n");
        let town = Town::new().file("seeds/report.txt", &source).prose(zh, en);
        let expected: Vec<String> =
            expected.iter().map(|found| found.replace('@', "content/jobs.en.md")).collect();
        assert_eq!(town.findings(), expected, "{zh} {en}");
    }
}

#[test]
fn a_number_of_another_scale_is_told() {
    hold(&[
        (
            "投资90亿元。",
            "Investment was 90 billion yuan.",
            &["error number-scale @ “90 billion yuan”"],
        ),
        ("共3185个问题。", "There were 31,850 problems.", &["error number-scale @ “31,850”"]),
        ("投资90亿元。", "Investment was 9 billion yuan.", &[]),
    ]);
    let town = Town::new()
        .replace("seeds/report.txt", "财政收入近", "财政收入")
        .prose("财政收入90亿元。", "Revenue came to 90 billion yuan.");
    assert_eq!(
        town.only_message(Lang::En).lines().next(),
        Some("90亿元 is 9\u{a0}billion yuan; the English says 90 billion yuan (10 times as much)"),
    );
    assert_eq!(
        town.only_message(Lang::Zh).lines().next(),
        Some("90亿元即 9\u{a0}billion yuan，英文却写作“90 billion yuan”（是原文的10倍）"),
    );
}

#[test]
fn a_number_that_is_lost_invented_or_wrong_is_told() {
    hold(&[
        (
            "投资90亿元，增长8%。",
            "Investment was 9 billion yuan.",
            &["error number-missing @ “Investment was 9 billion yuan.”"],
        ),
        (
            "投资90亿元。",
            "Investment was 9 billion yuan, up 8 percent.",
            &["error number-added @ “8 percent”"],
        ),
        (
            "投资90亿元。",
            "Investment was 8 billion yuan.",
            &["error number-missing @ “8 billion yuan”"],
        ),
    ]);
}

#[test]
fn what_a_good_translator_does_is_left_alone() {
    hold(&[
        ("三分之二的企业增长一倍。", "Two thirds of the companies doubled.", &[]),
        ("双方签署3项协议。", "The two sides signed three agreements.", &[]),
        ("从15.2%下降到10.6%。", "It fell to 10.6 percent from 15.2 percent.", &[]),
        ("全市119个村中有25个示范村。", "The city has 25 model villages among its 119.", &[]),
        ("来了十几家媒体。", "More than a dozen newspapers came.", &[]),
        (
            "用电量增长一成以上。服务业占比12.3%。",
            "Power use rose by more than 10 percent. The share of services was 12.3 percent.",
            &[],
        ),
        ("三年来产量增加到1.37万亿斤。", "Output rose over three years to 1.37 trillion jin.", &[]),
        ("连续十年增长。", "It has grown for a decade.", &[]),
        ("引进企业26家、资金26亿元。", "It drew in 26 companies with 2.6 billion yuan.", &[]),
        ("收入256万元。", "Income was about 2.6 million yuan.", &[]),
        ("产值下降2.3%。", "Output changed as expected (-2.3%).", &[]),
        ("自然增长率1.52‰。", "The natural growth rate was 0.152%.", &[]),
        ("项目用了3年。", "The project took three years.", &[]),
        ("三年来建成三个项目。", "It built three projects in three years.", &[]),
    ]);
}

#[test]
fn growth_by_a_multiple_is_one_more_than_the_multiple() {
    hold(&[
        ("产量增长2倍。", "Output tripled.", &[]),
        ("产量增长2倍。", "Output rose threefold.", &[]),
        ("产量增长3倍。", "Output is four times as high.", &[]),
        ("产量增长了近一倍。", "Output nearly doubled.", &[]),
        ("产量比上年高2倍。", "Output was three times as high as the year before.", &[]),
        ("产量增长到原来的3倍。", "Output tripled.", &[]),
        ("速度提高1.5倍。", "It is 2.5 times as fast.", &[]),
        ("是上年的1.5倍，增长2倍。", "It was 150% of the year before and rose by 200%.", &[]),
        ("产量增长50%。", "Output was 1.5 times as high.", &[]),
        ("产量增长约1.52倍。", "Output rose by about 150%.", &[]),
        ("产量增长2倍。", "Output doubled.", &["error number-missing @ “doubled”"]),
        (
            "产量比2020年增长两倍。",
            "Output was twice that of 2020.",
            &["error number-missing @ “twice”"],
        ),
        (
            "速度是原来的1.5倍。",
            "It is 2.5 times as fast.",
            &["error number-missing @ “2.5 times”"],
        ),
        (
            "产量是上年的1.5倍。",
            "Output was 50% of the year before.",
            &[
                "error number-missing @ “Output was 50% of the year before.”",
                "error number-added @ “50%”",
            ],
        ),
    ]);
}

#[test]
fn a_hedge_that_is_dropped_turned_or_invented_is_told() {
    hold(&[
        (
            "投资近90亿元。",
            "Investment was 9 billion yuan.",
            &["error hedge-lost @ “9 billion yuan”"],
        ),
        (
            "投资近90亿元。",
            "Investment was over 9 billion yuan.",
            &["error hedge-lost @ “9 billion yuan”"],
        ),
        (
            "投资90亿元。",
            "Investment was more than 9 billion yuan.",
            &["error hedge-lost @ “9 billion yuan”"],
        ),
        ("投资90亿元以上。", "Investment was more than 9 billion yuan.", &[]),
        ("共1000余人。", "There were some 1,000 people.", &[]),
    ]);
    let town = Town::new().prose("财政收入近90亿元。", "Revenue came to 9 billion yuan.");
    assert_eq!(
        town.only_message(Lang::En).lines().next(),
        Some("the original says “nearly” of 90亿元; the English says 9 billion yuan without it"),
    );
}

#[test]
fn a_unit_that_changed_is_told_and_a_conversion_is_named_so() {
    hold(&[
        ("提高2.3个百分点。", "It rose by 2.3 percent.", &["error unit-changed @ “2.3 percent”"]),
        ("投资90亿元。", "Investment was US$9 billion.", &["error unit-changed @ “US$9 billion”"]),
        ("产量500吨。", "Output was 500 kilograms.", &["error unit-changed @ “500 kilograms”"]),
        ("种植800亩。", "It covers 800 hectares.", &["error unit-changed @ “800 hectares”"]),
        (
            "产量300万斤。",
            "Output was 1,500 tonnes.",
            &["warning number-converted @ “1,500 tonnes”"],
        ),
        (
            "自然增长率1.52‰。",
            "The natural growth rate was 1.52%.",
            &["error unit-changed @ “1.52%”"],
        ),
        (
            "项目用了3年。",
            "The project took three months.",
            &["error unit-changed @ “three months”"],
        ),
        ("项目用了3年。", "The project took three days.", &["error unit-changed @ “three days”"]),
        (
            "产量300万斤。",
            "Output was 1,900 tonnes.",
            &[
                "error number-missing @ “Output was 1,900 tonnes.”",
                "error number-added @ “1,900 tonnes”",
            ],
        ),
    ]);
}

#[test]
fn numbers_in_each_others_place_are_told() {
    hold(&[
        (
            "城镇居民收入34118元，农村居民收入13476元。",
            "Urban residents earned 13,476 yuan, and rural residents 34,118 yuan.",
            &["error number-swapped @ “34,118 yuan”"],
        ),
        (
            "从15.2%下降到10.6%。",
            "It fell from 10.6 percent to 15.2 percent.",
            &["error number-swapped @ “15.2 percent”"],
        ),
        (
            "由15.2%到10.6%。",
            "It went from 10.6 percent to 15.2 percent.",
            &["error number-swapped @ “15.2 percent”"],
        ),
    ]);
}

#[test]
fn a_sentence_that_is_turned_round_swaps_nothing() {
    hold(&[
        (
            "综合产值110亿元，每亩收入3万至5万元。",
            "Orchards have an output value of 11 billion yuan, or 30,000-50,000 yuan per mu.",
            &[],
        ),
        (
            "综合产值110亿元，每亩收入3万至5万元。",
            "Each mu earns 30,000 to 50,000 yuan, and the output value is 11 billion yuan.",
            &[],
        ),
        (
            "共有61.8万人报名，比去年增加2.9万人。",
            "Registrations are up by 29,000 to 618,000.",
            &[],
        ),
        (
            "56%的人信任本地议会，信任中央政府的只有38%。",
            "Only 38 per cent trusted the government, while 56 per cent trusted their council.",
            &[],
        ),
        (
            "产值超110亿元，每亩收入4万元。",
            "Farmers earn 40,000 yuan per mu, for a total of more than 11 billion yuan.",
            &[],
        ),
        (
            "产值超110亿元，利润4万元。",
            "It earned a profit of 40,000 yuan on sales of more than 11 billion yuan.",
            &[],
        ),
        (
            "产值超110亿元，每亩收入4万元。",
            "Farmers earn 11 billion yuan per mu, for a total of more than 40,000 yuan.",
            &["error hedge-lost @ “11 billion yuan”", "error hedge-lost @ “40,000 yuan”"],
        ),
    ]);
}

#[test]
fn a_figure_counts_as_its_number_in_both_languages() {
    let plain = Town::new().replace("content/jobs.en.md", "[[jobs]]", "2.56 million people");
    assert_eq!(plain.findings(), [""; 0]);
    let wrong = Town::new().replace("content/jobs.en.md", "[[jobs]]", "25.6 million people");
    assert_eq!(wrong.findings(), ["error number-scale content/jobs.en.md “25.6 million people”",]);
    let hedged =
        Town::new().replace("content/jobs.zh.md", "去年新增就业[[jobs]]", "去年新增就业近[[jobs]]");
    assert_eq!(hedged.findings(), ["error hedge-lost content/jobs.en.md “[[jobs]]”"]);
    let words =
        Town::new().replace("content/jobs.en.md", "[[jobs]]", "[[jobs|2.65 million people]]");
    assert_eq!(
        words.findings(),
        [
            "error figure-conflict content/jobs.en.md “[[jobs|2.65 million people]]”",
            "error number-missing content/jobs.en.md “[[jobs|2.65 million people]]”",
        ]
    );
    let silent = Town::new().replace("content/jobs.en.md", "[[jobs]]", "[[jobs|a record number]]");
    assert_eq!(silent.findings(), [""; 0]);
}

#[test]
fn numbers_may_move_between_paragraphs_and_paragraphs_may_be_joined() {
    let moved = Town::new()
        .replace(
            "content/jobs.en.md",
            "found work.",
            "found work; revenue was nearly 9 billion yuan.",
        )
        .replace(
            "content/jobs.en.md",
            "Revenue came to nearly 9 billion yuan.",
            "It was a good year.",
        );
    assert_eq!(moved.findings(), [""; 0]);
    let joined = Town::new().replace("content/jobs.en.md", "work.\n\nRevenue", "work. Revenue");
    assert_eq!(joined.findings(), [""; 0]);
    let wrong = Town::new().replace(
        "content/jobs.en.md",
        "work.\n\nRevenue came to nearly 9",
        "work. Revenue came to nearly 90",
    );
    assert_eq!(wrong.findings(), ["error number-scale content/jobs.en.md “90 billion yuan”"]);
}

#[test]
fn titles_labels_and_notes_are_compared_too() {
    let label = Town::new()
        .replace("content/jobs.zh.md", "label: 新增就业", "label: 新增就业（16至59岁）")
        .replace(
            "content/jobs.en.md",
            "People newly in work",
            "People aged 16 to 60 newly in work",
        );
    assert_eq!(label.findings().len(), 1, "{:?}", label.findings());
    assert!(label.findings()[0].starts_with("error number-"), "{:?}", label.findings());
    let same = label.replace("content/jobs.en.md", "16 to 60", "16 to 59");
    assert_eq!(same.findings(), [""; 0]);
}

#[test]
fn the_original_may_be_english() {
    let town = |zh: &str, en: &str| {
        Town::new()
            .file("site.yaml", "title: A\nlanguages: [en, zh]\n")
            .file("seeds/report.txt", "Output was 9 billion yuan, up 8 percent.\n")
            .file("seeds/report.yaml", "title: A\nlanguage: en\n")
            .file("content/jobs.en.md", &format!("---\ntitle: Output\n---\n{en}\n"))
            .file("content/jobs.zh.md", &format!("---\ntitle: 产值\n---\n{zh}\n"))
    };
    let en = "Output was 9 billion yuan, up 8 percent.";
    assert_eq!(town("产值90亿元，增长8%。", en).findings(), [""; 0]);
    assert_eq!(
        town("产值9亿元，增长8%。", en).findings(),
        ["error number-scale content/jobs.zh.md “9亿元”",]
    );
    assert_eq!(
        town("产值90亿元，提高8个百分点。", en).findings(),
        ["error unit-changed content/jobs.zh.md “8个百分点”",]
    );
}
