//! What is wrong, as a browser shows it: each finding with its place, the line and what to do.

use std::path::Path;

use shushuo::diag::{Diagnostic, Severity, Span};
use shushuo::render::view::escape;
use shushuo::source::Files;

use crate::cli::report::Cursor;
use crate::cli::words::Words;

/// More findings are only counted.
const MOST: usize = 50;
/// The most characters of a line that are shown on either side of the words it is about.
const WIDTH: usize = 60;

/// Where findings stand, and in which words they are told.
pub(crate) struct Teller<'a> {
    /// The site folder.
    pub(crate) root: &'a Path,
    /// Its files.
    pub(crate) files: &'a Files,
    /// The words.
    pub(crate) words: &'a Words,
}

impl Teller<'_> {
    /// The findings as a list in HTML, errors first.
    pub(crate) fn list(&self, diagnostics: &[Diagnostic]) -> String {
        let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
        sorted.sort_by_key(|diagnostic| std::cmp::Reverse(diagnostic.severity));
        let mut html = String::from("<ol>");
        for diagnostic in sorted.iter().take(MOST) {
            html.push_str(&self.item(diagnostic));
        }
        html.push_str("</ol>");
        if let Some(more) = sorted.len().checked_sub(MOST).filter(|more| *more > 0) {
            let told = self.words.fill("serve-not-shown", &[("count", &more.to_string())]);
            html.push_str(&format!("<p>{}</p>", escape(&told)));
        }
        html
    }

    fn item(&self, diagnostic: &Diagnostic) -> String {
        let (class, word) = match diagnostic.severity {
            Severity::Error => ("error", self.words.get("frame-error")),
            Severity::Warning => ("warning", self.words.get("frame-warning")),
        };
        let mut html = format!(
            "<li class=\"{class}\"><p class=\"message\"><strong>{word}</strong> {} <code>{}</code></p>",
            escape(&self.words.say(&diagnostic.message)),
            diagnostic.code.name(),
        );
        if let Some(span) = diagnostic.span {
            html.push_str(&self.place(span, None));
        }
        for (span, text) in &diagnostic.labels {
            html.push_str(&self.place(*span, Some(&self.words.say(text))));
        }
        for hint in &diagnostic.hints {
            let hint = escape(&self.words.say(hint)).replace('\n', "<br>");
            html.push_str(&format!("<p class=\"hint\">{hint}</p>"));
        }
        html.push_str("</li>");
        html
    }

    /// A place: the file and line as a link to the editor, and the line with the words marked.
    fn place(&self, span: Span, label: Option<&str>) -> String {
        let file = self.files.get(span.file);
        let label = label.map(|label| format!(" {}", escape(label))).unwrap_or_default();
        let mut html = format!("<p class=\"place\">{}{label}</p>", self.link(span));
        let text = file.text();
        if !text.is_empty() {
            html.push_str(&format!("<pre>{}</pre>", line(text, span)));
        }
        html
    }

    /// `content/a.zh.md:12:5` as a link that opens the file in an editor.
    pub(crate) fn link(&self, span: Span) -> String {
        let file = self.files.get(span.file);
        let at = Cursor::new(file.text()).at(span.start());
        let shown = format!("{}:{}:{}", file.path, at.line, at.column);
        let href = editor_url(self.root, &file.path, at.line, at.column);
        format!("<a href=\"{}\">{}</a>", escape(&href), escape(&shown))
    }
}

/// The address that opens a file in an editor that knows the scheme of Visual Studio Code.
pub(crate) fn editor_url(root: &Path, path: &str, line: usize, column: usize) -> String {
    let whole = root.join(path).to_string_lossy().replace('\\', "/");
    let whole = whole.trim_start_matches("//?/").trim_start_matches('/').to_owned();
    format!("vscode://file/{}:{line}:{column}", shushuo::site::encode(&whole))
}

/// The line in which a span begins, its part of the span marked.
fn line(text: &str, span: Span) -> String {
    let start = text.floor_char_boundary(span.start());
    let from = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let to = text[start..].find('\n').map_or(text.len(), |end| start + end);
    let end = text.floor_char_boundary(span.end()).clamp(start, to);
    let before = last_letters(&text[from..start], WIDTH);
    let (marked, behind) =
        (first_letters(&text[start..end], WIDTH * 2), first_letters(&text[end..to], WIDTH));
    let mark = if marked.is_empty() { " " } else { &marked };
    format!("{}<mark>{}</mark>{}", escape(&before), escape(mark), escape(&behind))
}

fn first_letters(text: &str, count: usize) -> String {
    match text.char_indices().nth(count) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn last_letters(text: &str, count: usize) -> String {
    match text.char_indices().rev().nth(count) {
        Some((start, letter)) => format!("…{}", &text[start + letter.len_utf8()..]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shushuo::diag::FileId;

    #[test]
    fn the_words_are_marked_in_their_line() {
        let text = "第一行\n读者<b>384万</b>人\n第三行";
        let start = text.find("384").unwrap();
        let span = Span::new(FileId(0), start..start + "384万".len());
        assert_eq!(line(text, span), "读者&lt;b&gt;<mark>384万</mark>&lt;/b&gt;人");
    }

    #[test]
    fn a_long_line_is_cut_around_the_words() {
        let text = format!("{}数{}", "长".repeat(100), "尾".repeat(100));
        let span = Span::new(FileId(0), 300..303);
        let shown = line(&text, span);
        assert!(shown.starts_with("…长") && shown.ends_with("尾…"), "{shown}");
        assert_eq!(shown.chars().count(), 2 * (WIDTH + 1) + "<mark>数</mark>".chars().count());
    }

    #[test]
    fn the_address_of_an_editor_is_escaped() {
        let url = editor_url(Path::new("/我的 site"), "content/a.md", 12, 3);
        assert_eq!(url, "vscode://file/%E6%88%91%E7%9A%84%20site/content/a.md:12:3");
    }
}
