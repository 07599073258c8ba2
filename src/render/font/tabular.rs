//! Tabular lining figures: what the features `lnum` and `tnum` of the `GSUB` table put in the place
//! of a glyph (OpenType 1.9, “GSUB”).

use std::collections::BTreeMap;

use super::read::{Broken, Bytes};

/// The features, in the order in which they are applied.
const FEATURES: [&[u8; 4]; 2] = [b"lnum", b"tnum"];

/// The glyphs that are replaced, with what stands in their place.
pub(super) fn substitutions(table: Bytes<'_>) -> Result<BTreeMap<u16, u16>, Broken> {
    let mut replaced: BTreeMap<u16, u16> = BTreeMap::new();
    for feature in FEATURES {
        let mut found = BTreeMap::new();
        for lookup in lookups(table, feature)? {
            read_lookup(lookup, &mut found)?;
        }
        for glyph in replaced.values_mut() {
            *glyph = found.get(glyph).copied().unwrap_or(*glyph);
        }
        found.into_iter().for_each(|(from, to)| {
            replaced.entry(from).or_insert(to);
        });
    }
    Ok(replaced)
}

/// The lookups of a feature, whatever the script.
fn lookups<'a>(table: Bytes<'a>, wanted: &[u8; 4]) -> Result<Vec<Bytes<'a>>, Broken> {
    let features = table.follow(6)?;
    let all = table.follow(8)?;
    let mut numbers = Vec::new();
    for record in (0..features.number(0)?).map(|number| 2 + 6 * number) {
        if features.slice(record, 4)? == wanted {
            let feature = features.follow(record + 4)?;
            for place in 0..feature.number(2)? {
                numbers.push(feature.number(4 + 2 * place)?);
            }
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().map(|number| all.follow(2 + 2 * number)).collect()
}

/// Reads a lookup of single substitutions, plain or by extension; others replace no single glyph.
fn read_lookup(lookup: Bytes<'_>, found: &mut BTreeMap<u16, u16>) -> Result<(), Broken> {
    for place in 0..lookup.number(4)? {
        let mut subtable = lookup.follow(6 + 2 * place)?;
        let mut kind = lookup.u16(0)?;
        if kind == 7 {
            kind = subtable.u16(2)?;
            subtable = subtable.from(subtable.long(4)?)?;
        }
        if kind == 1 {
            read_single(subtable, found)?;
        }
    }
    Ok(())
}

fn read_single(subtable: Bytes<'_>, found: &mut BTreeMap<u16, u16>) -> Result<(), Broken> {
    let covered = coverage(subtable.follow(2)?)?;
    for (place, glyph) in covered.into_iter().enumerate() {
        let to = match subtable.u16(0)? {
            1 => glyph.wrapping_add(subtable.u16(4)?),
            _ => subtable.u16(6 + 2 * place)?,
        };
        found.insert(glyph, to);
    }
    Ok(())
}

/// The glyphs of a coverage table, in its order.
fn coverage(table: Bytes<'_>) -> Result<Vec<u16>, Broken> {
    let count = table.number(2)?;
    if table.u16(0)? == 1 {
        return (0..count).map(|place| table.u16(4 + 2 * place)).collect();
    }
    let mut glyphs: Vec<u16> = Vec::new();
    for range in (0..count).map(|number| 4 + 6 * number) {
        let first = table.u16(range)?;
        if glyphs.last().is_some_and(|last| *last >= first) {
            return Err(table.broken());
        }
        glyphs.extend(first..=table.u16(range + 2)?);
    }
    Ok(glyphs)
}
