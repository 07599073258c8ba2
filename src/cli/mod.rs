//! The command line: arguments, one `run` per command, and what is printed.

mod args;
mod console;
mod explain;
mod failure;
mod language;
mod report;
mod usage;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use args::{Arguments, Task};
use failure::Failure;
use words::Words;

/// Runs the command that the arguments name.
pub(crate) fn main() -> ExitCode {
    let given: Vec<OsString> = std::env::args_os().collect();
    let asked = language::from_arguments(&given).or_else(language::from_environment);
    let words = Words::new(asked.unwrap_or(shushuo::lang::Lang::En));
    match run(&given, &words) {
        Ok(status) => status,
        Err(failure) => {
            console::note(&failure.printed(&words));
            Failure::status()
        }
    }
}

/// Reads the arguments and does what they ask for; help and version end here.
fn run(given: &[OsString], words: &Words) -> Result<ExitCode, Failure> {
    let parsed = args::command(words)
        .try_get_matches_from(given)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Ok(arguments) => dispatch(&arguments, words),
        Err(error) if !error.use_stderr() => {
            console::result(&error.render().ansi().to_string())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            let (message, hint) = usage::explain(&error, words);
            Err(Failure::usage(message, Some(hint)))
        }
    }
}

fn dispatch(arguments: &Arguments, words: &Words) -> Result<ExitCode, Failure> {
    match &arguments.command {
        Task::Explain(explain) => explain::run(explain, words),
    }
}
