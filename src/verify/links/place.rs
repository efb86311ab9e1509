//! Places: what a passage tells of a thing in a place, a claim may tell by the place before it: "the Norland quake" for "a quake struck
//! in Norland". Only where the passage names no other place, and never of people, who may be from elsewhere.

use super::befall::{BY_DOING, is_harm};
use super::reach::REGIONS;
use crate::language::{self, Relation, homeland, is_land};
use crate::verify::asked::Wanted;
use crate::verify::graph::{Graph, Link, Tie};
use crate::verify::passage::Passage;
use crate::verify::sense::{Role, Sense};

/// Prepositions that lead to where something is.
const WHERE: [&str; 9] = ["across", "around", "at", "in", "inside", "near", "off", "outside", "throughout"];

/// Verbs of what a fire or a storm does to a thing.
const DESTROYING: [&str; 13] =
    ["bury", "damage", "destroy", "devastate", "engulf", "flatten", "gut", "hit", "level", "reach", "rip", "strike", "sweep"];

/// Verbs of what a disaster does to a place.
const STRIKING: [&str; 10] = ["batter", "devastate", "hit", "jolt", "rattle", "reach", "rock", "shake", "strike", "sweep"];

/// Whether the claim's link says of a thing or a doing that it is in the place at `part`, as the passage tells of the doing that it
/// takes part in.
pub(super) fn placed(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let describes = matches!(link.tie, Tie::Part | Tie::Of | Tie::Maybe) && !wanted.sense.graph().is_verb(link.head);
    let leads = wanted.sense.graph().preposition(link.part).is_some_and(|it| WHERE.contains(&it));
    let located = link.tie == Tie::Adjunct && leads;
    if describes && link.part < link.head && in_thing(passage, head, part) {
        return true;
    }
    let names = wanted.sense.words[link.part].role == Role::Name || homeland(wanted.sense.lower(link.part)).is_some();
    if !names || !(describes && (leads || link.part < link.head) || located) {
        return false;
    }
    if sense.words[head].role == Role::Name || describes && link.part < link.head && is_person(&wanted.sense, link.head) {
        return false;
    }
    let opens = dateline(sense).contains(&part);
    is_place(sense, part) && only_place(sense, part) && (opens || happens(graph, head, |verb| takes_place(sense, verb, part)))
}

/// The place that opens a report: `PARIS (AP) —`.
pub(in crate::verify) fn dateline(sense: &Sense<'_>) -> std::ops::Range<usize> {
    let name = |it: &usize| sense.words.get(*it).is_some_and(|it| it.role == Role::Name) || sense.lower(*it) == ",";
    let end = (0..sense.words.len().min(8)).find(|it| !name(it)).unwrap_or_default();
    let dash = |it: usize| matches!(sense.lower(it), "—" | "–" | "-" | "--") && !sense.text.tokens[it].glued;
    let agency = sense.lower(end) == "(" && (end + 2..end + 6).any(|it| sense.lower(it) == ")" && dash(it + 1));
    if end > 0 && end < sense.words.len() && (dash(end) || agency) { 0..end } else { 0..0 }
}

/// "The hotel fire", where the fire was in the hotel or what it did was done there.
fn in_thing(passage: &Passage<'_>, harm: usize, thing: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let leads = graph.preposition(thing).is_some_and(|it| WHERE.contains(&it) || matches!(it, "aboard" | "on" | "through"));
    if !is_harm(&sense.words[harm].stem) || sense.words[thing].role != Role::Content {
        return false;
    }
    let burns = |it: &Link| it.tie == Tie::Patient && DESTROYING.contains(&&*sense.words[it.head].stem);
    let place = |it: &Link| it.part == thing && (leads && it.tie == Tie::Adjunct || burns(it));
    let takes_part = |verb: usize| graph.parts(verb).iter().any(|it| it.part == harm && matches!(it.tie, Tie::Agent | Tie::Adjunct));
    leads && graph.holds(harm, thing, 1) || graph.links.iter().any(|it| place(it) && takes_part(it.head))
}

