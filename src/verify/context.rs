//! Context: what a passage takes from its neighbours, its headline and its document.

use std::sync::Arc;

use crate::corpus::Document;
use crate::extract::Period;
use crate::text::Class;

use super::align::Alignment;
use super::asked::Wanted;
use super::figures::company;
use super::graph::{Graph, Tie};
use super::illness;
use super::library::Library;
use super::light;
use super::meaning::{Kinship, Meaning};
use super::passage::Passage;
use super::sense::{Role, Sense};
use super::subject::is_ours;
use super::territory;

/// Sentences that open a document: its headline, its place and date, its first sentence.
const OPENING: usize = 3;

/// What stands around a passage.
#[derive(Debug)]
pub(super) struct Context<'l, 'c> {
    library: &'l Library<'c>,
    index: usize,
    document: &'c Document,
    sentence: usize,
    /// Whether the document was handed over with the claim, as being about what it is about.
    about: bool,
    /// The sentences around, nearest first.
    around: Vec<Arc<Passage<'c>>>,
}

/// Days up to its publication that a document tells news of.
const NEWS: i32 = 7;

/// Sentences of a document in which what it speaks of may go without a name.
const UNNAMED: usize = 9;

/// Sentences before a passage that a name may be taken from.
const BACK: usize = 3;

impl<'l, 'c> Context<'l, 'c> {
    pub(super) fn new(library: &'l Library<'c>, index: usize, document: &'c Document, sentence: usize, about: bool) -> Self {
        let before = (1..=BACK).filter_map(|back| sentence.checked_sub(back));
        let mut places: Vec<usize> = before.chain((sentence > BACK).then_some(0)).collect();
        places.push(sentence + 1);
        let around = places.into_iter().filter_map(|it| library.passage(index, it)).collect();
        Self { library, index, document, sentence, about, around }
    }

