//! Telling: verbs that say no more than `say` does where a clause follows them, as in `announced that the port was closed`.

use crate::text::Class;

use super::graph::Tie;
use super::sense::{Role, Sense};

/// Verbs of saying that tell nothing of how true it is, or whether it was known before.
const TELLING: [&str; 12] =
    ["add", "announce", "comment", "declare", "disclose", "explain", "mention", "note", "remark", "report", "reveal", "state"];

/// The words of `passage` that say "say" where the claim's verb at `at` tells a clause in other words.
pub(super) fn told(claim: &Sense<'_>, at: usize, passage: &Sense<'_>) -> Vec<usize> {
    let telling = claim.words[at].role == Role::Content && TELLING.contains(&&*claim.words[at].stem);
    if !telling || !(tells_a_clause(claim, at) || closes(claim, at)) {
        return Vec::new();
    }
    let says = |it: &usize| passage.words[*it].role == Role::Content && &*passage.words[*it].stem == "say";
    (0..passage.words.len()).filter(says).filter(|it| tells_a_clause(passage, *it) || closes(passage, *it)).collect()
}

/// Verbs by which a place or a body makes known what it counts.
pub(super) const COUNTING: [&str; 6] = ["announce", "confirm", "count", "record", "register", "report"];

/// The words of `passage` by which it makes known what it counts, where the claim's verb at `at` does so in other words: "reported 40
/// cases", "confirmed 40 cases".
pub(super) fn counted(claim: &Sense<'_>, at: usize, passage: &Sense<'_>) -> Vec<usize> {
    if !counts(claim, at) {
        return Vec::new();
    }
    (0..passage.words.len()).filter(|it| counts(passage, *it)).collect()
}

/// The words of `passage` by which somebody is sentenced, where the claim's verb at `at` says what they get: "gets 12 years in prison".
pub(super) fn sentenced(claim: &Sense<'_>, at: usize, passage: &Sense<'_>) -> Vec<usize> {
    let prison = || passage.words.iter().any(|it| matches!(&*it.lower, "jail" | "prison"));
    if matches!(&*claim.words[at].stem, "imprison" | "jail") && claim.graph().is_verb(at) && prison() {
        let sentences = |it: &usize| passage.graph().is_verb(*it) && &*passage.words[*it].stem == "sentence";
        return (0..passage.words.len()).filter(sentences).collect();
    }
    let gets = matches!(&*claim.words[at].stem, "get" | "receive") && claim.graph().is_verb(at);
    let years = |part: usize| claim.class(part).is(Class::CALENDAR_UNIT) && claim.words[part].role == Role::Amount;
    if !gets || !claim.graph().parts(at).iter().any(|it| years(it.part)) {
        return Vec::new();
    }
    let jails = |it: &usize| passage.graph().is_verb(*it) && matches!(&*passage.words[*it].stem, "imprison" | "jail" | "sentence");
    (0..passage.words.len()).filter(jails).collect()
}

/// The words of `passage` by which somebody gets a share of a vote, where the claim's verb at `at` says so: "won 41% of the vote".
pub(super) fn polled(claim: &Sense<'_>, at: usize, passage: &Sense<'_>) -> Vec<usize> {
    if !polls(claim, at) {
        return Vec::new();
    }
    (0..passage.words.len()).filter(|it| polls(passage, *it)).collect()
}

/// Whether the verb at `at` says what share of a vote somebody got.
fn polls(sense: &Sense<'_>, at: usize) -> bool {
    const GETTING: [&str; 9] = ["gain", "garner", "get", "have", "poll", "receive", "secure", "take", "win"];
    let share = |it: &usize| matches!(sense.lower(*it), "%" | "percent" | "cent" | "votes");
    let vote = |it: usize| sense.lower(it) == "of" && (it + 1..it + 3).any(|it| matches!(sense.lower(it), "vote" | "votes"));
    let figure = |it: &usize| sense.words.get(*it).is_some_and(|it| it.role == Role::Amount);
    GETTING.contains(&&*sense.words[at].stem)
        && sense.graph().is_verb(at)
        && (at + 1..at + 7).filter(figure).any(|it| share(&it) && (vote(it + 1) || sense.lower(it) == "votes"))
}

/// Whether the word at `at` is a verb that makes known what is counted.
fn counts(sense: &Sense<'_>, at: usize) -> bool {
    let graph = sense.graph();
    let verb = sense.words[at].role == Role::Content && COUNTING.contains(&&*sense.words[at].stem) && graph.is_verb(at);
    let figure = |part: usize| sense.amounts.iter().any(|it| graph.holds(part, it.first, 2));
    verb && graph.parts(at).iter().any(|it| it.tie == Tie::Patient && figure(it.part))
}

/// Whether a verb with a subject of its own depends on the verb at `at`: what is announced is a fact, and no thing.
fn tells_a_clause(sense: &Sense<'_>, at: usize) -> bool {
    let graph = sense.graph();
    let thing = |part: usize| graph.parts(at).iter().any(|it| it.tie == Tie::Patient && it.part == part);
    let subject = |verb: usize| {
        let bearers = graph.parts(verb).iter().filter(|it| matches!(it.tie, Tie::Agent | Tie::Patient));
        bearers.map(|it| it.part).any(|it| at < it && it < verb && !thing(it))
    };
    graph.is_verb(at) && (at + 1..sense.words.len()).any(|verb| graph.is_verb(verb) && graph.governor(verb) == Some(at) && subject(verb))
}

/// Whether the verb at `at` only tells behind a comma who said what stands before it: "two were hurt, officials reported on Monday".
pub(super) fn closes(sense: &Sense<'_>, at: usize) -> bool {
    let graph = sense.graph();
    let comma = |agent: usize| (agent.saturating_sub(5)..agent).any(|it| sense.lower(it) == ",");
    let said_by = graph.parts(at).iter().any(|it| it.tie == Tie::Agent && it.part < at && comma(it.part));
    let thing = graph.parts(at).iter().any(|it| it.tie == Tie::Patient && it.part > at);
    graph.is_verb(at) && said_by && !thing
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn what_is_announced_is_said() {
        check(
            "The council said on Monday that it would close the old bridge.",
            &["The council announced that it would close the old bridge", "The council stated that it would close the old bridge"],
            &["The council denied that it would close the old bridge", "The port announced that it would close the old bridge"],
        );
    }

    #[test]
    fn who_reports_it_says_it() {
        check(
            "A landslide hit a bus stop, killing 23 people, officials said.",
            &["A landslide hit a bus stop, killing 23 people, officials reported"],
            &["A landslide hit a bus stop, killing 23 people, sailors reported"],
        );
    }

    #[test]
    fn who_is_sentenced_to_years_gets_them() {
        check(
            "A court in Lindvik sentenced a former sailor to 12 years in prison for theft.",
            &["Former sailor gets 12 years in prison for theft"],
            &["Former sailor gets 13 years in prison for theft", "Court gets 12 years in prison"],
        );
    }

    #[test]
    fn a_thing_that_is_announced_is_not_only_spoken_of() {
        check(
            "The yard said layoffs of 2019 had hurt it.",
            &["The yard said layoffs of 2019 had hurt it"],
            &["The yard announced layoffs", "The yard reported layoffs"],
        );
    }
}
