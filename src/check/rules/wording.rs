//! What a difference between original and translation is called.

use rust_decimal::Decimal;

use crate::check::compare::{Difference, Reach};
use crate::check::prose::{Number, Passage};
use crate::check::say::{
    direction_word, direction_words, hedge_word, language, printed_in, reach_word, timing_word,
    timing_words,
};
use crate::diag::{Code, Diagnostic, Severity, Span, Text};
use crate::lang::Bilingual;
use crate::quantity::{Kind, Trend};

/// A diagnostic at the translation's number, with the original's beside it.
pub(super) fn describe(
    original: &Passage,
    translation: &Passage,
    difference: &Difference,
) -> Diagnostic {
    let sides = Sides { original, translation };
    match *difference {
        Difference::Missing { original } => sides.missing(original),
        Difference::Added { translation } => sides.added(translation),
        Difference::Changed { original, translation } => sides.changed(original, translation),
        Difference::Scaled { original, translation, ratio } => {
            sides.scaled(original, translation, ratio)
        }
        Difference::Hedge { original, translation } => sides.hedge(original, translation),
        Difference::Trend { original, translation, goes } => {
            sides.trend(original, translation, goes)
        }
        Difference::Reach { original, translation, says } => {
            sides.reach(original, translation, says)
        }
        Difference::Timing { original, translation, is_late } => {
            sides.timing(original, translation, is_late)
        }
        Difference::Unit { original, translation } => sides.unit(original, translation),
        Difference::Rate { original, translation, words } => {
            sides.rate(original, translation, words)
        }
        Difference::Converted { original, translation } => sides.converted(original, translation),
        Difference::Swapped { originals, translations, is_certain } => {
            sides.swapped(originals, translations, is_certain)
        }
    }
}

struct Sides<'p> {
    original: &'p Passage,
    translation: &'p Passage,
}

/// The two numbers of a difference, and what messages say of them.
struct Two<'p> {
    one: &'p Number,
    other: &'p Number,
    /// The original's number as written.
    original: &'p str,
    /// The original's value as the translation's language prints it.
    value: String,
    /// The translation's number as written.
    translation: &'p str,
    lang: Bilingual<&'static str>,
}

impl Two<'_> {
    fn diagnostic(&self, code: Code, message: Text) -> Diagnostic {
        Diagnostic::new(code, self.other.span, message)
            .label(self.one.span, text!("label.in-original"))
    }
}

