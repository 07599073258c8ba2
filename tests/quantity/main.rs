//! The quantity engine: what it finds, prints and compares, in both languages.

mod article;
mod compare;
mod corpus;
mod print;
mod properties;
mod sentences;
