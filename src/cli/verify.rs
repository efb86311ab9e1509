//! `onrecord verify`: claims with their own documents as JSON lines in, verdicts with evidence out, in the same order.

use std::io::{BufRead, Write};
use std::process::ExitCode;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::claim::{Claim, Words};
use crate::corpus::{Corpus, Document};
use crate::extract::{Period, Setting, read};
use crate::text::{Characters, Span};
use crate::verify::{Evidence, Facets, Outcome, Terms, Verifier};

/// Arguments of `verify`.
#[derive(clap::Args)]
pub(super) struct Arguments {}

#[derive(Deserialize)]
struct Row {
    id: String,
    claim: String,
    documents: Vec<Source>,
}

#[derive(Deserialize)]
struct Source {
    id: String,
    text: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    language: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    verdict: &'a str,
    evidence: Vec<Passage<'a>>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct Passage<'a> {
    document: &'a str,
    line: u32,
    column: u32,
    start: u32,
    end: u32,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
    stance: crate::verify::Bearing,
    speaker: Option<&'a str>,
    amount: Option<&'a str>,
    facets: Facets,
    reasons: &'a [String],
}

/// Bytes of input that are read before the cores share them out; bounds the memory whatever the input's length.
const BATCH: usize = 4 << 20;

/// Characters shown before and after a passage.
const AROUND: usize = 32;

pub(super) fn run(_arguments: &Arguments) -> ExitCode {
    let mut input = std::io::stdin().lock();
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    loop {
        let mut lines = Vec::new();
        let mut size = 0;
        while size < BATCH {
            let mut line = String::new();
            match input.read_line(&mut line) {
                Ok(0) => break,
                Ok(read) => size += read,
                Err(_) => return ExitCode::from(2),
            }
            lines.push(line);
        }
        if lines.is_empty() {
            return ExitCode::SUCCESS;
        }
        let answers: Vec<_> = lines.par_iter().filter(|it| !it.trim().is_empty()).map(|it| answer(it)).collect();
        for answer in answers {
            let Some(answer) = answer else { return ExitCode::from(2) };
            if output.write_all(&answer).and_then(|()| output.write_all(b"\n")).is_err() {
                return ExitCode::from(2);
            }
        }
    }
}

fn answer(line: &str) -> Option<Vec<u8>> {
    let row: Row = serde_json::from_str(line).ok()?;
    let corpus = corpus(row.documents);
    let claim = claim(&row.claim);
    if claim.reading.sentences.is_empty() {
        let notes = vec!["the claim says nothing".to_owned()];
        return serde_json::to_vec(&Answer { id: &row.id, verdict: "error", evidence: Vec::new(), notes }).ok();
    }
    let words = Words::default();
    let outcome = Verifier::new(&corpus, &words).weigh(&claim, &Terms::default());
    let Outcome { verdict, evidence, notes } = &outcome;
    let evidence = evidence.iter().filter_map(|it| passage(&corpus, it)).collect();
    serde_json::to_vec(&Answer { id: &row.id, verdict: verdict.name(), evidence, notes: notes.clone() }).ok()
}

/// The claim that a sentence of any kind makes.
fn claim(line: &str) -> Claim {
    let reading = read(line, &Setting::default());
    Claim {
        line: line.to_owned(),
        speaker: None,
        words: line.to_owned(),
        reading,
        period: None,
        bound: crate::extract::date::Relation::During,
    }
}

fn corpus(sources: Vec<Source>) -> Corpus {
    let mut documents: Vec<Document> = sources.into_iter().map(document).collect();
    documents.sort_by(|one, other| one.id.cmp(&other.id));
    Corpus { documents, findings: Vec::new() }
}

fn document(source: Source) -> Document {
    let published = source.published.as_deref().and_then(Period::parse);
    let mut document = Document::from_text(source.id, source.text, published);
    document.metadata.title = source.title;
    document
}

fn passage<'a>(corpus: &'a Corpus, evidence: &'a Evidence) -> Option<Passage<'a>> {
    let document = corpus.documents.get(evidence.document)?;
    let text = &document.text;
    let (line, column) = document.lines.place(text, evidence.span.start);
    let (start, end) = Characters::new(text).of(evidence.span);
    Some(Passage {
        document: &document.id,
        line,
        column,
        start,
        end,
        exact: evidence.span.of(text),
        prefix: before(text, evidence.span),
        suffix: after(text, evidence.span),
        stance: evidence.bearing,
        speaker: evidence.speaker.as_deref(),
        amount: evidence.amount.as_deref(),
        facets: evidence.facets,
        reasons: &evidence.reasons,
    })
}

fn before(text: &str, span: Span) -> &str {
    let head = text.get(..span.start as usize).unwrap_or_default();
    let from = head.char_indices().rev().take(AROUND).last().map_or(head.len(), |it| it.0);
    head.get(from..).unwrap_or_default()
}

fn after(text: &str, span: Span) -> &str {
    let tail = text.get(span.end as usize..).unwrap_or_default();
    let to = tail.char_indices().nth(AROUND).map_or(tail.len(), |it| it.0);
    tail.get(..to).unwrap_or_default()
}
