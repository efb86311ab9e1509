//! Tests of the rules over their own examples, and of what holds for any text.

use proptest::prelude::*;

use super::*;
use crate::extract::lexicon;

fn setting(published: &str) -> Setting {
    Setting { published: Period::parse(published), language: String::new() }
}

fn read(source: &str, setting: &Setting) -> String {
    let text = Text::new(source, lexicon());
    dates(&text, setting).iter().map(|it| it.period.to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_rule_reads_its_examples_and_ignores_the_others() {
    let setting = setting("2025-03-13");
    let mut wrong = Vec::new();
    for rule in rules() {
        for (source, expected) in rule.reads.iter().copied().chain(rule.ignores.iter().map(|it| (*it, ""))) {
            let read = read(source, &setting);
            if read != expected {
                wrong.push(format!("{}: {source}: {read}, not {expected}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_document_without_a_date_leaves_relative_dates_unread() {
    let undated = Setting::default();
    assert_eq!(read("On Thursday, last week and in May they met.", &undated), "");
    assert_eq!(read("They met on 3 May 2024, and again two days later.", &undated), "2024-05-03 2024-05-05");
}

#[test]
fn a_document_dated_by_its_month_tells_last_month_but_no_weekday() {
    assert_eq!(read("On Thursday and last month", &setting("2025-03")), "2025-02");
    assert_eq!(read("a year ago, next year", &setting("2025")), "2024 2026");
}

#[test]
fn the_language_decides_which_number_is_the_month() {
    let british = Setting { language: "en-GB".into(), ..setting("2025-03-13") };
    assert_eq!(read("on 3/4/2024", &british), "2024-04-03");
    assert_eq!(read("on 3/4/2024", &setting("2025-03-13")), "2024-03-04");
}

fn check_relation(source: &str, expected: Relation) {
    let text = Text::new(source, lexicon());
    let relations: Vec<_> = dates(&text, &setting("2025-03-13")).iter().map(|it| it.relation).collect();
    assert_eq!(relations, [expected], "{source}");
}

#[test]
fn the_preposition_bounds_the_date() {
    check_relation("open since May 2024", Relation::Since);
    check_relation("closed until early May 2024", Relation::Until);
    check_relation("done by Friday", Relation::Until);
    check_relation("done before the end of 2024", Relation::Before);
    check_relation("after 2024", Relation::After);
    check_relation("in 2024", Relation::During);
}

#[test]
fn a_part_of_a_period_lies_within_it() {
    let text = Text::new("in late February 2025", lexicon());
    let read = dates(&text, &Setting::default());
    assert_eq!(read[0].within.to_string(), "2025-02-21..2025-02-28");
}

fn check_dateline(source: &str, expected: Option<&str>) {
    assert_eq!(dateline(source).map(|it| it.to_string()).as_deref(), expected, "{source}");
}

#[test]
fn a_dateline_dates_a_text_where_it_is_the_only_one() {
    check_dateline("Harbour reopens\n\nOSLO, Feb. 20, 2025 -- Ships left.", Some("2025-02-20"));
    check_dateline("Harbour reopens\nFebruary 20, 2025\nShips left.", Some("2025-02-20"));
    check_dateline("Published: 20 February 2025\nShips left.", Some("2025-02-20"));
    check_dateline("Ships left for the north on February 20, 2025.", None);
    check_dateline("February 20, 2025\nFebruary 21, 2025\n", None);
    check_dateline("OSLO, Feb. 20 -- Ships left.", None);
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_within_bounds(words in prop::collection::vec(word(), 0..30)) {
        holds(&words.concat());
    }

    #[test]
    fn any_string_is_read(source in any::<String>()) {
        holds(&source);
    }
}

fn word() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "Monday",
        "May",
        "March",
        "last",
        "next",
        "the",
        "of",
        "year",
        "week",
        "days",
        "ago",
        "later",
        "1990",
        "'s",
        "2024",
        "31",
        "30",
        "th",
        "quarter",
        "third",
        "-",
        "/",
        ".",
        ",",
        "first",
        "half",
        "twenty",
        "nineteen",
        "Christmas",
        "Eve",
        "day",
        "century",
        "99",
        "9999",
        "early",
        "end",
        "before",
        "two",
        "today",
        "\n\n",
        "“",
        "é",
        "12",
        "0",
        "weekend",
        "this",
        "same",
        "that",
        "following",
        "in",
        "fall",
    ];
    prop_oneof![
        8 => prop::sample::select(KNOWN).prop_map(|it| format!("{it} ")),
        2 => prop::sample::select(KNOWN).prop_map(String::from),
        1 => any::<String>()
    ]
}

fn holds(source: &str) {
    let text = Text::new(source, lexicon());
    for setting in [Setting::default(), setting("2025-03-13"), setting("2024"), setting("9999-12-31"), setting("0001-01-01")] {
        let mut end = 0;
        for date in dates(&text, &setting) {
            assert!(source.get(date.span.range()).is_some_and(|it| !it.is_empty()), "{date:?}");
            assert!(date.span.start >= end, "dates do not overlap: {date:?}");
            end = date.span.end;
            assert!(date.period.from <= date.period.to && date.period.contains(date.within), "{date:?}");
        }
    }
    let _ = dateline(source);
}
