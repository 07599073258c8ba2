//! One page being made: its language, its path, and the site around it.

use std::ops::Deref;

use super::index::Index;
use super::theme::Strings;
use super::view::{Html, LinkView, Words};
use crate::figure::{FigureIndex, SectionIndex};
use crate::lang::Lang;
use crate::site::{Address, encode, relative, relative_to};

/// A page being made.
pub(super) struct Scope<'a> {
    pub(super) index: &'a Index<'a>,
    pub(super) address: Address,
    pub(super) lang: Lang,
    pub(super) path: String,
}

impl<'a> Deref for Scope<'a> {
    type Target = Index<'a>;

    fn deref(&self) -> &Index<'a> {
        self.index
    }
}

impl<'a> Scope<'a> {
    pub(super) fn new(index: &'a Index<'a>, address: Address) -> Self {
        let path = address.path();
        Scope { index, lang: address.lang, path, address }
    }

    /// The link from this page to a path of the built site.
    pub(super) fn link(&self, path: &str) -> Words {
        relative(&self.path, path).into()
    }

    /// The theme's words.
    pub(super) fn words(&self) -> &Strings {
        self.index.strings.get(self.lang)
    }

    /// A phrase of the theme.
    pub(super) fn say(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.words().say(key, arguments)
    }

    /// Plain text as a page shows it.
    pub(super) fn html(&self, text: &str) -> Html {
        Html::text(text, self.lang)
    }

    /// Optional text as a page shows it.
    pub(super) fn html_of(&self, text: Option<&String>) -> Option<Html> {
        text.map(|text| self.html(text))
    }

    /// The link to a figure, from its own section to its place there.
    pub(super) fn figure_link(&self, index: FigureIndex) -> Words {
        let figure = self.figure(index);
        let section = self.section_path(figure.section, self.lang);
        if section == self.path {
            ["#", &encode(&figure.id)].concat().into()
        } else {
            self.permalink(index)
        }
    }

    /// The link to a headline figure's own page, to another's place in its section.
    pub(super) fn permalink(&self, index: FigureIndex) -> Words {
        let figure = self.figure(index);
        if figure.headline.is_some() {
            return self.link(&self.figure_path(index, self.lang));
        }
        relative_to(&self.path, self.section_path(figure.section, self.lang), Some(&figure.id))
            .into()
    }

    /// The link to a section, by its title.
    pub(super) fn section_link(&self, index: SectionIndex) -> LinkView {
        LinkView {
            name: self.html(self.section_title(index)),
            href: self.link(self.section_path(index, self.lang)),
        }
    }

    /// A section's title, in the other language where this one has none.
    pub(super) fn section_title(&self, index: SectionIndex) -> &'a str {
        let documents = &self.index.site.sections[index].documents;
        let document =
            documents.get(self.lang).as_ref().or(documents.get(self.lang.other()).as_ref());
        document.map_or("", |document| document.front.title.value.as_str())
    }
}
