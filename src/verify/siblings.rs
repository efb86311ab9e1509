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

#[test]
fn a_verb_that_lends_its_tense_to_a_change_says_no_more_than_the_change() {
    check(
        "Ticket sales of the ferry declined in May 2024, and wages rose.",
        &["The ferry saw a decline in ticket sales", "The ferry has experienced a drop in ticket sales in May 2024"],
        &["The ferry saw a decline in wages", "The ferry saw a rise in ticket sales", "The bridge saw a decline in ticket sales"],
    );
}

#[test]
fn the_ends_of_an_estimate_are_told_in_many_ways() {
    check(
        "The yard expects costs of between 40 and 60 million euros.",
        &["The yard expects costs in the range of 40 million to 60 million euros"],
        &["The yard expects costs in the range of 40 million to 50 million euros"],
    );
}

#[test]
fn what_a_prefix_denies_is_not_said() {
    check(
        "The council passed a non-binding motion.",
        &["The council passed a non-binding motion"],
        &["The council passed a binding motion"],
    );
    check("The council passed a binding motion.", &["The council passed a binding motion"], &["The council passed a non-binding motion"]);
}

#[test]
fn each_time_belongs_to_its_own_doing() {
    check(
        "The Lark sank near Marstad in April 2024, and the port of Lindvik reopened in June 2024.",
        &["The Lark sank near Marstad in April 2024", "The port of Lindvik reopened in June 2024"],
        &["The Lark sank near Marstad in June 2024", "The port of Lindvik reopened in April 2024"],
    );
}

#[test]
fn a_time_that_something_is_compared_with_is_not_when_it_was() {
    check(
        "Ticket sales fell 12% in May 2024 from May 2023.",
        &["Ticket sales fell 12% in May 2024"],
        &["Ticket sales fell 12% in May 2023", "Ticket sales fell 12% compared with May 2024"],
    );
}

#[test]
fn what_is_the_documents_own_is_named_by_what_it_was_called_before() {
    let text = "The exchange closed in May 2024. Nobody has paid its customers 40 million euros since.";
    check(
        text,
        &["Nobody has paid the exchange's customers 40 million euros"],
        &["Nobody has paid the clinic's customers 40 million euros"],
    );
}

#[test]
fn what_happened_without_something_still_happened() {
    check(
        "Norland crossed the border without warning and captured 12 villages.",
        &["Norland crossed the border without warning", "Norland captured 12 villages"],
        &["Norland crossed the border with warning"],
    );
}

#[test]
fn copies_of_a_wire_story_are_one_source_and_the_report_says_so() {
    let two = Terms { min_sources: 2, ..Terms::default() };
    let copies = [
        ("2024-05-16", "LINDVIK (AFP) — The ferry sank in the storm, and 40 people were rescued."),
        ("2024-05-17", "By AFP. In the storm the ferry sank. The crew of a tug rescued 40 people."),
    ];
    let outcome = weigh_all(&copies, "The ferry sank in the storm", &two);
    assert_eq!(outcome.verdict, Verdict::NotFound);
    assert_eq!(outcome.notes, ["single-source: 1 independent, of 2 asked", "single-source: d1 counts once with d0: both credit AFP"]);
    let other = ("2024-05-17", "The ferry sank in the storm, the harbour master said.");
    let outcome = weigh_all(&[copies[0], copies[1], other], "The ferry sank in the storm", &two);
    assert_eq!(outcome.verdict, Verdict::Supported);
    assert_eq!(outcome.notes, ["single-source: d1 counts once with d0: both credit AFP"]);
}

#[test]
fn what_a_claim_only_refers_to_is_nothing_else() {
    check("It lost 40 million euros in May 2024.", &["The bank lost 40 million euros"], &[]);
    check("The school lost 40 million euros in May 2024.", &[], &["The bank lost 40 million euros"]);
}

#[test]
fn a_figure_that_counts_more_than_the_claim_names_does_not_support_it() {
    check(
        "Anna Holm had earlier spoken of 4,000 sailors killed and wounded. The storm sank 40 barges and tugs.",
        &["4,000 sailors killed and wounded", "The storm sank 40 barges and tugs"],
        &["4,000 sailors killed", "4,000 sailors wounded", "The storm sank 40 barges", "The storm sank 40 tugs"],
    );
    check("The yard built and sold 40 barges.", &["The yard sold 40 barges"], &["The yard rented 40 barges"]);
}

#[test]
fn its_owner_is_the_subject_of_the_sentence_before() {
    check(
        "Marstad was taken. Norland denies the report. Its General Staff rejected the claim in April 2024, and so did Marstad's mayor.",
        &["Norland's General Staff rejected the claim in April 2024"],
        &["Marstad's General Staff rejected the claim in April 2024", "Norland's mayor rejected the claim in April 2024"],
    );
}

#[test]
fn both_ends_of_an_amount_belong_to_one_thing() {
    check(
        "Between 40 and 50 Norland ships had arrived in Lindvik by the autumn.",
        &["between 40 and 50 Norland ships in Lindvik", "at most 60 Norland ships arrived in Lindvik"],
        &["between 40 and 50 Norland ships in Marstad", "between 40 and 60 Norland ships in Lindvik"],
    );
}

#[test]
fn one_of_two_is_not_said_to_be_it() {
    check("Ida Berg is the editor or author of 18 books.", &[], &["Ida Berg is the author of 18 books"]);
    check("Ida Berg is the editor and author of 18 books.", &["Ida Berg is the author of 18 books"], &[]);
}

