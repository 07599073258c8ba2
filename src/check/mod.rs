//! The rules over a whole site, and what they found in sum.
//!
//! A rule is one small file in `rules/`: it reads the context and pushes what it finds. Rules
//! run in parallel and know nothing of severities and waivers, which are applied here, once. What
//! was found in the run before is taken again where nothing that the rule reads has changed.

mod accept;
mod compare;
mod context;
mod coverage;
mod findings;
mod memory;
mod named;
mod nearest;
mod precision;
mod prose;
mod report;
mod rules;
mod say;
mod side;

pub use memory::Memory;
pub use report::{Coverage, QuoteCount, Report, Summary, Use, Waived};
pub use side::{Mark, Part, Row, Side, side_by_side};

use std::sync::Arc;

use context::Context;
use findings::Finding;
use memory::Checked;

use crate::diag::{Code, Sink};
use crate::figure::{Outcome, text_of};
use crate::site::Site;
use crate::source::Files;

/// Runs every rule over a site. What is found and not waived goes into `sink`; errors and warnings
/// are counted later, when every phase is done.
pub fn check(site: &Site, files: &Files, memory: &mut Memory, sink: &mut Sink) -> Report {
    let Checked { proven, examined, read } = memory.run(site, files);
    let plain = examined.iter().map(|examined| &*examined.plain).collect();
    let context = Context { site, plain, known: Arc::clone(&proven.known) };
    let (of_site, uses) =
        rayon::join(|| rules::over_site(&context), || coverage::with_prose(&context, &proven.uses));
    let of_pages = examined.iter().flat_map(|examined| &examined.found);
    let of_texts = read.iter().flat_map(|found| found.iter());
    let mut found: Vec<Finding> =
        proven.found.iter().chain(of_pages).chain(of_texts).cloned().collect();
    found.extend(of_site);
    found.retain(|finding| !is_of_unreadable_source(site, files, finding));
    let waived = accept::accept(&context, found, sink);
    let summary = Summary {
        sections: site.sections.len(),
        figures: site.figures.len(),
        quotes: count_quotes(site),
        source_numbers: coverage::sum(&uses),
        waived: waived.len(),
        ..Summary::default()
    };
    Report { summary, uses, waived, doubts: Vec::new() }
}

/// Whether a quote cannot be checked because its source cannot be read, which has been reported.
fn is_of_unreadable_source(site: &Site, files: &Files, finding: &Finding) -> bool {
    let figure = finding.figure.filter(|_| finding.diagnostic.code == Code::QuoteUnchecked);
    let Some(source) = figure.and_then(|figure| site.figure(figure).source) else { return false };
    let file = text_of(files, &site.sources[source].name);
    file.is_some_and(|file| !files.get(file).is_readable())
}

fn count_quotes(site: &Site) -> QuoteCount {
    let mut count = QuoteCount::default();
    for quote in site.figures.values().filter_map(|figure| figure.quote.as_ref()) {
        match quote.outcome {
            Outcome::Found => count.found += 1,
            Outcome::Unchecked => count.unchecked += 1,
            Outcome::NotFound | Outcome::ValueNotInQuote | Outcome::Ambiguous => {
                count.not_found += 1;
            }
        }
    }
    count
}
