//! Which statements are negated, and which are only expected, ordered, hypothetical or doubted.

use proptest::prelude::*;

use crate::extract::{Setting, read};

/// The colours of the quantities of `source`: `+` plain, `-` negated, `?` modal, `-?` both.
fn check(source: &str, expected: &str) {
    let read = read(source, &Setting::default());
    let colours: Vec<_> = read
        .statements
        .iter()
        .filter(|it| it.quantity.is_some())
        .map(|it| match (it.negated, it.modal) {
            (false, false) => "+",
            (true, false) => "-",
            (false, true) => "?",
            (true, true) => "-?",
        })
        .collect();
    assert_eq!(colours.join(" "), expected, "{source}");
}

#[test]
fn an_auxiliary_colours_what_stands_before_and_behind_it() {
    check("Some 40 ships might sink.", "?");
    check("The port may have lost 40 cranes.", "?");
    check("Forty ships had not been sold.", "-");
    check("Neither the 40 ships nor the 20 boats were found.", "- -");
    check("The 40 ships, which are old, will not be sold; 12 were sold before.", "-? +");
}

#[test]
fn an_intention_colours_what_it_governs() {
    check("The town intends to move 180 families, and about 121 had already left.", "? +");
    check("The port plans to buy 40 cranes and has bought 12.", "? +");
    check("They want $3 million but got $1 million.", "? +");
    check("Some 500 ships are expected to come.", "?");
    check("A planned 20 boats and a target of 5% were named.", "? ?");
    check("The bank predicted growth of 3%.", "?");
    check("The city asked for 40 cranes; it got 20.", "? +");
    check("The mayor, who had promised 40 buses, bought 12.", "? +");
}

#[test]
fn a_passive_of_hearsay_is_no_fact() {
    check("Forty ships are said to have sunk.", "?");
    check("Reportedly, 40 ships sank; allegedly, 20 sailors drowned.", "? ?");
    check("There is no evidence that 40 ships sank.", "?");
    check("It is not clear whether 40 ships sank.", "?");
}

#[test]
fn a_condition_colours_all_that_depends_on_it() {
    check("If the dam breaks, 5,000 people will have to leave.", "?");
    check("The deal is worth $3 million if targets are met.", "?");
    check("Had 40 ships sunk, prices would have risen by 5%.", "? ?");
    check("If 40 ships come, rents rise by 5%; they rose by 3% before.", "? ? +");
}

#[test]
fn what_did_not_come_about_is_negated() {
    check("The yard failed to deliver 40 ships.", "-");
    check("They refused to pay $3 million.", "-");
    check("She denied having received $3 million.", "-");
    check("The 12 ships have yet to be found.", "-");
    check("None of the 40 ships sank.", "-");
}

#[test]
fn a_contrast_negates_one_side() {
    check("Prices rose by 5%, not 3%.", "+ -");
    check("The navy did not sink 40 ships but 20.", "- +");
    check("All but two ships were saved.", "-");
    check("The navy sank 40 ships, without losing a single one of its 20.", "+ - -");
}

#[test]
fn words_of_other_senses_colour_nothing() {
    check("Forty ships sank due to the storm.", "+");
    check("The rebels set 40 boats on fire.", "+");
    check("It rose by 5% on 3 May 2024.", "+");
    check("No fewer than 40 ships sank.", "+");
    check("Of the 40 ships that were due to leave, 12 left.", "+ +");
}

#[test]
fn what_came_before_is_settled_whatever_is_to_come() {
    check("Rates will rise by 5% after a rise of 3%.", "? +");
}

#[test]
fn a_question_states_nothing() {
    check("Would 40 ships be enough?", "?");
}

proptest! {
    #[test]
    fn any_sentence_gives_statements_within_it(words in prop::collection::vec(word(), 0..30)) {
        let source = words.concat();
        let read = read(&source, &Setting::default());
        for it in &read.statements {
            prop_assert!(source.get(it.span.range()).is_some());
            prop_assert!(source.get(it.content.range()).is_some() && it.span.contains(it.content));
            prop_assert!(it.quantity.is_none_or(|index| index < read.quantities.len()));
            prop_assert!(it.attribution.is_none_or(|index| index < read.attributions.len()));
        }
    }
}

fn word() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "if", "unless", "not", "no", "never", "but", "and", "or", "which", "that", "who", "will", "may", "May", "to", "of", ",", ";", ":",
        "(", ")", "?", ".", "40", "ships", "sank", "had", "were", "said", "Holm", "\"", "“", "”", "denied", "having", "after", "a", "yet",
        "falsely", "claimed", "expects", "planned", "failed", "should", "\n\n", "é", "'ll", "n't",
    ];
    prop_oneof![8 => prop::sample::select(KNOWN).prop_map(|it| format!("{it} ")), 1 => any::<String>()]
}
