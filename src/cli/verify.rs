//! `onrecord verify`: claims with their own documents as JSON lines in, verdicts with evidence out, in the same order.

use serde::{Deserialize, Serialize};

use super::Failure;
use super::lines::filter;
use crate::claim::{Claim, Words};
use crate::corpus::{Corpus, Document};
use crate::extract::{Period, Reading, Setting, read};
use crate::report::json::{self, EvidenceLine};
use crate::report::place::Places;
use crate::verify::{Outcome, Terms, Verifier};

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
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    verdict: &'a str,
    evidence: Vec<Passage<'a>>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct Passage<'a> {
    #[serde(flatten)]
    line: EvidenceLine<'a>,
    reasons: &'a [String],
}

pub(super) fn run(_arguments: &Arguments) -> Result<u8, Failure> {
    filter(answer)
}

fn answer(number: usize, line: &[u8], out: &mut Vec<u8>) -> Result<Option<String>, String> {
    let row: Row = serde_json::from_slice(line).map_err(|it| {
        format!(
            "line {number} of standard input is no claim: {it}; \
             write {{\"id\": \"…\", \"claim\": \"…\", \"documents\": [{{\"id\": \"…\", \"text\": \"…\"}}]}}"
        )
    })?;
    let mut corpus = corpus(row.documents);
    let claim = claim(&row.claim, anchor(&corpus));
    take_year(&mut corpus, &claim);
    let written = if claim.reading.sentences.is_empty() {
        let notes = ["the claim says nothing".to_owned()];
        serde_json::to_writer(out, &Line { id: &row.id, verdict: "error", evidence: Vec::new(), notes: &notes })
    } else {
        let words = Words::default();
        let Outcome { verdict, evidence, notes } = Verifier::new(&corpus, &words).weigh(&claim, &Terms { about: true, ..Terms::default() });
        let mut places = Places::new(&corpus);
        let evidence = evidence.iter().map(|it| Passage { line: json::evidence(&mut places, it), reasons: &it.reasons }).collect();
        serde_json::to_writer(out, &Line { id: &row.id, verdict: verdict.name(), evidence, notes: &notes })
    };
    written.map_err(|it| it.to_string())?;
    Ok(None)
}

/// The claim that a sentence of any kind makes. A day that it leaves without a year is the one nearest to the documents'.
fn claim(line: &str, anchor: Option<Period>) -> Claim {
    let plain = read(line, &Setting::default());
    let anchored = || read(line, &Setting { published: anchor, ..Setting::default() });
    // "Last week" is left to the reader: the line has no day of its own.
    let days = |it: &Reading| it.dates.iter().all(|it| it.span.of(line).contains(|it: char| it.is_ascii_digit()));
    let reading = if plain.dates.is_empty() { Some(anchored()).filter(days).unwrap_or(plain) } else { plain };
    Claim {
        line: line.to_owned(),
        speaker: None,
        words: line.to_owned(),
        reading,
        period: None,
        bound: crate::extract::date::Relation::During,
    }
}

/// Reads the days that a document leaves without a year, and so without a date, as days of the claim's year.
fn take_year(corpus: &mut Corpus, claim: &Claim) {
    let Some(latest) = claim.reading.dates.iter().map(|it| it.period).max_by_key(|it| (it.to, it.from)) else { return };
    for document in corpus.documents.iter_mut().filter(|it| it.metadata.published.is_none() && it.reading.dates.is_empty()) {
        let anchored = read(&document.text, &Setting { published: Some(latest), ..document.metadata.setting() });
        if anchored.dates.iter().all(|it| it.span.of(&document.text).contains(|it: char| it.is_ascii_digit())) {
            document.reading = anchored;
        }
    }
}

/// The latest day that the documents tell of, where all that they tell of are days of one year.
fn anchor(corpus: &Corpus) -> Option<Period> {
    let periods =
        || corpus.documents.iter().flat_map(|it| it.metadata.published.into_iter().chain(it.reading.dates.iter().map(|it| it.period)));
    let first = periods().map(|it| it.from).min()?;
    let latest = periods().max_by_key(|it| (it.to, it.from))?;
    (first.year() == latest.to.year() && latest.days() == 1).then_some(latest)
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
