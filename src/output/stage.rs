//! Builds the new tree, reusing the files that did not change.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use rayon::prelude::*;

use super::marker::{self, OldTree};
use super::{OutputError, Task, Tree};

/// For each file in order: whether the old site has it with the same bytes.
pub(super) fn compare(files: &Tree<'_>, target: &Path, old: &OldTree) -> Vec<bool> {
    let files: Vec<_> = files.iter().collect();
    files
        .par_iter()
        .map(|(path, bytes)| old.files.contains(**path) && holds(&target.join(path), bytes))
        .collect()
}

/// Whether the file at `path` holds exactly `bytes`; one that cannot be read is written anew.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let Ok(mut file) = File::open(path) else { return false };
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if !file.metadata().is_ok_and(|metadata| metadata.len() == length) {
        return false;
    }
    let mut there = Vec::with_capacity(bytes.len() + 1);
    file.read_to_end(&mut there).is_ok() && there == bytes
}

/// Makes the tree at `new`: files that are kept are linked to those in `old`, others written.
pub(super) fn build(
    files: &Tree<'_>,
    kept: &[bool],
    old: &Path,
    new: &Path,
) -> Result<(), OutputError> {
    make_folder(new)?;
    for folder in folders(files) {
        make_folder(&new.join(folder))?;
    }
    let files_kept: Vec<_> = files.iter().zip(kept).collect();
    files_kept.par_iter().try_for_each(|((path, bytes), kept)| {
        let place = new.join(path);
        // A file system without hard links, or one that forbids them, costs a copy instead.
        if **kept && fs::hard_link(old.join(path), &place).is_ok() {
            return Ok(());
        }
        create(&place, bytes)
    })?;
    create(&new.join(marker::NAME), marker::text(files).as_bytes())
}

/// Every folder of the site, each after the one that holds it.
fn folders<'a>(files: &Tree<'a>) -> BTreeSet<&'a str> {
    let mut folders = BTreeSet::new();
    for path in files.keys() {
        folders.extend(path.match_indices('/').map(|(end, _)| &path[..end]));
    }
    folders
}

fn make_folder(path: &Path) -> Result<(), OutputError> {
    fs::create_dir(path).map_err(|cause| OutputError::failed(Task::MakeFolder, path, cause))
}

fn create(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let written = || -> io::Result<()> { File::create_new(path)?.write_all(bytes) };
    written().map_err(|cause| OutputError::failed(Task::Write, path, cause))
}
