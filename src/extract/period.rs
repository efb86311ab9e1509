//! Periods: spans of whole days.

use jiff::{ToSpan, civil::Date};
use serde::Serialize;

/// A span of days, both ends counted.
///
/// A day is a period that ends where it begins; a month or a year is the period of its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// A unit that the calendar is cut into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CalendarUnit {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// Three months from January, April, July or October on.
    Quarter,
    /// A year.
    Year,
    /// Ten years, as in the 1990s.
    Decade,
    /// A hundred years.
    Century,
}

impl CalendarUnit {
    /// The day `count` units after `day`, or before it where negative; none past the ends of the calendar.
    pub fn after(self, day: Date, count: i32) -> Option<Date> {
        let span = jiff::Span::new();
        let span = match self {
            Self::Day => span.try_days(count),
            Self::Week => span.try_weeks(count),
            Self::Month => span.try_months(count),
            Self::Quarter => span.try_months(count.checked_mul(3)?),
            Self::Year => span.try_years(count),
            Self::Decade => span.try_years(count.checked_mul(10)?),
            Self::Century => span.try_years(count.checked_mul(100)?),
        };
        day.checked_add(span.ok()?).ok()
    }
}

impl Period {
    /// The single day.
    pub const fn day(day: Date) -> Self {
        Self { from: day, to: day }
    }

    /// The span from one day to another, in either order.
    pub fn new(one: Date, other: Date) -> Self {
        Self { from: one.min(other), to: one.max(other) }
    }

    /// The days of a month; none where there is no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self { from: first, to: first.last_of_month() })
    }

    /// The days of a year; none before the year -9999 or after 9999.
    pub fn year(year: i16) -> Option<Self> {
        Some(Self { from: Date::new(year, 1, 1).ok()?, to: Date::new(year, 12, 31).ok()? })
    }

    /// The days of a quarter, 1 to 4.
    pub fn quarter(year: i16, quarter: i8) -> Option<Self> {
        let last = quarter.checked_mul(3).filter(|_| (1..=4).contains(&quarter))?;
        Some(Self { from: Self::month(year, last - 2)?.from, to: Self::month(year, last)?.to })
    }

    /// The days of a half year, 1 or 2.
    pub fn half(year: i16, half: i8) -> Option<Self> {
        let last = half.checked_mul(6).filter(|_| (1..=2).contains(&half))?;
        Some(Self { from: Self::month(year, last - 5)?.from, to: Self::month(year, last)?.to })
    }

    /// A number of whole years from `year` on, as in a decade or a century.
    pub fn years(year: i16, count: i16) -> Option<Self> {
        Some(Self { from: Self::year(year)?.from, to: Self::year(year.checked_add(count.max(1) - 1)?)?.to })
    }

    /// The week of a day, Monday to Sunday.
    pub fn week(day: Date) -> Option<Self> {
        let from = day.checked_sub(i32::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
        Some(Self { from, to: from.checked_add(6.days()).ok()? })
    }

    /// The calendar unit that holds a day.
    pub fn around(day: Date, unit: CalendarUnit) -> Option<Self> {
        let (year, month) = (day.year(), day.month());
        match unit {
            CalendarUnit::Day => Some(Self::day(day)),
            CalendarUnit::Week => Self::week(day),
            CalendarUnit::Month => Self::month(year, month),
            CalendarUnit::Quarter => Self::quarter(year, (month + 2) / 3),
            CalendarUnit::Year => Self::year(year),
            CalendarUnit::Decade => Self::years(year - year.rem_euclid(10), 10),
            CalendarUnit::Century => Self::years(year - year.rem_euclid(100), 100),
        }
    }

    /// Whether it is a single day.
    pub fn is_day(self) -> bool {
        self.from == self.to
    }

    /// The number of days, at least 1.
    pub fn days(self) -> i32 {
        self.from.until(self.to).map_or(i32::MAX, |it| it.get_days()).saturating_add(1)
    }

    /// Whether every day of `other` lies inside.
    pub fn contains(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// Whether the two share a day.
    pub fn touches(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// The same span `days` later, or earlier where negative; unchanged at the ends of the calendar.
    #[must_use]
    pub fn shifted(self, days: i32) -> Self {
        let shift = |it: Date| it.checked_add(days.days()).unwrap_or(it);
        Self { from: shift(self.from), to: shift(self.to) }
    }

    /// Reads `2025-02-20`, `2025-02`, `2025`, or a span of two of them, `2025-02-10..2025-02-16`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((from, to)) = text.split_once("..") {
            let (from, to) = (Self::parse_one(from.trim())?, Self::parse_one(to.trim())?);
            return (from.from <= to.to).then_some(Self { from: from.from, to: to.to });
        }
        Self::parse_one(text)
    }

    fn parse_one(text: &str) -> Option<Self> {
        let plain = text.bytes().all(|it| it.is_ascii_digit() || it == b'-');
        let mut parts = text.split('-');
        let year = parts.next().filter(|it| plain && it.len() == 4)?.parse().ok()?;
        let Some(month) = parts.next() else { return Self::year(year) };
        let month = month.parse().ok().filter(|_| month.len() == 2)?;
        let Some(day) = parts.next() else { return Self::month(year, month) };
        let day = day.parse().ok().filter(|_| day.len() == 2 && parts.next().is_none())?;
        Date::new(year, month, day).ok().map(Self::day)
    }
}

impl std::fmt::Display for Period {
    /// As [`Period::parse`] reads it: a whole year or month in short, else a day or two days with `..` between.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_day() {
            write!(out, "{}", self.from)
        } else if Self::year(self.from.year()) == Some(*self) {
            write!(out, "{:04}", self.from.year())
        } else if Self::month(self.from.year(), self.from.month()) == Some(*self) {
            write!(out, "{:04}-{:02}", self.from.year(), self.from.month())
        } else {
            write!(out, "{}..{}", self.from, self.to)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_reads_as_it_is_written() {
        for text in ["2025-02-20", "2025-02", "2025", "2025-02-10..2025-02-16"] {
            assert_eq!(Period::parse(text).map(|it| it.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Period::parse("2025-01..2025-03").map(Period::days), Some(90));
        for text in ["2025-02-30", "25-02-03", "2025-2-3", "soon", "2025-03..2025-01"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }
}
