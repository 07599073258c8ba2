//! The value of a number as front matter states it, and the words of the source that prove it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::figure::{Folded, Source, find_all};
use crate::lang::Lang;
use crate::quantity::{self, Mention, Quantity};

/// What ends a clause, beside the ends of its sentence.
const CLAUSE_ENDS: [char; 8] = ['，', ',', '；', ';', '：', ':', '。', '、'];
/// The shortest quote, in characters, that is found again by more than luck.
const SHORTEST: usize = 8;
/// Words so many bytes from a number belong to its quote or its clause, however long the sentence is.
const REACH: usize = 300;
/// So many quotes are looked for in one pass over the source.
const AT_ONCE: usize = 20_000;
/// So many clauses are added to a quote that does not say its number by itself.
const MOST_CLAUSES: usize = 16;
/// How many characters around a number may be hedges: 将近, more than.
const HEDGES: [usize; 14] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

/// Finds quotes in one source.
pub(super) struct Quoter<'s> {
    source: &'s Source,
    folded: Folded,
    sentences: Vec<Range<usize>>,
    /// Where the words stand that most quotes are made of: each folded text with its places.
    places: BTreeMap<String, Vec<Range<usize>>>,
}

/// A quote that proves a number.
pub(super) struct Quoted {
    /// The words, on one line.
    pub(super) text: String,
    /// The clause that holds the number, on one line; the quote may be longer.
    pub(super) clause: String,
    /// The bytes of the clause.
    pub(super) range: Range<usize>,
}

impl<'s> Quoter<'s> {
    /// Looks for the quotes of the numbers of the source that are `wanted`.
    pub(super) fn new(source: &'s Source, wanted: impl Iterator<Item = &'s Mention>) -> Self {
        let (folded, sentences) = (Folded::new(&source.text), quantity::sentences(&source.text));
        let mut quoter = Quoter { source, folded, sentences, places: BTreeMap::new() };
        let near = wanted.flat_map(|mention| quoter.near(mention));
        let words: BTreeSet<String> = near.map(|range| quoter.joined(range)).collect();
        let words: Vec<String> = words.into_iter().collect();
        for some in words.chunks(AT_ONCE) {
            let quotes: Vec<Folded> = some.iter().map(|words| Folded::new(words)).collect();
            let places = find_all(&quoter.folded, &quotes.iter().collect::<Vec<_>>());
            let texts = quotes.iter().map(|quote| quote.text().to_owned());
            quoter.places.extend(texts.zip(places));
        }
        quoter
    }

    /// The sentence that holds some bytes.
    pub(super) fn sentence(&self, range: &Range<usize>) -> Range<usize> {
        quantity::sentence_of(&self.sentences, range)
    }

    /// The part of a number's sentence that is near.
    fn near_sentence(&self, range: &Range<usize>) -> Range<usize> {
        let (sentence, text) = (self.sentence(range), &self.source.text);
        let first = text.ceil_char_boundary(range.start.saturating_sub(REACH));
        let last = text.floor_char_boundary(range.end + REACH);
        sentence.start.max(first)..sentence.end.min(last)
    }

    /// What a quote of a number may be: its clause, the one before with it, the one behind with it.
    fn near(&self, mention: &Mention) -> [Range<usize>; 3] {
        let sentence = self.without_end(&self.near_sentence(&mention.range), &mention.range);
        let clause = self.clause(&mention.range, &sentence);
        let before = self.with_clause_before(&clause, &sentence);
        let behind = self.with_clause_behind(&clause, &sentence);
        [clause, before, behind]
    }

    /// Words of the source on one line: Chinese is joined, other words are kept apart.
    pub(super) fn joined(&self, range: Range<usize>) -> String {
        let gap = match self.source.lang {
            Lang::Zh => "",
            Lang::En => " ",
        };
        let lines: Vec<&str> = self.source.text[range].split_whitespace().collect();
        if gap.is_empty() && lines.len() > 1 {
            return join_chinese(&lines);
        }
        lines.join(gap)
    }

