//! Holds claims against the statements of the corpus, facet by facet.
//!
//! A claim finds its candidates through the index, each is weighed facet by facet, and the verdict is the fold of
//! what they came to. Where a facet is in doubt, the passage is no support.

mod against;
mod align;
mod amount;
mod asked;
mod base;
mod beside;
mod bygone;
mod calendar;
mod chosen;
mod compared;
mod context;
mod contrast;
mod corroboration;
mod counts;
mod dealings;
mod degree;
mod deixis;
mod derived;
mod described;
mod empty;
mod figures;
mod fold;
mod graph;
mod hearsay;
#[cfg(test)]
mod idioms;
mod illness;
mod index;
mod initials;
mod intent;
mod judgement;
mod level;
mod library;
mod light;
mod links;
mod meaning;
mod members;
mod modality;
mod order;
mod parts;
mod passage;
mod period;
mod phrase;
mod placing;
mod pointer;
mod polarity;
mod preposition;
mod privative;
mod pronouns;
mod rank;
mod readings;
mod reference;
mod registry;
mod reported;
#[cfg(test)]
mod reports;
mod reworded;
mod scope;
mod score;
mod sense;
#[cfg(test)]
mod siblings;
mod single;
mod speaker;
mod standing;
mod subject;
mod takeup;
mod tally;
mod telling;
#[cfg(test)]
mod tests;
mod terse;
mod territory;
mod theme;
mod topic;
mod understood;
mod unreal;
mod weighing;

use serde::Serialize;

use asked::Asked;
use context::Context;
use index::Index;
use library::Library;
use meaning::Meaning;
use registry::Registry;
use scope::Scopes;
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
    /// The words of the claim that it was weighed for, where they are not all of it.
    pub part: Option<String>,
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
    scopes: Scopes,
}

/// Sentences that are weighed for one sentence of a claim.
const CANDIDATES: usize = 32;

/// Of these, those in which the parts of a total are looked for.
const PARTS_IN: usize = 4;

impl<'c> Verifier<'c> {
    /// Indexes the statements of `corpus`.
    pub fn new(corpus: &'c Corpus, words: &Words) -> Self {
        let library = Library::new(corpus, Registry::new(words));
        Self { library, index: Index::new(corpus), meaning: Meaning::new(words), scopes: Scopes::default() }
    }

