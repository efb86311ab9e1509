//! Where a text stands while it is read: its date, the sentence, and the dates met so far.

use std::ops::Range;

use jiff::civil::Date;

use super::names;
use super::relation::relation;
use super::rule::{Reading, Term};
use super::{DateMention, Setting};
use crate::extract::Period;
use crate::extract::period::CalendarUnit;
use crate::text::{Class, Kind, Text, Token, Words, words};

/// A text and what a reader has in mind at one place of it.
pub(super) struct Scene<'a, 't> {
    pub(super) text: &'a Text<'t>,
    published: Option<Period>,
    /// Whether 03/04 is the third of April, and not the fourth of March.
    pub(super) day_first: bool,
    /// The indices of the sentence's tokens, and these themselves.
    tokens: Range<usize>,
    inside: &'a [Token],
    sentence: usize,
    term: Option<Term>,
    mentions: Vec<Met>,
}

/// A date that was met, with its tokens and its sentence.
struct Met {
    mention: DateMention,
    first: usize,
    end: usize,
    sentence: usize,
}

/// Sentences over which "the next day" still means the day after the last date.
const REACH: usize = 3;

impl<'a, 't> Scene<'a, 't> {
    pub(super) fn new(text: &'a Text<'t>, setting: &Setting) -> Self {
        Self {
            text,
            published: setting.published,
            day_first: day_first(&setting.language),
            tokens: 0..0,
            inside: &[],
            sentence: 0,
            term: None,
            mentions: Vec::with_capacity(text.sentences.len() / 4),
        }
    }

    /// Goes on to the sentence of that index and those tokens.
    pub(super) fn enter(&mut self, sentence: usize, tokens: Range<usize>) {
        self.sentence = sentence;
        self.inside = self.text.tokens.get(tokens.clone()).unwrap_or_default();
        self.tokens = tokens;
    }

    /// Takes a reading down, in the place of those that it swallows, unless it cuts into one; answers where to read on.
    pub(super) fn take(&mut self, reading: &Reading) -> usize {
        while self.mentions.last().is_some_and(|it| it.first >= reading.first && it.end > reading.first) {
            self.mentions.pop();
        }
        if self.mentions.last().is_some_and(|it| it.end > reading.first) {
            return reading.end;
        }
        let tokens = self.text.tokens.get(reading.first..reading.end).unwrap_or_default();
        let (Some(from), Some(to)) = (tokens.first(), tokens.last()) else { return reading.end };
        let mention = DateMention {
            span: from.span.join(to.span),
            period: reading.period,
            within: reading.within,
            relation: relation(self, reading.first),
            absolute: reading.absolute,
        };
        self.note_term(reading.term);
        self.mentions.push(Met { mention, first: reading.first, end: reading.end, sentence: self.sentence });
        reading.end
    }

    /// Keeps the quarter that results are told for: one that is over is not given up for one to come.
    fn note_term(&mut self, term: Option<Term>) {
        let over = |term: Option<Term>| matches!(term, Some(Term::Quarter(it)) if self.published.is_none_or(|today| it.to <= today.to));
        if term.is_some() && (over(term) || !over(self.term)) {
            self.term = term;
        }
    }

    pub(super) fn into_mentions(self) -> Vec<DateMention> {
        self.mentions.into_iter().map(|it| it.mention).collect()
    }

    /// The token's index `back` before `at`, inside the sentence.
    pub(super) fn back(&self, at: usize, back: usize) -> Option<usize> {
        at.checked_sub(back).filter(|it| *it >= self.tokens.start)
    }

