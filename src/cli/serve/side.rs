//! The side-by-side view: original and translation, paragraph by paragraph, numbers marked.

use shushuo::Compilation;
use shushuo::check::{Mark, Row, Side, side_by_side};
use shushuo::content::BlockKind;
use shushuo::diag::{Diagnostic, Span};
use shushuo::lang::Lang;
use shushuo::render::view::escape;
use shushuo::site::{Pair, Site, encode};

use super::findings::Teller;

/// What the view is made from.
pub(crate) struct Page<'a> {
    /// Tells what is wrong, and where words stand.
    pub(crate) teller: Teller<'a>,
    /// The site as it is.
    pub(crate) compilation: &'a Compilation,
}

impl Page<'_> {
    /// The view of the page at a path; `None` where it has no words of its own.
    pub(crate) fn html(&self, path: &str) -> Option<String> {
        let site = self.compilation.site.as_ref()?;
        let (lang, pair) = pair_of(site, path)?;
        let title = pair.get(lang).as_ref()?.front.title.value.clone();
        let words = self.teller.words;
        let title = escape(&words.fill("serve-side-title", &[("page", &title)]));
        let original = site.original();
        let rows: String = side_by_side(site, pair, &self.compilation.diagnostics)
            .iter()
            .map(|row| self.row(row, original))
            .collect();
        Some(format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta \
             name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <link rel=\"stylesheet\" href=\"/_shushuo/serve.css\">\n</head>\n<body class=\"side-view\">\n\
             <main>\n<h1>{title}</h1>\n<p><a href=\"/{}\">{}</a> · {}</p>\n<div class=\"side\">\n{rows}</div>\n\
             </main>\n</body>\n</html>\n",
            words.lang.tag(),
            encode(path),
            escape(words.get("serve-side-back")),
            escape(words.get("serve-side-differs")),
        ))
    }

    fn row(&self, row: &Row, original: Lang) -> String {
        let cell = |lang: Lang| match row.sides.get(lang) {
            Some(side) => self.cell(side, lang),
            None => format!("<div class=\"cell empty\" lang=\"{}\"></div>", lang.tag()),
        };
        let findings = self.findings(row);
        let told = match findings.is_empty() {
            true => String::new(),
            false => format!("<div class=\"told\">{}</div>", self.teller.list(&findings)),
        };
        format!(
            "<div class=\"side-row\">{}{}{told}</div>\n",
            cell(original),
            cell(original.other())
        )
    }

    fn cell(&self, side: &Side, lang: Lang) -> String {
        let parts: String = side
            .parts
            .iter()
            .map(|part| match part.mark {
                Mark::Words => escape(&part.text),
                Mark::Number => format!("<b>{}</b>", escape(&part.text)),
                Mark::Differs => format!("<mark class=\"differs\">{}</mark>", escape(&part.text)),
            })
            .collect();
        let class = if side.kind == BlockKind::Heading { " heading" } else { "" };
        format!(
            "<div class=\"cell{class}\" lang=\"{}\"><p>{parts}</p><p class=\"place\">{}</p></div>",
            lang.tag(),
            self.teller.link(side.span)
        )
    }

    /// What is wrong with the words of a row.
    fn findings(&self, row: &Row) -> Vec<Diagnostic> {
        let sides = [&row.sides.zh, &row.sides.en];
        let is_here = |span: Span| {
            sides.into_iter().flatten().any(|side| {
                let own = side.span;
                own.file == span.file && own.start() <= span.start() && span.end() <= own.end()
            })
        };
        let found = self.compilation.diagnostics.iter();
        found.filter(|found| found.span.is_some_and(is_here)).cloned().collect()
    }
}

/// The two files that the words of a page are in, and the page's language.
pub(crate) fn pair_of<'a>(site: &'a Site, path: &str) -> Option<(Lang, &'a Pair)> {
    let sections = site.sections.iter().map(|section| &section.documents);
    [&site.home, &site.methods].into_iter().chain(sections).find_map(|pair| {
        let is_at = |lang: &Lang| {
            pair.get(*lang)
                .as_ref()
                .is_some_and(|document| site.address(site.page_of(document), *lang).path() == path)
        };
        Lang::ALL.into_iter().find(is_at).map(|lang| (lang, pair))
    })
}
