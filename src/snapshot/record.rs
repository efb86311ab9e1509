//! What stands in an approved result: readable in a pull request without the tool, and nothing that changes by itself.
//!
//! No line numbers, no paths, no versions: a record changes when what the sources say for a claim changes, and only then.

use std::fmt::Write;

use crate::claim::{Assertion, Verdict};
use crate::corpus::{Corpus, Document};
use crate::cross::{Cited, DataPoint, Inconsistency, Timeline};
use crate::run::Run;
use crate::text::Span;
use crate::untrusted::plain;
use crate::verify::{Answer, Bearing, Evidence, Facets, Outcome};

/// Passages that a record shows; a claim that half the corpus repeats is not a page longer for every copy.
const PASSAGES: usize = 4;

/// Columns that a passage is wrapped at.
const WIDTH: usize = 100;

/// The record of one assertion.
pub(super) fn assertion(corpus: &Corpus, assertion: &Assertion, outcome: &Outcome) -> String {
    let mut out = String::new();
    line(&mut out, &format!("claim    {}", plain(&assertion.claim.line)));
    line(&mut out, &format!("verdict  {}", outcome.verdict));
    line(&mut out, &format!("expect   {}", expectation(assertion)));
    let shown = passages(outcome);
    for evidence in shown.iter().take(PASSAGES) {
        line(&mut out, "");
        passage(&mut out, corpus, evidence);
    }
    if shown.len() > PASSAGES {
        line(&mut out, "");
        line(&mut out, "further passages bear on it too");
    }
    if !outcome.notes.is_empty() {
        line(&mut out, "");
    }
    for note in &outcome.notes {
        line(&mut out, &format!("note     {}", plain(note)));
    }
    out
}

/// The verdicts that pass, and what else is asked of the evidence.
fn expectation(assertion: &Assertion) -> String {
    let mut out = assertion.expect.iter().map(|it| it.name()).collect::<Vec<_>>().join(" or ");
    if assertion.strict {
        out.push_str(", strictly");
    }
    if assertion.min_sources > 1 {
        let _ = write!(out, ", by {} independent sources", assertion.min_sources);
    }
    if !assertion.sources.is_empty() {
        let _ = write!(out, ", in {}", plain(&assertion.sources.join(", ")));
    }
    if let Some(quote) = &assertion.quote {
        let _ = write!(out, ", quoting “{}”", plain(quote));
    }
    out
}

/// The passages that decide, all of them; or the nearest one, for a claim that nothing decides.
fn passages(outcome: &Outcome) -> Vec<&Evidence> {
    if outcome.verdict == Verdict::NotFound {
        return outcome.evidence.iter().take(1).collect();
    }
    outcome.evidence.iter().filter(|it| it.bearing != Bearing::Near).collect()
}

fn passage(out: &mut String, corpus: &Corpus, evidence: &Evidence) {
    let Some(document) = corpus.documents.get(evidence.document) else { return };
    line(out, &format!("{} {}", stance(evidence.bearing), source(document)));
    if let Some(part) = &evidence.part {
        line(out, &format!("  for       {}", plain(part)));
    }
    words(out, &document.text, evidence.span);
    for (name, answer) in facets(&evidence.facets) {
        let read = match name {
            "speaker" => evidence.speaker.as_deref(),
            "amount" => evidence.amount.as_deref(),
            _ => None,
        };
        let read = read.map_or(String::new(), |it| format!("  {}", plain(it)));
        line(out, format!("  {name:<8}  {:<7}{read}", answer_name(answer)).trim_end());
    }
    for reason in &evidence.reasons {
        line(out, &format!("  why       {}", plain(reason)));
    }
}

/// The record of what the corpus contradicts itself in.
pub(super) fn inconsistencies(corpus: &Corpus, found: &[&Inconsistency]) -> String {
    let mut out = String::new();
    if found.is_empty() {
        line(&mut out, "no inconsistencies");
    }
    for (index, inconsistency) in found.iter().enumerate() {
        if index > 0 {
            line(&mut out, "");
        }
        let kind = kind_name(inconsistency);
        line(&mut out, &format!("{} {kind}: {}", severity_name(inconsistency), plain(&inconsistency.message)));
        line(&mut out, &format!("  id {}", plain(&inconsistency.id)));
        for cited in &inconsistency.statements {
            statement(&mut out, corpus, cited);
        }
    }
    out
}

/// Figures of a measure that a record shows; what comes after would only make it longer.
const FIGURES: usize = 200;

