//! Light words: words of a claim that add nothing to what the words around them say.

use super::align::Alignment;
use super::asked::Wanted;
use super::base;
use super::graph::Tie;
use super::links;
use super::passage::Passage;
use super::sense::Role;
use super::terse;
use crate::text::Class;

/// Whether the passage says what the claim says without the claim's word at `at`.
pub(super) fn adds_nothing(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    has(wanted, passage, alignment, at)
        || reports(wanted, passage, alignment, at)
        || stays(wanted, alignment, at)
        || shows(wanted, at)
        || comes_to(wanted, at)
        || of_the_year(wanted, alignment, at)
        || becomes(wanted, alignment, at)
        || gets_done(wanted, alignment, at)
        || just_then(wanted, at)
        || to_date(wanted, passage, at)
        || once_more(wanted, at)
        || worth(wanted, at)
        || deadly(wanted, passage, at)
        || apart(wanted, passage, at)
        || terse::told(wanted, passage, alignment, at)
}

/// Verbs that say little more than that a thing has what they are said of.
const HAVING: [&str; 25] = [
    "boast", "carry", "comprise", "confirm", "consist", "contain", "count", "cover", "earn", "feature", "garner", "gain", "get", "hold",
    "include", "number", "obtain", "possess", "receive", "record", "report", "score", "secure", "see", "total",
];

/// Whether the claim's word only says that a thing has another, as the passage says too without that word.
fn has(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    let verb = wanted.sense.graph().is_verb(at) && HAVING.contains(&&*wanted.sense.words[at].stem);
    verb && links::has(wanted, passage, alignment, at)
}

/// Verbs by which somebody makes a figure of its own known.
const REPORTING: [&str; 14] = [
    "achieve",
    "announce",
    "communicate",
    "declare",
    "deliver",
    "disclose",
    "generate",
    "post",
    "publish",
    "record",
    "release",
    "report",
    "reveal",
    "state",
];

/// "The firm posted sales of $5 million": its sales were that much, where the passage names nobody else whose they could be.
fn reports(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    let (sense, graph) = (&wanted.sense, wanted.sense.graph());
    if !graph.is_verb(at) || !REPORTING.contains(&&*sense.words[at].stem) {
        return false;
    }
    let amount = |it: usize| sense.words.get(it).is_some_and(|it| it.role == Role::Amount);
    let measured = |thing: usize| (thing + 1..sense.words.len().min(thing + 8)).any(|it| sense.lower(it) == "of" && amount(it + 1));
    let mut things = graph.parts(at).iter().filter(|it| it.tie == Tie::Patient && it.part > at).map(|it| it.part);
    things.any(|it| alignment.says(it) && measured(it)) && !names_another(wanted, passage, alignment)
}

/// Whether the claim's name at `at` belongs to whoever only makes known or has what the claim tells, and the passage names nobody else
/// whose that could be: "Norland saw a rise in sales".
pub(super) fn only_makes_known(wanted: &Wanted<'_>, at: usize, passage: &Passage<'_>, alignment: &Alignment) -> bool {
    let (sense, graph) = (&wanted.sense, wanted.sense.graph());
    let name = |it: usize| sense.words.get(it).is_some_and(|it| it.role == Role::Name || it.role == Role::Mark);
    let joined = |it: usize| (it.min(at)..it.max(at)).all(name);
    let mut doings = graph.links.iter().filter(|it| it.tie == Tie::Agent && joined(it.part)).map(|it| it.head).peekable();
    let light = |verb: usize| sense.words[verb].role == Role::Function || reports(wanted, passage, alignment, verb);
    doings.peek().is_some() && doings.all(light) && !names_another(wanted, passage, alignment)
}

