//! The only reader of the site folder: its files, its YAML, `site.yaml` and the sources.

mod config;
mod files;

pub use config::Config;
pub use files::{Contents, File, Files};
