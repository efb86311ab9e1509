//! Clauses: each verb of a sentence with its subject, objects and prepositions.
//!
//! The pieces of the sentence are read once from left to right. A noun group stays free until a verb takes it as its
//! subject, or a verb or preposition before it takes it as what follows. Where the reader is not sure, a role stays empty.

mod forms;
mod nouns;
mod reader;
mod verbs;
mod words;

pub(super) use words::{conjunctive, saying};

use std::ops::Range;

use super::chunk::{Chunk, Chunks, Group, VerbGroup, chunks};
use super::tag::Tag;
use super::tagger::tags;
use crate::text::Text;

/// How a clause hangs in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It stands for itself, or beside one that does.
    Main,
    /// It is what someone says, thinks or sees: `she said the port would close`.
    Content,
    /// It tells when, why or whether: `because the port closed`.
    Subordinate,
    /// It describes a noun: `the port that closed`, `ships built here`.
    Relative,
    /// It goes along with the clause before: `..., closing the port`.
    Participle,
    /// It is aimed at: `to close the port`.
    Infinitive,
}

/// A preposition with the group that follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The preposition in small letters; `out_of` where there are several.
    pub preposition: String,
    /// The token of its last word.
    pub token: usize,
    /// The group that follows.
    pub group: usize,
    /// The group that it may belong to instead of the verb: the one right before it.
    pub beside: Option<usize>,
}

/// A verb with what belongs to it. Groups are given by their index in [`Syntax::groups`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The token of the main verb.
    pub verb: usize,
    /// The tokens of the verb and its auxiliaries.
    pub verb_tokens: Range<usize>,
    /// The verb's base form, with its particle as in `take_over`.
    pub lemma: String,
    /// How the clause hangs in the sentence.
    pub kind: Kind,
    /// The clause that it depends on.
    pub governor: Option<usize>,
    /// Its subject.
    pub subject: Option<usize>,
    /// What follows the verb without a preposition.
    pub object: Option<usize>,
    /// A second one: `the crew` in `gave the crew a medal`, `captain` in `was named captain`.
    pub second: Option<usize>,
    /// The token of an adjective that the verb says of its subject: `calm` in `the sea was calm`.
    pub adjective: Option<usize>,
    /// The group behind the `by` of a passive.
    pub agent: Option<usize>,
    /// Its prepositions.
    pub attachments: Vec<Attachment>,
    /// Its groups that tell a time without a preposition.
    pub times: Vec<usize>,
    /// Whether the subject is what the verb is done to.
    pub passive: bool,
    /// Whether it is denied.
    pub negated: bool,
    /// Whether it is expected, possible, ordered or conditional.
    pub modal: bool,
}

/// A sentence as far as it could be read.
#[derive(Debug)]
pub struct Syntax {
    /// The tokens of the sentence.
    pub tokens: Range<usize>,
    /// A tag for each token.
    pub tags: Vec<Tag>,
    /// Its noun groups, in order.
    pub groups: Vec<Group>,
    /// The prepositions that hang on a noun group before them, as `of` does: the index of that group, and what follows.
    pub of: Vec<(usize, Attachment)>,
    /// Its clauses, in order of their verbs.
    pub clauses: Vec<Clause>,
}

/// Reads the sentence that those tokens make.
pub fn syntax(text: &Text<'_>, tokens: Range<usize>) -> Syntax {
    let tags = tags(text, tokens.clone());
    let Chunks { pieces, groups, verbs } = chunks(text, tokens.start, &tags);
    let mut reader = Reader {
        text,
        chunks: &pieces,
        verbs: &verbs,
        at: 0,
        state: State::default(),
        outer: Vec::new(),
        partitive: None,
        open: Vec::new(),
        fronted: Vec::new(),
        dangling: Vec::new(),
        found: Syntax { tokens, tags, groups, of: Vec::new(), clauses: Vec::new() },
    };
    while reader.at < reader.chunks.len() {
        reader.step();
        reader.at += 1;
    }
    reader.found
}

impl Syntax {
    /// The tag of a token of the sentence.
    pub fn tag(&self, token: usize) -> Tag {
        token.checked_sub(self.tokens.start).and_then(|it| self.tags.get(it)).copied().unwrap_or(Tag::Mark)
    }

