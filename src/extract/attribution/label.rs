//! A name before a colon, as in headlines and transcripts: `Holm: Dam will hold`.

use super::cue::Form;
use super::passage::{Item, Shape};
use super::scan::{Source, State};
use super::{Rule, Stance};
use crate::text::{Class, Span, Words, words};

pub(super) const RULE: Rule = Rule {
    name: "label",
    reads: &[
        ("Anna Holm: Dam will hold", &["Anna Holm: Dam will hold"]),
        ("HOLM: Will it hold? I think so.", &["HOLM: Will it hold? I think so."]),
    ],
    ignores: &["Update: The dam holds", "DISCLOSURE: The writer owns a dam.", "There are two dams: one holds."],
};

/// Words that head a notice, and name nobody.
const NOTICES: &Words = words![
    "clarification",
    "developing",
    "disclaimer",
    "disclosure",
    "update",
    "updates",
    "related",
    "watch",
    "read",
    "note",
    "by",
    "the",
    "photo",
    "photos",
    "video",
    "correction",
    "editor",
    "editors",
    "source",
    "sources",
    "exclusive",
    "breaking",
    "live",
    "opinion",
    "more",
    "also",
    "see",
    "listen",
    "here",
    "fact",
    "image",
];

/// Reads a paragraph that a name and a colon open; answers whether it is one.
pub(super) fn read(state: &mut State, items: &[Item<'_>]) -> bool {
    if let Some(transcript) = transcript(items) {
        let (mention, content) = transcript;
        state.report(Source { mention: Some(mention), cue: None, verb: ":" }, content, Stance::Asserts, true);
        return true;
    }
    let Some(colon) = items.iter().take(10).position(|it| it.shape == Shape::Colon) else { return false };
    let Some(label) = items.get(..colon).filter(|it| !it.is_empty()) else { return false };
    let named = label.iter().all(|it| {
        it.is_name()
            || it.shape == Shape::Aside
            || it.shape == Shape::Clitic
            || it.any(Class::NAME_PART)
            || it.shape == Shape::Stop
            || it.one_of(words!["of", "and"])
            || it.shape == Shape::Comma
    });
    let notice = label.first().is_some_and(|it| it.one_of(NOTICES) || it.any(Class::MONTH.or(Class::WEEKDAY)));
    let poll = label.len() == 1 && label[0].one_of(words!["poll", "report", "study"]);
    let says =
        !poll && label.iter().any(|it| it.any(Class::SPEECH_CUE) && !it.any(Class::ROLE) || it.any(Class::NOUN_CUE) && label.len() <= 2);
    let words = label.iter().filter(|it| it.is_word()).count();
    // "OSLO: Boats sank, the police said": a place before the first words of a story that names its own source.
    let capitals = label.iter().filter(|it| it.is_word()).all(|it| it.word().chars().all(|it| !it.is_lowercase()));
    let told = |it: &Item<'_>| it.is_plain() && it.cue.is_some_and(|it| it.form == Form::Past);
    let dateline = state.reports.is_empty() && capitals && items.iter().skip(colon).any(told);
    if dateline || !named || notice || says || words > 6 || !label[0].is_word() || label.len() == 1 && label[0].token.span.len() == 1 {
        return false;
    }
    let Some((first, last)) = items.get(colon + 1).zip(items.last()) else { return false };
    // A bracket or a comma is no part of the name.
    let end = label.iter().position(|it| matches!(it.shape, Shape::Aside | Shape::Comma)).unwrap_or(colon);
    let mention = label[0].token.span.join(label[end.saturating_sub(1)].token.span);
    let source = Source { mention: Some(mention), cue: Some(items[colon].token.span), verb: ":" };
    state.report(source, first.token.span.join(last.token.span), Stance::Asserts, first.is_quote() && items.len() == colon + 2);
    true
}

/// `"HOLM: Will it hold?`, a line of a transcript that is printed as a quotation.
fn transcript(items: &[Item<'_>]) -> Option<(Span, Span)> {
    let mut parts = items.iter().filter(|it| it.shape != Shape::Stop);
    let quote = parts.next().filter(|_| parts.next().is_none())?;
    let inner = quote.word().trim_start_matches(['"', '“', '\'', '`']);
    let (name, rest) = inner.split_once(':').filter(|_| quote.is_quote())?;
    let shouted = (2..=40).contains(&name.len()) && name.chars().all(|it| it.is_uppercase() || matches!(it, ' ' | '.' | '-' | '\''));
    let start = quote.token.span.start as usize + (quote.token.span.len() - inner.len());
    let content = start + name.len() + 1;
    let blanks = rest.len() - rest.trim_start().len();
    (shouted && !rest.trim().is_empty()).then(|| {
        (
            Span::new(start, start + name.len()),
            Span { start: Span::new(content + blanks, content + blanks).start, end: quote.token.span.end },
        )
    })
}
