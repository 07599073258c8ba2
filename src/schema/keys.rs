//! Every key with its words, as rows of tables: what the documentation and the snippets are made of.

use super::Schema;
use super::json::below;
use super::refine::{self, Rule};
use super::words::Words;
use crate::lang::Lang;
use crate::source::shape::{Key, Shape};

/// One key.
#[derive(Debug, Clone)]
pub struct KeyRow {
    /// Its name as it is written in its map, with the key above it where that is a short map:
    /// `markdown: html`.
    pub name: String,
    /// Whether it must be there.
    pub required: bool,
    /// What it is, a sentence.
    pub is: String,
    /// What holds where it is left out, a sentence.
    pub without: Option<String>,
    /// A value as an author writes it, in YAML.
    pub example: Option<String>,
    /// The words that it can be; none where it is free.
    pub choices: Vec<&'static str>,
}

/// The keys of one map.
#[derive(Debug, Clone)]
pub struct Table {
    /// The key below which the map stands; `None` for the whole file.
    pub below: Option<&'static str>,
    /// What the map is, a sentence.
    pub is: String,
    /// Its keys, in the order of the tables that parse them.
    pub rows: Vec<KeyRow>,
}

/// The tables of a schema: its own keys, then those of each map that it holds.
pub fn tables(schema: Schema, lang: Lang) -> Vec<Table> {
    let words = Words::new(lang);
    let Shape::Record(keys) = schema.shape() else { return Vec::new() };
    let mut tables = vec![table(keys, schema.name(), None, &words)];
    for key in *keys {
        let path = below(schema.name(), key.name);
        if let Shape::Map(Shape::Record(keys)) = key.shape {
            tables.push(table(keys, &format!("{path}.*"), Some(key.name), &words));
        }
    }
    tables
}

fn table(keys: &[Key], path: &str, name: Option<&'static str>, words: &Words) -> Table {
    let is = words.about(path).map(|about| about.is.trim().to_owned()).unwrap_or_default();
    let mut rows = Vec::new();
    for key in keys {
        let path = below(path, key.name);
        rows.push(row(key, key.name.to_owned(), &path, words));
        if let Shape::Record(inner) | Shape::TextOr(inner) = &key.shape {
            for inside in inner.iter().filter(|inside| is_own(&path, inside, words)) {
                let name = format!("{}: {}", key.name, inside.name);
                rows.push(row(inside, name, &below(&path, inside.name), words));
            }
        }
    }
    Table { below: name, is, rows }
}

/// Whether a key inside another has words of its own: those of both languages are told once.
fn is_own(path: &str, inside: &Key, words: &Words) -> bool {
    words.entries.contains_key(&below(path, inside.name))
}

fn row(key: &Key, name: String, path: &str, words: &Words) -> KeyRow {
    let about = words.about(path);
    let choices = match (&key.shape, refine::rule(path)) {
        (Shape::Choice(words) | Shape::List(Shape::Choice(words)), _) => words.to_vec(),
        (_, Some(Rule::OneOf(words))) => words,
        _ => Vec::new(),
    };
    KeyRow {
        name,
        required: key.required,
        is: about.map(|about| about.is.trim().to_owned()).unwrap_or_default(),
        without: about.and_then(|about| about.without.clone()),
        example: about.and_then(|about| about.example.clone()),
        choices,
    }
}
