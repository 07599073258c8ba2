//! `number-missing`, `number-added`, `number-scale`, `number-swapped`, `hedge-lost`,
//! `unit-changed`, `number-converted`: the prose of original and translation, compared paragraph by
//! paragraph; section by section where the paragraphs do not pair up.

use crate::check::compare::{Difference, compare};
use crate::check::context::{PageContext, Prose};
use crate::check::findings::Findings;
use crate::check::prose::Passage;
use crate::check::rules::wording::describe;
use crate::content::BlockKind;
use crate::quantity::{Relation, relate};

pub(super) fn check(context: &PageContext<'_>, found: &mut Findings) {
    if let Some((original, translation)) = context.both() {
        compare_pages(original, translation, found);
    }
}

/// Two passages that say the same, with what the second says differently.
struct Compared {
    original: Passage,
    translation: Passage,
    differences: Vec<Difference>,
}

fn compare_pages(original: &Prose, translation: &Prose, found: &mut Findings) {
    let mut compared: Vec<Compared> = pair_up(&original.passages, &translation.passages)
        .into_iter()
        .filter(|(original, translation)| !original.is_open && !translation.is_open)
        .map(|(original, translation)| {
            let differences = compare(&original, &translation);
            Compared { original, translation, differences }
        })
        .collect();
    forgive_moved(&mut compared);
    for pair in &compared {
        for difference in &pair.differences {
            found.push(describe(&pair.original, &pair.translation, difference));
        }
    }
}

/// Pairs blocks one by one if both files have the same kinds of blocks in the same order; else the
/// parts between headings, if there are as many; else everything.
fn pair_up(original: &[Passage], translation: &[Passage]) -> Vec<(Passage, Passage)> {
    if kinds(original).eq(kinds(translation)) {
        return original.iter().cloned().zip(translation.iter().cloned()).collect();
    }
    let (parts, others) = (by_heading(original), by_heading(translation));
    if parts.len() == others.len() && parts.len() > 1 {
        let pairs = parts.iter().zip(&others);
        return pairs
            .flat_map(|(part, other)| {
                if kinds(part).eq(kinds(other)) {
                    part.iter().cloned().zip(other.iter().cloned()).collect()
                } else {
                    whole(part, other)
                }
            })
            .collect();
    }
    whole(original, translation)
}

fn kinds(passages: &[Passage]) -> impl Iterator<Item = BlockKind> {
    passages.iter().map(|passage| passage.kind)
}

/// The parts of a page, each beginning with its heading.
fn by_heading(passages: &[Passage]) -> Vec<&[Passage]> {
    let starts: Vec<usize> =
        (1..passages.len()).filter(|index| passages[*index].kind == BlockKind::Heading).collect();
    let ends = starts.iter().copied().chain([passages.len()]);
    [0].into_iter()
        .chain(starts.iter().copied())
        .zip(ends)
        .map(|(from, to)| &passages[from..to])
        .collect()
}

fn whole(original: &[Passage], translation: &[Passage]) -> Vec<(Passage, Passage)> {
    Passage::join(original).zip(Passage::join(translation)).into_iter().collect()
}

/// A number that the translation has in another paragraph has only moved.
fn forgive_moved(compared: &mut [Compared]) {
    let mut missing = Vec::new();
    let mut added = Vec::new();
    for (place, pair) in compared.iter().enumerate() {
        for (index, difference) in pair.differences.iter().enumerate() {
            match difference {
                Difference::Missing { original } => missing.push((place, index, *original)),
                Difference::Added { translation } => added.push((place, index, *translation)),
                _ => {}
            }
        }
    }
    let mut moved = Vec::new();
    for (place, index, original) in missing {
        let one = &compared[place].original.numbers[original];
        let found = added.iter().position(|(there, _, translation)| {
            let other = &compared[*there].translation.numbers[*translation];
            let relation = relate(&one.quantity, &other.quantity);
            matches!(relation, Relation::Same | Relation::Rounded | Relation::HedgeDiffers { .. })
        });
        if let Some(found) = found {
            let (there, other, _) = added.swap_remove(found);
            moved.extend([(place, index), (there, other)]);
        }
    }
    moved.sort_unstable();
    for (place, index) in moved.into_iter().rev() {
        compared[place].differences.remove(index);
    }
}
