//! The words that the scanner knows. Everything that differs between languages is data here.

pub(crate) mod context;
pub(crate) mod gaps;
pub(crate) mod names;
pub(crate) mod numerals;
pub(crate) mod units;
pub(crate) mod ways;
pub(crate) mod words;

use std::sync::LazyLock;

use self::context::Pair;
use self::names::Mark;
use self::numerals::Word;
use self::ways::Way;
use self::words::{Fold, WordMap, listed};
use super::unit::Unit;
use super::{Hedge, Trend};
use crate::lang::Lang;

/// What a word after a number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    /// It is the number's unit.
    Unit(Unit),
    /// It makes a date, a rank, a part.
    Mark(Mark),
}

/// One language's words, indexed.
pub(crate) struct Lexicon {
    pub(crate) lang: Lang,
    pub(crate) after: WordMap<After>,
    pub(crate) currencies: WordMap<Unit>,
    pub(crate) scales: WordMap<u8>,
    pub(crate) money_scales: WordMap<u8>,
    pub(crate) scaled_units: WordMap<(i32, Unit)>,
    pub(crate) words: WordMap<Word>,
    pub(crate) hedges_before: WordMap<Option<Hedge>>,
    pub(crate) passed: WordMap<()>,
    pub(crate) hedges_after: WordMap<Hedge>,
    pub(crate) trends_before: WordMap<Option<Trend>>,
    pub(crate) trends_after: WordMap<Trend>,
    pub(crate) links: WordMap<bool>,
    pub(crate) ways_before: WordMap<Way>,
    pub(crate) ways_after: WordMap<Way>,
    pub(crate) way_links: WordMap<()>,
    pub(crate) far_ways: WordMap<Trend>,
    pub(crate) turning: WordMap<bool>,
    pub(crate) names: WordMap<bool>,
    pub(crate) plans: WordMap<()>,
    pub(crate) periods: WordMap<()>,
    pub(crate) lasting: WordMap<()>,
    pub(crate) ranks: WordMap<()>,
    pub(crate) months: WordMap<()>,
}

/// The words of a language. They are read-only, so building them once is no shared state.
pub(crate) fn of(lang: Lang) -> &'static Lexicon {
    static ZH: LazyLock<Lexicon> = LazyLock::new(|| build(Lang::Zh));
    static EN: LazyLock<Lexicon> = LazyLock::new(|| build(Lang::En));
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// One language's choice of two tables.
fn pick<T>(lang: Lang, zh: T, en: T) -> T {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

type Table<T> = Vec<(&'static str, T)>;

fn flat<T: Copy>(lang: Lang, pair: &Pair<T>) -> Table<T> {
    let groups = pick(lang, pair.zh, pair.en);
    groups
        .iter()
        .flat_map(|(meaning, words)| listed(words).map(move |word| (word, *meaning)))
        .collect()
}

fn plain(words: &'static str) -> Table<()> {
    listed(words).map(|word| (word, ())).collect()
}

fn build(lang: Lang) -> Lexicon {
    let fold = pick(lang, Fold::BreaksVanish, Fold::BreaksAreSpaces);
    let none = "";
    let maybe_not = |table: Table<Hedge>| {
        let not = listed(context::NOT_HEDGES).map(|word| (word, None));
        table.into_iter().map(|(word, hedge)| (word, Some(hedge))).chain(not).collect::<Vec<_>>()
    };
    let maybe_not_trend = |table: Table<Trend>| {
        let not = listed(context::NOT_HEDGES).map(|word| (word, None));
        table.into_iter().map(|(word, trend)| (word, Some(trend))).chain(not).collect::<Vec<_>>()
    };
    Lexicon {
        lang,
        after: WordMap::forward(fold, after(lang)),
        currencies: WordMap::backward(Fold::BreaksVanish, currencies()),
        scales: WordMap::forward(fold, pick(lang, &[][..], numerals::SCALES).iter().copied()),
        money_scales: WordMap::forward(fold, numerals::MONEY_SCALES.iter().copied()),
        scaled_units: WordMap::forward(fold, scaled_units(lang)),
        words: WordMap::forward(fold, numerals::WORDS.iter().copied()),
        hedges_before: WordMap::backward(fold, maybe_not(flat(lang, &context::HEDGES_BEFORE))),
        passed: WordMap::backward(fold, plain(pick(lang, context::PASSED, context::PASSED_EN))),
        hedges_after: WordMap::forward(fold, flat(lang, &context::HEDGES_AFTER)),
        trends_before: WordMap::backward(
            fold,
            maybe_not_trend(flat(lang, &context::TRENDS_BEFORE)),
        ),
        trends_after: WordMap::forward(fold, flat(lang, &context::TRENDS_AFTER)),
        links: WordMap::backward(fold, flat(lang, &context::LINKS)),
        ways_before: WordMap::backward(fold, flat(lang, &ways::WAYS_BEFORE)),
        ways_after: WordMap::forward(fold, flat(lang, &ways::WAYS_AFTER)),
        way_links: WordMap::backward(fold, flat(lang, &ways::WAY_LINKS)),
        far_ways: WordMap::forward(fold, flat(lang, &ways::FAR_WAYS)),
        turning: WordMap::forward(fold, flat(lang, &ways::TURNING)),
        names: WordMap::forward(fold, name_words(lang)),
        plans: WordMap::forward(fold, plain(pick(lang, names::PLANS, names::PLANS_EN))),
        periods: WordMap::backward(fold, plain(pick(lang, names::PERIODS_ZH, names::PERIODS_EN))),
        lasting: WordMap::backward(fold, plain(pick(lang, names::LASTING_ZH, none))),
        ranks: WordMap::backward(fold, plain(pick(lang, names::RANKS_ZH, names::RANKS_EN))),
        months: WordMap::forward(fold, plain(pick(lang, none, names::MONTHS_EN))),
    }
}

fn after(lang: Lang) -> Table<After> {
    let mut table = Vec::new();
    for (mark, words) in pick(lang, names::MARKS, names::MARKS_EN) {
        table.extend(listed(words).map(|word| (word, After::Mark(*mark))));
    }
    for unit in Unit::all() {
        let row = unit.row();
        table.extend(pick(lang, &row.zh, &row.en).iter().map(|word| (*word, After::Unit(unit))));
        if unit.is_counter() && lang == Lang::Zh {
            table.push((unit.word(lang, rust_decimal::Decimal::ONE), After::Unit(unit)));
        }
    }
    if lang == Lang::Zh {
        let nothing = After::Mark(Mark::Nothing);
        table.extend(listed(units::NOT_UNITS).map(|word| (word, nothing)));
    }
    table
}

fn scaled_units(lang: Lang) -> Table<(i32, Unit)> {
    let unit = |(word, (exponent, id))| Some((word, (exponent, Unit::from_id(id)?)));
    flat(lang, &units::SCALED).into_iter().filter_map(unit).collect()
}

/// Names, and with `false` what only begins like one.
fn name_words(lang: Lang) -> Table<bool> {
    let none = "";
    let names = listed(pick(lang, names::NAMES_ZH, names::NAMES_EN)).map(|word| (word, true));
    let numbers = listed(pick(lang, names::NUMBERS_AFTER_ALL, none)).map(|word| (word, false));
    names.chain(numbers).collect()
}

fn currencies() -> Table<Unit> {
    context::CURRENCIES
        .iter()
        .filter_map(|(id, marks)| Some((Unit::from_id(id)?, marks)))
        .flat_map(|(unit, marks)| listed(marks).map(move |mark| (mark, unit)))
        .collect()
}
