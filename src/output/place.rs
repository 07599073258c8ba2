//! Where a site may be written, and where never.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::{OutputError, Protected, Task};

/// The folders of a site that hold its author's work.
const AUTHORS: [&str; 4] = ["content", "seeds", "themes", ".git"];

/// The real place that `target` names, with every link followed; it may not exist yet.
pub(super) fn resolve(target: &Path) -> Result<PathBuf, OutputError> {
    let absolute = std::path::absolute(target)
        .map_err(|cause| OutputError::failed(Task::Find, target, cause))?;
    follow(&absolute)
}

fn follow(path: &Path) -> Result<PathBuf, OutputError> {
    match fs::canonicalize(path) {
        Ok(real) => return Ok(real),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
        Err(cause) => return Err(OutputError::failed(Task::Find, path, cause)),
    }
    if fs::symlink_metadata(path).is_ok() {
        return Err(OutputError::DeadLink { target: path.to_owned() });
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => Ok(follow(parent)?.join(name)),
        _ => Err(OutputError::failed(Task::Find, path, io::ErrorKind::NotFound.into())),
    }
}

/// Refuses a target (as [`resolve`] gives it) that is, holds or lies in what an author may lose.
pub(super) fn refuse_protected(target: &Path, site_dir: &Path) -> Result<(), OutputError> {
    let refuse = |why| Err(OutputError::Protected { target: target.to_owned(), why });
    if target.parent().is_none() {
        return refuse(Protected::Root);
    }
    let home = std::env::home_dir().and_then(|home| fs::canonicalize(home).ok());
    if home.is_some_and(|home| home.starts_with(target)) {
        return refuse(Protected::Home);
    }
    let site = fs::canonicalize(site_dir)
        .map_err(|cause| OutputError::failed(Task::Find, site_dir, cause))?;
    if site.starts_with(target) {
        return refuse(Protected::Site);
    }
    for name in AUTHORS {
        let written = site.join(name);
        let real = fs::canonicalize(&written).unwrap_or_else(|_| written.clone());
        if target.starts_with(&written) || target.starts_with(&real) || real.starts_with(target) {
            return refuse(Protected::Part(name));
        }
    }
    Ok(())
}

/// A sibling of `target` with a hidden name made from the target's own.
pub(super) fn hidden_sibling(target: &Path, suffix: &str) -> PathBuf {
    let mut name = OsStr::new(".").to_owned();
    name.push(target.file_name().unwrap_or_default());
    name.push(suffix);
    target.with_file_name(name)
}
