//! Terse words: what headlines say in words of their own, and a report tells by another doing: "storm hits coast", "death toll reaches 9".

use rust_decimal::Decimal;

use crate::extract::quantity::{Dimension, Qualifier};
use crate::extract::{Quantity, Value};
use crate::text::Class;

use super::Answer;
use super::align::Alignment;
use super::asked::Wanted;
use super::graph::Tie;
use super::links;
use super::passage::Passage;
use super::sense::{Role, Sense};

/// Whether the passage tells what the claim says with its word at `at` in words that are no synonym of it.
pub(super) fn told(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    strikes(wanted, passage, alignment, at)
        || tolls(wanted, passage, alignment, at)
        || sourced(wanted, passage, at)
        || kills(wanted, passage, at)
        || returns(wanted, passage, at)
        || adds(wanted, passage, alignment, at)
        || lies(wanted, alignment, at)
        || aged(wanted, passage, at)
        || links::only_counts(wanted, alignment, at)
        || lies_at(wanted, passage, at)
        || nobody(wanted, passage, at)
        || rated(wanted, passage, alignment, at)
        || police(wanted, passage, alignment, at)
}

/// "The unemployment rate" for "unemployment", which is told in percent.
fn rated(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    const RATED: [&str; 5] = ["inflation", "jobless", "joblessness", "mortality", "unemployment"];
    let before = at.checked_sub(1).map_or("", |it| wanted.sense.lower(it));
    let percent = wanted.sense.amounts.iter().any(|it| *it.it.unit.dimension() == Dimension::Share);
    // "Up from 10 percent": a level that is past.
    let figures = wanted.sense.amounts.iter().flat_map(|it| it.first..it.end).flat_map(|it| alignment.answers[it].iter().map(|it| it.0));
    let past = |it: usize| it > 0 && passage.sense.lower(it - 1) == "from";
    wanted.sense.lower(at) == "rate" && RATED.contains(&before) && percent && alignment.says(at - 1) && !figures.into_iter().any(past)
}

/// "No one was hurt" for "nobody was hurt".
fn nobody(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let none = |it: usize| matches!(passage.sense.lower(it), "nobody" | "none");
    at > 0 && wanted.sense.lower(at) == "one" && wanted.sense.lower(at - 1) == "no" && (0..passage.sense.words.len()).any(none)
}

/// "Is located near Oslo": it is near Oslo.
fn lies_at(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let sense = &wanted.sense;
    let is = at > 0 && matches!(sense.lower(at - 1), "are" | "is" | "was" | "were");
    let be = |it: usize| matches!(passage.sense.lower(it), "are" | "is" | "lies" | "lie" | "was" | "were");
    is && matches!(sense.lower(at), "located" | "situated") && (0..passage.sense.words.len()).any(be)
}

/// "Police arrested two men" for "two men were arrested".
fn police(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    let (claim, graph) = (wanted.sense.graph(), passage.sense.graph());
    let plain = wanted.sense.lower(at) == "police" && claim.parts(at).iter().all(|it| wanted.sense.class(it.part).is(Class::DETERMINER));
    let arrests = |verb: usize| matches!(&*wanted.sense.words[verb].stem, "arrest" | "detain" | "hold" | "seize");
    let nobody = |verb: usize| graph.is_verb(verb) && !graph.parts(verb).iter().any(|it| it.tie == Tie::Agent);
    let doings: Vec<usize> = claim.links.iter().filter(|it| it.tie == Tie::Agent && it.part == at).map(|it| it.head).collect();
    let told = |verb: usize| alignment.says(verb) && alignment.answers[verb].iter().all(|it| nobody(it.0));
    plain && !doings.is_empty() && doings.into_iter().all(|it| arrests(it) && told(it))
}

