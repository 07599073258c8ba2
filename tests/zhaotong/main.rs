//! The repository's own site: every number of the article, proven and printed in both languages.

use std::path::Path;

use shushuo::figure::{Outcome, Status};
use shushuo::lang::Lang;
use shushuo::quantity::plain;
use shushuo::render::OutputFile;
use shushuo::site::Site;
use shushuo::{Compilation, Options, compile};

fn site() -> Compilation {
    compile(Path::new(env!("CARGO_MANIFEST_DIR")), &Options::default())
}

fn output() -> Vec<OutputFile> {
    site().rendered(&Options::default())
}

/// The rows of a table with named columns, cut at tabs.
fn rows(table: &str) -> Vec<Vec<&str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect()).collect()
}

/// A printed number as the table writes it: with plain spaces.
fn printed(site: &Site, id: &str, lang: Lang) -> String {
    site.figures[id].printed.get(lang).text.replace('\u{A0}', " ")
}

#[test]
fn the_site_has_no_finding() {
    let site = site();
    let found: Vec<_> = site.diagnostics.iter().map(|found| (found.code, &found.message)).collect();
    assert!(found.is_empty(), "{found:#?}");
    assert!(!output().is_empty());
}

#[test]
fn every_number_is_printed_as_the_table_says() {
    let site = site().site.unwrap();
    let numbers = rows(include_str!("numbers.tsv"));
    assert_eq!(numbers.len(), 42);
    for row in numbers {
        let [id, written, value, unit, zh, en, ..] = row[..] else { panic!("{row:?}") };
        let figure = &site.figures[id];
        let quantity = figure.quantity.as_ref().unwrap();
        assert_eq!(plain(quantity.value), value, "{id}");
        assert!(written.starts_with(&figure.written), "{id}");
        let own = quantity.unit.map_or("-", |unit| unit.id());
        assert!(own == unit || (unit == "-" && own == "item"), "{id}: {own} {unit}");
        assert_eq!(printed(&site, id, Lang::Zh), zh, "{id}");
        assert_eq!(printed(&site, id, Lang::En), en, "{id}");
    }
}

#[test]
fn every_quote_is_found() {
    let site = site().site.unwrap();
    let quoted = site.figures.values().filter(|figure| figure.derived.is_none());
    for figure in quoted {
        let quote = figure.quote.as_ref().unwrap();
        assert_eq!(quote.outcome, Outcome::Found, "{}", figure.id);
        assert_eq!(figure.status, Status::Found, "{}", figure.id);
        let source = &site.sources[figure.source.unwrap()];
        for place in &quote.places {
            assert!(source.text[place.quote.clone()].contains(&source.text[place.number.clone()]));
        }
    }
}

#[test]
fn derived_figures_are_computed_as_the_table_says() {
    let site = site().site.unwrap();
    let derived = rows(include_str!("derived.tsv"));
    assert_eq!(derived.len(), site.figures.values().filter(|it| it.derived.is_some()).count());
    for row in derived {
        let [id, value, _, zh, en] = row[..] else { panic!("{row:?}") };
        let figure = &site.figures[id];
        assert_eq!(plain(figure.quantity.as_ref().unwrap().value), value, "{id}");
        assert_eq!(figure.status, Status::Derived, "{id}");
        assert_eq!(printed(&site, id, Lang::Zh), zh, "{id}");
        assert_eq!(printed(&site, id, Lang::En), en, "{id}");
    }
}

#[test]
fn the_columns_five_numbers_are_the_headlines() {
    let site = site().site.unwrap();
    let numbers: Vec<String> = site
        .headlines()
        .into_iter()
        .map(|index| site.figure(index).printed.zh.text.clone())
        .collect();
    assert_eq!(numbers, ["3185个", "1065亿元", "100%", "5163名", "256万人"]);
}

/// Each of the 57 places at which the article prints a data number, and the figure that uses it.
#[test]
fn every_number_of_the_article_is_used() {
    let compilation = site();
    let summary = &compilation.report.summary;
    assert_eq!((summary.source_numbers.total, summary.source_numbers.covered), (57, 57));
    let site = compilation.site.unwrap();
    let source = &site.sources[0];
    let uses = &compilation.report.uses[0];
    for row in rows(include_str!("mentions.tsv")) {
        let [line, column, text, id, value, _] = row[..] else { panic!("{row:?}") };
        let start = offset(&source.text, line.parse().unwrap(), column.parse().unwrap());
        let (mention, used) = source
            .mentions
            .iter()
            .zip(uses)
            .find(|(mention, _)| (start..start + text.len()).contains(&mention.range.start))
            .unwrap_or_else(|| panic!("no number is found at {line}:{column} {text}"));
        assert_eq!(plain(mention.quantity.value), value, "{text}");
        let index = site.figures.get_index_of(id).unwrap();
        assert!(
            matches!(used, shushuo::check::Use::Figures(all) if all.contains(&index)),
            "{text} {used:?}"
        );
    }
}

/// The byte at a line and column, both from 1, columns in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    start + text[start..].char_indices().nth(column - 1).expect("the column exists").0
}

#[test]
fn the_source_is_the_file_as_received() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(folder.join("seeds/zhaotong-2022.txt")).unwrap();
    assert_eq!(
        blake3::hash(&bytes).to_hex().as_str(),
        include_str!("seed.blake3").trim(),
        "the source must stay byte for byte as it was received"
    );
}

#[test]
fn the_number_of_threads_does_not_matter() {
    let build = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(output)
    };
    let (one, four) = (build(1), build(4));
    assert_eq!(one.len(), four.len());
    for (one, four) in one.iter().zip(&four) {
        assert_eq!(one.path, four.path);
        assert!(one.bytes == four.bytes, "{} differs", one.path);
    }
}

#[test]
fn data_files_hold_the_numbers_with_ordinary_spaces() {
    let output = output();
    let data = output.iter().find(|file| file.path == "data/figures.json").expect("it is made");
    let text = String::from_utf8(data.bytes.clone()).expect("JSON is UTF-8");
    assert!(text.contains("\"2.56 million people\"") && !text.contains('\u{A0}'));
}
