//! True claims beside false siblings that differ in one facet.

use crate::claim::{self, Entity, Verdict, Words};
use crate::corpus::{Corpus, Document};
use crate::extract::{self, Period};

use super::{Outcome, Terms, Verifier};

fn words() -> Words {
    let entity = |name: &str, side: Option<&str>, roles: &[&str]| Entity {
        name: name.to_owned(),
        aliases: Vec::new(),
        side: side.map(str::to_owned),
        roles: roles.iter().map(|it| (*it).to_owned()).collect(),
    };
    Words {
        entities: vec![
            entity("Anna Holm", Some("Norland"), &["the harbour master"]),
            entity("Per Dahl", None, &["the mayor of Lindvik"]),
            entity("Norland", None, &[]),
        ],
        synonyms: vec![vec!["rebuild".to_owned(), "restore".to_owned()], vec!["enter".to_owned(), "break into".to_owned()]],
    }
}

pub(super) fn weigh(text: &str, line: &str, terms: &Terms<'_>) -> Outcome {
    weigh_all(&[("2024-05-16", text)], line, terms)
}

/// Weighs a claim against documents of those days, each of a publisher of its own.
pub(super) fn weigh_all(texts: &[(&str, &str)], line: &str, terms: &Terms<'_>) -> Outcome {
    let document = |(at, (day, text)): (usize, &(&str, &str))| {
        let mut document = Document::from_text(format!("d{at}"), (*text).to_owned(), Period::parse(day));
        document.metadata.publisher = Some(format!("Paper {at}"));
        document
    };
    let corpus = Corpus { documents: texts.iter().enumerate().map(document).collect(), findings: Vec::new() };
    let words = words();
    let claim = claim::parse(line, None, &words).unwrap_or_else(|it| panic!("{line}: {it:?}"));
    Verifier::new(&corpus, &words).weigh(&claim, terms)
}

pub(super) fn check(text: &str, supported: &[&str], not: &[&str]) {
    for line in supported {
        let outcome = weigh(text, line, &Terms::default());
        assert_eq!(outcome.verdict, Verdict::Supported, "{line}\n{:#?}", outcome.evidence);
    }
    for line in not {
        let outcome = weigh(text, line, &Terms::default());
        assert_ne!(outcome.verdict, Verdict::Supported, "{line}\n{:#?}", outcome.evidence);
    }
}

/// Weighs a claim in any wording against a document without a date that is about what it is about.
pub(super) fn weigh_given(text: &str, line: &str) -> Outcome {
    let corpus = Corpus { documents: vec![Document::from_text("d".to_owned(), text.to_owned(), None)], findings: Vec::new() };
    let words = Words::default();
    let claim = claim::Claim {
        line: line.to_owned(),
        speaker: None,
        words: line.to_owned(),
        reading: extract::read(line, &extract::Setting::default()),
        period: None,
        bound: extract::date::Relation::During,
    };
    Verifier::new(&corpus, &words).weigh(&claim, &Terms { about: true, ..Terms::default() })
}

/// As `check`, for claims in any wording, held against a document without a date that is about what they are about.
pub(super) fn check_given(text: &str, supported: &[&str], not: &[&str]) {
    for line in supported {
        let outcome = weigh_given(text, line);
        assert_eq!(outcome.verdict, Verdict::Supported, "{line}\n{:#?}", outcome.evidence);
    }
    for line in not {
        let outcome = weigh_given(text, line);
        assert_ne!(outcome.verdict, Verdict::Supported, "{line}\n{:#?}", outcome.evidence);
    }
}

const HARBOUR: &str = "Anna Holm said on Wednesday that about 64% of the quay in Lindvik had been rebuilt.";

#[test]
fn every_facet_of_a_figure_counts() {
    check(
        HARBOUR,
        &["Holm: about 64% rebuilt", "Holm: 64% of the quay rebuilt on 2024-05-15", "Anna Holm: about 64% of the quay in Lindvik restored"],
        &[
            "Holm: about 46% rebuilt",
            "Dahl: about 64% rebuilt",
            "Holm: about 64% destroyed",
            "Holm: about 64% of the bridge rebuilt",
            "Holm: about 64% of the quay in Marstad rebuilt",
            "Holm: about 64% of the quay rebuilt on 2023-05-15",
            "Holm: more than 64% rebuilt",
        ],
    );
}

