//! The whole line, from the site folder to the files of the built site, in memory.

use std::path::Path;

use crate::check::{self, Report};
use crate::content;
use crate::diag::{Diagnostic, Severity, Sink};
use crate::progress::{Progress, Step};
use crate::render::{self, OutputFile};
use crate::site::{self, Site};
use crate::source::{self, Config, Files};

/// What a run is asked for, besides the folder.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where the site is published, instead of what `site.yaml` says.
    pub base_url: Option<String>,
    /// Whether pages are made though an error stands; they mark what is in doubt.
    pub allow_errors: bool,
    /// Whether pages are made at all.
    pub render: bool,
    /// Where the run says how far it is.
    pub progress: Progress,
}

/// What a run gives.
#[derive(Debug)]
pub struct Compilation {
    /// The files that were read; diagnostics point into them.
    pub files: Files,
    /// The site; `None` where there is no `site.yaml`.
    pub site: Option<Site>,
    /// What the checks found, in numbers.
    pub report: Report,
    /// Everything that is wrong, in source order.
    pub diagnostics: Vec<Diagnostic>,
    /// The files of the built site, by path; none where an error forbids it.
    pub output: Vec<OutputFile>,
}

/// Runs the whole line over the site in `folder`, writing nothing.
pub fn compile(folder: &Path, options: &Options) -> Compilation {
    let mut sink = Sink::new();
    options.progress.enter(Step::Read);
    let files = source::load(folder, &mut sink);
    compile_files(files, options, sink)
}

/// The same for files that are in memory already, with what was found in reading them.
pub fn compile_files(files: Files, options: &Options, mut sink: Sink) -> Compilation {
    options.progress.enter(Step::Parse);
    let mut config = Config::parse(&files, &mut sink);
    if options.base_url.is_some() {
        config.base_url.clone_from(&options.base_url);
    }
    if config.file.is_none() {
        return Compilation::without_site(files, sink);
    }
    let content = content::parse(&files, &config, &mut sink);
    options.progress.enter(Step::Assemble);
    let site = site::assemble(content, config, &files, &mut sink);
    options.progress.enter(Step::Check);
    let mut report = check::check(&site, &files, &mut sink);
    let mut output = Vec::new();
    if options.render && (options.allow_errors || !sink.has_errors()) {
        options.progress.enter(Step::Render);
        report.doubts = sink.error_spans();
        output = render::render(&site, &files, &report, &mut sink);
        if sink.has_errors() && !options.allow_errors {
            output.clear();
        }
    }
    let diagnostics = sink.into_sorted();
    report.summary.count(&diagnostics);
    Compilation { files, site: Some(site), report, diagnostics, output }
}

impl Compilation {
    fn without_site(files: Files, sink: Sink) -> Self {
        let diagnostics = sink.into_sorted();
        let mut report = Report::default();
        report.summary.count(&diagnostics);
        Compilation { files, site: None, report, diagnostics, output: Vec::new() }
    }

    /// Whether an error stands.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}
