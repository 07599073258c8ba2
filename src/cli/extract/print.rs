//! Extracted numbers as a table for people, as JSON, as CSV.

use unicode_width::UnicodeWidthStr;

use shushuo::quantity::Kind;

use super::{Extract, Number};
use crate::cli::words::Words;

/// The first line of a CSV file.
pub(super) const CSV_HEADING: &str =
    "source,text,line,column,end_line,end_column,kind,value,unit,hedge,sentence,figures\r\n";

/// One JSON object on one line.
pub(super) fn json(extract: &Extract<'_>) -> String {
    serde_json::to_string(extract).expect("an extract has only text keys") + "\n"
}

/// A row for each number (RFC 4180).
pub(super) fn csv(extract: &Extract<'_>) -> String {
    let mut rows = String::new();
    for number in &extract.numbers {
        let [line, column, end_line, end_column] =
            [number.line, number.column, number.end_line, number.end_column]
                .map(|count| count.to_string());
        let figures = number.figures.join(" ");
        let (kind, hedge) = (name(&number.kind), name(&number.hedge));
        let fields = [
            extract.source,
            &number.text,
            &line,
            &column,
            &end_line,
            &end_column,
            &kind,
            &number.value,
            number.unit.unwrap_or_default(),
            &hedge,
            &number.sentence,
            &figures,
        ];
        let fields: Vec<String> = fields.into_iter().map(csv_field).collect();
        rows.push_str(&fields.join(","));
        rows.push_str("\r\n");
    }
    rows
}

/// A field that no spreadsheet takes for a formula, quoted where it must be.
fn csv_field(text: &str) -> String {
    let is_number = text
        .strip_prefix('-')
        .unwrap_or(text)
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number;
    let guarded = if is_formula { format!("'{text}") } else { text.to_owned() };
    match guarded.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", guarded.replace('"', "\"\"")),
        false => guarded,
    }
}

/// The name that the contract gives a kind or a hedge; nothing for none.
fn name(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// A table with a line for each number, columns aligned where characters are two cells wide.
pub(super) fn table(extract: &Extract<'_>, words: &Words) -> String {
    let mut headings = vec![
        words.get("column-place"),
        words.get("column-text"),
        words.get("column-value"),
        words.get("column-unit"),
        words.get("column-remarks"),
    ];
    if extract.has_site {
        headings.push(words.get("column-figures"));
    }
    let mut rows: Vec<Vec<String>> = vec![headings.into_iter().map(str::to_owned).collect()];
    for number in &extract.numbers {
        let place = format!("{}:{}", number.line, number.column);
        let unit = number.unit.unwrap_or_default().to_owned();
        let mut row = vec![place, number.text.clone(), number.value.clone(), unit, remarks(number)];
        if extract.has_site {
            row.push(number.figures.join(" "));
        }
        rows.push(row);
    }
    let total = extract.numbers.len().to_string();
    let mut summary = words.fill("extract-total", &[("source", extract.source), ("total", &total)]);
    if extract.has_site {
        let data = extract.numbers.iter().filter(|number| number.kind.is_data());
        let covered = data.filter(|number| !number.figures.is_empty()).count().to_string();
        summary.push_str(&words.fill("extract-covered", &[("covered", &covered)]));
    }
    format!("{}\n{summary}\n\n", aligned(&rows))
}

/// The kind, unless it is a plain quantity or its unit says it, and the hedge.
fn remarks(number: &Number<'_>) -> String {
    let kind = match number.kind {
        Kind::Quantity => String::new(),
        ref kind => name(kind),
    };
    let kind = if number.unit == Some(kind.as_str()) { String::new() } else { kind };
    let parts = [kind, name(&number.hedge)];
    let parts: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns)
        .map(|column| rows.iter().map(|row| row[column].width()).max().unwrap_or(0))
        .collect();
    let mut table = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.width() + 2));
        }
        table.push_str(line.trim_end());
        table.push('\n');
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_in_cells() {
        let rows = [["位置", "数"], ["1:2", "125万人"], ["10:20", "8%"]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(aligned(&rows), "位置   数\n1:2    125万人\n10:20  8%\n");
    }

    #[test]
    fn no_field_is_taken_for_a_formula() {
        assert_eq!(csv_field("=1+1"), "'=1+1");
        assert_eq!(csv_field("-3.5"), "-3.5");
        assert_eq!(csv_field("-x"), "'-x");
        assert_eq!(csv_field("他说“a,b”\"c\""), "\"他说“a,b”\"\"c\"\"\"");
    }
}
