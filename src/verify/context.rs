//! Context: what a passage takes from its neighbours, its headline and its document.

use crate::corpus::Document;
use crate::extract::Period;

use super::asked::Wanted;
use super::meaning::Meaning;
use super::passage::Passage;
use super::registry::Registry;

/// What stands around a passage.
#[derive(Debug)]
pub(super) struct Context<'c> {
    document: &'c Document,
    sentence: usize,
    /// The sentences just before, nearest first.
    before: Vec<Passage<'c>>,
}

impl<'c> Context<'c> {
    pub(super) fn new(index: usize, document: &'c Document, sentence: usize, registry: &Registry) -> Self {
        let before = (1..=2).filter_map(|back| sentence.checked_sub(back)).filter_map(|it| Passage::new(index, document, it, registry));
        Self { document, sentence, before: before.collect() }
    }

    /// The time that the sentences before the passage tell last.
    pub(super) fn lead(&self) -> Option<Period> {
        let sentence = self.document.reading.sentences.get(self.sentence)?;
        let end = self.document.reading.dates.partition_point(|it| it.span.start < sentence.span.start);
        self.document.reading.dates.get(..end)?.last().map(|it| it.period)
    }

    /// Where the passage takes the claim's word at `at` from, for a person; none where it does not.
    pub(super) fn says(&self, wanted: &Wanted<'_>, at: usize, passage: &Passage<'_>, meaning: &Meaning) -> Option<String> {
        let _ = (wanted, at, passage, meaning, &self.before);
        None
    }
}
