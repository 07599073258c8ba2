//! Numbers that stand in each other's place.
//!
//! A good translation may change the order of clauses, and then everything in them moves together.
//! Two numbers that change places while all around them keeps its order have been mixed up, unless
//! their parts in the clause or the words beside them say that they were meant to.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::Difference;
use super::glossary::likeness;
use super::pair::Pairing;
use super::reach::{Reach, reach};
use super::role::{Role, role};
use crate::check::prose::Passage;
use crate::lang::Lang;
use crate::quantity::{Kind, Quantity, Unit};

/// Two numbers with their partners.
#[derive(Debug, Clone, Copy)]
struct Couple {
    originals: [usize; 2],
    translations: [usize; 2],
}

/// Every two numbers that were mixed up.
pub(super) fn swapped(pairing: &Pairing<'_>) -> Vec<Difference> {
    let certain: Vec<(usize, usize)> = pairing
        .forward
        .iter()
        .enumerate()
        .filter_map(|(original, partner)| Some((original, (*partner)?)))
        .filter(|(original, translation)| is_sure(pairing, *original, *translation))
        .collect();
    let mut found = Vec::new();
    for (index, first) in certain.iter().enumerate() {
        for second in &certain[index + 1..] {
            let couple =
                Couple { originals: [first.0, second.0], translations: [first.1, second.1] };
            if let Some(kinship) = kinship(pairing, couple) {
                found.extend(judge(pairing, &certain, couple, kinship));
            }
        }
    }
    found
}

/// Whether a number and its partner are each the only one of their value.
fn is_sure(pairing: &Pairing<'_>, original: usize, translation: usize) -> bool {
    let same = |one: usize, other: usize| pairing.grade(one, other).is_exact();
    let number = &pairing.original.numbers[original];
    same(original, translation)
        && !number.is_silent
        && !pairing.translation.numbers[translation].is_silent
        && (0..pairing.backward.len()).filter(|other| same(original, *other)).count() == 1
        && (0..pairing.forward.len()).filter(|other| same(*other, translation)).count() == 1
}

/// How alike two numbers are: what is alike in both languages is easily mixed up; what is so in one
/// of them, as counts of people and of things are in English, only sometimes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kinship {
    Close,
    Loose,
}

fn kinship(pairing: &Pairing<'_>, couple: Couple) -> Option<Kinship> {
    let [one, other] = couple.originals.map(|index| &pairing.original.numbers[index].quantity);
    let [this, that] =
        couple.translations.map(|index| &pairing.translation.numbers[index].quantity);
    if one.value == other.value || one.kind != other.kind || this.kind != that.kind {
        return None;
    }
    let (here, there) = (is_one_unit(one, other), is_one_unit(this, that));
    let may_be_one = may_be_one_unit(one, other) && may_be_one_unit(this, that);
    if (here || there) && may_be_one {
        return Some(Kinship::Close);
    }
    let all = [one, other, this, that];
    ((here || there) && all.iter().all(|quantity| is_count(quantity))).then_some(Kinship::Loose)
}

/// Whether two quantities have one unit, or only one of them names any: “from 25,000 to 42,000
/// kilometres”. A Chinese counter names a thing.
fn may_be_one_unit(one: &Quantity, other: &Quantity) -> bool {
    let is_age = |unit: Option<Unit>| unit.is_some_and(|unit| unit.id() == "year-of-age");
    let is_open = one.unit.is_none() || other.unit.is_none();
    is_one_unit(one, other) || is_open && !is_age(one.unit) && !is_age(other.unit)
}

fn is_one_unit(one: &Quantity, other: &Quantity) -> bool {
    let bare = |unit: Option<Unit>| unit.is_none_or(Unit::is_counter);
    match (one.unit, other.unit) {
        (Some(unit), Some(wanted)) if unit.same_as(wanted) => true,
        (one, other) => bare(one) && bare(other),
    }
}

/// Whether a quantity counts people or things.
fn is_count(quantity: &Quantity) -> bool {
    const COUNTED: [&str; 3] = ["person", "person-time", "household"];
    let counts = |unit: Unit| unit.is_counter() || COUNTED.contains(&unit.id());
    quantity.kind == Kind::Quantity && quantity.unit.is_none_or(counts)
}

