//! A document dated before what it tells.

use super::page::Page;
use super::{Inconsistency, Kind, Rule};
use crate::extract::date::{Relation, dateline};
use crate::extract::{DateMention, Period};
use crate::finding::Severity;
use crate::language::{Attachment, Clause, Kind as ClauseKind, Syntax, Tag, syntax};
use crate::text::{Class, Kind as TokenKind, Span};

pub(super) const RULE: Rule = Rule {
    kind: Kind::Dating,
    code: "dating",
    summary: "A document that tells as past what happened after its date, or whose own dateline names another date; one event that two \
              documents put on two days; and a stretch of time that is not the one between its two dates. A later date \
              alone is nothing: news announces. It counts only where the date tells when a verb in the past tense was done, and that verb \
              is no announcing, planning or putting off; a date that belongs to a noun (\"the 20 March deadline\") tells nothing.",
    reports: &[
        &[("2025-03-18", "On March 22 the council met and closed the harbour.")],
        &[
            ("2025-06-19", "The court of Velden heard Anton Graf and Ida Holm. The trial against Graf opened on 13 January."),
            ("2025-06-19", "The court of Velden heard Anton Graf and Ida Holm. The trial against Graf opened on 30 January."),
        ],
    ],
    spares: &[
        &[("2025-03-18", "The council will meet on March 22, it said.")],
        &[("2025-03-18", "The council announced a hearing on March 22.")],
        &[("2025-03-18", "The council missed the March 22 deadline.")],
        &[
            ("2025-06-19", "The court of Velden heard Anton Graf and Ida Holm. The trial against Graf opened on 13 January."),
            ("2025-06-19", "The court of Velden heard Anton Graf and Ida Holm. The trial against Graf ended on 30 January."),
        ],
    ],
};

/// Days that a document's words may be ahead of its date: evening wires and night editions tell of the morrow.
const AHEAD: i32 = 1;

/// Days that a dateline may differ from the date of publication: night editions, other time zones.
const SLACK: i32 = 2;

