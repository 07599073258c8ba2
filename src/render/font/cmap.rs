//! From characters to glyphs and back: the `cmap` table.

use std::ops::RangeInclusive;

use super::read::{Broken, Bytes};

/// A subtable that maps Unicode to glyphs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cmap<'a> {
    table: Bytes<'a>,
    format: u16,
}

impl<'a> Cmap<'a> {
    /// The best subtable of the table: the full repertoire before the basic plane.
    pub(super) fn open(table: Bytes<'a>) -> Result<Self, Broken> {
        let mut best: Option<Cmap<'a>> = None;
        for number in 0..table.number(2)? {
            let record = table.from(4 + 8 * number)?;
            let unicode = matches!((record.u16(0)?, record.u16(2)?), (0, 0..=6) | (3, 1 | 10));
            let found = table.from(record.long(4)?)?;
            let format = found.u16(0)?;
            if unicode && matches!(format, 4 | 12) && best.is_none_or(|known| known.format < format)
            {
                best = Some(Cmap { table: found, format });
            }
        }
        best.ok_or(table.broken())
    }

    /// The glyph of a character; 0 where the font has none.
    pub(super) fn glyph(self, letter: char) -> Result<u16, Broken> {
        if self.format == 12 { self.in_groups(letter.into()) } else { self.in_segments(letter) }
    }

    /// Whether the font may have characters among these codes.
    pub(super) fn reaches(self, codes: &RangeInclusive<u32>) -> Result<bool, Broken> {
        let meets = |first: u32, last: u32| first <= *codes.end() && *codes.start() <= last;
        if self.format == 12 {
            for group in 0..self.table.long(12)? {
                let group = self.table.from(16 + 12 * group)?;
                if meets(group.u32(0)?, group.u32(4)?) {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let count = self.table.number(6)? / 2;
        for segment in (0..count).map(|segment| 2 * segment) {
            let first = self.table.u16(16 + 2 * count + segment)?;
            // The last segment, of U+FFFF alone, only ends the table.
            if first != u16::MAX && meets(first.into(), self.table.u16(14 + segment)?.into()) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Format 4: segments of the basic plane.
    fn in_segments(self, letter: char) -> Result<u16, Broken> {
        let Ok(code) = u16::try_from(u32::from(letter)) else { return Ok(0) };
        let count = self.table.number(6)? / 2;
        let (ends, starts) = (14, 16 + 2 * count);
        let (deltas, offsets) = (starts + 2 * count, starts + 4 * count);
        for segment in (0..count).map(|segment| 2 * segment) {
            if self.table.u16(ends + segment)? < code {
                continue;
            }
            let start = self.table.u16(starts + segment)?;
            if start > code {
                return Ok(0);
            }
            let delta = self.table.u16(deltas + segment)?;
            let offset = self.table.number(offsets + segment)?;
            if offset == 0 {
                return Ok(code.wrapping_add(delta));
            }
            let place = offsets + segment + offset + 2 * usize::from(code - start);
            let glyph = self.table.u16(place)?;
            return Ok(if glyph == 0 { 0 } else { glyph.wrapping_add(delta) });
        }
        Ok(0)
    }

    /// Format 12: groups of consecutive glyphs.
    fn in_groups(self, code: u32) -> Result<u16, Broken> {
        for number in 0..self.table.long(12)? {
            let group = self.table.from(16 + 12 * number)?;
            if (group.u32(0)?..=group.u32(4)?).contains(&code) {
                let glyph = group.u32(8)?.wrapping_add(code - group.u32(0)?);
                return u16::try_from(glyph).map_err(|_| self.table.broken());
            }
        }
        Ok(0)
    }
}

/// A run of characters whose glyphs follow each other too.
struct Run {
    first: u16,
    last: u16,
    glyph: u16,
}

/// A `cmap` table of format 4 for characters in order, with their glyphs.
pub(super) fn write(glyphs: &[(u16, u16)]) -> Vec<u8> {
    let mut runs: Vec<Run> = Vec::new();
    for (code, glyph) in glyphs {
        match runs.last_mut() {
            Some(run) if code - run.last == 1 && run.glyph + (code - run.first) == *glyph => {
                run.last = *code;
            }
            _ => runs.push(Run { first: *code, last: *code, glyph: *glyph }),
        }
    }
    // The last segment is always that of U+FFFF, which is no character.
    runs.push(Run { first: 0xFFFF, last: 0xFFFF, glyph: 0 });
    let count = u16::try_from(runs.len()).expect("there are at most as many runs as characters");
    let power = count.ilog2();
    let search = 2u16 << power;
    let mut words = vec![0, 1, 3, 1, 0, 12];
    words.extend([4, 16 + 8 * count, 0, 2 * count, search]);
    words.extend([u16::try_from(power).unwrap_or(0), 2 * count - search]);
    words.extend(runs.iter().map(|run| run.last));
    words.push(0);
    words.extend(runs.iter().map(|run| run.first));
    words.extend(runs.iter().map(|run| run.glyph.wrapping_sub(run.first)));
    words.extend(runs.iter().map(|_| 0));
    words.iter().flat_map(|word: &u16| word.to_be_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Cmap, write};

    #[test]
    fn what_is_written_is_read_again() {
        let glyphs = [(32, 1), (48, 2), (49, 3), (50, 9), (0x4E07, 4), (0xFFFE, 5)];
        let table = write(&glyphs);
        let cmap = Cmap::open(Bytes::new(&table, "cmap")).unwrap();
        for (code, glyph) in glyphs {
            let letter = char::from_u32(code.into()).unwrap();
            assert_eq!(cmap.glyph(letter), Ok(glyph), "{letter}");
        }
        for letter in ['!', '3', '\u{4E08}', '\u{1F600}'] {
            assert_eq!(cmap.glyph(letter), Ok(0), "{letter}");
        }
    }
}
