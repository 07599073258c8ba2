//! `broken-link`: a link to a page or anchor that does not exist. `missing-file`: an image or
//! download that does not exist.

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::check::say::list;
use crate::content::{Document, SlotKind};
use crate::diag::{Code, Diagnostic, Text};
use crate::site::Missing;
use crate::source::shape::{did_you_mean, nearest};

/// The most anchors that a hint lists.
const MOST_ANCHORS: usize = 8;
/// The longest anchor that a hint lists, in bytes.
const LONGEST_ANCHOR: usize = 300;
/// So many findings look for a page, anchor or file with a similar name; each looks at all of them.
const MOST_HINTS: usize = 200;

pub(super) fn check(context: &Context<'_>, found: &mut Findings) {
    let mut found_so_far = 0;
    for document in context.documents() {
        for slot in &document.body.slots {
            let SlotKind::Address(address) = &slot.kind else { continue };
            if let Err(missing) = context.site.destination(document, address) {
                found_so_far += 1;
                let (message, hint) = words(address, &missing);
                let near = (found_so_far <= MOST_HINTS)
                    .then(|| near(context, document, address, &missing));
                let diagnostic = Diagnostic::new(code(address, &missing), slot.span, message);
                found.push(diagnostic.hint_if(near.flatten().or(hint)));
            }
        }
    }
}

fn code(address: &str, missing: &Missing<'_>) -> Code {
    let is_file = *missing == Missing::File && !is_page(address);
    if is_file { Code::MissingFile } else { Code::BrokenLink }
}

/// What is missing, and what to do where nothing there has a similar name.
fn words(address: &str, missing: &Missing<'_>) -> (Text, Option<Text>) {
    match missing {
        Missing::Outside => {
            let message = text!("broken-link.outside", address = address);
            (message, Some(text!("broken-link.outside-hint")))
        }
        Missing::Anchor { .. } => (text!("broken-link.anchor", anchor = anchor_of(address)), None),
        Missing::File if is_page(address) => {
            (text!("broken-link", address = address), Some(text!("broken-link.hint")))
        }
        Missing::File => {
            let hint = text!("missing-file.hint", address = address);
            (text!("missing-file", address = address), Some(hint))
        }
    }
}

/// What there is with a similar name; of anchors, what there is.
fn near(
    context: &Context<'_>,
    document: &Document,
    address: &str,
    missing: &Missing<'_>,
) -> Option<Text> {
    match missing {
        Missing::Outside => None,
        Missing::Anchor { known } => {
            let known = known.iter().map(String::as_str);
            did_you_mean(anchor_of(address), known.clone()).or_else(|| {
                let short = known.filter(|anchor| anchor.len() <= LONGEST_ANCHOR);
                let first: Vec<&str> = short.take(MOST_ANCHORS).collect();
                (!first.is_empty()).then(|| text!("broken-link.anchors", anchors = list(&first)))
            })
        }
        Missing::File if is_page(address) => near_page(context, document, address),
        Missing::File => {
            did_you_mean(address, context.site.assets.iter().map(|(_, path)| path.as_str()))
        }
    }
}

fn anchor_of(address: &str) -> &str {
    address.split_once('#').map_or("", |(_, anchor)| anchor)
}

/// Whether an address is that of a page, not of an image or download.
fn is_page(address: &str) -> bool {
    let path = address.split(['#', '?']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').is_none_or(|(_, end)| matches!(end, "md" | "html" | "htm"))
}

fn near_page(context: &Context<'_>, document: &Document, address: &str) -> Option<Text> {
    let name = address.split(['#', '?', '.']).next().unwrap_or_default();
    let slugs = context.site.sections.iter().map(|section| section.slug.as_str());
    let slug = nearest(name, slugs)?;
    let file = format!("{slug}.{}.md", document.lang.code());
    Some(text!("hint.did-you-mean", word = file))
}
