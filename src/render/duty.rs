//! What a page owes its readers, whatever the theme: every card it was given, with its number and
//! the way to its proof.

use std::collections::BTreeSet;

use memchr::memmem;

use super::card::Place;
use super::theme::Theme;
use super::view::{CardView, escape};
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
        let source = |href: &String| {
            let mut links = vec![escape(href)];
            links.extend(home.then(|| escape(&card.href)));
            links
        };
        let quoted = card.proofs.iter().filter_map(|proof| proof.source.as_ref());
        let calculated = card.calculated.iter().filter_map(|other| other.formula.as_ref());
        let formulas = card.formula.iter().chain(calculated).filter(|_| !home);
        Duty {
            figure: card.id.clone(),
            anchor: (place == Place::Section).then(|| escape(&card.id)),
            sources: quoted.map(|quoted| source(&quoted.href)).collect(),
            number: escape(&card.number.number),
            formulas: formulas.map(|formula| formula.words.as_str().to_owned()).collect(),
            doubt: (card.status.name == "unverified").then(|| escape(&card.status.words)),
        }
    }

    fn lacking(&self, html: &str, written: &Written<'_>) -> Option<What> {
        let reachable =
            |links: &Vec<String>| links.iter().any(|link| written.links.contains(link.as_str()));
        if self.anchor.as_ref().is_some_and(|id| !written.anchors.contains(id.as_str())) {
            Some(What::Anchor)
        } else if !self.sources.iter().all(reachable) {
            Some(What::Source)
        } else if !self.formulas.iter().all(|formula| shows(html, formula)) {
            Some(What::Formula)
        } else if !shows(html, &self.number) {
            Some(What::Number)
        } else {
            let doubt = self.doubt.as_ref().filter(|doubt| !shows(html, doubt));
            doubt.map(|_| What::Doubt)
        }
    }
}

/// The attributes of a page that duties ask for.
struct Written<'h> {
    links: BTreeSet<&'h str>,
    anchors: BTreeSet<&'h str>,
}

/// What the page at a path, made with a template, lacks of what it owes.
pub(super) fn lacks(duties: &[Duty], html: &[u8], template: &'static str, page: &str) -> Vec<Lack> {
    let Ok(html) = std::str::from_utf8(html) else { return Vec::new() };
    if duties.is_empty() {
        return Vec::new();
    }
    let written = Written { links: attributes(html, " href="), anchors: attributes(html, " id=") };
    let lack = |duty: &Duty| {
        let what = duty.lacking(html, &written)?;
        Some(Lack { what, template, page: page.to_owned(), figure: duty.figure.clone() })
    };
    duties.iter().filter_map(lack).collect()
}

/// Whether a page has these words in its text; those in an attribute are not seen.
fn shows(html: &str, words: &str) -> bool {
    memmem::find_iter(html.as_bytes(), words.as_bytes()).any(|place| {
        let before = html[..place].rfind(['<', '>']);
        before.is_none_or(|sign| html.as_bytes()[sign] == b'>')
    })
}

/// The values of an attribute in a page, with quotation marks or without.
fn attributes<'h>(html: &'h str, name: &str) -> BTreeSet<&'h str> {
    let name = name.as_bytes();
    memmem::find_iter(html.as_bytes(), name)
        .map(|place| {
            let rest = &html[place + name.len()..];
            let mark = rest.chars().next().filter(|first| "\"'".contains(*first));
            match mark {
                Some(mark) => rest[1..].split(mark).next().unwrap_or_default(),
                None => rest.split([' ', '>', '\n']).next().unwrap_or_default(),
            }
        })
        .collect()
}

/// Reports what pages lack: once for each template, with the first page as the example.
pub(super) fn report(lacks: &[Lack], theme: &Theme<'_>, sink: &mut Sink) {
    for (number, lack) in lacks.iter().enumerate() {
        let same = |other: &Lack| (other.what, other.template) == (lack.what, lack.template);
        if lacks[..number].iter().any(same) {
            continue;
        }
        let (figure, page) = (&lack.figure, &lack.page);
        let (message, hint) = match lack.what {
            What::Anchor => (
                text!("theme-error.no-anchor", figure = figure, page = page),
                text!("theme-error.no-anchor-hint"),
            ),
            What::Number => (
                text!("theme-error.no-number", figure = figure, page = page),
                text!("theme-error.no-number-hint"),
            ),
            What::Source => (
                text!("theme-error.no-source", figure = figure, page = page),
                text!("theme-error.no-source-hint"),
            ),
            What::Formula => (
                text!("theme-error.no-formula", figure = figure, page = page),
                text!("theme-error.no-formula-hint"),
            ),
            What::Doubt => (
                text!("theme-error.no-doubt", figure = figure, page = page),
                text!("theme-error.no-doubt-hint"),
            ),
        };
        sink.push(theme.mistake(lack.template, message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use super::{attributes, shows};

    #[test]
    fn words_in_an_attribute_are_not_shown() {
        assert!(!shows("<p title=\"256\">25</p>", "256"));
        assert!(shows("<p title=\"256\">256</p>", "256"));
        assert!(shows("256", "256"));
    }

    #[test]
    fn attributes_are_read_however_they_are_quoted() {
        let html = "<a href=\"a#b\">x</a> <a class=c href='d e'>x</a><a href=f>x</a>";
        assert_eq!(attributes(html, " href=").into_iter().collect::<Vec<_>>(), ["a#b", "d e", "f"]);
    }
}
