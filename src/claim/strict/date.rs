//! Dates that say nothing by themselves: a claim has no day of its own from which "last week" could be counted.

use super::Unread;
use crate::extract::Reading;
use crate::text::{Class, Kind, Span, Text};

/// Words before a part of the calendar that count from somewhere: "last week", "that evening", "the same day".
const POINTING: [&str; 12] =
    ["coming", "current", "following", "last", "latter", "next", "past", "previous", "same", "that", "this", "upcoming"];

/// Words behind a span of time that do so: "two days ago", "a week later".
const COUNTING: [&str; 5] = ["ago", "earlier", "later", "previously", "since"];

/// Days named from where the speaker stands.
const DAYS: [&str; 4] = ["today", "tomorrow", "tonight", "yesterday"];

/// Words before a bare month or season that make it a date.
const OPENING: [&str; 21] = [
    "after", "and", "before", "between", "by", "during", "early", "end", "from", "in", "late", "mid", "of", "on", "since", "the",
    "through", "till", "to", "until", "within",
];

/// Words that make a weekday a name: "Good Friday", "Black Monday".
const NAMING: [&str; 13] =
    ["ash", "black", "bloody", "cyber", "easter", "fat", "good", "holy", "maundy", "palm", "shrove", "super", "whit"];

/// The dates of `text` that could only be counted from another day.
pub(super) fn relative(text: &Text<'_>, reading: &Reading) -> Vec<Unread> {
    let mut unread = Vec::<Unread>::new();
    for at in 0..text.tokens.len() {
        let Some((span, message)) = relative_at(text, reading, at) else { continue };
        if unread.last().is_some_and(|it| it.span.touches(span)) {
            continue;
        }
        let help = "write the date, as in 2025-02-20, 2025-02 or 2025".to_owned();
        unread.push(Unread { code: "relative-date", message, span, help });
    }
    unread
}

fn relative_at(text: &Text<'_>, reading: &Reading, at: usize) -> Option<(Span, String)> {
    let token = text.token(at)?;
    let known = |span: Span| reading.dates.iter().any(|it| it.absolute && it.span.touches(span));
    if token.kind != Kind::Word || known(token.span) {
        return None;
    }
    let word = text.word(at);
    let lower = word.to_lowercase();
    let counted = |first: usize| {
        let span = text.token(first).map_or(token.span, |it| it.span.join(token.span));
        Some((span, format!("`{}` counts from a day that a claim does not have", span.of(text.source))))
    };
    if DAYS.contains(&lower.as_str()) || (COUNTING.contains(&lower.as_str()) && lower != "since" && is_time_before(text, at)) {
        return counted(if DAYS.contains(&lower.as_str()) { at } else { start_of_time(text, at) });
    }
    if token.class.is(Class::CALENDAR_UNIT | Class::SEASON | Class::DEICTIC | Class::MONTH | Class::WEEKDAY)
        && let Some(first) = pointing(text, at)
        && !text.token(first).is_some_and(|it| known(it.span))
    {
        return counted(first);
    }
    if token.class.is(Class::WEEKDAY) && token.capital && is_weekday(text, at, &lower) {
        return counted(at);
    }
    let bare = (token.class.is(Class::MONTH) && token.capital && is_month(text, at, &lower))
        || (token.class.is(Class::SEASON) && text.is(at.wrapping_sub(1), "the") && text.is(at.wrapping_sub(2), "in"));
    bare.then(|| (with_day(text, at), format!("`{word}` has no year")))
}

/// The month at `at` with its day: "6 August", "Aug. 6".
fn with_day(text: &Text<'_>, at: usize) -> Span {
    let number = |index: usize| text.token(index).filter(|it| it.kind == Kind::Number).map(|it| it.span);
    let behind = if text.is(at + 1, ".") { at + 2 } else { at + 1 };
    let around = [at.checked_sub(1).and_then(number), number(behind)];
    around.into_iter().flatten().fold(text.token(at).map_or_else(Span::default, |it| it.span), Span::join)
}

