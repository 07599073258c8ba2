//! `date-changed`, `rank-changed`, `name-changed`, `word-turned` and `number-scale`: a time, a rank, a
//! name like 5G, a word or a size like 数百万 in whose place the translation has another.
//!
//! Translators leave years out, or name them where the original says “last year”. Only a time that the
//! translation has alone, beside one of the same kind that the original has alone, is a changed one.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::check::context::{PageContext, Prose};
use crate::check::findings::Findings;
use crate::check::named::{Named, Said, named_in_both};
use crate::check::prose::Passage;
use crate::check::say::{language, list};
use crate::diag::{Code, Diagnostic, Span};
use crate::quantity::temporal::When;

/// The most that a message names.
const MOST_NAMED: usize = 5;

pub(super) fn check(context: &PageContext<'_>, found: &mut Findings) {
    let Some((original, translation)) = context.both() else { return };
    for diagnostic in in_prose(original, translation) {
        found.push(diagnostic);
    }
}

/// What stands in another paragraph has only moved.
fn in_prose(original: &Prose, translation: &Prose) -> Vec<Diagnostic> {
    let (one, other) = (&original.passages, &translation.passages);
    let [said, told] = named_in_both(one, other);
    let everywhere = LazyCell::new(|| [Known::of(&said), Known::of(&told)]);
    if !one.iter().map(|one| one.kind).eq(other.iter().map(|other| other.kind)) {
        return changed(&said, &told, &everywhere);
    }
    let pairs = of_each(&said, one.len()).zip(of_each(&told, other.len()));
    pairs.flat_map(|(one, other)| changed(one, other, &everywhere)).collect()
}

/// The changed times and ranks of two texts.
pub(super) fn in_words(original: &Passage, translation: &Passage) -> Vec<Diagnostic> {
    let (one, other) = (std::slice::from_ref(original), std::slice::from_ref(translation));
    let [said, told] = named_in_both(one, other);
    changed(&said, &told, &LazyCell::new(Default::default))
}

/// The names of each passage.
fn of_each<'m, 'p>(
    names: &'m [Named<'p>],
    passages: usize,
) -> impl Iterator<Item = &'m [Named<'p>]> {
    (0..passages).map(|index| {
        let from = names.partition_point(|named| named.index < index);
        let to = names.partition_point(|named| named.index <= index);
        &names[from..to]
    })
}

/// What a text says, to be looked up.
#[derive(Default)]
struct Known {
    said: BTreeSet<Said>,
    /// Ranks that no unit follows: “by the third”.
    bare_ranks: BTreeSet<Said>,
}

impl Known {
    fn of(names: &[Named<'_>]) -> Known {
        let months = names.iter().filter_map(|named| match &named.said {
            Said::Time(when) => when.month().map(Said::Time),
            _ => None,
        });
        let streaks: BTreeMap<(usize, usize), usize> = names
            .iter()
            .filter(|named| matches!(named.said, Said::Time(When::Streak { .. })))
            .map(|named| ((named.index, named.range.start), named.range.end))
            .collect();
        let is_bare = |rank: &&Named<'_>| {
            let place = (rank.index, rank.range.start);
            let before = streaks.range(..=place).next_back();
            matches!(rank.said, Said::Rank(_))
                && !before.is_some_and(|(start, end)| start.0 == place.0 && place.1 < *end)
        };
        Known {
            said: names.iter().map(|named| named.said.clone()).chain(months).collect(),
            bare_ranks: names.iter().filter(is_bare).map(|named| named.said.clone()).collect(),
        }
    }

    fn has(&self, said: &Said) -> bool {
        match said {
            Said::Time(when) => {
                when.alike().into_iter().any(|alike| self.said.contains(&Said::Time(alike)))
                    || self.has_rank_of(*when)
            }
            // 倒数第七位 is “the seventh-lowest”.
            Said::Rank(place) => {
                let place = u32::try_from(*place).ok().map(Said::Superlative);
                self.said.contains(said) || place.is_some_and(|place| self.said.contains(&place))
            }
            _ => self.said.contains(said),
        }
    }

    /// “by the third”, which is 第三年.
    fn has_rank_of(&self, when: When) -> bool {
        let When::Streak { count, .. } = when else { return false };
        let units = [1, 3, 7, 12].into_iter().filter(|unit| count % unit == 0);
        units.into_iter().any(|unit| self.bare_ranks.contains(&Said::Rank((count / unit).into())))
    }
}

