//! A list of words that are looked up at a place in a text, the longest match first.

/// Words with what each stands for, ready for looking forward or backward from a place.
pub(crate) struct WordMap<T> {
    entries: Vec<(Vec<u8>, T)>,
    /// Where the words that begin with each byte begin.
    firsts: Vec<usize>,
    /// Which two bytes words begin with: a bit for each pair. A word of one byte has all of its own.
    pairs: Vec<u64>,
    fold: Fold,
    backward: bool,
}

/// How a text's bytes are folded before they are compared with a word's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fold {
    /// A line break inside a word is passed over: Chinese breaks lines anywhere.
    BreaksVanish,
    /// White space and a lone hyphen count as one space: `percentage-point`.
    BreaksAreSpaces,
}

/// The longest run of white space that may stand inside a phrase.
const LONGEST_GAP: usize = 12;

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
        let starts_below = |byte: u16| {
            move |(key, _): &(Vec<u8>, T)| key.first().map(|it| u16::from(*it)) < Some(byte)
        };
        let firsts = (0..=256).map(|byte| entries.partition_point(starts_below(byte))).collect();
        let mut pairs = vec![0; 256 * 4];
        for (key, _) in &entries {
            match key[..] {
                [] => {}
                [first] => (0..=u8::MAX).for_each(|second| set(&mut pairs, first, second)),
                [first, second, ..] => set(&mut pairs, first, second),
            }
        }
        WordMap { entries, firsts, pairs, fold, backward }
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
        let first = self.step(&mut steps)?;
        let mut ahead = Steps { ..steps };
        let second = self.step(&mut ahead).unwrap_or_default();
        if !self.has_pair(first, second) {
            return None;
        }
        let mut low = *self.firsts.get(usize::from(first))?;
        let mut high = *self.firsts.get(usize::from(first) + 1)?;
        let mut best = self.ends(low, high, 1, steps.at, &fits);
        let mut depth = 1;
        while low < high
            && let Some(byte) = self.step(&mut steps)
        {
            let reach = |entry: &(Vec<u8>, T)| entry.0.get(depth).copied();
            low += self.entries[low..high].partition_point(|entry| reach(entry) < Some(byte));
            high =
                low + self.entries[low..high].partition_point(|entry| reach(entry) == Some(byte));
            if low == high {
                break;
            }
            depth += 1;
            best = self.ends(low, high, depth, steps.at, &fits).or(best);
        }
        best
    }

    /// Whether a word may begin at a place; where a gap stands there, that is left open. Most places
    /// of a text need no more.
    fn may_begin(&self, bytes: &[u8], at: usize) -> bool {
        let pair = if self.backward {
            at.checked_sub(2).map(|second| [bytes[second + 1], bytes[second]])
        } else {
            bytes.get(at..at + 2).map(|pair| [pair[0], pair[1]])
        };
        match pair {
            Some([first, second]) if self.is_plain(first) && self.is_plain(second) => {
                self.has_pair(first.to_ascii_lowercase(), second.to_ascii_lowercase())
            }
            _ => true,
        }
    }

    /// Whether a byte belongs to no gap and stands for itself.
    fn is_plain(&self, byte: u8) -> bool {
        match byte {
            b'-' => false,
            b'!'..=b'~' => true,
            // The first bytes of gaps, or the last ones.
            0xC2 | 0xE2 | 0xE3 => self.backward,
            0x80 | 0x82..=0x8A | 0xA0 | 0xAF => !self.backward,
            _ => byte >= 0x80,
        }
    }

    fn has_pair(&self, first: u8, second: u8) -> bool {
        self.pairs[usize::from(first) * 4 + usize::from(second / 64)] >> (second % 64) & 1 == 1
    }

    fn step(&self, steps: &mut Steps<'_>) -> Option<u8> {
        if self.backward { steps.back() } else { steps.next() }
    }

    /// The first of the words that are left, if it is as long as what was read.
    fn ends(
        &self,
        low: usize,
        high: usize,
        depth: usize,
        at: usize,
        fits: impl Fn(usize) -> bool,
    ) -> Option<(usize, T)> {
        let (word, meaning) = self.entries.get(low..high)?.first()?;
        (word.len() == depth && fits(at)).then_some((at, *meaning))
    }
}

/// Sets the bit of two bytes.
fn set(pairs: &mut [u64], first: u8, second: u8) {
    pairs[usize::from(first) * 4 + usize::from(second / 64)] |= 1 << (second % 64);
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

/// The length of the white space at `at`, if it holds no blank line; else 0.
pub(crate) fn gap_after(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    let mut breaks = 0;
    while end - at <= LONGEST_GAP {
        match bytes.get(end..).unwrap_or_default() {
            [b'\n', ..] => {
                breaks += 1;
                end += 1;
            }
            [b' ' | b'\t' | b'\r', ..] => end += 1,
            [0xC2, 0xA0, ..] => end += 2,
            [0xE2, 0x80, 0x82..=0x8A | 0xAF, ..] | [0xE3, 0x80, 0x80, ..] => end += 3,
            _ => return if breaks > 1 { 0 } else { end - at },
        }
    }
    0
}

/// The length of the white space that ends at `at`, if it holds no blank line; else 0.
pub(crate) fn gap_before(bytes: &[u8], at: usize) -> usize {
    let mut start = at;
    let mut breaks = 0;
    while at - start <= LONGEST_GAP {
        match bytes.get(..start).unwrap_or_default() {
            [.., b'\n'] => {
                breaks += 1;
                start -= 1;
            }
            [.., b' ' | b'\t' | b'\r'] => start -= 1,
            [.., 0xC2, 0xA0] => start -= 2,
            [.., 0xE2, 0x80, 0x82..=0x8A | 0xAF] | [.., 0xE3, 0x80, 0x80] => start -= 3,
            _ => return if breaks > 1 { 0 } else { at - start },
        }
    }
    0
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn a_blank_line_is_no_gap() {
        assert_eq!(gap_after(" \n人".as_bytes(), 0), 2);
        assert_eq!(gap_after("\n\n人".as_bytes(), 0), 0);
        assert_eq!(gap_before("a\u{a0}".as_bytes(), 3), 2);
    }
}
