//! Original and translation beside each other: for an eye that goes over what the rules compared.

use std::ops::Range;

use super::prose::{Passage, passages};
use crate::content::{BlockKind, Document, Entry};
use crate::diag::{Diagnostic, Span, Spanned};
use crate::lang::Bilingual;
use crate::site::{Pair, Site};

/// A run of words and what stands for it in the other language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The words in each language; `None` where one has nothing in this place.
    pub sides: Bilingual<Option<Side>>,
}

/// A run of words in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
    /// Its text as a reader sees it, cut at its numbers.
    pub parts: Vec<Part>,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The words.
    pub text: String,
    /// What they are.
    pub mark: Mark,
}

/// What a part of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Plain words.
    Words,
    /// A number.
    Number,
    /// A number that a finding is about.
    Differs,
}

/// The words of a page's two files in rows: title, summary and labels, then the prose block by
/// block. Numbers that one of the `diagnostics` is about are marked.
pub fn side_by_side(site: &Site, pair: &Pair, diagnostics: &[Diagnostic]) -> Vec<Row> {
    let about: Vec<Span> = diagnostics
        .iter()
        .flat_map(|found| found.span.into_iter().chain(found.labels.iter().map(|(span, _)| *span)))
        .collect();
    let document = Bilingual::from_fn(|lang| pair.get(lang).as_deref());
    let row = |one: Option<Passage>, other: Option<Passage>| Row {
        sides: Bilingual {
            zh: one.map(|passage| side(&passage, &about)),
            en: other.map(|passage| side(&passage, &about)),
        },
    };
    let mut rows: Vec<Row> = Vec::new();
    let (zh, en) = (head(document.zh, document.en), head(document.en, document.zh));
    rows.extend(
        zh.into_iter()
            .zip(en)
            .filter(|(one, other)| one.is_some() || other.is_some())
            .map(|(one, other)| row(one, other)),
    );
    let prose = |document: Option<&Document>| {
        document.map_or_else(Vec::new, |document| passages(&site.figures, document))
    };
    let (zh, en) = (prose(document.zh), prose(document.en));
    for (one, other) in aligned(&zh, &en) {
        rows.push(row(one.cloned(), other.cloned()));
    }
    rows
}

/// Title, summary, then the label of each figure that one of the two files names.
fn head(own: Option<&Document>, other: Option<&Document>) -> Vec<Option<Passage>> {
    let words = |words: Option<&Spanned<String>>| {
        words.zip(own).map(|(words, own)| Passage::of_words(words, own.lang))
    };
    let mut head = vec![
        words(own.map(|own| &own.front.title)),
        words(own.and_then(|own| own.front.summary.as_ref())),
    ];
    let entries = |document: Option<&Document>| -> Vec<Entry> {
        document.map_or_else(Vec::new, |document| document.front.figures.clone())
    };
    let mut ids: Vec<String> =
        [own, other].into_iter().flat_map(entries).map(|entry| entry.id.value).collect();
    ids.sort();
    ids.dedup();
    let labels = entries(own);
    for id in ids {
        let label = labels.iter().find(|entry| entry.id.value == id);
        head.push(words(label.and_then(|entry| entry.label.as_ref())));
    }
    head
}

/// A passage of one language with that of the other, where there is one.
type Beside<'p> = (Option<&'p Passage>, Option<&'p Passage>);

/// Blocks one by one, anew behind each heading where both files have as many.
fn aligned<'p>(zh: &'p [Passage], en: &'p [Passage]) -> Vec<Beside<'p>> {
    let (parts, others) = (by_heading(zh), by_heading(en));
    let pairs: Vec<(&[Passage], &[Passage])> = match parts.len() == others.len() {
        true => parts.into_iter().zip(others).collect(),
        false => vec![(zh, en)],
    };
    pairs
        .into_iter()
        .flat_map(|(part, other)| {
            (0..part.len().max(other.len())).map(|place| (part.get(place), other.get(place)))
        })
        .collect()
}

fn by_heading(passages: &[Passage]) -> Vec<&[Passage]> {
    passages.chunk_by(|_, next| next.kind != BlockKind::Heading).collect()
}

fn side(passage: &Passage, about: &[Span]) -> Side {
    let mut parts: Vec<Part> = Vec::new();
    let mut copied = 0;
    let mut push = |range: Range<usize>, mark| {
        let text = passage.text.get(range).unwrap_or_default().to_owned();
        if !text.is_empty() {
            parts.push(Part { text, mark });
        }
    };
    for number in &passage.numbers {
        if number.range.start < copied {
            continue;
        }
        push(copied..number.range.start, Mark::Words);
        let differs = about.contains(&number.span);
        push(number.range.clone(), if differs { Mark::Differs } else { Mark::Number });
        copied = number.range.end;
    }
    push(copied..passage.text.len(), Mark::Words);
    Side { kind: passage.kind, span: passage.span, parts }
}
