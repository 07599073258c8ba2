//! Front matter and Markdown of one file, parsed: a [`Document`].

mod body;
mod emphasis;
mod frame;
mod front;
mod heading;
mod link;
mod markdown;
mod name;
pub mod shape;
mod table;
mod waiver;
mod writer;
#[cfg(test)]
mod tests;

pub use body::{Block, BlockKind, Body, Origins, Reference, Slot, SlotKind, Waiver};
pub use front::{
    Direction, Entry, FormulaEntry, FrontMatter, MOST_COMPANIONS, MOST_TAGS, Role, Words,
    is_figure_id,
};

use std::collections::BTreeSet;
use std::sync::Arc;

use waiver::waiver_code;

use crate::diag::{Code, Diagnostic, FileId, Sink, Span, Text};
use crate::lang::Lang;
use crate::memo::{Memo, Same};
use crate::source::shape::{is_left_to_write, left_to_write};
use crate::source::{Config, File, Files};

/// One content file, parsed.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file it was read from.
    pub file: FileId,
    /// Its path in the site folder: `content/visitors.zh.md`.
    pub path: String,
    /// Its name in addresses, with the folders below `content/`: `visitors`, `2022/visitors`.
    pub slug: String,
    /// The language of its text.
    pub lang: Lang,
    /// What page it is.
    pub role: Role,
    /// Its front matter; the same one as in the run before, if it has not changed.
    pub front: Arc<FrontMatter>,
    /// Its Markdown.
    pub body: Body,
}

/// What the content folder holds.
#[derive(Debug, Default)]
pub struct Content {
    /// The files that could be parsed, in the order of their paths.
    pub documents: Vec<Arc<Document>>,
    /// The slugs of files that could not be. What is wrong with them has been reported; that they
    /// are missing from the site need not be.
    pub unread: BTreeSet<String>,
}

/// What was parsed in the run before.
#[derive(Debug)]
pub struct Memory {
    heads: Memo<HeadInput, Option<Head>>,
    documents: Memo<Input, Option<Arc<Document>>>,
}

impl Memory {
    /// A memory that keeps nothing.
    pub fn forgetful() -> Self {
        Memory { heads: Memo::forgetful(), documents: Memo::forgetful() }
    }

    /// A memory for a site that is parsed again and again.
    pub fn keeping() -> Self {
        Memory { heads: Memo::keeping(), documents: Memo::keeping() }
    }
}

/// What front matter is made from.
#[derive(Debug)]
struct HeadInput {
    id: FileId,
    file: Same<File>,
    is_original: bool,
}

impl PartialEq for HeadInput {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
            && self.is_original == other.is_original
            && (self.file == other.file
                || self.file.is_readable() == other.file.is_readable()
                    && front::part(self.file.text()) == front::part(other.file.text()))
    }
}

/// Front matter, and where the Markdown behind it starts.
#[derive(Debug, Clone)]
struct Head {
    front: Same<FrontMatter>,
    body: usize,
}

/// What a document is made from.
#[derive(Debug, PartialEq)]
struct Input {
    id: FileId,
    file: Same<File>,
    name: Name,
    /// `None` where the front matter cannot be read, which has been reported.
    front: Option<Same<FrontMatter>>,
    body: usize,
    raw_html: bool,
}

/// Parses every Markdown file below `content/`.
pub fn parse(files: &Files, config: &Config, memory: &mut Memory, sink: &mut Sink) -> Content {
    let markdown = files.below("content/").filter(|(_, file)| file.path.ends_with(".md"));
    let named: Vec<(FileId, &Arc<File>, Name)> = markdown
        .filter_map(|(id, file)| Some((id, file, Name::read(&file.path, id, sink)?)))
        .collect();
    let heads = named.iter().map(|(id, file, name)| HeadInput {
        id: *id,
        file: Same::of(file),
        is_original: name.lang == config.original,
    });
    let heads = memory.heads.collect(heads.collect(), sink, head);
    let inputs = named.iter().zip(heads).map(|((id, file, name), head)| Input {
        id: *id,
        file: Same::of(file),
        name: name.clone(),
        body: head.as_ref().map_or(0, |head| head.body),
        front: head.map(|head| head.front),
        raw_html: config.raw_html,
    });
    let documents = memory.documents.collect(inputs.collect(), sink, document);
    let other = name::report_other_endings(files, sink);
    let mut content = Content { unread: other.into_iter().collect(), ..Content::default() };
    for ((_, _, name), document) in named.into_iter().zip(documents) {
        match document {
            Some(document) => content.documents.push(document),
            None => {
                content.unread.insert(name.slug);
            }
        }
    }
    content
}

