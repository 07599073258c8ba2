//! White space inside a phrase, as texts that were broken into lines have it.

/// The longest run of white space that may stand inside a phrase.
const LONGEST_GAP: usize = 12;

/// The length of the white space at `at`, if it holds no blank line; else 0.
pub(crate) fn gap_after(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    let mut breaks = 0;
    while end - at <= LONGEST_GAP {
        match bytes.get(end..).unwrap_or_default() {
            [b'\n', ..] => {
                breaks += 1;
                end += 1;
            }
            [b' ' | b'\t' | b'\r', ..] => end += 1,
            [0xC2, 0xA0, ..] => end += 2,
            rest => match wide_gap(rest) {
                0 => return if breaks > 1 { 0 } else { end - at },
                length => end += length,
            },
        }
    }
    0
}

/// The length of a space of three bytes that a text begins with; 0 where it begins with none.
pub(super) fn wide_gap(bytes: &[u8]) -> usize {
    match bytes {
        [0xE2, 0x80, 0x82..=0x8A | 0xAF, ..] | [0xE3, 0x80, 0x80, ..] => 3,
        _ => 0,
    }
}

/// The length of the white space that ends at `at`, if it holds no blank line; else 0.
pub(crate) fn gap_before(bytes: &[u8], at: usize) -> usize {
    let mut start = at;
    let mut breaks = 0;
    while at - start <= LONGEST_GAP {
        match bytes.get(..start).unwrap_or_default() {
            [.., b'\n'] => {
                breaks += 1;
                start -= 1;
            }
            [.., b' ' | b'\t' | b'\r'] => start -= 1,
            [.., 0xC2, 0xA0] => start -= 2,
            rest => match rest.last_chunk::<3>().map_or(0, |last| wide_gap(last)) {
                0 => return if breaks > 1 { 0 } else { at - start },
                length => start -= length,
            },
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_line_is_no_gap() {
        assert_eq!(gap_after(" \n人".as_bytes(), 0), 2);
        assert_eq!(gap_after("\n\n人".as_bytes(), 0), 0);
        assert_eq!(gap_before("a\u{a0}".as_bytes(), 3), 2);
    }
}
