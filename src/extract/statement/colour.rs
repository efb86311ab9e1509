//! Whether what is told is negated, or only expected, ordered, hypothetical or doubted.
//!
//! An auxiliary colours its whole clause; a verb of intention, order or failure colours what it governs, behind it; a
//! condition colours all that depends on it. A sentence without any such word is passed over.

use std::ops::Range;

use super::clause::{Clause, Opening, clauses, telling};
use crate::text::{Class, Kind, Sentence, Text, Words, words};

/// What colours a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Colour {
    /// It is negated.
    pub(super) negated: bool,
    /// It is expected, ordered, hypothetical or doubted.
    pub(super) modal: bool,
}

/// One word that colours, and how far it reaches.
#[derive(Clone, Copy, Debug)]
struct Mark {
    at: usize,
    /// Whether it colours its whole clause, and not only what stands behind it.
    whole: bool,
    negates: bool,
}

/// What colours the amounts of one clause.
#[derive(Clone, Copy, Debug, Default)]
struct Tint {
    /// What colours all of it.
    whole: Colour,
    /// The first words that negate, and that make modal, what stands behind them.
    negates_from: Option<usize>,
    opens_from: Option<usize>,
    /// Whether it stands on the same side of a semicolon or "but" as a condition.
    depends: bool,
}

/// The words of a sentence that colour it, with room that is used again for the next.
#[derive(Debug, Default)]
pub(super) struct Palette {
    marks: Vec<Mark>,
    clauses: Vec<Clause>,
    tints: Vec<Tint>,
    /// The clause that tells what is said of each clause's amounts.
    told: Vec<usize>,
    /// The first clause that "but", a semicolon, or "and" with a verb parts from the beginning.
    parted: usize,
    /// The tokens that the clauses were cut from.
    cut: Range<usize>,
    asked: bool,
}

/// Tokens that are looked over together at most: sentences are shorter, and lists of any length take linear time.
const BLOCK: usize = 1024;

/// Words that may colour.
const COLOURS: Class = Class::NEGATION.or(Class::MODAL).or(Class::HYPOTHETICAL).or(Class::INTENT).or(Class::ATTEMPT).or(Class::UNDONE);

impl Palette {
    /// Looks a sentence over once, for all of its statements.
    pub(super) fn read(&mut self, text: &Text<'_>, sentence: &Sentence, asked: bool) {
        const ASKED: Class = COLOURS.or(Class::SPEECH_CUE).or(Class::PHRASED);
        self.marks.clear();
        self.cut = 0..0;
        self.asked = asked;
        let mut at = sentence.first as usize;
        let end = if sentence.class.is(ASKED) { sentence.end as usize } else { at };
        while let Some(next) = text.tokens.get(at..end).and_then(|it| it.iter().position(|it| it.class.is(ASKED))) {
            self.marks.extend(mark(text, at + next));
            at += next + 1;
        }
    }

    /// The colour of what is told of the token `place` in a content of the sentence.
    pub(super) fn at(&mut self, text: &Text<'_>, content: Range<usize>, place: usize) -> Colour {
        let mut colour = Colour { negated: false, modal: self.asked };
        let content = block(content, place);
        if within(&self.marks, &content).is_empty() {
            return colour;
        }
        self.cut(text, content);
        let Some(own) = self.clause(place) else { return colour };
        let told = self.told[own];
        let whole = self.tints[told].whole;
        // "Did not sink 40 ships but 20".
        let turned = self.clauses[own].opening == Opening::But && told != own;
        colour.negated |= whole.negated && !turned;
        colour.modal |= whole.modal;
        // What governs an item of a list stands in the clause before it.
        for tint in [own, told].into_iter().filter(|it| *it <= own).map(|it| &self.tints[it]) {
            colour.negated |= tint.negates_from.is_some_and(|it| it < place) && !turned;
            colour.modal |= tint.opens_from.is_some_and(|it| it < place);
        }
        colour.modal |= self.tints[own].depends || self.tints[told].depends;
        colour
    }

    /// Whether a semicolon, "but", or "and" with a verb of its own parts the token `place` from the beginning of a content.
    pub(super) fn parted(&mut self, text: &Text<'_>, content: Range<usize>, place: usize) -> bool {
        self.cut(text, block(content, place));
        self.clause(place).is_some_and(|it| it >= self.parted)
    }

    fn clause(&self, place: usize) -> Option<usize> {
        self.clauses.partition_point(|it| it.first <= place).checked_sub(1)
    }

