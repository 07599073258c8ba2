//! Writing a site: whole or not at all, and never over what shushuo did not make.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../common/mod.rs"]
mod common;
mod faults;
mod program;
mod refuse;
mod replace;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use shushuo::output::{self, OutputError, Written};

type Files = BTreeMap<String, Vec<u8>>;

/// A site folder in a temporary place, and a target beside its content.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["content", "seeds", "themes"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        Place { folder }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, out: &str, files: &Files) -> Result<Written, OutputError> {
        write(&self.at(out), self.folder.path(), files)
    }

    /// The names beside the target, hidden ones included.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn write(target: &Path, site: &Path, files: &Files) -> Result<Written, OutputError> {
    output::write(target, site, files.iter().map(|(path, bytes)| (path.as_str(), &bytes[..])))
}

fn files(pairs: &[(&str, &str)]) -> Files {
    pairs.iter().map(|(path, words)| ((*path).to_owned(), words.as_bytes().to_vec())).collect()
}

/// A site whose files all say `edition`.
fn edition(edition: usize) -> Files {
    (0..120)
        .map(|n| (format!("{}/{n}.html", n % 7), format!("{edition}\n").repeat(400).into_bytes()))
        .collect()
}

/// What stands in a folder, without the marker.
fn read(folder: &Path) -> Files {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file() && entry.file_name() != ".shushuo")
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}
