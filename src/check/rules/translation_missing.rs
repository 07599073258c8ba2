//! `translation-missing`: a page, or its summary, in one language only.

use crate::check::context::{Page, PageContext};
use crate::check::findings::Findings;
use crate::check::say::language;
use crate::content::Document;
use crate::diag::{Code, Diagnostic, Span, Spanned};
use crate::lang::Lang;

pub(super) fn check(context: &PageContext<'_>, found: &mut Findings) {
    let page = context.page;
    for lang in Lang::ALL {
        match (page.side(lang), page.side(lang.other())) {
            (Some(here), None) if !context.is_unread => found.push(alone(&here.document)),
            (Some(here), Some(there)) => compare(&here.document, &there.document, found),
            _ => {}
        }
    }
    compare_bodies(page, found);
}

/// A file whose other language is missing.
fn alone(document: &Document) -> Diagnostic {
    let other = document.lang.other();
    let stem = document.path.strip_suffix(".md").unwrap_or(&document.path);
    let stem = stem.strip_suffix(&format!(".{}", document.lang.code())).unwrap_or(stem);
    let path = format!("{stem}.{}.md", other.code());
    let message = text!("translation-missing", lang = language(other));
    Diagnostic::new(Code::TranslationMissing, Span::whole(document.file), message)
        .hint(text!("translation-missing.hint", path = path))
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
