//! Diagnostics as workflow commands, which mark the lines of a pull request.
//!
//! The format is that of GitHub Actions' workflow commands: `::error file=…,line=…::message`.

use shushuo::diag::{Diagnostic, Severity};
use shushuo::source::Files;

use super::Locator;
use crate::cli::words::Words;

/// One workflow command a line; `folder` is the site folder as seen from the repository's top.
pub(crate) fn github(
    diagnostics: &[Diagnostic],
    files: &Files,
    folder: &str,
    words: &Words,
) -> String {
    let mut locator = Locator::new(files);
    let mut commands = String::new();
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let mut properties = Vec::new();
        if let Some(place) = locator.of(diagnostic) {
            properties.push(("file", format!("{folder}{}", place.path)));
            properties.push(("line", place.start.line.to_string()));
            properties.push(("endLine", place.end.line.to_string()));
            // Columns are understood only within one line.
            if place.start.line == place.end.line {
                properties.push(("col", place.start.column.to_string()));
                properties.push(("endColumn", place.end.column.to_string()));
            }
        }
        properties.push(("title", diagnostic.code.name().to_owned()));
        let properties: Vec<String> = properties
            .into_iter()
            .map(|(name, value)| format!("{name}={}", escape(&value, true)))
            .collect();
        let mut message = words.say(&diagnostic.message);
        for hint in &diagnostic.hints {
            message.push_str(&format!("\n{}: {}", words.get("frame-help"), words.say(hint)));
        }
        let message = escape(&message, false);
        commands.push_str(&format!("::{command} {}::{message}\n", properties.join(",")));
    }
    commands
}

/// Escapes what would end a command, and in a property what would end the property.
fn escape(text: &str, is_property: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '%' => escaped.push_str("%25"),
            '\r' => escaped.push_str("%0D"),
            '\n' => escaped.push_str("%0A"),
            ':' if is_property => escaped.push_str("%3A"),
            ',' if is_property => escaped.push_str("%2C"),
            other => escaped.push(other),
        }
    }
    escaped
}
