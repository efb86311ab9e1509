//! Tokens: words, numbers and marks.

use super::letters::{Ending, Letters, Run};
use super::lexicon::{Class, Lexicon};
use super::span::Span;
use super::words::Words;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with digits after the first: `Sudzha`, `G7`, `km²`; short forms keep their stops: `U.S.`.
    Word,
    /// Digits with separators inside: `1,300`, `3.5`.
    Number,
    /// The `'s` of a possessive or short `is`, or a bare `'` after an s.
    Clitic,
    /// A single mark: `$`, `(`, `–`.
    Mark,
}

/// A word, a number or a mark of a text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: Kind,
    /// Whether nothing stands between it and the token before.
    pub glued: bool,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// The line breaks between it and the token before: none, one, or two and more for a blank line.
    pub breaks: u8,
    /// Its last letters.
    pub ending: Ending,
    /// What the lexicon knows of it.
    pub class: Class,
    /// Its first letters, whatever their case.
    pub letters: Letters,
}

impl Token {
    /// Whether it is `word`, whatever the case of its letters of ASCII.
    #[inline]
    pub fn is(&self, source: &str, word: &str) -> bool {
        // A word that leaves room among the letters is known by them alone.
        self.letters == Letters::of(word) && (word.len() < Letters::LENGTH || self.span.of(source).eq_ignore_ascii_case(word))
    }

    /// Whether it is one of `words`, whatever the case of its letters of ASCII.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "most words are passed over on one bit, which is sooner tested than a call made")]
    pub fn any(&self, source: &str, words: &Words) -> bool {
        words.hold(self.letters, self.span, source)
    }

    /// Whether it ends with `ending`, of at most three letters in lower case.
    #[inline]
    pub fn ends_with(&self, ending: &str) -> bool {
        self.ending.is(ending)
    }

    /// Whether a digit stands in it.
    #[inline]
    pub fn has_digits(&self) -> bool {
        self.class.is(Class::NUMERAL.or(Class::CODED))
    }

    /// Whether it is one of `marks`.
    #[inline]
    pub fn is_mark(&self, marks: &[Letters]) -> bool {
        self.kind == Kind::Mark && marks.contains(&self.letters)
    }
}

/// Whether two words are one, whatever the case of their letters of ASCII.
#[inline]
pub fn alike(one: &str, other: &str) -> bool {
    // Length and first letter tell most words apart.
    let first = |it: &str| it.bytes().next().map(|it| it | 0x20);
    one.len() == other.len() && first(one) == first(other) && one.eq_ignore_ascii_case(other)
}

/// A text cut into tokens.
#[derive(Debug)]
pub(super) struct Tokens {
    pub(super) all: Vec<Token>,
    /// The indices of those that are more than a plain word, or that a line ends behind.
    pub(super) joints: Vec<u32>,
}

/// The tokens of `source`, in order.
pub(super) fn tokens(source: &str, lexicon: &Lexicon) -> Tokens {
    let bytes = source.as_bytes();
    let mut all = Vec::with_capacity(source.len() / 4 + 8);
    let mut joints = Vec::with_capacity(source.len() / 16 + 8);
    let mut others = Vec::with_capacity(source.len() / 32 + 8);
    let mut at = 0;
    let mut glued = false;
    let mut breaks = 0_u8;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphabetic()
            && let Some(Run { length, letters, ending, behind }) = Letters::run(bytes, at)
            && (behind == b' ' || ends_plainly(behind, length))
        {
            let end = at + length;
            let span = Span::new(at, end);
            if length > Letters::LENGTH {
                others.push(index(&all));
            }
            let capital = byte.is_ascii_uppercase();
            all.push(Token { span, kind: Kind::Word, glued, capital, breaks, ending, class: Class::NONE, letters });
            // Mostly a blank stands behind it.
            let blank = behind == b' ';
            at = end + usize::from(blank);
            glued = !blank;
            breaks = 0;
            continue;
        }
        if byte.is_ascii_whitespace() {
            if byte == b'\n' {
                breaks = (breaks + 1).min(2);
                joint(&mut joints, all.len().wrapping_sub(1));
            }
            glued = false;
            at += 1;
            continue;
        }
        if let Some(length) = mark_length(bytes, at, byte) {
            let (span, letters, ending) = (Span::new(at, at + length), Letters::at(bytes, at, length), Ending::default());
            joint(&mut joints, all.len());
            let class = if length > 1 { Class::SIGN } else { Class::NONE };
            all.push(Token { span, kind: Kind::Mark, glued, capital: false, breaks, ending, class, letters });
            at += length;
            glued = true;
            breaks = 0;
            continue;
        }
        let (end, kind) = token_end(source, bytes, at);
        let Some(kind) = kind else {
            // A blank beyond ASCII, or a mark that does not show.
            glued = glued && !blank(source, at);
            at = end;
            continue;
        };
        let span = Span::new(at, end);
        let letters = Letters::at(bytes, at, end - at);
        let word = span.of(source);
        if kind != Kind::Number && (end - at > Letters::LENGTH || !letters.is_ascii()) {
            others.push(index(&all));
        }
        let class = match kind {
            Kind::Number => Class::NUMERAL,
            Kind::Word if word.bytes().any(|it| it.is_ascii_digit()) => Class::CODED,
            Kind::Mark if word.len() > 1 => Class::SIGN,
            Kind::Word | Kind::Mark | Kind::Clitic => Class::NONE,
        };
        joint(&mut joints, all.len());
        let ending = Ending::of(word);
        all.push(Token { span, kind, glued, capital: capital(byte, word), breaks, ending, class, letters });
        at = end;
        glued = true;
        breaks = 0;
    }
    lexicon.classify(source, &mut all, &others);
    Tokens { all, joints }
}

