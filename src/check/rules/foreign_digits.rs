//! `foreign-digits`: a number in digits that are not read, so that nothing checks it: those of
//! other scripts, mathematical ones, fractions in one character, letters that look like digits.

use std::ops::Range;

use crate::check::findings::Findings;
use crate::diag::{Code, Diagnostic, FileId, Severity, Span, Text};
use crate::source::File;

/// The zeros of the decimal digits of all scripts (general category Nd of Unicode 16) but ASCII and
/// full width, which are read. The digits of a script follow its zero.
const ZEROS: [u32; 75] = [
    0x0660,
    0x06F0,
    0x07C0,
    0x0966,
    0x09E6,
    0x0A66,
    0x0AE6,
    0x0B66,
    0x0BE6,
    0x0C66,
    0x0CE6,
    0x0D66,
    0x0DE6,
    0x0E50,
    0x0ED0,
    0x0F20,
    0x1040,
    0x1090,
    0x17E0,
    0x1810,
    0x1946,
    0x19D0,
    0x1A80,
    0x1A90,
    0x1B50,
    0x1BB0,
    0x1C40,
    0x1C50,
    0xA620,
    0xA8D0,
    0xA900,
    0xA9D0,
    0xA9F0,
    0xAA50,
    0xABF0,
    0x104A0,
    0x10D30,
    0x10D40,
    0x11066,
    0x110F0,
    0x11136,
    0x111D0,
    0x112F0,
    0x11450,
    0x114D0,
    0x11650,
    0x116C0,
    0x116D0,
    0x116DA,
    0x11730,
    0x118E0,
    0x11950,
    0x11BF0,
    0x11C50,
    0x11D50,
    0x11DA0,
    0x11F50,
    0x16130,
    0x16A60,
    0x16AC0,
    0x16B50,
    0x16D70,
    0x1CCF0,
    0x1D7CE,
    0x1D7D8,
    0x1D7E2,
    0x1D7EC,
    0x1D7F6,
    0x1E140,
    0x1E2F0,
    0x1E4F0,
    0x1E5F1,
    0x1E950,
    0x1FBF0,
    0xFFFF_FFFF,
];

pub(super) fn check(id: FileId, file: &File, found: &mut Findings) {
    in_file(id, file).into_iter().for_each(|diagnostic| found.push(diagnostic));
}

fn in_file(id: FileId, file: &File) -> Vec<Diagnostic> {
    let text = file.text();
    // A source is printed as it was received; nobody is to change it.
    let is_source = file.path.starts_with("seeds/") && file.path.ends_with(".txt");
    let severity = if is_source { Severity::Warning } else { Severity::Error };
    let report = |(range, meant): (Range<usize>, Option<String>)| {
        let message = text!("foreign-digits", written = &text[range.clone()]);
        let hint: Text = match meant {
            Some(meant) => text!("foreign-digits.hint", meant = meant),
            None => text!("foreign-digits.fraction-hint"),
        };
        let span = Span::new(id, range);
        Diagnostic { severity, ..Diagnostic::new(Code::ForeignDigits, span, message).hint(hint) }
    };
    numbers(text).into_iter().map(report).collect()
}

/// The numbers that are not read, and what is meant where it can be said in digits.
fn numbers(text: &str) -> Vec<(Range<usize>, Option<String>)> {
    let mut found: Vec<(Range<usize>, Option<String>)> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(place) = first_suspect(&bytes[at..]) {
        let digits = ascii_digits(&bytes[at + place..]);
        let is_beside = |byte: &u8| SUSPECT[usize::from(*byte)] || b"OolI".contains(byte);
        let beside = [bytes[..at + place].last(), bytes.get(at + place + digits)];
        if digits > 0 && !beside.into_iter().flatten().any(is_beside) {
            at += place + digits;
            continue;
        }
        // A run may begin with letters: O2𝟓.
        let letters = bytes[at..at + place].iter().rev();
        let letters = letters.take_while(|byte| meaning(char::from(**byte)).is_some()).count();
        let start = at + place - letters;
        let run: Vec<(char, char)> =
            text[start..].chars().map_while(|letter| Some((letter, meaning(letter)?))).collect();
        let end = start + run.iter().map(|(letter, _)| letter.len_utf8()).sum::<usize>();
        let first = text[at + place..].chars().next().unwrap_or_default();
        at = end.max(at + place + first.len_utf8());
        if is_fraction(first) {
            found.push((at - first.len_utf8()..at, None));
            continue;
        }
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        if is_disguised(&run, before, after) {
            found.push((start..end, Some(run.iter().map(|(_, meant)| meant).collect())));
        }
    }
    found
}

