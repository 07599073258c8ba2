//! The `shushuo` command.
fn main() {}
