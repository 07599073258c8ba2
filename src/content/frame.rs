//! The two lines `---` around front matter, and what authors write in their place.

use std::ops::Range;

use crate::diag::{Code, Diagnostic, Edit, FileId, Fix, Sink, Span, Text};

/// The line above and below front matter.
const RULE: &str = "---";

/// Finds the YAML between the two lines `---`, and the start of what follows. Where it is certain
/// where a line that lacks should stand, the file is read on as if it stood there.
pub(super) fn split(file: FileId, text: &str, sink: &mut Sink) -> Option<(Range<usize>, usize)> {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    let line = first.trim_end();
    if is_almost_rule(line) {
        sink.push(not_a_rule(Span::new(file, 0..line.len())));
    } else if line != RULE {
        let message = match text.trim().is_empty() {
            true => text!("front-matter-missing.empty"),
            false => text!("front-matter-missing"),
        };
        sink.push(missing(Span::new(file, 0..line.len()), message));
        return None;
    }
    let mut position = first.len();
    for line in text[first.len()..].split_inclusive('\n') {
        let content = line.trim_end();
        if content == RULE || is_almost_rule(content) {
            if content != RULE {
                sink.push(not_a_rule(Span::new(file, position..position + content.len())));
            }
            return Some((first.len()..position, position + line.len()));
        }
        position += line.len();
    }
    unclosed(file, text, first.len(), sink)
}

fn missing(span: Span, message: Text) -> Diagnostic {
    Diagnostic::new(Code::FrontMatterMissing, span, message)
        .hint(text!("front-matter-missing.hint"))
}

/// Dashes that a word processor or an input method makes of `---`, or too many or too few of them.
fn is_almost_rule(line: &str) -> bool {
    let dash = |letter: char| matches!(letter, '-' | '–' | '—' | '－' | '─' | '‐' | '−');
    line != RULE && line.chars().count() > 1 && line.chars().all(dash)
}

fn not_a_rule(span: Span) -> Diagnostic {
    let edit = Edit { span, text: RULE.to_owned() };
    Diagnostic::new(Code::FrontMatterMissing, span, text!("front-matter-missing.dashes"))
        .hint(text!("hint.write-line", line = RULE))
        .fix(Fix::Edit(vec![edit]))
}

/// Front matter without its second line: it ends where the lines no longer look like it.
fn unclosed(
    file: FileId,
    text: &str,
    start: usize,
    sink: &mut Sink,
) -> Option<(Range<usize>, usize)> {
    let (mut end, mut position, mut has_keys) = (start, start, false);
    let mut is_behind_gap = false;
    for line in text[start..].split_inclusive('\n') {
        let content = line.trim_end();
        let is_remark = content.starts_with('#') && !is_behind_gap;
        if !content.is_empty() && !is_remark && !looks_like_yaml(content) {
            break;
        }
        if content.starts_with('#') && is_behind_gap {
            break;
        }
        is_behind_gap = content.is_empty();
        position += line.len();
        if !content.is_empty() {
            end = position;
            has_keys |= !is_remark;
        }
    }
    let opening = Span::new(file, 0..text[..start].trim_end().len());
    let message = text!("front-matter-missing.unclosed");
    let hint = text!("front-matter-missing.unclosed-hint");
    if !has_keys {
        sink.push(Diagnostic::new(Code::FrontMatterMissing, opening, message).hint(hint));
        return None;
    }
    let gap = if text[..end].ends_with('\n') { "" } else { "\n" };
    let edit = Edit { span: Span::new(file, end..end), text: format!("{gap}{RULE}\n") };
    let body = text[position..].lines().next().unwrap_or_default().trim_end();
    let found = match body {
        "" => Diagnostic::new(Code::FrontMatterMissing, opening, message).hint(hint),
        body => {
            let place = Span::new(file, position..position + body.len());
            let message = text!("front-matter-missing.unclosed-here");
            Diagnostic::new(Code::FrontMatterMissing, place, message)
                .label(opening, text!("front-matter-missing.opening"))
                .hint(text!("front-matter-missing.above-hint"))
        }
    };
    sink.push(found.fix(Fix::Edit(vec![edit])));
    Some((start..end, end))
}

/// Whether a line can be part of front matter: indented, an item of a list, or a key.
fn looks_like_yaml(line: &str) -> bool {
    let letter = |letter: char| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '-' | '_')
    };
    let key = line.split([':', '：']).next().unwrap_or_default();
    let is_key = key.len() < line.len()
        && key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.chars().all(letter);
    is_key || line.starts_with([' ', '\t', '　']) || line.starts_with("- ")
}
