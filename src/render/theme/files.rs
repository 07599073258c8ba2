//! The files of a theme: the embedded ones, overridden one by one by the site's own.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::guard::Crash;
use crate::diag::{Code, Diagnostic, FileId, Span, Text};
use crate::source::Files;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The files of a theme by their path in its folder: `templates/home.html`.
#[derive(Debug, Clone)]
pub(crate) struct ThemeFiles<'a> {
    files: BTreeMap<String, ThemeFile<'a>>,
}

/// One file of a theme.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ThemeFile<'a> {
    /// What it holds.
    pub(crate) bytes: &'a [u8],
    /// The site's file that overrides the embedded one; `None` for an embedded one.
    pub(crate) file: Option<FileId>,
}

impl<'a> ThemeFile<'a> {
    /// The text; empty for a file that is none.
    pub(crate) fn text(self) -> &'a str {
        std::str::from_utf8(self.bytes).unwrap_or_default()
    }
}

impl<'a> ThemeFiles<'a> {
    /// The default theme as it is embedded in the program.
    pub(crate) fn embedded() -> Self {
        let mut files = BTreeMap::new();
        embed(&EMBEDDED, &mut files);
        ThemeFiles { files }
    }

    /// The theme `name` of a site.
    pub(crate) fn of_site(files: &'a Files, name: &str) -> Self {
        let mut theme = ThemeFiles::embedded();
        let folder = format!("themes/{name}/");
        for id in files.below(&folder).map(|(id, _)| id) {
            let file = files.get(id);
            if !file.is_readable() {
                // That has been reported; the embedded one keeps the rest from failing.
                continue;
            }
            let path = file.path[folder.len()..].to_owned();
            theme.files.insert(path, ThemeFile { bytes: file.bytes(), file: Some(id) });
        }
        theme
    }

    /// Whether the site has files of its own for it.
    pub(crate) fn is_overridden(&self) -> bool {
        self.files.values().any(|file| file.file.is_some())
    }

    /// The file at a path.
    pub(crate) fn get(&self, path: &str) -> Option<ThemeFile<'a>> {
        self.files.get(path).copied()
    }

    /// The files below a folder (written with a trailing `/`), with the rest of their paths.
    pub(crate) fn below(&self, folder: &str) -> impl Iterator<Item = (&str, ThemeFile<'a>)> {
        self.files.iter().filter_map(move |(path, file)| Some((path.strip_prefix(folder)?, *file)))
    }

    /// Whether the files below a folder are those of the default theme, byte for byte.
    pub(crate) fn are_embedded(&self, folder: &str) -> bool {
        self.files.iter().filter(|(path, _)| path.starts_with(folder)).all(|(path, file)| {
            let embedded = EMBEDDED.get_file(path);
            file.file.is_none() || embedded.is_some_and(|known| known.contents() == file.bytes)
        })
    }

    /// Takes away the site's own file, so that the embedded one counts; whether there was one.
    pub(crate) fn restore(&mut self, path: &str) -> bool {
        let own = self.files.get(path).is_some_and(|file| file.file.is_some());
        if own {
            self.files.remove(path);
            if let Some(file) = EMBEDDED.get_file(path) {
                let embedded = ThemeFile { bytes: file.contents(), file: None };
                self.files.insert(path.to_owned(), embedded);
            }
        }
        own
    }

    /// A mistake in the file at `path`, in the line counted from 1.
    pub(crate) fn mistake(&self, path: &str, line: usize, message: Text) -> Diagnostic {
        let file = self.get(path);
        let span = file.and_then(|file| Some(Span::new(file.file?, line_of(file.text(), line))));
        self.mistake_at(span, message)
    }

    /// A mistake in the file at `path`, in these bytes.
    pub(crate) fn mistake_in(
        &self,
        path: &str,
        bytes: std::ops::Range<usize>,
        message: Text,
    ) -> Diagnostic {
        let file = self.get(path).and_then(|file| file.file);
        self.mistake_at(file.map(|file| Span::new(file, bytes)), message)
    }

    /// A mistake of what the files of a folder make together: at the file `name` in it, or else at the
    /// first of the site's own.
    pub(super) fn mistake_near(&self, folder: &str, name: &str, message: Text) -> Diagnostic {
        let own = |name: &str| {
            self.get(&format!("{folder}{name}")).is_some_and(|file| file.file.is_some())
        };
        let mut names = self.below(folder).map(|(name, _)| name);
        let name = if own(name) { name } else { names.find(|name| own(name)).unwrap_or(name) };
        self.mistake(&format!("{folder}{name}"), 1, message)
    }

    /// That reading the file `name` of a folder made a library panic.
    pub(super) fn crash(&self, folder: &str, name: &str, crash: &Crash) -> Diagnostic {
        let file = format!("{folder}{name}");
        let message = text!("theme-error.crash", file = file, message = &crash.0);
        self.mistake_near(folder, name, message).hint(text!("theme-error.crash-hint"))
    }

    fn mistake_at(&self, span: Option<Span>, message: Text) -> Diagnostic {
        let place = span.unwrap_or(Span::whole(FileId(0)));
        Diagnostic { span, ..Diagnostic::new(Code::ThemeError, place, message) }
    }
}

fn embed<'a>(folder: &'static Dir<'static>, files: &mut BTreeMap<String, ThemeFile<'a>>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(path, ThemeFile { bytes: file.contents(), file: None });
    }
    for inner in folder.dirs() {
        embed(inner, files);
    }
}

/// The bytes of a line, without its end.
fn line_of(text: &str, line: usize) -> std::ops::Range<usize> {
    let mut start = 0;
    for (number, content) in text.split_inclusive('\n').enumerate() {
        if number + 1 == line {
            return start..start + content.trim_end().len();
        }
        start += content.len();
    }
    text.len()..text.len()
}
