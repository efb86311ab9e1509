//! Prepositions that cannot lead to the same thing: what goes to Oslo does not come from it.

/// What a preposition says of how a thing stands to what leads to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Where it comes from.
    From,
    /// Where it goes.
    To,
    /// Who or what does it, or by how much.
    By,
    /// What it is for.
    For,
    /// Where it is.
    In,
    /// What it is close to, and so not in.
    Near,
    /// What it is higher than.
    Above,
    /// What it is lower than.
    Below,
    /// What it is turned against.
    Against,
    /// What it has not.
    Without,
    /// What it is compared with.
    Than,
    /// What comes later.
    Before,
    /// What came earlier.
    After,
}

const SIDES: [(Side, &[&str]); 13] = [
    (Side::From, &["from", "off", "out"]),
    (Side::To, &["to", "into", "onto", "toward", "towards"]),
    (Side::By, &["by"]),
    (Side::For, &["for"]),
    (Side::In, &["in", "at", "inside", "within", "throughout", "across"]),
    (Side::Near, &["near", "outside", "beside", "beyond", "behind", "close", "next"]),
    (Side::Above, &["above"]),
    (Side::Below, &["below", "beneath"]),
    (Side::Against, &["against", "versus"]),
    (Side::Without, &["without", "except", "excluding", "unlike", "instead"]),
    (Side::Than, &["than", "from_than"]),
    (Side::Before, &["before", "until", "till", "ahead"]),
    (Side::After, &["after", "following"]),
];

/// Whether two prepositions say what cannot both be so of one thing. Each is the first of a row, its words joined by `_`.
pub(in crate::verify) fn clash(one: &str, other: &str) -> bool {
    let side = |it: &str| {
        let first = it.split('_').next().unwrap_or_default();
        SIDES.iter().find(|it| it.1.contains(&first)).map(|it| it.0)
    };
    let (one, other) = (side(one), side(other));
    if one == other {
        return false;
    }
    let shuts_out = |it: Option<Side>| matches!(it, Some(Side::Without | Side::Than));
    if shuts_out(one) || shuts_out(other) {
        return true;
    }
    let pair = |a: Side, b: Side| (one, other) == (Some(a), Some(b)) || (one, other) == (Some(b), Some(a));
    [Side::To, Side::For, Side::In, Side::Near].into_iter().any(|it| pair(Side::From, it))
        || [Side::From, Side::To, Side::In, Side::For].into_iter().any(|it| pair(Side::Near, it))
        || [Side::From, Side::To, Side::For].into_iter().any(|it| pair(Side::Against, it))
        || [Side::From, Side::To, Side::For, Side::Against].into_iter().any(|it| pair(Side::By, it))
        || pair(Side::For, Side::In)
        || pair(Side::Above, Side::Below)
        || pair(Side::Before, Side::After)
}

#[cfg(test)]
mod tests {
    use super::clash;
    use crate::verify::tests::check;

    #[test]
    fn ways_to_and_from_a_place_are_told_apart() {
        assert!(clash("to", "from") && clash("from", "in") && clash("near", "in") && clash("for", "against"));
        assert!(clash("in", "than_in") && !clash("in", "at") && !clash("of", "from") && !clash("to", "for"));
    }

    #[test]
    fn what_a_preposition_leads_to_is_not_what_its_opposite_leads_to() {
        check(
            "A mail plane bound for Marstad from Lindvik landed near Tarn.",
            &["A mail plane landed near Tarn", "A mail plane from Lindvik landed"],
            &["A mail plane landed near Lindvik", "A mail plane bound for Lindvik landed", "A mail plane landed in Marstad"],
        );
        check("Sales to Norland fell by 8%.", &["Sales to Norland fell by 8%"], &["Sales from Norland fell by 8%"]);
        check("Per Dahl voted against the lock.", &["Per Dahl voted against the lock"], &["Per Dahl voted for the lock"]);
        check(
            "Rents in Lindvik were higher than in Marstad.",
            &["Rents in Lindvik were higher than in Marstad"],
            &["Rents in Marstad were higher than in Lindvik"],
        );
    }
}
