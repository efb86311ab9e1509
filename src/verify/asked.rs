//! What a claim asks, made ready for weighing: its sentences, speaker and period.

use std::cell::OnceCell;
use std::ops::Range;

use crate::claim::Claim;
use crate::extract::{Attribution, Reading, Stance};
use crate::text::Span;

use super::described::{self, Described};
use super::index::{Sought, hash, number_hash};
use super::meaning::Meaning;
use super::modality;
use super::parts;
use super::period;
use super::polarity;
use super::registry::{Mention, Registry};
use super::sense::{Role, Sense};

/// A claim, made ready.
#[derive(Debug)]
pub(super) struct Asked<'q> {
    /// The speaker that it names.
    pub speaker: Option<&'q str>,
    /// The period that it names beside its words.
    pub period: Option<period::Asked>,
    /// Its sentences, or their parts; each must be borne out.
    pub sentences: Vec<Wanted<'q>>,
}

/// One sentence of a claim.
#[derive(Debug)]
pub(super) struct Wanted<'q> {
    /// Its words.
    pub sense: Sense<'q>,
    /// The words of the claim that it stands for, where they are not all of it.
    pub words: Option<&'q str>,
    /// Whom it names.
    pub mentions: Vec<Mention>,
    /// Whether the sentence up to its start tells what is expected, ordered or possible.
    pub modal: bool,
    /// The words outside its part that only tell whom or what it speaks of.
    pub named: Vec<usize>,
    /// What describes those whom it names, once that was asked.
    described: OnceCell<Vec<Described>>,
    /// Whether it tells what goes along with the part before it, and so is told where that is: ", killing 40 people".
    pub leans: bool,
}

/// Verbs of making known what is so without the doing that they go along with.
const SHOWING: [&str; 8] = ["confirm", "demonstrate", "expose", "highlight", "illustrate", "reveal", "show", "uncover"];

/// Whether a part has no subject of its own but goes along with what stands before it.
fn leans(sense: &Sense<'_>, part: &Range<usize>, shared: &[usize]) -> bool {
    let first = part.clone().find(|it| !matches!(sense.lower(*it), "," | "and"));
    // What a doing reveals is so, wherever that is told.
    let shows = |it: usize| SHOWING.contains(&&*sense.words[it].stem);
    let along = |it: usize| sense.graph().is_verb(it) && sense.lower(it).ends_with("ing") && !shows(it);
    let counted = || sense.amounts.iter().any(|it| part.contains(&it.first));
    // ", which is an increase of 4%": so much is told of nothing else.
    let counts =
        |it: usize| sense.lower(it) == "which" && matches!(sense.lower(it + 1), "is" | "was" | "represents" | "represented") && counted();
    part.start > 0 && (shared.is_empty() && first.is_some_and(along) || first.is_some_and(counts))
}

/// Whether the claim tells the part as expected, ordered, wished or possible.
fn coloured(sense: &Sense<'_>, part: &Range<usize>, reading: &Reading) -> bool {
    polarity::before(sense, part.start).modal || modality::foretells(sense) || wished(sense, part, reading)
}

/// Whether the claim reports the part as what somebody wishes or leaves open.
fn wished(sense: &Sense<'_>, part: &Range<usize>, reading: &Reading) -> bool {
    let token = |it: usize| sense.text.tokens.get(it).map(|it| (it.span.start + sense.offset, it.span.end + sense.offset));
    let (Some((from, _)), Some((_, to))) = (token(part.start), part.end.checked_sub(1).and_then(token)) else { return false };
    let open = |it: &&Attribution| matches!(it.stance, Stance::Wishes | Stance::Withholds);
    reading.attributions.iter().filter(open).any(|it| it.content.start <= from && to <= it.content.end + 1)
}

impl<'q> Asked<'q> {
    /// Makes `claim` ready.
    pub(super) fn new(claim: &'q Claim, registry: &Registry) -> Self {
        let spans = claim.reading.sentences.iter().map(|it| it.span).filter(|it| !it.is_empty());
        let sentences = spans.flat_map(|span| {
            let whole = move || Sense::new(&claim.words, span, &claim.reading);
            let sense = whole();
            let parts = parts::parts(&sense);
            let several = parts.len() > 1;
            parts.into_iter().map(move |part| {
                if several {
                    return Wanted::part(claim, span, &sense, &part, &parts::subject(&sense, &part), registry);
                }
                let modal = coloured(&sense, &part, &claim.reading);
                let sense = whole();
                Wanted {
                    mentions: registry.mentions(&sense),
                    sense,
                    words: None,
                    modal,
                    named: Vec::new(),
                    described: OnceCell::new(),
                    leans: false,
                }
            })
        });
        let mut sentences: Vec<Wanted<'_>> = sentences.filter(Wanted::says_something).collect();
        if sentences.len() > 1 {
            for it in &mut sentences {
                it.words = it.words.or(Some(it.sense.source));
            }
        }
        let period = claim.period.map(|period| period::Asked { period, relation: claim.bound, compared: false, closing: false });
        Self { speaker: claim.speaker.as_deref(), period, sentences }
    }
}

impl<'q> Wanted<'q> {
    /// The `part` of the sentence at `span` of a claim, with the words outside of it that it shares.
    pub(super) fn part(
        claim: &'q Claim,
        span: Span,
        whole: &Sense<'q>,
        part: &Range<usize>,
        shared: &[usize],
        registry: &Registry,
    ) -> Self {
        let modal = coloured(whole, part, &claim.reading);
        let doing = shared.iter().any(|it| whole.graph().is_verb(*it));
        let named = if doing { Vec::new() } else { shared.to_vec() };
        let words = Some(whole.wording(part.start, part.end));
        let leans = leans(whole, part, shared);
        let sense = Sense::new(&claim.words, span, &claim.reading).keeping(part, shared, &claim.reading);
        Self { mentions: registry.mentions(&sense), sense, words, modal, named, described: OnceCell::new(), leans }
    }

    /// What describes those whom it names, which is the same for every passage.
    pub(super) fn described(&self) -> &[Described] {
        self.described.get_or_init(|| described::described(&self.sense))
    }

    fn says_something(&self) -> bool {
        self.sense.content().next().is_some() || !self.sense.amounts.is_empty()
    }

    /// What to look for in the index.
    pub(super) fn sought(&self, speaker: Option<&str>, meaning: &Meaning) -> Vec<Sought> {
        let words = self.sense.content().map(|at| {
            let stems = meaning.expansion(&self.sense.words[at].stem);
            Sought { hashes: stems.iter().map(|it| hash(it)).collect() }
        });
        let numbers = self.sense.amounts.iter().map(|it| Sought { hashes: vec![number_hash(it.it.value)] });
        let names = speaker.unwrap_or_default().split_whitespace().map(|it| Sought { hashes: vec![hash(&super::meaning::stem(it))] });
        words.chain(numbers).chain(names).take(60).collect()
    }

    /// Whether the word at `at` names somebody or something.
    pub(super) fn names(&self, at: usize) -> bool {
        self.sense.words[at].role == Role::Name || self.mentions.iter().any(|it| (it.first..it.end).contains(&at))
    }
}
