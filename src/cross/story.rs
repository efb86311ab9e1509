//! Stories: which documents tell of one event, as far as the names in them show.
//!
//! Only documents of one story are compared figure by figure. Two documents belong together where they share several names, and
//! among them such as few documents have; pairs are proposed by the names alone, so the cost is linear in the corpus.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::Trace;
use super::page::Page;
use crate::corpus::Corpus;
use crate::extract::Period;
use crate::language::homeland;
use crate::text::{Class, Kind, Text};

/// The names of a document, told apart by a hash.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// All of them, sorted.
    all: Box<[u32]>,
    /// Those of its title and its first sentences, which say what it is about, sorted.
    main: Box<[u32]>,
}

impl Names {
    /// Whether the document has `name`.
    pub(super) fn has(&self, name: &str) -> bool {
        self.all.binary_search(&hash(name)).is_ok()
    }

    /// Whether the title or the first sentences have `name`.
    pub(super) fn opens_with(&self, name: &str) -> bool {
        self.main.binary_search(&hash(name)).is_ok()
    }

    /// Whether the beginnings of two documents share a name.
    pub(super) fn begin_alike(&self, other: &Self) -> bool {
        self.main.iter().any(|it| other.main.binary_search(it).is_ok())
    }
}

/// Sentences that say what a document is about.
const OPENING: usize = 3;

/// Names that are kept of a document: those that it has first.
const KEPT: usize = 48;

/// The names of a document that it is paired by: those that the fewest documents have.
const TELLING: usize = 12;

/// Documents that one name pairs a document with at most: those nearest in time.
const WINDOW: usize = 8;

/// Documents that may share a name that still tells them from others.
const FEW: usize = 12;

/// FNV-1a over lower-case letters.
pub(super) fn hash(word: &str) -> u32 {
    let letters = word.chars().flat_map(char::to_lowercase);
    letters.fold(0x811c_9dc5, |hash, letter| (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193))
}

/// The names of a page.
pub(super) fn names(page: &Page<'_>) -> Names {
    let text = &page.text;
    let mut all = BTreeSet::new();
    let mut opening = BTreeSet::new();
    let mut first_words = Vec::new();
    for (index, sentence) in text.sentences.iter().enumerate() {
        if all.len() < KEPT && !title_case(text, sentence.tokens()) {
            all.extend(names_in(text, sentence.tokens(), true).iter().map(|it| hash(it)));
        }
        first_words.extend(first_word(text, sentence.tokens()));
        if index < OPENING {
            // A title may begin with a name, or be all in capitals; what comes again as a name in the text is one.
            opening.extend(names_in(text, sentence.tokens(), false).iter().map(|it| hash(it)));
        }
    }
    // What opens two sentences is a name more often than not.
    first_words.sort_unstable();
    all.extend(first_words.chunk_by(|one, other| one == other).filter(|it| it.len() > 1).map(|it| it[0]));
    let main = opening.into_iter().filter(|it| all.contains(it)).collect();
    Names { all: all.into_iter().collect(), main }
}

/// Whether a line has nearly all of its words in capitals, as titles have: there a capital tells no name.
pub(super) fn title_case(text: &Text<'_>, tokens: std::ops::Range<usize>) -> bool {
    let words = tokens.filter(|it| text.token(*it).is_some_and(|it| it.kind == Kind::Word) && !text.class(*it).is(Class::FUNCTION));
    let (capital, all) = words.fold((0, 0), |(capital, all), it| (capital + usize::from(text.tokens[it].capital), all + 1));
    all > 3 && capital * 5 >= all * 4
}

/// The names among `tokens`, one for each row of capitalised words: its last word, or the one before where that is a common noun
/// ("Aldmere Harbour"); a people stands for its country. The first word of a sentence is left out where it `opens` one.
pub(super) fn names_in(text: &Text<'_>, tokens: std::ops::Range<usize>, opens: bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut row: Option<usize> = None;
    let first = tokens.clone().find(|it| text.token(*it).is_some_and(|it| it.kind == Kind::Word));
    for at in tokens.clone().chain([tokens.end]) {
        let named = tokens.contains(&at) && is_name(text, at) && !(opens && Some(at) == first && !in_row(text, at));
        if named {
            if row.is_none_or(|it| beside_names(text.word(it)) || !beside_names(text.word(at))) {
                row = Some(at);
            }
        } else if !text.is(at, ".") {
            found.extend(row.take().map(|it| folded(text.word(it))));
        }
    }
    found
}

/// The first word of a sentence, where it may be a name that no other word shows to be one; twice where it owns something.
fn first_word(text: &Text<'_>, tokens: std::ops::Range<usize>) -> Vec<u32> {
    let Some(at) = tokens.clone().find(|it| text.token(*it).is_some_and(|it| it.kind == Kind::Word)) else { return Vec::new() };
    if !is_name(text, at) || text.class(at).without(Class::PHRASED.or(Class::VIEW)) != Class::NONE || in_row(text, at) {
        return Vec::new();
    }
    let owns = text.token(at + 1).is_some_and(|it| it.kind == Kind::Clitic && it.glued);
    vec![hash(&folded(text.word(at))); 1 + usize::from(owns)]
}

/// Whether a word is a common noun that names have beside them.
fn beside_names(word: &str) -> bool {
    NOUNS.contains(word.to_lowercase().as_str())
}

static NOUNS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| include_str!("data/beside-names.txt").lines().filter(|it| !it.starts_with('#')).collect());

/// Whether the word after is a name as well, so that the first word of a sentence is more than its beginning.
fn in_row(text: &Text<'_>, at: usize) -> bool {
    is_name(text, at + 1)
}

