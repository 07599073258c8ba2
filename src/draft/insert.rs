//! A new figure in front matter that exists: added behind the others, everything else left as it is.

use super::page::LEFT;

/// What is added.
#[derive(Debug, Clone, Copy)]
pub enum Insertion<'a> {
    /// A figure with this id, in an original.
    Figure(&'a str),
    /// The words of the figure with this id, in a translation.
    Words(&'a str),
}

/// The text of a content file with the addition; `None` where the file has no front matter, or
/// writes its figures in braces on one line.
pub fn insert(text: &str, insertion: Insertion<'_>) -> Option<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let is_rule = |line: &&str| line.trim_end() == "---";
    lines.first().filter(|line| is_rule(line))?;
    let end = 1 + lines[1..].iter().position(is_rule)?;
    let key = lines[..end].iter().position(|line| line.starts_with("figures:"));
    let (at, indent) = match key {
        Some(key) => {
            let value = lines[key].trim_start_matches("figures:").trim();
            if !value.is_empty() && !value.starts_with('#') {
                return None;
            }
            block(&lines, key + 1, end)
        }
        None => (end, 2),
    };
    let heading = if key.is_some() { "" } else { "figures:\n" };
    let before: String = lines[..at].concat();
    let behind: String = lines[at..].concat();
    Some(format!("{before}{heading}{}{behind}", entry(insertion, indent)))
}

/// The line behind the figures that begin at `first`, and how far they are indented.
fn block(lines: &[&str], first: usize, end: usize) -> (usize, usize) {
    let is_inside = |line: &&str| line.starts_with(' ') || line.trim().is_empty();
    let inside = lines[first..end].iter().take_while(|line| is_inside(line)).count();
    let block = &lines[first..first + inside];
    let indent = block
        .iter()
        .filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
        .map(|line| line.len() - line.trim_start().len())
        .next()
        .unwrap_or(2);
    let used = block.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |last| last + 1);
    (first + used, indent)
}

fn entry(insertion: Insertion<'_>, indent: usize) -> String {
    let indent = " ".repeat(indent);
    match insertion {
        Insertion::Figure(id) => format!(
            "{indent}{id}:\n{indent}  value: {LEFT}\n{indent}  label: {LEFT}\n{indent}  quote: {LEFT}\n"
        ),
        Insertion::Words(id) => format!("{indent}{id}: {{ label: {LEFT} }}\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Insertion, insert};

    #[test]
    fn a_figure_is_added_behind_the_others() {
        let text =
            "---\ntitle: 借阅\nfigures:\n    jobs:\n        value: 1人\n\norder: 1\n---\n正文\n";
        let added = insert(text, Insertion::Words("new")).unwrap();
        assert_eq!(
            added,
            "---\ntitle: 借阅\nfigures:\n    jobs:\n        value: 1人\n    new: { label: … }\n\norder: 1\n---\n正文\n"
        );
    }

    #[test]
    fn figures_begin_where_there_are_none() {
        let added = insert("---\ntitle: Jobs\n---\n", Insertion::Figure("new")).unwrap();
        assert_eq!(
            added,
            "---\ntitle: Jobs\nfigures:\n  new:\n    value: …\n    label: …\n    quote: …\n---\n"
        );
    }

    #[test]
    fn what_cannot_be_mended_line_by_line_is_left_alone() {
        for text in ["", "no front matter\n", "---\ntitle: a\n", "---\nfigures: {}\n---\n"] {
            assert_eq!(insert(text, Insertion::Figure("new")), None, "{text}");
        }
    }
}
