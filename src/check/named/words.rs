//! The words that a text is looked through for, all of them in one go.

use std::ops::Range;
use std::sync::LazyLock;

use super::opposites::{Sides, listed_in};
use crate::lang::Lang;
use crate::quantity::lexicon::words::{Fold, WordMap};

/// What a word is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Word {
    /// A place in a contest.
    Place(u8),
    /// 第 and 最, with which superlatives begin.
    Superlative,
    /// 强: 世界500强.
    Strong,
    Opposite(Sides),
}

/// Words for places in a contest.
const PLACES: [(&str, u8); 9] = [
    ("亚军", 2),
    ("季军", 3),
    ("runner-up", 2),
    ("runners-up", 2),
    ("头号种子", 1),
    ("二号种子", 2),
    ("top seed", 1),
    ("top seeds", 1),
    ("top-seeded", 1),
];

/// The words of a text that mean something here, and where they stand, none of them inside of another.
pub(super) fn words(text: &str, lang: Lang) -> impl Iterator<Item = (Range<usize>, Word)> + '_ {
    static ZH: LazyLock<WordMap<Word>> = LazyLock::new(|| known(Lang::Zh));
    static EN: LazyLock<WordMap<Word>> = LazyLock::new(|| known(Lang::En));
    let known = if lang == Lang::Zh { &ZH } else { &EN };
    let is_inside = move |at: usize| {
        lang == Lang::En && text.as_bytes().get(at).is_some_and(u8::is_ascii_alphanumeric)
    };
    let mut end = 0;
    known.all(text, move |end| !is_inside(end)).filter(move |(range, _)| {
        let is_behind = range.start >= end;
        end = if is_behind { range.end } else { end };
        is_behind
    })
}

fn known(lang: Lang) -> WordMap<Word> {
    let fold = match lang {
        Lang::Zh => Fold::BreaksVanish,
        Lang::En => Fold::BreaksAreSpaces,
    };
    let signs = [("第", Word::Superlative), ("最", Word::Superlative), ("强", Word::Strong)];
    let places = PLACES.into_iter().map(|(word, place)| (word, Word::Place(place)));
    let opposites = listed_in(lang).into_iter().map(|(word, sides)| (word, Word::Opposite(sides)));
    WordMap::forward(fold, signs.into_iter().chain(places).chain(opposites))
}
