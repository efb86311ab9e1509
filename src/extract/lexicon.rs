//! The words that the extractors know, folded into one lexicon.

use std::sync::LazyLock;

use super::{attribution, date, quantity, statement};
use crate::language::name;
use crate::text::{self, Lexicon};

/// The lexicon of all extractors.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        let tables = [text::WORDS].into_iter().chain(date::WORDS).chain(attribution::WORDS).chain(statement::WORDS).chain(name::WORDS);
        Lexicon::new(tables.flat_map(text::table).chain(quantity::words()).chain(attribution::verbs()))
    });
    &LEXICON
}
