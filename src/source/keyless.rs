//! Lines that have no key: one without its colon, and words that go on from the line above without
//! being indented below it.

use super::lines::Line;
use super::mistake::Mistake;
use crate::diag::Code;

/// The keys that site.yaml, sources and front matter have: a line that begins with one lacks its
/// colon; one that begins with another word may be prose.
const KEYS: &[&str] = &[
    "title",
    "summary",
    "order",
    "source",
    "date",
    "tags",
    "period",
    "place",
    "figures",
    "value",
    "label",
    "quote",
    "derive",
    "show",
    "unit",
    "display",
    "form",
    "with",
    "headline",
    "note",
    "baseline",
    "direction",
    "allow",
    "one",
    "other",
    "zh",
    "en",
    "description",
    "languages",
    "base_url",
    "theme",
    "name",
    "options",
    "checks",
    "markdown",
    "html",
    "author",
    "license",
    "publisher",
    "authors",
    "url",
    "language",
    "publish",
];

/// Whether a word is a key, and so no name that an author gives.
pub(super) fn is_known_key(word: &str) -> bool {
    KEYS.contains(&word)
}

/// Keys that English sentences begin with too.
const WORDS: &[&str] = &[
    "order", "source", "place", "value", "show", "unit", "display", "form", "with", "note",
    "allow", "one", "other", "name", "theme",
];

/// `label 新建公园`: the colon behind the key is missing.
pub(super) fn missing_colon(lines: &[Line<'_>], index: usize) -> Option<Mistake> {
    let line = &lines[index];
    let lead = line.indent().len();
    let body = line.text[lead..].trim_end();
    let word = body.find(|letter: char| letter.is_whitespace() || !letter.is_ascii());
    let (key, behind) = body.split_at(word.unwrap_or(body.len()));
    let rest = behind.trim_start();
    let is_known = KEYS.contains(&key);
    let is_word =
        key.starts_with(|first: char| first.is_ascii_lowercase()) && key.bytes().all(is_of_key);
    // A misspelled key before words in Chinese, and the name of a figure before its keys.
    let stands_before =
        rest.len() < behind.len() && rest.starts_with(|first: char| !first.is_ascii());
    let opens = behind.is_empty() && goes_deeper(lines, index);
    let is_whole = rest.starts_with('{') && rest.ends_with('}')
        || rest.starts_with('[') && rest.ends_with(']');
    let has_colon = behind.contains(": ") || behind.contains('：') || behind.ends_with(':');
    let is_mistake = is_known || is_word && (stands_before || opens);
    if !is_mistake || has_colon && !(is_known && is_whole) {
        return None;
    }
    let start = line.range.start + lead;
    let end = start + key.len();
    let space = behind.len() - behind.trim_start().len();
    let gap = if behind.is_empty() { ":" } else { ": " };
    let message = text!("yaml-syntax.missing-colon", key = key);
    let mut mistake =
        Mistake::new(Code::YamlSyntax, start..end, message).edit(end..end + space, gap);
    // `label新建公园` may be a word of its own, `label = …` is another language, and a sentence that
    // goes on from the line above may begin with the same word.
    let is_prose = WORDS.contains(&key) && !is_whole && rest.is_ascii() && rest.contains(' ');
    mistake.is_certain = (is_known || opens)
        && (space > 0 || rest.is_empty())
        && !is_prose
        && (is_whole || !rest.starts_with(|sign: char| "=\"'[{-#|>&*!%@`".contains(sign)))
        && !rest.contains(" #");
    Some(mistake)
}

fn is_of_key(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_')
}

/// Whether keys stand further in below a line.
fn goes_deeper(lines: &[Line<'_>], index: usize) -> bool {
    let below = lines[index + 1..].iter().find(|line| line.speaks());
    below.is_some_and(|below| below.has_key() && below.indent().len() > lines[index].indent().len())
}

/// Words that go on from the value above, at the left of where that would let them.
pub(super) fn not_below(lines: &[Line<'_>], index: usize) -> Option<Mistake> {
    let line = lines.get(index).filter(|line| line.speaks() && line.is_clean())?;
    let above = lines[..index].iter().rev().find(|line| line.speaks())?;
    let body = line.text.trim();
    let depth = above.indent().len();
    let is_item = body.starts_with("- ") || above.text.trim_start().starts_with("- ");
    if !above.has_key()
        || !above.is_clean()
        || line.indent().len() > depth
        || is_item
        || line.seems_keyed()
        || body.contains([':', '：'])
        || body.starts_with(|sign: char| "[]{}#|>&*!%@`?-".contains(sign))
    {
        return None;
    }
    let value = above.value().map_or("", |(_, value)| value);
    let next = lines[index + 1..].iter().find(|line| line.speaks());
    let is_open = match value.chars().next() {
        // Which of the keys below it has lost its own is not known.
        None => above.opens() && next.is_none_or(|next| next.indent().len() <= depth),
        Some('|' | '>') => true,
        Some(mark @ ('"' | '\'')) => value.matches(mark).count() == 1 && body.ends_with(mark),
        Some('[' | '{') => false,
        _ => !body.starts_with(['"', '\'']) && !value.contains(" #"),
    };
    if !is_open {
        return None;
    }
    let start = line.range.start + line.indent().len();
    let range = start..start + body.len();
    let message = text!("yaml-syntax.goes-on");
    let mut mistake = Mistake::new(Code::YamlSyntax, range, message)
        .edit(line.range.start..start, &" ".repeat(depth + 2));
    mistake.hint = Some(text!("yaml-syntax.indent-hint", count = depth + 2));
    // More lines of the same text stand to the left too: which of them belong to it is not known.
    mistake.is_certain = !value.is_empty() && next.is_none_or(Line::has_key);
    Some(mistake)
}
