//! Why a claim has its verdict: how it was read, and every candidate passage, facet by facet.

use std::fmt::Write;

use super::excerpt::excerpt;
use super::style::{Colour, Style};
use crate::claim::{Assertion, Claim, Verdict};
use crate::corpus::{Corpus, Document};
use crate::run::file_name;
use crate::snapshot::{answer_name, facets, stance};
use crate::untrusted::plain;
use crate::verify::{Answer, Bearing, Evidence, Outcome};

/// What is explained.
#[derive(Debug)]
pub struct Subject<'r> {
    claim: &'r Claim,
    assertion: Option<&'r Assertion>,
}

impl<'r> Subject<'r> {
    /// An assertion.
    pub fn of(assertion: &'r Assertion) -> Self {
        Self { claim: &assertion.claim, assertion: Some(assertion) }
    }

    /// The claim as written.
    pub fn line(&self) -> &'r str {
        &self.claim.line
    }

    /// A claim that stands in no file.
    pub fn of_claim(claim: &'r Claim) -> Self {
        Self { claim, assertion: None }
    }
}

/// Why it has its verdict.
#[derive(Debug)]
pub struct Explained<'c> {
    /// The documents that were asked.
    pub corpus: &'c Corpus,
    /// What weighing the claim came to.
    pub outcome: Outcome,
    /// All passages that were weighed, best first.
    pub candidates: Vec<Evidence>,
}

/// Passages that are shown with their words; the others have a line each, so that an explanation stays on a screen.
const IN_FULL: usize = 4;

/// Renders why `subject` has its verdict.
pub fn render(subject: &Subject<'_>, explained: &Explained<'_>, style: Style) -> String {
    let Explained { corpus, outcome, candidates } = explained;
    let mut out = String::new();
    let _ = writeln!(out, "{}", style.paint(Colour::Bold, &plain(&subject.claim.line)));
    let _ = writeln!(out, "  read as  {}", reading(subject.claim));
    verdict(&mut out, subject, outcome, style);
    for note in &outcome.notes {
        let _ = writeln!(out, "  note     {}", plain(note));
    }
    for (index, evidence) in candidates.iter().take(IN_FULL).enumerate() {
        out.push('\n');
        passage(&mut out, corpus, index + 1, evidence, style);
    }
    if candidates.len() > IN_FULL {
        out.push('\n');
    }
    for (index, evidence) in candidates.iter().enumerate().skip(IN_FULL) {
        short(&mut out, corpus, index + 1, evidence, style);
    }
    if candidates.is_empty() {
        out.push_str("\nno passage of the corpus is on the same thing\n");
    }
    out
}

/// What the extractor understood of the claim.
fn reading(claim: &Claim) -> String {
    let mut parts = Vec::new();
    parts.push(claim.speaker.as_deref().map_or_else(|| "anybody".to_owned(), |it| format!("said by {}", plain(it))));
    for quantity in &claim.reading.quantities {
        parts.push(format!("amount {}", plain(quantity.span.of(&claim.words))));
    }
    parts.extend(claim.period.map(|it| format!("period {it}")));
    if claim.reading.statements.iter().any(|it| it.negated) {
        parts.push("negated".to_owned());
    }
    parts.join(" · ")
}

fn verdict(out: &mut String, subject: &Subject<'_>, outcome: &Outcome, style: Style) {
    let colour = match outcome.verdict {
        Verdict::Supported => Colour::Green,
        Verdict::Contradicted | Verdict::Disputed => Colour::Red,
        Verdict::NotFound => Colour::Yellow,
    };
    let name = style.paint(colour, outcome.verdict.name());
    let Some(assertion) = subject.assertion else {
        let _ = writeln!(out, "  verdict  {name}");
        return;
    };
    let expected: Vec<_> = assertion.expect.iter().map(|it| it.name()).collect();
    let place = format!("{}:{}", file_name(&assertion.file), assertion.line);
    let _ = writeln!(out, "  verdict  {name} ({} expected, {})", expected.join(" or "), plain(&place));
}

fn passage(out: &mut String, corpus: &Corpus, number: usize, evidence: &Evidence, style: Style) {
    let Some(document) = corpus.documents.get(evidence.document) else { return };
    let _ = writeln!(out, "{number} {}", place(document, evidence, style));
    for line in excerpt(&document.text, evidence.span, &[], style.width.saturating_sub(4).max(20)).text.lines() {
        let _ = writeln!(out, "    {line}");
    }
    let shown: Vec<_> = facets(&evidence.facets).into_iter().map(|(name, answer)| facet(name, answer, evidence, style)).collect();
    for row in shown.chunks(3) {
        let _ = writeln!(out, "  {}", row.join("  ").trim_end());
    }
    for reason in &evidence.reasons {
        let _ = writeln!(out, "  - {}", plain(reason));
    }
    if let Some(wanted) = wanted(evidence) {
        let _ = writeln!(out, "  {wanted}");
    }
}

/// A passage in a line: where it stands, and the facets that keep it from supporting the claim.
fn short(out: &mut String, corpus: &Corpus, number: usize, evidence: &Evidence, style: Style) {
    let Some(document) = corpus.documents.get(evidence.document) else { return };
    let answers = facets(&evidence.facets).into_iter().filter(|it| it.1 != Answer::Agrees);
    let answers: Vec<_> = answers.map(|(name, answer)| format!("{name} {}", answer_name(answer))).collect();
    let _ = writeln!(out, "{number} {}  {}", place(document, evidence, style), answers.join(", "));
}

fn place(document: &Document, evidence: &Evidence, style: Style) -> String {
    let (line, column) = document.lines.place(&document.text, evidence.span.start);
    let colour = match evidence.bearing {
        Bearing::Supports => Colour::Green,
        Bearing::Contradicts => Colour::Red,
        Bearing::Near => Colour::Dim,
    };
    format!("{} {}:{line}:{column}", style.paint(colour, stance(evidence.bearing)), plain(&document.id))
}

fn facet(name: &str, answer: Answer, evidence: &Evidence, style: Style) -> String {
    let (sign, colour) = match answer {
        Answer::Agrees => ("✓", Colour::Green),
        Answer::Differs => ("✗", Colour::Red),
        Answer::Silent => ("·", Colour::Dim),
    };
    let read = match name {
        "speaker" => evidence.speaker.as_deref(),
        "amount" => evidence.amount.as_deref(),
        _ => None,
    };
    let told = read.map_or_else(|| answer_name(answer).to_owned(), |it| format!("{} ({})", answer_name(answer), plain(it)));
    let cell = format!("{name} {told}");
    format!("{} {cell:<24}", style.paint(colour, sign))
}

/// What would have had to read differently for the passage to support the claim.
fn wanted(evidence: &Evidence) -> Option<String> {
    if evidence.bearing == Bearing::Supports {
        return None;
    }
    let differing: Vec<_> = facets(&evidence.facets).into_iter().filter(|it| it.1 == Answer::Differs).map(|it| it.0).collect();
    if differing.is_empty() {
        return None;
    }
    Some(format!("it would support the claim if its {} were the claim's", differing.join(" and ")))
}
