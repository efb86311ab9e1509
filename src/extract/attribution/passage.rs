//! A paragraph as attribution sees it: each quotation and each bracket is one item, and sentences end outside of them.
//!
//! So "who said" is looked for in the words of the writer alone, however long and full of stops the quotations are.

use std::ops::Range;

use super::cue::{Cue, Frame};
use super::people::prepositional_forename;
use crate::text::{Class, Ending, Kind, Letters, Quotation, Sentence, Span, Text, Token, Words};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Word,
    Number,
    /// `'s`, or the bare apostrophe of a plural possessor.
    Clitic,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Stop,
    Quote,
    /// What stands in brackets.
    Aside,
    Mark,
}

/// A word, a mark, a quotation or a bracket.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'t> {
    pub(super) shape: Shape,
    /// The token that it is, or that stands for all of it.
    pub(super) token: Token,
    source: &'t str,
    /// The words between the marks of a quotation.
    pub(super) words: u32,
    /// Whether a quotation is closed in its paragraph.
    pub(super) closed: bool,
    /// Whether a sentence ends here.
    pub(super) ends: bool,
    /// The verb of saying that it is a form of.
    pub(super) cue: Option<Cue>,
}

impl<'t> Item<'t> {
    /// The item of one token, which reports nothing.
    #[inline]
    fn new(shape: Shape, token: &Token, source: &'t str) -> Self {
        Self { shape, token: *token, source, words: 0, closed: true, ends: false, cue: None }
    }

    /// Lets it stand for all of `span`.
    fn stretch(&mut self, span: Span) {
        self.token.span = span;
        self.token.letters = Letters::of(self.word());
        self.token.ending = Ending::of(self.word());
    }

    /// Its words as they stand in the text.
    pub(super) fn word(&self) -> &'t str {
        self.token.span.of(self.source)
    }

    /// The verb of saying whose form its words are, whatever they are here.
    pub(super) fn form(&self) -> Option<Cue> {
        Cue::of(self.token.letters, self.word())
    }

    #[inline]
    pub(super) fn is(&self, word: &str) -> bool {
        self.token.is(self.source, word)
    }

    #[inline]
    pub(super) fn one_of(&self, words: &Words) -> bool {
        self.token.any(self.source, words)
    }

    /// The classes that it belongs to as a word.
    #[inline]
    pub(super) fn class(&self) -> Class {
        if self.shape == Shape::Word { self.token.class } else { Class::NONE }
    }

    /// Whether it is a word that belongs to any of these classes.
    #[inline]
    pub(super) fn any(&self, class: Class) -> bool {
        (self.shape == Shape::Word) & self.token.class.is(class)
    }

    #[inline]
    pub(super) fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Word | Shape::Number)
    }

    #[inline]
    pub(super) fn is_quote(&self) -> bool {
        self.shape == Shape::Quote
    }

    /// Whether it is a word in lower case.
    #[inline]
    pub(super) fn is_plain(&self) -> bool {
        self.shape == Shape::Word && !self.token.capital
    }

    /// Whether it is a word with a capital that is not a grammar word at the head of a sentence.
    #[inline]
    pub(super) fn is_name(&self) -> bool {
        (self.shape == Shape::Word) & self.token.capital & !self.token.class.is(GRAMMAR)
    }

    /// Whether it ends with `ending`, of at most three letters in lower case, whatever its own case.
    #[inline]
    pub(super) fn ends_with(&self, ending: &str) -> bool {
        self.token.ending.lower().is(ending)
    }
}

/// Words that are no part of a name even with a capital.
const GRAMMAR: Class = Class::PRONOUN.or(Class::PREPOSITION).or(Class::DETERMINER).or(Class::CONJUNCTION).or(Class::AUXILIARY);

/// The last mark inside a quotation.
pub(super) fn last_mark(item: &Item<'_>) -> Option<char> {
    item.word().trim_end_matches(['"', '”', '»', '\'', '’', ' ']).chars().last().filter(|it| !it.is_alphanumeric())
}

