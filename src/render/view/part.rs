//! Parts of a page that one component fills in and no other template looks into. To templates they
//! are views like others; an [outline](super::super::outline) keeps them apart.

use serde::{Serialize, Serializer};

use super::{CardView, CompanionView, EntryView, SourceNumberView};

/// The components that fill in parts, each with the name of its argument.
pub(in crate::render) const COMPONENTS: [(&str, &str); 4] =
    [(CARD, "c"), (ENTRY, "e"), (ITEM, "r"), (QUOTED, "q")];

const CARD: &str = "card";
const ENTRY: &str = "entry";
const ITEM: &str = "item";
const QUOTED: &str = "quoted";

/// A view that is a part, by the name of its component.
struct Part<'v, V>(&'static str, &'v V);

impl<V: Serialize> Serialize for Part<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(self.0, self.1)
    }
}

/// The cards of a column.
struct Column<'v>(&'v [CardView]);

impl Serialize for Column<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        cards(self.0, serializer)
    }
}

pub(super) fn cards<S: Serializer>(cards: &[CardView], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(cards.iter().map(|card| Part(CARD, card)))
}

pub(super) fn columns<S: Serializer>(
    columns: &[Vec<CardView>],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(columns.iter().map(|column| Column(column)))
}

pub(super) fn entries<S: Serializer>(
    entries: &[EntryView],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(entries.iter().map(|entry| Part(ENTRY, entry)))
}

pub(super) fn items<S: Serializer>(
    rows: &[CompanionView],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(rows.iter().map(|row| Part(ITEM, row)))
}

pub(super) fn quoted<S: Serializer>(
    numbers: &[SourceNumberView],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(numbers.iter().map(|number| Part(QUOTED, number)))
}