    /// The number as the source prints it, with its hedge; in the site's language if it reads
    /// there as the source means it.
    pub(super) fn value(&self, mention: &Mention, lang: Lang) -> Option<String> {
        let wanted = &mention.quantity;
        let bare = self.joined(mention.range.clone());
        let reads = |text: &str| quantity::parse(text, lang).is_ok_and(|read| same(&read, wanted));
        if wanted.hedge.is_some()
            && let Some(hedged) = self.hedged(mention, lang)
        {
            return Some(hedged);
        }
        if reads(&bare) {
            return Some(bare);
        }
        Some(quantity::print(wanted, lang, None).text).filter(|text| reads(text))
    }

    /// The number with the fewest characters around it that say how exact it is.
    fn hedged(&self, mention: &Mention, lang: Lang) -> Option<String> {
        let text = &self.source.text;
        let sentence = self.near_sentence(&mention.range);
        let before: Vec<usize> = text[sentence.start.min(mention.range.start)..mention.range.start]
            .char_indices()
            .rev()
            .map(|(at, _)| sentence.start + at)
            .collect();
        let after: Vec<usize> = text[mention.range.end..sentence.end.max(mention.range.end)]
            .char_indices()
            .map(|(at, letter)| mention.range.end + at + letter.len_utf8())
            .collect();
        let says = |range: Range<usize>| {
            let words = self.joined(range);
            let read = quantity::parse(&words, lang).ok()?;
            let agrees = same(&read, &mention.quantity) && read.hedge == mention.quantity.hedge;
            agrees.then_some(words)
        };
        // 过200万 says it already, but 超过 is the word.
        let with_whole_word = |count: usize| {
            let starts = before.iter().skip(count - 1);
            starts.map_while(|start| says(*start..mention.range.end)).last()
        };
        HEDGES.iter().skip(1).find_map(|count| {
            let end = after.get(count - 1).copied();
            with_whole_word(*count).or_else(|| end.and_then(|end| says(mention.range.start..end)))
        })
    }

    /// The clause of a number, or with one clause more where only that stands once in the source;
    /// more than that only where less does not say the number wherever it stands.
    pub(super) fn quote(&self, mention: &Mention) -> Option<Quoted> {
        let [clause, before, behind] = self.near(mention);
        let sentence = self.without_end(&self.near_sentence(&mention.range), &mention.range);
        let proven = |range: Range<usize>| {
            let words = self.joined(range);
            let places = self.proves(&words, mention)?;
            Some((words, places))
        };
        let is_long = |(words, _): &&(String, usize)| words.chars().count() >= SHORTEST;
        let mut found: Vec<(String, usize)> =
            [clause.clone(), before.clone(), behind].into_iter().filter_map(proven).collect();
        let once = found.iter().filter(|(_, places)| *places == 1).find(is_long);
        let near = once.or_else(|| found.iter().find(is_long)).cloned();
        let widened = std::iter::successors(Some(before), |widest| {
            (*widest != sentence).then(|| self.wider(widest, &sentence))
        });
        let mut wide = widened.skip(1).take(MOST_CLAUSES).filter_map(proven);
        let text = near.or_else(|| wide.find(|words| is_long(&words))).or_else(|| found.pop())?.0;
        Some(Quoted { text, clause: self.joined(clause.clone()), range: clause })
    }

