//! The figures of one card, as a picture has to know them.

use super::{Figure, Figures};
use crate::quantity::{Period, Quantity};

/// How much a figure says, and of when.
#[derive(Debug, Clone, Copy)]
pub struct Member<'a> {
    /// The figure's value.
    pub quantity: &'a Quantity,
    /// The time that it is about, where its words name a date.
    pub period: Option<Period>,
}

/// A figure and its companions.
#[derive(Debug, Clone)]
pub struct Group<'a> {
    /// The card's own figure.
    pub own: Member<'a>,
    /// Its companions, in order.
    pub companions: Vec<Member<'a>>,
}

impl<'a> Group<'a> {
    /// The group of a figure among all of the site; `None` while one of its values could not be
    /// read.
    pub fn of(figure: &'a Figure, figures: &'a Figures) -> Option<Self> {
        let companions = figure.with.iter().map(|other| Member::of(&figures[*other]));
        Some(Group { own: Member::of(figure)?, companions: companions.collect::<Option<_>>()? })
    }

    /// All of them, the card's own first.
    pub fn members(&self) -> impl Iterator<Item = Member<'a>> + '_ {
        std::iter::once(self.own).chain(self.companions.iter().copied())
    }
}

impl<'a> Member<'a> {
    fn of(figure: &'a Figure) -> Option<Self> {
        Some(Member { quantity: figure.quantity.as_ref()?, period: figure.dates })
    }
}
