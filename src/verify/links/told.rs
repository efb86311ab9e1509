//! The same doing told another way: by who does it, as what is done to somebody, as a change beside a figure.

use super::reach::{acts, antecedent, describes, directly, equal, listed, near, owns, shares_subject, tied};
use crate::language::homeland;
use crate::text::Class;
use crate::verify::align::Alignment;
use crate::verify::asked::Wanted;
use crate::verify::graph::{Graph, LENDERS, Link, Tie};
use crate::verify::meaning::Kinship;
use crate::verify::passage::Passage;
use crate::verify::sense::{Role, Sense};

/// Whether the word at `at` adds a change to a level that was told before it: "sales were $3 billion, up 5%", "an increase from $2
/// billion", "improved from $2 billion", "5% higher than in May".
pub(super) fn adds_change(passage: &Passage<'_>, at: usize) -> bool {
    let sense = &passage.sense;
    if matches!(sense.lower(at), "up" | "down") {
        return true;
    }
    let amount = |it: usize| sense.words.get(it).is_some_and(|it| it.role == Role::Amount);
    let changes = sense.class(at).is(Class::TREND) || matches!(sense.lower(at), "higher" | "lower");
    let passes = |it: usize| sense.class(it).is(Class::DETERMINER) || amount(it) || sense.lower(it).ends_with("ly");
    let opens = (at.saturating_sub(6)..at).rev().find(|it| !passes(*it));
    changes && opens.is_some_and(|it| sense.lower(it) == "," && it >= 1 && (it.saturating_sub(9)..it).any(amount))
}

/// Whether the part is of the doing that "up" or "down" adds a change to: "sales were $3 billion, up 5%".
pub(super) fn trends(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let graph = passage.sense.graph();
    let verb = (0..head).rev().find(|it| graph.is_verb(*it));
    verb.is_some_and(|it| graph.parts(it).iter().any(|it| graph.holds(it.part, part, 1)))
}

/// Whether the passage names for its doer what the claim tells as a doing, or the other way round: "the film's director, Ada
/// Lund" and "Ada Lund directed the film".
pub(super) fn performs(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, head: (usize, Kinship), part: (usize, Kinship)) -> bool {
    let graph = passage.sense.graph();
    let does = |verb: usize, who: usize| acts(graph, verb, who, Tie::Agent) || shares_subject(passage, verb, who);
    let of = |verb: usize, what: usize| acts(graph, verb, what, Tie::Patient) || tied(passage, verb, what, Tie::Adjunct);
    if part.1 == Kinship::Doer {
        return graph.is_verb(part.0) && link.tie != Tie::Adjunct && does(part.0, head.0);
    }
    let (named, other) = (head.0, part.0);
    if graph.is_verb(named) && !wanted.sense.graph().is_verb(link.head) {
        return if link.tie == Tie::Equal { does(named, other) } else { of(named, other) };
    }
    match link.tie {
        Tie::Agent => {
            let called = |one: usize, two: usize| graph.parts(one).iter().any(|it| it.tie == Tie::Equal && it.part == two);
            let title = passage.sense.words[other].role == Role::Name
                && graph.parts(other).iter().any(|it| matches!(it.tie, Tie::Part | Tie::Of) && it.part == named);
            named == other || called(named, other) || called(other, named) || title
        }
        Tie::Patient | Tie::Adjunct => {
            graph.holds(named, other, 2) || owns(graph, other, named) || tied(passage, named, other, Tie::Adjunct)
        }
        _ => graph.holds(named, other, 2),
    }
}

/// Nouns of who leads or has a thing.
const HEADS: [&str; 8] = ["boss", "chief", "founder", "head", "keeper", "landlord", "owner", "proprietor"];

/// Whether the name at `part` only tells whose it is that does it or that it is done to, "the mayor of Lindvik resigned", or the thing
/// at `part` of what somebody is the head or the like.
pub(super) fn only_owner(passage: &Passage<'_>, alignment: &Alignment, tie: Tie, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let bearers = || graph.parts(head).iter().filter(|it| it.tie == tie).map(|it| it.part);
    // "She": of whom it is told stands before.
    let meant = |it: usize| graph.parts(it).iter().find(|link| link.tie == Tie::Equal && sense.words[it].role == Role::Function);
    let bearers = || bearers().map(|it| meant(it).map_or(it, |it| it.part));
    let itself = |it: usize| it == part || equal(graph, it, part) || sense.words[it].role != Role::Content;
    // "The captain of the ship drowned": no ship did.
    let role = |it: usize| sense.class(it).is(Class::ROLE | Class::TITLE) || HEADS.contains(&sense.lower(it));
    let holder = |it: usize| it != part && role(it) && sense.lower(it) == &*sense.words[it].stem && graph.holds(it, part, 1);
    if sense.words[part].role == Role::Content {
        let mut bearers = bearers().peekable();
        return bearers.peek().is_some()
            && bearers.all(|it| holder(it) && !LENDERS.contains(&&*sense.words[it].stem) && !alignment.answered(it));
    }
    if sense.words[part].role != Role::Name || bearers().any(itself) {
        return false;
    }
    let stranger = |it: usize| !LENDERS.contains(&&*sense.words[it].stem) && !alignment.answered(it);
    let mut owned = bearers().filter(|it| graph.holds(*it, part, 2)).peekable();
    owned.peek().is_some() && owned.all(stranger)
}

