//! The theme's fonts: declared in `theme.yaml`, cut down to the characters of the pages, and known
//! to the styles as `@use "fonts"`, where `fonts.$numeral` is the font called `numeral` with its
//! stand-ins.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::files::ThemeFiles;
use super::guard::guarded;
use crate::diag::{Sink, Span};
use crate::render::OutputFile;
use crate::render::font::{Broken, Face, Letters};
use crate::source::shape::{Key, Shape};
use crate::source::yaml::Node;

/// The keys of a font.
pub(super) const SHAPE: Shape = Shape::Record(&[
    Key::required("file", Shape::Text),
    Key::required("license", Shape::Text),
    Key::required("family", Shape::Text),
    Key::optional("weight", Shape::Integer),
    Key::optional("fallbacks", Shape::Map(&Shape::Integer)),
]);

/// A font of the theme.
#[derive(Debug)]
pub(super) struct Font<'a> {
    /// Its name in `theme.yaml`, the built file's and the SCSS variable's.
    name: String,
    /// Its file in the theme's folder.
    path: String,
    face: Face<'a>,
    family: String,
    weight: String,
    /// Faces that systems have, with the width of their digits in thousandths of the size.
    fallbacks: Vec<(String, Decimal)>,
    /// Its licence, which goes where the font goes.
    license: OutputFile,
}

/// Opens the fonts that `theme.yaml` declares, reporting those that cannot be used.
pub(super) fn load<'a>(
    theme: &ThemeFiles<'a>,
    declared: Option<&Node>,
    sink: &mut Sink,
) -> Vec<Font<'a>> {
    let declared = declared.map_or(&[][..], Node::entries);
    let mut fonts = Vec::new();
    for (name, node) in declared {
        let plain = |letter: char| letter.is_ascii_lowercase() || letter == '-';
        if name.value.is_empty() || !name.value.chars().all(plain) {
            let message = text!("theme-error.font-name", name = &name.value);
            sink.push(theme.mistake_in("theme.yaml", name.span.range(), message));
            continue;
        }
        if let Some(mut font) = open(theme, &name.value, node, sink) {
            name_license(&mut font, &fonts);
            fonts.push(font);
        }
    }
    fonts
}

/// Gives a licence that is called as another font's is, and says something else, a name of its own.
fn name_license(font: &mut Font<'_>, others: &[Font<'_>]) {
    let mut others = others.iter().map(|other| &other.license);
    let Font { name, license, .. } = font;
    if others.any(|other| other.path == license.path && other.bytes != license.bytes) {
        license.path = license.path.replacen("assets/", &format!("assets/{name}-"), 1);
    }
}

fn open<'a>(theme: &ThemeFiles<'a>, name: &str, node: &Node, sink: &mut Sink) -> Option<Font<'a>> {
    let mut file_of = |key: &str| {
        let path = node.text(key)?;
        let found = theme.get(&path.value);
        if found.is_none() {
            let message = text!("theme-error.font-file", file = &path.value);
            sink.push(theme.mistake_in("theme.yaml", path.span.range(), message));
        }
        Some((path.value, found?))
    };
    let (file, license) = (file_of("file"), file_of("license"));
    let ((path, file), (license_path, license)) = (file?, license?);
    let face = used(theme, &path, sink, || Face::open(file.bytes))?;
    let fallbacks = node.get("fallbacks").map_or(&[][..], Node::entries);
    let license_name = license_path.rsplit('/').next().unwrap_or_default();
    Some(Font {
        name: name.to_owned(),
        path,
        face,
        family: quoted(&node.text("family")?.value),
        weight: node.text("weight").map_or_else(|| "400".to_owned(), |weight| weight.value),
        fallbacks: fallbacks
            .iter()
            .filter_map(|(name, width)| {
                let width: Decimal = width.as_text()?.value.parse().ok()?;
                Some((quoted(&name.value), width)).filter(|(_, width)| !width.is_zero())
            })
            .collect(),
        license: OutputFile {
            path: format!("assets/{license_name}"),
            bytes: license.bytes.to_vec(),
        },
    })
}

/// What is made of the font file at `path`; where nothing can be, that is told.
fn used<T>(
    theme: &ThemeFiles<'_>,
    path: &str,
    sink: &mut Sink,
    make: impl FnOnce() -> Result<T, Broken>,
) -> Option<T> {
    let mut found = match guarded(make) {
        Ok(Ok(made)) => return Some(made),
        Ok(Err(Broken(table))) => {
            let message = text!("theme-error.font", file = path, table = table);
            theme.mistake(path, 1, message).hint(text!("theme-error.font-hint"))
        }
        Err(crash) => theme.crash("", path, &crash),
    };
    found.span = found.span.map(|span| Span::whole(span.file));
    sink.push(found);
    None
}

