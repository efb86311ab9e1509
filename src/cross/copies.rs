//! Documents that are one text.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::page::Page;
use super::{Inconsistency, Kind, Rule, Trace};
use crate::corpus::Corpus;
use crate::finding::Severity;
use crate::text::fnv;

pub(super) const RULE: Rule = Rule {
    kind: Kind::Copies,
    code: "copies",
    summary: "Documents that are one text, word for word or nearly so: most sentences of the shorter stand in the longer. They count as one \
              source. Short lines, captions and what many documents share are furniture and do not count.",
    reports: &[&[
        (
            "2025-03-18",
            "The storm sank boats in the harbour of Aldmere on Tuesday night. The mayor of Aldmere asked the region for help with the repairs. Crews will clear the quay in the days before the market.",
        ),
        (
            "2025-03-19",
            "The storm sank boats in the harbour of Aldmere on Tuesday night. The mayor of Aldmere asked the region for help with the repairs. Crews will clear the quay in the days before the market. Read more about the weather in the north.",
        ),
    ]],
    spares: &[
        &[
            (
                "2025-03-18",
                "The storm sank boats in the harbour of Aldmere on Tuesday night. The mayor of Aldmere asked the region for help with the repairs. Crews will clear the quay in the days before the market.",
            ),
            (
                "2025-03-19",
                "The storm sank boats in the harbour of Aldmere on Tuesday night. Schools in the town stay closed for the rest of the week. Trains on the coast line run again since Wednesday at noon.",
            ),
        ],
        &[
            (
                "2025-03-18",
                "The storm sank boats in the harbour of Aldmere on Tuesday night. The mayor of Aldmere asked the region for help with the repairs. Crews will clear the quay in the days before the market.",
            ),
            (
                "2025-03-19",
                "The mayor of Aldmere asked for help after the storm that sank boats in the harbour. Schools in the town stay closed for the rest of the week. The power company has sent workers.",
            ),
        ],
    ],
};

/// The sentences of a document, told apart by a hash of their words.
#[derive(Debug, Default)]
pub(super) struct Sketch {
    sentences: Vec<u64>,
}

/// Words of a sentence that is long enough to tell a text by.
const LONG: usize = 8;
/// Documents that may share a sentence before it is taken for furniture.
const FURNITURE: usize = 64;

/// The sketch of a page.
pub(super) fn sketch(page: &Page<'_>) -> Sketch {
    let sentences = page.text.sentences.iter().filter(|it| it.tokens().len() >= LONG);
    let mut hashes: Vec<_> = sentences.map(|it| hash(it.span.of(page.text.source))).collect();
    hashes.sort_unstable();
    hashes.dedup();
    Sketch { sentences: hashes }
}

/// FNV-1a over the letters and digits, in lower case.
fn hash(sentence: &str) -> u64 {
    let letters = sentence.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase);
    fnv(letters.map(|it| u64::from(u32::from(it))))
}

/// Which documents are one text.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// The group of each document: the index of its first document.
    group: Vec<usize>,
}

impl Groups {
    /// Whether two documents are one text.
    pub(super) fn same(&self, one: usize, other: usize) -> bool {
        self.group.get(one).is_some_and(|it| Some(it) == self.group.get(other))
    }

    /// The groups of more than one document.
    fn shared(&self) -> impl Iterator<Item = Vec<usize>> {
        let mut members = BTreeMap::<usize, Vec<usize>>::new();
        for (document, group) in self.group.iter().enumerate() {
            members.entry(*group).or_default().push(document);
        }
        members.into_values().filter(|it| it.len() > 1)
    }
}

/// Groups the documents of a corpus.
pub(super) fn groups(corpus: &Corpus, traces: &[Trace]) -> Groups {
    let mut holders = Vec::new();
    for (document, trace) in traces.iter().enumerate() {
        holders.extend(trace.sketch.sentences.iter().map(|it| (*it, document)));
    }
    holders.par_sort_unstable();
    let mut shared = BTreeMap::<(usize, usize), usize>::new();
    for documents in holders.chunk_by(|one, other| one.0 == other.0).filter(|it| it.len() > 1) {
        // Neighbours in the list are enough to join a group, and keep the cost linear; furniture joins nothing.
        for pair in documents.windows(2).take(FURNITURE) {
            *shared.entry((pair[0].1, pair[1].1)).or_default() += 1;
        }
    }
    drop(holders);
    let mut group: Vec<_> = (0..corpus.documents.len()).collect();
    for ((one, other), count) in shared {
        let shorter = [one, other].iter().filter_map(|it| traces.get(*it)).map(|it| it.sketch.sentences.len()).min().unwrap_or(0);
        if shorter >= 2 && count * 10 >= shorter * 6 {
            let (first, second) = (root(&group, one), root(&group, other));
            let (low, high) = (first.min(second), first.max(second));
            if let Some(it) = group.get_mut(high) {
                *it = low;
            }
        }
    }
    let roots: Vec<_> = (0..group.len()).map(|it| root(&group, it)).collect();
    Groups { group: roots }
}

fn root(group: &[usize], mut at: usize) -> usize {
    while let Some(&up) = group.get(at).filter(|it| **it != at) {
        at = up;
    }
    at
}

/// The groups, as information.
pub(super) fn reported(corpus: &Corpus, groups: &Groups) -> Vec<Inconsistency> {
    groups.shared().map(|documents| report(corpus, &documents)).collect()
}

fn report(corpus: &Corpus, documents: &[usize]) -> Inconsistency {
    let outlets: BTreeSet<_> = documents.iter().filter_map(|it| corpus.documents.get(*it)?.metadata.publisher.as_deref()).collect();
    let named = if outlets.is_empty() { String::new() } else { format!(": {}", outlets.into_iter().collect::<Vec<_>>().join(", ")) };
    let message = format!("one source, {} documents{named}", documents.len());
    let cite = |index: &usize| {
        let span =
            corpus.documents.get(*index).and_then(|it| it.reading.sentences.iter().find(|it| it.tokens().len() >= LONG)).map(|it| it.span);
        super::Cited { document: *index, span: span.unwrap_or_default(), speaker: None, amount: None, said: None, as_of: None }
    };
    Inconsistency::new(Kind::Copies, Severity::Info, message, documents.iter().map(cite).collect())
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    const STORY: &str = "The storm sank boats in the harbour of Aldmere on Tuesday night. The mayor of Aldmere asked the region for help with the \
                         repairs. Crews will clear the quay in the days before the market.";

    #[test]
    fn a_reprint_is_one_source() {
        let reprint = format!("{STORY} Read more about the weather in the north on our other pages.");
        assert_eq!(found(&[("2025-03-18", STORY), ("2025-03-19", &reprint)]).len(), 1);
    }

    #[test]
    fn a_shared_sentence_is_no_copy() {
        let other = "The storm sank boats in the harbour of Aldmere on Tuesday night. Schools in the town stay closed for the rest of the week. \
                     Trains on the coast line run again since Wednesday at noon. The power company has sent two hundred workers to the north.";
        assert_eq!(found(&[("2025-03-18", STORY), ("2025-03-19", other)]).len(), 0);
    }
}
