//! `shushuo build`: checks the site and writes it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use shushuo::output::{self, OutputError, Written};
use shushuo::progress::{Progress, Step};
use shushuo::source::normal_base_url;
use shushuo::{Compilation, Options};

use super::args;
use super::bar::{self, Bar};
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
    let target = arguments.out.clone().unwrap_or_else(|| site_dir.join(TARGET));
    output::admit(&target, site_dir)?;
    let options = Options {
        base_url: arguments.base_url.as_deref().map(|url| base_url(url, words)).transpose()?,
        allow_errors: arguments.allow_errors,
        progress: Progress::default(),
    };
    let bar = Bar::show(&options.progress, words);
    let mut compilation = shushuo::compile(site_dir, &options);
    if let Some(site) = &compilation.site {
        words.settle(site.original());
    }
    let made = write(&mut compilation, &options, &target, site_dir);
    let times = options.progress.times();
    drop(bar);
    let (found, files) = (&compilation.diagnostics, &compilation.files);
    console::note(&report::text(found, files, words, console::width()));
    let Some(Made { paths, written, skipped }) = made? else {
        let errors = compilation.report.summary.errors.to_string();
        let message = words.fill("build-refused", &[("errors", &errors)]);
        console::note(&report::plain(&message, Some(words.get("build-refused-hint")), words));
        return Ok(ExitCode::from(CONTENT));
    };
    if !arguments.quiet {
        let mut rows = rows(&compilation, &paths, written, &target, words);
        for (step, time) in times.iter().filter(|_| arguments.verbose) {
            rows.add(bar::name(*step, words), summary::time(*time, words));
        }
        let took = summary::time(started.elapsed(), words);
        let key = match (written.unchanged, skipped) {
            (_, true) => "build-skipped",
            (true, false) => "build-unchanged",
            (false, false) => "build-done",
        };
        let heading = words.fill(key, &[("time", &took)]);
        console::result(&format!("{heading}\n{}", rows.printed()))?;
    }
    // The process ends here; taking a large site apart first would take a moment of its own.
    std::mem::forget(compilation);
    Ok(ExitCode::SUCCESS)
}

/// What was done.
struct Made {
    /// The paths of the site's files.
    paths: Vec<String>,
    written: Written,
    /// Whether no page was made, because all that stand there are what would be made.
    skipped: bool,
}

/// Makes the pages and writes them as they are made; `None` while an error stands.
fn write(
    compilation: &mut Compilation,
    options: &Options,
    target: &Path,
    site_dir: &Path,
) -> Result<Option<Made>, OutputError> {
    let is_refused = |compilation: &Compilation| compilation.has_errors() && !options.allow_errors;
    if is_refused(compilation) {
        return Ok(None);
    }
    let writing = output::begin(target, site_dir)?;
    let inputs = compilation.inputs(options);
    if let Some(paths) = writing.finished(inputs) {
        let written = Written { kept: paths.len(), unchanged: true, ..Written::default() };
        return Ok(Some(Made { paths, written, skipped: true }));
    }
    let found = compilation.diagnostics.len();
    let paths = compilation.render(options, |path, bytes| writing.put(path, bytes));
    if is_refused(compilation) {
        return Ok(None);
    }
    options.progress.enter(Step::Write);
    // What is found in making pages has to be found again.
    let inputs = (compilation.diagnostics.len() == found).then_some(inputs);
    let finished = writing.finish(inputs);
    if let Err(OutputError::BadName { .. }) = &finished {
        compilation.check_names(&paths);
        if is_refused(compilation) {
            return Ok(None);
        }
    }
    Ok(Some(Made { paths, written: finished?, skipped: false }))
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
    paths: &[String],
    written: Written,
    target: &Path,
    words: &'a Words,
) -> Rows<'a> {
    let mut rows = Rows::default();
    let site = compilation.site.as_ref();
    if let Some(site) = site {
        let paths = paths.iter().map(String::as_str);
        rows.add(words.get("row-pages"), summary::pages(paths, site.original(), words));
    }
    summary::content_rows(&mut rows, &compilation.report.summary, site, words);
    rows.add(words.get("row-files"), summary::files(written, words));
    let home: PathBuf = target.join("index.html");
    rows.add(words.get("row-open"), summary::file_url(&home));
    rows
}
