//! A site that is edited gives what a clean build of it gives, after every edit: the same files,
//! byte by byte, and the same findings.
//!
//! `SHUSHUO_EDITS=2000 cargo test --release --test live` tries more.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use shushuo::diag::{Catalog, Diagnostic};
use shushuo::lang::Lang;
use shushuo::live::{Session, Snapshot};
use shushuo::source::Files;
use shushuo::{Options, compile};

/// Edits, unless the environment says otherwise.
const EDITS: usize = 200;
/// Sections to begin with.
const SECTIONS: usize = 5;

/// Numbers that look random, the same in every run (Knuth's linear congruential generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// A site folder, and what was done to it.
struct Edited {
    folder: tempfile::TempDir,
    dice: Dice,
    /// The paths that the last edit touched.
    touched: Vec<PathBuf>,
    /// Sections made so far.
    made: usize,
}

fn original(number: usize) -> String {
    format!(
        "---\ntitle: 第{number}节\nsummary: 就业和培训\norder: {number}\ntags: [work]\nfigures:\n  \
         jobs-{number}:\n    value: {number}2万人\n    label: 新增就业{number}\n    quote: 第{number}县新增就业{number}2万人\n    \
         with: [trained-{number}]\n  trained-{number}:\n    value: {number}1万人\n    label: 其中培训{number}\n    \
         quote: 其中培训{number}1万人\n  share-{number}:\n    derive: trained-{number} / jobs-{number}\n    show: percent 1\n    \
         label: 培训占比{number}\n---\n全年新增就业[[jobs-{number}]]，其中培训[[trained-{number}]]。\n\n见[另一节](s1.md)。\n"
    )
}

fn translation(number: usize) -> String {
    format!(
        "---\ntitle: Section {number}\nsummary: Work and training\nfigures:\n  \
         jobs-{number}: {{ label: People newly in work {number} }}\n  trained-{number}: {{ label: of whom trained {number} }}\n  \
         share-{number}: {{ label: Share trained {number} }}\n---\nOver the year [[jobs-{number}]] found work, of whom \
         [[trained-{number}]] were trained.\n\nSee [another](s1.md).\n"
    )
}

fn seed() -> String {
    (1..=30)
        .map(|number| format!("第{number}县新增就业{number}2万人，其中培训{number}1万人。\n"))
        .collect()
}

const TEMPLATE: &str = "themes/default/templates/list.html";
const STYLE: &str = "themes/default/styles/main.scss";
const CONFIG: &str = "title: { zh: 年报, en: Yearbook }\nlanguages: [zh, en]\n\
                      tags:\n  work: { zh: 就业, en: Work }\n";

impl Edited {
    fn new() -> Edited {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let mut edited = Edited { folder, dice: Dice(20_260_101), touched: Vec::new(), made: 0 };
        edited.start_over();
        edited
    }

    /// The site as it was at first.
    fn start_over(&mut self) {
        for folder in ["content", "seeds", "themes"].map(|folder| self.path(folder)) {
            if fs::remove_dir_all(&folder).is_ok() {
                self.touched.push(folder);
            }
        }
        self.write("site.yaml", CONFIG);
        self.write("seeds/report.txt", &seed());
        self.write("seeds/report.yaml", "title: { zh: 公报, en: Bulletin }\nlanguage: zh\n");
        self.write("content/_home.zh.md", "---\ntitle: 年报\n---\n去年的数。\n");
        self.write("content/_home.en.md", "---\ntitle: Yearbook\n---\nLast year in numbers.\n");
        self.write("content/plan.png", "no real picture");
        // The default theme's styles and fonts take most of the time.
        self.write(STYLE, "body { color: black; }\n");
        self.write("themes/default/theme.yaml", "name: default\ncontract: \"1\"\n");
        self.made = 0;
        for _ in 0..SECTIONS {
            self.add_section();
        }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_default()
    }

    fn write(&mut self, path: &str, text: &str) {
        let target = self.path(path);
        fs::create_dir_all(target.parent().expect("a file is in a folder")).expect("a folder");
        fs::write(&target, text).expect("a file can be written");
        self.touched.push(target);
    }