pub(super) fn find(page: &Page<'_>) -> Vec<Inconsistency> {
    let metadata = &page.document.metadata;
    let Some(published) = metadata.published else { return Vec::new() };
    let mut found: Vec<_> = dated_elsewhere(page, published).into_iter().collect();
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

/// A dateline of the text that names another day than the metadata.
fn dated_elsewhere(page: &Page<'_>, published: Period) -> Option<Inconsistency> {
    let line = dateline(page.text.source).filter(|_| !page.document.metadata.dated_by_text && published.is_day())?;
    if !line.is_day() || published.shifted(-SLACK).from <= line.to && line.from <= published.shifted(SLACK).to {
        return None;
    }
    let named = page.document.reading.dates.iter().find(|it| it.period == line && alone(page, it.span))?;
    let message = format!("the document is dated {published}, its dateline {line}");
    Some(Inconsistency::new(Kind::Dating, Severity::Warning, message, vec![page.cite(named.span)]))
}

/// Whether nothing but a place stands before a date on its line, and nothing but a mark behind it: "On July 6 he said" is a sentence.
fn alone(page: &Page<'_>, date: Span) -> bool {
    let (first, next) = (page.text.token_at(date.start), page.text.token_at(date.end));
    let preposition = first.checked_sub(1).is_some_and(|it| page.text.class(it).is(Class::PREPOSITION));
    let ends = page.text.token(next).is_none_or(|it| it.breaks > 0 || it.kind == TokenKind::Mark && !page.text.is(next, ","));
    !preposition && !page.text.class(first).is(Class::PREPOSITION) && ends
}

fn sentence_of(page: &Page<'_>, date: &DateMention) -> Span {
    page.sentence(page.text.sentence_at(date.span.start))
}

fn told_too_early(page: &Page<'_>, date: &DateMention, published: Period) -> bool {
    let after = date.period.from > published.shifted(AHEAD).to && published.to.until(date.period.from).is_ok_and(|it| it.get_days() < 400);
    let open = !published.is_day() && published.shifted(SLACK).touches(date.period);
    after && !open && date.relation == Relation::During && names_its_days(page, date) && tells_past(page, date)
}

/// Whether a date is one whatever the reader took it for: with its year, with a day of a month, or counted from another date of
/// the text. "September" and "Monday" may be those that were.
fn names_its_days(page: &Page<'_>, date: &DateMention) -> bool {
    let mut tokens = page.text.token_at(date.span.start)..page.text.token_at(date.span.end);
    let told = |it: usize| page.text.class(it).is(Class::MONTH) || page.text.is(it, "later") || page.text.is(it, "after");
    date.absolute || date.period.is_day() && tokens.any(told)
}

/// Whether the date tells when something was done: it hangs on a verb in the past tense.
fn tells_past(page: &Page<'_>, date: &DateMention) -> bool {
    let index = page.text.sentence_at(date.span.start);
    let Some(sentence) = page.text.sentences.get(index) else { return false };
    let syntax = syntax(&page.text, sentence.tokens());
    let Some(at) = syntax.group_at(page.text.token_at(date.span.start)) else { return false };
    // "The March 20 deadline" is a deadline.
    let head = syntax.groups.get(at).and_then(|it| page.text.token(it.head));
    if !head.is_some_and(|it| date.span.contains(it.span)) {
        return false;
    }
    let dates = |it: &Attachment| it.group == at && when(it) && !behind_adjective(&syntax, it.token);
    let clause = syntax.clauses.iter().find(|it| it.times.contains(&at) || it.attachments.iter().any(dates));
    clause.is_some_and(|it| past(&syntax, it) && !looks_ahead(&syntax, it))
}

/// "A fee, payable on March 20" is payable then.
fn behind_adjective(syntax: &Syntax, preposition: usize) -> bool {
    preposition.checked_sub(1).is_some_and(|it| syntax.tag(it).is_adjective())
}

fn when(attachment: &Attachment) -> bool {
    matches!(attachment.preposition.as_str(), "on" | "in" | "during")
}

/// Whether the verb of a clause is in the past tense, by itself or by its auxiliary.
fn past(syntax: &Syntax, clause: &Clause) -> bool {
    let tense = |clause: &Clause| !clause.modal && clause.verb_tokens.clone().any(|it| syntax.tag(it) == Tag::Past);
    let told = matches!(clause.kind, ClauseKind::Main | ClauseKind::Content | ClauseKind::Subordinate);
    // "In a letter posted two days later, she praised": a participle is as far back as the sentence.
    let described = matches!(clause.kind, ClauseKind::Relative) && matches!(syntax.tag(clause.verb), Tag::Participle | Tag::Past);
    told && tense(clause) || described && syntax.clauses.iter().any(|it| it.kind == ClauseKind::Main && tense(it))
}

/// Verbs whose object lies ahead of them: what is announced, planned, called or put off for a day.
const PLANS: [&str; 38] = [
    "agree",
    "announce",
    "appoint",
    "approve",
    "arrange",
    "ask",
    "authorize",
    "book",
    "call",
    "decide",
    "declare",
    "delay",
    "demand",
    "end",
    "expect",
    "expire",
    "extend",
    "fix",
    "forecast",
    "intend",
    "invite",
    "move",
    "name",
    "offer",
    "order",
    "plan",
    "postpone",
    "predict",
    "promise",
    "propose",
    "reschedule",
    "schedule",
    "set",
    "sign",
    "slate",
    "time",
    "vote",
    "want",
];

/// Whether a clause, or one that it is told in, speaks of what is to come.
fn looks_ahead(syntax: &Syntax, clause: &Clause) -> bool {
    let governor = clause.governor.and_then(|it| syntax.clauses.get(it));
    [Some(clause), governor].into_iter().flatten().any(|it| it.modal || PLANS.contains(&it.lemma.as_str()))
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
        let text = "The council met on March 22, 2025 and closed the harbour.";
        check("2025-03-18", text, &[&format!("dating Warning: {text}")]);
        let text = "On March 22 the council met and closed the harbour.";
        check("2025-03-18", text, &[&format!("dating Warning: {text}")]);
    }

    #[test]
    fn a_dateline_of_another_day_is_reported() {
        check("2025-03-18", "ALDMERE, Feb. 2, 2025 — The council met and closed the harbour.", &["dating Warning: Feb. 2, 2025"]);
        check("2025-03-18", "ALDMERE, March 17, 2025 — The council met and closed the harbour.", &[]);
        check("2025-03-18", "On Feb. 2, 2025, the council met and closed the harbour.", &[]);
    }

    #[test]
    fn announcements_and_limits_lie_ahead_rightly() {
        check("2025-03-22", "The council met on March 20, 2025 and closed the harbour.", &[]);
        check("2025-03-19", "The council met on March 20, 2025 and closed the harbour.", &[]);
        check("2025-03-18", "The council will meet on March 22, 2025, it said.", &[]);
        check("2025-03-18", "The council was expected to meet on March 22, 2025.", &[]);
        check("2025-03-18", "The harbour is closed until March 22, 2025, the council said.", &[]);
        check("2025-03-18", "The council announced a hearing on March 22, 2025.", &[]);
        check("2025-03-18", "The council missed the March 22, 2025 deadline.", &[]);
        check("2025-03-18", "The council cut the fee, payable on March 22, 2025.", &[]);
        check("2025-03", "The council met on March 22, 2025 and closed the harbour.", &[]);
    }
}
