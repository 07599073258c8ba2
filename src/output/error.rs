//! What can keep a site from being written, and what to do about it.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use crate::diag::{Catalog, Text};
use crate::lang::Lang;

/// Why a site was not written. The old one is whole in each case.
#[derive(Debug)]
pub enum OutputError {
    /// The target is, holds or lies in something that must not be lost.
    Protected {
        /// The target.
        target: PathBuf,
        /// What must not be lost.
        why: Protected,
    },
    /// The target holds something that shushuo did not make.
    Foreign {
        /// The target.
        target: PathBuf,
        /// The first thing found, below the target.
        file: PathBuf,
    },
    /// The target is a file or something else that is not a folder.
    NotFolder {
        /// The target.
        target: PathBuf,
    },
    /// A link in the target's path leads nowhere.
    DeadLink {
        /// The link.
        target: PathBuf,
    },
    /// A file that was to be made exists.
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// A file was changed by somebody else while it was being mended.
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// A link leads a file that was to be changed out of the site folder.
    LeadsOut {
        /// The link.
        path: PathBuf,
    },
    /// Another build is writing to the target.
    Locked {
        /// The target.
        target: PathBuf,
    },
    /// A path of the new site that not every system can hold.
    BadName {
        /// The path.
        path: String,
        /// What is wrong with it.
        fault: NameFault,
    },
    /// The disk or the system failed.
    Failed {
        /// What was being done.
        task: Task,
        /// To what.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
}

/// What a site must never be written over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protected {
    /// The top of the file system.
    Root,
    /// The user's home folder, or one above it.
    Home,
    /// The site folder, or one above it.
    Site,
    /// A folder of the site that holds its author's work, or one in it.
    Part(&'static str),
}

/// What is wrong with a path of the new site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameFault {
    /// It leads out of the site, or has an empty part.
    Outside,
    /// It has a character that some systems do not allow in names.
    Awkward,
    /// A part of it is longer than 255 bytes.
    TooLong,
    /// A part of it is a name that some system, or shushuo, keeps for itself.
    Reserved,
    /// It cannot stand beside this other path where case does not count.
    Clash(String),
}

/// What was being done when the system failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Looking up a path.
    Find,
    /// Reading the old site.
    Read,
    /// Making a folder.
    MakeFolder,
    /// Taking the lock.
    Lock,
    /// Writing a file.
    Write,
    /// Putting the new site in the old one's place.
    Replace,
}

impl OutputError {
    pub(super) fn failed(task: Task, path: &Path, cause: io::Error) -> Self {
        OutputError::Failed { task, path: path.to_owned(), cause }
    }

    pub(super) fn walking(target: &Path, cause: walkdir::Error) -> Self {
        let path = cause.path().unwrap_or(target).to_owned();
        let cause = cause.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into());
        OutputError::Failed { task: Task::Read, path, cause }
    }

    /// What went wrong.
    pub fn message(&self) -> Text {
        let show = |path: &Path| path.display().to_string();
        match self {
            OutputError::Protected { target, why } => protected(&show(target), *why),
            OutputError::Foreign { target, file } => {
                text!("output-foreign", target = show(target), file = show(file))
            }
            OutputError::NotFolder { target } => text!("output-not-folder", target = show(target)),
            OutputError::Exists { path } => text!("output-exists", path = show(path)),
            OutputError::Changed { path } => text!("output-changed", path = show(path)),
            OutputError::LeadsOut { path } => text!("output-leads-out", path = show(path)),
            OutputError::DeadLink { target } => text!("output-dead-link", target = show(target)),
            OutputError::Locked { target } => text!("output-locked", target = show(target)),
            OutputError::BadName { path, fault } => bad_name(path, fault),
            OutputError::Failed { task, path, .. } => failed(*task, &show(path)),
        }
    }

    /// Why the system refused, where it did.
    pub fn cause(&self) -> Option<Text> {
        let OutputError::Failed { cause, .. } = self else { return None };
        Some(match cause.kind() {
            io::ErrorKind::NotFound => text!("cause-not-found"),
            io::ErrorKind::PermissionDenied => text!("cause-permission-denied"),
            io::ErrorKind::StorageFull => text!("cause-storage-full"),
            io::ErrorKind::QuotaExceeded => text!("cause-quota-exceeded"),
            io::ErrorKind::ReadOnlyFilesystem => text!("cause-read-only"),
            io::ErrorKind::NotADirectory => text!("cause-not-a-folder"),
            io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => {
                text!("cause-mount-point")
            }
            io::ErrorKind::InvalidFilename => text!("cause-invalid-name"),
            _ => text!("cause-other", words = cause.to_string()),
        })
    }

    /// An action that helps.
    pub fn hint(&self) -> Text {
        match self {
            OutputError::Protected { .. } | OutputError::NotFolder { .. } => {
                text!("output-choose-other")
            }
            OutputError::Foreign { .. } => text!("output-move-away"),
            OutputError::Exists { .. } => text!("output-exists-hint"),
            OutputError::Changed { .. } => text!("output-changed-hint"),
            OutputError::LeadsOut { .. } => text!("link-outside.hint"),
            OutputError::DeadLink { .. } => text!("output-mend-link"),
            OutputError::Locked { .. } => text!("output-wait"),
            OutputError::BadName { .. } => text!("output-rename"),
            OutputError::Failed { cause, .. } => match cause.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                    text!("output-make-room")
                }
                _ => text!("output-make-writable"),
            },
        }
    }
}

fn protected(target: &str, why: Protected) -> Text {
    match why {
        Protected::Root => text!("output-is-root", target = target),
        Protected::Home => text!("output-is-home", target = target),
        Protected::Site => text!("output-is-site", target = target),
        Protected::Part(name) => text!("output-is-part", target = target, name = name),
    }
}

fn bad_name(path: &str, fault: &NameFault) -> Text {
    let path = path.escape_debug().to_string();
    match fault {
        NameFault::Outside => text!("output-name-outside", path = path),
        NameFault::Awkward => text!("output-name-awkward", path = path),
        NameFault::TooLong => text!("output-name-too-long", path = path),
        NameFault::Reserved => text!("output-name-reserved", path = path),
        NameFault::Clash(other) => text!("output-name-clash", path = path, other = other),
    }
}

fn failed(task: Task, path: &str) -> Text {
    match task {
        Task::Find => text!("output-find", path = path),
        Task::Read => text!("output-read", path = path),
        Task::MakeFolder => text!("output-make-folder", path = path),
        Task::Lock => text!("output-lock", path = path),
        Task::Write => text!("output-write", path = path),
        Task::Replace => text!("output-replace", path = path),
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let catalog = Catalog::embedded();
        formatter.write_str(&catalog.words(&self.message(), Lang::En))?;
        match self.cause() {
            Some(cause) => write!(formatter, ": {}", catalog.words(&cause, Lang::En)),
            None => Ok(()),
        }
    }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            OutputError::Failed { cause, .. } => Some(cause),
            _ => None,
        }
    }
}