/// Whether English joins two numbers with a preposition, where Chinese puts the second one first:
/// “93 titles in 16 sports”.
fn is_joined(pairing: &Pairing<'_>, couple: Couple) -> bool {
    const JOINTS: [&str; 23] = [
        "of", "over", "in", "from", "across", "at", "among", "for", "by", "with", "to", "on",
        "per", "than", "between", "own", "owns", "owned", "hold", "holds", "held", "control",
        "controls",
    ];
    let (passage, [one, other]) = match pairing.original.lang {
        Lang::En => (pairing.original, couple.originals),
        Lang::Zh => (pairing.translation, couple.translations),
    };
    let (one, other) = (&passage.numbers[one.min(other)], &passage.numbers[one.max(other)]);
    let between = passage.text.get(one.range.end..other.range.start).unwrap_or_default();
    let mut words = between.split_whitespace();
    !between.contains([',', ';', '.', ':', '('])
        && !words.clone().any(|word| word == "and")
        && words.any(|word| JOINTS.contains(&word))
}

/// Whether two numbers stand in one sentence, in one of the languages at least.
fn is_together(pairing: &Pairing<'_>, couple: Couple) -> bool {
    let sentences = |passage: &Passage, numbers: [usize; 2]| {
        numbers.map(|index| passage.sentence(passage.numbers[index].range.start))
    };
    let here = sentences(pairing.original, couple.originals);
    let there = sentences(pairing.translation, couple.translations);
    here[0] == here[1] || there[0] == there[1]
}

fn judge(
    pairing: &Pairing<'_>,
    certain: &[(usize, usize)],
    couple: Couple,
    kinship: Kinship,
) -> Option<Difference> {
    let Couple { originals, translations } = couple;
    let crosses = translations[0] > translations[1];
    let swapped = |is_certain| Difference::Swapped { originals, translations, is_certain };
    let are_neighbours =
        originals[1] == originals[0] + 1 && translations[0].abs_diff(translations[1]) == 1;
    match parts_agree(pairing, couple) {
        Some(false) if are_neighbours => return Some(swapped(true)),
        Some(false) => return None,
        Some(true) => return None,
        None => {}
    }
    if !crosses
        || is_score(pairing, couple)
        || are_named(pairing, couple)
        || have_own_reach(pairing, couple)
    {
        return None;
    }
    let [one, other] = originals;
    let [this, that] = translations;
    let alike = |original: usize, translation: usize| {
        likeness(pairing, original, translation)
            + usize::from(have_one_hedge(pairing, original, translation))
    };
    let straight = alike(one, this) + alike(other, that);
    let crossed = alike(one, that) + alike(other, this);
    let is_alone = is_alone(certain, couple);
    let is_close = kinship == Kinship::Close;
    let between = within(certain, couple).count();
    let is_joined = is_joined(pairing, couple);
    // What turns a whole sentence round leaves the one number in the middle in its place.
    let is_clear = between != 1 || crossed > straight + 1;
    match straight.cmp(&crossed) {
        Ordering::Less if is_joined && crossed == straight + 1 => None,
        _ if is_alone && is_close && between > 1 => Some(swapped(true)),
        _ if !is_clear && is_list(pairing, certain, couple) => None,
        Ordering::Less if is_alone => Some(swapped(is_clear)),
        Ordering::Less if is_close && crossed > straight + 2 && are_one_size(pairing, couple) => {
            Some(swapped(true))
        }
        Ordering::Equal if is_alone && is_close && between > 0 => Some(swapped(is_clear)),
        Ordering::Equal if is_alone && is_close => {
            let may_be = is_together(pairing, couple) && !is_joined;
            may_be.then(|| swapped(false))
        }
        _ => None,
    }
}

/// 0比7 and “7-0”: English names the winner's first.
fn is_score(pairing: &Pairing<'_>, couple: Couple) -> bool {
    let between = |passage: &Passage, [one, other]: [usize; 2]| {
        let (one, other) = (one.min(other), one.max(other));
        let range = passage.numbers[one].range.end..passage.numbers[other].range.start;
        passage.text.get(range).unwrap_or_default().trim().to_owned()
    };
    let joints = [
        between(pairing.original, couple.originals),
        between(pairing.translation, couple.translations),
    ];
    joints.iter().all(|joint| matches!(joint.as_str(), "比" | "-" | "–" | ":" | "：" | "∶" | "to"))
}

/// Whether two numbers have the same hedge: whoever mixes up numbers leaves the words in their place.
fn have_one_hedge(pairing: &Pairing<'_>, original: usize, translation: usize) -> bool {
    let hedge = pairing.original.numbers[original].quantity.hedge;
    hedge.is_some() && hedge == pairing.translation.numbers[translation].quantity.hedge
}

