//! A list of words that are looked up at a place in a text, the longest match first.

use std::ops::Range;

use super::gaps::{gap_after, gap_before, wide_gap};

/// Words with what each stands for, ready for looking forward or backward from a place.
///
/// A trie over folded bytes: the children of a node stand side by side, sorted.
pub(crate) struct WordMap<T> {
    /// The root first.
    nodes: Vec<Node<T>>,
    /// The byte that leads to each node.
    bytes: Vec<u8>,
    /// The node of each first byte, 0 where no word begins so.
    firsts: [u16; 256],
    /// What words begin with, a bit for each. It is small, because lists are many.
    beginnings: [u64; BEGINNINGS / 64],
    fold: Fold,
    backward: bool,
}

struct Node<T> {
    children: Range<usize>,
    /// What the word stands for that ends here.
    meaning: Option<T>,
}

/// How a text's bytes are folded before they are compared with a word's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fold {
    /// A line break inside a word is passed over: Chinese breaks lines anywhere.
    BreaksVanish,
    /// White space and a lone hyphen count as one space: `percentage-point`.
    BreaksAreSpaces,
}

impl<T: Copy> WordMap<T> {
    /// Words to be found beginning at a place.
    pub(crate) fn forward<'w>(fold: Fold, words: impl IntoIterator<Item = (&'w str, T)>) -> Self {
        Self::new(fold, false, words)
    }

    /// Words to be found ending at a place.
    pub(crate) fn backward<'w>(fold: Fold, words: impl IntoIterator<Item = (&'w str, T)>) -> Self {
        Self::new(fold, true, words)
    }

    fn new<'w>(fold: Fold, backward: bool, words: impl IntoIterator<Item = (&'w str, T)>) -> Self {
        let mut entries: Vec<(Vec<u8>, T)> = words
            .into_iter()
            .map(|(word, meaning)| {
                let mut key = fold_word(word, fold);
                if backward {
                    key.reverse();
                }
                (key, meaning)
            })
            .collect();
        // A stable sort: of two equal words the first one listed wins.
        entries.sort_by(|left, right| left.0.cmp(&right.0));
        entries.dedup_by(|later, earlier| later.0 == earlier.0);
        let mut beginnings = [0; BEGINNINGS / 64];
        let mut set = |near: [u8; 3]| {
            if let Some(beginning) = beginning(near, backward) {
                let bit = bit(beginning);
                beginnings[bit / 64] |= 1 << (bit % 64);
            }
        };
        for (key, _) in &entries {
            match key[..] {
                [] => {}
                [first] => (0..=u8::MAX).for_each(|second| set([first, second, 0])),
                [first, second] => set([first, second, 0]),
                [first, second, third, ..] => set([first, second, third]),
            }
        }
        let (nodes, bytes) = trie(&entries);
        let mut firsts = [0; 256];
        for first in nodes[0].children.clone() {
            firsts[usize::from(bytes[first])] = u16::try_from(first).unwrap_or_default();
        }
        WordMap { nodes, bytes, firsts, beginnings, fold, backward }
    }

    /// The longest word at `at` for which `fits` holds of its far end, and that end.
    pub(crate) fn longest(
        &self,
        text: &str,
        at: usize,
        fits: impl Fn(usize) -> bool,
    ) -> Option<(usize, T)> {
        if !self.may_begin(text.as_bytes(), at) {
            return None;
        }
        let mut steps = Steps { bytes: text.as_bytes(), at, fold: self.fold };
        let mut node = usize::from(self.firsts[usize::from(self.step(&mut steps)?)]);
        let mut best = None;
        while node > 0 {
            let Node { children, meaning } = &self.nodes[node];
            if let Some(meaning) = *meaning
                && fits(steps.at)
            {
                best = Some((steps.at, meaning));
            }
            if children.is_empty() {
                break;
            }
            let Some(byte) = self.step(&mut steps) else { break };
            let child = self.bytes[children.clone()].iter().position(|it| *it == byte);
            node = child.map_or(0, |child| children.start + child);
        }
        best
    }

    /// The words of a text from left to right, the longest at each place; one may begin inside of another.
    /// English ones begin where no letter or digit stands before; `fits` says whether one may end at a
    /// place.
    pub(crate) fn all<'t>(
        &'t self,
        text: &'t str,
        fits: impl Fn(usize) -> bool + 't,
    ) -> impl Iterator<Item = (Range<usize>, T)> + 't {
        debug_assert!(!self.backward, "the words of a text are looked for forward");
        let bytes = text.as_bytes();
        let is_spaced = self.fold == Fold::BreaksAreSpaces;
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < bytes.len() {
                let start = at;
                let (length, may_begin) = match bytes[at..] {
                    [first @ 0xE0..0xF0, second, third, ..] => {
                        (3, self.has_beginning([first, second, third, 0]))
                    }
                    [first, ..] if is_spaced && first.is_ascii_alphanumeric() => {
                        let word = bytes[at..].iter().take_while(|it| it.is_ascii_alphanumeric());
                        (word.count(), self.may_begin(bytes, at))
                    }
                    [0..=b' ', ..] => (1, false),
                    [0..0xC0, ..] => (1, self.may_begin(bytes, at)),
                    [0xC0..0xE0, ..] => (2, self.may_begin(bytes, at)),
                    _ => (4, self.may_begin(bytes, at)),
                };
                at += length;
                if may_begin
                    && gap_after(bytes, start) == 0
                    && let Some((end, meaning)) = self.longest(text, start, &fits)
                {
                    return Some((start..end, meaning));
                }
            }
            None
        })
    }

    /// Whether a word may begin at a place. Most places of a text need no more.
    #[inline]
    fn may_begin(&self, bytes: &[u8], at: usize) -> bool {
        let near = if self.backward {
            at.checked_sub(3).map(|third| [bytes[third + 2], bytes[third + 1], bytes[third]])
        } else {
            bytes.get(at..at + 3).map(|near| [near[0], near[1], near[2]])
        };
        near.and_then(|near| beginning(near, self.backward))
            .is_none_or(|beginning| self.has_beginning(beginning))
    }

    #[inline]
    fn has_beginning(&self, beginning: [u8; 4]) -> bool {
        let bit = bit(beginning);
        self.beginnings[bit / 64] >> (bit % 64) & 1 == 1
    }

    #[inline]
    fn step(&self, steps: &mut Steps<'_>) -> Option<u8> {
        let at = if self.backward { steps.at.checked_sub(1)? } else { steps.at };
        let plain = PLAIN[usize::from(self.backward)][usize::from(*steps.bytes.get(at)?)];
        if plain == GAP {
            return if self.backward { steps.back() } else { steps.next() };
        }
        steps.at = if self.backward { at } else { at + 1 };
        Some(plain)
    }
}

