//! A site that is being edited: compiled again after every change, its pages made when they are
//! asked for. Nothing is written.

mod press;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::compile::{Compilation, Memory, Options, compile_again};
use crate::diag::{Diagnostic, Sink};
use crate::source::{Folder, report};
use press::Presses;

/// A site folder that is watched by somebody who says what changed.
#[derive(Debug)]
pub struct Session {
    folder: Folder,
    options: Options,
    memory: Memory,
    presses: Presses,
}

/// A site as it was at one moment.
#[derive(Debug, Clone)]
pub struct Snapshot {
    compilation: Arc<Compilation>,
    /// What makes the pages; `None` where there is no site, or its theme cannot be used.
    press: Option<Arc<press::Press>>,
}

/// A file of the built site.
#[derive(Debug, Clone, Default)]
pub struct Made {
    /// What it holds; `None` where the site has no such file, or it cannot be made.
    pub bytes: Option<Vec<u8>>,
    /// The mistakes of the theme that making it showed.
    pub diagnostics: Vec<Diagnostic>,
}

impl Session {
    /// Reads the site in `folder` for the first time.
    pub fn open(folder: &Path, options: Options) -> Session {
        Session {
            folder: Folder::open(folder),
            options,
            memory: Memory::keeping(),
            presses: Presses::default(),
        }
    }

    /// The folder.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Reads again what may have changed at these paths. Returns the files that differ now.
    pub fn refresh(&mut self, changed: &[PathBuf]) -> Vec<String> {
        self.folder.refresh(changed)
    }

    /// Reads everything again, where it is not known what changed. Returns the files that differ now.
    pub fn refresh_all(&mut self) -> Vec<String> {
        self.folder.refresh_all()
    }

    /// Compiles the site as it was last read.
    pub fn compile(&mut self) -> Snapshot {
        let files = self.folder.files().clone();
        let mut sink = Sink::new();
        report(&files, &mut sink);
        let mut compilation = compile_again(files, &self.options, &mut self.memory, sink);
        let site = compilation.site.as_ref();
        let config = site.map(|site| site.config.clone());
        let press = config.and_then(|config| {
            let (press, found) = self.presses.of(&compilation.files, config);
            compilation.add(found);
            press
        });
        Snapshot { compilation: Arc::new(compilation), press }
    }
}

impl Snapshot {
    /// What the run gave: the site and everything that is wrong with it, its theme included.
    pub fn compilation(&self) -> &Compilation {
        &self.compilation
    }

    /// Makes one file of the built site, as `build` would; only fonts keep characters that no page
    /// has.
    pub fn file(&self, path: &str) -> Made {
        match &self.press {
            Some(press) => press.make(&self.compilation, path),
            None => Made::default(),
        }
    }
}
