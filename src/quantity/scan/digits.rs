//! Numbers in digits: 4,270 · 7.4 · １１.92.

use rust_decimal::Decimal;

/// A run of digits with its separators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digits {
    pub(crate) end: usize,
    /// `None` when there are more digits than a decimal holds.
    pub(crate) value: Option<Decimal>,
    /// Digits after the decimal point.
    pub(crate) decimals: u8,
    /// Digits before it.
    pub(crate) integers: usize,
    pub(crate) grouped: bool,
    pub(crate) leading_zero: bool,
}

/// More digits than this are a name: an account, a serial number.
const MOST_DIGITS: usize = 26;

/// The digit at `at`, half or full width, and its length in bytes.
pub(crate) fn digit(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    match bytes.get(at..)? {
        [byte @ b'0'..=b'9', ..] => Some((byte - b'0', 1)),
        [0xEF, 0xBC, last @ 0x90..=0x99, ..] => Some((last - 0x90, 3)),
        _ => None,
    }
}

/// Reads the digits that begin at `at`.
pub(crate) fn read(bytes: &[u8], at: usize) -> Option<Digits> {
    let (first, _) = digit(bytes, at)?;
    let mut run = Run { bytes, end: at, mantissa: 0, count: 0, wide: false };
    let mut integers = run.take();
    let mut grouped = false;
    while integers > 0 && run.group(if grouped { 3 } else { integers }) {
        integers += 3;
        grouped = true;
    }
    let decimals = run.fraction();
    let value = (run.count <= MOST_DIGITS)
        .then(|| Decimal::try_from_i128_with_scale(run.mantissa, u32::from(decimals)).ok())
        .flatten();
    let leading_zero = first == 0 && integers > 1;
    Some(Digits { end: run.end, value, decimals, integers, grouped, leading_zero })
}

struct Run<'t> {
    bytes: &'t [u8],
    end: usize,
    mantissa: i128,
    count: usize,
    /// The last digit was full width.
    wide: bool,
}

impl Run<'_> {
    /// Takes digits; how many they were.
    fn take(&mut self) -> usize {
        let before = self.count;
        while let Some((digit, length)) = digit(self.bytes, self.end) {
            if self.count < MOST_DIGITS {
                self.mantissa = self.mantissa * 10 + i128::from(digit);
            }
            self.count += 1;
            self.wide = length > 1;
            self.end += length;
        }
        self.count - before
    }

    /// Takes one separator and its three digits, if that is what follows.
    fn group(&mut self, lead: usize) -> bool {
        let separator = match self.bytes.get(self.end..).unwrap_or_default() {
            [b',', ..] => 1,
            // Among full-width digits a full-width comma groups too: ４，５６５.
            [0xEF, 0xBC, 0x8C, 0xEF, 0xBC, 0x90..=0x99, ..] if self.wide => 3,
            [0xE2, 0x80, 0x89 | 0xAF, ..] => 3,
            _ => return false,
        };
        let mut at = self.end + separator;
        for _ in 0..3 {
            match digit(self.bytes, at) {
                Some((_, length)) => at += length,
                None => return false,
            }
        }
        if lead > 3 || digit(self.bytes, at).is_some() {
            return false;
        }
        self.end += separator;
        self.take();
        true
    }

    /// Takes a decimal point and the digits behind it; how many they were.
    fn fraction(&mut self) -> u8 {
        let point = match self.bytes.get(self.end..).unwrap_or_default() {
            [b'.', ..] => 1,
            [0xEF, 0xBC, 0x8E, ..] => 3,
            _ => return 0,
        };
        if digit(self.bytes, self.end + point).is_none() {
            return 0;
        }
        self.end += point;
        u8::try_from(self.take()).unwrap_or(u8::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> (Option<String>, usize) {
        let digits = read(text.as_bytes(), 0).expect("the text begins with a digit");
        (digits.value.map(|value| value.to_string()), digits.end)
    }

    #[test]
    fn separators_belong_to_a_number_only_between_groups_of_three() {
        assert_eq!(value("1,234,567.89亿"), (Some("1234567.89".into()), 12));
        assert_eq!(value("3,18"), (Some("3".into()), 1));
        assert_eq!(value("2022,300"), (Some("2022".into()), 4));
        assert_eq!(value("1,2345"), (Some("1".into()), 1));
        assert_eq!(value("8."), (Some("8".into()), 1));
        assert_eq!(value("１１.92"), (Some("11.92".into()), 9));
        assert_eq!(value("1.20"), (Some("1.20".into()), 4));
    }

    #[test]
    fn too_many_digits_have_no_value() {
        let long = "9".repeat(1000);
        assert_eq!(value(&long), (None, 1000));
        let longest = "98765432109876543210123456";
        for length in 17..=26 {
            assert_eq!(value(&longest[..length]), (Some(longest[..length].into()), length));
        }
    }
}