/// Whether what the claim's doing happened in is told as a doing beside it, or as what did that: "killed in a crash", "killed when the
/// bus crashed"; "fled in a flood", "fled as the flood came".
pub(super) fn beside(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let led = wanted.sense.graph().preposition(link.part).is_some_and(|it| matches!(it, "after" | "as" | "during" | "in"));
    if link.tie != Tie::Adjunct || !led || !graph.is_verb(head) || wanted.sense.graph().is_verb(link.part) {
        return false;
    }
    let harm = is_harm(&wanted.sense.words[link.part].stem);
    let acts = |verb: usize| graph.parts(verb).iter().any(|it| it.tie == Tie::Agent && it.part == part);
    let along = |verb: usize| {
        let tied = graph.governors(verb).any(|it| it == head) || graph.governors(head).any(|it| it == verb);
        verb != head && tied && !passage.tells(verb)
    };
    let by_doing = BY_DOING.contains(&&*wanted.sense.words[link.part].stem);
    let told = |verb: usize| along(verb) && (verb == part && by_doing || is_harm(&sense.words[part].stem) && acts(verb));
    harm && graph.links.iter().any(|it| graph.is_verb(it.head) && told(it.head))
}

/// Whether the claim's name tells where a person is from, "a Lindvik teacher", and the passage who the person is: "a teacher, Anna Holm".
pub(super) fn is_the_one(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, head: usize, part: usize) -> bool {
    let (sense, graph) = (&wanted.sense, passage.sense.graph());
    let from = sense.words[link.part].role == Role::Name && sense.words[link.head].role == Role::Content && link.part < link.head;
    let ties = |one: usize, other: usize| graph.parts(one).iter().filter(move |it| it.part == other).map(|it| it.tie);
    let equal = || ties(head, part).chain(ties(part, head)).any(|it| it == Tie::Equal);
    from && is_person(sense, link.head) && equal() && !ties(head, part).any(|it| matches!(it, Tie::Part | Tie::Of | Tie::Maybe))
}

pub(super) fn is_person(sense: &Sense<'_>, at: usize) -> bool {
    let stem = &*sense.words[at].stem;
    stem == "person" || matches!(language::relation(stem, "person"), Relation::Same | Relation::Synonym(_) | Relation::Narrower(_))
}

/// Whether the passage names a place by the word at `at`.
fn is_place(sense: &Sense<'_>, at: usize) -> bool {
    let graph = sense.graph();
    let owns = matches!(sense.lower(at + 1), "'s" | "’s");
    let land = is_land(sense.lower(at)) || homeland(sense.lower(at)).is_some();
    let led = leads_to(sense, at) || graph.preposition(at).is_some_and(|it| matches!(it, "from" | "of" | "to")) && !describes(sense, at);
    sense.words[at].role == Role::Name && (land || owns || led || dateline(sense).contains(&at))
}

/// Whether a preposition of place leads to the word at `at`.
fn here(graph: &Graph, at: usize) -> bool {
    graph.preposition(at).is_some_and(|it| WHERE.contains(&it))
}

/// Whether a preposition leads to the place as to where something is: "in Oslo", "in the city of Oslo".
fn leads_to(sense: &Sense<'_>, at: usize) -> bool {
    let graph = sense.graph();
    let land = |it: &Link| it.tie == Tie::Of && it.part == at && REGIONS.contains(&&*sense.words[it.head].stem) && here(graph, it.head);
    here(graph, at) && !describes(sense, at) || graph.links.iter().any(land) || named_again(sense, at).is_some()
}

/// Whether the word only describes the thing behind it: "the Danish boats".
fn describes(sense: &Sense<'_>, at: usize) -> bool {
    let thing = |it: &Link| it.part == at && it.tie == Tie::Part && sense.words[it.head].role == Role::Content;
    sense.graph().links.iter().any(thing)
}

/// Whether the passage names no place but the one at `at`.
fn only_place(sense: &Sense<'_>, at: usize) -> bool {
    let name = |it: usize| sense.words[it].role == Role::Name;
    let joined = |it: usize| (it.min(at)..=it.max(at)).all(name);
    let opens = dateline(sense);
    // "In the Norland capital, Tarn": the land is the one that the place is in.
    let region = named_again(sense, at);
    let around = |it: usize| region.is_some_and(|region| sense.graph().holds(region, it, 1));
    (0..sense.words.len())
        .all(|it| !is_place(sense, it) || opens.contains(&it) || joined(it) || around(it) || sense.words[it].stem == sense.words[at].stem)
}

