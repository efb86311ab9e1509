//! Words that mean the same where things are counted: the workspace's synonyms, and a few that hold everywhere.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::claim::Claims;
use crate::language::stem;

static GENERAL: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("data/alike.txt").lines().filter(|it| !it.starts_with('#'));
    let groups = lines.filter_map(|it| Some((it.split_whitespace().next()?, it.split_whitespace())));
    groups.flat_map(|(first, words)| words.map(move |it| (stem(it).into_owned(), first))).collect()
});

/// Groups of stems that mean the same.
pub(super) struct Alike {
    groups: BTreeMap<String, String>,
}

impl Alike {
    /// The groups that hold everywhere, and those that `claims` declare.
    pub(super) fn new(claims: &Claims) -> Self {
        let mut groups = BTreeMap::new();
        for group in &claims.words.synonyms {
            let stems: Vec<_> = group.iter().map(|it| stem(it).into_owned()).collect();
            let Some(first) = stems.first() else { continue };
            let first = GENERAL.get(first).map_or_else(|| first.clone(), |it| (*it).to_owned());
            // A word of two groups stays with the first, so that groups do not run together.
            for stem in &stems {
                groups.entry(stem.clone()).or_insert_with(|| first.clone());
            }
        }
        Self { groups }
    }

    /// The groups that hold everywhere.
    pub(super) fn general() -> Self {
        Self { groups: BTreeMap::new() }
    }

    /// The word that stands for the group of `stem`; itself where it has none.
    pub(super) fn canonical<'s>(&'s self, stem: &'s str) -> &'s str {
        let declared = self.groups.get(stem).map(String::as_str);
        declared.or_else(|| GENERAL.get(stem).copied()).unwrap_or(stem)
    }

    /// Whether two stems mean the same.
    pub(super) fn same(&self, one: &str, other: &str) -> bool {
        one == other || self.canonical(one) == self.canonical(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_no_word_stands_in_two_groups() {
        let lines: Vec<_> = include_str!("data/alike.txt").lines().filter(|it| !it.starts_with('#')).collect();
        assert!(lines.is_sorted(), "groups are sorted by their first word");
        let mut words: Vec<_> = lines.iter().flat_map(|it| it.split_whitespace()).collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
    }

    #[test]
    fn inflected_words_of_one_group_are_alike() {
        let alike = Alike::general();
        assert!(alike.same(&stem("killed"), &stem("deaths")));
        assert!(!alike.same(&stem("killed"), &stem("wounded")));
    }
}