/// The nodes of a trie over sorted words, and the byte that leads to each.
fn trie<T: Copy>(entries: &[(Vec<u8>, T)]) -> (Vec<Node<T>>, Vec<u8>) {
    let (mut nodes, mut bytes) = (vec![Node { children: 0..0, meaning: None }], vec![0]);
    // The words below each node, and how many of their bytes lead to it.
    let mut below = vec![(entries, 0)];
    for index in 0.. {
        let Some((words, depth)) = below.get(index).copied() else { break };
        let (ends, longer) = words.split_at(words.partition_point(|(word, _)| word.len() == depth));
        let start = nodes.len();
        for words in longer.chunk_by(|one, other| one.0[depth] == other.0[depth]) {
            nodes.push(Node { children: 0..0, meaning: None });
            bytes.push(words[0].0[depth]);
            below.push((words, depth + 1));
        }
        let meaning = ends.first().map(|(_, meaning)| *meaning);
        nodes[index] = Node { children: start..nodes.len(), meaning };
    }
    (nodes, bytes)
}

/// How many beginnings are told apart.
const BEGINNINGS: usize = 4096;

/// What a word begins with, from three bytes as they are read: two letters of ASCII, or a character of
/// three bytes. `None` for anything else, and where a gap may stand.
#[inline]
fn beginning([first, second, third]: [u8; 3], backward: bool) -> Option<[u8; 4]> {
    let plain = |byte: u8| Some(PLAIN[usize::from(backward)][usize::from(byte)]);
    let is_known = |plain: &u8| *plain != GAP;
    if first.is_ascii() {
        return Some([plain(first).filter(is_known)?, plain(second).filter(is_known)?, 0, 0]);
    }
    let letter = if backward { [third, second, first] } else { [first, second, third] };
    let is_told = letter[0] >= 0xE0 && wide_gap(&letter) == 0;
    is_told.then_some([first, second, third, 0])
}

/// The bit of a beginning.
#[inline]
fn bit(beginning: [u8; 4]) -> usize {
    // Fibonacci hashing.
    (u32::from_le_bytes(beginning).wrapping_mul(0x9E37_79B1) >> 20) as usize
}

/// What stands for a byte that may belong to a gap.
const GAP: u8 = 0;

/// Bytes in lower case, read forward and backward, those that may belong to a gap as `GAP`.
static PLAIN: [[u8; 256]; 2] = [plain_bytes(false), plain_bytes(true)];

const fn plain_bytes(backward: bool) -> [u8; 256] {
    let mut plain = [GAP; 256];
    let mut byte = u8::MAX;
    while byte > b' ' {
        // The first bytes of gaps, or the last ones.
        let is_gap = match byte {
            b'-' => true,
            0xC2 | 0xE2 | 0xE3 => !backward,
            0x80 | 0x82..=0x8A | 0xA0 | 0xAF => backward,
            _ => false,
        };
        if !is_gap {
            plain[byte as usize] = byte.to_ascii_lowercase();
        }
        byte -= 1;
    }
    plain
}

/// The words of a list, set apart by commas or line breaks; a line with a # is a comment.
pub(crate) fn listed(words: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = words.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split(',')).map(str::trim).filter(|word| !word.is_empty())
}

