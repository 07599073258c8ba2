//! What was resolved in the run before.

use std::sync::Arc;

use super::{Figures, Source, resolve, source};
use crate::content::Document;
use crate::diag::Sink;
use crate::lang::{Bilingual, Lang};
use crate::memo::{Memo, Same};
use crate::source::{Config, Files};

/// A section's two files, as far as they are there.
pub type SectionFiles = Bilingual<Option<Arc<Document>>>;

/// What was resolved in the run before.
#[derive(Debug)]
pub struct Memory {
    sources: Memo<source::Input, Arc<Source>>,
    figures: Memo<Input, Arc<Figures>>,
    before: Arc<Figures>,
}

/// What the figures of a site are made from.
#[derive(Debug)]
pub(super) struct Input {
    /// The sections in reading order; of their files, only front matter and path have a part.
    pub(super) sections: Vec<SectionFiles>,
    /// The language the reports are written in.
    pub(super) original: Lang,
    /// The source of figures that do not name one.
    pub(super) source: Option<String>,
    /// The sources, by name.
    pub(super) sources: Vec<Same<Source>>,
}

impl PartialEq for Input {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |(one, other): (&SectionFiles, &SectionFiles)| {
            Lang::ALL.into_iter().all(|lang| match (one.get(lang), other.get(lang)) {
                (Some(one), Some(other)) => {
                    Arc::ptr_eq(&one.front, &other.front) && one.path == other.path
                }
                (one, other) => one.is_none() && other.is_none(),
            })
        };
        self.original == other.original
            && self.source == other.source
            && self.sources == other.sources
            && self.sections.len() == other.sections.len()
            && self.sections.iter().zip(&other.sections).all(is_same)
    }
}

impl Memory {
    /// A memory that keeps nothing.
    pub fn forgetful() -> Self {
        let (sources, figures) = (Memo::forgetful(), Memo::forgetful());
        Memory { sources, figures, before: Arc::default() }
    }

    /// A memory for a site that is resolved again and again.
    pub fn keeping() -> Self {
        let (sources, figures) = (Memo::keeping(), Memo::keeping());
        Memory { sources, figures, before: Arc::default() }
    }

    /// Reads every source of the site, in the order of their names: a text, what is known of it, or
    /// both.
    pub fn sources(&mut self, files: &Files, sink: &mut Sink) -> Vec<Arc<Source>> {
        let inputs = source::inputs(files, sink);
        self.sources.collect(inputs, sink, source::load)
    }

    /// Resolves the figures of all sections, which are in reading order.
    pub fn resolve(
        &mut self,
        sections: Vec<SectionFiles>,
        config: &Config,
        sources: &[Arc<Source>],
        sink: &mut Sink,
    ) -> Arc<Figures> {
        let input = Input {
            sections,
            original: config.original,
            source: config.source.clone(),
            sources: sources.iter().map(Same::of).collect(),
        };
        let figures = self.figures.one(input, sink, resolve::resolve);
        if !self.figures.is_keeping() {
            return figures;
        }
        if !Arc::ptr_eq(&figures, &self.before) {
            self.before = with_equals_of(&self.before, &figures);
        }
        Arc::clone(&self.before)
    }
}

/// The figures `now`, those that are as they were `before` shared with it: what was made of them
/// holds still.
fn with_equals_of(before: &Arc<Figures>, now: &Arc<Figures>) -> Arc<Figures> {
    let equal = |id: &str| before.get(id).filter(|figure| now.get(id) == Some(figure));
    let is_equal = before.len() == now.len()
        && before.keys().zip(now.keys()).all(|(one, other)| one == other && equal(one).is_some());
    if is_equal {
        return Arc::clone(before);
    }
    let shared = now.iter().map(|(id, figure)| (id.clone(), equal(id).unwrap_or(figure).clone()));
    Arc::new(shared.collect())
}
