//! Links: whether the words of a claim hang together in a passage as they do in the claim.
//!
//! The same words in another relation say another thing: who did it to whom, what is a part of what, which figure is
//! whose. Each link between two words of the claim must be found between the words that answer them.

use super::align::Alignment;
use super::asked::Wanted;
use super::graph::{Graph, Link, Tie};
use super::meaning::Kinship;
use super::passage::Passage;
use super::sense::{Placed, Role, Sense};
use crate::extract::Quantity;
use crate::language;
use crate::text::Class;

/// The links of the claim that the passage does not have, for a person; empty where all hold.
pub(super) fn missing(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Vec<String> {
    let claim = wanted.sense.graph();
    let asked: Vec<Link> = claim.links.iter().copied().filter(|it| asks(wanted, alignment, *it)).collect();
    let (held, broken): (Vec<Link>, Vec<Link>) = asked.into_iter().partition(|it| holds(wanted, passage, alignment, *it));
    if !broken.is_empty() {
        return broken.into_iter().map(|it| reason(wanted, it)).collect();
    }
    let torn = (0..wanted.sense.words.len()).find(|it| torn(wanted, passage, alignment, &held, *it));
    torn.map(|it| format!("what hangs on “{}” is said of several there", wanted.sense.wording(it, it + 1))).into_iter().collect()
}

/// Whether the links of a word of the claim hold for several words of the passage, and for none of them all together:
/// "the safety rating was 90% and the comfort rating 80%" has no safety rating of 80%.
fn torn(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, held: &[Link], at: usize) -> bool {
    // Who does or has all of a series is told once.
    let describes = |it: &Link| matches!(it.tie, Tie::Part | Tie::Equal) && (it.head == at || it.part == at);
    let links: Vec<Link> = held.iter().copied().filter(describes).collect();
    let answers = &alignment.answers[at];
    // A name is one wherever it stands, and a doing may be told by its verb and its noun.
    let thing = wanted.sense.words[at].role == Role::Content && !wanted.sense.graph().is_verb(at);
    if links.len() < 2 || answers.len() < 2 || !thing {
        return false;
    }
    let together = |answer: &(usize, Kinship)| {
        let mut alone = alignment.clone();
        alone.answers[at] = vec![*answer];
        links.iter().all(|it| holds(wanted, passage, &alone, *it))
    };
    !answers.iter().any(together)
}

/// The doings of the claim that touch a token and hold in the passage.
pub(super) fn holding(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, around: std::ops::Range<usize>) -> usize {
    let claim = wanted.sense.graph();
    let touching = claim.links.iter().filter(|it| around.contains(&it.head) || around.contains(&it.part));
    let doings = touching.filter(|it| matches!(it.tie, Tie::Agent | Tie::Patient));
    doings.filter(|it| asks(wanted, alignment, **it) && holds(wanted, passage, alignment, **it)).count()
}

/// Whether the passage says that who does the claim's verb at `verb` has what it is said of.
pub(super) fn has(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, verb: usize) -> bool {
    let parts = wanted.sense.graph().parts(verb);
    let ends = |ties: &'static [Tie]| parts.iter().filter(|it| ties.contains(&it.tie)).map(|it| it.part);
    let graph = passage.sense.graph();
    let answers = |at: usize| alignment.answers[at].iter().map(|it| it.0);
    ends(&[Tie::Agent]).any(|owner| {
        ends(&[Tie::Patient, Tie::Adjunct])
            .any(|thing| answers(owner).any(|owner| answers(thing).any(|thing| owner != thing && owns(graph, owner, thing))))
    })
}

/// Whether a thing, or what it is said to be, has another.
fn owns(graph: &Graph, owner: usize, thing: usize) -> bool {
    let has = |owner: usize| graph.parts(owner).iter().any(|it| it.tie == Tie::Has && graph.holds(it.part, thing, 1));
    has(owner) || graph.parts(owner).iter().any(|it| it.tie == Tie::Equal && has(it.part))
}

/// Whether both ends of a link are words that the passage says, and not two words of one amount.
fn asks(wanted: &Wanted<'_>, alignment: &Alignment, link: Link) -> bool {
    let one_amount = wanted
        .sense
        .amounts
        .iter()
        .any(|it| (it.whole.0..it.whole.1).contains(&link.head) && (it.whole.0..it.whole.1).contains(&link.part));
    link.tie != Tie::Maybe
        && !one_amount
        && !wanted.sense.graph().equates(link.head)
        && alignment.says(link.head)
        && alignment.says(link.part)
}

fn holds(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    let named = alignment.answers[link.head].iter().any(|it| it.1 == Kinship::Doer);
    if !named && elsewhere(wanted, passage, alignment, link) {
        return false;
    }
    // "4,500 km² of land taken": what is taken may be any of what the words before it hang on.
    let above = wanted.sense.graph().links.iter().filter(|it| it.part == link.part && matches!(it.tie, Tie::Part | Tie::Maybe));
    let parts = std::iter::once(link.part)
        .chain(above.map(|it| it.head).filter(|it| matches!(link.tie, Tie::Agent | Tie::Patient) && *it != link.head));
    parts.into_iter().any(|part| holds_for(wanted, passage, alignment, Link { part, ..link })) || elided(wanted, passage, alignment, link)
}

/// Whether the passage leaves the counted thing out behind its figure and says the same of the figure: "and another 40 burned".
fn elided(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    let graph = passage.sense.graph();
    let sense = &wanted.sense;
    let counts = |amount: &&Placed<&Quantity>| {
        let (first, end) = amount.it.noun.map_or((0, 0), |it| sense.tokens_of(it));
        let noun = |at: usize| (first..end).contains(&at);
        // "40 barges and tugs": the figure counts both.
        noun(link.part) || (link.part >= 2 && matches!(sense.lower(link.part - 1), "and" | "or") && noun(link.part - 2))
    };
    let bare = |figure: usize| {
        let stated = passage.sense.amounts.iter().find(|it| (it.first..it.end).contains(&figure));
        stated.is_some_and(|it| passage.sense.words.get(it.end).is_none_or(|next| next.role != Role::Content) || graph.is_verb(it.end))
    };
    let doing = matches!(link.tie, Tie::Agent | Tie::Patient);
    doing
        && sense.amounts.iter().filter(counts).flat_map(|it| it.first..it.end).any(|at| {
            let figures = alignment.answers[at].iter().map(|it| it.0).filter(|it| bare(*it));
            figures.into_iter().any(|figure| {
                alignment.answers[link.head].iter().any(|(head, kinship)| {
                    let done = turned(wanted, passage, *kinship, link, *head) || link.tie == Tie::Patient;
                    acts(graph, *head, figure, link.tie)
                        || (done && acts(graph, *head, figure, Tie::Patient))
                        || (*head > figure && near(passage, *head, figure, link.tie))
                })
            })
        })
}

fn holds_for(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    let graph = passage.sense.graph();
    alignment.answers[link.head].iter().any(|(head, kinship)| {
        alignment.answers[link.part].iter().any(|(part, other)| {
            if *other == Kinship::Derived && matches!(link.tie, Tie::Part | Tie::Maybe) && passage.sense.words[*part].role == Role::Name {
                // "Members of the Norwegian press" are not "members from Norway".
                return graph.holds(*head, *part, 1) || graph.holds(*part, *head, 1);
            }
            if matches!(link.tie, Tie::Agent | Tie::Patient) && only_owner(passage, alignment, link.tie, *head, *part) {
                return false;
            }
            if *kinship == Kinship::Doer || *other == Kinship::Doer {
                return performs(wanted, passage, link, (*head, *kinship), (*part, *other));
            }
            if *kinship == Kinship::Undergone {
                return undergoes(passage, link.tie, *head, *part);
            }
            if matches!(passage.sense.lower(*head), "up" | "down") && trends(passage, *head, *part) {
                return true;
            }
            let stem = &*wanted.sense.words[link.head].stem;
            let undergone = *kinship == Kinship::Same && link.tie != Tie::Patient && language::undergone(stem, stem);
            if undergone && alone(&wanted.sense, link.head) && !alone(&passage.sense, *head) {
                // "The storm sank the ferry": the ferry sank, and no storm did.
                return undergoes(passage, link.tie, *head, *part);
            }
            // "The book, praised by Ada Lund, sold": behind a comma stands another's doing.
            let told = matches!(link.tie, Tie::Agent | Tie::Patient) && graph.parts(*head).iter().any(|it| it.tie == link.tie);
            let apart = (*head.min(part)..*head.max(part)).any(|it| passage.sense.lower(it) == ",");
            (!(told && apart) && *kinship == Kinship::Same && *other == Kinship::Same && alike(link, *head, *part))
                || tied(graph, *head, *part, link.tie)
                || near(passage, *head, *part, link.tie)
                || (turned(wanted, passage, *kinship, link, *head)
                    && (acts(graph, *head, *part, Tie::Patient) || acts(graph, *head, *part, Tie::Agent)))
                // "Broke into the town" for "entered the town": what the phrase is said of hangs on its preposition.
                || (*kinship == Kinship::Declared
                    && link.tie == Tie::Patient
                    && graph.parts(*head).iter().any(|it| it.tie == Tie::Adjunct && graph.holds(it.part, *part, 1)))
                || (link.tie == Tie::Adjunct && there(passage, *head, *part))
                || (link.tie != Tie::Agent && hedged(passage, *head, *part))
                || (matches!(link.tie, Tie::Agent | Tie::Patient)
                    && (describes(passage, *head, *part) || antecedent(passage, *head, *part, link.tie)))
                || (link.tie == Tie::Agent && (shares_subject(passage, *head, *part) || says_of_itself(passage, *head, *part)))
                || ((link.tie == Tie::Patient || turned(wanted, passage, *kinship, link, *head))
                    && (listed(passage, *head, *part) || directly(passage, *head, *part)))
        })
    })
}

/// Whether the part is of the doing that "up" or "down" adds a change to: "sales were $3 billion, up 5%".
fn trends(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let graph = passage.sense.graph();
    let verb = (0..head).rev().find(|it| graph.is_verb(*it));
    verb.is_some_and(|it| graph.parts(it).iter().any(|it| graph.holds(it.part, part, 1)))
}

/// Whether the passage names for its doer what the claim tells as a doing, or the other way round: "the film's director, Ada
/// Lund" and "Ada Lund directed the film".
fn performs(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, head: (usize, Kinship), part: (usize, Kinship)) -> bool {
    let graph = passage.sense.graph();
    let does = |verb: usize, who: usize| acts(graph, verb, who, Tie::Agent) || shares_subject(passage, verb, who);
    let of = |verb: usize, what: usize| acts(graph, verb, what, Tie::Patient) || tied(graph, verb, what, Tie::Adjunct);
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
                && graph.parts(other).iter().any(|it| it.tie == Tie::Part && it.part == named);
            named == other || called(named, other) || called(other, named) || title
        }
        Tie::Patient | Tie::Adjunct => graph.holds(named, other, 2) || owns(graph, other, named) || tied(graph, named, other, Tie::Adjunct),
        _ => graph.holds(named, other, 2),
    }
}