    #[inline]
    fn token(&self, at: usize) -> Option<&'a Token> {
        // What stands before the first is far behind the last.
        self.inside.get(at.wrapping_sub(self.tokens.start))
    }

    /// The word at `at`, empty outside the sentence.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |it| it.span.of(self.text.source))
    }

    /// The word `back` tokens before `at`, empty outside the sentence.
    pub(super) fn word_before(&self, at: usize, back: usize) -> &'t str {
        self.back(at, back).map_or("", |it| self.word(it))
    }

    /// The word at `at` in lower case; empty outside the sentence and for a word longer than those that rules ask for.
    pub(super) fn lower(&self, at: usize) -> Lower<'t> {
        Lower::new(self.word(at))
    }

    /// The word `back` tokens before `at` in lower case.
    pub(super) fn lower_before(&self, at: usize, back: usize) -> Lower<'t> {
        Lower::new(self.word_before(at, back))
    }

    /// Whether the word at `at` is one of `words`, whatever its case.
    pub(super) fn is(&self, at: usize, words: &Words) -> bool {
        self.token(at).is_some_and(|it| it.any(self.text.source, words))
    }

    /// Whether the word `back` tokens before `at` is one of `words`.
    pub(super) fn is_before(&self, at: usize, back: usize, words: &Words) -> bool {
        self.back(at, back).is_some_and(|it| self.is(it, words))
    }

    /// Whether the word at `at` ends with `ending`, of at most three letters.
    pub(super) fn ends_with(&self, at: usize, ending: &str) -> bool {
        self.token(at).is_some_and(|it| it.ends_with(ending))
    }

    pub(super) fn class(&self, at: usize) -> Class {
        self.token(at).map_or(Class::NONE, |it| it.class)
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|it| it.glued)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|it| it.capital)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|it| it.kind == Kind::Word)
    }

    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        at == self.tokens.start
    }

    /// The tokens of the sentence.
    pub(super) fn tokens(&self) -> Range<usize> {
        self.tokens.clone()
    }

    /// The digits at `at` as a number, where nothing else is in the token.
    pub(super) fn digits(&self, at: usize) -> Option<i32> {
        let word = self.word(at);
        let plain = !word.is_empty() && word.len() <= 8 && word.bytes().all(|it| it.is_ascii_digit());
        if plain { word.parse().ok() } else { None }
    }

    /// The digits at `at` as a year of four digits.
    pub(super) fn year(&self, at: usize) -> Option<i16> {
        let year = self.digits(at).filter(|_| self.word(at).len() == 4)?;
        i16::try_from(year).ok().filter(|it| (1000..2200).contains(it))
    }

    /// A small number that ends before `end`: its first token and its value. "a" and "an" count as one.
    pub(super) fn count_before(&self, end: usize) -> Option<(usize, i32)> {
        let at = self.back(end, 1)?;
        let word = self.word(at);
        if let Some(count) = self.digits(at).filter(|it| *it < 10_000) {
            return (!self.glued(at) || self.is_before(at, 1, words!["(", "\"", "“", "`"])).then_some((at, count));
        }
        if word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an") {
            return Some((at, 1));
        }
        if word.eq_ignore_ascii_case("of") && self.is_before(at, 1, words!["couple"]) {
            let couple = self.back(at, 1)?;
            return Some((self.back(couple, 1).filter(|it| self.is(*it, words!["a"])).unwrap_or(couple), 2));
        }
        if word.eq_ignore_ascii_case("dozen") {
            return Some((self.back(at, 1).filter(|it| self.is(*it, words!["a"])).unwrap_or(at), 12));
        }
        if let Some(units) = names::small(word) {
            return Some(self.tens_before(at, units).unwrap_or((at, units)));
        }
        names::tens(word).map(|tens| (at, tens))
    }

    /// The tens of "twenty-five" or "twenty five" before its units.
    fn tens_before(&self, at: usize, units: i32) -> Option<(usize, i32)> {
        let hyphen = usize::from(self.is_before(at, 1, words!["-"]));
        let tens = self.back(at, 1 + hyphen)?;
        names::tens(self.word(tens)).filter(|_| units < 10).map(|it| (tens, it + units))
    }

    /// What `read` makes of the document's day. Where only its month or year is known, what every day of it would give.
    pub(super) fn anchored(&self, read: impl Fn(Date) -> Option<Period>) -> Option<Period> {
        let published = self.published?;
        let first = read(published.from)?;
        if published.is_day() || read(published.to)? == first { Some(first) } else { None }
    }

    /// The last day of the document's date.
    pub(super) fn today(&self) -> Option<Date> {
        self.published.map(|it| it.to)
    }

    /// The date whose last token stands just before `end`, unless a weekday's name is all of it.
    pub(super) fn just_met(&self, end: usize) -> Option<(Period, bool)> {
        let last = self.mentions.last().filter(|it| it.end == end && self.text.token(end - 1).is_some_and(|it| it.kind == Kind::Number))?;
        Some((last.mention.period, last.mention.absolute))
    }

    /// The last date met in this sentence or the few before it: its period and whether it is absolute.
    pub(super) fn focus(&self) -> Option<(Period, bool)> {
        let last = self.mentions.last()?;
        (self.sentence - last.sentence <= REACH).then_some((last.mention.period, last.mention.absolute))
    }

    /// The last date met that is exactly one `unit` long, however far back within reach.
    pub(super) fn focus_of(&self, unit: CalendarUnit) -> Option<(Period, bool)> {
        let recent = self.mentions.iter().rev().take_while(|it| self.sentence - it.sentence <= REACH);
        recent.map(|it| (it.mention.period, it.mention.absolute)).find(|it| Period::around(it.0.from, unit) == Some(it.0))
    }

    /// The quarter that a comparison at `at` is made with, in a text on business results; none after "the nine months".
    pub(super) fn quarter(&self, at: usize) -> Option<Period> {
        const REACH: usize = 80;
        let Some(Term::Quarter(quarter)) = self.term else { return None };
        let near = (at.saturating_sub(REACH)..at).rev().filter(|it| self.text.class(*it).is(Class::CALENDAR_UNIT));
        let other =
            |it: usize| self.text.is(it, "months") && it.checked_sub(1).is_some_and(|it| names::small(self.text.word(it)).is_some());
        near.take_while(|it| !self.text.is(*it, "quarter")).all(|it| !other(it)).then_some(quarter)
    }
}

/// A short word in lower case, kept without an allocation.
pub(super) enum Lower<'t> {
    /// A word that stands so in the text.
    Plain(&'t str),
    /// The letters of one with capitals, zeros behind them.
    Copied([u8; LONGEST]),
}

/// The letters of the longest word that rules ask for.
const LONGEST: usize = 16;

impl<'t> Lower<'t> {
    fn new(word: &'t str) -> Self {
        if word.len() > LONGEST {
            return Self::Plain("");
        }
        if !word.bytes().any(|it| it.is_ascii_uppercase()) {
            return Self::Plain(word);
        }
        let mut letters = [0; LONGEST];
        for (letter, byte) in letters.iter_mut().zip(word.bytes()) {
            *letter = byte.to_ascii_lowercase();
        }
        Self::Copied(letters)
    }

    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Plain(word) => word,
            Self::Copied(letters) => std::str::from_utf8(letters).map(|it| it.trim_end_matches('\0')).unwrap_or_default(),
        }
    }
}

/// English is written day first everywhere but in the United States, and day first in most other languages.
fn day_first(language: &str) -> bool {
    !matches!(language, "" | "en") && !language.eq_ignore_ascii_case("en-US")
}
