//! Links: whether the words of a claim hang together in a passage as they do in the claim.
//!
//! The same words in another relation say another thing: who did it to whom, what is a part of what, which figure is
//! whose. Each link between two words of the claim must be found between the words that answer them.

mod age;
mod aim;
mod befall;
mod choice;
mod club;
mod compound;
mod converse;
mod count;
mod described;
mod giving;
mod leading;
mod order;
mod owner;
mod parallel;
pub(super) mod place;
mod preposition;
mod reach;
mod share;
mod told;
mod year;

pub(super) use age::only_counts;
pub(super) use befall::is_harm;
use choice::Choice;
use count::{counted_otherwise, elided, elsewhere, otherwise};
use described::{aside, confirmed};
use giving::{given, gives_to, is_given, mutual, receives};
use leading::{led_elsewhere, set_before};
use owner::{nearer, owned};
pub(super) use preposition::clash;
use reach::{
    acts, antecedent, describes, directly, equal, hedged, lies_in, listed, near, owns, says_of_itself, shares_subject, there, tied,
};
use told::{adds_change, aimed, alone, brings, only_owner, owner_of_equal, performs, trends, turned, undergoes};

use super::align::Alignment;
use super::asked::Wanted;
use super::calendar;
use super::graph::{Link, Tie};
use super::meaning::Kinship;
use super::passage::Passage;
use super::readings::FROM;
use super::sense::{Role, Sense};
use super::telling;
use crate::language;
use crate::text::Class;