/// How a passage answers a headline's count of the dead: "14 dead" that at least 14 are, and "at least 14 dead" not that at least 46 are,
/// for that is another count.
pub(super) fn toll(wanted: &Wanted<'_>, claimed: &Quantity, stated: &Quantity, plain: Answer) -> Answer {
    let counts = |it: &Quantity| matches!(it.unit.dimension(), Dimension::Count | Dimension::None);
    let stopped = wanted.sense.text.tokens.last().is_some_and(|it| matches!(it.span.of(wanted.sense.source), "." | "!" | "?"));
    let dying = wanted.sense.words.iter().any(|it| DYING.contains(&&*it.stem) || &*it.stem == "kill");
    if plain == Answer::Silent && amounts_to(wanted, claimed, stated) {
        return Answer::Agrees;
    }
    if stated.qualifier != Qualifier::AtLeast || !counts(claimed) || !counts(stated) || stopped || !dying {
        return plain;
    }
    let round = |it: Value| matches!(it, Value::One(it) if it % Decimal::from(10) == Decimal::ZERO);
    match (claimed.qualifier, plain) {
        (Qualifier::Exact, Answer::Silent) if claimed.value == stated.value => Answer::Agrees,
        (Qualifier::AtLeast, Answer::Agrees) if claimed.value != stated.value && !round(claimed.value) => Answer::Silent,
        _ => plain,
    }
}

/// "Thousands fled" for "more than 2,000 people fled": a word of many says no more than where the figure lies.
fn amounts_to(wanted: &Wanted<'_>, claimed: &Quantity, stated: &Quantity) -> bool {
    let many = |it: usize| matches!(wanted.sense.lower(it), "dozens" | "scores" | "hundreds" | "thousands" | "millions");
    let vague = wanted.sense.amounts.iter().any(|it| it.it.span == claimed.span && (it.first..it.end).any(many));
    let least = matches!(stated.qualifier, Qualifier::AtLeast | Qualifier::More);
    let counts = |it: &Quantity| matches!(it.unit.dimension(), Dimension::Count | Dimension::None);
    let within = match (claimed.value, stated.value) {
        (Value::Range(least, most), Value::One(it)) => least + least <= it && it < most,
        _ => false,
    };
    vague && least && within && counts(claimed) && counts(stated) && matches!(claimed.qualifier, Qualifier::Exact | Qualifier::About)
}

/// "The deadly raid": the passage tells that the raid killed.
fn kills(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let sense = &wanted.sense;
    let of_harm = (at + 1..at + 4).any(|it| sense.words.get(it).is_some_and(|it| links::is_harm(&it.stem)));
    let denied = (0..passage.sense.words.len()).any(|it| passage.sense.class(it).is(Class::NEGATION));
    let dying = |it: usize| DYING.contains(&&*passage.sense.words[it].stem) || &*passage.sense.words[it].stem == "shoot_dead";
    matches!(sense.lower(at), "deadly" | "fatal" | "lethal") && of_harm && !denied && (0..passage.sense.words.len()).any(dying)
}

/// "Back in Oslo" for "returned to Oslo".
fn returns(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let sense = &wanted.sense;
    let verb = (at.saturating_sub(3)..at).any(|it| sense.graph().is_verb(it));
    let place = matches!(sense.lower(at + 1), "at" | "home" | "in" | "on");
    sense.lower(at) == "back" && !verb && place && passage.sense.words.iter().any(|it| &*it.stem == "return")
}

/// "40 more" for "a further 40", "another 40", "40 others".
fn adds(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    let word = |it: &str| matches!(it, "another" | "further" | "more" | "other" | "others" | "additional");
    let figure = wanted.sense.amounts.iter().find(|it| it.whole.1 == at || it.end == at || it.whole.0 == at + 1);
    let near = |it: usize| {
        let end = passage.sense.amounts.iter().find(|amount| (amount.first..amount.end).contains(&it)).map_or(it + 1, |it| it.end);
        word(passage.sense.lower(end)) || (it.saturating_sub(2)..it).any(|it| word(passage.sense.lower(it)))
    };
    let answers = |from: usize, end: usize| (from..end).flat_map(|it| alignment.answers[it].iter().map(|it| it.0)).collect::<Vec<_>>();
    word(wanted.sense.lower(at)) && figure.is_some_and(|it| answers(it.first, it.end).into_iter().any(near))
}

/// Nouns that say no more of what a name before them names than what kind of land it is.
const LANDS: [&str; 11] = ["area", "city", "county", "district", "park", "province", "region", "site", "state", "town", "village"];

