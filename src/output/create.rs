//! New files in a site folder: all of them or none, and never over one that exists.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::names::Names;
use super::{OutputError, Task};

/// Makes new files below `folder` (paths with `/`, and their bytes), with the folders they are in.
///
/// # Errors
///
/// When one of them exists already, a path is not portable, or the disk fails. No file has been
/// made then.
pub fn create<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<(), OutputError> {
    let files: Vec<(&str, &[u8])> = files.into_iter().collect();
    let mut names = Names::default();
    files.iter().try_for_each(|(path, _)| names.admit(path))?;
    let is_taken = |(path, _): &&(&str, &[u8])| fs::symlink_metadata(folder.join(path)).is_ok();
    if let Some((path, _)) = files.iter().find(is_taken) {
        return Err(OutputError::Exists { path: folder.join(path) });
    }
    let mut made: Vec<PathBuf> = Vec::new();
    for (path, bytes) in &files {
        let path = folder.join(path);
        if let Err(error) = make(&path, bytes, &mut made) {
            // What cannot be removed again is left; the error that led here is the one to tell.
            made.iter().for_each(|path| drop(fs::remove_file(path)));
            return Err(error);
        }
    }
    Ok(())
}

/// Changes a file below `folder` that an author keeps, in one step: `change` takes its bytes and
/// gives the new ones, or nothing where they are not those that it was made for.
///
/// # Errors
///
/// When the file has changed meanwhile, a link leads it out of the folder, or the disk fails; the old
/// bytes are there then.
pub fn rewrite(
    folder: &Path,
    path: &str,
    change: impl FnOnce(&[u8]) -> Option<Vec<u8>>,
) -> Result<(), OutputError> {
    let shown = folder.join(path);
    let failed = |task| move |cause| OutputError::failed(task, &folder.join(path), cause);
    let folder = fs::canonicalize(folder).map_err(failed(Task::Find))?;
    let real = fs::canonicalize(&shown).map_err(failed(Task::Find))?;
    if !real.starts_with(&folder) {
        return Err(OutputError::LeadsOut { path: shown });
    }
    let bytes = fs::read(&real).map_err(failed(Task::Read))?;
    match change(&bytes) {
        Some(new) => put(&real, &new),
        None => Err(OutputError::Changed { path: shown }),
    }
}

/// Writes a file beside the one at `path` and puts it in its place, with the same permissions.
fn put(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let failed = |cause| OutputError::failed(Task::Write, path, cause);
    // Hidden, so that nobody takes it for a file of the site meanwhile.
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".shushuo-new");
    let beside = path.with_file_name(name);
    drop(fs::remove_file(&beside));
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&beside)
        .and_then(|mut file| file.write_all(bytes))
        .and_then(|()| fs::set_permissions(&beside, fs::metadata(path)?.permissions()))
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        drop(fs::remove_file(&beside));
    }
    written.map_err(failed)
}

fn make(path: &Path, bytes: &[u8], made: &mut Vec<PathBuf>) -> Result<(), OutputError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .map_err(|cause| OutputError::failed(Task::MakeFolder, folder, cause))?;
    }
    let mut file = match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(file) => file,
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {
            return Err(OutputError::Exists { path: path.to_owned() });
        }
        Err(cause) => return Err(OutputError::failed(Task::Write, path, cause)),
    };
    made.push(path.to_owned());
    file.write_all(bytes).map_err(|cause| OutputError::failed(Task::Write, path, cause))
}
