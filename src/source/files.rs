//! The files of a site folder, read once.

use crate::diag::FileId;

/// Every file of a site folder that the program uses, sorted by path.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<File>,
}

/// One file.
#[derive(Debug)]
pub struct File {
    /// Its path in the site folder, with `/`: `content/livelihood.zh.md`.
    pub path: String,
    /// What it holds.
    pub contents: Contents,
}

/// What a file holds.
#[derive(Debug)]
pub enum Contents {
    /// Text, without byte order mark, lines ended by LF.
    Text(String),
    /// Anything else: images, fonts, downloads.
    Binary(Vec<u8>),
    /// It could not be read, which has been reported.
    Unreadable,
}

impl File {
    /// The text; empty for anything else.
    pub fn text(&self) -> &str {
        match &self.contents {
            Contents::Text(text) => text,
            Contents::Binary(_) | Contents::Unreadable => "",
        }
    }

    /// Whether its contents are there.
    pub fn is_readable(&self) -> bool {
        !matches!(self.contents, Contents::Unreadable)
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        match &self.contents {
            Contents::Text(text) => text.as_bytes(),
            Contents::Binary(bytes) => bytes,
            Contents::Unreadable => &[],
        }
    }
}

impl Files {
    /// A set of files; they are put in the order of their paths.
    pub fn new(mut files: Vec<File>) -> Self {
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Files { files }
    }

    /// The file behind an id.
    pub fn get(&self, id: FileId) -> &File {
        &self.files[id.0 as usize]
    }

    /// Puts another text in the place of a file's own.
    pub fn replace(&mut self, id: FileId, text: String) {
        self.files[id.0 as usize].contents = Contents::Text(text);
    }

    /// The id of the file at `path`.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        u32::try_from(index).ok().map(FileId)
    }

    /// The files below `folder` (written with a trailing `/`), in order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (FileId, &'a File)> {
        let start = self.files.partition_point(|file| file.path.as_str() < folder);
        (start..)
            .zip(&self.files[start..])
            .take_while(move |(_, file)| file.path.starts_with(folder))
            .map(|(index, file)| {
                (FileId(u32::try_from(index).expect("fewer than 2^32 files")), file)
            })
    }
}
