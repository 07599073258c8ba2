//! `date-changed`, `rank-changed`, `name-changed` and `number-scale`: a time, a rank, a name like 5G or
//! a size like 数百万 in whose place the translation has another.
//!
//! Translators leave years out, or name them where the original says “last year”. Only a time that the
//! translation has alone, beside one of the same kind that the original has alone, is a changed one.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::mem::discriminant;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::check::context::{PageContext, Prose};
use crate::check::findings::Findings;
use crate::check::prose::{Passage, last_letters};
use crate::check::say::{language, list};
use crate::diag::{Code, Diagnostic, Span};
use crate::lang::Lang;
use crate::quantity::temporal::{When, expressions};
use crate::quantity::{Kind, Mention, Unit, magnitudes};

/// How far before 第二 the word for a ranking may stand, in characters.
const NEAR: usize = 20;

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
    let [said, told] = marks_of_both(one, other);
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
    let [said, told] = marks_of_both(one, other);
    changed(&said, &told, &LazyCell::new(Default::default))
}

/// What a mark says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Year(Decimal),
    /// A length of time that is looked back or ahead on, with the unit that it is told in.
    Span(Decimal, &'static str),
    Time(When),
    Rank(Decimal),
    /// The size of a number that is not told, as a power of ten: 数百万.
    Size(u32),
    /// Letters and digits: 5G, G85.
    Name(String),
}

impl Said {
    /// Whether two are of one kind, so that one can stand in the other's place.
    fn is_like(&self, other: &Said) -> bool {
        match (self, other) {
            (
                Said::Time(When::Quarter { is_up_to: false, .. } | When::Half(_)),
                Said::Time(When::Quarter { is_up_to: false, .. } | When::Half(_)),
            ) => true,
            (Said::Time(one), Said::Time(other)) => discriminant(one) == discriminant(other),
            _ => discriminant(self) == discriminant(other),
        }
    }

    fn code(&self) -> Code {
        match self {
            Said::Year(_) | Said::Span(..) | Said::Time(_) => Code::DateChanged,
            Said::Rank(_) => Code::RankChanged,
            Said::Size(_) => Code::NumberScale,
            Said::Name(_) => Code::NameChanged,
        }
    }
}

/// A time or a rank where a passage names it.
struct Mark<'p> {
    said: Said,
    passage: &'p Passage,
    /// The number of the passage.
    index: usize,
    range: Range<usize>,
    /// Whether it can only be meant as a time or a rank. “First” and “second” are mere words as often
    /// as not.
    is_certain: bool,
}

impl Mark<'_> {
    /// Its words, for a rank with the 第 in front.
    fn words(&self) -> &str {
        let text = &self.passage.text;
        let start = self.range.start - if self.is_ordinal() { '第'.len_utf8() } else { 0 };
        &text[start..self.range.end]
    }

    fn is_ordinal(&self) -> bool {
        matches!(self.said, Said::Rank(_)) && self.passage.text[..self.range.start].ends_with('第')
    }
}

/// Which marks are looked for besides the numbers that were found.
#[derive(Clone, Copy)]
struct Wanted {
    sizes: bool,
    times: bool,
}

/// The marks of an original and of its translation. What the Chinese side has none of, the English
/// side is not searched for: nothing could stand in its place.
fn marks_of_both<'p>(one: &'p [Passage], other: &'p [Passage]) -> [Vec<Mark<'p>>; 2] {
    let is_chinese = one.first().is_some_and(|passage| passage.lang == Lang::Zh);
    let (chinese, english) = if is_chinese { (one, other) } else { (other, one) };
    let chinese = marks(chinese, Wanted { sizes: true, times: true });
    let sizes = chinese.iter().any(|mark| matches!(mark.said, Said::Size(_)));
    let times = chinese.iter().any(|mark| matches!(mark.said, Said::Time(_)));
    let english = marks(english, Wanted { sizes, times });
    if is_chinese { [chinese, english] } else { [english, chinese] }
}

