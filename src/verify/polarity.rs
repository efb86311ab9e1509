//! Polarity: whether a passage says that it is so, that it is not, or that it might be.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::extract::quantity::Dimension;
use crate::extract::{Quantity, Stance, Value};
use crate::text::Class;

use super::Answer;
use super::graph::Tie;
use super::parts;
use super::sense::{Role, Sense};

/// What colours a stretch of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Colour {
    /// It is negated or denied.
    pub negated: bool,
    /// It is expected, ordered, hypothetical, doubted or asked.
    pub modal: bool,
    /// It all but happened.
    pub almost: bool,
}

/// The colour of all words of a stretch; `told` are those that the other side says too.
pub(super) fn whole(sense: &Sense<'_>, told: &[usize]) -> Colour {
    colour(sense, 0, sense.text.tokens.len(), told, told)
}

/// Whether a stretch tells what is to come as headlines do, by an infinitive with a subject: "Holm to sell the dock".
pub(super) fn foretells(sense: &Sense<'_>) -> bool {
    let graph = sense.graph();
    let Some(verb) = (0..sense.words.len()).find(|it| graph.is_verb(*it)) else { return false };
    // "Holm to be named mayor", "dock to be sold".
    let aid = (0..verb).rev().find(|it| !matches!(sense.lower(*it), "be" | "have" | "been"));
    let aimed = aid.is_some_and(|it| sense.lower(it) == "to");
    let ties: &[Tie] = if verb > 0 && sense.lower(verb - 1) == "be" { &[Tie::Agent, Tie::Patient] } else { &[Tie::Agent] };
    aimed && graph.parts(verb).iter().any(|it| ties.contains(&it.tie) && it.part < verb)
}

/// The colour of the words before the token at `end`.
pub(super) fn before(sense: &Sense<'_>, end: usize) -> Colour {
    colour(sense, 0, end, &[], &[])
}

/// The colour of the stretches between clause marks that hold one of `matched`, which are in order; the words of saying at `cue`
/// colour nothing, for the speaker's stance tells what they do.
pub(super) fn around(sense: &Sense<'_>, matched: &[usize], cue: Range<usize>) -> Colour {
    let settled: Vec<usize> = matched.iter().copied().chain(cue).collect();
    let mut sum = Colour::default();
    let mut first = 0;
    let last = matched.last().map_or(0, |it| it + 1);
    for end in 1..=sense.text.tokens.len() {
        if end < sense.text.tokens.len() && !parts::cuts_before(sense, end) && !describes_from(sense, end) {
            continue;
        }
        if matched.iter().any(|it| (first..end).contains(it)) && !only_described(sense, matched, first..end) {
            let mut part = colour(sense, first, end.min(last), &settled, matched);
            part.negated |= matched.iter().find(|it| (first..end).contains(it)).is_some_and(|it| disowned(sense, *it));
            sum = Colour { negated: sum.negated || part.negated, modal: sum.modal || part.modal, almost: sum.almost || part.almost };
        }
        first = end;
    }
    sum
}

/// Whether a relative clause begins with the "that" at `at`: what it leaves open is told of its own doing alone.
fn describes_from(sense: &Sense<'_>, at: usize) -> bool {
    let noun = at.checked_sub(1).and_then(|it| sense.words.get(it)).is_some_and(|it| it.noun && it.role == Role::Content);
    noun && sense.lower(at) == "that" && sense.class(at + 1).is(Class::AUXILIARY | Class::MODAL | Class::NEGATION)
}