/// "The gasworks site", "Lindvik district": where it is, the words before it tell.
fn lies(wanted: &Wanted<'_>, alignment: &Alignment, at: usize) -> bool {
    let sense = &wanted.sense;
    let Some(before) = at.checked_sub(1).filter(|it| alignment.says(*it)) else { return false };
    let names = sense.words[before].role == Role::Name || sense.lower(at) == "site" && sense.words[before].noun;
    LANDS.contains(&sense.lower(at)) && names && !sense.words.get(at + 1).is_some_and(|it| it.noun)
}

/// "Teenager Anna Holm": the passage gives her age, and nobody else's.
fn aged(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let counted = wanted.sense.amounts.iter().any(|it| it.it.unit.symbol() == "year of age" || it.end == at);
    let teen = matches!(&*wanted.sense.words[at].stem, "teen" | "teenager") && !counted;
    let mut ages = passage.sense.amounts.iter().filter(|it| it.it.unit.symbol() == "year of age").peekable();
    let young = |it: Value| matches!(it, Value::One(age) if Decimal::from(13) <= age && age <= Decimal::from(19));
    teen && ages.peek().is_some() && ages.all(|it| young(it.it.value))
}

/// Verbs by which something harmful comes upon a place.
const STRIKING: [&str; 8] = ["batter", "hit", "jolt", "rattle", "rock", "shake", "strike", "sweep"];

/// "Storm hits Norland mine": what the storm did there is told.
fn strikes(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    let (claim, graph) = (wanted.sense.graph(), passage.sense.graph());
    if !claim.is_verb(at) || !STRIKING.contains(&&*wanted.sense.words[at].stem) {
        return false;
    }
    let ends = |ties: &'static [Tie]| claim.parts(at).iter().filter(|it| ties.contains(&it.tie)).map(|it| it.part).collect::<Vec<_>>();
    let (storms, struck) = (ends(&[Tie::Agent]), ends(&[Tie::Patient, Tie::Adjunct]));
    let harm = |it: usize| {
        let named = claim.parts(it).iter().filter(|it| it.tie == Tie::Part).map(|it| it.part).chain([it]);
        named.into_iter().any(|it| links::is_harm(&wanted.sense.words[it].stem))
    };
    let answers = |at: usize| alignment.answers[at].iter().map(|it| it.0);
    let together = |storm: usize, thing: usize| {
        let mut verbs = graph.links.iter().map(|it| it.head).filter(|it| graph.is_verb(*it));
        verbs.any(|verb| {
            let acts = graph.parts(verb).iter().any(|it| it.tie == Tie::Agent && graph.holds(it.part, storm, 1));
            acts && graph.parts(verb).iter().any(|it| it.tie != Tie::Agent && graph.holds(it.part, thing, 2))
        })
    };
    let mut storms = storms.into_iter().filter(|it| harm(*it) && alignment.says(*it));
    storms.any(|storm| struck.iter().all(|thing| answers(storm).any(|storm| answers(*thing).any(|thing| together(storm, thing)))))
}

/// Verbs that say of a toll how many it has.
const COUNTING: [&str; 8] = ["be", "exceed", "hit", "pass", "reach", "stand", "surpass", "top"];

/// Verbs and nouns of deaths.
const DYING: [&str; 9] = ["dead", "death", "die", "drown", "fatality", "kill", "murder", "perish", "slay"];

/// "Death toll reaches 9": the passage counts those who died.
fn tolls(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    let sense = &wanted.sense;
    let Some(toll) = (1..sense.words.len()).find(|it| sense.lower(*it) == "toll" && sense.lower(it - 1) == "death") else { return false };
    let counts = |it: usize| it > toll && COUNTING.contains(&&*sense.words[it].stem);
    let rises = |it: usize| matches!(&*sense.words[it].stem, "climb" | "grow" | "jump" | "rise") && alignment.says(it);
    if !(at == toll || at + 1 == toll || counts(at)) || !(toll..sense.words.len()).any(|it| counts(it) || rises(it)) {
        return false;
    }
    let figures = sense.amounts.iter().filter(|it| it.whole.0 > toll).flat_map(|it| it.first..it.end);
    let fits =
        |it: usize| !passes(sense, toll) || sense.amounts.iter().any(|claimed| claimed.whole.0 > toll && over(passage, claimed.it, it));
    figures.flat_map(|it| alignment.answers[it].iter().map(|it| it.0)).any(|it| fits(it) && died(&passage.sense, it))
}

