//! Which characters stand in pages.

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
        let mut rest = html;
        while let Some(tag) = rest.find('<') {
            self.add(&rest[..tag]);
            rest = &rest[tag..];
            let closing = match rest.get(1..4) {
                Some("scr") => rest.find("</script"),
                Some("sty") => rest.find("</style"),
                _ => Some(0),
            };
            // One character is found much faster than a word, and pages are made of tags.
            rest = closing.map_or("", |closing| &rest[closing..]);
            rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
        }
        self.add(rest);
    }

    /// Adds what styles show of their own: `content: "→"`.
    pub(in crate::render) fn add_styles(&mut self, css: &str) {
        for declaration in css.split("content:").skip(1) {
            self.add(declaration.split([';', '}']).next().unwrap_or_default());
        }
    }

    /// Adds the characters of another set.
    pub(in crate::render) fn join(&mut self, other: &Letters) {
        for (own, bits) in self.0.iter_mut().zip(&other.0) {
            *own |= bits;
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
    }

    #[test]
    fn styles_show_what_they_have_as_content() {
        let css = "a:before{content:\"→\";color:red}b{content:\"x\"}";
        assert_eq!(added(|letters| letters.add_styles(css)), "x→");
    }

    #[test]
    fn sets_are_joined_and_have_capitals() {
        let both = added(|letters| {
            let mut other = Letters::new();
            other.add("ß");
            letters.add("b");
            letters.join(&other);
            letters.add_capitals();
        });
        assert_eq!(both, "BSbß");
    }
}