/// The links of the claim that the passage does not have, for a person; empty where all hold.
pub(super) fn missing(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Vec<String> {
    let claim = wanted.sense.graph();
    let asked = claim.links.iter().copied().filter(|it| asks(wanted, alignment, *it) && !calendar::is_the_day(wanted, passage, it.part));
    let asked: Vec<Link> = asked.collect();
    let (held, broken): (Vec<Link>, Vec<Link>) = asked.into_iter().partition(|it| holds(wanted, passage, alignment, *it));
    if let Some(reason) = order::turned(wanted, passage, alignment) {
        return vec![reason];
    }
    if let Some(reason) = aim::of_another(wanted, passage, alignment) {
        return vec![reason];
    }
    if let Some(reason) = parallel::crossed(wanted, passage, alignment) {
        return vec![reason];
    }
    if let Some(reason) = share::of_some(wanted, passage, alignment) {
        return vec![reason];
    }
    if !broken.is_empty() {
        return broken.into_iter().map(|it| reason(wanted, it)).collect();
    }
    let torn = Choice::new(wanted, passage, alignment, &held).torn();
    torn.map(|it| format!("what hangs on “{}” is said of several there", wanted.sense.wording(it, it + 1))).into_iter().collect()
}

/// Whether the circumstances in a piece of the claim hang in the passage on the words around that piece as they do in the claim.
pub(super) fn hangs(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, piece: &std::ops::Range<usize>) -> bool {
    let out = |it: &&Link| hangs_out(&wanted.sense, it, piece);
    wanted.sense.graph().links.iter().filter(out).all(|it| !asks(wanted, alignment, *it) || holds(wanted, passage, alignment, *it))
}

/// Whether a circumstance in a piece of a sentence hangs on a verb outside it.
pub(super) fn hangs_out(sense: &Sense<'_>, link: &Link, piece: &std::ops::Range<usize>) -> bool {
    let apart = piece.contains(&link.part) && !piece.contains(&link.head);
    apart && link.tie == Tie::Adjunct && sense.graph().is_verb(link.head)
}

/// The doings of the claim that touch a token and hold in the passage.
pub(super) fn holding(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, around: std::ops::Range<usize>) -> usize {
    let claim = wanted.sense.graph();
    let touching = claim.links.iter().filter(|it| around.contains(&it.head) || around.contains(&it.part));
    let doings = touching.filter(|it| matches!(it.tie, Tie::Agent | Tie::Patient));
    doings.filter(|it| asks(wanted, alignment, **it) && holds(wanted, passage, alignment, **it)).count()
}

/// The things of the claim that touch a token and hang together in the passage as they do in it: "a budget of $3 million".
pub(super) fn belonging(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, around: std::ops::Range<usize>) -> usize {
    let claim = wanted.sense.graph();
    let touching = claim.links.iter().filter(|it| around.contains(&it.head) || around.contains(&it.part));
    let things = touching.filter(|it| matches!(it.tie, Tie::Of | Tie::Equal));
    things.filter(|it| asks(wanted, alignment, **it) && holds(wanted, passage, alignment, **it)).count()
}

/// Whether the passage says that who does the claim's verb at `verb` has what it is said of.
pub(super) fn has(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, verb: usize) -> bool {
    let parts = wanted.sense.graph().parts(verb);
    let ends = |ties: &'static [Tie]| parts.iter().filter(|it| ties.contains(&it.tie)).map(|it| it.part);
    let graph = passage.sense.graph();
    let answers = |at: usize| alignment.answers[at].iter().map(|it| it.0);
    ends(&[Tie::Agent]).any(|owner| {
        ends(&[Tie::Patient, Tie::Adjunct]).any(|thing| {
            answers(owner)
                .any(|owner| answers(thing).any(|thing| owner != thing && (owns(graph, owner, thing) || lies_in(passage, owner, thing))))
        })
    })
}

/// Whether both ends of a link are words that the passage says, and not two words of one amount.
fn asks(wanted: &Wanted<'_>, alignment: &Alignment, link: Link) -> bool {
    let one_amount = wanted
        .sense
        .amounts
        .iter()
        .any(|it| (it.whole.0..it.whole.1).contains(&link.head) && (it.whole.0..it.whole.1).contains(&link.part));
    // "$3 a share": what it is a rate of hangs where the figure hangs.
    let per = link.part.checked_sub(1).is_some_and(|it| matches!(wanted.sense.lower(it), "a" | "an" | "each" | "every" | "per"));
    let rated = per && wanted.sense.amounts.iter().any(|it| (it.end..it.whole.1).contains(&link.part));
    // "A minimum of 23 people": the words before a figure hang where the figure hangs.
    let bounds = matches!(wanted.sense.lower(link.part), "maximum" | "minimum");
    let leads = bounds && wanted.sense.amounts.iter().any(|it| (it.whole.0..it.first).contains(&link.part));
    let counts = |at: usize| wanted.sense.words[at].role == Role::Amount;
    let one_amount = one_amount && (link.tie != Tie::Part || counts(link.head) || counts(link.part));
    // "Thousands of troops": whom the figure counts.
    let one_amount = one_amount && !(link.tie == Tie::Of && counts(link.head) && wanted.sense.words[link.part].role == Role::Content);
    // "With dozens missing, officials said": who says so closes the sentence, and nothing before hangs on that.
    let closing = link.tie == Tie::Adjunct && link.part < link.head && telling::closes(&wanted.sense, link.head);
    // "A Lindvik-born singer": what is born there is asked for by itself.
    let hyphened = link.tie == Tie::Part
        && wanted.sense.lower(link.part + 1) == "-"
        && FROM.contains(&wanted.sense.lower(link.part + 2))
        && alignment.says(link.part + 2);
    link.tie != Tie::Maybe
        && !hyphened
        && !closing
        && !one_amount
        && !leads
        && !rated
        && !wanted.sense.graph().equates(link.head)
        && alignment.says(link.head)
        && alignment.says(link.part)
}

/// Whether the words that answer the ends of a link hang together in the passage.
pub(super) fn holds(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    if wanted.sense.words[link.part].idiom == Some(link.head) {
        // "Leaves 14 dead": those whom the figure counts are killed.
        let figure = |it: &usize| wanted.sense.words[*it].role == Role::Amount && alignment.says(*it);
        let mut figures = (link.head + 1..link.part).filter(figure).peekable();
        return figures.peek().is_none() || figures.any(|part| holds_for(wanted, passage, alignment, Link { part, ..link }));
    }
    if let Some(told) = age::told(wanted, passage, alignment, link) {
        return told;
    }
    let named = alignment.answers[link.head].iter().any(|it| it.1 == Kinship::Doer);
    if named && link.tie == Tie::Of && otherwise(wanted, passage, alignment, link) {
        return false;
    }
    if !named && elsewhere(wanted, passage, alignment, link) {
        return false;
    }
    // "4,500 km² of land taken": what is taken may be any of what the words before it hang on.
    let above = wanted.sense.graph().links.iter().filter(|it| it.part == link.part && matches!(it.tie, Tie::Part | Tie::Of | Tie::Maybe));
    let parts = std::iter::once(link.part)
        .chain(above.map(|it| it.head).filter(|it| matches!(link.tie, Tie::Agent | Tie::Patient) && *it != link.head));
    parts.into_iter().any(|part| holds_for(wanted, passage, alignment, Link { part, ..link }))
        || nearer(wanted, passage, alignment, link)
        || elided(wanted, passage, alignment, link)
        || owned(wanted, passage, alignment, link)
        || compound::describes_inner(wanted, passage, alignment, link)
}

/// Whether what an idiom is told of stands before the word that ends it, and `part` behind: "left two dead and five injured".
fn beyond_idiom(sense: &Sense<'_>, head: usize, part: usize) -> bool {
    let end = (head + 1..sense.words.len().min(head + 9)).rfind(|it| sense.words[*it].idiom == Some(head));
    end.is_some_and(|end| {
        part > end
            && sense
                .graph()
                .parts(head)
                .iter()
                .any(|it| it.tie == Tie::Patient && (head..end).contains(&it.part) && sense.words[it.part].idiom.is_none())
    })
}

/// Whether the passage tells the doing, or gives the thing, to another than the word at `part`.
fn told_of_another(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link, head: usize, part: usize) -> bool {
    let graph = passage.sense.graph();
    let deed = matches!(link.tie, Tie::Agent | Tie::Patient);
    if deed && (beyond_idiom(&passage.sense, head, part) || counted_otherwise(wanted, passage, alignment, link.part, part)) {
        return true;
    }
    // "Shares of the retailer": they are no other's shares.
    let counted = passage.sense.words[part].role == Role::Amount;
    let others = |it: &Link| it.tie == Tie::Of && passage.sense.words[it.part].role != Role::Amount;
    let owned = link.tie == Tie::Of && !counted && graph.parts(head).iter().any(others);
    owned && !graph.holds(head, part, 3) && !graph.holds(part, head, 2) && !alike(wanted, passage, alignment, link, head, part)
}

fn holds_for(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    let graph = passage.sense.graph();
    alignment.answers[link.head].iter().any(|(head, kinship)| {
        alignment.answers[link.part].iter().any(|(part, other)| {
            if told_of_another(wanted, passage, alignment, link, *head, *part) {
                return false;
            }
            if link.tie == Tie::Part && place::is_the_one(wanted, passage, link, *head, *part) {
                return false;
            }
            if given(wanted, link) && !is_given(graph, *head, *part) {
                return false;
            }
            if receives(wanted, link) {
                let reached = |it: &Link| matches!(it.tie, Tie::Adjunct | Tie::Patient) && graph.stands_for(it.part, *part);
                return graph.parts(*head).iter().any(reached);
            }
            if *kinship == Kinship::Converse || *other == Kinship::Converse {
                return *other != Kinship::Converse && converse::sits(wanted, passage, link, *head, *part);
            }
            let doer = *kinship == Kinship::Doer || *other == Kinship::Doer;
            let doing = matches!(link.tie, Tie::Agent | Tie::Patient | Tie::Adjunct);
            if head == part && doing && !doer && wanted.sense.words[link.head].stem != wanted.sense.words[link.part].stem {
                // One word does not say two things.
                return false;
            }
            if *kinship == Kinship::Same && doing && converse::sits(wanted, passage, link, *head, *part) {
                return true;
            }
            if led_elsewhere(wanted, passage, link, *part) {
                return false;
            }
            if *other == Kinship::Derived && matches!(link.tie, Tie::Part | Tie::Of | Tie::Maybe) && passage.sense.words[*part].role == Role::Name {
                // "Members of the Norwegian press" are not "members from Norway".
                return graph.holds(*head, *part, 1)
                    || graph.holds(*part, *head, 1)
                    || place::placed(wanted, passage, link, *head, *part);
            }
            if matches!(link.tie, Tie::Agent | Tie::Patient) && only_owner(passage, alignment, link.tie, *head, *part) {
                return false;
            }
            let of_owner = |name, thing| link.tie == Tie::Equal && owner_of_equal(passage, alignment, name, thing);
            if of_owner(*head, *part) || of_owner(*part, *head) {
                return false;
            }
            if *kinship == Kinship::Doer || *other == Kinship::Doer {
                return performs(wanted, passage, link, (*head, *kinship), (*part, *other));
            }
            if *kinship == Kinship::Undergone {
                return undergoes(passage, link.tie, *head, *part);
            }
            if *kinship == Kinship::Befallen {
                return befall::undergo(wanted, passage, link, *head, *part);
            }
            if befall::causes(wanted, passage, link, *head, *part) {
                return true;
            }
            if adds_change(passage, *head) && trends(passage, *head, *part)
                || link.tie == Tie::Equal && adds_change(passage, *part) && trends(passage, *part, *head)
            {
                return true;
            }
            if brings(wanted, passage, alignment, link, *head, *part) {
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
            let led = set_before(graph, *head, *part);
            (!(told && (apart || led || engaged(passage, link.tie, *head, *part))) && *kinship <= Kinship::Loose && *other <= Kinship::Loose && alike(wanted, passage, alignment, link, *head, *part))
                || if aside(passage, link, *head, *part) {
                    graph.holds(*head, *part, 1) || equal(graph, *head, *part)
                } else {
                    tied(passage, *head, *part, link.tie) || near(passage, *head, *part, link.tie)
                }
                || (turned(wanted, passage, *kinship, link, *head)
                    && (acts(graph, *head, *part, Tie::Patient) || acts(graph, *head, *part, Tie::Agent)))
                // "Broke into the town" for "entered the town": what the phrase is said of hangs on its preposition.
                || (*kinship == Kinship::Declared
                    && link.tie == Tie::Patient
                    && graph.parts(*head).iter().any(|it| it.tie == Tie::Adjunct && graph.holds(it.part, *part, 1)))
                || (link.tie == Tie::Patient && aimed(wanted, passage, *kinship, link, *head, *part))
                || (link.tie == Tie::Adjunct && there(passage, *head, *part))
                || place::placed(wanted, passage, link, *head, *part)
                || year::goes_on(wanted, passage, link, *head, *part)
                || place::beside(wanted, passage, link, *head, *part)
                || judges(wanted, passage, link, *head, *part)
                || confirmed(wanted, passage, link, *head, *part)
                || club::plays_for(wanted, passage, link, *head, *part)
                || gives_to(wanted, graph, link, *head, *part)
                || (*kinship == Kinship::Same && mutual(wanted, graph, link, *head, *part))
                // "A coach with 40 pupils" for "a coach carrying 40 pupils".
                || (link.tie == Tie::Of && wanted.sense.graph().preposition(link.part) == Some("with") && owns(graph, *head, *part))
                || (link.tie != Tie::Agent && hedged(passage, *head, *part))
                || (matches!(link.tie, Tie::Agent | Tie::Patient)
                    && (describes(passage, *head, *part) || antecedent(passage, *head, *part, link.tie)))
                || (link.tie == Tie::Agent && (shares_subject(passage, *head, *part) || says_of_itself(passage, *head, *part)))
                || ((link.tie == Tie::Patient || turned(wanted, passage, *kinship, link, *head))
                    && (listed(passage, *head, *part) || directly(passage, *head, *part)))
        })
    })
}

/// Whether what the claim says to stand "on" a site or list, that site gives: "has a rating on Star Meter", "Star Meter gives it a rating".
fn judges(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, head: usize, part: usize) -> bool {
    let graph = passage.sense.graph();
    let on = wanted.sense.graph().preposition(link.part) == Some("on") && wanted.sense.words[link.part].role == Role::Name;
    let gives = |verb: usize| {
        let acts = |it: usize| it == part || graph.holds(it, part, 1);
        let agent = graph.parts(verb).iter().any(|it| it.tie == Tie::Agent && acts(it.part));
        agent && (verb == head || graph.parts(verb).iter().any(|it| it.tie != Tie::Agent && graph.holds(it.part, head, 2)))
    };
    on && graph.links.iter().filter(|it| it.tie == Tie::Agent).any(|it| gives(it.head))
}

fn time(wanted: &Wanted<'_>, at: usize) -> bool {
    wanted.sense.words[at].role == Role::Date || wanted.sense.class(at).is(Class::CALENDAR_UNIT | Class::MONTH | Class::SEASON)
}

/// Whether somebody else has the part in the doing at `head`, and the thing at `part` one of its own: in "the fire that followed a quake
/// killed two" no quake killed.
fn engaged(passage: &Passage<'_>, tie: Tie, head: usize, part: usize) -> bool {
    let graph = passage.sense.graph();
    let other = graph.parts(head).iter().filter(|it| it.tie == tie).all(|it| !graph.holds(it.part, part, 2));
    // "Told of a trip paid for by the firm": what stands behind it only describes it.
    let takes_part = |it: &Link| it.part == part && it.head < part && it.head != head && matches!(it.tie, Tie::Agent | Tie::Patient);
    other && graph.links.iter().any(takes_part)
}

/// Whether the two words stand in the passage with the same words between them: whatever they are to each other in the claim, they
/// are here.
fn alike(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link, head: usize, part: usize) -> bool {
    fn between<'s>(sense: &'s Sense<'_>, one: usize, other: usize) -> impl Iterator<Item = usize> + 's {
        (one.min(other) + 1..one.max(other)).filter(|it| sense.words[*it].role != Role::Mark)
    }
    let mine: Vec<usize> = between(&wanted.sense, link.head, link.part).collect();
    let theirs: Vec<usize> = between(&passage.sense, head, part).collect();
    let order = (link.head < link.part) == (head < part);
    let same = |(one, other): (&usize, &usize)| {
        wanted.sense.words[*one].stem == passage.sense.words[*other].stem || alignment.answers[*one].iter().any(|it| it.0 == *other)
    };
    order && mine.len() == theirs.len() && mine.len() <= 8 && mine.iter().zip(&theirs).all(same)
}

fn reason(wanted: &Wanted<'_>, link: Link) -> String {
    let word = |at: usize| wanted.sense.wording(at, at + 1);
    match link.tie {
        Tie::Agent => format!("“{}” is not who or what “{}” there", word(link.part), word(link.head)),
        Tie::Patient => format!("“{}” is not what “{}” is said of there", word(link.part), word(link.head)),
        _ => format!("“{}” does not belong to “{}” there", word(link.part), word(link.head)),
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::{check, check_given};

    #[test]
    fn what_describes_one_thing_describes_no_other() {
        check("The divers found 40 crates near the Danish boats.", &["Divers found 40 crates"], &["The Danish divers found 40 crates"]);
        check("The company sold 40 ships to a Danish rival.", &["The company sold 40 ships"], &["The Danish company sold 40 ships"]);
        check(
            "The old mayor opened three schools in the new town.",
            &["The old mayor opened three schools"],
            &["The new mayor opened three schools"],
        );
        check(
            "Police arrested 12 fans of the visiting club in the home stadium.",
            &["Police arrested 12 fans of the visiting club"],
            &["Police arrested 12 fans of the home club"],
        );
        check(
            "The director of the Norwegian film won three prizes.",
            &["The director of the film won three prizes"],
            &["The Norwegian director won three prizes"],
        );
        check("Three men from Denmark were arrested.", &["Three Danish men were arrested"], &["Three Swedish men were arrested"]);
    }

    #[test]
    fn what_ones_own_are_one_is_not() {
        check(
            "Ada Lund, whose brother was a surgeon of the fleet for 26 years, leads the yard.",
            &["Ada Lund leads the yard"],
            &["Ada Lund was a surgeon of the fleet for 26 years", "Ada Lund was a surgeon"],
        );
    }

    #[test]
    fn what_stands_beside_a_doing_may_take_part_in_another() {
        check_given(
            "A fire in Lindvik that followed a quake killed nine people.",
            &["A fire in Lindvik killed nine people"],
            &["A quake killed nine people"],
        );
        check_given(
            "A storm that killed 20 people in Norland weakened as it reached Sudmark.",
            &["A storm killed 20 people in Norland"],
            &["A storm killed 20 people in Sudmark"],
        );
        check_given(
            "Police in Lindvik arrested a sailor over the killing of two tourists.",
            &["Police in Lindvik arrested a sailor"],
            &["Two tourists were killed in Lindvik"],
        );
        check_given(
            "Rebels seized the town of Lindvik after a battle that left 40 dead.",
            &["Rebels seized Lindvik", "A battle left 40 dead"],
            &["40 rebels were killed", "Rebels seized Marstad"],
        );
    }

    #[test]
    fn whom_it_costs_is_not_who_does_it() {
        check(
            "The strike by 40 sailors has cost the yard $5 million.",
            &["The strike has cost the yard $5 million"],
            &["The strike has cost the sailors $5 million"],
        );
        check(
            "A man charged with stealing 40 crates was arrested in Lindvik.",
            &["A man charged with stealing 40 crates was arrested", "Man accused of stealing 40 crates arrested in Lindvik"],
            &["A man stole 40 crates", "A man charged with stealing 50 crates was arrested"],
        );
    }

    #[test]
    fn what_a_doing_is_done_against_does_not_do_it() {
        check(
            "The divers guard 90 crates against 700 Danish boats.",
            &["Divers guard 90 crates"],
            &["Danish boats guard 90 crates", "700 boats guard 90 crates"],
        );
        check(
            "The soldiers held the region against 70,000 Russian troops.",
            &["The soldiers held the region"],
            &["Russian soldiers held the region"],
        );
        check(
            "The bank lent 5 million euros to the grain firm.",
            &["The bank lent 5 million euros"],
            &["The grain firm lent 5 million euros", "The grain bank lent 5 million euros"],
        );
    }

    #[test]
    fn a_pronoun_gives_a_thing_to_who_takes_it() {
        check_given(
            "The Danish yard Holm agreed to buy Norwegian rival Moss, and urged sailors to check their boats.",
            &["Holm agreed to buy its Norwegian rival Moss", "Holm urged sailors to check their boats"],
            &["Moss agreed to buy its Danish rival Holm"],
        );
        check(
            "Sudmark's boats were striking the port, and Norland was moving its crews to safer lines.",
            &["Norland was moving its crews to safer lines"],
            &["Sudmark was moving its crews to safer lines"],
        );
    }
}
