//! Corroboration: how many documents bear a claim out independently of each other.

use std::collections::BTreeSet;

use crate::corpus::{Corpus, Document};
use crate::text::Text;

use super::index::hash;

/// What documents come to as sources of each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sources {
    /// The documents that count.
    pub origins: Vec<usize>,
    /// The documents that repeat one of them, with why.
    pub repeats: Vec<Repeat>,
}

/// A document that repeats another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repeat {
    pub document: usize,
    pub origin: usize,
    /// For a person: "shares 60% of its words with".
    pub why: String,
}

/// Which of `documents` are independent: copies and rewrites of one text count once.
pub(super) fn sources(corpus: &Corpus, documents: &[usize]) -> Sources {
    let documents: BTreeSet<usize> = documents.iter().copied().collect();
    let mut sources = Sources::default();
    let mut known: Vec<(usize, BTreeSet<u32>, Option<String>)> = Vec::new();
    for (index, document) in documents.into_iter().filter_map(|it| Some((it, corpus.documents.get(it)?))) {
        let (shingles, agency) = (shingles(&document.text), agency(document));
        let repeated = known.iter().find_map(|(origin, theirs, credited)| {
            let other = corpus.documents.get(*origin)?;
            Some((*origin, rewrite(document, other, agency.as_deref(), credited.as_deref()).or_else(|| copy(&shingles, theirs))?))
        });
        if let Some((origin, why)) = repeated {
            sources.repeats.push(Repeat { document: index, origin, why });
        } else {
            sources.origins.push(index);
            known.push((index, shingles, agency));
        }
    }
    sources
}

/// Words in a row that two texts must share to have it from each other.
const WORDS: usize = 6;

fn shingles(text: &str) -> BTreeSet<u32> {
    let words: Vec<String> = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect();
    words.windows(WORDS).map(|it| hash(&it.join(" "))).collect()
}

/// Why one text is a copy of the other: a quarter of the shorter stands in it.
fn copy(one: &BTreeSet<u32>, other: &BTreeSet<u32>) -> Option<String> {
    let (shared, shorter) = (one.intersection(other).count(), one.len().min(other.len()).max(1));
    (shared * 4 >= shorter).then(|| format!("{}% of the shorter text are the same words", shared * 100 / shorter))
}

/// Why both tell one story of one hand: an author's, or a news agency's, of about one day.
fn rewrite(one: &Document, other: &Document, credited: Option<&str>, also: Option<&str>) -> Option<String> {
    let (day, other_day) = (one.metadata.published?, other.metadata.published?);
    if one.metadata.author.is_some() && one.metadata.author == other.metadata.author && day == other_day {
        return Some("by one author on one day".to_owned());
    }
    let near = (day.from.duration_since(other_day.from).as_hours().abs()) <= 48;
    credited.filter(|it| near && also == Some(*it)).map(|it| format!("both credit {it}"))
}

/// The news agencies that papers print stories of, with the names by which they credit them.
const AGENCIES: [(&str, &[&str]); 12] = [
    ("AFP", &["AFP", "Agence France-Presse"]),
    ("ANSA", &["ANSA"]),
    ("AP", &["AP", "Associated Press"]),
    ("Bloomberg", &["Bloomberg"]),
    ("dpa", &["dpa", "DPA", "Deutsche Presse-Agentur"]),
    ("EFE", &["EFE"]),
    ("Interfax", &["Interfax"]),
    ("Kyodo", &["Kyodo"]),
    ("PA", &["PA Media", "Press Association"]),
    ("Reuters", &["Reuters", "REUTERS"]),
    ("TASS", &["TASS"]),
    ("Xinhua", &["Xinhua"]),
];

/// The news agency that a document credits: as its author or publisher, in its dateline, in a line of its own at either end.
fn agency(document: &Document) -> Option<String> {
    let metadata = &document.metadata;
    let text = Text::new(&document.text, crate::extract::lexicon());
    let words = |from: usize, to: usize| -> Vec<&str> { (from..to.min(text.tokens.len())).map(|it| text.word(it)).collect() };
    let last = text.tokens.len();
    let (opening, closing) = (words(0, OPENING), words(last.saturating_sub(CLOSING), last));
    // In running text an agency may be one source among many; a credit stands in brackets, behind "By" or before a dash.
    let credited = |words: &[&str], name: &str| {
        let spelt = Text::new(name, crate::extract::lexicon());
        let parts: Vec<&str> = (0..spelt.tokens.len()).map(|it| spelt.word(it)).collect();
        words.windows(parts.len()).enumerate().any(|(at, it)| {
            let before = at.checked_sub(1).and_then(|it| words.get(it)).copied().unwrap_or_default();
            let after = words.get(at + parts.len()).copied().unwrap_or_default();
            it == parts && (matches!(before, "(" | "By" | "by" | "/") || matches!(after, "—" | "–" | ")") || (before == "The" && at < 3))
        })
    };
    let named = |field: &Option<String>, name: &str| field.as_deref().is_some_and(|it| it == name || it.strip_prefix("The ") == Some(name));
    let is = |name: &&str| {
        named(&metadata.author, name) || named(&metadata.publisher, name) || credited(&opening, name) || credited(&closing, name)
    };
    AGENCIES.iter().find(|it| it.1.iter().any(&is)).map(|it| it.0.to_owned())
}

/// Tokens from the start of a text that its dateline and its byline stand in.
const OPENING: usize = 60;

/// Tokens at its end that a credit stands in.
const CLOSING: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Period;

    fn check(texts: &[&str], expected: usize) {
        let document = |(at, text): (usize, &&str)| Document::from_text(format!("d{at}"), (*text).to_owned(), Period::parse("2024-05-16"));
        let corpus = Corpus { documents: texts.iter().enumerate().map(document).collect(), findings: Vec::new() };
        let all: Vec<usize> = (0..texts.len()).collect();
        let found = sources(&corpus, &all);
        assert_eq!(found.origins.len(), expected, "{texts:?}: {found:?}");
        assert_eq!(found.origins.len() + found.repeats.len(), texts.len());
    }

    #[test]
    fn a_copy_with_a_new_headline_is_no_second_source() {
        let story = "The harbour of Lindvik was closed for nine days after the storm tore the outer wall away.";
        check(&[story, &format!("Storm news. {story} Crews are at work.")], 1);
        check(&[story, "Lindvik's port stayed shut for nine days, its mayor said."], 2);
    }

    #[test]
    fn a_rewrite_of_one_wire_story_is_no_second_source() {
        check(
            &[
                "LINDVIK (AFP) — Nine days passed before ships could enter the port again.",
                "By Agence France-Presse. Ships may sail into Lindvik once more, nine days after the storm.",
            ],
            1,
        );
        check(
            &[
                "LINDVIK (AFP) — Nine days passed before ships could enter the port again.",
                "Ships may sail into Lindvik once more, nine days after the storm. (Reuters)",
                "The mayor told AFP and Reuters that the port had been shut for nine days.",
            ],
            3,
        );
    }
}
