//! The schema that editors complete and check by, held against the parser: what the parser takes it
//! takes, what the parser refuses it refuses.

#[path = "common/mod.rs"]
mod common;

use std::fs;
use std::path::Path;

use common::{Fixture, files_of};
use serde_json::{Map, Value, json};
use shushuo::diag::{FileId, Sink};
use shushuo::lang::Lang;
use shushuo::schema::{Schema, json as schema_of, tables};
use shushuo::source::yaml;

/// Why a value does not match a schema: the first reason met. Knows the keywords that are in use, and
/// panics at any other, so that none is there for show.
fn fault(schema: &Value, value: &Value, at: &str) -> Option<String> {
    let keywords = schema.as_object().expect("a schema is an object");
    keywords.iter().find_map(|(keyword, rule)| match keyword.as_str() {
        "properties" => {
            let rules = rule.as_object().expect("properties are an object");
            let each = value.as_object().into_iter().flatten();
            each.filter_map(|(key, inner)| Some((rules.get(key)?, inner, key)))
                .find_map(|(rule, inner, key)| fault(rule, inner, &format!("{at}.{key}")))
        }
        "additionalProperties" => {
            let known = keywords.get("properties").and_then(Value::as_object);
            let others = value.as_object().into_iter().flatten();
            others.filter(|(key, _)| known.is_none_or(|known| !known.contains_key(*key))).find_map(
                |(key, inner)| match rule {
                    Value::Bool(true) => None,
                    Value::Bool(false) => Some(format!("{at}: unknown key {key}")),
                    rule => fault(rule, inner, &format!("{at}.{key}")),
                },
            )
        }
        "propertyNames" => {
            let mut keys = value.as_object().into_iter().flatten().map(|(key, _)| json!(key));
            keys.find_map(|key| fault(rule, &key, &format!("{at} key")))
        }
        "items" => value.as_array().into_iter().flatten().find_map(|item| fault(rule, item, at)),
        "required" => {
            let object = value.as_object()?;
            let needed = rule.as_array().expect("a list").iter().filter_map(Value::as_str);
            needed
                .filter(|key| !object.contains_key(*key))
                .map(|key| format!("{at} lacks {key}"))
                .next()
        }
        "if" => match fault(rule, value, at) {
            None => fault(&keywords["then"], value, at),
            Some(_) => None,
        },
        "not" => fault(rule, value, at).is_none().then(|| format!("{at}: is what it must not be")),
        "anyOf" => {
            let faults: Vec<String> = rule
                .as_array()
                .expect("a list")
                .iter()
                .map_while(|schema| fault(schema, value, at))
                .collect();
            let all = rule.as_array().map_or(0, Vec::len);
            (faults.len() == all).then(|| faults.join(" / "))
        }
        plain => {
            plain_fault(plain, rule, value).then(|| format!("{at}: {keyword} {rule}: {value}"))
        }
    })
}

/// Whether a keyword that looks at no other is not kept.
fn plain_fault(keyword: &str, rule: &Value, value: &Value) -> bool {
    match keyword {
        "type" => match rule {
            Value::Array(types) => !types.iter().any(|kind| is_of_type(kind, value)),
            kind => !is_of_type(kind, value),
        },
        "enum" => !rule.as_array().expect("a list").contains(value),
        "pattern" => value.as_str().is_some_and(|text| !matches_pattern(rule, text)),
        "maxLength" => {
            let most = rule.as_u64().expect("a length is a number") as usize;
            value.as_str().is_some_and(|text| text.chars().nth(most).is_some())
        }
        "maxItems" => {
            value.as_array().map_or(0, Vec::len) as u64 > rule.as_u64().unwrap_or_default()
        }
        "minimum" => value.as_i64() < rule.as_i64(),
        "maximum" => value.as_i64() > rule.as_i64(),
        "then" | "$schema" | "description" | "examples" | "default" | "format" => false,
        other => panic!("the schema uses {other}, which this test does not know"),
    }
}

fn is_of_type(kind: &Value, value: &Value) -> bool {
    match kind.as_str().expect("a type is a word") {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        other => panic!("no type {other}"),
    }
}

/// The patterns in use, by hand.
fn matches_pattern(pattern: &Value, text: &str) -> bool {
    let plain = |text: &str| text.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
    match pattern.as_str().expect("a pattern is text") {
        "^[a-z][a-z0-9-]{0,79}$" => shushuo::content::is_figure_id(text),
        "^[\\p{L}\\p{N}-]+$" => !text.is_empty() && plain(text),
        "^[Hh][Tt][Tt][Pp][Ss]?://.+$" => shushuo::source::is_web_address(text),
        date if date.starts_with("^[0-9]{4}") => {
            let parts: Vec<usize> = text.split('-').map(str::len).collect();
            parts == [4, 2, 2] && text.chars().all(|digit| digit.is_ascii_digit() || digit == '-')
        }
        other => panic!("the schema uses the pattern {other}, which this test does not know"),
    }
}

