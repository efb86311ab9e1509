//! Which words of a passage answer which words of a claim.

use std::ops::Range;

use crate::extract::Quantity;
use crate::language::{self, name};

use super::asked::Wanted;
use super::graph::Tie;
use super::initials;
use super::meaning::{Kinship, Meaning};
use super::passage::Passage;
use super::privative;
use super::registry::Mention;
use super::sense::{Placed, Role, Sense, Word};
use super::telling;
use super::territory;
use super::unreal;

/// For each word of a claim, where a passage says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Alignment {
    /// By the claim's token: the tokens of the passage that answer it, with how.
    pub answers: Vec<Vec<(usize, Kinship)>>,
    /// The claim's tokens that name what the document speaks of without naming it, which need no answer.
    pub understood: Range<usize>,
    /// The claim's tokens that only describe whom the passage names, as another sentence of its document does.
    pub described: Vec<usize>,
}

impl Alignment {
    /// Lays `claim` beside `passage`.
    pub(super) fn new(claim: &Sense<'_>, named: &[Mention], passage: &Sense<'_>, mentions: &[Mention], meaning: &Meaning) -> Self {
        let mut answers = vec![Vec::new(); claim.text.tokens.len()];
        for at in claim.content() {
            answers[at] = Self::word(claim, named, at, passage, mentions, meaning).collect();
        }
        let alignment = Self { answers, understood: 0..0, described: Vec::new() };
        let turned = |at: usize, it: &(usize, Kinship)| it.1 == Kinship::Converse && !told(claim, passage, &alignment, at, it.0);
        let open = |at: usize, it: &(usize, Kinship)| {
            let asked = || unreal::is_asked(passage, it.0) && !unreal::is_asked(claim, at);
            let alleged = || unreal::is_alleged(passage, it.0) && !unreal::is_alleged(claim, at);
            claim.graph().is_verb(at) && (unreal::is_open(passage, it.0) || asked() || alleged())
        };
        let kept = |at: usize| alignment.answers[at].iter().filter(|it| !turned(at, it) && !open(at, it)).copied().collect();
        Self { answers: (0..alignment.answers.len()).map(kept).collect(), understood: 0..0, described: Vec::new() }
    }

