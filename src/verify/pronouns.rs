//! Pronouns whose noun stands in the same sentence: "the book was turned down before it was sold" tells of the book twice.
//!
//! Only the subject of the clause around is taken, and only where nothing else before the pronoun could be meant.

use super::graph::{Graph, Tie};
use crate::language::{Attachment, Clause, Group, Kind, Part, Relation, Syntax, Tag, lemma, name, names_state, relation};
use crate::text::{Class, Text};

/// Lets the pronouns of a sentence stand for what they plainly stand for.
pub(super) fn read(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    owners(graph, text, syntax);
    objects(graph, text, syntax);
    ahead(graph, text, syntax);
    for clause in syntax.clauses.iter().filter(|it| matches!(it.kind, Kind::Content | Kind::Subordinate | Kind::Main)) {
        let Some(pronoun) = clause.subject.and_then(|it| syntax.groups.get(it)) else { continue };
        let word = text.word(pronoun.head).to_lowercase();
        if !matches!(word.as_str(), "it" | "he" | "she" | "they") || pronoun.tokens.len() > 1 {
            continue;
        }
        let around = if clause.kind == Kind::Main { told_before(syntax, clause) } else { governed(syntax, clause) };
        let fits = |it: usize| syntax.groups.get(it).is_some_and(|it| fits(text, syntax, it, &word));
        // "People were taken off the ferry after it hit a rock": what the clause around is told of may be many.
        let around = around.filter(|it| fits(*it)).or_else(|| only(text, syntax, pronoun, &word, &[]));
        let Some(meant) = around.filter(|it| before(syntax, *it, pronoun)) else { continue };
        if rivals(text, syntax, meant, pronoun, &word).all(|it| is_seat(text, syntax, it)) {
            let heads: Vec<usize> = syntax.members(meant).filter_map(|it| syntax.groups.get(it)).map(|it| it.head).collect();
            for it in heads {
                graph.link(Some(pronoun.head), Some(it), Tie::Equal);
            }
        }
    }
}

/// The subject of the clause that a clause depends on.
fn governed(syntax: &Syntax, clause: &Clause) -> Option<usize> {
    clause.governor.and_then(|it| syntax.clauses.get(it)).and_then(|it| it.subject)
}

/// The subject of the main clause before another: "divers found a wreck, and they warn".
fn told_before(syntax: &Syntax, clause: &Clause) -> Option<usize> {
    syntax.clauses.iter().rfind(|it| it.kind == Kind::Main && it.verb < clause.verb).and_then(|it| it.subject)
}

/// "Holm said his brother had left": whose brother it is, where nobody else before fits, or who does what the clause tells fits.
fn owners(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    for owned in &syntax.groups {
        if syntax.tag(owned.tokens.start) != Tag::PossessivePronoun {
            continue;
        }
        let word = match text.word(owned.tokens.start).to_lowercase().as_str() {
            "his" => "he",
            "her" => "she",
            "its" => "it",
            "their" => "they",
            _ => continue,
        };
        let meant = only(text, syntax, owned, word, &[]).or_else(|| told_first(text, syntax, owned, word));
        graph.link(Some(owned.head), meant.and_then(|it| syntax.groups.get(it)).map(|it| it.head), Tie::Of);
    }
}

/// "The yard will close with the loss of 40 jobs, its owner said": who says so at the end is theirs of whom the sentence tells.
fn told_first(text: &Text<'_>, syntax: &Syntax, owned: &Group, word: &str) -> Option<usize> {
    let says = |it: &&Clause| it.lemma == "say" && it.subject.and_then(|it| syntax.groups.get(it)).is_some_and(|it| it.head == owned.head);
    let said = syntax.clauses.iter().find(says).filter(|_| owned.tokens.start > 0 && text.is(owned.tokens.start - 1, ","))?;
    let first = syntax.clauses.iter().find(|it| it.kind == Kind::Main).filter(|it| it.verb < said.verb)?.subject?;
    let article =
        syntax.groups.get(first).is_some_and(|it| syntax.tag(it.tokens.start) == Tag::Determiner || syntax.tag(it.head) == Tag::Name);
    let fits = syntax.groups.get(first).is_some_and(|it| fits(text, syntax, it, word));
    let named = |it: usize| syntax.tag(syntax.groups[it].head) == Tag::Name;
    (article && fits && !rivals(text, syntax, first, owned, word).any(named)).then_some(first)
}

