//! Lines that begin something of their own: headings and the items of numbered lists.

/// Chinese numerals as they count chapters.
const NUMERALS: &str = "一二三四五六七八九十百零〇两";
/// What a chapter of a Chinese report is called: 第三章.
const CHAPTERS: &str = "章节部编篇条";
/// Marks that end a sentence; a line that ends in one is not a heading.
const SENTENCE_ENDS: &[char] =
    &['。', '；', ';', '！', '!', '？', '?', '，', ',', '、', '：', ':', '.'];
/// The longest heading, in characters.
const LONGEST: usize = 40;

/// How a heading is numbered; the headings of one level are numbered alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// `#` and more of them, as in Markdown.
    Hashes(usize),
    /// 第三章.
    Chapter,
    /// 一、
    Han,
    /// （一） or (1).
    Brackets,
    /// 1. or 1、
    Digits,
}

/// A line that names what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading<'t> {
    /// How it is numbered.
    pub numbering: Numbering,
    /// Its words without the number: 供水能力 of `一、供水能力`.
    pub words: &'t str,
}

/// Reads a line as a heading: short, beginning with a number or with `#`, and not a sentence.
pub fn heading(line: &str) -> Option<Heading<'_>> {
    let line = line.trim();
    let (numbering, words) = behind_number(line)?;
    let words = words.trim();
    let is_short = line.chars().take(LONGEST + 1).count() <= LONGEST;
    let is_name = words.chars().any(char::is_alphabetic) && !words.ends_with(SENTENCE_ENDS);
    (is_short && is_name && !words.contains(['。', '；'])).then_some(Heading { numbering, words })
}

/// Whether a line begins with the number of a heading or of an item: 一、 （二） 第三章 1. 2、 #.
pub(super) fn is_numbered(line: &str) -> bool {
    behind_number(line.trim_start()).is_some()
}

/// The number at the beginning of a line, and what follows it.
fn behind_number(line: &str) -> Option<(Numbering, &str)> {
    let rest = line.get(line.chars().next()?.len_utf8()..)?;
    match line.chars().next()? {
        '#' => {
            let words = line.trim_start_matches('#');
            let numbering = Numbering::Hashes(line.len() - words.len());
            words.strip_prefix(' ').map(|words| (numbering, words))
        }
        '（' | '(' => {
            let words = without_number(rest)?.strip_prefix(['）', ')'])?;
            Some((Numbering::Brackets, words))
        }
        '第' => {
            let words = without_number(rest)?.strip_prefix(|next| CHAPTERS.contains(next))?;
            Some((Numbering::Chapter, words))
        }
        first => {
            let words = without_number(line)?.strip_prefix(['、', '.', '．'])?;
            let is_list = words.starts_with(|next: char| is_numeral(next) || next.is_numeric());
            let han = if is_numeral(first) { Numbering::Han } else { Numbering::Digits };
            (!is_list).then_some((han, words))
        }
    }
}

/// What follows a number of at most three characters.
fn without_number(line: &str) -> Option<&str> {
    let numeral = |letter: &char| is_numeral(*letter) || letter.is_ascii_digit();
    let length: usize = line.chars().take(3).take_while(numeral).map(char::len_utf8).sum();
    (length > 0).then(|| &line[length..])
}

fn is_numeral(letter: char) -> bool {
    NUMERALS.contains(letter)
}

#[cfg(test)]
mod tests {
    use super::{heading, is_numbered};

    #[test]
    fn a_heading_is_numbered_short_and_no_sentence() {
        for (line, words) in [
            ("一、供水能力", Some("供水能力")),
            ("（三）漏损与节水", Some("漏损与节水")),
            ("第二章 水质", Some("水质")),
            ("1. Water supply", Some("Water supply")),
            ("## Quality", Some("Quality")),
            ("一、全年供水5260万立方米。", None),
            ("三、四年级学生共256人", None),
            ("1.2万户", None),
            ("第三产业增加值", None),
            ("二是提高水质", None),
            ("供水能力", None),
            ("1. ", None),
        ] {
            assert_eq!(heading(line).map(|heading| heading.words), words, "{line}");
        }
        assert!(is_numbered("1. 新建水厂3座，改造管网386公里。"));
        assert!(!is_numbered("386公里"));
    }
}
