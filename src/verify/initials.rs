//! Initials: short forms of a name that the other side spells out: "IS" for "Islamic State", "PNG" for "Papua New Guinea".

use super::sense::{Role, Sense};

/// Words that a short form passes over.
const PASSED: [&str; 5] = ["and", "for", "of", "on", "the"];

/// The words of `passage` that spell out the short form that the claim's word at `at` is, or that are the short form of the name that it
/// belongs to.
pub(super) fn told(claim: &Sense<'_>, at: usize, passage: &Sense<'_>) -> Vec<usize> {
    if claim.words[at].role != Role::Name {
        return Vec::new();
    }
    if let Some(letters) = short(claim, at) {
        let names = (0..passage.words.len()).filter_map(|it| spelt(passage, it, &letters));
        return names.flatten().collect();
    }
    let is_told = |place: &usize| {
        let Some(letters) = short(passage, *place) else { return false };
        (at.saturating_sub(7)..=at).any(|it| spelt(claim, it, &letters).is_some_and(|it| it.contains(&at)))
    };
    (0..passage.words.len()).filter(is_told).collect()
}

/// The letters of a short form, which are all capitals: `PNG`, `U.S.`.
fn short(sense: &Sense<'_>, at: usize) -> Option<String> {
    let word = sense.wording(at, at + 1);
    let letters: String = word.chars().filter(|it| *it != '.').collect();
    let capitals = letters.chars().all(|it| it.is_ascii_uppercase());
    (sense.words[at].role == Role::Name && capitals && (2..=6).contains(&letters.len())).then_some(letters)
}

/// The words from the token `at` on that have those letters for initials, in order and all of them.
fn spelt(sense: &Sense<'_>, at: usize, letters: &str) -> Option<Vec<usize>> {
    let mut words = Vec::new();
    let mut place = at;
    for letter in letters.chars() {
        while !words.is_empty() && PASSED.contains(&sense.lower(place)) {
            place += 1;
        }
        let first = sense.words.get(place)?;
        let capital = sense.text.tokens[place].capital && first.role == Role::Name;
        if !capital || first.lower.chars().next()?.to_ascii_uppercase() != letter || short(sense, place).is_some() {
            return None;
        }
        words.push(place);
        place += 1;
    }
    // What goes on is a longer name.
    let longer = |it: Option<usize>| it.and_then(|it| sense.words.get(it)).is_some_and(|it| it.role == Role::Name);
    (!longer(Some(place)) && !longer(at.checked_sub(1))).then_some(words)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn a_short_form_is_the_name_that_it_is_short_for() {
        check(
            "Guards of the Lindvik Port Authority seized 40 crates.",
            &["LPA guards seized 40 crates"],
            &["LPC guards seized 40 crates", "LP guards seized 40 crates", "LPA guards sold 40 crates"],
        );
        check(
            "The LPA seized 40 crates.",
            &["The Lindvik Port Authority seized 40 crates"],
            &["The Lindvik Pilot Office seized 40 crates"],
        );
    }
}
