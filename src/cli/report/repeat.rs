//! The same finding at many places of one file, told once.

use std::collections::BTreeMap;

use shushuo::diag::{Diagnostic, FileId, Severity, Span};

use crate::cli::words::Words;

/// So many equal findings in a file are told one by one; more are told together.
const APART: usize = 3;

/// A finding, and the other places in its file where the same is found.
pub(super) struct Told<'d> {
    /// The first of them.
    pub(super) diagnostic: &'d Diagnostic,
    /// Where the others are, in order.
    pub(super) others: Vec<Span>,
}

/// The findings in their order; those that say the same of one file, in words and hints, stand
/// together where the first of them stands.
pub(super) fn told<'d>(diagnostics: &'d [Diagnostic], words: &Words) -> Vec<Told<'d>> {
    let mut groups: BTreeMap<(FileId, Severity, String), Vec<usize>> = BTreeMap::new();
    for (index, diagnostic) in diagnostics.iter().enumerate() {
        if let Some(span) = diagnostic.span.filter(|_| diagnostic.labels.is_empty()) {
            let key = (span.file, diagnostic.severity, said(diagnostic, words));
            groups.entry(key).or_default().push(index);
        }
    }
    groups.retain(|_, indices| indices.len() > APART);
    let mut others: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    let mut hidden = vec![false; diagnostics.len()];
    for indices in groups.into_values() {
        let (first, rest) = indices.split_first().expect("a group is not empty");
        rest.iter().for_each(|index| hidden[*index] = true);
        others.insert(*first, rest.iter().filter_map(|index| diagnostics[*index].span).collect());
    }
    let shown = diagnostics.iter().enumerate().filter(|(index, _)| !hidden[*index]);
    shown
        .map(|(index, diagnostic)| Told {
            diagnostic,
            others: others.remove(&index).unwrap_or_default(),
        })
        .collect()
}

/// Everything that a finding says.
fn said(diagnostic: &Diagnostic, words: &Words) -> String {
    let texts = std::iter::once(&diagnostic.message).chain(&diagnostic.hints);
    let lines = texts.map(|text| words.say(text));
    lines.fold(diagnostic.code.name().to_owned(), |said, line| said + "\n" + &line)
}

/// Lines in order as people list them: `3, 6–8, 12`.
pub(super) fn listed(lines: &[usize]) -> String {
    let runs = lines.chunk_by(|one, next| next - one <= 1);
    let run = |run: &[usize]| match run {
        [first, .., last] if first != last => format!("{first}–{last}"),
        [first, ..] => first.to_string(),
        [] => String::new(),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
}
