//! What an author did when the YAML cannot be read: the parser knows where, the line shows why.

use crate::diag::{Code, Diagnostic, FileId, Span, Text};

/// What is wrong with one line of YAML, and the line as it should be.
struct Mistake {
    code: Code,
    message: Text,
    /// The bytes in the line that are wrong.
    range: std::ops::Range<usize>,
    mended: Option<String>,
}

/// Explains a parser's error. Authors' mistakes often show on a line above the one where the parser
/// gives up, sometimes on the one below.
pub(super) fn explain(
    file: FileId,
    yaml: &str,
    offset: usize,
    error: &serde_yaml::Error,
) -> Diagnostic {
    let place = error.location().map_or(0, |location| super::yaml::byte_of(yaml, location));
    for line in suspects(yaml, place) {
        if let Some(mistake) = inspect(&yaml[line.clone()]) {
            let start = offset + line.start;
            let span = Span::new(file, start + mistake.range.start..start + mistake.range.end);
            return Diagnostic::new(mistake.code, span, mistake.message)
                .hint_if(mistake.mended.map(|line| text!("hint.write-line", line = line)));
        }
    }
    let width =
        yaml[place..].chars().next().filter(|found| *found != '\n').map_or(0, char::len_utf8);
    let detail = error.to_string();
    let detail = detail.split(" at line ").next().unwrap_or_default().to_owned();
    Diagnostic::new(
        Code::YamlSyntax,
        Span::new(file, offset + place..offset + place + width),
        text!("yaml-syntax", detail = detail),
    )
    .hint(text!("yaml-syntax.hint"))
}

/// The lines in which the mistake may be: from the one at `place` upwards, then the one below.
fn suspects(yaml: &str, place: usize) -> Vec<std::ops::Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in yaml.split_inclusive('\n') {
        lines.push(start..start + line.trim_end_matches('\n').len());
        start += line.len();
    }
    let here = lines.iter().rposition(|line| line.start <= place).unwrap_or(0);
    let below = lines.get(here + 1).cloned();
    lines.truncate(here + 1);
    lines.reverse();
    lines.extend(below);
    lines
}

/// Looks for the mistakes that authors make in a line.
fn inspect(line: &str) -> Option<Mistake> {
    let body = line.trim_start_matches([' ', '-']);
    let indent = line.len() - body.len();
    if body.starts_with('#') || body.is_empty() {
        return None;
    }
    fullwidth_colon(line, indent)
        .or_else(|| tab(line))
        .or_else(|| unclosed_quotation_mark(line, indent))
        .or_else(|| second_colon(line, indent))
        .or_else(|| missing_space(line, indent))
        .or_else(|| reserved_start(line, indent))
}

/// `标题：民生`: the key's colon is full-width. Also used where a map was expected and text found.
pub(super) fn fullwidth_colon_key(line: &str) -> Option<(std::ops::Range<usize>, String)> {
    let colon = line.find('：')?;
    let key = line[..colon].trim_start_matches([' ', '-']);
    if key.is_empty() || key.contains([':', ' ', '"', '\'', '“', '「']) || !key.is_ascii() {
        return None;
    }
    let behind = line[colon + '：'.len_utf8()..].trim();
    let mended = format!("{}: {}", &line[..colon], behind.replace(['“', '”'], "\""));
    Some((colon..colon + '：'.len_utf8(), mended.trim_end().to_owned()))
}

fn fullwidth_colon(line: &str, _indent: usize) -> Option<Mistake> {
    let (range, mended) = fullwidth_colon_key(line)?;
    Some(Mistake {
        code: Code::FullwidthPunctuation,
        message: text!("fullwidth-punctuation.colon"),
        range,
        mended: Some(mended),
    })
}

fn tab(line: &str) -> Option<Mistake> {
    let indent = &line[..line.len() - line.trim_start().len()];
    let place = indent.find('\t')?;
    Some(Mistake {
        code: Code::YamlSyntax,
        message: text!("yaml-syntax.tab"),
        range: place..place + 1,
        mended: Some(line.replacen('\t', "  ", indent.matches('\t').count())),
    })
}

/// The value's part of a line: where it starts, and its text.
fn value_of(line: &str, indent: usize) -> Option<(usize, &str)> {
    let body = &line[indent..];
    let colon = body.find(": ")?;
    let value = body[colon + 1..].trim_start();
    let start = line.len() - value.len();
    (!value.is_empty()).then_some((start, value.trim_end()))
}

fn unclosed_quotation_mark(line: &str, indent: usize) -> Option<Mistake> {
    let (start, value) = value_of(line, indent)?;
    let mark = value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    if value.len() > 1 && value.matches(mark).count() % 2 == 0 {
        return None;
    }
    let fullwidth_end = value.ends_with(['”', '’', '“', '‘']);
    let body = value.trim_end_matches(['”', '’', '“', '‘']).trim_start_matches(mark);
    Some(Mistake {
        code: if fullwidth_end { Code::FullwidthPunctuation } else { Code::YamlSyntax },
        message: text!("yaml-syntax.quotation-mark", mark = mark.to_string()),
        range: start..start + mark.len_utf8(),
        mended: Some(format!("{}{mark}{}{mark}", &line[..start], body.trim_end_matches(mark))),
    })
}

/// `title: 数说: 2022`: a second colon and space.
fn second_colon(line: &str, indent: usize) -> Option<Mistake> {
    let (start, value) = value_of(line, indent)?;
    if value.starts_with(['"', '\'', '[', '{', '|', '>', '#']) {
        return None;
    }
    let colon = value.find(": ").or_else(|| value.ends_with(':').then(|| value.len() - 1))?;
    Some(Mistake {
        code: Code::YamlSyntax,
        message: text!("yaml-syntax.second-colon"),
        range: start + colon..start + colon + 1,
        mended: Some(format!("{}\"{}\"", &line[..start], value.replace('"', "\\\""))),
    })
}

/// `title:民生`: no space behind the colon.
fn missing_space(line: &str, indent: usize) -> Option<Mistake> {
    let body = &line[indent..];
    let colon = body.find(':')?;
    let key = &body[..colon];
    let word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let behind = &body[colon + 1..];
    if key.is_empty()
        || !key.chars().all(word)
        || behind.is_empty()
        || behind.starts_with([' ', '/'])
    {
        return None;
    }
    Some(Mistake {
        code: Code::YamlSyntax,
        message: text!("yaml-syntax.missing-space"),
        range: indent + colon..indent + colon + 1,
        mended: Some(format!("{}{key}: {}", &line[..indent], behind.trim())),
    })
}

/// `label: @home`, `value: %10`, `label: *x`: a value that starts with a sign YAML keeps for itself.
fn reserved_start(line: &str, indent: usize) -> Option<Mistake> {
    let (start, value) = value_of(line, indent)?;
    let sign = value.chars().next().filter(|first| "@`%*&!".contains(*first))?;
    Some(Mistake {
        code: Code::YamlSyntax,
        message: text!("yaml-syntax.reserved", sign = sign.to_string()),
        range: start..start + sign.len_utf8(),
        mended: Some(format!("{}\"{}\"", &line[..start], value.replace('"', "\\\""))),
    })
}
