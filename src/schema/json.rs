//! JSON Schema, draft 2020-12, with nothing that older readers of schemas do not know: no references,
//! so that each schema stands for itself.

use serde_json::{Map, Value, json};

use super::Schema;
use super::refine::{self, Rule};
use super::words::{About, Words};
use crate::diag::{FileId, Sink};
use crate::lang::Lang;
use crate::source::shape::{Key, Shape};
use crate::source::yaml::{self, Node};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema as JSON, with the words of its keys in `lang`.
pub fn json(schema: Schema, lang: Lang) -> Value {
    let body = Builder { words: Words::new(lang) }.whole(schema);
    let mut object = Map::new();
    object.insert("$schema".to_owned(), json!(DRAFT));
    object.extend(body);
    Value::Object(object)
}

/// One schema with all of them by name under `$defs`; it accepts what one of them does.
pub fn json_of_all(lang: Lang) -> Value {
    let builder = Builder { words: Words::new(lang) };
    let all = Schema::ALL.map(|schema| (schema.name().to_owned(), builder.whole(schema).into()));
    let references =
        Schema::ALL.map(|schema| json!({ "$ref": format!("#/$defs/{}", schema.name()) }));
    json!({
        "$schema": DRAFT,
        "anyOf": references,
        "$defs": Value::Object(Map::from_iter(all)),
    })
}

struct Builder {
    words: Words,
}

impl Builder {
    fn whole(&self, schema: Schema) -> Map<String, Value> {
        let path = schema.name();
        let mut object = self.shape(schema.shape(), path);
        if let Some(about) = self.words.about(path) {
            object.insert("description".to_owned(), json!(about.is.trim()));
        }
        object
    }

    /// What the value at `path` may be.
    fn shape(&self, shape: &Shape, path: &str) -> Map<String, Value> {
        let rule = refine::rule(path);
        match shape {
            Shape::Text | Shape::Brief | Shape::Prose => text(rule.as_ref(), shape),
            Shape::Integer => {
                object(json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }))
            }
            Shape::Flag => object(json!({ "type": "boolean" })),
            Shape::Date => object(json!({
                "type": "string", "format": "date",
                "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
            })),
            Shape::Choice(words) => object(json!({ "enum": words })),
            Shape::List(item) => {
                let item = self.shape(item, path);
                let mut list = object(json!({ "type": "array", "items": item.clone() }));
                if let Some(most) = refine::most(path) {
                    list.insert("maxItems".to_owned(), json!(most));
                }
                object(json!({ "anyOf": [list, item] }))
            }
            Shape::Map(value) => {
                let mut map = object(json!({ "type": "object" }));
                match rule {
                    Some(Rule::KeysOneOf(words)) => {
                        map.insert("propertyNames".to_owned(), json!({ "enum": words }));
                    }
                    Some(Rule::KeysPattern(pattern)) => {
                        map.insert("propertyNames".to_owned(), json!({ "pattern": pattern }));
                    }
                    _ => {}
                }
                let value = self.value(value, &format!("{path}.*"));
                map.insert("additionalProperties".to_owned(), value.into());
                map
            }
            Shape::Record(keys) => self.record(keys, path, rule.as_ref()),
            Shape::TextOr(keys) => {
                let record = self.record(keys, path, None);
                object(json!({ "anyOf": [text(rule.as_ref(), shape), record] }))
            }
        }
    }

    fn record(&self, keys: &[Key], path: &str, rule: Option<&Rule>) -> Map<String, Value> {
        let properties: Map<String, Value> = keys
            .iter()
            .map(|key| {
                let value = self.value(&key.shape, &below(path, key.name));
                (key.name.to_owned(), value.into())
            })
            .collect();
        let mut record = object(json!({
            "type": "object", "properties": properties, "additionalProperties": false,
        }));
        let required: Vec<&str> =
            keys.iter().filter(|key| key.required).map(|key| key.name).collect();
        if !required.is_empty() {
            record.insert("required".to_owned(), json!(required));
        }
        if matches!(rule, Some(Rule::ProvenOrDerived)) {
            record.insert("if".to_owned(), json!({ "not": { "required": ["derive"] } }));
            record.insert("then".to_owned(), json!({ "required": ["value", "quote"] }));
        }
        record
    }

    /// The value at `path` with what there is to say about it.
    fn value(&self, shape: &Shape, path: &str) -> Map<String, Value> {
        let mut value = self.shape(shape, path);
        if let Some(about) = self.words.about(path) {
            value.insert("description".to_owned(), json!(described(about, self.words.lang)));
            if let Some(example) = about.example.as_deref().and_then(|text| read(text, shape)) {
                value.insert("examples".to_owned(), json!([example]));
            }
        }
        if let Some(default) = refine::default(path).and_then(|text| read(text, shape)) {
            value.insert("default".to_owned(), default);
        }
        value
    }
}

/// The path of a key in the record at `path`.
pub(super) fn below(path: &str, name: &str) -> String {
    format!("{path}{}{name}", if path.contains('/') { '.' } else { '/' })
}

fn described(about: &About, lang: Lang) -> String {
    let Some(without) = &about.without else { return about.is.trim().to_owned() };
    let (before, behind) = match lang {
        Lang::Zh => ("（不写：", "）"),
        Lang::En => (" (Left out: ", ")"),
    };
    let without = without.trim().trim_end_matches(['.', '。']);
    format!("{}{before}{without}{behind}", about.is.trim())
}

fn text(rule: Option<&Rule>, shape: &Shape) -> Map<String, Value> {
    object(match rule {
        Some(Rule::OneOf(words)) => json!({ "enum": words }),
        Some(Rule::Pattern(pattern)) => {
            json!({ "type": "string", "pattern": pattern, "maxLength": shape.longest() })
        }
        _ => json!({ "type": ["string", "number"], "maxLength": shape.longest() }),
    })
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// A YAML value as JSON, numbers and truth values where the shape has them.
fn read(text: &str, shape: &Shape) -> Option<Value> {
    let node = yaml::parse(FileId(0), text, 0..text.len(), &mut Sink::new())?;
    Some(typed(&node, shape))
}

fn typed(node: &Node, shape: &Shape) -> Value {
    let key = |keys: &'static [Key], name: &str| {
        keys.iter().find(|key| key.name == name).map(|key| &key.shape)
    };
    match (&node.value, shape) {
        (yaml::Value::Null, _) => Value::Null,
        (yaml::Value::Scalar(text), Shape::Integer) => {
            text.parse::<u32>().map_or_else(|_| json!(text), |number| json!(number))
        }
        (yaml::Value::Scalar(text), Shape::Flag) => json!(text == "true"),
        (yaml::Value::Scalar(text), _) => json!(text),
        (yaml::Value::List(items), Shape::List(item)) => {
            items.iter().map(|node| typed(node, item)).collect()
        }
        (yaml::Value::List(items), _) => items.iter().map(|node| typed(node, shape)).collect(),
        (yaml::Value::Map(entries), _) => {
            let entries = entries.iter().map(|(name, value)| {
                let shape = match shape {
                    Shape::Map(value) => value,
                    Shape::Record(keys) | Shape::TextOr(keys) => {
                        key(keys, &name.value).unwrap_or(&Shape::Text)
                    }
                    _ => &Shape::Text,
                };
                (name.value.clone(), typed(value, shape))
            });
            Value::Object(entries.collect())
        }
    }
}
