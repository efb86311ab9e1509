//! Holds claims against the statements of the corpus, facet by facet.
//!
//! A claim finds its candidates through the index, each is weighed facet by facet, and the verdict is the fold of
//! what they came to. Where a facet is in doubt, the passage is no support.

mod align;
mod amount;
mod asked;
mod context;
mod corroboration;
mod fold;
mod graph;
mod index;
mod library;
mod links;
mod meaning;
mod parts;
mod passage;
mod period;
mod polarity;
mod reference;
mod registry;
mod sense;
mod speaker;
#[cfg(test)]
mod tests;
mod topic;
mod weighing;

use serde::Serialize;

use asked::Asked;
use context::Context;
use index::Index;
use library::Library;
use meaning::Meaning;
use registry::Registry;
use weighing::{Scales, Weighed};

use crate::claim::{Claim, Verdict, Words};
use crate::corpus::Corpus;
use crate::text::Span;

/// How a facet of a passage stands to the claim's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It says the same.
    Agrees,
    /// It says something else.
    Differs,
    /// It does not say.
    #[default]
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
    /// Whether the documents were handed over with the claim, as being about what it is about.
    pub about: bool,
}

/// The statements of a corpus, indexed so that a claim finds its candidates without a scan.
#[derive(Debug)]
pub struct Verifier<'c> {
    library: Library<'c>,
    index: Index,
    meaning: Meaning,
}

/// Sentences that are weighed for one sentence of a claim.
const CANDIDATES: usize = 32;

impl<'c> Verifier<'c> {
    /// Indexes the statements of `corpus`.
    pub fn new(corpus: &'c Corpus, words: &Words) -> Self {
        Self { library: Library::new(corpus, Registry::new(words)), index: Index::new(corpus), meaning: Meaning::new(words) }
    }

    /// The corpus that it was made for.
    pub fn corpus(&self) -> &'c Corpus {
        self.library.corpus()
    }

    /// Holds `claim` against the corpus.
    pub fn weigh(&self, claim: &Claim, terms: &Terms<'_>) -> Outcome {
        fold::outcome(self.corpus(), &self.weighed(claim, terms), terms)
    }

    /// All passages that were weighed for `claim`, with their facets, best first.
    pub fn candidates(&self, claim: &Claim, terms: &Terms<'_>) -> Vec<Evidence> {
        let mut weighed: Vec<Weighed> = self.weighed(claim, terms).into_iter().flatten().collect();
        fold::sort(&mut weighed);
        weighed.iter().map(Weighed::evidence).collect()
    }

    /// For each sentence of the claim, the passages that were weighed.
    fn weighed(&self, claim: &Claim, terms: &Terms<'_>) -> Vec<Vec<Weighed>> {
        let asked = Asked::new(claim, self.library.registry());
        let sources = fold::sources(terms);
        let scales = Scales { meaning: &self.meaning, registry: self.library.registry(), strict: terms.strict, about: terms.about };
        let weigh = |wanted: &asked::Wanted<'_>| {
            let found = self.index.best(&wanted.sought(asked.speaker, &self.meaning), CANDIDATES);
            let passages = found.into_iter().filter_map(|it| {
                let document = self.corpus().documents.get(it.document as usize)?;
                if !sources.as_ref().is_none_or(|it| it.is_match(&document.id)) {
                    return None;
                }
                let passage = self.library.passage(it.document as usize, it.sentence as usize)?;
                let context = Context::new(&self.library, it.document as usize, document, it.sentence as usize);
                Some((it, weighing::weigh(&asked, wanted, &passage, &context, scales)))
            });
            let mut weighed: Vec<Weighed> = Vec::new();
            for (it, passage) in passages {
                // Where the claim names no speaker, a report that is denied in the next breath is not all that is on record.
                let open = asked.speaker.is_none() && passage.bearing == Bearing::Supports && passage.speaker.is_some();
                let next = open.then(|| self.library.passage(it.document as usize, it.sentence as usize + 1)).flatten();
                if let Some(denial) = next.and_then(|it| weighing::denial(&passage, &it)) {
                    weighed.retain(|it| (it.document, it.span) != (denial.document, denial.span));
                    weighed.push(denial);
                }
                if !weighed.iter().any(|it| it.denies && (it.document, it.span) == (passage.document, passage.span)) {
                    weighed.push(passage);
                }
            }
            weighed
        };
        asked.sentences.iter().map(weigh).collect()
    }
}