/// Whether all that is matched in a stretch is what the clause behind it describes, so that what is denied or doubted in the stretch is
/// not told of it: "found no fault with the quay, which burned".
fn only_described(sense: &Sense<'_>, matched: &[usize], stretch: Range<usize>) -> bool {
    let relative = |it: usize| matches!(sense.lower(it), "which" | "who" | "whose" | "where");
    let goes_on = matched.iter().any(|it| *it > stretch.end + 1);
    if !goes_on || sense.lower(stretch.end) != "," || !relative(stretch.end + 1) {
        return false;
    }
    let word = |it: usize| sense.words[it].role == Role::Name || sense.words[it].role == Role::Content && !sense.graph().is_verb(it);
    let first = stretch.clone().rev().take_while(|it| word(*it)).last().unwrap_or(stretch.end);
    let named = (first..stretch.end).all(|it| sense.words[it].role == Role::Name) && first < stretch.end;
    let definite = first.checked_sub(1).is_some_and(|it| matches!(sense.lower(it), "the" | "its" | "their" | "his" | "her" | "this"));
    (named || definite) && matched.iter().filter(|it| stretch.contains(it)).all(|it| *it >= first)
}

/// Whether the word at `at` is of what somebody denies having been rightly said: "denied reports that the dam had burst".
fn disowned(sense: &Sense<'_>, at: usize) -> bool {
    const SAID: [&str; 9] = ["accusation", "allegation", "assertion", "charge", "claim", "idea", "report", "rumour", "suggestion"];
    const DENIED: [&str; 6] = ["deny", "dismiss", "dispute", "refute", "reject", "repudiate"];
    let stem = |it: usize| sense.words.get(it).map_or("", |it| &*it.stem);
    let back = (at.saturating_sub(12)..at).rev().take_while(|it| !matches!(sense.lower(*it), "and" | "but" | ";" | "."));
    let mut content = back.filter(|it| sense.lower(*it) == "that");
    let Some(noun) = content.find_map(|it| it.checked_sub(1)).filter(|it| SAID.contains(&stem(*it))) else { return false };
    (noun.saturating_sub(5)..noun).any(|it| DENIED.contains(&stem(it)))
}

/// The colour that the words from `first` up to `end` give; of those that are `told` elsewhere the other side says `said` itself.
fn colour(sense: &Sense<'_>, first: usize, end: usize, told: &[usize], said: &[usize]) -> Colour {
    let mut colour = Colour::default();
    for at in first..end {
        let class = sense.class(at);
        let lower = sense.lower(at);
        let mut object = (at + 1..at + 4).take_while(|it| !matches!(sense.lower(*it), "and" | "or" | "," | "to"));
        let beside = lower == "without" && !object.any(|it| told.contains(&it));
        colour.negated |= none(sense, at);
        if class.is(Class::NEGATION) && !bounds(sense, at) && !compares(sense, at, told) && !beside && sense.words[at].idiom.is_none()
            || (undone(sense, at) && !told.contains(&at) && !beside && !goes_on(sense, at, told))
        {
            colour.negated = true;
        }
        let month = class.is(Class::MONTH) && sense.text.tokens[at].capital;
        // "Set in Oslo" is no plan.
        let placed = lower == "set" && sense.lower(at + 1) != "to";
        let open = class.is(Class::MODAL | Class::HYPOTHETICAL) && !month && !placed && !is_cause(sense, at);
        if open && !wished(sense, at, told) && !assures(sense, at) && !foretold(sense, first, at, said)
            || (intends(sense, at) && !told.contains(&at))
            || agreed_upon(sense, at, told)
        {
            colour.modal = true;
        }
        colour.negated |= opposes(sense, at);
        // "The editor or author of it": which of the two is left open.
        colour.modal |= lower == "or" && either(sense, at, told);
        colour.almost |= matches!(lower, "almost" | "nearly") && sense.words.get(at + 1).is_some_and(|it| it.role == Role::Content);
    }
    colour
}

/// "Voted 14-9 against selling": it is not to be.
fn opposes(sense: &Sense<'_>, at: usize) -> bool {
    if sense.lower(at) != "against" || sense.words[at].idiom.is_some() {
        return false;
    }
    let behind = |verbs: &[&str]| (at.saturating_sub(6)..at).any(|it| verbs.contains(&&*sense.words[it].stem));
    behind(&["vote"]) || sense.lower(at + 1).ends_with("ing") && behind(&["advise", "argue", "decide", "recommend", "rule"])
}

