//! The fold: what the weighed passages come to.

use std::collections::BTreeSet;

use crate::claim::Verdict;
use crate::corpus::Corpus;

use super::corroboration;
use super::weighing::Weighed;
use super::{Answer, Bearing, Outcome, Terms};
use crate::extract::Period;
use crate::language::name;

/// Passages shown for one sentence of a claim.
const SHOWN: usize = 3;

/// Puts the passages in the order in which they are shown.
pub(super) fn sort(weighed: &mut [Weighed]) {
    weighed.sort_by_key(|it| (it.bearing, std::cmp::Reverse(it.nearness), it.reasons.len(), it.document, it.span));
}

/// The verdict on a claim from what its parts came to.
pub(super) fn outcome(corpus: &Corpus, speaker: Option<&str>, parts: &[Vec<Weighed>], terms: &Terms<'_>) -> Outcome {
    let mut outcome = Outcome { verdict: Verdict::NotFound, evidence: Vec::new(), notes: Vec::new() };
    // One document must bear out all parts: what two say of two things, nobody says of one.
    let whole = common(parts);
    let mut verdicts = Vec::new();
    for weighed in parts {
        verdicts.push(one(corpus, speaker, weighed, &whole, terms, &mut outcome));
    }
    if whole.is_empty() && verdicts.len() > 1 && verdicts.iter().all(|it| *it == Verdict::Supported) {
        outcome.notes.push("scope-differs: each part is borne out, and not all of them by one document".to_owned());
        verdicts.push(Verdict::NotFound);
    }
    outcome.verdict = fold(&verdicts);
    // What is remarkable of two parts is told once.
    let mut told = BTreeSet::new();
    outcome.notes.retain(|it| told.insert(it.clone()));
    outcome
}

/// The documents that bear out every part.
fn common(parts: &[Vec<Weighed>]) -> BTreeSet<usize> {
    let supporting = |weighed: &Vec<Weighed>| -> BTreeSet<usize> {
        weighed.iter().filter(|it| it.bearing == Bearing::Supports).map(|it| it.document).collect()
    };
    let mut parts = parts.iter().map(supporting);
    let first = parts.next().unwrap_or_default();
    parts.fold(first, |all, it| all.intersection(&it).copied().collect())
}

/// The verdict on a claim of several parts: each must be borne out.
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

