//! Why a claim has its verdict: how it was read, and every candidate passage, facet by facet.

use std::fmt::Write;

use super::excerpt::excerpt;
use super::style::{Colour, Detail, Style};
use crate::claim::{Assertion, Claim, Verdict};
use crate::corpus::{Corpus, Document};
use crate::run::file_name;
use crate::snapshot::{facets, stance};
use crate::text::Span;
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
const IN_FULL: usize = 3;

/// Of those others, how many are listed unless all are wanted.
const LISTED: usize = 5;

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
        passage(&mut out, corpus, index + 1, evidence, subject.claim, style);
    }
    if candidates.len() > IN_FULL {
        out.push('\n');
    }
    let listed = if style.detail == Detail::Verbose { candidates.len() } else { IN_FULL + LISTED };
    for (index, evidence) in candidates.iter().enumerate().take(listed).skip(IN_FULL) {
        short(&mut out, corpus, index + 1, evidence, subject.claim, style);
    }
    if candidates.len() > listed {
        let _ = writeln!(out, "{} more are farther off; -v lists them", candidates.len() - listed);
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

fn passage(out: &mut String, corpus: &Corpus, number: usize, evidence: &Evidence, claim: &Claim, style: Style) {
    let Some(document) = corpus.documents.get(evidence.document) else { return };
    let _ = writeln!(out, "{number} {}", place(document, evidence, style));
    let columns = style.width.saturating_sub(4).max(20);
    if let Some(part) = &evidence.part {
        let told = format!("for “{part}”");
        for line in excerpt(&told, Span::new(0, told.len()), &[], columns).text.lines() {
            let _ = writeln!(out, "  {}", style.paint(Colour::Dim, line));
        }
    }
    for line in excerpt(&document.text, evidence.span, &[], columns).text.lines() {
        let _ = writeln!(out, "    {line}");
    }
    cells(out, evidence, style);
    for reason in &evidence.reasons {
        for (at, line) in excerpt(reason, Span::new(0, reason.len()), &[], columns).text.lines().enumerate() {
            let _ = writeln!(out, "  {} {line}", if at == 0 { '-' } else { ' ' });
        }
    }
    if let Some(wanted) = wanted(evidence, claim) {
        let _ = writeln!(out, "  {wanted}");
    }
}

/// The facets with their answers, in lines that fit.
fn cells(out: &mut String, evidence: &Evidence, style: Style) {
    let mut used = 0;
    for (name, answer) in facets(&evidence.facets) {
        let read = match name {
            "speaker" => evidence.speaker.as_deref(),
            "amount" => evidence.amount.as_deref(),
            _ => None,
        };
        let told = read.map_or_else(String::new, |it| format!(" {}", plain(it)));
        let (sign, colour) = match answer {
            Answer::Agrees => ("✓", Colour::Green),
            Answer::Differs => ("✗", Colour::Red),
            Answer::Silent => ("·", Colour::Dim),
        };
        let columns = 4 + name.len() + told.chars().count();
        if used > 0 && used + columns > style.width {
            out.push('\n');
            used = 0;
        }
        let _ = write!(out, "  {} {name}{told}", style.paint(colour, sign));
        used += columns;
    }
    out.push('\n');
}

/// A passage in a line: where it stands, and what keeps it from supporting the claim.
fn short(out: &mut String, corpus: &Corpus, number: usize, evidence: &Evidence, claim: &Claim, style: Style) {
    let Some(document) = corpus.documents.get(evidence.document) else { return };
    let lacks = lacking(evidence, claim).join(", ");
    let sign = if lacks.is_empty() { "" } else { "  ✗ " };
    let _ = writeln!(out, "{number} {}{sign}{lacks}", place(document, evidence, style));
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

/// The facets that would have to agree, and do not, for the passage to support the claim.
fn lacking(evidence: &Evidence, claim: &Claim) -> Vec<&'static str> {
    let asked = |name: &str| match name {
        "speaker" => claim.speaker.is_some(),
        "amount" => evidence.facets.amount == Answer::Differs || !claim.reading.quantities.is_empty() && evidence.part.is_none(),
        "period" => claim.period.is_some(),
        _ => true,
    };
    facets(&evidence.facets).into_iter().filter(|it| it.1 != Answer::Agrees && asked(it.0)).map(|it| it.0).collect()
}

/// What would have had to read differently for the passage to support the claim.
fn wanted(evidence: &Evidence, claim: &Claim) -> Option<String> {
    let lacking = lacking(evidence, claim);
    let (last, others) = lacking.split_last().filter(|_| evidence.bearing != Bearing::Supports)?;
    let all = if others.is_empty() { (*last).to_owned() } else { format!("{} and {last}", others.join(", ")) };
    Some(format!("it would support the claim if its {all} were the claim's"))
}