/// The noun of a region that the name at `at` names again, where a preposition leads to that: "in the capital, Tarn".
fn named_again(sense: &Sense<'_>, at: usize) -> Option<usize> {
    let graph = sense.graph();
    let again =
        |it: &&Link| it.tie == Tie::Equal && it.part == at && REGIONS.contains(&&*sense.words[it.head].stem) && here(graph, it.head);
    graph.links.iter().find(again).map(|it| it.head)
}

/// Whether a doing that the word at `thing` takes part in, or one that goes along with that, does what is asked.
fn happens(graph: &Graph, thing: usize, asked: impl Fn(usize) -> bool) -> bool {
    // "A court in Lindvik jailed him for the theft": where the theft was is another matter.
    let cause = |it: usize| graph.preposition(it).is_some_and(|it| matches!(it, "about" | "against" | "for" | "over"));
    let takes_part = |verb: usize| {
        verb == thing
            || !cause(thing)
                && graph.parts(verb).iter().any(|it| graph.holds(it.part, thing, 2) && !(it.tie == Tie::Adjunct && cause(it.part)))
    };
    let mut verbs: Vec<usize> = graph.links.iter().map(|it| it.head).filter(|it| graph.is_verb(*it)).collect();
    verbs.dedup();
    let along = |verb: usize| {
        let other = verbs.iter().filter(move |it| graph.governor(**it) == Some(verb)).copied();
        std::iter::once(verb).chain(graph.governors(verb)).chain(other)
    };
    verbs.iter().any(|it| takes_part(*it) && along(*it).any(&asked))
}

/// Whether the doing at `verb` is told to happen in the place at `place`.
fn takes_place(sense: &Sense<'_>, verb: usize, place: usize) -> bool {
    let graph = sense.graph();
    let leads = leads_to(sense, place);
    let holds = |part: usize| graph.holds(part, place, 2);
    let struck = STRIKING.contains(&&*sense.words[verb].stem);
    graph.parts(verb).iter().any(|it| match it.tie {
        Tie::Adjunct => leads && holds(it.part),
        Tie::Patient => holds(it.part) && (struck || leads),
        Tie::Agent => holds(it.part) && leads,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::{check, check_given};

    #[test]
    fn where_somebody_is_accused_is_not_where_it_was_done() {
        check(
            "A court in Lindvik jailed a man for the theft of nine boats.",
            &["Court in Lindvik jails man for theft of nine boats"],
            &["Nine boats were stolen in Lindvik", "Nine boats stolen in Lindvik"],
        );
    }

    #[test]
    fn where_it_happens_is_where_it_is() {
        check(
            "A quake hit western Norway on Friday, killing 12 people.",
            &["Norwegian quake kills 12 people"],
            &["Swedish quake kills 12 people", "Norwegian quake kills 14 people", "Quake kills 12 Norwegian people"],
        );
        check(
            "A fire tore through a hotel in Lindvik, and 12 people died.",
            &["12 people died as fire tore through Lindvik hotel"],
            &["12 people died as fire tore through Marstad hotel"],
        );
        check(
            "A court in Norway jailed a sailor for a fire in Sweden.",
            &["A court in Norway jailed a sailor"],
            &["A Swedish court jailed a sailor"],
        );
        check(
            "MARSTAD (AP) — A fire killed nine people in a hotel on Monday.",
            &["Fire kills nine people in Marstad hotel", "Nine die in Marstad hotel fire", "Hotel fire in Marstad kills nine"],
            &["Fire kills nine people in Lindvik hotel", "Nine die in Lindvik hotel fire"],
        );
        check(
            "Nine people were killed when a bus crashed in Lindvik.",
            &["Nine killed in bus crash", "Nine killed in Lindvik bus crash"],
            &["Nine killed in train crash", "Nine killed in Marstad bus crash"],
        );
        check(
            "Nine people were killed when a bus crashed near a school in the Norland capital, Tarn, officials said.",
            &["Nine people were killed in Tarn", "Nine people were killed when a bus crashed in Tarn"],
            &["Nine people were killed in Marstad", "A school crashed in Tarn"],
        );
        check("Four men were hurt in Norway.", &["Four men were hurt in Norway"], &["Four Norwegian men were hurt"]);
    }

    #[test]
    fn where_somebody_is_from_is_not_what_that_one_is_called() {
        check_given(
            "Anna Dahl, a teacher from Lindvik, won the race.",
            &["A Lindvik teacher won the race", "Lindvik teacher wins race"],
            &["A Dahl teacher won the race", "Dahl teacher wins race"],
        );
    }
}
