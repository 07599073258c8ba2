//! Which characters stand in pages.

use memchr::memchr;

/// A set of characters of the basic plane.
#[derive(Debug, Clone)]
pub(in crate::render) struct Letters(Vec<u64>);

/// What pages write as an entity, and the parts of numbers, whatever the pages hold.
const ALWAYS: &str = "0123456789.,%+-−–…·&<>\"' \u{a0}";

impl Default for Letters {
    /// No character.
    fn default() -> Self {
        Letters(vec![0; 0x1_0000 / 64])
    }
}

impl Letters {
    /// The characters that are always there.
    pub(in crate::render) fn new() -> Self {
        let mut letters = Letters::default();
        letters.add(ALWAYS);
        letters
    }

    /// Every character.
    pub(in crate::render) fn every() -> Self {
        Letters(vec![u64::MAX; 0x1_0000 / 64])
    }

    /// Adds the characters of a text.
    pub(in crate::render) fn add(&mut self, text: &str) {
        for letter in text.chars() {
            let code = usize::try_from(u32::from(letter)).unwrap_or(usize::MAX);
            if let Some(bits) = self.0.get_mut(code / 64) {
                *bits |= 1 << (code % 64);
            }
        }
    }

    /// Adds what a page shows: the text outside of its tags, scripts and styles.
    pub(in crate::render) fn add_page(&mut self, html: &str) {
        shown(html).for_each(|text| self.add(text));
    }

    /// Whether all that a page shows is there.
    pub(in crate::render) fn has_page(&self, html: &str) -> bool {
        shown(html).all(|text| text.chars().all(|letter| self.has(letter)))
    }

    /// Whether a character is there, or beyond the basic plane.
    fn has(&self, letter: char) -> bool {
        let code = usize::try_from(u32::from(letter)).unwrap_or(usize::MAX);
        self.0.get(code / 64).is_none_or(|bits| bits >> (code % 64) & 1 == 1)
    }

    /// Adds what styles show of their own: `content: "→"`.
    pub(in crate::render) fn add_styles(&mut self, css: &str) {
        for declaration in css.split("content:").skip(1) {
            self.add(declaration.split([';', '}']).next().unwrap_or_default());
        }
    }

    /// Adds the capitals of all letters.
    pub(in crate::render) fn add_capitals(&mut self) {
        let capitals: String = self.iter().flat_map(char::to_uppercase).collect();
        self.add(&capitals);
    }

    /// The characters in the order of their codes. U+FFFF is none.
    pub(in crate::render) fn iter(&self) -> impl Iterator<Item = char> {
        let codes = (0..0xFFFF_u32).zip(0_usize..);
        codes
            .filter(|(_, place)| self.0[place / 64] >> (place % 64) & 1 == 1)
            .filter_map(|(code, _)| char::from_u32(code))
    }
}

/// The pieces of text between the tags of a page. A tag is found by its first and its last character:
/// pages are made of tags, and one character is found much faster than a word.
fn shown(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(html);
    std::iter::from_fn(move || {
        let html = rest.take()?;
        let Some(start) = memchr(b'<', html.as_bytes()) else { return Some(html) };
        let (text, tag) = html.split_at(start);
        let closing = match tag.get(1..4) {
            Some("scr") => tag.find("</script"),
            Some("sty") => tag.find("</style"),
            _ => Some(0),
        };
        rest = closing.and_then(|closing| {
            let end = memchr(b'>', &tag.as_bytes()[closing..])?;
            Some(&tag[closing + end + 1..])
        });
        Some(text)
    })
}

#[cfg(test)]
mod tests {
    use super::Letters;

    fn added(add: impl Fn(&mut Letters)) -> String {
        let always = Letters::new();
        let mut letters = Letters::new();
        add(&mut letters);
        letters.iter().filter(|letter| !always.iter().any(|known| known == *letter)).collect()
    }

    #[test]
    fn a_page_shows_what_stands_outside_of_its_tags() {
        let html = "<p title=\"q\">万b</p><script>{\"j\"}</script>a<style>s{}</style>z";
        assert_eq!(added(|letters| letters.add_page(html)), "abz万");
        assert_eq!(added(|letters| letters.add_page("x<broken")), "x");
        let mut letters = Letters::new();
        assert!(!letters.has_page(html) && letters.has_page("<p title=\"q\">12"));
        letters.add_page(html);
        assert!(letters.has_page(html) && letters.has_page("𠮷z"), "beyond the plane is no matter");
    }

    #[test]
    fn styles_show_what_they_have_as_content() {
        let css = "a:before{content:\"→\";color:red}b{content:\"x\"}";
        assert_eq!(added(|letters| letters.add_styles(css)), "x→");
    }

    #[test]
    fn letters_have_capitals() {
        let both = added(|letters| {
            letters.add("bß");
            letters.add_capitals();
        });
        assert_eq!(both, "BSbß");
    }
}
