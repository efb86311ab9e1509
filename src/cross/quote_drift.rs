//! One utterance, quoted in different words.

use std::collections::BTreeSet;

use rayon::prelude::*;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::copies::Groups;
use super::difference::difference;
use super::page::Page;
use super::story::hash;
use super::wording::{Word, words};
use super::{Cited, Inconsistency, Kind, Rule, Trace, attribution};
use crate::corpus::Corpus;
use crate::finding::Severity;
use crate::text::{Span, fnv};

pub(super) const RULE: Rule = Rule {
    kind: Kind::QuoteDrift,
    code: "quote-drift",
    summary: "One utterance that two documents quote in different words: six words or more in the same order, four of them in a \
              row, covering four fifths of the shorter. Contractions, brackets, dots and marks are evened out first, and a sentence that the other \
              document also quotes word for word is left alone. What differs is told with negations \
              first, then nouns, verbs and what is left out. Where only articles or endings differ it is information.",
    reports: &[&[
        ("2025-03-18", "\"We will reopen the northern harbour before the winter,\" Ida Holm said."),
        ("2025-03-18", "Ida Holm said: \"We will close the northern harbour before the winter.\""),
    ]],
    spares: &[
        &[
            ("2025-03-18", "\"We will not reopen the northern harbour before the winter,\" Ida Holm said."),
            ("2025-03-18", "\"We won't reopen the northern harbour before the winter,\" Ida Holm said."),
        ],
        &[
            ("2025-03-18", "\"We will not reopen the northern harbour before the winter,\" Ida Holm said."),
            ("2025-03-18", "\"We will not reopen the northern harbour,\" Ida Holm said."),
        ],
    ],
};

/// A sentence inside quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Utterance {
    /// The index of its document.
    document: usize,
    /// Where it stands, its marks left out.
    span: Span,
    /// The index of the attribution that it stands in.
    attribution: Option<u32>,
    /// Its words in one spelling, told apart by a hash.
    words: Box<[u32]>,
}

impl Utterance {
    /// Who says it.
    pub(super) fn speaker<'c>(&self, corpus: &'c Corpus) -> Option<&'c str> {
        corpus.documents.get(self.document)?.reading.attributions.get(self.attribution? as usize)?.speaker.as_deref()
    }

    /// Its words in one spelling.
    fn spelt(&self, corpus: &Corpus) -> Vec<Word> {
        corpus.documents.get(self.document).map(|it| words(self.span.of(&it.text))).unwrap_or_default()
    }

    pub(super) fn cite(&self, corpus: &Corpus) -> Cited {
        Cited {
            document: self.document,
            span: self.span,
            speaker: self.speaker(corpus).map(str::to_owned),
            amount: None,
            said: None,
            as_of: None,
        }
    }
}

/// Words of an utterance that is long enough to be known again.
const LONG: usize = 6;
/// Words in a row that two utterances must share.
const RUN: usize = 4;
/// Documents that may share a run before it is taken for a phrase that everybody uses.
const COMMON: usize = 24;

/// The quoted sentences of a page.
pub(super) fn utterances(page: &Page<'_>) -> Vec<Utterance> {
    let mut found = Vec::new();
    for quotation in &page.text.quotations {
        for sentence in &page.text.sentences {
            if !sentence.span.touches(quotation.inner) {
                continue;
            }
            let span = Span { start: sentence.span.start.max(quotation.inner.start), end: sentence.span.end.min(quotation.inner.end) };
            let words: Vec<_> = words(span.of(&page.document.text)).iter().map(|it| hash(&it.key)).collect();
            if words.len() >= LONG {
                let attribution = page.document.reading.attributions.iter().position(|it| it.content.touches(span));
                let attribution = attribution.and_then(|it| u32::try_from(it).ok());
                found.push(Utterance { document: page.index, span, attribution, words: words.into() });
            }
        }
    }
    found
}

/// Utterances of different documents that are one, worded differently or given to another speaker.
pub(super) fn across(corpus: &Corpus, traces: &[Trace], copies: &Groups) -> Vec<Inconsistency> {
    let all: Vec<_> = traces.iter().flat_map(|it| &it.utterances).collect();
    let mut runs = Vec::new();
    for (index, utterance) in (0_u32..).zip(&all) {
        runs.extend(utterance.words.windows(RUN).map(|it| (run(it), index)));
    }
    runs.par_sort_unstable();
    runs.dedup();
    let mut pairs = BTreeSet::new();
    for places in runs.chunk_by(|one, other| one.0 == other.0).filter(|it| (2..=COMMON).contains(&it.len())) {
        for (at, (_, one)) in places.iter().enumerate() {
            pairs.extend(places.iter().skip(at + 1).map(|other| (*one, other.1)));
        }
    }
    let pairs = pairs.into_iter().filter_map(|(one, other)| Some((*all.get(one as usize)?, *all.get(other as usize)?)));
    let apart = pairs.filter(|(one, other)| one.document != other.document && !copies.same(one.document, other.document));
    // What several repeat is told once, by the first of them.
    let mut told = BTreeSet::new();
    let mut fresh = |one: &Utterance, other: &Utterance| {
        let (first, second) = (&one.words, &other.words);
        told.insert((first.min(second).clone(), first.max(second).clone()))
    };
    apart.filter_map(|(one, other)| compare(corpus, traces, one, other).filter(|_| fresh(one, other))).collect()
}

