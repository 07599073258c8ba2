//! The files of a site folder, read once.

use std::sync::Arc;

use super::load::Problem;
use crate::diag::FileId;

/// Every file of a site folder that the program uses, sorted by path. A copy shares the files.
#[derive(Debug, Clone, Default)]
pub struct Files {
    files: Vec<Arc<File>>,
}

/// One file.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    /// Its path in the site folder, with `/`: `content/visitors.zh.md`.
    pub path: String,
    /// What it holds.
    pub contents: Contents,
}

/// What a file holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Contents {
    /// Text, without byte order mark, lines ended by LF.
    Text(String),
    /// Anything else: images, fonts, downloads.
    Binary(Vec<u8>),
    /// It cannot be read, which is reported once.
    Unreadable(Problem),
}

impl File {
    /// The text; empty for anything else.
    pub fn text(&self) -> &str {
        match &self.contents {
            Contents::Text(text) => text,
            Contents::Binary(_) | Contents::Unreadable(_) => "",
        }
    }

    /// Whether its contents are there.
    pub fn is_readable(&self) -> bool {
        !matches!(self.contents, Contents::Unreadable(_))
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        match &self.contents {
            Contents::Text(text) => text.as_bytes(),
            Contents::Binary(bytes) => bytes,
            Contents::Unreadable(_) => &[],
        }
    }
}

impl Files {
    /// A set of files; they are put in the order of their paths.
    pub fn new(files: Vec<File>) -> Self {
        Files::share(files.into_iter().map(Arc::new).collect())
    }

    /// The same for files that other sets have too.
    pub(super) fn share(mut files: Vec<Arc<File>>) -> Self {
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Files { files }
    }

    /// Puts another file in the place of the one with this id, whose path it must have.
    pub(super) fn replace(&mut self, id: FileId, file: File) {
        self.files[id.0 as usize] = Arc::new(file);
    }

    /// Every file with its id, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = (FileId, &Arc<File>)> {
        let id = |index| FileId(u32::try_from(index).expect("fewer than 2^32 files"));
        self.files.iter().enumerate().map(move |(index, file)| (id(index), file))
    }

    /// The file behind an id, to keep.
    pub fn shared(&self, id: FileId) -> Arc<File> {
        Arc::clone(&self.files[id.0 as usize])
    }

    /// The file behind an id.
    pub fn get(&self, id: FileId) -> &File {
        &self.files[id.0 as usize]
    }

    /// Puts another text in the place of a file's own.
    pub fn rewrite(&mut self, id: FileId, text: String) {
        let path = self.get(id).path.clone();
        self.replace(id, File { path, contents: Contents::Text(text) });
    }

    /// The id of the file at `path`.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        u32::try_from(index).ok().map(FileId)
    }

    /// The files below `folder` (written with a trailing `/`), in order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (FileId, &'a Arc<File>)> {
        let start = self.files.partition_point(|file| file.path.as_str() < folder);
        (start..)
            .zip(&self.files[start..])
            .take_while(move |(_, file)| file.path.starts_with(folder))
            .map(|(index, file)| {
                (FileId(u32::try_from(index).expect("fewer than 2^32 files")), file)
            })
    }
}
