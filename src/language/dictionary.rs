//! A dictionary: words with their places in a list, found by a hash that is the same on every machine.

use std::borrow::Cow;

/// Words numbered in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    words: Vec<Cow<'static, str>>,
    /// Its length is a power of two.
    slots: Vec<Slot>,
}

/// Where the hash of a word leads.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// The other half of the hash, so that hardly any word is compared with another.
    tag: u32,
    /// One more than the number of the word; 0 where the slot is free.
    number: u32,
}

impl Dictionary {
    pub(super) fn with_capacity(words: usize) -> Self {
        Self { words: Vec::with_capacity(words), slots: vec![Slot::default(); (words * 2).next_power_of_two().max(16)] }
    }

    /// The number of a word.
    pub(super) fn number(&self, word: &str) -> Option<usize> {
        let (tag, place) = halves(word);
        self.find(word, tag, place).ok()
    }

    /// The number of a word, which it gets now if it is new.
    pub(super) fn enter(&mut self, word: Cow<'static, str>) -> usize {
        if (self.words.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let (tag, place) = halves(&word);
        match self.find(&word, tag, place) {
            Ok(number) => number,
            Err(slot) => {
                self.words.push(word);
                let number = u32::try_from(self.words.len()).expect("a dictionary holds fewer words than there are");
                self.slots[slot] = Slot { tag, number };
                self.words.len() - 1
            }
        }
    }

    /// The number of a word, or the free slot where it would stand.
    fn find(&self, word: &str, tag: u32, place: u32) -> Result<usize, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = place as usize & mask;
        loop {
            match self.slots.get(at) {
                None | Some(Slot { number: 0, .. }) => return Err(at),
                Some(slot) if slot.tag == tag && self.words[slot.number as usize - 1] == word => return Ok(slot.number as usize - 1),
                Some(_) => at = (at + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let mut larger = Self::with_capacity(self.slots.len().max(8));
        for word in std::mem::take(&mut self.words) {
            larger.enter(word);
        }
        *self = larger;
    }
}

/// The two halves of a word's hash, eight letters at a step: no state, the same on every machine.
pub(super) fn halves(word: &str) -> (u32, u32) {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let step = |hash: u64, letters: u64| (hash ^ letters).wrapping_mul(FACTOR).rotate_left(29);
    let (eights, rest) = word.as_bytes().as_chunks::<8>();
    let hash = eights.iter().fold(word.len() as u64, |hash, it| step(hash, u64::from_le_bytes(*it)));
    let last = rest.iter().rev().fold(0, |sum, it| sum << 8 | u64::from(*it));
    let hash = step(hash, last).wrapping_mul(FACTOR);
    let half = |it: u64| u32::try_from(it & 0xffff_ffff).expect("32 bits are kept");
    (half(hash >> 32), half(hash ^ (hash >> 29)))
}

/// The rows of a table in lines: each begins with its word, and no word has two.
#[derive(Debug)]
pub(super) struct Rows {
    words: Dictionary,
    behind: Vec<&'static str>,
    /// The outlines of the words: most that are asked for have none of those of a short table.
    outlines: [u64; 16],
}

/// The place of a word's outline, by its length and its ends: the index of the number, and the bit.
#[inline]
fn outline(word: &str) -> (usize, u64) {
    let end = |it: Option<&u8>| usize::from(it.copied().unwrap_or_default());
    let bytes = word.as_bytes();
    let mixed = end(bytes.first()) * 37 + end(bytes.last()) * 5 + bytes.len() * 131;
    ((mixed / 64) % 16, 1 << (mixed % 64))
}

impl Rows {
    pub(super) fn new(table: &'static str) -> Self {
        let rows = rows(table);
        let mut words = Dictionary::with_capacity(rows.len());
        let rows = rows.into_iter().map(|it| it.split_once(' ').unwrap_or((it, "")));
        // Of two rows with one word the first counts.
        let rows = rows.filter(|(word, _)| {
            let known = words.words.len();
            words.enter(Cow::Borrowed(word)) == known
        });
        let behind = rows.map(|it| it.1).collect();
        let mut outlines = [0; 16];
        for word in &words.words {
            let (at, bit) = outline(word);
            outlines[at] |= bit;
        }
        Self { words, behind, outlines }
    }

    /// What stands behind a word in its row.
    pub(super) fn get(&self, word: &str) -> Option<&'static str> {
        let (at, bit) = outline(word);
        if self.outlines[at] & bit == 0 {
            return None;
        }
        self.words.number(word).map(|it| self.behind[it])
    }
}

/// The lines of a table without its heading.
pub(super) fn rows(table: &'static str) -> Vec<&'static str> {
    let table = table.strip_suffix('\n').unwrap_or(table);
    let mut rows = Vec::with_capacity(table.len() / 20);
    let mut rest = table;
    loop {
        // Lines are short, so that a search for their ends by larger steps would take longer.
        let end = rest.bytes().position(|it| it == b'\n');
        let (row, behind) = rest.split_at(end.unwrap_or(rest.len()));
        if row.as_bytes().first() != Some(&b'#') {
            rows.push(row);
        }
        if end.is_none() {
            return rows;
        }
        rest = behind.get(1..).unwrap_or_default();
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Checks that the rows of a table are sorted by their bytes and that none stands twice.
    pub(in crate::language) fn check_sorted(table: &'static str) {
        let rows = rows(table);
        assert!(rows.len() > 1);
        for pair in rows.windows(2) {
            assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn a_word_keeps_its_number_as_the_dictionary_grows() {
        let mut dictionary = Dictionary::default();
        for number in 0..1000 {
            assert_eq!(dictionary.enter(Cow::Owned(format!("word{number}"))), number);
        }
        assert_eq!(dictionary.enter(Cow::Borrowed("word7")), 7);
        assert_eq!((dictionary.number("word999"), dictionary.number("word1000")), (Some(999), None));
    }

    #[test]
    fn a_row_is_found_by_its_word() {
        let rows = Rows::new("# heading\nferry boat 1\nquay\n");
        assert_eq!((rows.get("ferry"), rows.get("quay"), rows.get("boat")), (Some("boat 1"), Some(""), None));
    }
}
