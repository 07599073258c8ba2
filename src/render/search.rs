//! What the reader's search reads: for each language an index of figures and pages, as a classic
//! script that sets one variable, since a page on a disk can load a script but not fetch data.

use std::borrow::Cow;
use std::io::{self, Write};

use memchr::{memchr_iter, memmem};
use serde::Serialize;
use serde::ser::SerializeStruct;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use super::OutputFile;
use super::data::plain_value;
use super::index::Index;
use super::readme::STOP;
use crate::content::{Block, BlockKind, Document};
use crate::figure::FigureIndex;
use crate::lang::Lang;
use crate::site::Page;

/// About how many characters of prose an index holds. The sections of a larger site share them:
/// of each, only the beginning is searched.
const MOST_PROSE: usize = 400_000;
/// However many sections there are, so many characters of each are searched.
const LEAST_PROSE: usize = 60;
/// Sites with more figures are searched by the words of one language only.
const MOST_BILINGUAL: usize = 5_000;

/// The index of one language. Its entries have no names because there may be 100,000 of them, and
/// each is made when it is written.
struct SearchIndex<'a> {
    index: &'a Index<'a>,
    lang: Lang,
}

impl Serialize for SearchIndex<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let SearchIndex { index, lang } = *self;
        let home = index.path(Page::Home(1), lang);
        let mut entries = serializer.serialize_struct("SearchIndex", 3)?;
        // The folder of the language's pages, from the site's root: nothing or `en/`.
        entries.serialize_field("folder", home.trim_end_matches("index.html"))?;
        entries.serialize_field("pages", &Each(|| pages(index, lang)))?;
        let figures = || (0..index.site.figures.len()).map(|place| figure(index, place, lang));
        entries.serialize_field("figures", &Each(figures))?;
        entries.end()
    }
}

/// JSON without the two characters that it allows in a string and older JavaScript does not.
struct AsScript;

impl Formatter for AsScript {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let bytes = fragment.as_bytes();
        let mut written = 0;
        for place in memchr_iter(b'\xE2', bytes) {
            let escape: &[u8] = match bytes[place..] {
                [_, 0x80, 0xA8, ..] => b"\\u2028",
                [_, 0x80, 0xA9, ..] => b"\\u2029",
                _ => continue,
            };
            writer.write_all(&bytes[written..place])?;
            writer.write_all(escape)?;
            written = place + 3;
        }
        writer.write_all(&bytes[written..])
    }
}

/// A list whose items are made when they are written.
struct Each<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// A page: its title, its path from the site's root, its words. Without a title it is no page of
/// the language and stands here for its figures.
#[derive(Serialize)]
struct PageEntry<'a>(&'a str, String, String);

/// A figure: its id, the position of its section in `pages`, 1 where it has a page of its own, its
/// label, its number, its exact value, and the other language's words for it.
#[derive(Serialize)]
struct FigureEntry<'a>(&'a str, usize, u8, &'a str, Cow<'a, str>, String, Cow<'a, str>);

/// Room for an entry of the index, in bytes; of a large buffer what is never written to takes no memory.
const ENTRY: usize = 1 << 8;

/// The index of each language.
pub(super) fn files<'a>(index: &'a Index<'a>) -> impl Iterator<Item = OutputFile> + 'a {
    Lang::ALL.into_iter().map(|lang| {
        let entries = index.site.sections.len() + index.site.figures.len();
        let mut bytes = Vec::with_capacity(ENTRY * entries);
        bytes.extend(b"var shushuoSearch = ");
        let entries = SearchIndex { index, lang };
        entries
            .serialize(&mut Serializer::with_formatter(&mut bytes, AsScript))
            .expect("strings and lists of them are always JSON");
        bytes.extend(b";\n");
        OutputFile { path: path(lang), bytes }
    })
}

/// The path of a language's index.
pub(super) fn path(lang: Lang) -> String {
    format!("data/search.{}.js", lang.code())
}