#[test]
fn a_figure_that_cannot_be_true_with_the_source_contradicts() {
    assert_eq!(weigh(HARBOUR, "Holm: about 20% of the quay rebuilt", &Terms::default()).verdict, Verdict::Contradicted);
    assert_eq!(weigh(HARBOUR, "Dahl: about 20% of the quay rebuilt", &Terms::default()).verdict, Verdict::NotFound);
}

#[test]
fn a_softer_figure_supports_with_a_note_unless_strict() {
    let outcome = weigh(HARBOUR, "Holm: 64% of the quay rebuilt", &Terms::default());
    assert!(outcome.notes.iter().any(|it| it.starts_with("qualifier")), "{:?}", outcome.notes);
    let strict = Terms { strict: true, ..Terms::default() };
    assert_eq!(weigh(HARBOUR, "Holm: 64% of the quay rebuilt", &strict).verdict, Verdict::NotFound);
}

#[test]
fn who_did_it_to_whom_counts() {
    check(
        "The guards arrested 12 smugglers near Lindvik.",
        &["12 smugglers arrested near Lindvik", "12 smugglers arrested by the guards"],
        &["12 guards arrested near Lindvik", "The smugglers arrested 12 guards"],
    );
}

#[test]
fn each_figure_belongs_to_its_own_doing() {
    check(
        "Dahl said about 30 sailors had died and another 270 had been injured.",
        &["Per Dahl: about 30 sailors died"],
        &["Per Dahl: about 270 sailors died"],
    );
}

#[test]
fn what_is_denied_or_only_expected_supports_nothing() {
    check("The port has not reopened.", &[], &["The port reopened"]);
    check("The mayor ruled out a sale of the port.", &[], &["Sale of the port"]);
    check("The council expects the port to reopen in June 2024.", &[], &["The port reopened in June 2024"]);
    check("The port has reopened.", &["The port reopened"], &["The port has not reopened"]);
}

#[test]
fn units_are_converted_and_the_note_says_so() {
    check(
        "Crews cleared more than 800 square kilometres of forest.",
        &["more than 800 km² of forest cleared", "over 300 square miles of forest cleared"],
        &["more than 800 square miles of forest cleared", "less than 800 km² of forest cleared"],
    );
}

#[test]
fn a_range_keeps_both_its_ends() {
    check("The firm sent 10 to 12 barges.", &["10 to 12 barges sent"], &["10 to 15 barges sent"]);
}

#[test]
fn a_quotation_must_stand_in_the_evidence() {
    let terms = |quote| Terms { quote: Some(quote), ..Terms::default() };
    assert_eq!(weigh(HARBOUR, "Holm: about 64% rebuilt", &terms("the quay in\nLindvik")).verdict, Verdict::Supported);
    assert_eq!(weigh(HARBOUR, "Holm: about 64% rebuilt", &terms("the quay of Lindvik")).verdict, Verdict::NotFound);
}

#[test]
fn one_document_is_one_source() {
    let terms = Terms { min_sources: 2, ..Terms::default() };
    let outcome = weigh(HARBOUR, "Holm: about 64% rebuilt", &terms);
    assert_eq!(outcome.verdict, Verdict::NotFound);
    assert!(outcome.notes.iter().any(|it| it.starts_with("single-source")), "{:?}", outcome.notes);
}

#[test]
fn a_family_name_alone_stands_for_its_bearer_unless_it_has_another_forename() {
    check("Moss sold the ferry in May 2024.", &["Anna Moss sold the ferry"], &["The mayor sold the ferry"]);
    check("Peter Moss sold the ferry in May 2024.", &["Peter Moss sold the ferry"], &["Anna Moss sold the ferry"]);
}

#[test]
fn what_a_series_leaves_out_is_understood() {
    check(
        "Holm said that about 30 Norland sailors had been rescued and another 270 injured.",
        &["Holm: 270 Norland sailors injured"],
        &["Holm: 270 Norland sailors rescued", "Holm: 30 Norland sailors injured"],
    );
    check(
        "Holm said that 43 Norland sailors had been taken hostage.",
        &["Holm: 43 Norland sailors taken hostage"],
        &["Holm: 34 Norland sailors taken hostage"],
    );
}

