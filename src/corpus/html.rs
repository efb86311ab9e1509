//! HTML: its text in paragraphs, each word with its place in the file.
//!
//! What a reader of the page reads is kept: blocks become paragraphs, references become their characters, `<q>` becomes
//! quotation marks and a raised 2 or 3 behind a letter the sign of a square or cube. Scripts, styles, menus and forms go.

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::Lines;
use crate::text::Span;

/// Elements whose content no reader of the page takes for its text.
const DROPPED: [&str; 14] = [
    "button", "canvas", "datalist", "iframe", "nav", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
    "title",
];

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 44] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Lengths whose powers are areas and volumes.
const LENGTHS: [&str; 8] = ["cm", "dm", "ft", "km", "m", "mi", "mm", "yd"];

/// The text of the HTML `source`, whose first line is line `first` of its file.
pub(super) fn text(source: &str, first: u32) -> (String, Lines) {
    let mut dropped = DROPPED.to_vec();
    loop {
        match Page::read(source, first, &dropped) {
            Ok(page) => return (page.text, Lines { runs: page.runs }),
            // A menu that is opened and never closed must not swallow the article behind it.
            Err(unclosed) => dropped.retain(|it| *it != unclosed),
        }
    }
}

/// What stands between the last word and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Blank,
    Line,
    Paragraph,
}

struct Page<'s> {
    source: &'s str,
    text: String,
    runs: Vec<(u32, u32, u32)>,
    gap: Gap,
    /// The byte of the source that continues the last run, if any does.
    next: Option<usize>,
    /// The byte of the source that `line` and `column` belong to.
    at: usize,
    line: u32,
    column: u32,
    raised: bool,
    digits_raised: bool,
    preformatted: bool,
}

