//! A theme's font, cut down to the characters that the site uses.
//!
//! The font file is a TrueType one. What is left of it is packed as WOFF2: outlines without
//! instructions, tabular lining figures in the place of the default ones, no kerning.

mod cmap;
mod glyf;
mod letters;
mod read;
mod tabular;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use rust_decimal::Decimal;
use ttf2woff2::EncodeOptions;

use cmap::Cmap;
use glyf::{Chosen, Outlines};
pub(super) use letters::Letters;
pub(super) use read::Broken;
use read::{Bytes, Tag};

/// The packing. 11 would save two percent and take six times as long; the more
/// it is, the more memory the packer takes for a file of any size: at 9 it is 40 MB, at 6 it is 4.
const QUALITY: u8 = 6;

/// A font file that has been opened.
#[derive(Debug)]
pub(super) struct Face<'a> {
    tables: BTreeMap<Tag, &'a [u8]>,
    cmap: Cmap<'a>,
    tabular: BTreeMap<u16, u16>,
    outlines: Outlines<'a>,
    /// The width of a tabular digit and the heights of a line, in thousandths of the size.
    pub(super) metrics: Metrics,
}

/// What a stand-in must be scaled to, in thousandths of the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Metrics {
    /// How wide a digit is.
    pub(super) digit: Decimal,
    /// From the base line to the top.
    pub(super) ascent: Decimal,
    /// From the base line to the bottom.
    pub(super) descent: Decimal,
    /// Between one line and the next.
    pub(super) gap: Decimal,
}

impl<'a> Face<'a> {
    /// Opens a TrueType file.
    pub(super) fn open(file: &'a [u8]) -> Result<Self, Broken> {
        let tables = read::tables(file)?;
        let cmap = Cmap::open(table(&tables, "cmap")?)?;
        let tabular = match table(&tables, "GSUB") {
            Ok(table) => tabular::substitutions(table)?,
            Err(_) => BTreeMap::new(),
        };
        let head = table(&tables, "head")?;
        let outlines = Outlines {
            glyf: table(&tables, "glyf")?,
            loca: table(&tables, "loca")?,
            long: head.u16(50)? != 0,
        };
        let units = Decimal::from(head.u16(18)?);
        let hhea = table(&tables, "hhea")?;
        let thousandths = |length: Decimal| {
            (length * Decimal::ONE_THOUSAND).checked_div(units).ok_or(head.broken())
        };
        let zero = cmap.glyph('0')?;
        let zero = tabular.get(&zero).copied().unwrap_or(zero);
        let metrics = Metrics {
            digit: thousandths(advance(&tables, zero)?.0.into())?,
            ascent: thousandths(hhea.i16(4)?.into())?,
            descent: thousandths(-Decimal::from(hhea.i16(6)?))?,
            gap: thousandths(hhea.i16(8)?.into())?,
        };
        Ok(Face { tables, cmap, tabular, outlines, metrics })
    }

    /// Whether the font has no character among these codes.
    pub(super) fn is_idle(&self, codes: &RangeInclusive<u32>) -> bool {
        self.cmap.reaches(codes).is_ok_and(|reaches| !reaches)
    }

    /// The font with these of its characters, as a WOFF2 file.
    pub(super) fn cut(&self, letters: &Letters) -> Result<Vec<u8>, Broken> {
        let options = EncodeOptions {
            quality: QUALITY.into(),
            transform_glyf_loca: true,
            ..EncodeOptions::default()
        };
        let smaller = self.smaller(letters)?;
        ttf2woff2::encode_with_options(&smaller, options).map_err(|_| Broken("glyf"))
    }

    /// The same as a TrueType file.
    fn smaller(&self, letters: &Letters) -> Result<Vec<u8>, Broken> {
        let mut chosen = Chosen::default();
        chosen.number(0);
        let mut codes: Vec<(u16, u16)> = Vec::new();
        for letter in letters.iter() {
            let glyph = self.cmap.glyph(letter)?;
            if let (Ok(code), true) = (u16::try_from(u32::from(letter)), glyph != 0) {
                let glyph = self.tabular.get(&glyph).copied().unwrap_or(glyph);
                codes.push((code, chosen.number(glyph)));
            }
        }
        self.outlines.copy(&mut chosen)?;
        self.write(&codes, &chosen)
    }

