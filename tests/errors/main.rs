//! What an editor gets wrong, and what is printed about it, in both languages.
//!
//! Each file in `cases/` is one mistake: the smallest site with some files changed (`▸ path`), taken
//! away (`▸ without path`) or given other bytes (`▸ bytes path`, in hexadecimal), and behind `▸ en`
//! and `▸ zh` what `check` prints. `UPDATE=1 cargo test --test errors` writes it anew; read the
//! difference before you keep it.

#[path = "../common/mod.rs"]
mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::Fixture;

/// One file of `cases/`, cut at its marks.
struct Case {
    path: PathBuf,
    /// What stands above the first mark: what the editor did.
    remark: String,
    /// The files to change: mark and text.
    changes: Vec<(String, String)>,
    /// What is expected, by language.
    expected: Vec<(String, String)>,
}

impl Case {
    fn read(path: PathBuf) -> Case {
        let text = fs::read_to_string(&path).expect("a case is readable");
        let mut parts = text.split("▸ ");
        let remark = parts.next().unwrap_or_default().to_owned();
        let parts = parts.map(|part| part.split_once('\n').unwrap_or((part, "")));
        let (expected, changes) = parts
            .map(|(mark, text)| (mark.trim().to_owned(), text.to_owned()))
            .partition(|(mark, _)| matches!(mark.as_str(), "en" | "zh"));
        Case { path, remark, changes, expected }
    }

    fn fixture(&self) -> Fixture {
        self.changes.iter().fold(Fixture::smallest(), |fixture, (mark, text)| {
            match mark.split_once(' ') {
                Some(("without", path)) => fixture.without(path),
                Some(("bytes", path)) => fixture.bytes(path, &bytes(text)),
                _ => fixture.file(mark, text),
            }
        })
    }

    /// The case with what is printed now.
    fn written(&self, printed: &[(&str, String)]) -> String {
        let mut text = self.remark.clone();
        for (mark, part) in &self.changes {
            text.push_str(&format!("▸ {mark}\n{part}"));
        }
        for (lang, part) in printed {
            text.push_str(&format!("▸ {lang}\n{part}"));
        }
        text
    }
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let digits: Vec<char> = hexadecimal.chars().filter(char::is_ascii_hexdigit).collect();
    let byte = |pair: &[char]| {
        u8::from_str_radix(&pair.iter().collect::<String>(), 16).expect("two digits")
    };
    digits.chunks(2).map(byte).collect()
}

#[test]
fn every_mistake_is_told_as_the_case_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors/cases");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut wrong = Vec::new();
    for case in paths.into_iter().map(Case::read) {
        let fixture = case.fixture();
        let printed = ["en", "zh"].map(|lang| {
            let run = fixture.check(&["--lang", lang]);
            // What is no mistake prints nothing.
            run.exits(i32::from(!run.stderr.is_empty()));
            (lang, run.stderr)
        });
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&case.path, case.written(&printed)).unwrap();
            continue;
        }
        for (lang, now) in printed {
            let before = case.expected.iter().find(|(known, _)| known == lang);
            if before.map(|(_, text)| text.as_str()) != Some(now.as_str()) {
                wrong.push(format!("{} ({lang}) prints:\n{now}", case.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
