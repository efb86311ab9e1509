//! Territory: names of one stretch of land: film trade counts "the United States and Canada" as "North America".

use super::sense::{Role, Sense};
use crate::language::is_land;

/// Names of one territory, each as its words in small letters.
const SAME: [[&[&str]; 2]; 2] =
    [[&["north", "america"], &["united", "states", "and", "canada"]], [&["north", "america"], &["us", "and", "canada"]]];

/// The words of `passage` that name the territory that the claim's word at `at` is part of the name of, by another name.
pub(super) fn told(claim: &Sense<'_>, at: usize, passage: &Sense<'_>) -> Vec<usize> {
    if claim.words[at].role != Role::Name {
        return Vec::new();
    }
    let pairs = SAME.iter().flat_map(|[one, other]| [(*one, *other), (*other, *one)]);
    let asked = pairs.filter(|(mine, _)| (at.saturating_sub(mine.len())..=at).any(|it| it + mine.len() > at && stands(claim, it, mine)));
    asked
        .flat_map(|(_, theirs)| {
            let found = (0..passage.words.len()).filter(move |it| stands(passage, *it, theirs));
            found.flat_map(|it| it..it + theirs.len()).filter(|it| passage.words[*it].role == Role::Name)
        })
        .collect()
}

fn stands(sense: &Sense<'_>, at: usize, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(step, word)| sense.lower(at + step) == *word)
}

/// Whether the name of which the word at `at` is part names where something is or was, and not whom: "in Lowland", "Norway".
pub(super) fn is_place(sense: &Sense<'_>, at: usize) -> bool {
    let first = sense.name_around(at).start;
    let led = first > 0 && matches!(sense.lower(first - 1), "in" | "near" | "around" | "across" | "inside" | "outside" | "throughout");
    led || first == at && sense.name_around(at + 1).is_empty() && is_land(sense.lower(at))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::{check, check_given};

    #[test]
    fn one_territory_has_two_names() {
        check(
            "Low Tide grossed $20 million in the United States and Canada and $5 million in Norland.",
            &["Low Tide grossed $20 million in North America"],
            &["Low Tide grossed $5 million in North America", "Low Tide grossed $20 million in South America"],
        );
        check("Low Tide grossed $20 million in the United States.", &[], &["Low Tide grossed $20 million in North America"]);
    }

    #[test]
    fn no_place_is_whom_a_report_is_by() {
        let text = "Holm Ferries had a fair first quarter. Our best market was Norway. Sales rose 14%. We opened 12 piers.";
        check_given(text, &["Holm Ferries opened 12 piers"], &["Norway opened 12 piers", "Holm Ferries opened 12 piers in Norway"]);
    }
}
