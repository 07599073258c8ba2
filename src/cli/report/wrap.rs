//! Lines that fit the terminal: broken between words, and between Chinese characters where GB/T
//! 15834 lets a line begin or end.

use unicode_width::UnicodeWidthChar;

/// Marks that no line begins with.
const NEVER_FIRST: &str = "，。；：、！？）】》」』”’…,.;:!?)]}%";
/// Marks that no line ends with.
const NEVER_LAST: &str = "（【《「『“‘([{";
/// The fewest cells that words are laid out in.
const NARROWEST: usize = 20;

/// `text` in lines of at most `width` cells, `before` of which are taken on each.
pub(super) fn wrapped(text: &str, width: usize, before: usize) -> String {
    let room = width.saturating_sub(before).max(NARROWEST);
    text.split('\n').map(|line| broken(line, room)).collect::<Vec<_>>().join("\n")
}

fn broken(line: &str, room: usize) -> String {
    let mut lines: Vec<&str> = Vec::new();
    // Where the line that grows begins, how many cells it has, and where it can be broken last, with
    // the cells up to there.
    let (mut start, mut cells, mut chance) = (0, 0, None);
    let mut last = ' ';
    for (at, letter) in line.char_indices() {
        if can_break(last, letter) && at > start {
            chance = Some((at, cells));
        }
        let wide = letter.width().unwrap_or(0);
        if let Some((place, there)) = chance.filter(|_| cells + wide > room) {
            lines.push(line[start..place].trim_end());
            (start, cells, chance) = (place, cells - there, None);
        }
        cells += wide;
        last = letter;
    }
    lines.push(&line[start..]);
    lines.join("\n")
}

fn can_break(last: char, next: char) -> bool {
    let is_wide = |letter: char| letter.width() == Some(2);
    let is_between = (is_wide(last) || is_wide(next)) && next != ' ';
    (last == ' ' && next != ' ' || is_between)
        && !NEVER_FIRST.contains(next)
        && !NEVER_LAST.contains(last)
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_break_between_words_and_characters() {
        let text = "check the indentation, colons and quotation marks";
        assert_eq!(wrapped(text, 30, 4), "check the indentation,\ncolons and quotation marks");
        let text = "文件头要用三个半角短横线（---）开头和结尾，这里是别的横线";
        for line in wrapped(text, 28, 6).lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 22, "{line}");
            assert!(!line.starts_with(['，', '）']) && !line.ends_with('（'), "{line}");
        }
        assert_eq!(wrapped(text, 28, 6).replace('\n', ""), text);
    }

    #[test]
    fn what_cannot_be_broken_stays_whole() {
        let address = "https://example.org/a/very/long/address/that/goes/on";
        assert_eq!(wrapped(address, 30, 0), address);
        assert_eq!(wrapped("", 30, 0), "");
    }
}