    /// The sentences around the passage, nearest first.
    pub(super) fn around(&self) -> impl Iterator<Item = &Passage<'c>> {
        self.around.iter().map(|it| &**it)
    }

    /// Whether the document was handed over with the claim.
    pub(super) const fn is_about(&self) -> bool {
        self.about
    }

    /// The first sentences of the document, in order, where the passage is one of them: for so long may what it speaks of go without a
    /// name.
    pub(super) fn all(&self) -> Option<Vec<Arc<Passage<'c>>>> {
        (self.sentence < UNNAMED).then(|| (0..UNNAMED).map_while(|it| self.library.passage(self.index, it)).collect())
    }

    /// The time that the sentences before the passage tell last; in a dated document, the day of its news, never an older event's.
    pub(super) fn lead(&self) -> Option<Period> {
        let sentence = self.document.reading.sentences.get(self.sentence)?;
        let end = self.document.reading.dates.partition_point(|it| it.span.start < sentence.span.start);
        let mut before = self.document.reading.dates.get(..end)?.iter().rev().map(|it| it.period);
        let Some(published) = self.document.metadata.published else { return before.next() };
        let news = |it: &Period| it.to <= published.to && Period { from: it.from, to: published.to }.days() <= NEWS;
        before.find(news)
    }

    /// Where the passage takes the claim's word at `at` from, for a person; none where it does not.
    pub(super) fn says(
        &self,
        wanted: &Wanted<'_>,
        at: usize,
        passage: &Passage<'_>,
        alignment: &Alignment,
        meaning: &Meaning,
    ) -> Option<String> {
        if (refers(wanted, at) || self.about && reporter(wanted, at) && narrates(passage)) && unnamed(wanted, at, passage, alignment) {
            return Some("what the passage refers to".to_owned());
        }
        if self.about && illness::is_counted(wanted, at, passage) {
            return Some("what the document counts the cases of".to_owned());
        }
        if self.about && sorts(wanted, at) {
            return Some("the name before it".to_owned());
        }
        if !wanted.names(at) {
            if self.owned(wanted, at, passage, alignment, meaning) {
                return Some("what the document says before".to_owned());
            }
            return self.taken_up(wanted, at, passage, alignment, meaning).then(|| "the sentence before".to_owned());
        }
        if !seated(wanted, at, passage, alignment) || its_own(wanted, at, passage, alignment) {
            return None;
        }
        if narrates(passage)
            && !territory::is_place(&wanted.sense, at)
            && self.library.subjects(self.index).is_some_and(|it| it.is(wanted.sense.lower(at)))
        {
            return Some("the document, which says “we” of it".to_owned());
        }
        if light::only_makes_known(wanted, at, passage, alignment)
            && !territory::is_place(&wanted.sense, at)
            && self.library.subjects(self.index).is_some_and(|it| it.speaks_as(wanted.sense.lower(at)))
        {
            return Some("the document, which is by it".to_owned());
        }
        if !points_back(passage) || rival(wanted, at, passage, meaning) || namesake(wanted, at, passage, alignment) {
            return None;
        }
        let said = |it: &&Arc<Passage<'_>>| {
            it.sentence < self.sentence
                && Alignment::word(&wanted.sense, &wanted.mentions, at, &it.sense, &it.mentions, meaning).next().is_some()
        };
        let from = self.around.iter().find(said)?;
        let between = self.around.iter().filter(|it| (from.sentence..self.sentence).contains(&it.sentence));
        let mut contests = between.into_iter().filter(|it| contested(wanted, at, it, alignment, meaning)).peekable();
        if contests.peek().is_some() && !self.heads(wanted, at, alignment, meaning) {
            return None;
        }
        let place =
            if from.sentence + 1 == self.sentence { "the sentence before".to_owned() } else { "what the document says before".to_owned() };
        Some(place)
    }

    /// Whether the document opens with the claim's name and no other of its kind: "the region" is that one throughout.
    fn heads(&self, wanted: &Wanted<'_>, at: usize, alignment: &Alignment, meaning: &Meaning) -> bool {
        if called(wanted, at, alignment).is_none() && !located(&wanted.sense, at) {
            return false;
        }
        let opening: Vec<_> = (0..OPENING).filter_map(|it| self.library.passage(self.index, it)).collect();
        let named =
            |it: &Arc<Passage<'_>>| Alignment::word(&wanted.sense, &wanted.mentions, at, &it.sense, &it.mentions, meaning).next().is_some();
        opening.iter().any(named) && !opening.iter().any(|it| contested(wanted, at, it, alignment, meaning))
    }

    /// Lets "its" answer the claim's owner by name where it stands for the subject of the sentence before: "Norland denies it. Its
    /// navy rejected the report."
    pub(super) fn owners(&self, wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &mut Alignment, meaning: &Meaning) {
        let Some(before) = self.around.first().filter(|it| it.sentence + 1 == self.sentence) else { return };
        for at in wanted.sense.content().filter(|it| wanted.names(*it)).collect::<Vec<_>>() {
            let thing = (at + 1..at + 4).find(|it| matches!(wanted.sense.lower(*it), "'s" | "’s")).map(|it| it + 1);
            let Some(thing) = thing.filter(|it| wanted.sense.words.get(*it).is_some()) else { continue };
            let subject = |word: usize| {
                let links = &before.sense.graph().links;
                links.iter().any(|link| link.part == word && link.part < link.head && link.tie == Tie::Agent)
            };
            let names = Alignment::word(&wanted.sense, &wanted.mentions, at, &before.sense, &before.mentions, meaning);
            if !names.into_iter().any(|it| it.1 != Kinship::Derived && subject(it.0)) {
                continue;
            }
            let own = |thing: usize| thing.checked_sub(1).filter(|it| matches!(passage.sense.lower(*it), "its" | "their" | "his" | "her"));
            let things: Vec<usize> =
                (thing..thing + 3).flat_map(|it| alignment.answers.get(it).into_iter().flatten()).map(|it| it.0).collect();
            // Whoever else is named before "its" may be meant by it.
            let open = |it: &usize| !(0..*it).any(|it| passage.sense.words[it].role == Role::Name);
            let pronouns: Vec<usize> = things.into_iter().filter_map(own).filter(open).collect();
            if let Some(answers) = alignment.answers.get_mut(at).filter(|_| !pronouns.is_empty()) {
                answers.extend(pronouns.into_iter().map(|it| (it, Kinship::Same)));
            }
        }
    }

    /// Lets the claim's words that only describe whom it names be told by the sentence of the document that brings them in.
    pub(super) fn descriptions(&self, wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &mut Alignment, meaning: &Meaning) {
        for it in wanted.described() {
            let family = it.name.end - 1;
            let here = || it.named_here(wanted, passage);
            let words: Vec<usize> = it.by.iter().copied().filter(|at| !it.says_here(wanted, *at, passage, alignment)).collect();
            if words.is_empty() || !(alignment.says(family) && here() || self.says(wanted, family, passage, alignment, meaning).is_some()) {
                continue;
            }
            let Some(namings) = self.library.namings(self.index) else { return };
            let sentences = namings.of(wanted.sense.lower(family)).iter().filter(|at| **at != self.sentence);
            let mut there = sentences.filter_map(|at| self.library.passage(self.index, *at));
            if there.any(|there| it.told(wanted, &words, &there, meaning)) {
                for at in &words {
                    alignment.answers[*at].clear();
                }
                alignment.described.extend(words);
            }
        }
    }

    /// Whether the passage says "its" where the claim names the owner, of whom its document spoke before: "the ferry's crew", "its crew".
    fn owned(&self, wanted: &Wanted<'_>, at: usize, passage: &Passage<'_>, alignment: &Alignment, meaning: &Meaning) -> bool {
        let sense = &wanted.sense;
        let definite = at > 0 && matches!(sense.lower(at - 1), "the" | "this" | "its" | "their");
        if !definite || !matches!(sense.lower(at + 1), "'s" | "’s" | "'" | "’") || !alignment.says(at + 2) {
            return false;
        }
        let own = |thing: usize| thing > 0 && matches!(passage.sense.lower(thing - 1), "its" | "their" | "our" | "his" | "her");
        alignment.answers.get(at + 2).into_iter().flatten().all(|it| own(it.0))
            && self
                .around
                .iter()
                .filter(|it| it.sentence < self.sentence)
                .any(|it| Alignment::word(sense, &wanted.mentions, at, &it.sense, &it.mentions, meaning).any(|it| it.1 == Kinship::Same))
    }

    /// Whether the passage takes the claim's subject up by a pronoun that stands for the subject of the sentence before.
    fn taken_up(&self, wanted: &Wanted<'_>, at: usize, passage: &Passage<'_>, alignment: &Alignment, meaning: &Meaning) -> bool {
        let doings = wanted.sense.graph().links.iter().filter(|it| it.part == at && matches!(it.tie, Tie::Agent | Tie::Patient));
        let mut doings = doings.filter(|it| it.part < it.head && alignment.says(it.head)).peekable();
        let pronoun = |it: usize| matches!(passage.sense.lower(it), "he" | "she" | "it" | "they");
        // "Norland says that it left": who is meant stands in the passage itself.
        let opens = |pronoun: usize| !passage.sense.content().any(|it| it < pronoun);
        let stands = |head: usize| {
            let mut bearers =
                passage.sense.graph().parts(head).iter().filter(|it| it.part < head && matches!(it.tie, Tie::Agent | Tie::Patient));
            bearers.any(|it| pronoun(it.part) && opens(it.part))
        };
        doings.peek().is_some()
            && doings.all(|it| alignment.answers.get(it.head).into_iter().flatten().any(|it| stands(it.0)))
            && self.around.first().filter(|it| it.sentence + 1 == self.sentence).is_some_and(|it| {
                let subject = |word: usize| {
                    it.sense.graph().links.iter().any(|link| link.part == word && link.part < link.head && link.tie == Tie::Agent)
                };
                Alignment::word(&wanted.sense, &wanted.mentions, at, &it.sense, &it.mentions, meaning).any(|it| subject(it.0))
            })
    }
}

