//! The hidden folder beside the target in which a build works, and the lock that it holds.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::{OutputError, Task, place};

/// How often a builder looks again when the folder vanishes under it as another one finishes.
const ATTEMPTS: usize = 100;

/// A build at work on a target. Dropping it takes the work folder away.
///
/// The lock belongs to the process, so that what a killed build leaves is free to be cleaned by the
/// next one.
#[derive(Debug)]
pub(super) struct Work {
    target: PathBuf,
    folder: PathBuf,
    lock: File,
}

impl Work {
    /// Takes the lock on `target` and clears what a dead build left there.
    pub(super) fn begin(target: &Path) -> Result<Work, OutputError> {
        let folder = place::hidden_sibling(target, ".shushuo-build");
        let parent = target.parent().unwrap_or(target);
        fs::create_dir_all(parent)
            .map_err(|cause| OutputError::failed(Task::MakeFolder, parent, cause))?;
        for _ in 0..ATTEMPTS {
            if let Some(lock) = lock(&folder, target)? {
                let work = Work { target: target.to_owned(), folder, lock };
                work.clear();
                return Ok(work);
            }
        }
        Err(OutputError::Locked { target: target.to_owned() })
    }

    /// Where the new site grows.
    pub(super) fn new_tree(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// Where the old site waits when two folders cannot be exchanged in one step.
    pub(super) fn old_tree(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// Brings back a site that a build killed between two renames left here, then removes the rest.
    /// What cannot be removed now is left for the next build: it is hidden and harms nothing.
    fn clear(&self) {
        let old = self.old_tree();
        if fs::symlink_metadata(&self.target).is_err() && fs::symlink_metadata(&old).is_ok() {
            let _ = fs::rename(&old, &self.target);
        } else {
            let _ = fs::remove_dir_all(&old);
        }
        let _ = fs::remove_dir_all(self.new_tree());
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.clear();
        // The file goes while the lock is held; who opened it meanwhile sees that it is gone.
        let _ = fs::remove_file(lock_path(&self.folder));
        let _ = self.lock.unlock();
        let _ = fs::remove_dir(&self.folder);
    }
}

fn lock_path(folder: &Path) -> PathBuf {
    folder.join("lock")
}

/// The lock, or `None` when another build took the folder away in the meantime.
fn lock(folder: &Path, target: &Path) -> Result<Option<File>, OutputError> {
    match fs::create_dir(folder) {
        Err(cause) if cause.kind() != io::ErrorKind::AlreadyExists => {
            return Err(OutputError::failed(Task::MakeFolder, folder, cause));
        }
        _ => {}
    }
    // A link in the folder's place would lead the cleaning elsewhere.
    if !fs::symlink_metadata(folder).is_ok_and(|there| there.is_dir()) {
        return match fs::symlink_metadata(folder) {
            Ok(_) => Err(OutputError::NotFolder { target: folder.to_owned() }),
            Err(_) => Ok(None),
        };
    }
    let path = lock_path(folder);
    let file = match File::options().create(true).truncate(false).write(true).open(&path) {
        Ok(file) => file,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(OutputError::failed(Task::Write, &path, cause)),
    };
    match file.try_lock() {
        Ok(()) => Ok(is_at(&file, &path).then_some(file)),
        Err(TryLockError::WouldBlock) => Err(OutputError::Locked { target: target.to_owned() }),
        Err(TryLockError::Error(cause)) => Err(OutputError::failed(Task::Lock, &path, cause)),
    }
}

/// Whether `path` still leads to the open file.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(there)) => (open.dev(), open.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

/// Whether `path` still leads to the open file: elsewhere an open file's name is not given anew.
#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    path.exists()
}
