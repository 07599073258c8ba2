//! Which way the words beside a number move it: 降至0.98%, 0.9 percentage points above.

use std::ops::Range;

use super::after;
use super::before::begins_word;
use super::words::is_boundary;
use crate::lang::Lang;
use crate::quantity::lexicon::gaps::{gap_after, gap_before};
use crate::quantity::lexicon::ways::{EXPECTATIONS, HEADS, OBJECTS, VERBS, Way};
use crate::quantity::lexicon::{self, Lexicon};
use crate::quantity::unit::{Dimension, Unit};
use crate::quantity::{Kind, Quantity, Trend};

/// At most this many words are read backward from a number.
const MOST_WORDS: usize = 6;

/// At most this many characters before a number are looked at for what leaves its direction open.
const REACH: usize = 90;

/// At most so many words stand between a verb and the end of its object, and between that and “by”.
const MOST_APART: usize = 5;

/// A change begins no further from its end, in bytes: from 2,318 yuan in 2014 to.
const LONGEST_BEGINNING: usize = 40;

/// The direction that the words beside the number at `range` give it; `None` where they give none,
/// contradict each other, or stand where less can be a gain.
pub fn direction(
    text: &str,
    range: &Range<usize>,
    quantity: &Quantity,
    lang: Lang,
) -> Option<Trend> {
    if quantity.kind == Kind::Multiple {
        return None;
    }
    let lexicon = lexicon::of(lang);
    let in_points = quantity.unit.is_some_and(is_point);
    let (start, first) = way_before(text, range.start, lexicon);
    let second = way_after(text, range.end, lexicon);
    let trend = |way: Way| match way {
        Way::Goes(trend) => Some(trend),
        Way::InPoints(trend) => Some(trend).filter(|_| in_points),
        Way::Open => None,
    };
    let found = match (first, second) {
        (Some(one), Some(other)) => trend(one).filter(|it| trend(other) == Some(*it)),
        (Some(way), None) | (None, Some(way)) => trend(way),
        (None, None) if lexicon.lang == Lang::En => verb_before(text, range.start, lexicon),
        (None, None) => far_way(text, range.start, lexicon).filter(|_| in_points),
    };
    let is_compared = in_points && first.is_none();
    found.filter(|_| !is_turned(&text[..start], lexicon, is_compared))
}

fn is_point(unit: Unit) -> bool {
    unit.dimension() == Dimension::Point || unit.id() == "point"
}

/// What stands before a number.
enum Word {
    Way(Way),
    /// A hedge, or a word that may stand between.
    Passed,
}

/// The word of direction before `at`, and where it begins.
fn way_before(text: &str, at: usize, lexicon: &Lexicon) -> (usize, Option<Way>) {
    let mut cursor = at;
    for _ in 0..MOST_WORDS {
        let end = cursor - gap_before(text.as_bytes(), cursor);
        match word_before(text, end, lexicon) {
            Some((start, Word::Way(way))) => return (start, Some(way)),
            Some((start, Word::Passed)) => cursor = start,
            None => match beginning(text, end, lexicon.lang) {
                Some(start) => cursor = start,
                None => break,
            },
        }
    }
    (at, None)
}

/// Where `from 25,000` before `to` begins: “grew from 25,000 to 42,000”.
fn beginning(text: &str, end: usize, lang: Lang) -> Option<usize> {
    let to = text[end..].trim_start().get(..3)?;
    if lang == Lang::Zh || !to.eq_ignore_ascii_case("to ") {
        return None;
    }
    let clause = clauses(&text[..end], 1);
    let from = clause.rfind(" from ")?;
    let between = &clause[from..];
    let is_number = between.contains(|letter: char| letter.is_ascii_digit());
    (is_number && between.len() <= LONGEST_BEGINNING).then_some(end - between.len())
}

/// The longest word that ends at `end`. Of two as long, the one that says most.
fn word_before(text: &str, end: usize, lexicon: &Lexicon) -> Option<(usize, Word)> {
    let whole = |start: usize| begins_word(text, start, lexicon.lang);
    let way = lexicon.ways_before.longest(text, end, whole);
    let trend = lexicon.trends_before.longest(text, end, whole);
    let hedge = lexicon.hedges_before.longest(text, end, whole);
    let passed = lexicon.passed.longest(text, end, whole);
    let link = lexicon.way_links.longest(text, end, whole);
    let words = [
        way.map(|(start, way)| (start, Word::Way(way))),
        trend.map(|(start, trend)| (start, Word::Way(trend.map_or(Way::Open, Way::Goes)))),
        hedge.map(|(start, _)| (start, Word::Passed)),
        passed.map(|(start, ())| (start, Word::Passed)),
        link.map(|(start, ())| (start, Word::Passed)),
    ];
    words.into_iter().flatten().min_by_key(|(start, _)| *start)
}

