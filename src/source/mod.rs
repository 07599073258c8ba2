//! The only reader of the site folder: its files, its YAML, `site.yaml` and the sources' data.

mod config;
mod files;
mod load;
mod meta;
mod record;
pub mod shape;
mod stable;
pub mod yaml;
mod yaml_error;
#[cfg(test)]
mod tests;

pub use config::{CONFIG, Config, normal_base_url};
pub use files::{Contents, File, Files};
pub use load::{Unread, decode_text, load, read_stream, read_text};
pub use meta::{META, Meta, Publish, is_web_address};
