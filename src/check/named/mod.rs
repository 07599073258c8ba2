//! What a text names that is no data and that a translation has to keep: times, ranks, names like 5G,
//! sizes like 数百万, and words that have an opposite.

mod numbered;
mod opposites;
mod superlatives;
mod words;

use std::mem::discriminant;
use std::ops::Range;

use rust_decimal::Decimal;

use self::numbered::{listed_ranks, numbered, with_letters};
use self::opposites::Opposite;
use self::words::{Word, words};
use super::prose::Passage;
use crate::diag::Code;
use crate::lang::Lang;
use crate::quantity::temporal::{When, expressions};
use crate::quantity::{Kind, magnitudes};

/// What a mark says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    Year(Decimal),
    /// A length of time that is looked back or ahead on, with the unit that it is told in.
    Span(Decimal, &'static str),
    Time(When),
    /// A month, quarter or half of a year that stands beside it: 2024年1月.
    Dated(u32, When),
    Rank(Decimal),
    /// The size of a number that is not told, as a power of ten: 数百万.
    Size(u32),
    /// Letters and digits: 5G, G85.
    Name(String),
    /// A place told with a superlative: 第二大.
    Superlative(u32),
    /// A word that has an opposite: 顺差.
    Word(Opposite),
}

impl Said {
    /// Whether two are of one kind, so that one can stand in the other's place.
    pub(super) fn is_like(&self, other: &Said) -> bool {
        match (self, other) {
            (
                Said::Time(When::Quarter { is_up_to: false, .. } | When::Half(_)),
                Said::Time(When::Quarter { is_up_to: false, .. } | When::Half(_)),
            ) => true,
            (Said::Time(one), Said::Time(other)) => discriminant(one) == discriminant(other),
            (Said::Dated(year, part), Said::Dated(other, instead)) => match part {
                // January to March 2023 may be told by either month.
                When::Month { .. } => part == instead,
                _ => {
                    part == instead || year == other && discriminant(part) == discriminant(instead)
                }
            },
            (Said::Word(one), Said::Word(other)) => one.pair == other.pair,
            _ => discriminant(self) == discriminant(other),
        }
    }

    pub(super) fn code(&self) -> Code {
        match self {
            Said::Year(_) | Said::Span(..) | Said::Time(_) | Said::Dated(..) => Code::DateChanged,
            Said::Rank(_) | Said::Superlative(_) => Code::RankChanged,
            Said::Size(_) => Code::NumberScale,
            Said::Name(_) => Code::NameChanged,
            Said::Word(_) => Code::WordTurned,
        }
    }
}

/// Something where a passage names it.
pub(super) struct Named<'p> {
    pub(super) said: Said,
    pub(super) passage: &'p Passage,
    /// The number of the passage.
    pub(super) index: usize,
    pub(super) range: Range<usize>,
    /// Whether nothing else can be meant. “First” and “second” are mere words as often as not.
    pub(super) is_certain: bool,
}

impl Named<'_> {
    /// Its words, for a rank with the 第 in front.
    pub(super) fn words(&self) -> &str {
        let text = &self.passage.text;
        let start = self.range.start - if self.is_ordinal() { '第'.len_utf8() } else { 0 };
        &text[start..self.range.end]
    }

    fn is_ordinal(&self) -> bool {
        matches!(self.said, Said::Rank(_)) && self.passage.text[..self.range.start].ends_with('第')
    }
}

/// What is looked for besides the numbers that were found.
#[derive(Clone, Copy)]
struct Wanted {
    sizes: bool,
    times: bool,
    ranks: bool,
    superlatives: bool,
    /// A bit for each pair of opposites.
    opposites: u64,
}

/// What an original and its translation name. What the Chinese side has none of, the English side is not
/// searched for: nothing could stand in its place.
pub(super) fn named_in_both<'p>(one: &'p [Passage], other: &'p [Passage]) -> [Vec<Named<'p>>; 2] {
    let is_chinese = one.first().is_some_and(|passage| passage.lang == Lang::Zh);
    let (chinese, english) = if is_chinese { (one, other) } else { (other, one) };
    let all =
        Wanted { sizes: true, times: true, ranks: true, superlatives: true, opposites: u64::MAX };
    let chinese = named(chinese, all);
    let mut wanted =
        Wanted { sizes: false, times: false, ranks: false, superlatives: false, opposites: 0 };
    for named in &chinese {
        match named.said {
            Said::Size(_) => wanted.sizes = true,
            Said::Time(_) | Said::Dated(..) => wanted.times = true,
            // 倒数第七位 is “the seventh-lowest”.
            Said::Rank(_) => (wanted.ranks, wanted.superlatives) = (true, true),
            Said::Superlative(_) => wanted.superlatives = true,
            Said::Word(word) => wanted.opposites |= 1 << word.pair,
            _ => {}
        }
    }
    let english = named(english, wanted);
    if is_chinese { [chinese, english] } else { [english, chinese] }
}

