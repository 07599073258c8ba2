//! Severities of `site.yaml`, and findings that authors accept with a reason.

use std::collections::BTreeMap;

use super::context::Context;
use super::findings::Finding;
use super::report::Waived;
use crate::content::{Document, Waiver};
use crate::diag::{Code, Diagnostic, Severity, Sink, Span};

/// One waiver of the site, and whether it waived anything.
struct Accepted<'s> {
    code: Code,
    reason: &'s str,
    /// Where it stands.
    span: Span,
    /// Where it holds.
    scope: Scope<'s>,
    used: bool,
}

/// Where a waiver holds.
enum Scope<'s> {
    /// In blocks of prose, by what they span.
    Blocks(Vec<Span>),
    /// In whatever concerns a figure, by its id.
    Figure(&'s str),
}

/// Gives each finding its severity and puts it into `sink`, unless a waiver accepts it. Returns
/// what was accepted. A waiver that accepts nothing is a finding too.
pub(super) fn accept(context: &Context<'_>, found: Vec<Finding>, sink: &mut Sink) -> Vec<Waived> {
    let mut waivers = collect(context);
    let mut waived = Vec::new();
    for finding in found {
        let covering: Vec<&mut Accepted<'_>> =
            waivers.iter_mut().filter(|waiver| waiver.covers(&finding, context)).collect();
        let accepted = covering.first().map(|waiver| waiver.reason.to_owned());
        covering.into_iter().for_each(|waiver| waiver.used = true);
        let Some(severity) = severity(context, &finding.diagnostic) else { continue };
        match accepted {
            Some(reason) => {
                let Diagnostic { code, span, .. } = finding.diagnostic;
                waived.extend(span.map(|span| Waived { code, span, reason }));
            }
            None => sink.push(Diagnostic { severity, ..finding.diagnostic }),
        }
    }
    for waiver in waivers.iter().filter(|waiver| !waiver.used) {
        report_unused(context, waiver, sink);
    }
    waived.sort_by_key(|waived| (waived.span, waived.code));
    waived.dedup();
    waived
}

/// The severity that a finding has in this site; `None` where its check is switched off.
fn severity(context: &Context<'_>, diagnostic: &Diagnostic) -> Option<Severity> {
    let set = context.site.config.checks.get(&diagnostic.code);
    set.copied().unwrap_or(Some(diagnostic.severity))
}

fn report_unused(context: &Context<'_>, waiver: &Accepted<'_>, sink: &mut Sink) {
    let is_off = context.site.config.checks.get(&waiver.code) == Some(&None);
    let message = text!("unused-waiver", code = waiver.code.name());
    let unused =
        Diagnostic::new(Code::UnusedWaiver, waiver.span, message).hint(text!("unused-waiver.hint"));
    if let Some(severity) = severity(context, &unused).filter(|_| !is_off) {
        sink.push(Diagnostic { severity, ..unused });
    }
}

impl Accepted<'_> {
    fn covers(&self, finding: &Finding, context: &Context<'_>) -> bool {
        if self.code != finding.diagnostic.code {
            return false;
        }
        match &self.scope {
            Scope::Figure(id) => {
                finding.figure.is_some_and(|figure| context.site.figure(figure).id.as_str() == *id)
            }
            Scope::Blocks(blocks) => {
                let labels = finding.diagnostic.labels.iter().map(|(span, _)| *span);
                let mut spans = finding.diagnostic.span.into_iter().chain(labels);
                spans.any(|span| blocks.iter().any(|block| holds(*block, span)))
            }
        }
    }
}

fn holds(block: Span, span: Span) -> bool {
    block.file == span.file && block.start <= span.start && span.end <= block.end
}

fn collect<'s>(context: &'s Context<'_>) -> Vec<Accepted<'s>> {
    let mut waivers = Vec::new();
    for document in context.documents() {
        waivers.extend(in_prose(document));
        for entry in &document.front.figures {
            waivers.extend(entry.allow.iter().map(|(code, reason)| Accepted {
                code: code.value,
                reason,
                span: code.span,
                scope: Scope::Figure(&entry.id.value),
                used: false,
            }));
        }
    }
    waivers
}

/// The waivers of a document's prose. One that stands above a list or table is in each of its
/// blocks, and is one waiver all the same.
fn in_prose(document: &Document) -> Vec<Accepted<'_>> {
    let mut by_place: BTreeMap<(Span, Code), (&Waiver, Vec<Span>)> = BTreeMap::new();
    for block in &document.body.blocks {
        for waiver in &block.waivers {
            let (_, blocks) =
                by_place.entry((waiver.span, waiver.code)).or_insert_with(|| (waiver, Vec::new()));
            blocks.push(block.span);
        }
    }
    by_place
        .into_values()
        .map(|(waiver, blocks)| Accepted {
            code: waiver.code,
            reason: &waiver.reason,
            span: waiver.span,
            scope: Scope::Blocks(blocks),
            used: false,
        })
        .collect()
}
