//! What English words mean to each other, whatever the document: base forms, synonyms, opposites, names, and the
//! shallow syntax of a sentence.
//!
//! Three questions can be asked here. What is the base form of a word, and to which family does it belong: [`stem`],
//! [`lemma`], [`derived`]. What does one word say of another: [`relation`], [`opposed`], [`synonyms`]. And who does what to
//! whom in a sentence: [`syntax`] reads its groups and clauses, [`propositions`] tells them the same way whether they
//! stand in the active, the passive or as a noun. Tables written for news stand over a cut of `WordNet`; the tagger is a
//! perceptron over whole numbers. All of it is in the program, and nothing depends on the machine.

mod chunk;
mod clause;
mod converse;
mod derivation;
mod dictionary;
mod idiom;
mod link;
mod memo;
pub mod name;
mod phrase;
mod proposition;
mod stem;
mod tag;
mod tagger;
mod telegraph;
mod thesaurus;
mod third_person;
mod vocabulary;

pub use chunk::Group;
pub use clause::{Attachment, Clause, Kind, Syntax, syntax};
pub use converse::{Seat, Seats, converse, converses};
pub use derivation::{derivations, derived, doer, governed_from, homeland, is_land, is_phrase, names_state, undergone};
pub use idiom::{Idiom, idioms};
pub use link::{Bond, Link};
pub use phrase::{Phrase, phrases};
pub use proposition::{Proposition, propositions};
pub use stem::{lemma, stem};
pub use tag::Tag;
pub use tagger::tags;
pub use thesaurus::{Lexeme, Relation, Strength, opposed, relation, relation_as, synonyms};
pub use vocabulary::Part;

use crate::text::{Lexicon, Text, WORDS, table};

/// Whether a word, in small letters, is a common noun or an adjective.
pub fn is_common(word: &str) -> bool {
    vocabulary::knows(word, Part::Noun) || vocabulary::knows(word, Part::Adjective)
}

/// Reads the tables, which else happens when they are first asked; a run does so beside other work.
pub fn ready() {
    // Each question needs the tables that no question before it has read.
    relation("ferry", "vessel");
    synonyms("ferry");
    stem("ferries");
    name::sex("Anna");
    let sentence = Text::new("The ferry sank.", &Lexicon::new(table(WORDS)));
    tags(&sentence, 0..sentence.tokens.len());
}