/// The word of direction after `at`.
fn way_after(text: &str, at: usize, lexicon: &Lexicon) -> Option<Way> {
    let at = after::hedge(text, at, lexicon).map_or(at, |(end, _)| end);
    let start = at + gap_after(text.as_bytes(), at);
    let fits = |end: usize| lexicon.lang == Lang::Zh || is_boundary(text, end);
    let way = lexicon.ways_after.longest(text, start, fits);
    let trend = lexicon.trends_after.longest(text, start, fits);
    let trend = trend.map(|(end, trend)| (end, Way::Goes(trend)));
    [trend, way].into_iter().flatten().max_by_key(|(end, _)| *end).map(|(_, way)| way)
}

/// 高于 and the like in the clause before a number, with what it is compared with between.
fn far_way(text: &str, at: usize, lexicon: &Lexicon) -> Option<Trend> {
    lexicon.far_ways.all(clauses(&text[..at], 1), |_| true).last().map(|(_, trend)| trend)
}

/// The verb of an English clause that says by how much or to what a thing was changed that ends before the
/// number: “raised its forecast for growth to 3.2%”.
fn verb_before(text: &str, at: usize, lexicon: &Lexicon) -> Option<Trend> {
    let mut cursor = at;
    for _ in 0..MOST_WORDS {
        let end = cursor - gap_before(text.as_bytes(), cursor);
        let Some((start, Word::Passed)) = word_before(text, end, lexicon) else { break };
        cursor = start;
    }
    let close = text[cursor..at].split_whitespace().find(|word| matches!(*word, "by" | "to"))?;
    let words: Vec<&str> = clauses(&text[..at], 1).split_whitespace().collect();
    let last = words.iter().rposition(|word| *word == close)?;
    let is_head =
        |word: &&str| HEADS.contains(word) || close == "by" && EXPECTATIONS.contains(word);
    let head = words[..last].iter().rposition(is_head)?;
    let apart = &words[head + 1..last];
    let is_close = match apart.first() {
        None => true,
        // For growth this year, from 3.1%.
        Some(first) => matches!(*first, "for" | "from") && apart.len() <= MOST_APART,
    };
    let start = head.saturating_sub(MOST_APART);
    let object = start + words[start..head].iter().rposition(|word| OBJECTS.contains(word))?;
    let verb = words[object.checked_sub(1)?];
    let is_turned = words[object..last].iter().any(|word| TURNS.contains(word));
    let is_told = is_close && !is_turned;
    VERBS.iter().find(|(word, _)| *word == verb && is_told).map(|(_, trend)| *trend)
}

/// Of what a rise is a fall: an estimate for the loss.
const TURNS: [&str; 16] = [
    "falling",
    "declining",
    "cut",
    "cuts",
    "loss",
    "losses",
    "deficit",
    "decline",
    "slump",
    "contraction",
    "shortfall",
    "fall",
    "drop",
    "and",
    "to",
    "by",
];

/// Whether something stands before a number that makes less of it a gain.
fn is_turned(head: &str, lexicon: &Lexicon, is_compared: bool) -> bool {
    let region = clauses(head, 2);
    let mut turning = lexicon.turning.all(region, |_| true);
    turning.any(|(_, in_points)| is_compared || !in_points)
}

/// The last clauses of a text, so many of them, in its last sentence.
fn clauses(head: &str, count: usize) -> &str {
    let mut left = count;
    let mut start = head.len();
    let mut next = ' ';
    for (at, letter) in head.char_indices().rev().take(REACH) {
        let is_number = next.is_ascii_digit() && matches!(letter, '.' | ',');
        if matches!(letter, '。' | '！' | '？' | '!' | '?' | '；' | ';' | '\n')
            || letter == '.' && !is_number
        {
            break;
        }
        if matches!(letter, '，' | ',' | '：' | ':') && !is_number {
            left -= 1;
            if left == 0 {
                break;
            }
        }
        (start, next) = (at, letter);
    }
    &head[start..]
}
