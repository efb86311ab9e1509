//! Shares: what a passage tells of some of those whom it counts is not told of all of them: "16 people, three of them sailors".

use std::ops::Range;

use crate::extract::quantity::Dimension;
use crate::verify::align::Alignment;
use crate::verify::asked::Wanted;
use crate::verify::passage::Passage;
use crate::verify::sense::{Role, Sense};

/// Words by which a claim tells of a share itself.
const SHARING: [&str; 9] = ["among", "half", "including", "most", "mostly", "one", "some", "them", "whom"];

/// Why the passage does not say of all that the claim counts what the claim says of them, if it says so of some alone.
pub(super) fn of_some(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<String> {
    let sense = &wanted.sense;
    let counts = |it: &Dimension| matches!(it, Dimension::Count | Dimension::None);
    let answers = |at: usize| alignment.answers[at].iter().map(|it| it.0);
    let figures = sense.amounts.iter().filter(|it| counts(it.it.unit.dimension()));
    let figures: Vec<usize> = figures.flat_map(|it| it.first..it.end).flat_map(answers).collect();
    if figures.is_empty() || (0..sense.words.len()).any(|it| SHARING.contains(&sense.lower(it))) {
        return None;
    }
    let told_there = |at: usize, share: &Share| alignment.says(at) && answers(at).all(|it| share.told.contains(&it));
    let other = |share: &Share| figures.iter().all(|it| !share.figure.contains(it) && *it < share.told.start);
    let mut words = sense.content().filter(|it| matches!(sense.words[*it].role, Role::Content | Role::Name));
    let shares: Vec<Share> = shares(&passage.sense).filter(other).collect();
    let word = words.find(|it| shares.iter().any(|share| told_there(*it, share)))?;
    Some(format!("“{}” is told of some of them alone there", sense.wording(word, word + 1)))
}

/// Where a passage tells of some of those whom it counts.
struct Share {
    /// Where it says how many they are.
    figure: Range<usize>,
    /// What it tells of them.
    told: Range<usize>,
}

fn shares<'s>(sense: &'s Sense<'_>) -> impl Iterator<Item = Share> + 's {
    let opens = |at: &usize| sense.lower(*at) == "of" && matches!(sense.lower(at + 1), "them" | "whom" | "which");
    let ends = |at: usize| (at..sense.words.len()).find(|it| matches!(sense.lower(*it), "," | ";" | ".")).unwrap_or(sense.words.len());
    let figure = |at: usize| (at.saturating_sub(4)..at).rfind(|it| sense.lower(*it) == ",").unwrap_or(at.saturating_sub(4))..at;
    (0..sense.words.len()).filter(opens).map(move |at| Share { figure: figure(at), told: at + 2..ends(at + 2) })
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn what_is_told_of_some_is_not_told_of_all() {
        check(
            "An explosion in Lindvik injured 16 people, three of them seriously.",
            &["Explosion injures 16 people in Lindvik", "An explosion injured 16 people"],
            &["Explosion seriously injures 16 people in Lindvik", "16 people were seriously injured in an explosion"],
        );
        check(
            "Nine boats sank off Lindvik, two of them in a storm.",
            &["Nine boats sank off Lindvik"],
            &["Nine boats sank off Lindvik in a storm", "Nine boats sank in a storm"],
        );
    }
}
