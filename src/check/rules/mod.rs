//! The rules, one file each.

mod broken_link;
mod derived_mismatch;
mod figure_conflict;
mod foreign_digits;
mod form_unsuited;
mod hidden_character;
mod label_missing;
mod number_unsourced;
mod quote_ambiguous;
mod quote_not_found;
mod translated_numbers;
mod translated_words;
mod translation_missing;
mod unknown_figure;
mod value_not_in_quote;
mod wording;

use super::context::Context;
use super::findings::Findings;

/// A rule reads the whole site and pushes what it finds.
pub(super) type Rule = fn(&Context<'_>, &mut Findings);

/// Every rule. Their order is of no consequence: findings are listed in source order.
pub(super) const RULES: &[Rule] = &[
    quote_not_found::check,
    quote_ambiguous::check,
    value_not_in_quote::check,
    figure_conflict::check,
    derived_mismatch::check,
    number_unsourced::check,
    translated_numbers::check,
    translated_words::check,
    translation_missing::check,
    label_missing::check,
    unknown_figure::check,
    broken_link::check,
    form_unsuited::check,
    hidden_character::check,
    foreign_digits::check,
];
