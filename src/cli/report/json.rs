//! The report as one JSON object: a contract with other programs.

use serde::Serialize;

use shushuo::check::Summary;
use shushuo::diag::{Code, Diagnostic, Severity};
use shushuo::source::Files;

use super::Locator;
use crate::cli::words::Words;

#[derive(Serialize)]
struct Report<'a> {
    diagnostics: Vec<Entry<'a>>,
    summary: &'a Summary,
}

/// One diagnostic; the place is null for what has none in any file.
#[derive(Serialize)]
struct Entry<'a> {
    code: Code,
    severity: Severity,
    message: String,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    hints: Vec<String>,
}

/// One JSON object with every diagnostic and the summary.
pub(crate) fn json(
    diagnostics: &[Diagnostic],
    summary: &Summary,
    files: &Files,
    words: &Words,
) -> String {
    let mut locator = Locator::new(files);
    let diagnostics = diagnostics
        .iter()
        .map(|diagnostic| {
            let place = locator.of(diagnostic);
            Entry {
                code: diagnostic.code,
                severity: diagnostic.severity,
                message: words.say(&diagnostic.message),
                file: place.map(|place| place.path),
                line: place.map(|place| place.start.line),
                column: place.map(|place| place.start.column),
                end_line: place.map(|place| place.end.line),
                end_column: place.map(|place| place.end.column),
                hints: diagnostic.hints.iter().map(|hint| words.say(hint)).collect(),
            }
        })
        .collect();
    let report = Report { diagnostics, summary };
    serde_json::to_string(&report).expect("a report has only text keys") + "\n"
}
