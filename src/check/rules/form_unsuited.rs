//! `form-unsuited`: a form chosen for a figure that it would misrepresent.

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::check::say::{figure_value, list};
use crate::diag::{Code, Diagnostic};
use crate::figure::{FigureIndex, Form};
use crate::quantity::Quantity;
use crate::site::Site;

pub(super) fn check(context: &Context<'_>, found: &mut Findings) {
    for document in context.originals().map(|original| &original.document) {
        for entry in &document.front.figures {
            let form = entry
                .form
                .as_ref()
                .and_then(|form| Some((Form::from_name(&form.value)?, form.span)));
            let Some((form, span)) = form else { continue };
            let Some(index) = context.site.figures.get_index_of(entry.id.value.as_str()) else {
                continue;
            };
            let Some((quantity, companions)) = quantities(context.site, index) else { continue };
            if form.suits(quantity, &companions) {
                continue;
            }
            let suitable = Form::suitable(quantity, &companions);
            let names: Vec<&str> = suitable.into_iter().map(Form::name).collect();
            let figure = context.site.figure(index);
            let message = text!("form-unsuited", form = form.name(), value = figure_value(figure));
            let diagnostic = Diagnostic::new(Code::FormUnsuited, span, message)
                .hint(text!("form-unsuited.hint", forms = list(&names)))
                .hint_if(why(form));
            found.push_about(index, diagnostic);
        }
    }
}

/// The figure's quantity and its companions'; `None` while one of them could not be read.
fn quantities(site: &Site, index: FigureIndex) -> Option<(&Quantity, Vec<&Quantity>)> {
    let figure = site.figure(index);
    let companions = figure.with.iter().map(|other| site.figure(*other).quantity.as_ref());
    Some((figure.quantity.as_ref()?, companions.collect::<Option<Vec<_>>>()?))
}

/// What a form is for.
fn why(form: Form) -> Option<crate::diag::Text> {
    match form {
        Form::Numeral => None,
        Form::Ring => Some(text!("form-unsuited.ring")),
        Form::Delta => Some(text!("form-unsuited.delta")),
        Form::Bars => Some(text!("form-unsuited.bars")),
        Form::Parts => Some(text!("form-unsuited.parts")),
        Form::Tally => Some(text!("form-unsuited.tally")),
        Form::Streak => Some(text!("form-unsuited.streak")),
    }
}