/// What of `told` stands in the place of something that only `said` has; `everywhere` is what the
/// whole of each side says, which is seldom needed.
fn changed(
    said: &[Named<'_>],
    told: &[Named<'_>],
    everywhere: &LazyCell<[Known; 2], impl FnOnce() -> [Known; 2]>,
) -> Vec<Diagnostic> {
    let missing = alone(said, told, |named| named.is_certain);
    if missing.is_empty() {
        return Vec::new();
    }
    let added = alone(told, said, |named| named.is_certain || is_second(named));
    if added.is_empty() {
        return Vec::new();
    }
    let [all, others] = &**everywhere;
    let missing = grouped(missing.into_iter().filter(|named| !others.has(&named.said)));
    let added = added.into_iter().filter(|named| !all.has(&named.said));
    let told = added.filter_map(|named| {
        let stands_for = |missing: &&Missing<'_>| {
            (named.is_certain || missing.is_no_second) && missing.said.is_like(&named.said)
        };
        Some((missing.iter().find(stands_for)?, named))
    });
    let told: Vec<_> = told.collect();
    // Of a season and its year, the one is told that is another, if the original has it nowhere.
    let parts =
        told.iter().filter(|(_, named)| matches!(named.said, Said::Time(_) | Said::Year(_)));
    let parts: BTreeSet<_> = parts.map(|(_, part)| (part.index, part.range.start)).collect();
    let is_told_within = |named: &Named<'_>| {
        let within = (named.index, named.range.start)..(named.index, named.range.end);
        matches!(named.said, Said::Dated(..)) && parts.range(within).next().is_some()
    };
    let kept = told.iter().filter(|(_, named)| !is_told_within(named));
    kept.map(|(missing, named)| in_place_of(missing, named)).collect()
}

/// What may make a “second” of an English text, which is a mere word as often as not.
const TWO: [&str; 20] = [
    "二", "两", "兩", "2", "再", "又", "另", "双", "随", "亚", "秒", "其次", "次年", "前次",
    "次席", "上次", "上轮", "上届", "前一", "仅次",
];

/// What makes another word of it: second only to, a second thought.
const SECOND: [&str; 10] = [
    "only",
    "term",
    "thought",
    "wind",
    "half",
    "quarter",
    "home",
    "city",
    "chamber",
    "administration",
];

/// Whether it is the word “second” before a noun: its second cut.
fn is_second(named: &Named<'_>) -> bool {
    let behind = named.passage.text[named.range.end..].strip_prefix(' ').unwrap_or_default();
    named.said == Said::Rank(Decimal::TWO)
        && named.words() == "second"
        && behind.starts_with(|next: char| next.is_ascii_lowercase())
        && !SECOND.iter().any(|word| behind.starts_with(word))
}

/// Whether it is the third time or a later one, in a text that says nothing of two: 第三次降息.
fn is_no_second(named: &Named<'_>) -> bool {
    let text = &named.passage.text;
    matches!(&named.said, Said::Rank(place) if *place > Decimal::TWO)
        && text[named.range.end..].starts_with(['次', '轮', '届'])
        && !TWO.iter().any(|word| text.contains(word))
}

/// The ones of some names that are `wanted`, to which others have nothing alike.
fn alone<'m, 'p>(
    names: &'m [Named<'p>],
    others: &[Named<'_>],
    wanted: impl Fn(&Named<'_>) -> bool,
) -> Vec<&'m Named<'p>> {
    let known = Known::of(others);
    names.iter().filter(|named| wanted(named) && !known.has(&named.said)).collect()
}

/// What the translation lacks of one kind.
struct Missing<'m> {
    said: &'m Said,
    words: Vec<&'m str>,
    /// Where the first one stands.
    span: Span,
    /// Whether “second” cannot stand for it.
    is_no_second: bool,
}

/// Some words of each kind of names.
fn grouped<'m, 'p: 'm>(names: impl Iterator<Item = &'m Named<'p>>) -> Vec<Missing<'m>> {
    let mut groups: Vec<Missing<'m>> = Vec::new();
    for named in names {
        let known = groups.iter().position(|group| group.said.is_like(&named.said));
        let group = known.unwrap_or_else(|| {
            let span = named.passage.origin(&named.range);
            let (said, is_no_second) = (&named.said, is_no_second(named));
            groups.push(Missing { said, words: Vec::new(), span, is_no_second });
            groups.len() - 1
        });
        let words = &mut groups[group].words;
        if words.len() < MOST_NAMED && !words.contains(&named.words()) {
            words.push(named.words());
        }
    }
    groups
}

fn in_place_of(missing: &Missing<'_>, named: &Named<'_>) -> Diagnostic {
    let (lang, written) = (language(named.passage.lang), named.words());
    let original = list(&missing.words);
    let message = match named.said.code() {
        Code::RankChanged => {
            text!("rank-changed", lang = lang, written = written, original = original)
        }
        Code::NumberScale => {
            text!("number-scale.size", lang = lang, written = written, original = original)
        }
        Code::NameChanged => {
            text!("name-changed", lang = lang, written = written, original = original)
        }
        Code::WordTurned => {
            text!("word-turned", lang = lang, written = written, original = original)
        }
        _ => text!("date-changed", lang = lang, written = written, original = original),
    };
    let found = Diagnostic::new(named.said.code(), named.passage.origin(&named.range), message);
    let found = found.hint(match named.said.code() {
        Code::WordTurned => text!("word-turned.hint"),
        _ => text!("date-changed.hint"),
    });
    match missing.words[..] {
        [_] => found.label(missing.span, text!("label.in-original")),
        _ => found,
    }
}
