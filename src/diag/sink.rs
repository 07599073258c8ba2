//! Where the phases put what they find.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, FileId, Severity, Span};

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

/// So many findings of one code in one file are told one by one.
const MOST_OF_A_KIND: usize = 100;

/// What is worth telling of findings in source order: of each code the first hundred in a file,
/// then how many more there are, at the place of the first of these.
pub fn abridge(sorted: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<(Option<FileId>, Code), usize> = BTreeMap::new();
    for found in &sorted {
        *counts.entry(kind_of(found)).or_default() += 1;
    }
    let mut told: BTreeMap<(Option<FileId>, Code), usize> = BTreeMap::new();
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(sorted.len().min(1 << 12));
    let mut rest: BTreeMap<(Option<FileId>, Code), usize> = BTreeMap::new();
    for found in sorted {
        let kind = kind_of(&found);
        let told = told.entry(kind).or_default();
        *told += 1;
        if *told <= MOST_OF_A_KIND {
            kept.push(found);
        } else if let Some(place) = rest.get(&kind) {
            let severity = &mut kept[*place].severity;
            *severity = found.severity.max(*severity);
        } else {
            let count = counts[&kind] - MOST_OF_A_KIND;
            rest.insert(kind, kept.len());
            let message = text!("more-of-a-kind", count = count);
            kept.push(Diagnostic { message, labels: Vec::new(), hints: Vec::new(), ..found });
        }
    }
    kept
}

fn kind_of(found: &Diagnostic) -> (Option<FileId>, Code) {
    (found.span.map(|span| span.file), found.code)
}

/// A thread takes no more items at once, so that none is left with the heaviest at the end.
pub const MOST_AT_ONCE: usize = 16;

/// Runs `work` on every item in parallel and joins results and findings in the items' order.
pub fn collect_parallel<I: Sync, T: Send>(
    items: &[I],
    sink: &mut Sink,
    work: impl Fn(&I, &mut Sink) -> T + Sync,
) -> Vec<T> {
    use rayon::prelude::*;
    let done: Vec<(T, Sink)> = items
        .par_iter()
        .with_max_len(MOST_AT_ONCE)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_findings_of_one_kind_are_told_as_a_hundred_and_a_number() {
        let of = |code, place: usize| {
            Diagnostic::new(code, Span::new(FileId(0), place..place), text!("duplicate-key.hint"))
        };
        let mut found: Vec<Diagnostic> =
            (0..250).map(|place| of(Code::NumberUnsourced, place)).collect();
        found[249].severity = Severity::Error;
        found.insert(7, of(Code::BrokenLink, 7));
        let told = abridge(found);
        assert_eq!(told.len(), 102);
        assert_eq!(told[7].code, Code::BrokenLink);
        let last = &told[101];
        assert_eq!(last.message, text!("more-of-a-kind", count = 150_usize));
        assert_eq!(last.span, Some(Span::new(FileId(0), 100..100)));
        assert_eq!(last.severity, Severity::Error, "an error among those not told still counts");
    }

    #[test]
    fn a_hundred_findings_are_told_one_by_one() {
        let found: Vec<Diagnostic> = (0..100)
            .map(|place| {
                let span = Span::new(FileId(0), place..place);
                Diagnostic::new(Code::BrokenLink, span, text!("duplicate-key.hint"))
            })
            .collect();
        assert_eq!(abridge(found.clone()), found);
    }
}
