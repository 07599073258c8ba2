//! The reference in `docs/themes.md` is made from the structs that templates see, so that it cannot
//! go stale: `UPDATE=1 cargo test --test themes` writes it, the test compares.

use std::fs;
use std::path::{Path, PathBuf};

const START: &str = "<!-- made from src/render/view -->\n";
const END: &str = "<!-- end -->\n";
const GUIDES: [&str; 2] = ["docs/themes.md", "docs/themes.zh.md"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{} ({error})", path.display()))
}

/// A struct or enum variant that templates see.
struct View {
    name: String,
    meaning: String,
    /// Name, type and meaning of each field.
    fields: Vec<[String; 3]>,
}

/// Every public struct and enum variant with fields, from the source text.
fn views(source: &str) -> Vec<View> {
    let mut views: Vec<View> = Vec::new();
    let mut meaning = String::new();
    let mut kind = String::new();
    let lines = source.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
    for line in lines.filter(|line| !line.starts_with("//!")) {
        let text = line.trim();
        if let Some(words) = text.strip_prefix("/// ") {
            let space = if meaning.is_empty() { "" } else { " " };
            meaning.push_str(space);
            meaning.push_str(words);
        } else if let Some(name) = text.strip_prefix("pub enum ") {
            kind = name.trim_end_matches(" {").to_owned();
            views.push(View {
                name: kind.clone(),
                meaning: meaning.split_off(0),
                fields: Vec::new(),
            });
        } else if let Some(name) = text.strip_prefix("pub struct ").filter(|_| line.ends_with('{'))
        {
            let name = name.trim_end_matches(" {").to_owned();
            views.push(View { name, meaning: meaning.split_off(0), fields: Vec::new() });
            kind.clear();
        } else if let Some(name) = text.strip_suffix(" {").filter(|_| !kind.is_empty()) {
            let name = format!("{kind}, form `{}`", name.to_lowercase());
            views.push(View { name, meaning: meaning.split_off(0), fields: Vec::new() });
        } else if let Some((name, ty)) = text.trim_end_matches(',').split_once(": ") {
            let name = name.trim_start_matches("pub ").to_owned();
            let field = [name, written(ty), meaning.split_off(0)];
            views.last_mut().expect("fields stand in a struct").fields.push(field);
        } else if line == "}" {
            kind.clear();
        } else if !text.starts_with("#[") {
            meaning.clear();
        }
    }
    views.retain(|view| !view.fields.is_empty() || view.name.contains("Picture"));
    views
}

/// A type as theme authors read it: what a template can do with it.
fn written(ty: &str) -> String {
    if let Some(inner) = ty.strip_prefix("Option<").and_then(|rest| rest.strip_suffix('>')) {
        return format!("{}, or none", written(inner));
    }
    if let Some(inner) = ty.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>')) {
        return format!("list of {}", written(inner));
    }
    match ty {
        "Html" => "HTML".to_owned(),
        "Words" | "&'static str" => "text".to_owned(),
        "usize" | "u32" => "count".to_owned(),
        "Length" => "length".to_owned(),
        "bool" => "true or false".to_owned(),
        view => format!("[{view}](#{})", view.to_lowercase()),
    }
}

/// The files of the views, in the order in which the module names them.
fn reference() -> String {
    let folder = root().join("src/render/view");
    let mut reference = String::from("\n");
    for file in ["page.rs", "pages.rs", "card.rs", "picture.rs"] {
        for view in views(&read(&folder.join(file))) {
            let View { name, meaning, fields } = view;
            reference.push_str(&format!("### {name}\n\n{meaning}\n\n"));
            if fields.is_empty() {
                continue;
            }
            reference.push_str("| field | type | meaning |\n|---|---|---|\n");
            for [field, ty, meaning] in fields {
                assert!(!meaning.is_empty(), "{name}.{field} has no meaning");
                reference.push_str(&format!("| `{field}` | {ty} | {meaning} |\n"));
            }
            reference.push('\n');
        }
    }
    reference
}

/// A guide with its reference made anew.
fn renewed(guide: &str) -> Option<String> {
    let (before, rest) = guide.split_once(START)?;
    let (_, behind) = rest.split_once(END)?;
    Some(format!("{before}{START}{}{END}{behind}", reference()))
}

#[test]
fn the_reference_is_that_of_the_views() {
    let path = root().join(GUIDES[0]);
    let guide = read(&path);
    let renewed = renewed(&guide).expect("the guide marks the place of its reference");
    if std::env::var_os("UPDATE").is_some() && guide != renewed {
        fs::write(&path, renewed).expect("the guide can be written");
    } else {
        assert!(guide == renewed, "out of date: UPDATE=1 cargo test --test themes");
    }
}

#[test]
fn every_struct_of_the_contract_is_in_the_reference() {
    let module = read(&root().join("src/render/view/mod.rs"));
    let reference = reference();
    let names = module.split(|letter: char| !letter.is_ascii_alphanumeric());
    let mut views: Vec<&str> =
        names.filter(|name| name.len() > 4 && name.ends_with("View")).collect();
    views.dedup();
    assert!(views.len() > 25, "{views:?}");
    for view in views {
        assert!(reference.contains(&format!("### {view}\n")), "{view}");
    }
    for field in ["| `quote` | HTML | ", "| `proofs` | list of [ProofView](#proofview) | "] {
        assert!(reference.contains(field), "{field}");
    }
}

#[test]
fn the_guides_name_every_component_function_and_block() {
    let theme = root().join("themes/default/templates");
    let mut names: Vec<String> = vec!["say(".into(), "count(".into()];
    for file in crate::common::files_of(&theme) {
        let text = read(&theme.join(&file));
        for (start, is_form) in
            [("{% component ", file.starts_with("forms/")), ("{%- block ", false)]
        {
            let found = text.split(start).skip(1).filter_map(|rest| rest.split(['(', ' ']).next());
            names.extend(found.filter(|_| !is_form).map(|name| format!("`{name}`")));
        }
    }
    for guide in GUIDES {
        let text = read(&root().join(guide));
        for name in &names {
            assert!(text.contains(name.as_str()), "{guide} does not name {name}");
        }
    }
}
