//! What an author did when the YAML cannot be read: the parser knows where, the line shows why.

use std::ops::Range;

use super::lines::{Line, lines};
use super::mistake::{Mistake, fullwidth_colon, inspect, missing_space};
use super::opening::{unclosed_bracket, unread};
use super::patched::Patched;
use super::quotation::unclosed;
use crate::diag::{Code, Diagnostic, Edit, FileId, Fix, Span, Text};

/// Explains a parser's error, in bytes of the YAML. Authors' mistakes often show on a line above the
/// one where the parser gives up, sometimes on the one below.
pub(super) fn explain(yaml: &str, error: &serde_yaml::Error) -> Mistake {
    let place = error.location().map_or(0, |location| super::yaml::byte_of(yaml, location));
    let lines = lines(yaml);
    let here = lines.iter().rposition(|line| line.range.start <= place).unwrap_or(0);
    let near = near(&lines, here);
    // A line indented with other than spaces makes its neighbours look wrong too.
    let odd = near.iter().copied().filter(|line| lines[*line].speaks() && !lines[*line].is_clean());
    if let Some(mistake) = odd.chain(near.iter().copied()).find_map(|line| inspect(&lines, line)) {
        return mistake;
    }
    // A quotation mark that is not closed swallows everything down to the next one.
    let above = || (0..=here).rev().filter(|line| lines[*line].speaks());
    let not_closed = above()
        .find_map(|line| unclosed(&lines, line))
        .or_else(|| above().find_map(|line| unclosed_bracket(&lines, line)));
    if let Some(mistake) = not_closed {
        return mistake;
    }
    let width =
        yaml[place..].chars().next().filter(|found| *found != '\n').map_or(0, char::len_utf8);
    let (message, hint) = match error {
        serde_yaml::Error::Budget {
            breach: serde_yaml::budget::BudgetBreach::Depth { .. },
            ..
        } => (text!("yaml-syntax.nested"), text!("yaml-syntax.nested-hint")),
        serde_yaml::Error::Budget {
            breach: serde_yaml::budget::BudgetBreach::Nodes { .. },
            ..
        } => (text!("yaml-syntax.too-many"), text!("yaml-syntax.too-many-hint")),
        _ => {
            let detail = error.to_string();
            let detail = detail.split(" at line ").next().unwrap_or_default().to_owned();
            (text!("yaml-syntax", detail = detail), text!("yaml-syntax.hint"))
        }
    };
    Mistake {
        hint: Some(hint),
        is_certain: false,
        ..Mistake::new(Code::YamlSyntax, place..place + width, message)
    }
}

/// The lines in which the mistake may be: where the parser gave up, the two above, the one below.
fn near(lines: &[Line<'_>], here: usize) -> Vec<usize> {
    let above = (0..here).rev().filter(|line| lines[*line].speaks()).take(2);
    let below = (here + 1..lines.len()).find(|line| lines[*line].speaks());
    std::iter::once(here).chain(above).chain(below).collect()
}

/// A mistake that leaves YAML which can be read and means something else.
pub(super) fn hidden(yaml: &str) -> Option<Mistake> {
    let lines = lines(yaml);
    let speaking: Vec<usize> = (0..lines.len()).filter(|line| lines[*line].speaks()).collect();
    speaking.iter().enumerate().find_map(|(place, index)| {
        let line = &lines[*index];
        if !line.is_clean() && !line.indent().contains('\t') && line.has_key() {
            return inspect(&lines, *index);
        }
        if let Some(mistake) = unread(line) {
            return Some(mistake);
        }
        let colon = fullwidth_colon(line).or_else(|| missing_space(line))?;
        let next = speaking.get(place + 1).map(|next| &lines[*next]);
        // Words that a value begins with can look like a key; two lines of them do not.
        let goes_on = next
            .is_some_and(|next| next.indent().len() >= line.indent().len() && next.seems_keyed());
        let follows_key = match place.checked_sub(1).map(|above| &lines[speaking[above]]) {
            None => true,
            Some(above) => above.opens() && goes_on,
        };
        follows_key.then_some(colon)
    })
}

/// Where the YAML stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) file: FileId,
    /// The first byte of the YAML in the file.
    pub(super) offset: usize,
}

impl Place {
    fn span(self, patched: &Patched<'_>, range: &Range<usize>) -> Span {
        let span = Span::new(self.file, self.offset + range.start..self.offset + range.end);
        patched.span(span, self.offset)
    }

    /// A key that stands twice, from this byte of the YAML on.
    pub(super) fn duplicate(self, patched: &Patched<'_>, start: usize, key: String) -> Diagnostic {
        // A key written with escapes is longer than its value.
        let end = (start + key.len()).min(patched.text().len());
        let range = start..patched.text().floor_char_boundary(end).max(start);
        let behind = patched.text()[range.end..].lines().next().unwrap_or_default();
        let hint = match behind.trim() {
            // A key with keys below it is the name of something.
            ":" => text!("duplicate-key.name-hint"),
            _ => text!("duplicate-key.hint"),
        };
        let message = text!("duplicate-key", key = key);
        Diagnostic::new(Code::DuplicateKey, self.span(patched, &range), message).hint(hint)
    }

    /// A mistake as it is reported: with the mended line, and the fix where it is certain.
    pub(super) fn diagnostic(self, patched: &Patched<'_>, mistake: &Mistake) -> Diagnostic {
        let hint = mistake.hint.clone();
        let hint = hint.or_else(|| mended_line(patched.text(), mistake));
        let span = self.span(patched, &mistake.range);
        let found = Diagnostic::new(mistake.code, span, mistake.message.clone()).hint_if(hint);
        if !mistake.is_certain || mistake.edits.is_empty() {
            return found;
        }
        let edit = |(range, with): &(Range<usize>, String)| Edit {
            span: self.span(patched, range),
            text: with.clone(),
        };
        found.fix(Fix::Edit(mistake.edits.iter().map(edit).collect()))
    }
}

/// How the line that a mistake is in should be written; `None` where it is not known.
fn mended_line(yaml: &str, mistake: &Mistake) -> Option<Text> {
    let (first, _) = mistake.edits.first()?;
    let line: Range<usize> = yaml[..first.start].rfind('\n').map_or(0, |at| at + 1)
        ..yaml[first.end..].find('\n').map_or(yaml.len(), |at| first.end + at);
    let mut mended = String::new();
    let mut done = line.start;
    for (range, with) in mistake.edits.iter().take_while(|(range, _)| range.end <= line.end) {
        mended.push_str(&yaml[done..range.start]);
        mended.push_str(with);
        done = range.end;
    }
    mended.push_str(&yaml[done..line.end]);
    Some(text!("hint.write-line", line = mended.trim()))
}
