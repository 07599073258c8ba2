//! Proofs: quotes with their numbers marked, and formulas in words and numbers.

use std::ops::Range;

use super::number::mark_tag;
use super::scope::Scope;
use super::view::{FormulaView, Html, ProofView, SourceLinkView, Words, escape, push_escaped};
use crate::figure::{Derived, Figure, FigureIndex, Quote};
use crate::site::Page;

/// A formula that is longer than this, in bytes, ends in an ellipsis: its terms may be a few letters, and
/// have long names.
const LONGEST_FORMULA: usize = 8 << 10;

/// The quotes behind a figure and its companions; figures with one quote share it.
pub(super) fn proofs(scope: &Scope<'_>, index: FigureIndex) -> Vec<ProofView> {
    let figure = scope.figure(index);
    let mut groups: Vec<(&Quote, Vec<FigureIndex>)> = Vec::new();
    for member in std::iter::once(index).chain(figure.with.iter().copied()) {
        let other = scope.figure(member);
        let Some(quote) = &other.quote else { continue };
        let same = |(known, members): &&mut (&Quote, Vec<FigureIndex>)| {
            known.text == quote.text && scope.figure(members[0]).source == other.source
        };
        match groups.iter_mut().find(same) {
            Some((_, members)) => members.push(member),
            None => groups.push((quote, vec![member])),
        }
    }
    let several = groups.len() > 1 || groups.iter().any(|(_, members)| members.len() > 1);
    groups.iter().map(|(quote, members)| proof(scope, quote, members, several)).collect()
}

fn proof(scope: &Scope<'_>, quote: &Quote, members: &[FigureIndex], several: bool) -> ProofView {
    let first = scope.figure(members[0]);
    let numbers: Vec<Range<usize>> = members
        .iter()
        .filter_map(|member| scope.figure(*member).quote.as_ref()?.number.clone())
        .collect();
    let source = first.source.map(|source| &scope.site.sources[source]);
    let lang = source.map_or(scope.site.original(), |source| source.lang);
    let labels = if several { members } else { &[] };
    ProofView {
        labels: labels
            .iter()
            .map(|member| scope.html(scope.figure(*member).label.get(scope.lang)))
            .collect(),
        quote: marked(&quote.text, numbers),
        lang: lang.tag(),
        foreign: lang != scope.lang,
        source: source.map(|source| {
            let path = scope.path(Page::Source(source.name.clone()), scope.lang);
            let href =
                if quote.places.is_empty() { path } else { [&path, "#", &first.id].concat() };
            SourceLinkView {
                title: scope.html(source.title.get(scope.lang)),
                publisher: scope.html_of(source.publisher.get(scope.lang).as_ref()),
                date: source.date.as_ref().map(Words::from),
                href: scope.link(&href),
            }
        }),
        status: scope.status(first, scope.lang),
    }
}

/// A text with some of its parts in `<mark>`, line breaks folded.
fn marked(text: &str, mut ranges: Vec<Range<usize>>) -> Html {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut html = String::with_capacity(text.len() + 32);
    let mut from = 0;
    for range in ranges {
        if range.start < from || range.end > text.len() {
            continue;
        }
        push_escaped(&mut html, &text[from..range.start]);
        html.push_str(mark_tag(&text[range.clone()]));
        push_escaped(&mut html, &text[range.clone()]);
        html.push_str("</mark>");
        from = range.end;
    }
    push_escaped(&mut html, &text[from..]);
    Html::new(&html)
}

/// The formula of a derived figure, in words and in numbers.
pub(super) fn formula(scope: &Scope<'_>, figure: &Figure) -> Option<FormulaView> {
    let words = joined(scope, figure.derived.as_ref()?, |words, token| match token {
        Token::Figure(index) => {
            let input = scope.figure(index);
            words.push_str(&format!(
                "<a href=\"{}\">{}</a>",
                escape(scope.figure_link(index).as_str()),
                scope.html(input.label.get(scope.lang)).as_str()
            ));
        }
        Token::Sign(sign) => words.push_str(sign),
        Token::Text(text) => words.push_str(&escape(text)),
    });
    let numbers = scope.html(&in_numbers(scope, figure)?);
    Some(FormulaView { words: Html::new(&words), numbers })
}

/// The formula of a derived figure in numbers, with its result, as plain text.
pub(super) fn in_numbers(scope: &Scope<'_>, figure: &Figure) -> Option<String> {
    let mut numbers = joined(scope, figure.derived.as_ref()?, |numbers, token| {
        numbers.push_str(match token {
            Token::Figure(index) => &scope.figure(index).printed.get(scope.lang).text,
            Token::Sign(sign) => sign,
            Token::Text(text) => text,
        });
    });
    numbers.push_str(" = ");
    numbers.push_str(&figure.printed.get(scope.lang).text);
    Some(numbers)
}

/// The pieces of a formula as `write` adds each; a formula that grows too long ends in “…”.
fn joined(scope: &Scope<'_>, derived: &Derived, write: impl Fn(&mut String, Token<'_>)) -> String {
    let mut text = String::new();
    for token in formula_tokens(scope, derived) {
        if text.len() > LONGEST_FORMULA {
            text.push('…');
            break;
        }
        write(&mut text, token);
    }
    text
}

fn formula_tokens<'d>(scope: &Scope<'_>, derived: &'d Derived) -> Vec<Token<'d>> {
    tokens(&derived.formula, |id| {
        derived.inputs.iter().copied().find(|input| scope.figure(*input).id == id)
    })
}

/// A piece of a formula.
#[derive(Debug, PartialEq, Eq)]
enum Token<'a> {
    Figure(FigureIndex),
    Sign(&'static str),
    Text(&'a str),
}

/// Splits a formula into figures, signs and the rest. Ids may hold hyphens, so a minus stands
/// between spaces.
fn tokens(formula: &str, find: impl Fn(&str) -> Option<FigureIndex>) -> Vec<Token<'_>> {
    let part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    let mut found = Vec::new();
    let mut rest = formula.trim();
    while let Some(first) = rest.chars().next() {
        let length = if part(first) {
            rest.find(|letter| !part(letter)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (piece, behind) = rest.split_at(length);
        rest = behind;
        found.push(match (find(piece), piece) {
            (Some(index), _) => Token::Figure(index),
            (None, "*") => Token::Sign("×"),
            (None, "/") => Token::Sign("÷"),
            (None, "-") => Token::Sign("−"),
            (None, _) => Token::Text(piece),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_split_at_its_signs_and_ids_keep_their_hyphens() {
        let find = |id: &str| ["young-readers", "all"].iter().position(|known| *known == id);
        assert_eq!(
            tokens("(all - young-readers)/ 2", find),
            [
                Token::Text("("),
                Token::Figure(1),
                Token::Text(" "),
                Token::Sign("−"),
                Token::Text(" "),
                Token::Figure(0),
                Token::Text(")"),
                Token::Sign("÷"),
                Token::Text(" "),
                Token::Text("2"),
            ]
        );
    }

    #[test]
    fn numbers_are_marked_once_even_when_they_overlap() {
        let html = marked("共125万人<其中", vec![3..12, 6..12]);
        assert_eq!(html.as_str(), "共<mark>125万人</mark>&lt;其中");
    }
}
