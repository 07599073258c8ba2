//! Walks the site folder and reads every file that a site is made of.

use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::files::{Contents, File, Files};
use super::stable::{at_most, read_bytes};
use crate::diag::{Code, Diagnostic, Sink, Span, Text};

/// What a site is made of: everything else in its folder is left alone.
pub(super) const PARTS: [&str; 4] = ["site.yaml", "content", "seeds", "themes"];

/// Endings of files that must be text.
const TEXT_ENDINGS: [&str; 7] = ["md", "txt", "yaml", "yml", "html", "scss", "xml"];

/// The largest file that an author writes, in bytes: more than half a million characters on a page.
const LARGEST_PAGE: u64 = 2 << 20;

/// The largest source, in bytes; a book of a million characters has three million.
const LARGEST_SOURCE: u64 = 8 << 20;

/// The largest image or download, in bytes: what common hosts accept for one file.
const LARGEST_BINARY: u64 = 100 << 20;

/// What was found in the folder, before reading.
struct Found {
    /// Its path in the site folder, with `/`.
    path: String,
    /// Where it is, or why it cannot be read.
    place: Result<PathBuf, Problem>,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub(super) code: Code,
    pub(super) message: Text,
    pub(super) hint: Option<Text>,
}

impl Problem {
    pub(super) fn unreadable(cause: &impl ToString) -> Problem {
        Problem {
            code: Code::FileUnreadable,
            message: text!("file-unreadable", cause = cause.to_string()),
            hint: Some(text!("file-unreadable.hint")),
        }
    }

    /// A pipe, a socket, a device: reading it could wait for ever.
    pub(super) fn special() -> Problem {
        Problem {
            code: Code::FileUnreadable,
            message: text!("file-unreadable.special"),
            hint: Some(text!("file-unreadable.special-hint")),
        }
    }
}

/// Reads the site in `folder`. A file that cannot be read is reported and kept without contents,
/// so that what refers to it does not report it again.
pub fn load(folder: &Path, sink: &mut Sink) -> Files {
    let root = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let (files, _) = read_all(&root);
    let files = Files::new(files);
    report(&files, sink);
    files
}

/// Reads every file of the site in `root`, and tells whether a link is among them.
pub(super) fn read_all(root: &Path) -> (Vec<File>, bool) {
    let mut has_links = false;
    let found: Vec<Found> =
        PARTS.iter().flat_map(|name| walk(root, name, &mut has_links)).collect();
    (found.into_par_iter().map(read).collect(), has_links)
}

/// Reports the files that cannot be read.
pub fn report(files: &Files, sink: &mut Sink) {
    for (id, file) in files.all() {
        if let Contents::Unreadable(Problem { code, message, hint }) = &file.contents {
            sink.push(
                Diagnostic::new(*code, Span::whole(id), message.clone()).hint_if(hint.clone()),
            );
        }
    }
}

/// Every file of one part of the site, links followed as long as they stay in the site.
fn walk(root: &Path, name: &str, has_links: &mut bool) -> Vec<Found> {
    let mut found = Vec::new();
    let walker = WalkDir::new(root.join(name)).follow_links(true).sort_by_file_name();
    let mut entries = walker.into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.depth() == 0 => continue,
            Err(error) => {
                *has_links = true;
                let path = error.path().map(|path| relative(root, path)).unwrap_or_default();
                found.push(Found { path, place: Err(walk_problem(&error)) });
                continue;
            }
        };
        if entry.depth() > 0 && is_skipped(&entry.file_name().to_string_lossy()) {
            if entry.file_type().is_dir() {
                entries.skip_current_dir();
            }
            continue;
        }
        *has_links |= entry.path_is_symlink();
        let outside = entry.path_is_symlink() && leads_outside(root, entry.path());
        if entry.file_type().is_dir() && !outside {
            continue;
        }
        if entry.file_type().is_dir() {
            entries.skip_current_dir();
        }
        found.push(Found { path: relative(root, entry.path()), place: place(&entry, outside) });
    }
    found
}

fn place(entry: &DirEntry, outside: bool) -> Result<PathBuf, Problem> {
    if outside {
        return Err(Problem {
            code: Code::LinkOutside,
            message: text!("link-outside"),
            hint: Some(text!("link-outside.hint")),
        });
    }
    if !entry.file_type().is_file() {
        return Err(Problem::special());
    }
    if entry.file_name().to_str().is_none() {
        return Err(Problem {
            code: Code::BadName,
            message: text!("bad-name.not-utf8"),
            hint: Some(text!("bad-name.hint")),
        });
    }
    Ok(entry.path().to_path_buf())
}

