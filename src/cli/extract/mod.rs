//! `shushuo extract`: every number of a text, and which figure covers it.

mod document;
mod print;

use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use shushuo::quantity::{self, Hedge, Kind};

use super::args::{self, ExtractFormat};
use super::console;
use super::failure::Failure;
use super::report::Cursor;
use super::words::Words;
use document::Document;

/// The numbers of one text: a contract, one JSON object a line.
#[derive(Debug, Serialize)]
struct Extract<'a> {
    source: &'a str,
    numbers: Vec<Number<'a>>,
    /// Whether figures are known, because the text is a source of a site.
    #[serde(skip)]
    has_site: bool,
}

/// One number. Lines and columns count from 1, columns in characters; ends are exclusive.
#[derive(Debug, Serialize)]
struct Number<'a> {
    text: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    kind: Kind,
    value: String,
    unit: Option<&'static str>,
    hedge: Option<Hedge>,
    sentence: String,
    figures: Vec<&'a str>,
}

/// Prints the numbers of each file in turn; one that cannot be read does not hide the others.
pub(crate) fn run(
    arguments: &args::Extract,
    site_dir: Option<&Path>,
    words: &mut Words,
) -> Result<ExitCode, Failure> {
    let mut status = ExitCode::SUCCESS;
    if arguments.format == ExtractFormat::Csv {
        console::result(print::CSV_HEADING)?;
    }
    for file in &arguments.files {
        let document = match Document::read(file, site_dir, words) {
            Ok(document) => document,
            Err(failure) => {
                console::note(&failure.printed(words));
                status = Failure::status();
                continue;
            }
        };
        let extract = numbers(&document, arguments.all);
        let printed = match arguments.format {
            ExtractFormat::Table => print::table(&extract, words),
            ExtractFormat::Json => print::json(&extract),
            ExtractFormat::Csv => print::csv(&extract),
        };
        console::result(&printed)?;
    }
    Ok(status)
}

fn numbers(document: &Document, all: bool) -> Extract<'_> {
    let mut cursor = Cursor::new(&document.text);
    let mut sentences = quantity::sentences(&document.text).into_iter().peekable();
    let mut numbers = Vec::new();
    for (place, mention) in document.mentions.iter().enumerate() {
        let quantity = &mention.quantity;
        if !all && !quantity.kind.is_data() {
            continue;
        }
        let range = mention.range.clone();
        let (start, end) = (cursor.at(range.start), cursor.peek(range.end));
        while sentences.next_if(|sentence| sentence.end <= range.start).is_some() {}
        let sentence = sentences.peek().filter(|sentence| sentence.start <= range.start);
        let sentence = sentence.map_or(range.clone(), |s| s.start..s.end.max(range.end));
        numbers.push(Number {
            text: document.joined(range.clone()),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            kind: quantity.kind,
            value: quantity::plain(quantity.value),
            unit: quantity.unit.map(quantity::Unit::id),
            hedge: quantity.hedge,
            sentence: document.excerpt(sentence, range),
            figures: document.figures_of(place),
        });
    }
    Extract { source: &document.name, numbers, has_site: document.site.is_some() }
}