/// "Due to the storm" gives a reason, where "due to leave" tells a plan.
fn is_cause(sense: &Sense<'_>, at: usize) -> bool {
    let next = sense.lower(at + 2);
    let planned = matches!(next, "be" | "have") || sense.graph().is_verb(at + 2) && !next.ends_with("ing") && !next.ends_with("ed");
    sense.lower(at) == "due" && sense.lower(at + 1) == "to" && !planned
}

/// "0 deaths": nobody died.
fn none(sense: &Sense<'_>, at: usize) -> bool {
    let zero = |it: &Quantity| it.value == Value::One(Decimal::ZERO) && *it.unit.dimension() == Dimension::Count;
    sense.amounts.iter().any(|it| it.first == at && zero(it.it))
}

/// Whether "or" leaves open which of two words it is, of which the other side says one alone.
fn either(sense: &Sense<'_>, at: usize, told: &[usize]) -> bool {
    let word = |it: usize| sense.words.get(it).is_some_and(|it| it.role == Role::Content);
    let Some(before) = at.checked_sub(1).filter(|it| word(*it) && word(at + 1)) else { return false };
    told.contains(&before) != told.contains(&(at + 1))
}

/// "You can see that": what follows is told without a doubt.
fn assures(sense: &Sense<'_>, at: usize) -> bool {
    let verb = if matches!(sense.lower(at + 1), "also" | "now" | "clearly") { at + 2 } else { at + 1 };
    let seen = matches!(at.checked_sub(1).map_or("", |it| sense.lower(it)), "i" | "we" | "you") && sense.lower(verb) == "see";
    sense.lower(at) == "can" && seen
}

/// "Will" behind "expect", where the other side tells the expectation too.
fn foretold(sense: &Sense<'_>, first: usize, at: usize, said: &[usize]) -> bool {
    const FORETELLS: [&str; 7] = ["anticipate", "estimate", "expect", "forecast", "foresee", "predict", "project"];
    let foretells = |it: usize| said.contains(&it) && !sense.words[it].noun && FORETELLS.contains(&&*sense.words[it].stem);
    matches!(sense.lower(at), "will" | "would" | "'ll" | "’ll") && (first..at).any(foretells)
}

/// "Wanted" where the other side says "want" too: the wish itself is what is told.
fn wished(sense: &Sense<'_>, at: usize, told: &[usize]) -> bool {
    sense.words[at].role == Role::Content && told.contains(&at)
}

/// "No fewer than", "not only": the negation is part of a bound or a figure of speech.
fn bounds(sense: &Sense<'_>, at: usize) -> bool {
    matches!(sense.lower(at + 1), "fewer" | "less" | "more" | "later" | "sooner" | "only" | "least" | "smaller" | "just")
}

/// "No bigger than a boat", where the other side does not say "bigger": what is told of the size denies nothing else.
fn compares(sense: &Sense<'_>, at: usize, told: &[usize]) -> bool {
    sense.lower(at + 2) == "than" && sense.lower(at + 1).ends_with("er") && !told.contains(&(at + 1))
}

/// "Failed to", "refused to", "unable to".
fn undone(sense: &Sense<'_>, at: usize) -> bool {
    const UNDONE: [&str; 18] = [
        "abandon", "avoid", "cancel", "cease", "decline", "deny", "dismiss", "exclude", "fail", "halt", "lack", "prevent", "refuse",
        "reject", "stop", "unable", "unlikely", "without",
    ];
    let ruled_out = &*sense.words[at].stem == "rule" && sense.lower(at + 1) == "out";
    // "Sales declined": without what was not done, they fell.
    let fell = &*sense.words[at].stem == "decline" && sense.lower(at + 1) != "to";
    // "A bus stop", "a halt to the sale".
    let thing = sense.words[at].noun && !matches!(sense.lower(at + 1), "to" | "of");
    ruled_out || UNDONE.contains(&&*sense.words[at].stem) && !sense.text.tokens[at].capital && !fell && !thing
}

