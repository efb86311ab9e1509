//! Reported figures: a claim held against reports on themselves, each figure of it by what is told of the same measure.

use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use crate::claim::Claim;
use crate::language::homeland;

use super::align::Alignment;
use super::asked::{Asked, Wanted};
use super::figures::{Frame, Piece, Relation, Report, Trimmed, is_reason, trimmed};
use super::fold;
use super::links;
use super::parts;
use super::passage::Passage;
use super::sense::{Role, Sense};
use super::weighing::Weighed;
use super::{Answer, Bearing, Evidence, Outcome, Terms, Verifier};
use crate::claim::Verdict;

/// Documents that a claim is held against this way.
const DOCUMENTS: usize = 8;

/// Sentences before one that tell what it leaves out.
const BEFORE: usize = 6;

/// A sentence of a claim cut into its figures and what is left between them.
struct Cut<'q> {
    wanted: Wanted<'q>,
    piece: Piece,
    /// What it says without the words that only tell how it stands to others.
    trimmed: Option<(Trimmed, Wanted<'q>)>,
    /// The sentence that it is cut from, whole.
    whole: Rc<Sense<'q>>,
    /// Whether it is told of the piece before it, as its reason or circumstance: where, it must be told too.
    leans: bool,
    /// The whole sentence, where a circumstance in the piece hangs on what stands outside it.
    around: Option<Wanted<'q>>,
}

/// What a claim comes to in one report.
struct Reported {
    /// For each piece of the claim, the passages that were weighed.
    parts: Vec<Vec<Weighed>>,
    /// Whether a figure of the claim is told just so.
    told: bool,
    /// Whether another figure is told of a measure and time of the claim.
    at_odds: bool,
}