/// Whether the claim's name owns a thing that the passage calls "its": whose that is, the sentence before has told.
fn its_own(wanted: &Wanted<'_>, at: usize, passage: &Passage<'_>, alignment: &Alignment) -> bool {
    let owner = (at + 1..at + 4).find(|it| matches!(wanted.sense.lower(*it), "'s" | "’s"));
    let owner = owner.filter(|it| (at..*it).all(|it| wanted.sense.words[it].role == Role::Name));
    let own = |thing: usize| thing > 0 && matches!(passage.sense.lower(thing - 1), "its" | "their" | "his" | "her");
    owner.is_some_and(|it| {
        let mut things = (it + 1..it + 4).filter_map(|it| alignment.answers.get(it)).flatten();
        things.any(|it| own(it.0))
    })
}

/// Whether the passage says "we" in its document's own voice, and in no quotation.
fn narrates(passage: &Passage<'_>) -> bool {
    let mut quoted = false;
    (0..passage.sense.words.len()).any(|at| {
        match passage.sense.lower(at) {
            "“" => quoted = true,
            "”" => quoted = false,
            "\"" => quoted = !quoted,
            word => return !quoted && is_ours(word),
        }
        false
    })
}

/// Whether the place of the claim's name at `at` is free in the passage: who does there what the name does in the claim, or to whom
/// it is done, is left out or only pointed at.
fn seated(wanted: &Wanted<'_>, at: usize, passage: &Passage<'_>, alignment: &Alignment) -> bool {
    let run = wanted.sense.name_around(at);
    let doings = wanted.sense.graph().links.iter().filter(|it| matches!(it.tie, Tie::Agent | Tie::Patient));
    let mut doings = doings.filter(|it| run.contains(&it.part) && !run.contains(&it.head) && alignment.says(it.head));
    doings.all(|link| {
        alignment.answers.get(link.head).into_iter().flatten().any(|(head, _)| {
            let mut bearers = passage.sense.graph().parts(*head).iter().filter(|it| it.tie == link.tie).map(|it| it.part).peekable();
            bearers.peek().is_none() || bearers.any(|it| pointed_at(&passage.sense, it))
        })
    })
}