/// Whether all that the other side tells too stands behind the "and" of another verb, which what is left undone does not reach: "will
/// stop sailing to Oslo and cut 40 jobs".
fn goes_on(sense: &Sense<'_>, at: usize, told: &[usize]) -> bool {
    let graph = sense.graph();
    let verb = |it: usize| (it..it + 3).find(|it| graph.is_verb(*it)).filter(|_| graph.is_verb(it) || sense.lower(it).ends_with("ly"));
    let other = |it: usize| verb(it).is_some_and(|it| !sense.lower(it).ends_with("ing"));
    let joins = |it: &usize| matches!(sense.lower(*it), "and" | "but") && other(it + 1);
    let Some(and) = (at + 1..sense.words.len()).find(joins).filter(|_| graph.is_verb(at) && sense.lower(at + 1) != "to") else {
        return false;
    };
    let mut behind = told.iter().filter(|it| **it > at).peekable();
    behind.peek().is_some() && behind.all(|it| *it > and)
}

/// "Plans to", "aims to", "threatened to".
fn intends(sense: &Sense<'_>, at: usize) -> bool {
    const INTENT: [&str; 27] = [
        "aim",
        "anticipate",
        "attempt",
        "consider",
        "demand",
        "expect",
        "forecast",
        "foresee",
        "hope",
        "intend",
        "order",
        "plan",
        "pledge",
        "possibility",
        "possible",
        "potential",
        "predict",
        "promise",
        "propose",
        "reportedly",
        "seek",
        "threaten",
        "try",
        "urge",
        "vow",
        "want",
        "wish",
    ];
    // As nouns these order nothing: "forces", "projects".
    const ORDERED: [&str; 9] =
        ["commanded", "compelled", "directed", "forced", "instructed", "mandated", "obliged", "projected", "required"];
    // "Sought-after" has been found.
    let after = sense.lower(at + 1) == "-" && sense.lower(at + 2) == "after";
    let intent = INTENT.contains(&&*sense.words[at].stem) && sense.words[at].role == Role::Content && !after;
    // "Directed three films": without a doing that is ordered, it is told of a work.
    let aimed = || (at + 1..at + 9).any(|it| matches!(sense.lower(it), "to" | "that"));
    let ordered = ORDERED.contains(&sense.lower(at)) && (sense.lower(at) != "directed" || aimed());
    // "Was to have reopened": it did not.
    let foiled = matches!(sense.lower(at), "was" | "were") && sense.lower(at + 1) == "to" && sense.lower(at + 2) == "have";
    foiled || ordered || intent && !had(sense, at)
}

/// "An agreement to sell the dock", where the other side tells the sale and no agreement: it is not sold yet.
fn agreed_upon(sense: &Sense<'_>, at: usize, told: &[usize]) -> bool {
    const AGREED: [&str; 16] = [
        "ability",
        "agreement",
        "attempt",
        "bid",
        "commitment",
        "deal",
        "decision",
        "effort",
        "intention",
        "offer",
        "option",
        "permission",
        "pledge",
        "promise",
        "proposal",
        "right",
    ];
    let noun = AGREED.contains(&&*sense.words[at].stem) && sense.words[at].noun && sense.lower(at + 1) == "to";
    // "In an effort to cut losses" is "to cut losses".
    let aims = at >= 2 && sense.class(at - 1).is(Class::DETERMINER) && sense.lower(at - 2) == "in";
    noun && !aims && !told.contains(&at) && (at + 2..at + 5).any(|it| told.contains(&it))
}

/// "Demand fell", "the order was shipped": as a noun with nothing behind it that is aimed at, it is a thing that there is.
fn had(sense: &Sense<'_>, at: usize) -> bool {
    const HAD: [&str; 3] = ["demand", "order", "plan"];
    let aimed = match &*sense.words[at].stem {
        "plan" => matches!(sense.lower(at + 1), "to" | "for" | "of" | "that") || sense.class(at + 1).is(Class::AUXILIARY | Class::MODAL),
        _ => matches!(sense.lower(at + 1), "to" | "that"),
    };
    sense.words[at].noun && HAD.contains(&&*sense.words[at].stem) && !aimed
}

