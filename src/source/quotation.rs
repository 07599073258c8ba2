//! Values in quotation marks: not closed, closed with another mark, closed before their end.

use super::lines::Line;
use super::mistake::Mistake;
use crate::diag::{Code, Text};

/// Marks that an input method writes for those that YAML knows.
const FULLWIDTH: &[char] = &['”', '’', '“', '‘', '＂', '＇'];

/// `quote: "公园12个`: the value begins with a quotation mark and does not end with it.
pub(super) fn unclosed(lines: &[Line<'_>], index: usize) -> Option<Mistake> {
    let line = &lines[index];
    let (start, value) = line.value()?;
    let mark = value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    // What begins and ends with the mark is closed, whatever stands between.
    if value.len() > 1 && (value.ends_with(mark) || value.matches(mark).count() % 2 == 0)
        || is_closed_below(lines, index, mark)
    {
        return None;
    }
    let at = line.range.start + start;
    let end = at + value.len();
    let last = value.chars().next_back().filter(|last| FULLWIDTH.contains(last));
    let code = if last.is_some() { Code::FullwidthPunctuation } else { Code::YamlSyntax };
    let message = text!("yaml-syntax.quotation-mark", mark = mark.to_string());
    let mistake = Mistake::new(code, at..at + mark.len_utf8(), message);
    let closing = mark.to_string();
    let width = last.map_or(0, char::len_utf8);
    let inner = &value[mark.len_utf8()..value.len() - width.min(value.len() - 1)];
    let mut mistake = mistake.edit(end - width..end, &closing);
    let is_plain = !inner.contains([mark, '\\']) && !inner.contains(" #") && !inner.is_empty();
    mistake.is_certain = match last {
        Some(_) => !inner.contains(FULLWIDTH) && !inner.contains(mark),
        None => is_plain && ends_here(lines, index),
    };
    Some(mistake)
}

/// The lines below up to the next key: the value may go on in them.
pub(super) fn goes_on<'l, 't>(
    lines: &'l [Line<'t>],
    index: usize,
) -> impl Iterator<Item = &'l Line<'t>> {
    let behind = lines[index + 1..].iter().filter(|line| !line.text.trim().is_empty());
    behind.take_while(|line| !line.has_key() && !line.seems_keyed())
}

fn ends_here(lines: &[Line<'_>], index: usize) -> bool {
    goes_on(lines, index).next().is_none()
}

fn is_closed_below(lines: &[Line<'_>], index: usize, mark: char) -> bool {
    goes_on(lines, index).any(|line| line.text.contains(mark))
}

/// `quote: "河湾镇"新建公园`: the value goes on behind its second quotation mark.
pub(super) fn behind_closing(line: &Line<'_>) -> Option<Mistake> {
    let (start, value) = line.value()?;
    let mark = value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let inner = &value[mark.len_utf8()..];
    let closing = inner.find(mark)?;
    let behind = &inner[closing + mark.len_utf8()..];
    if behind.trim().is_empty()
        || behind.starts_with(mark)
        || behind.trim_start().starts_with('#')
        || inner[..closing].contains('\\')
    {
        return None;
    }
    let place = line.range.start + start + value.len() - behind.trim_start().len();
    let message = text!("yaml-syntax.behind-quotation-mark", mark = mark.to_string());
    let width = behind.trim_start().chars().next().map_or(0, char::len_utf8);
    let mistake = Mistake::new(Code::YamlSyntax, place..place + width, message);
    let mut mistake = match ['"', '\''].into_iter().find(|other| !value.contains(*other)) {
        Some(other) if !value.contains('\\') => {
            let at = line.range.start + start;
            let end = at + value.len();
            let other = other.to_string();
            // 'it's good' has one mark more than pairs: the outer two hold the value.
            let outer = match value.ends_with(mark) && value.matches(mark).count() % 2 == 1 {
                true => mark.len_utf8(),
                false => 0,
            };
            mistake.edit(at..at + outer, &other).edit(end - outer..end, &other)
        }
        _ => Mistake { hint: Some(other_marks()), ..mistake },
    };
    // The source may have these marks or not.
    mistake.is_certain = false;
    mistake.reads_on = line.text.matches(mark).count() % 2 == 1;
    Some(mistake)
}

fn other_marks() -> Text {
    text!("yaml-syntax.behind-quotation-mark-hint")
}

/// What may stand behind a backslash in double quotation marks (YAML 1.2, 5.7).
const ESCAPES: &str = "0abtnvfre \"/\\N_LPxuU\t";

/// `pattern: "\d"`: a backslash in double quotation marks, before a letter that it does not go with.
pub(super) fn bad_escape(line: &Line<'_>) -> Option<Mistake> {
    let (start, value) = line.value()?;
    let inner = value.strip_prefix('"')?;
    let mut found: Option<Mistake> = None;
    let mut letters = inner.char_indices();
    while let Some((place, letter)) = letters.next() {
        let Some((_, next)) = (letter == '\\').then(|| letters.next()).flatten() else { continue };
        if ESCAPES.contains(next) {
            continue;
        }
        let at = line.range.start + start + 1 + place;
        let mistake = found.unwrap_or_else(|| {
            let written = format!("\\{next}");
            let range = at..at + written.len();
            Mistake::new(Code::YamlSyntax, range, text!("yaml-syntax.escape", written = written))
        });
        found = Some(mistake.edit(at..at, "\\"));
    }
    found
}
