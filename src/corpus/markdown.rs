//! Markdown: its marks are blanked out for reading, so that places in the text stay what they are.
//!
//! Only marks that would come between words are blanked: emphasis, code spans, headings, quotations and rules at the head of a line,
//! links with their addresses, pictures, comments and tags. The words themselves are kept, whatever they are part of.

use std::ops::Range;

/// `source` with its marks replaced by blanks, byte for byte as long; none where it has no marks.
pub(super) fn unmarked(source: &str) -> Option<String> {
    let mut blanks = Blanks { bytes: source.as_bytes().to_vec(), changed: false };
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        head(line, at, &mut blanks);
        at += line.len();
    }
    inline(source, &mut blanks);
    if !blanks.changed {
        return None;
    }
    // Whole characters were blanked, so what is left is text.
    String::from_utf8(blanks.bytes).ok()
}

struct Blanks {
    bytes: Vec<u8>,
    changed: bool,
}

impl Blanks {
    fn blank(&mut self, range: Range<usize>) {
        for byte in self.bytes.get_mut(range).unwrap_or_default() {
            if *byte != b'\n' && *byte != b'\r' {
                *byte = b' ';
            }
        }
        self.changed = true;
    }
}

/// Blanks what marks the kind of a line: `#`, `>`, `-`, `===`, a fence, the address of a link.
fn head(line: &str, start: usize, blanks: &mut Blanks) {
    let words = line.trim_end();
    let mut rest = words.trim_start();
    let begin = |rest: &str| start + (words.len() - rest.len());
    if !rest.is_empty() && is_rule(rest) {
        blanks.blank(begin(rest)..start + words.len());
        return;
    }
    while let Some(quoted) = rest.strip_prefix('>') {
        blanks.blank(begin(rest)..begin(rest) + 1);
        rest = quoted.trim_start();
    }
    let hashes = rest.bytes().take_while(|it| *it == b'#').count();
    let behind = rest.get(hashes..).unwrap_or_default();
    if (1..=6).contains(&hashes) && (behind.is_empty() || behind.starts_with([' ', '\t'])) {
        blanks.blank(begin(rest)..begin(behind));
        let closing = behind.len() - behind.trim_end_matches('#').len();
        blanks.blank(start + words.len() - closing..start + words.len());
    } else if rest.starts_with(['-', '*', '+']) && rest.get(1..).is_some_and(|it| it.starts_with([' ', '\t'])) {
        blanks.blank(begin(rest)..begin(rest) + 1);
    } else if rest.starts_with('[')
        && rest.find("]:").is_some_and(|it| !rest.get(..it).unwrap_or_default().contains(' '))
        && !rest.starts_with("[^")
    {
        blanks.blank(begin(rest)..start + words.len());
    }
}

/// Whether a line is nothing but a rule, the underline of a heading, a fence, or the rule of a table.
fn is_rule(line: &str) -> bool {
    let of = |marks: &[char]| line.chars().all(|it| marks.contains(&it)) && line.chars().filter(|it| !it.is_whitespace()).count() >= 3;
    of(&['-', ' '])
        || of(&['='])
        || of(&['*', ' '])
        || of(&['_', ' '])
        || (line.contains("--") && of(&['|', '-', ':', ' ']))
        || is_fence(line)
}

fn is_fence(line: &str) -> bool {
    let info = line.trim_start_matches(['`', '~']);
    line.len() - info.len() >= 3 && info.chars().all(|it| it.is_alphanumeric() || it == '-')
}

/// Blanks what marks words within a line.
fn inline(source: &str, blanks: &mut Blanks) {
    let mut at = 0;
    while let Some(rest) = source.get(at..) {
        let Some(found) = rest.find(['*', '_', '`', '[', ']', '!', '<', '\\', '~']) else { return };
        at += found;
        let rest = source.get(at..).unwrap_or_default();
        let length = mark(source, at, rest, blanks);
        at += length.max(1);
    }
}

/// Blanks the mark at the byte `at`, where it is one, and answers how many bytes it takes.
fn mark(source: &str, at: usize, rest: &str, blanks: &mut Blanks) -> usize {
    let first = rest.chars().next().unwrap_or(' ');
    match first {
        '*' | '_' | '~' => {
            let run = rest.len() - rest.trim_start_matches(first).len();
            if is_emphasis(source, at, run, first) {
                blanks.blank(at..at + run);
            }
            run
        }
        '`' => {
            let run = rest.len() - rest.trim_start_matches('`').len();
            blanks.blank(at..at + run);
            run
        }
        '\\' if rest.get(1..).is_some_and(|it| it.starts_with(|it: char| it.is_ascii_punctuation())) => {
            blanks.blank(at..at + 1);
            2
        }
        '!' if rest.starts_with("![") => picture(rest).map_or(1, |length| {
            blanks.blank(at..at + length);
            length
        }),
        '[' => {
            if let Some((label, whole)) = link(rest) {
                blanks.blank(at..at + 1);
                blanks.blank(at + label..at + whole);
            }
            1
        }
        '<' => tag(rest).map_or(1, |length| {
            blanks.blank(at..at + length);
            length
        }),
        _ => 1,
    }
}

