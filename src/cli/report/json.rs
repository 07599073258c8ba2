//! The report as one JSON object: a contract with other programs.

use serde::Serialize;

use shushuo::check::Summary;
use shushuo::diag::{Code, Diagnostic, Fix, Severity};
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
    /// What certainly mends it; null where nothing is certain.
    fix: Option<Mend<'a>>,
}

/// The change that mends a problem.
#[derive(Serialize)]
#[serde(untagged)]
enum Mend<'a> {
    /// Texts in the places of others.
    Edits { edits: Vec<Replace<'a>> },
    /// A file that is missing.
    Create { file: &'a str, text: &'a str },
}

/// A text put in the place of another.
#[derive(Serialize)]
struct Replace<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

impl<'a> Mend<'a> {
    fn new(fix: &'a Fix, locator: &mut Locator<'a>) -> Self {
        match fix {
            Fix::Create { path, text } => Mend::Create { file: path, text },
            Fix::Edit(edits) => {
                let edits = edits.iter().map(|edit| {
                    let place = locator.place(edit.span);
                    Replace {
                        file: place.path,
                        line: place.start.line,
                        column: place.start.column,
                        end_line: place.end.line,
                        end_column: place.end.column,
                        text: &edit.text,
                    }
                });
                Mend::Edits { edits: edits.collect() }
            }
        }
    }
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
                fix: diagnostic.fix.as_ref().map(|fix| Mend::new(fix, &mut locator)),
            }
        })
        .collect();
    let report = Report { diagnostics, summary };
    serde_json::to_string(&report).expect("a report has only text keys") + "\n"
}