    /// The tokens of the passage that answer the claim's word at `at`, with how.
    pub(super) fn word<'a>(
        claim: &'a Sense<'_>,
        named: &'a [Mention],
        at: usize,
        passage: &'a Sense<'_>,
        mentions: &'a [Mention],
        meaning: &'a Meaning,
    ) -> impl Iterator<Item = (usize, Kinship)> + use<'a> {
        let mine = &claim.words[at];
        let words = passage.words.iter().enumerate();
        let doing = claim.graph().is_verb(at);
        let whole = mine.own.is_some() && says_whole_idiom(claim, at, passage);
        let one_of_many = mine.role == Role::Name && in_longer_name(claim, at);
        let plain = words.filter_map(move |(place, theirs)| {
            let kinship = if itself(mine, theirs, whole) { Kinship::Same } else { kinship(mine, theirs, meaning)? };
            Some((place, in_idiom(passage, place, doing, kinship)?))
        });
        // "Europe" in "Council of Europe" is not "European" in "European Council".
        let plain = plain.filter(move |it| !(one_of_many && it.1 == Kinship::Derived));
        let plain = plain.filter(move |it| !is_term(passage, it.0) || passage.words[it.0].stem == mine.stem);
        let lack = privative::lack(claim, at);
        let plain = plain.filter(move |it| privative::lack(passage, it.0) == lack);
        let entity = named.iter().find(|it| (it.first..it.end).contains(&at)).map(|it| it.entity);
        let named = mentions.iter().filter(move |it| Some(it.entity) == entity);
        let phrased = meaning.phrased(claim, at, passage).into_iter();
        let told = telling::told(claim, at, passage)
            .into_iter()
            .chain(telling::counted(claim, at, passage))
            .chain(telling::polled(claim, at, passage));
        let told = told.map(|it| (it, Kinship::Synonym));
        let named = named
            .flat_map(|it| it.first..it.end)
            .chain(phrased)
            .chain(territory::told(claim, at, passage))
            .chain(initials::told(claim, at, passage));
        let jails = matches!(&*mine.stem, "imprison" | "jail");
        let kinship = if jails { Kinship::Synonym } else { Kinship::Undergone };
        let sentenced = telling::sentenced(claim, at, passage).into_iter().map(move |it| (it, kinship));
        plain.chain(named.map(|it| (it, Kinship::Declared))).chain(told).chain(sentenced)
    }

    /// Lets an amount of the passage answer one of the claim's, so that links from and to it can be held together.
    pub(super) fn answer_amount(
        &mut self,
        wanted: &Wanted<'_>,
        claimed: (usize, usize),
        passage: &Passage<'_>,
        stated: &Placed<&Quantity>,
    ) {
        let amount = |sense: &Sense<'_>, at: usize| sense.words.get(at).is_some_and(|it| it.role == Role::Amount);
        // A conversion in brackets hangs where the amount before it hangs.
        let converted = stated.it.converts.and_then(|it| passage.sense.amounts.iter().find(|other| other.index == it));
        let tokens = (stated.whole.0..stated.whole.1).chain(converted.map_or(0..0, |it| it.whole.0..it.whole.1));
        let theirs: Vec<_> = tokens.filter(|it| amount(&passage.sense, *it)).map(|it| (it, Kinship::Same)).collect();
        for at in (claimed.0..claimed.1).filter(|it| amount(&wanted.sense, *it)) {
            if let Some(answers) = self.answers.get_mut(at) {
                answers.clone_from(&theirs);
            }
        }
        // What is counted is what the passage's own figure counts: "two goals down, Holm scored the winner".
        let counted = |it: &(usize, Kinship)| (stated.whole.0..stated.whole.1).contains(&it.0);
        for answers in self.answers.get_mut(claimed.0..claimed.1).unwrap_or_default() {
            if answers.iter().any(|it| counted(it) && it.1 == Kinship::Same) {
                answers.retain(|it| counted(it) || it.1 == Kinship::Same);
            }
        }
    }

    /// Whether the passage's word at `place` answers a word of the claim.
    pub(super) fn answered(&self, place: usize) -> bool {
        self.answers.iter().flatten().any(|it| it.0 == place)
    }

    /// Whether the passage says the claim's word at `at`.
    pub(super) fn says(&self, at: usize) -> bool {
        self.answers.get(at).is_some_and(|it| !it.is_empty())
    }
}

/// Whether a doing told from its other side has all who take part in it in the passage itself, for their places are turned round.
fn told(claim: &Sense<'_>, passage: &Sense<'_>, alignment: &Alignment, at: usize, place: usize) -> bool {
    let mut parts = claim.graph().parts(at).iter().filter(|it| matches!(it.tie, Tie::Agent | Tie::Patient)).peekable();
    let verbs = claim.graph().is_verb(at) && passage.graph().does(place);
    verbs && parts.peek().is_some() && parts.all(|it| alignment.says(it.part) || claim.words[it.part].role == Role::Amount)
}

/// How a word answers that may belong to an idiom of the passage: a doing is told by the idiom's verb for all of it, and what that is
/// said of may hang on a preposition.
fn in_idiom(passage: &Sense<'_>, place: usize, doing: bool, kinship: Kinship) -> Option<Kinship> {
    match passage.words[place].idiom {
        Some(verb) if verb == place => Some(kinship.max(Kinship::Declared)),
        Some(_) if doing => None,
        _ => Some(kinship),
    }
}

/// Whether the name at `at` is a word of a name with several.
fn in_longer_name(sense: &Sense<'_>, at: usize) -> bool {
    let name = |it: Option<usize>| it.and_then(|it| sense.words.get(it)).is_some_and(|it| it.role == Role::Name);
    let of = |it: Option<usize>| it.is_some_and(|it| sense.lower(it) == "of");
    // "Holm Lines of Norland" is where the firm is from, "Bank of Norland" its name.
    let titled = |it: Option<usize>| name(it) && it.is_some_and(|it| language::is_common(sense.lower(it)));
    name(at.checked_sub(1))
        || name(Some(at + 1))
        || (of(at.checked_sub(1)) && titled(at.checked_sub(2)))
        || (of(Some(at + 1)) && name(Some(at + 2)))
}

