//! The text to extract from, and the site that it is a source of.

use std::ops::Range;
use std::path::{Path, PathBuf};

use shushuo::check::Use;
use shushuo::lang::Lang;
use shushuo::quantity::{self, Mention};
use shushuo::source::{self, Unread};
use shushuo::{Compilation, Options};

use crate::cli::failure::Failure;
use crate::cli::words::Words;

/// The name under which standard input is given.
const STANDARD_INPUT: &str = "-";

/// The longest sentence that is given whole, in bytes: a thousand Chinese characters.
const LONGEST_SENTENCE: usize = 3_000;

/// A text with its numbers.
#[derive(Debug)]
pub(super) struct Document {
    /// The file's name without its ending, as a site names its sources.
    pub(super) name: String,
    pub(super) text: String,
    pub(super) lang: Lang,
    pub(super) mentions: Vec<Mention>,
    /// The site that it is a source of.
    pub(super) site: Option<SourceOfSite>,
}

/// A site, and the place of one of its sources.
#[derive(Debug)]
pub(super) struct SourceOfSite {
    compilation: Compilation,
    source: usize,
}

impl Document {
    /// Reads a file or standard input; a source of a site brings what the site does with it.
    pub(super) fn read(
        path: &Path,
        site_dir: Option<&Path>,
        words: &mut Words,
    ) -> Result<Document, Failure> {
        if path == Path::new(STANDARD_INPUT) {
            let text = source::read_stream(std::io::stdin().lock())
                .map_err(|why| unread(path, &why, words))?;
            return Ok(Document::alone(STANDARD_INPUT.to_owned(), text));
        }
        if let Some(document) = Document::of_site(path, site_dir, words) {
            return Ok(document);
        }
        let text = source::read_text(path).map_err(|why| unread(path, &why, words))?;
        let name = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Ok(Document::alone(name, text))
    }

    fn alone(name: String, text: String) -> Document {
        let lang = quantity::detect(&text);
        let mentions = quantity::scan(&text, lang);
        Document { name, text, lang, mentions, site: None }
    }

    /// The source behind `path` in the site that it belongs to.
    fn of_site(path: &Path, site_dir: Option<&Path>, words: &mut Words) -> Option<Document> {
        let path = std::fs::canonicalize(path).ok()?;
        let folder = std::fs::canonicalize(
            site_dir.map_or_else(|| site_above(&path), |dir| Some(dir.to_owned()))?,
        )
        .ok()?;
        let inside: Vec<_> =
            path.strip_prefix(&folder).ok()?.iter().map(|name| name.to_string_lossy()).collect();
        let options = Options::default();
        let compilation = shushuo::compile(&folder, &options);
        let file = compilation.files.find(&inside.join("/"))?;
        let site = compilation.site.as_ref()?;
        words.settle(site.original());
        let source = site.sources.iter().position(|source| source.file == Some(file))?;
        let found = &site.sources[source];
        Some(Document {
            name: found.name.clone(),
            text: found.text.clone(),
            lang: found.lang,
            mentions: found.mentions.clone(),
            site: Some(SourceOfSite { compilation, source }),
        })
    }

    /// The ids of the figures that state the mention at `place`.
    pub(super) fn figures_of(&self, place: usize) -> Vec<&str> {
        let Some(SourceOfSite { compilation, source }) = &self.site else { return Vec::new() };
        let uses = compilation.report.uses.get(*source).and_then(|uses| uses.get(place));
        match (uses, &compilation.site) {
            (Some(Use::Figures(figures)), Some(site)) => {
                figures.iter().map(|figure| site.figure(*figure).id.as_str()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The sentence around a number on one line. Of one without end, as in a table, only what
    /// stands near the number, so that the output stays in proportion to the text.
    pub(super) fn excerpt(&self, sentence: Range<usize>, number: Range<usize>) -> String {
        if sentence.len() <= LONGEST_SENTENCE {
            return self.joined(sentence);
        }
        let from = number.start.saturating_sub(LONGEST_SENTENCE / 4).max(sentence.start);
        let to = (number.end + LONGEST_SENTENCE / 4).min(sentence.end);
        let (from, to) = (self.text.floor_char_boundary(from), self.text.floor_char_boundary(to));
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        let near = self.joined(from..to.max(number.end));
        format!("{}{near}{}", cut(from > sentence.start), cut(to < sentence.end))
    }

    /// Words of the text on one line: Chinese is joined, other words are kept apart.
    pub(super) fn joined(&self, range: Range<usize>) -> String {
        let gap = match self.lang {
            Lang::Zh => "",
            Lang::En => " ",
        };
        let lines: Vec<&str> = self.text[range].split('\n').map(str::trim).collect();
        lines.join(gap)
    }
}

/// The nearest folder above a file that holds a site.
fn site_above(path: &Path) -> Option<PathBuf> {
    path.ancestors().skip(1).find(|folder| folder.join("site.yaml").is_file()).map(Path::to_owned)
}

fn unread(path: &Path, why: &Unread, words: &Words) -> Failure {
    let path = path.display().to_string();
    let values = [("path", path.as_str()), ("cause", &words.say(&why.message))];
    let hint = why.hint.as_ref().map(|hint| words.say(hint));
    Failure::usage(words.fill("cannot-read", &values), hint)
}