fn is_name(text: &Text<'_>, at: usize) -> bool {
    let common = Class::MONTH | Class::WEEKDAY | Class::TITLE | Class::FUNCTION | Class::PRONOUN | Class::NUMBER_WORD | Class::ROLE;
    text.token(at).is_some_and(|it| it.kind == Kind::Word && it.capital && !it.class.is(common) && it.span.len() > 1)
}

/// A name in the form in which names are compared: a people's as its country's, without case.
pub(super) fn folded(word: &str) -> String {
    let word = word.to_lowercase();
    let singular = word.strip_suffix('s').unwrap_or(&word);
    let place = homeland(&word).or_else(|| homeland(singular));
    place.map_or(word, str::to_owned)
}

/// Which documents of a corpus tell of one event.
pub(super) struct Stories {
    /// Pairs of them, the first before the second, sorted.
    pub(super) pairs: Vec<(u32, u32)>,
    frequency: Frequency,
}

impl Stories {
    /// Whether few enough documents have a name for it to tell an event from others.
    pub(super) fn tells(&self, name: &str) -> bool {
        self.frequency.count(hash(name)) <= self.frequency.few
    }
}

/// The documents that tell of one event.
pub(super) fn stories(corpus: &Corpus, traces: &[Trace]) -> Stories {
    let frequency = Frequency::of(traces);
    let mut entries = Vec::new();
    for (document, trace) in (0_u32..).zip(traces) {
        let mut names: Vec<_> = trace.story.all.iter().map(|it| (frequency.count(*it), *it)).collect();
        names.sort_unstable();
        let day = corpus.documents.get(document as usize).and_then(|it| it.metadata.published).map(|it| it.from);
        entries.extend(names.iter().filter(|it| it.0 > 1).take(TELLING).map(|it| (it.1, day, document)));
    }
    entries.sort_unstable();
    let mut pairs = Vec::new();
    for (at, (name, _, one)) in entries.iter().enumerate() {
        let others = entries.iter().skip(at + 1).take(WINDOW).take_while(|it| it.0 == *name);
        pairs.extend(others.map(|it| (*one.min(&it.2), *one.max(&it.2))));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.retain(|it| one_event(corpus, &frequency, traces, *it));
    Stories { pairs, frequency }
}

/// How many documents have a name.
struct Frequency {
    counts: Vec<(u32, u32)>,
    few: u32,
}

impl Frequency {
    fn of(traces: &[Trace]) -> Self {
        let mut all: Vec<_> = traces.iter().flat_map(|it| it.story.all.iter().copied()).collect();
        all.sort_unstable();
        let groups = all.chunk_by(|one, other| one == other);
        let count = |it: &[u32]| u32::try_from(it.len()).unwrap_or(u32::MAX);
        let counts = groups.filter_map(|it| Some((*it.first()?, count(it)))).collect();
        let few = u32::try_from((traces.len() / 20).max(FEW)).unwrap_or(u32::MAX);
        Self { counts, few }
    }

    fn count(&self, name: u32) -> u32 {
        let at = self.counts.partition_point(|it| it.0 < name);
        self.counts.get(at).filter(|it| it.0 == name).map_or(0, |it| it.1)
    }
}

/// Whether two documents share three names, or two and half of those that the poorer has, some of which few documents have.
fn one_event(corpus: &Corpus, frequency: &Frequency, traces: &[Trace], (one, other): (u32, u32)) -> bool {
    let names = |it: u32| traces.get(it as usize).map(|it| &*it.story.all).unwrap_or_default();
    let (first, second) = (names(one), names(other));
    let shared: Vec<_> = first.iter().filter(|it| second.binary_search(it).is_ok()).collect();
    let telling = shared.iter().filter(|it| frequency.count(***it) <= frequency.few).count();
    let poorer = first.len().min(second.len());
    match shared.len() {
        0 => false,
        // A short notice has one name.
        1 => telling == 1 && poorer <= 2 && of_one_day(corpus, one, other),
        2 => telling >= 1 && poorer <= 4,
        _ => telling >= 2,
    }
}

/// Whether two documents were published within a day of each other.
fn of_one_day(corpus: &Corpus, one: u32, other: u32) -> bool {
    let day = |it: u32| corpus.documents.get(it as usize).and_then(|it| it.metadata.published);
    day(one).zip(day(other)).is_some_and(|(one, other)| Period { from: one.shifted(-1).from, to: one.shifted(1).to }.touches(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cross::page::Page;

    fn check(text: &str, expected: &[&str]) {
        let document = crate::corpus::Document::from_text("d", text, None);
        let page = Page::read(0, &document);
        let names = names(&page);
        let mut expected: Vec<_> = expected.iter().map(|it| hash(it)).collect();
        expected.sort_unstable();
        assert_eq!(&*names.all, expected.as_slice(), "{text}");
    }

    #[test]
    fn a_row_of_capitals_is_one_name_without_its_title() {
        check("On Tuesday Governor Ida Holm opened Aldmere City with Danish sailors.", &["holm", "aldmere", "denmark"]);
    }

    #[test]
    fn the_table_is_sorted_and_unique() {
        let rows: Vec<_> = include_str!("data/beside-names.txt").lines().filter(|it| !it.starts_with('#')).collect();
        assert!(rows.is_sorted());
        assert_eq!(rows.len(), NOUNS.len());
    }

    #[test]
    fn the_first_word_is_a_name_where_it_owns_or_comes_again() {
        check("Grenmar's port stood still.", &["grenmar"]);
        check("Ships waited. They waited long.", &[]);
    }

    #[test]
    fn a_headline_in_capitals_tells_no_names() {
        check("Port Strike Ends After Nine Long Days", &[]);
    }
}
