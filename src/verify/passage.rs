//! Passages: sentences of the corpus made ready for weighing.

use crate::corpus::Document;
use crate::extract::{Attribution, Statement};
use crate::text::Span;

use super::registry::{Mention, Registry};
use super::sense::Sense;

/// A sentence of a document, made ready.
#[derive(Debug)]
pub(super) struct Passage<'c> {
    /// The index of the document in the corpus.
    pub index: usize,
    /// The document.
    pub document: &'c Document,
    /// The index of the sentence in its reading.
    pub sentence: usize,
    /// Its words.
    pub sense: Sense<'c>,
    /// Whom it names.
    pub mentions: Vec<Mention>,
    /// The statements drawn from it.
    pub statements: &'c [Statement],
}

impl<'c> Passage<'c> {
    /// Makes the sentence `sentence` of `document` ready.
    pub(super) fn new(index: usize, document: &'c Document, sentence: usize, registry: &Registry) -> Option<Self> {
        let span = document.reading.sentences.get(sentence)?.span;
        let sense = Sense::new(&document.text, span, &document.reading);
        let mentions = registry.mentions(&sense);
        let all = &document.reading.statements;
        let from = all.partition_point(|it| it.sentence < sentence);
        let to = all.partition_point(|it| it.sentence <= sentence);
        let statements = all.get(from..to).unwrap_or_default();
        Some(Self { index, document, sentence, sense, mentions, statements })
    }

    /// Where it stands in the document.
    pub(super) fn span(&self) -> Span {
        self.document.reading.sentences.get(self.sentence).map_or(Span::default(), |it| it.span)
    }

    /// The statement of the quantity with that index in the reading.
    pub(super) fn stated(&self, quantity: usize) -> Option<&'c Statement> {
        self.statements.iter().find(|it| it.quantity == Some(quantity))
    }

    /// Whether the token at `at` is a word that one of the statements is told by: "says".
    pub(super) fn tells(&self, at: usize) -> bool {
        let cues = self.statements.iter().filter_map(|it| self.attribution(it)?.cue).map(|it| self.sense.tokens_of(it));
        cues.into_iter().any(|(first, end)| (first..end).contains(&at))
    }

    /// The attribution that a statement stands in.
    pub(super) fn attribution(&self, statement: &Statement) -> Option<&'c Attribution> {
        statement.attribution.and_then(|it| self.document.reading.attributions.get(it))
    }
}
