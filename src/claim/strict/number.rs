//! Numbers that nobody read.

use super::Unread;
use crate::extract::Reading;
use crate::text::{Class, Kind, Text};

/// The numbers of `text` that are part of no amount, no date and no name.
pub(super) fn numbers(text: &Text<'_>, reading: &Reading) -> Vec<Unread> {
    let mut unread = Vec::<Unread>::new();
    for (at, token) in text.tokens.iter().enumerate() {
        let read = reading.quantities.iter().any(|it| it.span.touches(token.span))
            || reading.dates.iter().any(|it| it.absolute && it.span.touches(token.span));
        let number = match token.kind {
            Kind::Number => !is_name(text, at),
            Kind::Word => is_number_word(text, at),
            Kind::Mark => matches!(text.word(at), "%" | "$" | "€" | "£" | "¥"),
            Kind::Clitic => false,
        };
        if read || !number {
            continue;
        }
        // The parts of one number, as in "10:30", are one finding.
        if let Some(last) = unread.last_mut().filter(|it| token.span.start <= it.span.end + 1) {
            last.span = last.span.join(token.span);
            continue;
        }
        unread.push(Unread { code: "unread-words", message: String::new(), span: token.span, help: HELP.to_owned() });
    }
    for it in &mut unread {
        it.message = format!("no rule reads the number `{}`", it.span.of(text.source));
    }
    unread
}

const HELP: &str = "say what it counts or measures, as in \"3 ships\" or \"3 percent\"; write a date as 2025-02-20";

/// Whether the digits at `at` are part of a name: `F-16`, `COVID-19`, `the 47th`, `Article 5`.
fn is_name(text: &Text<'_>, at: usize) -> bool {
    let glued = |index: usize| text.token(index).is_some_and(|it| it.glued);
    let before = |back: usize| at.checked_sub(back).and_then(|it| text.token(it));
    let hyphenated = glued(at)
        && matches!(text.word(at.wrapping_sub(1)), "-" | "‑")
        && before(1).is_some_and(|it| it.glued)
        && before(2).is_some_and(|it| it.capital);
    let ordinal = glued(at + 1) && ["st", "nd", "rd", "th"].iter().any(|it| text.is(at + 1, it));
    // Only a word inside the line is a name for its capital.
    let titled = before(1).is_some_and(|it| it.kind == Kind::Word && it.capital && at > 1 && !it.class.is(Class::MONTH | Class::WEEKDAY));
    hyphenated || ordinal || titled
}

/// Whether the word at `at` counts: `seven`, `million`, `dozens`; "one" is as often a pronoun, and a part may be an ordinal.
fn is_number_word(text: &Text<'_>, at: usize) -> bool {
    let class = text.class(at);
    let counts = class.is(Class::NUMBER_WORD | Class::SCALE) && !class.is(Class::ORDINAL | Class::FRACTION | Class::CURRENCY | Class::UNIT);
    let capital = at > 0 && text.token(at).is_some_and(|it| it.capital);
    counts && !capital && !text.is(at, "one") && text.word(at).chars().count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Setting, lexicon, read};

    /// The numbers of `said` that nobody reads must be those expected.
    fn check(said: &str, expected: &[&str]) {
        let reading = read(said, &Setting::default());
        let found: Vec<_> = numbers(&Text::new(said, lexicon()), &reading).into_iter().map(|it| it.span.of(said)).collect();
        assert_eq!(found, expected, "{said}");
    }

    #[test]
    fn a_number_that_no_rule_reads_is_found() {
        check("the ferry left at 10:30 on 2025-02-20", &["10:30"]);
        check("the line closed on 2025-02-31", &["02-31"]);
    }

    #[test]
    fn an_amount_a_date_and_a_name_are_read() {
        for said in [
            "64% rebuilt on 2025-02-20",
            "10,000 to 12,000 crew members on strike",
            "about 1,200 ships and three tugs left since 6 August 2024",
            "two F-16 jets of the 47th wing landed",
            "the ships left under Article 5",
            "one of the ports closed, and no one left",
            "$1.2 million was paid",
        ] {
            check(said, &[]);
        }
    }
}
