//! A site folder that is read again whenever something in it changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{Contents, File, Files};
use super::load::{PARTS, contents, is_skipped, read_all, relative};
use crate::diag::FileId;

/// A site folder, and its files as they were when it was last read.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    files: Files,
    /// Whether links lead to some files: these change without their paths being written to.
    has_links: bool,
}

impl Folder {
    /// Reads the folder at `path` for the first time.
    pub fn open(path: &Path) -> Folder {
        let root = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let (files, has_links) = read_all(&root);
        Folder { root, files: Files::new(files), has_links }
    }

    /// Where it is, without links in the path.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Its files.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Whether links lead to some of them.
    pub fn has_links(&self) -> bool {
        self.has_links
    }

    /// Whether a change at `path` can be one of the site: it is in one of the site's parts, and no
    /// file that an editor keeps beside the author's.
    fn concerns(&self, path: &Path) -> bool {
        let inside = relative(&self.root, path);
        let mut names = inside.split('/');
        names.next().is_some_and(|part| PARTS.contains(&part)) && !names.any(is_skipped)
    }

    /// Whether a change at `path` can be one of the site; where links lead, anything can.
    pub fn may_concern(&self, path: &Path) -> bool {
        self.has_links || self.concerns(path)
    }

    /// Reads the files at `changed` again; everything, where that is not enough to know the folder.
    /// Returns the paths whose contents differ now, in order; files that came or went are among
    /// them.
    pub fn refresh(&mut self, changed: &[PathBuf]) -> Vec<String> {
        let changed: BTreeSet<&PathBuf> =
            changed.iter().filter(|path| self.may_concern(path)).collect();
        if changed.is_empty() {
            return Vec::new();
        }
        let known: Option<Vec<FileId>> = changed.iter().map(|path| self.known(path)).collect();
        let Some(known) = known else { return self.refresh_all() };
        let mut differing = Vec::new();
        for (id, place) in known.into_iter().zip(changed) {
            let path = self.files.get(id).path.clone();
            let file = match contents(&path, place) {
                Ok(contents) => File { path, contents },
                // It is gone, or something else now.
                Err(_) => return self.refresh_all(),
            };
            if file != *self.files.get(id) {
                differing.push(file.path.clone());
                self.files.replace(id, file);
            }
        }
        differing
    }

    /// Reads everything again. Returns the paths whose contents differ now, in order.
    pub fn refresh_all(&mut self) -> Vec<String> {
        let (read, has_links) = read_all(&self.root);
        let mut gone: BTreeSet<String> =
            self.files.all().map(|(_, file)| file.path.clone()).collect();
        let mut differing = Vec::new();
        let shared = |file: File| {
            gone.remove(&file.path);
            let before = self.files.find(&file.path).map(|id| self.files.shared(id));
            match before.filter(|before| **before == file) {
                Some(before) => before,
                None => {
                    differing.push(file.path.clone());
                    Arc::new(file)
                }
            }
        };
        self.files = Files::share(read.into_iter().map(shared).collect());
        self.has_links = has_links;
        differing.extend(gone);
        differing.sort();
        differing
    }

    /// The file at `path`, if it was there before, still is, and is a plain one.
    fn known(&self, path: &Path) -> Option<FileId> {
        let id = self.files.find(&relative(&self.root, path)).filter(|_| !self.has_links)?;
        let is_plain = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        let was_read = !matches!(self.files.get(id).contents, Contents::Unreadable(_));
        (is_plain && was_read).then_some(id)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::diag::Sink;
    use crate::source::load;

    struct Written {
        dir: tempfile::TempDir,
        folder: Folder,
    }

    impl Written {
        fn new() -> Written {
            let dir = tempfile::tempdir().unwrap();
            fs::create_dir(dir.path().join("content")).unwrap();
            fs::write(dir.path().join("content/a.zh.md"), "一").unwrap();
            fs::write(dir.path().join("content/b.zh.md"), "二").unwrap();
            let folder = Folder::open(dir.path());
            Written { dir, folder }
        }

        fn path(&self, path: &str) -> PathBuf {
            self.folder.root().join(path)
        }

        /// Refreshes after a change at `paths`; holds the folder to what a new reading gives.
        fn refresh(&mut self, paths: &[&str]) -> Vec<String> {
            let paths: Vec<PathBuf> = paths.iter().map(|path| self.path(path)).collect();
            let differing = self.folder.refresh(&paths);
            let anew = load(self.dir.path(), &mut Sink::new());
            let all = |files: &Files| -> Vec<String> {
                files.all().map(|(_, file)| format!("{file:?}")).collect()
            };
            assert_eq!(all(self.folder.files()), all(&anew));
            differing
        }
    }

    #[test]
    fn a_file_that_is_written_is_read_again_and_no_other() {
        let mut written = Written::new();
        let other = written.folder.files().shared(FileId(1));
        fs::write(written.path("content/a.zh.md"), "三").unwrap();
        assert_eq!(written.refresh(&["content/a.zh.md"]), ["content/a.zh.md"]);
        assert!(Arc::ptr_eq(&other, &written.folder.files().shared(FileId(1))));
        fs::write(written.path("content/a.zh.md"), "三").unwrap();
        assert!(written.refresh(&["content/a.zh.md"]).is_empty(), "the same bytes are no change");
    }

    #[test]
    fn files_that_come_go_and_move_are_followed() {
        let mut written = Written::new();
        fs::rename(written.path("content/a.zh.md"), written.path("content/c.zh.md")).unwrap();
        let moved = ["content/a.zh.md", "content/c.zh.md"];
        assert_eq!(written.refresh(&moved), moved);
        fs::remove_dir_all(written.path("content")).unwrap();
        assert_eq!(written.refresh(&["content"]), ["content/b.zh.md", "content/c.zh.md"]);
        fs::write(written.path("site.yaml"), "title: 一").unwrap();
        assert_eq!(written.refresh(&["site.yaml"]), ["site.yaml"]);
    }

    #[test]
    fn what_editors_keep_beside_a_file_is_no_change() {
        let written = Written::new();
        let concerns = |path: &str| written.folder.concerns(&written.path(path));
        for path in ["content/.a.zh.md.swp", "content/a.zh.md~", "content/4913", "content/#a#"] {
            assert!(!concerns(path), "{path}");
        }
        assert!(!concerns("dist/index.html"));
        assert!(!concerns(".git/index"));
        for path in ["content/a.zh.md", "site.yaml", "themes/default/styles/main.scss", "seeds"] {
            assert!(concerns(path), "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_behind_a_link_is_followed() {
        let mut written = Written::new();
        fs::create_dir(written.path("shared")).unwrap();
        fs::write(written.path("shared/x.md"), "四").unwrap();
        let (from, to) = (written.path("shared/x.md"), written.path("content/x.zh.md"));
        std::os::unix::fs::symlink(from, to).unwrap();
        assert_eq!(written.refresh(&["content/x.zh.md"]), ["content/x.zh.md"]);
        fs::write(written.path("shared/x.md"), "五").unwrap();
        assert_eq!(written.refresh(&["shared/x.md"]), ["content/x.zh.md"]);
    }
}
