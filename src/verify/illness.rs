//! Illness: what a document that counts cases counts the cases of.
//!
//! "As of 28 April, 4,805 cases and 225 deaths have been reported": where a document that is handed over with a claim counts the
//! cases of an illness and names none, it is the claim's.

use super::align::Alignment;
use super::asked::Wanted;
use super::passage::Passage;
use super::sense::Sense;

/// Illnesses that spread and are counted, and what an outbreak of them is called.
const NAMES: [&str; 21] = [
    "cholera",
    "corona",
    "coronavirus",
    "covid",
    "covid19",
    "diphtheria",
    "ebola",
    "flu",
    "hiv",
    "influenza",
    "malaria",
    "measles",
    "mers",
    "mumps",
    "plague",
    "polio",
    "sars",
    "smallpox",
    "tuberculosis",
    "typhoid",
    "zika",
];

/// Words that stand for any of them.
const COMMON: [&str; 7] = ["disease", "epidemic", "illness", "infection", "outbreak", "pandemic", "virus"];

/// What people die of otherwise.
const CAUSES: [&str; 22] = [
    "accident",
    "attack",
    "bomb",
    "bombing",
    "clash",
    "collision",
    "crash",
    "crime",
    "drought",
    "earthquake",
    "explosion",
    "famine",
    "fire",
    "flood",
    "hurricane",
    "murder",
    "shooting",
    "storm",
    "strike",
    "suicide",
    "violence",
    "war",
];

/// Whether a word, in small letters, names an illness that spreads.
pub(super) fn is_illness(word: &str) -> bool {
    NAMES.contains(&word)
}

/// Whether a stem stands for any such illness or its spread.
pub(super) fn is_common(stem: &str) -> bool {
    COMMON.contains(&stem)
}

/// Whether the claim's word at `at` names the illness of which the passage counts the cases, or that it is the cause.
pub(super) fn is_counted(wanted: &Wanted<'_>, at: usize, passage: &Passage<'_>) -> bool {
    let sense = &wanted.sense;
    let ill = |it: usize| is_illness(sense.lower(it)) || is_common(sense.lower(it));
    let number = at > 1 && sense.lower(at - 1) == "-" && is_illness(sense.lower(at - 2));
    let cause = sense.lower(at) == "due" && (at + 2..at + 5).any(ill);
    (ill(at) && counted(sense, at) || number || cause) && counts(&passage.sense)
}

/// Whether the claim's word at `at` belongs to the name of an illness that the passage calls by its name alone: "19" of "COVID-19",
/// "pandemic" of "the coronavirus pandemic".
pub(super) fn is_called(wanted: &Wanted<'_>, at: usize, alignment: &Alignment) -> bool {
    let sense = &wanted.sense;
    let named = |it: usize| is_illness(sense.lower(it)) && alignment.says(it);
    let joined = at > 1 && sense.lower(at - 1) == "-";
    if joined && sense.lower(at) == "19" {
        return named(at - 2);
    }
    let before = at.checked_sub(if at > 2 && sense.lower(at - 1) == "19" { 3 } else { 1 });
    is_common(&sense.words[at].stem) && before.is_some_and(named)
}

/// Whether the claim counts deaths, cases or patients of the illness.
fn counted(sense: &Sense<'_>, at: usize) -> bool {
    let near = at.saturating_sub(8)..at + 6;
    near.into_iter().any(|it| {
        matches!(
            sense.lower(it),
            "case"
                | "cases"
                | "death"
                | "deaths"
                | "fatalities"
                | "infections"
                | "patients"
                | "recoveries"
                | "died"
                | "recovered"
                | "infected"
        )
    })
}

/// Whether a passage counts the cases of an illness without naming it or any other cause.
fn counts(sense: &Sense<'_>) -> bool {
    let says = |words: &[&str]| sense.words.iter().any(|it| words.contains(&&*it.lower) || words.contains(&&*it.stem));
    let cases = says(&["cases"]) && says(&["confirmed", "death", "positive", "recover", "recovery", "recoveries", "fatality", "infect"]);
    let others = sense.words.iter().any(|it| is_illness(&it.lower));
    (cases || says(&["infected", "infections"])) && !others && !says(&CAUSES)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::{check, check_given};

    #[test]
    fn cases_of_no_named_illness_are_the_claims() {
        check_given(
            "As of Monday, 480 confirmed cases and 22 deaths have been reported in Lindvik.",
            &["480 cases of measles were reported in Lindvik", "22 cholera deaths were reported in Lindvik"],
            &["480 measles deaths were reported in Lindvik", "22 cholera deaths were reported in Marstad"],
        );
        let named = "As of Monday, 480 confirmed cases of cholera and 22 deaths have been reported in Lindvik.";
        check_given(named, &["480 cholera cases were reported in Lindvik"], &["480 measles cases were reported in Lindvik"]);
        check_given("22 deaths were reported after the flood in Lindvik.", &[], &["22 measles deaths were reported in Lindvik"]);
        check("480 confirmed cases and 22 deaths have been reported.", &[], &["22 cholera deaths were reported"]);
    }

    #[test]
    fn an_illness_is_called_by_its_name_alone() {
        check_given(
            "The ferry lost guests because of COVID. The bridge lost tolls because of the storm.",
            &[
                "The ferry lost guests because of COVID-19",
                "The ferry lost guests because of the COVID-19 pandemic",
                "The ferry lost guests because of the coronavirus pandemic",
            ],
            &["The bridge lost tolls because of COVID-19", "The ferry lost guests because of the measles outbreak"],
        );
    }
}