/// Nouns of those who act for what they belong to: what its army does, a country does.
const ACTING: [&str; 26] = [
    "administration",
    "army",
    "authority",
    "club",
    "company",
    "crew",
    "firm",
    "fleet",
    "force",
    "government",
    "group",
    "leadership",
    "legislature",
    "military",
    "ministry",
    "navy",
    "officials",
    "parliament",
    "party",
    "people",
    "police",
    "side",
    "soldier",
    "team",
    "troop",
    "unit",
];

/// Whether the name at `part` only tells whose it is that does it or that it is done to: "the mayor of Lindvik resigned".
fn only_owner(passage: &Passage<'_>, alignment: &Alignment, tie: Tie, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let bearers = || graph.parts(head).iter().filter(|it| it.tie == tie).map(|it| it.part);
    let itself = |it: usize| it == part || equal(graph, it, part) || sense.words[it].role != Role::Content;
    if sense.words[part].role != Role::Name || bearers().any(itself) {
        return false;
    }
    let said = |at: usize| alignment.answers.iter().any(|it| it.iter().any(|it| it.0 == at));
    let stranger = |it: usize| !ACTING.contains(&&*sense.words[it].stem) && !said(it);
    let mut owned = bearers().filter(|it| graph.holds(*it, part, 2)).peekable();
    owned.peek().is_some() && owned.all(stranger)
}

