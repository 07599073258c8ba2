//! How well the checks tell right translations from wrong ones: 150 pairs of sentences of our own,
//! each with wrong versions that a program makes from it, in both directions. The figures that this
//! prints are kept in `docs/checks-accuracy.md`.

#![allow(clippy::print_stdout, reason = "the test prints the figures that the documentation keeps")]

mod corpus;
mod judge;
mod spoil;

use std::collections::BTreeMap;

use corpus::pairs;
use judge::judge;
use shushuo::lang::Lang;
use spoil::{Fault, spoiled};

/// One translation put before the checks.
struct Case {
    original: String,
    translation: String,
    /// What is wrong with it; `None` for a right one.
    fault: Option<Fault>,
}

/// How many were put before the checks, and how many of them were reported.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    cases: usize,
    reported: usize,
}

impl Count {
    fn take(&mut self, is_reported: bool) {
        self.cases += 1;
        self.reported += usize::from(is_reported);
    }

    /// Reported cases in tenths of a percent, rounded down.
    fn per_mille(self) -> usize {
        self.reported * 1000 / self.cases.max(1)
    }
}

fn cases(original: Lang) -> Vec<Case> {
    let mut cases = Vec::new();
    for pair in pairs() {
        let text = pair.get(original).clone();
        let right = pair.get(original.other()).clone();
        for (fault, wrong) in spoiled(&text, &right, original.other()) {
            cases.push(Case { original: text.clone(), translation: wrong, fault: Some(fault) });
        }
        cases.push(Case { original: text, translation: right, fault: None });
    }
    cases
}

/// The counts for right translations (`None`) and for each fault.
fn measure(original: Lang) -> BTreeMap<Option<Fault>, Count> {
    let cases = cases(original);
    let reports = judge(&cases, original);
    let mut counts: BTreeMap<Option<Fault>, Count> = BTreeMap::new();
    for (case, report) in cases.iter().zip(&reports) {
        counts.entry(case.fault).or_default().take(!report.is_empty());
        if report.is_empty() == case.fault.is_some() {
            let fault = case.fault.map_or("right", Fault::name);
            println!("{fault}: {}\n  {}\n  {report:?}", case.original, case.translation);
        }
    }
    counts
}

/// One line of the table in the documentation.
fn line(name: &str, count: Count) -> String {
    let rate = count.per_mille();
    format!("| {name} | {} | {} | {}.{} % |", count.cases, count.reported, rate / 10, rate % 10)
}

fn table(original: Lang) -> (String, Count, Count) {
    let counts = measure(original);
    let right = counts.get(&None).copied().unwrap_or_default();
    let mut wrong = Count::default();
    let mut lines = vec![line("right", right)];
    for (fault, count) in &counts {
        if let Some(fault) = fault {
            lines.push(line(fault.name(), *count));
            wrong.cases += count.cases;
            wrong.reported += count.reported;
        }
    }
    lines.push(line("wrong, all", wrong));
    (lines.join("\n"), right, wrong)
}

fn hold(original: Lang) {
    let (table, right, wrong) = table(original);
    println!("{table}");
    assert!(right.cases >= 150, "the corpus has {} pairs", right.cases);
    assert!(wrong.per_mille() > 980, "too many wrong translations pass:\n{table}");
    assert!(right.per_mille() < 20, "too many right translations are reported:\n{table}");
    let kept = include_str!("../../docs/checks-accuracy.md");
    assert!(
        kept.contains(&table),
        "docs/checks-accuracy.md is out of date; it should say:\n{table}"
    );
}

#[test]
fn english_translations_of_chinese_reports_are_told_apart() {
    hold(Lang::Zh);
}

#[test]
fn chinese_translations_of_english_reports_are_told_apart() {
    hold(Lang::En);
}