/// The groups before `pronoun`, besides the one that is meant and what names that again, for which `word` may stand too.
fn rivals(text: &Text<'_>, syntax: &Syntax, meant: usize, pronoun: &Group, word: &str) -> impl Iterator<Item = usize> {
    let again = named_again(syntax, meant);
    let others = (0..syntax.groups.len()).filter(move |it| *it != meant && !again.contains(it) && before(syntax, *it, pronoun));
    others.filter(move |it| !stands_by(text, syntax, *it) && fits(text, syntax, &syntax.groups[*it], word))
}

/// "Lund, second to Dahl in May, beat him": whom a pronoun means that is no subject, and so nobody who does it.
fn objects(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    for clause in &syntax.clauses {
        let Some(pronoun) = clause.object.and_then(|it| syntax.groups.get(it)).filter(|it| it.tokens.len() == 1) else { continue };
        let word = match text.word(pronoun.head).to_lowercase().as_str() {
            "him" => "he",
            "her" => "she",
            "them" => "they",
            "it" => "it",
            _ => continue,
        };
        let mut doers: Vec<usize> = clause.subject.into_iter().collect();
        doers.extend(doers.clone().into_iter().flat_map(|it| named_again(syntax, it)));
        let meant = only(text, syntax, pronoun, word, &doers);
        graph.link(Some(pronoun.head), meant.and_then(|it| syntax.groups.get(it)).map(|it| it.head), Tie::Equal);
    }
}

/// "Although she lost, Anna Holm stayed": whom a pronoun means that comes before its noun.
fn ahead(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    for clause in syntax.clauses.iter().filter(|it| it.kind == Kind::Subordinate && it.governor.is_none()) {
        let Some(pronoun) = clause.subject.and_then(|it| syntax.groups.get(it)) else { continue };
        let word = text.word(pronoun.head).to_lowercase();
        if !matches!(word.as_str(), "he" | "she" | "they") || pronoun.tokens.len() > 1 {
            continue;
        }
        let told = syntax.clauses.iter().find(|it| it.kind == Kind::Main && it.verb > clause.verb);
        let meant = told.and_then(|it| it.subject).and_then(|it| syntax.groups.get(it));
        let rival = |it: &Group| it.tokens.end <= pronoun.tokens.start && fits(text, syntax, it, &word);
        if meant.is_some_and(|it| it.tokens.start > clause.verb && fits(text, syntax, it, &word)) && !syntax.groups.iter().any(rival) {
            graph.link(Some(pronoun.head), meant.map(|it| it.head), Tie::Equal);
        }
    }
}

/// The groups that name a group again, and those that it names again.
fn named_again(syntax: &Syntax, group: usize) -> Vec<usize> {
    let apposed = syntax.groups.iter().enumerate().filter(|it| it.1.apposed == Some(group)).map(|it| it.0);
    apposed.chain(syntax.groups.get(group).and_then(|it| it.apposed)).collect()
}

/// The one group before `pronoun` that `word` may stand for, `others` apart; none where two may be meant.
fn only(text: &Text<'_>, syntax: &Syntax, pronoun: &Group, word: &str, others: &[usize]) -> Option<usize> {
    let fits = |it: &usize| {
        before(syntax, *it, pronoun) && !others.contains(it) && syntax.groups.get(*it).is_some_and(|it| fits(text, syntax, it, word))
    };
    // "Norland's bank raised its rate": an owner is brought in by what it owns alone.
    let owner = |it: usize| syntax.groups.iter().any(|group| group.possessor == Some(it)) || syntax.of.iter().any(|of| of.1.group == it);
    // "Lost contact with its boat": a noun without an article brings nothing in.
    let idle = |it: usize| {
        syntax.groups.get(it).is_some_and(|it| it.tokens.len() == 1 && syntax.tag(it.head) == Tag::Noun && text.is(it.head + 1, "with"))
    };
    let place = |it: &usize| stands_by(text, syntax, *it) || word == "it" && (owner(*it) || idle(*it));
    let meant: Vec<usize> = (0..syntax.groups.len()).filter(fits).filter(|it| !place(it)).collect();
    // Who is named twice is one.
    let first = *meant.first()?;
    let again = named_again(syntax, first);
    meant.iter().skip(1).all(|it| again.contains(it)).then_some(first)
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
    let one = matches!(text.word(group.tokens.start).to_lowercase().as_str(), "a" | "an");
    let joined =
        syntax.groups.iter().any(|it| it.coordinate.is_some_and(|it| syntax.groups.get(it).is_some_and(|it| it.head == group.head)));
    let sex = group.tokens.clone().find_map(|it| name::sex(text.word(it)).filter(|_| syntax.tag(it) == Tag::Name));
    let role = text.class(group.head).is(Class::ROLE | Class::TITLE);
    let many = joined || tag == Tag::Plural && !one;
    // "The Dahl Prize" is no person.
    let titled = syntax.tag(group.tokens.start) == Tag::Determiner && tag == Tag::Name && sex.is_none() && !role;
    match pronoun {
        "they" => many,
        "he" | "she" if titled => false,
        "he" | "she" if land(text, group) => false,
        "it" if text.class(group.head).is(Class::CALENDAR_UNIT) => false,
        "he" | "she" if sex.is_none() && tag == Tag::Noun && !many && is_person(text, group) => true,
        "he" => !many && (sex == Some(name::Sex::Male) || sex.is_none() && (role || tag == Tag::Name)),
        "she" => !many && (sex == Some(name::Sex::Female) || sex.is_none() && (role || tag == Tag::Name)),
        _ => !many && sex.is_none() && !role,
    }
}

