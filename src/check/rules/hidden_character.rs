//! `hidden-character`: a character that no reader sees and that changes what is read: it turns the
//! direction of writing, steers a machine, or cuts a number in two.

use std::collections::BTreeMap;

use crate::check::findings::Findings;
use crate::diag::{Code, Diagnostic, FileId, Span, Text};
use crate::lang::{is_control, turns_direction, unusual_letters};
use crate::source::File;

pub(super) fn check(id: FileId, file: &File, found: &mut Findings) {
    in_text(id, file.text()).into_iter().for_each(|diagnostic| found.push(diagnostic));
}

/// One finding for each kind of such a character, at its first place.
fn in_text(file: FileId, text: &str) -> Vec<Diagnostic> {
    let mut places: BTreeMap<char, (usize, usize)> = BTreeMap::new();
    for (at, letter) in unusual_letters(text) {
        if turns_direction(letter) || is_control(letter) || cuts_number(text, at, letter) {
            places.entry(letter).or_insert((at, 0)).1 += 1;
        }
    }
    let report = |(letter, (at, count)): (char, (usize, usize))| {
        let span = Span::new(file, at..at + letter.len_utf8());
        Diagnostic::new(Code::HiddenCharacter, span, message(letter))
            .hint(text!("hidden-character.hint", count = count))
    };
    places.into_iter().map(report).collect()
}

fn message(letter: char) -> Text {
    let name = format!("U+{:04X}", u32::from(letter));
    if turns_direction(letter) {
        text!("hidden-character.direction", name = name)
    } else if is_control(letter) {
        text!("hidden-character.control", name = name)
    } else {
        text!("hidden-character.number", name = name)
    }
}

/// An invisible character beside a digit: a reader sees one number, a program two.
fn cuts_number(text: &str, at: usize, letter: char) -> bool {
    let invisible = matches!(letter,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}');
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    invisible
        && (is_digit(text[..at].chars().next_back())
            || is_digit(text[at + letter.len_utf8()..].chars().next()))
}