/// "Death toll passes 9": it is more than that.
fn passes(sense: &Sense<'_>, toll: usize) -> bool {
    (toll..sense.words.len()).any(|it| matches!(&*sense.words[it].stem, "exceed" | "pass" | "surpass" | "top"))
}

/// Whether the passage's figure at `figure` is more than what is claimed.
fn over(passage: &Passage<'_>, claimed: &Quantity, figure: usize) -> bool {
    let stated = passage.sense.amounts.iter().find(|it| (it.first..it.end).contains(&figure)).map(|it| it.it.value);
    matches!((stated, claimed.value), (Some(Value::One(stated)), Value::One(claimed)) if stated > claimed)
}

/// Whether those whom the figure at `figure` counts are told to have died.
fn died(sense: &Sense<'_>, figure: usize) -> bool {
    let graph = sense.graph();
    let dying = |at: usize| DYING.contains(&&*sense.words[at].stem);
    let counted = sense.amounts.iter().find(|it| (it.first..it.end).contains(&figure)).and_then(|it| it.it.noun);
    let noun = counted.map_or(0..0, |it| sense.tokens_of(it).0..sense.tokens_of(it).1);
    // "The number of those killed rose to 40".
    let number = |it: usize| {
        let of = (it + 1..(it + 6).min(sense.words.len())).any(dying);
        sense.lower(it) == "number" && of || sense.lower(it) == "toll" && it > 0 && sense.lower(it - 1) == "death"
    };
    let comes_to = |verb: usize| {
        let counts = COUNTING.contains(&&*sense.words[verb].stem) || matches!(&*sense.words[verb].stem, "climb" | "grow" | "jump" | "rise");
        counts && graph.parts(verb).iter().any(|it| it.tie == Tie::Agent && number(it.part))
    };
    let numbered =
        graph.links.iter().any(|it| matches!(it.tie, Tie::Adjunct | Tie::Patient) && graph.holds(it.part, figure, 1) && comes_to(it.head));
    let told = numbered
        || graph.links.iter().any(|it| {
            dying(it.head) && graph.is_verb(it.head) && matches!(it.tie, Tie::Agent | Tie::Patient) && {
                let done = it.tie == Tie::Patient || matches!(&*sense.words[it.head].stem, "die" | "drown" | "perish");
                done && (graph.holds(it.part, figure, 1) || noun.contains(&it.part))
            }
        });
    told || noun.clone().any(dying) || dying(noun.end.max(figure + 1))
}

