//! The numbers of prose: each block as a reader sees it, figures put in, and the numbers in it.

use std::ops::Range;

use crate::content::{Block, BlockKind, Document, Origins, Reference};
use crate::diag::{Span, Spanned};
use crate::figure::{FigureIndex, Figures};
use crate::lang::Lang;
use crate::quantity::{self, Mention, Quantity};
use crate::source::shape::is_left_to_write;

/// One number that prose states.
#[derive(Debug, Clone)]
pub(super) struct Number {
    /// What it says, with the hedge that stands before it.
    pub(super) quantity: Quantity,
    /// Its bytes in the passage's text.
    pub(super) range: Range<usize>,
    /// Where it stands in the file.
    pub(super) span: Span,
    /// The figure that it was put in for.
    pub(super) figure: Option<FigureIndex>,
    /// Whether a reader sees no number here: `[[id|words]]` with words that hold none.
    pub(super) is_silent: bool,
    /// The figure in whose words it stands without being that figure's number.
    pub(super) instead_of: Option<FigureIndex>,
}

/// A number that prose states without naming a figure, apart from its passage.
#[derive(Debug)]
pub(super) struct PlainNumber {
    /// What it says, with the hedge that stands before it.
    pub(super) quantity: Quantity,
    /// Its words.
    pub(super) words: Box<str>,
    /// Where it stands in the file.
    pub(super) span: Span,
}

/// The numbers that passages state without naming a figure.
pub(super) fn plain_numbers(passages: &[Passage]) -> Vec<PlainNumber> {
    let numbers = passages.iter().flat_map(|passage| {
        let plain = passage.numbers.iter().filter(|number| number.figure.is_none());
        plain.map(move |number| PlainNumber {
            quantity: number.quantity.clone(),
            words: passage.words(number).into(),
            span: number.span,
        })
    });
    numbers.collect()
}

/// A run of prose with its numbers.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    /// The language of the text.
    pub(super) lang: Lang,
    /// What the run is; paragraphs are only compared with paragraphs.
    pub(super) kind: BlockKind,
    /// The text as a reader sees it.
    pub(super) text: String,
    /// The data numbers in it, in order.
    pub(super) numbers: Vec<Number>,
    /// Dates, ranks and names with numbers in them, by their bytes in the text.
    pub(super) others: Vec<Mention>,
    /// The bytes of each sentence.
    pub(super) sentences: Vec<Range<usize>>,
    /// Whether it names a figure whose number is not known, which has been reported: what the run
    /// says cannot be compared then.
    pub(super) is_open: bool,
    /// The figures that say “nearly” or its like themselves, behind a word that says it already.
    pub(super) hedged_twice: Vec<(FigureIndex, Span)>,
    /// Where the run stands in the file.
    pub(super) span: Span,
    /// Where its parts were written.
    origins: Origins,
    /// The words put in for figures, and the references that they stand for: they stand nowhere in the
    /// file.
    pieces: Vec<(Range<usize>, Span)>,
}

/// The blocks of a document with their numbers.
pub(super) fn passages(figures: &Figures, document: &Document) -> Vec<Passage> {
    let blocks = document.body.blocks.iter();
    blocks.map(|block| Passage::of_block(figures, block, document.lang)).collect()
}

/// A figure put into the text.
struct Inserted<'b> {
    range: Range<usize>,
    reference: &'b Reference,
    figure: FigureIndex,
}

/// What a number in a block belongs to.
enum Of {
    /// Nothing: the author wrote it.
    Nothing,
    /// A figure, which it states.
    Figure(FigureIndex),
    /// The author's words for a figure, which it does not state.
    WordsFor(FigureIndex),
}

impl Passage {
    /// A passage of plain text that was written at one place, for example a label.
    pub(super) fn of_words(words: &Spanned<String>, lang: Lang) -> Passage {
        let span = words.span;
        let mut passage = Passage::bare(words.value.clone(), BlockKind::Paragraph, lang, span);
        // Words in quotation marks begin behind the first one; of those with escapes the place is not
        // known.
        match (span.end() - span.start()).checked_sub(words.value.len()) {
            Some(0) => passage.origins.push(0, span.start()),
            Some(2) => passage.origins.push(0, span.start() + 1),
            _ => {}
        }
        for mention in quantity::scan(&passage.text, lang) {
            passage.take(mention, span, Of::Nothing);
        }
        passage
    }

