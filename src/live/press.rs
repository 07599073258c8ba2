//! Where pages are made: a thread that has a theme loaded.
//!
//! A loaded theme points into its files, so that it lives on the stack of a thread of its own, with
//! them. A theme that has changed gets a new thread; the old one ends with the last snapshot that
//! uses it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::Made;
use crate::compile::Compilation;
use crate::diag::{FileId, Sink};
use crate::memo::Same;
use crate::render::{Subject, Theme, render_one};
use crate::source::{Config, File, Files};

/// The press that was used last.
#[derive(Debug, Default)]
pub(super) struct Presses {
    last: Option<Loaded>,
}

/// A theme as it was loaded.
#[derive(Debug)]
struct Loaded {
    input: Input,
    press: Option<Arc<Press>>,
    found: Sink,
}

/// What a theme is loaded from.
#[derive(Debug, PartialEq)]
struct Input {
    /// `site.yaml` and the files of all themes.
    files: Vec<(FileId, Same<File>)>,
    /// Where the site is published: the one thing of the configuration that no file says.
    base_url: Option<String>,
}

/// A thread that makes pages. It ends when nobody can ask it any more.
#[derive(Debug)]
pub(super) struct Press {
    jobs: Sender<Job>,
}

/// A file to make.
struct Job {
    compilation: Arc<Compilation>,
    path: String,
    reply: Sender<Made>,
}

impl Presses {
    /// The press for the theme in `files`, and what is wrong with it; `None` where it cannot be used.
    pub(super) fn of(&mut self, files: &Files, config: Config) -> (Option<Arc<Press>>, Sink) {
        let parts = files.below("site.yaml").chain(files.below("themes/"));
        let input = Input {
            files: parts.map(|(id, file)| (id, Same::of(file))).collect(),
            base_url: config.base_url.clone(),
        };
        let loaded = match self.last.take() {
            Some(last) if last.input == input => last,
            _ => {
                let (press, found) = Press::start(files.clone(), config);
                Loaded { input, press: press.map(Arc::new), found }
            }
        };
        let press = loaded.press.clone();
        let found = loaded.found.clone();
        self.last = Some(loaded);
        (press, found)
    }
}

impl Press {
    /// Loads the theme; returns what is wrong with it too.
    fn start(files: Files, config: Config) -> (Option<Press>, Sink) {
        let (jobs, asked) = channel();
        let (told, hear) = channel();
        std::thread::spawn(move || {
            let mut sink = Sink::new();
            let theme = Theme::load(&files, &config, &mut sink);
            let is_told = told.send((theme.is_some(), sink)).is_ok();
            if let Some(theme) = theme.filter(|_| is_told) {
                work(&theme, &asked);
            }
        });
        let (is_usable, found) = hear.recv().unwrap_or_default();
        (is_usable.then_some(Press { jobs }), found)
    }

    /// Makes one file of the built site.
    pub(super) fn make(&self, compilation: &Arc<Compilation>, path: &str) -> Made {
        let (reply, hear) = channel();
        let (compilation, path) = (Arc::clone(compilation), path.to_owned());
        match self.jobs.send(Job { compilation, path, reply }) {
            Ok(()) => hear.recv().unwrap_or_default(),
            Err(_) => Made::default(),
        }
    }
}

fn work(theme: &Theme<'_>, asked: &Receiver<Job>) {
    for Job { compilation, path, reply } in asked {
        let Some(site) = &compilation.site else { continue };
        let mut sink = Sink::new();
        let Compilation { files, report, .. } = &*compilation;
        let bytes = render_one(Subject { site, files, report, theme }, &path, &mut sink);
        // Nobody may be waiting any more.
        let _ = reply.send(Made { bytes, diagnostics: sink.into_sorted() });
    }
}