impl<'p> Sides<'p> {
    fn two(&self, original: usize, translation: usize) -> Two<'p> {
        let one = &self.original.numbers[original];
        let other = &self.translation.numbers[translation];
        Two {
            one,
            other,
            original: self.original.words(one),
            value: printed_in(&one.quantity, self.translation.lang),
            translation: self.translation.words(other),
            lang: language(self.translation.lang),
        }
    }

    fn missing(&self, index: usize) -> Diagnostic {
        let number = &self.original.numbers[index];
        let original = self.original.words(number);
        let lang = language(self.translation.lang);
        let value = printed_in(&number.quantity, self.translation.lang);
        let message = text!("number-missing", original = original, lang = lang);
        Diagnostic::new(Code::NumberMissing, self.counterpart(number), message)
            .label(number.span, text!("label.in-original"))
            .hint(text!("number-missing.hint", value = value, lang = lang))
    }

    /// The sentence of the translation at the same height as a number of the original.
    fn counterpart(&self, number: &Number) -> Span {
        let (here, there) = (&self.original.sentences, &self.translation.sentences);
        if there.len() <= 1 {
            return self.translation.span;
        }
        let sentence = self.original.sentence(number.range.start);
        self.translation.sentence_span(sentence * there.len() / here.len().max(1))
    }

    fn added(&self, index: usize) -> Diagnostic {
        let number = &self.translation.numbers[index];
        let translation = self.translation.words(number);
        let lang = language(self.translation.lang);
        let message = text!("number-added", translation = translation, lang = lang);
        Diagnostic::new(Code::NumberAdded, number.span, message).hint(text!("number-added.hint"))
    }

    fn changed(&self, original: usize, translation: usize) -> Diagnostic {
        let two = self.two(original, translation);
        let message = text!(
            "number-missing.changed",
            original = two.original,
            value = &two.value,
            lang = two.lang,
            translation = two.translation,
        );
        let quantities = [&two.one.quantity, &two.other.quantity];
        let is_growth = quantities.iter().all(|quantity| quantity.kind == Kind::Multiple)
            && quantities.iter().any(|quantity| quantity.trend == Some(Trend::Rise));
        two.diagnostic(Code::NumberMissing, message)
            .hint(text!("number-missing.hint", value = &two.value, lang = two.lang))
            .hint_if(is_growth.then(|| text!("number-missing.growth")))
    }

    fn scaled(&self, original: usize, translation: usize, ratio: Decimal) -> Diagnostic {
        let two = self.two(original, translation);
        let message = text!(
            "number-scale",
            original = two.original,
            value = &two.value,
            lang = two.lang,
            translation = two.translation,
            ratio = times(ratio),
        );
        two.diagnostic(Code::NumberScale, message).hint(text!(
            "number-missing.hint",
            value = &two.value,
            lang = two.lang
        ))
    }

    fn hedge(&self, original: usize, translation: usize) -> Diagnostic {
        let two = self.two(original, translation);
        let (original, translation, lang) = (two.original, two.translation, two.lang);
        let message = match (two.one.quantity.hedge, two.other.quantity.hedge) {
            (Some(hedge), None) => text!(
                "hedge-lost",
                original = original,
                hedge = hedge_word(hedge),
                translation = translation,
                lang = lang,
            ),
            (Some(hedge), Some(other)) => text!(
                "hedge-lost.turned",
                original = original,
                hedge = hedge_word(hedge),
                translation = translation,
                other = hedge_word(other),
                lang = lang,
            ),
            (None, other) => text!(
                "hedge-lost.added",
                original = original,
                translation = translation,
                other = other.map(hedge_word).unwrap_or_default(),
                lang = lang,
            ),
        };
        two.diagnostic(Code::HedgeLost, message).hint(text!(
            "number-missing.hint",
            value = &two.value,
            lang = lang
        ))
    }

    fn trend(&self, original: usize, translation: usize, goes: Trend) -> Diagnostic {
        let two = self.two(original, translation);
        let message = text!(
            "direction-changed",
            original = two.original,
            from = direction_word(goes),
            translation = two.translation,
            to = direction_word(goes.opposite()),
            lang = two.lang,
        );
        two.diagnostic(Code::DirectionChanged, message).hint(text!(
            "direction-changed.hint",
            words = direction_words(goes, self.translation.lang)
        ))
    }

    fn reach(&self, original: usize, translation: usize, says: [Reach; 2]) -> Diagnostic {
        let two = self.two(original, translation);
        let message = text!(
            "direction-changed.reach",
            original = two.original,
            said = reach_word(says[0]),
            translation = two.translation,
            told = reach_word(says[1]),
            lang = two.lang,
        );
        let hint = match says[0] {
            Reach::Level => text!("direction-changed.level-hint"),
            Reach::Change => text!("direction-changed.change-hint"),
            Reach::Start => text!("direction-changed.start-hint"),
        };
        two.diagnostic(Code::DirectionChanged, message).hint(hint)
    }

    fn timing(&self, original: usize, translation: usize, is_late: bool) -> Diagnostic {
        let two = self.two(original, translation);
        let message = text!(
            "direction-changed",
            from = timing_word(is_late),
            original = two.original,
            lang = two.lang,
            to = timing_word(!is_late),
            translation = two.translation,
        );
        let words = timing_words(is_late, self.translation.lang);
        let hint = text!("direction-changed.hint", words = words);
        two.diagnostic(Code::DirectionChanged, message).hint(hint)
    }

    fn unit(&self, original: usize, translation: usize) -> Diagnostic {
        let two = self.two(original, translation);
        let message = text!(
            "unit-changed",
            original = two.original,
            value = &two.value,
            lang = two.lang,
            translation = two.translation,
        );
        let kinds = (two.one.quantity.kind, two.other.quantity.kind);
        let is_point = matches!(
            kinds,
            (Kind::Percent, Kind::PercentagePoint) | (Kind::PercentagePoint, Kind::Percent)
        );
        two.diagnostic(Code::UnitChanged, message)
            .hint(text!("number-missing.hint", value = &two.value, lang = two.lang))
            .hint_if(is_point.then(|| text!("unit-changed.point")))
    }

    fn rate(&self, original: usize, translation: usize, words: [&str; 2]) -> Diagnostic {
        let two = self.two(original, translation);
        let message = text!(
            "unit-changed.rate",
            original = two.original,
            here = words[0],
            translation = two.translation,
            there = words[1].trim_end(),
            lang = two.lang,
        );
        two.diagnostic(Code::UnitChanged, message).hint(text!("unit-changed.rate-hint"))
    }

    fn converted(&self, original: usize, translation: usize) -> Diagnostic {
        let two = self.two(original, translation);
        let message = text!(
            "number-converted",
            original = two.original,
            translation = two.translation,
            lang = two.lang,
        );
        two.diagnostic(Code::NumberConverted, message)
            .hint(text!("number-converted.hint", value = &two.value))
    }

    fn swapped(
        &self,
        originals: [usize; 2],
        translations: [usize; 2],
        is_certain: bool,
    ) -> Diagnostic {
        let [one, other] = originals.map(|index| &self.original.numbers[index]);
        let [first, second] = translations.map(|index| &self.translation.numbers[index]);
        let (here, there) = (self.translation.words(first), self.translation.words(second));
        let lang = language(self.translation.lang);
        let (severity, message) = if is_certain {
            let message = text!("number-swapped", one = here, other = there, lang = lang);
            (Severity::Error, message)
        } else {
            let message = text!("number-swapped.maybe", one = here, other = there, lang = lang);
            (Severity::Warning, message)
        };
        let diagnostic = Diagnostic::new(Code::NumberSwapped, first.span, message)
            .label(second.span, text!("number-swapped.other"))
            .label(one.span, text!("label.in-original"))
            .label(other.span, text!("label.in-original"))
            .hint(text!("number-swapped.hint"));
        Diagnostic { severity, ..diagnostic }
    }
}

/// How many times too much or too little.
fn times(ratio: Decimal) -> Bilingual<String> {
    if ratio >= Decimal::ONE {
        let ratio = ratio.normalize();
        return Bilingual {
            zh: format!("是原文的{ratio}倍"),
            en: format!("{ratio} times as much"),
        };
    }
    let part = Decimal::ONE.checked_div(ratio).unwrap_or_default().normalize();
    Bilingual { zh: format!("只有原文的1/{part}"), en: format!("1/{part} of it") }
}
