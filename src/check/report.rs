//! What the checks learned about a site, in sum.

use serde::Serialize;

use crate::diag::{Code, Diagnostic, Severity, Span};
use crate::figure::FigureIndex;

/// What a run of all checks found, in numbers.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Summary {
    /// Sections, counted once for both languages.
    pub sections: usize,
    /// Figures, derived ones included.
    pub figures: usize,
    /// What became of the figures' quotes.
    pub quotes: QuoteCount,
    /// The data numbers of all sources, and how many of them the site uses.
    pub source_numbers: Coverage,
    /// Findings accepted with a reason.
    pub waived: usize,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// What became of the figures' quotes.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct QuoteCount {
    /// They stand in their source and hold the value.
    pub found: usize,
    /// They do not.
    pub not_found: usize,
    /// Their source has no text.
    pub unchecked: usize,
}

/// How much of the sources the site uses.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Coverage {
    /// Data numbers in the sources.
    pub total: usize,
    /// Those that a figure or the prose uses.
    pub covered: usize,
}

/// Everything that the checks learned about a site, for the methods page and the reports.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The numbers.
    pub summary: Summary,
    /// For each source, for each of its mentions: who uses it.
    pub uses: Vec<Vec<Use>>,
    /// The findings that were accepted.
    pub waived: Vec<Waived>,
    /// Where errors stand, for pages that are made all the same: they mark what is in doubt.
    pub doubts: Vec<Span>,
}

/// What a site does with one number of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Use {
    /// Figures state it.
    Figures(Vec<FigureIndex>),
    /// Only prose states it.
    Prose,
    /// Nothing does.
    Unused,
    /// It is no data number: a date, an ordinal, part of a name.
    NotData,
}

/// A finding that an author accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waived {
    /// What was found.
    pub code: Code,
    /// Where.
    pub span: Span,
    /// Why it is accepted, in the author's words.
    pub reason: String,
}

impl Summary {
    /// Counts errors and warnings, those of a kind that are not told one by one too.
    pub fn count(&mut self, diagnostics: &[Diagnostic]) {
        let of = |severity| diagnostics.iter().filter(|found| found.severity == severity).count();
        self.errors += of(Severity::Error);
        self.warnings += of(Severity::Warning);
    }
}