    fn of_block(figures: &Figures, block: &Block, lang: Lang) -> Passage {
        let PutIn { text, origins, inserted, pieces } = put_in(figures, block, lang);
        let mut passage = Passage::bare(text, block.kind, lang, block.span);
        passage.origins = origins;
        passage.pieces = pieces;
        passage.is_open = inserted.len() < block.references.len() || is_left_to_write(&block.text);
        let mut stated = vec![false; inserted.len()];
        for mention in quantity::scan(&passage.text, lang) {
            let range = &mention.range;
            let index = inserted.partition_point(|piece| piece.range.end <= range.start);
            if !inserted.get(index).is_some_and(|piece| overlap(&piece.range, range)) {
                let span = passage.origin(range);
                passage.take(mention, span, Of::Nothing);
                continue;
            }
            let piece = &inserted[index];
            let span = piece.reference.span;
            match figures[piece.figure].quantity.as_ref() {
                Some(value) if !stated[index] && states(&mention, value, piece) => {
                    stated[index] = true;
                    let quantity = with_hedge(value, &mention.quantity, piece, range);
                    let of = Of::Figure(piece.figure);
                    passage.take(Mention { quantity, ..mention }, span, of);
                }
                _ => passage.take(mention, span, Of::WordsFor(piece.figure)),
            }
        }
        passage.hedged_twice = hedged_twice(figures, &inserted, &passage);
        let unread = inserted.iter().zip(&stated).filter(|(_, stated)| !**stated);
        let unread: Vec<Number> =
            unread.filter_map(|(piece, _)| passage.unread(figures, piece)).collect();
        passage.numbers.extend(unread);
        passage.numbers.sort_by_key(|number| number.range.start);
        passage.numbers.shrink_to_fit();
        passage.others.shrink_to_fit();
        passage
    }

    fn bare(text: String, kind: BlockKind, lang: Lang, span: Span) -> Passage {
        let mut sentences = quantity::sentences(&text);
        sentences.shrink_to_fit();
        Passage {
            lang,
            kind,
            text,
            numbers: Vec::new(),
            others: Vec::new(),
            sentences,
            is_open: false,
            hedged_twice: Vec::new(),
            span,
            origins: Origins::default(),
            pieces: Vec::new(),
        }
    }

    fn take(&mut self, mention: Mention, span: Span, of: Of) {
        if mention.quantity.kind.is_data() {
            let Mention { range, quantity } = mention;
            let (figure, instead_of) = match of {
                Of::Nothing => (None, None),
                Of::Figure(figure) => (Some(figure), None),
                Of::WordsFor(figure) => (None, Some(figure)),
            };
            let is_silent = false;
            self.numbers.push(Number { quantity, range, span, figure, is_silent, instead_of });
        } else {
            self.others.push(mention);
        }
    }

    /// A figure whose printed words hold no number that says its value.
    fn unread(&self, figures: &Figures, piece: &Inserted<'_>) -> Option<Number> {
        let quantity = figures[piece.figure].quantity.clone()?;
        let has_words = piece.reference.words.is_some();
        let start = piece.range.start;
        let near = self.numbers.partition_point(|number| number.range.end <= start);
        let says_other = has_words
            && self.numbers.get(near).is_some_and(|number| overlap(&number.range, &piece.range));
        (!says_other).then(|| Number {
            quantity,
            range: piece.range.clone(),
            span: piece.reference.span,
            figure: Some(piece.figure),
            is_silent: has_words,
            instead_of: None,
        })
    }

    /// The place in the file of some bytes of the text; of words put in for a figure the reference as a
    /// whole.
    pub(super) fn origin(&self, range: &Range<usize>) -> Span {
        let span = self.origins.span(range.clone(), self.span);
        let first = self.pieces.partition_point(|(words, _)| words.end <= range.start);
        let inside = self.pieces[first..].iter().take_while(|(words, _)| words.start < range.end);
        let whole = inside.fold(span.range(), |whole, (words, reference)| {
            let start = if words.start <= range.start { reference.start() } else { whole.start };
            let end = if words.end >= range.end { reference.end() } else { whole.end };
            start..end
        });
        Span::new(span.file, whole.start..whole.end.max(whole.start))
    }

