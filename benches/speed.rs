//! The promises of speed: scanning and reading text, weighing claims, cross-checking, and a whole check.
//!
//! All of it on the project's own example, and on as much news as asked that is generated from templates of its own.

use std::path::Path;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use onrecord::claim::{self, Claims, Words, parse};
use onrecord::corpus::{self, Corpus, Document};
use onrecord::extract::{Period, Setting, lexicon, read};
use onrecord::report::reading;
use onrecord::run::{Filter, Run};
use onrecord::text::Text;
use onrecord::verify::{Terms, Verifier};
use onrecord::{cross, workspace::Workspace};

fn main() {
    divan::main();
}

/// The example: its corpus and its assertions.
fn example() -> (Workspace, Corpus, Claims) {
    let workspace = Workspace::at(Path::new(env!("CARGO_MANIFEST_DIR")));
    let corpus = corpus::load(&workspace);
    let claims = claim::load(&workspace, &corpus);
    assert!(!corpus.documents.is_empty() && !claims.assertions.is_empty(), "the example is there");
    (workspace, corpus, claims)
}

fn bytes(corpus: &Corpus) -> BytesCount {
    BytesCount::new(corpus.documents.iter().map(|it| it.text.len()).sum::<usize>())
}

#[divan::bench]
fn scan_text(bencher: Bencher<'_, '_>) {
    let (_, corpus, _) = example();
    let scan = || corpus.documents.iter().map(|it| Text::new(&it.text, lexicon()).tokens.len()).sum::<usize>();
    bencher.counter(bytes(&corpus)).bench(scan);
}

#[divan::bench]
fn extract_documents(bencher: Bencher<'_, '_>) {
    let (_, corpus, _) = example();
    let extract = || corpus.documents.iter().map(|it| read(&it.text, &it.metadata.setting()).statements.len()).sum::<usize>();
    bencher.counter(bytes(&corpus)).bench(extract);
}

#[divan::bench]
fn write_rows(bencher: Bencher<'_, '_>) {
    let (_, corpus, _) = example();
    let write = || corpus.documents.iter().map(|it| reading::json(&it.id, &it.text, &it.reading).len()).sum::<usize>();
    bencher.counter(bytes(&corpus)).bench(write);
}

#[divan::bench]
fn weigh_assertions(bencher: Bencher<'_, '_>) {
    let (_, corpus, claims) = example();
    let verifier = Verifier::new(&corpus, &claims.words);
    let weigh = || claims.assertions.iter().map(|it| verifier.weigh(&it.claim, &Terms::default()).evidence.len()).sum::<usize>();
    bencher.counter(ItemsCount::new(claims.assertions.len())).bench(weigh);
}

#[divan::bench]
fn cross_check(bencher: Bencher<'_, '_>) {
    let (_, corpus, claims) = example();
    bencher.counter(bytes(&corpus)).bench(|| cross::find(&corpus, &claims).inconsistencies.len());
}

#[divan::bench]
fn whole_check(bencher: Bencher<'_, '_>) {
    bencher.bench(|| {
        let (workspace, corpus, claims) = example();
        let chosen = Filter::default().chosen(&claims);
        Run::of(&workspace, corpus, claims, &chosen, &|| {}).checked.len()
    });
}

const NAMES: [&str; 8] = ["Holm", "Berg", "Falk", "Lind", "Roos", "Stern", "Voss", "Wolf"];
const TOWNS: [&str; 8] = ["Tidemouth", "Oxbow", "Larkhill", "Fenwick", "Ashby", "Norcott", "Quayside", "Millbrook"];
const MONTHS: [&str; 6] = ["January", "March", "May", "July", "September", "November"];

/// Plain news of our own: every paragraph has a figure, a speaker and a date, and none is like another.
fn news(number: usize) -> String {
    let pick = |list: &[&'static str], step: usize| list.get((number * step) % list.len()).copied().unwrap_or_default();
    let (name, town, month) = (pick(&NAMES, 3), pick(&TOWNS, 5), pick(&MONTHS, 7));
    let (tonnes, ships, share) = (1000 + number * 37 % 90_000, 2 + number % 60, 1 + number % 98);
    format!(
        "The port of {town} handled about {tonnes} tonnes of grain in {month}, harbour master {name} told reporters on Monday.\n\n\
         {name} said {ships} ships had waited outside the port. \"More than {share}% of the crews were sent home,\" she added, \
         and the town council has not decided whether the quay will reopen.\n\n\
         The weather was calm and the streets were empty. Nobody was hurt, officials said.\n"
    )
}

fn document(number: usize) -> Document {
    Document::from_text(format!("news/{number:06}"), news(number), Period::parse("2024-06-03"))
}

fn much_news(documents: usize) -> Corpus {
    Corpus { documents: (0..documents).map(document).collect(), findings: Vec::new() }
}

#[divan::bench]
fn extract_long_text(bencher: Bencher<'_, '_>) {
    let text: String = (0..500).map(news).collect();
    let setting = Setting { published: Period::parse("2024-06-03"), ..Setting::default() };
    bencher.counter(BytesCount::of_str(&text)).bench(|| read(&text, &setting).statements.len());
}

#[divan::bench(args = [100, 1000])]
fn index_documents(bencher: Bencher<'_, '_>, documents: usize) {
    let (corpus, words) = (much_news(documents), Words::default());
    bencher.counter(ItemsCount::new(documents)).bench(|| Verifier::new(&corpus, &words).corpus().documents.len());
}

#[divan::bench(args = [100, 1000])]
fn weigh_claims(bencher: Bencher<'_, '_>, documents: usize) {
    let (corpus, words) = (much_news(documents), Words::default());
    let verifier = Verifier::new(&corpus, &words);
    let claims: Vec<_> = (0..50).filter_map(|it| parse(&format!("{} ships waited", 2 + it % 60), None, &words).ok()).collect();
    assert!(!claims.is_empty(), "the claims of the bench are read");
    let weigh = || claims.iter().map(|it| verifier.weigh(it, &Terms::default()).evidence.len()).sum::<usize>();
    bencher.counter(ItemsCount::new(claims.len())).bench(weigh);
}
