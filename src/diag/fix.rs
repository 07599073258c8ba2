//! Changes that certainly mend a problem: they touch punctuation and space, never words or numbers.

use super::Span;

/// A change to the site folder that mends one problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// Texts put in the places of spans of one file, in order and apart from each other.
    Edit(Vec<Edit>),
    /// A file that is missing.
    Create {
        /// Its path in the site folder.
        path: String,
        /// Its text.
        text: String,
    },
}

/// A text put in the place of a span.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced; empty where something is put in.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

impl Edit {
    /// `text` with edits made in it; they are in order and apart from each other.
    pub fn make(edits: &[Edit], text: &str) -> String {
        let mut made = String::with_capacity(text.len() + 16);
        let mut done = 0;
        for edit in edits {
            made.push_str(&text[done..edit.span.start()]);
            made.push_str(&edit.text);
            done = edit.span.end();
        }
        made.push_str(&text[done..]);
        made
    }
}
