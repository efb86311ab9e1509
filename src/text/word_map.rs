//! What is known of words, looked up by the word in whatever case.

use super::letters::Letters;

/// Words, each with a value, found whatever the case of their letters of ASCII.
///
/// An open-addressed table: most words that are not in it are told by one byte, and one that is by one comparison. What is
/// compared stands in the order of the entries, so that the common words of a table that begins with them lie together.
#[derive(Debug)]
pub struct WordMap<V> {
    /// A byte of the word's hash for each slot, 0 where the slot is free.
    tags: Vec<u8>,
    /// The place of the slot's word in the list.
    places: Vec<u16>,
    entries: Vec<Entry<V>>,
    words: Vec<&'static str>,
    mask: usize,
}

/// A word by its first letters and its length, with its value.
#[derive(Clone, Copy, Debug)]
struct Entry<V> {
    letters: Letters,
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
        let entries: Vec<_> = entries.into_iter().collect();
        // Half full at most, so that few slots are looked at.
        let size = (entries.len() * 2).next_power_of_two().max(16);
        let mut map = Self { tags: vec![0; size], places: vec![0; size], entries: Vec::new(), words: Vec::new(), mask: size - 1 };
        for (word, value) in entries {
            let letters = Letters::of(word);
            match map.slot(letters, word) {
                Ok(known) => map.entries[known].value = together(map.entries[known].value, value),
                Err(free) => {
                    map.tags[free] = tag(hash(letters, word));
                    map.places[free] = u16::try_from(map.words.len()).expect("the tables are short");
                    let length = u32::try_from(word.len()).expect("words are short");
                    map.entries.push(Entry { letters, length, value });
                    map.words.push(word);
                }
            }
        }
        map
    }

    /// The value of `word`.
    #[inline]
    pub fn get(&self, word: &str) -> Option<V> {
        self.find(Letters::of(word), word)
    }

    /// The value of `word`, whose letters are known.
    #[inline]
    pub fn find(&self, letters: Letters, word: &str) -> Option<V> {
        self.slot(letters, word).ok().map(|it| self.entries[it].value)
    }

    /// The words, in the order in which they were first met.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().copied()
    }

    /// The place of a word, or the free slot that would lead there.
    #[inline]
    fn slot(&self, letters: Letters, word: &str) -> Result<usize, usize> {
        let hash = hash(letters, word);
        let tag = tag(hash);
        let mut at = usize::try_from(hash & 0xffff_ffff).expect("32 bits fit an address") & self.mask;
        loop {
            let here = self.tags[at];
            if here == 0 {
                return Err(at);
            }
            if here == tag {
                let place = usize::from(self.places[at]);
                let entry = &self.entries[place];
                let same = entry.letters == letters && entry.length as usize == word.len();
                if same && (word.len() <= Letters::LENGTH || self.words[place].eq_ignore_ascii_case(word)) {
                    return Ok(place);
                }
            }
            at = (at + 1) & self.mask;
        }
    }
}

/// A hash of the first letters and the length, which tell nearly all words apart.
#[inline]
fn hash(letters: Letters, word: &str) -> u64 {
    letters.hash() ^ (word.len() as u64).wrapping_mul(0x9e37)
}

/// The highest bits of a hash, of which its slot knows nothing; never 0.
#[inline]
fn tag(hash: u64) -> u8 {
    (hash >> 56) as u8 | 1
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