/// Whether what is said to be the thing at `thing` only belongs to the name at `name`: "Holm's brother is a surgeon".
pub(super) fn owner_of_equal(passage: &Passage<'_>, alignment: &Alignment, name: usize, thing: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    if sense.words[name].role != Role::Name {
        return false;
    }
    let owned = |it: usize| graph.parts(it).iter().any(|it| it.tie == Tie::Of && graph.holds(it.part, name, 1));
    let stranger = |it: usize| !alignment.answered(it) && !graph.stands_for(it, name) && owned(it);
    let mut subjects = graph.links.iter().filter(|it| it.tie == Tie::Equal && it.part == thing).map(|it| it.head).peekable();
    subjects.peek().is_some() && subjects.all(stranger)
}

/// Whether the passage tells by a verb what the claim has as the cause of a doing: "a mine collapsed, killing two" that a mine collapse
/// killed them. What collapsed is what the claim says.
pub(super) fn brings(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link, head: usize, part: usize) -> bool {
    let graph = passage.sense.graph();
    let along = graph.is_verb(part)
        && !wanted.sense.graph().is_verb(link.part)
        && graph.governors(head).any(|it| it == part)
        && passage.sense.lower(head).ends_with("ing");
    let own = graph.parts(head).iter().all(|it| it.tie != Tie::Agent || graph.parts(part).iter().any(|of| of.part == it.part));
    // Where it happened is asked for by itself.
    let thing = |at: usize| wanted.sense.words[at].role == Role::Content && homeland(wanted.sense.lower(at)).is_none();
    let links = wanted.sense.graph().parts(link.part).iter();
    let mut described = links.filter(|it| matches!(it.tie, Tie::Part | Tie::Of) && alignment.says(it.part) && thing(it.part));
    let bears = |it: usize| acts(graph, part, it, Tie::Agent) || acts(graph, part, it, Tie::Patient);
    link.tie == Tie::Agent && along && own && described.all(|it| alignment.answers[it.part].iter().any(|it| bears(it.0)))
}

/// Whether the verb at `head` is said of nothing but how much.
pub(super) fn alone(sense: &Sense<'_>, head: usize) -> bool {
    let graph = sense.graph();
    !graph.is_verb(head) || graph.parts(head).iter().all(|it| it.tie != Tie::Patient || sense.words[it.part].role == Role::Amount)
}

/// Whether the passage tells as done to it what the claim tells as its own doing: "the storm killed two sailors" that two sailors
/// died in the storm.
pub(super) fn undergoes(passage: &Passage<'_>, tie: Tie, head: usize, part: usize) -> bool {
    let graph = passage.sense.graph();
    let done_to = |tie: Tie| acts(graph, head, part, tie) || near(passage, head, part, tie);
    match tie {
        Tie::Agent => {
            done_to(Tie::Patient)
                || listed(passage, head, part)
                || directly(passage, head, part)
                || describes(passage, head, part)
                || antecedent(passage, head, part, Tie::Patient)
        }
        Tie::Adjunct => acts(graph, head, part, Tie::Agent) || tied(passage, head, part, tie) || near(passage, head, part, tie),
        // "Gets 12 years" for "was jailed for 12 years".
        Tie::Patient => passage.sense.words[part].role == Role::Amount && tied(passage, head, part, Tie::Adjunct),
        _ => tied(passage, head, part, tie) || near(passage, head, part, tie),
    }
}

/// Whether the passage tells by a preposition what the claim's verb is said of: "peered into the hold" for "examined the hold", and
/// "swept over the pier" for "the pier was swept over".
pub(super) fn aimed(wanted: &Wanted<'_>, passage: &Passage<'_>, kinship: Kinship, link: Link, head: usize, part: usize) -> bool {
    const AIMED: [&str; 10] = ["about", "at", "for", "inside", "into", "on", "over", "through", "upon", "with"];
    let (claim, graph) = (&wanted.sense, passage.sense.graph());
    let leads = passage.sense.lower(head + 1);
    let stranded = claim.lower(link.head + 1) == leads && link.part < link.head && claim.lower(link.head + 2) == "by";
    let other = matches!(kinship, Kinship::Synonym | Kinship::Narrower) && link.head < link.part;
    let own = graph.parts(head).iter().any(|it| it.tie == Tie::Patient && it.part != part);
    let next = |it: &Link| it.tie == Tie::Adjunct && graph.preposition(it.part) == Some(leads) && graph.stands_for(it.part, part);
    (stranded || other) && !own && AIMED.contains(&leads) && graph.is_verb(head) && graph.parts(head).iter().any(next)
}

