//! What befalls people: who is killed in a fire is killed by it, and who dies in one is.

use super::reach::{acts, shares_subject, tied};
use crate::verify::asked::Wanted;
use crate::verify::graph::{Link, Tie};
use crate::verify::passage::Passage;
use crate::verify::sense::Role;

/// Nouns of what does harm by happening.
const HARM: [&str; 49] = [
    "accident",
    "ambush",
    "attack",
    "avalanche",
    "battle",
    "blast",
    "blaze",
    "bombardment",
    "bombing",
    "capsizing",
    "clash",
    "collapse",
    "collision",
    "crash",
    "cyclone",
    "derailment",
    "disaster",
    "drought",
    "earthquake",
    "epidemic",
    "explosion",
    "famine",
    "fight",
    "fire",
    "flood",
    "gunfight",
    "hurricane",
    "landslide",
    "massacre",
    "mudslide",
    "outbreak",
    "plunge",
    "quake",
    "raid",
    "riot",
    "shelling",
    "shipwreck",
    "shooting",
    "shootout",
    "sinking",
    "stabbing",
    "stampede",
    "storm",
    "tornado",
    "tremor",
    "tsunami",
    "typhoon",
    "violence",
    "wildfire",
];

/// Prepositions that lead from whom it befalls to what does.
const LEADING: [&str; 7] = ["after", "by", "during", "following", "from", "in", "of"];

/// Whether what does it in the claim is what it happened in there, with nobody else who does it, or the other way round: "a battle
/// killed two", "two were killed in a battle".
pub(super) fn causes(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, head: usize, part: usize) -> bool {
    let (claim, graph) = (wanted.sense.graph(), passage.sense.graph());
    let told = graph.is_verb(part) && BY_DOING.contains(&&*wanted.sense.words[link.part].stem);
    // Police that storm a hall are no storm.
    let named = harms(passage, part) && !graph.is_verb(part);
    if !claim.is_verb(link.head) || !graph.is_verb(head) || !(named || told) {
        return false;
    }
    match link.tie {
        Tie::Agent => (happens_in(passage, head, part) || when_it_came(passage, head, part)) && undone(passage, head),
        Tie::Adjunct => {
            let leads = claim.preposition(link.part).is_some_and(|it| LEADING.contains(&it));
            leads
                && (acts(graph, head, part, Tie::Agent)
                    || when_it_came(passage, head, part) && undone(passage, head)
                    || brought(passage, head, part))
        }
        _ => false,
    }
}

/// Nouns of harm that are nouns of a doing: an explosion is that something exploded.
pub(super) const BY_DOING: [&str; 20] = [
    "ambush",
    "attack",
    "blast",
    "bombardment",
    "bombing",
    "clash",
    "collapse",
    "collision",
    "crash",
    "crush",
    "derailment",
    "eruption",
    "explosion",
    "plunge",
    "raid",
    "shelling",
    "shooting",
    "shootout",
    "sinking",
    "stampede",
];

/// Whether the doing at `head` came about when the harm at `part` did: "were killed when a fire broke out", "when a bus crashed".
fn when_it_came(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let came = |verb: usize| verb == part || graph.parts(verb).iter().any(|it| it.tie == Tie::Agent && it.part == part);
    let opens =
        |verb: usize| (head + 1..verb).rfind(|it| matches!(sense.lower(*it), "after" | "as" | "before" | "until" | "when" | "while"));
    let when = |verb: usize| opens(verb).is_some_and(|it| matches!(sense.lower(it), "after" | "as" | "when"));
    // "Two were killed and five were hurt when": it came about as both did.
    let joined = |verb: usize| head < verb && (head..verb).any(|it| sense.lower(it) == "and") && opens(verb).is_none();
    let goes_with = |verb: usize| graph.governor(verb).is_some_and(|it| it == head || joined(it));
    let mut verbs = (head + 1..sense.words.len()).filter(|it| graph.is_verb(*it));
    verbs.any(|verb| goes_with(verb) && came(verb) && when(verb))
}

