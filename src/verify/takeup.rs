//! Taking up: a definite noun that stands for the name of which its sentence tells: "Holm Lines will buy a dock, the ferry operator
//! said".

use super::graph::{Graph, Tie};
use crate::language::{Clause, Group, Part, Relation, Syntax, Tag, lemma, name, names_state, relation};
use crate::text::Text;

/// Nouns of those who do business, which a report on one of them says of it behind its name.
const FIRMS: [&str; 30] = [
    "agency",
    "airline",
    "automaker",
    "bank",
    "brewer",
    "broadcaster",
    "carmaker",
    "carrier",
    "chain",
    "charity",
    "club",
    "company",
    "developer",
    "drugmaker",
    "exchange",
    "firm",
    "grocer",
    "group",
    "insurer",
    "lender",
    "maker",
    "manufacturer",
    "operator",
    "producer",
    "publisher",
    "retailer",
    "startup",
    "supplier",
    "union",
    "utility",
];

/// Lets the noun that tells who said so stand for the one name that the sentence is about.
pub(super) fn read(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    for said in syntax.clauses.iter().filter(|it| matches!(it.lemma.as_str(), "add" | "announce" | "report" | "say" | "state")) {
        let Some(noun) = said.subject.and_then(|it| syntax.groups.get(it)).filter(|it| takes_up(text, it)) else { continue };
        let Some(name) = told_of(text, syntax, said).filter(|it| *it < noun.tokens.start) else { continue };
        graph.link(Some(noun.head), Some(name), Tie::Equal);
        graph.link(Some(name), Some(noun.head), Tie::Equal);
    }
}

/// Whether a group says "the" of a firm.
fn takes_up(text: &Text<'_>, group: &Group) -> bool {
    let word = text.word(group.head).to_lowercase();
    let noun = lemma(&word, Part::Noun);
    let firm = || FIRMS.contains(&&*noun) || matches!(relation(&noun, "company"), Relation::Narrower(_) | Relation::Synonym(_));
    text.is(group.tokens.start, "the") && group.head + 1 == group.tokens.end && firm()
}

/// The name that the sentence tells of before it tells who said so; none where it tells of two.
fn told_of(text: &Text<'_>, syntax: &Syntax, said: &Clause) -> Option<usize> {
    let before = syntax.clauses.iter().filter(|it| it.verb < said.verb && it.subject != said.subject);
    let subjects = before.filter_map(|it| syntax.groups.get(it.subject?));
    let mut names = subjects.filter_map(|it| firm(text, syntax, it));
    let first = names.next()?;
    names.all(|it| it == first).then_some(first)
}

/// The token that names the firm of which a group tells: of "Norline", and of "Norline shares".
fn firm(text: &Text<'_>, syntax: &Syntax, group: &Group) -> Option<usize> {
    let traded = ["share", "shares", "stock"].iter().any(|it| text.is(group.head, it));
    let owner = || {
        let name = group.tokens.clone().rev().skip(1).find(|it| syntax.tag(*it) == Tag::Name);
        let owned = group.possessor.and_then(|it| syntax.groups.get(it)).map(|it| it.head);
        let mut led = syntax.attached().filter(|it| matches!(it.1.preposition.as_str(), "in" | "of"));
        let led = led.find(|it| it.0.is_some_and(|it| syntax.groups[it].head == group.head)).map(|it| syntax.groups[it.1.group].head);
        name.or(owned).or(led).filter(|it| syntax.tag(*it) == Tag::Name)
    };
    if traded { owner() } else { Some(group.head).filter(|_| names_firm(text, syntax, group)) }
}

/// Whether a group is a name, and neither a person's nor a land's.
fn names_firm(text: &Text<'_>, syntax: &Syntax, group: &Group) -> bool {
    let word = text.word(group.head).to_lowercase();
    let person = group.tokens.clone().any(|it| name::sex(text.word(it)).is_some());
    syntax.tag(group.head) == Tag::Name && !person && !names_state(&word)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn who_said_so_is_the_firm_that_is_told_of() {
        check(
            "Nordline will stop sailing on Mondays, the Danish operator said on Wednesday.",
            &["Nordline said on Wednesday it will stop sailing on Mondays", "The Danish operator Nordline will stop sailing on Mondays"],
            &[
                "Holm Lines said on Wednesday it will stop sailing on Mondays",
                "The Norwegian operator Nordline will stop sailing on Mondays",
            ],
        );
        check(
            "Norline shares fell 6% on Monday after the ferry company said profit would be lower.",
            &["Norline said profit would be lower"],
            &["Holm Lines said profit would be lower"],
        );
        check(
            "Shares in Norline fell 6% on Monday after the ferry company said profit would be lower.",
            &["Norline said profit would be lower"],
            &["Holm Lines said profit would be lower"],
        );
        check(
            "Norway will close the port, the firm said.",
            &["The firm said Norway will close the port"],
            &["Norway said it will close the port"],
        );
        check(
            "Nordline will close the port and Holm Lines will buy it, the firm said.",
            &[],
            &["Nordline said it will close the port", "Holm Lines said it will buy the port"],
        );
    }
}
