//! Figures told in one way and claimed in another, beside false siblings that differ in one facet.

use crate::verify::tests::check_given as check;

#[test]
fn a_change_and_a_level_are_told_in_many_ways() {
    check(
        "Good morning. Third-quarter revenue at Holm Ferries was $412 million, up 14% from $361 million a year ago.",
        &[
            "Holm Ferries' third-quarter revenue rose 14% to $412 million from $361 million a year earlier",
            "Holm Ferries's revenue climbed 14% to $412 million in the third quarter from $361 million in the year-ago period",
            "Third-quarter revenue at Holm Ferries was up 14% at $412 million, compared with $361 million a year before",
        ],
        &[
            "Holm Ferries' third-quarter revenue fell 14% to $412 million from $361 million a year earlier",
            "Holm Ferries' third-quarter revenue rose 14% to $412 million from $361 million in the second quarter",
            "Holm Ferries' second-quarter revenue rose 14% to $412 million from $361 million a year earlier",
            "Holm Ferries' third-quarter profit rose 14% to $412 million from $361 million a year earlier",
            "Holm Ferries' third-quarter revenue rose 14% to $361 million from $412 million a year earlier",
        ],
    );
}

#[test]
fn two_levels_tell_which_way_it_went() {
    check(
        "Lindvik Mills had a good second quarter. Core income was $3.27 per share, against $2.60 a year ago.",
        &["Lindvik Mills' second-quarter core income rose to $3.27 per share from $2.60 a year earlier"],
        &[
            "Lindvik Mills' second-quarter core income fell to $3.27 per share from $2.60 a year earlier",
            "Lindvik Mills' second-quarter income rose to $3.27 per share from $2.60 a year earlier",
            "Lindvik Mills' second-quarter core income rose to $3.27 per share from $2.60 in the first quarter",
        ],
    );
}

#[test]
fn a_measure_is_held_by_all_its_words() {
    let text = "Holm Ferries had a fair first quarter. Adjusted earnings were $1.17 per share, up 4%. Net income was $22 million, or $1.09 per \
                diluted share, up 9%. Ticket sales grew 12% to $80 million. Same-route sales rose 3%.";
    check(
        text,
        &[
            "Holm Ferries' adjusted earnings rose 4% to $1.17 per share in the first quarter",
            "First-quarter earnings at Holm Ferries rose 9% to $1.09 per diluted share",
            "The ferry operator's ticket sales climbed 12% to $80 million",
        ],
        &[
            "Holm Ferries' earnings rose 4% to $1.17 per share in the first quarter",
            "Holm Ferries' adjusted earnings rose 9% to $1.09 per share in the first quarter",
            "Holm Ferries' sales climbed 12% to $80 million",
            "Holm Ferries' sales rose 3% in the first quarter",
            "Lindvik Lines' ticket sales climbed 12% to $80 million",
        ],
    );
    check(
        "Holm Ferries had a fair first quarter. On an adjusted basis, which leaves out the fire, margins were 9%.",
        &["Holm Ferries' adjusted margins were 9% in the first quarter"],
        &["Holm Ferries' margins were 9% in the first quarter"],
    );
}

#[test]
fn what_is_foreseen_is_no_figure_yet_and_a_forecast_is_raised_where_it_was_less() {
    let text = "Holm Ferries had a fair first quarter. For the full year, we now expect ticket revenue to grow between 4% and 5%, versus the \
                2% to 4% range that we gave you in January. Turning to costs. We expect fuel costs of $30 million for the full year.";
    check(
        text,
        &[
            "Holm Ferries raised its forecast for full-year growth in ticket revenue to between 4% and 5%",
            "The company now expects full-year growth in ticket revenue of between 4% and 5%",
            "Holm Ferries expects full-year fuel costs of $30 million",
        ],
        &[
            "Holm Ferries lowered its forecast for full-year growth in ticket revenue to between 4% and 5%",
            "Holm Ferries raised its forecast for full-year growth in ticket revenue to between 2% and 4%",
            "Full-year ticket revenue at Holm Ferries grew between 4% and 5%",
            "Holm Ferries' full-year fuel costs were $30 million",
            "Holm Ferries raised its forecast for full-year growth in fuel costs to between 4% and 5%",
        ],
    );
    check(
        "Holm Ferries had a fair first quarter. We're raising full-year revenue to $7.7 billion to $7.8 billion, from $7.5 billion to $7.6 \
         billion, and leaving adjusted earnings at $5.40 to $5.60 a share.",
        &["Holm Ferries raised its full-year revenue forecast but left its adjusted earnings guidance unchanged"],
        &[
            "Holm Ferries lowered its full-year revenue forecast but left its adjusted earnings guidance unchanged",
            "Holm Ferries raised its full-year revenue forecast and raised its adjusted earnings guidance",
        ],
    );
}

