//! Indentation: tabs, wide spaces, and lines that stand too far to the right or the left.

use super::lines::Line;
use super::mistake::Mistake;
use crate::diag::{Code, Text};

/// What is wrong with the indentation of the line at `index`.
pub(super) fn indentation(lines: &[Line<'_>], index: usize) -> Option<Mistake> {
    if !lines[index].is_clean() {
        return Some(odd_spaces(lines, index));
    }
    if !lines[index].has_key() {
        return None;
    }
    too_deep(lines, index).or_else(|| between(lines, index))
}

fn above<'l, 't>(lines: &'l [Line<'t>], index: usize) -> Option<&'l Line<'t>> {
    lines[..index].iter().rev().find(|line| line.speaks())
}

fn below<'l, 't>(lines: &'l [Line<'t>], index: usize) -> Option<&'l Line<'t>> {
    lines[index + 1..].iter().find(|line| line.speaks())
}

/// A line indented with tabs or wide spaces.
fn odd_spaces(lines: &[Line<'_>], index: usize) -> Mistake {
    let line = &lines[index];
    let odd = line.indent().char_indices().find(|(_, letter)| *letter != ' ');
    let (place, letter) = odd.unwrap_or((0, '\t'));
    let start = line.range.start + place;
    let message = match letter {
        '\t' => text!("yaml-syntax.tab"),
        _ => text!("yaml-syntax.odd-indent"),
    };
    let range = start..start + letter.len_utf8();
    let mistake = Mistake::new(Code::YamlSyntax, range, message);
    let is_below = above(lines, index).is_some_and(|above| above.opens() || !above.is_clean());
    if let Some(edits) = all_tabs(lines).filter(|_| is_below) {
        return Mistake { hint: Some(text!("yaml-syntax.tabs-hint")), edits, ..mistake };
    }
    let Some(above) = above(lines, index).filter(|above| above.is_clean()) else {
        return uncertain(mistake);
    };
    let depth = above.indent().len();
    let Some(below) = below(lines, index).filter(|below| below.is_clean()) else {
        let depth = if above.opens() { depth + 2 } else { depth };
        return indented(mistake, line, depth, line.value().is_some());
    };
    let next = below.indent().len();
    match above.opens() {
        // The first line below a key: as far in as its neighbour, if that is below the key too.
        true if next > depth => indented(mistake, line, next, true),
        true => indented(mistake, line, depth + 2, line.value().is_some()),
        false => indented(mistake, line, depth, line.value().is_some() && next <= depth),
    }
}

/// Tabs throughout: each stands for two spaces.
fn all_tabs(lines: &[Line<'_>]) -> Option<Vec<(std::ops::Range<usize>, String)>> {
    let indented = || lines.iter().filter(|line| line.speaks() && !line.indent().is_empty());
    let only_tabs = indented().all(|line| line.indent().bytes().all(|byte| byte == b'\t'));
    only_tabs.then(|| {
        indented()
            .map(|line| {
                let tabs = line.indent().len();
                (line.range.start..line.range.start + tabs, "  ".repeat(tabs))
            })
            .collect()
    })
}

/// A key further in than the one above, which has a value and so has nothing below it.
fn too_deep(lines: &[Line<'_>], index: usize) -> Option<Mistake> {
    let above = above(lines, index).filter(|above| above.is_clean() && above.has_key())?;
    let line = &lines[index];
    above.value().filter(|_| line.indent().len() > above.indent().len())?;
    let message = text!("yaml-syntax.too-deep");
    Some(indented(whole(line, message), line, above.indent().len(), true))
}

/// A key that stands under none of the keys above.
fn between(lines: &[Line<'_>], index: usize) -> Option<Mistake> {
    let line = &lines[index];
    let depth = line.indent().len();
    let mut open = usize::MAX;
    for above in lines[..index].iter().rev().filter(|above| above.speaks()) {
        let other = above.indent().len();
        if other == depth || (other < depth && open == usize::MAX) {
            return None;
        }
        if other < depth {
            let below = below(lines, index).map(|below| below.indent().len());
            let is_certain = below.is_none_or(|below| below == open || below < depth);
            let message = text!("yaml-syntax.between");
            return Some(indented(whole(line, message), line, open, is_certain));
        }
        open = open.min(other);
    }
    None
}

fn whole(line: &Line<'_>, message: Text) -> Mistake {
    let start = line.range.start + line.indent().len();
    let key = line.text.trim_start().split(':').next().unwrap_or_default().len();
    Mistake::new(Code::YamlSyntax, start..start + key, message)
}

fn uncertain(mut mistake: Mistake) -> Mistake {
    mistake.hint = Some(text!("yaml-syntax.spaces-hint"));
    mistake.is_certain = false;
    mistake
}

/// Mends a mistake by so many spaces before the line's words.
fn indented(mut mistake: Mistake, line: &Line<'_>, depth: usize, is_certain: bool) -> Mistake {
    let start = line.range.start;
    mistake.hint = Some(text!("yaml-syntax.indent-hint", count = depth));
    mistake.edits.push((start..start + line.indent().len(), " ".repeat(depth)));
    mistake.is_certain = is_certain;
    mistake
}