    fn remove(&mut self, path: &str) {
        let target = self.path(path);
        if fs::remove_file(&target).is_ok() {
            self.touched.push(target);
        }
    }

    fn add_section(&mut self) {
        self.made += 1;
        let number = self.made;
        self.write(&format!("content/s{number}.zh.md"), &original(number));
        self.write(&format!("content/s{number}.en.md"), &translation(number));
    }

    /// One of the files below a folder that end in `ending`.
    fn any(&mut self, folder: &str, ending: &str) -> Option<String> {
        let entries = fs::read_dir(self.path(folder)).ok()?;
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut found: Vec<String> = names.filter(|name| name.ends_with(ending)).collect();
        found.sort();
        (!found.is_empty()).then(|| format!("{folder}/{}", self.dice.pick(&found)))
    }

    /// Replaces something in a file, once.
    fn replace(&mut self, path: &str, from: &str, to: &str) {
        let text = self.read(path).replacen(from, to, 1);
        self.write(path, &text);
    }

    /// Does something that an editor does; says what.
    fn edit(&mut self) -> String {
        self.touched.clear();
        let kind = self.dice.below(26);
        let section = self.any("content", ".md");
        let Some(path) = section else {
            self.add_section();
            return "the first section again".to_owned();
        };
        match kind {
            0..=3 => self.replace(&path, "。", "，又一年。"),
            4..=5 => self.replace(&path, "year", "whole year"),
            6 => self.replace(&path, "value: ", "value: 9"),
            7 => self.replace(&path, "value: 9", "value: "),
            8 => self.replace(&path, "label: ", "label: 新的"),
            9 => self.replace(&path, "title: ", "title： "),
            10 => self.replace(&path, "title： ", "title: "),
            11 => self.replace(&path, "jobs-", "job-"),
            12 => self.replace(&path, "job-", "jobs-"),
            13 => self.replace(&path, "order: ", "order: 1"),
            14 => self.replace(&path, "[[", "约[["),
            15 => self.add_section(),
            16 => self.remove(&path),
            17 => {
                let (from, to) = (self.path(&path), path.replacen("content/s", "content/t", 1));
                let to_path = self.path(&to);
                fs::rename(&from, &to_path).expect("a file can be renamed");
                self.touched.extend([from, to_path]);
            }
            18 => self.replace("seeds/report.txt", "就业", "就 业"),
            19 => self.write("seeds/report.txt", &seed()),
            20 => self.edit_theme(),
            21 => self.edit_config(),
            22 => self.edit_asset(),
            _ => self.start_over(),
        }
        format!("kind {kind} in {path}")
    }

    fn edit_theme(&mut self) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let embedded = fs::read_to_string(root.join(TEMPLATE)).expect("our own theme");
        match self.dice.below(5) {
            0 => self.write(TEMPLATE, &format!("{embedded}<!-- edited -->")),
            1 => self.write(TEMPLATE, &embedded.replacen("{%", "{% nonsense", 1)),
            2 => self.write(STYLE, "body { color: red; }\n"),
            3 => self.write(STYLE, "broken {"),
            _ => self.remove(TEMPLATE),
        }
    }

    fn edit_config(&mut self) {
        let more = [
            "",
            "base_url: https://example.org/a/\n",
            "checks: { label-missing: warning, number-unsourced: error }\n",
            "source: report\nauthor: { zh: 编辑部, en: The editors }\n",
            "theme: { name: default, options: { accent: \"#004488\" } }\n",
            "theme: other\n",
            "unknown_key: 1\n",
        ];
        let text = format!("{CONFIG}{}", self.dice.pick(&more));
        self.write("site.yaml", &text);
    }

    fn edit_asset(&mut self) {
        match self.dice.below(4) {
            0 => self.write("content/plan.png", "another picture"),
            1 => self.write("content/2022/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            2 => self.remove("content/2022/map.svg"),
            _ => self.write("content/index.html", "a file in a page's place"),
        }
    }
}

