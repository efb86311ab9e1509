//! Remembers what two words were found to be to each other, because a run asks the same pairs over and over.

use std::cell::RefCell;

/// Pairs that a thread remembers; a newer pair takes the place of one that falls on the same slot.
const SLOTS: usize = 1 << 14;

/// What is remembered of a pair of words.
struct Entry<T> {
    one: Box<str>,
    other: Box<str>,
    value: T,
}

/// A bounded memory of a function of two words. What it answers never depends on what it was asked before.
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
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    usize::try_from((hash ^ (hash >> 31)) & (SLOTS as u64 - 1)).expect("a slot is a small number")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_found_once_and_told_apart_from_its_converse() {
        let memo = Memo::new();
        assert_eq!(memo.get("ferry", "boat", || 1), 1);
        assert_eq!(memo.get("ferry", "boat", || 2), 1);
        assert_eq!(memo.get("boat", "ferry", || 3), 3);
    }
}
