//! Phrases of a table, found at a place among the tokens.

use std::collections::BTreeMap;

use super::scan::Scan;
use crate::text::WordMap;

/// Phrases with what they stand for, in any case, keyed by the word that is met first.
#[derive(Debug)]
pub(super) struct Phrases<V> {
    /// The places of the phrases of a word in the list.
    by_word: WordMap<(usize, usize)>,
    /// The words behind the first, the longest phrases of a word first.
    phrases: Vec<(Vec<&'static str>, V)>,
}

impl<V: Copy> Phrases<V> {
    /// Phrases that are found by their first word.
    pub(super) fn forward(entries: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        Self::new(entries.into_iter().map(|(phrase, value)| (phrase.split(' ').collect(), value)))
    }

    /// Phrases that are found by their last word.
    pub(super) fn backward(entries: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        Self::new(entries.into_iter().map(|(phrase, value)| (phrase.rsplit(' ').collect(), value)))
    }

    fn new(entries: impl Iterator<Item = (Vec<&'static str>, V)>) -> Self {
        let mut by_word = BTreeMap::<_, Vec<_>>::new();
        for (words, value) in entries {
            if let Some((first, rest)) = words.split_first() {
                by_word.entry(*first).or_default().push((rest.to_vec(), value));
            }
        }
        let mut places = Vec::with_capacity(by_word.len());
        let mut all = Vec::new();
        for (word, mut phrases) in by_word {
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
            places.push((word, (all.len(), all.len() + phrases.len())));
            all.append(&mut phrases);
        }
        Self { by_word: WordMap::new(places), phrases: all }
    }

    /// The longest phrase that begins at token `at`, and the token after it.
    pub(super) fn at(&self, scan: &Scan<'_, '_>, at: usize) -> Option<(V, usize)> {
        self.starting(scan, at)?.iter().find_map(|(rest, value)| {
            let mut next = at + 1;
            for word in rest {
                next = scan.joined(next);
                if !scan.is(next, word) {
                    return None;
                }
                next += 1;
            }
            // "sq. km." keeps its stops.
            let stop = scan.is(next, ".") && scan.glued(next) && !rest.is_empty() && scan.lower_case(next + 1);
            Some((*value, if stop { next + 1 } else { next }))
        })
    }

    /// The longest phrase that ends before token `end`, and its first token.
    pub(super) fn before(&self, scan: &Scan<'_, '_>, end: usize) -> Option<(V, usize)> {
        let last = end.checked_sub(1)?;
        self.starting(scan, last)?.iter().find_map(|(rest, value)| {
            let mut at = last;
            for word in rest {
                at = at.checked_sub(1)?;
                if !scan.is(at, word) {
                    return None;
                }
            }
            Some((*value, at))
        })
    }

    /// The words of all phrases.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> {
        self.by_word.words().chain(self.phrases.iter().flat_map(|(rest, _)| rest.iter().copied()))
    }

    fn starting(&self, scan: &Scan<'_, '_>, at: usize) -> Option<&[(Vec<&'static str>, V)]> {
        let (first, end) = self.by_word.find(scan.token(at)?.letters, scan.word(at))?;
        self.phrases.get(first..end)
    }
}
