//! What is known of words, looked up by the word in whatever case.

use std::hint::select_unpredictable;

use super::letters::Letters;

/// Words, each with a value, found whatever the case of their letters of ASCII.
///
/// The words are hashed so that no two share a slot: whether a word is in the map is told by one comparison, without a
/// branch that the processor would have to guess. What is compared stands in the order of the entries, so that the common
/// words of a table that begins with them lie together.
#[derive(Debug)]
pub struct WordMap<V> {
    /// For each group of hashes, what keeps its words off the slots of the others.
    keys: Vec<u16>,
    /// The place of the slot's word in the list. That of a free slot is 0, whose word is never looked for there.
    places: Vec<u16>,
    entries: Vec<Entry<V>>,
    words: Vec<&'static str>,
}

/// A word by what tells it from others, with its value.
#[derive(Clone, Copy, Debug)]
struct Entry<V> {
    letters: Letters,
    tail: Letters,
    length: u32,
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
        let given: Vec<_> = entries.into_iter().collect();
        let mut hashes = Vec::with_capacity(given.len());
        let mut map =
            Self { keys: Vec::new(), places: Vec::new(), entries: Vec::with_capacity(given.len()), words: Vec::with_capacity(given.len()) };
        // Where each word was first met, at the first free place behind the one that its hash leads to.
        let mut met = vec![0_u16; (given.len() * 2 + 1).next_power_of_two()];
        for (word, value) in given {
            let (letters, tail) = (Letters::of(word), Letters::tail(word.as_bytes(), 0, word.len()));
            let hash = hash(letters, tail, word.len());
            let hash = if word.len() > 2 * Letters::LENGTH { long(hash, word.as_bytes()) } else { hash };
            let mut at = place(hash, met.len());
            while met[at] != 0 && !same(map.words[usize::from(met[at]) - 1], word) {
                at = (at + 1) % met.len();
            }
            if let Some(known) = usize::from(met[at]).checked_sub(1) {
                map.entries[known].value = together(map.entries[known].value, value);
                continue;
            }
            map.entries.push(Entry { letters, tail, length: u32::try_from(word.len()).expect("words are short"), value });
            map.words.push(word);
            met[at] = u16::try_from(map.words.len()).expect("the tables are short");
            hashes.push(hash);
        }
        map.part(&hashes);
        map
    }

    /// Finds keys by which no two words share a slot.
    fn part(&mut self, hashes: &[u64]) {
        // At most two in three slots are taken, and a key is looked for by a few words together.
        let size = (hashes.len() * 3 / 2 + 1).next_power_of_two();
        self.places = vec![0; size];
        self.keys = vec![0; size.div_ceil(4)];
        let mut words: Vec<_> = (0_u16..).zip(hashes).map(|(word, hash)| (group(*hash, self.keys.len()), word, *hash)).collect();
        words.sort_unstable_by_key(|it| it.0);
        let mut groups: Vec<_> = words.chunk_by(|one, other| one.0 == other.0).collect();
        // Those of many words come first, while there is room.
        groups.sort_by_key(|it| std::cmp::Reverse(it.len()));
        let mut taken = vec![false; size];
        for words in groups {
            let free = |key: u16| {
                let parted = |at: usize| {
                    let slot = slot(words[at].2, key, size);
                    !taken[slot] && words[..at].iter().all(|it| self::slot(it.2, key, size) != slot)
                };
                (0..words.len()).all(parted)
            };
            let key = (0..u16::MAX).find(|key| free(*key)).expect("hashes of different words differ");
            for (group, word, hash) in words {
                let slot = slot(*hash, key, size);
                self.keys[*group] = key;
                self.places[slot] = *word;
                taken[slot] = true;
            }
        }
    }

    /// The value of `word`.
    #[inline]
    pub fn get(&self, word: &str) -> Option<V> {
        self.find(Letters::of(word), word)
    }

    /// The value of `word`, whose letters are known.
    #[inline]
    pub fn find(&self, letters: Letters, word: &str) -> Option<V> {
        self.find_at(letters, word.as_bytes(), 0, word.len())
    }

    /// The value of the word from `start` up to `end`, whose letters are known.
    #[inline]
    pub(super) fn find_at(&self, letters: Letters, bytes: &[u8], start: usize, end: usize) -> Option<V> {
        let length = end - start;
        // Most words have no more letters than those that are known.
        if length > Letters::LENGTH {
            return self.find_long(letters, bytes, start, end);
        }
        let (known, entry) = self.short(letters, length);
        entry.filter(|_| known).map(|it| it.value)
    }

    /// The value of the word from `start` up to `end`, whose letters are known, or `other`.
    #[inline]
    pub(super) fn find_or(&self, letters: Letters, bytes: &[u8], start: usize, end: usize, other: V) -> V {
        let length = end - start;
        if length > Letters::LENGTH {
            return self.find_long(letters, bytes, start, end).unwrap_or(other);
        }
        let (known, entry) = self.short(letters, length);
        // Every other word is in the map, so that a branch would be guessed wrong as often as not.
        entry.map_or(other, |it| select_unpredictable(known, it.value, other))
    }

    /// The one entry that may be the word of these letters, which are all that it has, and whether it is.
    #[inline]
    fn short(&self, letters: Letters, length: usize) -> (bool, Option<&Entry<V>>) {
        let entry = self.place(hash(letters, Letters::default(), length)).and_then(|it| self.entries.get(it));
        let known = entry.is_some_and(|it| it.letters.differ(letters) | (u64::from(it.length) ^ length as u64) == 0);
        (known, entry)
    }

    fn find_long(&self, letters: Letters, bytes: &[u8], start: usize, end: usize) -> Option<V> {
        let length = end - start;
        let tail = Letters::tail(bytes, start, end);
        let mut hash = hash(letters, tail, length);
        if length > 2 * Letters::LENGTH {
            hash = long(hash, bytes.get(start..end)?);
        }
        let place = self.place(hash)?;
        let entry = self.entries.get(place)?;
        let lengths = u64::from(entry.length) ^ length as u64;
        let found = entry.letters.differ(letters) | entry.tail.differ(tail) | lengths == 0;
        let found = found && (length <= 2 * Letters::LENGTH || self.words[place].as_bytes().eq_ignore_ascii_case(bytes.get(start..end)?));
        if found { Some(entry.value) } else { None }
    }

    /// The place of the one word that may have this hash.
    #[inline]
    fn place(&self, hash: u64) -> Option<usize> {
        let key = *self.keys.get(group(hash, self.keys.len()))?;
        self.places.get(slot(hash, key, self.places.len())).copied().map(usize::from)
    }

    /// The words, in the order in which they were first met.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().copied()
    }
}

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// A hash of a word of at most sixteen letters, whatever the case of its letters of ASCII.
#[inline]
fn hash(letters: Letters, tail: Letters, length: usize) -> u64 {
    letters.hash() ^ tail.hash().rotate_left(23) ^ (length as u64).wrapping_mul(FACTOR)
}

/// The hash of a longer word.
fn long(hash: u64, word: &[u8]) -> u64 {
    word.iter().fold(hash, |hash, it| (hash ^ u64::from(it.to_ascii_lowercase())).wrapping_mul(FACTOR))
}

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// The place of a hash among `size`, a power of two.
#[inline]
fn place(hash: u64, size: usize) -> usize {
    usize::try_from(hash & 0xffff_ffff).expect("32 bits fit an address") & (size - 1)
}

/// The group of a hash, of `size`.
#[inline]
fn group(hash: u64, size: usize) -> usize {
    place(hash, size)
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
