//! Spaces at the ends of lines of front matter and of the site's YAML: nobody sees them, and they
//! make every later comparison of two versions longer.

use std::ops::Range;

use crate::diag::{Edit, FileId, Sink, Span};
use crate::source::yaml::{self, Node, Value};

/// The edits that take away the spaces, unless that would change what the YAML says.
pub(super) fn edits(file: FileId, path: &str, text: &str) -> Vec<Edit> {
    let Some(range) = yaml_of(path, text) else { return Vec::new() };
    let mut edits = Vec::new();
    let mut start = range.start;
    for line in text[range.clone()].split_inclusive('\n') {
        let content = line.trim_end_matches('\n');
        let kept = content.trim_end_matches([' ', '\t']).len();
        if kept < content.len() {
            let span = Span::new(file, start + kept..start + content.len());
            edits.push(Edit { span, text: String::new() });
        }
        start += line.len();
    }
    let tidied = Edit::make(&edits, text);
    let Some(other) = yaml_of(path, &tidied) else { return Vec::new() };
    let says_the_same = match (read(file, text, range), read(file, &tidied, other)) {
        (Some(one), Some(other)) => is_same(&one, &other),
        _ => false,
    };
    if says_the_same { edits } else { Vec::new() }
}

/// The YAML of a file that authors write; `None` for other files.
fn yaml_of(path: &str, text: &str) -> Option<Range<usize>> {
    if path == "site.yaml" || path.starts_with("seeds/") && path.ends_with(".yaml") {
        return Some(0..text.len());
    }
    if !path.starts_with("content/") || !path.ends_with(".md") {
        return None;
    }
    let mut start = 0;
    let mut rules = text.split_inclusive('\n').filter_map(|line| {
        let range = start..start + line.len();
        start = range.end;
        (line.trim_end() == "---").then_some(range)
    });
    let first = rules.next().filter(|first| first.start == 0)?;
    let second = rules.next()?;
    // The lines `---` themselves too.
    let end = second.start + text[second.clone()].trim_end_matches('\n').len();
    Some(first.start..end)
}

fn read(file: FileId, text: &str, range: Range<usize>) -> Option<Node> {
    // Without the lines `---`, which begin and end a document of YAML.
    let yaml = &text[range.clone()];
    let start = if yaml.starts_with("---") { yaml.find('\n').map_or(0, |at| at + 1) } else { 0 };
    let last = yaml.rfind('\n').map_or(0, |at| at + 1);
    let end = if yaml[last..].trim_end() == "---" { last } else { yaml.len() };
    let range = range.start + start..range.start + end.max(start);
    yaml::parse(file, text, range, &mut Sink::new())
}

/// Whether two nodes say the same, wherever they stand.
fn is_same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar(one), Value::Scalar(other)) => one == other,
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            let same = |((key, one), (name, other)): (&(_, Node), &(_, Node))| {
                let (key, name): (&crate::diag::Spanned<String>, &crate::diag::Spanned<String>) =
                    (key, name);
                key.value == name.value && is_same(one, other)
            };
            one.len() == other.len() && one.iter().zip(other).all(same)
        }
        _ => false,
    }
}
