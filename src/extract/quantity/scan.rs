//! One sentence, as the rules look at it.

use std::cell::Cell;

use super::cardinal::Cardinal;
use crate::extract::DateMention;
use crate::text::{Class, Kind, Letters, Span, Text, Token, Words};

/// A sentence and what is known of it; tokens outside of it look empty.
pub(super) struct Scan<'s, 't> {
    pub(super) text: &'s Text<'t>,
    /// The dates that lie in the sentence.
    pub(super) dates: &'s [DateMention],
    pub(super) tokens: &'s [Token],
    /// The sentence's first token.
    pub(super) first: usize,
    /// The token after its last.
    pub(super) end: usize,
    /// The whole number that was read last, and where.
    pub(super) cardinal: Cell<Option<(usize, Option<Cardinal>)>>,
}

impl<'t> Scan<'_, 't> {
    #[inline]
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        // What stands before the first is far behind the last.
        self.tokens.get(at.wrapping_sub(self.first))
    }

    #[inline]
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |it| it.span.of(self.text.source))
    }

    #[inline]
    pub(super) fn class(&self, at: usize) -> Class {
        self.token(at).map_or(Class::NONE, |it| it.class)
    }

    pub(super) fn span(&self, at: usize) -> Span {
        self.token(at).map_or_else(Span::default, |it| it.span)
    }

    /// Whether the token is `word`, in any case.
    #[inline]
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.token(at).is_some_and(|it| it.is(self.text.source, word))
    }

    /// Whether the token is one of `words`, in any case.
    #[inline]
    pub(super) fn any(&self, at: usize, words: &Words) -> bool {
        self.token(at).is_some_and(|it| it.any(self.text.source, words))
    }

    /// Whether the token ends with `ending`, of at most three letters.
    #[inline]
    pub(super) fn ends_with(&self, at: usize, ending: &str) -> bool {
        self.token(at).is_some_and(|it| it.ends_with(ending))
    }

    #[inline]
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.token(at).map(|it| it.kind)
    }

    #[inline]
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Number)
    }

    #[inline]
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
    }

    /// Whether nothing stands between the token and the one before.
    #[inline]
    pub(super) fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|it| it.glued)
    }

    #[inline]
    pub(super) fn capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|it| it.kind == Kind::Word && it.capital)
    }

    /// Whether the token is a word that begins with a small letter.
    #[inline]
    pub(super) fn lower_case(&self, at: usize) -> bool {
        self.token(at).is_some_and(|it| it.kind == Kind::Word && !it.capital)
    }

    /// Whether the token is a hyphen or a dash.
    #[inline]
    pub(super) fn dash(&self, at: usize) -> bool {
        const DASHES: [Letters; 6] = Letters::all(["-", "–", "‐", "‑", "—", "−"]);
        self.token(at).is_some_and(|it| it.is_mark(&DASHES))
    }

    /// Whether a hyphen at `at` ties the words around it together.
    #[inline]
    pub(super) fn hyphen(&self, at: usize) -> bool {
        const HYPHENS: [Letters; 4] = Letters::all(["-", "‐", "‑", "–"]);
        self.token(at).is_some_and(|it| it.glued && it.is_mark(&HYPHENS)) && self.glued(at + 1)
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