/// Whether a word stands for something that was named before: "they", "the firm", "its fleet".
fn pointed_at(sense: &Sense<'_>, at: usize) -> bool {
    let pointer = |it: usize| {
        let word = sense.lower(it);
        is_ours(word)
            || matches!(
                word,
                "the"
                    | "this"
                    | "that"
                    | "these"
                    | "those"
                    | "it"
                    | "its"
                    | "he"
                    | "his"
                    | "she"
                    | "her"
                    | "they"
                    | "their"
                    | "who"
                    | "which"
            )
    };
    pointer(at) || (at.saturating_sub(4)..at).any(pointer)
}

/// Whether the passage puts another name where the claim has its own: in a place, as who does it.
fn rival(wanted: &Wanted<'_>, at: usize, passage: &Passage<'_>, meaning: &Meaning) -> bool {
    let place = located(&wanted.sense, at);
    let there = says_there(passage);
    let claim = Alignment::new(&passage.sense, &passage.mentions, &wanted.sense, &wanted.mentions, meaning);
    let strangers = (0..passage.sense.words.len()).filter(|it| passage.sense.words[*it].role == Role::Name && !claim.says(*it));
    let graph = passage.sense.graph();
    let acts = |it: usize| {
        (graph.is_verb(it + 1) && claim.says(it + 1)) || graph.links.iter().any(|link| link.part == it && link.tie == Tie::Agent)
    };
    let mut strangers =
        strangers.filter(|it| if place { located(&passage.sense, *it) && !(there && owns(&passage.sense, *it)) } else { acts(*it) });
    strangers.next().is_some()
}

