//! `unknown-figure` and `fullwidth-punctuation`: references and links in brackets that are none, so that
//! pages would print them as they stand: `【【id】】`, `[[id]`, `[id]`, `[words]（page.md）`.

use std::ops::Range;

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::content::Block;
use crate::diag::{Code, Diagnostic, Edit, Fix, Severity};

/// What stands in a text, and what was meant.
#[derive(Debug, PartialEq, Eq)]
struct Slip {
    range: Range<usize>,
    meant: String,
    code: Code,
    /// One pair of brackets may stand around a word of the text that is an id as well.
    severity: Severity,
}

pub(super) fn check(context: &Context<'_>, found: &mut Findings) {
    let figures = &context.site.figures;
    let bodies = context.documents().map(|document| &document.body);
    for block in bodies.filter(|body| body.has_brackets).flat_map(|body| &body.blocks) {
        for slip in slips(&block.text, |id| figures.contains_key(id)) {
            found.push(told(block, slip));
        }
    }
}

fn told(block: &Block, slip: Slip) -> Diagnostic {
    let Slip { range, meant, code, severity } = slip;
    let span = block.origin(range.clone());
    let written = &block.text[range];
    let message = match code {
        Code::FullwidthPunctuation => text!("fullwidth-punctuation.link", written = written),
        _ => text!("unknown-figure.brackets", written = written),
    };
    let hint = text!("hint.write-line", line = &meant);
    let fix = Fix::Edit(vec![Edit { span, text: meant }]);
    let told = Diagnostic { severity, ..Diagnostic::new(code, span, message).hint(hint) };
    if severity == Severity::Error { told.fix(fix) } else { told }
}

/// The most characters that are looked at for the second bracket.
const NEAR: usize = 200;

fn near(text: &str) -> &str {
    text.char_indices().nth(NEAR).map_or(text, |(end, _)| &text[..end])
}

fn is_opening(letter: char) -> bool {
    matches!(letter, '[' | '［' | '【')
}

fn is_closing(letter: char) -> bool {
    matches!(letter, ']' | '］' | '】')
}

/// The slips of a text. References and links that are written well are no longer in it.
fn slips(text: &str, is_known: impl Fn(&str) -> bool) -> Vec<Slip> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(opening) = text[at..].find(is_opening) {
        let start = at + opening;
        let inner = text[start..].trim_start_matches(is_opening);
        at = text.len() - inner.len();
        let Some(length) = near(inner).find(is_closing) else { continue };
        let (words, rest) = inner.split_at(length);
        let behind = rest.trim_start_matches(is_closing);
        let end = text.len() - behind.len();
        let slip = match target(behind) {
            Some((target, length)) => Some(Slip {
                range: start..end + length,
                meant: format!("[{words}]({target})"),
                code: Code::FullwidthPunctuation,
                severity: Severity::Error,
            }),
            None if is_known(words.split(['|', '｜']).next().unwrap_or_default().trim()) => {
                Some(Slip {
                    range: start..end,
                    meant: format!("[[{}]]", words.trim().replace('｜', "|")),
                    code: Code::UnknownFigure,
                    severity: match &text[start..end] {
                        plain if plain.len() == words.len() + 2 => Severity::Warning,
                        _ => Severity::Error,
                    },
                })
            }
            None => None,
        };
        if let Some(slip) = slip {
            at = slip.range.end;
            found.push(slip);
        }
    }
    found
}

/// Where a link behind its words leads whose parentheses are full-width, and the bytes of both.
fn target(behind: &str) -> Option<(&str, usize)> {
    let (target, _) = near(behind.strip_prefix(['（', '('])?).split_once(['）', ')'])?;
    let leads = target.ends_with(".md") || target.contains(".md#") || target.contains("://");
    let whole = leads && !target.contains(char::is_whitespace);
    let parenthesis = |text: &str| text.chars().next().map(char::len_utf8);
    let before = parenthesis(behind)?;
    let after = parenthesis(&behind[before + target.len()..])?;
    whole.then_some((target, before + target.len() + after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String, Severity)> {
        let slips = slips(text, |id| id == "jobs");
        slips.into_iter().map(|slip| (&text[slip.range], slip.meant, slip.severity)).collect()
    }

    #[test]
    fn brackets_of_other_kinds_and_numbers_are_told() {
        for written in
            ["【【jobs】】", "［［jobs］］", "[[jobs]", "[jobs]]", "【jobs】", "[[ jobs ]"]
        {
            let text = format!("新增{written}，比上年多[注]。");
            assert_eq!(found(&text), [(written, "[[jobs]]".to_owned(), Severity::Error)]);
        }
        let words = "【【jobs｜就业】】";
        assert_eq!(found(words), [(words, "[[jobs|就业]]".to_owned(), Severity::Error)]);
        assert_eq!(found("the [jobs] of"), [("[jobs]", "[[jobs]]".to_owned(), Severity::Warning)]);
    }

    #[test]
    fn links_in_full_width_parentheses_are_told() {
        let (written, meant) = ("[镇]（town.zh.md#a）", "[镇](town.zh.md#a)".to_owned());
        assert_eq!(found("见[镇]（town.zh.md#a）和"), [(written, meant, Severity::Error)]);
    }

    #[test]
    fn other_brackets_are_words() {
        for text in [
            "【注】",
            "[1]（见上）",
            "他[们]说",
            "[",
            "[[",
            "]]",
            "【",
            "[未完",
            "a[0](b)",
            &"[a]（".repeat(NEAR),
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
