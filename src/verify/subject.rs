//! The subject of a document: whom it means where it says "we".
//!
//! A report of a firm on itself says "we" and "our" throughout and its own name now and then. Others whom it names, it names beside
//! behind "we": "we bought 11 shops of Norland". So whom it names most often, and not behind "we", is whom it is by.

use std::collections::BTreeMap;

use crate::corpus::Document;
use crate::extract::lexicon;
use crate::text::{Class, Kind, Text};

/// The names that stand before any "we" of their sentence, with how many sentences name each.
#[derive(Debug, Default)]
pub(super) struct Subjects {
    named: BTreeMap<Box<str>, u32>,
    most: u32,
    /// Whether it says "we" at all.
    ours: bool,
}

impl Subjects {
    pub(super) fn new(document: &Document) -> Self {
        let text = Text::new(&document.text, lexicon());
        let mut named: BTreeMap<Box<str>, u32> = BTreeMap::new();
        let mut speaks = false;
        for sentence in &text.sentences {
            let mut here: Vec<Box<str>> = Vec::new();
            let mut ours = false;
            for at in sentence.tokens() {
                let word = text.word(at);
                ours |= is_ours(&word.to_ascii_lowercase());
                if !ours && names_somebody(&text, at, sentence.tokens().start) {
                    here.push(word.to_lowercase().into());
                }
            }
            speaks |= ours;
            here.sort_unstable();
            here.dedup();
            for name in here {
                *named.entry(name).or_default() += 1;
            }
        }
        let most = named.values().copied().max().unwrap_or_default();
        Self { named, most, ours: speaks }
    }

    /// Whether the document speaks of itself, and is by whom `name` names.
    pub(super) fn speaks_as(&self, name: &str) -> bool {
        self.ours && self.is(name)
    }

    /// Whether nobody is named more often than `name`, in small letters, and that is more than once.
    pub(super) fn is_mainly(&self, name: &str) -> bool {
        self.most > 1 && self.is(name)
    }

    /// Whether the document is by whom `name`, in small letters, names: nobody is named more often.
    pub(super) fn is(&self, name: &str) -> bool {
        self.named.get(name).is_some_and(|it| *it == self.most)
    }
}

/// Whether a word, in small letters, speaks of those who speak.
pub(super) fn is_ours(word: &str) -> bool {
    matches!(word, "we" | "our" | "us" | "ours" | "ourselves")
}

/// A capitalised word that is no abbreviation, and whose capital is not that of its sentence.
fn names_somebody(text: &Text<'_>, at: usize, first: usize) -> bool {
    let Some(token) = text.token(at).filter(|it| it.capital && it.kind == Kind::Word) else { return false };
    let word = text.word(at);
    let abbreviation = word.chars().all(|it| it.is_uppercase() || it.is_ascii_digit());
    let plain = Class::FUNCTION | Class::MONTH | Class::WEEKDAY | Class::PREPOSITION | Class::DETERMINER | Class::PRONOUN;
    let next = || text.token(at + 1).is_some_and(|it| it.capital) || matches!(text.word(at + 1), "'s" | "’s");
    let own = at > first || word.chars().skip(1).any(char::is_uppercase) || next();
    !abbreviation && !token.class.is(plain) && own
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, is: &[&str], is_not: &[&str]) {
        let subjects = Subjects::new(&Document::from_text("d".to_owned(), text.to_owned(), None));
        for name in is {
            assert!(subjects.is(name), "{name}: {subjects:?}");
        }
        for name in is_not {
            assert!(!subjects.is(name), "{name}: {subjects:?}");
        }
    }

    #[test]
    fn a_report_is_by_whom_it_names_without_saying_we() {
        check(
            "Today we reported record sales. Same-shop sales of Lindvik Ferries rose 3%. We agreed to buy 4 ships of Norland Lines.",
            &["lindvik", "ferries"],
            &["norland", "lines", "today"],
        );
    }

    #[test]
    fn whom_it_names_most_often_it_is_by() {
        check("Lindvik sold 3 ships. Norland bought them. Then Lindvik leased 2.", &["lindvik"], &["norland"]);
    }
}
