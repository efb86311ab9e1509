//! The library: passages that are ready, so that the claims of a run do not each make them anew.
//!
//! A passage is the same whoever asks for it, so what is kept changes no result. A bounded number is kept, the first ones asked
//! for: memory does not grow with the number of claims.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use super::described::Namings;
use super::figures::Frame;
use super::passage::Passage;
use super::registry::Registry;
use super::subject::Subjects;
use crate::corpus::Corpus;

/// Passages that are kept.
const KEPT: usize = 20_000;

/// The passages of a corpus.
#[derive(Debug)]
pub(super) struct Library<'c> {
    corpus: &'c Corpus,
    registry: Registry,
    /// One shelf a document, with one place a sentence.
    shelves: Vec<OnceLock<Shelf<'c>>>,
    /// Whom each document speaks of in its own voice.
    subjects: Vec<OnceLock<Subjects>>,
    /// Where each document names whom.
    namings: Vec<OnceLock<Namings>>,
    /// What goes without saying in each document.
    frames: Vec<OnceLock<Frame>>,
    kept: AtomicUsize,
}

type Shelf<'c> = Box<[OnceLock<Arc<Passage<'c>>>]>;

impl<'c> Library<'c> {
    pub(super) fn new(corpus: &'c Corpus, registry: Registry) -> Self {
        let shelves = corpus.documents.iter().map(|_| OnceLock::new()).collect();
        let subjects = corpus.documents.iter().map(|_| OnceLock::new()).collect();
        let namings = corpus.documents.iter().map(|_| OnceLock::new()).collect();
        let frames = corpus.documents.iter().map(|_| OnceLock::new()).collect();
        Self { corpus, registry, shelves, subjects, namings, frames, kept: AtomicUsize::new(0) }
    }

    pub(super) fn corpus(&self) -> &'c Corpus {
        self.corpus
    }

    pub(super) fn registry(&self) -> &Registry {
        &self.registry
    }

    /// Whom the document at `index` speaks of in its own voice.
    pub(super) fn subjects(&self, index: usize) -> Option<&Subjects> {
        let document = self.corpus.documents.get(index)?;
        Some(self.subjects.get(index)?.get_or_init(|| Subjects::new(document)))
    }

    /// Where the document at `index` names whom.
    pub(super) fn namings(&self, index: usize) -> Option<&Namings> {
        let document = self.corpus.documents.get(index)?;
        Some(self.namings.get(index)?.get_or_init(|| Namings::new(document)))
    }

    /// What goes without saying in the document at `index`.
    pub(super) fn frame(&self, index: usize) -> Option<&Frame> {
        Some(self.frames.get(index)?.get_or_init(|| Frame::new(self, index)))
    }

    /// The sentence `sentence` of the document at `index`, made ready; none where there is none.
    pub(super) fn passage(&self, index: usize, sentence: usize) -> Option<Arc<Passage<'c>>> {
        let document = self.corpus.documents.get(index)?;
        let empty = || document.reading.sentences.iter().map(|_| OnceLock::new()).collect();
        let place = self.shelves.get(index)?.get_or_init(empty).get(sentence)?;
        if let Some(kept) = place.get() {
            return Some(Arc::clone(kept));
        }
        let made = Arc::new(Passage::new(index, document, sentence, &self.registry)?);
        if self.kept.fetch_add(1, Ordering::Relaxed) < KEPT {
            return Some(Arc::clone(place.get_or_init(|| made)));
        }
        Some(made)
    }
}
