//! Places in documents, as the selectors of the W3C's Web Annotation model name them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::corpus::Corpus;
use crate::text::{Characters, Span};

/// Characters that are shown before and after the words of a place, so that they can be found again.
const CONTEXT: usize = 32;

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place<'r> {
    /// The document's id.
    pub document: &'r str,
    /// The line of the file, from 1.
    pub line: u32,
    /// The character in that line, from 1.
    pub column: u32,
    /// The characters of the document's text before it.
    pub start: u32,
    /// The characters of the document's text up to its end.
    pub end: u32,
    /// Its words.
    pub exact: &'r str,
    /// What stands before it.
    pub prefix: &'r str,
    /// What stands after it.
    pub suffix: &'r str,
}

/// Finds places in the documents of a corpus, and counts the characters of each document once.
#[derive(Debug)]
pub struct Places<'r> {
    corpus: &'r Corpus,
    characters: BTreeMap<usize, Characters<'r>>,
}

impl<'r> Places<'r> {
    /// For the documents of `corpus`.
    pub fn new(corpus: &'r Corpus) -> Self {
        Self { corpus, characters: BTreeMap::new() }
    }

    /// The place of `span` in the document at index `document`.
    ///
    /// # Panics
    ///
    /// Panics where the corpus has no such document.
    pub fn of(&mut self, document: usize, span: Span) -> Place<'r> {
        let found = self.corpus.documents.get(document).expect("evidence names documents of its own corpus");
        let text: &'r str = &found.text;
        let (start, end) = self.characters.entry(document).or_insert_with(|| Characters::new(text)).of(span);
        let (line, column) = found.lines.place(text, span.start);
        Place { document: &found.id, line, column, start, end, exact: span.of(text), prefix: before(text, span), suffix: after(text, span) }
    }
}

fn before(text: &str, span: Span) -> &str {
    let head = text.get(..span.start as usize).unwrap_or_default();
    let from = head.char_indices().rev().take(CONTEXT).last().map_or(head.len(), |(at, _)| at);
    head.get(from..).unwrap_or_default()
}

fn after(text: &str, span: Span) -> &str {
    let tail = text.get(span.end as usize..).unwrap_or_default();
    let to = tail.char_indices().nth(CONTEXT).map_or(tail.len(), |(at, _)| at);
    tail.get(..to).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_is_cut_between_characters() {
        let text = "é".repeat(40) + "here" + &"ü".repeat(40);
        let span = Span::new(80, 84);
        assert_eq!(before(&text, span), "é".repeat(32));
        assert_eq!(after(&text, span), "ü".repeat(32));
        assert_eq!((before("here", Span::new(0, 4)), after("here", Span::new(0, 4))), ("", ""));
    }
}
