//! Holds claims against the statements of the corpus, facet by facet.

use serde::Serialize;

use crate::claim::{Claim, Verdict, Words};
use crate::corpus::Corpus;
use crate::text::Span;

/// How a facet of a passage stands to the claim's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It says the same.
    Agrees,
    /// It says something else.
    Differs,
    /// It does not say.
    Silent,
}

/// The six facets of a passage, weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// Who says so.
    pub speaker: Answer,
    /// How much.
    pub amount: Answer,
    /// What is said of it.
    pub topic: Answer,
    /// Where, and who does what to whom.
    pub place: Answer,
    /// When.
    pub period: Answer,
    /// Whether it is so, or is not, or might be.
    pub polarity: Answer,
}

/// What a passage does for a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bearing {
    /// It says so.
    Supports,
    /// It cannot be true together with it.
    Contradicts,
    /// It is on the same thing and neither supports nor contradicts.
    Near,
}

/// A passage that was weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The index of the document in the corpus.
    pub document: usize,
    /// The words of the passage: its sentence or clause.
    pub span: Span,
    /// What it does for the claim.
    pub bearing: Bearing,
    /// The speaker as resolved.
    pub speaker: Option<String>,
    /// The amount as read, and as converted where that differs: "about 64%".
    pub amount: Option<String>,
    /// The facets.
    pub facets: Facets,
    /// Why the facets differ, for a person: "said by Rudskoi, not by Gerasimov".
    pub reasons: Vec<String>,
}

/// What weighing a claim came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The fold of the evidence.
    pub verdict: Verdict,
    /// The passages that decide, best first; the nearest where none does.
    pub evidence: Vec<Evidence>,
    /// Remarks, the reason code first: "qualifier: the source says about 64%".
    pub notes: Vec<String>,
}

/// What one assertion asks beyond its claim.
#[derive(Clone, Debug, Default)]
pub struct Terms<'a> {
    /// Words that must stand in the evidence.
    pub quote: Option<&'a str>,
    /// Globs over document ids; all documents where empty.
    pub sources: &'a [String],
    /// Whether the qualifier must agree too.
    pub strict: bool,
    /// How many independent documents must support it; 0 and 1 mean one.
    pub min_sources: usize,
}

/// The statements of a corpus, indexed so that a claim finds its candidates without a scan.
#[derive(Debug)]
pub struct Verifier<'c> {
    corpus: &'c Corpus,
    _words: &'c Words,
}

impl<'c> Verifier<'c> {
    /// Indexes the statements of `corpus`.
    pub fn new(corpus: &'c Corpus, words: &'c Words) -> Self {
        Self { corpus, _words: words }
    }

    /// The corpus that it was made for.
    pub fn corpus(&self) -> &'c Corpus {
        self.corpus
    }

    /// Holds `claim` against the corpus.
    pub fn weigh(&self, _claim: &Claim, _terms: &Terms<'_>) -> Outcome {
        Outcome { verdict: Verdict::NotFound, evidence: Vec::new(), notes: Vec::new() }
    }
}