/// Whether the verb at `head` is said of nothing but how much.
fn alone(sense: &Sense<'_>, head: usize) -> bool {
    let graph = sense.graph();
    !graph.is_verb(head) || graph.parts(head).iter().all(|it| it.tie != Tie::Patient || sense.words[it.part].role == Role::Amount)
}

/// Whether the passage tells as done to it what the claim tells as its own doing: "the storm killed two sailors" that two sailors
/// died in the storm.
fn undergoes(passage: &Passage<'_>, tie: Tie, head: usize, part: usize) -> bool {
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
        Tie::Adjunct => acts(graph, head, part, Tie::Agent) || tied(graph, head, part, tie) || near(passage, head, part, tie),
        Tie::Patient => false,
        _ => tied(graph, head, part, tie) || near(passage, head, part, tie),
    }
}

/// Whether a verb later in a series has the subject of the verbs before it: "the crew landed, took the quay and held it".
fn shares_subject(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let mut verb = head;
    while part < verb && graph.is_verb(verb) && !graph.parts(verb).iter().any(|it| it.tie == Tie::Agent) {
        if verb == 0 || !matches!(sense.lower(verb - 1), "and" | "," | "or") {
            return false;
        }
        let Some(before) = (part..verb).rev().find(|it| graph.is_verb(*it)) else { return false };
        let breaks = |it: usize| {
            sense.class(it).is(Class::PRONOUN) || matches!(sense.lower(it), ";" | ":" | "that" | "which" | "who" | "while" | "when" | "but")
        };
        if (before + 1..verb).any(breaks) {
            return false;
        }
        verb = before;
    }
    verb != head && graph.parts(verb).iter().any(|it| it.tie == Tie::Agent && graph.holds(it.part, part, 1))
}

