//! `shushuo init`: a new site, with a small example or around a report.

use std::path::Path;
use std::process::ExitCode;

use shushuo::draft::scalar;
use shushuo::lang::Lang;
use shushuo::output;
use shushuo::quantity;
use shushuo::schema::{self, SITE_COMMENT, SOURCE_COMMENT};
use shushuo::source::read_text;

use super::args;
use super::console;
use super::failure::Failure;
use super::summary::Rows;
use super::words::Words;

/// What every site begins with.
const FRAME: [(&str, &str); 3] = [
    (".gitignore", include_str!("frame/gitignore")),
    (".github/workflows/pages.yml", include_str!("frame/pages.yml")),
    ("README.md", include_str!("frame/README.md")),
];

/// The example: a town that does not exist.
const EXAMPLE: [(&str, &str); 7] = [
    ("site.yaml", include_str!("example/site.yaml")),
    ("seeds/hewan-2024.txt", include_str!("example/seeds/hewan-2024.txt")),
    ("seeds/hewan-2024.yaml", include_str!("example/seeds/hewan-2024.yaml")),
    ("content/_home.zh.md", include_str!("example/content/_home.zh.md")),
    ("content/_home.en.md", include_str!("example/content/_home.en.md")),
    ("content/town.zh.md", include_str!("example/content/town.zh.md")),
    ("content/town.en.md", include_str!("example/content/town.en.md")),
];

/// The longest first line of a report that is taken for its title, in characters.
const LONGEST_TITLE: usize = 60;

/// Makes a site in a folder that is new or empty.
pub(crate) fn run(arguments: &args::Init, words: &Words) -> Result<ExitCode, Failure> {
    refuse_used(&arguments.dir, words)?;
    let (files, next) = match &arguments.source {
        None => (owned(&EXAMPLE), words.get("init-build").to_owned()),
        Some(source) => {
            let (name, files) = around(source, words)?;
            (files, words.fill("init-draft", &[("name", &name)]))
        }
    };
    let mut files = files;
    for (path, text) in FRAME {
        files.push((path.to_owned(), text.replace("{version}", env!("CARGO_PKG_VERSION"))));
    }
    files.extend(schema::schema_files(words.lang));
    files.extend(schema::settings_files(words.lang));
    output::create(
        &arguments.dir,
        files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())),
    )?;
    let mut rows = Rows::default();
    for (path, _) in &files {
        rows.add(words.get("row-new"), path.clone());
    }
    let dir = arguments.dir.display().to_string();
    let done = words.fill("init-done", &[("path", &dir)]);
    console::result(&format!("{done}\n{}{next}\n", rows.printed()))?;
    Ok(ExitCode::SUCCESS)
}

/// A folder that holds anything but a repository's own data is somebody's work.
fn refuse_used(dir: &Path, words: &Words) -> Result<(), Failure> {
    let shown = dir.display().to_string();
    let refuse = |id: &str| {
        let message = words.fill(id, &[("path", &shown)]);
        Failure::usage(message, Some(words.get("init-used-hint").to_owned()))
    };
    if !dir.exists() {
        return Ok(());
    }
    let Ok(entries) = std::fs::read_dir(dir) else { return Err(refuse("init-no-folder")) };
    let is_empty = entries.flatten().all(|entry| entry.file_name() == ".git");
    if is_empty { Ok(()) } else { Err(refuse("init-used")) }
}

fn owned(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// The name of a report as a source, and the files of a site around it.
fn around(source: &Path, words: &Words) -> Result<(String, Vec<(String, String)>), Failure> {
    let text = read_text(source).map_err(|why| {
        let shown = source.display().to_string();
        let values = [("path", shown.as_str()), ("cause", &words.say(&why.message))];
        let hint = why.hint.as_ref().map(|hint| words.say(hint));
        Failure::usage(words.fill("cannot-read", &values), hint)
    })?;
    let name = name(source);
    let lang = quantity::detect(&text);
    let title = title(&text);
    let titles = |indent: &str| {
        let [own, other] = [title.as_str(), "…"].map(|title| title.to_owned());
        format!("{indent}{}: {own}\n{indent}{}: {other}\n", lang.code(), lang.other().code())
    };
    let about = read_text(&source.with_extension("yaml")).unwrap_or_else(|_| {
        let title = titles("  ");
        format!(
            "{SOURCE_COMMENT}title:
{title}language: {}
{}",
            lang.code(),
            words.get("init-about")
        )
    });
    let (first, second) = (lang.code(), lang.other().code());
    let site = format!(
        "{SITE_COMMENT}title:
{}languages: [{first}, {second}]
",
        titles("  ")
    );
    let own = lang;
    let mut files = vec![
        ("site.yaml".to_owned(), site),
        (format!("seeds/{name}.txt"), text),
        (format!("seeds/{name}.yaml"), about),
    ];
    for lang in Lang::ALL {
        let title = if lang == own { title.as_str() } else { "…" };
        let home = format!("---\ntitle: {title}\nsummary: …\n---\n\n…\n");
        files.push((format!("content/_home.{}.md", lang.code()), home));
    }
    Ok((name, files))
}

/// The file's name without its ending, as far as a source can be named so.
fn name(source: &Path) -> String {
    let stem = source.file_stem().unwrap_or_default().to_string_lossy();
    let plain = |letter: char| match letter.is_alphanumeric() || matches!(letter, '-' | '_') {
        true => letter,
        false => '-',
    };
    let name: String = stem.chars().map(plain).take(60).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "report".to_owned() } else { name.to_owned() }
}

/// The first line of a report, if it can be a title.
fn title(text: &str) -> String {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let fits = !first.is_empty() && first.chars().count() <= LONGEST_TITLE;
    if fits && !first.ends_with(['。', '.']) { scalar(first) } else { "…".to_owned() }
}
