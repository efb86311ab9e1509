//! Idioms and news words, each true claim beside false siblings.

use super::tests::check;

#[test]
fn an_idiom_says_what_its_verb_says() {
    check(
        "Police took Karl Moss into custody after the ferry sank.",
        &["Police arrested Karl Moss", "Karl Moss was taken into custody", "Police took Karl Moss into custody"],
        &["Karl Moss arrested police", "Police took Karl Moss", "Police released Karl Moss"],
    );
    check(
        "Police arrested Karl Moss on Monday.",
        &["Police took Karl Moss into custody", "Karl Moss was taken into custody"],
        &["Karl Moss took police into custody", "Police took Anna Moss into custody"],
    );
    check(
        "The council held talks with the yard on Monday.",
        &["The council met the yard", "The council held talks with the yard"],
        &["The council bought the yard", "The council cancelled talks with the yard"],
    );
    check(
        "Karl Moss pleaded guilty to arson.",
        &["Karl Moss pleaded guilty to arson"],
        &["Karl Moss denied arson", "Karl Moss pleaded not guilty to arson", "Karl Moss admitted fraud"],
    );
    check("Karl Moss pleaded not guilty to arson.", &["Karl Moss pleaded not guilty to arson"], &["Karl Moss admitted arson"]);
    check(
        "The court found Karl Moss guilty of arson.",
        &["The court convicted Karl Moss of arson"],
        &["The court acquitted Karl Moss of arson", "Karl Moss convicted the court"],
    );
    check("The court found Karl Moss not guilty.", &["The court acquitted Karl Moss"], &["The court convicted Karl Moss"]);
    check(
        "The mayor made no announcement.",
        &["The mayor did not make an announcement"],
        &["The mayor made an announcement", "The mayor announced it"],
    );
}

#[test]
fn what_is_admitted_is_pleaded_guilty_to() {
    check(
        "Karl Moss admitted arson.",
        &["Karl Moss pleaded guilty to arson"],
        &["Karl Moss pleaded not guilty to arson", "Peter Moss pleaded guilty to arson"],
    );
}

#[test]
fn what_is_launched_against_somebody_is_not_theirs() {
    check(
        "The rebels attacked the garrison.",
        &["The rebels launched an attack on the garrison", "The rebels attacked the garrison"],
        &["The garrison launched an attack on the rebels", "The garrison attacked the rebels"],
    );
    check(
        "The rebels launched an attack on the garrison.",
        &["The rebels attacked the garrison"],
        &["The garrison attacked the rebels", "The garrison launched an attack on the rebels"],
    );
}

#[test]
fn what_happened_brings_what_goes_along_with_it() {
    check(
        "A mine collapsed in Norland on Sunday, killing nine miners.",
        &["A mine collapse killed nine miners"],
        &["A dam collapse killed nine miners", "A mine collapse injured nine miners", "A mine explosion killed nine miners"],
    );
    check(
        "A bridge collapsed near the dam, killing nine workers.",
        &["A bridge collapse killed nine workers"],
        &["A dam collapse killed nine workers"],
    );
    check("A bridge collapsed after a storm killed nine workers.", &[], &["A bridge collapse killed nine workers"]);
}

#[test]
fn what_one_is_called_is_known_in_many_words() {
    check(
        "The cave was known as a meeting place.",
        &["The cave was recognised as a meeting place", "The cave was recognized as a meeting place"],
        &["The cave was rejected as a meeting place", "The cave was known as a burial place"],
    );
}

#[test]
fn news_has_many_words_for_one_thing() {
    check(
        "The ministry quashed the ban, and the yard resumed deliveries.",
        &["The ministry overturned the ban", "The yard restarted deliveries"],
        &["The ministry upheld the ban", "The yard suspended deliveries", "The yard overturned the ban"],
    );
    check(
        "A blaze gutted the warehouse on the quay.",
        &["A fire ravaged the warehouse"],
        &["A flood ravaged the warehouse", "A fire ravaged the ferry", "A fire spared the warehouse"],
    );
    check("The club trounced its rivals.", &["The club beat its rivals"], &["The club lost to its rivals", "Its rivals beat the club"]);
    check("The club beat its rivals.", &["The club defeated its rivals"], &["The club trounced its rivals"]);
    check("Two soldiers were injured.", &["Two soldiers were wounded"], &["Two officers were injured", "Two soldiers were killed"]);
}
