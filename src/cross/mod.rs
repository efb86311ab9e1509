//! Inconsistencies: statements of the corpus that cannot all be true.
//!
//! Every document is read once more into a trace: what is inconsistent inside it, and what the rules across documents
//! compare, small enough to keep for a million documents. Rules across documents find their candidates through an index
//! and read closely only the pairs that it proposes. Precision decides: what might hold together is not reported.

mod age;
mod alike;
mod around;
mod attribution;
mod conversion;
mod copies;
mod dating;
mod days;
mod derived;
mod difference;
mod equation;
mod figures;
mod headline;
mod interval;
mod measure;
mod page;
mod parts;
mod point;
mod quote_drift;
mod rule;
mod spelling;
mod story;
mod waiver;
mod weekday;
mod wording;

use rayon::prelude::*;

use crate::claim::Claims;
use crate::corpus::Corpus;
use crate::extract::Period;
use crate::finding::{Finding, Severity};
use crate::text::Span;
use alike::Alike;
pub use derived::Evaluation;
pub use measure::{DataPoint, Timeline};
use page::Page;
pub use rule::{Example, Kind, RULES, Rule};

/// A statement that takes part in an inconsistency.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cited {
    /// The index of the document in the corpus.
    pub document: usize,
    /// Its words.
    pub span: Span,
    /// Who said so.
    pub speaker: Option<String>,
    /// The amount as read.
    pub amount: Option<String>,
    /// When it was said.
    pub said: Option<Period>,
    /// The time that it speaks of.
    pub as_of: Option<Period>,
}

/// Statements that cannot all be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inconsistency {
    /// Stays the same when documents are edited elsewhere or reordered.
    pub id: String,
    /// What kind it is.
    pub kind: Kind,
    /// How sure it is.
    pub severity: Severity,
    /// What does not fit, for a person.
    pub message: String,
    /// The measure that it is about.
    pub measure: Option<String>,
    /// The statements, sorted by document and place.
    pub statements: Vec<Cited>,
}

impl Inconsistency {
    /// An inconsistency whose id is still to be given, of statements in any order.
    fn new(kind: Kind, severity: Severity, message: String, mut statements: Vec<Cited>) -> Self {
        statements.sort();
        statements.dedup();
        Self { id: String::new(), kind, severity, message, measure: None, statements }
    }
}

/// All that comparing the statements of a corpus brought out.
#[derive(Debug, Default)]
pub struct Crossing {
    /// What cannot all be true, waived or not reported left out, sorted by kind, document and place.
    pub inconsistencies: Vec<Inconsistency>,
    /// The figures that the sources put on each declared measure.
    pub timelines: Vec<Timeline>,
    /// What each declared relation comes to.
    pub evaluations: Vec<Evaluation>,
    /// Waivers that have expired or serve nothing.
    pub findings: Vec<Finding>,
}

/// What is kept of a document for the rules across documents.
#[derive(Debug, Default)]
struct Trace {
    inconsistencies: Vec<Inconsistency>,
    /// Figures that fit a declared measure, with its index.
    measured: Vec<(usize, DataPoint)>,
    marks: Box<[figures::Mark]>,
    days: Box<[days::Day]>,
    ages: Vec<age::Aged>,
    story: story::Names,
    utterances: Vec<quote_drift::Utterance>,
    names: Vec<spelling::Name>,
    sketch: copies::Sketch,
}

/// Compares the statements of `corpus`, with what `claims` declare of measures, relations and waivers.
pub fn find(corpus: &Corpus, claims: &Claims) -> Crossing {
    let alike = Alike::new(claims);
    let traces: Vec<_> = (0..corpus.documents.len()).into_par_iter().map(|it| trace(corpus, claims, &alike, it)).collect();
    let copies = copies::groups(corpus, &traces);
    let stories = story::stories(corpus, &traces);
    let timelines = measure::timelines(claims, &traces);
    let evaluations = derived::evaluations(claims, &timelines);
    let mut found: Vec<_> = traces.iter().flat_map(|it| it.inconsistencies.iter().cloned()).collect();
    found.extend(figures::across(corpus, &traces, &alike, &copies, &stories));
    found.extend(days::across(corpus, &traces, &alike, &copies, &stories.pairs));
    found.extend(age::across(corpus, &traces, &stories.pairs));
    found.extend(measure::conflicts(claims, &timelines));
    found.extend(derived::conflicts(&evaluations));
    found.extend(quote_drift::across(corpus, &traces, &copies));
    found.extend(spelling::across(corpus, &traces));
    found.extend(copies::reported(corpus, &copies));
    settle(corpus, &mut found);
    let mut findings = Vec::new();
    let inconsistencies = waiver::applied(found, &claims.waivers, corpus, &mut findings);
    Crossing { inconsistencies, timelines, evaluations, findings }
}

