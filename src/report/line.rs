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

    /// Keys and marks, as they stand.
    #[inline]
    pub(super) fn open(&mut self, json: &'static str) -> &mut Self {
        self.out.extend_from_slice(json.as_bytes());
        self
    }

    /// A whole number.
    pub(super) fn number(&mut self, number: u64) -> &mut Self {
        let mut digits = [0; 20];
        let mut at = digits.len();
        let mut rest = number;
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.out.extend_from_slice(&digits[at..]);
        self
    }

    /// A number that is not whole.
    pub(super) fn float(&mut self, number: f64) -> &mut Self {
        serde_json::to_writer(&mut *self.out, &number).expect("a number is JSON");
        self
    }

    /// A day.
    pub(super) fn date(&mut self, date: Date) -> &mut Self {
        let digit = |it: u16| b'0' + (it % 10) as u8;
        let (year, month, day) = (u16::try_from(date.year()), u16::from(date.month().unsigned_abs()), u16::from(date.day().unsigned_abs()));
        if let Ok(year) = year {
            let year = [digit(year / 1000), digit(year / 100), digit(year / 10), digit(year)];
            let [one, two, three, four] = year;
            self.out.extend_from_slice(&[
                b'"',
                one,
                two,
                three,
                four,
                b'-',
                digit(month / 10),
                digit(month),
                b'-',
                digit(day / 10),
                digit(day),
                b'"',
            ]);
        } else {
            write!(self.out, "\"{date}\"").expect("a buffer takes all");
        }
        self
    }

    /// A text; null where there is none.
    pub(super) fn optional(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(text),
            None => self.open("null"),
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
        for number in [0, 7, 10, 99, 12_345, u64::MAX] {
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
