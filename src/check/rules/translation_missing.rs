//! `translation-missing`: a page, or its summary, in one language only.

use crate::check::context::{Page, PageContext};
use crate::check::findings::Findings;
use crate::check::say::language;
use crate::content::Document;
use crate::diag::{Code, Diagnostic, Fix, Span, Spanned};
use crate::lang::Lang;

pub(super) fn check(context: &PageContext<'_>, found: &mut Findings) {
    let page = context.page;
    for lang in Lang::ALL {
        match (page.side(lang), page.side(lang.other())) {
            (Some(here), None) if !context.is_unread => {
                found.push(alone(&here.document, lang == context.original));
            }
            (Some(here), Some(there)) => compare(&here.document, &there.document, found),
            _ => {}
        }
    }
    compare_bodies(page, found);
}

/// A file whose other language is missing. A translation can be begun for the author, an original
/// cannot: only the source knows its numbers.
fn alone(document: &Document, is_original: bool) -> Diagnostic {
    let other = document.lang.other();
    let stem = document.path.strip_suffix(".md").unwrap_or(&document.path);
    let stem = stem.strip_suffix(&format!(".{}", document.lang.code())).unwrap_or(stem);
    let path = format!("{stem}.{}.md", other.code());
    let message = text!("translation-missing", lang = language(other));
    let found = Diagnostic::new(Code::TranslationMissing, Span::whole(document.file), message)
        .hint(text!("translation-missing.hint", path = path.as_str()));
    match is_original {
        true => found.fix(Fix::Create { path, text: stub(document) }),
        false => found,
    }
}

/// A translation with everything but its words.
fn stub(original: &Document) -> String {
    let front = &original.front;
    let mut text = String::from("---\ntitle: …\n");
    let keys = [("summary", &front.summary), ("period", &front.period), ("place", &front.place)];
    for (key, _) in keys.iter().filter(|(_, words)| words.is_some()) {
        text.push_str(&format!("{key}: …\n"));
    }
    if !front.figures.is_empty() {
        text.push_str("figures:\n");
    }
    for entry in &front.figures {
        let value = entry.value.as_ref().map(|value| value.value.as_str());
        let formula = entry.formula.as_ref().map(|formula| formula.derive.value.as_str());
        let label = entry.label.as_ref().map_or("", |label| label.value.as_str());
        let about = format!("{} · {label}", value.or(formula).unwrap_or("…"));
        let keys = super::label_missing::missing(entry, None);
        let words: Vec<String> = keys.iter().map(|key| format!("{key}: …")).collect();
        let about = about.replace('\n', " ");
        let words = words.join(", ");
        text.push_str(&format!("  # {about}\n  {}: {{ {words} }}\n", entry.id.value));
    }
    let body = if original.body.blocks.is_empty() { "" } else { "\n…\n" };
    format!("{text}---\n{body}")
}

/// The words of a key, where it has any.
type Words = Option<Spanned<String>>;

/// What `here` says in its front matter and `there` does not.
fn compare(here: &Document, there: &Document, found: &mut Findings) {
    let (one, other) = (&here.front, &there.front);
    let pairs: [(&str, &Words, &Words); 3] = [
        ("summary", &one.summary, &other.summary),
        ("period", &one.period, &other.period),
        ("place", &one.place, &other.place),
    ];
    for (key, written, missing) in pairs {
        if let (Some(written), None) = (written, missing) {
            let message = text!("translation-missing.key", key = key, lang = language(there.lang));
            let hint = text!("translation-missing.key-hint", key = key, path = there.path.as_str());
            let code = Code::TranslationMissing;
            found.push(Diagnostic::new(code, written.span, message).hint(hint));
        }
    }
}

/// A page with prose in one language only.
fn compare_bodies(page: &Page, found: &mut Findings) {
    for lang in Lang::ALL {
        let (Some(here), Some(there)) = (page.side(lang), page.side(lang.other())) else { return };
        let Some(first) = here.passages.first().filter(|_| there.passages.is_empty()) else {
            continue;
        };
        let message = text!("translation-missing.body", lang = language(lang.other()));
        let path = there.document.path.as_str();
        found.push(
            Diagnostic::new(Code::TranslationMissing, first.span, message)
                .hint(text!("translation-missing.body-hint", path = path)),
        );
    }
}
