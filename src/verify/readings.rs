//! Readings: turns of phrase that tie words together otherwise than their grammar does.
//!
//! "In the county, 40 cases were recorded" tells what the county recorded, "a rating based on 40 reviews" has 40 reviews behind it,
//! and "a total of 40 ferries" is 40 ferries.

use crate::language::{Clause, Kind, Syntax};
use crate::text::{Class, Text, Token};

use super::dealings;
use super::graph::{Graph, Tie};
use super::standing;

/// Adds the links that such turns of phrase make.
pub(super) fn read(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    for clause in &syntax.clauses {
        record(graph, text, syntax, clause);
        give(graph, syntax, clause);
        earn(graph, syntax, clause);
        located(graph, syntax, clause);
    }
    for clause in &syntax.clauses {
        dealings::aim(graph, syntax, clause);
        dealings::agreed(graph, text, syntax, clause);
        standing::ranked(graph, text, syntax, clause);
        standing::plays(graph, text, syntax, clause);
        standing::runs(graph, text, syntax, clause);
        strikes(graph, text, syntax, clause);
    }
    dealings::mutual(graph, text, syntax);
    included(graph, syntax);
    occurrences(graph, text, syntax);
    harmed(graph, text, syntax);
    meanwhile(graph, text, syntax);
    rest(graph, text, syntax);
    totals(graph, text, syntax);
    hyphened(graph, text, syntax);
}

/// Participles that a hyphen joins to where somebody or something is from.
pub(super) const FROM: [&str; 3] = ["based", "born", "raised"];

/// "A Lindvik-born singer": the singer was born there.
fn hyphened(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    let glued = |at: usize| text.is(at, "-") && text.token(at).is_some_and(|it| it.glued);
    for group in &syntax.groups {
        for at in group.tokens.clone().skip(2) {
            if glued(at - 1) && FROM.iter().any(|it| text.is(at, it)) && at != group.head {
                graph.link(Some(at), Some(group.head), Tie::Patient);
                graph.link(Some(at), Some(at - 2), Tie::Adjunct);
            }
        }
    }
}

/// Verbs that say no more than that something came to be known: where it did, the place may be said to do so.
const RECORDING: [&str; 8] = ["confirm", "count", "document", "log", "record", "register", "report", "see"];

/// "In the county 40 cases were recorded": the county recorded them.
fn record(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax, clause: &Clause) {
    if !clause.passive || clause.agent.is_some() || clause.negated || !RECORDING.contains(&clause.lemma.as_str()) {
        return;
    }
    for place in recorded_in(text, syntax, clause) {
        graph.link(Some(clause.verb), Some(place), Tie::Agent);
    }
}

/// The places in which a clause tells that something came to be known, and no times.
fn recorded_in(text: &Text<'_>, syntax: &Syntax, clause: &Clause) -> Vec<usize> {
    let calendar = Class::MONTH | Class::WEEKDAY | Class::SEASON | Class::CALENDAR_UNIT;
    let led = clause.attachments.iter().filter(|it| matches!(it.preposition.as_str(), "in" | "across" | "throughout"));
    let places = led.filter_map(|it| syntax.groups.get(it.group)).filter(|it| !it.time).map(|it| it.head);
    places.filter(|it| !text.class(*it).is(calendar) && !text.token(*it).is_some_and(Token::has_digits)).collect()
}

/// "The critics gave the film a rating of 40%": the film has the rating.
fn give(graph: &mut Graph, syntax: &Syntax, clause: &Clause) {
    let gives = matches!(clause.lemma.as_str(), "assign" | "award" | "give" | "grant") && !clause.negated && !clause.modal;
    let head = |it: usize| syntax.groups.get(it).map(|it| it.head);
    if let (true, Some(receiver), Some(thing)) = (gives, clause.second, clause.object) {
        graph.link(head(receiver), head(thing), Tie::Has);
    }
}