/// The times and ranks of passages, in their order.
fn marks(passages: &[Passage], wanted: Wanted) -> Vec<Mark<'_>> {
    let mut all = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        let mut add = |said, range, is_certain| {
            all.push(Mark { said, passage, index, range, is_certain });
        };
        for mark in &passage.others {
            let range = with_letters(&passage.text, &mark.range);
            if let Some((said, is_certain)) = numbered(passage, mark, &passage.text[range.clone()])
            {
                add(said, range, is_certain);
            }
            if mark.quantity.kind == Kind::Name {
                // 世界500强 is “the Global 500”.
                add(Said::Rank(mark.quantity.value.normalize()), mark.range.clone(), false);
            }
        }
        for (at, _) in passage.text.match_indices('强') {
            // 世界500强 is a name that the scanner passes over.
            let digits = trailing_digits(&passage.text[..at]);
            if let Ok(value) = passage.text[digits..at].parse() {
                add(Said::Rank(value), digits..at, false);
            }
        }
        if wanted.sizes {
            for size in magnitudes(&passage.text, passage.lang) {
                add(Said::Size(size.exponent), size.range, true);
            }
        }
        for number in &passage.numbers {
            // 连续9年 is “the ninth straight year”.
            let value = number.quantity.value.normalize();
            let is_counted = number.quantity.unit.is_some_and(|unit| {
                ["year", "quarter", "month", "week", "day", "times"].contains(&unit.id())
            });
            if is_counted && value.is_integer() && value < Decimal::ONE_THOUSAND {
                add(Said::Rank(value), number.range.clone(), false);
            }
        }
        if wanted.times {
            for time in expressions(&passage.text, passage.lang) {
                if let When::Day { month: None, day } = time.when {
                    add(Said::Rank(day.into()), time.range.clone(), false);
                }
                add(Said::Time(time.when), time.range, true);
            }
        }
    }
    all
}

/// Where the digits begin that a text ends with.
fn trailing_digits(text: &str) -> usize {
    let digits = text.bytes().rev().take(4).take_while(u8::is_ascii_digit);
    text.len() - digits.count()
}

/// The marks of each passage.
fn of_each<'m, 'p>(marks: &'m [Mark<'p>], passages: usize) -> impl Iterator<Item = &'m [Mark<'p>]> {
    (0..passages).map(|index| {
        let from = marks.partition_point(|mark| mark.index < index);
        let to = marks.partition_point(|mark| mark.index <= index);
        &marks[from..to]
    })
}

/// What a number names that is no data: a year, a length of time, a rank, a name. A decade is no year.
fn numbered(passage: &Passage, mark: &Mention, words: &str) -> Option<(Said, bool)> {
    let value = mark.quantity.value.normalize();
    let within = |low: i64, high: i64| (Decimal::from(low)..Decimal::from(high)).contains(&value);
    match (mark.quantity.kind, mark.quantity.unit) {
        // The first ten months are told by `temporal`.
        (Kind::Date, Some(_)) if is_first(&passage.text[..mark.range.start]) => None,
        (kind, Some(unit)) if kind == Kind::Date || is_since(&passage.text[mark.range.end..]) => {
            let mut bases = ["month", "day"].into_iter().filter_map(Unit::from_id);
            let span =
                |base: Unit| Some(Said::Span(unit.convert(value, base)?.normalize(), base.id()));
            Some((bases.find_map(span)?, true))
        }
        (Kind::Date, None) if within(1000, 2200) && !words.ends_with('s') => {
            Some((Said::Year(value), true))
        }
        (Kind::Ordinal, _) if within(1, 1000) => {
            let is_certain = within(3, 1000) || is_place(passage, mark);
            Some((Said::Rank(value), is_certain))
        }
        (Kind::Name, _) => short_name(words).map(|name| (Said::Name(name), true)),
        _ => None,
    }
}

/// 五年来.
fn is_since(behind: &str) -> bool {
    behind.starts_with(['来', '來'])
}

fn is_first(before: &str) -> bool {
    before.ends_with(['前', '头']) || before.trim_end().ends_with("first")
}

/// The bytes of a number with the Latin letters in front of it: G85.
fn with_letters(text: &str, range: &Range<usize>) -> Range<usize> {
    let head = text[..range.start].bytes().rev().take(LONGEST_NAME);
    let letters = head.take_while(|byte| byte.is_ascii_uppercase() || *byte == b'-').count();
    range.start - letters..range.end
}

/// The longest name of letters and digits that both languages write alike.
const LONGEST_NAME: usize = 6;

/// 5G and G85, as they are compared.
fn short_name(words: &str) -> Option<String> {
    let is_plain = words.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let has = |is: fn(&u8) -> bool| words.bytes().any(|byte| is(&byte));
    let is_name = is_plain && has(u8::is_ascii_uppercase) && has(u8::is_ascii_digit);
    (is_name && words.len() <= LONGEST_NAME).then(|| words.replace('-', ""))
}

