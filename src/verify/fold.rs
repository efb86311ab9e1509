//! The fold: what the weighed passages come to.

use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::claim::Verdict;
use crate::corpus::Corpus;

use super::corroboration;
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

fn one(corpus: &Corpus, weighed: &[Weighed], terms: &Terms<'_>, outcome: &mut Outcome) -> Verdict {
    let mut weighed = weighed.to_vec();
    if let Some(words) = terms.quote {
        hold_quote(corpus, words, &mut weighed);
    }
    sort(&mut weighed);
    let supporting: Vec<usize> = weighed.iter().filter(|it| it.bearing == Bearing::Supports).map(|it| it.document).collect();
    // What a document says elsewhere of a part or another time does not contradict what it says of the whole.
    for it in weighed.iter_mut().filter(|it| it.bearing == Bearing::Contradicts && !it.denies && supporting.contains(&it.document)) {
        it.bearing = Bearing::Near;
    }
    let contradicts = weighed.iter().any(|it| it.bearing == Bearing::Contradicts);
    let independent = if terms.min_sources > 1 { corroboration::independent(corpus, &supporting) } else { supporting.len().min(1) };
    let enough = !supporting.is_empty() && independent >= terms.min_sources;
    if !supporting.is_empty() && !enough {
        let note = format!("single-source: {independent} independent, of {} asked; copies of one text count once", terms.min_sources);
        outcome.notes.push(note);
    }
    let supports = !supporting.is_empty();
    let decisive = |it: &&Weighed| it.bearing != Bearing::Near || !(supports || contradicts);
    let shown: Vec<&Weighed> = weighed.iter().filter(decisive).take(SHOWN).collect();
    if enough && let Some(best) = shown.first() {
        outcome.notes.extend(best.notes.iter().cloned());
    }
    outcome.evidence.extend(shown.into_iter().map(Weighed::evidence));
    match (enough, contradicts) {
        (true, true) => Verdict::Disputed,
        (true, false) => Verdict::Supported,
        (false, true) if !supports => Verdict::Contradicted,
        (false, _) => Verdict::NotFound,
    }
}

/// A passage that does not hold the words quoted, whitespace and the shape of quotation marks aside, is no support.
fn hold_quote(corpus: &Corpus, words: &str, weighed: &mut [Weighed]) {
    let words = plain(words);
    for it in weighed.iter_mut().filter(|it| it.bearing == Bearing::Supports) {
        let text = corpus.documents.get(it.document).map_or("", |document| it.span.of(&document.text));
        if !plain(text).contains(&words) {
            it.bearing = Bearing::Near;
            it.reasons.push("does not hold the words quoted".to_owned());
        }
    }
}

/// A text with single blanks and straight quotation marks.
fn plain(text: &str) -> String {
    let straight = |it: char| match it {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        other => other,
    };
    text.split_whitespace().map(|it| it.chars().map(straight).collect::<String>()).collect::<Vec<_>>().join(" ")
}
