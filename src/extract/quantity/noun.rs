//! Nouns: which word is a plural, and what its singular is.

use std::borrow::Cow;

use super::scan::Scan;
use super::table::tables;
use crate::text::{Class, Words, words};

/// The singular of a plural noun; none where the word is no plural, as far as its form tells.
pub(super) fn singular(word: &str) -> Option<&str> {
    if let Some(singular) = tables().irregular(word) {
        return Some(singular);
    }
    if !word.ends_with(['s', 'S']) {
        return None;
    }
    let strip = |end: &str, more: usize| {
        let at = word.len().checked_sub(end.len())?;
        let ends = word.get(at..)?.eq_ignore_ascii_case(end);
        (ends && word.len() > end.len() + more).then(|| word.get(..at)).flatten()
    };
    if strip("ss", 0).is_some() || strip("us", 0).is_some() || strip("is", 0).is_some() {
        return None;
    }
    for end in ["sses", "shes", "ches", "xes", "zzes"] {
        if strip(end, 1).is_some() {
            return word.get(..word.len() - 2);
        }
    }
    strip("s", 2)
}

/// The name of a unit that counts things: the singular of `word`, in lower case unless it is a name.
pub(super) fn unit_name(word: &str, name: bool) -> Cow<'static, str> {
    let lower = |it: &str| if name { it.to_owned() } else { it.to_lowercase() };
    // "ies" is "y", except in short words and those that the table lists.
    if word.len() > 4
        && tables().irregular(word).is_none()
        && let Some(stem) = word.strip_suffix("ies")
    {
        return Cow::Owned(lower(&format!("{stem}y")));
    }
    Cow::Owned(lower(singular(word).unwrap_or(word)))
}

/// Whether the word is one that a plural in s may be, and not a verb, adverb or grammar word that ends so.
pub(super) fn is_plural(scan: &Scan<'_, '_>, at: usize) -> bool {
    let closed = Class::FUNCTION | Class::AUXILIARY | Class::MONTH | Class::WEEKDAY | Class::CONJUNCTION | Class::VERB;
    scan.is_word(at) && !scan.class(at).is(closed) && !scan.any(at, ADJECTIVES) && singular(scan.word(at)).is_some()
}

/// Words in s that are no nouns.
const ADJECTIVES: &Words = words![
    "across",
    "always",
    "as",
    "besides",
    "downwards",
    "less",
    "overseas",
    "perhaps",
    "sometimes",
    "towards",
    "unless",
    "upwards",
    "was",
    "yes",
];
