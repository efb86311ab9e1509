//! The claim language: `[speaker ":"] words [preposition date]`.
//!
//! The words are read by the reader of the corpus, without a date to anchor them, and nothing may be left over: a number, a
//! date or a negation that no rule reads is a finding that points at it, so that a claim is never checked as something
//! weaker than what was written.

use std::path::PathBuf;
use std::sync::Arc;

use super::speaker::{self, Heading};
use super::{Bound, Claim, Words, strict};
use crate::extract::{self, DateMention, Period, Reading, Setting, Stance};
use crate::finding::{Finding, Place};
use crate::text::Span;

/// Reads one line in the claim language; `on` is the date that stands beside it, where one does.
///
/// The places of the findings are in `line`, in a file without a name.
pub fn parse(line: &str, on: Option<Period>, words: &Words) -> Result<Claim, Vec<Finding>> {
    let mut findings = Mistakes::new(line);
    if line.trim().is_empty() {
        findings.add("empty-claim", "the claim is empty", Span::new(0, line.len()), "write what a source is on record as saying");
        return Err(findings.found);
    }
    if let Some(at) = line.trim_end().find(['\n', '\r']) {
        findings.add("claim-lines", "a claim is one line", Span::new(at, at + 1), "write it on one line, or make it two assertions");
        return Err(findings.found);
    }
    let (speaker, start) = match speaker::heading(line, words) {
        Heading::None => (None, line.len() - line.trim_start().len()),
        Heading::Speaker { name, words } => (Some(name.of(line).to_owned()), words as usize),
        Heading::Doubtful { span, reason, words } => {
            findings.add("speaker", reason, span, "write a name or a role before the colon, or leave the colon out");
            (None, words as usize)
        }
    };
    let said = line.get(start..).unwrap_or_default().trim_end();
    if said.is_empty() {
        findings.add("empty-claim", "nothing is claimed", Span::new(start, start), "write what the speaker said behind the colon");
        return Err(findings.found);
    }
    let (said, spanned) = match span_at_end(said) {
        Some((before, period)) => (before, Some(period)),
        None => (said, None),
    };
    let reading = extract::read(said, &Setting::default());
    for mistake in strict::unread(said, &reading) {
        findings.add(mistake.code, mistake.message, shifted(mistake.span, start), &mistake.help);
    }
    let end = Span::new(said.len(), said.len());
    let dated = match spanned {
        Some(period) => Some(Dated { period, bound: Bound::During, span: end }),
        None => dated(said, &reading.dates),
    };
    let (period, bound) = match (dated, on) {
        (Some(dated), Some(on)) => {
            let both = narrower(dated.period, on);
            if both.is_none() {
                let message = format!("the claim is dated {}, and its `on` says {on}", dated.period);
                findings.add("two-dates", message, shifted(dated.span, start), "keep one of the dates");
            }
            (both, dated.bound)
        }
        (Some(dated), None) => (Some(dated.period), dated.bound),
        (None, on) => (on, Bound::During),
    };
    if !findings.found.is_empty() {
        return Err(findings.found);
    }
    Ok(Claim { line: line.to_owned(), speaker, words: said.to_owned(), reading, period, bound })
}

/// Reads a sentence that nobody wrote in the claim language: what is not understood is left unread.
pub fn read_sentence(text: &str) -> Claim {
    let words = text.trim();
    let reading = extract::read(words, &Setting::default());
    let dated = match reading.dates.as_slice() {
        [only] if only.absolute => Some(Dated::new(only)),
        _ => None,
    };
    Claim {
        line: text.to_owned(),
        speaker: only_speaker(&reading),
        words: words.to_owned(),
        period: dated.as_ref().map(|it| it.period),
        bound: dated.map_or(Bound::During, |it| it.bound),
        reading,
    }
}

/// The speaker to whom the whole of a sentence is put, where there is one and no other.
fn only_speaker(reading: &Reading) -> Option<String> {
    let mut speakers = reading.attributions.iter().filter(|it| it.stance == Stance::Asserts).map(|it| it.speaker.as_ref());
    let first = speakers.next()??;
    speakers.all(|it| it == Some(first)).then(|| first.clone())
}

/// `span` of the words that begin at the byte `start` of the line.
fn shifted(span: Span, start: usize) -> Span {
    Span::new(start + span.range().start, start + span.range().end)
}

/// What is wrong with a line.
struct Mistakes {
    source: Arc<str>,
    found: Vec<Finding>,
}

impl Mistakes {
    fn new(line: &str) -> Self {
        Self { source: Arc::from(line), found: Vec::new() }
    }

    fn add(&mut self, code: &'static str, message: impl Into<String>, span: Span, help: &str) {
        let place = Place { file: PathBuf::new(), source: Arc::clone(&self.source), span };
        self.found.push(Finding::error(code, message).at(place).help(help));
    }
}

/// The date of a claim.
struct Dated {
    period: Period,
    bound: Bound,
    span: Span,
}

impl Dated {
    fn new(date: &DateMention) -> Self {
        Self { period: date.within, bound: date.relation, span: date.span }
    }
}

