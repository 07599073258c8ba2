//! What a site does with the numbers of its sources.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::context::{Context, Facts};
use super::report::{Coverage, Use};
use crate::figure::{FigureIndex, Source, SourceIndex};
use crate::quantity::{Mention, Quantity};

/// For each source, for each of its mentions, the figures that use it.
pub(super) fn by_figures(facts: &Facts) -> Vec<Vec<Use>> {
    use rayon::prelude::*;
    let by_source = figures_by_source(facts);
    let nobody = Vec::new();
    facts
        .sources
        .par_iter()
        .enumerate()
        .map(|(index, source)| {
            let figures = by_source.get(&index).unwrap_or(&nobody);
            of_source(facts, source, figures)
        })
        .collect()
}

/// The same, with what only prose uses.
pub(super) fn with_prose(context: &Context<'_>, uses: &[Vec<Use>]) -> Vec<Vec<Use>> {
    let stated = stated_in_prose(context);
    let of_mention = |(used, mention): (&Use, &Mention)| match used {
        Use::Unused if stated.find(&mention.quantity).next().is_some() => Use::Prose,
        other => other.clone(),
    };
    let sources = uses.iter().zip(&context.site.sources);
    sources
        .map(|(uses, source)| uses.iter().zip(&source.mentions).map(of_mention).collect())
        .collect()
}

/// How many data numbers there are, and how many are used.
pub(super) fn sum(uses: &[Vec<Use>]) -> Coverage {
    let data = uses.iter().flatten().filter(|used| **used != Use::NotData);
    data.fold(Coverage::default(), |sum, used| Coverage {
        total: sum.total + 1,
        covered: sum.covered + usize::from(*used != Use::Unused),
    })
}

fn figures_by_source(facts: &Facts) -> BTreeMap<SourceIndex, Vec<FigureIndex>> {
    let mut by_source: BTreeMap<SourceIndex, Vec<FigureIndex>> = BTreeMap::new();
    for (index, figure) in facts.figures.values().enumerate() {
        if let (Some(source), Some(_)) = (figure.source, &figure.quote) {
            by_source.entry(source).or_default().push(index);
        }
    }
    by_source
}

fn of_source(facts: &Facts, source: &Source, figures: &[FigureIndex]) -> Vec<Use> {
    let mut quoted: BTreeMap<usize, Vec<FigureIndex>> = BTreeMap::new();
    let mut valued = Stated::default();
    for index in figures {
        let figure = &facts.figures[*index];
        for place in figure.quote.iter().flat_map(|quote| &quote.places) {
            let first =
                source.mentions.partition_point(|mention| mention.range.end <= place.number.start);
            let at = source.mentions.get(first);
            if at.is_some_and(|mention| mention.range.start < place.number.end) {
                quoted.entry(first).or_default().push(*index);
            }
        }
        if let Some(quantity) = &figure.quantity {
            valued.add(quantity, Some(*index));
        }
    }
    let mentions = source.mentions.iter().enumerate();
    mentions
        .map(|(place, mention)| {
            let here = quoted.get(&place).cloned().unwrap_or_default();
            of_mention(mention, here, &valued)
        })
        .collect()
}

fn of_mention(mention: &Mention, mut quoted: Vec<FigureIndex>, valued: &Stated) -> Use {
    if !mention.quantity.kind.is_data() {
        return Use::NotData;
    }
    if quoted.is_empty() {
        quoted.extend(valued.find(&mention.quantity).filter_map(|(_, figure)| figure));
    }
    quoted.sort_unstable();
    quoted.dedup();
    if !quoted.is_empty() {
        return Use::Figures(quoted);
    }
    Use::Unused
}

/// Quantities by value, each with the figure that states it.
#[derive(Debug, Default)]
pub(super) struct Stated {
    by_value: BTreeMap<Decimal, Vec<(Quantity, Option<FigureIndex>)>>,
}

impl Stated {
    /// Everything that figures and sources state.
    pub(super) fn by(facts: &Facts) -> Stated {
        let mut known = Stated::default();
        for (index, figure) in facts.figures.values().enumerate() {
            if let Some(quantity) = &figure.quantity {
                known.add(quantity, Some(index));
            }
        }
        for mention in facts.sources.iter().flat_map(|source| &source.mentions) {
            if mention.quantity.kind.is_data() {
                known.add(&mention.quantity, None);
            }
        }
        known
    }

    /// Takes a quantity.
    fn add(&mut self, quantity: &Quantity, figure: Option<FigureIndex>) {
        self.by_value.entry(quantity.value.abs()).or_default().push((quantity.clone(), figure));
    }

    /// The quantities with the same value of the same thing.
    pub(super) fn find<'a>(
        &'a self,
        wanted: &'a Quantity,
    ) -> impl Iterator<Item = (&'a Quantity, Option<FigureIndex>)> + 'a {
        let known = self.by_value.get(&wanted.value.abs()).map_or(&[][..], Vec::as_slice);
        let known = known.iter().map(|(quantity, figure)| (quantity, *figure));
        known.filter(|(quantity, _)| is_same_thing(quantity, wanted))
    }

    /// The quantities whose value is between two others.
    pub(super) fn between(
        &self,
        low: Decimal,
        high: Decimal,
    ) -> impl Iterator<Item = (&Quantity, Option<FigureIndex>)> + '_ {
        let range = (low <= high).then(|| self.by_value.range(low..=high));
        let known = range.into_iter().flatten().flat_map(|(_, known)| known);
        known.map(|(quantity, figure)| (quantity, *figure))
    }
}

/// Whether two quantities of one value can be the same: one kind, and one unit unless one of the
/// two names none.
fn is_same_thing(one: &Quantity, other: &Quantity) -> bool {
    let is_open = |quantity: &Quantity| quantity.unit.is_none_or(|unit| unit.is_counter());
    let units_agree = match (one.unit, other.unit) {
        (Some(unit), Some(unit_too)) => unit.same_as(unit_too),
        _ => false,
    };
    one.kind == other.kind && (units_agree || is_open(one) || is_open(other))
}

/// The plain numbers of the original's prose.
fn stated_in_prose(context: &Context<'_>) -> Stated {
    let mut stated = Stated::default();
    for number in context.plain_numbers() {
        stated.add(&number.quantity, None);
    }
    stated
}
