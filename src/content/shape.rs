//! The keys that front matter may hold.

use crate::source::shape::{Key, Shape};

const UNIT: Shape =
    Shape::TextOr(&[Key::optional("one", Shape::Text), Key::required("other", Shape::Text)]);

/// A figure as an original declares it.
pub const FIGURE_KEYS: &[Key] = &[
    Key::optional("value", Shape::Text),
    Key::required("label", Shape::Text),
    Key::optional("quote", Shape::Text),
    Key::optional("derive", Shape::Text),
    Key::optional("show", Shape::Text),
    Key::optional("source", Shape::Text),
    Key::optional("unit", UNIT),
    Key::optional("display", Shape::Text),
    Key::optional("form", Shape::Text),
    Key::optional("with", Shape::List(&Shape::Text)),
    Key::optional("headline", Shape::Integer),
    Key::optional("period", Shape::Text),
    Key::optional("place", Shape::Text),
    Key::optional("note", Shape::Text),
    Key::optional("baseline", Shape::Text),
    Key::optional("direction", Shape::Choice(&["up-is-good", "down-is-good"])),
    Key::optional("allow", Shape::Map(&Shape::Text)),
];

const FIGURE: Shape = Shape::Record(FIGURE_KEYS);

/// The words that a translation gives a figure.
const FIGURE_WORDS: Shape = Shape::Record(&[
    Key::optional("label", Shape::Text),
    Key::optional("unit", UNIT),
    Key::optional("display", Shape::Text),
    Key::optional("period", Shape::Text),
    Key::optional("place", Shape::Text),
    Key::optional("note", Shape::Text),
    Key::optional("baseline", Shape::Text),
    Key::optional("allow", Shape::Map(&Shape::Text)),
]);

/// The front matter of an original.
pub const ORIGINAL: Shape = Shape::Record(&[
    Key::required("title", Shape::Text),
    Key::optional("summary", Shape::Text),
    Key::optional("order", Shape::Integer),
    Key::optional("source", Shape::Text),
    Key::optional("date", Shape::Date),
    Key::optional("tags", Shape::List(&Shape::Text)),
    Key::optional("period", Shape::Text),
    Key::optional("place", Shape::Text),
    Key::optional("figures", Shape::Map(&FIGURE)),
]);

/// The front matter of a translation: words only.
pub const TRANSLATION: Shape = Shape::Record(&[
    Key::required("title", Shape::Text),
    Key::optional("summary", Shape::Text),
    Key::optional("period", Shape::Text),
    Key::optional("place", Shape::Text),
    Key::optional("figures", Shape::Map(&FIGURE_WORDS)),
]);