fn walk_problem(error: &walkdir::Error) -> Problem {
    if error.loop_ancestor().is_some() {
        return Problem {
            code: Code::LinkOutside,
            message: text!("link-outside.loop"),
            hint: Some(text!("link-outside.hint")),
        };
    }
    let dangling = error.path().is_some_and(Path::is_symlink);
    match error.io_error() {
        Some(_) if dangling => Problem {
            code: Code::LinkOutside,
            message: text!("link-outside.nowhere"),
            hint: Some(text!("link-outside.hint")),
        },
        Some(cause) => Problem::unreadable(cause),
        None => Problem::unreadable(error),
    }
}

/// Whether a link leads out of the site folder, or up to a folder that it stands in.
fn leads_outside(root: &Path, link: &Path) -> bool {
    let (Ok(target), Some(Ok(parent))) =
        (link.canonicalize(), link.parent().map(Path::canonicalize))
    else {
        return true;
    };
    !target.starts_with(root) || parent.starts_with(&target)
}

/// Hidden files and what editors and systems leave lying about.
pub(super) fn is_skipped(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    name.starts_with('.')
        || name.starts_with("~$")
        || name.starts_with('#')
        || name.ends_with('~')
        || matches!(ending, "swp" | "swx" | "tmp" | "temp" | "bak" | "orig" | "part" | "crdownload")
        || matches!(name, "Thumbs.db" | "desktop.ini" | "4913")
}

pub(super) fn relative(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// Reads one file.
fn read(found: Found) -> File {
    let path = found.path;
    let contents = found.place.and_then(|place| contents(&path, &place));
    File { path, contents: contents.unwrap_or_else(Contents::Unreadable) }
}

pub(super) fn contents(path: &str, place: &Path) -> Result<Contents, Problem> {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let is_text = TEXT_ENDINGS.contains(&ending.as_str());
    let limit = match is_text {
        true if path.starts_with("seeds/") => LARGEST_SOURCE,
        true => LARGEST_PAGE,
        false => LARGEST_BINARY,
    };
    let bytes = read_bytes(place, limit)?;
    if is_text { decode(bytes).map(Contents::Text) } else { Ok(Contents::Binary(bytes)) }
}

/// Text that could not be read: why, and an action that mends it.
#[derive(Debug)]
pub struct Unread {
    /// What is wrong.
    pub message: Text,
    /// What to do.
    pub hint: Option<Text>,
}

impl From<Problem> for Unread {
    fn from(problem: Problem) -> Self {
        Unread { message: problem.message, hint: problem.hint }
    }
}

/// Reads a text file from anywhere as those of a site are read.
///
/// # Errors
///
/// When the file cannot be read, is longer than any source, or is no UTF-8 text.
pub fn read_text(path: &Path) -> Result<String, Unread> {
    decode_text(read_bytes(path, LARGEST_SOURCE)?)
}

/// Reads a text from an open stream as those of a site are read.
///
/// # Errors
///
/// When it cannot be read, is longer than any source, or is no UTF-8 text.
pub fn read_stream(stream: impl Read) -> Result<String, Unread> {
    decode_text(at_most(stream, LARGEST_SOURCE, 0)?)
}

/// Takes bytes as the text files of a site are taken.
///
/// # Errors
///
/// When they are no UTF-8 text.
pub fn decode_text(bytes: Vec<u8>) -> Result<String, Unread> {
    decode(bytes).map_err(Unread::from)
}

/// UTF-8 with or without byte order mark, lines ended by LF, CRLF or CR, all of which end a line in
/// YAML and in Markdown.
fn decode(bytes: Vec<u8>) -> Result<String, Problem> {
    let mut rest = bytes.as_slice();
    // Joined files can leave more than one.
    while let Some(behind) = rest.strip_prefix(b"\xEF\xBB\xBF") {
        rest = behind;
    }
    let bytes = if rest.len() < bytes.len() { rest.to_vec() } else { bytes };
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(error.as_bytes(), &error))?;
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

fn not_utf8(bytes: &[u8], error: &std::string::FromUtf8Error) -> Problem {
    let valid = error.utf8_error().valid_up_to();
    let line = 1 + bytes[..valid].iter().filter(|byte| **byte == b'\n').count();
    let (message, hint) = match bytes {
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            (text!("not-utf8.word"), text!("not-utf8.word-hint"))
        }
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => (text!("not-utf8.utf16"), text!("not-utf8.hint")),
        _ if is_gbk(bytes) => (text!("not-utf8.gbk", line = line), text!("not-utf8.hint")),
        _ => (text!("not-utf8", line = line), text!("not-utf8.hint")),
    };
    Problem { code: Code::NotUtf8, message, hint: Some(hint) }
}

/// Whether every byte beyond ASCII is one of a pair as GBK has them (GB/T 2312, GB 18030 part 2).
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        let is_whole = match byte {
            0..=0x7F => true,
            0x81..=0xFE => {
                rest.next().is_some_and(|next| matches!(next, 0x40..=0x7E | 0x80..=0xFE))
            }
            _ => false,
        };
        if !is_whole {
            return false;
        }
    }
    true
}
