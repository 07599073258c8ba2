//! Reading a font file: every read can fail, because the file can be damaged.

use std::collections::BTreeMap;

/// A font that cannot be used: the table that is missing or damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) struct Broken(pub(in crate::render) &'static str);

/// A table's name.
pub(super) type Tag = [u8; 4];

/// The bytes of a table, and its name for messages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'a> {
    pub(super) bytes: &'a [u8],
    table: &'static str,
}

impl<'a> Bytes<'a> {
    pub(super) fn new(bytes: &'a [u8], table: &'static str) -> Self {
        Bytes { bytes, table }
    }

    /// That the table is damaged.
    pub(super) fn broken(self) -> Broken {
        Broken(self.table)
    }

    /// So many bytes from a place on.
    pub(super) fn slice(self, at: usize, length: usize) -> Result<&'a [u8], Broken> {
        let end = at.checked_add(length).ok_or(self.broken())?;
        self.bytes.get(at..end).ok_or(self.broken())
    }

    /// What follows a place.
    pub(super) fn from(self, at: usize) -> Result<Bytes<'a>, Broken> {
        let bytes = self.bytes.get(at..).ok_or(self.broken())?;
        Ok(Bytes { bytes, ..self })
    }

    pub(super) fn u8(self, at: usize) -> Result<u8, Broken> {
        self.bytes.get(at).copied().ok_or(self.broken())
    }

    pub(super) fn u16(self, at: usize) -> Result<u16, Broken> {
        let bytes = self.slice(at, 2)?;
        Ok(u16::from_be_bytes([bytes[0], bytes[1]]))
    }

    pub(super) fn i16(self, at: usize) -> Result<i16, Broken> {
        Ok(self.u16(at)?.cast_signed())
    }

    pub(super) fn u32(self, at: usize) -> Result<u32, Broken> {
        let bytes = self.slice(at, 4)?;
        Ok(u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    /// A 16-bit number that counts or points.
    pub(super) fn number(self, at: usize) -> Result<usize, Broken> {
        self.u16(at).map(usize::from)
    }

    /// A 32-bit number that counts or points.
    pub(super) fn long(self, at: usize) -> Result<usize, Broken> {
        usize::try_from(self.u32(at)?).map_err(|_| self.broken())
    }

    /// What stands where the 16-bit offset at a place points to.
    pub(super) fn follow(self, at: usize) -> Result<Bytes<'a>, Broken> {
        self.from(self.number(at)?)
    }
}

/// The tables of a TrueType file (OpenType 1.9, “Organization of an OpenType Font”).
pub(super) fn tables(font: &[u8]) -> Result<BTreeMap<Tag, &[u8]>, Broken> {
    let file = Bytes::new(font, "sfnt");
    if ![0x0001_0000, 0x7472_7565].contains(&file.u32(0)?) {
        return Err(file.broken());
    }
    let mut tables = BTreeMap::new();
    for number in 0..file.number(4)? {
        let entry = file.from(12 + 16 * number)?;
        let tag = [entry.u8(0)?, entry.u8(1)?, entry.u8(2)?, entry.u8(3)?];
        tables.insert(tag, file.slice(entry.long(8)?, entry.long(12)?)?);
    }
    Ok(tables)
}
