//! Corroboration: how many documents bear a claim out independently of each other.

use std::collections::BTreeSet;

use crate::corpus::{Corpus, Document};

use super::index::hash;

/// How many of `documents` are independent: copies and rewrites of one text count once.
pub(super) fn independent(corpus: &Corpus, documents: &[usize]) -> usize {
    let documents: BTreeSet<usize> = documents.iter().copied().collect();
    let mut origins: Vec<(&Document, BTreeSet<u32>)> = Vec::new();
    for document in documents.into_iter().filter_map(|it| corpus.documents.get(it)) {
        let shingles = shingles(&document.text);
        if !origins.iter().any(|it| agency(it.0, document) || copies(&it.1, &shingles)) {
            origins.push((document, shingles));
        }
    }
    origins.len()
}

/// Words in a row that two texts must share to have it from each other.
const WORDS: usize = 6;

fn shingles(text: &str) -> BTreeSet<u32> {
    let words: Vec<String> = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect();
    words.windows(WORDS).map(|it| hash(&it.join(" "))).collect()
}

/// Whether a quarter of the shorter text stands in the other.
fn copies(one: &BTreeSet<u32>, other: &BTreeSet<u32>) -> bool {
    let shared = one.intersection(other).count();
    shared * 4 >= one.len().min(other.len()).max(1)
}

/// Whether both name one author and one day: a wire story that two papers printed.
fn agency(one: &Document, other: &Document) -> bool {
    one.metadata.author.is_some() && one.metadata.author == other.metadata.author && one.metadata.published == other.metadata.published
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(texts: &[&str], expected: usize) {
        let documents =
            texts.iter().enumerate().map(|(at, text)| Document::from_text(format!("d{at}"), (*text).to_owned(), None)).collect();
        let corpus = Corpus { documents, findings: Vec::new() };
        let all: Vec<usize> = (0..texts.len()).collect();
        assert_eq!(independent(&corpus, &all), expected, "{texts:?}");
    }

    #[test]
    fn a_copy_with_a_new_headline_is_no_second_source() {
        let story = "The harbour of Lindvik was closed for nine days after the storm tore the outer wall away.";
        check(&[story, &format!("Storm news. {story} Crews are at work.")], 1);
        check(&[story, "Lindvik's port stayed shut for nine days, its mayor said."], 2);
    }
}
