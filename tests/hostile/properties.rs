//! The laws that the fuzz targets ask, asked of texts put together at random from what matters.

use proptest::prelude::*;

use crate::{is_long, laws};

/// Pieces of content, between bars; U+2423 is a line break.
const PIECES: &str = "---␣|title: |figures:␣|  a: |{value: 256万人, label: 甲, quote: 就业256万人}|quote: |[[a]]|\
    [[a|字]]|[[|]]|**|“重点”|*|_|~~|`|```␣|> |- |1. |# |##|␣|␣␣|    |\t|[x](a.md)|[x](javascript:a)|![x](b.png)|\
    <!-- allow number-unsourced: x -->|<!--|-->|<script>|</script>|<b onclick=x>|\"|'|&lt;|&|\\|256万人|10.6%|\
    90 billion yuan|近|约|5月3日|May 4 |上半年|the third quarter|9:30 |p.m.|“十四五”|第二名|ranked second |G85|\
    数百万|several hundred thousand |八折|20 percent off |每千|per 1,000 |增至|rose to |by |46秒40|half a |三分之二|百分之三十|翻一番|threefold|一百零五万|2022年12月31日|第三|1-2|1、2|１２|٢|𝟐|½|\
    \u{202E}|\u{200B}|\u{0}|\u{FDD0}|\u{FDD1}|\u{FEFF}|，|。|：|年|亿元|万|成|个百分点|US$|-|−|.|,|99999999999999999999999999|\
    |--|:-:|[^1]|[^1]: |[a]: b|===␣|😀|e\u{301}|长|a|z|\u{1E}";

fn texts() -> impl Strategy<Value = String> {
    let pieces: Vec<String> = PIECES.split('|').map(|piece| piece.replace('␣', "\n")).collect();
    let piece =
        prop_oneof![12 => proptest::sample::select(pieces), 1 => "\\PC{1,6}", 1 => any::<String>()];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn cases(short: u32) -> ProptestConfig {
    let cases = if is_long() { short * 100 } else { short };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn any_front_matter_is_read_or_reported(text in texts()) {
        laws::front_matter(&text);
        laws::front_matter(&format!("---\ntitle: a\nfigures:\n  a: {text}\n---\n"));
    }

    #[test]
    fn any_markdown_is_a_harmless_page(text in texts()) {
        laws::markdown(&text);
    }

    #[test]
    fn numbers_of_any_text_stand_in_it(text in texts()) {
        laws::scanner(&text);
    }

    #[test]
    fn any_two_texts_are_compared(one in texts(), other in texts()) {
        laws::translation(&format!("{one}{}{other}", laws::BETWEEN));
    }

    #[test]
    fn what_is_found_stands_in_its_source(value in texts(), quote in texts(), source in texts()) {
        let between = laws::BETWEEN;
        laws::quotes(&format!("{value}{between}{quote}{between}{source}"));
        laws::quotes(&format!("256万人{between}{quote}256万人{between}{source}{quote}256万人{source}"));
    }
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn any_site_is_built_the_same_way_twice_or_refused(pieces in prop::collection::vec(texts(), 7)) {
        let pages: Vec<String> = pieces
            .iter()
            .enumerate()
            .map(|(place, text)| match place {
                0 | 1 | 5 | 6 => format!("---\ntitle: a\n---\n{text}"),
                2 | 4 => "title: a\n".to_owned(),
                _ => text.clone(),
            })
            .collect();
        laws::site(&pages.join(&laws::BETWEEN.to_string()));
    }

    #[test]
    fn any_theme_is_used_or_reported(text in texts(), place in 0_usize..6) {
        let first = char::from(b"`abcde"[place]);
        laws::theme(&format!("{first}{text}"));
    }
}

/// What the fuzz targets found, each mended since.
#[test]
fn what_was_found_once_is_not_found_again() {
    for text in [
        // A line ended by CR alone: the parser counted it, the search for the place did not.
        "---\nt: 民生\nsummary: 就业\r\rource: a\nsummary: 业\u{1}就业就业\n---\n",
        // A key with an escape is longer than it looks.
        "---\nt民: 1\n\"t\\u6C11\": 民\n---\n",
        "---\n\"\\U00006C11\": 1\n民: 民\n---\n",
        // A first line that is shorter than it should be, and nothing below it.
        "--",
        "––\n",
    ] {
        laws::front_matter(text);
    }
    // A number, and a date, in the words for a figure was looked for as if it stood in the file.
    laws::translation(&format!("[[a|\u{10837}\u{10837}May 4\u{10837}]]{}12月31日", laws::BETWEEN));
    laws::translation(&format!("[[aA\u{10837}|\u{113CC}**20 percent off 字]]{}", laws::BETWEEN));
    for [value, quote, source] in [
        // A quote that ends inside of the number proved it.
        ["256万人", "2", "256万人"],
        ["256万人", "就业256万", "新增就业256万人"],
    ] {
        let between = laws::BETWEEN;
        laws::quotes(&format!("{value}{between}{quote}{between}{source}"));
    }
}
