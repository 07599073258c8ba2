//! `shushuo check --fix`: shows what mends the site as a unified diff, and writes it.

use std::path::Path;

use shushuo::mend::{Change, Mended, mend};
use shushuo::{Options, output};
use similar::{ChangeTag, TextDiff};

use super::console;
use super::failure::Failure;
use super::report::safe;
use super::summary::Rows;
use super::words::Words;

/// Lines shown around a change.
const CONTEXT: usize = 2;

/// What stands for a tab, which is mended because nobody sees that it is none of the spaces.
const TAB: &str = "→";

/// Shows the changes that mend the site and, unless this is a trial, makes them. `say` is where the
/// diff goes.
pub(crate) fn run(
    site_dir: &Path,
    is_trial: bool,
    say: impl Fn(&str) -> Result<(), Failure>,
    words: &mut Words,
) -> Result<(), Failure> {
    let Mended { changes, before } = mend(site_dir, &Options::default());
    if let Some(site) = &before.site {
        words.settle(site.original());
    }
    if changes.is_empty() {
        return say(&format!("{}\n\n", words.get("fix-none")));
    }
    let diff: String = changes.iter().map(printed).collect();
    say(&diff)?;
    if !is_trial {
        write(&changes, site_dir)?;
    }
    let heading = if is_trial { words.get("fix-trial") } else { words.get("fix-done") };
    let mut rows = Rows::default();
    for change in &changes {
        let what = if change.before.is_some() { "row-mended" } else { "row-new" };
        rows.add(words.get(what), change.path.clone());
    }
    say(&format!("{heading}\n{}\n", rows.printed()))
}

/// What exists is changed before anything new is made: a change that fails leaves less behind.
fn write(changes: &[Change], site_dir: &Path) -> Result<(), Failure> {
    for change in changes.iter().filter(|change| change.before.is_some()) {
        output::rewrite(site_dir, &change.path, |bytes| change.onto(bytes))?;
    }
    let new = changes.iter().filter(|change| change.before.is_none());
    output::create(site_dir, new.map(|change| (change.path.as_str(), change.after.as_bytes())))?;
    Ok(())
}

/// A change as a unified diff, coloured for a terminal.
fn printed(change: &Change) -> String {
    let path = safe(&change.path);
    let old = change.before.as_ref().map_or("/dev/null", |_| path.as_str());
    let mut text = format!("\x1b[1m--- {old}\n+++ {path}\x1b[0m\n");
    let before = change.before.as_deref().unwrap_or_default();
    let diff = TextDiff::from_lines(before, &change.after);
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        text.push_str(&format!("\x1b[36m{}\x1b[0m\n", hunk.header()));
        for line in hunk.iter_changes() {
            let words = safe(&line.value().trim_end_matches('\n').replace('\t', TAB));
            text.push_str(&match line.tag() {
                ChangeTag::Delete => format!("\x1b[31m-{words}\x1b[0m\n"),
                ChangeTag::Insert => format!("\x1b[32m+{words}\x1b[0m\n"),
                ChangeTag::Equal => format!(" {words}\n"),
            });
        }
    }
    text.push('\n');
    text
}

/// Shows results on standard output.
pub(crate) fn on_output(text: &str) -> Result<(), Failure> {
    Ok(console::result(text)?)
}

/// Shows them on standard error, where standard output is for tools.
pub(crate) fn beside(text: &str) -> Result<(), Failure> {
    console::note(text);
    Ok(())
}
