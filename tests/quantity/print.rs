//! How quantities are printed in both languages.

use shushuo::lang::Lang;
use shushuo::quantity::{Kind, ParseError, UnitWords, parse, print};

fn printed(value: &str, from: Lang, to: Lang) -> String {
    let quantity = parse(value, from).unwrap_or_else(|error| panic!("{value}: {error}"));
    print(&quantity, to, None).text.replace('\u{a0}', "_")
}

#[test]
fn chinese_keeps_what_was_printed_and_english_says_it_its_own_way() {
    let cases = [
        ("256万人", "256万人", "2.56_million people"),
        ("185.07万", "185.07万", "1,850,700"),
        ("1065亿元", "1065亿元", "106.5_billion yuan"),
        ("6.7万户", "6.7万户", "67,000_households"),
        ("1.32万元", "1.32万元", "13,200_yuan"),
        ("3185个", "3185个", "3,185"),
        ("5163名", "5163名", "5,163_people"),
        ("1人", "1人", "1_person"),
        ("10.6%", "10.6%", "10.6%"),
        ("2.3个百分点", "2.3个百分点", "2.3_percentage points"),
        ("1个百分点", "1个百分点", "1_percentage point"),
        ("-0.60‰", "-0.60‰", "-0.60_per thousand"),
        ("1.20亿元", "1.20亿元", "120_million yuan"),
        ("10.20亿元", "10.20亿元", "1.020_billion yuan"),
        ("10亿元", "10亿元", "1_billion yuan"),
        ("0.5亿元", "0.5亿元", "50_million yuan"),
        ("1210207亿元", "1210207亿元", "121,020.7_billion yuan"),
        ("4.78万亿元", "4.78万亿元", "4.78_trillion yuan"),
        ("12.3456万人", "12.3456万人", "123,456_people"),
        ("3.0%", "3.0%", "3.0%"),
        ("近90亿元", "近90亿元", "nearly 9_billion yuan"),
        ("6万多人", "6万多人", "more than 60,000_people"),
        ("300多个", "300多个", "more than 300"),
        ("超过60%", "超60%", "more than 60%"),
        ("5%左右", "约5%", "about 5%"),
        ("不足5%", "不足5%", "less than 5%"),
        ("三分之二", "三分之二", "two thirds"),
        ("一半", "一半", "half"),
        ("四分之一", "四分之一", "one quarter"),
        ("翻一番", "2倍", "2_times"),
        ("四年", "4年", "4_years"),
        ("一百零五万人", "105万人", "1.05_million people"),
        ("下降10.6%", "10.6%", "10.6%"),
        ("3亿美元", "3亿美元", "300_million US dollars"),
        ("6年", "6年", "6_years"),
        ("3元5角", "3.5元", "3.5_yuan"),
        ("五毛钱", "0.5元", "0.5_yuan"),
        ("半个亿", "0.5亿", "50_million"),
        ("3个亿", "3亿", "300_million"),
        ("两倍半", "2.5倍", "2.5_times"),
    ];
    for (value, zh, en) in cases {
        assert_eq!(printed(value, Lang::Zh, Lang::Zh), zh, "{value}");
        assert_eq!(printed(value, Lang::Zh, Lang::En), en, "{value}");
    }
}

#[test]
fn an_english_original_is_printed_with_chinese_scales() {
    let cases = [
        ("2.56 million people", "256万人", "2.56_million people"),
        ("106.5 billion yuan", "1065亿元", "106.5_billion yuan"),
        ("13.6 trillion US dollars", "13.6万亿美元", "13.6_trillion US dollars"),
        ("20 million", "2000万", "20_million"),
        ("67,000 households", "67000户", "67,000_households"),
        ("1.20 million tonnes", "120万吨", "1.20_million tonnes"),
        ("two thirds", "三分之二", "two thirds"),
        ("nearly 9 billion yuan", "近90亿元", "nearly 9_billion yuan"),
        ("1 percentage point", "1个百分点", "1_percentage point"),
        ("an hour and a half", "1.5小时", "1.5_hours"),
        ("half a billion people", "5亿人", "500_million people"),
    ];
    for (value, zh, en) in cases {
        assert_eq!(printed(value, Lang::En, Lang::Zh), zh, "{value}");
        assert_eq!(printed(value, Lang::En, Lang::En), en, "{value}");
    }
}

#[test]
fn fractions_read_back() {
    for below in (2..=10).chain([100, 180, 1000]) {
        for above in [1, 2, 3, 9, 99].into_iter().filter(|above| *above < below) {
            let value = parse(&format!("{below}分之{above}"), Lang::Zh).unwrap();
            if below == 100 || below == 1000 {
                assert_eq!(value.kind, Kind::Percent, "{above}/{below}");
                continue;
            }
            for lang in Lang::ALL {
                let text = print(&value, lang, None).text;
                assert_eq!(parse(&text, lang).map(|read| read.value), Ok(value.value), "{text}");
            }
        }
    }
}

#[test]
fn a_sites_own_words_replace_the_units() {
    let words = UnitWords { one: "problem".into(), other: "problems".into() };
    let with_words = |value: &str| {
        let quantity = parse(value, Lang::Zh).unwrap();
        print(&quantity, Lang::En, Some(&words)).text.replace('\u{a0}', " ")
    };
    assert_eq!(with_words("3185个"), "3,185 problems");
    assert_eq!(with_words("1个"), "1 problem");
    assert_eq!(with_words("256万个"), "2.56 million problems");
}

#[test]
fn a_card_gets_the_parts() {
    let quantity = parse("256万人", Lang::Zh).unwrap();
    let zh = print(&quantity, Lang::Zh, None);
    assert_eq!((zh.number.as_str(), zh.unit.as_str()), ("256", "万人"));
    let en = print(&quantity, Lang::En, None);
    assert_eq!((en.number.as_str(), en.unit.as_str()), ("2.56", "million people"));
}

#[test]
fn what_is_not_one_quantity_says_why() {
    let cases = [
        ("", ParseError::Empty),
        ("很多", ParseError::NoNumber),
        ("3个和5个", ParseError::SeveralNumbers),
        ("2022年", ParseError::NotData(Kind::Date)),
        ("第3", ParseError::NotData(Kind::Ordinal)),
        ("5G", ParseError::NotData(Kind::Name)),
        ("就业256万人", ParseError::TextBefore),
        ("256万人就业", ParseError::TextAfter),
    ];
    for (value, error) in cases {
        assert_eq!(parse(value, Lang::Zh).unwrap_err(), error, "{value}");
    }
    assert_eq!(parse("2000", Lang::Zh).unwrap().value, 2000.into());
}
