//! A document with its tokens, while the rules inside documents look at it.

use super::Cited;
use crate::corpus::Document;
use crate::extract::{Quantity, Statement, lexicon};
use crate::text::{Span, Text};

/// A document, cut up again.
pub(super) struct Page<'c> {
    /// The index of the document in the corpus.
    pub(super) index: usize,
    /// The document.
    pub(super) document: &'c Document,
    /// Its tokens.
    pub(super) text: Text<'c>,
}

impl<'c> Page<'c> {
    pub(super) fn read(index: usize, document: &'c Document) -> Self {
        Self { index, document, text: Text::new(document.plain(), lexicon()) }
    }

    /// The quantity at `index`.
    pub(super) fn quantity(&self, index: usize) -> Option<&'c Quantity> {
        self.document.reading.quantities.get(index)
    }

    /// The words at `span` as a citation without a speaker or an amount.
    pub(super) fn cite(&self, span: Span) -> Cited {
        Cited { document: self.index, span, speaker: None, amount: None, said: None, as_of: None }
    }

    /// A statement as a citation: its sentence, with its speaker and amount.
    pub(super) fn cite_statement(&self, statement: &Statement) -> Cited {
        let amount = statement.quantity.and_then(|it| self.quantity(it)).map(|it| it.span.of(&self.document.text).to_owned());
        Cited {
            document: self.index,
            span: statement.quantity.and_then(|it| self.quantity(it)).map_or(statement.span, |it| it.span),
            speaker: statement.speaker.clone(),
            amount,
            said: statement.said,
            as_of: statement.as_of,
        }
    }

    /// The sentence number `index`, empty past the end.
    pub(super) fn sentence(&self, index: usize) -> Span {
        self.text.sentences.get(index).map_or(Span::default(), |it| it.span)
    }
}
