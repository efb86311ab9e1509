//! Propositions: who did what to whom, the same whether it is told in the active, the passive or as a noun.

use super::clause::{Clause, Syntax};
use super::derivation::derivations;
use super::stem::lemma;
use super::tag::Tag;
use super::vocabulary::{Part, knows};
use crate::text::{Span, Text};

/// A doing or being, with who and what takes part. Groups are given by their index in [`Syntax::groups`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposition {
    /// The base form of its verb; of a noun of doing, the verb of that doing.
    pub predicate: String,
    /// The token that names it.
    pub token: usize,
    /// The clause that it is drawn from; none for a noun of doing.
    pub clause: Option<usize>,
    /// Who does it, or what is so.
    pub agent: Option<usize>,
    /// Whom or what it is done to, or what the agent is said to be.
    pub patient: Option<usize>,
    /// Prepositions and what follows them; times without a preposition under an empty one.
    pub modifiers: Vec<(String, usize)>,
    /// Whether it is denied.
    pub negated: bool,
    /// Whether it is expected, possible, ordered or conditional.
    pub modal: bool,
    /// From its first word to its last.
    pub span: Span,
}

/// The propositions of a sentence, in order of their verbs and then of their nouns of doing.
pub fn propositions(text: &Text<'_>, syntax: &Syntax) -> Vec<Proposition> {
    let clauses = syntax.clauses.iter().enumerate().map(|(index, clause)| told(text, syntax, index, clause));
    let nouns = (0..syntax.groups.len()).filter_map(|it| named(text, syntax, it));
    clauses.chain(nouns).collect()
}

fn told(text: &Text<'_>, syntax: &Syntax, index: usize, clause: &Clause) -> Proposition {
    let (agent, patient) = if clause.passive { (clause.agent, clause.subject) } else { (clause.subject, clause.object) };
    let mut modifiers: Vec<_> = clause.attachments.iter().map(|it| (it.preposition.clone(), it.group)).collect();
    modifiers.extend(clause.times.iter().map(|it| (String::new(), *it)));
    if clause.passive {
        // "was awarded the prize", "was named captain".
        modifiers.extend(clause.object.map(|it| (String::new(), it)));
    }
    modifiers.extend(clause.second.map(|it| ("to".to_owned(), it)));
    let groups = [agent, patient].into_iter().flatten().chain(modifiers.iter().map(|it| it.1));
    let span = span(text, syntax, clause.verb_tokens.clone(), groups);
    Proposition {
        predicate: clause.lemma.clone(),
        token: clause.verb,
        clause: Some(index),
        agent,
        patient,
        modifiers,
        negated: clause.negated,
        modal: clause.modal,
        span,
    }
}

fn span(text: &Text<'_>, syntax: &Syntax, tokens: std::ops::Range<usize>, groups: impl Iterator<Item = usize>) -> Span {
    let of = |tokens: std::ops::Range<usize>| {
        let first = text.tokens.get(tokens.start)?.span;
        Some(first.join(text.tokens.get(tokens.end.checked_sub(1)?)?.span))
    };
    let all = groups.filter_map(|it| of(syntax.groups.get(it)?.tokens.clone()));
    of(tokens).into_iter().chain(all).reduce(Span::join).unwrap_or_default()
}

