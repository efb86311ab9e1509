//! The clauses of a sentence, as far as marks, conjunctions and verb forms show them.

use std::ops::Range;

use crate::text::{Class, Kind, Letters, Text, Token, Words, words};

/// A stretch of tokens between marks and words that begin a clause.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clause {
    pub(super) first: usize,
    pub(super) end: usize,
    /// The first token that is surely or probably a finite verb.
    pub(super) verb: Option<usize>,
    /// What stands at its beginning.
    pub(super) opening: Opening,
}

/// What a clause begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// The sentence, a comma or a dash.
    Mark,
    /// A semicolon or a colon.
    Break,
    /// "If", "unless", or "had" before its subject.
    Condition,
    /// "But".
    But,
    /// "Which", "who" and the like.
    Relative,
    /// "And", with a verb of its own.
    And,
    /// "While", "because" and the like.
    Other,
    /// "After", "despite", "of the": what it governs is so, whatever the main clause is.
    Settled,
}

impl Opening {
    /// Whether a condition before it does not reach over it.
    pub(super) fn apart(self) -> bool {
        matches!(self, Self::Break | Self::But)
    }

    /// Whether its words are marks, which belong to no clause.
    fn marks(self) -> bool {
        matches!(self, Self::Mark | Self::Break)
    }
}

/// The clauses of a stretch of tokens, in order; together they hold every token but the marks between them.
pub(super) fn clauses(text: &Text<'_>, tokens: Range<usize>, clauses: &mut Vec<Clause>) {
    clauses.clear();
    let opening = if inverted(text, tokens.start) {
        Opening::Condition
    } else if of(text, tokens.start) {
        Opening::Settled
    } else {
        Opening::Mark
    };
    let mut open = Clause { first: tokens.start, end: tokens.end, verb: None, opening };
    for (at, token) in tokens.clone().zip(text.tokens.get(tokens.clone()).unwrap_or_default()) {
        let Some(opening) = begins(text, at, token, tokens.end, &open) else {
            if open.verb.is_none() && is_verb(text, at, token, &open) {
                open.verb = Some(at);
            }
            continue;
        };
        if open.first < at {
            clauses.push(Clause { end: at, ..open });
        }
        let first = if opening.marks() { at + 1 } else { at };
        open = Clause { first, end: tokens.end, verb: None, opening };
    }
    if open.first < open.end {
        clauses.push(open);
    }
}

/// "Had the dam held, …", "Should it rain, …": a condition without "if".
fn inverted(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|it| it.capital) && text.any(at, words!["had", "were", "should"])
}

/// "Of the 40 ships, 12 left": what the sentence opens with is only what is counted from.
fn of(text: &Text<'_>, at: usize) -> bool {
    text.is(at, "of") || text.is(at, "among")
}

#[inline]
fn begins(text: &Text<'_>, at: usize, token: &Token, end: usize, open: &Clause) -> Option<Opening> {
    const COMMA: Letters = Letters::of(",");
    const BREAKS: [Letters; 2] = Letters::all([";", ":"]);
    const MARKS: [Letters; 6] = Letters::all(["—", "–", "(", ")", "[", "]"]);
    match token.kind {
        Kind::Mark => match token.letters {
            COMMA => (!inside_list(text, at) && !leads(text, open, at)).then_some(Opening::Mark),
            it if BREAKS.contains(&it) => Some(Opening::Break),
            it if MARKS.contains(&it) => Some(Opening::Mark),
            _ => None,
        },
        Kind::Word if token.class.is(Class::OPENER) && token.class.is(Class::FUNCTION | Class::HYPOTHETICAL) => opener(text, at, end, open),
        _ => None,
    }
}

/// "Allegedly, 20 sailors drowned": a word or two before a comma belong to the clause behind it.
fn leads(text: &Text<'_>, open: &Clause, comma: usize) -> bool {
    let amount = text.token(open.first).is_some_and(|it| it.kind == Kind::Number || it.class.is(Class::NUMBER_WORD));
    open.verb.is_none() && open.opening != Opening::Relative && comma <= open.first + 2 && !amount
}

fn opener(text: &Text<'_>, at: usize, end: usize, open: &Clause) -> Option<Opening> {
    const CLAUSES: &Words = words!["although", "though", "whereas", "while", "because", "when", "where"];
    const RELATIVES: &Words = words!["which", "who", "whom", "whose"];
    const SETTLED: &Words = words!["after", "despite", "since"];
    const ALSO_PREPOSITIONS: &Words = words!["after", "before", "since", "until", "once", "as"];
    let is = |words: &Words| text.any(at, words);
    if is(words!["if", "unless"]) {
        return Some(Opening::Condition);
    }
    // "All but two" takes them out.
    let except = || text.any(at - 1, words!["all", "nothing", "anything", "none"]);
    if is(words!["but"]) {
        if at > open.first && except() {
            return None;
        }
        return Some(Opening::But);
    }
    if is(CLAUSES) {
        return Some(Opening::Other);
    }
    // "Of whom 40" goes on with the noun before it.
    let next_verb = || (at + 1..end.min(at + 3)).any(|it| finite(text, it));
    if is(RELATIVES) || is(words!["that"]) && open.first < at && finite(text, at + 1) && !text.class(at - 1).is(Class::SPEECH_CUE) {
        return Some(Opening::Relative);
    }
    // "Plans to send troops and has sent tanks": a second verb of its own.
    if is(words!["and", "or", "then"]) && open.verb.is_some() {
        let own = next_verb() && !shared(text, at) || subject_and_verb(text, at + 1, end);
        return own.then_some(Opening::And);
    }
    if is(SETTLED) && text.class(at + 1).is(Class::DETERMINER | Class::NUMBER_WORD) && open.verb.is_some() {
        return Some(Opening::Settled);
    }
    let gerund = text.token(at + 1).is_some_and(|it| it.ends_with("ing"));
    (is(ALSO_PREPOSITIONS) && open.verb.is_some() && (gerund || subject_and_verb(text, at + 1, end))).then_some(Opening::Other)
}