/// "Sources say": the passage has it from people whom it does not name.
fn sourced(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let (claim, graph) = (wanted.sense.graph(), passage.sense.graph());
    let tells = |verb: usize| claim.parts(verb).iter().any(|it| it.tie == Tie::Agent && it.part == at);
    let says = (0..wanted.sense.words.len()).any(|it| &*wanted.sense.words[it].stem == "say" && tells(it));
    let unnamed = |it: usize| {
        let person = matches!(&*passage.sense.words[it].stem, "person" | "source" | "official" | "insider");
        person && !graph.parts(it).iter().any(|it| passage.sense.words[it.part].role == Role::Name)
    };
    let source = &*wanted.sense.words[at].stem == "source" && says;
    source && graph.links.iter().any(|it| it.tie == Tie::Agent && passage.tells(it.head) && unnamed(it.part))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn what_a_storm_does_to_a_place_it_hits_it() {
        check(
            "A landslide buried a mine near Lindvik on Monday.",
            &["Landslide hits mine near Lindvik"],
            &["Landslide hits quay near Lindvik", "Storm hits mine near Lindvik"],
        );
        check("A landslide buried a mine after a storm.", &[], &["Storm hits mine"]);
    }

    #[test]
    fn those_who_died_are_the_toll() {
        check(
            "The storm killed 37 people in Lindvik.",
            &["Death toll in Lindvik storm reaches 37"],
            &["Death toll in Lindvik storm reaches 38", "Death toll in Marstad storm reaches 37"],
        );
        check(
            "The number of people killed in the storm rose to 45 on Monday.",
            &["Storm death toll rises to 45", "Death toll from storm rises to 45"],
            &["Storm death toll rises to 46", "Death toll from fire rises to 45"],
        );
        check("The storm hurt 37 people in Lindvik.", &[], &["Death toll in Lindvik storm reaches 37"]);
        check(
            "Cholera has killed 119 people in Norland since July.",
            &["Cholera death toll in Norland passes 100", "Death toll from cholera in Norland exceeds 100"],
            &["Cholera death toll in Norland passes 120", "Cholera death toll passes 120", "Cholera death toll in Marstad passes 100"],
        );
    }

    #[test]
    fn what_others_words_tell_is_told() {
        check(
            "A raid on Lindvik killed nine sailors.",
            &["Nine sailors were killed in a deadly raid"],
            &["Eight sailors were killed in a deadly raid"],
        );
        check("Anna Dahl returned to Lindvik on Monday.", &["Anna Dahl back in Lindvik"], &["Anna Dahl back in Marstad"]);
        check("Norline will close 14 yards.", &["Norline plans to close 14 yards"], &["Norline plans to open 14 yards"]);
        check("Norline will close 14 yards and keep a further 11.", &["Norline will keep 11 more"], &["Norline will keep 12 more"]);
        check("A fire hurt nine sailors on the old gasworks.", &["A fire hurt nine sailors on the old gasworks site"], &[]);
        check("Anna Dahl, 19, won a prize.", &["Teenager Anna Dahl won a prize"], &["Teenager Per Lund won a prize"]);
        check(
            "Unemployment in Lindvik rose to 11 percent.",
            &["Unemployment rate in Lindvik rose to 11 percent"],
            &["Unemployment rate in Lindvik rose to 12 percent", "Interest rate in Lindvik rose to 11 percent"],
        );
        check("Anna Dahl, 29, won a prize.", &[], &["Teenager Anna Dahl won a prize"]);
    }

    #[test]
    fn the_least_that_is_known_is_a_headlines_figure() {
        check(
            "At least 14 people were killed in a storm.",
            &["14 killed in storm", "At least 14 killed in storm"],
            &["15 killed in storm", "14 people were killed in a storm.", "14 hurt in storm"],
        );
        check("More than 14 people were killed in a storm.", &[], &["14 killed in storm"]);
        check(
            "At least 46 people were killed in a storm.",
            &["At least 46 killed in storm", "At least 40 killed in storm", "More than 40 killed in storm"],
            &["At least 27 killed in storm", "At least 47 killed in storm"],
        );
    }

    #[test]
    fn a_word_of_many_covers_what_is_known_at_least() {
        check(
            "More than 2,000 people fled from Lindvik.",
            &["Thousands of people flee from Lindvik", "More than 2,000 people flee from Lindvik"],
            &["Hundreds of people flee from Lindvik", "Millions of people flee from Lindvik", "Thousands of people flee from Marstad"],
        );
        check(
            "At least 46 sailors drowned off Lindvik.",
            &["Dozens of sailors drown off Lindvik"],
            &["Hundreds of sailors drown off Lindvik"],
        );
    }

    #[test]
    fn police_arrest_those_who_are_arrested() {
        check(
            "Two sailors were arrested in Lindvik.",
            &["Police arrested two sailors in Lindvik"],
            &["Norland police arrested two sailors", "Guards arrested two sailors"],
        );
        check("Two sailors were arrested by guards.", &[], &["Police arrested two sailors"]);
        check(
            "Lindvik is 14 km east of Marstad.",
            &["Lindvik is located 14 km east of Marstad"],
            &["Lindvik is located 15 km east of Marstad"],
        );
    }

    #[test]
    fn people_without_a_name_are_sources() {
        check(
            "Norline plans to buy 14 barges, two people familiar with the talks said.",
            &["Norline plans to buy 14 barges, sources say"],
            &["Norline plans to buy 15 barges, sources say"],
        );
        check("Norline plans to buy 14 barges, its founder said.", &[], &["Norline plans to buy 14 barges, sources say"]);
    }
}
