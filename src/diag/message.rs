//! Messages as data: ids and arguments here, words in `messages/zh.yaml` and `messages/en.yaml`.

use std::collections::BTreeMap;

use crate::lang::{Bilingual, Lang};

/// A message, a label or a hint: its id in the catalogues and what goes into its placeholders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    id: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

/// What goes into a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// The same words in every language: a key, a quote, a file name.
    Plain(String),
    /// Words that depend on the language of the message.
    Each(Bilingual<String>),
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Argument::Plain(text)
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Argument::Plain(text.clone())
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Argument::Plain(text.to_owned())
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Argument::Plain(number.to_string())
    }
}

impl From<Bilingual<String>> for Argument {
    fn from(words: Bilingual<String>) -> Self {
        Argument::Each(words)
    }
}

impl From<Bilingual<&str>> for Argument {
    fn from(words: Bilingual<&str>) -> Self {
        Argument::Each(words.map(str::to_owned))
    }
}

impl Text {
    /// A text by its id; use [`text!`](crate::text), which a test checks against the catalogues.
    pub fn new(id: &'static str, arguments: Vec<(&'static str, Argument)>) -> Self {
        Text { id, arguments }
    }

    /// Its id in the catalogues.
    pub fn id(&self) -> &'static str {
        self.id
    }
}

/// The words of every message in both languages.
#[derive(Debug)]
pub struct Catalog {
    messages: Bilingual<BTreeMap<String, String>>,
}

impl Catalog {
    /// The catalogues that are part of the program.
    pub fn embedded() -> Self {
        let read = |text: &str| -> BTreeMap<String, String> {
            serde_yaml::from_str(text).expect("the embedded catalogues are valid YAML")
        };
        Catalog {
            messages: Bilingual {
                zh: read(include_str!("messages/zh.yaml")),
                en: read(include_str!("messages/en.yaml")),
            },
        }
    }

    /// The words of `text` in `lang`, placeholders filled in.
    pub fn words(&self, text: &Text, lang: Lang) -> String {
        let pattern = self.messages.get(lang).get(text.id).map_or(text.id, String::as_str);
        let mut words = String::with_capacity(pattern.len() + 32);
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            words.push_str(before);
            let Some((name, behind)) = after.split_once('}') else { break };
            match text.arguments.iter().find(|(known, _)| *known == name) {
                Some((_, Argument::Plain(value))) => push_clipped(&mut words, value),
                Some((_, Argument::Each(values))) => push_clipped(&mut words, values.get(lang)),
                None => words.push_str(name),
            }
            rest = behind;
        }
        words.push_str(rest);
        words
    }

    /// The pattern behind an id, with its placeholders.
    pub fn pattern(&self, id: &str, lang: Lang) -> Option<&str> {
        self.messages.get(lang).get(id).map(String::as_str)
    }
}

/// More of an author's text than this, in bytes, is no help in a message.
const LONGEST_ARGUMENT: usize = 1200;

/// Appends a text; of a very long one its beginning and its end.
fn push_clipped(words: &mut String, text: &str) {
    if text.len() <= LONGEST_ARGUMENT {
        words.push_str(text);
        return;
    }
    let beginning = text.floor_char_boundary(LONGEST_ARGUMENT * 3 / 4);
    let end = text.ceil_char_boundary(text.len() - LONGEST_ARGUMENT / 4);
    words.push_str(&text[..beginning]);
    words.push_str(" … ");
    words.push_str(&text[end..]);
}

#[cfg(test)]
mod tests {
    use super::push_clipped;

    #[test]
    fn only_very_long_words_are_clipped() {
        let clipped = |text: &str| {
            let mut words = String::new();
            push_clipped(&mut words, text);
            words
        };
        assert_eq!(clipped("公园"), "公园");
        let long = format!("开头{}结尾", "长".repeat(1_000_000));
        let shown = clipped(&long);
        assert!(shown.len() < 1300 && shown.starts_with("开头") && shown.ends_with("结尾"));
    }
}
