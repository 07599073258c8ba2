//! `shushuo build`: checks the site and writes it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use shushuo::output::{self, Written};
use shushuo::source::normal_base_url;
use shushuo::{Compilation, Options};

use super::args;
use super::console;
use super::failure::{CONTENT, Failure};
use super::report;
use super::summary::{self, Rows};
use super::words::Words;

/// The folder of the built site, in the site folder, unless the author says another.
const TARGET: &str = "dist";

/// Builds the site in `site_dir`; while an error stands nothing is written.
pub(crate) fn run(
    arguments: &args::Build,
    site_dir: &Path,
    words: &mut Words,
) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let options = Options {
        base_url: arguments.base_url.as_deref().map(|url| base_url(url, words)).transpose()?,
        allow_errors: arguments.allow_errors,
        render: true,
    };
    let compilation = shushuo::compile(site_dir, &options);
    if let Some(site) = &compilation.site {
        words.settle(site.original());
    }
    let compiled = started.elapsed();
    let found = &compilation.report.summary;
    console::note(&report::text(
        &compilation.diagnostics,
        &compilation.files,
        words,
        console::width(),
    ));
    if found.errors > 0 && !arguments.allow_errors {
        let count = found.errors.to_string();
        let message = words.fill("build-refused", &[("errors", &count)]);
        console::note(&report::plain(&message, Some(words.get("build-refused-hint")), words));
        return Ok(ExitCode::from(CONTENT));
    }
    let target = arguments.out.clone().unwrap_or_else(|| site_dir.join(TARGET));
    let files = compilation.output.iter().map(|file| (file.path.as_str(), &file.bytes[..]));
    let written = output::write(&target, site_dir, files)?;
    if !arguments.quiet {
        let mut times = Vec::new();
        if arguments.verbose {
            times.push((words.get("row-compiling"), compiled));
            times.push((words.get("row-writing"), started.elapsed() - compiled));
        }
        let mut rows = rows(&compilation, written, &target, words);
        for (name, time) in times {
            rows.add(name, summary::time(time, words));
        }
        let took = summary::time(started.elapsed(), words);
        let heading = match written.unchanged {
            true => words.fill("build-unchanged", &[("time", &took)]),
            false => words.fill("build-done", &[("time", &took)]),
        };
        console::result(&format!("{heading}\n{}", rows.printed()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The address the site is built for, as links need it.
fn base_url(written: &str, words: &Words) -> Result<String, Failure> {
    normal_base_url(written).ok_or_else(|| {
        let message = words.fill("no-base-url", &[("url", written)]);
        Failure::usage(message, Some(words.get("no-base-url-hint").to_owned()))
    })
}

fn rows<'a>(
    compilation: &Compilation,
    written: Written,
    target: &Path,
    words: &'a Words,
) -> Rows<'a> {
    let mut rows = Rows::default();
    let site = compilation.site.as_ref();
    if let Some(site) = site {
        let paths = compilation.output.iter().map(|file| file.path.as_str());
        rows.add(words.get("row-pages"), summary::pages(paths, site.original(), words));
    }
    summary::content_rows(&mut rows, &compilation.report.summary, site, words);
    rows.add(words.get("row-files"), summary::files(written, words));
    let home: PathBuf = target.join("index.html");
    rows.add(words.get("row-open"), summary::file_url(&home));
    rows
}