/// Findings as people read them, with their places.
fn told(diagnostics: &[Diagnostic], files: &Files) -> Vec<String> {
    let words = Catalog::embedded();
    let said = |diagnostic: &Diagnostic| {
        let spans = diagnostic.span.iter().chain(diagnostic.labels.iter().map(|(span, _)| span));
        let places: Vec<String> = spans
            .map(|span| format!("{} {}..{}", files.get(span.file).path, span.start(), span.end()))
            .collect();
        let hints: Vec<String> =
            diagnostic.hints.iter().map(|hint| words.words(hint, Lang::En)).collect();
        let message = words.words(&diagnostic.message, Lang::En);
        format!("{:?} {message} {places:?} {hints:?}", diagnostic.severity)
    };
    diagnostics.iter().map(said).collect()
}

type Built = BTreeMap<String, Vec<u8>>;

/// A clean build from the disk: its files and findings.
fn clean(folder: &Path) -> (Built, Vec<String>) {
    let options = Options::default();
    let mut compilation = compile(folder, &options);
    let files = std::sync::Mutex::new(Built::new());
    compilation.render(&options, |path, bytes| {
        files.lock().expect("no thread panics").insert(path.to_owned(), bytes.to_vec());
    });
    let told = told(&compilation.diagnostics, &compilation.files);
    (files.into_inner().expect("no thread panics"), told)
}

/// Whether a file depends on all pages together, so that it is made otherwise one by one.
fn is_cut_font(path: &str) -> bool {
    path.ends_with(".woff2")
}

#[track_caller]
fn assert_equal(snapshot: &Snapshot, folder: &Path, edit: &str) {
    let (files, findings) = clean(folder);
    let compilation = snapshot.compilation();
    let mut own = compilation.diagnostics.clone();
    for (path, bytes) in files.iter().filter(|(path, _)| !is_cut_font(path)) {
        let made = snapshot.file(path);
        assert!(made.bytes.is_some(), "after {edit}: {path} is not there");
        assert!(made.bytes.as_ref() == Some(bytes), "after {edit}: {path} differs");
        own.extend(made.diagnostics);
    }
    for path in ["no-such-page.html", "content/s1.zh.md", "../site.yaml", "figures/none.html"] {
        assert!(files.contains_key(path) || snapshot.file(path).bytes.is_none(), "{path}");
    }
    // Mistakes of a theme are found by each page that shows them.
    let sorted = |mut told: Vec<String>| {
        told.sort();
        told.dedup();
        told
    };
    assert_eq!(sorted(told(&own, &compilation.files)), sorted(findings), "after {edit}");
}

#[test]
fn an_edited_site_is_what_a_clean_build_gives() {
    let edits = std::env::var("SHUSHUO_EDITS").ok().and_then(|count| count.parse().ok());
    let mut edited = Edited::new();
    let mut session = Session::open(edited.folder.path(), Options::default());
    let opening = session.compile();
    let (found, files) = (&opening.compilation().diagnostics, &opening.compilation().files);
    assert_eq!(told(found, files), Vec::<String>::new(), "the site has no mistake at first");
    assert_equal(&opening, edited.folder.path(), "opening");
    let mut with_errors = 0;
    let edits: usize = edits.unwrap_or(EDITS);
    for number in 0..edits {
        let edit = format!("edit {number}, {}", edited.edit());
        let root = session.folder().root().to_path_buf();
        let folder = edited.folder.path();
        let touched: Vec<PathBuf> = edited
            .touched
            .iter()
            .map(|path| root.join(path.strip_prefix(folder).expect("in the folder")))
            .collect();
        session.refresh(&touched);
        let snapshot = session.compile();
        with_errors += usize::from(snapshot.compilation().has_errors());
        assert_equal(&snapshot, edited.folder.path(), &edit);
    }
    assert!(with_errors > edits / 20 && with_errors < edits, "{with_errors} of {edits} had errors");
}

#[test]
fn a_name_that_the_theme_has_too_is_told_in_the_preview_too() {
    let mut edited = Edited::new();
    edited.write("content/assets/logo.png", "the author's");
    edited.write("themes/default/static/logo.png", "the theme's");
    let mut session = Session::open(edited.folder.path(), Options::default());
    let snapshot = session.compile();
    assert_equal(&snapshot, edited.folder.path(), "a name of the theme");
    let made = snapshot.file("assets/logo.png");
    assert_eq!(made.bytes.as_deref(), Some(&b"the theme's"[..]));
    assert_eq!(made.diagnostics.len(), 1);
}
