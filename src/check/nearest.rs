//! The passage of a source that comes nearest to a quote that does not stand there.
//!
//! Pairs of neighbouring letters that are rare in the source vote for the place; there, quote and
//! source are aligned letter by letter. Time grows with the source's length once, and with the
//! quote's length for each quote.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::figure::Folded;

/// The most places of one pair of letters that vote: beyond it the pair is no help.
const MOST_PLACES: usize = 400;
/// Votes within so many letters of each other are for the same place.
const BUCKET: usize = 24;
/// The longest part of a quote that is looked at, in letters.
const LONGEST: usize = 300;
/// How many places are looked at letter by letter.
const CANDIDATES: usize = 4;

/// A source, ready to be asked for passages.
pub(super) struct Index {
    folded: Folded,
    letters: Vec<char>,
    /// The byte in the folded text at which each letter starts, and the end.
    starts: Vec<usize>,
    /// The places of each pair of letters, sorted by pair, then by place.
    pairs: Vec<((char, char), u32)>,
}

/// The passage found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Nearest {
    /// Its bytes in the source.
    pub(super) range: Range<usize>,
    /// Where it differs, in order.
    pub(super) differences: Vec<Difference>,
}

/// One run of letters in which quote and source differ.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// The bytes in the source; empty where the quote has more.
    pub(super) range: Range<usize>,
    /// What the quote has instead; empty where the source has more.
    pub(super) quoted: String,
}

impl Index {
    /// Prepares a source's text.
    pub(super) fn new(text: &str) -> Index {
        let folded = Folded::new(text);
        let letters: Vec<char> = folded.text().chars().collect();
        let mut starts: Vec<usize> = folded.text().char_indices().map(|(at, _)| at).collect();
        starts.push(folded.text().len());
        let mut pairs: Vec<((char, char), u32)> =
            letters.windows(2).zip(0..).map(|(pair, place)| ((pair[0], pair[1]), place)).collect();
        pairs.sort_unstable();
        Index { folded, letters, starts, pairs }
    }

    /// The nearest passage; `None` where less than half of the quote is alike.
    pub(super) fn nearest(&self, quote: &str) -> Option<Nearest> {
        let quote: Vec<char> = Folded::new(quote).text().chars().take(LONGEST).collect();
        let best = self
            .candidates(&quote)
            .into_iter()
            .map(|window| {
                let letters = &self.letters[window.clone()];
                let (cost, mut steps) = align(&quote, letters);
                leave_marks_out(&mut steps, &quote, letters);
                (cost, window.start, steps)
            })
            .min_by_key(|(cost, start, _)| (*cost, *start))?;
        let (cost, start, steps) = best;
        (cost * 2 < quote.len()).then(|| self.passage(start, &steps, &quote))
    }

    /// The windows of the source that share most pairs of letters with the quote.
    fn candidates(&self, quote: &[char]) -> Vec<Range<usize>> {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for (offset, pair) in quote.windows(2).enumerate() {
            let places = self.places((pair[0], pair[1]));
            if places.len() > MOST_PLACES {
                continue;
            }
            for (_, place) in places {
                let start = (*place as usize + quote.len()).saturating_sub(offset);
                *votes.entry(start / BUCKET).or_default() += 1;
                *votes.entry(start / BUCKET + 1).or_default() += 1;
            }
        }
        let mut ranked: Vec<(usize, usize)> =
            votes.into_iter().map(|(bucket, count)| (count, bucket)).collect();
        ranked.sort_unstable_by_key(|(count, bucket)| (std::cmp::Reverse(*count), *bucket));
        ranked.truncate(CANDIDATES);
        let slack = BUCKET + quote.len() / 2;
        ranked
            .into_iter()
            .map(|(_, bucket)| {
                let start = (bucket * BUCKET).saturating_sub(quote.len());
                let end = (start + quote.len() + slack).min(self.letters.len());
                start.saturating_sub(slack).min(end)..end
            })
            .collect()
    }

    fn places(&self, pair: (char, char)) -> &[((char, char), u32)] {
        let first = self.pairs.partition_point(|(known, _)| *known < pair);
        let behind = self.pairs.partition_point(|(known, _)| *known <= pair);
        &self.pairs[first..behind]
    }

    /// The bytes in the source of a run of folded letters.
    fn source(&self, letters: Range<usize>) -> Range<usize> {
        let bytes = self.starts[letters.start]..self.starts[letters.end];
        if bytes.is_empty() {
            let behind = self.starts[(letters.end + 1).min(self.letters.len())];
            let at = self.folded.original(bytes.start..behind).start;
            return at..at;
        }
        self.folded.original(bytes)
    }