fn kinship(mine: &Word, theirs: &Word, meaning: &Meaning) -> Option<Kinship> {
    let phrases = mine.phrase.is_some() || theirs.phrase.is_some();
    let plain = plain_kinship(mine, theirs, meaning);
    if !phrases || theirs.role != Role::Content || mine.role != Role::Content {
        return plain;
    }
    let related =
        |mine: &str, theirs: &str| meaning.kinship(mine, theirs).filter(|it| *it <= Kinship::Narrower || *it == Kinship::Undergone);
    match (&mine.phrase, &theirs.phrase) {
        (Some(mine), Some(theirs)) if mine == theirs => Some(Kinship::Same),
        // To step up is not to step down.
        (Some(one), Some(other)) => related(one, other),
        // A crackdown is what cracked down.
        (Some(one), None) if is_joined(&theirs.stem, one) => Some(Kinship::Derived),
        (Some(one), None) => plain.or_else(|| related(one, &theirs.stem)),
        // To take part is not to take.
        (None, Some(other)) if mine.stem == theirs.stem => related(&mine.stem, other),
        (None, Some(other)) if is_joined(&mine.stem, other) => Some(Kinship::Derived),
        (None, Some(other)) => plain.or_else(|| related(&mine.stem, other)),
        (None, None) => plain,
    }
}

/// Whether both are one verb in their own words, whatever the idioms come to that they stand in: "signed a treaty" tells of signing. The
/// claim's idiom is meant for itself where the passage says the `whole` of it.
fn itself(mine: &Word, theirs: &Word, whole: bool) -> bool {
    let own = mine.own.as_deref().filter(|_| whole).unwrap_or(&mine.stem);
    let said = theirs.own.as_deref().unwrap_or(&theirs.stem);
    (mine.own.is_some() && whole || theirs.own.is_some()) && own == said
}

/// Whether the passage has all words of the idiom whose verb stands at `at`.
fn says_whole_idiom(claim: &Sense<'_>, at: usize, passage: &Sense<'_>) -> bool {
    let words = claim.words.iter().enumerate().filter(|it| it.1.idiom == Some(at) && it.0 != at);
    words.into_iter().all(|(_, word)| passage.words.iter().any(|it| it.stem == word.stem))
}

/// Whether a noun is a verb in two words, written as one: "crackdown", "takeover".
fn is_joined(noun: &str, verb: &str) -> bool {
    verb.split_once('_').is_some_and(|(verb, particle)| noun.strip_prefix(verb) == Some(particle))
}

fn plain_kinship(mine: &Word, theirs: &Word, meaning: &Meaning) -> Option<Kinship> {
    match (mine.role, theirs.role) {
        (_, Role::Mark | Role::Function) => None,
        _ if mine.stem == theirs.stem => Some(Kinship::Same),
        (_, Role::Amount | Role::Date) => None,
        (Role::Name, Role::Name) if name::same_word(&mine.lower, &theirs.lower) => Some(Kinship::Same),
        // A name is answered by another word only where that is its family: "Ukrainian" for "Ukraine".
        (Role::Name, _) | (_, Role::Name) => (meaning.kinship_of(mine, theirs) == Some(Kinship::Derived)).then_some(Kinship::Derived),
        _ => meaning.kinship_of(mine, theirs),
    }
}
/// Whether the word at `at` tells how a figure was reckoned, and so is a term that no other word stands for: "adjusted earnings".
fn is_term(passage: &Sense<'_>, at: usize) -> bool {
    let reckons = matches!(passage.lower(at), "adjusted" | "diluted" | "underlying" | "organic");
    let next = || (at + 1..at + 4).find(|it| passage.words.get(*it).is_some_and(|it| it.role != Role::Mark));
    reckons && next().is_some_and(|it| passage.words[it].noun && !passage.graph().is_verb(it))
}
