//! `theme.yaml`: which contract a theme was made for, its options and its fonts.

use super::files::ThemeFiles;
use super::fonts::{self, Font};
use super::options::{self, Options};
use crate::diag::{FileId, Sink};
use crate::source::shape::{Key, Shape};
use crate::source::{Config, yaml};

/// The version of the contract between program and theme: the structs of
/// [`view`](crate::render::view).
const CONTRACT: &str = "1";

/// The keys of `theme.yaml`.
const SHAPE: Shape = Shape::Record(&[
    Key::optional("name", Shape::Text),
    Key::optional("version", Shape::Text),
    Key::required("contract", Shape::Text),
    Key::optional("options", Shape::Map(&Shape::Prose)),
    Key::optional("fonts", Shape::Map(&fonts::SHAPE)),
]);

/// What `theme.yaml` says.
#[derive(Debug, Default)]
pub(super) struct Manifest<'a> {
    /// The options as SCSS variables.
    pub(super) options: Options,
    /// The fonts that can be used.
    pub(super) fonts: Vec<Font<'a>>,
}

impl<'a> Manifest<'a> {
    /// Reads the file, reporting what is wrong with it and with what `site.yaml` sets of it.
    pub(super) fn load(theme: &ThemeFiles<'a>, config: &Config, sink: &mut Sink) -> Self {
        let Some(file) = theme.get("theme.yaml") else { return Manifest::default() };
        let text = file.text();
        let id = file.file.unwrap_or(FileId(u32::MAX));
        let Some(node) = yaml::parse(id, text, 0..text.len(), sink) else {
            return Manifest::default();
        };
        SHAPE.check(&node, sink);
        if let Some(contract) = node.text("contract")
            && contract.value != CONTRACT
        {
            let message = text!("theme-error.contract", theirs = contract.value, ours = CONTRACT);
            sink.push(theme.mistake_in("theme.yaml", contract.span.range(), message));
        }
        Manifest {
            options: options::load(theme, &node, config, sink),
            fonts: fonts::load(theme, node.get("fonts"), sink),
        }
    }
}
