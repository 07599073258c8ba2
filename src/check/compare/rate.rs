//! What a number is counted on: 年产10万吨 is no output of a month, 每千人口3.2人 none of a hundred.

use crate::check::prose::Passage;
use crate::lang::Lang;

/// One measure that numbers are counted on: Chinese words before them, English ones behind them.
struct Rate {
    zh: &'static [&'static str],
    en: &'static [&'static str],
}

/// The measures.
const RATES: [Rate; 14] = [
    Rate {
        zh: &["每年", "年产", "年均", "年薪", "年收入"],
        en: &["a year", "per year", "each year", "every year", "annually", "per annum"],
    },
    Rate {
        zh: &["每月", "月产", "月均", "月薪", "月工资", "月收入"],
        en: &["a month", "per month", "each month", "every month", "monthly"],
    },
    Rate { zh: &["每周"], en: &["a week", "per week", "each week", "every week", "weekly"] },
    Rate {
        zh: &["每天", "每日", "日产", "日均", "日供", "日处理"],
        en: &["a day", "per day", "each day", "every day", "daily"],
    },
    Rate { zh: &["每小时"], en: &["an hour", "per hour", "each hour", "every hour", "hourly"] },
    Rate { zh: &["每分钟"], en: &["a minute", "per minute", "each minute", "every minute"] },
    Rate { zh: &["每秒"], en: &["a second", "per second", "each second", "every second"] },
    Rate {
        zh: &["同比"],
        en: &[
            "year on year",
            "year-on-year",
            "from a year earlier",
            "from a year before",
            "than a year before",
            "than a year earlier",
            "from a year ago",
            "than a year ago",
            "from the same period",
        ],
    },
    Rate {
        zh: &["环比"],
        en: &[
            "month on month",
            "month-on-month",
            "from the previous month",
            "from a month earlier",
            "quarter on quarter",
            "quarter-on-quarter",
            "from the previous quarter",
            "from a quarter earlier",
            "from the previous three months",
        ],
    },
    Rate { zh: &["每百"], en: &["per hundred", "per 100", "per one hundred"] },
    Rate { zh: &["每千"], en: &["per thousand", "per 1,000", "per 1000", "per one thousand"] },
    Rate { zh: &["每万"], en: &["per ten thousand", "per 10,000"] },
    Rate {
        zh: &["每10万", "每十万"],
        en: &["per hundred thousand", "per 100,000", "for every hundred thousand"],
    },
    Rate { zh: &["每百万"], en: &["per million", "per 1 million"] },
];

/// Where the measures begin that count on so many people or things; the others are times, and what a
/// change is measured from.
const FIRST_COUNT: usize = 9;

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
    let floor = index.checked_sub(1).map_or(0, |last| passage.numbers[last].range.end);
    let head = passage.text.get(floor..range.start)?;
    match passage.lang {
        Lang::Zh => last(Lang::Zh, head.rsplit(ends_clause).next()?),
        Lang::En => {
            let next = passage.numbers.get(index + 1);
            let end = next.map_or(passage.text.len(), |next| next.range.start);
            let behind = passage.text.get(range.end..end)?;
            let reach = behind.char_indices().nth(2 * NEAR).map_or(behind.len(), |(at, _)| at);
            let behind = behind[..reach].to_ascii_lowercase();
            let behind = said(Lang::En, clause_of(&behind))
                .min_by_key(|found| (found.at, usize::MAX - found.word.len()))
                .filter(|found| found.at <= NEAR)
                .map(|found| (found.rate, found.word));
            // “doctors per 10,000 people increased to 3.1”
            let before = || {
                let head = head.rsplit([';', '.']).next()?;
                let count = head.rfind("per ").or_else(|| head.rfind("every "))?;
                last(Lang::En, &head[count..].to_ascii_lowercase()).filter(|it| it.0 >= FIRST_COUNT)
            };
            behind.or_else(before)
        }
    }
}

/// A measure where some words name it.
struct Found {
    at: usize,
    rate: usize,
    word: &'static str,
}

/// The measure that is named last, by its longest word.
fn last(lang: Lang, text: &str) -> Option<(usize, &'static str)> {
    let found = said(lang, text).max_by_key(|found| (found.at, found.word.len()))?;
    Some((found.rate, found.word))
}

/// Every measure that a text in lower case names.
fn said(lang: Lang, text: &str) -> impl Iterator<Item = Found> {
    let mut before = ' ';
    let starts = text.char_indices().filter(move |(_, letter)| {
        let begins = match lang {
            Lang::Zh => "每年月日同环".contains(*letter),
            Lang::En => letter.is_ascii_alphabetic() && !before.is_ascii_alphabetic(),
        };
        before = *letter;
        begins
    });
    starts.flat_map(move |(at, _)| {
        let rest = &text[at..];
        let words = RATES.iter().enumerate().flat_map(move |(rate, row)| {
            let words = if lang == Lang::Zh { row.zh } else { row.en };
            words.iter().map(move |word| (rate, *word))
        });
        let here = words.filter(move |(_, word)| {
            rest.strip_prefix(word).is_some_and(|behind| !goes_on(lang, word, behind))
        });
        here.map(move |(rate, word)| Found { at, rate, word })
    })
}

/// Whether a word is only the beginning of another: 每千瓦时 is one, not a thousand, “per 100” begins
/// “per 100,000”, and “a year earlier” is no rate.
fn goes_on(lang: Lang, word: &str, behind: &str) -> bool {
    match lang {
        Lang::Zh => word == "每千" && behind.starts_with(['瓦', '克', '米']),
        Lang::En => {
            let digits = behind.strip_prefix(',').unwrap_or(behind);
            digits.starts_with(|next: char| next.is_ascii_digit())
                || [" earlier", " before", " ago", " later"]
                    .iter()
                    .any(|word| behind.starts_with(word))
        }
    }
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
