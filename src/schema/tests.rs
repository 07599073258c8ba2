//! The words are complete, and the schemas hold what the parser holds.

use std::collections::BTreeSet;

use super::json::below;
use super::words::Words;
use super::{Schema, json, settings_files};
use crate::diag::{FileId, Sink};
use crate::lang::Lang;
use crate::source::shape::{Key, Shape};
use crate::source::yaml;

/// Every key of every table with its path.
fn keys() -> Vec<(String, &'static Shape)> {
    fn walk(shape: &'static Shape, path: &str, found: &mut Vec<(String, &'static Shape)>) {
        found.push((path.to_owned(), shape));
        let keys: &'static [Key] = match shape {
            Shape::Record(keys) | Shape::TextOr(keys) => keys,
            Shape::Map(value @ Shape::Record(_)) => {
                return walk(value, &format!("{path}.*"), found);
            }
            _ => return,
        };
        keys.iter().for_each(|key| walk(&key.shape, &below(path, key.name), found));
    }
    let mut found = Vec::new();
    Schema::ALL.iter().for_each(|schema| walk(schema.shape(), schema.name(), &mut found));
    found
}

#[test]
fn every_key_has_its_words_in_both_languages() {
    let keys = keys();
    assert!(keys.len() > 60, "{}", keys.len());
    for words in Lang::ALL.map(Words::new) {
        let lang = words.lang.code();
        let end = if words.lang == Lang::Zh { '。' } else { '.' };
        for (path, _) in &keys {
            let about = words.about(path).unwrap_or_else(|| panic!("{lang}: no words on {path}"));
            assert!(about.is.trim().ends_with(end), "{lang}: {path}: {}", about.is);
            let without =
                about.without.as_deref().is_none_or(|without| without.trim().ends_with(end));
            assert!(without, "{lang}: {path}: {:?}", about.without);
        }
        let known: BTreeSet<&str> = keys.iter().map(|(path, _)| path.as_str()).collect();
        for path in words.entries.keys().filter(|path| !path.starts_with("*/")) {
            assert!(known.contains(path.as_str()), "{lang}: words on {path}, which does not exist");
        }
    }
    let [zh, en] = Lang::ALL.map(Words::new);
    for (path, about) in &zh.entries {
        let other = &en.entries[path];
        assert_eq!(about.without.is_some(), other.without.is_some(), "{path}: without");
        assert_eq!(about.example.is_some(), other.example.is_some(), "{path}: example");
    }
    assert_eq!(zh.entries.len(), en.entries.len());
}

#[test]
fn every_example_is_what_the_parser_takes() {
    for words in Lang::ALL.map(Words::new) {
        for (path, shape) in keys() {
            let about = words.about(&path).unwrap();
            let Some(example) = about.example.as_deref() else { continue };
            let file = format!("key: {example}\n");
            let mut sink = Sink::new();
            let node = yaml::parse(FileId(0), &file, 0..file.len(), &mut sink);
            shape.check(node.unwrap().get("key").unwrap(), &mut sink);
            assert_eq!(sink.diagnostics(), [], "{path}: {example}");
        }
    }
}

#[test]
fn what_must_be_there_has_no_words_on_being_left_out() {
    for schema in Schema::ALL {
        for table in super::tables(schema, Lang::En) {
            for row in table.rows {
                assert_eq!(row.required, row.without.is_none(), "{}: {row:?}", schema.name());
            }
        }
    }
}

#[test]
fn each_form_and_each_check_can_be_completed() {
    let schema = json(Schema::FrontMatter, Lang::Zh);
    let figure = &schema["properties"]["figures"]["additionalProperties"];
    let forms = figure["properties"]["form"]["enum"].as_array().unwrap();
    assert!(crate::figure::Form::ALL.iter().all(|form| forms.contains(&form.name().into())));
    let checks = &json(Schema::Site, Lang::Zh)["properties"]["checks"];
    let codes = checks["propertyNames"]["enum"].as_array().unwrap();
    assert_eq!(codes.len(), crate::diag::Code::ALL.len());
    assert_eq!(checks["additionalProperties"]["enum"][2], "off");
    assert_eq!(figure["required"], serde_json::json!(["label"]));
}

#[test]
fn snippets_fill_in_a_figure() {
    let files = settings_files(Lang::En);
    let (_, text) = files.iter().find(|(path, _)| path.ends_with(".code-snippets")).unwrap();
    let snippets: serde_json::Value = serde_json::from_str(text).unwrap();
    let body: Vec<&str> = snippets["figure"]["body"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line.as_str().unwrap())
        .collect();
    assert_eq!(body[1..3], ["  value: ${2:31.5万人次}", "  label: ${3:Visits}"]);
    assert_eq!(snippets["unit"]["body"][0], "unit: ${1:{one: park, other: parks\\}}");
    assert_eq!(snippets["direction"]["body"][0], "direction: ${1|up-is-good,down-is-good|}");
}
