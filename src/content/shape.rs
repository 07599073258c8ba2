//! The keys that front matter may hold.

use crate::source::shape::{Key, Shape};

const UNIT: Shape =
    Shape::TextOr(&[Key::optional("one", Shape::Brief), Key::required("other", Shape::Brief)]);

/// A figure as an original declares it.
pub const FIGURE_KEYS: &[Key] = &[
    Key::optional("value", Shape::Text),
    Key::required("label", Shape::Text),
    Key::optional("quote", Shape::Prose),
    Key::optional("derive", Shape::Text),
    Key::optional("show", Shape::Text),
    Key::optional("source", Shape::Text),
    Key::optional("unit", UNIT),
    Key::optional("display", Shape::Brief),
    Key::optional("form", Shape::Text),
    Key::optional("with", Shape::List(&Shape::Text)),
    Key::optional("headline", Shape::Integer),
    Key::optional("period", Shape::Text),
    Key::optional("place", Shape::Text),
    Key::optional("note", Shape::Prose),
    Key::optional("baseline", Shape::Text),
    Key::optional("direction", Shape::Choice(&["up-is-good", "down-is-good"])),
    Key::optional("allow", Shape::Map(&Shape::Prose)),
];

const FIGURE: Shape = Shape::Record(FIGURE_KEYS);

/// The words that a translation gives a figure.
const FIGURE_WORDS: Shape = Shape::Record(&[
    Key::optional("label", Shape::Text),
    Key::optional("unit", UNIT),
    Key::optional("display", Shape::Brief),
    Key::optional("period", Shape::Text),
    Key::optional("place", Shape::Text),
    Key::optional("note", Shape::Prose),
    Key::optional("baseline", Shape::Text),
    Key::optional("allow", Shape::Map(&Shape::Prose)),
]);

/// The front matter of an original.
pub const ORIGINAL: Shape = Shape::Record(&[
    Key::required("title", Shape::Text),
    Key::optional("summary", Shape::Prose),
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
    Key::optional("summary", Shape::Prose),
    Key::optional("period", Shape::Text),
    Key::optional("place", Shape::Text),
    Key::optional("figures", Shape::Map(&FIGURE_WORDS)),
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileId, Sink};
    use crate::source::{CONFIG, META, yaml};

    fn names(shape: &Shape, found: &mut Vec<&'static str>) {
        match shape {
            Shape::Record(keys) | Shape::TextOr(keys) => {
                for key in *keys {
                    found.push(key.name);
                    names(&key.shape, found);
                }
            }
            Shape::List(inner) | Shape::Map(inner) => names(inner, found),
            _ => {}
        }
    }

    /// The list of keys in `source::keyless` is complete.
    #[test]
    fn every_key_is_known_without_its_colon() {
        let mut keys = Vec::new();
        for shape in [&ORIGINAL, &TRANSLATION, &CONFIG, &META] {
            names(shape, &mut keys);
        }
        assert!(keys.len() > 40);
        for key in keys {
            let text = format!("before: a\n{key} 甲\n");
            let mut sink = Sink::new();
            yaml::parse(FileId(0), &text, 0..text.len(), &mut sink);
            let found = sink.into_sorted();
            assert_eq!(found[0].message, text!("yaml-syntax.missing-colon", key = key), "{key}");
        }
    }
}