/// Whether the group is of somebody: "a gunman".
fn is_person(text: &Text<'_>, group: &Group) -> bool {
    matches!(relation(&lemma(&text.word(group.head).to_lowercase(), Part::Noun), "person"), Relation::Narrower(_) | Relation::Synonym(_))
}

/// Whether the group names a land, which is no person.
fn land(text: &Text<'_>, group: &Group) -> bool {
    names_state(&text.word(group.head).to_lowercase())
}

/// Whether the group tells where somebody holds an office: "the mayor of Lindvik" is one person, and Lindvik none.
fn is_seat(text: &Text<'_>, syntax: &Syntax, group: usize) -> bool {
    let office = |it: usize| syntax.groups.get(it).is_some_and(|it| text.class(it.head).is(Class::ROLE | Class::TITLE));
    let personal = |it: usize| syntax.groups[it].tokens.clone().any(|it| name::sex(text.word(it)).is_some());
    syntax.of.iter().any(|of| of.1.group == group && of.1.preposition == "of" && office(of.0)) && !personal(group)
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
    fn who_is_told_of_goes_on_as_they() {
        check(
            "Divers have found a new species of crab, and they warn that it could be at risk.",
            &["Divers have found a new species of crab and warn that it could be at risk"],
            &["Sailors have found a new species of crab and warn that it could be at risk"],
        );
        check("Divers met sailors in May, and they left for Marstad.", &[], &["Divers left for Marstad", "Sailors left for Marstad"]);
        check(
            "A Danish yard lost contact with its robotic ferry.",
            &["Contact with a Danish yard's robotic ferry was lost"],
            &["Contact with a Norwegian yard's robotic ferry was lost"],
        );
    }

    #[test]
    fn whose_it_is_is_who_alone_may_be_meant() {
        check("The brewer said its founder had left.", &["The founder of the brewer had left"], &["The founder of the yard had left"]);
        check(
            "Anna Dahl, second to Karl Moss in May, finally beat him by two points.",
            &["Anna Dahl beat Karl Moss by two points"],
            &["Karl Moss beat Anna Dahl by two points"],
        );
        check(
            "Although she lost her seat in June, Anna Dahl stayed in Lindvik.",
            &["Anna Dahl lost her seat"],
            &["Karl Moss lost his seat"],
        );
    }

    #[test]
    fn whom_somebody_met_sold_nothing() {
        check(
            "Karl Moss met Per Lund and sold his boat.",
            &["Karl Moss sold his boat", "Karl Moss sold a boat"],
            &["Per Lund sold his boat", "Per Lund sold a boat"],
        );
    }

    #[test]
    fn who_is_named_twice_is_no_rival() {
        check(
            "The mayor of Lindvik, Anna Holm, was taken to hospital on Saturday after she fell from a horse.",
            &["Anna Holm fell from a horse", "The mayor of Lindvik fell from a horse"],
            &["Lindvik fell from a horse", "A horse fell on Anna Holm"],
        );
        check(
            "The yard will close in March with the loss of 400 jobs, its owner said.",
            &["The yard's owner said it would close"],
            &["The yard's crew said it would close"],
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
