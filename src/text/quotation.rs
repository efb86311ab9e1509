//! Quotations: what stands between quotation marks.
//!
//! A quotation that is not closed runs to the end of its paragraph, and goes on where the next paragraph opens with a
//! mark again, as newspapers print speeches. Single marks count only as a pair, for most of them are apostrophes.

use super::letters::Letters;
use super::lexicon::Class;
use super::sentence::Sentence;
use super::span::Span;
use super::token::{Kind, Token, Tokens};

/// What stands between a pair of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub outer: Span,
    /// Without them.
    pub inner: Span,
    /// Whether a closing mark was found.
    pub closed: bool,
}

/// A quotation mark by its shape.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// `“`, `„`, `«`
    Open,
    /// `”`, `»`
    Close,
    /// `"`, `''`, which open or close
    Straight,
    /// ` `` `
    Backticks,
    /// `‘`
    SingleOpen,
    /// `’`, `'`, which are mostly apostrophes
    Single,
}

/// The quotations of a text, in order.
pub(super) fn quotations(source: &str, tokens: &Tokens, sentences: &[Sentence]) -> Vec<Quotation> {
    let Tokens { all: tokens, joints } = tokens;
    let mut quotations = Vec::new();
    let mut sentences = sentences.iter().peekable();
    let (mut first, mut end) = (0, 0);
    let mut next = 0;
    for at in joints.iter().map(|it| *it as usize) {
        let Some((_, width)) = mark(tokens, at).filter(|_| at >= next) else { continue };
        // The end of the paragraph, beyond which nothing that was opened stays open.
        while at >= end
            && let Some(sentence) = sentences.next()
        {
            if sentences.peek().is_none_or(|it| it.paragraph != sentence.paragraph) {
                first = end;
                end = sentence.end as usize;
            }
        }
        let end = end.max(at + 1).min(tokens.len());
        if let Some((quotation, behind)) = read(source, tokens, at, end) {
            quotations.push(quotation);
            next = behind;
            continue;
        }
        let begun = quotations.last().is_some_and(|it: &Quotation| it.outer.end > tokens[first].span.start);
        if !begun && let Some(quotation) = headless(source, tokens, first, at) {
            quotations.push(quotation);
        }
        next = at + width;
    }
    quotations
}

/// The quotation that opens at `at`, and the token after it.
fn read(source: &str, tokens: &[Token], at: usize, end: usize) -> Option<(Quotation, usize)> {
    let (opener, width) = mark(tokens, at)?;
    if !opens(opener, tokens, at, at + width) {
        return None;
    }
    let single = matches!(opener, Mark::Single | Mark::SingleOpen);
    let close = if single { single_close(source, tokens, at + width, end) } else { close(opener, tokens, at + width, end) };
    let first = tokens[at + width - 1].span.end;
    match close {
        Some((close, width)) => {
            let outer = tokens[at].span.join(tokens[close + width - 1].span);
            Some((Quotation { outer, inner: Span { start: first, end: tokens[close].span.start }, closed: true }, close + width))
        }
        // A mark that floats or closes elsewhere opens nothing that runs on.
        None if single || at + width >= end || opener == Mark::Close || floats(tokens, at, at + width) => None,
        None => {
            let outer = tokens[at].span.join(tokens[end - 1].span);
            Some((Quotation { outer, inner: Span { start: first, end: outer.end }, closed: false }, end))
        }
    }
}

/// The quotation mark at `at` and the number of its tokens.
fn mark(tokens: &[Token], at: usize) -> Option<(Mark, usize)> {
    const OPEN: [Letters; 3] = Letters::all(["“", "„", "«"]);
    const CLOSE: [Letters; 2] = Letters::all(["”", "»"]);
    const STRAIGHT: Letters = Letters::of("\"");
    const APOSTROPHE: Letters = Letters::of("'");
    const BACKTICK: Letters = Letters::of("`");
    const SINGLE_OPEN: Letters = Letters::of("‘");
    const SINGLE: Letters = Letters::of("’");
    let token = tokens.get(at).filter(|it| it.class.is(Class::QUOTE))?;
    let twin = || tokens.get(at + 1).is_some_and(|it| it.glued && it.is_mark(&[token.letters]));
    Some(match token.letters {
        STRAIGHT => (Mark::Straight, 1),
        APOSTROPHE if twin() => (Mark::Straight, 2),
        BACKTICK if twin() => (Mark::Backticks, 2),
        SINGLE_OPEN => (Mark::SingleOpen, 1),
        SINGLE | APOSTROPHE => (Mark::Single, 1),
        it if OPEN.contains(&it) => (Mark::Open, 1),
        it if CLOSE.contains(&it) => (Mark::Close, 1),
        _ => return None,
    })
}

