//! One sentence, as the rules look at it.

use std::cell::Cell;

use super::cardinal::Cardinal;
use crate::extract::DateMention;
use crate::text::{Class, Kind, Span, Text, Token, alike};

/// A sentence and what is known of it; tokens outside of it look empty.
pub(super) struct Scan<'s, 't> {
    pub(super) text: &'s Text<'t>,
    /// The dates that lie in the sentence.
    pub(super) dates: &'s [DateMention],
    /// The sentence's first token.
    pub(super) first: usize,
    /// The token after its last.
    pub(super) end: usize,
    /// The whole number that was read last, and where.
    pub(super) cardinal: Cell<Option<(usize, Option<Cardinal>)>>,
}

impl<'t> Scan<'_, 't> {
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        if at >= self.first && at < self.end { self.text.token(at) } else { None }
    }

    pub(super) fn word(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |it| it.span.of(self.text.source))
    }

    pub(super) fn class(&self, at: usize) -> Class {
        self.token(at).map_or(Class::NONE, |it| it.class)
    }

    pub(super) fn span(&self, at: usize) -> Span {
        self.token(at).map_or_else(Span::default, |it| it.span)
    }

    /// Whether the token is `word`, in any case.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        alike(self.word(at), word)
    }

    /// Whether the token is one of `words`, in any case.
    pub(super) fn any(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|it| alike(word, it))
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.token(at).map(|it| it.kind)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Number)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
    }

    /// Whether nothing stands between the token and the one before.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|it| it.glued)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|it| it.kind == Kind::Word && it.capital)
    }

    /// Whether the token is a word that begins with a small letter.
    pub(super) fn lower_case(&self, at: usize) -> bool {
        self.token(at).is_some_and(|it| it.kind == Kind::Word && !it.capital)
    }

    /// Whether the token is a hyphen or a dash.
    pub(super) fn dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "‐" | "‑" | "—" | "−")
    }

    /// Whether a hyphen at `at` ties the words around it together.
    pub(super) fn hyphen(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "‐" | "‑" | "–") && self.glued(at) && self.glued(at + 1)
    }

    /// The token that goes on with a phrase at `at`: over a hyphen, or the stop of a short form.
    pub(super) fn joined(&self, at: usize) -> usize {
        let stop = self.is(at, ".") && self.glued(at) && self.lower_case(at + 1);
        if self.hyphen(at) || stop { at + 1 } else { at }
    }

    /// Whether the token before `at`, past quotation marks and brackets, opens the sentence or there is none.
    pub(super) fn opens(&self, at: usize) -> bool {
        (self.first..at).all(|it| matches!(self.word(it), "\"" | "“" | "‘" | "'" | "(" | "[" | "-" | "–" | "—" | "•" | "*"))
    }
}

/// `word` in lower case; none where it is longer than any entry of a table.
pub(super) fn lower<'b>(word: &str, buffer: &'b mut [u8; 32]) -> Option<&'b str> {
    let bytes = buffer.get_mut(..word.len())?;
    bytes.copy_from_slice(word.as_bytes());
    bytes.make_ascii_lowercase();
    std::str::from_utf8(bytes).ok()
}
