//! Which words of a passage answer which words of a claim.

use crate::language::name;

use super::meaning::{Kinship, Meaning};
use super::registry::Mention;
use super::sense::{Role, Sense};

/// For each word of a claim, where a passage says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Alignment {
    /// By the claim's token: the tokens of the passage that answer it, with how.
    pub answers: Vec<Vec<(usize, Kinship)>>,
}

impl Alignment {
    /// Lays `claim` beside `passage`.
    pub(super) fn new(claim: &Sense<'_>, named: &[Mention], passage: &Sense<'_>, mentions: &[Mention], meaning: &Meaning) -> Self {
        let mut answers = vec![Vec::new(); claim.tokens.len()];
        for at in claim.content() {
            answers[at] = answer(claim, at, passage, meaning);
            if answers[at].is_empty()
                && let Some(mine) = named.iter().find(|it| (it.first..it.end).contains(&at))
            {
                let same = mentions.iter().filter(|it| it.entity == mine.entity);
                answers[at] = same.flat_map(|it| it.first..it.end).map(|it| (it, Kinship::Declared)).collect();
            }
        }
        Self { answers }
    }

    /// Whether the passage says the claim's word at `at`.
    pub(super) fn says(&self, at: usize) -> bool {
        self.answers.get(at).is_some_and(|it| !it.is_empty())
    }
}

fn answer(claim: &Sense<'_>, at: usize, passage: &Sense<'_>, meaning: &Meaning) -> Vec<(usize, Kinship)> {
    let mine = &claim.words[at];
    let mut answers = Vec::new();
    for (place, theirs) in passage.words.iter().enumerate() {
        let kinship = match (mine.role, theirs.role) {
            (_, Role::Mark | Role::Function | Role::Date) => None,
            _ if mine.stem == theirs.stem => Some(Kinship::Same),
            (_, Role::Amount) => None,
            (Role::Name, Role::Name) => names(&mine.lower, &theirs.lower).then_some(Kinship::Same),
            // A name is answered by a plain word only where that is the same word.
            (Role::Name, _) | (_, Role::Name) => None,
            _ => meaning.kinship(&mine.stem, &theirs.stem),
        };
        answers.extend(kinship.map(|it| (place, it)));
    }
    answers
}

fn names(mine: &str, theirs: &str) -> bool {
    name::same_word(mine, theirs)
}
