//! The index: which sentences hold which words, so that a claim finds its candidates through its rarest ones.
//!
//! Words are kept as hashes of 32 bits. Two words that share a hash only bring a candidate too many, which the weighing
//! drops. The lists of sentences are delta-coded bytes, a byte or two an entry, in segments of a bounded number of
//! documents, so that building takes little more room than the index itself.

use rayon::prelude::*;

use crate::corpus::{Corpus, Document};
use crate::extract::{Value, lexicon};
use crate::text::{Class, Kind, Text, fnv};

use super::meaning::stem;
use super::scope::{self, Runs};

/// Documents a segment.
const SEGMENT: usize = 4096;

/// Which sentences hold which words.
#[derive(Debug, Default)]
pub(super) struct Index {
    segments: Vec<Segment>,
    /// The number of the first sentence of each document, and the number of all sentences.
    starts: Vec<u32>,
}

#[derive(Debug, Default)]
struct Segment {
    /// Hashes in order, each with where its list begins in `bytes`; the last entry ends the last list.
    lists: Vec<(u32, u32)>,
    bytes: Vec<u8>,
    /// The number of the first sentence.
    base: u32,
}

/// A word to look for: alternatives that count as one.
#[derive(Clone, Debug)]
pub(super) struct Sought {
    /// The hashes of the word and of what may stand for it.
    pub hashes: Vec<u32>,
}

/// A sentence found, by document and sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    /// The index of the document.
    pub document: u32,
    /// The index of the sentence in its reading.
    pub sentence: u32,
}

impl Index {
    /// Indexes the sentences of `corpus`.
    pub(super) fn new(corpus: &Corpus) -> Self {
        let mut starts = Vec::with_capacity(corpus.documents.len() + 1);
        let mut next = 0_u32;
        for document in &corpus.documents {
            starts.push(next);
            next = next.saturating_add(u32::try_from(document.reading.sentences.len()).unwrap_or(u32::MAX));
        }
        starts.push(next);
        let segments = corpus.documents.par_chunks(SEGMENT).enumerate().map(|(at, documents)| {
            let base = starts[at * SEGMENT];
            Segment::new(documents, base)
        });
        let segments = segments.collect();
        Self { segments, starts }
    }

    /// The number of the first sentence of each document, and the number of all sentences.
    pub(super) fn starts(&self) -> &[u32] {
        &self.starts
    }

    /// The best sentences for `sought` within `scope`, at most `limit`: those that hold most of the rarest words, their documents' other
    /// sentences counting a little; equals in order of their place.
    pub(super) fn best(&self, sought: &[Sought], limit: usize, scope: Option<&Runs>) -> Vec<Found> {
        let list = |it: &Sought| {
            let mut sentences = self.sentences(it);
            if let Some(runs) = scope {
                scope::keep(&mut sentences, runs);
            }
            sentences
        };
        let mut lists: Vec<(usize, Vec<u32>)> = sought.iter().map(list).enumerate().collect();
        lists.retain(|it| !it.1.is_empty());
        lists.sort_by_key(|it| (it.1.len(), it.0));
        let total = *self.starts.last().unwrap_or(&0);
        let mut hits: Vec<(u32, u32)> = Vec::new();
        for (at, (_, list)) in lists.iter().enumerate() {
            // A word that stands everywhere adds a weight to what others found, and finds nothing by itself.
            if at > 0 && hits.len() + list.len() > ENOUGH {
                break;
            }
            let weight = 2 + (total / u32::try_from(list.len()).unwrap_or(u32::MAX).max(1)).max(1).ilog2();
            hits.extend(list.iter().map(|it| (*it, weight | (u32::try_from(at).unwrap_or(31) << 8))));
        }
        hits.sort_unstable();
        self.ranked(&hits, limit)
    }

    /// Adds the sentences that share no word with what was sought, where there are few: what was handed over may say all of it in others.
    pub(super) fn fill(&self, found: &mut Vec<Found>, limit: usize, scope: Option<&Runs>) {
        let mut sentences: Vec<u32> = (0..*self.starts.last().unwrap_or(&0)).take(limit + 1).collect();
        if sentences.len() > limit {
            return;
        }
        if let Some(runs) = scope {
            scope::keep(&mut sentences, runs);
        }
        for it in sentences {
            let document = self.starts.partition_point(|start| *start <= it) - 1;
            let place = Found { document: u32::try_from(document).unwrap_or(u32::MAX), sentence: it - self.starts[document] };
            if !found.contains(&place) {
                found.push(place);
            }
        }
    }

