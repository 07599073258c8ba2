//! Themes: a second theme that keeps to the contract, and what the default one is made of.

#[path = "../common/mod.rs"]
mod common;
mod contract;
mod page;
mod poster;
#[path = "../forms/random.rs"]
mod random;
mod shape;
mod whole;

/// The sites that themes are tried on: the real one, and that of the hard cases.
const SITES: [&str; 2] = [".", "tests/specimen/site"];
