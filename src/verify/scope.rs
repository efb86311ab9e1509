//! Scope: which documents a claim is asked of.
//!
//! Globs are matched once against the ids of a corpus, not once for every candidate. What they leave is kept as runs of sentences,
//! for documents stand in the order of their ids, and a glob mostly names neighbours.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::corpus::Corpus;

/// The sentences of the documents that are asked, as runs of their numbers, in order.
pub(super) type Runs = Vec<Range<u32>>;

/// The scopes that claims asked for.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    known: Mutex<BTreeMap<Vec<String>, Arc<Runs>>>,
}

/// Scopes that are kept.
const KEPT: usize = 256;

impl Scopes {
    /// The sentences of the documents whose ids match one of `globs`, each document's first sentence being numbered in `starts`; none
    /// where all are asked.
    pub(super) fn of(&self, globs: &[String], corpus: &Corpus, starts: &[u32]) -> Option<Arc<Runs>> {
        if globs.is_empty() {
            return None;
        }
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(runs) = known.get(globs) {
            return Some(Arc::clone(runs));
        }
        let made = Arc::new(runs(&set(globs), corpus, starts));
        if known.len() < KEPT {
            known.insert(globs.to_vec(), Arc::clone(&made));
        }
        Some(made)
    }
}

fn set(globs: &[String]) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    for glob in globs.iter().filter_map(|it| Glob::new(it).ok()) {
        set.add(glob);
    }
    // A glob that cannot be read matches nothing: fewer sources are asked, never more.
    set.build().unwrap_or_else(|_| GlobSet::empty())
}

fn runs(set: &GlobSet, corpus: &Corpus, starts: &[u32]) -> Runs {
    let mut runs = Runs::new();
    for (document, own) in corpus.documents.iter().zip(starts.windows(2)) {
        if !set.is_match(&document.id) {
            continue;
        }
        match runs.last_mut() {
            Some(last) if last.end == own[0] => last.end = own[1],
            _ => runs.push(own[0]..own[1]),
        }
    }
    runs
}

/// Drops the sentences outside `runs`; both are in order.
pub(super) fn keep(sentences: &mut Vec<u32>, runs: &[Range<u32>]) {
    if runs.len() < sentences.len() / 16 {
        let inside = |run: &Range<u32>| {
            let from = sentences.partition_point(|it| *it < run.start);
            let to = sentences.partition_point(|it| *it < run.end);
            sentences.get(from..to).unwrap_or_default().to_vec()
        };
        *sentences = runs.iter().flat_map(inside).collect();
        return;
    }
    let mut at = 0;
    sentences.retain(|it| {
        while runs.get(at).is_some_and(|run| run.end <= *it) {
            at += 1;
        }
        runs.get(at).is_some_and(|run| run.contains(it))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Document;

    fn check(globs: &[&str], expected: &[(u32, u32)]) {
        let document = |id: &&str| Document::from_text((*id).to_owned(), "One ship. Two ships.".to_owned(), None);
        let corpus = Corpus { documents: ["a/1", "a/2", "b/1", "b/2"].iter().map(document).collect(), findings: Vec::new() };
        let globs: Vec<String> = globs.iter().map(|it| (*it).to_owned()).collect();
        let scopes = Scopes::default();
        for _ in 0..2 {
            let runs = scopes.of(&globs, &corpus, &[0, 2, 4, 6, 8]).expect("globs limit the scope");
            let runs: Vec<_> = runs.iter().map(|it| (it.start, it.end)).collect();
            assert_eq!(runs, expected, "{globs:?}");
        }
    }

    #[test]
    fn neighbours_make_one_run() {
        check(&["a/*"], &[(0, 4)]);
        check(&["*/1"], &[(0, 2), (4, 6)]);
        check(&["a/2", "b/*"], &[(2, 8)]);
        check(&["c/*"], &[]);
    }

    #[test]
    fn sentences_outside_the_runs_are_dropped() {
        let runs = [2..4, 6..8];
        let mut few = vec![1, 2, 3, 4, 7, 9];
        keep(&mut few, &runs);
        assert_eq!(few, [2, 3, 7]);
        let mut many: Vec<u32> = (0..100).collect();
        keep(&mut many, &runs);
        assert_eq!(many, [2, 3, 6, 7]);
    }
}
