//! Writing the outline of a view.

use std::fmt::{self, Display, Write};
use std::mem;

use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

use super::{Hole, Outline, Token};
use crate::render::view::{COMPONENTS, push_escaped};

/// A view holds what no template of the program takes: a fraction, a map, a list without end.
pub(in crate::render) type Untraceable = fmt::Error;

/// Writes the outline of a page. It takes what views hold: text, truth, counts, lists and views.
#[derive(Debug)]
pub(in crate::render) struct Tracer {
    /// The texts of the whole page, as they are printed.
    texts: String,
    outline: Outline,
    /// How the text that comes next is printed; a word of the program is part of the shape.
    next: Option<Print>,
}

/// How a text is printed.
#[derive(Debug, Clone, Copy)]
enum Print {
    AsItIs,
    Escaped,
}

impl Tracer {
    /// Begins the outline of a page of a kind, which a template fills in.
    pub(in crate::render) fn new(template: &'static str, kind: &'static str) -> Self {
        let texts = String::with_capacity(16 * 1024);
        Tracer { texts, outline: Outline::new(template, kind), next: None }
    }

    /// A field of the page.
    pub(super) fn field(
        &mut self,
        key: &'static str,
        view: &(impl Serialize + ?Sized),
    ) -> Result<(), Untraceable> {
        self.outline.fields.push(key);
        view.serialize(self)
    }

    /// The outline, and the texts that its holes are ranges of.
    pub(in crate::render) fn finish(self) -> (Outline, String) {
        (self.outline, self.texts)
    }

    fn push(&mut self, token: Token) {
        self.outline.shape.push(token as u8);
    }

    fn push_count(&mut self, token: Token, count: u64) {
        self.push(token);
        self.outline.shape.extend_from_slice(&count.to_le_bytes());
    }

    /// A word of less than 256 bytes.
    fn push_word(&mut self, word: &str) -> Result<(), Untraceable> {
        let length = u8::try_from(word.len()).map_err(|_| fmt::Error)?;
        self.push(Token::Word);
        self.outline.shape.push(length);
        self.outline.shape.extend_from_slice(word.as_bytes());
        Ok(())
    }

    /// A text; an empty one is part of the shape.
    fn push_text(&mut self, write: impl FnOnce(&mut String)) -> Result<(), Untraceable> {
        let start = self.texts.len();
        write(&mut self.texts);
        if self.texts.len() == start {
            return self.push_word("");
        }
        self.push(Token::Text);
        self.outline.holes.push(Hole::Text(start..self.texts.len()));
        Ok(())
    }
}

/// Kinds of values that no view has.
macro_rules! refused {
    ($($method:ident: $type:ty),* $(,)?) => {
        $(fn $method(self, _: $type) -> Result<(), Untraceable> { Err(fmt::Error) })*
    };
}

impl Serializer for &mut Tracer {
    type Ok = ();
    type Error = Untraceable;
    type SerializeSeq = Self;
    type SerializeTuple = Impossible<(), Untraceable>;
    type SerializeTupleStruct = Impossible<(), Untraceable>;
    type SerializeTupleVariant = Impossible<(), Untraceable>;
    type SerializeMap = Impossible<(), Untraceable>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Untraceable>;

    refused! {
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_f32: f32,
        serialize_f64: f64,
        serialize_char: char,
        serialize_bytes: &[u8],
    }

    /// Texts come as they are, not as values that templates share.
    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_bool(self, truth: bool) -> Result<(), Untraceable> {
        self.push(if truth { Token::True } else { Token::False });
        Ok(())
    }

    /// A measure, which templates only print.
    fn serialize_u32(self, measure: u32) -> Result<(), Untraceable> {
        if measure == 0 {
            self.push_count(Token::Count, 0);
            return Ok(());
        }
        self.push_text(|texts| {
            // Writing to a string cannot fail.
            let _ = write!(texts, "{measure}");
        })
    }

    /// A count, of which templates choose the words.
    fn serialize_u64(self, count: u64) -> Result<(), Untraceable> {
        self.push_count(Token::Count, count);
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Untraceable> {
        match self.next.take() {
            None => self.push_word(text),
            Some(Print::AsItIs) => self.push_text(|texts| texts.push_str(text)),
            Some(Print::Escaped) => self.push_text(|texts| push_escaped(texts, text)),
        }
    }

    /// A number that a type prints by itself.
    fn collect_str<T: Display + ?Sized>(self, text: &T) -> Result<(), Untraceable> {
        self.next.take().ok_or(fmt::Error)?;
        self.push_text(|texts| {
            // Writing to a string cannot fail; numbers have nothing to escape.
            let _ = write!(texts, "{text}");
        })
    }

    fn serialize_none(self) -> Result<(), Untraceable> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Untraceable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Untraceable> {
        self.push(Token::None);
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Untraceable> {
        Err(fmt::Error)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
    ) -> Result<(), Untraceable> {
        Err(fmt::Error)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Untraceable> {
        match name {
            "Html" => self.next = Some(Print::AsItIs),
            "Words" | "Length" => self.next = Some(Print::Escaped),
            _ if COMPONENTS.iter().any(|(component, _)| *component == name) => {
                let part = Outline::new(name, self.outline.kind);
                let outer = mem::replace(&mut self.outline, part);
                value.serialize(&mut *self)?;
                let part = mem::replace(&mut self.outline, outer);
                self.push(Token::Part);
                self.outline.holes.push(Hole::Part(Box::new(part)));
                return Ok(());
            }
            _ => {}
        }
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Untraceable> {
        Err(fmt::Error)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Untraceable> {
        let length = length.and_then(|length| u64::try_from(length).ok()).ok_or(fmt::Error)?;
        self.push_count(Token::List, length);
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Untraceable> {
        Err(fmt::Error)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Untraceable> {
        Err(fmt::Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Untraceable> {
        Err(fmt::Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Untraceable> {
        Err(fmt::Error)
    }

    fn serialize_struct(self, name: &'static str, length: usize) -> Result<Self, Untraceable> {
        self.push(Token::View);
        self.outline.shape.push(u8::try_from(length).map_err(|_| fmt::Error)?);
        self.push_word(name)?;
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Untraceable> {
        Err(fmt::Error)
    }
}

impl SerializeSeq for &mut Tracer {
    type Ok = ();
    type Error = Untraceable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Untraceable> {
        item.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Untraceable> {
        Ok(())
    }
}

impl SerializeStruct for &mut Tracer {
    type Ok = ();
    type Error = Untraceable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Untraceable> {
        self.field(key, value)
    }

    fn end(self) -> Result<(), Untraceable> {
        Ok(())
    }
}