/// Why the passage leaves open what the claim tells: it asks, or makes what is to come depend on something else, or doubts it.
pub(super) fn unsettled(claim: &Sense<'_>, stated: &Sense<'_>, modal: bool) -> Option<String> {
    let asks = |it: &Sense<'_>| {
        let closes = |at: &usize| !matches!(it.lower(*at), "\"" | "”" | ")");
        (0..it.text.tokens.len()).rev().find(closes).is_some_and(|at| it.lower(at) == "?")
    };
    if asks(claim) != asks(stated) {
        return Some("one is only asked".to_owned());
    }
    let open = |it: &Sense<'_>, at: usize| it.class(at).is(Class::HYPOTHETICAL);
    let depends = |it: &Sense<'_>| (0..it.text.tokens.len()).any(|at| open(it, at));
    // What the rest of the claim's sentence leaves open in the same word is left open there too.
    let told = |at: usize| claim.source.to_lowercase().split(|it: char| !it.is_alphanumeric()).any(|it| it == stated.lower(at));
    let depends_there = || (0..stated.text.tokens.len()).any(|at| open(stated, at) && !told(at));
    let possible = || foretells(claim) && (0..stated.text.tokens.len()).any(|at| may(stated, at) && !told(at));
    (modal && !depends(claim) && (depends_there() || possible())).then(|| "hangs there on something else, or is doubted".to_owned())
}

/// Whether what is told behind the word at `at` is only possible, and nothing before it is settled: "may buy", not "will buy a yard that
/// may close".
fn may(sense: &Sense<'_>, at: usize) -> bool {
    const SETTLED: [&str; 8] = ["agree", "decide", "due", "plan", "schedule", "set", "slate", "will"];
    let settled = |it: usize| {
        SETTLED.contains(&&*sense.words[it].stem)
            || sense.lower(it) == "would"
            || matches!(sense.lower(it), "is" | "are") && sense.lower(it + 1) == "to"
    };
    let month = sense.class(at).is(Class::MONTH) && sense.text.tokens[at].capital;
    matches!(sense.lower(at), "may" | "might" | "could") && !month && !(0..at).any(settled)
}

/// What the speaker's stance adds.
pub(super) fn reported(colour: Colour, stance: Option<Stance>) -> Colour {
    match stance {
        Some(Stance::Denies) => Colour { negated: !colour.negated, ..colour },
        Some(Stance::Withholds | Stance::Wishes) => Colour { modal: true, ..colour },
        Some(Stance::Asserts) | None => colour,
    }
}

