//! The pairs, as the tables beside this file have them.

use shushuo::lang::Bilingual;

const TABLES: [&str; 3] =
    [include_str!("communique.tsv"), include_str!("report.tsv"), include_str!("news.tsv")];

/// Every pair of sentences.
pub(crate) fn pairs() -> Vec<Bilingual<String>> {
    TABLES.iter().flat_map(|table| table.lines()).filter_map(pair).collect()
}

fn pair(line: &str) -> Option<Bilingual<String>> {
    if line.is_empty() || line.starts_with('#') {
        return None;
    }
    let (zh, en) = line.split_once('\t').unwrap_or_else(|| panic!("no translation: {line}"));
    Some(Bilingual { zh: zh.to_owned(), en: en.to_owned() })
}
