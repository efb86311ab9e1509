//! How near two figures that are at odds are to each other.

use rust_decimal::Decimal;

use super::figure::Figure;

/// How near two figures are to each other: most that are at odds are near misses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nearness {
    /// As a slip of the pen makes them: two digits swapped, or one of three and more another.
    Slip,
    /// Within half as much again.
    Near,
    Far,
}

impl Nearness {
    pub(super) fn of(one: &Figure<'_>, other: &Figure<'_>) -> Self {
        let middle = |it: &Figure<'_>| it.value().low.zip(it.value().high).map(|(low, high)| (low + high) / Decimal::TWO);
        let Some((first, second)) = middle(one).zip(middle(other)) else { return Self::Far };
        let digits = |it: Decimal| it.normalize().to_string().trim_end_matches('0').to_owned();
        let (one, other) = (digits(first), digits(second));
        let mut changed: Vec<_> = one.bytes().zip(other.bytes()).filter(|it| it.0 != it.1).collect();
        let length = one.len();
        let same_size = length == other.len() && first.normalize().to_string().len() == second.normalize().to_string().len();
        let swapped = changed.len() == 2 && changed.pop().zip(changed.pop()).is_some_and(|(last, it)| (last.0, last.1) == (it.1, it.0));
        if same_size && length > 1 && (swapped || changed.len() == 1 && length > 2) {
            return Self::Slip;
        }
        let (low, high) = (first.min(second), first.max(second));
        if low > Decimal::ZERO && high <= low * Decimal::new(15, 1) { Self::Near } else { Self::Far }
    }
}
