//! Lines that begin something of their own: headings and the items of numbered lists.

/// Chinese numerals as they count chapters.
const NUMERALS: &str = "一二三四五六七八九十百零〇两";
/// What a chapter of a Chinese report is called: 第三章.
const CHAPTERS: &str = "章节部编篇条";
/// Marks that end a sentence; a line that ends in one is not a heading.
const SENTENCE_ENDS: &[char] =
    &['。', '；', ';', '！', '!', '？', '?', '，', ',', '、', '：', ':', '.'];
/// What a chapter of an English report is called: Chapter 3: Results.
const ENGLISH_CHAPTERS: &[&str] = &["chapter", "section", "part"];
/// The longest heading, in characters.
const LONGEST: usize = 40;
/// The longest behind an English word for a chapter.
const LONGEST_ENGLISH: usize = 80;

/// How a heading is numbered; the headings of one level are numbered alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// `#` and more of them, as in Markdown.
    Hashes(usize),
    /// 第三章, Chapter 3:.
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
    let longest = match numbering {
        Numbering::Chapter if line.is_ascii() => LONGEST_ENGLISH,
        _ => LONGEST,
    };
    let is_short = line.chars().take(longest + 1).count() <= longest;
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
        first if first.is_ascii_alphabetic() => {
            Some((Numbering::Chapter, behind_english_chapter(line)?))
        }
        first => {
            let words = without_number(line)?.strip_prefix(['、', '.', '．'])?;
            let is_list = words.starts_with(|next: char| is_numeral(next) || next.is_numeric());
            let han = if is_numeral(first) { Numbering::Han } else { Numbering::Digits };
            (!is_list).then_some((han, words))
        }
    }
}

/// What follows the number of an English chapter and its mark: `Chapter 3: `, `Part IV — `.
fn behind_english_chapter(line: &str) -> Option<&str> {
    let (word, rest) = line.split_once(' ')?;
    let is_chapter = ENGLISH_CHAPTERS.iter().any(|known| word.eq_ignore_ascii_case(known));
    let numbered = |letter: &char| letter.is_ascii_digit() || "IVXLC".contains(*letter);
    let length: usize = rest.chars().take(4).take_while(numbered).map(char::len_utf8).sum();
    let behind = rest.get(length..).filter(|_| is_chapter && length > 0)?.trim_start();
    behind.strip_prefix([':', '.', '—', '–', '-'])
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
            ("Chapter 1: Results", Some("Results")),
            ("PART IV — Outlook", Some("Outlook")),
            (
                "Section 2. Income and prices of the farms in the hills",
                Some("Income and prices of the farms in the hills"),
            ),
            ("Chapter 1: The revenue rose by 5 million.", None),
            ("Part 2 of the plan cost 5 million", None),
            ("Section managers: 12", None),
            ("Chapter 3", None),
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
