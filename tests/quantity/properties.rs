//! What holds for any text and any quantity.

use proptest::prelude::*;
use rust_decimal::Decimal;
use shushuo::lang::Lang;
use shushuo::quantity::{
    Hedge, Kind, Quantity, Unit, detect, parse, print, scan, sentence_of, sentences,
};

/// Scales that each language prints.
const SCALES: [i32; 6] = [0, 4, 6, 8, 9, 12];

fn kind_of(unit: Option<Unit>) -> Kind {
    match unit.map(Unit::id) {
        Some("percent" | "per-mille") => Kind::Percent,
        Some("percentage-point" | "basis-point") => Kind::PercentagePoint,
        Some("times") => Kind::Multiple,
        _ => Kind::Quantity,
    }
}

fn quantities() -> impl Strategy<Value = Quantity> {
    let units: Vec<Option<Unit>> = std::iter::once(None).chain(Unit::all().map(Some)).collect();
    let hedges = prop_oneof![
        3 => Just(None),
        1 => Just(Some(Hedge::About)),
        1 => Just(Some(Hedge::Nearly)),
        1 => Just(Some(Hedge::Over)),
        1 => Just(Some(Hedge::Under)),
    ];
    (2_i64..9_999_999, 0_u32..4, 0..SCALES.len(), 0..units.len(), hedges).prop_map(
        move |(digits, decimals, scale, unit, hedge)| {
            let scale = SCALES[scale];
            let unit = units[unit];
            let value = Decimal::new(digits, decimals) * Decimal::from(10_i64.pow(scale as u32));
            let precision = scale - decimals as i32;
            let kind = kind_of(unit);
            Quantity { value: value.normalize(), unit, kind, hedge, trend: None, precision, scale }
        },
    )
}

fn same_unit(printed: Option<Unit>, read: Option<Unit>, lang: Lang) -> bool {
    match (printed, read) {
        // English leaves out general counters.
        (Some(unit), None) => lang == Lang::En && unit.is_counter(),
        (Some(left), Some(right)) => left.id() == right.id(),
        (None, right) => right.is_none(),
    }
}

#[test]
fn more_than_a_round_number_of_anything_reads_back() {
    for unit in Unit::all() {
        let value = Decimal::from(50);
        let (kind, hedge) = (kind_of(Some(unit)), Some(Hedge::Over));
        let unit = Some(unit);
        let quantity = Quantity { value, unit, kind, hedge, trend: None, precision: 0, scale: 0 };
        let text = print(&quantity, Lang::Zh, None).text;
        let read = parse(&text, Lang::Zh);
        assert!(read.as_ref().is_ok_and(|read| read.hedge == hedge), "{text} {read:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_reads_back(quantity in quantities()) {
        for lang in Lang::ALL {
            let text = print(&quantity, lang, None).text;
            let read = parse(&text, lang);
            prop_assert!(read.is_ok(), "{} {:?} {:?}", text, read, quantity);
            let read = read.unwrap();
            prop_assert_eq!(read.value, quantity.value, "{}", &text);
            prop_assert_eq!(read.kind, quantity.kind, "{}", &text);
            prop_assert_eq!(read.hedge, quantity.hedge, "{}", &text);
            prop_assert!(same_unit(quantity.unit, read.unit, lang), "{} {:?}", text, read);
        }
    }

    #[test]
    fn any_text_is_scanned_into_whole_characters_in_order(text in "\\PC{0,200}") {
        well_formed(&text)?;
    }

    #[test]
    fn numbers_in_disorder_are_scanned_too(text in disorder()) {
        well_formed(&text)?;
    }
}

/// Pieces of numbers and of what stands around them, between bars.
const PIECES: [&str; 4] = [
    "1|0|9|2022|3185|12|一|二|十|百|千|万|亿|兆|零|〇|两|半|点|分之|百分之|三|五|年|月|日|",
    "时|个|人|人次|%|％|‰|元|美元|成|倍|番|翻|多|余|几|约|近|超|以上|左右|第|届|大|，|。|.|,|-|",
    "—|至| |\n|\n\n|million |one |hundred |and |a |half |third |percent |",
    "$|“|”|/",
];

/// Pieces in any order.
fn disorder() -> impl Strategy<Value = String> {
    let pieces: Vec<&str> = PIECES.iter().flat_map(|row| row.split_terminator('|')).collect();
    proptest::collection::vec(0..pieces.len(), 0..40)
        .prop_map(move |picks| picks.into_iter().map(|pick| pieces[pick]).collect())
}

fn well_formed(text: &str) -> Result<(), TestCaseError> {
    for lang in Lang::ALL {
        let mut end = 0;
        for mention in scan(text, lang) {
            prop_assert!(mention.range.start >= end && mention.range.start < mention.range.end);
            prop_assert!(text.get(mention.range.clone()).is_some());
            end = mention.range.end;
            let held = sentence_of(&sentences(text), &mention.range);
            prop_assert!(held.start <= mention.range.start && held.end >= mention.range.end);
        }
    }
    let mut end = 0;
    for sentence in sentences(text) {
        prop_assert!(sentence.start >= end && text.get(sentence.clone()).is_some());
        end = sentence.end;
    }
    let _ = detect(text);
    Ok(())
}

/// Long runs of one thing: none of them may take more than a moment or panic.
#[test]
fn long_runs_are_read_in_one_go() {
    let pieces = [
        "1",
        "一",
        "十",
        "万",
        "亿",
        "1,",
        "1亿",
        "一分之",
        "1-",
        "1:",
        "1/",
        "1.",
        "2022年",
        "第",
        "“三",
        "1 ",
        "a third ",
        "one hundred and ",
        "half a ",
        "twenty ",
        "\n",
        " ",
        "约",
        "more than ",
        "5%、",
        "三成",
        "$",
        "1\n",
        "%",
        "十余",
        "零",
        "点",
        "一点",
        "3至",
        "a1",
        "1+",
        "每",
        "．１",
        "two and a half ",
        "亿万",
        "千千万万",
        "三分之",
        "百年",
    ];
    for piece in pieces {
        let text = piece.repeat(20_000 / piece.len());
        for lang in Lang::ALL {
            let mentions = scan(&text, lang);
            assert!(mentions.len() <= text.len(), "{piece}");
        }
        assert!(sentences(&text).len() <= text.len());
    }
}

#[test]
fn more_digits_than_a_decimal_holds_are_a_name() {
    for lang in Lang::ALL {
        let text = format!("{} 5%", "9".repeat(40));
        let mentions = scan(&text, lang);
        let kinds: Vec<_> = mentions.iter().map(|mention| mention.quantity.kind).collect();
        assert_eq!(kinds, [Kind::Name, Kind::Percent]);
    }
}

#[test]
fn every_unit_has_words_in_both_languages() {
    for unit in Unit::all() {
        assert!(!unit.word(Lang::Zh, Decimal::ONE).is_empty(), "{}", unit.id());
        let english = [Decimal::ONE, Decimal::TEN].map(|count| unit.word(Lang::En, count));
        assert_eq!(english.iter().all(|word| word.is_empty()), unit.is_counter(), "{}", unit.id());
    }
}
