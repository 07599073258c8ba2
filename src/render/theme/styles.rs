//! The theme's styles, compiled from `styles/main.scss` to one small file.

use std::io;
use std::path::Path;

use super::files::ThemeFiles;
use super::fonts;
use super::guard::guarded;
use super::manifest::Manifest;
use super::options::Options;
use crate::diag::{Diagnostic, FileId, Sink, Span};

/// Where the styles begin.
const MAIN: &str = "styles/main.scss";
/// The module that holds the theme's options, made from `theme.yaml` and `site.yaml`.
const OPTIONS: &str = "styles/_options.scss";
/// The module that holds the theme's fonts, made from `theme.yaml` and the font files.
const FONTS: &str = "styles/_fonts.scss";

/// The modules that are made and not written.
#[derive(Debug)]
pub(super) struct Made {
    options: Options,
    fonts: String,
}

impl Made {
    pub(super) fn new(manifest: &Manifest<'_>) -> Self {
        Made { options: manifest.options.clone(), fonts: fonts::scss(&manifest.fonts) }
    }

    fn get(&self, path: &str) -> Option<&str> {
        match path {
            OPTIONS => Some(&self.options.scss),
            FONTS => Some(&self.fonts),
            _ => None,
        }
    }
}

/// The theme's folder as the compiler sees it.
#[derive(Debug)]
struct Folder<'a> {
    files: &'a ThemeFiles<'a>,
    made: &'a Made,
}

impl Folder<'_> {
    fn read_text(&self, path: &Path) -> Option<&[u8]> {
        let name = path.to_str()?.replace('\\', "/");
        let made = self.made.get(&name).map(str::as_bytes);
        made.or_else(|| self.files.get(&name).map(|file| file.bytes))
    }
}

impl grass::Fs for Folder<'_> {
    fn is_dir(&self, path: &Path) -> bool {
        path.to_str().is_some_and(|name| {
            let folder = format!("{}/", name.trim_end_matches('/'));
            self.files.below(&folder).next().is_some()
        })
    }

    fn is_file(&self, path: &Path) -> bool {
        self.read_text(path).is_some()
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.read_text(path)
            .map(<[u8]>::to_vec)
            .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, path.display().to_string()))
    }
}

/// Compiles the styles together with the modules that are made.
///
/// A mistake in an option is reported at `site.yaml`, which set it.
pub(super) fn compile(
    files: &ThemeFiles<'_>,
    made: &Made,
    site: Option<FileId>,
    sink: &mut Sink,
) -> Option<String> {
    let folder = Folder { files, made };
    let settings = grass::Options::default()
        .fs(&folder)
        .logger(&grass::NullLogger)
        .style(grass::OutputStyle::Compressed);
    let found = match guarded(|| grass::from_path(MAIN, &settings)) {
        Ok(Ok(css)) => return Some(css.trim_start_matches('\u{feff}').to_owned()),
        Ok(Err(error)) => report(files, made, site, *error),
        Err(crash) => files.crash("styles/", "main.scss", &crash),
    };
    sink.push(found);
    None
}

fn report(
    files: &ThemeFiles<'_>,
    made: &Made,
    site: Option<FileId>,
    error: grass::Error,
) -> Diagnostic {
    match error.kind() {
        grass::ErrorKind::ParseError { message, loc, .. } => {
            let path = loc.file.name().to_owned();
            let text = text!("theme-error.style", file = &path, message = message);
            let mut diagnostic = files.mistake(&path, loc.begin.line + 1, text);
            if path == OPTIONS {
                let set = made.options.places.get(loc.begin.line).copied().flatten();
                diagnostic.span = set.or(site.map(Span::whole));
            }
            diagnostic
        }
        other => {
            let message = match other {
                grass::ErrorKind::IoError(error) => error.to_string(),
                _ => "UTF-8".to_owned(),
            };
            files.mistake(MAIN, 1, text!("theme-error.style", file = MAIN, message = message))
        }
    }
}
