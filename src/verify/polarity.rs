//! Polarity: whether a passage says that it is so, that it is not, or that it might be.

use crate::extract::Stance;
use crate::text::Class;

use super::Answer;
use super::sense::Sense;

/// What colours a stretch of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Colour {
    /// It is negated or denied.
    pub negated: bool,
    /// It is expected, ordered, hypothetical, doubted or asked.
    pub modal: bool,
    /// It all but happened.
    pub almost: bool,
}

/// The colour that the words from `first` up to `end` give to those in `around`.
pub(super) fn colour(sense: &Sense<'_>, first: usize, end: usize, last_matched: usize) -> Colour {
    let mut colour = Colour::default();
    for at in first..end.min(last_matched + 1) {
        let class = sense.class(at);
        let lower = sense.lower(at);
        if class.is(Class::NEGATION) && !bounds(sense, at) || undone(sense, at) {
            colour.negated = !colour.negated;
        }
        if class.is(Class::MODAL | Class::HYPOTHETICAL) && !class.is(Class::MONTH) || intends(sense, at) {
            colour.modal = true;
        }
        colour.almost |=
            matches!(lower, "almost" | "nearly") && sense.words.get(at + 1).is_some_and(|it| it.role == super::sense::Role::Content);
    }
    colour
}

/// "No fewer than", "not only": the negation is part of a bound or a figure of speech.
fn bounds(sense: &Sense<'_>, at: usize) -> bool {
    matches!(sense.lower(at + 1), "fewer" | "less" | "more" | "later" | "sooner" | "only" | "least" | "smaller" | "just")
}

/// "Failed to", "refused to", "unable to".
fn undone(sense: &Sense<'_>, at: usize) -> bool {
    const UNDONE: [&str; 12] =
        ["fail", "refuse", "decline", "unable", "cease", "stop", "prevent", "avoid", "lack", "without", "deny", "reject"];
    UNDONE.contains(&&*sense.words[at].stem) && !sense.text.tokens[at].capital
}

/// "Plans to", "aims to", "threatened to".
fn intends(sense: &Sense<'_>, at: usize) -> bool {
    const INTENT: [&str; 20] = [
        "plan",
        "aim",
        "threaten",
        "propose",
        "consider",
        "attempt",
        "try",
        "hope",
        "want",
        "seek",
        "intend",
        "urge",
        "demand",
        "expect",
        "order",
        "vow",
        "promise",
        "pledge",
        "possible",
        "potential",
    ];
    INTENT.contains(&&*sense.words[at].stem)
}

/// What the speaker's stance adds.
pub(super) fn reported(colour: Colour, stance: Option<Stance>) -> Colour {
    match stance {
        Some(Stance::Denies) => Colour { negated: !colour.negated, ..colour },
        Some(Stance::Withholds | Stance::Wishes) => Colour { modal: true, ..colour },
        Some(Stance::Asserts) | None => colour,
    }
}

/// How the passage's colour stands to the claim's, with the reason where it differs.
pub(super) fn polarity(claim: Colour, stated: Colour) -> (Answer, Option<String>) {
    if claim.almost != stated.almost {
        return (Answer::Silent, Some("one is only almost so".to_owned()));
    }
    match (claim.negated == stated.negated, claim.modal, stated.modal) {
        (true, false, true) => (Answer::Silent, Some("only expected, ordered, possible or doubted there".to_owned())),
        (true, true, false) | (true, _, _) => (Answer::Agrees, None),
        (false, _, true) | (false, true, _) => (Answer::Silent, Some("negated and not certain there".to_owned())),
        (false, false, false) if stated.negated => (Answer::Differs, Some("said not to be so".to_owned())),
        (false, false, false) => (Answer::Differs, Some("said to be so".to_owned())),
    }
}