    /// Cuts a content into clauses, and notes what colours each.
    fn cut(&mut self, text: &Text<'_>, content: Range<usize>) {
        if self.cut == content {
            return;
        }
        clauses(text, content.clone(), &mut self.clauses);
        telling(text, &self.clauses, &mut self.told);
        self.tints.clear();
        for clause in &self.clauses {
            self.tints.push(tint(within(&self.marks, &(clause.first..clause.end))));
        }
        self.spread_conditions();
        // "Had promised 40 buses, bought 12": a verb right behind the comma has a subject further back.
        let resumes = |it: &Clause| it.opening == Opening::Mark && it.first > content.start && it.verb == Some(it.first);
        let parts = |it: &Clause| it.opening.apart() || it.opening == Opening::And || resumes(it);
        self.parted = self.clauses.iter().position(parts).unwrap_or(usize::MAX);
        self.cut = content;
    }

    /// A condition stands over its own clause and over those on the same side of a semicolon or "but".
    fn spread_conditions(&mut self) {
        let mut first = 0;
        for end in 1..=self.clauses.len() {
            if end < self.clauses.len() && !self.clauses[end].opening.apart() {
                continue;
            }
            let depends = self.clauses[first..end].iter().any(|it| it.opening == Opening::Condition);
            self.tints[first..end].iter_mut().for_each(|it| it.depends = depends);
            first = end;
        }
    }
}

/// The part of a content around a place that is looked over: all of it, unless it is longer than any sentence.
fn block(content: Range<usize>, place: usize) -> Range<usize> {
    if content.len() <= BLOCK {
        return content;
    }
    let start = content.start + place.saturating_sub(content.start) / BLOCK * BLOCK;
    start..content.end.min(start + BLOCK)
}

fn tint(marks: &[Mark]) -> Tint {
    let mut tint = Tint::default();
    for mark in marks {
        match (mark.whole, mark.negates) {
            (true, true) => tint.whole.negated = true,
            (true, false) => tint.whole.modal = true,
            (false, true) => tint.negates_from = tint.negates_from.or(Some(mark.at)),
            (false, false) => tint.opens_from = tint.opens_from.or(Some(mark.at)),
        }
    }
    tint
}

fn within<'m>(marks: &'m [Mark], tokens: &Range<usize>) -> &'m [Mark] {
    let first = marks.partition_point(|it| it.at < tokens.start);
    let end = marks.partition_point(|it| it.at < tokens.end);
    marks.get(first..end).unwrap_or_default()
}

/// How the word at `at` colours, where it does.
fn mark(text: &Text<'_>, at: usize) -> Option<Mark> {
    let class = text.class(at);
    // "Are said to have sunk".
    let hearsay = class.is(Class::SPEECH_CUE) && text.is(at + 1, "to") && at > 0 && text.class(at - 1).is(Class::AUXILIARY);
    if hearsay {
        return Some(Mark { at, whole: true, negates: false });
    }
    if !class.is(COLOURS) {
        // "'ll" and "called for" are known by their letters.
        return match text.token(at)?.kind {
            Kind::Clitic if class.is(Class::PHRASED) => clitic(text, at),
            Kind::Word if class.is(Class::PHRASED) => phrased(text, at),
            _ => None,
        };
    }
    if class.is(Class::NEGATION) {
        return negation(text, at);
    }
    if class.is(Class::HYPOTHETICAL) {
        return hypothetical(text, at);
    }
    if class.is(Class::MODAL) {
        return modal(text, at);
    }
    let to = text.is(at + 1, "to");
    match () {
        () if class.is(Class::INTENT) => Some(Mark { at, whole: passive(text, at) && !text.is(at + 1, "by"), negates: false }),
        () if class.is(Class::ATTEMPT) => to.then_some(Mark { at, whole: false, negates: false }),
        () => to.then_some(Mark { at, whole: passive(text, at), negates: true }),
    }
}

fn clitic(text: &Text<'_>, at: usize) -> Option<Mark> {
    matches!(text.word(at), "'ll" | "’ll").then_some(Mark { at, whole: true, negates: false })
}

