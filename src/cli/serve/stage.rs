//! What is shown: the site as it is, and as it last was without errors.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use shushuo::Compilation;
use shushuo::diag::Diagnostic;
use shushuo::lang::Lang;
use shushuo::live::Snapshot;
use shushuo::site::Pair;

use super::hub::Hub;
use super::side::pair_of;

/// The file whose change is no reason to load a page again.
const STYLES: &str = "assets/site.css";

/// What is shown, and who is told when it changes.
#[derive(Debug)]
pub(crate) struct Stage {
    /// The pages that are open.
    pub(crate) hub: Hub,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    latest: Arc<Edition>,
    shown: Option<Arc<Edition>>,
    /// The pages as they last could be made.
    good: BTreeMap<String, Arc<Vec<u8>>>,
}

/// The site as one compilation gave it.
#[derive(Debug)]
pub(crate) struct Edition {
    number: u64,
    snapshot: Snapshot,
    /// The styles in short; empty where the site has errors.
    style: String,
    /// The files that were asked for.
    made: Mutex<BTreeMap<String, Arc<Answer>>>,
}

/// A file of the site as it is shown.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answer {
    /// What it holds; `None` where the site has no such file.
    pub(crate) bytes: Option<Arc<Vec<u8>>>,
    /// Why it could not be made as it should be now.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// How things are, as every open page is told.
#[derive(Debug, Serialize)]
struct Told {
    generation: u64,
    style: String,
    errors: usize,
    warnings: usize,
}

impl Stage {
    /// A stage with the first compilation on it.
    pub(crate) fn new(snapshot: Snapshot) -> Stage {
        let latest = Arc::new(Edition::new(1, snapshot));
        let shown = Some(Arc::clone(&latest)).filter(|latest| latest.is_good());
        let state = State { latest, shown, good: BTreeMap::new() };
        Stage { hub: Hub::default(), state: Mutex::new(state) }
    }

    /// Shows another compilation, unless it has errors: these are told.
    pub(crate) fn show(&self, snapshot: Snapshot) {
        let number = self.state().latest.number + 1;
        let latest = Arc::new(Edition::new(number, snapshot));
        let mut state = self.state();
        if latest.is_good() {
            state.shown = Some(Arc::clone(&latest));
        }
        // What was shown before is dropped after everybody has been told.
        let before = std::mem::replace(&mut state.latest, latest);
        drop(state);
        self.hub.tell(&self.told());
        drop(before);
    }

    /// How things are, as one line of JSON.
    pub(crate) fn told(&self) -> String {
        let (latest, shown) = self.editions();
        let summary = &latest.compilation().report.summary;
        let told = Told {
            generation: latest.number,
            style: shown.as_ref().map_or_else(String::new, |shown| shown.style.clone()),
            errors: summary.errors,
            warnings: summary.warnings,
        };
        serde_json::to_string(&told).expect("numbers and text are always JSON")
    }

    /// The styles that are shown, in short; empty where there are none.
    pub(crate) fn style(&self) -> String {
        self.editions().1.map_or_else(String::new, |shown| shown.style.clone())
    }

    /// The site as it is, and the one that is shown.
    pub(crate) fn editions(&self) -> (Arc<Edition>, Option<Arc<Edition>>) {
        let state = self.state();
        (Arc::clone(&state.latest), state.shown.clone())
    }

    /// A file of the site that is shown. One that cannot be made is given as it last could be.
    pub(crate) fn file(&self, path: &str) -> Answer {
        let (_, Some(shown)) = self.editions() else { return Answer::default() };
        let answer = shown.file(path);
        let mut state = self.state();
        match &answer.bytes {
            Some(bytes) if path.ends_with(".html") => {
                state.good.insert(path.to_owned(), Arc::clone(bytes));
                (*answer).clone()
            }
            None if !answer.diagnostics.is_empty() => {
                Answer { bytes: state.good.get(path).cloned(), ..(*answer).clone() }
            }
            _ => (*answer).clone(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Edition {
    fn new(number: u64, snapshot: Snapshot) -> Edition {
        let mut edition =
            Edition { number, snapshot, style: String::new(), made: Mutex::default() };
        if edition.is_good() {
            // Now: whoever asks may keep others waiting.
            edition.style = digest(edition.file(STYLES).bytes.as_deref());
        }
        edition
    }

    /// What the compilation gave.
    pub(crate) fn compilation(&self) -> &Compilation {
        self.snapshot.compilation()
    }

    /// The two files that the words of a page are in, and the page's language; `None` for pages
    /// without words of their own.
    pub(crate) fn pair(&self, path: &str) -> Option<(Lang, &Pair)> {
        pair_of(self.compilation().site.as_ref()?, path)
    }

    fn is_good(&self) -> bool {
        self.compilation().site.is_some() && !self.compilation().has_errors()
    }

    fn file(&self, path: &str) -> Arc<Answer> {
        let made = || self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = made().get(path) {
            return Arc::clone(known);
        }
        let file = self.snapshot.file(path);
        let answer =
            Arc::new(Answer { bytes: file.bytes.map(Arc::new), diagnostics: file.diagnostics });
        made().insert(path.to_owned(), Arc::clone(&answer));
        answer
    }
}

/// A short name for some bytes, another one for others.
pub(crate) fn digest(bytes: Option<&Vec<u8>>) -> String {
    let Some(bytes) = bytes else { return "none".to_owned() };
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_how_things_are_waits_for_nothing_to_be_made() {
        let site = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut session = shushuo::live::Session::open(site, shushuo::Options::default());
        let stage = Stage::new(session.compile());
        let made = |edition: &Edition| edition.made.lock().unwrap().contains_key(STYLES);
        assert!(made(&stage.editions().0));
        stage.show(session.compile());
        assert!(made(&stage.editions().0));
        assert!(!stage.style().is_empty() && stage.told().contains(&stage.style()));
    }
}
