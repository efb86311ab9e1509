//! One utterance, quoted in different words.

use std::collections::BTreeSet;

use rayon::prelude::*;
use similar::{Algorithm, Change, ChangeTag, DiffTag, TextDiff, capture_diff_slices};

use super::copies::Groups;
use super::page::Page;
use super::story::hash;
use super::{Cited, Inconsistency, Kind, Rule, Trace, attribution};
use crate::corpus::Corpus;
use crate::extract::lexicon;
use crate::finding::Severity;
use crate::language::stem;
use crate::text::{Class, Span};

pub(super) const RULE: Rule = Rule {
    kind: Kind::QuoteDrift,
    code: "quote-drift",
    summary: "One utterance that two documents quote in different words: six words or more in the same order, four of them in a \
              row, covering four fifths of the shorter. Contractions, brackets, dots and marks are evened out first, and a sentence that the other \
              document also quotes word for word is left alone. Where only articles or endings differ it is information.",
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
    fn spelt(&self, corpus: &Corpus) -> Vec<Box<str>> {
        corpus.documents.get(self.document).map(|it| words(self.span.of(&it.text)).collect()).unwrap_or_default()
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
            let words: Vec<_> = words(span.of(&page.document.text)).map(|it| hash(&it)).collect();
            if words.len() >= LONG {
                let attribution = page.document.reading.attributions.iter().position(|it| it.content.touches(span));
                let attribution = attribution.and_then(|it| u32::try_from(it).ok());
                found.push(Utterance { document: page.index, span, attribution, words: words.into() });
            }
        }
    }
    found
}

/// The words of a quotation in one spelling: lower case, contractions spelt out, brackets and marks dropped.
fn words(text: &str) -> impl Iterator<Item = Box<str>> + '_ {
    let plain = text.replace(['’', '‘'], "'").replace('&', " and ").replace("O.K.", "okay");
    let words: Vec<Box<str>> = plain
        .split(|it: char| !(it.is_alphanumeric() || it == '\''))
        .map(|it| it.trim_matches('\'').to_lowercase())
        .filter(|it| !it.is_empty())
        .flat_map(|it| spelt_out(&it))
        .collect();
    words.into_iter()
}

fn spelt_out(word: &str) -> Vec<Box<str>> {
    let pairs = [("n't", "not"), ("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'m", "am"), ("'d", "would")];
    let split = pairs.iter().find_map(|(ending, full)| Some((word.strip_suffix(ending)?, *full)));
    match split {
        Some(("ca", full)) => vec!["can".into(), full.into()],
        Some(("wo", full)) => vec!["will".into(), full.into()],
        Some((first, full)) => vec![first.into(), full.into()],
        None if word == "ok" => vec!["okay".into()],
        None => vec![word.strip_suffix("'s").map_or_else(|| word.into(), |it| format!("{it} is").into())],
    }
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
    words.iter().fold(0xcbf2_9ce4_8422_2325, |run, it| (run ^ u64::from(*it)).wrapping_mul(0x0100_0000_01b3))
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
    let (substance, shown) = difference(&one.spelt(corpus), &other.spelt(corpus));
    let severity = if substance { Severity::Warning } else { Severity::Info };
    let message = format!("one utterance, worded differently: {shown}");
    Some(Inconsistency::new(Kind::QuoteDrift, severity, message, vec![one.cite(corpus), other.cite(corpus)]))
}

/// The words that both have in the same order.
fn matched(one: &[u32], other: &[u32]) -> usize {
    let operations = capture_diff_slices(Algorithm::Myers, one, other);
    operations.iter().filter(|it| it.tag() == DiffTag::Equal).map(|it| it.old_range().len()).sum()
}

fn refs(words: &[Box<str>]) -> Vec<&str> {
    words.iter().map(AsRef::as_ref).collect()
}

/// Whether a document quotes the utterance word for word, or a part of it, or it a part of one of its.
fn has_partner(traces: &[Trace], utterance: &Utterance, document: usize) -> bool {
    let contains = |long: &[u32], short: &[u32]| long.windows(short.len().max(1)).any(|it| it == short);
    let quoted = traces.get(document).map(|it| it.utterances.as_slice()).unwrap_or_default();
    quoted.iter().any(|it| contains(&it.words, &utterance.words) || contains(&utterance.words, &it.words))
}

/// The changes without those at either end that only one side has: who quotes a part leaves out the rest.
fn common_part<'c, 'w>(changes: &'c [Change<&'w str>]) -> &'c [Change<&'w str>] {
    let end = |changes: &mut dyn Iterator<Item = &Change<&'w str>>| {
        let tags: Vec<_> = changes.map(Change::tag).take_while(|it| *it != ChangeTag::Equal).collect();
        let one_sided = tags.windows(2).all(|it| it[0] == it[1]);
        if one_sided { tags.len() } else { 0 }
    };
    let (before, after) = (end(&mut changes.iter()), end(&mut changes.iter().rev()));
    changes.get(before..changes.len() - after).unwrap_or(changes)
}

/// The word diff, and whether more than articles and endings differ.
fn difference(one: &[Box<str>], other: &[Box<str>]) -> (bool, String) {
    let (first, second) = (refs(one), refs(other));
    let diff = TextDiff::from_slices(&first, &second);
    let (mut dropped, mut added, mut shown) = (Vec::new(), Vec::new(), Vec::new());
    for change in common_part(&diff.iter_all_changes().collect::<Vec<_>>()) {
        let word = change.value();
        match change.tag() {
            ChangeTag::Equal => shown.push(word.to_owned()),
            ChangeTag::Delete => {
                dropped.push(word);
                shown.push(format!("[-{word}-]"));
            }
            ChangeTag::Insert => {
                added.push(word);
                shown.push(format!("{{+{word}+}}"));
            }
        }
    }
    let telling = |words: &[&str]| {
        let class = |it: &str| lexicon().class(it);
        let told = words.iter().filter(|it| !class(it).is(Class::FUNCTION) || class(it).is(Class::NEGATION));
        told.map(|it| stem(it).into_owned()).collect::<BTreeSet<_>>()
    };
    (telling(&dropped) != telling(&added), shown.join(" "))
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
}
