//! Whose year it is: "this year's largest theft" is the largest theft this year.

use crate::text::Class;
use crate::verify::asked::Wanted;
use crate::verify::graph::{Link, Tie};
use crate::verify::parts;
use crate::verify::passage::Passage;

/// Whether the claim gives a thing to a year, month or the like as its owner, which the passage says to be the one that goes on now.
pub(super) fn goes_on(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, head: usize, part: usize) -> bool {
    let (claim, stated) = (&wanted.sense, &passage.sense);
    let owner = matches!(claim.lower(link.part + 1), "'s" | "’s") && claim.class(link.part).is(Class::CALENDAR_UNIT);
    let current = link.part.checked_sub(1).is_some_and(|it| matches!(claim.lower(it), "the" | "this"));
    let now = part.checked_sub(1).is_some_and(|it| stated.lower(it) == "this");
    let along = head < part && !(head + 1..part).any(|it| parts::cuts_before(stated, it));
    matches!(link.tie, Tie::Of | Tie::Part) && owner && current && now && along
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn what_is_the_largest_this_year_is_the_years_largest() {
        check(
            "The raid was the third-largest theft from a bank this year.",
            &["The raid was the year's third-largest theft from a bank", "The raid was this year's third-largest theft from a bank"],
            &["The raid was last year's third-largest theft from a bank", "The raid was the year's largest theft from a bank"],
        );
        check("The raid was the third-largest theft last year.", &[], &["The raid was this year's third-largest theft"]);
    }
}