/// Whether a mark opens: it leans on what follows, and not on a word before it.
fn opens(mark: Mark, tokens: &[Token], at: usize, next: usize) -> bool {
    let leans = tokens.get(next).is_some_and(|it| it.glued && it.breaks == 0);
    let behind_word = tokens[at].glued && at > 0 && matches!(tokens[at - 1].kind, Kind::Word | Kind::Number | Kind::Clitic);
    match mark {
        // Some write the same mark on both sides: what leans on the left alone closes.
        Mark::Open => leans || !tokens[at].glued,
        Mark::Close => leans && !tokens[at].glued,
        Mark::Straight => (leans || !tokens[at].glued) && !behind_word,
        Mark::Backticks | Mark::SingleOpen => leans && !behind_word,
        Mark::Single => leans && !behind_word && !tokens[at].glued && tokens.get(next).is_some_and(|it| it.kind == Kind::Word),
    }
}

/// Whether a mark stands free between blanks, so that it may open or close.
fn floats(tokens: &[Token], at: usize, next: usize) -> bool {
    !tokens[at].glued && tokens.get(next).is_none_or(|it| !it.glued)
}

/// The mark that closes what `opener` opened, within its paragraph.
fn close(opener: Mark, tokens: &[Token], from: usize, end: usize) -> Option<(usize, usize)> {
    (from..end).filter(|it| tokens[*it].class.is(Class::QUOTE)).find_map(|at| {
        let (mark, width) = mark(tokens, at)?;
        let shut = !opens(mark, tokens, at, at + width);
        let closes = match opener {
            Mark::Open => mark == Mark::Close || mark == Mark::Open && shut || (mark == Mark::Straight && tokens[at].glued),
            Mark::Close => mark == Mark::Close,
            // A straight mark closes where it does not lean on what follows alone.
            _ => mark == Mark::Straight && (tokens[at].glued || shut || floats(tokens, at, at + width)) || mark == Mark::Close,
        };
        closes.then_some((at, width))
    })
}

/// The quotation that a mark closes whose opening mark is lost: from the head of its paragraph.
fn headless(source: &str, tokens: &[Token], first: usize, at: usize) -> Option<Quotation> {
    let (mark, width) = mark(tokens, at)?;
    let shuts = matches!(mark, Mark::Close | Mark::Straight) && tokens[at].glued && at > first + 2;
    let stopped = at.checked_sub(1).is_some_and(|it| matches!(tokens[it].span.of(source), "," | "." | "?" | "!"));
    let free = tokens.get(at + width).is_none_or(|it| !it.glued);
    (shuts && stopped && free).then(|| Quotation {
        outer: tokens[first].span.join(tokens[at + width - 1].span),
        inner: tokens[first].span.join(tokens[at - 1].span),
        closed: true,
    })
}

/// The apostrophe that closes a single quotation: the first that leans on the left and is no possessive.
fn single_close(source: &str, tokens: &[Token], from: usize, end: usize) -> Option<(usize, usize)> {
    let mut possessive = None;
    for at in from..end {
        let Some((mark, width)) = mark(tokens, at).filter(|_| tokens[at].glued) else { continue };
        if mark == Mark::SingleOpen {
            break;
        }
        let free = tokens.get(at + 1).is_none_or(|it| !it.glued || it.kind == Kind::Mark);
        if mark != Mark::Single || !free {
            continue;
        }
        let word = tokens[at - 1].span.of(source);
        let runs_on = tokens.get(at + 1).is_some_and(|it| it.kind == Kind::Word && !it.capital);
        if word.ends_with('s') && runs_on {
            possessive = possessive.or(Some((at, width)));
        } else {
            return Some((at, width));
        }
    }
    possessive
}

#[cfg(test)]
mod tests {
    use super::super::Text;
    use crate::extract::lexicon;

    fn check(source: &str, expected: &[&str]) {
        let text = Text::new(source, lexicon());
        let read: Vec<_> = text.quotations.iter().map(|it| it.inner.of(source)).collect();
        assert_eq!(read, expected, "{source}");
    }

    #[test]
    fn all_shapes_of_marks_pair() {
        check("He said “the dam held,” and \"nobody slept.\"", &["the dam held,", "nobody slept."]);
        check("``The dam held,'' she said. ''It will hold.''", &["The dam held,", "It will hold."]);
        check("«Oui», she said; „nein“ is another.", &["Oui", "nein"]);
        check("“The dam held,“ he said. ”It will hold.”", &["The dam held,", "It will hold."]);
        check("\" The dam held, \" he said. \" It will hold. \"", &[" The dam held, ", " It will hold. "]);
    }

    #[test]
    fn an_apostrophe_is_no_quotation() {
        check("The ports’ crews didn't move; it's the owners' turn.", &[]);
        check("Holm: Port needs to 'get away from coal' now", &["get away from coal"]);
        check("‘The workers’ demands are just,’ she said.", &["The workers’ demands are just,"]);
    }

    #[test]
    fn a_quotation_without_its_opening_mark_begins_with_its_paragraph() {
        check("The dam held. It is old,\" she said. \"It will hold.\"", &["The dam held. It is old,", "It will hold."]);
        check("The dam held,” she said.", &["The dam held,"]);
        check("A 6\" pipe broke, and a 5\" one.", &[]);
    }

    #[test]
    fn an_unclosed_quotation_ends_with_its_paragraph() {
        check("“The dam held.\n\n“It will hold,” she said.", &["The dam held.", "It will hold,"]);
        check("A 6\" pipe broke.", &[]);
    }
}