fn one(
    corpus: &Corpus,
    speaker: Option<&str>,
    weighed: &[Weighed],
    whole: &BTreeSet<usize>,
    terms: &Terms<'_>,
    outcome: &mut Outcome,
) -> Verdict {
    let mut weighed = weighed.to_vec();
    outcome.notes.extend(settle(corpus, speaker, &mut weighed, terms));
    // The documents that bear out all of the claim are shown first.
    weighed.sort_by_key(|it| (it.bearing, !whole.contains(&it.document)));
    let all = |it: &&Weighed| whole.is_empty() || whole.contains(&it.document);
    let supporting: Vec<usize> = weighed.iter().filter(|it| it.bearing == Bearing::Supports).filter(all).map(|it| it.document).collect();
    let contradicts = weighed.iter().any(|it| it.bearing == Bearing::Contradicts);
    let supports = !supporting.is_empty();
    let enough = supports && corroborated(corpus, &supporting, terms, &mut outcome.notes);
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

/// Puts passages in order and lets each be told by the others: what a document, or a speaker, says elsewhere of a part or of another
/// time contradicts nothing. Answers what is remarkable about it.
pub(super) fn settle(corpus: &Corpus, speaker: Option<&str>, weighed: &mut [Weighed], terms: &Terms<'_>) -> Vec<String> {
    if let Some(words) = terms.quote {
        hold_quote(corpus, words, weighed);
    }
    let mut notes: Vec<String> = ambiguous(speaker, weighed).into_iter().collect();
    let supporting: BTreeSet<usize> = weighed.iter().filter(|it| it.bearing == Bearing::Supports).map(|it| it.document).collect();
    for it in weighed.iter_mut().filter(|it| it.bearing == Bearing::Contradicts && !it.denies && supporting.contains(&it.document)) {
        it.bearing = Bearing::Near;
        it.reasons.push("scope-differs: its document bears the claim out elsewhere".to_owned());
    }
    notes.extend(superseded(corpus, weighed));
    sort(weighed);
    notes
}

/// Whether as many independent documents as are asked bear the claim out; the notes tell which do not count.
fn corroborated(corpus: &Corpus, supporting: &[usize], terms: &Terms<'_>, notes: &mut Vec<String>) -> bool {
    if terms.min_sources <= 1 {
        return true;
    }
    let sources = corroboration::sources(corpus, supporting);
    let independent = sources.origins.len();
    if independent < terms.min_sources {
        notes.push(format!("single-source: {independent} independent, of {} asked", terms.min_sources));
    }
    let id = |it: usize| corpus.documents.get(it).map_or("", |it| it.id.as_str());
    let repeats = sources.repeats.iter();
    notes.extend(repeats.map(|it| format!("single-source: {} counts once with {}: {}", id(it.document), id(it.origin), it.why)));
    independent >= terms.min_sources
}

/// Makes passages of different people whom the claim's speaker may be decide nothing; answers who they are.
fn ambiguous(speaker: Option<&str>, weighed: &mut [Weighed]) -> Option<String> {
    let asked = speaker?;
    let mut bearers: Vec<String> = Vec::new();
    for it in weighed.iter().filter(|it| it.bearing != Bearing::Near && it.facets.speaker == Answer::Agrees) {
        let Some(speaker) = it.speaker.as_deref().filter(|it| name::same_person(asked, it)) else { continue };
        if !bearers.iter().any(|it| it == speaker || name::same_person(it, speaker)) {
            bearers.push(speaker.to_owned());
        }
    }
    bearers.sort();
    if bearers.len() < 2 {
        return None;
    }
    let note = format!("ambiguous: “{asked}” may be {}", bearers.join(" or "));
    for it in weighed.iter_mut().filter(|it| it.bearing != Bearing::Near) {
        it.bearing = Bearing::Near;
        it.reasons.push(note.clone());
    }
    Some(note)
}

/// What one speaker, or one publisher, says at another time is a development and no contradiction: such passages decide nothing,
/// and the latest of those that came later is told of.
fn superseded(corpus: &Corpus, weighed: &mut [Weighed]) -> Option<String> {
    let voice = |it: &Weighed| match &it.speaker {
        Some(speaker) => Some(speaker.clone()),
        None => corpus.documents.get(it.document)?.metadata.publisher.clone(),
    };
    let supporting = weighed.iter().filter(|it| it.bearing == Bearing::Supports);
    let on_record: Vec<_> = supporting.filter_map(|it| Some((voice(it)?, it.told?, it.as_of))).collect();
    let mut latest: Option<(Period, String)> = None;
    for it in weighed.iter_mut().filter(|it| it.bearing == Bearing::Contradicts && it.facets.amount == Answer::Differs) {
        let (Some(voice), Some(told)) = (voice(it), it.told) else { continue };
        let one_time = |one: Option<Period>, other: Option<Period>| one.is_some() && one == other;
        let others = on_record
            .iter()
            .filter(|(by, at, as_of)| *by == voice && !at.contains(told) && !told.contains(*at) && !one_time(*as_of, it.as_of));
        let Some(at) = others.map(|it| it.1).max_by_key(|it| it.to) else { continue };
        it.bearing = Bearing::Near;
        it.reasons.push(format!("of another time: said on {told}, the other on {at}"));
        if told.from > at.to && latest.as_ref().is_none_or(|it| told.to > it.0.to) {
            let amount = it.amount.as_deref().unwrap_or("another figure");
            let document = corpus.documents.get(it.document).map_or("", |it| it.id.as_str());
            latest = Some((told, format!("superseded: {voice} said {amount} on {told} ({document})")));
        }
    }
    latest.map(|it| it.1)
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