    /// The corpus that it was made for.
    pub fn corpus(&self) -> &'c Corpus {
        self.library.corpus()
    }

    /// Holds `claim` against the corpus.
    pub fn weigh(&self, claim: &Claim, terms: &Terms<'_>) -> Outcome {
        let outcome = self.plainly(claim, terms);
        match outcome.verdict {
            Verdict::NotFound => self.reported(claim, terms).or_else(|| self.hearsay(claim, terms)).unwrap_or(outcome),
            Verdict::Contradicted => match self.reported(claim, terms) {
                Some(told) => told,
                None => self.unsettled(claim, terms, outcome),
            },
            Verdict::Supported | Verdict::Disputed => outcome,
        }
    }

    /// The fold of what was weighed for `claim`.
    fn folded(&self, claim: &Claim, weighed: &[Vec<Weighed>], terms: &Terms<'_>) -> Outcome {
        fold::outcome(self.corpus(), claim.speaker.as_deref(), weighed, terms)
    }

    /// Holds `claim` against the corpus word by word.
    fn plainly(&self, claim: &Claim, terms: &Terms<'_>) -> Outcome {
        let weighed = self.weighed(claim, terms);
        let outcome = self.folded(claim, &weighed, terms);
        match outcome.verdict {
            Verdict::NotFound => {
                let reworded = self.reworded(claim, terms);
                reworded.or_else(|| self.added_up(claim, terms, &weighed, &outcome)).unwrap_or(outcome)
            }
            Verdict::Contradicted => self.added_up(claim, terms, &weighed, &outcome).unwrap_or(outcome),
            Verdict::Supported | Verdict::Disputed => outcome,
        }
    }

    /// What the claim comes to in other words.
    fn reworded(&self, claim: &Claim, terms: &Terms<'_>) -> Option<Outcome> {
        reworded::rewordings(claim).into_iter().find_map(|it| {
            let outcome = self.folded(&it.claim, &self.weighed(&it.claim, terms), terms);
            let tells = outcome.verdict == Verdict::Supported || it.same && outcome.verdict == Verdict::Contradicted;
            tells.then(|| told_as(outcome, &it.claim))
        })
    }

    /// What the claim comes to where the parts of its total are on record in one document, and no other contradicts it.
    fn added_up(&self, claim: &Claim, terms: &Terms<'_>, weighed: &[Vec<Weighed>], whole: &Outcome) -> Option<Outcome> {
        let against: Vec<usize> = whole.evidence.iter().filter(|it| it.bearing == Bearing::Contradicts).map(|it| it.document).collect();
        for it in weighed.iter().flat_map(|it| it.iter().take(PARTS_IN)) {
            let Some(passage) = self.library.passage(it.document, it.sentence) else { continue };
            let mut splits = members::splits(claim, &passage, &self.meaning, terms.strict);
            splits.extend(rank::splits(claim, &passage));
            splits.extend(score::splits(claim, &passage));
            splits.extend(calendar::splits(claim, &passage));
            if weighed.len() == 1 {
                splits.extend(derived::splits(claim, &passage, &self.meaning, terms.strict));
                splits.extend(contrast::splits(claim, &passage, &self.meaning));
            }
            for split in splits {
                let weigh = |part: &Claim| match self.folded(part, &self.weighed(part, terms), terms) {
                    it if it.verdict == Verdict::NotFound => self.reworded(part, terms).unwrap_or(it),
                    it => it,
                };
                let outcomes: Vec<Outcome> = split.parts.iter().map(weigh).collect();
                let here = |it: &Outcome| it.verdict == Verdict::Supported && it.evidence.iter().any(|it| it.document == passage.index);
                if !outcomes.iter().all(here) || against.iter().any(|it| *it != passage.index) {
                    continue;
                }
                let told = |(outcome, part): (Outcome, &Claim)| {
                    let words = part.words.clone();
                    outcome.evidence.into_iter().map(move |it| Evidence { part: Some(words.clone()), ..it })
                };
                let evidence = outcomes.into_iter().zip(&split.parts).flat_map(told).filter(|it| it.document == passage.index);
                let mut notes = vec![split.note];
                notes.extend(whole.notes.iter().filter(|it| !it.starts_with("single-source")).cloned());
                return Some(Outcome { verdict: Verdict::Supported, evidence: evidence.collect(), notes });
            }
        }
        None
    }

    /// All passages that were weighed for `claim`, with their facets, best first.
    pub fn candidates(&self, claim: &Claim, terms: &Terms<'_>) -> Vec<Evidence> {
        let mut all: Vec<Weighed> = Vec::new();
        for mut weighed in self.weighed(claim, terms) {
            fold::settle(self.corpus(), claim.speaker.as_deref(), &mut weighed, terms);
            all.append(&mut weighed);
        }
        fold::sort(&mut all);
        all.iter().map(Weighed::evidence).collect()
    }

    /// For each sentence of the claim, the passages that were weighed.
    fn weighed(&self, claim: &Claim, terms: &Terms<'_>) -> Vec<Vec<Weighed>> {
        let asked = Asked::new(claim, self.library.registry());
        let mut weighed: Vec<Vec<Weighed>> = asked.sentences.iter().map(|it| self.passages(&asked, it, terms)).collect();
        for part in (1..weighed.len()).filter(|it| asked.sentences[*it].leans) {
            let (before, behind) = weighed.split_at_mut(part);
            lean(&before[part - 1], &mut behind[0]);
        }
        spend(&mut weighed);
        weighed
    }

    /// The passages that were weighed for one sentence of what is asked.
    fn passages(&self, asked: &Asked<'_>, wanted: &asked::Wanted<'_>, terms: &Terms<'_>) -> Vec<Weighed> {
        let scope = self.scopes.of(terms.sources, self.corpus(), self.index.starts());
        let scales = Scales { meaning: &self.meaning, registry: self.library.registry(), strict: terms.strict, about: terms.about };
        let mut found = self.index.best(&wanted.sought(asked.speaker, &self.meaning), CANDIDATES, scope.as_deref());
        let sought = found.len();
        if terms.about {
            self.index.fill(&mut found, CANDIDATES, scope.as_deref());
        }
        let passages = found.into_iter().enumerate().filter_map(|(at, it)| {
            let document = self.corpus().documents.get(it.document as usize)?;
            let passage = self.library.passage(it.document as usize, it.sentence as usize)?;
            let context = Context::new(&self.library, it.document as usize, document, it.sentence as usize, terms.about);
            let mut weighed = weighing::weigh(asked, wanted, &passage, &context, scales);
            // What shares no word with the claim says nothing against it.
            if at >= sought && weighed.bearing == Bearing::Contradicts {
                weighed.bearing = Bearing::Near;
            }
            Some((it, weighed))
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
    }
}

/// Lets what goes along with the part `before` be borne out only where that part is.
fn lean(before: &[Weighed], part: &mut [Weighed]) {
    let main: Vec<_> = before.iter().filter(|it| it.bearing == Bearing::Supports).map(|it| (it.document, it.sentence)).collect();
    for it in part.iter_mut().filter(|it| it.bearing == Bearing::Supports) {
        if !main.contains(&(it.document, it.sentence)) {
            it.bearing = Bearing::Near;
            it.reasons.push("is not told there of what stands before it in the claim".to_owned());
        }
    }
}

/// What a claim comes to in the words of another.
fn told_as(outcome: Outcome, other: &Claim) -> Outcome {
    let words = |it: Evidence| Evidence { part: it.part.or_else(|| Some(other.words.clone())), ..it };
    let mut notes = vec![format!("reworded: weighed as “{}”", other.words)];
    notes.extend(outcome.notes);
    Outcome { evidence: outcome.evidence.into_iter().map(words).collect(), notes, ..outcome }
}

/// A figure that bears out one part of a claim contradicts no other: "one to three of the four to seven storms".
fn spend(parts: &mut [Vec<Weighed>]) {
    let supporting = parts.iter().flatten().filter(|it| it.bearing == Bearing::Supports);
    let spent: Vec<_> = supporting.filter_map(|it| Some((it.document, it.span, it.amount.clone()?))).collect();
    for it in parts.iter_mut().flatten().filter(|it| it.bearing == Bearing::Contradicts && it.facets.amount == Answer::Differs) {
        if spent.iter().any(|(document, span, amount)| *document == it.document && *span == it.span && it.amount.as_ref() == Some(amount)) {
            it.bearing = Bearing::Near;
        }
    }
}
