//! The words about keys, one file per language.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::lang::Lang;

/// What there is to say about a key.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct About {
    /// What it is.
    pub(super) is: String,
    /// What holds where it is left out.
    #[serde(default)]
    pub(super) without: Option<String>,
    /// A value as an author writes it, in YAML.
    #[serde(default)]
    pub(super) example: Option<String>,
}

/// The words about every key in one language, by path: `front-matter/figures.*.value`.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) lang: Lang,
    pub(super) entries: BTreeMap<String, About>,
}

impl Words {
    /// The words in `lang`.
    pub(super) fn new(lang: Lang) -> Self {
        let text = match lang {
            Lang::Zh => include_str!("words/zh.yaml"),
            Lang::En => include_str!("words/en.yaml"),
        };
        let entries = serde_yaml::from_str(text).expect("the embedded words are valid YAML");
        Words { lang, entries }
    }

    /// The words about the key at `path`, or about every key that ends like it.
    pub(super) fn about(&self, path: &str) -> Option<&About> {
        let last = path.rsplit(['/', '.']).next().unwrap_or(path);
        self.entries.get(path).or_else(|| self.entries.get(&format!("*/{last}")))
    }
}