/// A name as CSS writes one.
fn quoted(name: &str) -> String {
    let plain = |letter: &char| !"\"'\\#".contains(*letter) && !letter.is_control();
    format!("\"{}\"", name.chars().filter(plain).collect::<String>())
}

/// The fonts as SCSS: their `@font-face` rules, and for each a variable with its name, the family
/// and its stand-ins.
pub(super) fn scss(fonts: &[Font<'_>]) -> String {
    fonts.iter().map(Font::scss).collect()
}

impl Font<'_> {
    fn scss(&self) -> String {
        let Font { name, family, weight, .. } = self;
        let mut families = vec![family.clone()];
        let mut scss = format!(
            "@font-face {{ font-family: {family}; font-weight: {weight}; font-display: optional; \
             src: url(\"{name}.woff2\") format(\"woff2\"); }}\n"
        );
        for (number, (local, digit)) in (1..).zip(&self.fallbacks) {
            let stand_in = format!("\"{name}-{number}\"");
            let metrics = self.face.metrics;
            // A size that is adjusted scales the heights of the line with it: undo that.
            let size = metrics.digit / digit;
            let percent = |height: Decimal| {
                let share = height.checked_div(size * Decimal::TEN).unwrap_or_default();
                share.round_dp(2).normalize()
            };
            scss.push_str(&format!(
                "@font-face {{ font-family: {stand_in}; font-weight: {weight}; \
                 src: local({local}); size-adjust: {}%; ascent-override: {}%; \
                 descent-override: {}%; line-gap-override: {}%; }}\n",
                (size * Decimal::ONE_HUNDRED).round_dp(2).normalize(),
                percent(metrics.ascent),
                percent(metrics.descent),
                percent(metrics.gap),
            ));
            families.push(stand_in);
        }
        // Unquoted as a whole, so that interpolation leaves the quotation marks of each.
        scss.push_str(&format!("${name}: unquote('{}');\n", families.join(", ")));
        scss
    }

    /// Whether the font has no character among these codes.
    pub(super) fn is_idle(&self, codes: &RangeInclusive<u32>) -> bool {
        self.face.is_idle(codes)
    }

    /// The files of the built site: the font with these characters, and its licence.
    pub(super) fn files(
        &self,
        theme: &ThemeFiles<'_>,
        letters: &Letters,
        sink: &mut Sink,
    ) -> Vec<OutputFile> {
        match used(theme, &self.path, sink, || self.face.cut(letters)) {
            Some(bytes) => {
                let path = format!("assets/{}.woff2", self.name);
                vec![OutputFile { path, bytes }, self.license.clone()]
            }
            None => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::fixture::rendered;

    #[test]
    fn fonts_share_a_licence_or_have_each_its_own() {
        let font = "file: fonts/barlow-condensed-600.ttf, family: Barlow";
        let embedded = ThemeFiles::embedded();
        let yaml = embedded.get("theme.yaml").unwrap().text();
        let (above, _) = yaml.split_once("fonts:\n").unwrap();
        let [shared, other] = ["fonts/LICENSE.txt", "fonts/other/LICENSE.txt"];
        let fonts = [("numeral", shared), ("b", other), ("c", shared)]
            .map(|(name, license)| format!("  {name}: {{{font}, license: {license}}}\n"));
        let yaml = format!("{above}fonts:\n{}", fonts.concat());
        let (output, sink) =
            rendered(&[("theme.yaml", &yaml), (shared, "free"), (other, "also free")]);
        assert_eq!(sink.diagnostics(), []);
        let licenses = output.iter().filter(|file| file.path.ends_with("LICENSE.txt"));
        let licenses: Vec<(&str, &[u8])> =
            licenses.map(|file| (file.path.as_str(), file.bytes.as_slice())).collect();
        assert_eq!(
            licenses,
            [("assets/LICENSE.txt", &b"free"[..]), ("assets/b-LICENSE.txt", b"also free")]
        );
        for file in ["assets/b.woff2", "assets/c.woff2", "assets/numeral.woff2"] {
            assert!(output.iter().any(|made| made.path == file), "{file}");
        }
    }

    #[test]
    fn a_font_that_breaks_its_reader_is_a_mistake_at_the_font() {
        let mut sink = Sink::new();
        let theme = ThemeFiles::embedded();
        let made = used(&theme, "fonts/a.ttf", &mut sink, || -> Result<u8, Broken> {
            panic!("index out of bounds")
        });
        assert_eq!(made, None);
        let found = sink.into_sorted();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message.id(), "theme-error.crash");
        assert_eq!(used(&theme, "fonts/a.ttf", &mut Sink::new(), || Ok(5)), Some(5));
    }
}