#[test]
fn a_report_that_is_denied_at_once_is_disputed() {
    let outcome =
        weigh("Norland said that it had rebuilt the quay. The union denies it.", "Norland has rebuilt the quay", &Terms::default());
    assert_eq!(outcome.verdict, Verdict::Disputed, "{:#?}", outcome.evidence);
}

#[test]
fn what_a_kind_of_thing_is_told_to_have_done_holds_of_the_thing() {
    check(
        "Lark is a 1998 river ferry built and fitted out by Holm Yards, with room for 120 cars.",
        &["Lark was built by Holm Yards", "Lark was fitted out by Holm Yards"],
        &["Lark built Holm Yards", "Holm Yards was built by Lark", "Lark was not built by Holm Yards"],
    );
}

#[test]
fn a_rate_is_what_the_sentence_tells_of() {
    check(
        "The yard's net earnings per share rose by 8.2% to $3.14.",
        &["The yard's net earnings per share grew 8.2% to $3.14", "earnings per share rose by 8.2%"],
        &["earnings per share rose by 3.14%", "earnings per share fell by 8.2%"],
    );
}

#[test]
fn what_hangs_on_one_word_is_said_of_one_thing() {
    check(
        "The ferry has a safety rating of 90% and a comfort rating of 80%.",
        &["The ferry has a safety rating of 90%", "The ferry has a comfort rating of 80%"],
        &["The ferry has a safety rating of 80%", "a comfort rating of 90%"],
    );
}

#[test]
fn a_disease_in_capitals_is_no_name() {
    check(
        "Two nurses in Lindvik contracted COVID-19 in May.",
        &["two nurses contracted the coronavirus"],
        &["two nurses contracted measles"],
    );
    check("Two nurses contracted the coronavirus.", &["two nurses contracted COVID-19"], &["two nurses contracted COVID-19 in Lindvik"]);
}

#[test]
fn a_document_handed_over_with_a_claim_is_about_its_subject() {
    let given = Terms { about: true, ..Terms::default() };
    let verdict = |text: &str, line: &str, terms: &Terms<'_>| weigh(text, line, terms).verdict;
    let text = "She was born in Marstad in 1971 and won 14 medals.";
    for line in ["Ida Berg won 14 medals", "Ida Berg won medals"] {
        assert_eq!(verdict(text, line, &given), Verdict::Supported, "{line}");
    }
    for (text, line) in [
        (text, "Ida Berg won 15 medals"),
        (text, "Ida Berg won 14 races"),
        ("He was born in Marstad in 1971 and won 14 medals.", "Ida Berg won 14 medals"),
        ("Ada Lund was born in Marstad, and she won 14 medals.", "Ida Berg won 14 medals"),
        ("Ada Lund swims. She won 14 medals.", "Ida Berg won 14 medals"),
        ("She won 14 medals.", "Ida Berg in Lindvik won 14 medals"),
        ("The coach praised her 14 medals.", "Ida Berg praised 14 medals"),
    ] {
        assert_ne!(verdict(text, line, &given), Verdict::Supported, "{text} {line}");
    }
    // In a corpus that is about many things, nobody knows who "she" is.
    assert_eq!(verdict(text, "Ida Berg won 14 medals", &Terms::default()), Verdict::NotFound);
}

#[test]
fn what_is_done_to_somebody_they_undergo() {
    check(
        "A storm that hit Lindvik on Monday killed 12 people.",
        &["12 people died in Lindvik", "12 people died"],
        &["13 people died", "the storm died", "12 people died in Marstad", "12 people were hurt"],
    );
    check("The gunman killed three sailors in Lindvik.", &["three sailors died"], &["the gunman died", "the gunman died in Lindvik"]);
    check("The yard raised its prices by 5%.", &["prices rose by 5%"], &["the yard rose by 5%", "prices fell by 5%"]);
    check("The firm closed 12 quays.", &["12 quays closed"], &["the firm closed"]);
    check("The film stars Ida Berg.", &["Ida Berg starred in the film."], &["the film starred Ada Lund"]);
}

