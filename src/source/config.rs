//! `site.yaml`: what the site is called, and how it is made.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::meta::is_web_address;
use super::shape::{BILINGUAL, BILINGUAL_PROSE, Key, Shape, did_you_mean};
use super::yaml::Node;
use super::{Files, yaml};
use crate::diag::{Code, Diagnostic, FileId, Severity, Sink, Span, Spanned};
use crate::lang::{Bilingual, Lang};

/// What `site.yaml` says.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file, for messages about it; `None` in a folder without one.
    pub file: Option<FileId>,
    /// The site's title.
    pub title: Bilingual<String>,
    /// What the site is about, in a sentence.
    pub description: Bilingual<Option<String>>,
    /// The language the reports are written in.
    pub original: Lang,
    /// Where the site is published, with a trailing `/`; absolute links need it.
    pub base_url: Option<String>,
    /// The theme's name: a folder below `themes/`, or `default`.
    pub theme: String,
    /// Where it is named; `None` where it is not.
    pub theme_span: Option<Span>,
    /// What the site sets of the theme's options.
    pub theme_options: BTreeMap<String, ThemeOption>,
    /// Checks with another severity than their own; `None` switches one off.
    pub checks: BTreeMap<Code, Option<Severity>>,
    /// The tags' names, by id, in the order written.
    pub tags: IndexMap<String, Bilingual<String>>,
    /// The source of all figures that do not name one.
    pub source: Option<String>,
    /// Whether raw HTML in Markdown is passed through.
    pub raw_html: bool,
    /// Who publishes the site.
    pub author: Bilingual<Option<String>>,
    /// The licence of the site's words, as a reader sees it.
    pub license: Bilingual<Option<String>>,
}

/// What a site sets of its theme.
#[derive(Debug, Clone)]
pub struct ThemeOption {
    /// Where the option's name stands.
    pub name: Span,
    /// What it is set to.
    pub value: Spanned<String>,
}

/// The site's title stands on every page: once for both languages, or in each.
const TITLE: Shape =
    Shape::TextOr(&[Key::required("zh", Shape::Text), Key::required("en", Shape::Text)]);

/// The keys of `site.yaml`.
pub const CONFIG: Shape = Shape::Record(&[
    Key::required("title", TITLE),
    Key::optional("description", BILINGUAL_PROSE),
    Key::optional("languages", Shape::List(&Shape::Choice(&["zh", "en"]))),
    Key::optional("base_url", Shape::Prose),
    Key::optional(
        "theme",
        Shape::TextOr(&[
            Key::required("name", Shape::Text),
            Key::optional("options", Shape::Map(&Shape::Prose)),
        ]),
    ),
    Key::optional("checks", Shape::Map(&Shape::Choice(&["error", "warning", "off"]))),
    Key::optional("tags", Shape::Map(&BILINGUAL)),
    Key::optional("source", Shape::Text),
    Key::optional("markdown", Shape::Record(&[Key::optional("html", Shape::Flag)])),
    Key::optional("author", BILINGUAL),
    Key::optional("license", BILINGUAL),
]);

/// What a folder without `site.yaml` is: no site, which is reported by [`Config::parse`].
impl Default for Config {
    fn default() -> Self {
        Config {
            file: None,
            title: Bilingual::default(),
            description: Bilingual::default(),
            original: Lang::Zh,
            base_url: None,
            theme: "default".to_owned(),
            theme_span: None,
            theme_options: BTreeMap::new(),
            checks: BTreeMap::new(),
            tags: IndexMap::new(),
            source: None,
            raw_html: false,
            author: Bilingual::default(),
            license: Bilingual::default(),
        }
    }
}

impl Config {
    /// Reads `site.yaml`, reporting what is wrong with it.
    pub fn parse(files: &Files, sink: &mut Sink) -> Config {
        let Some(file) = files.find("site.yaml") else {
            sink.push(Diagnostic {
                span: None,
                ..Diagnostic::new(
                    Code::MissingFile,
                    Span::whole(FileId(0)),
                    text!("missing-file.site"),
                )
                .hint(text!("missing-file.site-hint"))
            });
            return Config::default();
        };
        let text = files.get(file).text();
        let empty = Config { file: Some(file), ..Config::default() };
        let Some(node) = files
            .get(file)
            .is_readable()
            .then(|| yaml::parse(file, text, 0..text.len(), sink))
            .flatten()
        else {
            return empty;
        };
        CONFIG.check(&node, sink);
        let title = node.bilingual("title");
        Config {
            title: Bilingual::from_fn(|lang| {
                let either = title.get(lang).as_ref().or(title.get(lang.other()).as_ref());
                either.cloned().unwrap_or_default()
            }),
            description: node.bilingual("description"),
            original: original(&node, sink),
            base_url: base_url(&node, sink),
            theme: theme_name(&node, sink),
            theme_span: written_theme(&node).map(|written| written.span),
            theme_options: theme_options(&node),
            checks: checks(&node, sink),
            tags: tags(&node),
            source: node.text("source").map(|source| source.value),
            raw_html: node
                .get("markdown")
                .and_then(|markdown| markdown.flag("html"))
                .unwrap_or(false),
            author: node.bilingual("author"),
            license: node.bilingual("license"),
            ..empty
        }
    }
}

