//! Writes the built site: the whole new one or nothing.
//!
//! The new tree grows in a hidden work folder beside the target and takes its place in one step, so
//! an error, a full disk or a kill at any moment leaves a whole site: the old or the new one. Only
//! a folder that shushuo made, or one that is empty or absent, is ever replaced.
//!
//! Nothing is flushed to the disk by force: after a power cut the file system's own order holds.

mod error;
mod marker;
mod names;
mod place;
mod stage;
mod swap;
mod work;

pub use error::{NameFault, OutputError, Protected, Task};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use work::Work;

/// What a call of [`write()`] did.
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
    let files = names::validate(files)?;
    let target = admit(target, site_dir)?;
    let work = Work::begin(&target)?;
    let old = marker::read(&target)?;
    let kept = stage::compare(&files, &target, &old);
    let written = count(&files, &kept, &old);
    if written.unchanged {
        return Ok(written);
    }
    stage::build(&files, &kept, &target, &work.new_tree())?;
    swap::swap(&work, &target, old.exists)?;
    Ok(written)
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

/// The files of a site by path.
type Tree<'a> = BTreeMap<&'a str, &'a [u8]>;

fn count(files: &Tree<'_>, kept: &[bool], old: &marker::OldTree) -> Written {
    let same = kept.iter().filter(|same| **same).count();
    let removed = old.files.iter().filter(|path| !files.contains_key(path.as_str())).count();
    Written {
        written: files.len() - same,
        kept: same,
        removed,
        unchanged: old.exists && old.marked && same == files.len() && removed == 0,
    }
}
