//! `<!-- allow CODE: reason -->`: a finding accepted in one place.

use super::body::Waiver;
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::source::shape::did_you_mean;

/// Reads a comment that may be a waiver; any other comment is none and no mistake.
pub(super) fn parse(comment: &str, span: Span, sink: &mut Sink) -> Option<Waiver> {
    let inner = comment.trim().strip_prefix("<!--")?.trim_end().strip_suffix("-->")?.trim();
    let rest = inner.strip_prefix("allow").filter(|rest| rest.starts_with([' ', ':', '：']))?;
    let (name, reason) =
        rest.trim_start_matches([':', '：']).split_once([':', '：']).unwrap_or((rest, ""));
    let code = waiver_code(name.trim(), span, sink)?;
    let reason = reason.trim();
    if reason.is_empty() {
        let message = text!("invalid-value.waiver-reason", code = code.name());
        let hint = text!("invalid-value.waiver-hint", code = code.name());
        sink.push(Diagnostic::new(Code::InvalidValue, span, message).hint(hint));
        return None;
    }
    Some(Waiver { code, reason: reason.to_owned(), span, scope: span })
}

/// The code of a waiver; reports a name that is none.
pub(super) fn waiver_code(name: &str, span: Span, sink: &mut Sink) -> Option<Code> {
    let code = Code::from_name(name);
    if code.is_none() {
        let message = text!("invalid-value.code", value = name);
        let hint = did_you_mean(name, Code::ALL.iter().map(|code| code.name()));
        sink.push(Diagnostic::new(Code::InvalidValue, span, message).hint_if(hint));
    }
    code
}
