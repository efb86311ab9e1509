//! Modality: words by which a thing is only planned, ordered, wished, expected or possible.

use super::graph::Tie;
use super::sense::{Role, Sense};
use crate::text::Class;

/// Whether the word at `at` leaves open whether what stands around it is so; of those that are `told` elsewhere the other side says `said`
/// itself.
pub(super) fn opens(sense: &Sense<'_>, first: usize, at: usize, told: &[usize], said: &[usize]) -> bool {
    let (class, lower) = (sense.class(at), sense.lower(at));
    let month = class.is(Class::MONTH) && sense.text.tokens[at].capital;
    // "Set in Oslo" is no plan.
    let placed = lower == "set" && sense.lower(at + 1) != "to";
    let open = class.is(Class::MODAL | Class::HYPOTHETICAL) && !month && !placed && !is_cause(sense, at);
    open && !wished(sense, at, told) && !assures(sense, at) && !foretold(sense, first, at, said)
        || intends(sense, at) && !told.contains(&at)
        || agreed_upon(sense, at, told)
        || impends(sense, at)
        || talked_of(sense, at, told)
        // "The editor or author of it": which of the two is left open.
        || lower == "or" && either(sense, at, told)
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

/// "Due to the storm" gives a reason, where "due to leave" tells a plan.
fn is_cause(sense: &Sense<'_>, at: usize) -> bool {
    let next = sense.lower(at + 2);
    let planned = matches!(next, "be" | "have") || sense.graph().is_verb(at + 2) && !next.ends_with("ing") && !next.ends_with("ed");
    sense.lower(at) == "due" && sense.lower(at + 1) == "to" && !planned
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

/// "Has yet to sell", "is about to sell", "is close to selling": it has not happened.
fn impends(sense: &Sense<'_>, at: usize) -> bool {
    let doing = sense.graph().is_verb(at + 2);
    match (sense.lower(at), sense.lower(at + 1)) {
        ("yet" | "about", "to") => doing,
        ("close", "to") | ("verge" | "brink", "of") => doing && sense.lower(at + 2).ends_with("ing"),
        _ => false,
    }
}

/// "Talks on selling the dock", "rumours that it was sold", where the other side tells the sale and no talks.
fn talked_of(sense: &Sense<'_>, at: usize, told: &[usize]) -> bool {
    const TALK: [&str; 9] = ["debate", "discussion", "hint", "idea", "negotiation", "possibility", "proposal", "prospect", "talk"];
    const RUMOUR: [&str; 5] = ["accusation", "allegation", "rumor", "rumour", "speculation"];
    let (stem, next) = (&*sense.words[at].stem, sense.lower(at + 1));
    let gerund = matches!(next, "about" | "of" | "on" | "over") && sense.graph().is_verb(at + 2) && sense.lower(at + 2).ends_with("ing");
    let noun = TALK.contains(&stem) && gerund || RUMOUR.contains(&stem) && (gerund || next == "that");
    noun && !told.contains(&at)
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
    // "Nine days before she was to sail": it was planned. "Was to have reopened": it did not.
    let planned = |it: usize| sense.lower(it) == "have" || sense.graph().is_verb(it);
    let due = matches!(sense.lower(at), "was" | "were") && sense.lower(at + 1) == "to" && planned(at + 2);
    due || ordered || intent && !had(sense, at)
}

/// "An agreement to sell the dock", where the other side tells the sale and no agreement: it is not sold yet.
fn agreed_upon(sense: &Sense<'_>, at: usize, told: &[usize]) -> bool {
    const AGREED: [&str; 23] = [
        "ability",
        "agreement",
        "application",
        "attempt",
        "bid",
        "bill",
        "call",
        "commitment",
        "deal",
        "decision",
        "effort",
        "intention",
        "motion",
        "offer",
        "option",
        "permission",
        "petition",
        "pledge",
        "promise",
        "proposal",
        "request",
        "right",
        "threat",
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

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn what_is_only_agreed_is_not_done() {
        check(
            "The firm signed an agreement to buy 11 ferries.",
            &["The firm signed an agreement to buy 11 ferries"],
            &["The firm bought 11 ferries"],
        );
    }

    #[test]
    fn what_is_only_talked_of_is_not_done() {
        for text in [
            "The firm has yet to sell the dock.",
            "The firm is about to sell the dock.",
            "The firm is close to selling the dock.",
            "Rumours that the firm sold the dock are false.",
            "The firm held talks on selling the dock.",
        ] {
            check(text, &[], &["The firm sold the dock"]);
        }
        check("The firm held talks on selling the dock.", &["The firm held talks on selling the dock"], &[]);
    }

    #[test]
    fn what_is_only_moved_is_not_done() {
        check(
            "A bill to ban ferries was vetoed in Norland.",
            &["A bill to ban ferries was vetoed in Norland"],
            &["Ferries were banned in Norland"],
        );
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
}