/// Whether the doing at `part` had that at `head` for its outcome: "crashed, killing two", "attacked a convoy and killed two".
fn brought(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    if !graph.is_verb(part) || part > head {
        return false;
    }
    let outcome = sense.lower(head).ends_with("ing") && graph.governor(head) == Some(part);
    let both = |it: &Link| it.tie == Tie::Agent && (acts(graph, head, it.part, Tie::Agent) || shares_subject(passage, head, it.part));
    outcome || (part..head).any(|it| sense.lower(it) == "and") && graph.parts(part).iter().any(both)
}

/// Whether the passage tells as what somebody does in a disaster what the claim tells as done to them: "two died in the fire" that
/// the fire killed two.
pub(super) fn undergo(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, head: usize, part: usize) -> bool {
    let (claim, graph) = (wanted.sense.graph(), passage.sense.graph());
    let harm = |it: &Link| it.tie == Tie::Adjunct && happens_in(passage, head, it.part);
    if !claim.is_verb(link.head) || !graph.is_verb(head) || !graph.parts(head).iter().any(harm) {
        return false;
    }
    let headline = || claim.parts(link.head).iter().all(|it| it.tie != Tie::Patient);
    match link.tie {
        Tie::Patient => acts(graph, head, part, Tie::Agent),
        Tie::Agent => happens_in(passage, head, part) || headline() && acts(graph, head, part, Tie::Agent),
        _ => tied(passage, head, part, link.tie),
    }
}

fn harms(passage: &Passage<'_>, at: usize) -> bool {
    is_harm(&passage.sense.words[at].stem)
}

/// Whether a noun, by its stem, is of what does harm by happening.
pub(in crate::verify) fn is_harm(stem: &str) -> bool {
    HARM.contains(&stem)
}

/// Whether the doing at `head` happens in the harm at `part`.
fn happens_in(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let graph = passage.sense.graph();
    let leads = |it: usize| graph.preposition(it).is_some_and(|it| LEADING.contains(&it));
    harms(passage, part) && graph.parts(head).iter().any(|it| it.tie == Tie::Adjunct && it.part == part && leads(it.part))
}

/// Whether nobody is told to do it.
fn undone(passage: &Passage<'_>, head: usize) -> bool {
    let doer = |it: &Link| it.tie == Tie::Agent && passage.sense.words[it.part].role != Role::Function;
    !passage.sense.graph().parts(head).iter().any(doer)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::{check, check_given};

    #[test]
    fn who_is_killed_in_a_battle_is_killed_by_it() {
        check(
            "Nine guards were killed in a gun battle near Lindvik.",
            &["A gun battle killed nine guards near Lindvik", "Nine guards were killed in a gun battle"],
            &["Guards killed nine near Lindvik", "A gun battle killed nine sailors", "A gun battle wounded nine guards"],
        );
        check("A storm killed nine sailors.", &["Nine sailors were killed in a storm"], &["A storm was killed by nine sailors"]);
        check("Nine guards were killed by smugglers in a storm.", &[], &["A storm killed nine guards"]);
    }

    #[test]
    fn what_came_when_a_thing_was_done_did_it() {
        check_given(
            "Two sailors were killed and five others were hurt when a fire broke out on a barge.",
            &["Two sailors were killed in a fire", "A fire killed two sailors", "Fire on barge kills two sailors"],
            &["Five sailors were killed in a fire", "A storm killed two sailors", "A barge killed two sailors"],
        );
        check_given("Two sailors were killed by smugglers when a fire broke out.", &[], &["A fire killed two sailors"]);
        check_given("Two sailors were killed before a fire broke out.", &[], &["A fire killed two sailors"]);
        check_given(
            "Gunmen attacked a convoy near Lindvik and killed two drivers.",
            &["Two drivers were killed in an attack"],
            &["Two gunmen were killed in an attack", "Two drivers were killed in a raid by sailors"],
        );
        check_given("Police stormed a hall, killing two.", &[], &["Two were killed in a storm"]);
        check_given("Police fired at a crowd and killed two.", &[], &["Two were killed in a fire"]);
    }

    #[test]
    fn who_dies_in_a_fire_is_killed_by_it() {
        check(
            "Nine sailors died in a fire near Lindvik.",
            &["A fire killed nine sailors near Lindvik", "Nine sailors were killed in a fire"],
            &["Nine sailors were killed in a storm", "A fire killed nine guards", "Nine sailors killed a guard in a fire"],
        );
        check("Nine sailors died in 2019.", &[], &["Nine sailors were killed in 2019"]);
    }
}
