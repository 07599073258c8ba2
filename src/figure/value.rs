//! The value that an author writes, read exactly.

use crate::content::Entry;
use crate::diag::{Code, Diagnostic, Edit, Fix, Sink, Spanned, Text};
use crate::lang::Lang;
use crate::quantity::{self, Kind, Mention, Quantity};

/// The figure's value, if it has one that can be read; `unit: 人` may complete it.
pub(super) fn value(entry: &Entry, lang: Lang, sink: &mut Sink) -> Option<Quantity> {
    let written = entry.value.as_ref()?;
    let mut quantity = match read(&written.value, lang) {
        Some(quantity) => quantity,
        None => match bare(&written.value).and_then(|bare| Some((bare, read(bare, lang)?))) {
            Some((bare, quantity)) => {
                sink.push(marked(written, bare));
                quantity
            }
            None => {
                let (message, hint) = unreadable(&written.value, lang);
                sink.push(Diagnostic::new(Code::InvalidValue, written.span, message).hint(hint));
                return None;
            }
        },
    };
    if let (None, Some(unit)) = (quantity.unit, &entry.unit) {
        let one = quantity::parse(&format!("1{}", unit.value.other), lang);
        quantity.unit = one.ok().and_then(|one| one.unit);
    }
    Some(quantity)
}

fn read(written: &str, lang: Lang) -> Option<Quantity> {
    quantity::parse(written, lang).ok().filter(|quantity| quantity.kind.is_data())
}

/// Why a value cannot be read, and what to write: a figure is one amount of one unit.
fn unreadable(written: &str, lang: Lang) -> (Text, Text) {
    let mentions = quantity::scan(written, lang);
    let amounts: Vec<&Mention> =
        mentions.iter().filter(|mention| mention.quantity.kind.is_data()).collect();
    let of_kind = |kind: Kind| mentions.iter().any(|mention| mention.quantity.kind == kind);
    match amounts.as_slice() {
        [one, other] if quantity::is_range(written, one, other) => {
            let message = text!("invalid-value.range", value = written);
            (message, text!("invalid-value.range-hint"))
        }
        [one] if written[one.range.end..].starts_with(['/', '／']) => {
            let amount = written[one.range.clone()].trim();
            let per = written[one.range.end..].trim_start_matches(['/', '／']).trim();
            let message = text!("invalid-value.rate", value = written);
            (message, text!("invalid-value.rate-hint", amount = amount, per = per))
        }
        [] if of_kind(Kind::Ordinal) => {
            let message = text!("invalid-value.rank", value = written);
            (message, text!("invalid-value.rank-hint"))
        }
        [] if of_kind(Kind::Date) => {
            let message = text!("invalid-value.date", value = written);
            (message, text!("invalid-value.date-hint"))
        }
        _ => {
            let message = text!("invalid-value.number", value = written);
            (message, text!("invalid-value.number-hint"))
        }
    }
}

/// A value without the full-width quotation marks around it.
fn bare(written: &str) -> Option<&str> {
    let bare = written.strip_prefix(['“', '”', '＂'])?.strip_suffix(['“', '”', '＂'])?;
    Some(bare.trim())
}

fn marked(written: &Spanned<String>, bare: &str) -> Diagnostic {
    let (span, text) = (written.span, written.value.as_str());
    let message = text!("fullwidth-punctuation.value");
    let found = Diagnostic::new(Code::FullwidthPunctuation, span, message)
        .hint(text!("hint.write-line", line = format!("value: {bare}")));
    // Where YAML has marks of its own around these, the places are not known.
    if span.end() - span.start() != text.len() {
        return found;
    }
    let inside = text.find(bare).unwrap_or(0);
    let cut = |from: usize, to: usize| Edit { span: span.part(from..to), text: String::new() };
    found.fix(Fix::Edit(vec![cut(0, inside), cut(inside + bare.len(), text.len())]))
}
