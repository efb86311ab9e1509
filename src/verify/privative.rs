//! Privatives: words by which a thing is not, or not wholly, what the noun behind them says. A former mayor is no mayor, a half marathon no
//! marathon.

use super::sense::{Role, Sense};

/// What a thing lacks to be what its noun says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    /// It is not that: "non-binding".
    Denied,
    /// It is so no more.
    Former,
    /// It stands in for another.
    Deputy,
    /// It is only a half.
    Half,
    /// It is not that, or not yet: "a fake doctor", "the mayor-elect".
    Sham,
}

/// What the word before the noun at `at` takes from it.
pub(super) fn lack(sense: &Sense<'_>, at: usize) -> Option<Lack> {
    let before = |step: usize| at.checked_sub(step).map_or("", |it| sense.lower(it));
    let joined = usize::from(before(1) == "-");
    // "Three and a half stars": a part of the figure.
    let figure = at.checked_sub(1 + joined).is_some_and(|it| sense.words[it].role == Role::Amount);
    match before(1 + joined) {
        "non" => return Some(Lack::Denied),
        "half" | "semi" if sense.words[at].role == Role::Content && !figure => return Some(Lack::Half),
        _ => {}
    }
    let elect = sense.lower(at + 1) == "-" && matches!(sense.lower(at + 2), "designate" | "elect");
    let lack = if elect { Some(Lack::Sham) } else { described(sense, at) };
    // How the words hang together costs more to read, and only matters where one of them takes something away.
    let thing = |it: usize| sense.words.get(it).is_some_and(|it| it.role == Role::Content) && !sense.graph().is_verb(it);
    lack.filter(|_| thing(at) && !(thing(at + 1) && sense.words[at + 1].noun))
}

/// What the words that describe the noun at `at` take from it.
fn described(sense: &Sense<'_>, at: usize) -> Option<Lack> {
    // "The former Danish ferry captain": what describes the noun may stand between.
    let describes = |it: &usize| matches!(sense.words[*it].role, Role::Content | Role::Name) || sense.lower(*it) == "-";
    (at.saturating_sub(4)..at).rev().take_while(describes).find_map(|it| match sense.lower(it) {
        "former" | "ex" | "onetime" | "erstwhile" => Some(Lack::Former),
        "deputy" | "vice" | "assistant" => Some(Lack::Deputy),
        "aspiring" | "bogus" | "fake" | "mock" | "sham" => Some(Lack::Sham),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn who_was_mayor_is_no_mayor() {
        check(
            "The former mayor of Lindvik sold the dock, and the deputy head of the yard resigned.",
            &["The former mayor of Lindvik sold the dock", "The ex-mayor of Lindvik sold the dock", "The deputy head of the yard resigned"],
            &["The mayor of Lindvik sold the dock", "The head of the yard resigned", "The deputy mayor of Lindvik sold the dock"],
        );
        check(
            "The former Danish ferry captain Karl Moss was arrested.",
            &["Karl Moss was arrested", "The former Danish ferry captain Karl Moss was arrested"],
            &["The Danish ferry captain Karl Moss was arrested", "The captain was arrested"],
        );
    }

    #[test]
    fn who_only_plays_the_doctor_is_none() {
        check(
            "The fake doctor treated 14 sailors, and the mayor-elect sold the dock.",
            &["The fake doctor treated 14 sailors", "The mayor-elect sold the dock"],
            &["The doctor treated 14 sailors", "The mayor sold the dock"],
        );
    }

    #[test]
    fn a_half_marathon_is_no_marathon() {
        check(
            "Anna Lund broke the half marathon record.",
            &["Anna Lund broke the half marathon record"],
            &["Anna Lund broke the marathon record", "Anna Lund broke the world marathon record"],
        );
    }
}
