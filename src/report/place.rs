//! Places in documents, as the selectors of the W3C's Web Annotation model name them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::corpus::{Corpus, Quote};
use crate::text::{Characters, Span};

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
        let characters = self.characters.entry(document).or_insert_with(|| Characters::new(text));
        let Quote { line, column, start, end, exact, prefix, suffix } = found.quote_with(characters, span);
        Place { document: &found.id, line, column, start, end, exact, prefix, suffix }
    }
}
