//! `hedge-lost`: a figure that says “nearly” itself, behind prose that says it already.

use crate::check::context::PageContext;
use crate::check::findings::Findings;
use crate::diag::{Code, Diagnostic, Severity};
use crate::lang::Lang;

pub(super) fn check(context: &PageContext<'_>, found: &mut Findings) {
    let sides = Lang::ALL.into_iter().filter_map(|lang| context.page.side(lang));
    for passage in sides.flat_map(|prose| &prose.passages) {
        for (index, span) in &passage.hedged_twice {
            let figure = &context.figures[*index];
            let words = figure.printed.get(passage.lang).text.as_str();
            let message = text!("hedge-lost.twice", id = &figure.id, words = words);
            let diagnostic = Diagnostic::new(Code::HedgeLost, *span, message)
                .hint(text!("hedge-lost.twice-hint"));
            let severity = Severity::Warning;
            found.push_about(*index, Diagnostic { severity, ..diagnostic });
        }
    }
}