/// Whether the passage names somebody whom the claim does not.
pub(super) fn names_another(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> bool {
    let letters = |place: usize| {
        let word = passage.sense.wording(place, place + 1);
        word.chars().all(|it| it.is_uppercase() || it.is_ascii_digit())
    };
    let name = |place: usize| passage.sense.words[place].role == Role::Name && !letters(place);
    let asked = wanted.sense.content().any(|it| wanted.names(it));
    (0..passage.sense.words.len()).any(|it| name(it) && !(asked && alignment.answered(it)))
}

/// "Remained unchanged" for "was unchanged".
fn stays(wanted: &Wanted<'_>, alignment: &Alignment, at: usize) -> bool {
    const SAME: [&str; 7] = ["constant", "flat", "level", "stable", "steady", "unaltered", "unchanged"];
    let stays = matches!(&*wanted.sense.words[at].stem, "hold" | "keep" | "remain" | "stay");
    let same = |it: usize| SAME.contains(&wanted.sense.lower(it)) && alignment.says(it);
    stays && (at + 1..at + 3).any(same)
}

/// "…, showing that sales fell": what it shows is told, and that is the more.
fn shows(wanted: &Wanted<'_>, at: usize) -> bool {
    const SHOWING: [&str; 8] = ["demonstrating", "denoting", "evidencing", "indicating", "meaning", "showing", "signalling", "signifying"];
    let sense = &wanted.sense;
    let word = sense.lower(at);
    (SHOWING.contains(&word) || word == "signaling") && sense.lower(at + 1) == "that" && at > 0 && sense.lower(at - 1) == ","
}

/// ", representing an increase of 4%": what it comes to is told, and of what stands before.
fn comes_to(wanted: &Wanted<'_>, at: usize) -> bool {
    let sense = &wanted.sense;
    let counts = |it: usize| sense.words.get(it).is_some_and(|word| word.role == Role::Amount) || sense.class(it).is(Class::TREND);
    let led = at > 0 && sense.lower(at - 1) == ",";
    led && matches!(sense.lower(at), "representing" | "marking" | "constituting") && (at + 1..at + 4).any(counts)
}

/// "Became" of "became the host", where the passage says who the host is, or who hosts.
fn becomes(wanted: &Wanted<'_>, alignment: &Alignment, at: usize) -> bool {
    let (sense, graph) = (&wanted.sense, wanted.sense.graph());
    let mut told = graph.parts(at).iter().filter(|it| it.part > at && it.tie != Tie::Adjunct).map(|it| it.part).peekable();
    &*sense.words[at].stem == "become" && sense.dates.is_empty() && told.peek().is_some() && told.all(|it| alignment.says(it))
}

/// "Got" of "got married", where the passage says "married".
fn gets_done(wanted: &Wanted<'_>, alignment: &Alignment, at: usize) -> bool {
    let sense = &wanted.sense;
    &*sense.words[at].stem == "get" && sense.lower(at + 1).ends_with("ed") && alignment.says(at + 1)
}

/// "Precisely as the bell rang" for "as the bell rang".
fn just_then(wanted: &Wanted<'_>, at: usize) -> bool {
    matches!(wanted.sense.lower(at), "exactly" | "precisely" | "right") && matches!(wanted.sense.lower(at + 1), "as" | "when" | "while")
}

/// Words by which a superlative reaches up to now: "its largest yet", "the largest so far", "the largest ever".
fn to_date(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let superlative = |it: &str| it.len() > 4 && it.ends_with("est") || matches!(it, "best" | "first" | "most" | "only" | "worst");
    let reaches = match wanted.sense.lower(at) {
        "ever" | "yet" => true,
        "far" => at > 0 && wanted.sense.lower(at - 1) == "so",
        "date" => at > 0 && wanted.sense.lower(at - 1) == "to",
        _ => false,
    };
    let claims = (at.saturating_sub(5)..at).any(|it| superlative(wanted.sense.lower(it)));
    reaches && claims && passage.sense.words.iter().any(|it| superlative(&it.lower))
}

/// "More" of "and 40 more were hurt", behind another figure.
fn once_more(wanted: &Wanted<'_>, at: usize) -> bool {
    let sense = &wanted.sense;
    let behind =
        |it: usize| sense.amounts.iter().any(|amount| amount.end == it && matches!(sense.lower(amount.first.saturating_sub(1)), "and"));
    matches!(sense.lower(at), "more" | "others") && behind(at) && sense.lower(at + 1) != "than"
}

/// "Worth" of "$5 million worth of barges".
fn worth(wanted: &Wanted<'_>, at: usize) -> bool {
    let priced = wanted.sense.amounts.iter().any(|it| it.end == at || it.whole.1 == at);
    wanted.sense.lower(at) == "worth" && wanted.sense.lower(at + 1) == "of" && priced
}

/// "Deadly" of "a deadly crash", where the passage tells that people died.
fn deadly(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let sense = &passage.sense;
    let dies = |it: usize| matches!(&*sense.words[it].stem, "dead" | "death" | "die" | "kill") && !denied(passage, it);
    let harm = (at + 1..at + 3).any(|it| wanted.sense.words.get(it).is_some_and(|it| it.role == Role::Content && it.noun));
    matches!(wanted.sense.lower(at), "deadly" | "fatal" | "lethal") && harm && (0..sense.words.len()).any(dies)
}

fn denied(passage: &Passage<'_>, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|it| passage.sense.class(it).is(Class::NEGATION | Class::MODAL))
}

/// "From 40 miles away" for "from a distance of 40 miles".
fn apart(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let measured = at > 0 && wanted.sense.words[at - 1].role == Role::Amount;
    let distance = |it: usize| passage.sense.lower(it) == "distance" && passage.sense.lower(it + 1) == "of";
    measured && wanted.sense.lower(at) == "away" && (0..passage.sense.words.len()).any(distance)
}

/// "Quarter" of "third quarter", where the passage says "Q3".
fn of_the_year(wanted: &Wanted<'_>, alignment: &Alignment, at: usize) -> bool {
    let quarter = |it: usize| wanted.sense.words.get(it).is_some_and(|it| base::is_quarter(&it.stem)) && alignment.says(it);
    wanted.sense.lower(at) == "quarter" && (at.saturating_sub(2)..at).any(quarter)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn a_superlative_reaches_up_to_now() {
        check(
            "Holm Lines bought a ferry, its largest purchase to date.",
            &["Holm Lines bought a ferry, its largest purchase ever", "Holm Lines bought a ferry, its largest purchase so far"],
            &["Holm Lines bought a ferry, its smallest purchase ever", "Holm Lines bought a ferry, its largest sale to date"],
        );
        check("Holm Lines made a purchase.", &[], &["Holm Lines made its largest purchase ever"]);
    }

    #[test]
    fn what_killed_people_was_deadly() {
        check(
            "A slide that killed 23 people buried part of a village.",
            &["A deadly slide buried part of a village", "A fatal slide buried part of a village"],
            &["A deadly fire buried part of a village"],
        );
        check("A slide that killed nobody buried part of a village.", &[], &["A deadly slide buried part of a village"]);
        check("A slide that could have killed 23 people hit a village.", &[], &["A deadly slide hit a village"]);
    }

    #[test]
    fn what_things_are_worth_is_their_price() {
        check(
            "Thieves stole about $86 million in tokens from the Norland-based exchange Lumen.",
            &[
                "Thieves stole about $86 million worth of tokens from the Norland-based exchange Lumen",
                "Thieves stole about $86 million in tokens from the exchange Lumen, based in Norland",
            ],
            &[
                "Thieves stole about $96 million worth of tokens from the Norland-based exchange Lumen",
                "Thieves stole about $86 million in tokens from the exchange Lumen, based in Sudmark",
            ],
        );
    }

    #[test]
    fn more_behind_another_figure_is_that_many() {
        check(
            "The flood killed 12 people, and 40 sailors were hurt.",
            &["The flood killed 12 people, and 40 more sailors were hurt"],
            &["The flood killed 12 people, and 41 more sailors were hurt", "The flood killed 12 people, and 40 more sailors were killed"],
        );
        check(
            "The bell rang as the ferry left.",
            &["The bell rang precisely as the ferry left"],
            &["The bell rang precisely as the barge left"],
        );
    }

    #[test]
    fn what_a_figure_comes_to_is_told_of_it_alone() {
        check(
            "We now expect fares for the year to be between $300 million and $310 million, which is an increase of $20 million over our prior \
             guidance. We expect fares for next year to be between $330 million and $350 million.",
            &[
                "The company expects fares for the year to be between $300 million and $310 million, representing an increase of $20 \
                 million over its prior guidance",
                "The company expects fares for the year to be between $300 million and $310 million, which is an increase of $20 million \
                 over its prior guidance",
            ],
            &[
                "The company expects fares for next year to be between $330 million and $350 million, which is an increase of $20 million \
                 over its prior guidance",
                "The company expects fares for the year to be between $300 million and $310 million, representing a decrease of $20 \
                 million from its prior guidance",
            ],
        );
    }
}
