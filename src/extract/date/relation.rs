//! How a date bounds what happened, from the preposition before it.

use super::Relation;
use super::scene::Scene;
use crate::text::{Words, words};

/// The relation of the date that begins at the token `first`.
pub(super) fn relation(scene: &Scene<'_, '_>, first: usize) -> Relation {
    // Over an article and words that only soften: "by about mid-March", "since the".
    let mut at = first;
    for _ in 0..3 {
        match scene.back(at, 1) {
            Some(before) if scene.is(before, SOFT) => at = before,
            _ => break,
        }
    }
    let Some(before) = scene.back(at, 1) else { return Relation::During };
    match scene.lower(before).as_str() {
        "since" | "from" | "starting" | "beginning" => Relation::Since,
        "by" | "until" | "till" | "til" | "through" | "ending" => Relation::Until,
        "to" if scene.is_before(before, 1, words!["prior", "previous"]) => Relation::Before,
        "to" if scene.is_before(before, 1, words!["up"]) || ranged(scene, before) => Relation::Until,
        "of" if scene.is_before(before, 1, words!["ahead"]) => Relation::Before,
        "before" | "preceding" => Relation::Before,
        "after" | "following" | "past" => Relation::After,
        _ => Relation::During,
    }
}

const SOFT: &Words = words!["the", "about", "around", "early", "late", "mid", "-", "at", "least", "as", "early", "sometime", "end", "of"];

/// Whether the "to" at `at` closes a span that a "from" a few words before opened.
fn ranged(scene: &Scene<'_, '_>, at: usize) -> bool {
    (2..8).any(|back| scene.is_before(at, back, words!["from"]))
}