/// Whether who tells of the doing tells it of itself: "the firm says that it has closed the yard".
fn says_of_itself(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let subjects = |verb: usize| graph.parts(verb).iter().filter(|it| it.tie == Tie::Agent).map(|it| it.part);
    let pronoun = subjects(head).all(|it| matches!(sense.lower(it), "it" | "he" | "she" | "they" | "we" | "i"));
    let telling = (part + 1..head).rev().find(|it| graph.is_verb(*it));
    pronoun
        && subjects(head).next().is_some()
        && telling.is_some_and(|it| passage.tells(it) && subjects(it).any(|it| it == part) && subjects(head).all(|subject| subject > it))
}

/// Whether a thing stands in one list with what the verb is said of: "took 40 barges (12 of them new) and a crane".
fn listed(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let engaged = graph.links.iter().any(|it| it.part == part && matches!(it.tie, Tie::Agent | Tie::Patient | Tie::Adjunct));
    let objects =
        graph.parts(head).iter().filter(|it| it.tie == Tie::Patient || (it.tie == Tie::Adjunct && hedged(passage, head, it.part)));
    let mut objects = objects.map(|it| it.part).filter(|it| head < *it && *it < part);
    !engaged
        && objects.any(|object| {
            let mut depth = 0_usize;
            let (mut joined, mut apart) = (false, false);
            for at in object + 1..part {
                match sense.lower(at) {
                    "(" => depth += 1,
                    ")" => depth = depth.saturating_sub(1),
                    _ if depth > 0 => {}
                    "and" | "or" => joined = true,
                    _ => {
                        apart |= graph.is_verb(at)
                            || sense.words[at].role == Role::Name
                            || sense.class(at).is(Class::AUXILIARY | Class::PRONOUN)
                            || (sense.class(at).is(Class::PREPOSITION) && sense.words[at].role != Role::Amount);
                    }
                }
            }
            joined && !apart && !(part + 1..=part + 2).any(|it| graph.is_verb(it))
        })
}

/// Whether the same two words stand as far apart and in the same order as in the claim: whatever they are to each other there,
/// they are here.
fn alike(link: Link, head: usize, part: usize) -> bool {
    let order = (link.head < link.part) == (head < part);
    order && link.head.abs_diff(link.part) <= 8 && head.abs_diff(part).abs_diff(link.head.abs_diff(link.part)) <= 1
}

/// Whether the link's end is counted, and the passage tells another doing of the figure that answers it.
fn elsewhere(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    if !matches!(link.tie, Tie::Agent | Tie::Patient) {
        return false;
    }
    let counted = wanted.sense.amounts.iter().filter(|it| {
        let noun = it.it.noun.map_or((0, 0), |it| wanted.sense.tokens_of(it));
        (noun.0..noun.1).contains(&link.part)
    });
    let graph = passage.sense.graph();
    counted.flat_map(|it| it.first..it.end).any(|at| {
        let figures = alignment.answers[at].iter().map(|it| it.0);
        let doings = figures.flat_map(|figure| {
            graph
                .links
                .iter()
                .filter(move |it| matches!(it.tie, Tie::Agent | Tie::Patient) && graph.holds(it.part, figure, 1))
                .map(|it| it.head)
        });
        let mut doings = doings.peekable();
        doings.peek().is_some() && !doings.any(|doing| alignment.answers[link.head].iter().any(|it| it.0 == doing))
    })
}

