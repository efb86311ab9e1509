//! Places in a document, as evidence shows them.

use serde::Serialize;

use super::Document;
use crate::text::{Characters, Span};

/// Words of a document with their place, as the selectors of W3C Web Annotations give them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote<'d> {
    /// The line of the file, from 1.
    pub line: u32,
    /// The column in that line, from 1, in characters.
    pub column: u32,
    /// The characters of the text before the words.
    pub start: u32,
    /// The characters of the text up to the end of the words.
    pub end: u32,
    /// The words.
    pub exact: &'d str,
    /// What stands before them, to tell them from the same words elsewhere.
    pub prefix: &'d str,
    /// What stands behind them.
    pub suffix: &'d str,
}

/// How many characters stand in `prefix` and `suffix`.
const AROUND: usize = 32;

impl Document {
    /// The line and the column of the file, both from 1, where `span` begins.
    pub fn place(&self, span: Span) -> (u32, u32) {
        self.lines.place(&self.text, span.start)
    }

    /// The words of `span` with their place and what stands around them.
    ///
    /// Counting characters takes a pass over the text; for many quotes of one document make the [`Characters`] once and
    /// call [`Document::quote_with`].
    pub fn quote(&self, span: Span) -> Quote<'_> {
        self.quote_with(&Characters::new(&self.text), span)
    }

    /// The same, with the characters of the text counted beforehand.
    pub fn quote_with(&self, characters: &Characters<'_>, span: Span) -> Quote<'_> {
        let (line, column) = self.place(span);
        let (start, end) = characters.of(span);
        let before = self.text.get(..span.start as usize).unwrap_or_default();
        let after = self.text.get(span.end as usize..).unwrap_or_default();
        let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
        Quote {
            line,
            column,
            start,
            end,
            exact: span.of(&self.text),
            prefix: before.get(from..).unwrap_or_default(),
            suffix: after.get(..to).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_counts_characters_and_keeps_to_their_boundaries() {
        let text = format!("{}“Größe”\nzählt – 800 km² {}", "ä".repeat(40), "ö".repeat(40));
        let document = Document::from_text("x", text.as_str(), None);
        let at = text.find("800").unwrap();
        let quote = document.quote(Span::new(at, at + "800 km²".len()));
        assert_eq!((quote.line, quote.column, quote.exact), (2, 9, "800 km²"));
        assert_eq!((quote.prefix.chars().count(), quote.suffix.chars().count()), (32, 32));
        let characters: Vec<_> = text.chars().collect();
        let exact: String = characters[quote.start as usize..quote.end as usize].iter().collect();
        assert_eq!(exact, quote.exact);
        let whole = document.quote(Span::new(0, text.len()));
        assert_eq!((whole.prefix, whole.suffix), ("", ""));
    }

    #[test]
    fn context_is_cut_between_characters() {
        let text = "é".repeat(40) + "here" + &"ü".repeat(40);
        let document = Document::from_text("x", text, None);
        let quote = document.quote(Span::new(80, 84));
        assert_eq!((quote.prefix, quote.suffix), (&*"é".repeat(32), &*"ü".repeat(32)));
    }
}
