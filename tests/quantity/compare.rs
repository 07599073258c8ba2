//! How numbers of an original relate to those of its translation.

use rust_decimal::Decimal;
use shushuo::lang::Lang;
use shushuo::quantity::{Hedge, Quantity, Relation, relate, scan};

fn only(text: &str, lang: Lang) -> Quantity {
    let data: Vec<_> =
        scan(text, lang).into_iter().filter(|mention| mention.quantity.kind.is_data()).collect();
    assert_eq!(data.len(), 1, "{text}: {data:?}");
    data[0].quantity.clone()
}

fn relation(zh: &str, en: &str) -> Relation {
    relate(&only(zh, Lang::Zh), &only(en, Lang::En))
}

#[test]
fn right_translations_say_the_same() {
    let pairs = [
        ("256万人", "2.56 million people"),
        ("256万人", "2,560,000 people"),
        ("转移就业256万人", "2.56 million rural workers"),
        ("1065亿元", "106.5 billion yuan"),
        ("1065亿元", "RMB106.5 billion"),
        ("1065亿元", "106,500 million yuan"),
        ("3185个", "3,185 problems"),
        ("6.7万户市场主体", "67,000 market entities"),
        ("6.8万人次", "68,000 participants"),
        ("6.8万人次", "68,000 person-times"),
        ("3名党员", "three Party members"),
        ("185.07万脱贫人口", "1,850,700 people"),
        ("5.5万户", "55,000 families"),
        ("10.6%", "10.6 percent"),
        ("下降10.6%", "fell by 10.6 percent"),
        ("增长8%", "an 8% increase"),
        ("百分之三十", "30 percent"),
        ("三成", "30%"),
        ("2.3个百分点", "2.3 percentage points"),
        ("三分之二", "two thirds"),
        ("一半以上", "more than half"),
        ("翻一番", "doubled"),
        ("增长一倍", "doubled"),
        ("增长2倍", "tripled"),
        ("3倍", "threefold"),
        ("近90亿元", "nearly 9 billion yuan"),
        ("近90亿元", "about 9 billion yuan"),
        ("不足5%", "less than 5 percent"),
        ("超过300亿元", "more than 30 billion yuan"),
        ("6万多人", "more than 60,000 people"),
        ("5%左右", "around 5 percent"),
        ("3亿元以上", "over 300 million yuan"),
        ("31277亿美元", "3,127.7 billion US dollars"),
        ("连续6年", "for six years"),
        ("连续四年", "for four consecutive years"),
        ("65岁及以上", "aged 65 and over"),
        ("6.77‰", "6.77 per thousand"),
        ("-0.60‰", "-0.60 per thousand"),
        ("1.3万亿斤", "1.3 trillion jin"),
        ("68653万吨", "686.53 million tons"),
        ("60所", "60 kindergartens"),
        ("增长-2.5%", "fell by 2.5 percent"),
        ("78.2岁", "78.2 years"),
        ("五分之一", "one in five"),
    ];
    for (zh, en) in pairs {
        assert_eq!(relation(zh, en), Relation::Same, "{zh} | {en}");
    }
}

#[test]
fn conversions_are_recognised_within_their_printed_precision() {
    let pairs = [
        ("1000亩", "66.7 hectares"),
        ("1.5万亩", "1,000 hectares"),
        ("500斤", "250 kilograms"),
        ("1.3万亿斤", "650 million tonnes"),
        ("100公里", "62 miles"),
        ("三分之二", "66.7 percent"),
        ("50%", "half"),
        ("一半", "50 percent"),
        ("增长一倍", "100 percent"),
        ("6.8‰", "0.68 percent"),
        ("3年", "36 months"),
        ("500公顷", "5 square kilometers"),
    ];
    for (zh, en) in pairs {
        assert_eq!(relation(zh, en), Relation::Converted, "{zh} | {en}");
    }
    assert_eq!(relation("1000亩", "67.7 hectares"), Relation::Different);
}

#[test]
fn rounding_needs_a_hedge_that_fits() {
    assert_eq!(relation("256万人", "nearly 2.6 million people"), Relation::Rounded);
    assert_eq!(relation("256万人", "about 2.6 million people"), Relation::Rounded);
    assert_eq!(relation("256万人", "more than 2.5 million people"), Relation::Rounded);
    assert_eq!(relation("185.07万人", "over 1.85 million people"), Relation::Rounded);
    assert_eq!(relation("71.3%", "more than 70 percent"), Relation::Rounded);
    assert_eq!(relation("256万人", "2.6 million people"), Relation::Different);
    assert_eq!(relation("256万人", "nearly 2.5 million people"), Relation::Different);
    assert_eq!(relation("256万人", "more than 2.6 million people"), Relation::Different);
    assert_eq!(relation("256万人", "nearly 3.6 million people"), Relation::Different);
}

#[test]
fn a_slip_of_the_scale_is_told_with_its_ratio() {
    let ratio = |zh, en| match relation(zh, en) {
        Relation::Scaled { ratio } => ratio.normalize().to_string(),
        other => panic!("{zh} | {en}: {other:?}"),
    };
    assert_eq!(ratio("90亿元", "90 billion yuan"), "10");
    assert_eq!(ratio("256万人", "256 million people"), "100");
    assert_eq!(ratio("256万人", "25.6 million people"), "10");
    assert_eq!(ratio("6.7万户", "6,700 households"), "0.1");
    assert_eq!(ratio("近90亿元", "nearly 90 billion yuan"), "10");
    assert_eq!(ratio("10.6%", "106 percent"), "10");
}

#[test]
fn other_slips_are_told_apart() {
    let lost = Relation::HedgeDiffers { original: Some(Hedge::Nearly), translation: None };
    assert_eq!(relation("近90亿元", "9 billion yuan"), lost);
    let added = Relation::HedgeDiffers { original: None, translation: Some(Hedge::Over) };
    assert_eq!(relation("90亿元", "more than 9 billion yuan"), added);
    let turned =
        Relation::HedgeDiffers { original: Some(Hedge::Nearly), translation: Some(Hedge::Over) };
    assert_eq!(relation("近90亿元", "over 9 billion yuan"), turned);
    assert_eq!(relation("90亿元", "9 billion US dollars"), Relation::UnitDiffers);
    assert_eq!(relation("2.3个百分点", "2.3 percent"), Relation::UnitDiffers);
    assert_eq!(relation("2.3%", "2.3 percentage points"), Relation::UnitDiffers);
    assert_eq!(relation("5.5万户", "55,000 people"), Relation::UnitDiffers);
    assert_eq!(relation("100吨", "100 kilograms"), Relation::UnitDiffers);
    assert_eq!(relation("增长8%", "fell by 8 percent"), Relation::TrendDiffers);
    assert_eq!(relation("3185个", "3,158 problems"), Relation::Different);
    assert_eq!(relation("1065亿元", "105.6 billion yuan"), Relation::Different);
    assert_eq!(relation("60所", "60 percent"), Relation::UnitDiffers);
}

#[test]
fn the_ratio_is_the_translation_divided_by_the_original() {
    let relation = relation("9亿元", "9 billion yuan");
    assert_eq!(relation, Relation::Scaled { ratio: Decimal::TEN });
}
