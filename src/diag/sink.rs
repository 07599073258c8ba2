//! Where the phases put what they find.

use super::{Diagnostic, Severity, Span};

/// Collects problems; each parallel worker has its own, and they are joined in a fixed order.
#[derive(Debug, Default, Clone)]
pub struct Sink {
    diagnostics: Vec<Diagnostic>,
}

impl Sink {
    /// An empty sink.
    pub fn new() -> Self {
        Sink::default()
    }

    /// Takes one problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Takes all that another sink holds.
    pub fn extend(&mut self, other: Sink) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether an error is among what was found.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Where the errors found so far stand, in order.
    pub fn error_spans(&self) -> Vec<Span> {
        let errors = self.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        let mut spans: Vec<Span> = errors.filter_map(|error| error.span).collect();
        spans.sort_unstable();
        spans
    }

    /// What was found so far, in the order of finding.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// All that was found, in source order, without repetitions.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
        self.diagnostics.dedup();
        self.diagnostics
    }
}

/// Runs `work` on every item in parallel and joins results and findings in the items' order.
pub fn collect_parallel<I: Sync, T: Send>(
    items: &[I],
    sink: &mut Sink,
    work: impl Fn(&I, &mut Sink) -> T + Sync,
) -> Vec<T> {
    use rayon::prelude::*;
    let done: Vec<(T, Sink)> = items
        .par_iter()
        .map(|item| {
            let mut own = Sink::new();
            (work(item, &mut own), own)
        })
        .collect();
    done.into_iter()
        .map(|(result, own)| {
            sink.extend(own);
            result
        })
        .collect()
}
