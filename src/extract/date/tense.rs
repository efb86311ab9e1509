//! Whether a clause tells what was or what is to come, from the verb nearest to a date.

use super::scene::Scene;
use crate::text::Class;

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
    let tokens = scene.tokens();
    let before = (tokens.start..first).rev().take(BACK).take_while(|it| !scene.is(*it, &[";", "(", ")"]));
    let after = (end..tokens.end).take(AHEAD).take_while(|it| !scene.is(*it, &[";", "(", ")"]));
    if scene.is_before(first, 1, &["as"]) && scene.is_before(first, 2, &["early", "soon"]) {
        return Tense::Future;
    }
    before.chain(after).find_map(|it| verb(scene, it)).unwrap_or(Tense::Open)
}

/// The tense that the word at `at` shows, where it is a verb that shows one.
fn verb(scene: &Scene<'_, '_>, at: usize) -> Option<Tense> {
    let class = scene.class(at);
    if class.is(Class::FUTURE) {
        // What was due may have come about since, or not.
        let told = (1..=3).any(|back| scene.is_before(at, back, &["was", "were", "had", "been"]));
        return Some(if told { Tense::Open } else { Tense::Future });
    }
    if scene.is(at, &["to"]) {
        return infinitive(scene, at);
    }
    // "To be published", "is heard": the time is that of the word before.
    if scene.is_before(at, 1, &["be", "is", "are", "being"]) {
        return scene.is(at + 1, &["to"]).then_some(Tense::Future);
    }
    if class.is(Class::PAST) {
        return Some(if scene.is(at, &["was", "were"]) && scene.is(at + 1, &["to"]) { Tense::Open } else { Tense::Past });
    }
    let word = scene.word(at);
    let regular = word.len() > 4 && word.ends_with("ed") && !scene.is(at, NO_VERBS) && word.starts_with(|it: char| it.is_ascii_lowercase());
    (regular && !word.starts_with("un")).then_some(Tense::Past)
}

/// "Is to open", "to be published" lie ahead; "decided to open" may.
fn infinitive(scene: &Scene<'_, '_>, to: usize) -> Option<Tense> {
    if scene.is_before(to, 1, &["is", "are", "'s", "planned"]) {
        return Some(Tense::Future);
    }
    if scene.is_before(to, 1, &["was", "were"]) {
        return Some(Tense::Open);
    }
    if scene.is(to + 1, &["be"]) {
        return scene.class(to.saturating_sub(1)).is(Class::FUTURE | Class::PAST).then_some(Tense::Open).or(Some(Tense::Future));
    }
    let base = scene.is_word(to + 1)
        && !scene.capital(to + 1)
        && !scene.class(to + 1).is(Class::DETERMINER.or(Class::PREPOSITION).or(Class::PRONOUN));
    (base && scene.is_before(to, 1, INTENDED)).then_some(Tense::Open)
}

/// Past forms after which an infinitive tells what was still to come.
const INTENDED: &[&str] = &[
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
const NO_VERBS: &[&str] =
    &["hundred", "indeed", "proceed", "succeed", "exceed", "breed", "bleed", "speed", "embed", "naked", "sacred", "aged"];
