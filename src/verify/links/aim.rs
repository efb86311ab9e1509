//! Aims: what the infinitive behind a verb tells is told of that verb alone: who "refused to resign and called for a vote" has not
//! refused to call for one.

use crate::verify::align::Alignment;
use crate::verify::asked::Wanted;
use crate::verify::meaning::Kinship;
use crate::verify::passage::Passage;
use crate::verify::sense::Sense;

/// Why an infinitive of the claim does not depend in the passage on the verb that it depends on in the claim.
pub(super) fn of_another(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<String> {
    let claim = wanted.sense.graph();
    let aims = (0..wanted.sense.words.len()).filter(|it| is_aim(&wanted.sense, *it));
    aims.filter_map(|aim| Some((aim, claim.governor(aim)?))).find_map(|(aim, verb)| {
        let graph = passage.sense.graph();
        let verbs = |at: usize| {
            let answers = alignment.answers[at].iter().filter(|it| graph.is_verb(it.0) && it.1 != Kinship::Converse);
            answers.map(|it| it.0).collect::<Vec<_>>()
        };
        let (aims, heads) = (verbs(aim), verbs(verb));
        if aims.is_empty() || heads.is_empty() {
            return None;
        }
        // Where the passage has no verb for the two to hang on, they may be told in one word.
        let hangs = |it: &usize| {
            heads.contains(it)
                || graph.governors(*it).any(|it| heads.contains(&it))
                || graph.governor(*it).is_none() && !passage.sense.is_past(*it)
        };
        let apart = !aims.iter().any(hangs);
        apart.then(|| format!("“{}” is not what “{}” leads to there", word(wanted, aim), word(wanted, verb)))
    })
}

fn word<'w>(wanted: &'w Wanted<'_>, at: usize) -> &'w str {
    wanted.sense.wording(at, at + 1)
}

/// Whether the verb at `at` is an infinitive with "to".
fn is_aim(sense: &Sense<'_>, at: usize) -> bool {
    at > 0 && sense.graph().is_verb(at) && sense.lower(at - 1) == "to"
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn an_aim_is_that_of_its_own_verb() {
        check(
            "The mayor refused to resign and called for a vote.",
            &["The mayor refused to resign", "The mayor called for a vote"],
            &["The mayor refused to call for a vote"],
        );
        check(
            "The firm agreed to sell the dock and offered to buy the quay.",
            &["The firm agreed to sell the dock", "The firm offered to buy the quay"],
            &["The firm agreed to buy the quay", "The firm offered to sell the dock"],
        );
        check(
            "The firm agreed to sell the dock and buy the quay.",
            &["The firm agreed to buy the quay", "The firm agreed to sell the dock"],
            &["The firm refused to buy the quay"],
        );
    }
}