    fn passage(&self, window: usize, steps: &[Step], quote: &[char]) -> Nearest {
        let mut differences: Vec<(Range<usize>, String)> = Vec::new();
        let matched = |step: &&Step| !matches!(step, Step::Quote { .. });
        let first = steps.iter().find(matched).map_or(window, |step| window + step.place());
        let mut end = first;
        let mut was_same = true;
        let agrees = agreeing(steps, quote, &self.letters[window..]);
        for (step, is_same) in steps.iter().zip(agrees) {
            if !is_same && was_same {
                differences.push((end..end, String::new()));
            }
            was_same = is_same;
            if !matches!(step, Step::Quote { .. }) {
                end = window + step.place() + 1;
            }
            if let (false, Some((range, quoted))) = (is_same, differences.last_mut()) {
                range.end = end;
                quoted.extend(step.quoted().and_then(|at| quote.get(at)));
            }
        }
        let differences = differences
            .into_iter()
            .map(|(letters, quoted)| Difference { range: self.source(letters), quoted })
            .collect();
        Nearest { range: self.source(first..end), differences }
    }
}

/// One step of an alignment; places are letters of the window, `quoted` letters of the quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// The letters are the same.
    Same { place: usize, quoted: usize },
    /// The quote has another letter.
    Other { place: usize, quoted: usize },
    /// The source has a letter more.
    Source { place: usize },
    /// The quote has a letter more.
    Quote { place: usize, quoted: usize },
}

impl Step {
    fn place(self) -> usize {
        match self {
            Step::Same { place, .. }
            | Step::Other { place, .. }
            | Step::Source { place }
            | Step::Quote { place, .. } => place,
        }
    }

    fn quoted(self) -> Option<usize> {
        match self {
            Step::Same { quoted, .. } | Step::Other { quoted, .. } | Step::Quote { quoted, .. } => {
                Some(quoted)
            }
            Step::Source { .. } => None,
        }
    }
}

/// Aligns all of `quote` with the part of `window` that fits best (Sellers 1980): the number of
/// letters that differ, and the steps.
fn align(quote: &[char], window: &[char]) -> (usize, Vec<Step>) {
    let width = window.len() + 1;
    let mut costs = vec![0_usize; width * (quote.len() + 1)];
    for row in 1..=quote.len() {
        costs[row * width] = row;
        for column in 1..width {
            let differs = usize::from(quote[row - 1] != window[column - 1]);
            let above = (row - 1) * width + column;
            costs[row * width + column] = (costs[above - 1] + differs)
                .min(costs[above] + 1)
                .min(costs[row * width + column - 1] + 1);
        }
    }
    let last = &costs[quote.len() * width..];
    // Of ends that fit equally well, the first whose last letter is that of the quote.
    let ends_alike =
        |column: usize| column > 0 && window.get(column - 1) == quote.last() && !quote.is_empty();
    let best = (0..width).min_by_key(|column| (last[*column], !ends_alike(*column)));
    let best = best.unwrap_or_default();
    let (cost, mut row, mut column) = (last[best], quote.len(), best);
    let mut steps = Vec::with_capacity(row + 8);
    while row > 0 {
        let here = costs[row * width + column];
        let above = (row - 1) * width + column;
        let (place, quoted) = (column.saturating_sub(1), row - 1);
        if column > 0 && quote[quoted] == window[place] && costs[above - 1] == here {
            steps.push(Step::Same { place, quoted });
            (row, column) = (row - 1, column - 1);
        } else if column > 0 && costs[above - 1] + 1 == here {
            steps.push(Step::Other { place, quoted });
            (row, column) = (row - 1, column - 1);
        } else if costs[above] + 1 == here {
            steps.push(Step::Quote { place: column, quoted });
            row -= 1;
        } else {
            steps.push(Step::Source { place });
            column -= 1;
        }
    }
    steps.reverse();
    (cost, steps)
}

/// Marks at the ends of a quote stand in the place of nothing: what stands there in the source is
/// outside of the passage.
fn leave_marks_out(steps: &mut [Step], quote: &[char], window: &[char]) {
    let is_mark =
        |at: usize, letters: &[char]| letters.get(at).is_some_and(|l| !l.is_alphanumeric());
    let detach = |step: &mut Step, place_behind: usize| match *step {
        Step::Other { place, quoted } if is_mark(quoted, quote) || is_mark(place, window) => {
            *step = Step::Quote { place: place + place_behind, quoted };
        }
        _ => {}
    };
    let is_same = |step: &Step| matches!(step, Step::Same { .. });
    let Some(first) = steps.iter().position(is_same) else { return };
    let last = steps.iter().rposition(is_same).unwrap_or(first);
    steps[..first].iter_mut().for_each(|step| detach(step, 1));
    steps[last..].iter_mut().for_each(|step| detach(step, 0));
}

