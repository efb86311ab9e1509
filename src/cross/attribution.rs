//! One utterance, given to two speakers.

use super::quote_drift::Utterance;
use super::{Inconsistency, Kind, Rule};
use crate::corpus::Corpus;
use crate::finding::Severity;
use crate::language::name::same_person;

pub(super) const RULE: Rule = Rule {
    kind: Kind::Attribution,
    code: "attribution",
    summary: "One utterance that two documents put in the mouths of two named people. An office or a body beside a name is no \
              conflict: a ministry speaks through its spokesman.",
    reports: &[&[
        ("2025-03-18", "\"We will reopen the northern harbour before the winter,\" Ida Holm said."),
        ("2025-03-18", "\"We will reopen the northern harbour before the winter,\" Arne Lund said."),
    ]],
    spares: &[
        &[
            ("2025-03-18", "\"We will reopen the northern harbour before the winter,\" Ida Holm said."),
            ("2025-03-18", "\"We will reopen the northern harbour before the winter,\" Holm said."),
        ],
        &[
            ("2025-03-18", "\"We will reopen the northern harbour before the winter,\" Ida Holm said."),
            ("2025-03-18", "\"We will reopen the northern harbour before the winter,\" the ministry said."),
        ],
    ],
};

/// The utterance with its two speakers, where both are people with names and cannot be one.
pub(super) fn two_speakers(corpus: &Corpus, one: &Utterance, other: &Utterance) -> Option<Inconsistency> {
    let (first, second) = (one.speaker(corpus)?, other.speaker(corpus)?);
    if !person(first) || !person(second) || same_person(first, second) || misspelt(first, second) {
        return None;
    }
    let message = format!("one utterance, given to {first} and to {second}");
    Some(Inconsistency::new(Kind::Attribution, Severity::Warning, message, vec![one.cite(corpus), other.cite(corpus)]))
}

/// Whether one name is the other with a slip: "Karla Wenn" and "Carla Wenn" are one person.
fn misspelt(one: &str, other: &str) -> bool {
    strsim::damerau_levenshtein(&one.to_lowercase(), &other.to_lowercase()) <= 2
}

/// Whether a speaker is named as people are: two capitalised words or three, and no word of a body or an office.
fn person(name: &str) -> bool {
    let words: Vec<_> = name.split_whitespace().collect();
    let bodies = crate::text::Class::BODY_NOUN | crate::text::Class::ROLE | crate::text::Class::DETERMINER | crate::text::Class::PLACE_NOUN;
    let plain = |it: &&str| {
        it.starts_with(char::is_uppercase) && !it.ends_with("'s") && !it.ends_with("’s") && !crate::extract::lexicon().class(it).is(bodies)
    };
    (2..=3).contains(&words.len()) && words.iter().all(plain)
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    fn check(one: &str, other: &str, expected: usize) {
        let texts = [("2025-03-18", one), ("2025-03-18", other)];
        assert_eq!(found(&texts).into_iter().filter(|it| it.starts_with("attribution")).count(), expected);
    }

    #[test]
    fn two_people_cannot_have_said_it() {
        let first = "\"We will reopen the northern harbour before the winter,\" Ida Holm said.";
        check(first, "\"We will reopen the northern harbour before the winter,\" Arne Lund said.", 1);
        check(first, "\"We will reopen the northern harbour before the winter,\" Holm said.", 0);
        check(first, "\"We will reopen the northern harbour before the winter,\" the ministry said.", 0);
        check(first, "\"We will reopen the northern harbour before the winter,\" Ida Holme said.", 0);
    }
}