/// "1,204 cases had been confirmed in Norland, with 37 deaths": Norland had the deaths.
fn strikes(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax, clause: &Clause) {
    if !clause.passive || clause.negated || !RECORDING.contains(&clause.lemma.as_str()) {
        return;
    }
    let with = clause.attachments.iter().filter(|it| it.preposition == "with").flat_map(|it| syntax.members(it.group));
    let heads = with.filter_map(|it| syntax.groups.get(it)).map(|it| it.head);
    let tolls: Vec<usize> =
        heads.filter(|it| matches!(text.word(*it).to_lowercase().as_str(), "deaths" | "fatalities" | "recoveries")).collect();
    if tolls.is_empty() {
        return;
    }
    for place in recorded_in(text, syntax, clause) {
        for toll in &tolls {
            graph.link(Some(place), Some(*toll), Tie::Has);
        }
    }
}

/// "Nine people, including two guards, were hurt": the guards were.
fn included(graph: &mut Graph, syntax: &Syntax) {
    let pairs: Vec<(usize, usize)> = syntax
        .attached()
        .filter(|it| it.1.preposition == "including")
        .filter_map(|(all, some)| Some((syntax.groups.get(all?)?.head, syntax.groups.get(some.group)?.head)))
        .collect();
    for (all, some) in pairs {
        let told = graph.links.iter().filter(|it| it.part == all && matches!(it.tie, Tie::Agent | Tie::Patient));
        for link in told.copied().collect::<Vec<_>>() {
            graph.link(Some(link.head), Some(some), link.tie);
        }
    }
}

/// Nouns of which is told what is told of the thing that they are one of.
const OCCURRENCES: [&str; 9] = ["case", "cases", "epidemic", "outbreak", "outbreaks", "series", "spate", "strain", "wave"];

/// "An outbreak of cholera linked to crab": the outbreak is.
fn occurrences(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    let head = |it: usize| syntax.groups.get(it).map(|it| it.head);
    for (group, attached) in syntax.of.iter().filter(|it| it.1.preposition == "of") {
        let (Some(one), Some(thing)) = (head(*group), head(attached.group)) else { continue };
        if !OCCURRENCES.contains(&text.word(one).to_lowercase().as_str()) {
            continue;
        }
        let told = graph.links.iter().filter(|it| it.part == thing && matches!(it.tie, Tie::Agent | Tie::Patient));
        for link in told.copied().collect::<Vec<_>>() {
            graph.link(Some(link.head), Some(one), link.tie);
        }
    }
}

/// "Two died and 40 fell ill in an outbreak", "the yard was shut and its head arrested after a fire": both did so then.
fn harmed(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    const HARM: [&str; 12] =
        ["collapse", "die", "drown", "fall", "hospitalise", "hospitalize", "hurt", "injure", "kill", "perish", "sicken", "wound"];
    let harms = |it: &Clause| HARM.contains(&it.lemma.as_str()) && !it.negated;
    for pair in syntax.clauses.windows(2) {
        let [one, other] = pair else { continue };
        let joined = (one.verb..other.verb).any(|it| text.is(it, "and")) && one.attachments.is_empty();
        // The second verb has the auxiliary of the first.
        let gapped = one.passive && other.passive && one.verb_tokens.len() > 1 && other.verb_tokens.len() == 1 && !one.negated;
        let both = harms(one) && harms(other);
        if !(joined && (both || gapped)) {
            continue;
        }
        let shared = |it: &str| matches!(it, "after" | "during") || both && it == "in" || gapped && matches!(it, "at" | "following");
        for attached in other.attachments.iter().filter(|it| shared(&it.preposition)) {
            graph.link(Some(one.verb), syntax.groups.get(attached.group).map(|it| it.head), Tie::Adjunct);
        }
    }
}

/// "The quay is located 12 km north of the town": it is so.
fn located(graph: &mut Graph, syntax: &Syntax, clause: &Clause) {
    let head = |it: usize| syntax.groups.get(it).map(|it| it.head);
    if clause.passive && !clause.negated && matches!(clause.lemma.as_str(), "locate" | "situate") {
        graph.link(clause.subject.and_then(head), clause.object.and_then(head), Tie::Equal);
    }
}

