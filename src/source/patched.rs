//! YAML read on behind a mistake whose mending is certain: a patched copy, and the way back from its
//! bytes to those of the file.

use std::ops::Range;

use super::yaml::{Node, Value};
use crate::diag::Span;

/// A copy of a text with patches in it.
#[derive(Debug)]
pub(super) struct Patched<'t> {
    original: &'t str,
    text: String,
    patches: Vec<Patch>,
}

/// A replaced run of bytes, as they were counted when it was replaced.
#[derive(Debug)]
struct Patch {
    start: usize,
    old: usize,
    new: usize,
}

impl<'t> Patched<'t> {
    pub(super) fn new(original: &'t str) -> Self {
        Patched { original, text: original.to_owned(), patches: Vec::new() }
    }

    /// The copy as it is now.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Puts `with` in the place of `range` of the copy.
    pub(super) fn replace(&mut self, range: Range<usize>, with: &str) {
        self.patches.push(Patch { start: range.start, old: range.len(), new: with.len() });
        self.text.replace_range(range, with);
    }

    /// The byte of the original behind a byte of the copy.
    pub(super) fn origin(&self, position: usize) -> usize {
        let before = self.patches.iter().rev().fold(position, |at, patch| {
            if at >= patch.start + patch.new {
                at - patch.new + patch.old
            } else if at > patch.start {
                patch.start + (at - patch.start).min(patch.old)
            } else {
                at
            }
        });
        self.original.floor_char_boundary(before)
    }

    /// The span of the original behind one of the copy, both counted from `offset` in the file.
    pub(super) fn span(&self, span: Span, offset: usize) -> Span {
        let origin = |at: usize| offset + self.origin(at - offset);
        let start = origin(span.start());
        Span::new(span.file, start..origin(span.end()).max(start))
    }

    /// Gives a node and all in it their places in the original.
    pub(super) fn place(&self, node: &mut Node, offset: usize) {
        if self.patches.is_empty() {
            return;
        }
        node.span = self.span(node.span, offset);
        match &mut node.value {
            Value::List(items) => items.iter_mut().for_each(|item| self.place(item, offset)),
            Value::Map(entries) => entries.iter_mut().for_each(|(key, value)| {
                key.span = self.span(key.span, offset);
                self.place(value, offset);
            }),
            Value::Null | Value::Scalar(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Patched;

    #[test]
    fn places_lead_back_through_all_patches() {
        let mut patched = Patched::new("标题：a\n\tb：c\n");
        let colon = "标题".len();
        patched.replace(colon..colon + 3, ": ");
        let tab = patched.text().find('\t').unwrap();
        patched.replace(tab..tab + 1, "    ");
        assert_eq!(patched.text(), "标题: a\n    b：c\n");
        for (here, there) in [("a", "a"), ("\n", "\n"), ("b", "b"), ("c", "c")] {
            let at = patched.origin(patched.text().find(here).unwrap());
            assert_eq!(at, "标题：a\n\tb：c\n".find(there).unwrap(), "{here}");
        }
    }
}
