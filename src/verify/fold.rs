//! The fold: what the weighed passages come to.

use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::claim::Verdict;
use crate::corpus::Corpus;

use super::weighing::Weighed;
use super::{Bearing, Outcome, Terms};

/// Passages shown for one sentence of a claim.
const SHOWN: usize = 3;

/// The globs of `terms.sources`; none where all documents are asked.
pub(super) fn sources(terms: &Terms<'_>) -> Option<GlobSet> {
    if terms.sources.is_empty() {
        return None;
    }
    let mut set = GlobSetBuilder::new();
    for glob in terms.sources.iter().filter_map(|it| Glob::new(it).ok()) {
        set.add(glob);
    }
    // A glob that cannot be read matches nothing: fewer sources are asked, never more.
    Some(set.build().unwrap_or_else(|_| GlobSet::empty()))
}

/// Puts the passages in the order in which they are shown.
pub(super) fn sort(weighed: &mut [Weighed]) {
    weighed.sort_by_key(|it| (it.bearing, std::cmp::Reverse(it.nearness), it.reasons.len(), it.document, it.span));
}

/// The verdict on a claim from what its sentences came to.
pub(super) fn outcome(corpus: &Corpus, sentences: &[Vec<Weighed>], terms: &Terms<'_>) -> Outcome {
    let mut outcome = Outcome { verdict: Verdict::NotFound, evidence: Vec::new(), notes: Vec::new() };
    let mut verdicts = Vec::new();
    for weighed in sentences {
        verdicts.push(one(corpus, weighed, terms, &mut outcome));
    }
    outcome.verdict = fold(&verdicts);
    outcome.notes.dedup();
    outcome
}

/// The verdict on a claim of several sentences: each must be borne out.
fn fold(verdicts: &[Verdict]) -> Verdict {
    use Verdict::{Contradicted, Disputed, NotFound, Supported};
    if verdicts.is_empty() || verdicts.contains(&NotFound) {
        return if verdicts.contains(&Contradicted) { Contradicted } else { NotFound };
    }
    if verdicts.contains(&Contradicted) {
        Contradicted
    } else if verdicts.contains(&Disputed) {
        Disputed
    } else {
        Supported
    }
}

fn one(_corpus: &Corpus, weighed: &[Weighed], _terms: &Terms<'_>, outcome: &mut Outcome) -> Verdict {
    let mut weighed = weighed.to_vec();
    sort(&mut weighed);
    let supports = weighed.iter().any(|it| it.bearing == Bearing::Supports);
    let contradicts = weighed.iter().any(|it| it.bearing == Bearing::Contradicts);
    let decisive = |it: &&Weighed| it.bearing != Bearing::Near || !(supports || contradicts);
    let shown: Vec<&Weighed> = weighed.iter().filter(decisive).take(SHOWN).collect();
    if supports && let Some(best) = shown.first() {
        outcome.notes.extend(best.notes.iter().cloned());
    }
    outcome.evidence.extend(shown.into_iter().map(Weighed::evidence));
    match (supports, contradicts) {
        (true, true) => Verdict::Disputed,
        (true, false) => Verdict::Supported,
        (false, true) => Verdict::Contradicted,
        (false, false) => Verdict::NotFound,
    }
}
