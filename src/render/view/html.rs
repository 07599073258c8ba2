//! Text that is ready for a page, with `lang` on each run of the other language.

use serde::{Serialize, Serializer};

use crate::lang::{Bilingual, Lang};

/// Which characters of a text in each language belong to the other one. Latin words in Chinese
/// text are common property (GDP, 5G) and need no mark.
static FOREIGN: Bilingual<Option<IsForeign>> = Bilingual { zh: None, en: Some(is_han) };

type IsForeign = fn(char) -> bool;

/// A piece of HTML; templates print it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// HTML that is known to be well-formed.
    pub fn new(html: String) -> Self {
        Html(html)
    }

    /// Plain text of a page in `lang`, escaped, with the other language's runs marked.
    pub fn text(text: &str, lang: Lang) -> Self {
        let mut html = String::with_capacity(text.len() + 16);
        push_text(&mut html, text, lang);
        Html(html)
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        tera::Value::safe_string(&self.0).serialize(serializer)
    }
}

/// Appends plain text, escaped, with the other language's runs marked.
fn push_text(html: &mut String, text: &str, lang: Lang) {
    push_runs(html, text, lang, push_escaped);
}

/// Appends a text by `push`, with the other language's runs marked.
fn push_runs(html: &mut String, text: &str, lang: Lang, push: fn(&mut String, &str)) {
    let mut rest = text;
    if let Some(foreign) = FOREIGN.get(lang).filter(|_| !text.is_ascii()) {
        while let Some(start) = rest.find(foreign) {
            let length =
                rest[start..].find(|letter| !foreign(letter)).unwrap_or(rest.len() - start);
            push(html, &rest[..start]);
            html.push_str("<span lang=\"");
            html.push_str(lang.other().tag());
            html.push_str("\">");
            push(html, &rest[start..start + length]);
            html.push_str("</span>");
            rest = &rest[start + length..];
        }
    }
    push(html, rest);
}

/// Marks the other language's runs in HTML that stands outside of tags.
pub(in crate::render) fn mark_runs(html: &str, lang: Lang) -> String {
    let is_foreign = FOREIGN.get(lang).is_some_and(|foreign| html.contains(foreign));
    if !is_foreign {
        return html.to_owned();
    }
    let mut marked = String::with_capacity(html.len() + 64);
    let mut rest = html;
    while let Some(tag) = rest.find('<') {
        push_marked(&mut marked, &rest[..tag], lang);
        let end = rest[tag..].find('>').map_or(rest.len(), |end| tag + end + 1);
        marked.push_str(&rest[tag..end]);
        rest = &rest[end..];
    }
    push_marked(&mut marked, rest, lang);
    marked
}

/// Appends HTML text without tags, the other language's runs marked.
fn push_marked(html: &mut String, text: &str, lang: Lang) {
    push_runs(html, text, lang, String::push_str);
}

/// Replaces what has a meaning in HTML and XML, attributes included.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    push_escaped(&mut escaped, text);
    escaped
}

/// Appends what [`escape`] makes of a text.
fn push_escaped(escaped: &mut String, text: &str) {
    let mut copied = 0;
    for (place, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        escaped.push_str(&text[copied..place]);
        escaped.push_str(entity);
        copied = place + 1;
    }
    escaped.push_str(&text[copied..]);
}

/// Chinese characters and the punctuation that only stands beside them.
fn is_han(letter: char) -> bool {
    matches!(letter,
        '\u{3000}'..='\u{303F}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_the_other_language_are_marked() {
        assert_eq!(
            Html::text("Labour transfer (转移就业) & more", Lang::En).as_str(),
            "Labour transfer (<span lang=\"zh-Hans\">转移就业</span>) &amp; more"
        );
        assert_eq!(Html::text("GDP增长<8%", Lang::Zh).as_str(), "GDP增长&lt;8%");
    }

    #[test]
    fn tags_and_attributes_are_left_alone() {
        assert_eq!(
            mark_runs("<a title=\"中\">x 中文</a>", Lang::En),
            "<a title=\"中\">x <span lang=\"zh-Hans\">中文</span></a>"
        );
    }
}
