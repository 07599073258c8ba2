//! Names of content files that are no pages, though their author meant them to be.

use crate::diag::{Code, Diagnostic, FileId, Sink, Span, Text};
use crate::lang::Lang;
use crate::source::{File, Files};

/// Endings that other programs give Markdown.
const MARKDOWN: &[&str] = &["markdown", "mdown", "mkd", "mdx", "MD", "Md", "md.txt"];

/// Codes that an author may take for a language's.
const CODES: &[(&str, Lang)] = &[
    ("cn", Lang::Zh),
    ("zh-cn", Lang::Zh),
    ("zh_cn", Lang::Zh),
    ("zh-hans", Lang::Zh),
    ("chs", Lang::Zh),
    ("chn", Lang::Zh),
    ("zho", Lang::Zh),
    ("chinese", Lang::Zh),
    ("中文", Lang::Zh),
    ("eng", Lang::En),
    ("en-us", Lang::En),
    ("en_us", Lang::En),
    ("en-gb", Lang::En),
    ("us", Lang::En),
    ("uk", Lang::En),
    ("english", Lang::En),
    ("英文", Lang::En),
];

/// What to call a file whose name says no language that is known.
pub(super) fn with_language(stem: &str) -> Text {
    let file = stem.rsplit('/').next().unwrap_or(stem);
    let parts = file.rsplit_once('.').or_else(|| file.rsplit_once(['-', '_']));
    let meant = parts.and_then(|(name, code)| {
        let code = code.to_ascii_lowercase();
        let known = CODES.iter().find(|(known, _)| *known == code).map(|(_, lang)| *lang);
        Some((name, known.or_else(|| Lang::from_code(&code))?))
    });
    match meant.filter(|(name, _)| !name.is_empty()) {
        Some((name, lang)) => {
            text!("bad-name.rename-hint", name = format!("{name}.{}.md", lang.code()))
        }
        None => text!("bad-name.language-hint", stem = file),
    }
}

/// Reports the files that are written like pages and have another ending, which nothing reads; gives
/// the slugs that they would have.
pub(super) fn report_other_endings(files: &Files, sink: &mut Sink) -> Vec<String> {
    let mut slugs = Vec::new();
    for (id, file) in files.below("content/") {
        let Some((stem, slug)) = page_with_other_ending(file) else { continue };
        let name = format!("{}.md", stem.rsplit('/').next().unwrap_or(stem));
        let path = file.path.rsplit('/').next().unwrap_or(&file.path);
        report(id, path, &name, sink);
        slugs.push(slug.to_owned());
    }
    slugs
}

fn report(id: FileId, path: &str, name: &str, sink: &mut Sink) {
    let message = text!("bad-name.ending", name = path);
    let found = Diagnostic::new(Code::BadName, Span::whole(id), message);
    sink.push(found.hint(text!("bad-name.rename-hint", name = name)));
}

/// The path without its ending below `content/`, and the slug, of a file that is meant for a page: it
/// is named like one, and its ending is another one of Markdown or it begins with front matter.
fn page_with_other_ending(file: &File) -> Option<(&str, &str)> {
    let path = file.path.strip_prefix("content/")?;
    let endings = MARKDOWN.iter().copied().chain(["txt", "text"]);
    let (stem, ending) = endings
        .filter_map(|ending| Some((path.strip_suffix(ending)?.strip_suffix('.')?, ending)))
        .find(|(stem, _)| {
            stem.rsplit_once('.').is_some_and(|(_, code)| Lang::from_code(code).is_some())
        })?;
    let (slug, _) = stem.rsplit_once('.')?;
    let is_page = MARKDOWN.contains(&ending) || file.text().starts_with("---\n");
    is_page.then_some((stem, slug))
}

#[cfg(test)]
mod tests {
    use super::with_language;

    #[test]
    fn a_name_is_offered_in_the_language_that_is_meant() {
        for (stem, name) in [
            ("road.cn", "road.zh.md"),
            ("2022/road.zh-CN", "road.zh.md"),
            ("road_en", "road.en.md"),
            ("road.english", "road.en.md"),
        ] {
            assert_eq!(with_language(stem), text!("bad-name.rename-hint", name = name), "{stem}");
        }
        for stem in ["road", "a.b", ".cn"] {
            assert_eq!(with_language(stem), text!("bad-name.language-hint", stem = stem), "{stem}");
        }
    }
}