/// The index of the token that comes next.
fn index(tokens: &[Token]) -> u32 {
    u32::try_from(tokens.len()).expect("a text has fewer tokens than bytes")
}

/// The bytes of a mark that is no apostrophe, for the marks that news has most of.
#[inline]
fn mark_length(bytes: &[u8], at: usize, byte: u8) -> Option<usize> {
    if byte.is_ascii() {
        return (byte.is_ascii_punctuation() && byte != b'\'').then_some(1);
    }
    // The dashes and quotation marks from U+2010 on.
    matches!(bytes.get(at..at + 3), Some([0xe2, 0x80, 0x90..=0xa7]) if bytes[at + 2] != 0x99).then_some(3)
}

/// Notes an index down, unless it was the last or there is no such token.
fn joint(joints: &mut Vec<u32>, index: usize) {
    if let Ok(index) = u32::try_from(index)
        && joints.last() != Some(&index)
    {
        joints.push(index);
    }
}

/// Whether a word of letters of ASCII ends where they end, and the byte behind them is no part of it.
#[inline]
fn ends_plainly(behind: u8, length: usize) -> bool {
    match behind {
        b'.' => length > 1,
        b'&' => length > 3,
        b'\'' => false,
        byte => byte.is_ascii() && !byte.is_ascii_digit(),
    }
}

#[inline]
fn capital(first: u8, word: &str) -> bool {
    if first.is_ascii() { first.is_ascii_uppercase() } else { word.chars().next().is_some_and(char::is_uppercase) }
}

fn blank(source: &str, at: usize) -> bool {
    char_at(source, at).is_none_or(char::is_whitespace)
}

fn char_at(source: &str, at: usize) -> Option<char> {
    source.get(at..)?.chars().next()
}

/// The end of the token that starts at `at`, and its kind; none for what is passed over.
fn token_end(source: &str, bytes: &[u8], at: usize) -> (usize, Option<Kind>) {
    let first = bytes[at];
    if first.is_ascii_alphabetic() {
        return (word_end(source, bytes, at), Some(Kind::Word));
    }
    if first.is_ascii_digit() {
        return (number_end(bytes, at), Some(Kind::Number));
    }
    if first == b'\'' || source.get(at..at + 3) == Some("’") {
        let width = if first == b'\'' { 1 } else { 3 };
        return apostrophe_end(bytes, at, width);
    }
    if first.is_ascii() {
        return (at + 1, (!first.is_ascii_control()).then_some(Kind::Mark));
    }
    let Some(first) = char_at(source, at) else { return (at + 1, None) };
    let end = at + first.len_utf8();
    if first.is_alphabetic() {
        (word_end(source, bytes, at), Some(Kind::Word))
    } else if first.is_whitespace() || matches!(first, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{2060}') {
        (end, None)
    } else {
        (end, Some(Kind::Mark))
    }
}