/// Where the first byte stands that may begin such a number. Without an early end a chunk is looked at
/// many bytes at once.
fn first_suspect(bytes: &[u8]) -> Option<usize> {
    const CHUNK: usize = 32;
    let is_suspect = |byte: &u8| SUSPECT[usize::from(*byte)];
    let is_plain = |chunk: &&[u8]| !chunk.iter().fold(false, |any, byte| any | is_suspect(byte));
    let start = bytes.chunks(CHUNK).take_while(is_plain).count() * CHUNK;
    bytes.get(start..)?.iter().position(is_suspect).map(|place| start + place)
}

/// How many ASCII digits a text begins with.
fn ascii_digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The bytes that a run of digits may have as its first one, or behind letters that look like
/// digits: ASCII digits, and those that begin a character beyond ASCII, but for the ranges from
/// U+3000 to U+9FFF and from U+F000 to U+FFFF, which hold neither such digits nor fractions.
const SUSPECT: [bool; 256] = {
    let mut suspect = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        suspect[byte] = matches!(byte, 0x30..=0x39 | 0xC2..=0xE2 | 0xEA..=0xEE | 0xF0..=0xF4);
        byte += 1;
    }
    suspect
};

/// The digit that a character is or looks like.
fn meaning(letter: char) -> Option<char> {
    match letter {
        '0'..='9' => Some(letter),
        'O' | 'o' | 'О' | 'о' | 'Ο' | 'ο' => Some('0'),
        'l' | 'I' | 'І' | 'Ι' => Some('1'),
        'З' => Some('3'),
        letter if letter < '\u{660}' || matches!(letter, '\u{2000}'..='\u{9FFF}') => None,
        letter => {
            let code = u32::from(letter);
            let after = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
            char::from_digit(code.checked_sub(ZEROS[after])?, 10)
        }
    }
}

/// Whether a run of digits and what looks like them hides its number: it has digits of another
/// script, or such letters between its digits and is no part of a word.
fn is_disguised(run: &[(char, char)], before: Option<char>, after: Option<char>) -> bool {
    let is_digit = |(letter, _): &(char, char)| letter.is_ascii_digit();
    let is_letter = |(letter, _): &(char, char)| letter.is_alphabetic();
    if run.iter().any(|piece| !is_digit(piece) && !is_letter(piece)) {
        return true;
    }
    let in_word = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_ascii_alphabetic() || letter == '_')
    };
    let ends = [run.first(), run.last()];
    run.iter().any(is_letter)
        && ends.into_iter().flatten().all(is_digit)
        && !in_word(before)
        && !in_word(after)
}

/// ½ and its like: digits in other shapes that stand for a part.
fn is_fraction(letter: char) -> bool {
    matches!(letter, '\u{BC}'..='\u{BE}' | '\u{2150}'..='\u{215E}' | '\u{2189}')
}

#[cfg(test)]
mod tests {
    use super::{ZEROS, numbers};

    fn found(text: &str) -> Vec<(String, Option<String>)> {
        numbers(text).into_iter().map(|(range, meant)| (text[range].to_owned(), meant)).collect()
    }

    #[test]
    fn the_zeros_are_in_order_and_apart() {
        assert!(ZEROS.windows(2).all(|pair| pair[0] + 10 <= pair[1]));
        let last = ZEROS.len() - 1;
        for zero in &ZEROS[..last] {
            let digits = (0..10).filter_map(|digit| char::from_u32(zero + digit));
            assert!(digits.clone().count() == 10 && digits.clone().all(char::is_numeric));
        }
    }

    #[test]
    fn numbers_in_other_digits_are_found() {
        for (written, meant) in [
            ("٣٨٤", "384"),
            ("۱۲", "12"),
            ("𝟑𝟖𝟒", "384"),
            ("𝟸𝟻", "25"),
            ("२५", "25"),
            ("3𝟖4", "384"),
            ("1О0", "100"),
            ("1O0", "100"),
            ("2l5", "215"),
        ] {
            let text = format!("新增{written}万人 in {written} towns");
            let expected = (written.to_owned(), Some(meant.to_owned()));
            assert_eq!(found(&text), [expected.clone(), expected], "{written}");
        }
        assert_eq!(found("2½ years"), [("½".to_owned(), None)]);
    }

    #[test]
    fn ordinary_text_has_none() {
        for text in [
            "384万人，３８４人，第①章，Ⅳ级，km²，CO₂，10³，5l water, 5G, H2O2, 1o, Oslo, Io, a1O2b",
            "零〇一二三百万",
            "Ольга О. Иванова",
            "x_1O0, O0O",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
