//! What rules push: a diagnostic, and the figure that it is about.

use crate::diag::Diagnostic;
use crate::figure::FigureIndex;

/// One finding of a rule.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    /// What was found, at the code's own severity.
    pub(super) diagnostic: Diagnostic,
    /// The figure whose `allow` may accept it.
    pub(super) figure: Option<FigureIndex>,
}

/// Collects the findings of one rule.
#[derive(Debug, Default)]
pub(super) struct Findings {
    found: Vec<Finding>,
}

impl Findings {
    /// Takes a finding about a place in the text.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(Finding { diagnostic, figure: None });
    }

    /// Takes a finding about a figure.
    pub(super) fn push_about(&mut self, figure: FigureIndex, diagnostic: Diagnostic) {
        self.found.push(Finding { diagnostic, figure: Some(figure) });
    }

    /// All that was found, in the order of finding.
    pub(super) fn into_vec(self) -> Vec<Finding> {
        self.found
    }
}
