//! The rules, one file each.

mod brackets;
mod broken_link;
mod derived_mismatch;
mod figure_conflict;
mod foreign_digits;
mod form_unsuited;
mod hedge_twice;
mod hidden_character;
mod label_missing;
mod named_changed;
mod number_unsourced;
mod quote_ambiguous;
mod quote_not_found;
mod translated_numbers;
mod translated_words;
mod translation_missing;
mod unknown_figure;
mod value_not_in_quote;
mod value_unlike_quote;
mod wording;

use super::context::{Context, Facts, PageContext};
use super::findings::{Finding, Findings};
use crate::diag::FileId;
use crate::source::File;

/// A rule that reads the figures and their sources, and nothing else.
pub(super) type FigureRule = fn(&Facts, &mut Findings);
/// A rule that reads one page in both languages and the figures that it names, and nothing else.
pub(super) type PageRule = fn(&PageContext<'_>, &mut Findings);
/// A rule that reads one text as it was written, and nothing else.
pub(super) type TextRule = fn(FileId, &File, &mut Findings);
/// A rule that reads the whole site.
type SiteRule = fn(&Context<'_>, &mut Findings);

// Which kind a rule is says when what it found has to be looked for again. The order of the rules
// is of no consequence: findings are listed in source order.

/// The rules over figures.
pub(super) const FIGURE_RULES: &[FigureRule] = &[
    quote_not_found::check,
    quote_ambiguous::check,
    value_not_in_quote::check,
    value_unlike_quote::check,
    figure_conflict::between_figures,
];

/// The rules over pages.
pub(super) const PAGE_RULES: &[PageRule] = &[
    figure_conflict::with_prose,
    figure_conflict::with_words,
    translated_numbers::check,
    translated_words::check,
    named_changed::check,
    hedge_twice::check,
    translation_missing::check,
    label_missing::check,
];

/// The rules over texts.
pub(super) const TEXT_RULES: &[TextRule] = &[hidden_character::check, foreign_digits::check];

/// What the rules over the site find.
pub(super) fn over_site(context: &Context<'_>) -> Vec<Finding> {
    use rayon::prelude::*;
    let run = |rule: &SiteRule| {
        let mut own = Findings::default();
        rule(context, &mut own);
        own.into_vec()
    };
    SITE_RULES.par_iter().with_max_len(1).flat_map_iter(run).collect()
}

/// The rules over the site.
const SITE_RULES: &[SiteRule] = &[
    derived_mismatch::check,
    number_unsourced::check,
    unknown_figure::check,
    brackets::check,
    broken_link::check,
    form_unsuited::check,
];