/// The files of the repository that a schema is for, as an editor reads them.
fn own_files() -> Vec<(String, Schema, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for site in ["", "tests/specimen/site", "src/cli/init/example"] {
        for folder in ["content", "seeds"] {
            for file in files_of(&root.join(site).join(folder)) {
                let schema = match (folder, file.rsplit_once('.').unwrap_or_default().1) {
                    ("content", "md") if file.contains(".zh.") => Schema::FrontMatter,
                    ("content", "md") => Schema::Translation,
                    ("seeds", "yaml") => Schema::Source,
                    _ => continue,
                };
                found.push((Path::new(site).join(folder).join(file), schema));
            }
        }
        found.push((Path::new(site).join("site.yaml"), Schema::Site));
    }
    let read = |(path, schema): (std::path::PathBuf, Schema)| {
        let text = fs::read_to_string(root.join(&path)).expect("a file of the repository");
        let text = text.replace("\r\n", "\n");
        let yaml = match text.strip_prefix("---\n") {
            Some(rest) => rest.split("\n---\n").next().unwrap_or_default().to_owned(),
            None => text,
        };
        let value = serde_yaml::from_str(&yaml).expect("it is YAML");
        (path.display().to_string(), schema, value)
    };
    found.into_iter().map(read).collect()
}

#[test]
fn the_files_of_this_repository_are_taken() {
    let files = own_files();
    assert!(files.len() > 25, "{}", files.len());
    for lang in Lang::ALL {
        for (path, schema, value) in &files {
            assert_eq!(fault(&schema_of(*schema, lang), value, ""), None, "{path}");
        }
    }
}

/// The same value with one thing changed at each place in turn.
fn spoilt(value: &Value) -> Vec<Value> {
    let mut all = vec![Value::Null, json!("text"), json!(7), json!(-7), json!(true)];
    all.extend([100, 101, 300, 301, 2_000, 2_001].map(|length| json!("字".repeat(length))));
    all.extend([json!(["text"]), json!([["text"]]), json!({ "nonsense": "text" }), json!({})]);
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                let with = |inner: Option<Value>| {
                    let mut changed: Map<String, Value> = object.clone();
                    match inner {
                        Some(inner) => changed.insert(key.clone(), inner),
                        None => changed.shift_remove(key),
                    };
                    Value::Object(changed)
                };
                all.push(with(None));
                all.extend(spoilt(inner).into_iter().map(|inner| with(Some(inner))));
            }
            let mut more = object.clone();
            more.insert("nonsense".to_owned(), json!("text"));
            all.push(Value::Object(more));
        }
        Value::Array(items) => {
            let inner = items.first().map(spoilt).unwrap_or_default();
            all.extend(inner.into_iter().map(|item| json!([item])));
        }
        _ => {}
    }
    all
}

fn parser_takes(schema: Schema, value: &Value) -> bool {
    // JSON is YAML.
    let text = value.to_string();
    let mut sink = Sink::new();
    let node = yaml::parse(FileId(0), &text, 0..text.len(), &mut sink).expect("JSON is YAML");
    schema.shape().check(&node, &mut sink);
    sink.diagnostics().is_empty()
}

/// A file with every key that there is, each with the example of the documentation.
fn whole(schema: Schema) -> Value {
    let mut file = String::new();
    for table in tables(schema, Lang::En) {
        let indent = if table.below.is_some() { "    " } else { "" };
        for row in table.rows {
            match (row.example, row.name.split_once(": ")) {
                (Some(example), None) => file += &format!("{indent}{}: {example}\n", row.name),
                (Some(example), Some(("markdown", key))) => {
                    file += &format!("  {key}: {example}\n")
                }
                (Some(_), Some(_)) => {}
                (None, _) if row.name == "figures" => file += "figures:\n  jobs:\n",
                (None, _) => file += &format!("{}:\n", row.name),
            }
        }
    }
    let value = serde_yaml::from_str(&file).unwrap_or_else(|error| panic!("{error}\n{file}"));
    assert_eq!(fault(&schema_of(schema, Lang::En), &value, ""), None, "{file}");
    value
}

