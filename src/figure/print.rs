//! A figure's number as each language prints it.

use super::resolve::Draft;
use crate::content::{Entry, Words};
use crate::diag::{Code, Diagnostic, Sink, Spanned};
use crate::lang::Lang;
use crate::quantity::{self, Printed, Quantity, UnitWords};

/// The number in a language: the author's `display`, else made from the value and the unit's words.
pub(super) fn print(
    draft: &Draft<'_>,
    quantity: &Quantity,
    wanted: Lang,
    original: Lang,
    sink: &mut Sink,
) -> Printed {
    let entry = if wanted == original { Some(draft.entry) } else { draft.words };
    let display = entry.and_then(|entry| entry.display.as_deref());
    if let Some(display) = display
        && let Some(printed) = overridden(display, quantity, wanted, sink)
    {
        return printed;
    }
    let Some(unit) = entry.and_then(|entry| entry.unit.as_ref()) else {
        return quantity::print(quantity, wanted, None);
    };
    let printed = quantity::print(quantity, wanted, Some(&unit_words(&unit.value)));
    report_changed(unit, &printed, quantity, wanted, sink);
    printed
}

/// A unit's words only name what is counted: with `万个` or `million parks` the number says another.
fn report_changed(
    unit: &Spanned<Words>,
    printed: &Printed,
    quantity: &Quantity,
    lang: Lang,
    sink: &mut Sink,
) {
    let mentions = quantity::scan(&printed.text, lang);
    let data: Vec<&Quantity> = mentions
        .iter()
        .map(|mention| &mention.quantity)
        .filter(|found| found.kind.is_data())
        .collect();
    if data.is_empty() || data.iter().any(|found| found.says(quantity)) {
        return;
    }
    let value = quantity::print(quantity, lang, None).text;
    let message = text!("invalid-value.unit", printed = &printed.text, value = value);
    sink.push(
        Diagnostic::new(Code::InvalidValue, unit.span, message)
            .hint(text!("invalid-value.unit-hint")),
    );
}

fn unit_words(words: &Words) -> UnitWords {
    UnitWords { one: words.one.clone(), other: words.other.clone() }
}

/// `display` replaces the whole printed number, and must say the same value.
fn overridden(
    display: &Spanned<String>,
    quantity: &Quantity,
    lang: Lang,
    sink: &mut Sink,
) -> Option<Printed> {
    let mentions = quantity::scan(&display.value, lang);
    let same = |mention: &&quantity::Mention| mention.quantity.says(quantity);
    let Some(mention) = mentions.iter().find(same) else {
        let value = quantity::print(quantity, lang, None).text;
        let message = text!("invalid-value.display", written = &display.value, value = value);
        sink.push(
            Diagnostic::new(Code::InvalidValue, display.span, message)
                .hint(text!("invalid-value.display-hint")),
        );
        return None;
    };
    let text = &display.value;
    let digits = text[mention.range.clone()]
        .find(|letter: char| !(letter.is_ascii_digit() || ".,-−".contains(letter)))
        .filter(|length| *length > 0)
        .map_or(text.len(), |length| mention.range.start + length);
    Some(Printed {
        number: text[..digits].to_owned(),
        unit: text[digits..].trim().to_owned(),
        text: text.clone(),
    })
}

/// What stands for a number that cannot be read: the author's own words.
pub(super) fn as_written(entry: &Entry) -> Printed {
    let written = entry.value.as_ref().map_or("—", |value| value.value.as_str());
    Printed { number: written.to_owned(), unit: String::new(), text: written.to_owned() }
}
