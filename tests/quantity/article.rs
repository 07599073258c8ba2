//! The article that the repository's site is about: 57 numbers, none invented.

use shushuo::lang::Lang;
use shushuo::quantity::{detect, plain, scan};

const ARTICLE: &str = include_str!("../../seeds/zhaotong-2022.txt");
/// Each mention by hand: line, column, what is printed, the figure, value, unit.
const MENTIONS: &str = include_str!("../zhaotong/mentions.tsv");

/// Line and column in characters, from 1.
fn position(text: &str, at: usize) -> (usize, usize) {
    let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    (text[..at].matches('\n').count() + 1, text[line_start..at].chars().count() + 1)
}

#[test]
fn every_number_is_found_and_none_invented() {
    let rows: Vec<Vec<&str>> =
        MENTIONS.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.len(), 57);
    assert_eq!(detect(ARTICLE), Lang::Zh);
    let mentions = scan(ARTICLE, Lang::Zh);
    let data: Vec<_> = mentions.iter().filter(|mention| mention.quantity.kind.is_data()).collect();
    let found: Vec<_> = data.iter().map(|mention| &ARTICLE[mention.range.clone()]).collect();
    assert_eq!(data.len(), 57, "{found:?}");
    for (mention, row) in data.iter().zip(rows) {
        let [line, column, printed, _, value, unit] = row[..] else { panic!("{row:?}") };
        let (own_line, own_column) = position(ARTICLE, mention.range.start);
        let (line, column): (usize, usize) = (line.parse().unwrap(), column.parse().unwrap());
        let inside = column..column + printed.chars().count();
        assert!(
            own_line == line && inside.contains(&own_column),
            "{printed}: {own_line}:{own_column}"
        );
        assert_eq!(plain(mention.quantity.value), value, "{printed}");
        let own_unit = mention.quantity.unit.map_or("-", |unit| unit.id()).replace("item", "-");
        assert_eq!(own_unit, unit, "{printed}");
        assert_eq!(mention.quantity.hedge, None, "{printed}");
    }
}