/// A run of words as one number.
fn run(words: &[u32]) -> u64 {
    fnv(words.iter().map(|it| u64::from(*it)))
}

fn compare(corpus: &Corpus, traces: &[Trace], one: &Utterance, other: &Utterance) -> Option<Inconsistency> {
    let matched = matched(&one.words, &other.words);
    let shorter = one.words.len().min(other.words.len());
    if matched < LONG || matched * 5 < shorter * 4 {
        return None;
    }
    let longer = one.words.len().max(other.words.len());
    if let Some(found) = attribution::two_speakers(corpus, one, other).filter(|_| matched * 5 >= longer * 4) {
        return Some(found);
    }
    if has_partner(traces, one, other.document) || has_partner(traces, other, one.document) {
        return None;
    }
    let difference = difference(&one.spelt(corpus), &other.spelt(corpus))?;
    let severity = if difference.substance { Severity::Warning } else { Severity::Info };
    let message = format!("one utterance, worded differently: {}", difference.shown);
    Some(Inconsistency::new(Kind::QuoteDrift, severity, message, vec![one.cite(corpus), other.cite(corpus)]))
}

/// The words that both have in the same order.
fn matched(one: &[u32], other: &[u32]) -> usize {
    let operations = capture_diff_slices(Algorithm::Myers, one, other);
    operations.iter().filter(|it| it.tag() == DiffTag::Equal).map(|it| it.old_range().len()).sum()
}

/// Whether a document quotes the utterance word for word, or a part of it, or it a part of one of its.
fn has_partner(traces: &[Trace], utterance: &Utterance, document: usize) -> bool {
    let contains = |long: &[u32], short: &[u32]| long.windows(short.len().max(1)).any(|it| it == short);
    let quoted = traces.get(document).map(|it| it.utterances.as_slice()).unwrap_or_default();
    quoted.iter().any(|it| contains(&it.words, &utterance.words) || contains(&utterance.words, &it.words))
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    fn check(one: &str, other: &str, expected: &[&str]) {
        let texts = [("2025-03-18", one), ("2025-03-18", other)];
        let codes = found(&texts).into_iter().map(|it| it.split(':').next().unwrap_or_default().to_owned());
        assert_eq!(codes.filter(|it| it.starts_with("quote") || it.starts_with("attr")).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn another_verb_is_a_drift() {
        check(
            "\"We will reopen the northern harbour before the winter,\" Ida Holm said.",
            "Ida Holm said: \"We will close the northern harbour before the winter.\"",
            &["quote-drift Warning"],
        );
    }

    #[test]
    fn articles_contractions_and_cuts_are_no_drift() {
        let full = "\"We will not reopen the northern harbour before the winter,\" Ida Holm said.";
        check(full, "\"We won't reopen the northern harbour before the winter,\" Ida Holm said.", &[]);
        check(full, "\"We will not reopen the northern harbour,\" Ida Holm said.", &[]);
        check(full, "\"We will not reopen northern harbour before the winter,\" Ida Holm said.", &["quote-drift Info"]);
        check(full, "\"We will repair the old lighthouse before anything else,\" Ida Holm said.", &[]);
    }

    #[test]
    fn a_part_of_a_longer_sentence_is_quoted_rightly() {
        let full = "\"It is good to stand here today, for we will reopen the northern harbour before the winter,\" Ida Holm said.";
        check(full, "Ida Holm said: \"We will reopen northern harbour before the winter.\"", &["quote-drift Info"]);
        check(full, "Ida Holm said: \"We will not reopen the northern harbour before the winter.\"", &["quote-drift Warning"]);
    }

    #[test]
    fn what_outlets_set_as_they_please_is_no_drift() {
        let full = "“It is okay that we cannot reopen Holm and Sons before the long winter,” Ida Holm said.";
        check(full, "“It’s O.K. that we can’t reopen Holm & Sons before the long winter,” Ida Holm said.", &[]);
        check(full, "“[It] is OK that we can not reopen\nHolm and\nSons before the long winter,” Ida Holm said.", &[]);
        check(full, "“It is okay that we cannot reopen ... before the long winter,” Ida Holm said.", &[]);
        check(full, "“It is okay that we can reopen Holm & Sons before the long winter,” Ida Holm said.", &["quote-drift Warning"]);
        check(full, "“It is O.K. that we cannot close Holm & Sons before the long winter,” Ida Holm said.", &["quote-drift Warning"]);
    }
}
