//! `date-changed` and `rank-changed`: a year or a rank in whose place the translation has another.
//!
//! Translators leave years out, or name them where the original says “last year”. Only a year that the
//! translation has alone, beside one that the original has alone, is a changed one.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::check::context::{PageContext, Prose};
use crate::check::findings::Findings;
use crate::check::prose::Passage;
use crate::check::say::{language, list};
use crate::diag::{Code, Diagnostic};
use crate::quantity::{Kind, Mention};

/// The most that a message names.
const MOST_NAMED: usize = 5;

/// The kinds of numbers that are held against each other here.
const CODES: [Code; 2] = [Code::DateChanged, Code::RankChanged];

pub(super) fn check(context: &PageContext<'_>, found: &mut Findings) {
    let Some((original, translation)) = context.both() else { return };
    for diagnostic in in_prose(original, translation) {
        found.push(diagnostic);
    }
}

/// What stands in another paragraph has only moved.
fn in_prose(original: &Prose, translation: &Prose) -> Vec<Diagnostic> {
    let (all, others) = (&original.passages, &translation.passages);
    let elsewhere = CODES.map(|code| [places(code, all), places(code, others)]);
    let has_pairs = all.iter().map(|one| one.kind).eq(others.iter().map(|other| other.kind));
    if has_pairs {
        let pairs = all.iter().zip(others);
        let pairs =
            pairs.map(|(one, other)| (std::slice::from_ref(one), std::slice::from_ref(other)));
        pairs.flat_map(|(one, other)| changed(one, other, &elsewhere)).collect()
    } else {
        changed(all, others, &elsewhere)
    }
}

/// The changed years and ranks of two texts.
pub(super) fn in_words(original: &Passage, translation: &Passage) -> Vec<Diagnostic> {
    changed(
        std::slice::from_ref(original),
        std::slice::from_ref(translation),
        &CODES.map(|_| [BTreeSet::new(), BTreeSet::new()]),
    )
}

type Both = [BTreeSet<Decimal>; 2];

/// `elsewhere` has what the whole of each side says.
fn changed(
    original: &[Passage],
    translation: &[Passage],
    elsewhere: &[Both; CODES.len()],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (code, [all, others]) in CODES.into_iter().zip(elsewhere) {
        let (here, there) = (places(code, original), places(code, translation));
        let known = here.union(all).copied().collect::<BTreeSet<Decimal>>();
        let missing: Vec<String> = here
            .iter()
            .filter(|value| !there.contains(value) && !others.contains(value))
            .take(MOST_NAMED)
            .map(Decimal::to_string)
            .collect();
        if missing.is_empty() {
            continue;
        }
        for passage in translation {
            let marks = passage.others.iter();
            let added = marks
                .filter(|mark| value(code, passage, mark).is_some_and(|it| !known.contains(&it)));
            found.extend(added.map(|mark| told(code, passage, mark, &missing)));
        }
    }
    found
}

fn told(code: Code, passage: &Passage, mark: &Mention, missing: &[String]) -> Diagnostic {
    let missing: Vec<&str> = missing.iter().map(String::as_str).collect();
    let (lang, written) = (language(passage.lang), &passage.text[mark.range.clone()]);
    let message = match code {
        Code::DateChanged => {
            text!("date-changed", lang = lang, written = written, original = list(&missing))
        }
        _ => text!("rank-changed", lang = lang, written = written, original = list(&missing)),
    };
    Diagnostic::new(code, passage.origin(&mark.range), message).hint(text!("date-changed.hint"))
}

/// The years or ranks that passages name.
fn places(code: Code, passages: &[Passage]) -> BTreeSet<Decimal> {
    let marks =
        passages.iter().flat_map(|passage| passage.others.iter().map(move |it| (passage, it)));
    marks.filter_map(|(passage, mark)| value(code, passage, mark)).collect()
}

/// The year or rank that a mention names. “First” and “second” are mere words as often as not, and a
/// decade is no year.
fn value(code: Code, passage: &Passage, mark: &Mention) -> Option<Decimal> {
    let value = mark.quantity.value;
    let within = |low: i64, high: i64| (Decimal::from(low)..Decimal::from(high)).contains(&value);
    let is_decade = || passage.text[mark.range.clone()].ends_with('s');
    let is_meant = match (code, mark.quantity.kind) {
        (Code::DateChanged, Kind::Date) => within(1000, 2200) && !is_decade(),
        (Code::RankChanged, Kind::Ordinal) => within(3, 1000),
        _ => false,
    };
    is_meant.then(|| value.normalize())
}
