//! A view as its shape and its texts.
//!
//! The shape is all that templates ask of a view beside printing it: which fields are there, how long
//! lists are, what is true, which text is empty. Holes stand in it for the texts. Pages of one shape
//! differ in their texts alone, so that a template is filled in once for all of them.

mod marked;
mod trace;

use std::ops::Range;

use serde::Serialize;
use tera::Value;

pub(super) use trace::{Tracer, Untraceable};

/// What stands for a hole in a template's output: its number between two noncharacters of Unicode.
pub(super) const MARK: (char, char) = ('\u{FDD0}', '\u{FDD1}');

/// What templates take: as a value, or by its outline.
pub(super) trait View {
    /// The whole view.
    fn value(&self) -> Value;

    /// Adds it to a page's outline as the field `key`.
    fn trace(&self, key: &'static str, tracer: &mut Tracer) -> Result<(), Untraceable>;
}

impl<V: Serialize> View for V {
    fn value(&self) -> Value {
        Value::from_serializable(self)
    }

    fn trace(&self, key: &'static str, tracer: &mut Tracer) -> Result<(), Untraceable> {
        tracer.field(key, self)
    }
}

/// A page, or a part of one that has a component of its own.
#[derive(Debug)]
pub(super) struct Outline {
    /// The name of the template or component.
    pub(super) name: &'static str,
    /// What page it is, or is a part of.
    pub(super) kind: &'static str,
    /// Name, kind, then [tokens](Token): two outlines with the same bytes are filled in alike.
    pub(super) shape: Vec<u8>,
    /// The names of the fields of all views in it, in their order. The shape does not have them: the
    /// name of a view says which fields it has.
    fields: Vec<&'static str>,
    /// What fills the holes of the shape, in their order.
    pub(super) holes: Vec<Hole>,
}

/// What fills a hole.
#[derive(Debug)]
pub(super) enum Hole {
    /// A range of the page's texts.
    Text(Range<usize>),
    /// A part, filled in by its component.
    Part(Box<Outline>),
}

impl Outline {
    fn new(name: &'static str, kind: &'static str) -> Self {
        let mut shape = Vec::with_capacity(256);
        for word in [name, kind] {
            shape.extend_from_slice(word.as_bytes());
            shape.push(0);
        }
        let (fields, holes) = (Vec::with_capacity(32), Vec::with_capacity(16));
        Outline { name, kind, shape, fields, holes }
    }

    /// The tokens of the shape.
    fn tokens(&self) -> &[u8] {
        &self.shape[self.name.len() + self.kind.len() + 2..]
    }
}

/// What a shape consists of: a byte each, some with more behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Token {
    /// Nothing.
    None,
    False,
    True,
    /// A count that decides something: eight bytes.
    Count,
    /// A word of the program: its length in one byte, then the word.
    Word,
    /// A hole for a text.
    Text,
    /// A hole for a part.
    Part,
    /// A list: its length in eight bytes, then its items.
    List,
    /// A view: how many fields it has in one byte, its name as a word, then the values of the fields.
    View,
}

impl Token {
    const ALL: [Token; 9] = [
        Token::None,
        Token::False,
        Token::True,
        Token::Count,
        Token::Word,
        Token::Text,
        Token::Part,
        Token::List,
        Token::View,
    ];
}
