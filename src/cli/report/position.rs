//! Bytes of a file as lines and columns.

use serde::Serialize;

/// A place in a text as people and editors name it: both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Position {
    /// The line.
    pub(crate) line: usize,
    /// The character in the line.
    pub(crate) column: usize,
}

/// Finds positions in a text. Asked in the order of the text it reads each byte once, so that ten
/// thousand findings on one endless line cost no more than one.
#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    offset: usize,
    position: Position,
}

impl<'a> Cursor<'a> {
    /// A cursor at the start of `text`.
    pub(crate) fn new(text: &'a str) -> Self {
        Cursor { text, offset: 0, position: Position { line: 1, column: 1 } }
    }

    /// The position of a byte; one behind the end, or inside a character, is moved back.
    pub(crate) fn at(&mut self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        if offset < self.offset {
            *self = Cursor::new(self.text);
        }
        let between = &self.text[self.offset..offset];
        match between.rfind('\n') {
            Some(end) => {
                self.position.line += between.bytes().filter(|byte| *byte == b'\n').count();
                self.position.column = 1 + between[end + 1..].chars().count();
            }
            None => self.position.column += between.chars().count(),
        }
        self.offset = offset;
        self.position
    }

    /// The position of a byte, without moving on to it.
    pub(crate) fn peek(&self, offset: usize) -> Position {
        self.clone().at(offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: usize) -> (usize, usize) {
        let position = Cursor::new(text).at(offset);
        (position.line, position.column)
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("接待384万人", "接待".len()), (1, 3));
        assert_eq!(at("one\ntwo", 4), (2, 1));
        assert_eq!(at("一\n\t二", "一\n\t".len()), (2, 2));
        assert_eq!(at("𝟚x", 4), (1, 2));
    }

    #[test]
    fn offsets_outside_are_moved_into_the_text() {
        assert_eq!(at("一", 1), (1, 1));
        assert_eq!(at("一\n", 99), (2, 1));
        assert_eq!(at("one", 99), (1, 4));
    }

    #[test]
    fn the_order_of_questions_does_not_matter() {
        let text = "一二\n三四五\n\n六";
        let offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).collect();
        let mut cursor = Cursor::new(text);
        for offset in offsets.iter().chain(offsets.iter().rev()) {
            assert_eq!(cursor.peek(*offset), Cursor::new(text).at(*offset));
            assert_eq!(cursor.at(*offset), Cursor::new(text).at(*offset));
        }
    }
}