    /// The number of the sentence that holds a position.
    pub(super) fn sentence(&self, position: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= position)
    }

    /// The place in the file of a sentence; of the whole passage where there is none.
    pub(super) fn sentence_span(&self, index: usize) -> Span {
        let Some(sentence) = self.sentences.get(index) else { return self.span };
        let text = &self.text[sentence.clone()];
        let start = sentence.start + (text.len() - text.trim_start().len());
        self.origin(&(start..start + text.trim().len().max(1)))
    }

    /// The words of a number.
    pub(super) fn words(&self, number: &Number) -> &str {
        self.text.get(number.range.clone()).unwrap_or_default()
    }

    /// Several passages as one, for what can only be compared as a whole.
    pub(super) fn join(passages: &[Passage]) -> Option<Passage> {
        let mut joined = passages.first()?.clone();
        for passage in &passages[1..] {
            joined.text.push_str("\n\n");
            let shift = joined.text.len();
            let shifted = |range: &Range<usize>| range.start + shift..range.end + shift;
            joined.text.push_str(&passage.text);
            joined.is_open |= passage.is_open;
            joined.span = joined.span.up_to(passage.span);
            joined.sentences.extend(passage.sentences.iter().map(shifted));
            joined.origins.append(&passage.origins, shift);
            let pieces = passage.pieces.iter().map(|(words, span)| (shifted(words), *span));
            joined.pieces.extend(pieces);
            joined.numbers.extend(
                passage
                    .numbers
                    .iter()
                    .map(|number| Number { range: shifted(&number.range), ..number.clone() }),
            );
            joined.others.extend(
                passage
                    .others
                    .iter()
                    .map(|other| Mention { range: shifted(&other.range), ..other.clone() }),
            );
        }
        Some(joined)
    }
}

/// 近[[investment]], where the figure is 近500亿元.
fn hedged_twice(
    figures: &Figures,
    inserted: &[Inserted<'_>],
    passage: &Passage,
) -> Vec<(FigureIndex, Span)> {
    let is_hedged = |piece: &&Inserted<'_>| {
        let value = figures[piece.figure].quantity.as_ref();
        let hedge = value.and_then(|value| value.hedge);
        hedge.is_some() && piece.reference.words.is_none()
    };
    let follows_hedge = |piece: &&Inserted<'_>| {
        quantity::ends_in_hedge(&passage.text[..piece.range.start], passage.lang)
    };
    let twice = inserted.iter().filter(is_hedged).filter(follows_hedge);
    twice.map(|piece| (piece.figure, piece.reference.span)).collect()
}

/// The last characters of a text, so many of them.
pub(super) fn last_letters(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether a number found in or around a figure's words is the figure's number.
fn states(mention: &Mention, value: &Quantity, piece: &Inserted<'_>) -> bool {
    let inside = piece.range.start <= mention.range.start && mention.range.end <= piece.range.end;
    let plain = piece.reference.words.is_none();
    mention.quantity.kind.is_data() && (plain && inside || mention.quantity.value == value.value)
}

/// The figure's quantity, with what the prose around it adds: `近[[outside-funds]]`.
fn with_hedge(
    value: &Quantity,
    found: &Quantity,
    piece: &Inserted<'_>,
    range: &Range<usize>,
) -> Quantity {
    let base = if piece.range.end < range.end { found } else { value };
    let mut quantity = base.clone();
    quantity.hedge = found.hedge.or(value.hedge);
    quantity.trend = found.trend.or(value.trend);
    quantity
}

/// The text of a block with its figures' words put in.
struct PutIn<'b> {
    text: String,
    /// Where each part was written.
    origins: Origins,
    inserted: Vec<Inserted<'b>>,
    /// The words of all references, of figures that are not known too.
    pieces: Vec<(Range<usize>, Span)>,
}

fn put_in<'b>(figures: &Figures, block: &'b Block, lang: Lang) -> PutIn<'b> {
    let mut text = String::with_capacity(block.text.len() + 16 * block.references.len());
    let mut origins = Origins::with_capacity(block.origins.len() + block.references.len());
    let mut inserted = Vec::with_capacity(block.references.len());
    let mut pieces = Vec::with_capacity(block.references.len());
    let mut copied = 0;
    for reference in &block.references {
        copy(block, copied..reference.at, &mut text, &mut origins);
        copied = reference.at + Block::FIGURE.len_utf8();
        let start = text.len();
        origins.push(start, reference.span.start());
        let known = |index: &FigureIndex| figures[*index].quantity.is_some();
        let figure = figures.get_index_of(reference.id.as_str()).filter(known);
        match (figure, &reference.words) {
            (_, Some(words)) => text.push_str(words),
            (Some(figure), None) => text.push_str(&figures[figure].printed.get(lang).text),
            (None, None) => text.push(Block::FIGURE),
        }
        origins.push(text.len(), reference.span.end());
        let range = start..text.len();
        pieces.push((range.clone(), reference.span));
        inserted.extend(figure.map(|figure| Inserted { range, reference, figure }));
    }
    copy(block, copied..block.text.len(), &mut text, &mut origins);
    PutIn { text, origins, inserted, pieces }
}

/// Copies a part of a block's own text.
fn copy(block: &Block, part: Range<usize>, text: &mut String, origins: &mut Origins) {
    for (at, file) in block.origins.within(part.clone()) {
        origins.push(text.len() + (at - part.start), *file);
    }
    text.push_str(&block.text[part]);
}
