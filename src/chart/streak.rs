//! Years in a row, one cell each.

use super::count;
use crate::quantity::Quantity;

/// A run of years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Streak {
    /// How many years.
    pub years: u32,
}

impl Streak {
    /// The years by name, when the run ends in `last`.
    pub fn named(&self, last: u32) -> Vec<u32> {
        (0..self.years).rev().filter_map(|back| last.checked_sub(back)).collect()
    }
}

pub(super) fn draw(quantity: &Quantity) -> Streak {
    Streak { years: count(quantity) }
}

#[cfg(test)]
mod tests {
    use super::Streak;

    #[test]
    fn a_run_ends_in_its_last_year() {
        assert_eq!(Streak { years: 4 }.named(2022), [2019, 2020, 2021, 2022]);
    }
}