/// "Killed and wounded", "may and will": two forms of one kind that share what stands around them.
fn shared(text: &Text<'_>, and: usize) -> bool {
    let one = text.class(and.wrapping_sub(1));
    let modal = Class::MODAL;
    text.class(and + 1).is(modal) && one.is(modal) || participle(text, and.wrapping_sub(1)) && participle(text, and + 1)
}

fn participle(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|it| it.ends_with("ed"))
}

/// Whether a subject and its verb stand from `at` on, before the next mark.
fn subject_and_verb(text: &Text<'_>, at: usize, end: usize) -> bool {
    const REACH: usize = 9;
    for it in at..end.min(at + REACH) {
        let Some(token) = text.token(it) else { return false };
        if token.kind == Kind::Mark && !matches!(text.word(it), "-" | "$" | "£" | "€" | "%" | "\"" | "“" | "”") {
            return false;
        }
        if it > at && finite(text, it) {
            // A participle behind its noun is no verb of its own: "and 20 tanks seized in May"; "to be" has no subject.
            return token.class.is(Class::AUXILIARY | Class::MODAL | Class::PAST) && !text.is(it, "be");
        }
        if token.class.is(Class::CONJUNCTION) || text.is(it, "to") {
            return false;
        }
    }
    false
}

/// Whether the token may be a finite verb.
fn finite(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(finite_form)
}

#[inline]
fn finite_form(token: &Token) -> bool {
    const SURE: Class = Class::AUXILIARY.or(Class::PAST).or(Class::FINITE).or(Class::VERB);
    let modal = token.class.is(Class::MODAL) & !(token.class.is(Class::MONTH) & token.capital);
    let past = (token.span.len() > 4) & token.ends_with("ed") & !token.class.is(Class::NUMBER_WORD);
    (token.class.is(SURE) | modal | past) && matches!(token.kind, Kind::Word | Kind::Clitic)
}

/// Whether the verb of the open clause stands at `at`.
#[inline]
fn is_verb(text: &Text<'_>, at: usize, token: &Token, open: &Clause) -> bool {
    let speech = token.class.is(Class::SPEECH_CUE | Class::TREND | Class::INTENT) && at > open.first;
    // An infinitive is none.
    (finite_form(token) || speech) && !(at > open.first && text.is(at - 1, "to"))
}

/// A comma between two numbers or capitalised words sets off an item, not a clause.
fn inside_list(text: &Text<'_>, at: usize) -> bool {
    let item = |it: Option<usize>| it.and_then(|it| text.token(it)).is_some_and(|it| it.capital || it.kind == Kind::Number);
    item(at.checked_sub(1)) && item(Some(at + 1))
}

/// For each of `clauses`, the one that tells what is said of its amounts: itself, or the one that its verb stands in.
pub(super) fn telling(text: &Text<'_>, clauses: &[Clause], told: &mut Vec<usize>) {
    told.clear();
    told.extend(0..clauses.len());
    // Backwards, the next clause with a verb of its own; forwards, the one before.
    let mut ahead = None;
    for (index, clause) in clauses.iter().enumerate().rev() {
        if clause.verb.is_some() {
            if clause.opening != Opening::Relative {
                ahead = Some(index);
            }
        } else if clause.opening != Opening::Settled
            && let Some(ahead) = ahead
        {
            told[index] = ahead;
        }
    }
    let mut behind = None;
    for (index, clause) in clauses.iter().enumerate() {
        if clause.verb.is_some() {
            behind = Some(index);
            continue;
        }
        // "Will send 40 ships, 20 tanks": an item goes on with what stands before. "The 40 ships, which are old, will leave":
        // a verb without a subject goes back over the aside.
        let leads = told.get(index).and_then(|it| clauses.get(*it)).is_some_and(|it| opens_with_verb(text, it));
        if let Some(behind) = behind.filter(|_| clause.opening != Opening::Settled && !leads) {
            told[index] = behind;
        }
    }
}

fn opens_with_verb(text: &Text<'_>, clause: &Clause) -> bool {
    let early = clause.verb.is_some_and(|it| it <= clause.first + 2);
    early && clause.opening != Opening::Relative && !text.class(clause.first).is(Class::CONJUNCTION)
}
