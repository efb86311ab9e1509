//! Remembers what was found of words and of pairs of them, because a run asks the same over and over.
//!
//! What a memory answers never depends on what it was asked before: only the time does.

use std::cell::RefCell;

use super::dictionary::halves;
use crate::text::fnv;

/// Pairs that a thread remembers; a newer pair takes the place of one that falls on the same slot.
const SLOTS: usize = 1 << 14;

/// What is remembered of a pair of words.
struct Entry<T> {
    one: Box<str>,
    other: Box<str>,
    value: T,
}

/// Words that a thread remembers; a newer one takes the place of one that falls on the same slot.
const WORDS: usize = 1 << 13;

/// A word with what was found of it.
type Known<T> = (Box<str>, T);

/// A bounded memory of a function of one word.
pub(super) struct Recent<T>(RefCell<Vec<Option<Known<T>>>>);

impl<T: Clone> Recent<T> {
    pub(super) const fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }

    /// What `find` answers for the word, found once while it is remembered.
    pub(super) fn get(&self, word: &str, find: impl FnOnce() -> T) -> T {
        let slot = halves(word).1 as usize % WORDS;
        if let Some(Some((known, value))) = self.0.borrow().get(slot)
            && **known == *word
        {
            return value.clone();
        }
        let value = find();
        let mut entries = self.0.borrow_mut();
        if entries.is_empty() {
            entries.resize_with(WORDS, || None);
        }
        if let Some(entry) = entries.get_mut(slot) {
            *entry = Some((word.into(), value.clone()));
        }
        value
    }
}

/// A bounded memory of a function of two words.
pub(super) struct Memo<T>(RefCell<Vec<Option<Entry<T>>>>);

impl<T: Copy> Memo<T> {
    pub(super) const fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }

    /// What `find` answers for the pair, found once while it is remembered.
    pub(super) fn get(&self, one: &str, other: &str, find: impl FnOnce() -> T) -> T {
        let slot = slot(one, other);
        if let Some(Some(entry)) = self.0.borrow().get(slot)
            && *entry.one == *one
            && *entry.other == *other
        {
            return entry.value;
        }
        let value = find();
        let mut entries = self.0.borrow_mut();
        if entries.is_empty() {
            entries.resize_with(SLOTS, || None);
        }
        if let Some(entry) = entries.get_mut(slot) {
            *entry = Some(Entry { one: one.into(), other: other.into(), value });
        }
        value
    }
}

/// FNV-1a over both words.
fn slot(one: &str, other: &str) -> usize {
    let bytes = one.bytes().chain([0]).chain(other.bytes());
    let hash = fnv(bytes.map(u64::from));
    usize::try_from((hash ^ (hash >> 31)) & (SLOTS as u64 - 1)).expect("a slot is a small number")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_once() {
        let recent = Recent::new();
        assert_eq!(recent.get("ferry", || 1), 1);
        assert_eq!(recent.get("ferry", || 2), 1);
        assert_eq!(recent.get("boat", || 3), 3);
    }

    #[test]
    fn a_pair_is_found_once_and_told_apart_from_its_converse() {
        let memo = Memo::new();
        assert_eq!(memo.get("ferry", "boat", || 1), 1);
        assert_eq!(memo.get("ferry", "boat", || 2), 1);
        assert_eq!(memo.get("boat", "ferry", || 3), 3);
    }
}
