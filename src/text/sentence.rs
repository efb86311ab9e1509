//! Sentences: where one ends and the next begins.
//!
//! A stop ends a sentence unless the word before it is a short form, an initial or the like and what follows
//! does not look like a beginning. Blank lines end sentences too, except where the text plainly runs on.

use std::ops::Range;

use super::letters::Letters;
use super::lexicon::Class;
use super::span::Span;
use super::token::{Kind, Token, Tokens};

/// A sentence, a heading, or an item of a list.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// From the first token to the last.
    pub span: Span,
    /// The index of its first token.
    pub first: u32,
    /// The index after its last token.
    pub end: u32,
    /// The number of its paragraph, counted from 0.
    pub paragraph: u32,
    /// What the lexicon knows of any of its words.
    pub class: Class,
}

impl Sentence {
    /// The indices of its tokens.
    pub fn tokens(&self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// Cuts tokens into sentences.
pub(super) fn sentences(source: &str, tokens: &Tokens) -> Vec<Sentence> {
    let Tokens { all: tokens, joints } = tokens;
    let wrapped = wrapped(source, tokens, joints);
    let mut sentences = Vec::with_capacity(tokens.len() / 16 + 1);
    let mut first = 0;
    let mut paragraph = 0;
    // A plain word with another behind it on its line ends nothing.
    for at in joints.iter().map(|it| *it as usize) {
        let Some(next) = tokens.get(at + 1) else { break };
        let broken = line_ends(source, tokens, at, wrapped);
        if broken || stop_ends(source, tokens, at) {
            sentences.push(sentence(tokens, first..at + 1, paragraph));
            first = at + 1;
            paragraph += u32::from(broken || next.breaks >= 2);
        }
    }
    if first < tokens.len() {
        sentences.push(sentence(tokens, first..tokens.len(), paragraph));
    }
    sentences
}

/// The sentence of some tokens.
fn sentence(tokens: &[Token], range: Range<usize>, paragraph: u32) -> Sentence {
    let index = |it: usize| u32::try_from(it).expect("a text has fewer tokens than bytes");
    let (first, end) = (index(range.start), index(range.end));
    let tokens = tokens.get(range).unwrap_or_default();
    let span = tokens.first().zip(tokens.last()).map(|(first, last)| first.span.join(last.span)).unwrap_or_default();
    let class = tokens.iter().fold(Class::NONE, |class, it| class | it.class);
    Sentence { span, first, end, paragraph, class }
}

/// Whether lines are cut at a width, so that a single line break means nothing.
fn wrapped(source: &str, tokens: &[Token], joints: &[u32]) -> bool {
    let (mut broken, mut runs_on) = (0_usize, 0_usize);
    for at in joints.iter().map(|it| *it as usize) {
        if let Some(next) = tokens.get(at + 1).filter(|it| it.breaks == 1) {
            broken += 1;
            runs_on += usize::from(lower_case(source, next) && !terminal(source, &tokens[at]));
        }
    }
    runs_on * 4 > broken
}

fn lower_case(source: &str, token: &Token) -> bool {
    token.kind == Kind::Word && token.span.of(source).starts_with(char::is_lowercase)
}

fn terminal(source: &str, token: &Token) -> bool {
    matches!(token.span.of(source), "." | "!" | "?" | "…" | ":" | ";" | "\"" | "”" | ")" | "]")
}

/// Whether the line break after the token at `at` ends its sentence.
fn line_ends(source: &str, tokens: &[Token], at: usize, wrapped: bool) -> bool {
    let next = &tokens[at + 1];
    match next.breaks {
        0 => false,
        1 if wrapped => false,
        _ => terminal(source, &tokens[at]) || !lower_case(source, next),
    }
}

/// Whether a sentence ends with the token at `at` for its stop, and for what follows.
fn stop_ends(source: &str, tokens: &[Token], at: usize) -> bool {
    let next = &tokens[at + 1];
    if next.glued {
        return run_on(source, tokens, at);
    }
    // Most words end no sentence; a short form has its stop inside.
    let token = &tokens[at];
    if token.kind == Kind::Word && source.as_bytes().get(token.span.end as usize - 1) != Some(&b'.') {
        return false;
    }
    let opens = next.capital || next.kind == Kind::Number || (next.kind == Kind::Mark && !next.is_mark(&INSIDE));
    if !opens {
        return false;
    }
    let Some(stop) = stop_before(source, tokens, at) else { return false };
    match stop {
        Stop::Sure => true,
        Stop::ShortForm => next.capital && next.class.is(BEGINNING),
        Stop::Title => false,
        Stop::Dots => next.capital,
    }
}

/// A stop with no blank behind it still ends a sentence between a plain word, a figure or what closes and a capital: "over
/// services.Markets fell", "rose 20.5%.On Monday".
fn run_on(source: &str, tokens: &[Token], at: usize) -> bool {
    if !tokens[at].is_mark(&[FULL_STOP]) || !tokens[at].glued {
        return false;
    }
    let (Some(before), Some(next)) = (at.checked_sub(1).and_then(|it| tokens.get(it)), tokens.get(at + 1)) else { return false };
    let word = before.span.of(source);
    let begins = next.kind == Kind::Word && next.capital && next.span.len() > 1;
    let small = next.span.of(source).chars().skip(1).all(char::is_lowercase);
    let closed = match before.kind {
        Kind::Word if before.capital => next.class.is(BEGINNING) && before.span.len() > 3 && !before.class.is(Class::ABBREVIATION),
        Kind::Word => before.span.len() > 2 && word.chars().all(char::is_lowercase),
        // "2.Liga" is a league; "on Jan. 18.Shares fell" ends with its day.
        Kind::Number => (before.span.len() > 1 && next.span.len() > 3 || next.class.is(BEGINNING)) && small,
        Kind::Mark | Kind::Clitic => before.is_mark(&AFTER),
    };
    let apart = before.kind == Kind::Mark || before.glued != tokens[at].glued || before.kind == Kind::Number;
    begins && closed && apart
}

/// Marks after which a stop ends what they close or measure.
const AFTER: [Letters; 5] = Letters::all([")", "]", "%", "\"", "”"]);

/// Marks that open no sentence.
const INSIDE: [Letters; 8] = Letters::all([",", ";", ":", ")", "–", "—", "-", "…"]);
const FULL_STOP: Letters = Letters::of(".");

/// Words that begin sentences much oftener than they follow a short form in a name.
const BEGINNING: Class = Class::PRONOUN.or(Class::DETERMINER).or(Class::PREPOSITION).or(Class::CONJUNCTION);

enum Stop {
    Sure,
    /// A short form that may also end a sentence: `Inc.`, `a.m.`, `U.S.`.
    ShortForm,
    /// A short form that never does: `Gen.`, `Mr.`.
    Title,
    /// Three dots.
    Dots,
}

/// The stop that the token at `at` ends with, closing quotation marks and brackets aside.
fn stop_before(source: &str, tokens: &[Token], at: usize) -> Option<Stop> {
    let mut stop = at;
    // Back over marks that close after a stop: `."`, `.)`, `.[1]`.
    while stop > 0 && tokens[stop].glued && closes(tokens, stop) {
        stop -= 1;
    }
    let closed = stop < at;
    let token = &tokens[stop];
    let word = token.span.of(source);
    match (token.kind, word) {
        (Kind::Mark, "!" | "?") => Some(Stop::Sure),
        (Kind::Mark, "…") => Some(Stop::Dots),
        (Kind::Mark, ".") => Some(full_stop(source, tokens, stop, closed)),
        (Kind::Word, _) if word.ends_with('.') => Some(if closed { Stop::Sure } else { Stop::ShortForm }),
        _ => None,
    }
}

fn closes(tokens: &[Token], at: usize) -> bool {
    const CLOSING: [Letters; 7] = Letters::all(["\"", "”", "’", "'", "»", ")", "]"]);
    const OPEN: [Letters; 1] = Letters::all(["["]);
    const CLOSE: [Letters; 1] = Letters::all(["]"]);
    // A bracket closes a note's number after the stop too, `.[1]`.
    tokens[at].is_mark(&CLOSING)
        || tokens[at].is_mark(&OPEN) && tokens.get(at + 2).is_some_and(|it| it.is_mark(&CLOSE))
        || tokens[at].kind == Kind::Number && at > 0 && tokens[at - 1].is_mark(&OPEN)
}

fn full_stop(source: &str, tokens: &[Token], stop: usize, closed: bool) -> Stop {
    let Some(before) = stop.checked_sub(1).map(|it| &tokens[it]).filter(|_| tokens[stop].glued) else { return Stop::Sure };
    let word = before.span.of(source);
    if word == "." {
        return Stop::Dots;
    }
    if closed || before.kind != Kind::Word {
        return Stop::Sure;
    }
    if before.class.is(Class::ABBREVIATION) {
        let title = before.class.is(Class::TITLE) || before.class.is(Class::MONTH);
        return if title && before.capital { Stop::Title } else { Stop::ShortForm };
    }
    let initial = before.capital && word.chars().count() == 1 && word != "I";
    if initial { Stop::ShortForm } else { Stop::Sure }
}

#[cfg(test)]
mod tests {
    use super::super::Text;
    use crate::extract::lexicon;

    fn check(source: &str, expected: &[&str]) {
        let text = Text::new(source, lexicon());
        let read: Vec<_> = text.sentences.iter().map(|it| it.span.of(source)).collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn short_forms_do_not_end_a_sentence() {
        check(
            "Gen. Anna Holm spoke on Aug. 6, 2024. U.S. officials listened.",
            &["Gen. Anna Holm spoke on Aug. 6, 2024.", "U.S. officials listened."],
        );
        check("It covers approx. 40 sq. km. of marsh. 64% is dry.", &["It covers approx. 40 sq. km. of marsh.", "64% is dry."]);
        check("They left the U.S. They returned.", &["They left the U.S.", "They returned."]);
        check("Prices rose over services.Markets fell in Holm.", &["Prices rose over services.", "Markets fell in Holm."]);
        check("It closed on Aug. 18.Boats left.", &["It closed on Aug. 18.", "Boats left."]);
        check("Sales fell 20.5%.On 23 March it closed.", &["Sales fell 20.5%.", "On 23 March it closed."]);
        check("She plays in the 2.Liga for Holm.", &["She plays in the 2.Liga for Holm."]);
        check("It opened in 2007.Lund left in May.", &["It opened in 2007.", "Lund left in May."]);
        check("It was listed by the guild (GHL).The dam held.", &["It was listed by the guild (GHL).", "The dam held."]);
        check("They sailed to Lindvik.The dam held.", &["They sailed to Lindvik.", "The dam held."]);
        check("Version 2.B of Lindvik.Net is out.", &["Version 2.B of Lindvik.Net is out."]);
        check("J. K. Moss wrote it. She won.", &["J. K. Moss wrote it.", "She won."]);
    }

    #[test]
    fn a_quotation_keeps_its_stop() {
        check("\"The dam held.\" Nobody slept.", &["\"The dam held.\"", "Nobody slept."]);
        check("\"Did it hold?\" she asked. \"Yes.\"", &["\"Did it hold?\" she asked.", "\"Yes.\""]);
        check("The ferry sank.[1] Crews came.", &["The ferry sank.[1]", "Crews came."]);
    }

    #[test]
    fn a_line_break_inside_a_sentence_does_not_end_it() {
        check("The harbour\n\nreopened on Monday.\n\nBoats left.", &["The harbour\n\nreopened on Monday.", "Boats left."]);
        check("Harbour reopens\nBoats left at noon.", &["Harbour reopens", "Boats left at noon."]);
        check(
            "The harbour was\nclosed to all\nships on\nMonday. Boats\nleft.",
            &["The harbour was\nclosed to all\nships on\nMonday.", "Boats\nleft."],
        );
    }
}
