//! The words of English that the thesaurus knows: their parts of speech and senses, cut from `WordNet`.
//!
//! The tables are sorted, so that a word is found by halving and nothing is built when the program starts.

use std::sync::LazyLock;

use super::dictionary::{Rows, rows};

const WORDS: &str = include_str!("data/wordnet.txt");
const BROADER: &str = include_str!("data/wordnet-broader.txt");

/// A part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// `harbour`
    Noun,
    /// `to sail`
    Verb,
    /// `calm`
    Adjective,
    /// `calmly`
    Adverb,
}

impl Part {
    fn letter(self) -> u8 {
        match self {
            Self::Noun => b'n',
            Self::Verb => b'v',
            Self::Adjective => b'a',
            Self::Adverb => b'r',
        }
    }

    /// The part of speech that a table writes with that letter.
    pub(super) fn of_letter(letter: u8) -> Option<Self> {
        [Self::Noun, Self::Verb, Self::Adjective, Self::Adverb].into_iter().find(|it| it.letter() == letter)
    }
}

/// What the vocabulary holds on a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry(&'static str);

/// One sense of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sense {
    pub part: Part,
    /// The ninths of the word's uses in this part of speech that have this sense.
    pub share: u8,
    pub number: u32,
}

/// The entry of a base form in small letters.
pub(super) fn entry(word: &str) -> Option<Entry> {
    static ROWS: LazyLock<Rows> = LazyLock::new(|| Rows::new(WORDS));
    ROWS.get(word).map(Entry)
}

impl Entry {
    /// How common the word is as that part of speech: the digits of its count in `WordNet`'s texts, none where it is none.
    pub(super) fn count(self, part: Part) -> Option<u8> {
        fields(self.0).find(|it| it[0] == part.letter()).map(|it| it[1] - b'0')
    }

    /// Its senses, part by part, the commonest first.
    pub(super) fn senses(self) -> impl Iterator<Item = Sense> {
        let mut part = Part::Noun;
        fields(self.0).filter_map(move |field| {
            let (share, number) = field.split_first()?;
            if let Some(named) = Part::of_letter(*share) {
                part = named;
                return None;
            }
            Some(Sense { part, share: share - b'0', number: base_36(number) })
        })
    }
}

/// The fields of a row, each a few letters long.
fn fields(row: &'static str) -> impl Iterator<Item = &'static [u8]> {
    row.as_bytes().split(|it| *it == b' ')
}

/// A number as the tables write it, in digits and small letters.
fn base_36(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |sum, it| sum * 36 + u32::from(if it.is_ascii_digit() { it - b'0' } else { it - b'a' + 10 }))
}

/// Whether `word` is a base form that the vocabulary knows as that part of speech.
pub(super) fn knows(word: &str, part: Part) -> bool {
    entry(word).is_some_and(|it| it.count(part).is_some())
}

/// The senses that stand directly above the sense `number`.
pub(super) fn broader(number: u32) -> &'static [u32] {
    static ABOVE: LazyLock<(Vec<u32>, Vec<u32>)> = LazyLock::new(|| {
        let (mut starts, mut above) = (vec![0], Vec::new());
        for row in rows(BROADER) {
            above.extend(fields(row).filter(|it| !it.is_empty()).map(base_36));
            starts.push(u32::try_from(above.len()).expect("the table is short"));
        }
        (starts, above)
    });
    let (starts, above) = &*ABOVE;
    let at = number as usize;
    let range = starts.get(at).zip(starts.get(at + 1)).map(|(from, to)| *from as usize..*to as usize);
    range.and_then(|it| above.get(it)).unwrap_or_default()
}

/// The words that have the sense `number` as a common one, in the order of the table.
pub(super) fn sharing(number: u32) -> impl Iterator<Item = &'static str> {
    /// The least share, in ninths, that a common sense has of its word.
    const COMMON: u8 = 4;
    static HOLDERS: LazyLock<(Vec<usize>, Vec<&str>)> = LazyLock::new(|| {
        let words = rows(WORDS).into_iter().filter_map(|it| it.split_once(' '));
        let holders: Vec<_> = words
            .flat_map(|(word, entry)| Entry(entry).senses().filter(|it| it.share >= COMMON).map(move |it| (it.number as usize, word)))
            .collect();
        // How many words stand before those of each sense; the words stand in their order already.
        let senses = holders.iter().map(|it| it.0 + 1).max().unwrap_or_default();
        let mut starts = vec![0; senses + 1];
        for (sense, _) in &holders {
            starts[sense + 1] += 1;
        }
        for sense in 1..starts.len() {
            starts[sense] += starts[sense - 1];
        }
        let mut next = starts.clone();
        let mut sorted = vec![""; holders.len()];
        for (sense, word) in holders {
            sorted[next[sense]] = word;
            next[sense] += 1;
        }
        (starts, sorted)
    });
    let (starts, words) = &*HOLDERS;
    let at = number as usize;
    let range = starts.get(at).zip(starts.get(at + 1)).map(|(from, to)| *from..*to);
    range.and_then(|it| words.get(it)).unwrap_or_default().iter().copied()
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::tests::check_sorted;
    use super::*;

    #[test]
    fn the_table_is_whole() {
        check_sorted(WORDS);
        let known = rows(BROADER).len();
        for row in rows(WORDS) {
            let word = row.split(' ').next().unwrap_or_default();
            let entry = entry(word).expect("a word of the table is found in it");
            assert!(entry.senses().count() > 0, "{row}");
            assert!(entry.senses().all(|it| (it.number as usize) < known), "{row}");
        }
    }

    #[test]
    fn a_word_is_known_with_its_parts_of_speech() {
        assert!(knows("harbor", Part::Noun) && knows("sail", Part::Verb) && knows("calm", Part::Adjective));
        assert!(!knows("sailing_boats", Part::Noun) && !knows("quickly", Part::Verb));
    }
}
