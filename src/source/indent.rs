//! Indentation: tabs, wide spaces, and lines that stand too far to the right or the left.

use super::keyless::is_known_key;
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
    if line.opens() && next > 0 {
        return match depth_of_opening(lines, index, None) {
            Some(depth) => indented(mistake, line, depth, true),
            None => uncertain(mistake),
        };
    }
    match above.opens() {
        // The first line below a key: as far in as its neighbour, if that is below the key too.
        true if next > depth => indented(mistake, line, next, true),
        true => indented(mistake, line, depth + 2, line.value().is_some()),
        false => indented(mistake, line, depth, line.value().is_some() && next <= depth),
    }
}

/// How far in a key belongs that has further keys below it. `given` is how far in it stands, where
/// that can be told.
fn depth_of_opening(lines: &[Line<'_>], index: usize, given: Option<usize>) -> Option<usize> {
    let below = below(lines, index)?.indent().len();
    let first = above(lines, index)?;
    let depth = first.indent().len();
    if first.opens() {
        // The first of its kind: as far in as the others that follow it.
        let mut behind = lines[index + 1..].iter().filter(|line| line.speaks() && line.is_clean());
        let other = behind.find(|line| line.indent().len() < below)?.indent().len();
        return match other > depth {
            true => Some(other),
            false => (depth + 2 < below).then_some(depth + 2),
        };
    }
    let levels = levels(lines, index);
    let inner = levels.iter().zip(levels.iter().skip(1));
    // The others of its kind have their keys where this one has them, or as much further in.
    if let Some((_, outer)) = inner.clone().find(|(inner, _)| **inner == below) {
        return Some(*outer);
    }
    let step = below.checked_sub(given?)?;
    let alike = inner.filter(|(inner, outer)| **inner - **outer == step).map(|(_, outer)| *outer);
    match levels.as_slice() {
        [only] => (*only < below).then_some(*only),
        _ => alike.min_by_key(|outer| outer.abs_diff(given.unwrap_or_default())),
    }
}

/// How far in the name of a figure belongs whose keys stand in braces on its own line: as the names
/// above. `None` for any other line.
fn depth_of_named(lines: &[Line<'_>], index: usize) -> Option<usize> {
    let name = |line: &Line<'_>| {
        let key = line.text.trim_start().split(':').next().unwrap_or_default();
        line.has_key() && !is_known_key(key)
    };
    let in_braces = lines[index].value().is_some_and(|(_, value)| value.starts_with('{'));
    if !in_braces || !name(&lines[index]) {
        return None;
    }
    let depth = lines[index].indent().len();
    let above = lines[..index].iter().filter(|line| line.speaks() && line.is_clean());
    let named = above.rev().find(|line| name(line))?.indent().len();
    (named != depth).then_some(named)
}

/// How far in the keys are that a line may stand below or beside, from the innermost outwards.
fn levels(lines: &[Line<'_>], index: usize) -> Vec<usize> {
    let mut levels: Vec<usize> = Vec::new();
    for above in lines[..index].iter().rev().filter(|line| line.speaks() && line.is_clean()) {
        let depth = above.indent().len();
        if levels.last().is_none_or(|innermost| depth < *innermost) {
            levels.push(depth);
        }
    }
    levels
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
    let given = line.indent().len();
    above.value().filter(|_| given > above.indent().len())?;
    let mistake = whole(line, text!("yaml-syntax.too-deep"));
    if line.opens() && below(lines, index).is_some_and(|below| !below.indent().is_empty()) {
        return Some(match depth_of_opening(lines, index, Some(given)) {
            Some(depth) => indented(mistake, line, depth, true),
            None => uncertain(mistake),
        });
    }
    let depth = depth_of_named(lines, index).unwrap_or(above.indent().len());
    Some(indented(mistake, line, depth, true))
}

/// A key that stands under none of the keys above.
fn between(lines: &[Line<'_>], index: usize) -> Option<Mistake> {
    let line = &lines[index];
    let depth = line.indent().len();
    let levels = levels(lines, index);
    let (inner, outer) =
        levels.iter().zip(levels.iter().skip(1)).find(|(_, outer)| **outer <= depth)?;
    if *outer == depth || *inner <= depth {
        return None;
    }
    let first = odd_one_out(lines, index, *inner).or_else(|| left_behind(lines, index, *outer));
    if let Some(first) = first.map(|first| &lines[first]) {
        return Some(indented(whole(first, text!("yaml-syntax.between")), first, depth, true));
    }
    let mistake = whole(line, text!("yaml-syntax.between"));
    let below = below(lines, index).map(|below| below.indent().len());
    if line.opens() && below.is_some_and(|below| below > 0) {
        return Some(match depth_of_opening(lines, index, Some(depth)) {
            Some(depth) => indented(mistake, line, depth, true),
            None => uncertain(mistake),
        });
    }
    if let Some(named) = depth_of_named(lines, index) {
        return Some(indented(mistake, line, named, true));
    }
    let is_certain = below.is_none_or(|below| below == *inner || below < depth);
    Some(indented(mistake, line, *inner, is_certain))
}

/// The line above that alone stands as far in as `inner`, where those that follow it agree with the
/// line at `index`: then it is the one that is out of line.
fn odd_one_out(lines: &[Line<'_>], index: usize, inner: usize) -> Option<usize> {
    let depth = lines[index].indent().len();
    let speaking = |line: &&Line<'_>| line.speaks() && line.is_clean();
    let is_beside = |line: &&Line<'_>| line.indent().len() >= depth;
    let before = lines[..index].iter().rev().filter(speaking).take_while(is_beside);
    let before = before.filter(|line| line.indent().len() <= inner);
    let behind = lines[index..].iter().filter(speaking).take_while(is_beside);
    let agreeing = behind.filter(|line| line.indent().len() == depth && line.has_key()).count();
    let first =
        lines[..index].iter().rposition(|line| line.speaks() && line.indent().len() == inner)?;
    let is_alone = before.count() == 1 && lines[first].has_key();
    (is_alone && agreeing > 1).then_some(first)
}

/// The key above that stands less far in than those that follow it, the line at `index` among them,
/// though it is the first below its own key: then it is the one that is out of line.
fn left_behind(lines: &[Line<'_>], index: usize, outer: usize) -> Option<usize> {
    let depth = lines[index].indent().len();
    let stands = |line: &Line<'_>| line.speaks() && line.indent().len() == outer;
    let first = lines[..index].iter().rposition(stands).filter(|first| lines[*first].has_key())?;
    let parent = above(lines, first).filter(|above| above.opens() && above.is_clean())?;
    let parent = parent.indent().len();
    let speaking = lines[index..].iter().filter(|line| line.speaks());
    let beside = speaking.take_while(|line| line.indent().len() >= depth);
    let agreeing = beside.filter(|line| line.indent().len() == depth && line.has_key()).count();
    (parent < depth && (outer <= parent || agreeing > 1)).then_some(first)
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