fn fold_word(word: &str, fold: Fold) -> Vec<u8> {
    let hyphen = fold == Fold::BreaksAreSpaces;
    word.bytes()
        .map(|byte| if hyphen && byte == b'-' { b' ' } else { byte.to_ascii_lowercase() })
        .collect()
}

/// Walks over a text's bytes, folded.
struct Steps<'t> {
    bytes: &'t [u8],
    at: usize,
    fold: Fold,
}

impl Steps<'_> {
    #[inline(never)]
    fn next(&mut self) -> Option<u8> {
        let starts_gap = matches!(*self.bytes.get(self.at)?, b'\t'..=b' ' | 0xC2 | 0xE2 | 0xE3);
        let gap = if starts_gap { gap_after(self.bytes, self.at) } else { 0 };
        if gap > 0 && (self.fold == Fold::BreaksAreSpaces || self.bytes[self.at] != b' ') {
            self.at += gap;
            if self.fold == Fold::BreaksAreSpaces {
                return Some(b' ');
            }
        }
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(self.folded(byte))
    }

    #[inline(never)]
    fn back(&mut self) -> Option<u8> {
        let ends_gap = !matches!(*self.bytes.get(self.at.checked_sub(1)?)?, b'!'..=b'~');
        let gap = if ends_gap { gap_before(self.bytes, self.at) } else { 0 };
        if gap > 0 && (self.fold == Fold::BreaksAreSpaces || self.bytes[self.at - 1] != b' ') {
            self.at -= gap;
            if self.fold == Fold::BreaksAreSpaces {
                return Some(b' ');
            }
        }
        let byte = *self.bytes.get(self.at.checked_sub(1)?)?;
        self.at -= 1;
        Some(self.folded(byte))
    }

    fn folded(&self, byte: u8) -> u8 {
        match (byte, self.fold) {
            (b'-', Fold::BreaksAreSpaces) => b' ',
            _ => byte.to_ascii_lowercase(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_longest_word_wins_in_both_directions() {
        let after = WordMap::forward(Fold::BreaksVanish, [("人", 1), ("人次", 2)]);
        assert_eq!(after.longest("人次。", 0, |_| true), Some((6, 2)));
        assert_eq!(after.longest("人\n次。", 0, |_| true), Some((7, 2)));
        assert_eq!(after.longest("人 次。", 0, |_| true), Some((3, 1)));
        let before = WordMap::backward(Fold::BreaksAreSpaces, [("than", 1), ("more than", 2)]);
        assert_eq!(before.longest("More\nthan", 9, |_| true), Some((0, 2)));
    }

    proptest! {
        /// What stands in front of the trie turns no word away, whatever gaps a text has.
        #[test]
        fn a_list_finds_what_each_of_its_words_would(
            words in proptest::collection::vec("[ab万千¥°·—][ab万千¥°·— -]{0,3}", 1..8),
            text in "[abAB万千¥°·— \n\u{a0}\u{3000}-]{0,12}",
            backward: bool,
            spaced: bool,
        ) {
            let fold = if spaced { Fold::BreaksAreSpaces } else { Fold::BreaksVanish };
            let all = || words.iter().map(|word| (word.as_str(), ()));
            let map = WordMap::new(fold, backward, all());
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let alone = |word: &String| {
                    let mut key = fold_word(word, fold);
                    if backward {
                        key.reverse();
                    }
                    let mut steps = Steps { bytes: text.as_bytes(), at, fold };
                    let mut step = || if backward { steps.back() } else { steps.next() };
                    let is_there = key.iter().all(|byte| step() == Some(*byte));
                    is_there.then_some((key.len(), steps.at))
                };
                let longest = words.iter().filter_map(alone).max_by_key(|(length, _)| *length);
                let found = map.longest(&text, at, |_| true).map(|(end, ())| end);
                prop_assert_eq!(found, longest.map(|(_, end)| end), "{} {:?}", at, words);
            }
        }

        /// A walk over a text finds what looking at each of its places would.
        #[test]
        fn a_walk_passes_over_no_word(
            words in proptest::collection::vec("[ab万“¥—][ab万“¥—-]{0,3}", 1..8),
            text in "[abAB万“、¥— \n\u{a0}\u{3000}-]{0,16}",
            spaced: bool,
        ) {
            let fold = if spaced { Fold::BreaksAreSpaces } else { Fold::BreaksVanish };
            let map = WordMap::forward(fold, words.iter().map(|word| (word.as_str(), ())));
            let is_letter = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_alphanumeric);
            let is_inside = |at: usize| spaced && at > 0 && is_letter(at - 1) && is_letter(at);
            let begins = |at: &usize| gap_after(text.as_bytes(), *at) == 0 && !is_inside(*at);
            let places = text.char_indices().map(|(at, _)| at).filter(begins);
            let each = places.filter_map(|at| Some((at, map.longest(&text, at, |_| true)?.0)));
            let walked = map.all(&text, |_| true).map(|(range, ())| (range.start, range.end));
            prop_assert_eq!(walked.collect::<Vec<_>>(), each.collect::<Vec<_>>(), "{:?}", words);
        }
    }
}
