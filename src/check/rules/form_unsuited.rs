//! `form-unsuited`: a form chosen for a figure that it would misrepresent.

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::check::say::{figure_value, list};
use crate::diag::{Code, Diagnostic};
use crate::figure::{Form, Group};

pub(super) fn check(context: &Context<'_>, found: &mut Findings) {
    for document in context.originals() {
        for entry in &document.front.figures {
            let form = entry
                .form
                .as_ref()
                .and_then(|form| Some((Form::from_name(&form.value)?, form.span)));
            let Some((form, span)) = form else { continue };
            let Some(index) = context.site.figures.get_index_of(entry.id.value.as_str()) else {
                continue;
            };
            let figure = context.site.figure(index);
            let Some(group) = Group::of(figure, &context.site.figures) else { continue };
            if form.suits(&group) {
                continue;
            }
            let names: Vec<&str> = Form::suitable(&group).into_iter().map(Form::name).collect();
            let message = text!("form-unsuited", form = form.name(), value = figure_value(figure));
            let diagnostic = Diagnostic::new(Code::FormUnsuited, span, message)
                .hint(text!("form-unsuited.hint", forms = list(&names)))
                .hint_if(why(form));
            found.push_about(index, diagnostic);
        }
    }
}

/// What a form is for.
fn why(form: Form) -> Option<crate::diag::Text> {
    match form {
        Form::Numeral => None,
        Form::Ring => Some(text!("form-unsuited.ring")),
        Form::Waffle => Some(text!("form-unsuited.waffle")),
        Form::Delta => Some(text!("form-unsuited.delta")),
        Form::Bars => Some(text!("form-unsuited.bars")),
        Form::Parts => Some(text!("form-unsuited.parts")),
        Form::Tally => Some(text!("form-unsuited.tally")),
        Form::Ladder => Some(text!("form-unsuited.ladder")),
        Form::Streak => Some(text!("form-unsuited.streak")),
        Form::Timeline => Some(text!("form-unsuited.timeline")),
    }
}