/// Whether the passage has another forename before the family name of the claim's person: "his cousin Karl Lund" is no Otto Lund.
fn namesake(wanted: &Wanted<'_>, at: usize, passage: &Passage<'_>, alignment: &Alignment) -> bool {
    let name = |it: usize| passage.sense.words.get(it).is_some_and(|it| it.role == Role::Name);
    let own = wanted.sense.name_around(at);
    let told = |word: usize| own.clone().any(|it| alignment.answers[it].iter().any(|it| it.0 == word));
    let titled = |it: usize| passage.sense.class(it).is(Class::TITLE | Class::ROLE);
    let other = |family: usize| family.checked_sub(1).is_some_and(|it| name(it) && !told(it) && !titled(it));
    (at + 1..own.end).flat_map(|it| &alignment.answers[it]).any(|it| name(it.0) && other(it.0))
}

/// What the claim's name at `at` is called in the claim and in the passage: "the region" can be none that was not called a region.
fn called<'w>(wanted: &'w Wanted<'_>, at: usize, alignment: &Alignment) -> Option<&'w str> {
    let noun = wanted.sense.words.get(at + 1).filter(|it| it.role == Role::Content && alignment.says(at + 1));
    noun.map(|it| &*it.stem)
}

/// Whether a sentence that a name could be taken from offers another for the same place: as who does it or to whom it is done. Of two to choose from, neither is taken.
fn contested(wanted: &Wanted<'_>, at: usize, from: &Passage<'_>, alignment: &Alignment, meaning: &Meaning) -> bool {
    let claim = Alignment::new(&from.sense, &from.mentions, &wanted.sense, &wanted.mentions, meaning);
    let name = |it: usize| from.sense.words.get(it).is_some_and(|it| it.role == Role::Name);
    let graph = from.sense.graph();
    let place = located(&wanted.sense, at);
    let bears =
        |tie: Tie, it: usize| graph.links.iter().any(|link| link.tie == tie && !from.tells(link.head) && named_by(graph, link.part, it));
    let seat = |it: usize| {
        if let Some(called) = called(wanted, at, alignment) {
            from.sense.words.get(it + 1).is_some_and(|it| *it.stem == *called)
        } else if place {
            bears(Tie::Patient, it)
        } else {
            bears(Tie::Agent, it) || bears(Tie::Patient, it)
        }
    };
    let alone = |it: usize| from.sense.name_around(it).all(|it| !claim.says(it));
    (0..from.sense.words.len()).any(|it| name(it) && alone(it) && seat(it))
}

/// Whether the word at `it` names the thing at `thing`: in "a town in Norland" Norland names no town.
fn named_by(graph: &Graph, thing: usize, it: usize) -> bool {
    thing == it || graph.parts(thing).iter().any(|link| link.part == it && matches!(link.tie, Tie::Part | Tie::Equal | Tie::Of))
}

/// Whether the name at `at` tells whose something is, and not where: "the head of Norland's fleet".
fn owns(sense: &Sense<'_>, at: usize) -> bool {
    at > 0 && sense.lower(at - 1) == "of" && matches!(sense.lower(at + 1), "'s" | "’s")
}

/// Whether the passage speaks of a place by "there", other than in "there is".
fn says_there(passage: &Passage<'_>) -> bool {
    let sense = &passage.sense;
    (1..sense.words.len()).any(|at| {
        let closes = sense.words.get(at + 1).is_none_or(|it| it.role == Role::Mark) || sense.class(at + 1).is(Class::PREPOSITION);
        sense.lower(at) == "there" && closes
    })
}

/// Whether a preposition of place leads to the name at `at`.
fn located(sense: &Sense<'_>, at: usize) -> bool {
    let back = (at.saturating_sub(4)..at).rev().find(|it| sense.class(*it).is(Class::PREPOSITION));
    back.is_some_and(|it| {
        matches!(sense.lower(it), "in" | "at" | "near" | "of" | "around" | "across" | "inside" | "outside" | "from" | "into" | "to")
    })
}

