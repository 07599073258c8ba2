//! `data/README.md`: what the data files hold, where the numbers are from, how to cite them. In both
//! languages, the original's first.

use super::OutputFile;
use super::index::Index;
use crate::figure::Source;
use crate::lang::{Bilingual, Lang};

static TEXT: Bilingual<&str> =
    Bilingual { zh: include_str!("readme/zh.md"), en: include_str!("readme/en.md") };
/// What a site without a licence says.
static NO_LICENSE: Bilingual<&str> = Bilingual {
    zh: "网站没有写明许可。使用前请联系网站的发布者。",
    en: "The site states no licence. Ask its publisher before you use it.",
};
/// What ends a sentence.
pub(super) static STOP: Bilingual<&str> = Bilingual { zh: "。", en: "." };
static COMMA: Bilingual<&str> = Bilingual { zh: "，", en: ", " };

/// The file.
pub(super) fn file(index: &Index<'_>) -> OutputFile {
    let original = index.site.original();
    let text = [original, original.other()].map(|lang| words(index, lang)).join("\n---\n\n");
    OutputFile { path: "data/README.md".to_owned(), bytes: text.into_bytes() }
}

fn words(index: &Index<'_>, lang: Lang) -> String {
    let config = &index.site.config;
    let title = config.title.get(lang);
    let description = config.description.get(lang).as_deref().unwrap_or(title);
    let sources: Vec<String> =
        index.site.sources.iter().map(|source| source_line(source, lang)).collect();
    let license = config.license.get(lang).as_deref().unwrap_or(NO_LICENSE.get(lang));
    fill(
        TEXT.get(lang),
        &[
            ("title", title),
            ("description", description),
            ("sources", &sources.join("\n")),
            ("citation", &citation(index, lang)),
            ("license", license),
        ],
    )
}

/// Replaces each `{name}` of the text, and none in what is filled in.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 1024);
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        filled.push_str(before);
        filled.push_str(value.map_or(name, |(_, value)| value));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// A source: its name in the data, title, publisher, authors, date and address.
fn source_line(source: &Source, lang: Lang) -> String {
    let parts = [
        Some(source.title.get(lang).as_str()),
        source.publisher.get(lang).as_deref(),
        source.authors.get(lang).as_deref(),
        source.date.as_deref(),
        source.url.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    let colon = format!("- `{}`{}", source.name, Bilingual { zh: "：", en: ": " }.get(lang));
    format!("{colon}{}", parts.join(COMMA.get(lang)))
}

/// Publisher, title and address of the site, as a reader cites it.
fn citation(index: &Index<'_>, lang: Lang) -> String {
    let config = &index.site.config;
    let parts = [
        config.author.get(lang).as_deref(),
        Some(config.title.get(lang).as_str()),
        config.base_url.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    format!("> {}{}", parts.join(COMMA.get(lang)), STOP.get(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::fixture::rendered;

    #[test]
    fn the_readme_says_in_both_languages_what_every_column_is() {
        for lang in Lang::ALL {
            for column in crate::render::data::COLUMNS {
                let row = TEXT
                    .get(lang)
                    .lines()
                    .find(|line| line.starts_with('|') && line.contains(&format!("`{column}`")));
                assert!(row.is_some(), "{column} is missing in {lang:?}");
            }
        }
    }

    #[test]
    fn the_readme_names_sources_address_and_licence() {
        let (output, _) = rendered(&[]);
        let file = output.iter().find(|file| file.path == "data/README.md").unwrap();
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        for part in [
            "# 站名：数据",
            "- `report`：报告，记者，2023-01-06\n",
            "> 站名，https://example.org/a/。",
            "网站没有写明许可",
            "# Site: the data",
            "- `report`: Report, 记者, 2023-01-06\n",
            "> Site, https://example.org/a/.",
            "The site states no licence.",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert!(!text.contains('{'), "{text}");
    }
}
