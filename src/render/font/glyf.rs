//! The outlines of a font: the `glyf` and `loca` tables. Instructions for the rasteriser are left
//! out; at the sizes of a numeral they do nothing.

use std::collections::BTreeMap;

use super::read::{Broken, Bytes};

/// Flags of a component of a composite glyph.
const WORDS: u16 = 0x0001;
const SCALE: u16 = 0x0008;
const MORE: u16 = 0x0020;
const TWO_SCALES: u16 = 0x0040;
const MATRIX: u16 = 0x0080;
const INSTRUCTIONS: u16 = 0x0100;

/// The outlines of all glyphs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outlines<'a> {
    pub(super) glyf: Bytes<'a>,
    pub(super) loca: Bytes<'a>,
    /// Whether `loca` has offsets of 32 bits.
    pub(super) long: bool,
}

/// The glyphs of a smaller font: each old one's new number, and the outlines in the new order.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    numbers: BTreeMap<u16, u16>,
    /// The old numbers, in the new order.
    pub(super) order: Vec<u16>,
    /// The new outlines.
    pub(super) outlines: Vec<Vec<u8>>,
}

impl Chosen {
    /// The new number of a glyph.
    pub(super) fn number(&mut self, glyph: u16) -> u16 {
        let next = u16::try_from(self.order.len()).unwrap_or(0);
        *self.numbers.entry(glyph).or_insert_with(|| {
            self.order.push(glyph);
            next
        })
    }
}

impl<'a> Outlines<'a> {
    /// Copies the outlines of the chosen glyphs, and of those that they are composed of.
    pub(super) fn copy(self, chosen: &mut Chosen) -> Result<(), Broken> {
        while let Some(glyph) = chosen.order.get(chosen.outlines.len()) {
            let data = self.of(*glyph)?;
            let copy = match data {
                Some(data) if data.i16(0)? < 0 => composite(data, chosen)?,
                Some(data) => simple(data)?,
                None => Vec::new(),
            };
            chosen.outlines.push(copy);
        }
        Ok(())
    }

    /// A glyph's outline; none for a space.
    fn of(self, glyph: u16) -> Result<Option<Bytes<'a>>, Broken> {
        let glyph = usize::from(glyph);
        let offset = |glyph: usize| match self.long {
            true => self.loca.long(4 * glyph),
            false => self.loca.number(2 * glyph).map(|offset| 2 * offset),
        };
        let (start, end) = (offset(glyph)?, offset(glyph + 1)?);
        let length = end.checked_sub(start).ok_or(self.loca.broken())?;
        let data = self.glyf.slice(start, length)?;
        Ok((length > 0).then_some(Bytes::new(data, "glyf")))
    }
}

/// A glyph with contours of its own, checked through and through.
fn simple(data: Bytes<'_>) -> Result<Vec<u8>, Broken> {
    let contours = data.number(0)?;
    let mut copy = data.slice(0, 10 + 2 * contours)?.to_vec();
    let mut points = 0;
    for contour in 0..contours {
        let end = data.number(10 + 2 * contour)?;
        if end < points || end == 0xFFFF {
            return Err(data.broken());
        }
        points = end + 1;
    }
    copy.extend([0, 0]);
    let instructions = data.number(10 + 2 * contours)?;
    let from = 12 + 2 * contours + instructions;
    let length = points_length(data.from(from)?, points)?;
    copy.extend(data.slice(from, length)?);
    Ok(copy)
}

/// How many bytes the flags and coordinates of so many points take.
fn points_length(data: Bytes<'_>, points: usize) -> Result<usize, Broken> {
    let mut at = 0;
    let mut coordinates = 0;
    let mut seen = 0;
    while seen < points {
        let flag = data.u8(at)?;
        at += 1;
        let mut times = 1;
        if flag & 0x08 != 0 {
            times += usize::from(data.u8(at)?);
            at += 1;
        }
        seen += times;
        let bytes = |short: u8, same: u8| match (flag & short != 0, flag & same != 0) {
            (true, _) => 1,
            (false, true) => 0,
            (false, false) => 2,
        };
        coordinates += times * (bytes(0x02, 0x10) + bytes(0x04, 0x20));
    }
    if seen == points { Ok(at + coordinates) } else { Err(data.broken()) }
}

/// A glyph that is composed of others, which are chosen with it.
fn composite(data: Bytes<'_>, chosen: &mut Chosen) -> Result<Vec<u8>, Broken> {
    let mut copy = data.slice(0, 10)?.to_vec();
    loop {
        let at = copy.len();
        let flags = data.u16(at)?;
        let component = chosen.number(data.u16(at + 2)?);
        let offsets = if flags & WORDS != 0 { 4 } else { 2 };
        let transform = match flags {
            flags if flags & SCALE != 0 => 2,
            flags if flags & TWO_SCALES != 0 => 4,
            flags if flags & MATRIX != 0 => 8,
            _ => 0,
        };
        copy.extend((flags & !INSTRUCTIONS).to_be_bytes());
        copy.extend(component.to_be_bytes());
        copy.extend(data.slice(at + 4, offsets + transform)?);
        if flags & MORE == 0 {
            return Ok(copy);
        }
    }
}

/// The new `glyf` and `loca` tables, and whether `loca` has offsets of 32 bits.
pub(super) fn write(outlines: &[Vec<u8>]) -> (Vec<u8>, Vec<u8>, bool) {
    let mut glyf = Vec::new();
    let mut offsets = vec![0];
    for outline in outlines {
        glyf.extend(outline);
        glyf.resize(glyf.len().next_multiple_of(4), 0);
        offsets.push(u32::try_from(glyf.len()).unwrap_or(u32::MAX));
    }
    // A decoder may lay the outlines out wider than they are here: keep away from 2 × 65 535.
    let long = glyf.len() > 65_535;
    let loca = match long {
        true => offsets.iter().flat_map(|offset| offset.to_be_bytes()).collect(),
        false => offsets
            .iter()
            .flat_map(|offset| u16::try_from(offset / 2).unwrap_or(0).to_be_bytes())
            .collect(),
    };
    (glyf, loca, long)
}
