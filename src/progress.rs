//! How far a run is, for whoever shows it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A step on the way from the site folder to the built site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The files of the site folder are read.
    Read,
    /// Front matter and Markdown become documents.
    Parse,
    /// Figures are proven, originals and translations joined, links made.
    Assemble,
    /// The rules are held against the site.
    Check,
    /// Pages are made.
    Render,
    /// Files are written.
    Write,
}

impl Step {
    /// Every step, in the order of a run.
    pub const ALL: [Step; 6] =
        [Step::Read, Step::Parse, Step::Assemble, Step::Check, Step::Render, Step::Write];
}

/// Which step a run is at; copies of it are the same progress, so that one can be watched from
/// another thread. It never has a part in what is built.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    entered: Arc<Mutex<Vec<(Step, Instant)>>>,
}

impl Progress {
    /// Says that a step begins.
    pub fn enter(&self, step: Step) {
        self.entered.lock().unwrap_or_else(PoisonError::into_inner).push((step, Instant::now()));
    }

    /// The step that the run is at.
    pub fn current(&self) -> Option<Step> {
        let entered = self.entered.lock().unwrap_or_else(PoisonError::into_inner);
        entered.last().map(|(step, _)| *step)
    }

    /// Each step with the time that it took, the last one until now.
    pub fn times(&self) -> Vec<(Step, Duration)> {
        let entered = self.entered.lock().unwrap_or_else(PoisonError::into_inner);
        let ends = entered.iter().skip(1).map(|(_, start)| *start).chain([Instant::now()]);
        entered.iter().zip(ends).map(|((step, start), end)| (*step, end - *start)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_watches_the_same_run() {
        let progress = Progress::default();
        let watched = progress.clone();
        assert_eq!(watched.current(), None);
        progress.enter(Step::Read);
        progress.enter(Step::Parse);
        assert_eq!(watched.current(), Some(Step::Parse));
        let steps: Vec<Step> = watched.times().into_iter().map(|(step, _)| step).collect();
        assert_eq!(steps, [Step::Read, Step::Parse]);
    }
}
