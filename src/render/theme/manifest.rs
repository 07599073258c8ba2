//! `theme.yaml`: which contract a theme was made for, its options and its fonts.

use super::files::ThemeFiles;
use super::fonts::{self, Font};
use crate::diag::{FileId, Sink, Span};
use crate::source::shape::{Key, Shape};
use crate::source::yaml::Node;
use crate::source::{Config, yaml};

/// The version of the contract between program and theme: the structs of
/// [`view`](crate::render::view).
const CONTRACT: &str = "1";

/// The keys of `theme.yaml`.
const SHAPE: Shape = Shape::Record(&[
    Key::optional("name", Shape::Text),
    Key::optional("version", Shape::Text),
    Key::required("contract", Shape::Text),
    Key::optional("options", Shape::Map(&Shape::Text)),
    Key::optional("fonts", Shape::Map(&fonts::SHAPE)),
]);

/// What `theme.yaml` says.
#[derive(Debug, Default)]
pub(super) struct Manifest<'a> {
    /// The options as SCSS variables.
    pub(super) options: String,
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
            options: options(theme, &node, config, sink),
            fonts: fonts::load(theme, node.get("fonts"), sink),
        }
    }
}

/// The theme's options as SCSS variables: the defaults of `theme.yaml`, changed by `site.yaml`.
fn options(theme: &ThemeFiles<'_>, node: &Node, config: &Config, sink: &mut Sink) -> String {
    let known = node.get("options").map_or(&[][..], Node::entries);
    let mut scss = String::new();
    for (name, value) in known {
        let standard = value.as_text().map(|text| text.value).unwrap_or_default();
        let value = config.theme_options.get(&name.value).unwrap_or(&standard);
        scss.push_str(&format!("${}: {value};\n", name.value));
    }
    for name in config.theme_options.keys() {
        if !known.iter().any(|(key, _)| key.value == *name) {
            let message = text!("theme-error.option", name = name);
            let mut diagnostic = theme.mistake("theme.yaml", 1, message);
            diagnostic.span = config.file.map(Span::whole);
            sink.push(diagnostic);
        }
    }
    scss
}
