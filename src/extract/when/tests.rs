//! What is told of when, on sentences of a text of Thursday, 13 March 2025.

use crate::extract::{Period, Setting, read};

/// The statements of a text of Thursday, 13 March 2025, each as when it was said and what it speaks of.
fn check(source: &str, expected: &[(Option<&str>, Option<&str>)]) {
    let setting = Setting { published: Period::parse("2025-03-13"), language: String::new() };
    let read: Vec<_> =
        read(source, &setting).statements.iter().map(|it| (it.said.map(|it| it.to_string()), it.as_of.map(|it| it.to_string()))).collect();
    let expected: Vec<_> = expected.iter().map(|it| (it.0.map(String::from), it.1.map(String::from))).collect();
    assert_eq!(read, expected, "{source}");
}

#[test]
fn the_day_by_the_verb_of_saying_tells_when_it_was_said() {
    check("Holm said on Wednesday that the dam had failed.", &[(Some("2025-03-12"), None)]);
    check("The dam had failed, Holm said Wednesday.", &[(Some("2025-03-12"), None)]);
    check("In January, Holm said that the dam had failed.", &[(Some("2025-01"), None)]);
}

#[test]
fn a_day_inside_of_what_was_said_is_what_it_speaks_of() {
    check("Holm said that the dam failed on Tuesday.", &[(None, Some("2025-03-11"))]);
    check("Holm said on Wednesday that the dam failed on Tuesday.", &[(Some("2025-03-12"), Some("2025-03-11"))]);
}

#[test]
fn later_words_of_the_same_speaker_were_said_on_the_same_day() {
    check(
        "Holm said on Wednesday that the dam had failed. Crews came. Holm said that the road was closed.",
        &[(Some("2025-03-12"), None), (None, None), (Some("2025-03-12"), None)],
    );
}

#[test]
fn a_date_of_another_thing_beside_the_verb_of_saying_does_not_tell_when() {
    check("In response to Tuesday's vote, Holm said that the dam had failed.", &[(None, None)]);
    check("After the vote of May 2024, Holm said that the dam had failed.", &[(None, None)]);
    check("Holm, elected in May 2024, said that the dam had failed.", &[(None, None)]);
    check("In a speech on Tuesday, Holm said that the dam had failed.", &[(Some("2025-03-11"), None)]);
}

#[test]
fn an_older_report_does_not_take_the_day_of_the_one_before() {
    check(
        "Moss said on Wednesday that the dam had failed. Holm had earlier said that the dam was sound.",
        &[(Some("2025-03-12"), None), (None, None)],
    );
}

#[test]
fn a_report_without_a_day_takes_that_of_the_report_before() {
    check(
        "Moss said on Wednesday that the dam had failed. Holm said that the road was closed.",
        &[(Some("2025-03-12"), None), (Some("2025-03-12"), None)],
    );
}

#[test]
fn a_date_of_a_clause_below_is_not_what_a_statement_speaks_of() {
    check("The mayor, who took office in May 2024, closed the port on Tuesday.", &[(None, Some("2025-03-11"))]);
    check("The port handles ships that were built in 1998.", &[(None, None)]);
}

#[test]
fn a_plain_report_speaks_of_its_date() {
    check("The minister visited the port on Wednesday.", &[(None, Some("2025-03-12"))]);
    check("The port lost a crane in 2023; in 2024, it lost 12.", &[(None, Some("2024"))]);
    check("The port was closed from May 2024 to June 2024.", &[(None, Some("2024-05-01..2024-06-30"))]);
    check("The port has been closed since May 2024.", &[(None, Some("2024-05-01..2025-03-13"))]);
}
