//! What the numbers of a text name that are no data.

use std::ops::Range;

use rust_decimal::Decimal;

use super::Said;
use super::superlatives::{NUMERALS_ZH, RANKS_EN};
use crate::check::prose::{Passage, last_letters};
use crate::lang::Lang;
use crate::quantity::temporal::{Expression, When};
use crate::quantity::{Kind, Mention, Unit};

/// How far before 第二 the word for a ranking may stand, in characters.
const NEAR: usize = 20;

/// What a number names that is no data: a year, a length of time, a rank, a name. A decade is no year.
pub(super) fn numbered(passage: &Passage, mark: &Mention, words: &str) -> Option<(Said, bool)> {
    let value = mark.quantity.value.normalize();
    let within = |low: i64, high: i64| (Decimal::from(low)..Decimal::from(high)).contains(&value);
    match (mark.quantity.kind, mark.quantity.unit) {
        // The first ten months are told by `temporal`.
        (Kind::Date, Some(_)) if is_first(&passage.text[..mark.range.start]) => None,
        (kind, Some(unit)) if kind == Kind::Date || is_span(&passage.text[mark.range.end..]) => {
            let mut bases = ["month", "day"].into_iter().filter_map(Unit::from_id);
            let span =
                |base: Unit| Some(Said::Span(unit.convert(value, base)?.normalize(), base.id()));
            Some((bases.find_map(span)?, true))
        }
        (Kind::Date, None) if within(1000, 2200) && !words.ends_with('s') => {
            Some((Said::Year(value), true))
        }
        (Kind::Ordinal, _) if is_school(passage, mark) || is_weekday(passage, mark) => None,
        (Kind::Ordinal, _) if within(1, 1000) => {
            let is_certain = within(3, 1000) || is_place(passage, mark);
            Some((Said::Rank(value), is_certain))
        }
        (Kind::Name, _) => short_name(words).map(|name| (Said::Name(name), true)),
        _ => None,
    }
}

/// The month, quarter or half that a time names, with the year beside it: 2024年1月, January 5, 2024,
/// the first half of 2024.
pub(super) fn dated(
    text: &str,
    lang: Lang,
    time: &Expression,
) -> Option<(u32, When, Range<usize>)> {
    let part = match time.when {
        When::Month { month, .. } => When::Month { month, third: None },
        When::Quarter { .. } | When::Half(_) | When::Season(_) => time.when,
        other => other.month()?,
    };
    let (year, range) = match lang {
        Lang::Zh => {
            let head = &text[..time.range.start];
            let head = head.strip_suffix('第').unwrap_or(head).strip_suffix('年')?;
            let start = head.len().checked_sub(4)?;
            (head.get(start..)?, start..time.range.end)
        }
        Lang::En => {
            let behind = &text[time.range.end..];
            // January 5, 2024; but “in January, 2000 people” is no year.
            let is_day = matches!(time.when, When::Day { .. });
            let comma = behind.strip_prefix(',').filter(|_| is_day);
            let rest = behind.strip_prefix(" of").or(comma).unwrap_or(behind);
            let rest = rest.strip_prefix(' ')?;
            let end = text.len() - rest.len() + 4;
            (rest.get(..4)?, time.range.start..end)
        }
    };
    let is_year = year.bytes().all(|byte| byte.is_ascii_digit());
    let goes_on = text[range.end..].starts_with(|next: char| next.is_ascii_digit());
    let is_listed = is_listed(&text[..range.start], &text[range.end..]);
    Some((year.parse().ok()?, part, range)).filter(|_| is_year && !goes_on && !is_listed)
}

/// Whether a time is one of several, of which each language names another beside the year: 2022年和2023年
/// 上半年, the first half of 2022 and 2023.
fn is_listed(before: &str, behind: &str) -> bool {
    const JOINTS: [&str; 16] = [
        "和", "及", "与", "、", "至", "到", "—", "–", "-", "－", "～", "~", "/", "and", "to", "or",
    ];
    let before = before.trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before).trim_end();
    let behind = behind.trim_start();
    JOINTS.iter().any(|joint| before.ends_with(joint) || behind.starts_with(joint))
}

