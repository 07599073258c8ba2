//! What a number is counted on: 年产10万吨 is no output of a month, 每千人口3.2人 none of a hundred.

use super::excuse::holds;
use crate::check::prose::Passage;
use crate::lang::Lang;

/// One measure that numbers are counted on: Chinese words before them, English ones behind them.
struct Rate {
    zh: &'static [&'static str],
    en: &'static [&'static str],
}

/// The measures.
const RATES: [Rate; 8] = [
    Rate {
        zh: &["每年", "年产", "年均"],
        en: &["a year", "per year", "each year", "every year", "annually", "per annum"],
    },
    Rate {
        zh: &["每月", "月产", "月均"],
        en: &["a month", "per month", "each month", "every month", "monthly"],
    },
    Rate {
        zh: &["每天", "每日", "日产", "日均", "日供", "日处理"],
        en: &["a day", "per day", "each day", "every day", "daily"],
    },
    Rate { zh: &["每百"], en: &["per hundred", "per 100 ", "per one hundred"] },
    Rate { zh: &["每千"], en: &["per thousand", "per 1,000 ", "per 1000 ", "per one thousand"] },
    Rate { zh: &["每万"], en: &["per ten thousand", "per 10,000 "] },
    Rate { zh: &["每10万", "每十万"], en: &["per hundred thousand", "per 100,000 "] },
    Rate { zh: &["每百万"], en: &["per million", "per 1 million"] },
];

/// The words with which each passage says what a number is counted on, where they differ.
pub(super) fn differing<'p>(
    original: (&'p Passage, usize),
    translation: (&'p Passage, usize),
) -> Option<[&'static str; 2]> {
    let (one, here) = rate(original.0, original.1)?;
    let (other, there) = rate(translation.0, translation.1)?;
    (one != other).then_some([here, there])
}

/// Which measure a number is counted on, and the word that says so.
fn rate(passage: &Passage, index: usize) -> Option<(usize, &'static str)> {
    let range = &passage.numbers.get(index)?.range;
    let found = |words: fn(&Rate) -> &'static [&'static str], text: &str, is_last: bool| {
        let all = RATES
            .iter()
            .enumerate()
            .flat_map(move |(rate, row)| words(row).iter().map(move |word| (rate, *word)));
        let said = all.filter(|(_, word)| holds(text, word, passage.lang));
        let placed = said.filter_map(|(rate, word)| {
            let at = if is_last { text.rfind(word) } else { text.find(word) }?;
            // 每千瓦时 is one, not a thousand.
            let is_unit = word == "每千" && text[at + word.len()..].starts_with(['瓦', '克', '米']);
            (!is_unit).then_some((at, word.len(), rate, word))
        });
        placed.collect::<Vec<_>>()
    };
    let (_, _, rate, word) = match passage.lang {
        Lang::Zh => {
            let floor = index.checked_sub(1).map_or(0, |last| passage.numbers[last].range.end);
            let clause = passage.text.get(floor..range.start)?.rsplit(ends_clause).next()?;
            found(|row| row.zh, clause, true).into_iter().max()
        }
        Lang::En => {
            let next = passage.numbers.get(index + 1);
            let end = next.map_or(passage.text.len(), |next| next.range.start);
            let behind = passage.text.get(range.end..end)?.to_ascii_lowercase();
            let clause = clause_of(&behind);
            let mut all = found(|row| row.en, clause, false);
            all.sort_by_key(|(at, length, ..)| (*at, usize::MAX - length));
            all.into_iter().next().filter(|(at, ..)| *at <= NEAR)
        }
    }?;
    Some((rate, word))
}

/// How far behind an English number its measure may stand, in bytes: 3.2 licensed doctors per.
const NEAR: usize = 30;

fn ends_clause(letter: char) -> bool {
    "，。；：、！？\n".contains(letter)
}

/// The words up to the end of the clause; a comma inside 1,000 ends none.
fn clause_of(text: &str) -> &str {
    let ends = text.char_indices().find(|(at, letter)| {
        let inside = text[at + letter.len_utf8()..].starts_with(|next: char| next.is_ascii_digit());
        ";:.\n".contains(*letter) || *letter == ',' && !inside
    });
    ends.map_or(text, |(at, _)| &text[..at])
}