/// Whether a run of marks opens or closes emphasis: it leans on a word, and `_` and `~` do not stand inside one.
fn is_emphasis(source: &str, at: usize, run: usize, mark: char) -> bool {
    let before = source.get(..at).and_then(|it| it.chars().next_back());
    let after = source.get(at + run..).and_then(|it| it.chars().next());
    let blank = |it: Option<char>| it.is_none_or(char::is_whitespace);
    let word = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    match mark {
        '~' => run == 2,
        _ if blank(before) && blank(after) => false,
        '_' => run <= 3 && !(word(before) && word(after)),
        // "5*3" multiplies.
        _ => run <= 3 && !(run == 1 && before.is_some_and(|it| it.is_ascii_digit()) && after.is_some_and(|it| it.is_ascii_digit())),
    }
}

/// The bytes of a picture, `![…](…)`.
fn picture(rest: &str) -> Option<usize> {
    link(rest.get(1..)?).map(|(_, whole)| whole + 1)
}

/// Where the label of a link ends, and the link: `[label](address)` or `[label][name]`.
fn link(rest: &str) -> Option<(usize, usize)> {
    let label = closing(rest, '[', ']')?;
    let behind = rest.get(label + 1..)?;
    let end = match behind.chars().next()? {
        '(' => closing(behind, '(', ')')?,
        '[' => closing(behind, '[', ']')?,
        _ => return None,
    };
    Some((label, label + 1 + end + 1))
}

/// The byte of the mark that closes the one at the start, in the same paragraph.
fn closing(rest: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut before = ' ';
    for (at, character) in rest.char_indices() {
        if character == '\n' && before == '\n' {
            return None;
        }
        if before != '\\' {
            depth += usize::from(character == open);
            if character == close {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
        }
        before = character;
    }
    None
}

/// The bytes of a comment, a tag or an address between angle brackets.
fn tag(rest: &str) -> Option<usize> {
    if rest.starts_with("<!--") {
        return rest.find("-->").map(|it| it + 3);
    }
    let first = rest.get(1..)?.chars().next()?;
    let end = rest.find('>').filter(|_| first.is_ascii_alphabetic() || first == '/')?;
    let inner = rest.get(1..end)?;
    (!inner.contains('\n') && !inner.contains('<')).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads `source`; the words left over must be those expected, each where it stood.
    fn check(source: &str, expected: &str) {
        let read = unmarked(source).unwrap_or_else(|| source.to_owned());
        assert_eq!(read.len(), source.len(), "{source}");
        assert_eq!(read.split_whitespace().collect::<Vec<_>>().join(" "), expected, "{source}");
        for (one, other) in read.chars().zip(source.chars()).filter(|_| source.is_ascii()) {
            assert!(one == other || one == ' ', "{source}");
        }
    }

    #[test]
    fn emphasis_and_code_leave_their_words() {
        check("The **old** ferry _stopped_ at `noon`, ***all*** of ~~them~~.", "The old ferry stopped at noon , all of them .");
        check("5 * 3 and 5*3 and snake_case_name", "5 * 3 and 5*3 and snake_case_name");
        check("\\*No\\* star", "*No * star");
    }

    #[test]
    fn a_link_leaves_its_words_and_a_picture_nothing() {
        check("See [the log](https://x.example/a_(b)) and [more][1], ![a ship](x.png)then [this].", "See the log and more , then [this].");
        check("[1]: https://x.example/\n[^1]: A note.\n<https://y.example> a < b <br/>", "[^1]: A note. a < b");
        check("Noted.[^1]", "Noted.[^1]");
    }

    #[test]
    fn the_head_of_a_line_is_blanked_and_its_number_kept() {
        check("# Ferry stops #\n\n> It > sank.\n\n- One\n* Two\n1. Three\n", "Ferry stops It > sank. One Two 1. Three");
        check("Title\n=====\n\n---\n\n```text\nx\n```\n| a | b |\n|---|:--|\n", "Title x | a | b |");
        check("#hashtag -5 degrees", "#hashtag -5 degrees");
    }

    #[test]
    fn plain_text_is_not_copied() {
        assert_eq!(unmarked("Boats sail. 64% left."), None);
    }
}