    fn ranked(&self, hits: &[(u32, u32)], limit: usize) -> Vec<Found> {
        let mut scored: Vec<(u32, Found)> = Vec::new();
        let mut at = 0;
        while let Some(&(first, _)) = hits.get(at) {
            let document = self.starts.partition_point(|it| *it <= first) - 1;
            let end = at + hits.get(at..).unwrap_or_default().partition_point(|it| it.0 < self.starts[document + 1]);
            let inside = hits.get(at..end).unwrap_or_default();
            let mut words: Vec<(u32, u32)> = inside.iter().map(|it| (it.1 >> 8, it.1 & 0xff)).collect();
            words.sort_unstable();
            words.dedup();
            let whole: u32 = words.iter().map(|it| it.1).sum();
            for group in inside.chunk_by(|one, other| one.0 == other.0) {
                let own: u32 = group.iter().map(|it| it.1 & 0xff).sum();
                let found = Found {
                    document: u32::try_from(document).unwrap_or(u32::MAX),
                    sentence: group.first().map_or(0, |it| it.0) - self.starts[document],
                };
                scored.push((own * 2 + whole, found));
            }
            at = end;
        }
        scored.sort_by_key(|it| (std::cmp::Reverse(it.0), it.1));
        scored.truncate(limit);
        scored.into_iter().map(|it| it.1).collect()
    }

    fn sentences(&self, sought: &Sought) -> Vec<u32> {
        let mut sentences = Vec::new();
        for segment in &self.segments {
            for hash in &sought.hashes {
                segment.read(*hash, &mut sentences);
            }
        }
        sentences.sort_unstable();
        sentences.dedup();
        sentences
    }
}

/// Entries of lists that are merged for one claim.
const ENOUGH: usize = 100_000;

impl Segment {
    fn new(documents: &[Document], base: u32) -> Self {
        let mut entries: Vec<u64> = Vec::new();
        let mut sentence = 0_u64;
        for document in documents {
            terms(document, |at, hash| entries.push(u64::from(hash) << 32 | (sentence + at as u64)));
            sentence += document.reading.sentences.len() as u64;
        }
        entries.sort_unstable();
        entries.dedup();
        let mut segment = Self { lists: Vec::new(), bytes: Vec::new(), base };
        for list in entries.chunk_by(|one, other| one >> 32 == other >> 32) {
            let hash = u32::try_from(list[0] >> 32).expect("the upper half of 64 bits");
            segment.lists.push((hash, offset(segment.bytes.len())));
            let mut last = 0;
            for entry in list {
                let place = entry & 0xffff_ffff;
                push(&mut segment.bytes, place - last);
                last = place;
            }
        }
        segment.lists.push((u32::MAX, offset(segment.bytes.len())));
        segment.lists.shrink_to_fit();
        segment.bytes.shrink_to_fit();
        segment
    }

    fn read(&self, hash: u32, into: &mut Vec<u32>) {
        let at = self.lists.partition_point(|it| it.0 < hash);
        let (Some(&(found, from)), Some(&(_, to))) = (self.lists.get(at), self.lists.get(at + 1)) else { return };
        if found != hash {
            return;
        }
        let mut place = self.base;
        let mut delta = 0_u32;
        let mut shift = 0;
        for byte in self.bytes.get(from as usize..to as usize).unwrap_or_default() {
            delta |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                place += delta;
                into.push(place);
                (delta, shift) = (0, 0);
            }
        }
    }
}

fn offset(length: usize) -> u32 {
    u32::try_from(length).expect("a segment's lists are shorter than four gigabytes")
}

fn push(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(u8::try_from(value & 0x7f).expect("seven bits") | 0x80);
        value >>= 7;
    }
    bytes.push(u8::try_from(value).expect("seven bits"));
}

/// Calls `each` for the terms of a document, with the index of their sentence.
fn terms(document: &Document, mut each: impl FnMut(usize, u32)) {
    let text = Text::new(&document.text, lexicon());
    let reading = &document.reading;
    for (at, sentence) in reading.sentences.iter().enumerate() {
        let first = text.token_at(sentence.span.start);
        let end = text.token_at(sentence.span.end);
        for token in text.tokens.get(first..end).unwrap_or_default() {
            if token.kind == Kind::Word && !token.class.is(Class::FUNCTION) {
                each(at, hash(&stem(token.span.of(&document.text))));
            }
        }
    }
    for quantity in &reading.quantities {
        let at = reading.sentences.partition_point(|it| it.span.end <= quantity.number.start);
        each(at.min(reading.sentences.len().saturating_sub(1)), number_hash(quantity.value));
    }
}

/// The hash of a number as it is looked up: whatever its unit.
pub(super) fn number_hash(value: Value) -> u32 {
    match value {
        Value::One(it) => hash(&format!("#{}", it.normalize())),
        Value::Range(low, high) => hash(&format!("#{}-{}", low.normalize(), high.normalize())),
    }
}

/// FNV-1a, folded to 32 bits; the same on every machine.
pub(super) fn hash(term: &str) -> u32 {
    let folded = fnv(term.bytes().map(u64::from));
    u32::try_from((folded ^ (folded >> 32)) & 0xffff_ffff).expect("the lower half of 64 bits")
}