/// How the passage's colour stands to the claim's, with the reason where it differs.
pub(super) fn polarity(claim: Colour, stated: Colour) -> (Answer, Option<String>) {
    if claim.almost != stated.almost {
        return (Answer::Silent, Some("one is only almost so".to_owned()));
    }
    match (claim.negated == stated.negated, claim.modal, stated.modal) {
        (true, false, true) => (Answer::Silent, Some("only expected, ordered, possible or doubted there".to_owned())),
        (true, true, false) | (true, _, _) => (Answer::Agrees, None),
        (false, _, true) | (false, true, _) => (Answer::Silent, Some("negated and not certain there".to_owned())),
        (false, false, false) if stated.negated => (Answer::Differs, Some("said not to be so".to_owned())),
        (false, false, false) => (Answer::Differs, Some("said to be so".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::{check, check_given};

    #[test]
    fn what_is_voted_against_is_not_to_be() {
        check_given(
            "The council voted 14-9 against selling the dock.",
            &["Council votes 14-9 against selling dock"],
            &["Council votes 14-9 to sell dock", "Council votes to sell dock"],
        );
        check_given(
            "The council voted 14-9 to sell the dock.",
            &["Council votes to sell dock"],
            &["Council votes 14-9 against selling dock"],
        );
    }

    #[test]
    fn what_may_be_done_is_not_to_be_done() {
        check_given("Norline may buy Sudco.", &["Norline may buy Sudco"], &["Norline to buy Sudco", "Sudco to be bought by Norline"]);
        check_given(
            "Norline has agreed to buy its rival Sudco.",
            &["Norline to buy Sudco", "Sudco to be bought by Norline"],
            &["Norline to sell Sudco", "Norline to be bought by Sudco", "Sudco was bought by Norline"],
        );
        check_given("Norline will close a dock that may be sold.", &["Norline to close dock", "Dock to be closed"], &["Dock closed"]);
    }

    #[test]
    fn what_is_denied_is_not_told_of_what_a_later_clause_describes() {
        check(
            "Divers found no cracks in Lindvik, which lies 30 miles south of Marstad.",
            &["Lindvik lies 30 miles south of Marstad"],
            &["Divers found cracks in Lindvik", "Lindvik does not lie 30 miles south of Marstad"],
        );
        check(
            "The council would sell the old quay, which burned in 1990.",
            &["The old quay burned in 1990"],
            &["The council sold the old quay"],
        );
        check("No ferry, which is a ship, sank.", &[], &["The ferry sank"]);
    }

    #[test]
    fn an_infinitive_with_a_subject_tells_what_is_to_come() {
        check(
            "Anna Holm will sell the dock but keep the quay.",
            &["Holm to sell the dock", "Holm to keep the quay"],
            &["Holm sold the dock", "Holm to sell the quay", "Holm to keep the dock"],
        );
    }

    #[test]
    fn what_is_stopped_is_not_the_next_doing() {
        check(
            "Nordline will stop sailing to Marstad and cut 110 jobs.",
            &["Nordline will cut 110 jobs", "Nordline will stop sailing to Marstad"],
            &["Nordline will not cut 110 jobs", "Nordline will sail to Marstad"],
        );
        check("The crew failed to stop and help.", &[], &["The crew helped", "The crew stopped"]);
        check("Norland rejected the plan and closed the port.", &["Norland closed the port"], &["Norland did not close the port"]);
    }

    #[test]
    fn what_is_done_to_some_end_is_done() {
        check(
            "The bank said it would do emergency bond buying, in an effort to curb high rates.",
            &[
                "The bank said it would do emergency bond buying to curb high rates",
                "The bank said it would do bond purchasing to curb high rates",
            ],
            &["The bank said it would do emergency bond selling to curb high rates"],
        );
    }

    #[test]
    fn none_is_no_one() {
        check("0 deaths were reported in Lindvik.", &["No deaths were reported in Lindvik"], &["Deaths were reported in Lindvik"]);
        check("3 deaths were reported in Lindvik.", &["Deaths were reported in Lindvik"], &["No deaths were reported in Lindvik"]);
    }

    #[test]
    fn what_a_size_does_not_reach_denies_nothing_else() {
        check(
            "Divers found a wreck no bigger than a bus near Lindvik.",
            &["Divers found a wreck near Lindvik"],
            &["Divers found a wreck bigger than a bus near Lindvik", "Divers found no wreck near Lindvik"],
        );
    }

    #[test]
    fn what_a_relative_clause_leaves_open_is_open_of_its_own_doing_alone() {
        check(
            "The crew called off a strike that would have closed the port.",
            &["The crew called off a strike"],
            &["A strike closed the port", "The crew called off a strike that closed the port"],
        );
    }

    #[test]
    fn what_is_only_agreed_is_not_done() {
        check(
            "The firm signed an agreement to buy 11 ferries.",
            &["The firm signed an agreement to buy 11 ferries"],
            &["The firm bought 11 ferries"],
        );
    }

    #[test]
    fn what_fell_was_not_refused() {
        check(
            "Sales of the yard declined, and the firm sold two docks.",
            &["The firm sold two docks"],
            &["The firm did not sell two docks"],
        );
        check("The firm declined to sell two docks.", &[], &["The firm sold two docks"]);
        check("The lorry hit a bus stop, killing 12 people.", &["The lorry killed 12 people"], &[]);
        check("The firm put a halt to the sale of two docks.", &[], &["The firm sold two docks"]);
    }
}