/// Words that colour in one phrase alone: "calls for 40 ships", "a target of 5%", "denied having", "have yet to leave".
fn phrased(text: &Text<'_>, at: usize) -> Option<Mark> {
    let word = text.word(at);
    // Few words begin so, and most are told apart by their first letter.
    let next = |words: &Words| text.any(at + 1, words);
    let (whole, negates) = match word.as_bytes().first().map(u8::to_ascii_lowercase) {
        Some(b'b') if text.is(at, "but") && text.is(at.wrapping_sub(1), "all") => (false, true),
        Some(b'c') if matches!(word, "call" | "calls" | "called" | "calling") && next(words!["for", "on"]) => (false, false),
        Some(b't') if matches!(word, "target" | "targets") && next(words!["of", "for"]) => (false, false),
        Some(b'y') if text.is(at, "yet") && next(words!["to"]) => (true, true),
        Some(b'd') if matches!(word, "denied" | "denies" | "denying") && text.word(at + 1).ends_with("ing") => (false, true),
        _ => return None,
    };
    Some(Mark { at, whole, negates })
}

fn negation(text: &Text<'_>, at: usize) -> Option<Mark> {
    const BOUNDS: &Words = words!["fewer", "less", "more", "later", "sooner", "only", "least", "smaller", "just", "necessarily"];
    // What is not known or not settled may be so.
    const OPEN: &Words = words![
        "clear",
        "known",
        "certain",
        "sure",
        "immediately",
        "confirmed",
        "verified",
        "independently",
        "evidence",
        "proof",
        "sign",
        "indication",
        "confirmation",
        "deny",
    ];
    let next = |words: &Words| text.any(at + 1, words);
    // "Barely 40 ships".
    let hedge = (text.is(at, "barely") || text.is(at, "hardly"))
        && (text.class(at + 1).is(Class::NUMBER_WORD) || text.token(at + 1).is_some_and(|it| it.kind == Kind::Number));
    if hedge || next(BOUNDS) || text.is(at, "no") && text.is(at + 1, "doubt") {
        return None;
    }
    if next(OPEN) || text.is(at + 1, "yet") && text.any(at + 2, OPEN) || text.is(at + 1, "be") && text.any(at + 2, OPEN) {
        return Some(Mark { at, whole: false, negates: false });
    }
    // "40 ships, not 20", "with no loss", "none of the ships" reach forward; "were not sunk", "never came" all around.
    let contrast = text.is(at, "not") && !text.class(at.wrapping_sub(1)).is(Class::AUXILIARY | Class::MODAL);
    let forward = text.any(at, words!["no", "none", "without", "nothing", "nobody", "nowhere", "falsely"]);
    Some(Mark { at, whole: !(contrast || forward), negates: true })
}

fn hypothetical(text: &Text<'_>, at: usize) -> Option<Mark> {
    const ADVERBS: &Words = words!["reportedly", "allegedly", "perhaps", "maybe", "possibly", "supposedly", "purportedly"];
    // Conditions are told by their clauses.
    if text.is(at, "if") || text.is(at, "unless") {
        return Some(Mark { at, whole: true, negates: false });
    }
    let adverb = text.any(at, ADVERBS);
    let doubt = text.is(at, "doubt") && at > 0 && text.is(at - 1, "no");
    (!doubt).then_some(Mark { at, whole: adverb, negates: false })
}

fn modal(text: &Text<'_>, at: usize) -> Option<Mark> {
    let token = text.token(at)?;
    let class = token.class;
    if class.is(Class::MONTH) && token.capital {
        return None;
    }
    let negates = class.is(Class::NEGATION);
    if class.is(Class::FUNCTION) || text.is(at, "must") || text.is(at, "ought") {
        return Some(Mark { at, whole: true, negates });
    }
    // "Were set to leave", "is due to open"; "set fire", "due to rain" colour nothing.
    if text.any(at, words!["set", "due", "poised"]) {
        return (passive(text, at) && !text.class(at + 1).is(Class::DETERMINER)).then_some(Mark { at, whole: true, negates });
    }
    Some(Mark { at, whole: passive(text, at), negates })
}

/// Whether a form of "be" stands just before, adverbs aside: "are widely expected".
fn passive(text: &Text<'_>, at: usize) -> bool {
    let before = |back: usize| {
        at.checked_sub(back).is_some_and(|it| text.class(it).is(Class::AUXILIARY) && !text.any(it, words!["do", "have", "has", "had"]))
    };
    let adverb = |back: usize| {
        at.checked_sub(back).is_some_and(|it| {
            text.token(it).is_some_and(|it| it.ends_with("ly"))
                || text.class(it).is(Class::NEGATION)
                || text.any(it, words!["also", "now", "still", "more", "most", "being"])
        })
    };
    before(1) || adverb(1) && before(2)
}
