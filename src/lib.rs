//! shushuo turns a report into a bilingual site in which every number can prove itself.

pub mod lang;
pub mod quantity;
