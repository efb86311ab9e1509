//! Cuts a text into tokens, sentences and quotations.
//!
//! One scan over the bytes makes the tokens and looks each word up in the [`Lexicon`]; what follows works on tokens.
//! Nothing here knows what a text means.

mod characters;
mod fnv;
mod letters;
mod lexicon;
mod quotation;
mod sentence;
mod span;
mod token;
mod word_map;
mod words;

pub use characters::Characters;
pub use fnv::fnv;
pub use letters::{Ending, Letters};
pub use lexicon::{Class, Lexicon, table};
pub use quotation::Quotation;
pub use sentence::Sentence;
pub use span::Span;
pub use token::{Kind, Token, alike};
pub use word_map::WordMap;
pub use words::Words;
pub(crate) use words::words;

/// The grammar words and short forms of English, as a table for the lexicon.
pub const WORDS: &str = include_str!("data/words.txt");

/// A text, cut up.
#[derive(Debug)]
pub struct Text<'t> {
    /// The text itself.
    pub source: &'t str,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// Its sentences, in order; together they hold every token.
    pub sentences: Vec<Sentence>,
    /// Its quotations, in order of their opening marks.
    pub quotations: Vec<Quotation>,
    /// For each [`BLOCK`] bytes the first token that starts in them or behind.
    blocks: Vec<u32>,
}

const BLOCK: u32 = 16;

impl<'t> Text<'t> {
    /// Cuts `source` into tokens, sentences and quotations.
    pub fn new(source: &'t str, lexicon: &Lexicon) -> Self {
        let tokens = token::tokens(source, lexicon);
        let sentences = sentence::sentences(source, &tokens);
        let quotations = quotation::quotations(source, &tokens, &sentences);
        let blocks = blocks(&tokens.all);
        Self { source, tokens: tokens.all, sentences, quotations, blocks }
    }

    /// The tokens of a sentence.
    #[inline]
    pub fn of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens()).unwrap_or_default()
    }

    /// The words of the token at `index`, empty past the end.
    #[inline]
    pub fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |it| it.span.of(self.source))
    }

    /// The token at `index`, where there is one.
    #[inline]
    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// The class of the token at `index`; none past the end.
    #[inline]
    pub fn class(&self, index: usize) -> Class {
        self.tokens.get(index).map_or(Class::NONE, |it| it.class)
    }

    /// Whether the word at `index` is `word`, whatever its case.
    #[inline]
    pub fn is(&self, index: usize, word: &str) -> bool {
        self.tokens.get(index).is_some_and(|it| it.is(self.source, word))
    }

    /// Whether the word at `index` is one of `words`, whatever its case.
    #[inline]
    pub fn any(&self, index: usize, words: &Words) -> bool {
        self.tokens.get(index).is_some_and(|it| it.any(self.source, words))
    }

    /// Whether the words at two places are one, whatever their case.
    pub fn same(&self, one: usize, other: usize) -> bool {
        let Some((one, other)) = self.tokens.get(one).zip(self.tokens.get(other)) else { return false };
        let whole = || one.span.of(self.source).eq_ignore_ascii_case(other.span.of(self.source));
        one.letters == other.letters && (one.span.len() < Letters::LENGTH || whole())
    }

    /// The index of the first token that starts at or after the byte `offset`.
    pub fn token_at(&self, offset: u32) -> usize {
        let first = self.blocks.get((offset / BLOCK) as usize).map_or(self.tokens.len(), |it| *it as usize);
        let behind = self.tokens.get(first..).unwrap_or_default();
        first + behind.iter().position(|it| it.span.start >= offset).unwrap_or(behind.len())
    }

    /// The index of the sentence that holds the byte `offset`.
    pub fn sentence_at(&self, offset: u32) -> usize {
        self.sentences.partition_point(|it| it.span.end <= offset).min(self.sentences.len().saturating_sub(1))
    }
}

/// For each [`BLOCK`] bytes up to the last token the first token that starts in them or behind.
fn blocks(tokens: &[Token]) -> Vec<u32> {
    let count = tokens.last().map_or(0, |it| it.span.start / BLOCK + 1);
    let mut blocks = vec![u32::MAX; count as usize];
    // From the last token on, so that the first of a block stays, and no test is made that would have to be guessed.
    let indices = 0..u32::try_from(tokens.len()).expect("a text has fewer tokens than bytes");
    for (index, token) in indices.rev().zip(tokens.iter().rev()) {
        blocks[(token.span.start / BLOCK) as usize] = index;
    }
    let mut behind = u32::MAX;
    for block in blocks.iter_mut().rev() {
        behind = behind.min(*block);
        *block = behind;
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_found_by_any_offset() {
        let source = format!("One.{}Two, {} three; four.\n", " ".repeat(200), "x".repeat(150));
        let text = Text::new(&source, &Lexicon::new([]));
        for offset in 0..300 + u32::try_from(source.len()).unwrap() {
            let expected = text.tokens.iter().take_while(|it| it.span.start < offset).count();
            assert_eq!(text.token_at(offset), expected, "{offset}");
        }
    }
}
