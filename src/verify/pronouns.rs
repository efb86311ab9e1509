//! Pronouns whose noun stands in the same sentence: "the book was turned down before it was sold" tells of the book twice.
//!
//! Only the subject of the clause around is taken, and only where nothing else before the pronoun could be meant.

use super::graph::{Graph, Tie};
use crate::language::{Attachment, Group, Kind, Syntax, Tag, name};
use crate::text::{Class, Text};

/// Lets the pronouns of a sentence stand for what they plainly stand for.
pub(super) fn read(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    for clause in syntax.clauses.iter().filter(|it| matches!(it.kind, Kind::Content | Kind::Subordinate)) {
        let Some(pronoun) = clause.subject.and_then(|it| syntax.groups.get(it)) else { continue };
        let word = text.word(pronoun.head).to_lowercase();
        if !matches!(word.as_str(), "it" | "he" | "she" | "they") || pronoun.tokens.len() > 1 {
            continue;
        }
        let around = clause.governor.and_then(|it| syntax.clauses.get(it)).and_then(|it| it.subject);
        let Some(meant) = around.filter(|it| before(syntax, *it, pronoun)) else { continue };
        let fits = |it: usize| syntax.groups.get(it).is_some_and(|it| fits(text, syntax, it, &word));
        let rival = |it: usize| it != meant && before(syntax, it, pronoun) && !stands_by(text, syntax, it) && fits(it);
        if fits(meant) && !(0..syntax.groups.len()).any(rival) {
            let heads: Vec<usize> = syntax.members(meant).filter_map(|it| syntax.groups.get(it)).map(|it| it.head).collect();
            for it in heads {
                graph.link(Some(pronoun.head), Some(it), Tie::Equal);
            }
        }
    }
}

fn before(syntax: &Syntax, group: usize, pronoun: &Group) -> bool {
    syntax.groups.get(group).is_some_and(|it| it.tokens.end <= pronoun.tokens.start)
}

/// Whether the pronoun may stand for the group.
fn fits(text: &Text<'_>, syntax: &Syntax, group: &Group, pronoun: &str) -> bool {
    let tag = syntax.tag(group.head);
    if group.time || !(tag.is_noun()) {
        // Another pronoun of the same kind stands for somebody too.
        return tag == Tag::Pronoun && text.word(group.head).eq_ignore_ascii_case(pronoun);
    }
    let joined =
        syntax.groups.iter().any(|it| it.coordinate.is_some_and(|it| syntax.groups.get(it).is_some_and(|it| it.head == group.head)));
    let sex = group.tokens.clone().find_map(|it| name::sex(text.word(it)).filter(|_| syntax.tag(it) == Tag::Name));
    let role = text.class(group.head).is(Class::ROLE | Class::TITLE);
    let many = joined || tag == Tag::Plural;
    match pronoun {
        "they" => many,
        "he" => !many && (sex == Some(name::Sex::Male) || sex.is_none() && (role || tag == Tag::Name)),
        "she" => !many && (sex == Some(name::Sex::Female) || sex.is_none() && (role || tag == Tag::Name)),
        _ => !many && sex.is_none() && !role,
    }
}

/// Whether the group only tells where or when: "in Lindvik".
fn stands_by(text: &Text<'_>, syntax: &Syntax, group: usize) -> bool {
    const WHERE: [&str; 14] =
        ["across", "around", "at", "beside", "during", "in", "inside", "near", "off", "on", "outside", "throughout", "under", "within"];
    let leads = |it: &&Attachment| it.group == group;
    let attached = syntax.clauses.iter().flat_map(|it| &it.attachments).find(leads);
    attached.is_some_and(|it| WHERE.contains(&text.word(it.token).to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn what_a_pronoun_plainly_stands_for_does_what_it_does() {
        check(
            "The barge was turned down by 14 yards before it was bought by Holm Lines.",
            &["Holm Lines bought the barge", "The barge was bought by Holm Lines"],
            &["The yards were bought by Holm Lines", "Holm Lines bought 14 yards"],
        );
        check(
            "The barge hit a ferry before it sank off Marstad.",
            &["The barge hit a ferry"],
            &["The barge sank off Marstad", "The ferry sank off Marstad"],
        );
        check(
            "The Lindvik Council announced that it will open its quay to all ships.",
            &["The Lindvik Council will open its quay to all ships"],
            &["The Marstad Council will open its quay to all ships"],
        );
    }

    #[test]
    fn a_subject_keeps_its_verb_behind_what_is_set_off() {
        check(
            "Storm Hilda, which weakened before it crossed into Sudmark on Monday, had already destroyed 43 houses.",
            &["Storm Hilda destroyed 43 houses"],
            &["Sudmark destroyed 43 houses", "Storm Anna destroyed 43 houses"],
        );
        check(
            "Storm Hilda, which weakened before Storm Anna crossed into Sudmark, destroyed 43 houses.",
            &["Storm Hilda destroyed 43 houses"],
            &["Storm Anna destroyed 43 houses"],
        );
        check(
            "Karl Moss, whose father built the yard, sold 14 ferries.",
            &["Karl Moss sold 14 ferries"],
            &["Karl Moss built the yard", "The father sold 14 ferries"],
        );
        check(
            "The founder of the yard, Karl Moss, was arrested on Monday.",
            &["Karl Moss was arrested", "The founder of the yard was arrested"],
            &["Anna Dahl was arrested"],
        );
    }
}