    /// The index of the group that holds a token.
    pub fn group_at(&self, token: usize) -> Option<usize> {
        let at = self.groups.partition_point(|it| it.tokens.end <= token);
        self.groups.get(at).filter(|it| it.tokens.contains(&token)).map(|_| at)
    }

    /// What hangs on a preposition, with the group that it hangs on or may hang on instead of a verb.
    pub fn attached(&self) -> impl Iterator<Item = (Option<usize>, &Attachment)> {
        let hung = self.clauses.iter().flat_map(|it| &it.attachments).map(|it| (it.beside, it));
        self.of.iter().map(|it| (Some(it.0), &it.1)).chain(hung)
    }

    /// A group and those that stand beside it: `the mayor and her deputy`.
    pub fn members(&self, group: usize) -> impl Iterator<Item = usize> + '_ {
        let beside = self.groups.iter().enumerate().filter(move |(_, it)| it.coordinate == Some(group)).map(|it| it.0);
        std::iter::once(group).chain(beside)
    }
}

/// What the reader knows of the clause that it is in.
#[derive(Clone, Debug, Default)]
struct State {
    clause: Option<usize>,
    /// The groups that no verb or preposition has taken yet.
    free: Vec<usize>,
    /// The preposition that waits for its group.
    preposition: Option<(String, usize, Option<usize>)>,
    /// The group read last, whatever took it.
    last: Option<usize>,
    /// Whether the verb still takes what follows.
    open: bool,
    relative: Option<usize>,
    subordinate: bool,
    /// Whether a verb of saying waits for the speaker behind it.
    inverted: bool,
}

struct Reader<'a, 't> {
    text: &'a Text<'t>,
    chunks: &'a [Chunk],
    verbs: &'a [VerbGroup],
    at: usize,
    state: State,
    /// The states of the clauses around this one, with whether a comma came before this one.
    outer: Vec<(State, bool)>,
    /// What the group to come is some of: "of which 14".
    partitive: Option<usize>,
    /// For each bracket that is open, the number of clauses around it.
    open: Vec<usize>,
    /// Prepositions and times before the first verb.
    fronted: Vec<Attachment>,
    /// Participle clauses before their subject.
    dangling: Vec<usize>,
    found: Syntax,
}

#[cfg(test)]
mod tests {
    use super::super::propositions;
    use super::*;
    use crate::extract::lexicon;

    /// Words and marks that steer the reader, in any order.
    const WORDS: [&str; 48] = [
        "the", "a", "port", "ports", "Oslo", "Holm", "she", "which", "who", "whose", "that", "what", "where", "if", "after", "by", "of",
        "to", "in", "and", "or", "not", "no", "was", "has", "been", "will", "did", "didn't", "said", "closed", "closing", "close",
        "seized", "gave", "old", "quickly", "12", "2021", "$", "%", "-", "'s", ",", ".", "\"", "(", ")",
    ];

    #[test]
    fn no_row_of_words_is_too_odd_to_read() {
        let mut seed = 7_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed as usize >> 16
        };
        for _ in 0..2000 {
            let length = next() % 24;
            let words: Vec<_> = (0..length).map(|_| WORDS[next() % WORDS.len()]).collect();
            let source = words.join(" ");
            let text = Text::new(&source, lexicon());
            let syntax = syntax(&text, 0..text.tokens.len());
            let count = syntax.groups.len();
            let groups = propositions(&text, &syntax).into_iter().flat_map(|it| [it.agent, it.patient]).flatten();
            assert!(groups.chain(syntax.of.iter().map(|it| it.1.group)).all(|it| it < count), "{source}");
            assert!(syntax.links().into_iter().flatten().all(|it| it.head < text.tokens.len()), "{source}");
            assert!(syntax.clauses.iter().all(|it| it.governor.is_none_or(|it| it < syntax.clauses.len())), "{source}");
        }
    }

    #[test]
    fn groups_that_stand_beside_each_other_are_members_of_the_first() {
        let text = Text::new("The mayor, her deputy and two clerks resigned.", lexicon());
        let syntax = syntax(&text, 0..text.tokens.len());
        let subject = syntax.clauses[0].subject.expect("someone resigned");
        let heads: Vec<_> = syntax.members(subject).map(|it| text.word(syntax.groups[it].head)).collect();
        assert_eq!(heads, ["mayor", "deputy", "clerks"]);
    }
}