/// Cuts a span in the notation of `on` off the end of a claim: "closed in 2025-02-10..2025-02-16".
fn span_at_end(said: &str) -> Option<(&str, Period)> {
    let (before, last) = said.rsplit_once(char::is_whitespace)?;
    let period = Period::parse(last.trim_end_matches('.')).filter(|_| last.contains(".."))?;
    let before = before.trim_end();
    let preposition = before.rsplit_once(char::is_whitespace).filter(|it| matches!(it.1, "on" | "in" | "during" | "from"));
    Some((preposition.map_or(before, |it| it.0.trim_end()), period))
}

/// The date of the whole claim: the one that ends the line, or its only one; a date amid the words is part of them.
fn dated(said: &str, dates: &[DateMention]) -> Option<Dated> {
    let last = dates.last().filter(|it| it.absolute)?;
    let ends = said.get(last.span.end as usize..).is_some_and(|it| it.chars().all(|it| !it.is_alphanumeric()));
    let before = dates.len().checked_sub(2).and_then(|it| dates.get(it)).filter(|it| it.absolute);
    if let Some(first) = before.filter(|it| ends && spans(said, it.span, last.span)) {
        let period = Period::new(first.within.from.min(last.within.from), last.within.to.max(first.within.to));
        return Some(Dated { period, bound: Bound::During, span: first.span.join(last.span) });
    }
    (ends || dates.len() == 1).then(|| Dated::new(last))
}

/// Whether two dates are the ends of one span: "between … and …", "from … to …".
fn spans(said: &str, one: Span, other: Span) -> bool {
    let opener = Span { start: 0, end: one.start }.of(said).split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let joiner = Span { start: one.end, end: other.start }.of(said).trim().to_lowercase();
    matches!((opener.as_str(), joiner.as_str()), ("between", "and") | ("from", "to" | "until" | "till" | "through"))
}

/// The narrower of two periods of which one holds the other.
fn narrower(one: Period, other: Period) -> Option<Period> {
    if one.contains(other) { Some(other) } else { other.contains(one).then_some(one) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads `line`; speaker, words and date must be those expected.
    fn check(line: &str, expected: (Option<&str>, &str, &str)) {
        let claim = parse(line, None, &Words::default()).unwrap();
        let date = claim.period.map_or_else(String::new, |it| it.to_string());
        assert_eq!((claim.speaker.as_deref(), claim.words.as_str(), date.as_str()), expected, "{line}");
    }

    /// Reads `line`; each finding must have the code and point at the words that are expected.
    fn refuse(line: &str, on: Option<&str>, expected: &[(&str, &str)]) {
        let findings = parse(line, on.and_then(Period::parse), &Words::default()).unwrap_err();
        let found: Vec<_> = findings.iter().map(|it| (it.code, it.place.as_ref().map_or("", |it| it.span.of(line)))).collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn a_line_is_a_speaker_words_and_a_date() {
        check("Holm: 64% rebuilt on 2025-02-20", (Some("Holm"), "64% rebuilt on 2025-02-20", "2025-02-20"));
        check("  the line closed in March 2025", (None, "the line closed in March 2025", "2025-03"));
        check("Norway's Ministry of Ports: the line closed", (Some("Norway's Ministry of Ports"), "the line closed", ""));
        check(
            "the line closed between 2025-02-10 and 2025-02-16",
            (None, "the line closed between 2025-02-10 and 2025-02-16", "2025-02-10..2025-02-16"),
        );
        check("Holm: the line closed in 2025-02-10..2025-02-16", (Some("Holm"), "the line closed", "2025-02-10..2025-02-16"));
    }

    #[test]
    fn a_colon_in_an_address_or_a_quotation_names_no_speaker() {
        check("see https://x.example/ferries", (None, "see https://x.example/ferries", ""));
        check("\"Ferry: closed\" stood on the gate", (None, "\"Ferry: closed\" stood on the gate", ""));
    }

    #[test]
    fn a_date_bounds_a_claim() {
        let bound = |line: &str| parse(line, None, &Words::default()).unwrap().bound;
        assert_eq!(bound("the line has been closed since 2024"), Bound::Since);
        assert_eq!(bound("the line closed by May 2024"), Bound::Until);
        assert_eq!(bound("the line closed before 2024-05-06"), Bound::Before);
        assert_eq!(bound("the line closed after 2024-05-06"), Bound::After);
        assert_eq!(bound("the line closed on 2024-05-06"), Bound::During);
    }

    #[test]
    fn what_is_no_speaker_is_found() {
        refuse("Holm said: the line closed", None, &[("speaker", "Holm said")]);
        refuse("The line was closed: by whom", None, &[("speaker", "The line was closed")]);
        refuse(": the line closed", None, &[("speaker", ":")]);
    }

    #[test]
    fn every_mistake_of_a_line_is_found() {
        refuse("Holm: the line closed at 10:30 last week", None, &[("unread-words", "10:30"), ("relative-date", "last week")]);
        refuse("The line closed. The port did not.", None, &[("two-sentences", "The port did not.")]);
        refuse("the line closed on 2025-02-20", Some("2025-03"), &[("two-dates", "2025-02-20")]);
    }

    #[test]
    fn the_narrower_of_two_dates_holds() {
        let claim = parse("the line closed in February 2025", Period::parse("2025-02-20"), &Words::default()).unwrap();
        assert_eq!(claim.period.map(|it| it.to_string()).as_deref(), Some("2025-02-20"));
    }
}
