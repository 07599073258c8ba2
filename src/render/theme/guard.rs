//! The libraries that read a theme, kept from ending the program: where one of them panics on a
//! stranger's file, that is a mistake told at the file.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// Whether this thread is at work under [`guarded`].
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// A panic that was caught: what it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Crash(pub(super) String);

/// Runs `work`; a panic in it is caught and nothing of it printed.
///
/// What `work` had under its hands is not to be used after a panic.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Crash> {
    be_quiet();
    let was = IS_GUARDED.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    IS_GUARDED.set(was);
    done.map_err(|panic| Crash(words(&*panic)))
}

/// Has panics printed as before, but for those that are caught here.
fn be_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |panic| {
            if !IS_GUARDED.get() {
                before(panic);
            }
        }));
    });
}

fn words(panic: &(dyn Any + Send)) -> String {
    let fixed = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    fixed.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_caught_with_its_words() {
        assert_eq!(guarded(|| 5), Ok(5));
        let fixed = guarded(|| -> u8 { panic!("not yet implemented") });
        assert_eq!(fixed, Err(Crash("not yet implemented".to_owned())));
        let number = 7;
        let filled = guarded(|| -> u8 { panic!("index {number} out of bounds") });
        assert_eq!(filled, Err(Crash("index 7 out of bounds".to_owned())));
    }

    #[test]
    fn one_within_another_leaves_the_outer_one_at_work() {
        let outer = guarded(|| {
            assert_eq!(guarded(|| -> u8 { panic!("inner") }), Err(Crash("inner".to_owned())));
            assert!(IS_GUARDED.get());
        });
        assert_eq!(outer, Ok(()));
        assert!(!IS_GUARDED.get());
    }
}