#[test]
fn what_the_parser_refuses_the_schema_refuses() {
    let mut refused = 0;
    for schema in Schema::ALL {
        let value = whole(schema);
        let rules = schema_of(schema, Lang::En);
        for changed in spoilt(&value) {
            if !parser_takes(schema, &changed) {
                refused += 1;
                assert!(
                    fault(&rules, &changed, "").is_some(),
                    "{}: takes {changed}",
                    schema.name()
                );
            }
        }
    }
    assert!(refused > 300, "{refused}");
}

#[test]
fn the_rules_beyond_types_are_in_the_schema() {
    let figure = |figure: Value| json!({ "title": "a", "figures": { "jobs": figure } });
    let proven = json!({ "value": "3人", "label": "a", "quote": "b" });
    for (schema, value, is_taken) in [
        (Schema::FrontMatter, figure(proven.clone()), true),
        (Schema::FrontMatter, figure(json!({ "derive": "a / b", "label": "a" })), true),
        (Schema::FrontMatter, figure(json!({ "value": "3人", "label": "a" })), false),
        (Schema::FrontMatter, figure(json!({ "label": "a" })), false),
        (Schema::FrontMatter, json!({ "title": "a", "figures": { "New Jobs": proven } }), false),
        (Schema::FrontMatter, json!({ "title": "a", "tags": ["a b"] }), false),
        (Schema::FrontMatter, json!({ "title": "a", "tags": vec!["a"; 50] }), true),
        (Schema::FrontMatter, json!({ "title": "a", "tags": vec!["a"; 51] }), false),
        (Schema::Translation, figure(json!({ "label": "a", "value": "3人" })), false),
        (Schema::Site, json!({ "title": "a", "checks": { "number-scale": "off" } }), true),
        (Schema::Site, json!({ "title": "a", "checks": { "number-scal": "off" } }), false),
        (Schema::Site, json!({ "title": "a", "base_url": "example.org" }), false),
        (Schema::Source, json!({ "title": "a", "publish": "all" }), false),
    ] {
        let found = fault(&schema_of(schema, Lang::Zh), &value, "");
        assert_eq!(found.is_none(), is_taken, "{}: {value}: {found:?}", schema.name());
    }
}

#[test]
fn the_command_prints_what_editors_read() {
    let site = Fixture::new();
    for name in ["front-matter", "translation", "site", "source"] {
        let run = site.run("schema", &[name, "--lang", "zh"]);
        let printed: Value = serde_json::from_str(&run.exits(0).stdout).expect("JSON");
        assert_eq!(printed["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(printed["additionalProperties"], false);
    }
    let all: Value = serde_json::from_str(&site.run("schema", &[]).exits(0).stdout).expect("JSON");
    assert_eq!(all["$defs"].as_object().map(Map::len), Some(4));
    site.run("schema", &["sit"]).exits(2).says("there is no schema “sit”").says("site");
    site.run("schema", &["--markdown"]).exits(0).says("| `quote` |");
}

/// What `init` leaves for editors: files that the site does not read, and comments that name them.
#[test]
fn a_new_site_teaches_editors_its_keys() {
    let site = Fixture::new();
    site.run("init", &["."]).exits(0);
    let read = |path: &str| fs::read_to_string(site.path().join(path)).expect(path);
    for (path, folder) in [("site.yaml", ""), ("seeds/hewan-2024.yaml", "seeds/")] {
        let text = read(path);
        let line = text.lines().next().unwrap_or_default();
        let target = line.strip_prefix("# yaml-language-server: $schema=").expect("the comment");
        let schema = read(&format!("{folder}{target}"));
        let schema: Value = serde_json::from_str(&schema).expect("JSON");
        let value = serde_yaml::from_str(&text).expect("YAML");
        assert_eq!(fault(&schema, &value, path), None);
    }
    let settings: Value = serde_json::from_str(&read(".vscode/settings.json")).expect("JSON");
    for path in settings["yaml.schemas"].as_object().expect("schemas").keys() {
        assert!(site.path().join(path).exists(), "{path}");
    }
    site.check(&[]).exits(0);
}

#[test]
fn the_schemas_of_a_site_can_be_brought_up_to_date() {
    let site = Fixture::smallest()
        .file(".shushuo/schema/site.json", "{}")
        .file(".vscode/settings.json", "{}");
    site.run("schema", &["--write"]).exits(0);
    let read = |path: &str| fs::read_to_string(site.path().join(path)).expect(path);
    assert!(read(".shushuo/schema/site.json").contains("base_url"));
    assert!(read(".shushuo/schema/front-matter.json").contains("headline"));
    assert_eq!(read(".vscode/settings.json"), "{}", "the author's settings are left alone");
    site.check(&[]).exits(0);
}