fn head(input: &HeadInput, sink: &mut Sink) -> Option<Head> {
    let file = &input.file;
    if !file.is_readable() {
        return None;
    }
    let (front, body) = FrontMatter::parse(input.id, file.text(), input.is_original, sink)?;
    Some(Head { front: Same(Arc::new(front)), body })
}

fn document(input: &Input, sink: &mut Sink) -> Option<Arc<Document>> {
    let Input { id, file, name, .. } = input;
    let front = Arc::clone(&input.front.as_ref()?.0);
    let ids: Vec<&str> = front.figures.iter().map(|entry| entry.id.value.as_str()).collect();
    let options = markdown::Options { lang: name.lang, raw_html: input.raw_html, taken_ids: &ids };
    let body = markdown::parse(*id, file.text(), input.body, &options, sink);
    for block in body.blocks.iter().filter(|block| is_left_to_write(&block.text)) {
        sink.push(left_to_write(block.span));
    }
    Some(Arc::new(Document {
        file: *id,
        path: file.path.clone(),
        slug: name.slug.clone(),
        lang: name.lang,
        role: name.role,
        front,
        body,
    }))
}

/// What a file's name says: `content/2022/visitors.zh.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    slug: String,
    lang: Lang,
    role: Role,
}

/// Names that other pages and folders of the built site have.
const RESERVED: [&str; 8] = ["index", "methods", "404", "sitemap", "zh", "en", "page", "feed"];
/// Folders of the built site that hold generated pages.
const RESERVED_FOLDERS: [&str; 7] = ["figures", "source", "tags", "data", "assets", "zh", "en"];

impl Name {
    fn read(path: &str, file: FileId, sink: &mut Sink) -> Option<Name> {
        let stem = path.strip_prefix("content/")?.strip_suffix(".md")?;
        let Some((slug, lang)) =
            stem.rsplit_once('.').and_then(|(slug, code)| Some((slug, Lang::from_code(code)?)))
        else {
            let message = text!("bad-name.language", path = path);
            sink.push(
                Diagnostic::new(Code::BadName, Span::whole(file), message)
                    .hint(name::with_language(stem)),
            );
            return None;
        };
        let role = match slug {
            "_home" => Role::Home,
            "_methods" => Role::Methods,
            _ => Role::Section,
        };
        if role == Role::Section {
            check_slug(slug, file, sink)?;
        }
        Some(Name { slug: slug.to_owned(), lang, role })
    }
}

/// Slugs become file names everywhere and addresses on the web.
fn check_slug(slug: &str, file: FileId, sink: &mut Sink) -> Option<()> {
    let Some((message, hint)) = slug_fault(slug) else { return Some(()) };
    sink.push(Diagnostic::new(Code::BadName, Span::whole(file), message).hint(hint));
    None
}

/// Why no section can have this name, and what to do; `None` where one can.
pub fn slug_fault(slug: &str) -> Option<(Text, Text)> {
    let folder = slug.split_once('/').map(|(folder, _)| folder);
    let reserved = RESERVED.contains(&slug)
        || folder.is_some_and(|folder| RESERVED_FOLDERS.contains(&folder))
        || slug
            .strip_prefix("page-")
            .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    let letter = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    let part = |part: &str| {
        !part.is_empty()
            && part.len() <= 200
            && !part.starts_with(['.', '_'])
            && part.chars().all(letter)
    };
    if reserved {
        Some((text!("bad-name.reserved", name = slug), text!("bad-name.reserved-hint")))
    } else if !slug.split('/').all(part) {
        Some((text!("bad-name", name = slug), text!("bad-name.hint")))
    } else {
        None
    }
}
