//! Values that begin with a sign which YAML keeps for itself, and lists and maps that are not closed.

use super::lines::Line;
use super::mistake::{Mistake, quoted};
use super::quotation::goes_on;
use crate::diag::Code;

/// `label: @home`, `value: %10`, `label: *x`, `summary: |words`: the value starts with a sign that YAML
/// keeps for itself.
pub(super) fn reserved_start(line: &Line<'_>) -> Option<Mistake> {
    let (start, value) = line.value()?;
    let sign = value.chars().next()?;
    let behind = &value[sign.len_utf8()..];
    let is_reserved = match sign {
        '@' | '`' | '%' | '*' | '&' | '!' | ',' | ']' | '}' => true,
        '?' | '-' => behind.starts_with(' '),
        // The text of several lines that they announce begins on the next.
        '|' | '>' => !behind
            .trim_start_matches(|letter: char| letter.is_ascii_digit() || "+-".contains(letter))
            .trim_start_matches(' ')
            .is_empty(),
        _ => false,
    };
    let is_remark = matches!(sign, '|' | '>') && behind.trim_start().starts_with('#');
    if !is_reserved || is_remark {
        return None;
    }
    let place = line.range.start + start;
    let message = text!("yaml-syntax.reserved", sign = sign.to_string());
    let range = place..place + sign.len_utf8();
    let mut mistake = quoted(line, Mistake::new(Code::YamlSyntax, range, message));
    // An anchor on a list or map is no slip of the pen; what the others mean is not known.
    mistake.is_certain &= !value.contains(['[', '{']) && "@`%*&!".contains(sign);
    Some(mistake)
}

/// `title: We are #1`, `summary: !important news`: YAML reads the value without these words, and says
/// nothing. A remark that is meant as one has a space behind its sign.
pub(super) fn unread(line: &Line<'_>) -> Option<Mistake> {
    let (start, value) = line.value().filter(|_| line.has_key())?;
    if value.starts_with('!') {
        return reserved_start(line);
    }
    if value.starts_with(['"', '\'', '[', '{', '|', '>', '#']) {
        return None;
    }
    let sign = value.find(" #")? + 1;
    // `# a remark`, `## one too`.
    value[sign + 1..].chars().next().filter(|next| !next.is_whitespace() && *next != '#')?;
    let place = line.range.start + start + sign;
    let message = text!("yaml-syntax.unread", words = &value[sign..]);
    let mistake =
        Mistake::new(Code::YamlSyntax, place..line.range.start + start + value.len(), message);
    let mut mistake = quoted(line, mistake);
    mistake.is_certain = false;
    Some(mistake)
}

/// `tags: [economy, people`: a list or map on one line is not closed, or with a full-width bracket.
pub(super) fn unclosed_bracket(lines: &[Line<'_>], index: usize) -> Option<Mistake> {
    let line = &lines[index];
    let (start, value) = line.value()?;
    let (open, close, wide) = match value.chars().next()? {
        '[' => ("[", "]", ['］', '】']),
        '{' => ("{", "}", ['｝', '』']),
        _ => return None,
    };
    let missing = value.matches(open).count().saturating_sub(value.matches(close).count());
    // Marks and remarks may hold brackets that count for nothing.
    if value.contains(['"', '\'', '#']) || missing == 0 || goes_on(lines, index).next().is_some() {
        return None;
    }
    let at = line.range.start + start;
    let end = at + value.len();
    let last = value.chars().next_back().filter(|last| wide.contains(last));
    let code = if last.is_some() { Code::FullwidthPunctuation } else { Code::YamlSyntax };
    let message = text!("yaml-syntax.bracket", open = open, close = close);
    let mut mistake = Mistake::new(code, at..at + 1, message);
    mistake.reads_on = true;
    mistake.is_certain = value.matches(open).count() == 1 && !value.ends_with([',', '}', ']']);
    let from = end - last.map_or(0, char::len_utf8);
    Some(mistake.edit(from..end, &close.repeat(missing)))
}
