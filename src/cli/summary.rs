//! What a run came to, in a few honest lines.

use std::path::Path;
use std::time::Duration;

use unicode_width::UnicodeWidthStr;

use shushuo::check::Summary;
use shushuo::lang::{Bilingual, Lang};
use shushuo::output::Written;
use shushuo::site::Site;

use super::words::Words;

/// Lines of a name and what there is to say about it, set in two columns.
#[derive(Debug, Default)]
pub(crate) struct Rows<'a> {
    rows: Vec<(&'a str, String)>,
}

impl<'a> Rows<'a> {
    /// Adds a line.
    pub(crate) fn add(&mut self, name: &'a str, text: String) {
        self.rows.push((name, text));
    }

    /// The lines, indented; a Chinese character is two cells wide.
    pub(crate) fn printed(&self) -> String {
        let widest = self.rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
        let line = |(name, text): &(&str, String)| {
            format!("  {name}{}  {text}\n", " ".repeat(widest - name.width()))
        };
        self.rows.iter().map(line).collect()
    }
}

/// The lines on what the site holds and what the checks found.
pub(crate) fn content_rows<'a>(
    rows: &mut Rows<'a>,
    summary: &Summary,
    site: Option<&Site>,
    words: &'a Words,
) {
    let number = |number: usize| number.to_string();
    let derived = site
        .map_or(0, |site| site.figures.values().filter(|figure| figure.derived.is_some()).count());
    rows.add(words.get("row-sections"), number(summary.sections));
    rows.add(
        words.get("row-figures"),
        words
            .fill("figures", &[("total", &number(summary.figures)), ("derived", &number(derived))]),
    );
    let quotes = &summary.quotes;
    rows.add(
        words.get("row-quotes"),
        words.fill(
            "quotes",
            &[
                ("found", &number(quotes.found)),
                ("not_found", &number(quotes.not_found)),
                ("unchecked", &number(quotes.unchecked)),
            ],
        ),
    );
    let numbers = &summary.source_numbers;
    rows.add(
        words.get("row-source-numbers"),
        words.fill(
            "source-numbers",
            &[("covered", &number(numbers.covered)), ("total", &number(numbers.total))],
        ),
    );
    rows.add(words.get("row-waived"), number(summary.waived));
    rows.add(words.get("row-errors"), number(summary.errors));
    rows.add(words.get("row-warnings"), number(summary.warnings));
}

/// The line on the pages of each language; the translation's are in a folder of its own.
pub(crate) fn pages<'a>(
    paths: impl Iterator<Item = &'a str>,
    original: Lang,
    words: &Words,
) -> String {
    let folder = format!("{}/", original.other().code());
    let mut pages: Bilingual<usize> = Bilingual::default();
    for path in paths.filter(|path| path.ends_with(".html")) {
        let lang = if path.starts_with(&folder) { original.other() } else { original };
        *pages.get_mut(lang) += 1;
    }
    let total = (pages.zh + pages.en).to_string();
    let (zh, en) = (pages.zh.to_string(), pages.en.to_string());
    words.fill("pages", &[("total", &total), ("zh", &zh), ("en", &en)])
}

/// The line on the files of the built site.
pub(crate) fn files(written: Written, words: &Words) -> String {
    let [new, kept, removed] =
        [written.written, written.kept, written.removed].map(|count| count.to_string());
    words.fill("files", &[("written", &new), ("kept", &kept), ("removed", &removed)])
}

/// A span of time as people say it: `87 ms`, `1.25 s`.
pub(crate) fn time(time: Duration, words: &Words) -> String {
    let milliseconds = time.as_millis();
    if milliseconds < 1000 {
        return words.fill("milliseconds", &[("n", &milliseconds.to_string())]);
    }
    let hundredths = milliseconds / 10;
    let seconds = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    words.fill("seconds", &[("n", &seconds)])
}

/// The address under which a browser opens a file on this machine.
pub(crate) fn file_url(path: &Path) -> String {
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let shown = path.to_string_lossy().replace('\\', "/");
    let shown = shown.trim_start_matches("//?/");
    let mut url = String::from(if shown.starts_with('/') { "file://" } else { "file:///" });
    for byte in shown.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => url.push(char::from(byte)),
            b'/' | b':' | b'-' | b'.' | b'_' | b'~' => url.push(char::from(byte)),
            _ => url.push_str(&format!("%{byte:02X}")),
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_in_line_under_chinese() {
        let mut rows = Rows::default();
        rows.add("页面", "62".to_owned());
        rows.add("open", "file:///".to_owned());
        rows.add("资料中的数", "57".to_owned());
        let printed = rows.printed();
        assert_eq!(printed, "  页面        62\n  open        file:///\n  资料中的数  57\n");
    }

    #[test]
    fn pages_are_counted_by_language() {
        let paths =
            ["index.html", "en/index.html", "en/a.html", "data/figures.json", "energy.html"];
        let count = |original| pages(paths.into_iter(), original, &Words::new(Lang::En));
        assert_eq!(count(Lang::Zh), "4 (2 Chinese, 2 English)");
        assert_eq!(count(Lang::En), "4 (0 Chinese, 4 English)");
    }

    #[test]
    fn time_is_said_shortly() {
        let said =
            |milliseconds, lang| time(Duration::from_millis(milliseconds), &Words::new(lang));
        assert_eq!(said(0, Lang::En), "0 ms");
        assert_eq!(said(999, Lang::Zh), "999 毫秒");
        assert_eq!(said(1_259, Lang::En), "1.25 s");
        assert_eq!(said(61_000, Lang::Zh), "61.00 秒");
    }

    #[test]
    fn a_browser_understands_the_address() {
        let url = file_url(Path::new("/no such/网站/100%/index.html"));
        assert_eq!(url, "file:///no%20such/%E7%BD%91%E7%AB%99/100%25/index.html");
    }
}
