//! Writes the built site: the whole new one or nothing.
//!
//! The new tree grows in a hidden work folder beside the target and takes its place in one step, so
//! an error, a full disk or a kill at any moment leaves a whole site: the old or the new one. Only
//! a folder that shushuo made, or one that is empty or absent, is ever replaced.
//!
//! Nothing is flushed to the disk by force: after a power cut the file system's own order holds.

mod create;
mod error;
mod marker;
mod names;
mod place;
mod stage;
mod swap;
mod work;

pub use create::{create, replace, rewrite};
pub use error::{NameFault, OutputError, Protected, Task};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use marker::OldTree;
use names::Names;
use work::Work;

/// What writing a site did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Files that are new or have new bytes.
    pub written: usize,
    /// Files that were there before with the same bytes.
    pub kept: usize,
    /// Files of the old site that the new one does not have.
    pub removed: usize,
    /// Whether the old site was the same to the byte and was left alone.
    pub unchanged: bool,
}

/// Puts a site made of `files` (paths with `/`, and their bytes) in the place of `target`.
///
/// # Errors
///
/// When `target` may not be replaced (it holds foreign files, or is or holds a part of the site
/// folder), another build is writing to it, a path is not portable, or the disk fails. The old site
/// is whole in each case.
pub fn write<'a>(
    target: &Path,
    site_dir: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<Written, OutputError> {
    let files: Vec<(&str, &[u8])> = files.into_iter().collect();
    let mut names = Names::default();
    files.iter().try_for_each(|(path, _)| names.admit(path))?;
    let writing = begin(target, site_dir)?;
    files.par_iter().for_each(|(path, bytes)| writing.put(path, bytes));
    writing.finish()
}

/// Begins a site that takes the place of `target` when it is finished.
///
/// # Errors
///
/// When `target` may not be replaced, another build is writing to it, or the disk fails.
pub fn begin(target: &Path, site_dir: &Path) -> Result<Writing, OutputError> {
    let target = admit(target, site_dir)?;
    let work = Work::begin(&target)?;
    let old = marker::read(&target)?;
    Ok(Writing { work, target, old, progress: Mutex::default() })
}

/// A site on its way to its target. Dropped before it is finished, it leaves the target as it was.
#[derive(Debug)]
pub struct Writing {
    work: Work,
    target: PathBuf,
    old: OldTree,
    progress: Mutex<Progress>,
}

/// What was taken so far.
#[derive(Debug, Default)]
struct Progress {
    names: Names,
    /// The files by path, and whether the old site has them with the same bytes.
    files: BTreeMap<String, bool>,
    /// Why the site cannot be written.
    failure: Option<OutputError>,
}

impl Writing {
    /// Takes a file of the site, from any thread and in any order. What fails here is told when the
    /// site is finished.
    pub fn put(&self, path: &str, bytes: &[u8]) {
        if let Err(failure) = self.stage(path, bytes) {
            self.progress().failure.get_or_insert(failure);
        }
    }

    fn stage(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        {
            let mut progress = self.progress();
            if progress.failure.is_some() {
                return Ok(());
            }
            progress.names.admit(path)?;
        }
        let kept = self.old.files.contains(path) && stage::holds(&self.target.join(path), bytes);
        if !kept {
            stage::create(&self.work.new_tree().join(path), bytes)?;
        }
        self.progress().files.insert(path.to_owned(), kept);
        Ok(())
    }

    /// Puts the site in the place of its target.
    ///
    /// # Errors
    ///
    /// When a path is not portable or the disk fails. The old site is whole in each case.
    pub fn finish(self) -> Result<Written, OutputError> {
        let Progress { files, failure, .. } = std::mem::take(&mut *self.progress());
        if let Some(failure) = failure {
            return Err(failure);
        }
        let written = count(&files, &self.old);
        if !written.unchanged {
            stage::complete(&files, &self.target, &self.work.new_tree())?;
            swap::swap(&self.work, &self.target, self.old.exists)?;
        }
        Ok(written)
    }

    fn progress(&self) -> std::sync::MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The real place that `target` names, if a site may ever be written there.
///
/// # Errors
///
/// When the target is or holds a part of the site folder, the home folder or the root.
pub fn admit(target: &Path, site_dir: &Path) -> Result<PathBuf, OutputError> {
    let target = place::resolve(target)?;
    place::refuse_protected(&target, site_dir)?;
    Ok(target)
}

fn count(files: &BTreeMap<String, bool>, old: &OldTree) -> Written {
    let same = files.values().filter(|kept| **kept).count();
    let removed = old.files.iter().filter(|path| !files.contains_key(path.as_str())).count();
    Written {
        written: files.len() - same,
        kept: same,
        removed,
        unchanged: old.exists && old.marked && same == files.len() && removed == 0,
    }
}