fn trace(corpus: &Corpus, claims: &Claims, alike: &Alike, index: usize) -> Trace {
    let Some(document) = corpus.documents.get(index) else { return Trace::default() };
    let page = Page::read(index, document);
    let points = point::points(&page);
    let mut inconsistencies = Vec::new();
    inconsistencies.extend(conversion::find(&page));
    inconsistencies.extend(weekday::find(&page));
    inconsistencies.extend(dating::find(&page));
    inconsistencies.extend(interval::find(&page));
    inconsistencies.extend(age::find(&page));
    inconsistencies.extend(parts::find(&page, &points));
    inconsistencies.extend(headline::find(&page, &points));
    let marks = figures::marks(&page, &points, alike);
    let story = story::names(&page);
    inconsistencies.extend(figures::inside(&page, &story, &marks, alike));
    Trace {
        inconsistencies,
        measured: measure::measured(&page, claims, alike, &points),
        marks,
        days: days::days(&page, alike),
        ages: age::ages_of(&page),
        story,
        utterances: quote_drift::utterances(&page),
        names: spelling::names(&page),
        sketch: copies::sketch(&page),
    }
}

/// Sorts, drops what is told twice, and gives each its id.
fn settle(corpus: &Corpus, found: &mut Vec<Inconsistency>) {
    // What is told twice is told with its measure.
    found.sort_by(|one, other| {
        let key = |it: &Inconsistency| (it.measure.is_none(), it.severity);
        (one.kind, &one.statements, key(one)).cmp(&(other.kind, &other.statements, key(other)))
    });
    found.dedup_by(|later, first| later.kind == first.kind && later.statements == first.statements);
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    for it in found.iter_mut() {
        let id = stable_id(corpus, it);
        let count = seen.entry(id.clone()).or_default();
        *count += 1;
        it.id = if *count == 1 { id } else { format!("{id}-{count}") };
    }
}

