//! A dictionary: words with their places in a list, found by a hash that is the same on every machine.

use std::borrow::Cow;

/// Words numbered in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    words: Vec<Cow<'static, str>>,
    /// One more than the number of the word whose hash leads there; none where it is zero. Its length is a power of two.
    slots: Vec<u32>,
}

impl Dictionary {
    pub(super) fn with_capacity(words: usize) -> Self {
        Self { words: Vec::with_capacity(words), slots: vec![0; (words * 2).next_power_of_two().max(16)] }
    }

    /// The number of a word.
    pub(super) fn number(&self, word: &str) -> Option<usize> {
        self.find(word).ok()
    }

    /// The number of a word, which it gets now if it is new.
    pub(super) fn enter(&mut self, word: Cow<'static, str>) -> usize {
        if (self.words.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        match self.find(&word) {
            Ok(number) => number,
            Err(slot) => {
                self.words.push(word);
                self.slots[slot] = u32::try_from(self.words.len()).expect("a dictionary holds fewer words than there are");
                self.words.len() - 1
            }
        }
    }

    /// The number of a word, or the free slot where it would stand.
    fn find(&self, word: &str) -> Result<usize, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash(word) & mask;
        loop {
            match self.slots.get(slot) {
                Some(0) | None => return Err(slot),
                Some(number) if self.words[*number as usize - 1] == word => return Ok(*number as usize - 1),
                Some(_) => slot = (slot + 1) & mask,
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

/// The hash of Fowler, Noll and Vo, folded so that its upper half counts too.
fn hash(word: &str) -> usize {
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let folded = (hash ^ (hash >> 32)) & 0xffff_ffff;
    usize::try_from(folded).unwrap_or_default()
}

/// The rows of a table in lines: each begins with its word, and no word has two.
#[derive(Debug)]
pub(super) struct Rows {
    words: Dictionary,
    rows: Vec<&'static str>,
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
        let rows = rows.map(|it| it.1).collect();
        Self { words, rows }
    }

    /// What stands behind a word in its row.
    pub(super) fn get(&self, word: &str) -> Option<&'static str> {
        self.words.number(word).map(|it| self.rows[it])
    }
}

/// The lines of a table without its heading.
pub(super) fn rows(table: &'static str) -> Vec<&'static str> {
    table.lines().filter(|it| !it.starts_with('#')).collect()
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
