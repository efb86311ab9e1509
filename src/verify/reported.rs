//! Reported figures: a claim held against reports on themselves, each figure of it by what is told of the same measure.

use std::rc::Rc;

use crate::claim::Claim;

use super::asked::{Asked, Wanted};
use super::figures::{Piece, Report};
use super::fold;
use super::parts;
use super::sense::Sense;
use super::weighing::Weighed;
use super::{Answer, Bearing, Outcome, Terms, Verifier};
use crate::claim::Verdict;

/// Documents that a claim is held against this way.
const DOCUMENTS: usize = 8;

/// Sentences before one that tell what it leaves out.
const BEFORE: usize = 6;

/// A sentence of a claim cut into its figures and what is left between them.
struct Cut<'q> {
    wanted: Wanted<'q>,
    piece: Piece,
    /// The sentence that it is cut from, whole.
    whole: Rc<Sense<'q>>,
    /// Whether it is told of the piece before it, as its reason or circumstance: where, it must be told too.
    leans: bool,
}

impl Verifier<'_> {
    /// What the claim comes to where one of the documents that were handed over tells all its figures.
    pub(super) fn reported(&self, claim: &Claim, terms: &Terms<'_>) -> Option<Outcome> {
        if !terms.about || claim.speaker.is_some() || claim.period.is_some() {
            return None;
        }
        (0..self.corpus().documents.len().min(DOCUMENTS)).find_map(|it| self.reported_in(it, claim, terms))
    }

    fn reported_in(&self, index: usize, claim: &Claim, terms: &Terms<'_>) -> Option<Outcome> {
        let frame = self.library.frame(index)?;
        let report = Report { frame, subjects: self.library.subjects(index), meaning: &self.meaning, strict: terms.strict };
        let cuts = self.cuts(claim, &report);
        if !cuts.iter().any(|it| it.piece.is_fact()) {
            return None;
        }
        let asked = Asked { speaker: None, period: None, sentences: Vec::new() };
        let mut parts: Vec<Vec<Weighed>> = Vec::new();
        for Cut { wanted, piece, whole, leans } in &cuts {
            let mut weighed = self.passages(&asked, wanted, terms);
            weighed.retain(|it| it.document == index);
            for it in &mut weighed {
                let passages =
                    || (0..=BEFORE).filter_map(|back| self.library.passage(index, it.sentence.checked_sub(back)?)).collect::<Vec<_>>();
                if it.bearing != Bearing::Supports && piece.is_fact() && report.bears_out(piece, whole, &passages()) {
                    told(it);
                }
            }
            if *leans && let Some(before) = parts.last() {
                let there = |it: &Weighed| before.iter().any(|other| other.bearing == Bearing::Supports && other.sentence == it.sentence);
                weighed.retain(|it| it.bearing != Bearing::Supports || there(it));
            }
            parts.push(weighed);
        }
        let outcome = fold::outcome(self.corpus(), None, &parts, terms);
        (outcome.verdict == Verdict::Supported).then_some(outcome)
    }

    fn cuts<'q>(&self, claim: &'q Claim, report: &Report<'_>) -> Vec<Cut<'q>> {
        let mut cuts = Vec::new();
        for span in claim.reading.sentences.iter().map(|it| it.span).filter(|it| !it.is_empty()) {
            let sense = Rc::new(Sense::new(&claim.words, span, &claim.reading));
            let pieces = report.pieces(&sense);
            let pieces =
                if pieces.is_empty() { parts::parts(&sense).into_iter().map(Piece::rest).collect() } else { split(&sense, pieces) };
            for piece in pieces {
                let shared = if piece.is_fact() { Vec::new() } else { parts::subject(&sense, &piece.tokens) };
                let wanted = Wanted::part(claim, span, &sense, &piece.tokens, &shared, self.library.registry());
                let leans = leans(&sense, &piece) && piece.tokens.start > 0;
                cuts.push(Cut { wanted, piece, whole: Rc::clone(&sense), leans });
            }
        }
        cuts
    }
}

/// Cuts what is left between figures where its clauses begin.
fn split(sense: &Sense<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let clauses = parts::parts(sense);
    let mut all = Vec::new();
    for piece in pieces {
        if piece.is_fact() {
            all.push(piece);
            continue;
        }
        let within = clauses.iter().map(|it| it.start.max(piece.tokens.start)..it.end.min(piece.tokens.end));
        let says = |it: &std::ops::Range<usize>| sense.content().any(|at| it.contains(&at));
        all.extend(within.filter(|it| it.start < it.end && says(it)).map(Piece::rest));
    }
    all
}

/// Whether a piece is told of what stands before it, and is no clause beside it.
fn leans(sense: &Sense<'_>, piece: &Piece) -> bool {
    let beside = |at: usize| matches!(sense.lower(at), "and" | "but" | "while" | "though" | "although" | "whereas" | ";");
    let first = piece.tokens.clone().find(|it| sense.lower(*it) != ",");
    !piece.is_fact() && !first.is_some_and(beside)
}

fn told(weighed: &mut Weighed) {
    weighed.bearing = Bearing::Supports;
    weighed.facets.topic = Answer::Agrees;
    weighed.facets.place = Answer::Agrees;
    weighed.facets.polarity = Answer::Agrees;
    if weighed.facets.amount != Answer::Silent {
        weighed.facets.amount = Answer::Agrees;
    }
    weighed.reasons = vec!["tells the same of the same measure".to_owned()];
}
