//! `shushuo schema`: what editors need to know of the YAML that authors write.
//!
//! `docs/front-matter.md` and `docs/front-matter.zh.md` are made by `schema --markdown`.

use std::path::Path;
use std::process::ExitCode;

use shushuo::output;
use shushuo::schema::{self, KeyRow, Schema, Table};
use shushuo::source::shape::did_you_mean;

use super::args;
use super::console;
use super::failure::Failure;
use super::summary::Rows;
use super::words::Words;

/// Prints a schema, or all of them, or the page of all keys; or puts them into the site folder.
pub(crate) fn run(
    arguments: &args::Schema,
    site_dir: &Path,
    words: &Words,
) -> Result<ExitCode, Failure> {
    if arguments.write {
        console::result(&write(site_dir, words)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let printed = match &arguments.name {
        Some(name) => {
            let schema = Schema::from_name(name).ok_or_else(|| unknown(name, words))?;
            format!("{:#}\n", schema::json(schema, words.lang))
        }
        None if arguments.markdown => markdown(words),
        None => format!("{:#}\n", schema::json_of_all(words.lang)),
    };
    console::result(&printed)?;
    Ok(ExitCode::SUCCESS)
}

fn unknown(name: &str, words: &Words) -> Failure {
    let names = Schema::ALL.map(Schema::name);
    let hint = match did_you_mean(name, names.into_iter()) {
        Some(nearest) => words.say(&nearest),
        None => words.fill("usage-choices", &[("list", &names.join(", "))]),
    };
    Failure::usage(words.fill("schema-unknown", &[("name", name)]), Some(hint))
}

/// Puts the schemas into a site folder in the place of older ones, and the settings of editors where
/// there are none: those are the author's once they are there.
fn write(site_dir: &Path, words: &Words) -> Result<String, Failure> {
    let mut rows = Rows::default();
    let is_there = |path: &str| site_dir.join(path).exists();
    let (mut new, mut old) = (Vec::new(), Vec::new());
    for (path, text) in schema::schema_files(words.lang) {
        if is_there(&path) { old.push((path, text)) } else { new.push((path, text)) }
    }
    new.extend(schema::settings_files(words.lang).into_iter().filter(|(path, _)| !is_there(path)));
    output::create(site_dir, new.iter().map(|(path, text)| (path.as_str(), text.as_bytes())))?;
    for (path, text) in &old {
        output::rewrite(site_dir, path, |_| Some(text.clone().into_bytes()))?;
    }
    for (path, _) in new.iter().chain(&old) {
        rows.add(words.get("row-new"), path.clone());
    }
    Ok(format!("{}\n{}", words.get("schema-done"), rows.printed()))
}

/// The page of the documentation.
fn markdown(words: &Words) -> String {
    let mut page = format!("# {}\n\n{}\n", words.get("schema-title"), words.get("schema-intro"));
    for schema in Schema::ALL {
        let heading = match schema {
            Schema::FrontMatter => words.get("schema-front-matter"),
            Schema::Translation => words.get("schema-translation"),
            Schema::Site => words.get("schema-site"),
            Schema::Source => words.get("schema-source"),
        };
        page.push_str(&format!("\n## {heading}\n"));
        for table in schema::tables(schema, words.lang) {
            page.push_str(&section(&table, words));
        }
    }
    page
}

/// A table of keys as Markdown.
fn section(table: &Table, words: &Words) -> String {
    let mut text = String::new();
    if let Some(key) = table.below {
        text.push_str(&format!("\n### {}\n", words.fill("schema-below", &[("key", key)])));
    }
    let columns = ["column-key", "column-is", "column-without", "column-example"];
    let columns = columns.map(|id| words.get(id)).join(" | ");
    text.push_str(&format!("\n{}\n\n| {columns} |\n|---|---|---|---|\n", table.is));
    for row in &table.rows {
        text.push_str(&line(row, words));
    }
    text
}

fn line(row: &KeyRow, words: &Words) -> String {
    let mut is = row.is.clone();
    if !row.choices.is_empty() {
        let list: Vec<String> = row.choices.iter().map(|word| format!("`{word}`")).collect();
        let list = list.join(words.get("list-gap"));
        is.push_str(words.get("sentence-gap"));
        is.push_str(&words.fill("schema-choices", &[("list", &list)]));
    }
    let without = match &row.without {
        Some(without) => without.as_str(),
        None => words.get("schema-required"),
    };
    let example = row.example.as_ref().map(|example| match row.name.split_once(": ") {
        None => format!("`{}: {example}`", row.name),
        Some((outer, inner)) => format!("`{outer}: {{{inner}: {example}}}`"),
    });
    let example = example.unwrap_or_default();
    let cells = [format!("`{}`", row.name), is, without.to_owned(), example];
    let cells = cells.map(|cell| cell.trim().replace('|', "\\|"));
    format!("| {} |\n", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use shushuo::lang::Lang;

    use super::*;

    #[test]
    fn the_pages_of_the_documentation_are_fresh() {
        let files = [(Lang::En, "docs/front-matter.md"), (Lang::Zh, "docs/front-matter.zh.md")];
        for (lang, file) in files {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
            let there = std::fs::read_to_string(&path).unwrap_or_default();
            let lang = lang.code();
            assert!(
                there.replace("\r\n", "\n")
                    == markdown(&Words::new(Lang::from_code(lang).unwrap())),
                "{file} is stale: cargo run -- schema --markdown --lang {lang} > {file}"
            );
        }
    }
}
