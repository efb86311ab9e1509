//! True claims beside false siblings: what a firm reports of itself, in its own words.

use super::tests::check_given as check;

#[test]
fn a_number_in_a_name_is_no_amount() {
    check(
        "Harbour One reported a loss of $3 million. Fares fell.",
        &["Harbour One reported a loss of $3 million."],
        &["Harbour One reported a loss of $1 million.", "Harbour Two reported a loss of $3 million."],
    );
}

#[test]
fn what_can_be_seen_is_so() {
    check(
        "You can see that our ferry margin was 6 percent in Oslo.",
        &["The ferry margin was 6 percent in Oslo."],
        &["The ferry margin was 9 percent in Oslo.", "The ferry margin was not 6 percent in Oslo."],
    );
    check("Users can report faults at the pier. The crew can rebuild it.", &[], &["Users reported faults at the pier."]);
}

#[test]
fn an_expectation_bears_out_an_expectation_alone() {
    check(
        "We anticipate that ticket sales will be $90 million. The yard was sold.",
        &["The company anticipates that ticket sales will be $90 million."],
        &[
            "Ticket sales were $90 million.",
            "The company had ticket sales of $90 million.",
            "The company anticipates that ticket sales will be $60 million.",
        ],
    );
    check("The firm may want more land.", &[], &["The firm wants more land."]);
    check("The town has a plan for a new bridge.", &[], &["The town has a new bridge."]);
    check(
        "Strong demand for barges lifted orders at the yard.",
        &["Strong demand for barges lifted orders at the yard."],
        &["Weak demand for barges lifted orders at the yard.", "Strong demand for barges cut orders at the yard."],
    );
}

#[test]
fn what_a_firm_reports_of_itself_is_so() {
    check(
        "We had a good spring. Earnings per share were $5.20. Lindvik Lines sold 12 ferries, as we said.",
        &["Lindvik Lines reported earnings per share of $5.20."],
        &[
            "Lindvik Lines reported earnings per share of $5.70.",
            "Lindvik Lines reported losses per share of $5.20.",
            "Norland reported earnings per share of $5.20.",
        ],
    );
    check(
        "We had a good spring. Norland's earnings per share were $5.20. Lindvik Lines sold 12 ferries, as we said.",
        &[],
        &["Lindvik Lines reported earnings per share of $5.20."],
    );
    check(
        "Our freight revenue was $40 million.",
        &["The company reported freight revenue of $40 million."],
        &["The company reported passenger revenue of $40 million.", "The company reported freight costs of $40 million."],
    );
    check("Norland's freight revenue was $40 million. We sold a pier.", &[], &["The company reported freight revenue of $40 million."]);
    check(
        "Freight sales rose 12% in Oslo. We bought a yard.",
        &["The company reported a rise in freight sales in Oslo."],
        &["The company reported a drop in freight sales in Oslo.", "The company saw a fall in freight sales in Oslo."],
    );
}

#[test]
fn a_level_with_a_change_beside_it_is_what_was_reached() {
    check(
        "Consolidated freight sales were $441 million, an increase from $437 million in the prior year.",
        &["Consolidated freight sales increased to $441 million."],
        &[
            "Consolidated freight sales increased to $437 million.",
            "Consolidated freight sales decreased to $441 million.",
            "Consolidated freight sales increased by $441 million.",
        ],
    );
    check(
        "The load factor was 81%, improved from 77% in the prior quarter.",
        &["The load factor improved to 81%."],
        &["The load factor worsened to 81%.", "The load factor improved to 77%."],
    );
    check(
        "Profit rose to $40 million from $31 million a year earlier.",
        &["Profit rose to $40 million."],
        &["Profit rose to $31 million."],
    );
    check(
        "The freight margin was 6 percent, 46 basis points higher than a year ago.",
        &["The freight margin was higher than a year ago."],
        &["The freight margin was lower than a year ago."],
    );
}

#[test]
fn what_stayed_as_it_was_remained_so() {
    check(
        "The allowance for bad loans was unchanged at 1.6%.",
        &["The allowance for bad loans remained unchanged at 1.6%."],
        &["The allowance for bad loans rose to 1.6%.", "The allowance for bad loans remained unchanged at 1.9%."],
    );
}

#[test]
fn a_quarter_without_a_year_is_the_last_one_that_its_document_names_so() {
    check(
        "Fares rose 3% in the third quarter. Third quarter 2020 sales were $4 million. In the third quarter of 2019 they were $3 million.",
        &["Fares rose 3% in the third quarter of 2020."],
        &["Fares rose 3% in the third quarter of 2019.", "Fares rose 3% in the second quarter of 2020."],
    );
}

#[test]
fn a_piece_without_a_verb_is_told_with_the_verb_before_it() {
    check(
        "Fares in Oslo were higher than in the second quarter and the year-ago quarter.",
        &["Fares in Oslo were higher than in the second quarter and the year-ago quarter."],
        &["Fares in Oslo were lower than in the second quarter and the year-ago quarter."],
    );
    check(
        "The board cut the dividend of the ferry line. It raised the bonus of the yard manager.",
        &[],
        &["The board cut the dividend of the ferry line and the bonus of the yard manager."],
    );
    check(
        "Norland Lines reported sales of $5 million and earned $2 million in Oslo. Fares fell.",
        &["Norland Lines reported sales of $5 million and earned $2 million in Oslo."],
        &[
            "Norland Lines reported sales of $2 million and earned $5 million in Oslo.",
            "Norland Lines reported sales of $5 million and lost $2 million in Oslo.",
        ],
    );
}

#[test]
fn what_is_expected_of_a_thing_is_expected() {
    check(
        "We anticipate that the fare will be in the range of $90 to $100.",
        &["The company anticipates a fare in the range of $90 to $100."],
        &["The fare was in the range of $90 to $100.", "The company anticipates a fare in the range of $70 to $80."],
    );
    check(
        "We expect adjusted profit of $4 million in the spring.",
        &["The company expects adjusted profit of $4 million in the spring."],
        &[
            "The company had adjusted profit of $4 million in the spring.",
            "The company expects adjusted losses of $4 million in the spring.",
        ],
    );
}

#[test]
fn a_participle_behind_a_quarter_describes_what_follows() {
    check(
        "Third quarter adjusted fares were $0.34, up 17% from $0.29 in the prior year.",
        &["Adjusted fares increased by 17%.", "Adjusted fares were $0.34 in the third quarter."],
        &["Adjusted fares fell by 17%.", "Adjusted fares increased to $0.29."],
    );
}

#[test]
fn participles_in_a_row_describe_what_follows() {
    check(
        "Our adjusted diluted earnings per share grew 3% to $1.60.",
        &["The company's adjusted diluted earnings per share rose by 3% to $1.60."],
        &["The company's adjusted diluted earnings per share fell by 3% to $1.60."],
    );
    check(
        "We reported quarterly results with adjusted profit from continuing operations of $2.70 a share.",
        &["The company reported quarterly results with adjusted profit of $2.70 a share."],
        &["The company reported quarterly results with adjusted sales of $2.70 a share."],
    );
}