/// The word that points, where one stands before the part of the calendar at `at`, with a number between at most.
fn pointing(text: &Text<'_>, at: usize) -> Option<usize> {
    let is = |index: usize| POINTING.iter().any(|it| text.is(index, it));
    let number = |index: usize| {
        text.token(index)
            .is_some_and(|it| it.kind == Kind::Number || it.class.is(Class::NUMBER_WORD | Class::VAGUE | Class::MONTH | Class::WEEKDAY))
            || ["few", "couple", "several", "of"].iter().any(|it| text.is(index, it))
    };
    let mut index = at.checked_sub(1)?;
    for _ in 0..3 {
        if is(index) {
            return Some(index);
        }
        if !number(index) {
            return None;
        }
        index = index.checked_sub(1)?;
    }
    None
}

/// Whether a span of time stands right before `at`: "two days".
fn is_time_before(text: &Text<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|it| text.class(it).is(Class::CALENDAR_UNIT))
}

/// The first word of the span of time before `at`: "two" of "two days ago".
fn start_of_time(text: &Text<'_>, at: usize) -> usize {
    let unit = at.saturating_sub(1);
    let number = |index: usize| {
        text.token(index).is_some_and(|it| it.kind == Kind::Number || it.class.is(Class::NUMBER_WORD))
            || text.is(index, "a")
            || text.is(index, "an")
    };
    unit.checked_sub(1).filter(|it| number(*it)).unwrap_or(unit)
}

/// Whether the capitalised weekday at `at` is a day, and neither a feast nor a short word that happens to look like one.
fn is_weekday(text: &Text<'_>, at: usize, lower: &str) -> bool {
    let before = |words: &[&str]| at.checked_sub(1).is_some_and(|it| words.iter().any(|word| text.is(it, word)));
    !before(&NAMING) && (lower.ends_with("day") || before(&["by", "on", "since", "till", "until"]))
}

/// Whether the capitalised month at `at` is a month: "March" may be a march, and "August" a forename.
fn is_month(text: &Text<'_>, at: usize, lower: &str) -> bool {
    let opened = at
        .checked_sub(1)
        .is_some_and(|it| OPENING.iter().any(|word| text.is(it, word)) || text.token(it).is_some_and(|it| it.kind == Kind::Number));
    let day = text.token(at + 1).is_some_and(|it| it.kind == Kind::Number);
    let name = text.token(at + 1).is_some_and(|it| it.kind == Kind::Word && it.capital) && !text.is(at.wrapping_sub(1), "in");
    (opened && !name) || day || (!name && at > 0 && lower.len() > 3 && lower != "march" && lower != "sept")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Setting, lexicon, read};

    /// The words of `said` that only another day could date must be those expected.
    fn check(said: &str, expected: &[&str]) {
        let reading = read(said, &Setting::default());
        let found: Vec<_> = relative(&Text::new(said, lexicon()), &reading).into_iter().map(|it| it.span.of(said)).collect();
        assert_eq!(found, expected, "{said}");
    }

    #[test]
    fn what_counts_from_another_day_is_found() {
        check("64% rebuilt last week", &["last week"]);
        check("rebuilt yesterday and reopened today", &["yesterday", "today"]);
        check("closed two days ago", &["two days ago"]);
        check("closed a week later", &["a week later"]);
        check("closed this month", &["this month"]);
        check("closed over the past three weeks", &["past three weeks"]);
        check("reopened the same day", &["same day"]);
        check("closed on Thursday", &["Thursday"]);
        check("closed last Thursday", &["last Thursday"]);
    }

    #[test]
    fn a_month_or_season_without_its_year_is_found() {
        check("closed in January", &["January"]);
        check("closed on 6 August", &["6 August"]);
        check("closed on Aug. 6", &["Aug. 6"]);
        check("closed in May", &["May"]);
        check("closed in the summer", &["summer"]);
        check("closed this spring", &["this spring"]);
    }

    #[test]
    fn a_date_that_stands_for_itself_is_none() {
        for said in [
            "rebuilt on 2025-02-20",
            "closed on Thursday, 20 February 2025",
            "closed since January 2024",
            "closed in the third quarter of 2024",
            "closed between August 2024 and 2025-02-16",
            "closed in the summer of 2024",
        ] {
            check(said, &[]);
        }
    }

    #[test]
    fn words_that_only_look_like_dates_are_none() {
        check("Theresa May will march with the August Wilson choir", &[]);
        check("the Black Friday sales and the Sun fell", &[]);
        check("winter wheat lasts nine months", &[]);
        check("300 ships a day for a week", &[]);
    }
}
