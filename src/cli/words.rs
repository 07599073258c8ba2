//! The command line's own words, in the language of its messages.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use shushuo::diag::{Catalog, Text};
use shushuo::lang::Lang;

/// The words of the command line in one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// The language.
    pub(crate) lang: Lang,
    /// Whether the user or the locale asked for the language.
    is_asked: bool,
    own: BTreeMap<String, String>,
    /// The library's messages, read when the first is printed.
    messages: OnceLock<Catalog>,
}

impl Words {
    /// The words in `lang`.
    pub(crate) fn new(lang: Lang) -> Self {
        let text = match lang {
            Lang::Zh => include_str!("words/zh.yaml"),
            Lang::En => include_str!("words/en.yaml"),
        };
        let own = serde_yaml::from_str(text).expect("the embedded words are valid YAML");
        Words { lang, is_asked: true, own, messages: OnceLock::new() }
    }

    /// The same words, for another thread.
    pub(crate) fn again(&self) -> Words {
        Words { is_asked: self.is_asked, ..Words::new(self.lang) }
    }

    /// The words behind an id.
    pub(crate) fn get<'a>(&'a self, id: &'a str) -> &'a str {
        self.own.get(id).map_or(id, String::as_str)
    }

    /// The words in the language that was asked for; in English where none was, until a site is
    /// read that has a language of its own.
    pub(crate) fn asked(lang: Option<Lang>) -> Self {
        Words { is_asked: lang.is_some(), ..Words::new(lang.unwrap_or(Lang::En)) }
    }

    /// Speaks the site's language from here on, unless another was asked for.
    pub(crate) fn settle(&mut self, original: Lang) {
        if !self.is_asked && self.lang != original {
            *self = Words::new(original);
        }
    }

    /// Whether there are words behind an id.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.own.contains_key(id)
    }

    /// The words behind an id, with `{name}` replaced by the value beside that name; `{{` stands
    /// for the character itself.
    pub(crate) fn fill(&self, id: &str, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.get(id);
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            if let Some(behind) = after.strip_prefix('{') {
                filled.push('{');
                rest = behind;
                continue;
            }
            let Some((name, behind)) = after.split_once('}') else { break };
            let value = values.iter().find(|(known, _)| *known == name);
            filled.push_str(value.map_or(name, |(_, value)| value));
            rest = behind;
        }
        filled.push_str(rest);
        filled
    }

    /// The words of a message from the library.
    pub(crate) fn say(&self, text: &Text) -> String {
        self.messages.get_or_init(Catalog::embedded).words(text, self.lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ids that the sources of the command line ask for, each written out where it is used.
    fn ids_used() -> Vec<(String, String)> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/cli");
        let mut used = Vec::new();
        for entry in walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap) {
            if entry.path().extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let source = std::fs::read_to_string(entry.path()).unwrap();
            for call in ["words.get(\"", "words.fill(\""] {
                for part in source.split(call).skip(1) {
                    let id = part.split('"').next().unwrap().to_owned();
                    used.push((entry.path().display().to_string(), id));
                }
            }
        }
        used
    }

    #[test]
    fn every_word_exists_in_both_languages_with_the_same_places() {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| Words::new(lang).own);
        assert_eq!(zh.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
        let places = |words: &str| {
            let mut names: Vec<String> = words
                .replace("{{", "")
                .split('{')
                .skip(1)
                .map(|rest| rest.split('}').next().unwrap().to_owned())
                .collect();
            names.sort();
            names
        };
        for (id, words) in &zh {
            assert_eq!(places(words), places(&en[id]), "{id}");
        }
    }

    #[test]
    fn every_word_that_is_asked_for_exists() {
        let words = Words::new(Lang::En);
        let used = ids_used();
        assert!(used.len() > 10, "the search for uses finds nothing");
        for (file, id) in used.iter().filter(|(file, _)| !file.ends_with("words.rs")) {
            assert!(words.own.contains_key(id), "{file} asks for {id:?}");
        }
    }

    #[test]
    fn places_are_filled() {
        let words = Words::new(Lang::Zh);
        let unknown = words.fill("no such id", &[]);
        assert_eq!(unknown, "no such id");
        assert_eq!(words.fill("{{{a}: {a}}", &[("a", "1")]), "{1: 1}");
        assert_eq!(words.fill("{a} and {b}{a}", &[("a", "1"), ("b", "2")]), "1 and 21");
    }
}
