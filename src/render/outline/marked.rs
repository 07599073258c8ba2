//! The view of a shape, as templates take it, with marks in its holes.

use std::borrow::Cow;
use std::slice;

use tera::{Context, Map, Value};

use super::{MARK, Outline, Token};
use crate::render::view::COMPONENTS;

/// The field of a part that was made before: all that its component prints.
const MADE: &str = "made";

impl Outline {
    /// What the page's template takes.
    pub(in crate::render) fn page_context(&self) -> Context {
        let mut shape = Shape::of(self);
        let mut context = Context::new();
        while !shape.rest.is_empty() {
            context.insert_value(shape.field(), shape.value());
        }
        context
    }

    /// What the part's component takes; `None` for a page.
    pub(in crate::render) fn arguments(&self) -> Option<Context> {
        let (_, argument) = COMPONENTS.iter().find(|(name, _)| *name == self.name)?;
        let mut context = Context::new();
        context.insert_value(*argument, Shape::of(self).value());
        Some(context)
    }
}

/// A shape being read: what the tracer wrote.
struct Shape<'s> {
    rest: &'s [u8],
    fields: slice::Iter<'s, &'static str>,
    /// The number of the next hole.
    hole: usize,
}

impl<'s> Shape<'s> {
    fn of(outline: &'s Outline) -> Self {
        Shape { rest: outline.tokens(), fields: outline.fields.iter(), hole: 0 }
    }

    /// The name of the next field.
    fn field(&mut self) -> &'static str {
        self.fields.next().copied().unwrap_or_default()
    }

    fn take(&mut self, length: usize) -> &'s [u8] {
        let (taken, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn count(&mut self) -> u64 {
        u64::from_le_bytes(self.take(8).try_into().unwrap_or_default())
    }

    fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    fn word(&mut self) -> Cow<'s, str> {
        let length = self.byte();
        String::from_utf8_lossy(self.take(length.into()))
    }

    fn mark(&mut self) -> Value {
        let mark = format!("{}{}{}", MARK.0, self.hole, MARK.1);
        self.hole += 1;
        Value::safe_string(&mark)
    }

    fn value(&mut self) -> Value {
        let token = self.byte();
        match Token::ALL.iter().find(|known| **known as u8 == token) {
            None | Some(Token::None) => Value::none(),
            Some(Token::False) => false.into(),
            Some(Token::True) => true.into(),
            Some(Token::Count) => self.count().into(),
            Some(Token::Word) => self.word().into(),
            Some(Token::Text) => self.mark(),
            Some(Token::Part) => Map::from_iter([(MADE.into(), self.mark())]).into(),
            Some(Token::List) => {
                let length = self.count();
                (0..length).map(|_| self.value()).collect::<Vec<_>>().into()
            }
            Some(Token::View) => {
                let length = self.byte();
                let _name = (self.byte(), self.word());
                (0..length).map(|_| (self.field().into(), self.value())).collect::<Map>().into()
            }
        }
    }
}