impl<'s> Page<'s> {
    /// Reads a page; the error is the element that was dropped and not closed.
    fn read(source: &'s str, first: u32, dropped: &[&'static str]) -> Result<Self, &'static str> {
        let mut page = Self {
            source,
            text: String::with_capacity(source.len() / 2),
            runs: Vec::new(),
            gap: Gap::None,
            next: None,
            at: 0,
            line: first,
            column: 1,
            raised: false,
            digits_raised: false,
            preformatted: false,
        };
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        let mut dropping: Option<(&'static str, usize)> = None;
        let mut from = 0;
        for token in Tokenizer::new_with_emitter(source, emitter) {
            let Ok(token) = token;
            let (span, name, opens) = match &token {
                Token::StartTag(tag) => (tag.span, tag.name.as_slice(), Some(!tag.self_closing)),
                Token::EndTag(tag) => (tag.span, tag.name.as_slice(), Some(false)),
                Token::Comment(comment) => (comment.span, &[][..], None),
                Token::Doctype(doctype) => (doctype.span, &[][..], None),
                Token::String(_) | Token::Error(_) => continue,
            };
            if dropping.is_none() {
                page.words(from, span.start);
            }
            from = span.end;
            let Some(opens) = opens else { continue };
            let name = str::from_utf8(name).unwrap_or_default();
            dropping = match dropping {
                Some((element, depth)) if element == name => {
                    let depth = if opens { depth + 1 } else { depth - 1 };
                    (depth > 0).then_some((element, depth))
                }
                Some(inside) => Some(inside),
                None => dropped.iter().find(|it| opens && **it == name).map(|it| (*it, 1)),
            };
            if dropping.is_none() {
                page.tag(name, matches!(token, Token::StartTag(_)), span.start);
            }
        }
        if let Some((element, _)) = dropping {
            return Err(element);
        }
        page.words(from, source.len());
        Ok(page)
    }

    /// Takes note of a tag that begins at the byte `at`.
    fn tag(&mut self, name: &str, opens: bool, at: usize) {
        match name {
            "br" => self.part(if self.gap >= Gap::Line { Gap::Paragraph } else { Gap::Line }),
            "q" => {
                self.push(if opens { '“' } else { '”' }, at);
                self.next = None;
            }
            "sup" => {
                self.raised = opens;
                self.digits_raised = false;
            }
            _ if BLOCKS.contains(&name) => self.part(Gap::Paragraph),
            _ => {}
        }
        if name == "pre" {
            self.preformatted = opens;
        }
    }

    /// The words between the bytes `from` and `to`.
    fn words(&mut self, from: usize, to: usize) {
        let source = self.source;
        let mut at = from;
        while let Some(character) = source.get(at..to).and_then(|it| it.chars().next()) {
            if character == '&'
                && let Some((decoded, end)) = reference(source, at, to)
            {
                self.next = None;
                decoded.chars().for_each(|it| self.character(it, at));
                self.next = None;
                at = end;
                continue;
            }
            self.character(character, at);
            at += character.len_utf8();
        }
    }

    fn character(&mut self, character: char, at: usize) {
        match character {
            '\n' if self.preformatted => self.part(if self.gap >= Gap::Line { Gap::Paragraph } else { Gap::Line }),
            _ if character.is_whitespace() => {
                // One blank in the source is one in the text, so the run goes on behind it.
                let runs_on = self.gap == Gap::None && self.next == Some(at) && character != '\n' && character != '\r';
                self.next = runs_on.then_some(at + character.len_utf8());
                self.gap = self.gap.max(Gap::Blank);
            }
            // A hyphen or a blank that shows only where a line breaks is no part of the word.
            '\u{ad}' | '\u{200b}' => self.next = None,
            '0'..='9' if self.raised && self.gap == Gap::None => self.raised_digit(character, at),
            _ => self.push(character, at),
        }
    }

    /// A raised digit is the power of a unit, or it is a note's number, which must not run into the word or year before it.
    fn raised_digit(&mut self, digit: char, at: usize) {
        let word = self.text.rsplit(|it: char| !it.is_alphabetic()).next().unwrap_or_default();
        match digit {
            '2' if LENGTHS.contains(&word) => self.push('²', at),
            '3' if LENGTHS.contains(&word) => self.push('³', at),
            _ => {
                if !self.digits_raised && self.text.ends_with(char::is_alphanumeric) {
                    self.part(Gap::Blank);
                }
                self.push(digit, at);
            }
        }
        self.digits_raised = true;
    }

    fn part(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
        self.next = None;
    }

    /// Adds a character that stands at the byte `at` of the source.
    fn push(&mut self, character: char, at: usize) {
        if !self.text.is_empty() {
            self.text.push_str(match self.gap {
                Gap::None => "",
                Gap::Blank => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.gap = Gap::None;
        if self.next != Some(at) {
            self.advance(at);
            self.runs.push((Span::new(self.text.len(), self.text.len()).start, self.line, self.column));
        }
        self.text.push(character);
        self.next = self.source.get(at..).and_then(|it| it.chars().next()).map(|it| at + it.len_utf8());
    }

    /// Counts lines and columns up to the byte `to`.
    fn advance(&mut self, to: usize) {
        for character in self.source.get(self.at..to).unwrap_or_default().chars() {
            if character == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.at = to;
    }
}

/// The characters that the reference at the byte `at`, such as `&amp;`, stands for, and the byte behind it.
fn reference(source: &str, at: usize, to: usize) -> Option<(String, usize)> {
    let body = source.get(at + 1..to)?;
    let length = body.bytes().take_while(|it| it.is_ascii_alphanumeric() || *it == b'#').count();
    let end = at + 1 + length + usize::from(body.as_bytes().get(length) == Some(&b';'));
    let written = source.get(at..end)?;
    let decoded = Tokenizer::new(written).filter_map(|token| {
        let Ok(token) = token;
        match token {
            Token::String(words) => Some(String::from_utf8_lossy(&words).into_owned()),
            _ => None,
        }
    });
    let decoded: String = decoded.collect();
    (decoded != written).then_some((decoded, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str) {
        let (read, lines) = text(source, 1);
        assert_eq!(read, expected, "{source}");
        // Every letter of the text stands in the file where its place says, where the file has it in plain.
        for (offset, character) in read.char_indices().filter(|it| it.1.is_ascii_alphabetic()) {
            let (line, column) = lines.place(&read, u32::try_from(offset).unwrap());
            let there = source.split('\n').nth(line as usize - 1).and_then(|it| it.chars().nth(column as usize - 1));
            assert!(there == Some(character) || there == Some('&'), "{character} at {line}:{column} of {source}");
        }
    }

    #[test]
    fn blocks_are_paragraphs_and_inline_tags_are_not() {
        check(
            "<h1>Ferry   stops</h1>\n<p>The <b>old</b> ferry\n  stopped.<p>Boats <i>sail</i>.</p>",
            "Ferry stops\n\nThe old ferry stopped.\n\nBoats sail.",
        );
        check("One<br>two<br><br/>three", "One\ntwo\n\nthree");
        check("<ul><li>One<li>Two</ul><table><tr><td>A<td>B</table>", "One\n\nTwo\n\nA\n\nB");
        check("<pre>one\ntwo\n\nthree</pre>", "one\ntwo\n\nthree");
    }

    #[test]
    fn what_is_no_text_goes() {
        check(
            "<!doctype html><html><head><title>x</title><style>p > a {}</style></head><body><nav><ul><li>Home</ul></nav>\
             <!-- no <p> --><p>Boats sail.</p><script>if (a < b) { \"</p>\" }</script><p>Yes.</body></html>",
            "Boats sail.\n\nYes.",
        );
        check("<nav>Home <p>Boats sail.</p>", "Home\n\nBoats sail.");
        check("<p>An <svg><title>x</title><svg/><path d='M0'/></svg>icon</p>", "An icon");
    }

    #[test]
    fn references_are_decoded_and_places_hold_behind_them() {
        check(
            "<p>Holm &amp; Moss&nbsp;said &ldquo;no&rdquo; &#8211; twice &unknown; a &lt; b</p>",
            "Holm & Moss said “no” – twice &unknown; a < b",
        );
        check("har&shy;bour", "harbour");
        check("AT&T and a < b & c", "AT&T and a < b & c");
    }

    #[test]
    fn quotations_and_raised_figures_keep_their_sense() {
        check("<p>She said <q>no</q>.</p>", "She said “no”.");
        check("90 km<sup>2</sup> on the 6<sup>th</sup>", "90 km² on the 6th");
        check("in 2024<sup>12</sup> the port<sup>2</sup> closed<sup>[1]</sup>", "in 2024 12 the port 2 closed[1]");
    }

    #[test]
    fn places_are_counted_in_characters_from_the_first_line() {
        let source = "<p>Größe:\n  <b>800</b> km²</p>";
        let (read, lines) = text(source, 5);
        assert_eq!(read, "Größe: 800 km²");
        let at = |words: &str| lines.place(&read, u32::try_from(read.find(words).unwrap()).unwrap());
        assert_eq!((at("Größe"), at("ße"), at("800"), at("km²")), ((5, 4), (5, 7), (6, 6), (6, 14)));
    }
}
