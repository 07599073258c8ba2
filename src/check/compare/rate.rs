//! What a number is counted on: 年产10万吨 is no output of a month, 每千人口3.2人 none of a hundred,
//! and a price by the jin is twice as much by the kilogram.

use std::mem::discriminant;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::check::prose::Passage;
use crate::lang::Lang;
use crate::quantity::{Fold, Quantity, WordMap};

/// One measure that numbers are counted on: Chinese words before them, English ones behind them.
struct Rate {
    of: Of,
    zh: &'static [&'static str],
    en: &'static [&'static str],
}

/// What a measure is; how much it holds tells what a number on one comes to on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// A time, or what a change is measured from.
    Time,
    /// A person or a household.
    Head,
    /// So many people or things.
    Count(u32),
    /// So many shares of a company.
    Shares(u32),
    /// So many grams.
    Weight(u32),
    /// So many mu.
    Area(u32),
    /// A measure of liquids.
    Volume,
}

impl Of {
    /// How often this measure holds another of its kind; nothing for times and heads.
    fn holds(self, other: Of) -> Option<Decimal> {
        let (here, there) = match (self, other) {
            (Of::Count(here), Of::Count(there))
            | (Of::Shares(here), Of::Shares(there))
            | (Of::Weight(here), Of::Weight(there))
            | (Of::Area(here), Of::Area(there)) => (here, there),
            _ => return None,
        };
        Decimal::from(here).checked_div(Decimal::from(there))
    }

    /// What a number on this measure is on another: 每斤13.8元 makes 27.6元 a kilogram. Nothing where
    /// the two are the same.
    pub(super) fn converted(self, quantity: &Quantity, other: Of) -> Option<Quantity> {
        let factor = other.holds(self).filter(|factor| *factor != Decimal::ONE)?;
        let value = quantity.value.checked_mul(factor)?;
        Some(Quantity { value, ..quantity.clone() })
    }
}

