//! A site folder made for one test: write its files, run the command on it, look at what came out.
//!
//! ```text
//! let built = Fixture::new().file("site.yaml", "…").file("content/a.zh.md", "…").build();
//! built.succeeds().has_exactly(&["index.html", "assets/*.css", "en/*"]);
//! ```
#![allow(dead_code, reason = "each test program uses its own part of the helper")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use tempfile::TempDir;
use walkdir::WalkDir;

/// The files of the smallest site, to build and to break.
pub(crate) const SMALLEST: [(&str, &str); 7] = [
    ("site.yaml", "title: { zh: 小城一年, en: A year in a small town }\nlanguages: [zh, en]\n"),
    ("seeds/report.txt", "去年新增就业256万人，比上年多。\n"),
    ("seeds/report.yaml", "title: { zh: 年报, en: Annual report }\nlanguage: zh\n"),
    ("content/_home.zh.md", "---\ntitle: 小城一年\n---\n去年的数字。\n"),
    ("content/_home.en.md", "---\ntitle: A year in a small town\n---\nThe year in numbers.\n"),
    (
        "content/jobs.zh.md",
        "---\ntitle: 就业\nfigures:\n  jobs:\n    value: 256万人\n    label: 新增就业\n    \
         quote: 去年新增就业256万人\n    headline: 1\n---\n去年新增就业[[jobs]]。\n",
    ),
    (
        "content/jobs.en.md",
        "---\ntitle: Jobs\nfigures:\n  jobs: { label: People newly in work }\n---\n\
         Last year [[jobs]] found work.\n",
    ),
];

/// A site folder that lives as long as the fixture, and whatever it built, is in use.
#[derive(Clone)]
pub(crate) struct Fixture {
    folder: Rc<TempDir>,
    /// What the command finds in its environment beside the ordinary.
    environment: BTreeMap<String, String>,
}

impl Fixture {
    /// An empty folder; messages are in English, whatever the machine speaks.
    pub(crate) fn new() -> Fixture {
        let folder = tempfile::Builder::new().prefix("shushuo-").tempdir();
        let folder = Rc::new(folder.expect("a temporary folder can be made"));
        let environment = [("LC_ALL", "en_US.UTF-8"), ("NO_COLOR", "1")];
        let environment = environment.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Fixture { folder, environment: BTreeMap::from(environment) }
    }

    /// The smallest site: a source with one number, and one section in both languages.
    pub(crate) fn smallest() -> Fixture {
        SMALLEST.iter().fold(Fixture::new(), |fixture, (path, text)| fixture.file(path, text))
    }

    /// A copy of a folder of the repository, for example of the real site's `content`.
    pub(crate) fn copy(self, from: &str) -> Fixture {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut fixture = self;
        for file in files_of(&root.join(from)) {
            let inside = format!("{from}/{file}");
            let bytes = fs::read(root.join(&inside)).expect("a file of the repository is readable");
            fixture = fixture.bytes(&inside, &bytes);
        }
        fixture
    }

    /// A copy of a site of the repository (`.` or a folder) in the theme that stands in
    /// `tests/themes/NAME/`.
    pub(crate) fn themed(site: &str, theme: &str) -> Fixture {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut fixture = Fixture::new();
        let themes = (format!("tests/themes/{theme}"), format!("themes/{theme}/"));
        for (from, to) in [
            (format!("{site}/content"), "content/".to_owned()),
            (format!("{site}/seeds"), "seeds/".to_owned()),
            themes,
        ] {
            for file in files_of(&root.join(&from)) {
                let bytes = fs::read(root.join(&from).join(&file));
                let bytes = bytes.expect("a file of the repository is readable");
                fixture = fixture.bytes(&format!("{to}{file}"), &bytes);
            }
        }
        let site = fs::read_to_string(root.join(site).join("site.yaml"));
        let site = site.expect("a site of the repository has its site.yaml");
        let lines = site.lines().filter(|line| !line.starts_with("theme:"));
        let lines: String = lines.map(|line| format!("{line}\n")).collect();
        fixture.file("site.yaml", &format!("{lines}theme: {theme}\n"))
    }

    /// Writes a text file, over what was there.
    pub(crate) fn file(self, path: &str, text: &str) -> Fixture {
        self.bytes(path, text.as_bytes())
    }

    /// Writes a file of any bytes, over what was there.
    pub(crate) fn bytes(self, path: &str, bytes: &[u8]) -> Fixture {
        let target = self.path().join(path);
        fs::create_dir_all(target.parent().expect("a file is in a folder"))
            .and_then(|()| fs::write(&target, bytes))
            .unwrap_or_else(|error| panic!("failed to write {path} ({error})"));
        self
    }

    /// Takes a file away, to build again without it.
    pub(crate) fn without(self, path: &str) -> Fixture {
        fs::remove_file(self.path().join(path))
            .unwrap_or_else(|error| panic!("failed to remove {path} ({error})"));
        self
    }

