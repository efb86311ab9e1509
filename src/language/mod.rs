//! What English words mean to each other, whatever the document: stems, synonyms, opposites, names, and the
//! shallow syntax of a sentence.

pub mod name;
