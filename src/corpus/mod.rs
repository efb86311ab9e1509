//! The corpus: source documents with their metadata, read once and in the order of their ids.

mod front_matter;
mod html;
mod load;
mod markdown;
pub mod metadata;
mod place;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;

pub use load::{load, load_file};
pub use place::Quote;

use crate::extract::{self, Period, Reading, Setting};
use crate::finding::Finding;
use crate::text::Span;

/// What is known of a document beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The headline or title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it, or the agency.
    pub author: Option<String>,
    /// Where it was found.
    pub url: Option<String>,
    /// A BCP 47 tag; `en` where nothing is said.
    pub language: Option<String>,
    /// Anything that a reader of the corpus should know.
    pub note: Option<String>,
    /// When it was published.
    pub published: Option<Period>,
    /// Whether `published` was taken from the text's own dateline.
    pub dated_by_text: bool,
    /// When it was fetched.
    pub retrieved: Option<jiff::civil::Date>,
    /// The NATO letter for the source's reliability, `A` to `F`.
    pub reliability: Option<char>,
    /// The SHA-256 of the text, in lower-case hexadecimal digits.
    pub sha256: Option<String>,
}

/// A source document, read.
#[derive(Debug)]
pub struct Document {
    /// Its path below the corpus folder, with `/`, without the extension.
    pub id: String,
    /// Its file; empty for a document that came from a stream.
    pub path: PathBuf,
    /// What is known of it.
    pub metadata: Metadata,
    /// Its text, front matter left out.
    pub text: Arc<str>,
    /// `text` with its Markdown marks blanked out, where it has any; see [`Document::plain`].
    pub unmarked: Option<Arc<str>>,
    /// How places in the text map to lines and columns of the file.
    pub lines: Lines,
    /// What was read off it.
    pub reading: Reading,
}

impl Document {
    /// A document from a stream, without a file.
    pub fn from_text(id: impl Into<String>, text: impl Into<Arc<str>>, published: Option<Period>) -> Self {
        let text = text.into();
        let metadata = Metadata { published, ..Metadata::default() };
        let reading = extract::read(&text, &metadata.setting());
        let lines = Lines::plain(&text, 1);
        Self { id: id.into(), path: PathBuf::new(), metadata, text, unmarked: None, lines, reading }
    }

    /// The text to be read: as long as `text` to the byte, with the marks of Markdown replaced by blanks.
    ///
    /// Places in it are places in `text`.
    pub fn plain(&self) -> &Arc<str> {
        self.unmarked.as_ref().unwrap_or(&self.text)
    }

    /// The sentence that `span` stands in; `span` itself where it stands in none, or in several.
    pub fn sentence(&self, span: Span) -> Span {
        let at = self.reading.sentences.partition_point(|it| it.span.end < span.end);
        self.reading.sentences.get(at).map(|it| it.span).filter(|it| it.contains(span)).unwrap_or(span)
    }
}

impl Metadata {
    /// What the reader of the text needs to know.
    pub fn setting(&self) -> Setting {
        Setting { published: self.published, language: self.language.clone().unwrap_or_default() }
    }
}

/// Maps places in a document's text to lines of its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The byte where each run of text begins, with the line and the column (both from 1) where that stands in the file.
    /// Plain text has one run a line; text taken out of HTML one a piece.
    pub runs: Vec<(u32, u32, u32)>,
}

impl Lines {
    /// The lines of a plain text whose first line is line `first` of its file.
    pub fn plain(text: &str, first: u32) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        let runs = starts.zip(first..).map(|(start, line)| (Span::new(start, start).start, line, 1));
        Self { runs: runs.collect() }
    }

    /// The line and column, both from 1, of the byte `offset` of `text`.
    pub fn place(&self, text: &str, offset: u32) -> (u32, u32) {
        let run = self.runs.partition_point(|it| it.0 <= offset).checked_sub(1).and_then(|it| self.runs.get(it));
        let Some(&(start, line, column)) = run else { return (1, 1) };
        let before = Span { start, end: offset }.of(text);
        (line, column + Span::new(0, before.chars().count()).end)
    }
}

/// All documents, in the order of their ids, and what was wrong with them.
#[derive(Debug, Default)]
pub struct Corpus {
    /// The documents, sorted by id.
    pub documents: Vec<Document>,
    /// What should be mended in their files.
    pub findings: Vec<Finding>,
}