/// Whether “first” or 第二 is a place in a ranking: 第2位, ranks second.
fn is_place(passage: &Passage, mark: &Mention) -> bool {
    let before = &passage.text[..mark.range.start];
    let behind = &passage.text[mark.range.end..];
    let is_phase = || passage.text[mark.range.clone()].contains('期');
    match passage.lang {
        Lang::Zh if is_phase() => true,
        Lang::Zh => {
            let Some(head) = before.strip_suffix('第') else { return false };
            let head = last_letters(head, NEAR);
            let clause = head.rsplit(['，', '。', '；', '、', ',', ' ']).next().unwrap_or_default();
            let ranks = ["排名", "居", "位列", "列", "排在", "排行", "跃升", "升至", "名次"];
            let ends = behind.chars().next().is_none_or(|next| "位名，。；、,.）)”".contains(next));
            let is_named = behind.strip_prefix('名').is_some_and(|rest| {
                rest.chars().next().is_none_or(|next| "，。；、,.".contains(next))
            });
            is_named || ends && ranks.iter().any(|word| clause.contains(word))
        }
        Lang::En => {
            let last = before.trim_end_matches([' ', '\u{a0}']);
            let ranks = ["rank", "ranks", "ranked", "ranking", "placed", "finished", "came", "No."];
            let places =
                [" phase", " place", " in the province", " in the country", " in the world"];
            ranks.iter().any(|word| last.ends_with(word))
                || places.iter().any(|word| behind.starts_with(word))
        }
    }
}

/// What a text says, to be looked up.
#[derive(Default)]
struct Known(BTreeSet<Said>);

impl Known {
    fn of(marks: &[Mark<'_>]) -> Known {
        let months = marks.iter().filter_map(|mark| match &mark.said {
            Said::Time(when) => when.month().map(Said::Time),
            _ => None,
        });
        Known(marks.iter().map(|mark| mark.said.clone()).chain(months).collect())
    }

    fn has(&self, said: &Said) -> bool {
        match said {
            Said::Time(when) => {
                when.alike().into_iter().any(|alike| self.0.contains(&Said::Time(alike)))
            }
            _ => self.0.contains(said),
        }
    }
}

/// What of `told` stands in the place of something that only `said` has; `everywhere` is what the
/// whole of each side says, which is seldom needed.
fn changed(
    said: &[Mark<'_>],
    told: &[Mark<'_>],
    everywhere: &LazyCell<[Known; 2], impl FnOnce() -> [Known; 2]>,
) -> Vec<Diagnostic> {
    let (missing, added) = (alone(said, told), alone(told, said));
    if missing.is_empty() || added.is_empty() {
        return Vec::new();
    }
    let [all, others] = &**everywhere;
    let missing = grouped(missing.into_iter().filter(|mark| !others.has(&mark.said)));
    let added = added.into_iter().filter(|mark| !all.has(&mark.said));
    added
        .filter_map(|mark| {
            let missing = missing.iter().find(|missing| missing.said.is_like(&mark.said))?;
            Some(in_place_of(missing, mark))
        })
        .collect()
}

/// The certain ones of some marks to which others have nothing alike.
fn alone<'m, 'p>(marks: &'m [Mark<'p>], others: &[Mark<'_>]) -> Vec<&'m Mark<'p>> {
    let known = Known::of(others);
    marks.iter().filter(|mark| mark.is_certain && !known.has(&mark.said)).collect()
}

/// What the translation lacks of one kind.
struct Missing<'m> {
    said: &'m Said,
    words: Vec<&'m str>,
    /// Where the first one stands.
    span: Span,
}

/// Some words of each kind of marks.
fn grouped<'m, 'p: 'm>(marks: impl Iterator<Item = &'m Mark<'p>>) -> Vec<Missing<'m>> {
    let mut groups: Vec<Missing<'m>> = Vec::new();
    for mark in marks {
        let known = groups.iter().position(|group| group.said.is_like(&mark.said));
        let group = known.unwrap_or_else(|| {
            let span = mark.passage.origin(&mark.range);
            groups.push(Missing { said: &mark.said, words: Vec::new(), span });
            groups.len() - 1
        });
        let words = &mut groups[group].words;
        if words.len() < MOST_NAMED && !words.contains(&mark.words()) {
            words.push(mark.words());
        }
    }
    groups
}

fn in_place_of(missing: &Missing<'_>, mark: &Mark<'_>) -> Diagnostic {
    let (lang, written) = (language(mark.passage.lang), mark.words());
    let original = list(&missing.words);
    let message = match mark.said.code() {
        Code::RankChanged => {
            text!("rank-changed", lang = lang, written = written, original = original)
        }
        Code::NumberScale => {
            text!("number-scale.size", lang = lang, written = written, original = original)
        }
        Code::NameChanged => {
            text!("name-changed", lang = lang, written = written, original = original)
        }
        _ => text!("date-changed", lang = lang, written = written, original = original),
    };
    let found = Diagnostic::new(mark.said.code(), mark.passage.origin(&mark.range), message);
    let found = found.hint(text!("date-changed.hint"));
    match missing.words[..] {
        [_] => found.label(missing.span, text!("label.in-original")),
        _ => found,
    }
}
