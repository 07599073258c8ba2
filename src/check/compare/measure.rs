//! The measures that numbers are counted on, and their words in both languages.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::lang::Lang;
use crate::quantity::Quantity;
use crate::quantity::lexicon::words::{Fold, WordMap};

/// One measure that numbers are counted on: Chinese words before them, English ones behind them.
pub(super) struct Rate {
    pub(super) of: Of,
    pub(super) zh: &'static [&'static str],
    pub(super) en: &'static [&'static str],
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
pub(super) const RATES: [Rate; 31] = [
    Rate {
        of: Of::Time,
        zh: &["每年", "年产", "年均", "年薪", "年收入", "年租金", "年费"],
        en: &["a year", "per year", "each year", "every year", "annually", "per annum"],
    },
    Rate {
        of: Of::Time,
        zh: &[
            "每月",
            "月产",
            "月均",
            "月增收",
            "月增",
            "月薪",
            "月工资",
            "月收入",
            "月租金",
            "月供",
        ],
        en: &["a month", "per month", "each month", "every month", "monthly"],
    },
    Rate {
        of: Of::Time,
        zh: &["每季度", "每季"],
        en: &["per quarter", "each quarter", "every quarter", "quarterly"],
    },
    Rate {
        of: Of::Time,
        zh: &["每周", "周租金", "周薪"],
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
        en: &["per thousand", "per 1,000", "per 1000", "per one thousand", "every 1,000"],
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
    Rate { of: Of::Weight(454), zh: &["每磅"], en: &["per pound", "per lb", "each pound"] },
    Rate { of: Of::Weight(31), zh: &["每盎司"], en: &["an ounce", "per ounce", "per oz"] },
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

/// The words of a language, with the measure of each.
pub(super) fn words(lang: Lang) -> &'static WordMap<usize> {
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