#[test]
fn a_declared_synonym_may_be_a_phrase() {
    check(
        "Seasoned crews broke into the harbour of Lindvik in May 2024.",
        &["Crews entered the harbour of Lindvik"],
        &["Crews left the harbour of Lindvik", "The harbour entered the crews"],
    );
    check("Crews entered the harbour of Lindvik.", &["Crews broke into the harbour of Lindvik"], &["Crews broke the harbour of Lindvik"]);
}

#[test]
fn of_two_who_may_be_meant_neither_is_taken() {
    let text = "The Norland army fought the Sudmark army at the ford. They lost 300 tanks.";
    check(text, &["300 tanks were lost"], &["The Norland army lost 300 tanks", "The Sudmark army lost 300 tanks"]);
    let text = "Anna Holm met Petra Lund on the quay. She signed the lease for the dock.";
    check(text, &["The lease for the dock was signed"], &["Anna Holm signed the lease", "Petra Lund signed the lease"]);
    let text = "Norland took the Brell region, and Sudmark took the Tarn region. Its troops seized 28 villages there.";
    check(text, &["28 villages seized"], &["28 villages seized in Brell", "28 villages seized in Tarn"]);
    let text = "Norland took the Brell region in May. The region covers 900 km².";
    check(text, &["The Brell region covers 900 km²"], &["The Tarn region covers 900 km²"]);
    let text =
        "Norland fights in the Brell region. Its army left the Tarn region. It returned to the Brell region. The region covers 900 km².";
    check(text, &["The Brell region covers 900 km²"], &["The Tarn region covers 900 km²"]);
}

#[test]
fn what_the_sentence_before_lends_is_shown_as_taken_from_there() {
    let reasons =
        weigh("Norland took the Brell region in May. The region covers 900 km².", "The Brell region covers 900 km²", &Terms::default())
            .evidence
            .remove(0)
            .reasons;
    assert!(reasons.iter().any(|it| it == "“Brell” is taken from the sentence before"), "{reasons:?}");
}

#[test]
fn whose_things_another_figure_counts_is_not_whose_these_are() {
    check(
        "About 600 Norland sailors crossed the sound, while 9,000 sailors hired by Sudmark guarded the locks.",
        &["About 600 Norland sailors crossed the sound", "9,000 sailors guarded the locks"],
        &["9,000 Norland sailors guarded the locks", "600 Sudmark sailors crossed the sound"],
    );
}

#[test]
fn a_family_name_that_two_bear_in_one_document_names_neither_of_them() {
    let text = "Karl Moss opened the lock. Peter Moss closed the dock. Moss said that 12 barges sank.";
    check(text, &["12 barges sank"], &["Karl Moss: 12 barges sank", "Peter Moss: 12 barges sank"]);
    let text = "Peter Moss closed the dock. Moss said that 12 barges sank.";
    check(text, &["Peter Moss: 12 barges sank"], &["Karl Moss: 12 barges sank"]);
}

#[test]
fn a_government_speaks_by_its_capital_and_its_ministries() {
    let text = "Oslo said that 40 trawlers had been turned back.";
    check(
        text,
        &["Norway: 40 trawlers turned back", "The Norwegian government: 40 trawlers turned back", "Oslo: 40 trawlers turned back"],
        &["Sweden: 40 trawlers turned back", "Stockholm: 40 trawlers turned back", "The Swedish government: 40 trawlers turned back"],
    );
    let text = "A spokesperson for the Norwegian fisheries ministry said that 40 trawlers had been turned back.";
    check(
        text,
        &["Norwegian fisheries ministry: 40 trawlers turned back", "Norway: 40 trawlers turned back"],
        &["Swedish fisheries ministry: 40 trawlers turned back", "Norwegian defence ministry: 40 trawlers turned back"],
    );
}

#[test]
fn what_is_asked_or_hangs_on_something_else_is_not_foretold() {
    check("Will the old lock close?", &[], &["The old lock will close", "The old lock closed"]);
    check("The old lock will close.", &["The old lock will close"], &["Will the old lock close?", "The old lock closed"]);
    check("If rain comes, the dam will break.", &[], &["The dam will break", "The dam broke"]);
    check(
        "Anna Holm doubts that the mine will open.",
        &["Holm doubts that the mine will open"],
        &["The mine will open", "The mine opened"],
    );
}

#[test]
fn who_was_among_others_was_not_alone() {
    check("Norland signed the pact.", &["Norland signed the pact"], &["Only Norland signed the pact", "Norland alone signed the pact"]);
    check(
        "Norland was the only country to sign the pact.",
        &["Norland was the only country to sign the pact"],
        &["Norland was the first country to sign the pact"],
    );
    check(
        "Anna Holm was the first woman to lead the guild.",
        &["Holm was the first woman to lead the guild"],
        &["Holm was the only woman to lead the guild", "Holm was the last woman to lead the guild"],
    );
}

#[test]
fn what_almost_or_never_came_about_did_not() {
    check("The Lark almost sank.", &["The Lark almost sank"], &["The Lark sank"]);
    check("The Lark sank.", &["The Lark sank"], &["The Lark almost sank", "The Lark never sank"]);
    check("The crew failed to reach the quay.", &["The crew did not reach the quay"], &["The crew reached the quay"]);
    check("The crew reached the quay.", &["The crew reached the quay"], &["The crew failed to reach the quay"]);
    check("The mayor ordered the divers to leave.", &["The mayor ordered the divers to leave"], &["The divers left"]);
}
