//! Reads the bytes of a file: an ordinary one, not too large, and in one state.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use super::load::Problem;
use crate::diag::Code;

/// How often a file that changes while it is read is read again.
const ATTEMPTS: usize = 3;

/// The bytes of an ordinary file of at most `limit` bytes. A file that changes while it is read is
/// read again: half of an author's text is never taken for the whole.
pub(super) fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Problem> {
    read_with(path, limit, |_| ())
}

/// The same; `read` is called with the number of each reading when it is done, for tests.
fn read_with(path: &Path, limit: u64, read: impl Fn(usize)) -> Result<Vec<u8>, Problem> {
    for attempt in 1..=ATTEMPTS {
        let unreadable = |cause: io::Error| Problem::unreadable(&cause);
        let file = open(path).map_err(unreadable)?;
        let before = file.metadata().map_err(unreadable)?;
        if !before.is_file() {
            return Err(Problem::special());
        }
        let length = usize::try_from(before.len().min(limit)).unwrap_or_default();
        let bytes = at_most(&file, limit, length)?;
        read(attempt);
        let after = std::fs::metadata(path).map_err(unreadable)?;
        if is_same(&before, &after, bytes.len()) {
            return Ok(bytes);
        }
    }
    Err(Problem {
        code: Code::FileUnreadable,
        message: text!("file-unreadable.changes"),
        hint: Some(text!("file-unreadable.changes-hint")),
    })
}

/// The bytes of a stream, if they are at most `limit`; about `length` are expected.
pub(super) fn at_most(stream: impl Read, limit: u64, length: usize) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::with_capacity(length);
    stream
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|cause| Problem::unreadable(&cause))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= limit) {
        bytes.shrink_to_fit();
        return Ok(bytes);
    }
    Err(Problem {
        code: Code::FileTooLarge,
        message: text!("file-too-large", limit = (limit >> 20).to_string()),
        hint: Some(text!("file-too-large.hint")),
    })
}

/// Opens a file without waiting for another program, as opening a pipe would.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// Whether nothing happened to a file between two looks at it. Its time may lie in the future or go
/// backwards; only that it differs tells anything.
fn is_same(before: &Metadata, after: &Metadata, length: usize) -> bool {
    let length = u64::try_from(length).ok();
    before.len() == after.len()
        && length == Some(after.len())
        && before.modified().ok() == after.modified().ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_that_changes_while_it_is_read_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        fs::write(&path, "half").unwrap();
        let change = |attempt| {
            if attempt == 1 {
                fs::write(&path, "the whole text").unwrap();
            }
        };
        let read = read_with(&path, 100, change).map_err(|problem| problem.message);
        assert_eq!(read, Ok(b"the whole text".to_vec()));
    }

    #[test]
    fn a_file_that_never_rests_is_reported() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        fs::write(&path, "").unwrap();
        let read = read_with(&path, 100, |attempt| fs::write(&path, "x".repeat(attempt)).unwrap());
        assert_eq!(read.unwrap_err().message.id(), "file-unreadable.changes");
    }

    #[test]
    fn a_file_that_vanishes_is_reported() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        fs::write(&path, "text").unwrap();
        let read = read_with(&path, 100, |_| fs::remove_file(&path).unwrap());
        assert_eq!(read.unwrap_err().code, Code::FileUnreadable);
    }

    #[test]
    fn a_file_may_have_as_many_bytes_as_the_limit_says() {
        assert_eq!(
            at_most(&b"1234"[..], 4, 0).map_err(|problem| problem.code),
            Ok(b"1234".to_vec())
        );
        assert_eq!(at_most(io::repeat(b'x'), 4, 9).unwrap_err().code, Code::FileTooLarge);
    }
}
