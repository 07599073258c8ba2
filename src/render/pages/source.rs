//! A source: its passages, every number that the site uses marked and linked.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Content, methods};
use crate::check::Use;
use crate::figure::{FigureIndex, SourceIndex};
use crate::render::card::companion;
use crate::render::jsonld;
use crate::render::number::mark_tag;
use crate::render::passages::{self, Mark};
use crate::render::scope::Scope;
use crate::render::view::{Html, SourceNumberView, SourceView, Words, push_escaped};
use crate::source::Publish;

pub(super) fn content(scope: &Scope<'_>, name: &str) -> Option<Content> {
    let place = {
        let sources = &scope.site.sources;
        sources.binary_search_by(|source| source.name.as_str().cmp(name)).ok()?
    };
    let source = &scope.site.sources[place];
    let marks = marks(scope, place);
    let mut anchors = BTreeSet::new();
    let passages = passages(scope, place, &marks, &mut anchors);
    let view = SourceView {
        heading: Html::text(source.title.get(scope.lang), scope.lang),
        publisher: scope.html_of(source.publisher.get(scope.lang).as_ref()),
        authors: scope.html_of(source.authors.get(scope.lang).as_ref()),
        date: source.date.as_ref().map(Words::from),
        url: source.url.as_ref().map(Words::from),
        note: scope.html_of(source.note.get(scope.lang).as_ref()),
        lang: source.lang.tag(),
        foreign: source.lang != scope.lang,
        full: source.publish == Publish::Full,
        passages,
        figures: figures(scope, place, &anchors),
        coverage: methods::coverage(scope, place),
    };
    let name = source.title.get(scope.lang).clone();
    Some(Content {
        kind: "source",
        template: "pages/source.html",
        duties: Vec::new(),
        view: Box::new(view),
        description: scope.say("source-description", &[("source", &name)]),
        json_ld: jsonld::source(scope, place),
        name,
    })
}

/// The numbers of the text that the page marks, in order and without overlaps.
fn marks(scope: &Scope<'_>, place: SourceIndex) -> Vec<Mark> {
    let source = &scope.site.sources[place];
    let mut marks: Vec<Mark> = Vec::new();
    for index in scope.quoted(place) {
        let quote = scope.figure(*index).quote.iter();
        marks.extend(quote.flat_map(|quote| &quote.places).map(|place| Mark {
            range: place.number.clone(),
            figures: vec![*index],
            used: true,
        }));
    }
    let uses = scope.report.uses.get(place).map_or(&[][..], Vec::as_slice);
    for (mention, used) in source.mentions.iter().zip(uses) {
        let (figures, used) = match used {
            Use::Figures(figures) => (figures.clone(), true),
            Use::Prose => (Vec::new(), true),
            Use::Unused => (Vec::new(), false),
            Use::NotData => continue,
        };
        marks.push(Mark { range: mention.range.clone(), figures, used });
    }
    marks.retain(|mark| source.text.get(mark.range.clone()).is_some_and(|text| !text.is_empty()));
    marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
    join(marks)
}

/// Joins marks that overlap: the same number, stated by several figures.
fn join(marks: Vec<Mark>) -> Vec<Mark> {
    let mut joined: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        match joined.last_mut() {
            Some(last) if mark.range.start < last.range.end => {
                last.range.end = last.range.end.max(mark.range.end);
                last.used |= mark.used;
                let new = mark.figures.into_iter().filter(|figure| !last.figures.contains(figure));
                let new: Vec<FigureIndex> = new.collect();
                last.figures.extend(new);
            }
            _ => joined.push(mark),
        }
    }
    joined
}

/// The passages to show: all paragraphs, or the sentences around used numbers and quotes.
fn passages(
    scope: &Scope<'_>,
    place: SourceIndex,
    marks: &[Mark],
    anchors: &mut BTreeSet<FigureIndex>,
) -> Vec<Vec<Html>> {
    let source = &scope.site.sources[place];
    let wanted = wanted(scope, place, marks);
    let mut passages: Vec<Vec<Html>> = Vec::new();
    let mut follows = false;
    let outline = scope.outline(place);
    for paragraph in &outline.paragraphs {
        let windows = match source.publish {
            Publish::Full => vec![paragraph.clone()],
            Publish::Windows => outline.windows(paragraph, &wanted),
        };
        let whole = windows.first().is_some_and(|first| first.start == paragraph.start);
        if windows.is_empty() || !whole || !follows {
            follows = false;
        }
        for window in &windows {
            let html = passages::html(&source.text, window, marks, |mark, number| {
                marked(scope, mark, number, anchors)
            });
            match passages.last_mut() {
                Some(last) if follows => last.push(Html::new(&html)),
                _ => passages.push(vec![Html::new(&html)]),
            }
            follows = window.end == paragraph.end;
        }
    }
    passages
}

/// The bytes that windows are made around.
fn wanted(scope: &Scope<'_>, place: SourceIndex, marks: &[Mark]) -> Vec<Range<usize>> {
    let quotes = scope.quoted(place).iter().filter_map(|index| scope.figure(*index).quote.as_ref());
    let quotes = quotes.flat_map(|quote| quote.places.iter().map(|place| place.quote.clone()));
    let numbers = marks.iter().filter(|mark| mark.used).map(|mark| mark.range.clone());
    passages::merge(quotes.chain(numbers).collect())
}

/// A number of the source: linked to the card of the figure that states it, with the anchors of
/// all figures that link here.
fn marked(
    scope: &Scope<'_>,
    mark: &Mark,
    number: &str,
    anchors: &mut BTreeSet<FigureIndex>,
) -> String {
    let Some(first) = mark.figures.first() else {
        return match mark.used {
            true => format!("{}{number}</mark>", mark_tag(number)),
            false => format!("<span class=\"unused\">{number}</span>"),
        };
    };
    let mut html = String::new();
    for figure in &mark.figures {
        if anchors.insert(*figure) {
            html.push_str("<span id=\"");
            push_escaped(&mut html, &scope.figure(*figure).id);
            html.push_str("\"></span>");
        }
    }
    let label = scope.figure(*first).label.get(scope.lang);
    html.push_str(mark_tag(number));
    html.push_str("<a href=\"");
    push_escaped(&mut html, scope.figure_link(*first).as_str());
    html.push_str("\" title=\"");
    push_escaped(&mut html, label);
    html.push_str("\">");
    html.push_str(number);
    html.push_str("</a></mark>");
    html
}

fn figures(
    scope: &Scope<'_>,
    place: SourceIndex,
    anchors: &BTreeSet<FigureIndex>,
) -> Vec<SourceNumberView> {
    let start = |index: FigureIndex| {
        let place = scope.figure(index).quote.as_ref()?.places.first()?;
        Some(place.number.start)
    };
    let mut quoted: Vec<(usize, FigureIndex)> = scope
        .quoted(place)
        .iter()
        .map(|index| (start(*index).unwrap_or(usize::MAX), *index))
        .collect();
    quoted.sort_unstable();
    quoted
        .into_iter()
        .map(|(_, index)| SourceNumberView {
            figure: companion(scope, index, false),
            place: anchors
                .contains(&index)
                .then(|| scope.link(&format!("#{}", scope.figure(index).id))),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_one_number_become_one() {
        let mark = |range, figures| Mark { range, figures, used: true };
        let joined =
            join(vec![mark(3..9, vec![1]), mark(3..12, vec![2, 1]), mark(20..22, vec![3])]);
        assert_eq!(joined, [mark(3..12, vec![1, 2]), mark(20..22, vec![3])]);
    }
}
