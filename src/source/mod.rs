//! The only reader of the site folder: its files, its YAML, `site.yaml` and the sources' data.

mod chinese_key;
mod config;
mod day;
mod files;
mod indent;
mod keyless;
mod lines;
mod folder;
mod load;
mod meta;
mod mistake;
mod opening;
mod patched;
mod quotation;
mod record;
pub mod shape;
mod stable;
pub mod yaml;
mod yaml_error;
mod yaml_plain;
#[cfg(test)]
mod tests;

pub use config::{CONFIG, Config, ThemeOption, normal_base_url};
pub use day::day;
pub use files::{Contents, File, Files};
pub use folder::Folder;
pub use load::{Problem, Unread, decode_text, load, read_stream, read_text, report};
pub use meta::{META, Meta, Publish, is_web_address};