    fn write(&self, codes: &[(u16, u16)], chosen: &Chosen) -> Result<Vec<u8>, Broken> {
        let (glyf, loca, long) = glyf::write(&chosen.outlines);
        let count = u16::try_from(chosen.order.len()).map_err(|_| Broken("maxp"))?;
        let mut hmtx = Vec::with_capacity(4 * chosen.order.len());
        for glyph in &chosen.order {
            let (advance, bearing) = advance(&self.tables, *glyph)?;
            hmtx.extend(advance.to_be_bytes());
            hmtx.extend(bearing.to_be_bytes());
        }
        let long = u16::from(long);
        let first = codes.first().map_or(0, |(code, _)| *code);
        let last = codes.last().map_or(0, |(code, _)| *code);
        let mut tables: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
        tables.insert("cmap", cmap::write(codes));
        tables.insert("glyf", glyf);
        tables.insert("loca", loca);
        tables.insert("hmtx", hmtx);
        tables.insert("head", self.changed("head", 54, &[(8, 0), (10, 0), (50, long)])?);
        tables.insert("hhea", self.changed("hhea", 36, &[(34, count)])?);
        // No instructions, so nothing that they would need.
        let idle = [18, 20, 22, 24, 26].map(|place| (place, 0));
        let idle: Vec<(usize, u16)> = idle.into_iter().chain([(4, count)]).collect();
        tables.insert("maxp", self.changed("maxp", 32, &idle)?);
        tables.insert("post", self.changed("post", 32, &[(0, 3), (2, 0)])?);
        tables.insert("OS/2", self.changed("OS/2", 78, &[(64, first), (66, last)])?);
        tables.insert("name", table(&self.tables, "name")?.bytes.to_vec());
        // Smooth edges at every size.
        tables.insert("gasp", [0, 1, 0, 1, 0xFF, 0xFF, 0, 0x0F].to_vec());
        Ok(file(&tables))
    }

    /// A table with some of its words changed, at least so long; cut to that length where it is one
    /// of fixed length.
    fn changed(
        &self,
        name: &'static str,
        length: usize,
        words: &[(usize, u16)],
    ) -> Result<Vec<u8>, Broken> {
        let all = table(&self.tables, name)?;
        let least = all.slice(0, length)?;
        let mut copy = if name == "OS/2" { all.bytes.to_vec() } else { least.to_vec() };
        for (place, word) in words {
            copy[*place..place + 2].copy_from_slice(&word.to_be_bytes());
        }
        Ok(copy)
    }
}

fn table<'a>(tables: &BTreeMap<Tag, &'a [u8]>, name: &'static str) -> Result<Bytes<'a>, Broken> {
    let bytes = tables.iter().find(|(tag, _)| tag.as_slice() == name.as_bytes());
    bytes.map(|(_, bytes)| Bytes::new(bytes, name)).ok_or(Broken(name))
}

/// How wide a glyph is, and where it begins, in units of the font.
fn advance(tables: &BTreeMap<Tag, &[u8]>, glyph: u16) -> Result<(u16, i16), Broken> {
    let hmtx = table(tables, "hmtx")?;
    let full = table(tables, "hhea")?.number(34)?;
    let last = full.checked_sub(1).ok_or(Broken("hhea"))?;
    let glyph = usize::from(glyph);
    let bearing = if glyph < full { 4 * glyph + 2 } else { 4 * full + 2 * (glyph - full) };
    Ok((hmtx.u16(4 * glyph.min(last))?, hmtx.i16(bearing)?))
}

