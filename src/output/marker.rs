//! The file that says a folder is shushuo's own, and which files it made there.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use walkdir::WalkDir;

use super::{OutputError, Task};

/// The marker's name, at the top of a built site.
pub(super) const NAME: &str = ".shushuo";

/// The first line of a marker.
const SIGNATURE: &str = "Made by shushuo. The next build replaces this folder, and refuses if it finds a file not listed here.";
/// The second line.
const SIGNATURE_ZH: &str =
    "由 shushuo 生成。下次生成时整个替换；如果发现不在此清单上的文件，则拒绝替换。";

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
}

/// The text of the marker for a site made of the files at `paths`.
pub(super) fn text<'a>(paths: impl Iterator<Item = &'a String>) -> String {
    let mut text = format!("{SIGNATURE}\n{SIGNATURE_ZH}\n\n");
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
    let mut tree = OldTree { exists: true, marked: listed.is_some(), files: BTreeSet::new() };
    let listed = listed.unwrap_or_default();
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
    Ok(tree)
}

/// The files that the marker lists; `None` without a marker of ours.
fn listed(target: &Path) -> Result<Option<BTreeSet<String>>, OutputError> {
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
    Ok(Some(lines.skip_while(|line| !line.is_empty()).skip(1).map(str::to_owned).collect()))
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}
