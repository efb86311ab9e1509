//! What two words mean to each other in one workspace: the language's knowledge and the workspace's own synonyms.

use std::collections::BTreeMap;

use crate::claim::Words;

/// How a word of a text answers a word of a claim, closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kinship {
    /// The same word, inflection aside.
    Same,
    /// Another word of its family: "annexation" for "annexed".
    Derived,
    /// A word that the workspace declares to mean the same.
    Declared,
    /// A synonym.
    Synonym,
}

/// The words of a workspace, by stem.
#[derive(Debug, Default)]
pub(super) struct Meaning {
    /// The groups of declared synonyms that a stem belongs to.
    declared: BTreeMap<Box<str>, Vec<u32>>,
    /// The stems of each group.
    groups: Vec<Vec<Box<str>>>,
}

impl Meaning {
    pub(super) fn new(words: &Words) -> Self {
        let mut meaning = Self::default();
        for (group, members) in (0_u32..).zip(&words.synonyms) {
            let stems: Vec<Box<str>> = members.iter().map(|it| stem(it)).collect();
            for stem in &stems {
                meaning.declared.entry(stem.clone()).or_default().push(group);
            }
            meaning.groups.push(stems);
        }
        meaning
    }

    /// How `theirs`, a stem of a text, answers `mine`, a stem of a claim; none where it does not.
    pub(super) fn kinship(&self, mine: &str, theirs: &str) -> Option<Kinship> {
        if mine == theirs {
            return Some(Kinship::Same);
        }
        if self.declares(mine, theirs) {
            return Some(Kinship::Declared);
        }
        None
    }

    fn declares(&self, mine: &str, theirs: &str) -> bool {
        let (Some(mine), Some(theirs)) = (self.declared.get(mine), self.declared.get(theirs)) else { return false };
        mine.iter().any(|it| theirs.contains(it))
    }

    /// The stems that may answer `stem` in a text, itself first.
    pub(super) fn expansion(&self, stem: &str) -> Vec<Box<str>> {
        let mut stems: Vec<Box<str>> = vec![stem.into()];
        for group in self.declared.get(stem).into_iter().flatten() {
            stems.extend(self.groups.get(*group as usize).into_iter().flatten().cloned());
        }
        stems
    }
}

/// The stem of a word in any case.
pub(super) fn stem(word: &str) -> Box<str> {
    word.to_lowercase().trim_end_matches('s').trim_end_matches("ed").trim_end_matches("ing").into()
}
