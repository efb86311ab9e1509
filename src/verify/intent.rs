//! Intent: what a claim says to be planned or due, which a passage tells by "will" or "is to" alone.

use super::align::Alignment;
use super::asked::Wanted;
use super::graph::{Link, Tie};
use super::links;
use super::passage::Passage;
use super::sense::Sense;
use crate::text::Class;

/// Verbs and adjectives that say of a doing no more than that it is to come.
const AHEAD: [&str; 9] = ["aim", "due", "expect", "intend", "plan", "prepare", "schedule", "set", "slate"];

/// Whether the claim's word at `at` only says of the doing behind it that it is to come, as the passage says of the same doing.
pub(super) fn foretells(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    let Some(doing) = ahead(&wanted.sense, at) else { return false };
    // "Is set to be closed" is said of what is closed.
    let ties: &[Tie] = if wanted.sense.lower(at + 2) == "be" { &[Tie::Patient] } else { &[Tie::Agent, Tie::Patient] };
    let told = alignment.answers[doing].iter().any(|it| is_to_come(&passage.sense, it.0));
    told && bearers(&wanted.sense, at).all(|part| {
        !alignment.says(part) || ties.iter().any(|tie| links::holds(wanted, passage, alignment, Link { head: doing, part, tie: *tie }))
    })
}

/// The doing that the word at `at` says to be ahead: "close" of "plans to close".
fn ahead(sense: &Sense<'_>, at: usize) -> Option<usize> {
    let leads = AHEAD.contains(&&*sense.words[at].stem) && sense.lower(at + 1) == "to";
    let passes = |it: &usize| sense.lower(*it) == "be" || sense.lower(*it).ends_with("ly");
    (at + 2..sense.words.len().min(at + 5)).find(|it| !passes(it)).filter(|it| leads && sense.graph().is_verb(*it))
}

/// Whom or what the word at `at` is said of.
fn bearers<'s>(sense: &'s Sense<'_>, at: usize) -> impl Iterator<Item = usize> + 's {
    let ties = [Tie::Agent, Tie::Patient, Tie::Equal];
    let before = move |it: &&Link| ties.contains(&it.tie) && it.part < at;
    sense.graph().parts(at).iter().filter(before).map(|it| it.part)
}

/// Whether a sentence says of its doing at `at` that it will be done.
fn is_to_come(sense: &Sense<'_>, at: usize) -> bool {
    let back = (at.saturating_sub(4)..at).rev();
    let mut group = back.take_while(|it| {
        sense.class(*it).is(Class::AUXILIARY | Class::MODAL) || sense.lower(*it) == "to" || sense.lower(*it).ends_with("ly")
    });
    group.any(|it| match sense.lower(it) {
        "will" | "shall" | "would" | "'ll" | "’ll" => true,
        "to" => it.checked_sub(1).is_some_and(|before| {
            matches!(sense.lower(before), "is" | "are" | "was" | "were") || AHEAD.contains(&&*sense.words[before].stem)
        }),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn what_will_be_done_is_planned() {
        check(
            "The council will close the old bridge in May.",
            &["The council plans to close the old bridge", "The council is set to close the old bridge in May"],
            &[
                "The council plans to close the old port",
                "The port plans to close the old bridge",
                "The council hopes to close the old bridge",
                "The council closed the old bridge",
            ],
        );
        check("The council may close the old bridge.", &[], &["The council plans to close the old bridge"]);
        check("The council will not close the old bridge.", &[], &["The council plans to close the old bridge"]);
        check("The council closed the old bridge.", &[], &["The council plans to close the old bridge"]);
    }
}
