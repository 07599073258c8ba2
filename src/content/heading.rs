//! Ids of headings: stable for Chinese text, unique in a page.

use std::collections::{BTreeMap, BTreeSet};

/// Gives each heading of a page its id.
pub(super) struct Ids {
    used: BTreeSet<String>,
    /// The last number given to a text that several headings have.
    numbers: BTreeMap<String, usize>,
}

impl Ids {
    /// Starts with the ids that cards of the page have.
    pub(super) fn new(taken: &[&str]) -> Self {
        Ids { used: taken.iter().map(|id| (*id).to_owned()).collect(), numbers: BTreeMap::new() }
    }

    /// The id for a heading's text: its letters and digits, in lower case, joined by hyphens; a
    /// number is added when the page has it already.
    pub(super) fn make(&mut self, text: &str) -> String {
        let words: Vec<String> = text
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let base = if words.is_empty() { "heading".to_owned() } else { words.join("-") };
        let mut id = base.clone();
        let number = self.numbers.entry(base.clone()).or_insert(1);
        while !self.used.insert(id.clone()) {
            *number += 1;
            id = format!("{base}-{number}");
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn ids_are_stable_and_unique() {
        let mut ids = Ids::new(&["jobs"]);
        assert_eq!(ids.make("借阅，教育"), "借阅-教育");
        assert_eq!(ids.make("How it works"), "how-it-works");
        assert_eq!(ids.make("How it works!"), "how-it-works-2");
        assert_eq!(ids.make("Jobs"), "jobs-2");
        assert_eq!(ids.make("……"), "heading");
    }
}