/// Whether both numbers are put in by name in both languages: where nothing says that they have the
/// wrong parts, their order is the translator's.
fn are_named(pairing: &Pairing<'_>, couple: Couple) -> bool {
    let named = |passage: &Passage, numbers: [usize; 2]| {
        numbers.iter().all(|index| passage.numbers[*index].figure.is_some())
    };
    named(pairing.original, couple.originals) && named(pairing.translation, couple.translations)
}

/// The numbers that stand between the two in both languages, in the original's order. Clauses that
/// change places take what stands between along, or put it outside.
fn within(certain: &[(usize, usize)], couple: Couple) -> impl Iterator<Item = (usize, usize)> + '_ {
    let inside = |pair: [usize; 2], index: usize| {
        pair[0].min(pair[1]) < index && index < pair[0].max(pair[1])
    };
    certain.iter().copied().filter(move |(original, translation)| {
        inside(couple.originals, *original) && inside(couple.translations, *translation)
    })
}

/// Whether the two numbers have the same parts in both languages; `None` where nothing tells. One side
/// at least has to name the parts of both.
fn parts_agree(pairing: &Pairing<'_>, couple: Couple) -> Option<bool> {
    let here = couple.originals.map(|index| role(pairing.original, index));
    let there = couple.translations.map(|index| role(pairing.translation, index));
    let base = |roles: [Option<Role>; 2], lang: Lang| match roles {
        [Some(Role::Base), Some(Role::Result) | None] => Some(0),
        [Some(Role::Result) | None, Some(Role::Base)] => Some(1),
        // 一度高达35%，降至0.8%: Chinese leaves the beginning without a word.
        [None, Some(Role::Result)] if lang == Lang::Zh => Some(0),
        [Some(Role::Result), None] if lang == Lang::Zh => Some(1),
        _ => None,
    };
    let agree = base(here, pairing.original.lang)? == base(there, pairing.translation.lang)?;
    let is_named = |roles: [Option<Role>; 2]| roles.iter().all(Option::is_some);
    (agree || is_named(here) || is_named(there)).then_some(agree)
}

/// Whether the same one of two numbers is in both languages what something came to, or by how much it
/// changed, and the other one is not: “fell by six to 18”.
fn have_own_reach(pairing: &Pairing<'_>, couple: Couple) -> bool {
    let here = couple.originals.map(|index| reach(pairing.original, index));
    let there = couple.translations.map(|index| reach(pairing.translation, index));
    let only = |sides: [Option<Reach>; 2], one: Reach| match sides.map(|side| side == Some(one)) {
        [true, false] => Some(0),
        [false, true] => Some(1),
        _ => None,
    };
    [Reach::Level, Reach::Change]
        .into_iter()
        .any(|one| only(here, one).is_some_and(|place| only(there, one) == Some(place)))
}

/// Whether two numbers are so near in size that one could be taken for the other.
fn are_one_size(pairing: &Pairing<'_>, couple: Couple) -> bool {
    let [one, other] =
        couple.originals.map(|index| pairing.original.numbers[index].quantity.value.abs());
    let (small, large) = (one.min(other), one.max(other));
    small.checked_mul(Decimal::ONE_HUNDRED).is_none_or(|much| large < much)
}

/// Whether all numbers between the two are of their kind as well: a list that is told from its end.
fn is_list(pairing: &Pairing<'_>, certain: &[(usize, usize)], couple: Couple) -> bool {
    let Couple { originals: [one, _], translations: [this, _] } = couple;
    within(certain, couple).all(|(original, translation)| {
        let pair = Couple { originals: [one, original], translations: [this, translation] };
        kinship(pairing, pair) == Some(Kinship::Close)
    })
}

/// Whether exchanging the two numbers back would put all others in order with them, and those between
/// them have kept their order.
fn is_alone(certain: &[(usize, usize)], couple: Couple) -> bool {
    let exchanged = |original: usize, translation: usize| match couple
        .originals
        .iter()
        .position(|index| *index == original)
    {
        Some(place) => couple.translations[1 - place],
        None => translation,
    };
    let kept = within(certain, couple).map(|(_, translation)| translation);
    if !kept.is_sorted() {
        return false;
    }
    certain.iter().all(|(original, translation)| {
        couple.originals.iter().zip(couple.translations.iter().rev()).all(|(index, place)| {
            let (one, other) = (exchanged(*original, *translation), *place);
            original == index || (original < index) == (one < other)
        })
    })
}