/// The first of `languages`, which are always two: a site without its translation is none.
fn original(node: &Node, sink: &mut Sink) -> Lang {
    let written = node.list("languages");
    let known: Vec<Lang> = written.iter().filter_map(|code| Lang::from_code(&code.value)).collect();
    let first = known.first().copied().unwrap_or(Lang::Zh);
    let is_whole = matches!(known.as_slice(), [one, other] if one != other);
    if let Some(languages) = node.get("languages")
        && !is_whole
        && !written.is_empty()
        && known.len() == written.len()
    {
        let message = text!("invalid-value.languages");
        let line = format!("languages: [{}, {}]", first.code(), first.other().code());
        sink.push(
            Diagnostic::new(Code::InvalidValue, languages.span, message)
                .hint(text!("hint.write-line", line = line)),
        );
    }
    first
}

fn base_url(node: &Node, sink: &mut Sink) -> Option<String> {
    let written = node.text("base_url")?;
    match normal_base_url(&written.value) {
        Some(url) => Some(url),
        None => {
            let message = text!("invalid-value.base-url", value = &written.value);
            let hint = text!("hint.write", example = "https://example.org/report/");
            sink.push(Diagnostic::new(Code::InvalidValue, written.span, message).hint(hint));
            None
        }
    }
}

/// The address with its trailing `/`; `None` where it is none that a site can be published at.
pub fn normal_base_url(written: &str) -> Option<String> {
    let awkward = |letter: char| letter.is_whitespace() || "\"'<>?#\\".contains(letter);
    let host = written.split_once("://").map_or("", |(_, rest)| rest);
    if !is_web_address(written) || host.trim_matches('/').is_empty() || written.contains(awkward) {
        return None;
    }
    Some(format!("{}/", written.trim_end_matches('/')))
}

fn written_theme(node: &Node) -> Option<Spanned<String>> {
    node.text("theme").or_else(|| node.get("theme")?.text("name"))
}

fn theme_name(node: &Node, sink: &mut Sink) -> String {
    let Some(written) = written_theme(node) else { return "default".to_owned() };
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    if written.value.chars().all(plain) {
        return written.value;
    }
    let message = text!("invalid-value.theme", value = &written.value);
    sink.push(
        Diagnostic::new(Code::InvalidValue, written.span, message).hint(text!("bad-name.hint")),
    );
    "default".to_owned()
}

fn theme_options(node: &Node) -> BTreeMap<String, ThemeOption> {
    let options = node.get("theme").and_then(|theme| theme.get("options"));
    let entries = options.map_or(&[][..], Node::entries);
    entries
        .iter()
        .filter_map(|(name, value)| {
            let option = ThemeOption { name: name.span, value: value.as_text()? };
            Some((name.value.clone(), option))
        })
        .collect()
}

fn checks(node: &Node, sink: &mut Sink) -> BTreeMap<Code, Option<Severity>> {
    let mut checks = BTreeMap::new();
    for (name, value) in node.get("checks").map_or(&[][..], Node::entries) {
        let severity = match value.as_text().map(|text| text.value).as_deref() {
            Some("error") => Some(Severity::Error),
            Some("warning") => Some(Severity::Warning),
            _ => None,
        };
        match Code::from_name(&name.value) {
            Some(code) => {
                checks.insert(code, severity);
            }
            None => {
                let message = text!("invalid-value.code", value = &name.value);
                let hint = did_you_mean(&name.value, Code::ALL.iter().map(|code| code.name()));
                sink.push(Diagnostic::new(Code::InvalidValue, name.span, message).hint_if(hint));
            }
        }
    }
    checks
}

fn tags(node: &Node) -> IndexMap<String, Bilingual<String>> {
    let entries = node.get("tags").map_or(&[][..], Node::entries);
    entries
        .iter()
        .map(|(id, words)| {
            let words = words.as_bilingual();
            let label = Bilingual::from_fn(|lang| {
                let either = words.get(lang).as_ref().or(words.get(lang.other()).as_ref());
                either.cloned().unwrap_or_else(|| id.value.clone())
            });
            (id.value.clone(), label)
        })
        .collect()
}
