//! A source's text as pages show it: paragraphs, windows around quotes, numbers marked.
//!
//! A text that was scanned from a page breaks its lines in the middle of sentences. Such breaks are
//! folded here; a paragraph ends where a sentence does, or behind a line as short as a heading.

use std::ops::Range;

use crate::figure::{FigureIndex, Source};
use crate::lang::Bilingual;
use crate::quantity;
use crate::render::view::escape;

/// A heading has fewer characters.
const HEADING: usize = 24;
/// A heading has none of these.
const PUNCTUATION: [char; 9] = ['，', '。', '、', '；', '：', ',', ';', ':', '!'];

/// The bytes of a sentence before and behind a quote that are shown with it.
const FURTHEST: usize = 4000;

/// What ends a sentence, by language.
static ENDS: Bilingual<&[char]> =
    Bilingual { zh: &['。', '！', '？', '!', '?', '；', '…'], en: &['.', '!', '?'] };

/// A number of the text that is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// The figures that state it; none for a number that only prose uses, or nothing.
    pub(super) figures: Vec<FigureIndex>,
    /// Whether the site uses it.
    pub(super) used: bool,
}

/// Where the paragraphs and sentences of a source stand, found once for all pages.
#[derive(Debug)]
pub(super) struct Outline {
    /// The paragraphs, in order.
    pub(super) paragraphs: Vec<Range<usize>>,
    /// The sentences of all paragraphs, in order.
    sentences: Vec<Range<usize>>,
}

impl Outline {
    /// Reads a source's text.
    pub(super) fn of(source: &Source) -> Self {
        let paragraphs = paragraphs(source);
        let sentences =
            paragraphs.iter().flat_map(|paragraph| sentences(source, paragraph)).collect();
        Outline { paragraphs, sentences }
    }

    /// The sentences in a part of the text that touch any of `wanted` (in order, without overlaps),
    /// neighbouring ones joined. Those of two paragraphs never are: white space stands between.
    pub(super) fn windows(
        &self,
        part: &Range<usize>,
        wanted: &[Range<usize>],
    ) -> Vec<Range<usize>> {
        let mut windows: Vec<Range<usize>> = Vec::new();
        let first = self.sentences.partition_point(|sentence| sentence.end <= part.start);
        for sentence in self.sentences[first..].iter().take_while(|one| one.start < part.end) {
            let nearest = wanted.partition_point(|range| range.end <= sentence.start);
            if wanted.get(nearest).is_none_or(|range| range.start >= sentence.end) {
                continue;
            }
            match windows.last_mut() {
                Some(last) if last.end == sentence.start => last.end = sentence.end,
                _ => windows.push(sentence.clone()),
            }
        }
        windows
    }
}

/// The paragraphs of a text, as byte ranges without the white space around them.
fn paragraphs(source: &Source) -> Vec<Range<usize>> {
    let text = source.text.as_str();
    let ends = ENDS.get(source.lang);
    let lines = lines(text);
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (place, line) in lines.iter().enumerate() {
        let heading = is_heading(&lines, place, text)
            || quantity::heading(&text[line.range.clone()]).is_some();
        match paragraphs.last_mut() {
            Some(last) if open && !heading => last.end = line.range.end,
            _ => paragraphs.push(line.range.clone()),
        }
        let written = text[line.range.clone()].trim_end_matches(['”', '"', '’', '）', ')']);
        open = !heading && !written.ends_with(*ends);
    }
    paragraphs
}

/// A line that is not blank.
struct Line {
    range: Range<usize>,
    /// Whether a blank line stands before it, or nothing.
    apart: bool,
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut apart = true;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            apart = true;
        } else {
            let from = start + line.len() - line.trim_start().len();
            lines.push(Line { range: from..from + trimmed.len(), apart });
            apart = false;
        }
        start += line.len();
    }
    lines
}

/// Whether a line is a heading: short, without punctuation, and apart from the lines around it,
/// other headings excepted.
fn is_heading(lines: &[Line], place: usize, text: &str) -> bool {
    let short = |line: &Line| {
        let words = &text[line.range.clone()];
        words.chars().count() < HEADING && !words.contains(PUNCTUATION)
    };
    let before =
        || lines[place].apart || place.checked_sub(1).is_some_and(|before| short(&lines[before]));
    let behind = || lines.get(place + 1).is_none_or(|next| next.apart || short(next));
    short(&lines[place]) && before() && behind()
}

