//! What a page owes its readers, whatever the theme: every card it was given, with its number and
//! the way to its proof.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeSet;
use std::slice;

use memchr::memmem::{self, Finder};
use memchr::memrchr2;

use super::card::Place;
use super::theme::Theme;
use super::view::{CardView, Words, escape};
use crate::diag::Sink;

/// What a page must show of a card.
#[derive(Debug, Clone)]
pub(super) struct Duty {
    /// The figure's id.
    figure: String,
    /// The anchor that numbers in the prose lead to.
    anchor: Option<String>,
    /// One of these links for each quote.
    sources: Vec<Vec<String>>,
    /// HTML that must be there as it is: the digits, formulas, a doubt.
    number: String,
    formulas: Vec<String>,
    doubt: Option<String>,
}

/// What a page lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lack {
    what: What,
    template: &'static str,
    page: String,
    figure: String,
}

/// What can be lacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Anchor,
    Number,
    Source,
    Formula,
    Doubt,
}

impl Duty {
    /// What a page owes for a card in this place. On the home page the card may leave its proof to
    /// the figure's own page.
    pub(super) fn of(card: &CardView, place: Place) -> Self {
        let home = matches!(place, Place::Home(_));
        let source = |href: &Words| {
            let mut links = vec![escape(href.as_str())];
            links.extend(home.then(|| escape(card.href.as_str())));
            links
        };
        let quoted = card.proofs.iter().filter_map(|proof| proof.source.as_ref());
        let calculated = card.calculated.iter().filter_map(|other| other.formula.as_ref());
        let formulas = card.formula.iter().chain(calculated).filter(|_| !home);
        Duty {
            figure: card.id.as_str().to_owned(),
            anchor: (place == Place::Section).then(|| escape(card.id.as_str())),
            sources: quoted.map(|quoted| source(&quoted.href)).collect(),
            number: escape(card.number.number.as_str()),
            formulas: formulas.map(|formula| formula.words.as_str().to_owned()).collect(),
            doubt: (card.status.name == "unverified").then(|| escape(card.status.words.as_str())),
        }
    }

    fn lacking(&self, html: &str, written: &Written<'_>) -> Option<What> {
        let anchor = self.anchor.as_ref();
        let anchor = anchor.map(|id| written.anchors.find(slice::from_ref(id), written.card.get()));
        // What a card shows stands behind its anchor as a rule: a long page is not searched from its
        // beginning for each.
        let card = anchor.flatten().unwrap_or(written.card.get());
        written.card.set(card);
        let reachable = |links: &Vec<String>| written.links.find(links, card).is_some();
        let shows = |words: &String| shows(html, card, words) || shows(html, 0, words);
        if anchor == Some(None) {
            Some(What::Anchor)
        } else if !self.sources.iter().all(reachable) {
            Some(What::Source)
        } else if !self.formulas.iter().all(shows) {
            Some(What::Formula)
        } else if !shows(&self.number) {
            Some(What::Number)
        } else {
            let doubt = self.doubt.as_ref().filter(|doubt| !shows(doubt));
            doubt.map(|_| What::Doubt)
        }
    }
}

/// The attributes of a page that duties ask for.
struct Written<'h> {
    links: Attributes<'h>,
    anchors: Attributes<'h>,
    /// Where the last card was found.
    card: Cell<usize>,
}

/// One attribute of a page: ` href=` or ` id=`.
struct Attributes<'h> {
    html: &'h str,
    name: Finder<'static>,
    /// Its values, read when one is not there in quotation marks.
    values: OnceCell<BTreeSet<&'h str>>,
}

impl<'h> Attributes<'h> {
    fn new(html: &'h str, name: &'static str) -> Self {
        Attributes { html, name: Finder::new(name), values: OnceCell::new() }
    }