/// `'s`, `'re`, `'ll` and the like after a word are clitics; any other apostrophe is a mark.
fn apostrophe_end(bytes: &[u8], at: usize, width: usize) -> (usize, Option<Kind>) {
    let after_word = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] >= 0x80 || bytes[at - 1] == b'.');
    let rest = bytes.get(at + width..).unwrap_or_default();
    let letters = rest.iter().take_while(|it| it.is_ascii_alphabetic()).count();
    let ends = rest.get(letters).is_none_or(|it| !it.is_ascii_digit());
    let clitic = after_word && ends && matches!(rest.get(..letters), Some(b"s" | b"S" | b"re" | b"ve" | b"ll" | b"d" | b"m"));
    if clitic { (at + width + letters, Some(Kind::Clitic)) } else { (at + width, Some(Kind::Mark)) }
}

/// Whether a byte is a letter or a digit of ASCII.
const ALPHANUMERIC: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

fn word_end(source: &str, bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        if ALPHANUMERIC[usize::from(byte)] || (byte == b'.' && dotted(bytes, start, at)) || (byte == b'&' && joins(bytes, start, at)) {
            at += 1;
        } else if byte == b'\'' || (byte == 0xe2 && source.get(at..at + 3) == Some("’")) {
            let width = if byte == b'\'' { 1 } else { 3 };
            match inner_apostrophe(bytes, start, at, width) {
                Some(end) => at = end,
                None => break,
            }
        } else if byte >= 0x80 {
            match char_at(source, at) {
                Some(it) if it.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&it) => at += it.len_utf8(),
                _ => break,
            }
        } else {
            break;
        }
    }
    at
}

/// Whether the `&` at `at` stands between capitals, at most three before it, as in `R&D` and `AT&T`.
fn joins(bytes: &[u8], start: usize, at: usize) -> bool {
    let before = bytes.get(start..at).is_some_and(|it| it.len() <= 3 && it.iter().all(u8::is_ascii_uppercase));
    before && bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase)
}

/// Whether the stop at `at` belongs to a short form of single letters: `U.S.`, `a.m.`, `D.C.`.
fn dotted(bytes: &[u8], start: usize, at: usize) -> bool {
    let single = at == start + 1 || bytes.get(at.wrapping_sub(2)) == Some(&b'.');
    if !single || !bytes[at - 1].is_ascii_alphabetic() {
        return false;
    }
    let next_pair = bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) && bytes.get(at + 2) == Some(&b'.');
    next_pair || (at > start + 1 && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric))
}

/// The end of `n't`, of `O'` in a name and of elisions such as `l'`, where the apostrophe is part of the word.
fn inner_apostrophe(bytes: &[u8], start: usize, at: usize, width: usize) -> Option<usize> {
    let next = *bytes.get(at + width)?;
    let negated = bytes.get(at - 1).is_some_and(|it| matches!(it, b'n' | b'N'))
        && matches!(next, b't' | b'T')
        && !bytes.get(at + width + 1).is_some_and(u8::is_ascii_alphanumeric);
    if negated {
        return Some(at + width + 1);
    }
    let elided = at <= start + 2 && bytes[start].is_ascii_alphabetic() && next.is_ascii_uppercase();
    elided.then_some(at + width)
}

fn number_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        let separator = matches!(byte, b',' | b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() && !separator {
            break;
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &[&str]) {
        let lexicon = Lexicon::new([]);
        let read: Vec<_> = tokens(source, &lexicon).all.iter().map(|it| it.span.of(source)).collect();
        assert_eq!(read, expected, "{source}");
    }

    #[test]
    fn short_forms_keep_their_stops() {
        check("U.S. officials at 5 a.m. in Washington, D.C.", &["U.S.", "officials", "at", "5", "a.m.", "in", "Washington", ",", "D.C."]);
        check("It was plan B.", &["It", "was", "plan", "B", "."]);
    }

    #[test]
    fn numbers_hold_their_separators_and_nothing_after() {
        check("1,300, then $2.5m and 64%.", &["1,300", ",", "then", "$", "2.5", "m", "and", "64", "%", "."]);
        check("10,000-12,000 on 2025-02-20", &["10,000", "-", "12,000", "on", "2025", "-", "02", "-", "20"]);
    }

    #[test]
    fn possessives_stand_apart_and_negations_do_not() {
        check(
            "Russia's army didn't move; the ports’ crews did.",
            &["Russia", "'s", "army", "didn't", "move", ";", "the", "ports", "’", "crews", "did", "."],
        );
        check("O'Brien of AT&T", &["O'Brien", "of", "AT&T"]);
        check("800 km² held", &["800", "km²", "held"]);
    }
}
