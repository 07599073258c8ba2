//! Severities of `site.yaml`, and findings that authors accept with a reason.

use std::collections::BTreeMap;

use super::context::Context;
use super::findings::Finding;
use super::report::Waived;
use crate::content::Waiver;
use crate::diag::{Code, Diagnostic, FileId, Severity, Sink, Span};

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
    /// In a part of the prose.
    Prose(Span),
    /// In whatever concerns a figure, by its id.
    Figure(&'s str),
}

/// Gives each finding its severity and puts it into `sink`, unless a waiver accepts it. Returns
/// what was accepted. A waiver that accepts nothing is a finding too.
pub(super) fn accept(context: &Context<'_>, found: Vec<Finding>, sink: &mut Sink) -> Vec<Waived> {
    let mut waivers = Waivers::collect(context);
    let mut waived = Vec::new();
    for finding in found {
        let accepted = waivers.accept(&finding, context);
        let Some(severity) = severity(context, &finding.diagnostic) else { continue };
        match accepted {
            Some(reason) => {
                let Diagnostic { code, span, .. } = finding.diagnostic;
                waived.extend(span.map(|span| Waived { code, span, reason }));
            }
            None => sink.push(Diagnostic { severity, ..finding.diagnostic }),
        }
    }
    for waiver in waivers.list.iter().filter(|waiver| !waiver.used) {
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

/// Every waiver of the site, found by what it may accept.
#[derive(Default)]
struct Waivers<'s> {
    list: Vec<Accepted<'s>>,
    /// Those that hold in prose: by code and file, the start of the part and the waiver.
    in_prose: BTreeMap<(Code, FileId), Vec<(usize, usize)>>,
    /// Those that hold for a figure, by code and id.
    of_figures: BTreeMap<(Code, &'s str), Vec<usize>>,
}

/// The most waivers of one code above a place that are asked; no element needs so many.
const MOST_ASKED: usize = 1000;

impl<'s> Waivers<'s> {
    fn collect(context: &'s Context<'_>) -> Self {
        let mut waivers = Waivers::default();
        for document in context.documents() {
            for Waiver { code, reason, span, scope } in &document.body.waivers {
                waivers.add(*code, reason, *span, Scope::Prose(*scope));
            }
            for entry in &document.front.figures {
                for (code, reason) in &entry.allow {
                    let scope = Scope::Figure(&entry.id.value);
                    waivers.add(code.value, reason, code.span, scope);
                }
            }
        }
        waivers.in_prose.values_mut().for_each(|starts| starts.sort_unstable());
        waivers
    }

    fn add(&mut self, code: Code, reason: &'s str, span: Span, scope: Scope<'s>) {
        let index = self.list.len();
        match scope {
            Scope::Prose(part) => {
                self.in_prose.entry((code, part.file)).or_default().push((part.start(), index));
            }
            Scope::Figure(id) => self.of_figures.entry((code, id)).or_default().push(index),
        }
        self.list.push(Accepted { code, reason, span, scope, used: false });
    }

    /// Marks the waivers that cover a finding as used; the reason of the first.
    fn accept(&mut self, finding: &Finding, context: &Context<'_>) -> Option<String> {
        let code = finding.diagnostic.code;
        let figure = finding.figure.map(|figure| context.site.figure(figure).id.as_str());
        let mut covering: Vec<usize> = Vec::new();
        if let Some(figure) = figure {
            covering.extend(self.of_figures.get(&(code, figure)).into_iter().flatten());
        }
        let labels = finding.diagnostic.labels.iter().map(|(span, _)| *span);
        for span in finding.diagnostic.span.into_iter().chain(labels) {
            let starts = self.in_prose.get(&(code, span.file)).map_or(&[][..], Vec::as_slice);
            let behind = starts.partition_point(|(start, _)| *start <= span.start());
            let above = starts[..behind].iter().rev().take(MOST_ASKED);
            covering.extend(above.map(|(_, index)| index).filter(|index| {
                matches!(self.list[**index].scope, Scope::Prose(part) if span.end() <= part.end())
            }));
        }
        covering.iter().for_each(|index| self.list[*index].used = true);
        covering.iter().min().map(|index| self.list[*index].reason.to_owned())
    }
}