/// An id made of the kind, the documents, and the words of the statements: what stands elsewhere, and where, does not matter.
fn stable_id(corpus: &Corpus, it: &Inconsistency) -> String {
    use sha2::Digest;
    let mut hash = sha2::Sha256::new();
    hash.update(it.kind.code());
    hash.update(it.measure.as_deref().unwrap_or_default());
    for cited in &it.statements {
        let Some(document) = corpus.documents.get(cited.document) else { continue };
        hash.update([0]);
        hash.update(&document.id);
        let words: Vec<_> = cited.span.of(&document.text).split_whitespace().collect();
        hash.update([0]);
        hash.update(words.join(" "));
    }
    let digest = hash.finalize();
    let digits = digest.first_chunk().map_or(0, |it| u32::from_be_bytes(*it));
    format!("{}-{digits:08x}", it.kind.code())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The inconsistencies of plain documents given as `published` and text, as `kind severity: words | words`.
    pub(crate) fn found(documents: &[(&str, &str)]) -> Vec<String> {
        let documents = documents
            .iter()
            .enumerate()
            .map(|(index, (published, text))| crate::corpus::Document::from_text(format!("d{index}"), *text, Period::parse(published)));
        let corpus = Corpus { documents: documents.collect(), ..Corpus::default() };
        let crossing = find(&corpus, &Claims::default());
        crossing.inconsistencies.iter().map(|it| line(&corpus, it)).collect()
    }

    fn line(corpus: &Corpus, it: &Inconsistency) -> String {
        let words = it.statements.iter().map(|cited| cited.span.of(&corpus.documents[cited.document].text));
        let words: Vec<_> = words.collect();
        format!("{} {:?}: {}", it.kind.code(), it.severity, words.join(" | "))
    }

    #[test]
    fn three_reports_of_one_storm_give_what_they_are_at_odds_in() {
        let coast = "Storm Alva leaves 43,000 without power\n\nStorm Alva hit the coast of Merland on Sunday night, leaving 43,000 \
                     households without power, the utility Merkraft said on Monday. The storm sank 12 fishing boats in the harbour of \
                     Aldvik. Two people were killed by falling trees, police said. Governor Nils Aas said 1,300 people were evacuated. \
                     \"We have not seen a storm like this in thirty years,\" Aas said.";
        let north = "Merland cleans up after Alva\n\nSome 34,000 households were without power in Merland on Monday after Storm Alva, \
                     according to the utility Merkraft. In Aldvik the storm sank 12 fishing boats. Falling trees killed three people, \
                     police said. More than 1,000 people had to be evacuated, governor Nils Aas said. \"We have not seen a storm like \
                     this in twenty years,\" Aas told state radio. In neighbouring Osland, 9,000 households lost power.";
        let later = "Power back in most of Merland\n\nPower was restored to most of Merland by Wednesday after Storm Alva, with 2,700 \
                     households still in the dark, Merkraft said. Two people were killed by falling trees on Sunday night, police said. \
                     Ten of the 12 fishing boats that sank in Aldvik will be raised next week.";
        let found = found(&[("2025-11-03", coast), ("2025-11-03", north), ("2025-11-05", later)]);
        let loud: Vec<_> = found.iter().filter(|it| !it.contains(" Info: ")).map(String::as_str).collect();
        assert_eq!(
            loud,
            [
                "figures Warning: Two people | three people",
                "quote-drift Warning: We have not seen a storm like this in thirty years, | We have not seen a storm like this in twenty years,"
            ]
        );
    }

    /// The ids of the inconsistencies of documents given as id, day and text.
    fn ids(documents: &[(&str, &str, String)]) -> Vec<String> {
        let read = |(id, day, text): &(&str, &str, String)| crate::corpus::Document::from_text(*id, text.as_str(), Period::parse(day));
        let mut documents: Vec<_> = documents.iter().map(read).collect();
        documents.sort_by(|one, other| one.id.cmp(&other.id));
        let corpus = Corpus { documents, ..Corpus::default() };
        let mut ids: Vec<_> = find(&corpus, &Claims::default()).inconsistencies.into_iter().map(|it| it.id).collect();
        ids.sort();
        ids
    }

    fn storm(one: &str, other: &str) -> Vec<(&'static str, &'static str, String)> {
        let first = "The storm in Aldmere sank 43 fishing boats in the harbour on Tuesday, and Ida Holm, 45, lost two.";
        let second = "On Tuesday the storm sank 34 fishing boats in Aldmere harbour. Ida Holm, 54, lost two of them.";
        vec![("b/coast", "2025-03-18", format!("{one}{first}{other}")), ("c/north", "2025-03-18", format!("{other}{second}{one}"))]
    }

    proptest::proptest! {
        #[test]
        fn ids_stay_where_other_sentences_and_documents_change(before in 0_usize..5, after in 0_usize..5, more in 0_usize..4, last in proptest::bool::ANY) {
            const OTHER: [&str; 5] = [
                "",
                "The council met until noon.\n\n",
                "Nobody knew why the ferry was late. The crew slept.\n\n",
                "A market opens in May.\n\n",
                "Bread was dear that year.\n\n",
            ];
            let plain = ids(&storm("", ""));
            proptest::prop_assert!(plain.len() >= 2);
            let mut documents = storm(OTHER[before], "");
            for (_, _, text) in &mut documents {
                text.push_str("\n\n");
                text.push_str(OTHER[after]);
            }
            for index in 0..more {
                let id = [["a/one", "a/two", "a/three", "a/four"], ["z/one", "z/two", "z/three", "z/four"]][usize::from(last)][index];
                documents.push((id, "2025-03-18", format!("Harvest number {index} began. {}", OTHER[1])));
            }
            if last {
                documents.reverse();
            }
            proptest::prop_assert_eq!(ids(&documents), plain);
        }
    }
}
