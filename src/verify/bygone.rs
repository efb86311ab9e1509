//! Bygone: what a passage tells of times gone by is not told of today: "once employed 40 sailors".

use super::align::Alignment;
use super::asked::Wanted;
use super::passage::Passage;
use super::sense::Sense;
use crate::text::Class;

/// Why the passage does not bear a verb of the claim out: one of the two tells what is no longer so.
pub(super) fn differs(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<String> {
    let graph = wanted.sense.graph();
    let verbs = (0..wanted.sense.words.len()).filter(|it| graph.is_verb(*it) && alignment.says(*it));
    verbs.filter(|at| is_bygone(&wanted.sense, *at) || is_present(&wanted.sense, *at)).find_map(|at| {
        let apart = |it: usize| is_bygone(&wanted.sense, at) != is_bygone(&passage.sense, it);
        told_only(passage, alignment, at, apart).then(|| format!("“{}” is told of another time there", wanted.sense.wording(at, at + 1)))
    })
}

/// Why the passage does not bear out what the claim says will be done: it tells of it as done.
pub(super) fn done(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<String> {
    let graph = wanted.sense.graph();
    let verbs = (0..wanted.sense.words.len()).filter(|it| graph.is_verb(*it) && is_future(&wanted.sense, *it));
    verbs.into_iter().find_map(|at| {
        let past = |it: usize| is_done(&passage.sense, it) && passage.sense.words[it].stem == wanted.sense.words[at].stem;
        told_only(passage, alignment, at, past).then(|| format!("“{}” is told as done there", wanted.sense.wording(at, at + 1)))
    })
}

/// Whether verbs of the passage answer the claim's at `at`, and all of them are of some kind.
fn told_only(passage: &Passage<'_>, alignment: &Alignment, at: usize, kind: impl Fn(usize) -> bool) -> bool {
    let mut verbs = alignment.answers[at].iter().map(|it| it.0).filter(|it| passage.sense.graph().is_verb(*it)).peekable();
    verbs.peek().is_some() && verbs.all(kind)
}

/// Whether the verb at `at` stands right behind "will".
fn is_future(sense: &Sense<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |it| sense.lower(it));
    let will = |word: &str| matches!(word, "will" | "'ll" | "’ll");
    will(before) || before == "be" && at > 1 && will(sense.lower(at - 2))
}

/// Whether the verb at `at` is a past tense with nothing before it that makes it another.
fn is_done(sense: &Sense<'_>, at: usize) -> bool {
    let helped =
        (at.saturating_sub(3)..at).any(|it| sense.class(it).is(Class::MODAL) || matches!(sense.lower(it), "to" | "be" | "being" | "if"));
    sense.is_past(at) && !helped && !sense.graph().governors(at).any(|it| sense.class(it).is(Class::MODAL))
}

/// Whether the verb at `at` tells what was so and is no longer: "once employed", "used to employ".
fn is_bygone(sense: &Sense<'_>, at: usize) -> bool {
    let before = |step: usize| at.checked_sub(step).map_or("", |it| sense.lower(it));
    sense.is_past(at) && matches!(before(1), "once" | "formerly" | "previously") || before(1) == "to" && before(2) == "used"
}

/// Whether the verb at `at` stands in the present and nothing before it helps it: "employs".
fn is_present(sense: &Sense<'_>, at: usize) -> bool {
    let third = sense.lower(at).ends_with('s') && sense.lower(at) != &*sense.words[at].stem;
    let helped = (at.saturating_sub(3)..at).any(|it| sense.class(it).is(Class::AUXILIARY | Class::MODAL));
    third && !helped
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn what_was_once_so_is_no_longer() {
        check(
            "The yard, which once employed 2,300 people, closed in March.",
            &["The yard once employed 2,300 people", "The yard used to employ 2,300 people", "The yard employed 2,300 people"],
            &["The yard employs 2,300 people"],
        );
        check(
            "Norland and Sudmark signed a treaty on Friday, after the port closed.",
            &["Norland and Sudmark signed a treaty", "A treaty between Norland and Sudmark was signed"],
            &["Norland and Sudmark will sign a treaty", "The port will be closed"],
        );
        check("The yard employs 2,300 people.", &["The yard employs 2,300 people"], &["The yard used to employ 2,300 people"]);
    }
}