/// The measures.
const RATES: [Rate; 28] = [
    Rate {
        of: Of::Time,
        zh: &["每年", "年产", "年均", "年薪", "年收入"],
        en: &["a year", "per year", "each year", "every year", "annually", "per annum"],
    },
    Rate {
        of: Of::Time,
        zh: &["每月", "月产", "月均", "月增收", "月增", "月薪", "月工资", "月收入"],
        en: &["a month", "per month", "each month", "every month", "monthly"],
    },
    Rate {
        of: Of::Time,
        zh: &["每周"],
        en: &["a week", "per week", "each week", "every week", "weekly"],
    },
    Rate {
        of: Of::Time,
        zh: &["每天", "每日", "日产", "日均", "日供", "日处理"],
        en: &["a day", "per day", "each day", "every day", "daily"],
    },
    Rate {
        of: Of::Time,
        zh: &["每小时"],
        en: &["an hour", "per hour", "each hour", "every hour", "hourly"],
    },
    Rate {
        of: Of::Time,
        zh: &["每分钟"],
        en: &["a minute", "per minute", "each minute", "every minute"],
    },
    Rate {
        of: Of::Time,
        zh: &["每秒"],
        en: &["a second", "per second", "each second", "every second"],
    },
    Rate {
        of: Of::Time,
        zh: &["同比"],
        en: &[
            "year on year",
            "year-on-year",
            "on the same period",
            "than in the same period",
            "in the year to",
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
        of: Of::Time,
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
    Rate {
        of: Of::Count(100),
        zh: &["每百", "每100"],
        en: &["per hundred", "per 100", "per one hundred"],
    },
    Rate {
        of: Of::Count(1000),
        zh: &["每千", "每1000"],
        en: &["per thousand", "per 1,000", "per 1000", "per one thousand"],
    },
    Rate {
        of: Of::Count(10_000),
        zh: &["每万", "每1万", "每一万"],
        en: &["per ten thousand", "per 10,000"],
    },
    Rate {
        of: Of::Count(100_000),
        zh: &["每10万", "每十万"],
        en: &["per hundred thousand", "per 100,000", "for every hundred thousand"],
    },
    Rate {
        of: Of::Count(1_000_000),
        zh: &["每百万", "每100万"],
        en: &["per million", "per 1 million"],
    },
    Rate {
        of: Of::Head,
        zh: &["户均", "每户"],
        en: &["a household", "per household", "each household", "a family", "per family"],
    },
    Rate {
        of: Of::Head,
        zh: &["人均", "每人"],
        en: &["a person", "per person", "each person", "per capita", "a head", "per head"],
    },
    Rate {
        of: Of::Shares(1),
        zh: &["每股"],
        en: &["a share", "per share", "each share", "every share"],
    },
    Rate {
        of: Of::Shares(10),
        zh: &["每10股", "每十股"],
        en: &["per 10 shares", "per ten shares", "every 10 shares", "every ten shares"],
    },
    Rate { of: Of::Weight(1), zh: &["每克"], en: &["a gram", "per gram", "each gram"] },
    Rate {
        of: Of::Weight(500),
        zh: &["每斤", "每市斤", "每500克"],
        en: &[
            "a jin",
            "per jin",
            "each jin",
            "a catty",
            "per catty",
            "half a kilo",
            "half a kilogram",
            "half a kg",
            "a half-kilo",
            "a half-kilogram",
            "per half-kilo",
            "per half-kilogram",
            "per half kilo",
            "per half kilogram",
            "per 500 grams",
            "per 500 g",
            "per 500g",
            "every 500 grams",
        ],
    },
    Rate {
        of: Of::Weight(1000),
        zh: &["每公斤", "每千克"],
        en: &[
            "a kilo",
            "per kilo",
            "each kilo",
            "a kilogram",
            "per kilogram",
            "each kilogram",
            "a kg",
            "per kg",
        ],
    },
    Rate {
        of: Of::Weight(1_000_000),
        zh: &["每吨"],
        en: &["a tonne", "per tonne", "each tonne", "a ton", "per ton", "a metric ton"],
    },
    Rate {
        of: Of::Area(1),
        zh: &["每亩", "亩产", "亩均"],
        en: &["a mu", "per mu", "each mu", "every mu"],
    },
    Rate {
        of: Of::Area(15),
        zh: &["每公顷"],
        en: &["a hectare", "per hectare", "each hectare", "to the hectare", "per ha", "a ha"],
    },
    Rate {
        of: Of::Area(1500),
        zh: &["每平方公里", "每平方千米"],
        en: &[
            "a square kilometre",
            "a square kilometer",
            "per square kilometre",
            "per square kilometer",
            "per sq km",
        ],
    },
    Rate { of: Of::Volume, zh: &["每桶"], en: &["a barrel", "per barrel"] },
    Rate { of: Of::Volume, zh: &["每加仑"], en: &["a gallon", "per gallon"] },
    Rate { of: Of::Volume, zh: &["每升"], en: &["a litre", "a liter", "per litre", "per liter"] },
];

/// The words with which each passage says what a number is counted on, where they differ.
pub(super) fn differing(
    original: (&Passage, usize),
    translation: (&Passage, usize),
) -> Option<[&'static str; 2]> {
    let here = rates(original.0, original.1);
    if here.is_empty() {
        return None;
    }
    // 每人每月 is on both a head and a time.
    let there = rates(translation.0, translation.1);
    here.iter().find_map(|one| {
        let other = there.iter().find(|other| other.is_like(one))?;
        (one.rate != other.rate).then_some([one.word, other.word])
    })
}

/// The measure of things that a number is counted on: as the words beside it say, or else all of its
/// sentence.
pub(super) fn measure(passage: &Passage, index: usize) -> Option<Of> {
    let is_of_things = |of: &Of| !matches!(of, Of::Time | Of::Head);
    if let Some(of) = rates(passage, index).into_iter().map(|it| it.of()).find(is_of_things) {
        return Some(of);
    }
    let start = passage.numbers.get(index)?.range.start;
    let sentence = passage.sentences.get(passage.sentence(start))?.clone();
    let text = passage.text.get(sentence)?.to_ascii_lowercase();
    let mut measures = said(passage.lang, &text).map(|found| found.of()).filter(is_of_things);
    let first = measures.next()?;
    measures.all(|other| other == first).then_some(first)
}

/// The measures that a number is counted on, one of each kind.
fn rates(passage: &Passage, index: usize) -> Vec<Found> {
    let Some(number) = passage.numbers.get(index) else { return Vec::new() };
    let floor = index.checked_sub(1).map_or(0, |last| passage.numbers[last].range.end);
    let head = passage.text.get(floor..number.range.start).unwrap_or_default();
    let mut nearest: Vec<Found> = Vec::new();
    if passage.lang == Lang::Zh {
        let clause = head.rsplit(ends_clause).next().unwrap_or_default();
        for found in said(Lang::Zh, clause) {
            keep(&mut nearest, found, |it| (it.at, it.word.len()));
        }
        return nearest;
    }
    let end = passage.numbers.get(index + 1).map_or(passage.text.len(), |next| next.range.start);
    let behind = passage.text.get(number.range.end..end).unwrap_or_default();
    let reach = behind.char_indices().nth(2 * NEAR).map_or(behind.len(), |(at, _)| at);
    let behind = behind[..reach].to_ascii_lowercase();
    for found in said(Lang::En, clause_of(&behind)).filter(|found| found.at <= NEAR) {
        keep(&mut nearest, found, |it| (usize::MAX - it.at, it.word.len()));
    }
    // “doctors per 10,000 people increased to 3.1”
    let sentence = head.rsplit([';', '.']).next().unwrap_or_default();
    if nearest.is_empty()
        && let Some(count) = sentence.rfind("per ").or_else(|| sentence.rfind("every "))
    {
        for found in said(Lang::En, &sentence[count..].to_ascii_lowercase()) {
            if matches!(found.of(), Of::Count(_)) {
                keep(&mut nearest, found, |it| (it.at, it.word.len()));
            }
        }
    }
    nearest
}

/// Keeps what is found unless one of its kind is better.
fn keep(nearest: &mut Vec<Found>, found: Found, worth: impl Fn(&Found) -> (usize, usize)) {
    match nearest.iter_mut().find(|known| known.is_like(&found)) {
        Some(known) if worth(known) >= worth(&found) => {}
        Some(known) => *known = found,
        None => nearest.push(found),
    }
}

/// A measure where some words name it.
struct Found {
    at: usize,
    rate: usize,
    word: &'static str,
}

impl Found {
    fn of(&self) -> Of {
        RATES[self.rate].of
    }

    /// Whether both are times, or both weights.
    fn is_like(&self, other: &Found) -> bool {
        discriminant(&self.of()) == discriminant(&other.of())
    }
}

/// The words of a language, with the measure of each.
fn words(lang: Lang) -> &'static WordMap<usize> {
    static ZH: LazyLock<WordMap<usize>> = LazyLock::new(|| listed_in(Lang::Zh));
    static EN: LazyLock<WordMap<usize>> = LazyLock::new(|| listed_in(Lang::En));
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

fn listed_in(lang: Lang) -> WordMap<usize> {
    let rows = RATES.iter().enumerate();
    let words = rows.flat_map(|(rate, row)| {
        let words = if lang == Lang::Zh { row.zh } else { row.en };
        words.iter().map(move |word| (*word, rate))
    });
    WordMap::forward(Fold::BreaksVanish, words)
}

/// Every measure that a text in lower case names, by the longest word of each place.
fn said(lang: Lang, text: &str) -> impl Iterator<Item = Found> {
    let mut before = ' ';
    let starts = text.char_indices().filter(move |(at, letter)| {
        let begins = match lang {
            Lang::Zh => "每年月日同环亩户人".contains(*letter),
            // Half a kilogram is no kilogram.
            Lang::En => {
                letter.is_ascii_alphabetic()
                    && !before.is_ascii_alphabetic()
                    && !text[..*at].ends_with("half ")
            }
        };
        before = *letter;
        begins
    });
    starts.filter_map(move |(at, _)| {
        let ends = |end: usize| !goes_on(lang, &text[at..end], &text[end..]);
        let (end, rate) = words(lang).longest(text, at, ends)?;
        let row = &RATES[rate];
        let named = if lang == Lang::Zh { row.zh } else { row.en };
        let word = named.iter().find(|word| **word == &text[at..end])?;
        Some(Found { at, rate, word })
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
                || behind.starts_with(|next: char| next.is_ascii_alphabetic())
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
