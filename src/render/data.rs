//! The figures as data: `data/figures.json` and `data/figures.csv`.

use std::borrow::Cow;

use serde::Serialize;

use super::OutputFile;
use super::index::Index;
use crate::figure::{Figure, FigureIndex, Status};
use crate::lang::Bilingual;
use crate::quantity::{self, Hedge, Quantity, Trend};

/// `figures.json`: a contract with other programs.
#[derive(Serialize)]
struct Figures<'a> {
    figures: Rows<'a>,
}

/// All figures; each row is made when it is printed.
struct Rows<'a>(&'a Index<'a>);

impl Serialize for Rows<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(rows(self.0))
    }
}

/// One figure.
#[derive(Debug, Serialize)]
struct Row<'a> {
    id: &'a str,
    value: Option<String>,
    unit: Option<&'static str>,
    hedge: Option<Hedge>,
    trend: Option<Trend>,
    period: Option<&'a str>,
    headline: Option<u32>,
    form: &'static str,
    display: Bilingual<Cow<'a, str>>,
    label: &'a Bilingual<String>,
    quote: Option<&'a str>,
    source: Option<&'a str>,
    status: Status,
    derived_from: Vec<&'a str>,
    page: Bilingual<String>,
}

/// The columns of `figures.csv`.
pub(super) const COLUMNS: [&str; 18] = [
    "id",
    "value",
    "unit",
    "hedge",
    "trend",
    "period",
    "headline",
    "form",
    "display_zh",
    "display_en",
    "label_zh",
    "label_en",
    "quote",
    "source",
    "status",
    "derived_from",
    "page_zh",
    "page_en",
];

/// Room for a row of `figures.json`, in bytes. Of a large buffer what is never written to takes no memory;
/// one that grows is copied each time.
const JSON_ROW: usize = 1 << 10;
/// The same for `figures.csv`.
const CSV_ROW: usize = 1 << 9;

/// Both files, one after the other: with many figures each is large.
pub(super) fn files<'a>(index: &'a Index<'a>) -> impl Iterator<Item = OutputFile> + 'a {
    let json = || {
        let mut json = Vec::with_capacity(JSON_ROW * index.site.figures.len());
        serde_json::to_writer_pretty(&mut json, &Figures { figures: Rows(index) })
            .expect("strings and lists of them are always JSON");
        json.push(b'\n');
        OutputFile { path: "data/figures.json".to_owned(), bytes: json }
    };
    let csv = || OutputFile { path: "data/figures.csv".to_owned(), bytes: csv(index).into_bytes() };
    std::iter::once_with(json).chain(std::iter::once_with(csv))
}

fn rows<'a>(index: &'a Index<'a>) -> impl Iterator<Item = Row<'a>> {
    (0..index.site.figures.len()).map(|figure| row(index, figure))
}

/// A value as the contract prints it: no grouping, no exponent, percent in percent.
pub(super) fn plain_value(quantity: &Quantity) -> String {
    quantity::plain(quantity.value)
}

fn row<'a>(index: &Index<'a>, place: FigureIndex) -> Row<'a> {
    let site = index.site;
    let figure: &'a Figure = index.figure(place);
    Row {
        id: &figure.id,
        value: figure.quantity.as_ref().map(plain_value),
        unit: figure.quantity.as_ref().and_then(|quantity| quantity.unit).map(|unit| unit.id()),
        hedge: figure.quantity.as_ref().and_then(|quantity| quantity.hedge),
        trend: figure.quantity.as_ref().and_then(|quantity| quantity.trend),
        period: figure.period.get(site.original()).as_deref(),
        headline: figure.headline,
        form: figure.form.name(),
        display: Bilingual::from_fn(|lang| figure.printed.get(lang).plain_text()),
        label: &figure.label,
        quote: figure.quote.as_ref().map(|quote| quote.text.as_str()),
        source: figure.source.map(|source| site.sources[source].name.as_str()),
        status: figure.status,
        derived_from: figure
            .derived
            .iter()
            .flat_map(|derived| &derived.inputs)
            .map(|input| site.figures[*input].id.as_str())
            .collect(),
        page: Bilingual::from_fn(|lang| index.figure_path(place, lang)),
    }
}

/// RFC 4180 with a byte order mark, which spreadsheets need to read Chinese.
fn csv(index: &Index<'_>) -> String {
    let mut csv = String::with_capacity(CSV_ROW * index.site.figures.len());
    csv.push('\u{feff}');
    csv.push_str(&COLUMNS.join(","));
    csv.push_str("\r\n");
    for row in rows(index) {
        let status = match row.status {
            Status::Found => "found",
            Status::Derived => "derived",
            Status::Unverified => "unverified",
        };
        let cells: [&str; COLUMNS.len()] = [
            row.id,
            row.value.as_deref().unwrap_or_default(),
            row.unit.unwrap_or_default(),
            row.hedge.map(Hedge::name).unwrap_or_default(),
            row.trend.map(Trend::name).unwrap_or_default(),
            row.period.unwrap_or_default(),
            &row.headline.map(|rank| rank.to_string()).unwrap_or_default(),
            row.form,
            &row.display.zh,
            &row.display.en,
            &row.label.zh,
            &row.label.en,
            row.quote.unwrap_or_default(),
            row.source.unwrap_or_default(),
            status,
            &row.derived_from.join(" "),
            &row.page.zh,
            &row.page.en,
        ];
        for (place, text) in cells.into_iter().enumerate() {
            csv.push_str(if place > 0 { "," } else { "" });
            csv.push_str(&cell(text));
        }
        csv.push_str("\r\n");
    }
    csv
}

/// What a cell of a formula begins with, in full width too, which spreadsheets in East Asia accept
/// (OWASP, CSV Injection).
const FORMULA_SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell: quoted where it must be, and no formula for a spreadsheet to run, also where it skips
/// white space first. A negative number is not one.
fn cell(text: &str) -> Cow<'_, str> {
    let skipped =
        |letter: char| letter.is_whitespace() || matches!(letter, '\u{FEFF}' | '\u{200B}');
    let begins = text.starts_with(FORMULA_SIGNS)
        || text.trim_start_matches(skipped).starts_with(FORMULA_SIGNS);
    let formula = begins && text.parse::<rust_decimal::Decimal>().is_err();
    let text = if formula { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) };
    if text.contains([',', '"', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", text.replace('"', "\"\"")))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_are_quoted_where_rfc_4180_asks_for_it() {
        assert_eq!(cell("384万人"), "384万人");
        assert_eq!(cell("1,255"), "\"1,255\"");
        assert_eq!(cell("他说\"好\""), "\"他说\"\"好\"\"\"");
    }

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@sum"), "'@sum");
        assert_eq!(cell("-2+3"), "'-2+3");
        assert_eq!(cell("-2.5"), "-2.5");
        assert_eq!(cell(" =1+1"), "' =1+1");
        assert_eq!(cell("\t=1"), "'\t=1");
        assert_eq!(cell("\r=1"), "\"'\r=1\"");
        assert_eq!(cell("\n=1"), "\"'\n=1\"");
        assert_eq!(cell("＝1+1"), "'＝1+1");
    }
}
