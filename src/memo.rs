//! What was made in the run before, used again where nothing that it was made from has changed.
//!
//! A site that is edited is compiled anew after every change, by the same functions as in a first
//! run. Each costly step hands its inputs and a function to a [`Memo`]. The function is a plain `fn`
//! of one input, so that nothing else can have a part in its result.

use std::ops::Deref;
use std::sync::Arc;

use crate::diag::{MOST_AT_ONCE, Sink, collect_parallel};

/// The inputs of one step in the run before, each with what was made of it and found in it.
#[derive(Debug)]
pub struct Memo<I, T> {
    is_kept: bool,
    known: Vec<(I, T, Sink)>,
}

impl<I: PartialEq + Send + Sync, T: Clone + Send + Sync> Memo<I, T> {
    /// A memo that keeps nothing: for a program that runs once.
    pub fn forgetful() -> Self {
        Memo { is_kept: false, known: Vec::new() }
    }

    /// A memo that keeps each run's results for the next.
    pub fn keeping() -> Self {
        Memo { is_kept: true, known: Vec::new() }
    }

    /// Makes something of every input, in parallel, and joins results and findings in the order of
    /// the inputs. What was made of an equal input at the same place in the run before is taken
    /// again.
    pub fn collect(
        &mut self,
        inputs: Vec<I>,
        sink: &mut Sink,
        make: fn(&I, &mut Sink) -> T,
    ) -> Vec<T> {
        if !self.is_kept {
            return collect_parallel(&inputs, sink, make);
        }
        let known = std::mem::take(&mut self.known);
        let mut before = known.into_iter();
        let mut made: Vec<(I, Option<(T, Sink)>)> = inputs
            .into_iter()
            .map(|input| match before.next() {
                Some((known, result, found)) if known == input => (input, Some((result, found))),
                _ => (input, None),
            })
            .collect();
        make_missing(&mut made, make);
        self.known = made
            .into_iter()
            .filter_map(|(input, made)| made.map(|(result, found)| (input, result, found)))
            .collect();
        for (_, _, found) in self.known.iter().filter(|(_, _, found)| !found.is_empty()) {
            sink.extend(found.clone());
        }
        self.known.iter().map(|(_, result, _)| result.clone()).collect()
    }

    /// Whether it keeps results for the next run.
    pub fn is_keeping(&self) -> bool {
        self.is_kept
    }

    /// Makes something of one input.
    pub fn one(&mut self, input: I, sink: &mut Sink, make: fn(&I, &mut Sink) -> T) -> T {
        let mut made = self.collect(vec![input], sink, make);
        made.pop().expect("one result for one input")
    }
}

/// Makes what is not there, in parallel.
fn make_missing<I: Sync + Send, T: Send>(
    made: &mut [(I, Option<(T, Sink)>)],
    make: fn(&I, &mut Sink) -> T,
) {
    use rayon::prelude::*;
    let mut missing: Vec<&mut (I, Option<(T, Sink)>)> =
        made.iter_mut().filter(|(_, made)| made.is_none()).collect();
    let work = |(input, made): &mut (I, Option<(T, Sink)>)| {
        let mut own = Sink::new();
        let result = make(input, &mut own);
        *made = Some((result, own));
    };
    match &mut missing[..] {
        [only] => work(only),
        several => several.par_iter_mut().with_max_len(MOST_AT_ONCE).for_each(|entry| work(entry)),
    }
}

/// A shared value that is equal to itself only: comparing two takes no time.
#[derive(Debug)]
pub struct Same<T>(pub Arc<T>);

impl<T> Same<T> {
    /// The same value as `shared`.
    pub fn of(shared: &Arc<T>) -> Self {
        Same(Arc::clone(shared))
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Same(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::diag::{Code, Diagnostic, FileId, Span};

    /// A number, and where it is noted that something was made of it.
    #[derive(Debug, Clone)]
    struct Input(usize, Arc<Mutex<Vec<usize>>>);

    impl PartialEq for Input {
        fn eq(&self, other: &Self) -> bool {
            self.0 == other.0
        }
    }

    fn double(input: &Input, sink: &mut Sink) -> usize {
        input.1.lock().unwrap().push(input.0);
        if input.0 > 9 {
            let span = Span::new(FileId(0), input.0..input.0);
            sink.push(Diagnostic::new(Code::BadName, span, text!("bad-name", name = "x")));
        }
        input.0 * 2
    }

    /// What was made of `numbers`, how much was found, and of what it was made anew.
    fn run(memo: &mut Memo<Input, usize>, numbers: &[usize]) -> (Vec<usize>, usize, Vec<usize>) {
        let log = Arc::new(Mutex::new(Vec::new()));
        let inputs = numbers.iter().map(|number| Input(*number, Arc::clone(&log))).collect();
        let mut sink = Sink::new();
        let made = memo.collect(inputs, &mut sink, double);
        let mut anew = log.lock().unwrap().clone();
        anew.sort_unstable();
        (made, sink.diagnostics().len(), anew)
    }

    #[test]
    fn only_what_changed_is_made_anew_and_findings_stay() {
        let mut memo = Memo::keeping();
        assert_eq!(run(&mut memo, &[1, 20, 3]), (vec![2, 40, 6], 1, vec![1, 3, 20]));
        assert_eq!(run(&mut memo, &[1, 20, 4]), (vec![2, 40, 8], 1, vec![4]));
        assert_eq!(run(&mut memo, &[1, 2]), (vec![2, 4], 0, vec![2]));
        assert_eq!(run(&mut memo, &[1, 2, 30]), (vec![2, 4, 60], 1, vec![30]));
    }

    #[test]
    fn a_forgetful_memo_makes_everything_anew() {
        let mut memo = Memo::forgetful();
        for _ in 0..2 {
            assert_eq!(run(&mut memo, &[1, 20]), (vec![2, 40], 1, vec![1, 20]));
        }
    }
}