#[test]
fn two_words_may_be_one_verb() {
    check(
        "Nine crews took part in the race.",
        &["nine crews participated in the race"],
        &["nine crews took the race", "nine crews took the lead"],
    );
    check("The harbour master stepped down in May.", &["the harbour master resigned"], &["the harbour master stepped up"]);
}

#[test]
fn up_and_down_beside_a_figure_are_its_change() {
    let text = "Sales were $3.1 billion, up 5% from a year earlier, and costs were $2 billion, down 3%.";
    check(text, &["sales rose 5%", "costs fell by 3%"], &["sales fell 5%", "sales rose 3%", "costs rose 3%"]);
}

#[test]
fn what_happened_to_people_counts_them() {
    check(
        "Police made 12 arrests.",
        &["12 people were arrested"],
        &["13 people were arrested", "12 people died", "police arrested 13 people"],
    );
    check("The mine employs 400 people.", &["the mine has 400 employees"], &["the mine has 500 employees"]);
    check("Lindvik is a town with 45,000 inhabitants.", &["Lindvik has 45,000 inhabitants"], &["Lindvik has 54,000 inhabitants"]);
}

#[test]
fn more_than_a_round_figure_is_less_than_the_next() {
    check(
        "More than 4,700 sailors went on strike.",
        &["fewer than 4,800 sailors went on strike"],
        &["fewer than 4,700 sailors went on strike", "fewer than 4,750 sailors went on strike", "4,750 sailors went on strike"],
    );
}

#[test]
fn what_somebody_does_who_belongs_to_a_place_the_place_does_not_do() {
    check("The mayor of Lindvik sold 12 ferries.", &["the mayor of Lindvik sold 12 ferries"], &["Lindvik sold 12 ferries"]);
    check("Norland's army took 12 towns.", &["Norland took 12 towns"], &["Lindvik took 12 towns"]);
    check("The book, praised by Ada Lund, sold 40,000 copies.", &["the book sold 40,000 copies"], &["Ada Lund sold 40,000 copies"]);
}

#[test]
fn of_two_words_with_or_neither_is_told() {
    check(
        "Ada Lund is the editor or author of 18 books.",
        &["Ada Lund is the editor or author of 18 books"],
        &["Ada Lund is the author of 18 books"],
    );
}

#[test]
fn guests_of_two_sorts_are_not_of_one() {
    check_given(
        "More than 40 members of the Danish and foreign press came to Lindvik.",
        &["More than 40 members of the Danish and foreign press came to Lindvik."],
        &["More than 40 members from Denmark came to Lindvik."],
    );
}

#[test]
fn a_day_is_not_denied_with_what_happened_on_it() {
    let text = "He had nothing to do with the fire of July 7, which killed 52 sailors and four pilots.";
    let corpus = Corpus { documents: vec![Document::from_text("d".to_owned(), text.to_owned(), None)], findings: Vec::new() };
    let verdict = |line: &str| {
        let reading = extract::read(line, &extract::Setting::default());
        let (line, words) = (line.to_owned(), line.to_owned());
        let claim = claim::Claim { line, words, reading, speaker: None, period: None, bound: extract::date::Relation::During };
        Verifier::new(&corpus, &Words::default()).weigh(&claim, &Terms::default()).verdict
    };
    assert_eq!(verdict("52 sailors were killed on July 7."), Verdict::Supported);
    assert_eq!(verdict("52 sailors were killed on July 8."), Verdict::NotFound);
    assert_eq!(verdict("52 sailors were not killed on July 7."), Verdict::Contradicted);
}

#[test]
fn who_does_a_thing_is_told_by_the_doing() {
    check(
        "Harbour Lights is a 2012 film directed by Ada Lund and produced by Jon Moe.",
        &["Ada Lund is the director of Harbour Lights"],
        &["Jon Moe is the director of Harbour Lights", "Ada Lund is the producer of Harbour Lights"],
    );
    check(
        "The firm's founder, Ada Lund, met the owner of the yard.",
        &["Ada Lund founded the firm"],
        &["Ada Lund founded the yard", "Ada Lund owns the yard", "the firm was founded by the owner of the yard"],
    );
    check("Jon Moe is the son of the founder of the firm.", &[], &["Jon Moe founded the firm"]);
}