/// Reads a noun of doing with its owner and its `of` and `by`: `the capture of the town by rebels`.
fn named(text: &Text<'_>, syntax: &Syntax, group: usize) -> Option<Proposition> {
    let noun = &syntax.groups[group];
    if !matches!(syntax.tag(noun.head), Tag::Noun | Tag::Plural) {
        return None;
    }
    let base = lemma(text.word(noun.head), Part::Noun);
    let verb = verb_of(&base)?;
    let mut attachments: Vec<_> = syntax.of.iter().filter(|it| it.0 == group).map(|it| &it.1).collect();
    attachments.extend(syntax.clauses.iter().flat_map(|it| &it.attachments).filter(|it| it.beside == Some(group)));
    let find = |preposition: &str| attachments.iter().find(|it| it.preposition == preposition).map(|it| it.group);
    let (owner, of, by) = (noun.possessor, find("of"), find("by"));
    let by = by.or_else(|| made_by(syntax, group));
    if owner.is_none() && of.is_none() && by.is_none() {
        return None;
    }
    let done_by_itself = alone(&verb);
    let (agent, patient) = match (owner, of) {
        (Some(owner), Some(of)) => (Some(owner), Some(of)),
        (Some(one), None) | (None, Some(one)) if done_by_itself => (Some(one), None),
        (Some(owner), None) if by.is_some() || undergone(&verb) => (None, Some(owner)),
        (Some(owner), None) => (Some(owner), None),
        (None, of) => (None, of),
    };
    let modifiers: Vec<_> = attachments
        .iter()
        .filter(|it| !matches!(it.preposition.as_str(), "of" | "by"))
        .map(|it| (it.preposition.clone(), it.group))
        .collect();
    let agent = by.or(agent);
    let groups = [agent, patient].into_iter().flatten().chain(modifiers.iter().map(|it| it.1));
    let span = span(text, syntax, noun.tokens.clone(), groups);
    Some(Proposition { predicate: verb, token: noun.head, clause: None, agent, patient, modifiers, negated: false, modal: false, span })
}

/// Who does the doing that a noun names, told by a verb that says no more than that it is done: "the discovery was made by Holm".
fn made_by(syntax: &Syntax, group: usize) -> Option<usize> {
    const DOING: [&str; 9] = ["carry_out", "commit", "conduct", "do", "effect", "make", "mount", "perform", "stage"];
    let told = |it: &&Clause| DOING.contains(&it.lemma.as_str()) && !it.negated && !it.modal;
    let maker = |it: &Clause| {
        let (maker, made) = if it.passive { (it.agent, it.subject) } else { (it.subject, it.object) };
        maker.filter(|_| made == Some(group))
    };
    syntax.clauses.iter().filter(told).find_map(maker)
}

/// The verb whose doing a noun names: `destroy` of `destruction`, `attack` of `attack`.
pub(super) fn verb_of(noun: &str) -> Option<String> {
    const ENDINGS: [&str; 8] = ["ery", "ion", "al", "ment", "ance", "ence", "ure", "th"];
    const SAME: [&str; 21] = [
        "arrest", "assault", "attack", "capture", "collapse", "decline", "decrease", "defeat", "fall", "hire", "increase", "launch",
        "murder", "purchase", "release", "rescue", "retreat", "return", "rise", "visit", "win",
    ];
    if SAME.contains(&noun) {
        return Some(noun.to_owned());
    }
    let doing = lemma(noun, Part::Verb);
    if noun.ends_with("ing") && knows(&doing, Part::Verb) {
        return Some(doing.into_owned());
    }
    let ending = ENDINGS.iter().any(|it| noun.ends_with(it)) || matches!(noun, "sale" | "loss" | "defence" | "defense");
    // A capital is no capitalising: the noun of a doing is made from its verb.
    let verb = derivations(noun).iter().find(|it| ending && knows(it, Part::Verb) && **it != noun && it.len() <= noun.len())?;
    Some((*verb).to_owned())
}

/// Verbs that nobody does to another.
fn alone(verb: &str) -> bool {
    const VERBS: [&str; 18] = [
        "arrive",
        "collapse",
        "decline",
        "depart",
        "die",
        "disappear",
        "emerge",
        "exist",
        "fall",
        "grow",
        "occur",
        "resign",
        "retire",
        "retreat",
        "return",
        "rise",
        "survive",
        "withdraw",
    ];
    VERBS.contains(&verb)
}

/// Verbs whose noun names with its owner the one that it is done to: `the mayor's arrest`.
fn undergone(verb: &str) -> bool {
    const VERBS: [&str; 16] = [
        "appoint",
        "arrest",
        "assassinate",
        "capture",
        "defeat",
        "destroy",
        "detain",
        "dismiss",
        "elect",
        "execute",
        "expel",
        "imprison",
        "kill",
        "murder",
        "nominate",
        "rescue",
    ];
    VERBS.contains(&verb)
}

#[cfg(test)]
mod tests {
    use super::super::clause::syntax;
    use super::*;
    use crate::extract::lexicon;

