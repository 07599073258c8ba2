//! What nobody writes by accident: inputs made to hang, to swell, to mislead, to run in a reader's
//! browser. Each is answered in bounded time and memory, with one clear error where it is one.
//!
//! `SHUSHUO_TEST_LONG=1` runs the long versions; `docs/security.md` says what is promised.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bounded;
mod characters;
mod fields;
mod folders;
mod harmless;
mod inputs;
mod laws;
mod names;
mod numbers;
mod payloads;
mod properties;
mod themes;

#[path = "../common/mod.rs"]
mod common;

/// Whether the long versions of the tests are asked for.
fn is_long() -> bool {
    std::env::var_os("SHUSHUO_TEST_LONG").is_some()
}
