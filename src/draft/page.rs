//! The files of a section as they begin: front matter, and `…` for the words left to write.

use super::chapter::Section;
use super::{Entry, Passage};
use crate::lang::{Bilingual, Lang};

/// The mark of words that are left to the author.
pub(super) const LEFT: &str = "…";

/// The longest sentence that is shown above the figures made from it, in characters.
const LONGEST_REMARK: usize = 60;

/// How a remark names a line of the source.
const LINE: Bilingual<(&str, &str)> = Bilingual { zh: ("第", "行："), en: ("line ", ": ") };

/// One file to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its path in the site folder.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The two files of a section without figures, original first.
pub fn section(slug: &str, original: Lang) -> Vec<Page> {
    drafted(&Section::whole(slug, &[]), original, None)
}

/// The two files of a section with the figures of a draft, original first.
pub(super) fn drafted(section: &Section<'_>, original: Lang, source: Option<&str>) -> Vec<Page> {
    let source = source.map(|name| format!("source: {}\n", scalar(name))).unwrap_or_default();
    let order = section.order.map(|order| format!("order: {order}\n")).unwrap_or_default();
    let passages = section.passages;
    let figures: String =
        passages.iter().map(|passage| passage_figures(passage, original)).collect();
    let words: String =
        passages.iter().flat_map(|passage| &passage.entries).map(entry_words).collect();
    let title = section.title.map_or_else(|| LEFT.to_owned(), scalar);
    let remark = section.title.map(|title| format!("# {title}\n")).unwrap_or_default();
    let begin = |title: &str, rest: &str| format!("title: {title}\nsummary: {LEFT}\n{rest}");
    let original_keys = begin(&title, &format!("{order}{source}"));
    let translated_keys = format!("{remark}{}", begin(LEFT, ""));
    vec![
        page(&section.slug, original, &original_keys, &figures),
        page(&section.slug, original.other(), &translated_keys, &words),
    ]
}

fn page(slug: &str, lang: Lang, keys: &str, figures: &str) -> Page {
    let heading = if figures.is_empty() { "" } else { "figures:\n" };
    let text = format!("---\n{keys}{heading}{figures}---\n\n{LEFT}\n");
    Page { path: format!("content/{slug}.{}.md", lang.code()), text }
}

fn passage_figures(passage: &Passage, lang: Lang) -> String {
    let line = passage.entries.first().map_or(0, |entry| entry.line);
    let (before, behind) = LINE.get(lang);
    let remark: String = passage.words.chars().take(LONGEST_REMARK).collect();
    let cut = if remark.len() < passage.words.len() { LEFT } else { "" };
    let mut text = format!("  # {before}{line}{behind}{remark}{cut}\n");
    for entry in &passage.entries {
        let label = entry.label.as_deref().map_or_else(|| LEFT.to_owned(), scalar);
        text.push_str(&format!(
            "  {}:\n    value: {}\n    label: {label}\n    quote: {}\n",
            entry.id,
            scalar(&entry.value),
            scalar(&entry.quote)
        ));
    }
    text
}

/// The words that the translation has to give a figure, with what helps to find them.
fn entry_words(entry: &Entry) -> String {
    let about = entry.label.as_deref().unwrap_or(&entry.quote);
    format!("  # {} · {about}\n  {}: {{ label: {LEFT} }}\n", entry.printed, entry.id)
}

/// Some text as a YAML value, in quotation marks where it needs them.
pub fn scalar(text: &str) -> String {
    let first_is_plain =
        text.starts_with(|first: char| first.is_alphanumeric() || "“《（".contains(first));
    let last_is_plain = !text.ends_with(|last: char| last.is_whitespace() || last == ':');
    let awkward = ["\"", "\\", ": ", " #", "\n", "\t", "{", "}", "[", "]"];
    let is_number =
        text.chars().all(|letter| letter.is_ascii_digit() || "+-._eExo:".contains(letter));
    let is_word = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        .contains(&text.to_ascii_lowercase().as_str());
    let is_plain = first_is_plain
        && last_is_plain
        && !is_number
        && !is_word
        && !awkward.iter().any(|part| text.contains(part));
    match is_plain {
        true => text.to_owned(),
        false => quoted(text),
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            letter if letter.is_control() => quoted.push(' '),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::scalar;
    use crate::diag::{FileId, Sink};
    use crate::source::yaml;

    #[test]
    fn every_text_reads_back_as_it_was() {
        for text in [
            "384万人",
            "2",
            "7.4%",
            "true",
            "他说“好”",
            "a: b",
            "a #b",
            "- a",
            "* a",
            "#a",
            "\"a\" b",
            "a\\b",
            "{a}",
            "[[a]]",
            "~",
            "null",
            "a:",
            "‘x’",
            "1,255 projects",
            "-3",
            "是：否",
            "@a",
            "%a",
            "!a",
            "&a",
            "|",
            "> a",
            "? a",
            "'a'",
            "=",
            "a, b",
            "……a",
        ] {
            let file = format!("key: {}\n", scalar(text));
            let mut sink = Sink::new();
            let node = yaml::parse(FileId(0), &file, 0..file.len(), &mut sink);
            let read = node.as_ref().and_then(|node| node.text("key")).map(|read| read.value);
            assert_eq!(read.as_deref(), Some(text), "{file}{:?}", sink.diagnostics());
        }
    }
}