/// The record of a measure: its figures in the order of time, the relations that it takes part in, its inconsistencies.
pub(super) fn measure(run: &Run, timeline: &Timeline) -> String {
    let mut out = String::new();
    line(&mut out, &format!("measure  {}", plain(&timeline.title)));
    line(&mut out, &format!("unit     {}", plain(&timeline.unit)));
    if timeline.points.is_empty() {
        line(&mut out, "no figure of the corpus fits it");
    }
    for point in timeline.points.iter().take(FIGURES) {
        line(&mut out, &figure(&run.corpus, point));
    }
    if timeline.points.len() > FIGURES {
        line(&mut out, &format!("and {} more figures", timeline.points.len() - FIGURES));
    }
    let mut shown: Vec<_> = run.evaluations.iter().filter(|it| it.measures.contains(&timeline.measure)).collect();
    shown.dedup_by(|later, first| later.relation == first.relation && later.shown == first.shown);
    for evaluation in shown.into_iter().take(FIGURES) {
        line(&mut out, &format!("relation {}: {}", plain(&evaluation.relation), plain(&evaluation.shown)));
    }
    let found: Vec<_> = run.inconsistencies.iter().filter(|it| it.measure.as_ref() == Some(&timeline.measure)).collect();
    if !found.is_empty() {
        line(&mut out, "");
        out.push_str(&inconsistencies(&run.corpus, &found));
    }
    out
}

fn figure(corpus: &Corpus, point: &DataPoint) -> String {
    let date = point.date.map_or_else(|| "undated".to_owned(), |it| it.to_string());
    let amount = plain(point.cited.amount.as_deref().unwrap_or_default());
    let speaker = point.cited.speaker.as_deref().map_or_else(String::new, |it| format!(", said by {}", plain(it)));
    let side = point.side.as_deref().map_or_else(String::new, |it| format!(" for {}", plain(it)));
    let document = corpus.documents.get(point.cited.document).map_or_else(String::new, |it| plain(&it.id).into_owned());
    let unsure = if point.unsure { ", not as a fact" } else { "" };
    format!("{date}  {amount}{speaker}{side}{unsure}, {document}")
}

fn statement(out: &mut String, corpus: &Corpus, cited: &Cited) {
    let Some(document) = corpus.documents.get(cited.document) else { return };
    line(out, &format!("  {}", source(document)));
    words(out, &document.text, cited.span);
    let told = [
        cited.speaker.as_deref().map(|it| format!("said by {}", plain(it))),
        cited.amount.as_deref().map(|it| plain(it).into_owned()),
        cited.as_of.map(|it| format!("as of {it}")),
        cited.said.map(|it| format!("said {it}")),
    ];
    let told: Vec<_> = told.into_iter().flatten().collect();
    if !told.is_empty() {
        line(out, &format!("  {}", told.join(", ")));
    }
}

/// The document with its publisher and date.
fn source(document: &Document) -> String {
    let metadata = &document.metadata;
    let publisher = metadata.publisher.as_deref().map(|it| format!(", {}", plain(it)));
    let day = metadata.published.map(|it| format!(", {it}"));
    format!("{}{}{}", plain(&document.id), publisher.unwrap_or_default(), day.unwrap_or_default())
}

fn words(out: &mut String, text: &str, span: Span) {
    let quoted = format!("“{}”", plain(span.of(text)));
    let mut column = 0;
    for word in quoted.split(' ') {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > WIDTH {
            out.push('\n');
            column = 0;
        }
        out.push_str(if column == 0 { "    " } else { " " });
        out.push_str(word);
        column += width + 1;
    }
    out.push('\n');
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

/// The facets by name, in the order in which people ask: who, how much, of what, where, when, whether.
pub fn facets(facets: &Facets) -> [(&'static str, Answer); 6] {
    [
        ("speaker", facets.speaker),
        ("amount", facets.amount),
        ("topic", facets.topic),
        ("place", facets.place),
        ("period", facets.period),
        ("polarity", facets.polarity),
    ]
}

/// The name of an answer in reports.
pub const fn answer_name(answer: Answer) -> &'static str {
    match answer {
        Answer::Agrees => "agrees",
        Answer::Differs => "differs",
        Answer::Silent => "silent",
    }
}

/// The name of what a passage does in reports.
pub const fn stance(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Supports => "supports",
        Bearing::Contradicts => "contradicts",
        Bearing::Near => "near",
    }
}

/// The name of an inconsistency's kind in reports.
pub fn kind_name(inconsistency: &Inconsistency) -> String {
    name(&inconsistency.kind)
}

/// The name of an inconsistency's severity in reports.
pub fn severity_name(inconsistency: &Inconsistency) -> String {
    name(&inconsistency.severity)
}

/// The name that a value has in JSON.
fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
}
