//! Compared: "larger than", "the largest" and "the second largest" are three things, though they are one word.

use super::align::Alignment;
use super::asked::Wanted;
use super::meaning::Kinship;
use super::passage::Passage;
use super::sense::Sense;
use crate::text::Kind;

/// How far an adjective goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grade {
    /// "Large", or no adjective.
    Plain,
    /// "Larger".
    More,
    /// "The largest".
    Most,
    /// "The second largest", "one of the largest".
    Nearly,
}

/// Why the passage does not go as far as the claim, or further, where both grade one quality.
pub(super) fn differs(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<String> {
    wanted.sense.content().find_map(|at| {
        let mine = grade(&wanted.sense, at);
        // Another word for it goes as far as it is graded itself: "the biggest", "the second largest".
        let graded = |it: usize| grade(&passage.sense, it) != Grade::Plain;
        let same = || alignment.answers[at].iter().filter(|it| it.1 == Kinship::Same || graded(it.0)).map(|it| it.0);
        if mine == Grade::Plain || same().next().is_none() || same().count() < alignment.answers[at].len() {
            return None;
        }
        let fits = |place: usize| {
            let theirs = grade(&passage.sense, place);
            theirs == mine && (mine != Grade::Nearly || rank(&wanted.sense, at) == rank(&passage.sense, place))
        };
        let other = same().next().filter(|_| !same().any(fits))?;
        Some(format!(
            "says “{}”, not “{}”",
            passage.sense.wording(first(&passage.sense, other), other + 1),
            wanted.sense.wording(at, at + 1)
        ))
    })
}

fn grade(sense: &Sense<'_>, at: usize) -> Grade {
    let word = sense.lower(at);
    let inflected = &*sense.words[at].stem != word && (!sense.words[at].noun || rank(sense, at).is_some());
    let led = |by: &str| at > 0 && sense.lower(at - 1) == by;
    let than = || (at + 1..(at + 8).min(sense.words.len())).any(|it| sense.lower(it) == "than");
    if inflected && word.len() > 4 && word.ends_with("est") || led("most") && !sense.graph().is_verb(at) {
        let of_several = (at.saturating_sub(4)..at)
            .any(|it| matches!(sense.lower(it), "among") || sense.lower(it) == "one" && sense.lower(it + 1) == "of");
        return if of_several || rank(sense, at).is_some() { Grade::Nearly } else { Grade::Most };
    }
    if (inflected && word.len() > 4 && word.ends_with("er") || led("more")) && than() { Grade::More } else { Grade::Plain }
}

/// The ordinal that counts down from the most: "second" of "second-largest".
fn rank<'s>(sense: &'s Sense<'_>, at: usize) -> Option<&'s str> {
    let before = (at.saturating_sub(3)..at).rev().find(|it| !matches!(sense.lower(*it), "most" | "-" | "–"))?;
    let word = sense.lower(before);
    let digits = sense.text.tokens[before].kind != Kind::Mark && word.starts_with(|it: char| it.is_ascii_digit());
    let counted = digits && ["st", "nd", "rd", "th"].iter().any(|it| word.ends_with(it));
    let spelled = matches!(word, "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth" | "tenth");
    (counted || spelled).then_some(word)
}

/// Where the wording of the grade begins.
fn first(sense: &Sense<'_>, at: usize) -> usize {
    let graded = rank(sense, at).and_then(|word| (at.saturating_sub(3)..at).find(|it| sense.lower(*it) == word));
    graded.unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn the_second_largest_is_not_the_largest() {
        check(
            "Lindvik is the second-largest port in Norland.",
            &["Lindvik is the second-largest port in Norland"],
            &["Lindvik is the largest port in Norland", "Lindvik is the third-largest port in Norland"],
        );
        check(
            "The Greens became the second-largest party in Norland.",
            &["The Greens became the second-biggest party in Norland"],
            &["The Greens became the biggest party in Norland"],
        );
        check("Lindvik is one of the largest ports in Norland.", &[], &["Lindvik is the largest port in Norland"]);
        check(
            "Lindvik is the largest port in Norland.",
            &["Lindvik is the largest port in Norland"],
            &["A port in Norland is larger than Lindvik", "Lindvik is the second largest port in Norland"],
        );
    }
}
