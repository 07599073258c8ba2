//! Mends what is certain: the fixes that diagnostics carry, and spaces at the ends of lines of front
//! matter. Words and numbers are never touched: a change that would is not made.

mod guard;
mod tidy;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use similar::{ChangeTag, TextDiff};

use crate::compile::{Compilation, Options, compile_files};
use crate::diag::{Code, Diagnostic, Edit, FileId, Fix, Sink};
use crate::source::{self, Files, decode_text};

/// Each round mends what the one before brought to light.
const MOST_ROUNDS: usize = 8;

/// A change to one file of a site folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The file's path in the site folder.
    pub path: String,
    /// Its text before, lines ended by LF; `None` for a new file.
    pub before: Option<String>,
    /// Its text afterwards, lines ended by LF.
    pub after: String,
}

impl Change {
    /// The file's new bytes, from its old ones: byte order mark and line ends stay as they are.
    /// `None` where the bytes are not those that the change was made for.
    pub fn onto(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let before = self.before.as_deref()?;
        let there = decode_text(bytes.to_vec()).ok()?;
        // A link inside the site gives one file two names.
        if there == self.after {
            return Some(bytes.to_vec());
        }
        if there != before {
            return None;
        }
        let mark: &[u8] = b"\xEF\xBB\xBF";
        let marks = bytes.chunks(mark.len()).take_while(|chunk| *chunk == mark).count();
        let (mark, lines) = bytes.split_at(marks * mark.len());
        let lines: Vec<&[u8]> = lines.split_inclusive(|byte| *byte == b'\n').collect();
        let is_crlf = lines.first().is_some_and(|line| line.ends_with(b"\r\n"));
        let mut new = mark.to_vec();
        for change in TextDiff::from_lines(before, &self.after).iter_all_changes() {
            match (change.tag(), change.old_index()) {
                (ChangeTag::Equal, Some(index)) => new.extend_from_slice(lines.get(index)?),
                (ChangeTag::Insert, _) if is_crlf => {
                    new.extend(change.value().replace('\n', "\r\n").bytes());
                }
                (ChangeTag::Insert, _) => new.extend(change.value().bytes()),
                _ => {}
            }
        }
        Some(new)
    }
}

/// What mending came to.
#[derive(Debug)]
pub struct Mended {
    /// The changes that mend the site, in the order of their paths. Nothing has been written.
    pub changes: Vec<Change>,
    /// What was found before.
    pub before: Compilation,
}

/// Finds the changes that mend the site in `folder`, writing nothing.
pub fn mend(folder: &Path, options: &Options) -> Mended {
    let mut sink = Sink::new();
    let files = source::load(folder, &mut sink);
    let before = compile_files(files, options, sink.clone());
    let mut mending = Mending::default();
    mending.take(&before.diagnostics, &before.files);
    let mut texts: BTreeMap<FileId, String> = BTreeMap::new();
    let mut creates = created(&before.diagnostics, &before.files);
    for _ in 0..MOST_ROUNDS {
        if mending.next.is_empty() {
            break;
        }
        texts.append(&mut mending.next);
        let mut files = before.files.clone();
        for (file, text) in &texts {
            files.rewrite(*file, text.clone());
        }
        let compilation = compile_files(files, options, sink.clone());
        mending.keep_what_helps(&mut texts, &compilation.diagnostics);
        mending.take(&compilation.diagnostics, &compilation.files);
        creates = created(&compilation.diagnostics, &compilation.files);
    }
    let mut changes: Vec<Change> = texts
        .into_iter()
        .map(|(file, after)| {
            let file = before.files.get(file);
            Change { path: file.path.clone(), before: Some(file.text().to_owned()), after }
        })
        .filter(|change| change.before.as_deref() != Some(change.after.as_str()))
        .chain(creates)
        .collect();
    changes.sort_by(|one, other| one.path.cmp(&other.path));
    Mended { changes, before }
}

