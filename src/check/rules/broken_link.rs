//! `broken-link`: a link to a page or anchor that does not exist. `missing-file`: an image or
//! download that does not exist.

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::check::say::list;
use crate::content::{Document, SlotKind};
use crate::diag::{Code, Diagnostic, Span};
use crate::site::Missing;
use crate::source::shape::{did_you_mean, nearest};

/// The most anchors that a hint lists.
const MOST_ANCHORS: usize = 8;

/// So many findings look for a page or file with a similar name; each looks at all of them.
const MOST_HINTS: usize = 200;

pub(super) fn check(context: &Context<'_>, found: &mut Findings) {
    let mut found_so_far = 0;
    for document in context.documents() {
        for slot in &document.body.slots {
            let SlotKind::Address(address) = &slot.kind else { continue };
            if let Err(missing) = context.site.destination(document, address) {
                found_so_far += 1;
                let names = if found_so_far <= MOST_HINTS { usize::MAX } else { 0 };
                found.push(report(context, document, slot.span, address, &missing, names));
            }
        }
    }
}

/// `names` is how many names that exist may be compared.
fn report(
    context: &Context<'_>,
    document: &Document,
    span: Span,
    address: &str,
    missing: &Missing,
    names: usize,
) -> Diagnostic {
    match missing {
        Missing::Outside => {
            let message = text!("broken-link.outside", address = address);
            Diagnostic::new(Code::BrokenLink, span, message).hint(text!("broken-link.outside-hint"))
        }
        Missing::Anchor { known } => {
            let anchor = address.split_once('#').map_or("", |(_, anchor)| anchor);
            let message = text!("broken-link.anchor", anchor = anchor);
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let hint = did_you_mean(anchor, known.iter().copied()).or_else(|| {
                let first = &known[..known.len().min(MOST_ANCHORS)];
                (!first.is_empty()).then(|| text!("broken-link.anchors", anchors = list(first)))
            });
            Diagnostic::new(Code::BrokenLink, span, message).hint_if(hint)
        }
        Missing::File if is_page(address) => {
            let message = text!("broken-link", address = address);
            let hint = near_page(context, document, address, names)
                .unwrap_or_else(|| text!("broken-link.hint"));
            Diagnostic::new(Code::BrokenLink, span, message).hint(hint)
        }
        Missing::File => {
            let message = text!("missing-file", address = address);
            let assets = context.site.assets.iter().map(|(_, path)| path.as_str()).take(names);
            let hint = did_you_mean(address, assets)
                .unwrap_or_else(|| text!("missing-file.hint", address = address));
            Diagnostic::new(Code::MissingFile, span, message).hint(hint)
        }
    }
}

/// Whether an address is that of a page, not of an image or download.
fn is_page(address: &str) -> bool {
    let path = address.split(['#', '?']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').is_none_or(|(_, end)| matches!(end, "md" | "html" | "htm"))
}

fn near_page(
    context: &Context<'_>,
    document: &Document,
    address: &str,
    names: usize,
) -> Option<crate::diag::Text> {
    let name = address.split(['#', '?', '.']).next().unwrap_or_default();
    let slugs = context.site.sections.iter().map(|section| section.slug.as_str()).take(names);
    let slug = nearest(name, slugs)?;
    let file = format!("{slug}.{}.md", document.lang.code());
    Some(text!("hint.did-you-mean", word = file))
}
