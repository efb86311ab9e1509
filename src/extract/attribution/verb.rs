//! The verb of saying among its auxiliaries and adverbs: `has not yet been able to say`.

use super::cue::Form;
use super::passage::{Item, Shape};
use crate::text::{Class, Words, words};

/// The auxiliaries and adverbs before a verb.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own, and any of them may stand together")]
pub(super) struct VerbGroup {
    /// The index of its first word.
    pub(super) start: usize,
    pub(super) passive: bool,
    pub(super) negated: bool,
    /// Expected, possible or asked for: `will say`, `is expected to announce`.
    pub(super) modal: bool,
    /// `declined to say`, `has yet to confirm`
    pub(super) refused: bool,
    /// `to say`, with nothing before it that has a subject.
    pub(super) infinitive: bool,
    /// `is saying`
    pub(super) progressive: bool,
}

pub(super) const BE: &Words = words!["is", "was", "are", "were", "be", "been", "being", "am"];
pub(super) const REFUSING: &Words = words![
    "declined",
    "declines",
    "decline",
    "declining",
    "refused",
    "refuses",
    "refuse",
    "refusing",
    "failed",
    "unable",
    "unwilling",
    "yet"
];

/// The group of the verb at `cue`, not before `from`.
pub(super) fn verb_group(items: &[Item<'_>], cue: usize, from: usize, form: Form) -> VerbGroup {
    let mut group = VerbGroup { start: cue, ..VerbGroup::default() };
    let mut first = true;
    while group.start > from {
        let item = &items[group.start - 1];
        if item.shape == Shape::Clitic {
            // "he's said"; after a noun it is a possessive.
            if group.start - 1 > from && items[group.start - 2].any(Class::PRONOUN) {
                group.progressive |= first && form == Form::Gerund;
                group.start -= 1;
                continue;
            }
            break;
        }
        if item.shape != Shape::Word {
            break;
        }
        if item.is("to") && group.start - 1 > from {
            let before = &items[group.start - 2];
            if before.any(Class::CHAIN.or(Class::MODAL)) || before.is("yet") {
                group.refused |= before.one_of(REFUSING);
                group.modal |= before.any(Class::MODAL);
                group.start -= 2;
                first = false;
                continue;
            }
            // "went on to say"
            if before.is("on") && group.start >= from + 3 && items[group.start - 3].any(Class::CHAIN) {
                group.start -= 3;
                first = false;
                continue;
            }
            group.infinitive = true;
            break;
        }
        // "new orders suggest": what needs "to" is no auxiliary of a bare verb.
        let noun = item.any(Class::SPEECH_CUE);
        let auxiliary = item.any(Class::AUXILIARY.or(Class::MODAL)) && !noun && (!item.any(Class::HYPOTHETICAL) || item.is("should"));
        if auxiliary {
            if first && item.one_of(BE) {
                group.passive |= form == Form::Past;
                group.progressive |= form == Form::Gerund;
            }
            group.modal |= item.any(Class::MODAL);
            group.negated |= item.any(Class::NEGATION);
            group.start -= 1;
            first = false;
            continue;
        }
        let adverb = is_adverb(item) || item.is("neither") && item.is_plain() || floats(items, group.start - 1, from);
        if !adverb {
            break;
        }
        group.negated |= item.one_of(words!["not", "never", "neither"]);
        group.start -= 1;
    }
    group
}

/// "Both" and "all" behind the subject that they count: "Holm and Brandt both said".
fn floats(items: &[Item<'_>], at: usize, from: usize) -> bool {
    let counts = items[at].is_plain() && items[at].one_of(words!["both", "all", "each"]);
    let Some(before) = at.checked_sub(1).filter(|it| counts && *it >= from).map(|it| &items[it]) else { return false };
    let closed = Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::DETERMINER).or(Class::AUXILIARY).or(Class::SPEECH_CUE);
    before.is_word() && !before.any(closed)
}

/// An adverb that stands between subject and verb.
pub(super) fn is_adverb(item: &Item<'_>) -> bool {
    item.any(Class::ADVERB)
        || item.one_of(words!["not", "never"]) && !item.token.capital
        || (item.is_plain() && item.ends_with("ly") && !item.any(Class::ROLE) && item.token.span.len() > 4 && !item.is("family"))
}

/// A verb of saying in a form that is no noun.
pub(super) fn is_saying(item: &Item<'_>) -> bool {
    !item.token.capital && item.cue.is_some_and(|it| matches!(it.form, Form::Past | Form::Gerund))
}

/// Whether an item is surely or probably a finite verb or part of one.
pub(super) fn is_verb(item: &Item<'_>) -> bool {
    item.any(Class::AUXILIARY.or(Class::FINITE))
        || (item.any(Class::MODAL) && !item.any(Class::MONTH) && !item.token.capital)
        || is_past(item)
}

/// A word in `-ed`.
pub(super) fn is_past(item: &Item<'_>) -> bool {
    item.is_plain()
        && item.ends_with("ed")
        && item.token.span.len() > 4
        && !item.one_of(words![
            "hundred",
            "indeed",
            "united",
            "allied",
            "armed",
            "retired",
            "unprecedented",
            "speed",
            "exceed",
            "proceed",
            "succeed",
        ])
}

/// Pronouns that can be subjects.
pub(super) fn is_subject_pronoun(item: &Item<'_>) -> bool {
    item.one_of(words![
        "he", "she", "they", "it", "i", "we", "you", "who", "others", "some", "many", "both", "one", "all", "another", "everyone",
        "nobody", "somebody", "someone",
    ])
}
