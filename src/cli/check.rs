//! `shushuo check`: the same line as `build`, without writing anything.

use std::path::Path;
use std::process::ExitCode;

use shushuo::Options;

use super::args::{self, CheckFormat};
use super::bar::Bar;
use super::console;
use super::failure::{CONTENT, Failure};
use super::mend;
use super::report;
use super::summary::{self, Rows};
use super::words::Words;

/// Checks the site in `site_dir` and prints the report.
pub(crate) fn run(
    arguments: &args::Check,
    site_dir: &Path,
    words: &mut Words,
) -> Result<ExitCode, Failure> {
    if arguments.fix {
        let say = match arguments.format {
            CheckFormat::Text => mend::on_output,
            CheckFormat::Json | CheckFormat::Github => mend::beside,
        };
        mend::run(site_dir, arguments.dry_run, say, words)?;
    }
    let options = Options::default();
    let bar = Bar::show(&options.progress, words);
    let mut compilation = shushuo::compile(site_dir, &options);
    // The pages are made too, and forgotten: a theme's mistakes show only then.
    let paths = compilation.render(&options, |_, _| ());
    compilation.check_names(&paths);
    drop(bar);
    if let Some(site) = &compilation.site {
        words.settle(site.original());
    }
    let (diagnostics, files) = (&compilation.diagnostics, &compilation.files);
    let found = &compilation.report.summary;
    let in_short = || {
        let mut rows = Rows::default();
        summary::content_rows(&mut rows, found, compilation.site.as_ref(), words);
        let heading = match found.errors {
            0 => words.get("check-passed"),
            _ => words.get("check-failed"),
        };
        format!("{heading}\n{}", rows.printed())
    };
    let printed = match arguments.format {
        CheckFormat::Text => {
            console::note(&report::text(diagnostics, files, words, console::width()));
            in_short()
        }
        CheckFormat::Json => report::json(diagnostics, found, files, words),
        CheckFormat::Github => {
            report::github(diagnostics, files, &from_here(site_dir), words) + &in_short()
        }
    };
    console::result(&printed)?;
    Ok(if found.errors == 0 { ExitCode::SUCCESS } else { ExitCode::from(CONTENT) })
}

/// The site folder as seen from the current one, with a `/` behind it; pull requests name files
/// from the repository's top, where workflows run.
fn from_here(site_dir: &Path) -> String {
    let here = std::env::current_dir().and_then(std::fs::canonicalize);
    let there = std::fs::canonicalize(site_dir);
    let (Ok(here), Ok(there)) = (here, there) else { return String::new() };
    match there.strip_prefix(here) {
        Ok(path) => path.iter().map(|name| format!("{}/", name.to_string_lossy())).collect(),
        Err(_) => String::new(),
    }
}
