//! The theme's words: `strings/zh.yaml` and `strings/en.yaml`, one phrase a line, some of them
//! with a singular and a plural.

use std::collections::BTreeMap;

use foldhash::fast::RandomState;
use indexmap::IndexMap;

use super::files::ThemeFiles;
use crate::diag::{FileId, Sink};
use crate::lang::{Bilingual, Lang};
use crate::render::view::Words;
use crate::source::yaml::{self, Node, Value};

/// The theme's words in one language.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strings {
    phrases: IndexMap<String, Phrase, RandomState>,
}

/// Phrases by their keys, in the order of these.
type Phrases = BTreeMap<String, Phrase>;

/// A phrase with `{placeholders}`.
#[derive(Debug, Clone)]
struct Phrase {
    one: Pattern,
    other: Pattern,
    /// The same as `other`, for templates.
    words: Words,
}

impl Strings {
    fn new(phrases: Phrases) -> Self {
        Strings { phrases: phrases.into_iter().collect() }
    }

    fn get(&self, key: &str) -> Option<&Phrase> {
        self.phrases.get(key)
    }

    /// The phrase `key` with its placeholders filled in; the key itself where the phrase is
    /// missing, which loading has reported.
    pub(crate) fn say(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.get(key).map_or_else(|| key.to_owned(), |phrase| phrase.other.fill(arguments))
    }

    /// The phrase `key`, which has no placeholders, ready for templates.
    pub(crate) fn phrase(&self, key: &str) -> Words {
        self.get(key).map_or_else(|| Words::from(key), |phrase| phrase.words.clone())
    }

    /// The phrase `key` for a count, which stands for `{count}`.
    pub(crate) fn count(&self, key: &str, count: usize) -> String {
        let number = count.to_string();
        let Some(phrase) = self.get(key) else { return key.to_owned() };
        let pattern = if count == 1 { &phrase.one } else { &phrase.other };
        pattern.fill(&[("count", &number)])
    }

    /// Whether the phrase is there.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The phrases as templates see them, by key; of counted ones the plural.
    pub(crate) fn words(&self) -> BTreeMap<&str, &str> {
        self.phrases.iter().map(|(key, phrase)| (key.as_str(), phrase.words.as_str())).collect()
    }

    /// Whether a phrase has this character.
    pub(super) fn contains(&self, letter: char) -> bool {
        let patterns = self.phrases.values().flat_map(|phrase| [&phrase.one, &phrase.other]);
        patterns.into_iter().any(|pattern| {
            let words = pattern.pieces.iter().map(|(words, _)| words).chain([&pattern.rest]);
            words.into_iter().any(|words| words.contains(letter))
        })
    }
}

/// A text with `{placeholders}`, taken apart.
#[derive(Debug, Clone)]
struct Pattern {
    /// Words, and the placeholder behind them.
    pieces: Vec<(String, String)>,
    /// What stands behind the last one.
    rest: String,
}

impl Pattern {
    fn new(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{')
            && let Some((name, behind)) = after.split_once('}')
        {
            pieces.push((before.to_owned(), name.to_owned()));
            rest = behind;
        }
        Pattern { pieces, rest: rest.to_owned() }
    }

    /// Replaces each placeholder by its argument.
    fn fill(&self, arguments: &[(&str, &str)]) -> String {
        let arguments_length: usize = arguments.iter().map(|(_, value)| value.len()).sum();
        let mut filled = String::with_capacity(self.rest.len() + arguments_length + 32);
        for (words, name) in &self.pieces {
            filled.push_str(words);
            let value = arguments.iter().find(|(known, _)| known == name);
            filled.push_str(value.map_or(name.as_str(), |(_, value)| value));
        }
        filled.push_str(&self.rest);
        filled
    }
}

/// Reads the words of both languages. What the site's own files lack is reported and taken from
/// the embedded ones.
pub(super) fn load(files: &ThemeFiles<'_>, sink: &mut Sink) -> Bilingual<Strings> {
    let embedded = ThemeFiles::embedded();
    Bilingual::from_fn(|lang| {
        let standard = read(&embedded, lang, &mut Sink::new());
        let path = path(lang);
        if files.get(&path).is_none_or(|file| file.file.is_none()) {
            return Strings::new(standard);
        }
        let mut own = read(files, lang, sink);
        for (key, phrase) in standard {
            own.entry(key).or_insert_with_key(|key| {
                let message = text!("theme-error.string", key = key);
                let hint = text!("theme-error.string-hint", key = key);
                sink.push(files.mistake(&path, 1, message).hint(hint));
                phrase
            });
        }
        Strings::new(own)
    })
}

/// A phrase as written, spaces included; `None` for what is none.
fn phrase(node: &Node) -> Option<Phrase> {
    let text = |node: &Node| match &node.value {
        Value::Scalar(text) => Some(text.clone()),
        _ => None,
    };
    let other = text(node).or_else(|| text(node.get("other")?))?;
    let one = node.get("one").and_then(text).unwrap_or_else(|| other.clone());
    let words = Words::from(&other);
    Some(Phrase { one: Pattern::new(&one), other: Pattern::new(&other), words })
}

fn path(lang: Lang) -> String {
    format!("strings/{}.yaml", lang.code())
}

fn read(files: &ThemeFiles<'_>, lang: Lang, sink: &mut Sink) -> Phrases {
    let path = path(lang);
    let Some(file) = files.get(&path) else { return Phrases::new() };
    let id = file.file.unwrap_or(FileId(u32::MAX));
    let text = file.text();
    let Some(node) = yaml::parse(id, text, 0..text.len(), sink) else { return Phrases::new() };
    let mut phrases = Phrases::new();
    for (key, value) in node.entries() {
        match phrase(value) {
            Some(phrase) => {
                phrases.insert(key.value.clone(), phrase);
            }
            None => {
                let message = text!("theme-error.phrase", key = &key.value);
                sink.push(files.mistake_in(&path, key.span.range(), message));
            }
        }
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_of_the_default_theme_have_the_same_phrases() {
        let mut sink = Sink::new();
        let files = ThemeFiles::embedded();
        let strings = Bilingual::from_fn(|lang| read(&files, lang, &mut sink));
        assert_eq!(sink.diagnostics(), []);
        let keys = |lang| strings.get(lang).keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(Lang::Zh), keys(Lang::En));
        assert!(keys(Lang::Zh).len() > 20);
    }

    #[test]
    fn every_phrase_of_the_default_theme_is_used() {
        let files = ThemeFiles::embedded();
        let mut users: String = files.below("templates/").map(|(_, file)| file.text()).collect();
        let program = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/render"));
        for entry in
            program.into_iter().filter_map(Result::ok).filter(|entry| entry.path().is_file())
        {
            users.push_str(&std::fs::read_to_string(entry.path()).unwrap());
        }
        for key in read(&files, Lang::En, &mut Sink::new()).keys() {
            let used =
                [format!("t.{key}"), format!("\"{key}\"")].iter().any(|form| users.contains(form));
            assert!(used, "nothing uses the phrase {key}");
        }
    }

    #[test]
    fn placeholders_are_filled_in_and_unknown_ones_show_their_name() {
        assert_eq!(Pattern::new("{a} and {b}").fill(&[("a", "1")]), "1 and b");
        assert_eq!(Pattern::new("open {brace").fill(&[]), "open {brace");
    }
}
