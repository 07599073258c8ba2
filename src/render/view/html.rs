//! Text that is ready for a page, with `lang` on each run of the other language.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use tera::Value;

use crate::lang::{Bilingual, Lang};

/// Which characters of a text in each language belong to the other one. Latin words in Chinese
/// text are common property (GDP, 5G) and need no mark.
static FOREIGN: Bilingual<Option<IsForeign>> = Bilingual { zh: None, en: Some(is_han) };

type IsForeign = fn(char) -> bool;

/// The first byte of U+3000 in UTF-8; no foreign character comes before it.
const FIRST_FOREIGN_BYTE: u8 = 0xE3;

/// A piece of HTML; templates print it as it is. It is kept as templates need it, so that a clone
/// is another handle on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Html(Value);

impl Html {
    /// HTML that is known to be well-formed.
    pub fn new(html: &str) -> Self {
        Html(Value::safe_string(html))
    }

    /// Plain text of a page in `lang`, escaped, with the other language's runs marked.
    pub fn text(text: &str, lang: Lang) -> Self {
        if is_plain(text) && !has_foreign(text, lang) {
            return Html::new(text);
        }
        let mut html = String::with_capacity(text.len() + 64);
        push_runs(&mut html, text, lang, push_escaped);
        Html::new(&html)
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        self.0.as_str().unwrap_or_default()
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize("Html", &self.0, serializer)
    }
}

/// Plain text, which templates escape; kept like [`Html`].
#[derive(Debug, Clone, PartialEq)]
pub struct Words(Value);

impl Words {
    /// The text.
    pub fn as_str(&self) -> &str {
        self.0.as_str().unwrap_or_default()
    }
}

impl<T: AsRef<str>> From<T> for Words {
    fn from(text: T) -> Self {
        Words(Value::normal_string(text.as_ref()))
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize("Words", &self.0, serializer)
    }
}

/// Templates take another handle on a text, an outline (which is not for human readers) the text.
fn serialize<S: Serializer>(
    name: &'static str,
    text: &Value,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        text.serialize(serializer)
    } else {
        serializer.serialize_newtype_struct(name, text.as_str().unwrap_or_default())
    }
}

/// Whether a text has characters of the other language. Those begin with a high byte in UTF-8, and the
/// highest byte of a text is found many bytes at once.
fn has_foreign(text: &str, lang: Lang) -> bool {
    let may_be = || text.bytes().fold(0, u8::max) >= FIRST_FOREIGN_BYTE;
    FOREIGN.get(lang).is_some_and(|foreign| may_be() && text.contains(foreign))
}

/// Appends a text by `push`, with the other language's runs marked.
fn push_runs(html: &mut String, text: &str, lang: Lang, push: fn(&mut String, &str)) {
    let mut rest = text;
    if let Some(foreign) = FOREIGN.get(lang).filter(|_| has_foreign(text, lang)) {
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
pub(in crate::render) fn mark_runs(html: &str, lang: Lang) -> Cow<'_, str> {
    if !has_foreign(html, lang) {
        return Cow::Borrowed(html);
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
    Cow::Owned(marked)
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

/// What stands for a byte that has a meaning.
const fn entity(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        _ => None,
    }
}

/// Which bytes have a meaning.
const MEANS: [bool; 256] = {
    let mut means = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        means[byte as usize] = entity(byte).is_some();
        byte += 1;
    }
    means
};

/// Whether nothing in a text has a meaning, as in most. Without an early end many bytes are looked at
/// at once.
fn is_plain(text: &str) -> bool {
    !text.bytes().fold(false, |any, byte| any | MEANS[usize::from(byte)])
}

/// Appends what [`escape`] makes of a text.
pub(in crate::render) fn push_escaped(escaped: &mut String, text: &str) {
    if is_plain(text) {
        return escaped.push_str(text);
    }
    let mut copied = 0;
    for (place, byte) in text.bytes().enumerate() {
        let Some(entity) = entity(byte) else { continue };
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
            Html::text("Sea bathing (海水浴) & more", Lang::En).as_str(),
            "Sea bathing (<span lang=\"zh-Hans\">海水浴</span>) &amp; more"
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
