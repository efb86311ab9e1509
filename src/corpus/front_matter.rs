//! Front matter: TOML between `+++` lines at the top of a file.

use std::ops::Range;

/// The parts of a file, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The TOML, where there is front matter.
    pub(super) front: Option<Range<usize>>,
    /// The byte where the text begins.
    pub(super) text: usize,
    /// The number of the line that the text begins on, from 1.
    pub(super) line: u32,
}

/// Front matter that is opened and never closed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unclosed;

/// Divides `source` into front matter and text; a mark of byte order belongs to neither.
pub(super) fn parts(source: &str) -> Result<Parts, Unclosed> {
    let start = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = source.get(start..).unwrap_or_default().split_inclusive('\n');
    let Some(fence) = lines.next().filter(|it| it.trim_end() == "+++") else { return Ok(Parts { front: None, text: start, line: 1 }) };
    let front = start + fence.len();
    let mut at = front;
    for (line, number) in lines.zip(3..) {
        if line.trim_end() == "+++" {
            return Ok(Parts { front: Some(front..at), text: at + line.len(), line: number });
        }
        at += line.len();
    }
    Err(Unclosed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: Option<(Option<&str>, &str, u32)>) {
        let read = parts(source).ok();
        let read = read.map(|it| (it.front.and_then(|front| source.get(front)), source.get(it.text..).unwrap(), it.line));
        assert_eq!(read, expected, "{source:?}");
    }

    #[test]
    fn front_matter_stands_between_two_fences_at_the_top() {
        check("+++\ntitle = \"x\"\n+++\nText.\n", Some((Some("title = \"x\"\n"), "Text.\n", 4)));
        check("\u{feff}+++\r\na = 1\r\n+++\r\nText.", Some((Some("a = 1\r\n"), "Text.", 4)));
        check("+++\n+++", Some((Some(""), "", 3)));
        check("Text.\n+++\n", Some((None, "Text.\n+++\n", 1)));
        check("\u{feff}Text.", Some((None, "Text.", 1)));
        check("+++\ntitle = \"x\"\nText.\n", None);
    }
}
