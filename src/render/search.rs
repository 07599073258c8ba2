//! What the reader's search reads: for each language an index of figures and pages, as a classic
//! script that sets one variable, since a page on a disk can load a script but not fetch data.

use serde::Serialize;

use super::OutputFile;
use super::data::plain_value;
use super::index::Index;
use crate::content::{Block, Document};
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

/// The index of one language. Its entries have no names because there may be 100,000 of them.
#[derive(Serialize)]
struct SearchIndex<'a> {
    /// The folder of the language's pages, from the site's root: nothing or `en/`.
    folder: String,
    pages: Vec<PageEntry<'a>>,
    figures: Vec<FigureEntry<'a>>,
}

/// A page: its title, its path from the site's root, its words. Without a title it is no page of
/// the language and stands here for its figures.
#[derive(Serialize)]
struct PageEntry<'a>(&'a str, String, String);

/// A figure: its id, the position of its section in `pages`, 1 where it has a page of its own, its
/// label, its number, its exact value, and the other language's words for it.
#[derive(Serialize)]
struct FigureEntry<'a>(&'a str, usize, u8, &'a str, String, String, String);

/// The index of each language.
pub(super) fn files<'a>(index: &'a Index<'a>) -> impl Iterator<Item = OutputFile> + 'a {
    Lang::ALL.into_iter().map(|lang| {
        let json = serde_json::to_string(&search_index(index, lang))
            .expect("strings and lists of them are always JSON");
        // The two characters that JSON allows in a string and older JavaScript does not.
        let json = json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
        let script = format!("var shushuoSearch = {json};\n");
        OutputFile { path: path(lang), bytes: script.into_bytes() }
    })
}

/// The path of a language's index.
pub(super) fn path(lang: Lang) -> String {
    format!("data/search.{}.js", lang.code())
}

fn search_index<'a>(index: &'a Index<'a>, lang: Lang) -> SearchIndex<'a> {
    let sections = &index.site.sections;
    let most = (MOST_PROSE / sections.len().max(1)).max(LEAST_PROSE);
    let mut pages: Vec<PageEntry<'a>> = sections
        .iter()
        .enumerate()
        .map(|(place, section)| {
            let document = section.documents.get(lang).as_ref();
            let title = document.map_or("", |document| document.front.title.value.as_str());
            let words = document.map(|document| prose(index, document, most)).unwrap_or_default();
            PageEntry(title, index.section_path(place, lang).to_owned(), words)
        })
        .collect();
    pages.extend(index.site.sources.iter().map(|source| {
        let publisher = source.publisher.get(lang).clone().unwrap_or_default();
        let path = index.path(Page::Source(source.name.clone()), lang);
        PageEntry(source.title.get(lang), path, publisher)
    }));
    if let Some(document) = index.site.methods.get(lang) {
        let words = prose(index, document, most);
        let path = index.path(Page::Methods, lang);
        pages.push(PageEntry(&document.front.title.value, path, words));
    }
    let home = index.path(Page::Home(1), lang);
    SearchIndex {
        folder: home.trim_end_matches("index.html").to_owned(),
        pages,
        figures: (0..index.site.figures.len()).map(|place| figure(index, place, lang)).collect(),
    }
}

fn figure<'a>(index: &'a Index<'a>, place: FigureIndex, lang: Lang) -> FigureEntry<'a> {
    let figure = index.figure(place);
    let value = figure.quantity.as_ref().map(plain_value).unwrap_or_default();
    let mut other = figure.printed.get(lang.other()).plain_text();
    if index.site.figures.len() <= MOST_BILINGUAL {
        other = format!("{} {other}", figure.label.get(lang.other()));
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
    let mut words = String::new();
    if let Some(summary) = &document.front.summary {
        words.push_str(&summary.value);
    }
    let mut length = words.chars().count();
    for block in &document.body.blocks {
        if length >= most {
            break;
        }
        let text = printed(index, block, document.lang);
        if !words.is_empty() {
            words.push('\n');
            length += 1;
        }
        length += text.chars().count();
        words.push_str(&text);
    }
    if length > most {
        words = words.chars().take(most).collect();
    }
    words.replace('\u{a0}', " ").trim().to_owned()
}

/// A block's text with the words or numbers of its figures.
fn printed(index: &Index<'_>, block: &Block, lang: Lang) -> String {
    let mut references = block.references.iter();
    let mut text = String::with_capacity(block.text.len() + 32);
    for letter in block.text.chars() {
        if letter != Block::FIGURE {
            text.push(letter);
            continue;
        }
        let Some(reference) = references.next() else { continue };
        let figure = index.site.figures.get(&reference.id);
        let number = figure.map(|figure| figure.printed.get(lang).text.as_str());
        text.push_str(reference.words.as_deref().or(number).unwrap_or_default());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::BlockKind;
    use crate::diag::{FileId, Span};
    use crate::render::OutputFile;
    use crate::render::fixture::{report, site, theme};
    use crate::site::Site;

    /// The parsed index of a language.
    fn index_of(site: &Site, lang: Lang) -> serde_json::Value {
        let output =
            crate::render::render(site, &theme(&[]), &report(), &mut crate::diag::Sink::new());
        let file: &OutputFile = output.iter().find(|file| file.path == path(lang)).unwrap();
        let script = std::str::from_utf8(&file.bytes).unwrap();
        assert!(!script.contains('\u{2028}'), "older browsers end a string there");
        let json = script.strip_prefix("var shushuoSearch = ").unwrap().strip_suffix(";\n");
        serde_json::from_str(json.unwrap()).unwrap()
    }

    /// The site with a block of text in its first section.
    fn with_text(text: &str) -> Site {
        let mut site = site();
        let document = std::sync::Arc::make_mut(site.sections[0].documents.zh.as_mut().unwrap());
        document.body.blocks.push(Block {
            kind: BlockKind::Paragraph,
            text: text.to_owned(),
            origins: Vec::new(),
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
                "jobs",
                0,
                1,
                "the <label> of jobs (标签)",
                "2.56 million people",
                "2560000",
                "jobs的<标签> 256万人"
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
    fn a_line_separator_ends_no_string_of_the_script() {
        let site = with_text("甲\u{2028}乙");
        let text = index_of(&site, Lang::Zh)["pages"][0][2].as_str().unwrap().to_owned();
        assert_eq!(text, "甲\u{2028}乙");
    }
}
