//! Puts translations before the checks: each becomes a section of one big site in memory.

use shushuo::diag::{Code, Sink};
use shushuo::lang::Lang;
use shushuo::source::{Contents, File, Files};
use shushuo::{Options, compile_files};

use crate::Case;

/// What says that a translation is wrong. A right conversion is told too, but as what it is.
const FAULTS: [Code; 11] = [
    Code::NumberMissing,
    Code::NumberAdded,
    Code::NumberScale,
    Code::NumberSwapped,
    Code::HedgeLost,
    Code::DirectionChanged,
    Code::UnitChanged,
    Code::DateChanged,
    Code::RankChanged,
    Code::NameChanged,
    Code::WordTurned,
];

/// For each case, the names of what was found in its translation.
pub(crate) fn judge(cases: &[Case], original: Lang) -> Vec<Vec<&'static str>> {
    let other = original.other();
    let settings = format!(
        "title: Pairs\nlanguages: [{}, {}]\nchecks: {{ number-unsourced: off }}\n",
        original.code(),
        other.code()
    );
    let mut files = vec![file("site.yaml".to_owned(), settings)];
    for (index, case) in cases.iter().enumerate() {
        let page = |text: &str| format!("---\ntitle: A\n---\n{text}\n");
        files.push(file(path(index, original), page(&case.original)));
        files.push(file(path(index, other), page(&case.translation)));
    }
    let compiled = compile_files(Files::new(files), &Options::default(), Sink::new());
    let mut found = vec![Vec::new(); cases.len()];
    for diagnostic in &compiled.diagnostics {
        let place = diagnostic.span.map(|span| &compiled.files.get(span.file).path);
        let index = place.and_then(|path| path.strip_prefix("content/s")?.get(..5)?.parse().ok());
        let Some(index) = index.and_then(|index: usize| found.get_mut(index)) else { continue };
        if FAULTS.contains(&diagnostic.code) {
            index.push(diagnostic.code.name());
        }
    }
    found
}

fn path(index: usize, lang: Lang) -> String {
    format!("content/s{index:05}.{}.md", lang.code())
}

fn file(path: String, text: String) -> File {
    File { path, contents: Contents::Text(text) }
}
