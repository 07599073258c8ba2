//! Quantities, languages and lists as messages say them.

use crate::check::compare::Reach;
use crate::figure::Figure;
use crate::lang::{Bilingual, Lang};
use crate::quantity::{self, Hedge, Quantity, Trend};

/// A language's name in both languages.
pub(super) fn language(lang: Lang) -> Bilingual<&'static str> {
    match lang {
        Lang::Zh => Bilingual { zh: "中文", en: "Chinese" },
        Lang::En => Bilingual { zh: "英文", en: "English" },
    }
}

/// A figure's value as each language prints it; as the author wrote it where it could not be read.
pub(super) fn figure_value(figure: &Figure) -> Bilingual<String> {
    match figure.quantity {
        Some(_) => Bilingual::from_fn(|lang| figure.printed.get(lang).text.clone()),
        None => Bilingual::same(figure.written.clone()),
    }
}

/// Words in a row, with the comma of each language.
pub(super) fn list(words: &[&str]) -> Bilingual<String> {
    Bilingual { zh: words.join("、"), en: words.join(", ") }
}

/// A quantity as each language prints it.
pub(super) fn quantity_value(value: &Quantity) -> Bilingual<String> {
    Bilingual::from_fn(|lang| quantity::print(value, lang, None).text)
}

/// A quantity, with its hedge, as one language prints it.
pub(super) fn printed_in(value: &Quantity, lang: Lang) -> String {
    quantity::print(value, lang, None).text
}

/// The word that stands for a hedge in each language.
pub(super) fn hedge_word(hedge: Hedge) -> Bilingual<&'static str> {
    match hedge {
        Hedge::About => Bilingual { zh: "约", en: "about" },
        Hedge::Nearly => Bilingual { zh: "近", en: "nearly" },
        Hedge::Over => Bilingual { zh: "超", en: "over" },
        Hedge::Under => Bilingual { zh: "不足", en: "under" },
    }
}

/// The word that stands for a direction in each language.
pub(super) fn direction_word(trend: Trend) -> Bilingual<&'static str> {
    match trend {
        Trend::Rise => Bilingual { zh: "升", en: "up" },
        Trend::Fall => Bilingual { zh: "降", en: "down" },
    }
}

/// What a number says of a change.
pub(super) fn reach_word(reach: Reach) -> Bilingual<&'static str> {
    match reach {
        Reach::Level => Bilingual { zh: "变化后的数", en: "what it came to" },
        Reach::Change => Bilingual { zh: "变化的量", en: "by how much it changed" },
        Reach::Start => Bilingual { zh: "变化前的数", en: "what it began with" },
    }
}

/// The word for what comes late, or early.
pub(super) fn timing_word(is_late: bool) -> Bilingual<&'static str> {
    if is_late {
        Bilingual { zh: "晚", en: "later" }
    } else {
        Bilingual { zh: "早", en: "earlier" }
    }
}

/// Words of one language that make a length of time late or early, as an author may use them.
pub(super) fn timing_words(is_late: bool, lang: Lang) -> &'static str {
    match (is_late, lang) {
        (true, Lang::Zh) => "推迟、延后、晚",
        (false, Lang::Zh) => "提前、提早、早",
        (true, Lang::En) => "“later”, “behind schedule”, “postponed by”",
        (false, Lang::En) => "“earlier”, “ahead of schedule”, “brought forward by”",
    }
}

/// Words of one language that give a number a direction, as an author may use them.
pub(super) fn direction_words(trend: Trend, lang: Lang) -> &'static str {
    match (trend, lang) {
        (Trend::Rise, Lang::Zh) => "增长、上升、提高、高、多",
        (Trend::Fall, Lang::Zh) => "下降、减少、降低、低、少",
        (Trend::Rise, Lang::En) => "“up”, “rose by”, “above”, “more”",
        (Trend::Fall, Lang::En) => "“down”, “fell by”, “below”, “fewer”",
    }
}
