//! Deixis: times that are told from where the speaker stands: what happened last year did not happen this year.

use super::asked::Wanted;
use super::passage::Passage;
use super::sense::Sense;
use crate::text::Class;

/// Where a time lies from where it is spoken of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Gone,
    Now,
    Coming,
}

/// Why the passage tells of another year, month or week than the claim: "fell last year" is not "fell this year".
pub(super) fn differs(wanted: &Wanted<'_>, passage: &Passage<'_>) -> Option<String> {
    let stated = &passage.sense;
    (0..wanted.sense.words.len()).find_map(|at| {
        let asked = way(&wanted.sense, at)?;
        let unit = |it: &usize| stated.lower(*it) == wanted.sense.lower(at);
        let mut told = (0..stated.words.len()).filter(unit).filter_map(|it| way(stated, it)).peekable();
        let apart = told.peek().is_some() && told.all(|it| it != asked);
        apart.then(|| format!("speaks of another “{}”", wanted.sense.wording(at, at + 1)))
    })
}

/// Where the calendar unit at `at` lies, if the word before it tells.
fn way(sense: &Sense<'_>, at: usize) -> Option<Way> {
    let before = at.checked_sub(1).filter(|_| sense.class(at).is(Class::CALENDAR_UNIT | Class::SEASON))?;
    // "The last year of the war" counts from no speaker.
    let counts = matches!(sense.lower(at + 1), "of" | "in" | "'s" | "’s") && before > 0 && sense.lower(before - 1) == "the";
    match sense.lower(before) {
        _ if counts => None,
        "last" | "previous" | "prior" => Some(Way::Gone),
        "this" | "current" => Some(Way::Now),
        "next" | "coming" | "upcoming" => Some(Way::Coming),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn last_year_is_not_this_year() {
        check(
            "Sales fell last year, and the yard will close next month.",
            &["Sales fell last year", "The yard will close next month"],
            &["Sales fell this year", "Sales fell next year", "The yard will close this month"],
        );
        check(
            "Sales fell in the last year of the war.",
            &["Sales fell in the last year of the war"],
            &["Sales fell in the first year of the war"],
        );
    }
}