/// Whether a comma stands here, be it the last mark inside a quotation.
pub(super) fn is_comma(item: &Item<'_>) -> bool {
    item.shape == Shape::Comma || (item.is_quote() && last_mark(item) == Some(','))
}

/// The items of a paragraph, from its tokens and quotations.
pub(super) fn items<'t>(text: &Text<'t>, sentences: Range<usize>, items: &mut Vec<Item<'t>>) {
    items.clear();
    let Some(paragraph) = text.sentences.get(sentences) else { return };
    let (Some(first), Some(last)) = (paragraph.first(), paragraph.last()) else { return };
    cut(text, first.first as usize..last.end as usize, paragraph, items);
}

/// The items between the brackets of an aside.
pub(super) fn inside<'t>(text: &Text<'t>, aside: Span, items: &mut Vec<Item<'t>>) {
    items.clear();
    let tokens = text.token_at(aside.start) + 1..text.token_at(aside.end).saturating_sub(1);
    let sentences = text.sentence_at(aside.start)..text.sentence_at(aside.end) + 1;
    let Some(sentences) = text.sentences.get(sentences.start..sentences.end.min(text.sentences.len())) else { return };
    if text.tokens.get(tokens.clone()).is_some_and(|it| it.iter().any(|it| it.class.is(Class::SPEECH_CUE))) {
        cut(text, tokens, sentences, items);
    }
}

/// Cuts tokens into items, with the ends of the sentences among them.
fn cut<'t>(text: &Text<'t>, tokens: Range<usize>, sentences: &[Sentence], items: &mut Vec<Item<'t>>) {
    let (mut at, end) = (tokens.start, tokens.end);
    let start = text.token(at).map_or(0, |it| it.span.start);
    let mut quotations = text.quotations.iter().skip(text.quotations.partition_point(|it| it.outer.start < start)).peekable();
    let mut sentences = sentences.iter().map(|it| it.end as usize).peekable();
    items.reserve(tokens.len());
    while at < end {
        let sentence_end = sentences.peek().map_or(end, |it| end.min(*it));
        let quoted = quotations.peek().map_or(u32::MAX, |it| it.outer.start);
        at = plain_items(text, at..sentence_end, quoted, items);
        let Some(token) = text.token(at) else { break };
        while quotations.next_if(|it| it.outer.start < token.span.start).is_some() {}
        let quotation = quotations.peek().filter(|it| it.outer.start == token.span.start);
        let (shape, mut next) = match quotation {
            Some(quotation) => (Shape::Quote, text.token_at(quotation.outer.end).clamp(at + 1, end)),
            None => shape(text, token, at, end),
        };
        let mut item = Item::new(shape, token, text.source);
        match quotation {
            Some(quotation) => quote(text, at, next, quotation, &mut item),
            None => word(text, at, next, &mut item),
        }
        while sentences.next_if(|it| *it < next).is_some() {}
        if quotation.is_some() || text.token(next).is_some_and(|it| it.glued) {
            next = short_form(text, &mut item, next, sentences.peek().copied().unwrap_or(end));
        }
        item.ends = next == end || sentences.peek() == Some(&next);
        items.push(item);
        at = next;
    }
    join_speech(items);
}

/// Takes words, numbers and commas as they stand, each an item, before the place `quoted` and the last of `tokens`; answers
/// where something begins that is to be looked at more closely.
fn plain_items<'t>(text: &Text<'t>, tokens: Range<usize>, quoted: u32, items: &mut Vec<Item<'t>>) -> usize {
    const LINKS: Class = Class::PREPOSITION.or(Class::SOURCE);
    const COMMA: Letters = Letters::of(",");
    let plain = text.tokens.get(tokens.clone()).unwrap_or_default();
    let mut at = tokens.start;
    for (token, next) in plain.iter().zip(plain.get(1..).unwrap_or_default()) {
        let shape = match token.kind {
            Kind::Word => Shape::Word,
            Kind::Number => Shape::Number,
            Kind::Mark if token.letters == COMMA => Shape::Comma,
            Kind::Mark | Kind::Clitic => break,
        };
        let asked = token.class.is(Class::SPEECH_CUE) | (token.class.is(LINKS) & token.capital);
        // What a comma leans on goes on with nothing.
        let joined = next.glued && next.letters != COMMA && shape != Shape::Comma;
        let quoted = token.span.start >= quoted;
        if joined | asked | quoted {
            break;
        }
        items.push(Item::new(shape, token, text.source));
        at += 1;
    }
    at
}