    /// Writes each proposition of a sentence as `predicate(agent, patient, preposition modifier ...)`.
    fn check(source: &str, expected: &[&str]) {
        let text = Text::new(source, lexicon());
        let syntax = syntax(&text, 0..text.tokens.len());
        let words = |group: usize| -> String {
            let word = |it: usize| syntax.groups[it].tokens.clone().map(|it| text.word(it)).collect::<Vec<_>>().join(" ");
            syntax.members(group).map(word).collect::<Vec<_>>().join(" + ")
        };
        let read: Vec<_> = propositions(&text, &syntax)
            .into_iter()
            .map(|it| {
                let role = |role: Option<usize>| role.map_or_else(|| "-".to_owned(), words);
                let mut parts = vec![role(it.agent), role(it.patient)];
                parts.extend(it.modifiers.iter().map(|it| format!("{} {}", it.0, words(it.1)).trim().to_owned()));
                let marks = format!("{}{}", if it.negated { "not " } else { "" }, if it.modal { "maybe " } else { "" });
                format!("{marks}{}({})", it.predicate, parts.join(", "))
            })
            .collect();
        assert_eq!(read, expected, "{source}");
    }

    #[test]
    fn active_and_passive_tell_the_same() {
        check("The navy captured the harbour on Monday.", &["capture(The navy, the harbour, on Monday)"]);
        check("The harbour was captured by the navy on Monday.", &["capture(the navy, The harbour, on Monday)"]);
        check("Two villages had been flooded.", &["flood(-, Two villages)"]);
    }

    #[test]
    fn a_noun_of_doing_is_read_as_its_verb() {
        check(
            "The capture of the town by rebels shocked the city's residents.",
            &["shock(The capture, residents)", "capture(rebels, the town)"],
        );
        check(
            "Norway's withdrawal from the treaty was announced on Tuesday.",
            &["announce(-, withdrawal, on Tuesday)", "withdraw(Norway, -, from the treaty)"],
        );
        check("Norway's capital is calm.", &["be(capital, -)"]);
        check("The destruction of the dam surprised nobody.", &["surprise(The destruction, nobody)", "destroy(-, the dam)"]);
    }

    #[test]
    fn who_makes_a_discovery_discovers() {
        check(
            "The discovery in a quarry of 14 eggs was made by Ute Holm.",
            &["make(Ute Holm, The discovery)", "discover(Ute Holm, 14 eggs, in a quarry)"],
        );
    }

    #[test]
    fn a_relative_clause_takes_the_noun_that_it_describes() {
        check(
            "The ferry that sank in March carried 120 passengers and four lorries.",
            &["sink(The ferry, -, in March)", "carry(The ferry, 120 passengers + four lorries)"],
        );
        check("The bridge, which was built in 1998, collapsed.", &["build(-, The bridge, in 1998)", "collapse(The bridge, -)"]);
        check("Troops captured by the rebels were released.", &["capture(the rebels, Troops)", "release(-, Troops)"]);
        check("The town he visited was flooded.", &["visit(he, The town)", "flood(-, The town)"]);
    }

    #[test]
    fn verbs_beside_each_other_share_what_they_lack() {
        check("Rebels seized the mine and burned three trucks.", &["seize(Rebels, the mine)", "burn(Rebels, three trucks)"]);
        check(
            "Farmers harvested 40 tonnes of wheat, and exports rose by 12 percent.",
            &["harvest(Farmers, 40 tonnes)", "rise(exports, -, by 12 percent)"],
        );
        check(
            "More than 50 people were killed and at least 120 wounded in the fire.",
            &["kill(-, More than 50 people)", "wound(-, at least 120, in the fire)"],
        );
    }

