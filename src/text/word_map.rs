//! What is known of words, looked up by the word in whatever case.

use std::hint::select_unpredictable;

use super::letters::Letters;

/// Words, each with a value, found whatever the case of their letters of ASCII.
///
/// The words are hashed so that no two share a slot: whether a word is in the map is told by one comparison, without a
/// branch that the processor would have to guess. Most words have no more letters than are known of them, and lie apart
/// from the longer ones, so that what is compared takes little room.
#[derive(Debug)]
pub struct WordMap<V> {
    short: Slots<Short<V>>,
    long: Slots<Long<V>>,
    words: Vec<&'static str>,
}

/// A word that has no more letters than those kept, with its value.
#[derive(Clone, Copy, Debug)]
struct Short<V> {
    letters: Letters,
    value: V,
}

/// A longer word, by what tells it from others, with its value.
#[derive(Clone, Copy, Debug)]
struct Long<V> {
    letters: Letters,
    tail: Letters,
    length: u16,
    /// Its place among all words.
    place: u16,
    value: V,
}

impl<V: Copy> WordMap<V> {
    /// The map of all `entries`; of two for one word the later counts.
    ///
    /// # Panics
    ///
    /// Panics where there are more than 65,536 words.
    pub fn new(entries: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        Self::gathered(entries, |_, new| new)
    }

    /// The map of all `entries`; the values of a word that is met again are put together.
    ///
    /// # Panics
    ///
    /// Panics where there are more than 65,536 words.
    pub(super) fn gathered(entries: impl IntoIterator<Item = (&'static str, V)>, together: impl Fn(V, V) -> V) -> Self {
        let words = merged(entries.into_iter().collect(), together);
        let (mut short, mut long) = (Vec::new(), Vec::new());
        for (place, (word, value)) in (0..).zip(&words) {
            let (letters, value) = (Letters::of(word), *value);
            if word.len() <= Letters::LENGTH {
                short.push((hash_of(word), Short { letters, value }));
            } else {
                let tail = Letters::tail(word.as_bytes());
                let length = u16::try_from(word.len()).expect("words are short");
                long.push((hash_of(word), Long { letters, tail, length, place, value }));
            }
        }
        let short = Slots::new(&short, |it| Short { letters: Letters::NONE, ..*it });
        let long = Slots::new(&long, |it| Long { letters: Letters::NONE, ..*it });
        Self { short, long, words: words.into_iter().map(|it| it.0).collect() }
    }

    /// The value of `word`.
    #[inline]
    pub fn get(&self, word: &str) -> Option<V> {
        self.find(Letters::of(word), word)
    }

    /// The value of `word`, whose letters are known.
    #[inline]
    pub fn find(&self, letters: Letters, word: &str) -> Option<V> {
        if word.len() > Letters::LENGTH {
            return self.find_long(letters, word.as_bytes());
        }
        let entry = self.short.get(hash(letters))?;
        // A byte of zero, which no word of the map has, is not among the letters.
        let known = (entry.letters == letters) & (letters.length() == word.len());
        if known { Some(entry.value) } else { None }
    }

    /// The value of the word of `length` bytes that has these letters and no more, or `other`.
    #[inline]
    pub(super) fn short_or(&self, letters: Letters, length: usize, other: V) -> V {
        let Some(entry) = self.short.get(hash(letters)) else { return other };
        let known = entry.letters.differ(letters) | u64::from(length > Letters::LENGTH) == 0;
        // Every other word is in the map, so that a branch would be guessed wrong as often as not.
        select_unpredictable(known, entry.value, other)
    }

    fn find_long(&self, letters: Letters, word: &[u8]) -> Option<V> {
        let length = word.len();
        let tail = Letters::tail(word);
        let mut hash = hash_long(letters, tail, length);
        if length > 2 * Letters::LENGTH {
            hash = hash_longer(hash, word);
        }
        let entry = self.long.get(hash)?;
        let lengths = u64::from(entry.length) ^ length as u64;
        let found = entry.letters.differ(letters) | entry.tail.differ(tail) | lengths == 0;
        let whole = || self.words[usize::from(entry.place)].as_bytes().eq_ignore_ascii_case(word);
        if found && (length <= 2 * Letters::LENGTH || whole()) { Some(entry.value) } else { None }
    }

    /// The words, in the order in which they were first met.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().copied()
    }
}