/// The sections, the sources, the methods page.
fn pages<'a>(index: &'a Index<'a>, lang: Lang) -> impl Iterator<Item = PageEntry<'a>> {
    let sections = &index.site.sections;
    let most = (MOST_PROSE / sections.len().max(1)).max(LEAST_PROSE);
    let sections = sections.iter().enumerate().map(move |(place, section)| {
        let document = section.documents.get(lang).as_ref();
        let title = document.map_or("", |document| document.front.title.value.as_str());
        let words = document.map(|document| prose(index, document, most)).unwrap_or_default();
        PageEntry(title, index.section_path(place, lang).to_owned(), words)
    });
    let sources = index.site.sources.iter().map(move |source| {
        let publisher = source.publisher.get(lang).clone().unwrap_or_default();
        let path = index.path(Page::Source(source.name.clone()), lang);
        PageEntry(source.title.get(lang), path, publisher)
    });
    let methods = index.site.methods.get(lang).iter().map(move |document| {
        let words = prose(index, document, most);
        let path = index.path(Page::Methods, lang);
        PageEntry(&document.front.title.value, path, words)
    });
    sections.chain(sources).chain(methods)
}

fn figure<'a>(index: &'a Index<'a>, place: FigureIndex, lang: Lang) -> FigureEntry<'a> {
    let figure = index.figure(place);
    let value = figure.quantity.as_ref().map(plain_value).unwrap_or_default();
    let mut other = figure.printed.get(lang.other()).plain_text();
    if index.site.figures.len() <= MOST_BILINGUAL {
        other = format!("{} {other}", figure.label.get(lang.other())).into();
    }
    FigureEntry(
        &figure.id,
        figure.section,
        u8::from(figure.headline.is_some()),
        figure.label.get(lang),
        figure.printed.get(lang).plain_text(),
        value,
        other,
    )
}

/// The summary and the text of a page, its figures printed, up to `most` characters.
fn prose(index: &Index<'_>, document: &Document, most: usize) -> String {
    let mut words = Beginning { words: String::new(), left: most };
    if let Some(summary) = &document.front.summary {
        words.push(&summary.value);
        words.stop(document.lang);
    }
    for block in &document.body.blocks {
        push_printed(&mut words, index, block, document.lang);
        match block.kind {
            BlockKind::Heading => words.stop(document.lang),
            BlockKind::Paragraph | BlockKind::Item | BlockKind::Cell => words.push("\n"),
        }
        if words.left == 0 {
            break;
        }
    }
    let words = words.words;
    let has_space = memmem::find(words.as_bytes(), "\u{a0}".as_bytes()).is_some();
    let words = if has_space { words.replace('\u{a0}', " ") } else { words };
    words.trim().to_owned()
}

/// Adds a block's text with the words or numbers of its figures.
fn push_printed(words: &mut Beginning, index: &Index<'_>, block: &Block, lang: Lang) {
    let mut references = block.references.iter();
    let mut pieces = block.text.split(Block::FIGURE);
    words.push(pieces.next().unwrap_or_default());
    for piece in pieces {
        if let Some(reference) = references.next() {
            let figure = index.site.figures.get(&reference.id);
            let number = figure.map(|figure| figure.printed.get(lang).text.as_str());
            words.push(reference.words.as_deref().or(number).unwrap_or_default());
        }
        words.push(piece);
    }
}

/// The beginning of a text that is put together.
struct Beginning {
    words: String,
    /// How many characters there is room for.
    left: usize,
}

impl Beginning {
    fn push(&mut self, text: &str) {
        // A text has no more characters than bytes.
        let end = if text.len() <= self.left {
            text.len()
        } else {
            text.char_indices().nth(self.left).map_or(text.len(), |(end, _)| end)
        };
        self.words.push_str(&text[..end]);
        self.left -= text[..end].chars().count();
    }