/// The ranks of 苹果和小米分列第二、三位, and where each stands.
pub(super) fn listed_ranks(text: &str) -> Vec<(Decimal, Range<usize>)> {
    const LEAD: &str = "分列";
    let mut found = Vec::new();
    for (at, _) in text.match_indices(LEAD) {
        let start = at + LEAD.len();
        let near = text[start..].char_indices().nth(LONGEST_LIST);
        let near = near.map_or(&text[start..], |(end, _)| &text[start..start + end]);
        let Some(list) = near.find(['位', '名']).map(|end| &near[..end]) else { continue };
        // 分列全国第二、三位.
        let list = list.find('第').map_or(list, |first| &list[first..]);
        let items =
            list.split(['、', '和', '及']).map(|item| item.strip_prefix('第').unwrap_or(item));
        let ranks: Option<Vec<_>> = items
            .map(|item| {
                let place = item.as_ptr().addr() - text.as_ptr().addr();
                Some((rank(item)?, place..place + item.len()))
            })
            .collect();
        found.extend(ranks.into_iter().flatten());
    }
    found
}

/// A list of ranks has no more characters.
const LONGEST_LIST: usize = 24;

/// The rank that digits or a Chinese numeral up to nineteen say.
fn rank(words: &str) -> Option<Decimal> {
    let of = |numeral: &str| {
        let mut letters = numeral.chars();
        let first = letters.next().filter(|_| letters.next().is_none())?;
        NUMERALS_ZH.iter().position(|it| *it == first)
    };
    let beyond_ten = || Some(10 + of(words.strip_prefix('十')?)?);
    words.parse().ok().or_else(|| Some(of(words).or_else(beyond_ten)?.into()))
}

/// 五年来, 八个月前, a 15-year low.
fn is_span(behind: &str) -> bool {
    let extremes = [" low", " high", " peak", " record"];
    behind.starts_with(['来', '來', '前']) || extremes.iter().any(|word| behind.starts_with(word))
}

fn is_first(before: &str) -> bool {
    before.ends_with(['前', '头']) || before.trim_end().ends_with("first")
}

/// The bytes of a number with the Latin letters in front of it: G85.
pub(super) fn with_letters(text: &str, range: &Range<usize>) -> Range<usize> {
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

/// 周三 is a Wednesday.
fn is_weekday(passage: &Passage, mark: &Mention) -> bool {
    let before = &passage.text[..mark.range.start];
    ["周", "星期", "礼拜"].iter().any(|word| before.ends_with(word))
}

/// No. 1 Middle School is called so.
fn is_school(passage: &Passage, mark: &Mention) -> bool {
    let before = passage.text[..mark.range.start].trim_end_matches([' ', '\u{a0}']);
    let name = passage.text[mark.range.end..].strip_prefix(' ').unwrap_or_default();
    before.ends_with("No.") && name.starts_with(|letter: char| letter.is_ascii_uppercase())
}

/// Whether words end in a rank: the fifth of “from fifth to second”.
fn ends_in_rank(words: &str) -> bool {
    let (head, rank) = words.rsplit_once(' ').unwrap_or_default();
    let digits = rank.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let is_rank = RANKS_EN.contains(&rank) || digits.parse::<u32>().is_ok() && digits != rank;
    head.ends_with("from") && !rank.is_empty() && is_rank
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
            let ranks = [
                "排名", "居", "位列", "列", "排在", "排行", "跃升", "升至", "名次", "获", "摸得",
                "夺得",
            ];
            let ends = behind.chars().next().is_none_or(|next| "位名，。；、,.）)”".contains(next));
            let is_named = behind.strip_prefix('名').is_some_and(|rest| {
                rest.chars().next().is_none_or(|next| "，。；、,.".contains(next))
            });
            // 全国第二例.
            is_named
                || behind.starts_with('例')
                || ends && ranks.iter().any(|word| clause.contains(word))
        }
        Lang::En => {
            let last = before.trim_end_matches([' ', '\u{a0}']);
            let ranks = ["rank", "ranks", "ranked", "ranking", "placed", "finished", "came", "No."];
            let places = [
                " phase",
                " place",
                " seed",
                " in the province",
                " in the country",
                " in the world",
            ];
            ranks.iter().any(|word| last.ends_with(word))
                || places.iter().any(|word| behind.starts_with(word))
                || last.strip_suffix(" to").is_some_and(ends_in_rank)
        }
    }
}
