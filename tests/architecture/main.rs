//! The shape of the program, held by reading its source: arrows between modules, sizes, languages.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

mod arrows;
mod catalogues;
mod tokens;

const MOST_LINES: usize = 400;
/// The sample site's own words and numbers, in small letters; the program knows nothing of the site
/// that it builds, and its examples are about places that do not exist.
const WORDS_OF_THE_SAMPLE: &str = "
    zhaotong 昭通 yunnan 云南 labour-transfer out-of-province in-province-share urban-jobs rural-jobs
    livelihood rural-revival
    转移就业 省外就业 新增就业 城镇就业 脱贫人口 三类对象 高技能人才 到位资金 新开工入库 风险消除率
    256万 2.56 2,560,000 2560000 119万 1.19 46.5 1065亿 106.5 1303亿 130.3 185.07 1,850,700 3185
    3,185 5163 5,163 9929 9,929 10.6% 71.3 70.3万 23.06 6.7万 67,000 6.8万 68,000 1.32万 1255个
";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files beneath `folders` that end in one of `endings`, in order.
fn files(folders: &[&str], endings: &[&str]) -> Vec<PathBuf> {
    folders
        .iter()
        .flat_map(|folder| walk(&root().join(folder)))
        .filter(|path| endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)))
        .collect()
}

/// The files of a folder that are ours; a folder that is not there (yet) has none.
fn walk(folder: &Path) -> Vec<PathBuf> {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.file_name() != "node_modules")
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The module path of a file in `src`: `src/figure/resolve.rs` is `figure`, `resolve`.
fn module_path(file: &Path) -> Vec<String> {
    let inside = file.strip_prefix(root().join("src")).expect("a file of src").with_extension("");
    let mut names: Vec<_> = inside.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    names.pop_if(|name| name == "mod");
    names
}

/// Each file of a module, with its module path and its text; `lib.rs` and `main.rs` stand apart.
fn module_files() -> Vec<(PathBuf, Vec<String>, String)> {
    files(&["src"], &[".rs"])
        .into_iter()
        .map(|file| (module_path(&file), file))
        .filter(|(path, _)| path != &["lib"] && path != &["main"])
        .map(|(path, file)| {
            let text = read(&file);
            (file, path, text)
        })
        .collect()
}

fn modules() -> Vec<arrows::Module> {
    arrows::declared_modules(&read(&root().join("src/lib.rs")))
}

fn uses(path: &[String], text: &str) -> Vec<arrows::Use> {
    arrows::uses(text, &path.iter().map(String::as_str).collect::<Vec<_>>())
}

fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "{} found:\n{}", problems.len(), problems.join("\n"));
}

/// Whether the command line is compiled as a part of `main.rs`, where only what is public exists.
fn command_line_is_outside_the_library() -> bool {
    arrows::declared_modules(&read(&root().join("src/main.rs"))).iter().any(|m| m.name == "cli")
}

#[test]
fn each_module_uses_only_those_above_it() {
    let (modules, outside) = (modules(), command_line_is_outside_the_library());
    let mut problems = Vec::new();
    for (file, path, text) in module_files() {
        if outside && path[0] == "cli" {
            continue;
        }
        let upward = arrows::upward(&modules, &path[0], &uses(&path, &text));
        problems.extend(upward.into_iter().map(|told| format!("{}: {told}", shown(&file))));
    }
    assert_none(&problems);
}

#[test]
fn the_command_line_uses_only_the_public_interface() {
    let modules = modules();
    let mut hidden: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (_, path, text) in module_files() {
        hidden.entry(path[0].clone()).or_default().extend(arrows::hidden_names(&text));
    }
    let main = (root().join("src/main.rs"), Vec::new(), read(&root().join("src/main.rs")));
    let command_line = module_files().into_iter().filter(|(_, path, _)| path[0] == "cli");
    let mut problems = Vec::new();
    for (file, path, text) in command_line.chain([main]) {
        let beyond = arrows::beyond_public(&modules, &hidden, &uses(&path, &text));
        problems.extend(beyond.into_iter().map(|told| format!("{}: {told}", shown(&file))));
    }
    assert_none(&problems);
}

#[test]
fn every_file_fits_in_one_sitting() {
    let endings = [".rs", ".js", ".mjs", ".scss", ".html", ".xml"];
    let long: Vec<_> = files(&["src", "tests", "themes"], &endings)
        .iter()
        .map(|file| (shown(file), read(file).lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(file, lines)| format!("{file}: {lines} lines, at most {MOST_LINES}"))
        .collect();
    assert_none(&long);
}

#[test]
fn the_program_knows_nothing_of_the_sample_site() {
    let mut problems = Vec::new();
    for file in files(&["src", "themes"], &[""]) {
        let bytes = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let found = WORDS_OF_THE_SAMPLE.split_whitespace().filter(|word| text.contains(word));
        problems.extend(found.map(|word| format!("{}: has {word}", shown(&file))));
    }
    assert_none(&problems);
}

/// Words that stood for what another word stands for now, in what is written in Chinese.
const OTHER_WORDS: [(&str, &str); 1] = [("小节", "栏目")];

#[test]
fn one_thing_has_one_chinese_word() {
    let mut problems = Vec::new();
    for file in files(&["src", "themes", "docs"], &["zh.yaml", "zh.md", "README.md"]) {
        let text = read(&file);
        let found = OTHER_WORDS.iter().filter(|(other, _)| text.contains(other));
        problems.extend(found.map(|(other, word)| format!("{}: {other} is {word}", shown(&file))));
    }
    assert_none(&problems);
}

#[test]
fn the_catalogues_say_the_same_in_both_languages() {
    let folder = root().join("src/diag/messages");
    let [zh, en] = ["zh.yaml", "en.yaml"].map(|name| read(&folder.join(name)));
    assert_none(&catalogues::differences(&zh, &en));
}

#[test]
fn the_workflows_name_each_action_by_its_commit() {
    let mut problems = Vec::new();
    for file in files(&[".github/workflows"], &[".yml"]) {
        for line in read(&file).lines().filter(|line| line.contains("uses:")) {
            let pin = line.split_once('@').and_then(|(_, pin)| pin.split_once(" # v"));
            let is_commit = |commit: &str| {
                commit.len() == 40 && commit.chars().all(|digit| digit.is_ascii_hexdigit())
            };
            if !pin.is_some_and(|(commit, _)| is_commit(commit)) {
                problems.push(format!("{}: {}", shown(&file), line.trim()));
            }
        }
    }
    assert_none(&problems);
}