    /// Where the attribute has one of these values, looked for from a place on first; that place
    /// where it has one without quotation marks.
    fn find(&self, values: &[String], from: usize) -> Option<usize> {
        let (before, behind) = self.html.as_bytes().split_at(from);
        let quoted = |value: &String| {
            let is_here = |html: &[u8], at: usize| {
                let rest = html[at + self.name.needle().len()..].strip_prefix(b"\"");
                let rest = rest.and_then(|rest| rest.strip_prefix(value.as_bytes()));
                rest.is_some_and(|rest| rest.starts_with(b"\""))
            };
            let place = |html: &'h [u8]| self.name.find_iter(html).find(|at| is_here(html, *at));
            place(behind).map(|at| from + at).or_else(|| place(before))
        };
        let is_written = |value: &String| {
            let all = self.values.get_or_init(|| attributes(self.html, &self.name));
            all.contains(value.as_str())
        };
        values.iter().find_map(quoted).or_else(|| values.iter().any(is_written).then_some(from))
    }
}

/// What the page at a path, made with a template, lacks of what it owes.
pub(super) fn lacks(duties: &[Duty], html: &str, template: &'static str, page: &str) -> Vec<Lack> {
    let links = Attributes::new(html, " href=");
    let anchors = Attributes::new(html, " id=");
    let written = Written { links, anchors, card: Cell::new(0) };
    let lack = |duty: &Duty| {
        let what = duty.lacking(html, &written)?;
        Some(Lack { what, template, page: page.to_owned(), figure: duty.figure.clone() })
    };
    duties.iter().filter_map(lack).collect()
}

/// Whether a page has these words in its text from a place on; those in an attribute are not seen.
fn shows(html: &str, from: usize, words: &str) -> bool {
    let html = html.as_bytes();
    memmem::find_iter(&html[from..], words.as_bytes()).any(|place| {
        let before = memrchr2(b'<', b'>', &html[..from + place]);
        before.is_none_or(|sign| html[sign] == b'>')
    })
}

/// The values of an attribute in a page, with quotation marks or without.
fn attributes<'h>(html: &'h str, name: &Finder<'_>) -> BTreeSet<&'h str> {
    name.find_iter(html.as_bytes())
        .map(|place| {
            let rest = &html[place + name.needle().len()..];
            let mark = rest.chars().next().filter(|first| "\"'".contains(*first));
            match mark {
                Some(mark) => rest[1..].split(mark).next().unwrap_or_default(),
                None => rest.split([' ', '>', '\n']).next().unwrap_or_default(),
            }
        })
        .collect()
}

/// The message about a lack, and its hint.
macro_rules! told {
    ($lack:expr, $message:literal, $hint:literal) => {
        (text!($message, figure = &$lack.figure, page = &$lack.page), text!($hint))
    };
}

/// Reports what pages lack: once for each template, with the first page as the example.
pub(super) fn report(lacks: &[Lack], theme: &Theme<'_>, sink: &mut Sink) {
    for (number, lack) in lacks.iter().enumerate() {
        let same = |other: &Lack| (other.what, other.template) == (lack.what, lack.template);
        if lacks[..number].iter().any(same) {
            continue;
        }
        let (message, hint) = match lack.what {
            What::Anchor => told!(lack, "theme-error.no-anchor", "theme-error.no-anchor-hint"),
            What::Number => told!(lack, "theme-error.no-number", "theme-error.no-number-hint"),
            What::Source => told!(lack, "theme-error.no-source", "theme-error.no-source-hint"),
            What::Formula => told!(lack, "theme-error.no-formula", "theme-error.no-formula-hint"),
            What::Doubt => told!(lack, "theme-error.no-doubt", "theme-error.no-doubt-hint"),
        };
        sink.push(theme.mistake(lack.template, message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use super::{Finder, attributes, shows};

    #[test]
    fn words_in_an_attribute_are_not_shown() {
        assert!(!shows("<p title=\"384\">25</p>", 0, "384"));
        assert!(!shows("<p title=\"384\">25</p>", 2, "384"), "a search may begin inside of a tag");
        assert!(shows("<p title=\"384\">384</p>", 0, "384"));
        assert!(shows("384", 0, "384"));
    }

    #[test]
    fn attributes_are_read_however_they_are_quoted() {
        let html = "<a href=\"a#b\">x</a> <a class=c href='d e'>x</a><a href=f>x</a>";
        assert_eq!(
            attributes(html, &Finder::new(" href=")).into_iter().collect::<Vec<_>>(),
            ["a#b", "d e", "f"]
        );
    }
}