/// Whether a passage speaks of something that was named before: "he", "the company", "the region".
fn points_back(passage: &Passage<'_>) -> bool {
    let sense = &passage.sense;
    (0..sense.text.tokens.len()).any(|at| {
        let definite = matches!(sense.lower(at), "the" | "this" | "that" | "these" | "those");
        let pronoun = sense.class(at).is(Class::PRONOUN) || matches!(sense.lower(at), "it" | "its" | "his" | "her" | "their");
        // Whom "we" stands for, the whole document tells.
        pronoun && !is_ours(sense.lower(at)) || definite && sense.words.get(at + 1).is_some_and(|it| it.role == Role::Content)
    })
}

/// Whether what stands in the passage where the claim says "the company" is nothing else: left out, a pronoun, or a name.
fn unnamed(wanted: &Wanted<'_>, at: usize, passage: &Passage<'_>, alignment: &Alignment) -> bool {
    let open = |it: usize| passage.sense.words.get(it).is_none_or(|word| word.role == Role::Name || pointed_at_alone(&passage.sense, it));
    let doings = wanted.sense.graph().links.iter().filter(|it| it.part == at && matches!(it.tie, Tie::Agent | Tie::Patient));
    let mut doings = doings.filter(|it| alignment.says(it.head));
    let seated = doings.all(|link| {
        alignment.answers.get(link.head).into_iter().flatten().any(|(head, _)| {
            let mut bearers = passage.sense.graph().parts(*head).iter().filter(|it| it.tie == link.tie).map(|it| it.part).peekable();
            bearers.peek().is_none() || bearers.any(open)
        })
    });
    let owner = |thing: usize| thing.checked_sub(2).filter(|_| matches!(passage.sense.lower(thing - 1), "'s" | "’s"));
    let owns = matches!(wanted.sense.lower(at + 1), "'s" | "’s");
    seated && (!owns || !alignment.says(at + 2) || alignment.answers[at + 2].iter().any(|it| owner(it.0).is_none_or(open)))
}

/// Whether a word is a pronoun for what was named before.
fn pointed_at_alone(sense: &Sense<'_>, at: usize) -> bool {
    let word = sense.lower(at);
    is_ours(word) || matches!(word, "it" | "its" | "he" | "his" | "she" | "her" | "they" | "their" | "who" | "which" | "that" | "this")
}

/// Whether the claim's word only tells in brackets what sort of thing bears the name before: "The Lock (film)".
fn sorts(wanted: &Wanted<'_>, at: usize) -> bool {
    let sense = &wanted.sense;
    let bracket = at > 1 && sense.lower(at - 1) == "(" && sense.lower(at + 1) == ")";
    bracket && sense.words[at - 2].role == Role::Name && GENERIC.contains(&&*sense.words[at].stem)
}

/// Whether the claim's word only refers to what it is about: "the company", "the film".
fn refers(wanted: &Wanted<'_>, at: usize) -> bool {
    let verb = |it: usize| wanted.sense.graph().is_verb(it);
    let bare = |it: usize| verb(it) || wanted.sense.words.get(it).is_none_or(|it| it.role != Role::Content && it.role != Role::Name);
    let definite = at > 0 && matches!(wanted.sense.lower(at - 1), "the" | "this" | "its" | "their");
    definite && bare(at + 1) && GENERIC.contains(&&*wanted.sense.words[at].stem)
}

/// Whether the claim's word points at whom a report on itself is by: "the ferry operator".
fn reporter(wanted: &Wanted<'_>, at: usize) -> bool {
    let points = |the: usize| matches!(wanted.sense.lower(the), "the") && company(&wanted.sense, the).is_some_and(|noun| at <= noun);
    (at.saturating_sub(2)..at).any(points)
}

/// Nouns that by themselves say only what sort of thing is spoken of.
pub(super) const GENERIC: [&str; 25] = [
    "year",
    "company",
    "firm",
    "corporation",
    "business",
    "group",
    "bank",
    "film",
    "movie",
    "show",
    "series",
    "band",
    "album",
    "song",
    "book",
    "novel",
    "game",
    "team",
    "club",
    "city",
    "country",
    "organization",
    "website",
    "institution",
    "agency",
];