    /// The words of a number's clause beside the number; `None` where it stands alone.
    pub(super) fn clause_words(&self, mention: &Mention) -> Option<&'s str> {
        let source: &'s Source = self.source;
        let sentence = self.near_sentence(&mention.range);
        let clause = self.clause(&mention.range, &sentence);
        let beside = [clause.start..mention.range.start, mention.range.end..clause.end];
        let mut beside = beside.into_iter().map(|range| &source.text[range]);
        beside.find(|words| words.chars().any(char::is_alphanumeric))
    }

    /// A sentence without the full stop at its end.
    fn without_end(&self, sentence: &Range<usize>, number: &Range<usize>) -> Range<usize> {
        let words = &self.source.text[sentence.clone()];
        let words = words.trim_end_matches(|letter: char| "。；;.!?！？".contains(letter));
        sentence.start.min(number.start)..(sentence.start + words.len()).max(number.end)
    }

    /// At how many places the words stand, if each of them says the number.
    fn proves(&self, words: &str, mention: &Mention) -> Option<usize> {
        let needle = Folded::new(words);
        let places = match self.places.get(needle.text()) {
            Some(places) => places.clone(),
            None => find_all(&self.folded, &[&needle]).swap_remove(0),
        };
        let says = |place: &Range<usize>| {
            let mentions = &self.source.mentions;
            let first = mentions.partition_point(|other| other.range.end <= place.start);
            let inside = mentions[first..].iter().take_while(|other| other.range.end <= place.end);
            inside
                .filter(|other| other.range.start >= place.start)
                .any(|other| same(&other.quantity, &mention.quantity))
        };
        (!places.is_empty() && places.iter().all(says)).then_some(places.len())
    }

    /// The clause of a sentence that holds a number.
    fn clause(&self, number: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
        let start = self.clause_start(number.start, sentence.start);
        let end = self.clause_end(number.end, sentence.end);
        self.trimmed(start..end, number)
    }

    /// The same words with the clause before them, or else the one behind them.
    fn wider(&self, words: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
        let before = self.with_clause_before(words, sentence);
        if before != *words {
            return before;
        }
        let behind = self.with_clause_behind(words, sentence);
        if behind != *words { behind } else { sentence.clone() }
    }

    fn with_clause_before(&self, words: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
        let mut start = words.start;
        while start > sentence.start {
            let letter = self.source.text[..start].chars().next_back().map_or(1, char::len_utf8);
            start = self.clause_start(start - letter, sentence.start);
            let wider = self.trimmed(start..words.end, words);
            if wider.start < words.start {
                return wider;
            }
        }
        words.clone()
    }

    fn with_clause_behind(&self, words: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
        let mut end = words.end;
        while end < sentence.end {
            let letter = self.source.text[end..].chars().next().map_or(1, char::len_utf8);
            end = self.clause_end(end + letter, sentence.end);
            let wider = self.trimmed(words.start..end, words);
            if wider.end > words.end {
                return wider;
            }
        }
        words.clone()
    }

    fn clause_start(&self, at: usize, least: usize) -> usize {
        let before = self.source.text[least.min(at)..at].char_indices().rev();
        before
            .map(|(offset, letter)| (least + offset, letter))
            .find(|(at, letter)| ends_clause(&self.source.text, *at, *letter))
            .map_or(least.min(at), |(at, letter)| at + letter.len_utf8())
    }

    fn clause_end(&self, at: usize, most: usize) -> usize {
        let behind = self.source.text[at.min(most)..most].char_indices();
        behind
            .map(|(offset, letter)| (at + offset, letter))
            .find(|(at, letter)| ends_clause(&self.source.text, *at, *letter))
            .map_or(most.max(at), |(at, _)| at)
    }

    /// A range without white space and closing marks at its ends, never less than `least`.
    fn trimmed(&self, range: Range<usize>, least: &Range<usize>) -> Range<usize> {
        let loose = |letter: char| {
            letter.is_whitespace()
                || CLAUSE_ENDS.contains(&letter)
                || "”’）)】》.!?！？".contains(letter)
        };
        let words = &self.source.text[range.clone()];
        let start = range.start + (words.len() - words.trim_start_matches(loose).len());
        let end = range.end - (words.len() - words.trim_end().len());
        start.min(least.start)..end.max(least.end)
    }
}

/// Whether a character ends a clause: a comma between digits does not, nor 、 in a list.
fn ends_clause(text: &str, at: usize, letter: char) -> bool {
    if letter == '、' || !CLAUSE_ENDS.contains(&letter) {
        return false;
    }
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let before = digit(text[..at].chars().next_back());
    let behind = digit(text[at + letter.len_utf8()..].chars().next());
    !(before && behind)
}

/// Joins broken lines of Chinese; a space stays between Latin letters and digits.
fn join_chinese(words: &[&str]) -> String {
    let latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    let mut joined = String::new();
    for word in words {
        if latin(joined.chars().next_back()) && latin(word.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

/// Whether two quantities are one value of one thing.
pub(super) fn same(one: &Quantity, other: &Quantity) -> bool {
    let units_agree = match (one.unit, other.unit) {
        (Some(one), Some(other)) => one.same_as(other),
        _ => true,
    };
    one.value == other.value && one.kind == other.kind && units_agree
}
