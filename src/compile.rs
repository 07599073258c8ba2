//! The whole line, from the site folder to the files of the built site.

use std::path::Path;

use crate::check::{self, Report};
use crate::content;
use crate::diag::{Code, Diagnostic, Severity, Sink, Span, abridge};
use crate::figure;
use crate::output::{self, Digest};
use crate::progress::{Progress, Step};
use crate::render::{self, OutputFile, Theme};
use crate::site::{self, Site};
use crate::source::{self, Config, File, Files};

/// What a run is asked for, besides the folder.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where the site is published, instead of what `site.yaml` says.
    pub base_url: Option<String>,
    /// Whether pages are made though an error stands; they mark what is in doubt.
    pub allow_errors: bool,
    /// Where the run says how far it is.
    pub progress: Progress,
}

/// What each phase made in the run before.
#[derive(Debug)]
pub struct Memory {
    content: content::Memory,
    figure: figure::Memory,
    check: check::Memory,
}

impl Memory {
    /// A memory that keeps nothing: for a program that runs once.
    pub fn forgetful() -> Self {
        Memory {
            content: content::Memory::forgetful(),
            figure: figure::Memory::forgetful(),
            check: check::Memory::forgetful(),
        }
    }

    /// A memory for a site that is compiled again and again.
    pub fn keeping() -> Self {
        Memory {
            content: content::Memory::keeping(),
            figure: figure::Memory::keeping(),
            check: check::Memory::keeping(),
        }
    }
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
}

/// Runs the whole line over the site in `folder`, writing nothing.
pub fn compile(folder: &Path, options: &Options) -> Compilation {
    let mut sink = Sink::new();
    options.progress.enter(Step::Read);
    let files = source::load(folder, &mut sink);
    compile_files(files, options, sink)
}

/// The same for files that are in memory already, with what was found in reading them.
pub fn compile_files(files: Files, options: &Options, sink: Sink) -> Compilation {
    compile_again(files, options, &mut Memory::forgetful(), sink)
}

/// The same for a site that was compiled before: what was made of the same inputs in the run that
/// `memory` remembers is used again.
pub fn compile_again(
    files: Files,
    options: &Options,
    memory: &mut Memory,
    mut sink: Sink,
) -> Compilation {
    options.progress.enter(Step::Parse);
    let mut config = Config::parse(&files, &mut sink);
    if options.base_url.is_some() {
        config.base_url.clone_from(&options.base_url);
    }
    if config.file.is_none() {
        return Compilation::new(files, None, Report::default(), sink);
    }
    let content = content::parse(&files, &config, &mut memory.content, &mut sink);
    options.progress.enter(Step::Assemble);
    let site = site::assemble(content, config, &files, &mut memory.figure, &mut sink);
    options.progress.enter(Step::Check);
    let mut report = check::check(&site, &files, &mut memory.check, &mut sink);
    report.doubts = sink.error_spans();
    Compilation::new(files, Some(site), report, sink)
}

impl Compilation {
    fn new(files: Files, site: Option<Site>, mut report: Report, sink: Sink) -> Self {
        let found = sink.into_sorted();
        report.summary.count(&found);
        let diagnostics = abridge(found);
        Compilation { files, site, report, diagnostics }
    }

    /// Makes every file of the built site and hands its path and bytes to `put` as soon as it is
    /// made: from many threads, in no order. Returns the paths, sorted. What is wrong with the theme
    /// is added to the diagnostics; while an error stands the files are not to be published.
    pub fn render(&mut self, options: &Options, put: impl Fn(&str, &[u8]) + Sync) -> Vec<String> {
        options.progress.enter(Step::Render);
        let Some(site) = &self.site else { return Vec::new() };
        let mut sink = Sink::new();
        let theme = Theme::load(&self.files, &site.config, &mut sink);
        let paths = theme.map_or_else(Vec::new, |theme| {
            render::render_each(site, &self.files, &self.report, &theme, &mut sink, &put)
        });
        self.add(sink);
        paths
    }

    /// The files of the built site in memory, by path; none where an error forbids it.
    pub fn rendered(&mut self, options: &Options) -> Vec<OutputFile> {
        let is_refused = |made: &Self| made.has_errors() && !options.allow_errors;
        if is_refused(self) {
            return Vec::new();
        }
        let files = render::collected(|put| drop(self.render(options, put)));
        if is_refused(self) { Vec::new() } else { files }
    }

    /// Finds the paths of the built site that some system cannot hold, at what they come from.
    pub fn check_names(&mut self, paths: &[String]) {
        let Some(site) = &self.site else { return };
        let mut sink = Sink::new();
        for (path, refused) in output::bad_names(paths) {
            let theme = site.config.theme.as_str();
            let of_theme = || {
                let name = path.strip_prefix("assets/")?;
                self.files.find(&format!("themes/{theme}/static/{name}")).map(Span::whole)
            };
            let config = site.config.file.map(Span::whole);
            if let Some(span) = site.origin(path).or_else(of_theme).or(config) {
                let found = Diagnostic::new(Code::BadName, span, refused.message());
                sink.push(found.hint(refused.hint()));
            }
        }
        self.add(sink);
    }

    /// Adds what was found later.
    pub(crate) fn add(&mut self, sink: Sink) {
        let mut found = sink.into_sorted();
        found.retain(|found| !self.has(found));
        self.report.summary.count(&found);
        let mut all = Sink::new();
        abridge(found).into_iter().for_each(|found| all.push(found));
        self.diagnostics.drain(..).for_each(|found| all.push(found));
        self.diagnostics = all.into_sorted();
    }

    /// Whether something is told already.
    fn has(&self, found: &Diagnostic) -> bool {
        let place = |known: &Diagnostic| (known.span, known.code);
        let first = self.diagnostics.partition_point(|known| place(known) < place(found));
        let there =
            self.diagnostics[first..].iter().take_while(|known| place(known) == place(found));
        there.into_iter().any(|known| known == found)
    }

    /// A digest of all that the pages are made of: the program's version, the options, the files.
    pub fn inputs(&self, options: &Options) -> Digest {
        use rayon::prelude::*;
        let program = env!("CARGO_PKG_VERSION");
        let asked = format!("{program} {:?} {}", options.base_url, options.allow_errors);
        let files: Vec<&File> = self.files.below("").map(|(_, file)| &**file).collect();
        let digests: Vec<Digest> = files
            .par_iter()
            .map(|file| Digest::of(file.path.as_bytes()).with(Digest::of(file.bytes())))
            .collect();
        digests.into_iter().fold(Digest::of(asked.as_bytes()), Digest::with)
    }

    /// Whether an error stands.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}
