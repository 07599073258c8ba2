//! A page while a template writes it: one that goes on for ever is ended.

use std::io::{self, Write};

/// The longest page, in bytes: twenty times what a page of a thousand cards takes.
pub(super) const LONGEST: usize = 128 << 20;

/// The bytes of a page so far.
#[derive(Debug)]
pub(super) struct PageBytes {
    bytes: Vec<u8>,
    longest: usize,
    /// Whether more was written than a page may have.
    pub(super) is_full: bool,
}

impl PageBytes {
    /// A page of at most so many bytes.
    pub(super) fn new(longest: usize) -> Self {
        PageBytes { bytes: Vec::with_capacity(32 * 1024), longest, is_full: false }
    }

    /// What was written.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl Write for PageBytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if bytes.len() > self.longest - self.bytes.len() {
            self.is_full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let needed = self.bytes.len() + bytes.len();
        if needed > self.bytes.capacity() {
            // Never more room than a page may take.
            let room = needed.max(2 * self.bytes.capacity()).min(self.longest);
            self.bytes.reserve_exact(room - self.bytes.len());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_ends_where_it_is_too_long() {
        let mut page = PageBytes::new(5);
        page.write_all(b"abc").unwrap();
        page.write_all(b"de").unwrap();
        assert!(!page.is_full);
        assert!(page.write_all(b"f").is_err());
        assert!(page.is_full);
        assert_eq!(page.into_bytes(), b"abcde");
    }
}
