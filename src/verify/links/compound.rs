//! Compounds: what stands before a noun that describes another may describe that noun: a "Norwegian boat wreck" is the wreck of a
//! Norwegian boat.

use super::holds;
use super::owner::possessor;
use crate::verify::align::Alignment;
use crate::verify::asked::Wanted;
use crate::verify::graph::{Link, Tie};
use crate::verify::passage::Passage;
use crate::verify::sense::Role;

/// Words that a claim may mean of all that stands behind them: a "former bank head" need not be the head of a former bank.
const OF_ALL: [&str; 12] =
    ["acting", "alleged", "deputy", "fake", "first", "former", "last", "late", "only", "suspected", "second", "third"];

/// Whether a word of the claim describes a noun between it and the one that it hangs on, as it does in the passage.
pub(super) fn describes_inner(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    let (sense, claim) = (&wanted.sense, wanted.sense.graph());
    if link.tie != Tie::Part || link.part + 1 >= link.head || OF_ALL.contains(&sense.lower(link.part)) || possessor(sense, link) {
        return false;
    }
    let inner = |it: &Link| {
        it.tie == Tie::Part
            && (link.part + 1..link.head).contains(&it.part)
            && sense.words[it.part].role == Role::Content
            && sense.words[it.part].noun
            && alignment.says(it.part)
    };
    let whole = |it: &Link| {
        let described = Link { head: it.part, part: link.part, tie: Tie::Part };
        holds(wanted, passage, alignment, *it) && holds(wanted, passage, alignment, described)
    };
    claim.parts(link.head).iter().any(|it| inner(it) && whole(it))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn the_first_word_of_a_compound_may_describe_the_second() {
        check(
            "Divers found the wreck of a Norwegian ferry in a lake.",
            &["Divers found a Norwegian ferry wreck", "Norwegian ferry wreck found in lake"],
            &["Divers found a Danish ferry wreck", "Divers found a Norwegian crane wreck"],
        );
        check(
            "The head of the central bank resigned.",
            &["The central bank head resigned", "Central bank head resigns"],
            &["The local bank head resigned"],
        );
        check("The head of the former bank resigned.", &[], &["The former bank head resigned"]);
    }
}