/// "Drowned while swimming off Lindvik on Monday": both happened there and then.
fn meanwhile(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    for pair in syntax.clauses.windows(2) {
        let [one, other] = pair else { continue };
        let while_at = other.verb_tokens.start.checked_sub(1).is_some_and(|it| text.is(it, "while"));
        if !while_at || other.kind != Kind::Participle || !one.attachments.is_empty() || one.negated {
            continue;
        }
        let shared = |it: &str| matches!(it, "at" | "in" | "near" | "off" | "on" | "outside");
        for attached in other.attachments.iter().filter(|it| shared(&it.preposition)) {
            graph.link(Some(one.verb), syntax.groups.get(attached.group).map(|it| it.head), Tie::Adjunct);
        }
    }
}

/// Verbs of thanks and praise: what somebody is given them for, that person did.
const PRAISE: [&str; 8] = ["acclaim", "applaud", "award", "celebrate", "honor", "honour", "praise", "thank"];

/// "She was honoured for the design of the bridge": she designed it.
fn earn(graph: &mut Graph, syntax: &Syntax, clause: &Clause) {
    if clause.negated || clause.modal || !PRAISE.contains(&clause.lemma.as_str()) {
        return;
    }
    let head = |it: usize| syntax.groups.get(it).map(|it| it.head);
    let praised = if clause.passive { clause.subject } else { clause.object };
    for deed in clause.attachments.iter().filter(|it| it.preposition == "for") {
        graph.link(head(deed.group), praised.and_then(head), Tie::Agent);
        for (_, done) in syntax.of.iter().filter(|it| it.0 == deed.group && it.1.preposition == "of") {
            graph.link(head(deed.group), head(done.group), Tie::Patient);
        }
    }
}

/// Nouns of a judgement that sums up many.
const JUDGEMENT: [&str; 8] = ["approval", "average", "consensus", "rating", "ratings", "score", "scores", "verdict"];

/// "The film has a rating of 50% based on 40 reviews": the film has the rating and the reviews.
fn rest(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    let word = |at: usize| text.word(at).to_lowercase();
    let based = |at: usize| {
        matches!(word(at).as_str(), "based" | "calculated" | "compiled") && matches!(word(at + 1).as_str(), "on" | "from" | "upon")
    };
    let group_at = |at: usize| syntax.groups.iter().find(|it| it.tokens.contains(&at) || it.tokens.start == at);
    for at in syntax.tokens.clone().filter(|it| based(*it)) {
        let Some(reviews) = group_at(at + 2).map(|it| it.head) else { continue };
        // Of several judgements before it, the sentence rests all on them: "90%, with an average of 8, based on 40 reviews".
        let judged = |it: &usize| JUDGEMENT.contains(&word(*it).as_str());
        for rating in (syntax.tokens.start..at).filter(judged).collect::<Vec<_>>() {
            graph.link(Some(rating), Some(reviews), Tie::Has);
            graph.link(Some(reviews), Some(rating), Tie::Maybe);
            let owners = graph.links.iter().filter(|it| it.tie == Tie::Has && it.part == rating && it.head < at).map(|it| it.head);
            for owner in owners.collect::<Vec<_>>() {
                graph.link(Some(owner), Some(reviews), Tie::Has);
            }
        }
    }
}

/// Nouns that only say that a figure is one.
const TOTALS: [&str; 10] = ["count", "figure", "gross", "maximum", "minimum", "number", "revenue", "sum", "tally", "total"];

