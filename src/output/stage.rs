//! Builds the new tree, reusing the files that did not change.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use rayon::prelude::*;

use super::{OutputError, Task};

/// Whether the file at `path` holds exactly `bytes`; one that cannot be read is written anew.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> bool {
    let Ok(mut file) = File::open(path) else { return false };
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if !file.metadata().is_ok_and(|metadata| metadata.len() == length) {
        return false;
    }
    let mut there = Vec::with_capacity(bytes.len() + 1);
    file.read_to_end(&mut there).is_ok() && there == bytes
}

/// Links files of the tree at `old` into the one at `new`.
pub(super) fn link_all(kept: &[&String], old: &Path, new: &Path) -> Result<(), OutputError> {
    kept.par_iter().try_for_each(|path| {
        let (old, new) = (old.join(path), new.join(path));
        in_folder(&new, || link(&old, &new))
    })
}

/// A file system without hard links, or one that forbids them, costs a copy instead.
fn link(old: &Path, new: &Path) -> io::Result<()> {
    match fs::hard_link(old, new) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => write_new(new, &fs::read(old)?),
        linked => linked,
    }
}

/// Writes a file that is not there yet.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    in_folder(path, || write_new(path, bytes))
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    File::create_new(path)?.write_all(bytes)
}

/// Makes the file at `path`; its folder first, if it is the first file there.
fn in_folder(path: &Path, make: impl Fn() -> io::Result<()>) -> Result<(), OutputError> {
    let made = match make() {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            let folder = path.parent().unwrap_or(path);
            fs::create_dir_all(folder)
                .map_err(|cause| OutputError::failed(Task::MakeFolder, folder, cause))?;
            make()
        }
        made => made,
    };
    made.map_err(|cause| OutputError::failed(Task::Write, path, cause))
}
