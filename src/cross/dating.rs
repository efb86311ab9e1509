//! A document dated before what it tells.

use super::page::Page;
use super::{Inconsistency, Kind, Rule};
use crate::extract::date::Relation;
use crate::extract::{DateMention, Period};
use crate::finding::Severity;
use crate::text::{Class, Kind as TokenKind, Span};

pub(super) const RULE: Rule = Rule {
    kind: Kind::Dating,
    code: "dating",
    summary: "A document that tells as past what happened after its date, or whose own dateline names another date. A later date \
              alone is nothing: news announces. It counts only where the sentence is in the past tense, nothing in it looks ahead, and \
              the date is neither a limit nor a plan.",
};

/// Days that a dateline may differ from the date of publication: night editions, other time zones.
const SLACK: i32 = 2;

pub(super) fn find(page: &Page<'_>) -> Vec<Inconsistency> {
    let metadata = &page.document.metadata;
    let Some(published) = metadata.published else { return Vec::new() };
    let mut found = Vec::new();
    let late = page.document.reading.dates.iter().filter(|it| told_too_early(page, it, published));
    let late: Vec<_> = late.collect();
    if let Some(first) = late.first() {
        let message = format!(
            "the document is dated {published}, and tells as past what happened on {}",
            late.iter().map(|it| it.period).max().unwrap_or(first.period)
        );
        let statements = late.iter().map(|it| page.cite(sentence_of(page, it))).collect();
        found.push(Inconsistency::new(Kind::Dating, Severity::Warning, message, statements));
    }
    found
}

fn sentence_of(page: &Page<'_>, date: &DateMention) -> Span {
    page.sentence(page.text.sentence_at(date.span.start))
}

fn told_too_early(page: &Page<'_>, date: &DateMention, published: Period) -> bool {
    let after = date.period.from > published.to && published.to.until(date.period.from).is_ok_and(|it| it.get_days() < 400);
    let open = !published.is_day() && published.shifted(SLACK).touches(date.period);
    after && !open && date.relation == Relation::During && tells_past(page, date)
}

/// Whether the sentence around `date` is in the past tense and nothing in it looks ahead.
fn tells_past(page: &Page<'_>, date: &DateMention) -> bool {
    let index = page.text.sentence_at(date.span.start);
    let Some(sentence) = page.text.sentences.get(index) else { return false };
    let tokens = sentence.tokens();
    // What a speaker says of the future says nothing of when it was said.
    let quoted =
        |it: usize| page.text.token(it).is_some_and(|it| page.text.quotations.iter().any(|quotation| quotation.inner.contains(it.span)));
    let looks_ahead = tokens.clone().any(|it| ahead(page, it) && !quoted(it));
    if looks_ahead {
        return false;
    }
    // A verb in the past near the date: that of a clause far off says nothing of it.
    let at = page.text.token_at(date.span.start);
    let near = at.saturating_sub(14).max(tokens.start)..(at + 14).min(tokens.end);
    near.into_iter().any(|it| past(page, it))
}

/// Words that point ahead in time, or tell of an announcement of what is to come.
const AHEAD: [&str; 16] = [
    "next",
    "upcoming",
    "deadline",
    "until",
    "plan",
    "expire",
    "expires",
    "begins",
    "starts",
    "opens",
    "returns",
    "ahead",
    "coming",
    "announced",
    "agreed",
    "postponed",
];

fn ahead(page: &Page<'_>, at: usize) -> bool {
    let class = page.text.class(at);
    let modal = class.is(Class::MODAL) && !class.is(Class::MONTH);
    let word = page.text.word(at);
    modal || class.is(Class::HYPOTHETICAL) || AHEAD.iter().any(|it| word.eq_ignore_ascii_case(it))
}

/// Past forms that do not end in -ed.
const PAST: [&str; 40] = [
    "was", "were", "had", "did", "said", "told", "took", "came", "went", "met", "won", "lost", "fell", "rose", "died", "left", "held",
    "began", "broke", "struck", "shot", "made", "sent", "gave", "hit", "found", "led", "ran", "sank", "spoke", "wrote", "fought", "fled",
    "flew", "drove", "stood", "kept", "became", "brought", "saw",
];

fn past(page: &Page<'_>, at: usize) -> bool {
    let Some(token) = page.text.token(at).filter(|it| it.kind == TokenKind::Word && !it.capital) else { return false };
    let word = token.span.of(page.text.source);
    PAST.contains(&word)
        || (word.len() > 4 && word.ends_with("ed") && !matches!(word, "need" | "indeed" | "hundred" | "exceed" | "proceed"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    fn check(published: &str, text: &str, expected: &[&str]) {
        let dating: Vec<_> = found(&[(published, text)]).into_iter().filter(|it| it.starts_with("dating")).collect();
        assert_eq!(dating, expected);
    }

    #[test]
    fn what_is_told_as_past_cannot_lie_ahead() {
        let text = "The council met on March 20, 2025 and closed the harbour.";
        check("2025-03-18", text, &[&format!("dating Warning: {text}")]);
    }

    #[test]
    fn announcements_and_limits_lie_ahead_rightly() {
        check("2025-03-22", "The council met on March 20, 2025 and closed the harbour.", &[]);
        check("2025-03-18", "The council will meet on March 20, 2025, it said.", &[]);
        check("2025-03-18", "The council was expected to meet on March 20, 2025.", &[]);
        check("2025-03-18", "The harbour is closed until March 20, 2025, the council said.", &[]);
        check("2025-03-18", "The council announced a hearing on March 20, 2025.", &[]);
        check("2025-03", "The council met on March 20, 2025 and closed the harbour.", &[]);
    }
}
