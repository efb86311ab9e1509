//! One name, written differently where it is no transliteration.

use std::collections::{BTreeMap, BTreeSet};

use super::page::Page;
use super::{Cited, Inconsistency, Kind, Rule, Trace};
use crate::corpus::Corpus;
use crate::finding::Severity;
use crate::language::name::same_word;
use crate::text::{Class, Kind as TokenKind, Span};

pub(super) const RULE: Rule = Rule {
    kind: Kind::Spelling,
    code: "spelling",
    summary: "A full name whose family name is one letter off the spelling that other documents, or other places of the same \
              document, have for it. Transliterations of one name are no inconsistency, and names that differ by more than a letter are two.",
    reports: &[&[
        ("2025-03-18", "The mayor, Anna Norwalk, opened the bridge in May."),
        ("2025-03-18", "The mayor, Anna Norwalk, praised the bridge."),
        ("2025-03-18", "The mayor, Anna Norwolk, crossed the bridge."),
    ]],
    spares: &[
        &[
            ("2025-03-18", "The mayor, Anna Berezovsky, opened the bridge in May."),
            ("2025-03-18", "The mayor, Anna Berezovsky, praised the bridge."),
            ("2025-03-18", "The mayor, Anna Berezovskiy, crossed the bridge."),
        ],
        &[
            ("2025-03-18", "The mayor, Anna Norwalk, opened the bridge in May."),
            ("2025-03-18", "The mayor, Anna Norwalk, praised the bridge."),
            ("2025-03-18", "The mayor, Anna Forwalk, crossed the bridge."),
        ],
    ],
};

/// A full name in a document.
#[derive(Clone, Debug)]
pub(super) struct Name {
    document: usize,
    forename: Span,
    family: Span,
}

impl Name {
    /// Its two words.
    fn words<'c>(&self, corpus: &'c Corpus) -> (&'c str, &'c str) {
        let text: &str = corpus.documents.get(self.document).map_or("", |it| it.plain());
        (self.forename.of(text), self.family.of(text))
    }
}

/// Letters that a family name must have before one of them can be a slip.
const LONG: usize = 5;

/// The full names of a page, each spelling once.
pub(super) fn names(page: &Page<'_>) -> Vec<Name> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for at in 0..page.text.tokens.len() {
        let Some(name) = name(page, at) else { continue };
        if seen.insert((name.forename.of(page.text.source), name.family.of(page.text.source))) {
            found.push(name);
        }
    }
    found
}

/// Two capitalised words, of which the first is a forename that the lexicon knows.
fn name(page: &Page<'_>, at: usize) -> Option<Name> {
    let word = |it: usize| page.text.token(it).filter(|it| it.kind == TokenKind::Word && it.capital);
    let (first, last) = (word(at)?, word(at + 1)?);
    let forename = first.class.is(Class::MALE | Class::FEMALE) && !last.glued;
    let family = !last.class.is(Class::FUNCTION | Class::TITLE | Class::BODY_NOUN | Class::PLACE_NOUN) && word(at + 2).is_none();
    let written = page.text.word(at + 1);
    let long = written.chars().count() >= LONG && !written.chars().all(char::is_uppercase);
    (forename && family && long).then_some(Name { document: page.index, forename: first.span, family: last.span })
}

/// Family names one letter off what the rest of the corpus has for the bearer of that forename.
pub(super) fn across(corpus: &Corpus, traces: &[Trace]) -> Vec<Inconsistency> {
    let mut bearers = BTreeMap::<&str, BTreeMap<&str, Vec<&Name>>>::new();
    for name in traces.iter().flat_map(|it| &it.names) {
        let (forename, family) = name.words(corpus);
        bearers.entry(forename).or_default().entry(family).or_default().push(name);
    }
    let mut found = Vec::new();
    for families in bearers.values() {
        let spellings: Vec<_> = families.iter().collect();
        for (family, names) in &spellings {
            // A slip spares the first two letters; a forename's bearers that share them are few.
            let beside = spellings.iter().filter(|(other, _)| other.chars().take(2).eq(family.chars().take(2)));
            let usual = beside.take(NEIGHBOURS).find(|(other, bearers)| bearers.len() > names.len() && slip(family, other));
            if let (Some((_, usual)), [only]) = (usual, names.as_slice()) {
                found.extend(usual.iter().find(|it| near(corpus, it, only)).map(|it| report(corpus, only, it)));
            }
        }
    }
    found
}

/// Spellings of one forename's bearers that are compared at most.
const NEIGHBOURS: usize = 64;

/// Whether two family names differ by one letter, the first letter aside, and are no two spellings of one foreign name.
fn slip(one: &str, other: &str) -> bool {
    let near = one != other && strsim::damerau_levenshtein(one, other) == 1 && one.chars().next() == other.chars().next();
    near && !same_word(one, other) && !inflected(one, other)
}

/// A plural or possessive is no slip.
fn inflected(one: &str, other: &str) -> bool {
    one.strip_suffix('s') == Some(other) || other.strip_suffix('s') == Some(one)
}

/// Whether two documents tell of the same days.
fn near(corpus: &Corpus, one: &Name, other: &Name) -> bool {
    let published = |it: &Name| corpus.documents.get(it.document).and_then(|it| it.metadata.published);
    match (published(one), published(other)) {
        (Some(first), Some(second)) => crate::extract::Period { from: first.shifted(-7).from, to: first.shifted(7).to }.touches(second),
        _ => one.document == other.document,
    }
}

fn report(corpus: &Corpus, rare: &Name, usual: &Name) -> Inconsistency {
    let (one, other) = (rare.words(corpus), usual.words(corpus));
    let message = format!("{} {} is {} {} elsewhere", one.0, one.1, other.0, other.1);
    let statements = [rare, usual].map(|it| Cited {
        document: it.document,
        span: it.forename.join(it.family),
        speaker: None,
        amount: None,
        said: None,
        as_of: None,
    });
    Inconsistency::new(Kind::Spelling, Severity::Warning, message, statements.to_vec())
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    fn check(names: &[&str], expected: usize) {
        let texts: Vec<_> = names.iter().map(|it| format!("The mayor, {it}, opened the bridge.")).collect();
        let documents: Vec<_> = texts.iter().map(|it| ("2025-03-18", it.as_str())).collect();
        let count = found(&documents).into_iter().filter(|it| it.starts_with("spelling")).count();
        assert_eq!(count, expected, "{names:?}");
    }

    #[test]
    fn a_rare_slip_is_reported_and_another_spelling_or_name_is_not() {
        check(&["Anna Norwalk", "Anna Norwalk", "Anna Norwolk"], 1);
        check(&["Anna Norwalk", "Anna Norwolk"], 0);
        check(&["Anna Berezovsky", "Anna Berezovsky", "Anna Berezovskiy"], 0);
        check(&["Anna Norwalk", "Anna Norwalk", "Anna Forwalk"], 0);
    }
}
