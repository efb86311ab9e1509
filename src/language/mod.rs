//! What English words mean to each other, whatever the document: stems, synonyms, opposites, names, and the
//! shallow syntax of a sentence.

mod chunk;
mod clause;
mod derivation;
mod dictionary;
mod link;
pub mod name;
mod proposition;
mod stem;
mod tag;
mod tagger;
mod thesaurus;
mod vocabulary;

pub use chunk::Group;
pub use clause::{Attachment, Clause, Kind, Syntax, syntax};
pub use derivation::{derivations, derived, governed_from, homeland};
pub use link::{Bond, Link};
pub use proposition::{Proposition, propositions};
pub use stem::{lemma, stem};
pub use tag::Tag;
pub use tagger::tags;
pub use thesaurus::{Relation, Strength, opposed, relation, relation_as, synonyms};
pub use vocabulary::Part;
