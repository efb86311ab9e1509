//! True claims beside false siblings: rounding, time, sources, parts.

use super::tests::{check, weigh, weigh_all};
use super::{Terms, Verdict};

#[test]
fn a_later_figure_of_the_same_speaker_supersedes_and_does_not_contradict() {
    let texts = [
        ("2024-05-16", "Norland holds about 500 km² of the moor, Anna Holm said."),
        ("2024-08-01", "Norland holds about 90 km² of the moor, Anna Holm said."),
    ];
    let outcome = weigh_all(&texts, "Holm: about 500 km² of the moor held", &Terms::default());
    assert_eq!(outcome.verdict, Verdict::Supported, "{:#?}", outcome.evidence);
    assert!(outcome.notes.iter().any(|it| it.starts_with("superseded") && it.contains("about 90 km²")), "{:?}", outcome.notes);
    let outcome = weigh_all(&texts, "Holm: about 90 km² of the moor held", &Terms::default());
    assert_eq!((outcome.verdict, outcome.notes.len()), (Verdict::Supported, 0), "{:#?}", outcome.evidence);
    let outcome = weigh_all(&texts, "Holm: about 300 km² of the moor held", &Terms::default());
    assert_eq!(outcome.verdict, Verdict::Contradicted, "{:#?}", outcome.evidence);
}

#[test]
fn sources_that_differ_make_a_dispute_whenever_they_say_so() {
    let texts = [
        ("2024-05-16", "Norland captured more than 1,000 km² of the moor."),
        ("2024-08-01", "Norland captured hundreds of square kilometres of the moor."),
    ];
    let outcome = weigh_all(&texts, "Norland captured more than 1,000 km² of the moor", &Terms::default());
    assert_eq!(outcome.verdict, Verdict::Disputed, "{:#?}", outcome.evidence);
}

#[test]
fn a_total_is_derived_from_parts_that_are_each_on_record() {
    let text = "About 30 sailors drowned in the storm and another 270 were injured. The storm sank 12 ferries and 3 tugs.";
    let outcome = weigh(text, "about 300 sailors drowned or injured", &Terms::default());
    assert_eq!(outcome.verdict, Verdict::Supported, "{:#?}", outcome.evidence);
    assert_eq!(outcome.notes, ["derived: about 30 sailors + 270 sailors = about 300 sailors"]);
    check(
        text,
        &["The storm sank 15 ferries and tugs"],
        &[
            "The storm sank 15 ferries",
            "The storm sank 16 ferries and tugs",
            "The storm sank 15 ferries and barges",
            "about 300 sailors drowned",
        ],
    );
}

#[test]
fn a_change_is_no_level_and_percent_are_no_percentage_points() {
    check(
        "Rents in Lindvik rose by 5% in May 2024.",
        &["Rents in Lindvik rose by 5%"],
        &["Rents in Lindvik rose to 5%", "Rents in Lindvik fell by 5%"],
    );
    check("The rate rose by 2 percentage points.", &["The rate rose by 2 percentage points"], &["The rate rose by 2%"]);
    check("The rate rose to 12%.", &["The rate rose to 12%"], &["The rate rose by 12%"]);
}

#[test]
fn a_speaker_who_may_be_two_people_is_ambiguous() {
    let texts =
        [("2024-05-16", "The ferry sank in the storm, Peter Moss said."), ("2024-05-16", "The ferry sank in the storm, Anna Moss said.")];
    let outcome = weigh_all(&texts, "Moss: the ferry sank in the storm", &Terms::default());
    assert_eq!(outcome.verdict, Verdict::NotFound);
    assert_eq!(outcome.notes, ["ambiguous: “Moss” may be Anna Moss or Peter Moss"]);
    assert_eq!(outcome.evidence.len(), 2, "both are shown: {:#?}", outcome.evidence);
    assert_eq!(weigh_all(&texts, "Anna Moss: the ferry sank in the storm", &Terms::default()).verdict, Verdict::Supported);
}

#[test]
fn all_parts_of_a_claim_stand_in_one_document() {
    let (one, other) = ("The crew of the Lark reached the old harbour on Monday.", "The crew of the Wren rebuilt the long stone quay.");
    let line = "The crew of the Lark reached the old harbour and rebuilt the long stone quay";
    let apart = weigh_all(&[("2024-05-16", one), ("2024-05-16", other)], line, &Terms::default());
    assert_eq!(apart.verdict, Verdict::NotFound, "{:#?}", apart.evidence);
    let text = format!("{one} They rebuilt the long stone quay.");
    assert_eq!(weigh(&text, line, &Terms::default()).verdict, Verdict::Supported);
    let text = format!("{one} Divers rebuilt the long stone quay.");
    assert_eq!(weigh(&text, line, &Terms::default()).verdict, Verdict::NotFound);
}

#[test]
fn who_says_we_is_whom_the_document_is_by() {
    let text = "Sales of Lindvik Ferries rose 3%. Today we reported record profits. We agreed to buy 4 ships of Norland Lines.";
    check(
        text,
        &["Lindvik Ferries reported record profits"],
        &["Norland Lines reported record profits", "Norland Lines agreed to buy 4 ships"],
    );
}

#[test]
fn a_time_agrees_by_when_it_was_said_or_by_what_it_speaks_of() {
    let text = "Anna Holm said on Wednesday that 64% of the quay had been rebuilt by March 2024.";
    let reason = |line: &str| weigh(text, line, &Terms::default()).evidence.remove(0).reasons;
    assert!(reason("Holm: 64% of the quay rebuilt on 2024-05-15").iter().any(|it| it == "said on 2024-05-15"));
    assert!(reason("Holm: 64% of the quay rebuilt by March 2024").iter().any(|it| it.starts_with("speaks of")));
}
