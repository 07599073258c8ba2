//! The command line: arguments, one `run` per command, and what is printed.

mod args;
mod bar;
mod build;
mod check;
mod console;
mod draft;
mod explain;
mod extract;
mod failure;
mod init;
mod language;
mod mend;
mod new;
mod report;
mod serve;
mod schema;
mod summary;
mod usage;
mod words;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::FromArgMatches;

use args::{Arguments, Common, Task};
use failure::Failure;
use words::Words;

/// Runs the command that the arguments name.
pub(crate) fn main() -> ExitCode {
    let given: Vec<OsString> = std::env::args_os().collect();
    let asked = language::from_arguments(&given).or_else(language::from_environment);
    let mut words = Words::asked(asked);
    match run(&given, &mut words) {
        Ok(status) => status,
        Err(failure) => {
            console::note(&failure.printed(&words));
            Failure::status()
        }
    }
}

/// Reads the arguments and does what they ask for; help and version end here.
fn run(given: &[OsString], words: &mut Words) -> Result<ExitCode, Failure> {
    let parsed = args::command(words)
        .try_get_matches_from(with_help_behind(given))
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

/// The arguments with `help build` written as `build --help`.
fn with_help_behind(given: &[OsString]) -> Vec<OsString> {
    let mut arguments = given.to_vec();
    if arguments.get(1).is_some_and(|first| first == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

fn dispatch(arguments: &Arguments, words: &mut Words) -> Result<ExitCode, Failure> {
    let common = &arguments.common;
    if let Some(lang) = language::of_site(common.site.as_deref().unwrap_or(Path::new("."))) {
        words.settle(lang);
    }
    match &arguments.command {
        Task::Build(build) => build::run(build, site_dir(common, words)?, words),
        Task::Check(check) => check::run(check, site_dir(common, words)?, words),
        Task::Serve(serve) => serve::run(serve, site_dir(common, words)?, words),
        Task::Extract(extract) => {
            if common.site.is_some() {
                site_dir(common, words)?;
            }
            extract::run(extract, common.site.as_deref(), words)
        }
        Task::Explain(explain) => explain::run(explain, words),
        Task::Init(init) => init::run(init, words),
        Task::Draft(draft) => draft::run(draft, site_dir(common, words)?, words),
        Task::New(new) => new::run(new, site_dir(common, words)?, words),
        Task::Schema(schema) => schema::run(schema, site_dir(common, words)?, words),
    }
}

/// The site folder: the one named, or the current one.
fn site_dir<'a>(common: &'a Common, words: &Words) -> Result<&'a Path, Failure> {
    let folder = common.site.as_deref().unwrap_or(Path::new("."));
    if folder.is_dir() {
        return Ok(folder);
    }
    let message = words.fill("no-site-folder", &[("path", &folder.display().to_string())]);
    Err(Failure::usage(message, Some(words.get("no-site-folder-hint").to_owned())))
}
