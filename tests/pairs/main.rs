//! How well the checks tell right translations from wrong ones: 150 pairs of sentences of our own,
//! each with wrong versions that a program makes from it, in both directions. The figures that this
//! prints are kept in `docs/checks-accuracy.md`.

#![allow(clippy::print_stdout, reason = "the test prints the figures that the documentation keeps")]

mod corpus;
mod judge;
mod spoil;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{env, fs};

use corpus::{by_hand, pairs};
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
fn measure(original: Lang, cases: &[Case]) -> BTreeMap<Option<Fault>, Count> {
    let reports = judge(cases, original);
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

fn table(original: Lang, cases: &[Case]) -> (String, Count, Count) {
    let counts = measure(original, cases);
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

/// The page that keeps the figures.
fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks-accuracy.md")
}

/// The table behind a heading of the page, without its own heading.
fn kept(page: &str, heading: &str) -> String {
    let section = page.split_once(heading).map_or("", |(_, section)| section);
    let rows = section.lines().skip_while(|line| !line.starts_with("| right"));
    rows.take_while(|line| line.starts_with('|')).collect::<Vec<_>>().join("\n")
}

/// A row's last cell in tenths of a percent.
fn rate(table: &str, row: &str) -> Option<usize> {
    let line = table.lines().find(|line| line.starts_with(&format!("| {row} |")))?;
    let cell = line.trim_end_matches(" % |").rsplit("| ").next()?;
    cell.replace('.', "").parse().ok()
}

/// Tests that write the page take turns.
static PAGE: Mutex<()> = Mutex::new(());

/// The page may lag behind by half a percent, so that a better scanner need not rewrite it.
fn hold_page(heading: &str, table: &str) {
    let _turn = PAGE.lock().unwrap_or_else(PoisonError::into_inner);
    let text = fs::read_to_string(page()).expect("the page is there");
    let old = kept(&text, heading);
    if env::var_os("SHUSHUO_BLESS").is_some() {
        fs::write(page(), text.replace(&old, table)).expect("the page can be written");
        return;
    }
    for row in ["right", "wrong, all"] {
        let (one, other) = (rate(&old, row), rate(table, row));
        let near = one.zip(other).is_some_and(|(one, other)| one.abs_diff(other) <= 5);
        assert!(
            near,
            "docs/checks-accuracy.md is out of date (SHUSHUO_BLESS=1 mends it):\n{table}"
        );
    }
}

#[test]
fn right_and_wrong_translations_are_told_apart() {
    for (original, heading) in [
        (Lang::Zh, "## English translations of Chinese originals"),
        (Lang::En, "## Chinese translations of English originals"),
    ] {
        let (table, right, wrong) = table(original, &cases(original));
        println!("{heading}\n{table}");
        assert!(right.cases >= 150, "the corpus has {} pairs", right.cases);
        assert!(wrong.per_mille() > 980, "too many wrong translations pass:\n{table}");
        assert!(right.per_mille() < 20, "too many right translations are reported:\n{table}");
        hold_page(heading, &table);
    }
}

#[test]
fn mistakes_made_by_hand_are_found_as_often_as_the_page_says() {
    for (original, heading) in [
        (Lang::Zh, "## Mistakes made by hand, Chinese originals"),
        (Lang::En, "## Mistakes made by hand, English originals"),
    ] {
        let (table, right, wrong) = table(original, &by_hand(original));
        println!("{heading}\n{table}");
        assert!(right.cases >= 200 && wrong.cases >= 100, "{table}");
        assert!(right.per_mille() < 40, "too many right translations are reported:\n{table}");
        hold_page(heading, &table);
    }
}