/// Whether an amount is what a verb is said of, though its hedge looks like a preposition: "held around 500".
fn hedged(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let graph = passage.sense.graph();
    let amount = passage.sense.words[part].role == Role::Amount;
    amount && head < part && part <= head + 6 && graph.parts(head).iter().any(|it| it.tie == Tie::Adjunct && graph.holds(it.part, part, 1))
}

/// Whether an amount stands right behind the verb, in quotation marks or not: "regained “more than 40 hectares” of".
fn directly(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let sense = &passage.sense;
    let quoting = |it: usize| matches!(sense.lower(it), "\"" | "“" | "”");
    let amount = |it: usize| sense.words.get(it).is_some_and(|it| it.role == Role::Amount);
    head < part && sense.graph().is_verb(head) && amount(part) && (head + 1..part).all(|it| amount(it) || quoting(it))
}

/// Whether the passage says "there" of the place that it named before.
fn there(passage: &Passage<'_>, head: usize, place: usize) -> bool {
    let sense = &passage.sense;
    place < head && sense.words[place].role == Role::Name && (head..(head + 12).min(sense.words.len())).any(|it| sense.lower(it) == "there")
}

/// Whether the doing at `head` describes the thing behind it: "the killed and wounded sailors".
fn describes(passage: &Passage<'_>, head: usize, thing: usize) -> bool {
    let sense = &passage.sense;
    let back = (head.saturating_sub(3)..head)
        .rev()
        .find(|it| !matches!(sense.lower(*it), "and" | "or" | ",") && !sense.lower(*it).ends_with("ed"));
    let opens = back.is_some_and(|it| sense.class(it).is(Class::PREPOSITION | Class::DETERMINER));
    let joined = (head + 1..thing).all(|it| !sense.class(it).is(Class::PREPOSITION | Class::DETERMINER | Class::AUXILIARY));
    opens && head < thing && thing <= head + 5 && joined
}

/// Whether the thing is what a relative clause with the doing in it is about: "the town, which he called destroyed".
fn antecedent(passage: &Passage<'_>, head: usize, thing: usize, tie: Tie) -> bool {
    let sense = &passage.sense;
    let relative = |it: usize| matches!(sense.lower(it), "which" | "who" | "whom" | "that");
    let opens = relative(thing + 1) || (matches!(sense.lower(thing + 1), "," | "—" | "–") && relative(thing + 2));
    let own = sense.graph().parts(head).iter().any(|it| it.tie == tie && sense.words[it.part].role != Role::Function);
    opens && !own && thing < head && head <= thing + 14
}

/// Whether what the claim tells as an act may be told as done to the same: "the ferry sank", "the storm sank the ferry".
fn turned(wanted: &Wanted<'_>, passage: &Passage<'_>, kinship: Kinship, link: Link, head: usize) -> bool {
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
    alone && (kinship > Kinship::Same || headline)
}

fn tied(graph: &Graph, head: usize, part: usize, tie: Tie) -> bool {
    if head == part {
        return true;
    }
    match tie {
        Tie::Agent | Tie::Patient => acts(graph, head, part, tie),
        Tie::Adjunct => {
            graph.parts(head).iter().any(|it| graph.holds(it.part, part, 2))
                || (!graph.does(head) && (graph.holds(head, part, 2) || graph.holds(part, head, 2)))
                || beside(graph, head, part)
        }
        Tie::Has => owns(graph, head, part) || graph.holds(part, head, 2) || graph.holds(head, part, 2),
        Tie::Part | Tie::Equal | Tie::Maybe => {
            graph.holds(head, part, 3)
                || graph.holds(part, head, 3)
                || said_of(graph, head, part)
                || same_verb(graph, head, part)
                || participle(graph, head, part)
        }
    }
}

