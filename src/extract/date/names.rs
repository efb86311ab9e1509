//! The closed sets of the calendar: months, weekdays, units, small numbers in words.

use std::sync::LazyLock;

use jiff::civil::Weekday;

use crate::extract::period::CalendarUnit;
use crate::text::WordMap;

static MONTHS: LazyLock<WordMap<i8>> = LazyLock::new(|| {
    WordMap::new([
        ("january", 1),
        ("february", 2),
        ("march", 3),
        ("april", 4),
        ("may", 5),
        ("june", 6),
        ("july", 7),
        ("august", 8),
        ("september", 9),
        ("october", 10),
        ("november", 11),
        ("december", 12),
        ("jan", 1),
        ("feb", 2),
        ("mar", 3),
        ("apr", 4),
        ("jun", 6),
        ("jul", 7),
        ("aug", 8),
        ("sep", 9),
        ("sept", 9),
        ("oct", 10),
        ("nov", 11),
        ("dec", 12),
        ("febr", 2),
    ])
});

static WEEKDAYS: LazyLock<WordMap<Weekday>> = LazyLock::new(|| {
    WordMap::new([
        ("monday", Weekday::Monday),
        ("tuesday", Weekday::Tuesday),
        ("wednesday", Weekday::Wednesday),
        ("thursday", Weekday::Thursday),
        ("friday", Weekday::Friday),
        ("saturday", Weekday::Saturday),
        ("sunday", Weekday::Sunday),
        ("mon", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("tues", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("weds", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("thur", Weekday::Thursday),
        ("thurs", Weekday::Thursday),
        ("fri", Weekday::Friday),
        ("sat", Weekday::Saturday),
        ("sun", Weekday::Sunday),
    ])
});

static UNITS: LazyLock<WordMap<CalendarUnit>> = LazyLock::new(|| {
    WordMap::new([
        ("day", CalendarUnit::Day),
        ("days", CalendarUnit::Day),
        ("week", CalendarUnit::Week),
        ("weeks", CalendarUnit::Week),
        ("month", CalendarUnit::Month),
        ("months", CalendarUnit::Month),
        ("quarter", CalendarUnit::Quarter),
        ("quarters", CalendarUnit::Quarter),
        ("year", CalendarUnit::Year),
        ("years", CalendarUnit::Year),
        ("decade", CalendarUnit::Decade),
        ("decades", CalendarUnit::Decade),
        ("century", CalendarUnit::Century),
        ("centuries", CalendarUnit::Century),
        ("yr", CalendarUnit::Year),
        ("yrs", CalendarUnit::Year),
    ])
});

static SMALL: LazyLock<WordMap<i32>> = LazyLock::new(|| {
    WordMap::new([
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
        ("thirteen", 13),
        ("fourteen", 14),
        ("fifteen", 15),
        ("sixteen", 16),
        ("seventeen", 17),
        ("eighteen", 18),
        ("nineteen", 19),
    ])
});

static TENS: LazyLock<WordMap<i32>> = LazyLock::new(|| {
    WordMap::new([
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("eighty", 80),
        ("ninety", 90),
    ])
});

static ORDINALS: LazyLock<WordMap<i32>> = LazyLock::new(|| {
    WordMap::new([
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fourth", 4),
        ("fifth", 5),
        ("sixth", 6),
        ("seventh", 7),
        ("eighth", 8),
        ("ninth", 9),
        ("tenth", 10),
        ("eleventh", 11),
        ("twelfth", 12),
        ("thirteenth", 13),
        ("fourteenth", 14),
        ("fifteenth", 15),
        ("sixteenth", 16),
        ("seventeenth", 17),
        ("eighteenth", 18),
        ("nineteenth", 19),
        ("twentieth", 20),
    ])
});

/// The number of a month, 1 to 12.
pub(super) fn month(word: &str) -> Option<i8> {
    MONTHS.get(word)
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.get(word)
}

pub(super) fn unit(word: &str) -> Option<CalendarUnit> {
    UNITS.get(word)
}

/// One to nineteen.
pub(super) fn small(word: &str) -> Option<i32> {
    SMALL.get(word)
}

/// Twenty to ninety.
pub(super) fn tens(word: &str) -> Option<i32> {
    TENS.get(word)
}

/// First to twentieth.
pub(super) fn ordinal(word: &str) -> Option<i32> {
    ORDINALS.get(word)
}
