//! Finds all quotes of a source in one pass over its text, whatever their number.

use std::ops::Range;

use memchr::memmem;

use super::fold::Folded;

/// The most places of one quote that are kept; a quote that stands so often proves no more by
/// standing elsewhere too.
const MOST_PLACES: usize = 256;

/// Longer quotes, in bytes, are looked for one by one: comparing them with a text that repeats itself
/// as they do takes their length at every place.
const LONGEST: usize = 1024;

/// For each of the folded `quotes`, the byte ranges of the original at which it stands.
pub(crate) fn find_all(source: &Folded, quotes: &[&Folded]) -> Vec<Vec<Range<usize>>> {
    let short = quotes.iter().filter(|quote| quote.text().len() <= LONGEST).copied();
    let mut found = find_short(source, &short.collect::<Vec<_>>()).into_iter();
    let places = |quote: &&Folded| match quote.text().len() {
        ..=LONGEST => found.next().unwrap_or_default(),
        _ => find_long(source, quote.text()),
    };
    quotes.iter().map(places).collect()
}

/// The places of one quote, found in time in proportion to the text (Two-Way, Crochemore and Perrin).
fn find_long(source: &Folded, quote: &str) -> Vec<Range<usize>> {
    let (text, finder) = (source.text(), memmem::Finder::new(quote));
    let next = |from: &usize| finder.find(&text.as_bytes()[from + 1..]).map(|at| from + 1 + at);
    let places = std::iter::successors(finder.find(text.as_bytes()), next);
    places.take(MOST_PLACES).map(|start| source.original(start..start + quote.len())).collect()
}

/// The places of quotes of ordinary length.
fn find_short(source: &Folded, quotes: &[&Folded]) -> Vec<Vec<Range<usize>>> {
    let needles = Needles::new(quotes);
    let mut places: Vec<Vec<Range<usize>>> = vec![Vec::new(); needles.sorted.len()];
    let text = source.text();
    let mut unfinished = needles.sorted.len();
    for (start, _) in text.char_indices() {
        if unfinished == 0 {
            break;
        }
        needles.at(&text[start..], |needle, length| {
            let places = &mut places[needle];
            if places.len() == MOST_PLACES {
                return false;
            }
            places.push(source.original(start..start + length));
            unfinished -= usize::from(places.len() == MOST_PLACES);
            true
        });
    }
    let place_of = |quote: &&Folded| match needles.sorted.binary_search(&quote.text()) {
        Ok(needle) => places[needle].clone(),
        Err(_) => Vec::new(),
    };
    quotes.iter().map(place_of).collect()
}

/// The texts looked for, sorted, so that those a text begins with are found by bisection.
struct Needles<'a> {
    sorted: Vec<&'a str>,
    /// For each, the longest other one that it begins with.
    shorter: Vec<Option<usize>>,
    /// Which two-byte beginnings occur, so that most positions need no search.
    beginnings: Vec<bool>,
}

impl<'a> Needles<'a> {
    fn new(quotes: &[&'a Folded]) -> Self {
        let mut sorted: Vec<&str> =
            quotes.iter().map(|quote| quote.text()).filter(|text| !text.is_empty()).collect();
        sorted.sort_unstable();
        sorted.dedup();
        let mut shorter: Vec<Option<usize>> = Vec::with_capacity(sorted.len());
        for (index, needle) in sorted.iter().enumerate() {
            let mut candidate = index.checked_sub(1);
            while let Some(other) = candidate.filter(|other| !needle.starts_with(sorted[*other])) {
                candidate = shorter[other];
            }
            shorter.push(candidate);
        }
        let mut beginnings = vec![false; 1 << 16];
        for needle in &sorted {
            match needle.as_bytes() {
                [only] => {
                    let first = usize::from(*only) << 8;
                    beginnings[first..first + 256].fill(true);
                }
                bytes => beginnings[beginning(bytes)] = true,
            }
        }
        Needles { sorted, shorter, beginnings }
    }

    /// Reports every needle that `text` begins with, and its length, the longest first, until a
    /// report says that no more of this one are wanted: a shorter one is its beginning, and has
    /// been found as often.
    fn at(&self, text: &str, mut report: impl FnMut(usize, usize) -> bool) {
        if !self.beginnings[beginning(text.as_bytes())] {
            return;
        }
        let mut candidate = self.sorted.partition_point(|needle| *needle <= text).checked_sub(1);
        let Some(longest) = candidate.map(|needle| self.sorted[needle]) else { return };
        let same = |(one, other): &(u8, u8)| one == other;
        let shared = longest.bytes().zip(text.bytes()).take_while(same).count();
        while let Some(needle) = candidate {
            let length = self.sorted[needle].len();
            if length <= shared && !report(needle, length) {
                return;
            }
            candidate = self.shorter[needle];
        }
    }
}

fn beginning(bytes: &[u8]) -> usize {
    let first = bytes.first().map_or(0, |byte| usize::from(*byte));
    let second = bytes.get(1).map_or(0, |byte| usize::from(*byte));
    first << 8 | second
}

#[cfg(test)]
mod tests {
    use super::{Folded, find_all};

    fn found(source: &str, quotes: &[&str]) -> Vec<Vec<String>> {
        let folded: Vec<Folded> = quotes.iter().map(|quote| Folded::new(quote)).collect();
        let places = find_all(&Folded::new(source), &folded.iter().collect::<Vec<_>>());
        let text = |range: std::ops::Range<usize>| source[range].to_owned();
        places.into_iter().map(|ranges| ranges.into_iter().map(text).collect()).collect()
    }

    #[test]
    fn quotes_that_begin_alike_or_overlap_are_all_found() {
        let source = "读者125万人,其中少儿\n读者144万人";
        assert_eq!(
            found(source, &["读者", "读者125万人", "少儿读者", "万人", "读者99", "人"]),
            [
                vec!["读者", "读者"],
                vec!["读者125万人"],
                vec!["少儿\n读者"],
                vec!["万人", "万人"],
                vec![],
                vec!["人", "人"],
            ]
        );
    }

    #[test]
    fn long_quotes_are_found_beside_short_ones() {
        let (once, twice) = ("一二三".repeat(200), "一二三".repeat(201));
        let places = found(&format!("甲{twice}乙"), &["甲一", &once, "三乙", &twice]);
        let counts: Vec<usize> = places.iter().map(Vec::len).collect();
        assert_eq!(counts, [1, 2, 1, 1]);
        assert!(once.len() > super::LONGEST);
    }

    #[test]
    fn the_search_agrees_with_a_plain_one() {
        let source = "abracadabra abracadabra 啊啊啊";
        let quotes = ["a", "abra", "abracadabra", "bra", "cad", "啊啊", "啊", "z"];
        for (quote, places) in quotes.iter().zip(found(source, &quotes)) {
            let expected: Vec<usize> = (0..source.len())
                .filter(|start| {
                    source.is_char_boundary(*start) && source[*start..].starts_with(quote)
                })
                .collect();
            assert_eq!(places.len(), expected.len(), "{quote}");
        }
    }
}