/// Verbs that are always told of somebody or something.
const ONTO: [&str; 34] = [
    "abduct",
    "accuse",
    "appoint",
    "arrest",
    "ban",
    "blame",
    "capture",
    "charge",
    "confirm",
    "convict",
    "damage",
    "destroy",
    "detain",
    "displace",
    "elect",
    "evacuate",
    "execute",
    "expel",
    "fine",
    "hospitalise",
    "hospitalize",
    "identify",
    "injure",
    "jail",
    "kidnap",
    "kill",
    "oust",
    "question",
    "rescue",
    "seize",
    "sentence",
    "sue",
    "suspend",
    "wound",
];

/// Whether what the claim tells as an act may be told as done to the same: "the ferry sank", "the storm sank the ferry".
pub(super) fn turned(wanted: &Wanted<'_>, passage: &Passage<'_>, kinship: Kinship, link: Link, head: usize) -> bool {
    let claim = wanted.sense.graph();
    if link.tie == Tie::Patient {
        // "Prices were raised by 5%" and "prices rose 5%": a verb with one partner alone.
        let counted = |at: usize| wanted.sense.words[at].role == Role::Amount;
        let one = |graph: &Graph, head: usize| graph.parts(head).iter().all(|it| it.tie != Tie::Agent || counted(it.part));
        let alone =
            passage.sense.graph().parts(head).iter().all(|it| it.tie != Tie::Patient || passage.sense.words[it.part].role == Role::Amount);
        return one(claim, link.head) && alone;
    }
    // "Two men taken hostage": a form that is a participle alone tells what was done to what stands before it.
    let bare = !(link.head.saturating_sub(3)..link.head).any(|it| wanted.sense.class(it).is(Class::AUXILIARY));
    let participle = bare && ["en", "wn"].iter().any(|it| wanted.sense.lower(link.head).ends_with(it));
    // "Occupies about a fifth": the hedge looks like a preposition, and the amount is the object.
    let counted = |at: usize| wanted.sense.words.get(at).is_some_and(|it| it.role == Role::Amount);
    let done = |it: &Link| it.tie == Tie::Patient || it.tie == Tie::Adjunct && counted(it.part) && counted(link.head + 1);
    let object = |it: &Link| done(it) && it.part > link.head && !(participle && it.part == link.head + 1);
    let alone = link.tie == Tie::Agent && !claim.parts(link.head).iter().any(object);
    // In a line without a full stop a participle may stand for a passive: "24 towns retaken".
    let headline = !matches!(wanted.sense.text.tokens.last().map(|it| it.span.of(wanted.sense.source)), Some("." | "!"));
    // "30 wounded": a verb that nobody does without an object.
    let undergone = ONTO.contains(&&*wanted.sense.words[link.head].stem) && bare && wanted.sense.lower(link.head).ends_with("ed");
    alone && (kinship > Kinship::Same || headline || undergone)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn who_heads_a_thing_is_not_the_thing() {
        check(
            "The captain of the ship drowned, and the head of the bank resigned.",
            &["The captain of the ship drowned", "The head of the bank resigned"],
            &["The ship drowned", "The bank resigned"],
        );
    }

    #[test]
    fn what_collapsed_and_killed_is_a_collapse_that_killed() {
        check(
            "An open mine collapsed in Norway's northern region, killing at least two people and leaving more than 50 missing.",
            &[
                "A Norwegian mine collapse killed at least two people",
                "A mine collapse in Norway killed at least two people and left over 50 missing",
            ],
            &["A Swedish mine collapse killed at least two people", "A Norwegian bridge collapse killed at least two people"],
        );
    }

    #[test]
    fn what_a_preposition_leads_to_may_be_what_another_verb_is_said_of() {
        check(
            "Divers have used a submarine to peer inside the heart of the wreck.",
            &["Divers have used a submarine to examine the heart of the wreck"],
            &["Divers have used a submarine to leave the heart of the wreck", "Divers have used the wreck to examine a submarine"],
        );
        check(
            "An avalanche swept over a chapel in Norland.",
            &["A chapel in Norland was swept over by an avalanche"],
            &["An avalanche in Norland was swept over by a chapel"],
        );
    }
}