    /// Ends a line that may have no stop, so that it does not run into the next one.
    fn stop(&mut self, lang: Lang) {
        let line = self.words.trim_end_matches(['”', '’', '）', ')', '"', '%']);
        if line.ends_with(char::is_alphanumeric) {
            self.push(STOP.get(lang));
        }
        self.push("\n");
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::content::Origins;
    use crate::diag::{FileId, Span, Spanned};
    use crate::render::OutputFile;
    use crate::render::fixture::{render, report, site, theme};
    use crate::site::Site;

    /// The parsed index of a language.
    fn index_of(site: &Site, lang: Lang) -> serde_json::Value {
        let output = render(site, &theme(&[]), &report(), &mut crate::diag::Sink::new());
        let file: &OutputFile = output.iter().find(|file| file.path == path(lang)).unwrap();
        let script = std::str::from_utf8(&file.bytes).unwrap();
        assert!(!script.contains('\u{2028}'), "older browsers end a string there");
        let json = script.strip_prefix("var shushuoSearch = ").unwrap().strip_suffix(";\n");
        serde_json::from_str(json.unwrap()).unwrap()
    }

    /// The site with a block of text in its first section.
    fn with_text(text: &str) -> Site {
        let mut site = site();
        let document = Arc::make_mut(site.sections[0].documents.zh.as_mut().unwrap());
        document.body.blocks.push(Block {
            kind: BlockKind::Paragraph,
            text: text.to_owned(),
            origins: Origins::default(),
            references: Vec::new(),
            span: Span::whole(FileId(0)),
        });
        site
    }

    #[test]
    fn a_figure_has_its_exact_value_and_the_words_of_both_languages() {
        let index = index_of(&site(), Lang::En);
        assert_eq!(
            index["figures"][0],
            serde_json::json!([
                "readers",
                0,
                1,
                "the <label> of readers (标签)",
                "3.84 million people",
                "3840000",
                "readers的<标签> 384万人"
            ])
        );
    }

    #[test]
    fn a_page_of_the_other_language_only_has_no_title() {
        let index = index_of(&site(), Lang::En);
        assert_eq!(index["pages"][0][1], "en/work.html");
        assert_eq!(index["pages"][1], serde_json::json!(["", "alone.html", ""]));
    }

    #[test]
    fn the_more_sections_there_are_the_less_of_each_is_searched() {
        let mut site = with_text(&"字".repeat(2 * MOST_PROSE));
        let length =
            |site: &Site| index_of(site, Lang::Zh)["pages"][0][2].as_str().unwrap().chars().count();
        assert_eq!(length(&site), MOST_PROSE / 2);
        let section = || crate::site::Section {
            slug: "work".into(),
            documents: crate::lang::Bilingual::default(),
            figures: Vec::new(),
            tags: Vec::new(),
        };
        site.sections.extend((0..98).map(|_| section()));
        assert_eq!(length(&site), MOST_PROSE / 100);
    }

    #[test]
    fn a_summary_does_not_run_into_the_text() {
        let words = |summary: &str| {
            let mut site = with_text("正文。");
            let document = Arc::make_mut(site.sections[0].documents.zh.as_mut().unwrap());
            let span = Span::whole(FileId(0));
            Arc::make_mut(&mut document.front).summary =
                Some(Spanned { value: summary.to_owned(), span });
            index_of(&site, Lang::Zh)["pages"][0][2].as_str().unwrap().to_owned()
        };
        assert_eq!(words("摘要"), "摘要。\n正文。");
        assert_eq!(words("摘要“引文”"), "摘要“引文”。\n正文。");
        for summary in ["摘要。", "摘要！", "“摘要。”"] {
            assert_eq!(words(summary), format!("{summary}\n正文。"));
        }
    }

    #[test]
    fn a_line_separator_ends_no_string_of_the_script() {
        let site = with_text("甲\u{2028}乙");
        let text = index_of(&site, Lang::Zh)["pages"][0][2].as_str().unwrap().to_owned();
        assert_eq!(text, "甲\u{2028}乙");
    }
}
