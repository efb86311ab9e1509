//! JSON written straight into a buffer, for rows that there are millions of.

use std::io::Write;

use jiff::civil::Date;

/// A row that is being written.
pub(super) struct Line<'o> {
    out: &'o mut Vec<u8>,
}

impl<'o> Line<'o> {
    /// A row at the end of a buffer.
    pub(super) fn new(out: &'o mut Vec<u8>) -> Self {
        Self { out }
    }

    /// Keys and marks, as they stand; of a known length, which spares a call for each.
    #[inline]
    pub(super) fn open<const N: usize>(&mut self, json: &[u8; N]) -> &mut Self {
        self.out.extend_from_slice(json);
        self
    }

    /// True or false.
    #[inline]
    pub(super) fn truth(&mut self, it: bool) -> &mut Self {
        if it { self.open(b"true") } else { self.open(b"false") }
    }

    /// A whole number, four digits at a time.
    #[inline]
    pub(super) fn number(&mut self, number: u64) -> &mut Self {
        const FULL: u64 = 10_000;
        match u16::try_from(number) {
            Ok(few) if number < FULL => self.digits(few, true),
            _ => self.number(number / FULL).digits((number % FULL) as u16, false),
        }
    }

    /// A number of at most four digits, which are found all at once and then cut to those that count.
    #[inline]
    fn digits(&mut self, number: u16, leads: bool) -> &mut Self {
        const ZEROS: u32 = u32::from_le_bytes([b'0'; 4]);
        // The last digit counts even where it is zero.
        const LAST: u32 = 1 << 24;
        // Two pairs, then four digits, both parted at once; the factors stand for hundredths and tenths.
        let number = u32::from(number);
        let high = (number * 5_243) >> 19;
        let pairs = high | (number - 100 * high) << 16;
        let high = (pairs * 103) >> 10 & 0x000f_000f;
        let digits = high | (pairs - 10 * high) << 8;
        let zeros = if leads { (digits | LAST).trailing_zeros() / 8 } else { 0 };
        let end = self.out.len() + 4 - zeros as usize;
        self.out.extend_from_slice(&((digits | ZEROS) >> (8 * zeros)).to_le_bytes());
        self.out.truncate(end);
        self
    }

    /// A number that is not whole.
    pub(super) fn float(&mut self, number: f64) -> &mut Self {
        serde_json::to_writer(&mut *self.out, &number).expect("a number is JSON");
        self
    }

    /// A day.
    pub(super) fn date(&mut self, date: Date) -> &mut Self {
        let pair = |it: u16| PAIRS[usize::from(it % 100)];
        let (year, month, day) = (u16::try_from(date.year()), u16::from(date.month().unsigned_abs()), u16::from(date.day().unsigned_abs()));
        if let Ok(year) = year {
            let [century, year, month, day] = [year / 100, year, month, day].map(pair);
            let year = [century[0], century[1], year[0], year[1]];
            self.out.extend_from_slice(&[b'"', year[0], year[1], year[2], year[3], b'-', month[0], month[1], b'-', day[0], day[1], b'"']);
        } else {
            write!(self.out, "\"{date}\"").expect("a buffer takes all");
        }
        self
    }

    /// A text; null where there is none.
    pub(super) fn optional(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(text),
            None => self.open(b"null"),
        }
    }

    /// A text in quotation marks.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        let bytes = text.as_bytes();
        self.out.reserve(bytes.len() + 2);
        self.out.push(b'"');
        let mut rest = bytes;
        while let Some(at) = rest.iter().position(|it| ESCAPED[usize::from(*it)]) {
            let (plain, escaped) = rest.split_at(at);
            self.out.extend_from_slice(plain);
            self.escape(escaped[0]);
            rest = &escaped[1..];
        }
        self.out.extend_from_slice(rest);
        self.out.push(b'"');
        self
    }

    fn escape(&mut self, byte: u8) {
        let short: &[u8] = match byte {
            b'"' => b"\\\"",
            b'\\' => b"\\\\",
            b'\n' => b"\\n",
            b'\r' => b"\\r",
            b'\t' => b"\\t",
            0x08 => b"\\b",
            0x0c => b"\\f",
            _ => {
                write!(self.out, "\\u{byte:04x}").expect("a buffer takes all");
                return;
            }
        };
        self.out.extend_from_slice(short);
    }
}

/// The digits of the numbers below a hundred.
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[b'0'; 2]; 100];
    let mut number = 0;
    while number < 100 {
        pairs[number as usize] = [b'0' + number / 10, b'0' + number % 10];
        number += 1;
    }
    pairs
};

/// Bytes that stand in no text of JSON as they are.
const ESCAPED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = true;
        byte += 1;
    }
    table[b'"' as usize] = true;
    table[b'\\' as usize] = true;
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_numbers_and_days_are_written_as_serde_writes_them() {
        let mut texts: Vec<String> = (0..0x100_u32).filter_map(char::from_u32).map(|it| format!("a{it}b")).collect();
        texts.push("“Größe”\u{2028} \"x\\y\"\r\n\t".repeat(3));
        for text in texts {
            let mut out = Vec::new();
            Line::new(&mut out).text(&text);
            assert_eq!(out, serde_json::to_vec(&text).unwrap(), "{text:?}");
        }
        for number in (0..=10_001).chain([12_345, 20_003, 99_999_999, 100_000_000, u64::MAX]) {
            let mut out = Vec::new();
            Line::new(&mut out).number(number);
            assert_eq!(out, number.to_string().into_bytes());
        }
        for date in [Date::constant(2024, 2, 29), Date::constant(1, 1, 1), Date::constant(-9999, 12, 31)] {
            let mut out = Vec::new();
            Line::new(&mut out).date(date);
            assert_eq!(out, serde_json::to_vec(&date).unwrap());
        }
    }
}
