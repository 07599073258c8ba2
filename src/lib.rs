//! shushuo turns a report into a bilingual site in which every number can prove itself.
//!
//! The way of one number, from source to page:
//!
//! 1. [`source`] reads the site folder: the report in `seeds/`, the Markdown in `content/`.
//! 2. [`content`] parses a section's front matter, where `value: 384万人` is declared next to the
//!    quote that proves it, and its Markdown, where `[[library-readers]]` stands for it.
//! 3. [`quantity`] reads the value exactly: 3 840 000, of persons.
//! 4. [`figure`] finds the quote in the report and the value in the quote.
//! 5. [`site`] joins the original with its translation and makes every link.
//! 6. [`check`] compares what is said in both languages with each other and with the report.
//! 7. [`chart`] computes the picture's geometry.
//! 8. [`render`] prints 384万人 and “3.84 million people” into pages.
//! 9. [`output`] puts the new site in the place of the old one, whole or not at all.
//!
//! [`mod@compile`] goes all of it; [`memo`] keeps what each step made for the next time, which
//! [`live`] uses while a site is edited, and [`progress`] tells how far it is. Beside the way, [`draft`]
//! proposes figures from a report, [`mend`] mends what is certain, and [`schema`] teaches editors the
//! keys.
//!
//! A module uses only the modules declared above it; a test holds that.

pub mod lang;
#[macro_use]
pub mod diag;
pub mod memo;
pub mod source;
pub mod content;
pub mod quantity;
pub mod figure;
pub mod site;
pub mod check;
pub mod draft;
pub mod schema;
pub mod chart;
pub mod render;
pub mod output;
pub mod progress;
pub mod compile;
pub mod mend;
pub mod live;

pub use compile::{Compilation, Memory, Options, compile, compile_again, compile_files};