/// What passages name, in their order.
fn named(passages: &[Passage], wanted: Wanted) -> Vec<Named<'_>> {
    let mut all = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        let mut add = |said, range, is_certain| {
            all.push(Named { said, passage, index, range, is_certain });
        };
        of_numbers(passage, &mut add);
        if passage.lang == Lang::Zh {
            for (rank, range) in listed_ranks(&passage.text) {
                add(Said::Rank(rank), range, true);
            }
        }
        if wanted.ranks || wanted.opposites != 0 {
            of_words(passage, wanted.opposites, &mut add);
        }
        if wanted.sizes {
            for size in magnitudes(&passage.text, passage.lang) {
                add(Said::Size(size.exponent), size.range, true);
            }
        }
        if wanted.times {
            of_times(passage, &mut add);
        }
        if wanted.superlatives && passage.lang == Lang::En {
            for (range, place) in superlatives::in_english(&passage.text) {
                add(Said::Superlative(place), range, true);
            }
        }
    }
    all
}

/// What the numbers of a passage name.
fn of_numbers(passage: &Passage, add: &mut impl FnMut(Said, Range<usize>, bool)) {
    for mark in &passage.others {
        let range = with_letters(&passage.text, &mark.range);
        if let Some((said, is_certain)) = numbered(passage, mark, &passage.text[range.clone()]) {
            add(said, range, is_certain);
        }
        if mark.quantity.kind == Kind::Name {
            // 世界500强 is “the Global 500”.
            add(Said::Rank(mark.quantity.value.normalize()), mark.range.clone(), false);
        }
    }
    for number in &passage.numbers {
        // 连续9年 is “the ninth straight year”, 已加息11次 “its eleventh increase”.
        let value = number.quantity.value.normalize();
        let is_counted = number.quantity.unit.is_some_and(|unit| {
            ["year", "quarter", "month", "week", "day", "times"].contains(&unit.id())
        });
        let is_counted = is_counted || passage.words(number).ends_with('次');
        if is_counted && value.is_integer() && value < Decimal::ONE_THOUSAND {
            add(Said::Rank(value), number.range.clone(), false);
        }
    }
}

/// What words say, opposites in the pairs that are `wanted`.
fn of_words(passage: &Passage, wanted: u64, add: &mut impl FnMut(Said, Range<usize>, bool)) {
    let text = passage.text.as_str();
    for (range, word) in words(text, passage.lang) {
        match word {
            Word::Place(place) => add(Said::Rank(place.into()), range.clone(), true),
            Word::Strong => {
                // 世界500强 is a name.
                let digits = trailing_digits(&text[..range.start]);
                if let Ok(value) = text[digits..range.start].parse() {
                    add(Said::Rank(value), digits..range.start, false);
                }
            }
            Word::Opposite(sides) => {
                for (word, is_certain) in sides.within(wanted) {
                    add(Said::Word(word), range.clone(), is_certain);
                }
            }
            Word::Superlative => {}
        }
        if passage.lang == Lang::Zh
            && text[range.start..].starts_with(['第', '最'])
            && let Some((range, place)) = superlatives::in_chinese(text, range.start)
        {
            add(Said::Superlative(place), range, true);
        }
    }
}

/// The times of a passage.
fn of_times(passage: &Passage, add: &mut impl FnMut(Said, Range<usize>, bool)) {
    // The first half of 2023 beside the same period of 2022 may be told from either.
    let same: &[&str] = match passage.lang {
        Lang::Zh => &["同期"],
        Lang::En => &["same ", "corresponding "],
    };
    let tells_same_period = same.iter().any(|word| passage.text.contains(word));
    for time in expressions(&passage.text, passage.lang) {
        if let When::Day { month: None, day } = time.when {
            add(Said::Rank(day.into()), time.range.clone(), false);
        }
        if !tells_same_period
            && let Some((year, part, range)) = numbered::dated(&passage.text, passage.lang, &time)
        {
            add(Said::Dated(year, part), range, true);
        }
        // “than last year” is 同比 and 比上年 as well.
        let may_compare = passage.lang == Lang::En;
        let is_certain = time.when != When::YearFromNow(-1) || !may_compare;
        add(Said::Time(time.when), time.range, is_certain);
    }
}

/// Where the digits begin that a text ends with.
fn trailing_digits(text: &str) -> usize {
    let digits = text.bytes().rev().take(4).take_while(u8::is_ascii_digit);
    text.len() - digits.count()
}
