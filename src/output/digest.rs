//! A short name for bytes that changes with every one of them.

use std::fmt;

/// Stands for bytes. Two that differ have the same digest once in 2^64 times; it is not made to
/// withstand someone who looks for such a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Digest(u64);

/// Odd numbers with as many ones as zeros, without a pattern (the fractions of √2 and √3).
const KEYS: [u64; 2] = [0x6A09_E667_F3BC_C909, 0xBB67_AE85_84CA_A73B];

impl Digest {
    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Digest {
        let (blocks, rest) = bytes.as_chunks::<16>();
        let mut last = [0; 16];
        last[..rest.len()].copy_from_slice(rest);
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let digest = blocks.iter().chain([&last]).fold(Digest(length), |digest, block| {
            let [low, high] = halves(u128::from_le_bytes(*block));
            Digest(fold(low ^ KEYS[0], high ^ digest.0))
        });
        digest.with(Digest(length))
    }

    /// The digest of what this one and then `next` stand for.
    pub fn with(self, next: Digest) -> Digest {
        Digest(fold(self.0 ^ KEYS[0], next.0 ^ KEYS[1]))
    }

    /// The digest that is printed so.
    pub fn read(printed: &str) -> Option<Digest> {
        // The standard library takes a sign, too.
        let is_digest = printed.len() == 16 && printed.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_digest.then(|| u64::from_str_radix(printed, 16).ok().map(Digest)).flatten()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

/// Both halves of a product, joined: each bit depends on all of both factors (the step of wyhash).
fn fold(one: u64, other: u64) -> u64 {
    let [low, high] = halves(u128::from(one) * u128::from(other));
    low ^ high
}

fn halves(wide: u128) -> [u64; 2] {
    let low = u64::try_from(wide & u128::from(u64::MAX)).expect("64 bits");
    [low, u64::try_from(wide >> 64).expect("64 bits")]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Digest;

    #[test]
    fn every_bit_and_every_length_counts() {
        let bytes: Vec<u8> = (0..=200).collect();
        let mut seen: BTreeSet<Digest> = (0..=200).map(|end| Digest::of(&bytes[..end])).collect();
        seen.extend((0..100).map(|count| Digest::of(&vec![0; count])));
        for bit in 0..bytes.len() * 8 {
            let mut changed = bytes.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            seen.insert(Digest::of(&changed));
        }
        // The first two of the zeros were among the others.
        assert_eq!(seen.len(), 201 + 100 - 2 + bytes.len() * 8);
    }

    #[test]
    fn it_is_the_same_everywhere_and_is_read_as_it_is_printed() {
        let digest = Digest::of("公园".as_bytes()).with(Digest::of(b""));
        assert_eq!(digest.to_string(), "4bef9b0b0651f8a3");
        assert_eq!(Digest::read(&digest.to_string()), Some(digest));
        for other in ["7", "+bef9b0b0651f8a3", "4bef9b0b0651f8a3 ", "4bef9b0b0651f8aé"] {
            assert_eq!(Digest::read(other), None, "{other}");
        }
    }
}
