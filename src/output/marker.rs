//! The file that says a folder is shushuo's own, which files it made there, and from what.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::SystemTime;
use std::{fs, io};

use walkdir::WalkDir;

use super::{Digest, OutputError, Task};

/// The marker's name, at the top of a built site.
pub(super) const NAME: &str = ".shushuo";

/// The first line of a marker.
const SIGNATURE: &str = "Made by shushuo. The next build replaces this folder, and refuses if it finds a file not listed here.";
/// The second line.
const SIGNATURE_ZH: &str =
    "由 shushuo 生成。下次生成时整个替换；如果发现不在此清单上的文件，则拒绝替换。";

/// Before the digest of what the site was made of.
const MADE_OF: &str = "made of: ";
/// Before the digest of the files that it was made into.
const MADE: &str = "made: ";

/// What systems leave in any folder that was looked at; nobody's work.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// What stands at the target before a build.
#[derive(Debug, Default)]
pub(super) struct OldTree {
    /// Whether a folder is there at all.
    pub(super) exists: bool,
    /// Whether it has a marker.
    pub(super) marked: bool,
    /// Its files, with `/`; the marker is not among them.
    pub(super) files: BTreeSet<String>,
    /// How it was made, if the marker says so and lists no other files.
    pub(super) made: Option<Made>,
}

/// How a site was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Made {
    /// What went in: the site folder, the options, the program.
    pub(super) inputs: Digest,
    /// What came out: all files with their paths.
    pub(super) files: Digest,
}

/// The text of the marker for a site of the files at `paths`.
pub(super) fn text<'a>(made: Option<Made>, paths: impl Iterator<Item = &'a String>) -> String {
    let mut text = format!("{SIGNATURE}\n{SIGNATURE_ZH}\n");
    if let Some(Made { inputs, files }) = made {
        text.push_str(&format!("{MADE_OF}{inputs}\n{MADE}{files}\n"));
    }
    text.push('\n');
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// Reads the folder at `target` and refuses it when it holds anything that shushuo did not make.
pub(super) fn read(target: &Path) -> Result<OldTree, OutputError> {
    match fs::symlink_metadata(target) {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => return Err(OutputError::NotFolder { target: target.to_owned() }),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(OldTree::default()),
        Err(cause) => return Err(OutputError::failed(Task::Read, target, cause)),
    }
    let listed = listed(target)?;
    let mut tree = OldTree { exists: true, marked: listed.is_some(), ..OldTree::default() };
    let (made, listed) = listed.unwrap_or_default();
    for entry in WalkDir::new(target).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|cause| OutputError::walking(target, cause))?;
        let path = entry.path().strip_prefix(target).unwrap_or(entry.path());
        let litter = LITTER.iter().any(|name| entry.file_name() == *name);
        if litter || (entry.file_type().is_dir() && tree.marked) {
            continue;
        }
        let name = path.to_str().map(|path| path.replace(std::path::MAIN_SEPARATOR, "/"));
        match name {
            Some(name) if name == NAME && tree.marked => {}
            Some(name) if entry.file_type().is_file() && listed.contains(&name) => {
                tree.files.insert(name);
            }
            _ if entry.file_type().is_dir() && !is_empty(entry.path()) => {}
            _ => {
                let file = path.to_owned();
                return Err(OutputError::Foreign { target: target.to_owned(), file });
            }
        }
    }
    tree.made = made.filter(|_| tree.files.len() == listed.len());
    Ok(tree)
}

/// What a marker says of the site, and the files that it lists.
type Listed = (Option<Made>, BTreeSet<String>);

/// What the marker says; `None` without a marker of ours.
fn listed(target: &Path) -> Result<Option<Listed>, OutputError> {
    let path = target.join(NAME);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(cause) if cause.kind() == io::ErrorKind::PermissionDenied => {
            return Err(OutputError::failed(Task::Read, &path, cause));
        }
        Err(_) => return Ok(None),
    };
    let Ok(text) = String::from_utf8(bytes) else { return Ok(None) };
    let mut lines = text.lines();
    if lines.next() != Some(SIGNATURE) {
        return Ok(None);
    }
    let digest = |name| {
        lines
            .clone()
            .take_while(|line| !line.is_empty())
            .find_map(|line| line.strip_prefix(name))
            .and_then(Digest::read)
    };
    let made = digest(MADE_OF).zip(digest(MADE)).map(|(inputs, files)| Made { inputs, files });
    let paths = lines.skip_while(|line| !line.is_empty()).skip(1).map(str::to_owned).collect();
    Ok(Some((made, paths)))
}

/// Says anew how the site at hand was made, in one step; `staged` is a free place in the same file
/// system.
#[allow(clippy::disallowed_methods, reason = "a file's time is no part of the site's bytes")]
pub(super) fn renew(marker: &Path, text: &str, staged: &Path) -> io::Result<()> {
    if fs::read(marker)? == text.as_bytes() {
        return fs::File::options().write(true).open(marker)?.set_modified(SystemTime::now());
    }
    fs::write(staged, text)?;
    fs::rename(staged, marker)
}

/// Whether the site was finished before the program that runs now was built or installed. Its
/// digest knows a program by its version only.
pub(super) fn is_older_than_program(target: &Path) -> bool {
    let modified = |path: &Path| fs::metadata(path)?.modified();
    let program = std::env::current_exe().and_then(|path| modified(&path));
    match (modified(&target.join(NAME)), program) {
        (Ok(site), Ok(program)) => site < program,
        _ => true,
    }
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}