#[test]
fn a_sentence_that_begins_with_a_figure_goes_on_with_what_was_spoken_of() {
    let text = "Holm Ferries delivered a good third quarter. Bookings were strong. $121 million, up 12% year over year, and that brought our \
                backlog to a record $340 million.";
    check(
        text,
        &[
            "Holm Ferries' third-quarter bookings rose 12% from a year earlier to $121 million, bringing its backlog to a record $340 million",
            "Bookings at Holm Ferries grew 12% from a year earlier to $121 million, lifting its backlog to an all-time high of $340 million",
        ],
        &[
            "Holm Ferries' third-quarter revenue rose 12% from a year earlier to $121 million",
            "Holm Ferries' third-quarter bookings rose 12% from the second quarter to $121 million",
            "Holm Ferries' backlog rose 12% from a year earlier to $121 million",
        ],
    );
}

#[test]
fn a_reason_is_told_where_its_figure_is_told() {
    let text = "Holm Ferries had a fair first quarter. Free cash flow was $17 million, lower than the $18 million we had a year ago, because \
                we have been buying fuel ahead of the summer. We paid down $25 million of debt.";
    check(
        text,
        &["Holm Ferries' free cash flow fell to $17 million from $18 million because it was buying fuel ahead of the summer"],
        &[
            "Holm Ferries' free cash flow fell to $17 million from $18 million because it paid down $25 million of debt",
            "Holm Ferries' free cash flow rose to $18 million from $17 million because it was buying fuel ahead of the summer",
        ],
    );
}

#[test]
fn what_a_sentence_speaks_of_first_its_figures_are_of() {
    check(
        "Holm Ferries had a fair first quarter. Lindvik Gold, our best ale, sold well; sales reached $74 million, up 31%. In the north, \
         revenue rose 6%.",
        &["Holm Ferries' sales of Lindvik Gold rose 31% to $74 million in the first quarter"],
        &["Holm Ferries' sales rose 31% to $74 million in the first quarter", "Holm Ferries' revenue rose 6% in the first quarter"],
    );
}

#[test]
fn much_is_borne_out_by_a_fifth() {
    check(
        "Holm Ferries had a fair first quarter. Earnings per share were $3.50, up 40% from last year.",
        &["Holm Ferries reported a significant rise in earnings per share of $3.50, up 40% from the previous year"],
        &["Holm Ferries reported a significant drop in earnings per share of $3.50, up 40% from the previous year"],
    );
    check(
        "Holm Ferries had a fair first quarter. Earnings per share were $3.50, up 2% from last year.",
        &["Holm Ferries reported a rise in earnings per share of $3.50, up 2% from the previous year"],
        &["Holm Ferries reported a significant rise in earnings per share of $3.50, up 2% from the previous year"],
    );
}

#[test]
fn what_somebody_does_so_many_of_is_told_in_many_ways() {
    check(
        "Holm Ferries had a fair first quarter. We added 5,200 members, compared with 4,400 last year. We opened 12 piers and bought back \
         $30 million of shares. Sales were $80 million.",
        &[
            "Holm Ferries gained 5,200 members in the first quarter, up from 4,400 a year earlier",
            "Holm Ferries repurchased $30 million of its stock in the first quarter",
        ],
        &[
            "Holm Ferries lost 5,200 members in the first quarter",
            "Holm Ferries gained 5,200 members in the second quarter",
            "Holm Ferries gained 4,400 members in the first quarter, up from 5,200 a year earlier",
            "Holm Ferries closed 12 piers in the first quarter",
            "Holm Ferries sold $30 million of its stock in the first quarter",
        ],
    );
}

#[test]
fn a_loss_narrows_and_turns_into_a_profit() {
    check(
        "Holm Ferries had a fair first quarter. On a GAAP basis we had an operating loss of $12 million, versus a loss of $41 million a \
         year ago. Net income was $5 million, compared with a net loss of $7 million last year.",
        &[
            "Holm Ferries' GAAP operating loss narrowed to $12 million in the first quarter from $41 million a year earlier",
            "Holm Ferries swung to a net profit of $5 million in the first quarter from a net loss of $7 million a year earlier",
        ],
        &[
            "Holm Ferries' GAAP operating loss widened to $12 million in the first quarter from $41 million a year earlier",
            "Holm Ferries' operating loss narrowed to $12 million in the first quarter from $41 million a year earlier",
            "Holm Ferries' net income fell to $5 million in the first quarter from $7 million a year earlier",
        ],
    );
}

