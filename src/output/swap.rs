//! Puts the new tree in the place of the old one.

use std::path::Path;
use std::{fs, io};

use super::work::Work;
use super::{OutputError, Task};

/// Puts the new tree at `target`; the old one ends up in the work folder.
pub(super) fn swap(work: &Work, target: &Path, exists: bool) -> Result<(), OutputError> {
    let new = work.new_tree();
    let swapped = if !exists {
        fs::rename(&new, target)
    } else {
        match exchange(&new, target) {
            Err(cause) if cannot_exchange(&cause) => replace(&new, target, &work.old_tree()),
            other => other,
        }
    };
    swapped.map_err(|cause| OutputError::failed(Task::Replace, target, cause))
}

/// Exchanges two folders in one step: at no moment is there no site.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(new: &Path, target: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_new: &Path, _target: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether the system or the file system does not know how to exchange (ENOSYS, EINVAL, ENOTSUP).
fn cannot_exchange(cause: &io::Error) -> bool {
    matches!(cause.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// Exchanges in two steps; when the second fails the first is undone, and when the process dies
/// between them the next build undoes it.
fn replace(new: &Path, target: &Path, old: &Path) -> io::Result<()> {
    fs::rename(target, old)?;
    fs::rename(new, target).inspect_err(|_| {
        let _ = fs::rename(old, target);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_steps_replace_and_undo() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for (name, words) in [("new", "new"), ("dist", "old")] {
            fs::create_dir(at(name)).unwrap();
            fs::write(at(name).join("a"), words).unwrap();
        }
        replace(&at("new"), &at("dist"), &at("old")).unwrap();
        assert_eq!(fs::read_to_string(at("dist/a")).unwrap(), "new");
        fs::remove_dir_all(at("old")).unwrap();
        replace(&at("missing"), &at("dist"), &at("old")).unwrap_err();
        assert_eq!(fs::read_to_string(at("dist/a")).unwrap(), "new");
        assert!(!at("old").exists());
    }
}
