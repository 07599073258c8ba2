//! `seeds/NAME.yaml`: what a source is.

use super::File;
use super::shape::{BILINGUAL, BILINGUAL_PROSE, Key, Shape};
use super::yaml::{self, Node};
use crate::diag::{Code, Diagnostic, FileId, Sink};
use crate::lang::{Bilingual, Lang};

/// What the site knows about a source.
#[derive(Debug, Clone, Default)]
pub struct Meta {
    /// What it is called.
    pub title: Bilingual<Option<String>>,
    /// Who published it.
    pub publisher: Bilingual<Option<String>>,
    /// Who wrote it, as printed.
    pub authors: Bilingual<Option<String>>,
    /// When it was published, as `2023-01-06`.
    pub date: Option<String>,
    /// Where it can be read online.
    pub url: Option<String>,
    /// The language of its text.
    pub language: Option<Lang>,
    /// What readers should know about it.
    pub note: Bilingual<Option<String>>,
    /// How much of it the site shows.
    pub publish: Publish,
}

/// How much of a source the site shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Publish {
    /// A window around each quote.
    #[default]
    Windows,
    /// The whole text.
    Full,
}

/// The keys of `seeds/NAME.yaml`.
pub const META: Shape = Shape::Record(&[
    Key::required("title", BILINGUAL),
    Key::optional("publisher", BILINGUAL),
    Key::optional("authors", BILINGUAL_PROSE),
    Key::optional("date", Shape::Date),
    Key::optional("url", Shape::Prose),
    Key::optional("language", Shape::Choice(&["zh", "en"])),
    Key::optional("note", BILINGUAL_PROSE),
    Key::optional("publish", Shape::Choice(&["windows", "full"])),
]);

impl Meta {
    /// Reads the file, reporting what is wrong with it.
    pub fn parse(id: FileId, file: &File, sink: &mut Sink) -> Meta {
        let text = file.text();
        let Some(node) = yaml::parse(id, text, 0..text.len(), sink) else {
            return Meta::default();
        };
        META.check(&node, sink);
        Meta {
            title: node.bilingual("title"),
            publisher: node.bilingual("publisher"),
            authors: node.bilingual("authors"),
            date: node.text("date").map(|date| date.value),
            url: url(&node, sink),
            language: node.text("language").and_then(|language| Lang::from_code(&language.value)),
            note: node.bilingual("note"),
            publish: match node.text("publish") {
                Some(publish) if publish.value == "full" => Publish::Full,
                _ => Publish::Windows,
            },
        }
    }
}

fn url(node: &Node, sink: &mut Sink) -> Option<String> {
    let written = node.text("url")?;
    if !is_web_address(&written.value) {
        let message = text!("invalid-value.url", value = &written.value);
        let hint = text!("hint.write", example = "https://example.org/report.html");
        sink.push(Diagnostic::new(Code::InvalidValue, written.span, message).hint(hint));
        return None;
    }
    Some(written.value)
}

/// Whether an address leads to the web and nowhere else.
pub fn is_web_address(address: &str) -> bool {
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://")
}
