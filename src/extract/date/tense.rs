//! Whether a clause tells what was or what is to come, from the verb nearest to a date.

use super::scene::Scene;
use crate::text::{Class, Words, words};

/// The time of a clause, as seen from the document's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// It tells of what happened.
    Past,
    /// It tells of what is to come.
    Future,
    /// Its words do not say.
    Open,
}

/// The tense of the clause around the tokens `first..end`.
///
/// The nearest verb before them decides, else the nearest after: a date mostly follows the verb that it belongs to.
pub(super) fn tense(scene: &Scene<'_, '_>, first: usize, end: usize) -> Tense {
    const BACK: usize = 14;
    const AHEAD: usize = 24;
    const STOPS: &Words = words![";", "(", ")"];
    const STOPS_IN_CLAUSE: &Words = words![";", "(", ")", ",", "and", "but"];
    let tokens = scene.tokens();
    let early = scene.is_before(first, 1, words!["as"]) && scene.is_before(first, 2, words!["early", "soon"]);
    if early || led(scene, first, words!["until", "till"]) {
        return Tense::Future;
    }
    // After a date that opens the sentence the main clause follows; after any other a comma or an "and" ends its clause.
    let opens = first < tokens.start + 4 && (tokens.start..first).all(|it| scene.class(it).is(Class::FUNCTION));
    let stops = if opens { STOPS } else { STOPS_IN_CLAUSE };
    let before = (tokens.start..first).rev().take(BACK).take_while(|it| !scene.is(*it, STOPS));
    let after = (end..tokens.end).take(AHEAD).take_while(|it| !scene.is(*it, stops));
    before.chain(after).find_map(|it| verb(scene, it)).unwrap_or(Tense::Open)
}

/// Whether one of `words` stands before the date, over "early", "the" and the like, and does not open the sentence.
pub(super) fn led(scene: &Scene<'_, '_>, first: usize, words: &Words) -> bool {
    let soft = |it: usize| scene.is(it, words!["the", "early", "late", "mid", "-", "about", "around", "at", "least"]);
    let lead = (1..=3).filter_map(|back| scene.back(first, back)).find(|it| !soft(*it));
    lead.is_some_and(|it| scene.is(it, words) && !scene.opens_sentence(it))
}

/// Whether what stands before a date has come about: the nearest verb is past, and orders, plans and promises nothing.
pub(super) fn done(scene: &Scene<'_, '_>, first: usize) -> bool {
    const BACK: usize = 14;
    let open = Class::FUTURE.or(Class::MODAL).or(Class::INTENT).or(Class::ATTEMPT).or(Class::HYPOTHETICAL);
    for at in (scene.tokens().start..first).rev().take(BACK) {
        if scene.is(at, words!["to", ";"]) || scene.class(at).is(open) {
            return false;
        }
        if verb(scene, at) == Some(Tense::Past) {
            // "Was expected", "had agreed": what governs the participle may open it again.
            return !(1..=3).any(|back| scene.back(at, back).is_some_and(|it| scene.class(it).is(Class::FUTURE.or(Class::MODAL))));
        }
    }
    false
}

/// The tense that the word at `at` shows, where it is a verb that shows one.
fn verb(scene: &Scene<'_, '_>, at: usize) -> Option<Tense> {
    let class = scene.class(at);
    if matches!(scene.word(at).as_bytes(), [b'p' | b'P' | b'h' | b'H' | b'a' | b'A', ..])
        && scene.is(at, words!["plan", "plans", "planned", "hopes", "aims"])
    {
        let ahead = scene.is(at + 1, words!["to"]) || (scene.is(at, words!["planned"]) && scene.class(at + 1).is(Class::DETERMINER));
        let passive = scene.is(at, words!["planned"]) && scene.is(at + 1, words!["for"]);
        return ahead.then_some(Tense::Future).or(passive.then_some(Tense::Open));
    }
    if class.is(Class::FUTURE) {
        // What was due may have come about since, or not.
        let told = (1..=3).any(|back| scene.is_before(at, back, words!["was", "were", "had", "been"]));
        return Some(if told { Tense::Open } else { Tense::Future });
    }
    if scene.is(at, words!["to"]) {
        return infinitive(scene, at);
    }
    // "Is heard", "to be published": the time is that of the word before; "is supposed to open" lies ahead.
    if scene.is_before(at, 1, words!["be", "is", "are", "being"]) {
        return (scene.is(at + 1, words!["to"]) && base(scene, at + 2)).then_some(Tense::Future);
    }
    if class.is(Class::PAST) {
        return Some(if scene.is(at, words!["was", "were"]) && scene.is(at + 1, words!["to"]) { Tense::Open } else { Tense::Past });
    }
    let word = scene.word(at);
    let regular = word.len() > 4 && word.ends_with("ed") && !word.starts_with("un") && !scene.capital(at) && !scene.is(at, NO_VERBS);
    regular.then_some(Tense::Past)
}

/// "Is to open", "to be published" lie ahead; "decided to open" may.
fn infinitive(scene: &Scene<'_, '_>, to: usize) -> Option<Tense> {
    if scene.is_before(to, 1, words!["is", "are", "'s"]) {
        return Some(Tense::Future);
    }
    if scene.is_before(to, 1, words!["was", "were"]) {
        return Some(Tense::Open);
    }
    if scene.is(to + 1, words!["be"]) {
        return Some(if scene.class(to.saturating_sub(1)).is(Class::PAST) { Tense::Open } else { Tense::Future });
    }
    (base(scene, to + 1) && scene.is_before(to, 1, INTENDED)).then_some(Tense::Open)
}

/// Whether the word at `at` may be the verb of an infinitive, and opens no noun group.
fn base(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is_word(at) && !scene.capital(at) && !scene.class(at).is(Class::DETERMINER.or(Class::PREPOSITION).or(Class::PRONOUN))
}

/// Past forms after which an infinitive tells what was still to come.
const INTENDED: &Words = words![
    "agreed",
    "decided",
    "vowed",
    "promised",
    "pledged",
    "voted",
    "refused",
    "threatened",
    "offered",
    "ordered",
    "wanted",
    "hoped",
    "intended",
];

/// Words in -ed that are no past forms.
const NO_VERBS: &Words =
    words!["hundred", "indeed", "proceed", "succeed", "exceed", "breed", "bleed", "speed", "embed", "naked", "sacred", "aged"];
