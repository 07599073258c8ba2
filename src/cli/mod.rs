//! The command line: arguments, one `run` per command, and what is printed.

mod language;
mod report;
mod words;

use std::process::ExitCode;

/// Runs the command that the arguments name.
pub(crate) fn main() -> ExitCode {
    ExitCode::SUCCESS
}