/// "A worldwide total of $40 million": what describes the total describes the amount.
fn totals(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    for (group, attached) in syntax.of.iter().filter(|it| it.1.preposition == "of") {
        let head = |it: usize| syntax.groups.get(it).map(|it| it.head);
        let Some(total) = head(*group).filter(|it| TOTALS.contains(&text.word(*it).to_lowercase().as_str())) else { continue };
        let amount =
            syntax.groups.get(attached.group).is_some_and(|it| it.tokens.clone().any(|it| text.token(it).is_some_and(Token::has_digits)));
        if !amount {
            continue;
        }
        graph.link(head(attached.group), Some(total), Tie::Equal);
        // "Made $4 million at home, for a total of $16 million": it made both.
        let sums = |it: &&Clause| it.object.is_some() && it.attachments.iter().any(|it| it.preposition == "for" && it.group == *group);
        for clause in syntax.clauses.iter().filter(sums) {
            graph.link(Some(clause.verb), head(attached.group), Tie::Patient);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn where_something_is_recorded_the_place_records_it() {
        check(
            "As of 28 April, 40 floods and 12 fires have been recorded in Lindvik.",
            &["Lindvik recorded 40 floods", "Lindvik has recorded 12 fires"],
            &["Lindvik recorded 40 fires", "Marstad recorded 40 floods", "Lindvik caused 40 floods"],
        );
        check("40 fires were recorded in Lindvik by Norland.", &["Norland recorded 40 fires"], &["Lindvik recorded 40 fires"]);
    }

    #[test]
    fn a_rating_rests_on_its_reviews() {
        check(
            "The Glass Pier has a rating of 61% based on 84 reviews.",
            &["The Glass Pier has 84 reviews", "The Glass Pier has more than 80 reviews"],
            &["The Glass Pier has 61 reviews", "The Glass Pier has more than 84 reviews", "The Glass Pier has fewer than 84 reviews"],
        );
        check("Norland has a plan based on 84 reports.", &["Norland has a plan"], &["Norland has 84 reports"]);
    }

    #[test]
    fn what_describes_a_total_describes_the_amount() {
        check(
            "The Glass Pier made $4 million at home, for a worldwide total of $16 million.",
            &["The Glass Pier made $16 million worldwide"],
            &["The Glass Pier made $4 million worldwide", "The Glass Pier made $16 million at home"],
        );
    }

    #[test]
    fn what_is_told_of_all_is_told_of_those_among_them() {
        check(
            "Nine people, including two guards, were hurt in a storm.",
            &["Two guards were hurt in a storm", "Nine people were hurt in a storm"],
            &["Nine guards were hurt in a storm", "Nine guards were hurt", "Two sailors were hurt in a storm"],
        );
    }

    #[test]
    fn what_is_told_of_an_illness_is_told_of_its_outbreak() {
        check(
            "Two people have died and 19 others have fallen ill in an outbreak of cholera linked to frozen crab.",
            &["Two people have died in a cholera outbreak linked to frozen crab"],
            &[
                "19 people have died in a cholera outbreak linked to frozen crab",
                "Two people have died in a cholera outbreak linked to cod",
            ],
        );
    }

    #[test]
    fn whom_a_deed_is_praised_for_did_it() {
        check(
            "Anna Holm was honoured for the design of the Lindvik lock.",
            &["Anna Holm designed the Lindvik lock"],
            &["Per Dahl designed the Lindvik lock", "Anna Holm designed the Marstad lock"],
        );
        check("Anna Holm was not honoured for the design of the lock.", &[], &["Anna Holm designed the lock"]);
        check("Anna Holm was sued for the sale of the lock.", &[], &["Anna Holm sold the lock"]);
    }

    #[test]
    fn a_hyphen_tells_where_somebody_was_born() {
        check(
            "Anna Dahl, a Lindvik-born singer, moved to Marstad.",
            &["Anna Dahl was born in Lindvik"],
            &["Anna Dahl was born in Marstad"],
        );
        check(
            "The painter Anna Dahl, born in Lindvik, died in Marstad.",
            &["Lindvik-born painter Anna Dahl died in Marstad"],
            &["Marstad-born painter Anna Dahl died"],
        );
    }

    #[test]
    fn what_one_does_meanwhile_is_done_at_the_same_place() {
        check(
            "A sailor drowned while swimming off Lindvik on Tuesday.",
            &["A sailor drowned off Lindvik"],
            &["A sailor drowned off Marstad"],
        );
    }

    #[test]
    fn two_participles_share_what_follows() {
        check(
            "The mayor was arrested and her deputy dismissed after an inquiry.",
            &["The mayor was arrested after an inquiry", "Her deputy was dismissed after an inquiry"],
            &["The mayor was dismissed after an inquiry"],
        );
    }
}
