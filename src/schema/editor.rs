//! The files in a site folder that teach editors its keys. The site itself does not read them.
//!
//! Editors with yaml-language-server (VS Code's YAML extension, Zed, Helix, Neovim) complete and
//! check `site.yaml` and the sources' data by the schemas. Front matter stands inside Markdown, where
//! no language server looks; for it there are snippets, which VS Code knows by itself.

use serde_json::{Map, Value, json};

use super::keys::{KeyRow, tables};
use super::{Schema, json};
use crate::lang::Lang;

/// Where the schemas are kept in a site folder, with a `/` behind it.
const FOLDER: &str = ".shushuo/schema/";

/// The comment by which editors find the schema of `site.yaml`, with its line break.
pub const SITE_COMMENT: &str = "# yaml-language-server: $schema=.shushuo/schema/site.json\n";
/// The comment by which editors find the schema of `seeds/NAME.yaml`, with its line break.
pub const SOURCE_COMMENT: &str = "# yaml-language-server: $schema=../.shushuo/schema/source.json\n";

/// The schemas as files of a site folder: paths and texts, the words in `lang`.
pub fn schema_files(lang: Lang) -> Vec<(String, String)> {
    let file =
        |schema: Schema| (format!("{FOLDER}{}.json", schema.name()), printed(&json(schema, lang)));
    Schema::ALL.map(file).to_vec()
}

/// The settings of editors as files of a site folder: paths and texts, the words in `lang`.
pub fn settings_files(lang: Lang) -> Vec<(String, String)> {
    let path = |schema: Schema| format!("./{FOLDER}{}.json", schema.name());
    let settings = json!({
        "yaml.schemas": {
            path(Schema::Site): "/site.yaml",
            path(Schema::Source): "/seeds/*.yaml",
        },
        "[markdown]": {
            "editor.quickSuggestions": { "other": "on", "comments": "off", "strings": "off" },
            "editor.snippetSuggestions": "top",
        },
        "files.encoding": "utf8",
    });
    vec![
        (".vscode/settings.json".to_owned(), printed(&settings)),
        (".vscode/shushuo.code-snippets".to_owned(), printed(&snippets(lang))),
    ]
}

fn printed(value: &Value) -> String {
    format!("{value:#}\n")
}

/// One snippet for each key of front matter, and one for a whole figure.
fn snippets(lang: Lang) -> Value {
    let mut snippets = Map::new();
    let mut figure = vec!["${1:id}:".to_owned()];
    for table in tables(Schema::FrontMatter, lang) {
        for row in &table.rows {
            let snippet = json!({
                "scope": "markdown",
                "prefix": row.name,
                "body": [body(row, 1)],
                "description": row.is,
            });
            snippets.entry(row.name.clone()).or_insert(snippet);
            if table.below.is_some() && matches!(row.name.as_str(), "value" | "label" | "quote") {
                figure.push(format!("  {}", body(row, figure.len() + 1)));
            }
        }
        if table.below.is_some() {
            let whole = json!({
                "scope": "markdown",
                "prefix": "figure",
                "body": figure,
                "description": table.is,
            });
            snippets.insert("figure".to_owned(), whole);
        }
    }
    Value::Object(snippets)
}

/// A key with a place for its value: the choices, or an example to write over.
fn body(row: &KeyRow, place: usize) -> String {
    if !row.choices.is_empty() {
        return format!("{}: ${{{place}|{}|}}", row.name, row.choices.join(","));
    }
    match &row.example {
        None => format!("{}:\n  $0", row.name),
        Some(example) => {
            let example = example.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}");
            format!("{}: ${{{place}:{example}}}", row.name)
        }
    }
}