    /// Sets a variable of the environment: `LC_ALL`, `RAYON_NUM_THREADS` …
    pub(crate) fn env(mut self, name: &str, value: &str) -> Fixture {
        self.environment.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The folder itself.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs `shushuo build` on the folder.
    pub(crate) fn build(&self) -> Built {
        self.build_with(&[])
    }

    /// Runs `shushuo build` with more arguments; `--out` is relative to the site folder.
    pub(crate) fn build_with(&self, arguments: &[&str]) -> Built {
        let out = arguments.iter().position(|argument| *argument == "--out");
        let out = out.and_then(|at| arguments.get(at + 1)).copied().unwrap_or("dist");
        let out = self.path().join(out);
        Built { run: self.run("build", arguments), out, _folder: Rc::clone(&self.folder) }
    }

    /// Runs `shushuo check` with more arguments.
    pub(crate) fn check(&self, arguments: &[&str]) -> Run {
        self.run("check", arguments)
    }

    /// Runs any command of shushuo inside the folder, with `--site` naming it.
    pub(crate) fn run(&self, command: &str, arguments: &[&str]) -> Run {
        self.run_on(".", command, arguments)
    }

    /// The same for a site in a folder inside this one.
    pub(crate) fn run_on(&self, site: &str, command: &str, arguments: &[&str]) -> Run {
        let output = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shushuo"))
            .current_dir(self.path())
            .envs(&self.environment)
            .args([command, "--site", site])
            .args(arguments)
            .output()
            .expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints UTF-8");
        Run {
            exit: output.status.code().expect("no signal ended the program"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}

/// How a command ended and what it printed.
pub(crate) struct Run {
    /// The exit status: 0 done, 1 the content has errors, 2 the command failed.
    pub(crate) exit: i32,
    /// What it printed as its result.
    pub(crate) stdout: String,
    /// What it told beside that.
    pub(crate) stderr: String,
}

impl Run {
    /// Fails unless the exit status is this one.
    #[track_caller]
    pub(crate) fn exits(&self, status: i32) -> &Run {
        let told = format!("standard output:\n{}\nstandard error:\n{}", self.stdout, self.stderr);
        assert_eq!(self.exit, status, "the exit status is not the expected one\n{told}");
        self
    }

    /// Fails unless one of the two outputs has this text.
    #[track_caller]
    pub(crate) fn says(&self, text: &str) -> &Run {
        let said = self.stdout.contains(text) || self.stderr.contains(text);
        assert!(said, "{text:?} was not said\n{}\n{}", self.stdout, self.stderr);
        self
    }
}

/// A finished build.
pub(crate) struct Built {
    /// How the command went.
    pub(crate) run: Run,
    /// Where the site was to go.
    pub(crate) out: PathBuf,
    /// Keeps the temporary folder while the built site is looked at.
    _folder: Rc<TempDir>,
}

impl Built {
    /// Fails unless the build was done without an error.
    #[track_caller]
    pub(crate) fn succeeds(&self) -> &Built {
        self.run.exits(0);
        self
    }

    /// Every file of the built site, relative to it, in order.
    pub(crate) fn files(&self) -> Vec<String> {
        files_of(&self.out)
    }

    /// Every file with its bytes, to compare two builds.
    pub(crate) fn contents(&self) -> BTreeMap<String, Vec<u8>> {
        let read = |file: &String| fs::read(self.out.join(file)).expect("a built file is readable");
        self.files().into_iter().map(|file| (file.clone(), read(&file))).collect()
    }

    /// The text of one built file.
    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.out.join(path)).unwrap_or_else(|error| {
            panic!("{path} ({error}); there are:\n{}", self.files().join("\n"))
        })
    }

    /// Fails unless the site has exactly these files; `*` stands for any characters, and a pattern
    /// with it for one file or more.
    #[track_caller]
    pub(crate) fn has_exactly(&self, expected: &[&str]) -> &Built {
        let wrong = differences(expected, &self.files());
        assert!(
            wrong.is_empty(),
            "the built files are not the expected ones:\n{}",
            wrong.join("\n")
        );
        self
    }
}

/// Every file beneath a folder, relative to it, with `/` between the names, in order.
pub(crate) fn files_of(folder: &Path) -> Vec<String> {
    let relative = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).expect("found beneath the folder");
        path.iter().map(|name| name.to_string_lossy()).collect::<Vec<_>>().join("/")
    };
    let mut files: Vec<_> = WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(relative)
        .collect();
    files.sort();
    files
}

/// One line for each pattern that no file matches and each file that no pattern matches.
pub(crate) fn differences(expected: &[&str], found: &[String]) -> Vec<String> {
    let missing =
        expected.iter().filter(|pattern| !found.iter().any(|file| matches(pattern, file)));
    let added = found.iter().filter(|file| !expected.iter().any(|pattern| matches(pattern, file)));
    let missing = missing.map(|pattern| format!("missing: {pattern}"));
    missing.chain(added.map(|file| format!("unexpected: {file}"))).collect()
}

fn matches(pattern: &str, file: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return pattern == file };
    file.strip_prefix(before).is_some_and(|rest| {
        rest.char_indices()
            .map(|(at, _)| at)
            .chain([rest.len()])
            .any(|at| matches(after, &rest[at..]))
    })
}
