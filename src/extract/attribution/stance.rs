//! How a speaker stands to what is reported: asserted, denied, left open, wished for.

use super::Stance;
use super::cue::Cue;
use super::frame::Opening;
use super::verb::VerbGroup;

/// The stance that a verb with these auxiliaries takes to its content.
pub(super) fn stance(cue: Cue, group: &VerbGroup, opening: Opening) -> Stance {
    let own = cue.verb.stance;
    if group.negated || group.refused {
        // "did not deny", "has not confirmed", "would not say whether"; "does not believe that" speaks against it.
        return if own == Stance::Asserts && matches!(cue.verb.lemma, "think" | "believe" | "agree" | "expect") {
            Stance::Denies
        } else {
            Stance::Withholds
        };
    }
    if own == Stance::Asserts && (group.modal || group.infinitive) {
        // "is expected to announce", "will say": nothing has been said yet.
        return Stance::Wishes;
    }
    if own == Stance::Asserts && opening == Opening::Infinitive && cue.verb.lemma != "claim" {
        return Stance::Wishes;
    }
    own
}
