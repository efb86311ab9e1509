//! What two words mean to each other in one workspace: the language's knowledge and the workspace's own synonyms.

use std::collections::BTreeMap;

use crate::claim::Words;
use crate::language::{self, Relation, Strength};

use super::sense::{Sense, Word};

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
    /// A word that says more: "frigate" for "vessel".
    Narrower,
    /// A synonym in one of their rarer senses.
    Loose,
    /// Who does it for the doing, or the doing for who does it: "director" for "directed".
    Doer,
    /// What is done to the one that does it in the claim: "killed" for "died".
    Undergone,
    /// The same doing told from its other side: "sold" for "bought".
    Converse,
    /// What somebody does for what is done to them in the claim: "died" for "killed".
    Befallen,
}

/// The words of a workspace, by stem.
#[derive(Debug, Default)]
pub(super) struct Meaning {
    /// The groups of declared synonyms that a stem belongs to.
    declared: BTreeMap<Box<str>, Vec<u32>>,
    /// The stems of each group.
    groups: Vec<Vec<Box<str>>>,
    /// The declared members of several words, with their group: "break into" beside "enter".
    phrases: Vec<Phrase>,
}

/// A declared synonym of several words.
#[derive(Debug)]
struct Phrase {
    group: u32,
    /// The stem of its first word; the others follow in small letters.
    stems: Vec<Box<str>>,
}

impl Meaning {
    pub(super) fn new(words: &Words) -> Self {
        let mut meaning = Self::default();
        for (group, members) in (0_u32..).zip(&words.synonyms) {
            let stems: Vec<Box<str>> = members.iter().map(|it| stem(it)).collect();
            let phrases = members.iter().filter(|it| it.trim().contains(' '));
            meaning.phrases.extend(phrases.map(|it| Phrase { group, stems: it.split_whitespace().map(stem).collect() }));
            for stem in &stems {
                meaning.declared.entry(stem.clone()).or_default().push(group);
            }
            meaning.groups.push(stems);
        }
        meaning
    }

    /// How `theirs`, a stem of a text, answers `mine`, a stem of a claim; none where it does not.
    pub(super) fn kinship(&self, mine: &str, theirs: &str) -> Option<Kinship> {
        self.answers(mine, theirs, || language::relation(theirs, mine))
    }

    /// How `theirs`, a word of a text, answers `mine`, a word of a claim; none where it does not.
    pub(super) fn kinship_of(&self, mine: &Word, theirs: &Word) -> Option<Kinship> {
        self.answers(&mine.stem, &theirs.stem, || relation(theirs, mine))
    }

    fn answers(&self, mine: &str, theirs: &str, relation: impl FnOnce() -> Relation) -> Option<Kinship> {
        if mine == theirs {
            return Some(Kinship::Same);
        }
        if self.declares(mine, theirs) {
            return Some(Kinship::Declared);
        }
        // To retake is not to take: the prefix tells of another time.
        if again(mine, theirs) || again(theirs, mine) {
            return None;
        }
        match relation() {
            Relation::Same => Some(Kinship::Same),
            Relation::Derived => Some(Kinship::Derived),
            Relation::Synonym(Strength::Strong | Strength::Fair) => Some(Kinship::Synonym),
            Relation::Narrower(1..=2) => Some(Kinship::Narrower),
            Relation::Narrower(_) if mine == "person" => Some(Kinship::Narrower),
            Relation::Synonym(Strength::Weak) => Some(Kinship::Loose),
            _ if language::doer(mine, theirs) || language::doer(theirs, mine) => Some(Kinship::Doer),
            _ if language::undergone(theirs, mine) => Some(Kinship::Undergone),
            _ if language::converse(mine, theirs).is_some() => Some(Kinship::Converse),
            _ if language::undergone(mine, theirs) => Some(Kinship::Befallen),
            _ => None,
        }
    }

    /// Whether one of the two words denies, turns round or shuts out what the other says.
    pub(super) fn opposed(&self, mine: &Word, theirs: &Word) -> bool {
        !self.declares(&mine.stem, &theirs.stem) && matches!(relation(theirs, mine), Relation::Opposed | Relation::Sibling)
    }

    fn declares(&self, mine: &str, theirs: &str) -> bool {
        let Some(mine) = self.declared.get(mine) else { return false };
        let Some(theirs) = self.declared.get(theirs) else { return false };
        mine.iter().any(|it| theirs.contains(it))
    }

    /// The places of `passage` where a declared phrase begins that answers the claim's word at `at`, or a word that answers the phrase
    /// that begins there.
    pub(super) fn phrased(&self, claim: &Sense<'_>, at: usize, passage: &Sense<'_>) -> Vec<usize> {
        let mut places = Vec::new();
        let Some(mine) = claim.words.get(at).filter(|_| !self.phrases.is_empty()) else { return places };
        for phrase in &self.phrases {
            if self.declared.get(&mine.stem).is_some_and(|it| it.contains(&phrase.group)) {
                places.extend((0..passage.words.len()).filter(|it| phrase.begins(passage, *it)));
            }
            if phrase.begins(claim, at) {
                let word = |it: &usize| {
                    passage.words.get(*it).is_some_and(|it| self.declared.get(&it.stem).is_some_and(|it| it.contains(&phrase.group)))
                };
                places.extend((0..passage.words.len()).filter(word));
            }
        }
        places
    }

    /// The stems that may answer `stem` in a text, itself first.
    pub(super) fn expansion(&self, stem: &str) -> Vec<Box<str>> {
        let mut stems: Vec<Box<str>> = vec![stem.into()];
        for group in self.declared.get(stem).into_iter().flatten() {
            stems.extend(self.groups.get(*group as usize).into_iter().flatten().cloned());
            stems.extend(self.phrases.iter().filter(|it| it.group == *group).filter_map(|it| it.stems.first()).cloned());
        }
        stems.extend(language::synonyms(stem).into_iter().map(Box::from));
        stems.extend(language::derivations(stem).iter().map(|it| Box::from(*it)));
        stems
    }
}

impl Phrase {
    /// Whether the words from `at` on are the phrase's.
    fn begins(&self, sense: &Sense<'_>, at: usize) -> bool {
        self.stems
            .iter()
            .enumerate()
            .all(|(step, stem)| sense.words.get(at + step).is_some_and(|it| it.stem == *stem || (step > 0 && it.lower == *stem)))
    }
}

/// What one word is to another.
fn relation(one: &Word, other: &Word) -> Relation {
    match (&one.lexeme, &other.lexeme) {
        (Some(one), Some(other)) => one.relation(other),
        _ => language::relation(&one.stem, &other.stem),
    }
}

/// Whether `word` tells that what `other` tells, or nearly that, was done once more: "retake" of "take" or of "seize".
fn again(word: &str, other: &str) -> bool {
    // "Recognise" is no second time of anything.
    const WHOLE: [&str; 6] = ["reassure", "recognise", "recognize", "refine", "research", "resolve"];
    let Some(base) = word.strip_prefix("re").filter(|it| it.len() > 3 && !WHOLE.contains(&word)) else { return false };
    !other.starts_with("re")
        && (base == other || matches!(language::relation(base, other), Relation::Synonym(_) | Relation::Narrower(1) | Relation::Broader(1)))
}

/// The stem of a word in any case.
pub(super) fn stem(word: &str) -> Box<str> {
    let stem = language::stem(word);
    // "Person" and "people" are one noun, though a people is also a nation.
    if stem == "people" { "person".into() } else { stem.into() }
}
