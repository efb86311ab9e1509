//! What of a claim nobody understood: numbers, dates and negations that no rule reads.

mod date;
mod number;

use crate::extract::{Reading, lexicon};
use crate::text::{Class, Span, Text};

/// Words of a claim that no rule reads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unread {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) span: Span,
    pub(super) help: String,
}

/// What of `said` is left over after `reading`, in the order of the words.
pub(super) fn unread(said: &str, reading: &Reading) -> Vec<Unread> {
    let text = Text::new(said, lexicon());
    let mut unread = date::relative(&text, reading);
    let dated: Vec<_> = unread.iter().map(|it| it.span).collect();
    // "6 August" is one mistake, not two.
    let open = |span: Span| !dated.iter().any(|it| it.contains(span));
    unread.extend(number::numbers(&text, reading).into_iter().filter(|it| open(it.span)));
    unread.extend(negations(&text, reading));
    unread.extend(sentences(&text));
    unread.sort_by_key(|it| it.span);
    unread
}

/// Negations that turn no statement around.
fn negations(text: &Text<'_>, reading: &Reading) -> Option<Unread> {
    if reading.statements.iter().any(|it| it.negated) {
        return None;
    }
    let open = |span: Span| !reading.quantities.iter().any(|it| it.span.contains(span));
    let token = text.tokens.iter().find(|it| it.class.is(Class::NEGATION) && open(it.span))?;
    Some(Unread {
        code: "unread-words",
        message: format!("no rule reads what `{}` denies here", token.span.of(text.source)),
        span: token.span,
        help: "put the denial next to its verb, as in \"did not reopen\"".to_owned(),
    })
}

/// Sentences after the first.
fn sentences(text: &Text<'_>) -> Option<Unread> {
    let second = text.sentences.get(1)?;
    Some(Unread {
        code: "two-sentences",
        message: "a claim is one sentence".to_owned(),
        span: second.span,
        help: "make it an assertion of its own".to_owned(),
    })
}
