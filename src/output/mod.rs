//! Writes the built site: the whole new one or nothing.
//!
//! The new tree grows in a hidden work folder beside the target and takes its place in one step, so
//! an error, a full disk or a kill at any moment leaves a whole site: the old or the new one. Only
//! a folder that shushuo made, or one that is empty or absent, is ever replaced.
//!
//! Nothing is flushed to the disk by force: after a power cut the file system's own order holds.

mod create;
mod digest;
mod error;
mod marker;
mod names;
mod place;
mod stage;
mod swap;
mod work;

pub use create::{create, rewrite};
pub use digest::Digest;
pub use error::{NameFault, OutputError, Protected, Task};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use marker::{Made, OldTree};
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
    writing.finish(None)
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
    /// The files by path.
    files: BTreeMap<String, Staged>,
    /// Why the site cannot be written.
    failure: Option<OutputError>,
}

/// A file of the new site.
#[derive(Debug, Clone, Copy)]
struct Staged {
    /// Whether the old site has it with the same bytes.
    kept: bool,
    /// What it holds.
    digest: Digest,
}

impl Writing {
    /// The paths of the site that stands at the target, if it was made of what `inputs` stands for
    /// and is as it was then, to the byte: making it again would change nothing.
    pub fn finished(&self, inputs: Digest) -> Option<Vec<String>> {
        let made = self.old.made.filter(|made| made.inputs == inputs)?;
        if marker::is_older_than_program(&self.target) {
            return None;
        }
        let paths: Vec<&String> = self.old.files.iter().collect();
        let digests: Option<Vec<Digest>> = paths
            .par_iter()
            .map(|path| Some(Digest::of(&std::fs::read(self.target.join(path)).ok()?)))
            .collect();
        let same = of_files(paths.into_iter().zip(digests?)) == made.files;
        same.then(|| self.old.files.iter().cloned().collect())
    }

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
        let digest = Digest::of(bytes);
        self.progress().files.insert(path.to_owned(), Staged { kept, digest });
        Ok(())
    }

    /// Puts the site in the place of its target. `inputs` stands for all that it was made of; without
    /// it the next build makes everything again.
    ///
    /// # Errors
    ///
    /// When a path is not portable or the disk fails. The old site is whole in each case.
    pub fn finish(self, inputs: Option<Digest>) -> Result<Written, OutputError> {
        let Progress { files, failure, .. } = std::mem::take(&mut *self.progress());
        if let Some(failure) = failure {
            return Err(failure);
        }
        let digest = of_files(files.iter().map(|(path, file)| (path, file.digest)));
        let made = inputs.map(|inputs| Made { inputs, files: digest });
        let marker = marker::text(made, files.keys());
        let written = count(&files, &self.old);
        let new = self.work.new_tree();
        if written.unchanged {
            // Only so that the next build may do less: nothing is lost where this fails.
            let _ = marker::renew(&self.target.join(marker::NAME), &marker, &new);
            return Ok(written);
        }
        let kept: Vec<&String> =
            files.iter().filter(|(_, file)| file.kept).map(|(path, _)| path).collect();
        stage::link_all(&kept, &self.target, &new)?;
        stage::create(&new.join(marker::NAME), marker.as_bytes())?;
        swap::swap(&self.work, &self.target, self.old.exists)?;
        Ok(written)
    }

    fn progress(&self) -> std::sync::MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Which of these paths a built site cannot have, and why.
pub fn bad_names(paths: &[String]) -> Vec<(&str, OutputError)> {
    let mut names = Names::default();
    paths.iter().filter_map(|path| Some((path.as_str(), names.admit(path).err()?))).collect()
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

/// What files in the order of their paths stand for, paths included.
fn of_files<'a>(files: impl Iterator<Item = (&'a String, Digest)>) -> Digest {
    files.fold(Digest::default(), |all, (path, digest)| {
        all.with(Digest::of(path.as_bytes())).with(digest)
    })
}

fn count(files: &BTreeMap<String, Staged>, old: &OldTree) -> Written {
    let same = files.values().filter(|file| file.kept).count();
    let removed = old.files.iter().filter(|path| !files.contains_key(path.as_str())).count();
    Written {
        written: files.len() - same,
        kept: same,
        removed,
        unchanged: old.exists && old.marked && same == files.len() && removed == 0,
    }
}