/// The words of some entries in the order in which they were first met, each with its values put together.
fn merged<V: Copy>(entries: Vec<(&'static str, V)>, together: impl Fn(V, V) -> V) -> Vec<(&'static str, V)> {
    let mut words: Vec<(&'static str, V)> = Vec::with_capacity(entries.len());
    // Where each word was first met, at the first free place behind the one that its hash leads to.
    let mut met = vec![0_u16; (entries.len() * 2 + 1).next_power_of_two()];
    for (word, value) in entries {
        let mut at = place(hash_of(word), met.len());
        while met[at] != 0 && !words[usize::from(met[at]) - 1].0.eq_ignore_ascii_case(word) {
            at = (at + 1) % met.len();
        }
        if let Some(known) = usize::from(met[at]).checked_sub(1) {
            words[known].1 = together(words[known].1, value);
            continue;
        }
        words.push((word, value));
        met[at] = u16::try_from(words.len()).expect("the tables are short");
    }
    words
}

/// Entries at slots that their hashes lead to, no two at one.
#[derive(Debug)]
struct Slots<E> {
    /// For each group of hashes, what keeps its entries off the slots of the others.
    keys: Vec<u16>,
    /// For each slot a byte of its entry's hash, which tells nearly all other words from it and lies nearer at hand.
    marks: Vec<u8>,
    entries: Vec<E>,
}

impl<E: Copy> Slots<E> {
    /// The slots of some entries, given with their hashes; `free` makes what stands for none of one of them.
    fn new(entries: &[(u64, E)], free: impl Fn(&E) -> E) -> Self {
        let Some((_, first)) = entries.first() else { return Self { keys: Vec::new(), marks: Vec::new(), entries: Vec::new() } };
        // At most two in three slots are taken, and a key is looked for by a few entries together.
        let size = (entries.len() * 3 / 2 + 1).next_power_of_two();
        let mut this = Self { keys: vec![0; size.div_ceil(4)], marks: vec![0; size], entries: vec![free(first); size] };
        let mut taken = vec![false; size];
        let mut grouped: Vec<_> = entries.iter().map(|(hash, entry)| (place(*hash, this.keys.len()), *hash, *entry)).collect();
        grouped.sort_by_key(|it| it.0);
        let mut groups: Vec<_> = grouped.chunk_by(|one, other| one.0 == other.0).collect();
        // Those of many entries come first, while there is room.
        groups.sort_by_key(|it| std::cmp::Reverse(it.len()));
        for group in groups {
            let fits = |key: u16| {
                let parted = |at: usize| {
                    let slot = slot(group[at].1, key, size);
                    !taken[slot] && group[..at].iter().all(|it| self::slot(it.1, key, size) != slot)
                };
                (0..group.len()).all(parted)
            };
            let key = (0..u16::MAX).find(|key| fits(*key)).expect("hashes of different words differ");
            for (place, hash, entry) in group {
                let slot = slot(*hash, key, size);
                this.keys[*place] = key;
                this.marks[slot] = mark(*hash);
                this.entries[slot] = *entry;
                taken[slot] = true;
            }
        }
        this
    }

    /// The one entry that may have this hash.
    #[inline]
    fn get(&self, hash: u64) -> Option<&E> {
        let key = *self.keys.get(place(hash, self.keys.len()))?;
        let slot = slot(hash, key, self.entries.len());
        let marked = *self.marks.get(slot)? == mark(hash);
        // A word that is not here is none of the entries, so that the first, which need not be waited for, will do.
        self.entries.get(select_unpredictable(marked, slot, 0))
    }
}

/// A hash of a word of no more letters than those kept.
#[inline]
fn hash(letters: Letters) -> u64 {
    letters.hash()
}

/// A hash of a word of at most sixteen letters.
#[inline]
fn hash_long(letters: Letters, tail: Letters, length: usize) -> u64 {
    letters.hash() ^ tail.hash().rotate_left(23) ^ (length as u64).wrapping_mul(FACTOR)
}

/// The hash of a longer word, whatever the case of its letters of ASCII.
fn hash_longer(hash: u64, word: &[u8]) -> u64 {
    word.iter().fold(hash, |hash, it| (hash ^ u64::from(it.to_ascii_lowercase())).wrapping_mul(FACTOR))
}

/// The hash of any word.
fn hash_of(word: &str) -> u64 {
    let letters = Letters::of(word);
    if word.len() <= Letters::LENGTH {
        return hash(letters);
    }
    let hash = hash_long(letters, Letters::tail(word.as_bytes()), word.len());
    if word.len() <= 2 * Letters::LENGTH { hash } else { hash_longer(hash, word.as_bytes()) }
}

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// The place of a hash among `size`, a power of two; among none it has none that is found.
#[inline]
fn place(hash: u64, size: usize) -> usize {
    usize::try_from(hash & 0xffff_ffff).expect("32 bits fit an address") & size.wrapping_sub(1)
}

/// The byte of a hash that is kept apart from the entry.
#[inline]
fn mark(hash: u64) -> u8 {
    (hash >> 48 & 0xff) as u8
}

/// The slot of a hash with the key of its group.
#[inline]
fn slot(hash: u64, key: u16, size: usize) -> usize {
    place((hash ^ u64::from(key)).wrapping_mul(FACTOR) >> 32, size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_any_case_and_the_later_value_counts() {
        let map = WordMap::new([("may", 1), ("über", 2), ("straightForwardly", 3), ("May", 4)]);
        assert_eq!(map.get("MAY"), Some(4));
        assert_eq!(map.get("üBER"), Some(2));
        assert_eq!(map.get("STRAIGHTforwardlY"), Some(3));
        assert_eq!(map.get("straightforwardli"), None);
        assert_eq!(map.get("may\0"), None);
        assert_eq!(map.get(""), None);
        assert_eq!(map.words().collect::<Vec<_>>(), ["may", "über", "straightForwardly"]);
    }

    #[test]
    fn only_letters_lose_their_capitals() {
        let map = WordMap::new([("a@[z", ())]);
        assert_eq!(map.get("A@[Z"), Some(()));
        assert_eq!(map.get("a`{z"), None);
    }
}
