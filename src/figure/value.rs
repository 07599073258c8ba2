//! The value that an author writes, read exactly.

use crate::content::Entry;
use crate::diag::{Code, Diagnostic, Edit, Fix, Sink, Spanned};
use crate::lang::Lang;
use crate::quantity::{self, Quantity};

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
                let message = text!("invalid-value.number", value = &written.value);
                sink.push(
                    Diagnostic::new(Code::InvalidValue, written.span, message)
                        .hint(text!("invalid-value.number-hint")),
                );
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
