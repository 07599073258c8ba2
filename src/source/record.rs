//! Reading typed values out of a node whose shape has been checked: what is mistyped or too long reads
//! as absent, because it has been reported already.

use super::shape::{LONGEST_PROSE, is_longer};
use super::yaml::{Node, Value};
use crate::diag::Spanned;
use crate::lang::{Bilingual, Lang};

impl Node {
    /// The entries of a map; none for anything else.
    pub fn entries(&self) -> &[(Spanned<String>, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|(name, _)| name.value == key).map(|(_, value)| value)
    }

    /// The node's text, trimmed, unless it is empty.
    pub fn as_text(&self) -> Option<Spanned<String>> {
        let Value::Scalar(text) = &self.value else { return None };
        let text = text.trim();
        let is_text = !text.is_empty() && !is_longer(text, LONGEST_PROSE);
        is_text.then(|| Spanned { value: text.to_owned(), span: self.span })
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> Option<Spanned<String>> {
        self.get(key)?.as_text()
    }

    /// The whole number of a key.
    pub fn integer(&self, key: &str) -> Option<Spanned<u32>> {
        let text = self.text(key)?;
        Some(Spanned { value: text.value.parse().ok()?, span: text.span })
    }

    /// The truth value of a key.
    pub fn flag(&self, key: &str) -> Option<bool> {
        self.text(key)?.value.parse().ok()
    }

    /// The texts of a list, or of a single item standing for a list.
    pub fn list(&self, key: &str) -> Vec<Spanned<String>> {
        match self.get(key).map(|node| (&node.value, node)) {
            Some((Value::List(items), _)) => items.iter().filter_map(Node::as_text).collect(),
            Some((_, node)) => node.as_text().into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// Words in both languages: `{zh: …, en: …}`, or one text for both.
    pub fn bilingual(&self, key: &str) -> Bilingual<Option<String>> {
        self.get(key).map_or_else(Bilingual::default, Node::as_bilingual)
    }

    /// The node's words in both languages.
    pub fn as_bilingual(&self) -> Bilingual<Option<String>> {
        match self.as_text() {
            Some(text) => Bilingual::same(Some(text.value)),
            None => Bilingual::from_fn(|lang: Lang| self.text(lang.code()).map(|text| text.value)),
        }
    }
}