    #[test]
    fn a_verb_between_others_keeps_its_subject() {
        check("Three workers died and 12 others were injured in a fire.", &["die(Three workers, -)", "injure(-, 12 others, in a fire)"]);
        check(
            "The strike, which began in May, ended after the company agreed to raise wages.",
            &["begin(The strike, -, in May)", "end(The strike, -)", "agree(the company, -)", "maybe raise(the company, wages)"],
        );
        check(
            "The film, directed by Ida Berg and starring Jon Moe, grossed $12 million.",
            &["direct(Ida Berg, The film)", "star(The film, Jon Moe)", "gross(The film, $ 12 million)"],
        );
        check("Exports fell by a third last year.", &["fall(Exports, -, by a third, last year)"]);
        check("Anna Holm was re-elected in May.", &["elect(-, Anna Holm, in May)"]);
    }

    #[test]
    fn a_bracket_tells_of_the_group_before_it() {
        check(
            "Ida Berg (born May 24, 1970), known as Idun, is a singer.",
            &["bear(-, Ida Berg, May 24 , 1970)", "know(-, Ida Berg, as Idun)", "be(Ida Berg, a singer)"],
        );
    }

    #[test]
    fn the_only_one_to_do_a_thing_did_it() {
        check("Lund became the first woman to lead the port.", &["become(Lund, the first woman)", "lead(the first woman, the port)"]);
    }

    #[test]
    fn what_is_said_hangs_on_who_says_it() {
        check(
            "Anna Holm, the mayor of Tarnow, said the port would close next week.",
            &["say(Anna Holm, -)", "maybe close(the port, -, next week)"],
        );
        check("The minister denied that the factory had been sold.", &["deny(The minister, -)", "sell(-, the factory)"]);
        check("\"The dam held,\" said engineer Piotr Lem.", &["hold(The dam, -)", "say(engineer Piotr Lem, -)"]);
    }

    #[test]
    fn a_subject_waits_behind_an_aside() {
        check(
            "The ferry, which slowed before it met ice, had left Oslo.",
            &["slow(The ferry, -)", "meet(it, ice)", "leave(The ferry, Oslo)"],
        );
        check("The mayor, who said that she was ill, resigned.", &["say(The mayor, -)", "be(she, -)", "resign(The mayor, -)"]);
        check(
            "Skarline, the carrier whose fleet of tugs was sold in May, will lease a ship.",
            &["sell(-, fleet, in May)", "maybe lease(Skarline, a ship)"],
        );
        check("A bus carrying 40 pupils overturned on a road.", &["carry(A bus, 40 pupils)", "overturn(A bus, -, on a road)"]);
        check("Police said a bus carrying 40 pupils overturned.", &["say(Police, -)", "carry(a bus, 40 pupils)", "overturn(a bus, -)"]);
    }

    #[test]
    fn who_tells_of_a_person_and_no_place() {
        check("Lund, the player from Oslo who lost a game, left.", &["lose(the player, a game)", "leave(Lund, -)"]);
    }

    #[test]
    fn verbs_share_an_auxiliary() {
        check(
            "Holm will sell the dock to his son but keep the tug.",
            &["maybe sell(Holm, the dock, to his son)", "maybe keep(Holm, the tug)"],
        );
    }

    #[test]
    fn what_is_bought_hangs_on_the_purchase() {
        check("The purchase by Holm of a dock cost a year.", &["cost(The purchase, a year)", "purchase(Holm, a dock)"]);
        check("Thieves bought the ladder three weeks before the raid.", &["buy(Thieves, the ladder, before the raid, three weeks)"]);
    }

    #[test]
    fn negation_and_doubt_are_kept() {
        check("The company did not pay its workers.", &["not pay(The company, its workers)"]);
        check("The union plans to strike on Friday.", &["plan(The union, -)", "maybe strike(The union, -, on Friday)"]);
    }

    #[test]
    fn a_second_object_is_kept_apart() {
        check("The mayor gave the crew a medal.", &["give(The mayor, a medal, to the crew)"]);
        check("She was elected president of the union.", &["elect(-, She, president)"]);
    }

    #[test]
    fn a_participle_before_its_clause_waits_for_the_subject() {
        check(
            "Serving as harbour master, Lund oversaw the building of two docks.",
            &["serve(Lund, -, as harbour master)", "oversee(Lund, the building)", "build(-, two docks)"],
        );
        check("Holm resigned after losing the vote.", &["resign(Holm, -)", "lose(Holm, the vote)"]);
    }
}