/// The ranges in order, those that overlap joined.
pub(super) fn merge(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

fn sentences(source: &Source, paragraph: &Range<usize>) -> Vec<Range<usize>> {
    let ends = ENDS.get(source.lang);
    let text = &source.text[paragraph.clone()];
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        let mut end = place + letter.len_utf8();
        if !ends.contains(&letter) {
            continue;
        }
        while let Some((place, closing)) = letters.next_if(|(_, next)| "”\"’）)".contains(*next))
        {
            end = place + closing.len_utf8();
        }
        let spaced = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        if letter.is_ascii() && !spaced {
            continue;
        }
        sentences.push(paragraph.start + start..paragraph.start + end);
        start = end;
    }
    if start < text.len() {
        sentences.push(paragraph.start + start..paragraph.end);
    }
    sentences
}

/// A window around a quote, without what stands further than [`FURTHEST`] from it: in a text
/// without full stops every quote's sentence would be the whole text.
pub(super) fn around(text: &str, window: &Range<usize>, quote: &Range<usize>) -> Range<usize> {
    let start = text.ceil_char_boundary(quote.start.saturating_sub(FURTHEST));
    let end = text.floor_char_boundary(quote.end + FURTHEST);
    window.start.max(start)..window.end.min(end)
}

/// A window of the text as HTML. `mark` makes the tag around each marked number.
pub(super) fn html(
    text: &str,
    window: &Range<usize>,
    marks: &[Mark],
    mut mark: impl FnMut(&Mark, &str) -> String,
) -> String {
    let mut html = String::with_capacity(window.len() * 2);
    let mut from = window.start;
    let first = marks.partition_point(|mark| mark.range.start < window.start);
    for found in &marks[first..] {
        if found.range.end > window.end {
            break;
        }
        if found.range.start < from {
            continue;
        }
        html.push_str(&escape(&fold(&text[from..found.range.start])));
        html.push_str(&mark(found, &escape(&fold(&text[found.range.clone()]))));
        from = found.range.end;
    }
    html.push_str(&escape(&fold(&text[from..window.end])));
    html
}

/// Joins broken lines: nothing between Chinese characters, one space between others.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('\n') {
        let line = rest[..start].trim_end();
        folded.push_str(line);
        rest = rest[start..].trim_start();
        let wide = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_ascii());
        if !(wide(line.chars().next_back()) || wide(rest.chars().next())) {
            folded.push(' ');
        }
    }
    folded.push_str(rest);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::source::Publish;

    fn source(text: &str) -> Source {
        Source {
            name: "report".into(),
            file: None,
            text: text.into(),
            lang: Lang::Zh,
            title: Bilingual::default(),
            publisher: Bilingual::default(),
            authors: Bilingual::default(),
            date: None,
            url: None,
            note: Bilingual::default(),
            publish: Publish::Windows,
            mentions: Vec::new(),
        }
    }

    #[test]
    fn a_line_broken_inside_a_sentence_goes_on() {
        let source = source(
            "标题\n小标题\n\n面对经济不断下行、供给持续不足、需求收缩的三重压力、动\n\n能支撑不强。\n新的一段写得很长、\n没有完",
        );
        let paragraphs: Vec<String> =
            paragraphs(&source).into_iter().map(|range| fold(&source.text[range])).collect();
        assert_eq!(
            paragraphs,
            [
                "标题",
                "小标题",
                "面对经济不断下行、供给持续不足、需求收缩的三重压力、动能支撑不强。",
                "新的一段写得很长、没有完"
            ]
        );
    }

    #[test]
    fn a_window_is_the_sentences_that_hold_the_quote() {
        let source = source("第一句。第二句有384万人。第三句。第四句。");
        let whole = 0..source.text.len();
        let place = source.text.find("384").unwrap();
        let windows =
            Outline::of(&source).windows(&whole, std::slice::from_ref(&(place..place + 3)));
        assert_eq!(&source.text[windows[0].clone()], "第二句有384万人。");
        assert_eq!(windows.len(), 1);
    }

    #[test]
    fn numbers_are_marked_inside_the_window() {
        let text = "共384万<人";
        let marks = [Mark { range: 3..6, figures: vec![], used: true }];
        let html =
            html(text, &(0..text.len()), &marks, |_, number| format!("<mark>{number}</mark>"));
        assert_eq!(html, "共<mark>384</mark>万&lt;人");
    }

    #[test]
    fn latin_lines_are_joined_by_a_space() {
        assert_eq!(fold("ten\nmen"), "ten men");
        assert_eq!(fold("动\n\n能"), "动能");
    }
}