#[test]
fn a_level_and_a_change_tell_what_it_was_before() {
    check(
        "Holm Ferries had a fair first quarter. We raised the dividend by two cents to 47 cents. Core income was $1.38 per share, against \
         $1.21 a year ago.",
        &[
            "Holm Ferries raised its dividend to 47 cents from 45 cents",
            "Holm Ferries' first-quarter core income rose 17 cents to $1.38 per share from $1.21 a year earlier",
        ],
        &[
            "Holm Ferries raised its dividend to 47 cents from 46 cents",
            "Holm Ferries' first-quarter core income rose 18 cents to $1.38 per share from $1.21 a year earlier",
        ],
    );
}

#[test]
fn a_reason_may_be_told_by_other_words() {
    check(
        "Holm Ferries had a fair first quarter. Margin was 9%, up 2 points from last year, thanks to lower fuel costs. Ticket sales rose 4% \
         on stronger demand.",
        &["Holm Ferries' margin rose 2 points to 9% in the first quarter, mainly because of lower fuel costs"],
        &[
            "Holm Ferries' margin rose 2 points to 9% in the first quarter, mainly because of stronger demand",
            "Holm Ferries' margin rose 2 points to 9% in the first quarter, mainly because of higher fuel costs",
            "Holm Ferries' ticket sales rose 4% in the first quarter because of lower fuel costs",
        ],
    );
}

#[test]
fn the_time_of_the_report_goes_without_saying() {
    check(
        "Holm Ferries had a fair first quarter. We paused our night line in Lindvik. Sales were $80 million. Turning to the second quarter. \
         We expect a return to profit.",
        &[
            "Holm Ferries' sales were $80 million, and it paused its night line in Lindvik in the first quarter",
            "Holm Ferries' sales were $80 million, and it expects a return to profit in the second quarter",
        ],
        &[
            "Holm Ferries' sales were $80 million, and it paused its night line in Lindvik in the second quarter",
            "Holm Ferries' sales were $80 million, and it expects a return to profit in the third quarter",
            "Holm Ferries' sales were $80 million, and it returned to profit in the second quarter",
        ],
    );
}

#[test]
fn a_headline_leaves_out_its_verbs() {
    check(
        "Holm Ferries had a fair first quarter. Revenue was $80 million, up 4%. For the full year, we expect revenue of $330 million to $340 \
         million.",
        &["Q1 revenue up 4% to $80 million. Sees full-year revenue of $330 million to $340 million."],
        &[
            "Q1 revenue up 4% to $80 million. Sees full-year revenue of $330 million to $350 million.",
            "Q2 revenue up 4% to $80 million. Sees full-year revenue of $330 million to $340 million.",
            "Q1 revenue up 4% to $80 million. Sees Q2 revenue of $330 million to $340 million.",
        ],
    );
}

#[test]
fn a_term_is_told_by_itself_alone() {
    check(
        "Holm Ferries had a fair first quarter. Adjusted earnings were $1.17 per share.",
        &["Holm Ferries' adjusted earnings were $1.17 per share"],
        &["Holm Ferries' modified earnings were $1.17 per share", "Holm Ferries' earnings were $1.17 per share"],
    );
}

#[test]
fn the_year_of_a_report_is_told_by_what_it_is_held_against() {
    check(
        "Holm Ferries had a fair third quarter. Sales for the third quarter were $80 million, up from $70 million in the second quarter of \
         2020. Income was $1.10 per share, compared to a loss of 40 cents in the third quarter of 2019.",
        &[
            "Holm Ferries' sales for the third quarter of 2020 were $80 million",
            "Holm Ferries reported strong third-quarter income of $1.10 per share, compared to a loss last year",
        ],
        &[
            "Holm Ferries' sales for the third quarter of 2019 were $80 million",
            "Holm Ferries' sales for the third quarter of 2021 were $80 million",
            "Holm Ferries reported strong third-quarter income of $1.10 per share, compared to a loss in the second quarter",
            "Holm Ferries reported weak third-quarter income of $1.10 per share, compared to a loss last year",
        ],
    );
}

#[test]
fn a_figure_is_good_where_it_grew_by_a_fifth_or_is_called_so() {
    check(
        "Holm Ferries had a fair first quarter. Sales were $80 million, up 31%. Fuel costs were $9 million, up 40%. Orders were $30 million, \
         up 2%. We had solid free cash flow of $7 million.",
        &["Holm Ferries reported strong sales of $80 million", "Holm Ferries had robust free cash flow of $7 million"],
        &["Holm Ferries had strong orders of $30 million", "Holm Ferries had weak sales of $80 million"],
    );
    check(
        "Holm Ferries had a fair first quarter. Core income was $3.27 per share, against $2.60 a year ago.",
        &["Holm Ferries reported strong core income of $3.27 per share"],
        &["Holm Ferries reported weak core income of $3.27 per share", "Holm Ferries reported strong core income of $2.60 per share"],
    );
}