/// Makes an item of the token at `at` that of the tokens up to `next`, a word or a mark.
#[inline]
fn word(text: &Text<'_>, at: usize, next: usize, item: &mut Item<'_>) {
    const LINKS: Class = Class::PREPOSITION.or(Class::SOURCE);
    if next > at + 1 {
        item.stretch(item.token.span.join(text.tokens[next - 1].span));
        item.token.class = compound(text, at, next);
    }
    let class = item.token.class;
    if item.token.capital && class.is(LINKS) && prepositional_forename(text, at) {
        item.token.class = class.without(LINKS);
    }
    if class.is(Class::SPEECH_CUE) {
        // "spoke of" reports, "spoke at" does not.
        item.cue = item.form().filter(|it| !it.takes(Frame::OF) || text.is(next, "of"));
        if item.cue.is_none() {
            item.token.class = item.token.class.without(Class::SPEECH_CUE);
        }
    }
}

/// Takes the stop of a short form or an initial into its word, unless the sentence ends there.
fn short_form<'t>(text: &Text<'t>, item: &mut Item<'t>, next: usize, sentence_end: usize) -> usize {
    let initial = item.token.span.len() == 1 && item.token.capital;
    let stops = item.shape == Shape::Word && next + 1 < sentence_end && (initial || item.token.class.is(Class::ABBREVIATION));
    if !stops || text.word(next) != "." || !text.tokens[next].glued {
        return next;
    }
    item.stretch(item.token.span.join(text.tokens[next].span));
    next + 1
}

/// Makes an item of its first token that of a quotation; the title of a book or a show is a word like any other.
fn quote(text: &Text<'_>, first: usize, next: usize, quotation: &Quotation, item: &mut Item<'_>) {
    let tokens = text.tokens.get(first..next).unwrap_or_default();
    let words = tokens.iter().filter(|it| matches!(it.kind, Kind::Word | Kind::Number)).count();
    let titled = tokens.iter().filter(|it| it.kind == Kind::Word).all(|it| it.capital || it.class.is(Class::FUNCTION));
    // "It is not," is no title, for a title has a word of its own.
    let titled = titled && tokens.iter().any(|it| it.kind == Kind::Word && it.capital && !it.class.is(Class::FUNCTION));
    let asks = tokens.iter().any(|it| it.kind == Kind::Mark && matches!(it.span.of(text.source), "!" | "?" | "…"));
    // With a stop inside only where each word has its capital: a section's heading.
    // The stop at the end is no part of a title that has an owner: Radio Oslo's "Face the Morning."
    let owned = first.checked_sub(1).is_some_and(|it| text.tokens[it].kind == Kind::Clitic);
    let last = tokens.len().saturating_sub(3);
    let mut stops = tokens.iter().enumerate().filter(|(_, it)| it.kind == Kind::Mark && it.span.of(text.source) == ".");
    let stopped = stops.any(|(at, _)| !owned || at <= last);
    let heading = tokens.iter().filter(|it| it.kind == Kind::Word).all(|it| it.capital);
    let title = quotation.closed && (2..=6).contains(&words) && titled && !asks && (!stopped || heading);
    item.stretch(quotation.outer);
    item.token.class = Class::NONE;
    item.token.capital = title;
    item.shape = if title { Shape::Word } else { Shape::Quote };
    item.words = u32::try_from(words).expect("a text has fewer words than bytes");
    item.closed = quotation.closed;
}

