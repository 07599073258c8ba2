//! Emphasis next to Chinese punctuation.
//!
//! CommonMark's flanking rules take `“` and `”` for Western punctuation, which has spaces around
//! it, so that `**“重点”**后` is not emphasised (commonmark-spec issue 650). Here an invisible
//! character that is no punctuation is set between such a run of `*` and its neighbours before
//! parsing, and taken out again afterwards; offsets are mapped back.

use std::borrow::Cow;

use crate::lang::is_chinese;

/// The invisible character: a noncharacter, which no text may hold (Unicode 23.7).
pub(super) const JOINT: char = '\u{FDD0}';

/// A Markdown text made ready for the parser, and the way back to the author's offsets.
pub(super) struct Prepared<'a> {
    /// What the parser reads.
    pub(super) text: Cow<'a, str>,
    /// The positions in `text` behind each inserted character.
    joints: Vec<usize>,
}

impl Prepared<'_> {
    /// The author's offset of a position in the prepared text.
    pub(super) fn original(&self, position: usize) -> usize {
        position - JOINT.len_utf8() * self.joints.partition_point(|joint| *joint <= position)
    }
}

/// Sets joints where a run of `*` would otherwise not flank as Chinese readers expect.
pub(super) fn prepare(text: &str) -> Prepared<'_> {
    let mut prepared = String::new();
    let mut joints = Vec::new();
    let mut copied = 0;
    let mut position = 0;
    while let Some(found) = text[position..].find('*') {
        let start = position + found;
        let length = text[start..].bytes().take_while(|byte| *byte == b'*').count();
        let end = start + length;
        position = end;
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        if before == Some('\\') {
            continue;
        }
        let (join_before, join_after) = joints_needed(before, after);
        if !join_before && !join_after {
            continue;
        }
        prepared.push_str(&text[copied..start]);
        if join_before {
            prepared.push(JOINT);
            joints.push(prepared.len());
        }
        prepared.push_str(&text[start..end]);
        if join_after {
            prepared.push(JOINT);
            joints.push(prepared.len());
        }
        copied = end;
    }
    if joints.is_empty() {
        return Prepared { text: Cow::Borrowed(text), joints };
    }
    prepared.push_str(&text[copied..]);
    Prepared { text: Cow::Owned(prepared), joints }
}

/// Which sides of a run of `*` need a joint, so that it flanks as the amended rules say.
fn joints_needed(before: Option<char>, after: Option<char>) -> (bool, bool) {
    // The ends of the text count as white space (CommonMark 6.2).
    let (before, after) = (before.unwrap_or(' '), after.unwrap_or(' '));
    let standard_left = flanks(after, before, is_punctuation, is_punctuation);
    let standard_right = flanks(before, after, is_punctuation, is_punctuation);
    let western = |letter: char| is_punctuation(letter) && !is_chinese(letter);
    let beside = |letter: char| western(letter) || is_chinese(letter);
    let wanted_left = flanks(after, before, western, beside);
    let wanted_right = flanks(before, after, western, beside);
    if (standard_left, standard_right) == (wanted_left, wanted_right) {
        return (false, false);
    }
    (wanted_right && is_punctuation(before), wanted_left && is_punctuation(after))
}

/// Whether a run flanks towards `inner`: it is not followed by white space, and either not by
/// punctuation, or `outer` is white space or something that may stand beside a run.
fn flanks(
    inner: char,
    outer: char,
    is_punctuation: impl Fn(char) -> bool,
    may_stand_beside: impl Fn(char) -> bool,
) -> bool {
    !inner.is_whitespace()
        && (!is_punctuation(inner) || outer.is_whitespace() || may_stand_beside(outer))
}

/// Punctuation and symbols, as far as texts in Chinese and English use them.
fn is_punctuation(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || matches!(letter,
            '\u{A1}'..='\u{BF}' | '\u{D7}' | '\u{F7}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'
            | '\u{20A0}'..='\u{20CF}' | '\u{2190}'..='\u{2BFF}' | '\u{3001}'..='\u{3004}'
            | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30FB}' | '\u{FE30}'..='\u{FE6B}'
            | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}'
            | '\u{FF5B}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFEE}')
}

#[cfg(test)]
mod tests {
    use super::{JOINT, prepare};

    fn shown(text: &str) -> String {
        prepare(text).text.replace(JOINT, "|")
    }

    #[test]
    fn joints_stand_only_where_the_standard_rules_fail() {
        assert_eq!(shown("**“三项服务”**动态"), "**“三项服务”|**动态");
        assert_eq!(shown("坚持**“两个维护”**作为"), "坚持**|“两个维护”|**作为");
        assert_eq!(shown("这是**重点**后面"), "这是**重点**后面");
        assert_eq!(shown("**注意：**后面"), "**注意：|**后面");
        assert_eq!(shown("a **bold** b, 2 * 3"), "a **bold** b, 2 * 3");
        assert_eq!(shown("plain"), "plain");
    }

    #[test]
    fn offsets_lead_back_to_the_authors_text() {
        let text = "坚持**“两个维护”**作为";
        let prepared = prepare(text);
        for (position, letter) in
            prepared.text.char_indices().filter(|(_, letter)| *letter != JOINT)
        {
            assert!(text[prepared.original(position)..].starts_with(letter));
        }
    }
}
