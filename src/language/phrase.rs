//! Phrases that say what one word says, where no verb opens them: `at risk` for `threatened`, `chief executive` for `CEO`.
//!
//! Both spellings of a compound stand here too: `cease-fire` for `ceasefire`.

use std::sync::LazyLock;

use super::dictionary::{Dictionary, rows};

const PHRASES: &str = include_str!("data/phrases.txt");

/// A phrase of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words behind the first, in small letters or as base forms.
    pub words: Vec<&'static str>,
    /// Which of all its words the rest of a sentence hangs on.
    pub head: usize,
    /// The base form of the word that says the same; none where the phrase says nothing.
    pub says: Option<&'static str>,
}

/// The phrases that may begin with a word, the longest first.
pub fn phrases(first: &str) -> &'static [Phrase] {
    static TABLE: LazyLock<(Dictionary, Vec<Vec<Phrase>>)> = LazyLock::new(|| {
        let mut firsts = Dictionary::default();
        let mut phrases: Vec<Vec<Phrase>> = Vec::new();
        for (phrase, says) in rows(PHRASES).into_iter().filter_map(|it| it.split_once(" | ")) {
            let words: Vec<&str> = phrase.split(' ').collect();
            let head = words.iter().position(|it| it.ends_with('^')).unwrap_or(words.len() - 1);
            let mut words = words.into_iter().map(|it| it.strip_suffix('^').unwrap_or(it));
            let first = firsts.enter(words.next().unwrap_or_default().into());
            phrases.resize_with(phrases.len().max(first + 1), Vec::new);
            phrases[first].push(Phrase { words: words.collect(), head, says: Some(says).filter(|it| *it != "-") });
        }
        for it in &mut phrases {
            it.sort_by_key(|it| std::cmp::Reverse(it.words.len()));
        }
        (firsts, phrases)
    });
    TABLE.0.number(first).map_or(&[], |it| &TABLE.1[it])
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::tests::check_sorted;
    use super::super::stem::stem;
    use super::*;

    #[test]
    fn a_phrase_says_what_one_word_says() {
        let found = phrases("at").iter().find(|it| it.words == ["risk"]).expect("it is one");
        assert_eq!((found.head, found.says), (1, Some("threaten")));
        let found = phrases("member").iter().find(|it| it.words == ["of", "staff"]).expect("it is one");
        assert_eq!((found.head, found.says), (0, Some("employee")));
        assert!(phrases("barge").is_empty());
    }

    #[test]
    fn the_table_is_sorted_and_says_base_forms() {
        check_sorted(PHRASES);
        for row in rows(PHRASES) {
            let (phrase, says) = row.split_once(" | ").expect("a row has two sides");
            assert!(phrase.contains(' ') && stem(says) == says, "{row}");
        }
    }
}
