//! What befalls people: who is killed in a fire is killed by it, and who dies in one is.

use super::reach::{acts, tied};
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
    if !claim.is_verb(link.head) || !graph.is_verb(head) || !harms(passage, part) {
        return false;
    }
    match link.tie {
        Tie::Agent => happens_in(passage, head, part) && undone(passage, head),
        Tie::Adjunct => {
            let leads = claim.preposition(link.part).is_some_and(|it| LEADING.contains(&it));
            leads && acts(graph, head, part, Tie::Agent)
        }
        _ => false,
    }
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
    use crate::verify::tests::check;

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
    fn who_dies_in_a_fire_is_killed_by_it() {
        check(
            "Nine sailors died in a fire near Lindvik.",
            &["A fire killed nine sailors near Lindvik", "Nine sailors were killed in a fire"],
            &["Nine sailors were killed in a storm", "A fire killed nine guards", "Nine sailors killed a guard in a fire"],
        );
        check("Nine sailors died in 2019.", &[], &["Nine sailors were killed in 2019"]);
    }
}
