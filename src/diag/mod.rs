//! What can be wrong with a site's content, and where.
//!
//! A [`Diagnostic`] says its message in the author's words and offers an action as a hint. It holds
//! message ids and arguments only: the words are in `messages/`, one file per language, and
//! printing lives in the command line.

mod code;
mod fix;
mod message;

pub use code::Code;
pub use fix::{Edit, Fix};
pub use message::{Argument, Catalog, Text};

use serde::Serialize;

/// Builds a [`Text`] from its id in the message catalogues and its arguments:
/// `text!("unknown-key", key = name)`.
#[macro_export]
macro_rules! text {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::diag::Text::new($id, vec![$((stringify!($name), $crate::diag::Argument::from($value))),*])
    };
}

// Below the macro, which it uses.
mod sink;

pub use sink::{MOST_AT_ONCE, Sink, abridge, collect_parallel};

/// A file of the site folder: its place in the sorted list of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A run of bytes in a file; the end is exclusive. A large site has millions of spans, and no file
/// that is read as text is so large that a place in it needs more than 32 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    start: u32,
    end: u32,
}

impl Span {
    /// The span of `range` in `file`.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        let place = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        Span { file, start: place(range.start), end: place(range.end) }
    }

    /// The very start of a file, for what concerns the file as a whole.
    pub fn whole(file: FileId) -> Self {
        Span { file, start: 0, end: 0 }
    }

    /// Some bytes of this run, counted from its first.
    pub fn part(self, range: std::ops::Range<usize>) -> Self {
        Span::new(self.file, self.start() + range.start..self.start() + range.end)
    }

    /// The run from here to the end of another one in the same file, or to its own where that is
    /// further.
    pub fn up_to(self, other: Span) -> Self {
        Span { end: self.end.max(other.end), ..self }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        usize::try_from(self.start).unwrap_or(usize::MAX)
    }

    /// The byte behind the last.
    pub fn end(self) -> usize {
        usize::try_from(self.end).unwrap_or(usize::MAX)
    }

    /// The bytes in the file.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start()..self.end()
    }
}

/// A value with the place it was written at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth mending; the site is published all the same.
    Warning,
    /// The site is not published.
    Error,
}

/// One problem with the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable name of what was found.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: Text,
    /// Where; `None` only for what has no place in any file.
    pub span: Option<Span>,
    /// Other places that matter, each with a word on why.
    pub labels: Vec<(Span, Text)>,
    /// Actions that mend it.
    pub hints: Vec<Text>,
    /// The change that mends it, where that is certain.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A problem of the code's own severity.
    pub fn new(code: Code, span: Span, message: Text) -> Self {
        Diagnostic {
            code,
            severity: code.severity(),
            message,
            span: Some(span),
            labels: Vec::new(),
            hints: Vec::new(),
            fix: None,
        }
    }

    /// Adds an action that mends the problem.
    #[must_use]
    pub fn hint(mut self, hint: Text) -> Self {
        self.hints.push(hint);
        self
    }

    /// Adds the action if there is one.
    #[must_use]
    pub fn hint_if(mut self, hint: Option<Text>) -> Self {
        self.hints.extend(hint);
        self
    }

    /// Adds the change that certainly mends the problem.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn label(mut self, span: Span, text: Text) -> Self {
        self.labels.push((span, text));
        self
    }
}
