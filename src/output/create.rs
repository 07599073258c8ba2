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

/// Puts new text in the place of a file that an author keeps, in one step.
///
/// # Errors
///
/// When the disk fails; the old text is there then.
pub fn replace(path: &Path, text: &str) -> Result<(), OutputError> {
    let failed = |cause| OutputError::failed(Task::Write, path, cause);
    let path = fs::canonicalize(path).map_err(failed)?;
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".new");
    let beside = path.with_file_name(name);
    let written = fs::write(&beside, text)
        .and_then(|()| fs::set_permissions(&beside, fs::metadata(&path)?.permissions()))
        .and_then(|()| fs::rename(&beside, &path));
    if written.is_err() {
        drop(fs::remove_file(&beside));
    }
    written.map_err(|cause| OutputError::failed(Task::Write, &path, cause))
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