/// The shape of what begins at a token, and the token after it.
fn shape(text: &Text<'_>, token: &Token, at: usize, end: usize) -> (Shape, usize) {
    const COMMA: Letters = Letters::of(",");
    const COLON: Letters = Letters::of(":");
    const SEMICOLON: Letters = Letters::of(";");
    const HYPHEN: Letters = Letters::of("-");
    const DASHES: [Letters; 3] = Letters::all(["—", "–", "―"]);
    const STOPS: [Letters; 4] = Letters::all([".", "!", "?", "…"]);
    const APOSTROPHES: [Letters; 2] = Letters::all(["'", "’"]);
    const BRACKETS: [Letters; 2] = Letters::all(["(", "["]);
    match token.kind {
        Kind::Word => (Shape::Word, hyphenated(text, at, end)),
        Kind::Number => (Shape::Number, hyphenated(text, at, end)),
        Kind::Clitic => (Shape::Clitic, at + 1),
        Kind::Mark => match token.letters {
            COMMA => (Shape::Comma, at + 1),
            COLON => (Shape::Colon, at + 1),
            SEMICOLON => (Shape::Semicolon, at + 1),
            HYPHEN => (Shape::Dash, (at + 1..end).find(|it| text.word(*it) != "-").unwrap_or(end)),
            it if STOPS.contains(&it) => (Shape::Stop, at + 1),
            it if DASHES.contains(&it) => (Shape::Dash, at + 1),
            it if APOSTROPHES.contains(&it) && token.glued => (Shape::Clitic, at + 1),
            it if BRACKETS.contains(&it) => bracket(text, at, end),
            _ => (Shape::Mark, at + 1),
        },
    }
}

/// The end of a compound such as `co-founder` or `Kim Jong-un`'s given name.
fn hyphenated(text: &Text<'_>, at: usize, end: usize) -> usize {
    const JOINS: [Letters; 3] = Letters::all(["-", "‑", "/"]);
    let glued = |it: usize| it < end && text.tokens[it].glued && text.tokens[it].breaks == 0;
    let mut next = at + 1;
    while glued(next)
        && text.tokens[next].is_mark(&JOINS)
        && glued(next + 1)
        && matches!(text.tokens[next + 1].kind, Kind::Word | Kind::Number)
    {
        next += 2;
    }
    next
}

/// What a compound is: what its last word is, but never a verb of saying or a grammar word.
fn compound(text: &Text<'_>, at: usize, next: usize) -> Class {
    const KEPT: [Class; 6] = [Class::ROLE, Class::TITLE, Class::BODY_NOUN, Class::MALE, Class::FEMALE, Class::NOUN_CUE];
    let class = text.class(next - 1) | text.class(at);
    KEPT.into_iter().filter(|it| class.is(*it)).fold(Class::NONE, Class::or)
}

/// A bracket that closes soon is one item.
fn bracket(text: &Text<'_>, at: usize, end: usize) -> (Shape, usize) {
    let close = if text.word(at) == "(" { ")" } else { "]" };
    let close = [Letters::of(close)];
    let found = (at + 1..end.min(at + 40)).find(|it| text.tokens[*it].is_mark(&close));
    found.map_or((Shape::Mark, at + 1), |it| (Shape::Aside, it + 1))
}

/// `"Stay!" she cried.` is one sentence, whatever mark the quotation ends with.
fn join_speech(items: &mut [Item<'_>]) {
    for at in 0..items.len() {
        if !items[at].ends || !items[at].is_quote() || last_mark(&items[at]) == Some('.') {
            continue;
        }
        let follows = items.get(at + 1..).unwrap_or_default().iter().take(6);
        let mut follows = follows.take_while(|it| matches!(it.shape, Shape::Word | Shape::Clitic | Shape::Aside));
        if follows.any(|it| it.any(Class::SPEECH_CUE)) {
            items[at].ends = false;
        }
    }
}

/// The sentences of a paragraph, as ranges of its items without their final stops.
pub(super) fn utterances<'p, 't>(items: &'p [Item<'t>]) -> impl Iterator<Item = &'p [Item<'t>]> {
    items.split_inclusive(|it| it.ends).map(|it| {
        let end = it.iter().rposition(|it| it.shape != Shape::Stop).map_or(0, |it| it + 1);
        it.get(..end).unwrap_or_default()
    })
}