/// Whether the two stand so close together that they belong together, whatever the reading of the sentence.
fn near(passage: &Passage<'_>, head: usize, part: usize, tie: Tie) -> bool {
    let (first, last) = (head.min(part), head.max(part));
    let graph = passage.sense.graph();
    let between = first + 1..last;
    let apart = between.clone().any(|it| super::parts::cuts_before(&passage.sense, it));
    let said = between.clone().filter(|it| matches!(passage.sense.words[*it].role, Role::Content | Role::Name)).count();
    let (reach, words) = match tie {
        Tie::Part | Tie::Maybe if between.clone().any(|it| graph.is_verb(it)) => (0, 0),
        Tie::Part | Tie::Maybe => (7, 2),
        Tie::Equal | Tie::Has => (5, 2),
        Tie::Adjunct => (9, 4),
        // Who does it is known: it is not the one that stands close by.
        Tie::Agent | Tie::Patient if graph.parts(head).iter().any(|it| it.tie == tie || it.part == part) => (0, 0),
        Tie::Agent | Tie::Patient => (6, 2),
    };
    last - first <= reach && said <= words && !apart
}

/// Whether what describes a thing in the claim is what was done to it: "the rebuilt quay", "the quay was rebuilt".
fn participle(graph: &Graph, one: usize, other: usize) -> bool {
    let done = |verb: usize, thing: usize| graph.is_verb(verb) && acts(graph, verb, thing, Tie::Patient);
    done(one, other) || done(other, one)
}

/// Whether a time or place is told of the verb that a thing takes part in: "for the quarter, sales were".
fn same_verb(graph: &Graph, thing: usize, circumstance: usize) -> bool {
    let doings = graph.links.iter().filter(|it| matches!(it.tie, Tie::Agent | Tie::Patient) && it.part == thing);
    doings.into_iter().any(|it| graph.parts(it.head).iter().any(|it| it.tie == Tie::Adjunct && graph.holds(it.part, circumstance, 1)))
}

/// Whether `part` has that role in the doing at `head`.
fn acts(graph: &Graph, head: usize, part: usize, tie: Tie) -> bool {
    let mut bearers = graph.parts(head).iter().filter(|it| it.tie == tie).peekable();
    let known = bearers.peek().is_some();
    if bearers.any(|it| graph.holds(it.part, part, 2) || equal(graph, it.part, part)) {
        return true;
    }
    // "They regained control of much land, representing a third of the region."
    if tie == Tie::Patient && graph.parts(head).iter().any(|it| it.tie == Tie::Adjunct && equal(graph, it.part, part)) {
        return true;
    }
    if !graph.does(head) {
        return graph.holds(head, part, 2) || graph.holds(part, head, 1);
    }
    // Who does what goes along with a doing is who does the doing.
    let bears = |verb: usize| graph.parts(verb).iter().any(|it| it.tie == tie && graph.holds(it.part, part, 2));
    tie == Tie::Agent && !known && graph.governor(head).is_some_and(|it| bears(it) || graph.governor(it).is_some_and(bears))
}

/// Whether a thing is said to be, to amount to, or to come to `part`.
fn equal(graph: &Graph, thing: usize, part: usize) -> bool {
    graph.parts(thing).iter().any(|it| it.tie == Tie::Equal && graph.holds(it.part, part, 1))
}

/// Whether a quality is told of a thing by the verb between them.
fn said_of(graph: &Graph, one: usize, other: usize) -> bool {
    let shares = |head: usize| {
        let of = |token: usize| graph.parts(head).iter().any(|it| graph.holds(it.part, token, 1));
        of(one) && of(other)
    };
    graph.links.iter().map(|it| it.head).filter(|it| graph.equates(*it)).any(shares)
}

/// Whether something hangs on the verb that the doing goes along with.
fn beside(graph: &Graph, head: usize, part: usize) -> bool {
    graph.governor(head).is_some_and(|it| graph.parts(it).iter().any(|it| it.tie == Tie::Adjunct && graph.holds(it.part, part, 1)))
}

fn reason(wanted: &Wanted<'_>, link: Link) -> String {
    let word = |at: usize| wanted.sense.wording(at, at + 1);
    match link.tie {
        Tie::Agent => format!("“{}” is not who or what “{}” there", word(link.part), word(link.head)),
        Tie::Patient => format!("“{}” is not what “{}” is said of there", word(link.part), word(link.head)),
        _ => format!("“{}” does not belong to “{}” there", word(link.part), word(link.head)),
    }
}