/// Which steps agree: of a number all or nothing.
fn agreeing(steps: &[Step], quote: &[char], window: &[char]) -> Vec<bool> {
    let letters = |step: &Step| {
        let there = (!matches!(step, Step::Quote { .. })).then(|| window.get(step.place()));
        [there.flatten(), step.quoted().and_then(|at| quote.get(at))]
    };
    let holds = |at: usize, wanted: fn(char) -> bool| {
        let step = steps.get(at);
        step.is_some_and(|step| letters(step).into_iter().flatten().any(|letter| wanted(*letter)))
    };
    let is_digit =
        |at: usize| holds(at, |letter| letter.is_ascii_digit() || ('０'..='９').contains(&letter));
    let is_point = |at: usize| holds(at, |letter| matches!(letter, '.' | ','));
    let numeric: Vec<bool> = (0..steps.len())
        .map(|at| is_digit(at) || is_point(at) && at > 0 && is_digit(at - 1) && is_digit(at + 1))
        .collect();
    let mut agrees: Vec<bool> =
        steps.iter().map(|step| matches!(step, Step::Same { .. })).collect();
    let mut start = 0;
    for run in numeric.chunk_by(|one, other| one == other) {
        let range = start..start + run.len();
        start = range.end;
        if run.first() == Some(&true) && !agrees[range.clone()].iter().all(|agrees| *agrees) {
            agrees[range].fill(false);
        }
    }
    agrees
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(source: &str, quote: &str) -> Option<String> {
        let nearest = Index::new(source).nearest(quote)?;
        let mut text = String::new();
        let mut copied = nearest.range.start;
        for difference in &nearest.differences {
            text.push_str(&source[copied..difference.range.start]);
            text.push_str(&format!(
                "[{}|{}]",
                &source[difference.range.clone()],
                difference.quoted
            ));
            copied = difference.range.end;
        }
        text.push_str(&source[copied..nearest.range.end]);
        Some(text)
    }

    #[test]
    fn the_differing_characters_are_marked() {
        let source = "全港进出口货值1518亿元。图书馆接待读者384万人,其中少儿\n读者144万人。";
        for (quote, expected) in [
            ("图书馆接待读者348万人", "图书馆接待读者[384|348]万人"),
            ("图书馆接待读者34人", "图书馆接待读者[384万|34]人"),
            ("全港进出口货值8115亿元", "全港进出口货值[1518|8115]亿元"),
            ("“图书馆接待读者384万人”", "[|\"]图书馆接待读者384万人[|\"]"),
            ("全港进出口货值15.18亿元", "全港进出口货值[1518|15.18]亿元"),
            ("进出口货值1518亿美元", "进出口货值1518亿[|美]元"),
            ("图书馆接待读者384万多人，其中", "图书馆接待读者384万[|多]人,其中"),
            ("馆接待384万人", "馆接待[读者|]384万人"),
            ("其中少儿读者144亿人", "其中少儿\n读者144[万|亿]人"),
        ] {
            assert_eq!(marked(source, quote).as_deref(), Some(expected), "{quote}");
        }
        let english = "The port’s trade came to 151.8 billion yuan.";
        assert_eq!(
            marked(english, "trade came to 15.19 billion").as_deref(),
            Some("trade came to [151.8|15.19] billion")
        );
    }

    #[test]
    fn nothing_alike_is_nothing_near() {
        assert_eq!(marked("全港进出口货值1518亿元。", "粮食播种面积稳定在八百万亩"), None);
        assert_eq!(marked("", "粮食"), None);
        assert_eq!(marked("The quick brown fox", "粮食播种面积"), None);
    }

    #[test]
    fn a_source_of_a_megabyte_is_no_trouble() {
        let mut source = String::new();
        for number in 0..20_000 {
            source.push_str(&format!("第{number}项：本年完成投资{}亿元，同比增长。", number * 7));
        }
        source.push_str("图书馆接待读者384万人。");
        let nearest = Index::new(&source).nearest("图书馆接待读者348万人").unwrap();
        assert_eq!(&source[nearest.range], "图书馆接待读者384万人");
    }
}