/// A TrueType file of these tables. The sums that would find damage are left to the packing.
fn file(tables: &BTreeMap<&str, Vec<u8>>) -> Vec<u8> {
    let count = u16::try_from(tables.len()).expect("a font has a few tables");
    let mut file = vec![0, 1, 0, 0];
    file.extend(count.to_be_bytes());
    file.extend([0; 6]);
    let mut at = 12 + 16 * tables.len();
    for (name, bytes) in tables {
        file.extend(name.as_bytes());
        for number in [0, at, bytes.len()] {
            file.extend(u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes());
        }
        at += bytes.len().next_multiple_of(4);
    }
    for bytes in tables.values() {
        file.extend(bytes);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    static BARLOW: &[u8] = include_bytes!("../../../themes/default/fonts/barlow-condensed-600.ttf");

    fn letters(text: &str) -> Letters {
        let mut letters = Letters::new();
        letters.add(text);
        letters
    }

    #[test]
    fn only_the_characters_asked_for_are_left() {
        let face = Face::open(BARLOW).unwrap();
        let file = face.smaller(&letters("0123456789é万")).unwrap();
        let smaller = Face::open(&file).unwrap();
        assert_ne!(smaller.cmap.glyph('é'), Ok(0));
        assert_eq!(smaller.cmap.glyph('万'), Ok(0), "the face has no Chinese");
        assert_eq!(smaller.cmap.glyph('è'), Ok(0));
        assert_eq!(smaller.metrics, face.metrics);
        assert!(face.cut(&letters("0123456789")).unwrap().len() < 7000);
        let idle = |first: char, last: char| face.is_idle(&(first.into()..=last.into()));
        assert!(idle('一', '龥') && !idle('a', '一') && !idle('é', 'é'));
    }

    #[test]
    fn digits_are_of_one_width() {
        let face = Face::open(BARLOW).unwrap();
        let width = |face: &Face<'_>, digit: char| {
            advance(&face.tables, face.cmap.glyph(digit).unwrap()).unwrap().0
        };
        assert_ne!(width(&face, '0'), width(&face, '1'), "the file's default digits are not");
        let file = face.smaller(&letters("0123456789")).unwrap();
        let smaller = Face::open(&file).unwrap();
        for digit in '0'..='9' {
            assert_eq!(Decimal::from(width(&smaller, digit)), face.metrics.digit, "{digit}");
        }
    }

    #[test]
    fn the_same_characters_give_the_same_bytes() {
        let cut = || Face::open(BARLOW).unwrap().cut(&letters("384 million")).unwrap();
        assert_eq!(cut(), cut());
    }

    #[test]
    fn a_glyph_composed_of_others_brings_them_along() {
        let face = Face::open(BARLOW).unwrap();
        let mut chosen = Chosen::default();
        for letter in 'À'..='ÿ' {
            chosen.number(face.cmap.glyph(letter).unwrap());
        }
        let asked = chosen.order.len();
        face.outlines.copy(&mut chosen).unwrap();
        assert!(chosen.order.len() > asked, "accents are glyphs of their own");
        assert_eq!(chosen.outlines.len(), chosen.order.len());
    }

    #[test]
    fn a_damaged_file_is_refused_and_never_panics() {
        let text = letters("0123456789,.%ÀÉabc");
        let mut refused = 0;
        let mut state = 1u32;
        for _ in 0..150 {
            let mut file = BARLOW.to_vec();
            for _ in 0..8 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let place = usize::try_from(state >> 8).unwrap();
                // Half of the damage in the tables' heads, where it matters most.
                let end = if place % 2 == 0 { 4000 } else { file.len() };
                file[place % end] = state.to_be_bytes()[0];
            }
            refused += usize::from(Face::open(&file).and_then(|face| face.cut(&text)).is_err());
        }
        assert!(refused > 20, "{refused}");
        for length in [0, 3, 11, 300, 3000, 20_000, 60_000] {
            let cut = Face::open(&BARLOW[..length]).and_then(|face| face.cut(&text));
            assert!(cut.is_err(), "{length}");
        }
    }
}
