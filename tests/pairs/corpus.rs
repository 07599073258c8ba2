//! The pairs, as the tables beside this file have them.

use shushuo::lang::{Bilingual, Lang};

use crate::Case;
use crate::spoil::Fault;

const TABLES: [&str; 3] =
    [include_str!("communique.tsv"), include_str!("report.tsv"), include_str!("news.tsv")];

/// Every pair of sentences.
pub(crate) fn pairs() -> Vec<Bilingual<String>> {
    TABLES.iter().flat_map(|table| table.lines()).filter_map(pair).collect()
}

/// Translations of originals in a language, right ones and ones with a mistake that a person made.
pub(crate) fn by_hand(original: Lang) -> Vec<Case> {
    let text = match original {
        Lang::Zh => include_str!("hand.zh.txt"),
        Lang::En => include_str!("hand.en.txt"),
    };
    let mut cases = Vec::new();
    let mut original = "";
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (kind, words) = line.split_once(' ').unwrap_or_else(|| panic!("no kind: {line}"));
        let fault = match kind {
            "Z" => {
                original = words;
                continue;
            }
            "C" => None,
            "W" => Some(Fault::ByHand),
            _ => panic!("no kind: {line}"),
        };
        let translation = words.to_owned();
        cases.push(Case { original: original.to_owned(), translation, fault });
    }
    cases
}

fn pair(line: &str) -> Option<Bilingual<String>> {
    if line.is_empty() || line.starts_with('#') {
        return None;
    }
    let (zh, en) = line.split_once('\t').unwrap_or_else(|| panic!("no translation: {line}"));
    Some(Bilingual { zh: zh.to_owned(), en: en.to_owned() })
}
