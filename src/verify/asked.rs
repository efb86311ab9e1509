//! What a claim asks, made ready for weighing: its sentences, speaker and period.

use crate::claim::Claim;
use crate::text::Span;

use super::index::{Sought, hash, number_hash};
use super::meaning::Meaning;
use super::parts;
use super::period;
use super::polarity;
use super::registry::{Mention, Registry};
use super::sense::{Role, Sense};

/// A claim, made ready.
#[derive(Debug)]
pub(super) struct Asked<'q> {
    /// The speaker that it names.
    pub speaker: Option<&'q str>,
    /// The period that it names beside its words.
    pub period: Option<period::Asked>,
    /// Its sentences, or their parts; each must be borne out.
    pub sentences: Vec<Wanted<'q>>,
}

/// One sentence of a claim.
#[derive(Debug)]
pub(super) struct Wanted<'q> {
    /// Its words.
    pub sense: Sense<'q>,
    /// Whom it names.
    pub mentions: Vec<Mention>,
    /// Whether the sentence up to its start tells what is expected, ordered or possible.
    pub modal: bool,
}

impl<'q> Asked<'q> {
    /// Makes `claim` ready.
    pub(super) fn new(claim: &'q Claim, registry: &Registry) -> Self {
        let sentences = claim.reading.sentences.iter().map(|it| it.span).filter(|it| !it.is_empty());
        let wanted = |(before, span): (Span, Span)| {
            let sense = Sense::new(&claim.words, span, &claim.reading);
            let mentions = registry.mentions(&sense);
            let before = Sense::new(&claim.words, before, &claim.reading);
            let modal = polarity::whole(&before, &[]).modal;
            Wanted { sense, mentions, modal }
        };
        let parts = sentences.flat_map(|sentence| {
            let parts = parts::parts(&Sense::new(&claim.words, sentence, &claim.reading));
            parts.into_iter().map(move |it| (Span { end: it.start, ..sentence }, it))
        });
        let sentences = parts.map(wanted).filter(Wanted::says_something).collect();
        let period = claim.period.map(|period| period::Asked { period, relation: claim.bound });
        Self { speaker: claim.speaker.as_deref(), period, sentences }
    }
}

impl Wanted<'_> {
    fn says_something(&self) -> bool {
        self.sense.content().next().is_some() || !self.sense.amounts.is_empty()
    }

    /// What to look for in the index.
    pub(super) fn sought(&self, speaker: Option<&str>, meaning: &Meaning) -> Vec<Sought> {
        let words = self.sense.content().map(|at| {
            let stems = meaning.expansion(&self.sense.words[at].stem);
            Sought { hashes: stems.iter().map(|it| hash(it)).collect() }
        });
        let numbers = self.sense.amounts.iter().map(|it| Sought { hashes: vec![number_hash(it.it.value)] });
        let names = speaker.unwrap_or_default().split_whitespace().map(|it| Sought { hashes: vec![hash(&super::meaning::stem(it))] });
        words.chain(numbers).chain(names).take(60).collect()
    }

    /// Whether the word at `at` names somebody or something.
    pub(super) fn names(&self, at: usize) -> bool {
        self.sense.words[at].role == Role::Name || self.mentions.iter().any(|it| (it.first..it.end).contains(&at))
    }
}