/// The files that are missing and can be begun.
fn created(diagnostics: &[Diagnostic], files: &Files) -> Vec<Change> {
    let fixes = diagnostics.iter().filter_map(|found| found.fix.as_ref());
    fixes
        .filter_map(|fix| match fix {
            Fix::Create { path, text } if files.find(path).is_none() => {
                Some(Change { path: path.clone(), before: None, after: text.clone() })
            }
            _ => None,
        })
        .collect()
}

/// The rounds' memory.
#[derive(Default)]
struct Mending {
    /// The new texts of this round.
    next: BTreeMap<FileId, String>,
    /// What was found in each changed file, and its text then.
    before: BTreeMap<FileId, (Found, String)>,
    /// Files in which mending did not help.
    frozen: BTreeSet<FileId>,
}

impl Mending {
    /// Makes the edits that the diagnostics of a round offer.
    fn take(&mut self, diagnostics: &[Diagnostic], files: &Files) {
        self.before.clear();
        for (id, file) in files.below("") {
            if self.frozen.contains(&id) || !file.is_readable() {
                continue;
            }
            let text = file.text();
            let mut edits = edits(diagnostics, id, text);
            if edits.is_empty() {
                edits = tidy::edits(id, &file.path, text);
            }
            let mended = Edit::make(&edits, text);
            if mended != text && guard::keeps_words(text, &mended) {
                self.before.insert(id, (Found::of(diagnostics, id), text.to_owned()));
                self.next.insert(id, mended);
            }
        }
    }

    /// Takes back the changes after which a file has no fewer mistakes of form than before, or one of
    /// a kind that it did not have.
    fn keep_what_helps(&mut self, texts: &mut BTreeMap<FileId, String>, found: &[Diagnostic]) {
        for (id, (before, text)) in std::mem::take(&mut self.before) {
            if Found::of(found, id).is_no_better_than(&before) {
                texts.insert(id, text);
                self.frozen.insert(id);
            }
        }
    }
}

/// The edits offered for a file, in order; where two touch, the first.
fn edits(diagnostics: &[Diagnostic], id: FileId, text: &str) -> Vec<Edit> {
    let fixes = diagnostics.iter().filter_map(|found| found.fix.as_ref());
    let mut edits: Vec<Edit> = fixes
        .flat_map(|fix| match fix {
            Fix::Edit(edits) if guard::misleads(edits, diagnostics, text) => &[],
            Fix::Edit(edits) => edits.as_slice(),
            Fix::Create { .. } => &[],
        })
        .filter(|edit| edit.span.file == id)
        .cloned()
        .collect();
    edits.sort();
    edits.dedup();
    let mut end = None;
    edits.retain(|edit| {
        let is_apart = end.is_none_or(|end| edit.span.start() >= end);
        end = if is_apart { Some(edit.span.end()) } else { end };
        is_apart
    });
    edits
}

/// What is wrong with a file, in numbers.
struct Found {
    /// Mistakes of form.
    faults: usize,
    /// Everything, by its code.
    by_code: BTreeMap<Code, usize>,
}

/// So many mistakes of form keep a file from being read to its end: what is wrong behind them shows
/// only when they are mended.
const MANY: usize = 50;

impl Found {
    fn of(diagnostics: &[Diagnostic], id: FileId) -> Found {
        let of_form = [Code::YamlSyntax, Code::FullwidthPunctuation, Code::FrontMatterMissing];
        let here =
            diagnostics.iter().filter(|found| found.span.is_some_and(|span| span.file == id));
        let mut found = Found { faults: 0, by_code: BTreeMap::new() };
        for one in here {
            found.faults += usize::from(of_form.contains(&one.code) || one.fix.is_some());
            *found.by_code.entry(one.code).or_default() += 1;
        }
        found
    }

    /// Files are read on behind a mistake as if it were mended, so that mending it brings nothing new
    /// to light unless it was the wrong thing to do.
    fn is_no_better_than(&self, before: &Found) -> bool {
        let has_more = self
            .by_code
            .iter()
            .any(|(code, count)| before.by_code.get(code).is_none_or(|had| count > had));
        self.faults > 0 && self.faults >= before.faults || has_more && before.faults < MANY
    }
}

#[cfg(test)]
mod tests;
