//! Converses: verbs that tell one doing from its two sides, `sold it to Varga` and `Varga bought it`.

use std::sync::LazyLock;

use super::dictionary::rows;
use super::proposition::verb_of;

const CONVERSE: &str = include_str!("data/converse.txt");

/// Where somebody or something sits behind a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// Who does it.
    Agent,
    /// What it is done to.
    Patient,
    /// What stands behind a passive without a preposition: "was awarded the prize".
    Given,
    /// What that preposition leads to.
    Behind(&'static str),
}

/// The seats of one doing behind two verbs, side by side.
pub type Seats = Vec<(Seat, Seat)>;

/// Where those who sit behind the verb `one` sit behind the verb `other`, if the two tell one doing from its two sides.
pub fn converse(one: &str, other: &str) -> Option<&'static Seats> {
    converses(one, other).first().copied()
}

/// All ways in which the two verbs may tell one doing: to lease a boat is to lease it from somebody, or to somebody.
pub fn converses(one: &str, other: &str) -> Vec<&'static Seats> {
    static ROWS: LazyLock<Vec<(&str, &str, Seats)>> = LazyLock::new(|| {
        let sides = |row: &'static str| row.split_once(" | ");
        rows(CONVERSE).into_iter().filter_map(sides).flat_map(|(one, other)| [read(one, other), read(other, one)]).flatten().collect()
    });
    let mut rows = ROWS.iter().filter(|it| it.0 == one).peekable();
    if rows.peek().is_none() {
        return Vec::new();
    }
    // The noun of a doing has the seats of its verb: "the sale of it to Varga".
    let named = verb_of(other);
    rows.filter(|it| it.1 == other || named.as_deref() == Some(it.1)).map(|it| &it.2).collect()
}

fn read(one: &'static str, other: &'static str) -> Option<(&'static str, &'static str, Seats)> {
    let (mine, seats) = one.split_once(' ')?;
    let (theirs, others) = other.split_once(' ')?;
    Some((mine, theirs, seats.split(' ').map(seat).zip(others.split(' ').map(seat)).collect()))
}

fn seat(word: &'static str) -> Seat {
    match word {
        "agent" => Seat::Agent,
        "patient" => Seat::Patient,
        "given" => Seat::Given,
        _ => Seat::Behind(word),
    }
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::tests::check_sorted;
    use super::*;

    #[test]
    fn who_sells_is_from_whom_it_is_bought() {
        let seats = converse("buy", "sell").expect("they are converses");
        assert_eq!(seats[0], (Seat::Agent, Seat::Behind("to")));
        assert_eq!(converse("sell", "buy").expect("they are converses")[0], (Seat::Behind("to"), Seat::Agent));
        assert_eq!(converse("buy", "sale").expect("it is the noun of one")[0], (Seat::Agent, Seat::Behind("to")));
        assert_eq!(converse("buy", "lend"), None);
    }

    #[test]
    fn both_sides_of_a_row_have_as_many_seats() {
        check_sorted(CONVERSE);
        for row in rows(CONVERSE) {
            let (one, other) = row.split_once(" | ").expect("a row has two sides");
            assert_eq!(one.split(' ').count(), other.split(' ').count(), "{row}");
        }
    }
}