impl Verifier<'_> {
    /// What the claim comes to where one of the documents that were handed over tells all its figures.
    pub(super) fn reported(&self, claim: &Claim, terms: &Terms<'_>) -> Option<Outcome> {
        if !terms.about || claim.speaker.is_some() || claim.period.is_some() {
            return None;
        }
        (0..self.corpus().documents.len().min(DOCUMENTS)).find_map(|it| {
            let outcome = fold::outcome(self.corpus(), None, &self.reported_in(it, claim, terms)?.parts, terms);
            (outcome.verdict == Verdict::Supported).then_some(outcome)
        })
    }

    /// What a contradiction comes to where a report tells a figure of the claim just so: that another figure differs says nothing then.
    pub(super) fn unsettled(&self, claim: &Claim, terms: &Terms<'_>, outcome: Outcome) -> Outcome {
        let differs = |it: &Evidence| it.bearing == Bearing::Contradicts && it.facets.amount == Answer::Differs;
        if !terms.about || claim.speaker.is_some() || claim.period.is_some() || !outcome.evidence.iter().any(differs) {
            return outcome;
        }
        let documents = 0..self.corpus().documents.len().min(DOCUMENTS);
        let mut reports = documents.filter_map(|it| self.reported_in(it, claim, terms));
        let told = |it: &Reported| it.told && !it.at_odds;
        if !reports.any(|it| told(&it)) {
            return outcome;
        }
        let near = |it: Evidence| if differs(&it) { Evidence { bearing: Bearing::Near, ..it } } else { it };
        let evidence: Vec<Evidence> = outcome.evidence.into_iter().map(near).collect();
        let stays = evidence.iter().any(|it| it.bearing == Bearing::Contradicts);
        Outcome { verdict: if stays { Verdict::Contradicted } else { Verdict::NotFound }, evidence, notes: outcome.notes }
    }

    /// The pieces of the claim, each with the passages of the document that were weighed for it; none where it tells no figure.
    fn reported_in(&self, index: usize, claim: &Claim, terms: &Terms<'_>) -> Option<Reported> {
        let frame = self.library.frame(index)?;
        let report = Report { frame, subjects: self.library.subjects(index), meaning: &self.meaning, strict: terms.strict };
        let cuts = self.cuts(claim, &report);
        // A time behind a figure that its reader could not take in may be any other figure's as well.
        let loose = |it: &Cut<'_>| it.leans && !it.piece.is_fact() && is_time(&it.whole, &it.piece.tokens);
        // "To cut 900 Danish jobs": whose jobs they are is no other thing told.
        let torn = |it: &Cut<'_>| {
            let at = it.piece.tokens.start;
            let counted = at > 0 && it.whole.words[at - 1].role == Role::Amount;
            counted && homeland(it.whole.lower(at)).is_some()
        };
        if !cuts.iter().any(|it| it.piece.is_fact()) || cuts.iter().any(|it| loose(it) || torn(it)) {
            return None;
        }
        let asked = Asked { speaker: None, period: None, sentences: Vec::new() };
        let (mut is_told, mut at_odds) = (false, false);
        let mut parts: Vec<Vec<Weighed>> = Vec::new();
        // Where the figure before a piece is told.
        let mut places: Vec<(usize, Range<usize>)> = Vec::new();
        for Cut { wanted, piece, trimmed, whole, leans, around } in &cuts {
            let mut weighed = self.passages(&asked, wanted, terms);
            weighed.retain(|it| it.document == index);
            if let Some((trimmed, wanted)) = trimmed {
                let again = self.passages(&asked, wanted, terms).into_iter().filter(|it| it.bearing == Bearing::Supports);
                for mut it in again.filter(|it| it.document == index && self.fits(trimmed, it, frame)) {
                    it.part = weighed.first().and_then(|it| it.part.clone());
                    weighed.retain(|other| other.sentence != it.sentence);
                    weighed.push(it);
                }
            }
            let mut here = Vec::new();
            for it in weighed.iter_mut().filter(|_| piece.is_fact()) {
                let Some(place) = report.borne_out(piece, whole, &self.before(index, it.sentence)) else { continue };
                here.push((it.sentence, place));
                if it.bearing != Bearing::Supports {
                    told(it);
                }
            }
            if *leans && let Some(before) = parts.last() {
                let there = |it: &Weighed| before.iter().any(|other| other.bearing == Bearing::Supports && other.sentence == it.sentence);
                let own = trimmed.as_ref().map_or(wanted, |it| &it.1);
                let follows = |it: &Weighed| piece.is_fact() || self.follows(own, it, &places);
                weighed.retain(|it| it.bearing != Bearing::Supports || there(it) && follows(it));
            }
            if let Some(around) = around {
                weighed.retain(|it| it.bearing != Bearing::Supports || self.hangs(around, &piece.tokens, it));
            }
            if piece.is_fact() {
                let odd = || weighed.iter().any(|it| report.at_odds(piece, whole, &self.before(index, it.sentence)));
                at_odds |= here.is_empty() && odd();
                is_told |= !here.is_empty();
                places = here;
            }
            parts.push(weighed);
        }
        Some(Reported { parts, told: is_told, at_odds })
    }

    /// A sentence with those before it, nearest first.
    fn before(&self, index: usize, sentence: usize) -> Vec<Arc<Passage<'_>>> {
        (0..=BEFORE).filter_map(|back| self.library.passage(index, sentence.checked_sub(back)?)).collect()
    }

    fn fits(&self, trimmed: &Trimmed, weighed: &Weighed, frame: &Frame) -> bool {
        let passages = self.before(weighed.document, weighed.sentence);
        let [passage, before @ ..] = &passages[..] else { return false };
        let before: Vec<&Sense<'_>> = before.iter().map(|it| &it.sense).collect();
        trimmed.fits(&passage.sense, &before, frame)
    }

    /// Whether a passage tells what leans on a figure beside that figure, and no other stands between them.
    fn follows(&self, wanted: &Wanted<'_>, weighed: &Weighed, places: &[(usize, Range<usize>)]) -> bool {
        let Some(passage) = self.library.passage(weighed.document, weighed.sentence) else { return false };
        let alignment = Alignment::new(&wanted.sense, &wanted.mentions, &passage.sense, &passage.mentions, &self.meaning);
        let mut here = places.iter().filter(|it| it.0 == weighed.sentence).map(|it| &it.1).peekable();
        let answers: Vec<usize> = alignment.answers.iter().flatten().map(|it| it.0).collect();
        let first = |figure: &Range<usize>| answers.iter().copied().filter(|it| *it >= figure.end).min();
        let between = |range: Range<usize>| passage.sense.amounts.iter().any(|it| range.contains(&it.first));
        here.peek().is_none() || here.any(|figure| first(figure).is_none_or(|it| !between(figure.end..it)))
    }

    /// Whether the circumstances of a piece are told in a passage of what the claim tells them of: "it rises in the hills and falls at Lindvik".
    fn hangs(&self, around: &Wanted<'_>, piece: &Range<usize>, weighed: &Weighed) -> bool {
        let Some(passage) = self.library.passage(weighed.document, weighed.sentence) else { return false };
        let alignment = Alignment::new(&around.sense, &around.mentions, &passage.sense, &passage.mentions, &self.meaning);
        links::hangs(around, &passage, &alignment, piece)
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
                let trimmed = Some(&piece).filter(|it| !it.is_fact()).and_then(|it| trimmed(&sense, &it.tokens));
                let contrast = trimmed.as_ref().is_some_and(|it| it.relation == Relation::Contrast);
                let leans = piece.tokens.start > 0 && !contrast && (leans(&sense, &piece) || piece.is_fact() && is_reason(&sense, &piece));
                let trimmed = trimmed.map(|it| {
                    let wanted = Wanted::part(claim, span, &sense, &it.tokens, &shared, self.library.registry());
                    (it, wanted)
                });
                let hung = !piece.is_fact()
                    && sense.amounts.is_empty()
                    && sense.graph().links.iter().any(|it| links::hangs_out(&sense, it, &piece.tokens));
                let around = hung.then(|| Wanted::part(claim, span, &sense, &(0..sense.text.tokens.len()), &[], self.library.registry()));
                cuts.push(Cut { wanted, piece, trimmed, whole: Rc::clone(&sense), leans, around });
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
        let says =
            |it: &Range<usize>| sense.content().any(|at| it.contains(&at)) || sense.dates.iter().any(|date| it.contains(&date.first));
        all.extend(within.filter(|it| it.start < it.end && says(it)).map(Piece::rest));
    }
    all
}

/// Whether those words say nothing but when.
fn is_time(sense: &Sense<'_>, tokens: &Range<usize>) -> bool {
    let says = |it: usize| matches!(sense.words[it].role, Role::Content | Role::Name | Role::Amount);
    sense.dates.iter().any(|it| tokens.contains(&it.first)) && !tokens.clone().any(says)
}

/// Whether a piece is told of what stands before it, and is no clause beside it.
fn leans(sense: &Sense<'_>, piece: &Piece) -> bool {
    let beside = |at: usize| matches!(sense.lower(at), "and" | "but" | "while" | "though" | "although" | "whereas" | ";");
    let first = piece.tokens.clone().find(|it| sense.lower(*it) != ",");
    // "Lifting its backlog to": what goes along with a figure is told with it.
    let along = first.is_some_and(|it| it > 0 && sense.lower(it - 1) == "," && sense.lower(it).ends_with("ing"));
    if piece.is_fact() { along } else { !first.is_some_and(beside) }
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
