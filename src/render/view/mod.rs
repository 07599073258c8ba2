//! What templates see: the whole contract between the program and a theme.
//!
//! A view holds words that are ready to print. Numbers come as [`NumberView`]s in the language of
//! the page, never as values, so that a theme cannot print one that the program did not check.
//! [`Html`] prints as it is; every other text is escaped by the templates.
//!
//! The type of a field says what the default theme's templates may ask of it: words of the program
//! (`&'static str`), counts (`usize`) and truths are part of a page's shape (`render::outline`); texts
//! and measures (`u32`, [`Length`](crate::chart::Length)) are only printed, or asked whether they are
//! there.

mod card;
mod html;
mod page;
mod pages;
mod part;
mod picture;

pub use card::{
    CardView, CompanionView, FormulaView, NumberView, ProofView, SourceLinkView, StatusView,
};
pub use html::{Html, Words, escape};
pub(super) use html::{mark_runs, push_escaped};
pub use page::{AlternateView, LinkView, PageView, SiteView, SwitchView};
pub use pages::{
    ChunkView, CoverageView, CreditView, EntryView, FigurePageView, HomeView, ListView,
    MethodsView, NotFoundView, PagerView, SectionView, SourceNumberView, SourceView, TagView,
    WaiverView,
};
pub(super) use part::COMPONENTS;
pub use picture::{
    BaseView, FillView, MarkView, MomentView, PictureView, RowView, RungView, YearView,
};
