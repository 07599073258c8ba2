//! The mistakes that authors make in a line of YAML, and what mends each.

use std::ops::Range;

use super::chinese_key::is_chinese_key;
use super::indent::indentation;
use super::keyless::{missing_colon, not_below};
use super::lines::Line;
use super::opening::{reserved_start, unclosed_bracket};
use super::quotation::{bad_escape, behind_closing, unclosed};
use crate::diag::{Code, Text};

/// What is wrong, in bytes of the YAML.
#[derive(Debug)]
pub(super) struct Mistake {
    pub(super) code: Code,
    pub(super) message: Text,
    /// What to do, where the mended line does not say it.
    pub(super) hint: Option<Text>,
    /// The bytes that are wrong.
    pub(super) range: Range<usize>,
    /// What mends it: bytes and what takes their place, in order.
    pub(super) edits: Vec<(Range<usize>, String)>,
    /// Whether nothing else could have been meant.
    pub(super) is_certain: bool,
    /// Whether what follows is understood as it is meant if the line is mended so, certain or not.
    pub(super) reads_on: bool,
}

impl Mistake {
    pub(super) fn new(code: Code, range: Range<usize>, message: Text) -> Self {
        Mistake {
            code,
            message,
            hint: None,
            range,
            edits: Vec::new(),
            is_certain: true,
            reads_on: false,
        }
    }

    pub(super) fn edit(mut self, range: Range<usize>, with: &str) -> Self {
        self.edits.push((range, with.to_owned()));
        self
    }
}

/// Looks for a mistake in the line at `index`.
pub(super) fn inspect(lines: &[Line<'_>], index: usize) -> Option<Mistake> {
    let line = lines.get(index).filter(|line| line.speaks())?;
    if is_continuation(lines, index) {
        return indentation(lines, index);
    }
    fullwidth_sign(line)
        .or_else(|| fullwidth_colon(line))
        .or_else(|| indentation(lines, index))
        .or_else(|| missing_colon(lines, index))
        .or_else(|| not_below(lines, index))
        .or_else(|| unclosed(lines, index))
        .or_else(|| behind_closing(line))
        .or_else(|| second_colon(line))
        .or_else(|| missing_space(line))
        .or_else(|| bad_escape(line))
        .or_else(|| unclosed_bracket(lines, index))
        .or_else(|| reserved_start(line))
}

/// Whether the line may be words that go on from the value above.
fn is_continuation(lines: &[Line<'_>], index: usize) -> bool {
    let above = lines[..index].iter().rev().find(|line| line.speaks());
    above.is_some_and(|above| {
        above.value().is_some() && lines[index].indent().len() > above.indent().len()
    })
}

/// The place of the full-width colon behind the key that some text begins with: `label：借阅`.
pub(super) fn fullwidth_colon_at(text: &str) -> Option<usize> {
    let colon = text.find('：')?;
    let key = text[..colon].trim_end();
    let letter = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let is_latin = key.starts_with(|first: char| first.is_ascii_alphabetic());
    (is_latin && key.chars().all(letter) || is_chinese_key(key)).then_some(colon)
}

/// `标题：公园`: the key's colon is full-width.
pub(super) fn fullwidth_colon(line: &Line<'_>) -> Option<Mistake> {
    let lead = line.indent().len();
    let lead =
        lead + (line.text.len() - lead - line.text[lead..].trim_start_matches([' ', '-']).len());
    let colon = lead + fullwidth_colon_at(&line.text[lead..])?;
    let behind = colon + '：'.len_utf8();
    let space = line.text[behind..].len() - line.text[behind..].trim_start().len();
    let gap = if line.text[behind..].trim().is_empty() { ":" } else { ": " };
    let at = line.range.start;
    let range = at + colon..at + behind;
    let mistake =
        Mistake::new(Code::FullwidthPunctuation, range, text!("fullwidth-punctuation.colon"));
    Some(mistake.edit(at + colon..at + behind + space, gap))
}

/// `＃ remark`, `－ item`: a sign at the start of a line is full-width.
fn fullwidth_sign(line: &Line<'_>) -> Option<Mistake> {
    let lead = line.indent().len();
    let body = &line.text[lead..];
    let (sign, plain) = [('＃', "#"), ('－', "-"), ('｛', "{"), ('［', "[")]
        .into_iter()
        .find(|(sign, _)| body.starts_with(*sign))?;
    let start = line.range.start + lead;
    let range = start..start + sign.len_utf8();
    let message = text!("fullwidth-punctuation.sign", sign = sign.to_string(), plain = plain);
    let mistake = Mistake::new(Code::FullwidthPunctuation, range.clone(), message);
    let mut mistake = mistake.edit(range, plain);
    mistake.is_certain = matches!(plain, "#" | "-");
    Some(mistake)
}

/// `title: 数说: 2022`: a second colon and space.
fn second_colon(line: &Line<'_>) -> Option<Mistake> {
    let (start, value) = line.value()?;
    if value.starts_with(['"', '\'', '[', '{', '|', '>', '#']) {
        return None;
    }
    let colon = value.find(": ").or_else(|| value.ends_with(':').then(|| value.len() - 1))?;
    let place = line.range.start + start + colon;
    let message = text!("yaml-syntax.second-colon");
    Some(quoted(line, Mistake::new(Code::YamlSyntax, place..place + 1, message)))
}

/// Mends a mistake by quotation marks around the line's value.
pub(super) fn quoted(line: &Line<'_>, mistake: Mistake) -> Mistake {
    let Some((start, value)) = line.value() else { return mistake };
    let (from, to) = (line.range.start + start, line.range.start + start + value.len());
    let mark = if value.contains(['"', '\\']) { "'" } else { "\"" };
    let mut mistake = mistake.edit(from..from, mark);
    // A mark within the value stands twice.
    for (place, _) in value.match_indices(mark) {
        mistake = mistake.edit(from + place..from + place, mark);
    }
    mistake = mistake.edit(to..to, mark);
    mistake.reads_on = true;
    mistake.is_certain = !value.contains(" #") && !value.contains(mark);
    mistake
}

/// `title:公园`: no space behind the colon, or one that YAML does not know.
pub(super) fn missing_space(line: &Line<'_>) -> Option<Mistake> {
    let lead = line.lead();
    let body = &line.text[lead..];
    let colon = body.find(':')?;
    let key = &body[..colon];
    let word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let behind = &body[colon + 1..];
    if key.is_empty()
        || !key.chars().all(word)
        || behind.trim().is_empty()
        || behind.starts_with([' ', '/'])
    {
        return None;
    }
    let space = behind.len() - behind.trim_start().len();
    let message = match space {
        0 => text!("yaml-syntax.missing-space"),
        _ => text!("yaml-syntax.odd-space"),
    };
    let place = line.range.start + lead + colon;
    let mistake = Mistake::new(Code::YamlSyntax, place..place + 1, message);
    Some(mistake.edit(place + 1..place + 1 + space, " "))
}
