//! Verbs that the model of the tagger misses where a text is terse: in headlines, and where a participle stands without its `which was`.

use super::clause::{conjunctive, saying};
use super::derivation::is_phrase;
use super::stem::lemma;
use super::tag::Tag;
use super::tagger::only_past;
use super::third_person::ends_in_s;
use super::vocabulary::{Part, knows};
use crate::text::Text;

/// The verb that a word of a headline is, where its tag says otherwise.
pub(super) fn told(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> Option<Tag> {
    let token = &text.tokens[start + at];
    let before = tags.get(at.checked_sub(1)?).copied()?;
    if tells_last(text, start, at, tags) {
        return Some(Tag::ThirdPerson);
    }
    if let Some(tag) = only_word(text, start, at, tags) {
        return Some(tag);
    }
    // "Holm beat Varga to win the title".
    let next = tags.get(at + 1).copied().unwrap_or(Tag::Mark);
    if text.is(start + at, "beat") && before == Tag::Name && next == Tag::Name {
        return Some(Tag::Past);
    }
    if token.capital || !is_headline(text, start, tags) {
        return compound(text, start, at, tags);
    }
    let word = text.word(start + at).to_lowercase();
    let base = lemma(&word, Part::Verb);
    let alone = || knows(&base, Part::Verb) && !knows(&lemma(&word, Part::Noun), Part::Noun);
    let counts = |it: usize| tags.get(it) == Some(&Tag::Number) || matches!(text.word(start + it), "$" | "€" | "£") && it < tags.len();
    let many = ["dozens", "hundreds", "millions", "scores", "thousands"].iter().any(|it| text.is(start + at + 1, it));
    let led = matches!(next, Tag::Preposition | Tag::To) && counts(at + 2);
    let opens = counts(at + 1) || many || led || matches!(next, Tag::Determiner | Tag::PossessivePronoun);
    let comma = text.is(start + at - 1, ",");
    let told = tags.iter().take(at).any(|it| it.is_finite());
    match tags[at] {
        // "Fire kills two, injures five others".
        Tag::Plural if comma && told && ends_in_s(&word) && knows(&base, Part::Verb) && (alone() || opens) => Some(Tag::ThirdPerson),
        // "Police free boy, vow to find the others".
        Tag::Noun if comma && told && AIMS.contains(&word.as_str()) && next == Tag::To => Some(Tag::Present),
        // "Officer kills gunman": without it nothing would be told.
        Tag::Plural if matches!(before, Tag::Noun | Tag::Name) && ends_in_s(&word) && knows(&base, Part::Verb) => {
            let particle = || is_phrase(&base, &text.word(start + at + 1).to_lowercase());
            let object = opens || next.is_noun() || next.is_adjective() || matches!(next, Tag::Adverb | Tag::Particle) && particle();
            let noun = usize::from(is_object(text, start, at + 1));
            ((object || noun > 0) && !told && !stretch(text, start, at + 1 + noun, tags).any(|it| tells(tags[it])))
                .then_some(Tag::ThirdPerson)
        }
        // "Police shoot dead gunman".
        Tag::Noun if word == "shoot" && text.is(start + at + 1, "dead") => Some(Tag::Present),
        // "Ten hurt as train hits lorry".
        Tag::Noun if before == Tag::Number && ["hurt", "shot"].contains(&word.as_str()) && !next.is_noun() => Some(Tag::Participle),
        // "To cut 40 jobs, close two plants".
        Tag::Adjective if comma && counts(at + 1) && knows(&word, Part::Verb) && tags.iter().take(at).any(|it| *it == Tag::Base) => {
            Some(Tag::Base)
        }
        // "Three die as Hilda strikes": a clause wants its verb.
        Tag::Plural
            if before.is_noun()
                && ends_in_s(&word)
                && knows(&base, Part::Verb)
                && (matches!(next, Tag::Mark) || next == Tag::Preposition && FALLING.contains(&&*base)) =>
        {
            let after = |it: usize| FALLING.contains(&&*base) && ["after", "before", "until"].iter().any(|word| text.is(start + it, word));
            let opens = |it: &usize| ["as", "when", "while"].iter().any(|word| text.is(start + *it, word)) || after(*it);
            let name = (0..at).rev().take_while(|it| tags[*it].is_noun()).last();
            name.and_then(|it| it.checked_sub(1)).filter(opens).map(|_| Tag::ThirdPerson)
        }
        // "Five people hospitalized with burns".
        Tag::Adjective if word.ends_with("ed") && (before.is_noun() || before == Tag::Number) && alone() => {
            let behind = matches!(next, Tag::Preposition | Tag::Mark | Tag::To);
            (behind && !tags.iter().any(|it| it.is_finite())).then_some(Tag::Participle)
        }
        _ => compound(text, start, at, tags),
    }
}

/// Whether the word closes the sentence by telling who says so: "…, court rules".
fn tells_last(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    const TELLING: [&str; 10] = ["claim", "decide", "estimate", "find", "note", "report", "rule", "say", "show", "state"];
    let last = at + 1 == tags.len() || at + 2 == tags.len() && text.is(start + at + 1, ".");
    let word = text.word(start + at).to_lowercase();
    let tells = matches!(tags[at], Tag::Plural | Tag::Noun) && ends_in_s(&word) && TELLING.contains(&lemma(&word, Part::Verb).as_ref());
    let passes = |it: &usize| tags[*it].is_noun() || tags[*it].is_adjective();
    let opens = (0..at).rev().find(|it| !passes(it));
    last && tells && opens.is_some_and(|it| it + 1 < at && text.is(start + it, ","))
}

/// The verb that a word of a sentence without any must be: "200 firefighters battle blaze", "Police arrest two".
fn only_word(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> Option<Tag> {
    let word = text.word(start + at).to_lowercase();
    let many = at > 0 && (tags[at - 1] == Tag::Plural || text.is(start + at - 1, "police"));
    let next = tags.get(at + 1).copied().unwrap_or(Tag::Mark);
    let object = next.is_noun() || next.is_adjective() || matches!(next, Tag::Number | Tag::Determiner | Tag::PossessivePronoun);
    let verb = tags[at] == Tag::Noun && !text.tokens[start + at].capital && lemma(&word, Part::Verb) == word && knows(&word, Part::Verb);
    let police = at > 0 && text.is(start + at - 1, "police");
    let other = |it: usize| tells(tags[it]) && !(police && tags[it] == Tag::Participle) || tags[it] == Tag::Base;
    // "Norway win cup": a team is many.
    let team = at > 0 && tags[at - 1] == Tag::Name && PLAYING.contains(&word.as_str());
    ((many || team) && object && verb && !stretch(text, start, 0, tags).any(other)).then_some(Tag::Present)
}

/// Whether a word that may be a verb stands as a noun before a preposition: "plan for a lock".
pub(super) fn is_object(text: &Text<'_>, start: usize, at: usize) -> bool {
    const PLANS: [&str; 9] = ["aim", "bid", "deal", "delay", "plan", "pledge", "protest", "strike", "vote"];
    let leads = ["for", "in", "of", "on", "over", "to", "with"].iter().any(|it| text.is(start + at + 1, it));
    leads && PLANS.iter().any(|it| text.is(start + at, it))
}

/// Verbs of what happens to a thing by itself, once and to one: "after bridge collapses".
const FALLING: [&str; 9] = ["burst", "capsize", "collapse", "crash", "derail", "erupt", "explode", "overturn", "sink"];

/// Verbs of what a team does, which are nouns too.
const PLAYING: [&str; 5] = ["beat", "claim", "defeat", "draw", "win"];

/// Verbs of what somebody means to do, which are nouns too.
const AIMS: [&str; 9] = ["aim", "hope", "offer", "plan", "pledge", "promise", "threat", "try", "vow"];

/// Nouns with which headlines open, and which nobody bears for a name.
const OPENING_NOUNS: [&str; 48] = [
    "airline",
    "airport",
    "army",
    "attack",
    "attackers",
    "authorities",
    "avalanche",
    "blast",
    "blaze",
    "bomb",
    "bomber",
    "carmaker",
    "cholera",
    "company",
    "council",
    "court",
    "crash",
    "crews",
    "drought",
    "earthquake",
    "ferry",
    "fire",
    "firefighters",
    "flood",
    "floods",
    "gunman",
    "gunmen",
    "hackers",
    "hospital",
    "jury",
    "lawmakers",
    "minister",
    "officials",
    "plane",
    "police",
    "prosecutors",
    "protesters",
    "quake",
    "rebels",
    "rescuers",
    "senator",
    "soldiers",
    "storm",
    "teenager",
    "train",
    "troops",
    "violence",
    "wildfire",
];

/// Whether a word is a common noun whose capital is that of its headline.
pub(super) fn opens_headline(word: &str) -> bool {
    OPENING_NOUNS.contains(&word.to_lowercase().as_str())
}

/// Whether the words stand in a headline, which has no stop.
pub(super) fn is_headline(text: &Text<'_>, start: usize, tags: &[Tag]) -> bool {
    let last = (start + tags.len()).saturating_sub(1);
    ![".", "!", "?", ";", ":"].iter().any(|it| text.is(last, it))
}

pub(super) fn tells(tag: Tag) -> bool {
    tag.is_finite() || matches!(tag, Tag::Participle | Tag::Modal)
}

/// The words from `from` up to where another clause may begin.
pub(super) fn stretch(text: &Text<'_>, start: usize, from: usize, tags: &[Tag]) -> impl Iterator<Item = usize> {
    let ends = move |it: &usize| {
        let joins = matches!(tags[*it], Tag::WhDeterminer | Tag::WhPronoun | Tag::WhAdverb | Tag::WhPossessive);
        let word = text.word(start + *it).to_lowercase();
        joins || matches!(word.as_str(), "," | ";" | ":" | "that" | "if" | "because" | "while" | "though") || conjunctive(&word)
    };
    (from..tags.len()).take_while(move |it| !ends(it))
}

/// A compound that is a thing and describes none: "Ex-aide tells all".
fn compound(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> Option<Tag> {
    let hyphened = at >= 2 && text.word(start + at - 1) == "-" && text.tokens[start + at].glued && tags[at - 1] == tags[at];
    let prefix = || ["co", "ex", "half", "non", "vice"].iter().any(|it| text.is(start + at - 2, it));
    let next = tags.get(at + 1).copied().unwrap_or(Tag::Mark);
    let ends = next.is_finite() || matches!(next, Tag::Modal | Tag::Mark | Tag::Preposition);
    let noun = || knows(&lemma(&text.word(start + at).to_lowercase(), Part::Noun), Part::Noun);
    (tags[at].is_adjective() && hyphened && ends && prefix() && noun()).then_some(Tag::Noun)
}

/// Whether a word that could be a verb stands in a name of several nouns, and the verb comes later: "island ferry fares to rise".
pub(super) fn stands_in_a_name(word: &str, at: usize, tags: &[Tag]) -> bool {
    let next = tags.get(at + 1).copied().unwrap_or(Tag::Mark);
    let later = (at + 2..tags.len()).take_while(|it| tags[*it] != Tag::Mark).find(|it| tags[*it].is_verb() || tags[*it] == Tag::Modal);
    let aimed = later.is_some_and(|it| tags[it] == Tag::Base && tags[it - 1] == Tag::To);
    next == Tag::Plural && aimed && knows(word, Part::Noun)
}

/// Whether what looks like a verb is a noun, for another verb in a tense has the same subject: "the city's rebels in May freed two".
pub(super) fn stands_before_verb(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    let noun = knows(&lemma(&text.word(start + at).to_lowercase(), Part::Noun), Part::Noun);
    at > 0 && noun && (tags[at - 1].is_noun() || tags[at - 1] == Tag::PossessiveMark) && verb_follows(text, start, at, tags)
}

/// Whether a past tense is a participle, for another verb in a tense has the same subject: "a group blamed for two raids told a paper".
pub(super) fn crowded(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    // "Dahl said about 40 had died": what is said has a subject of its own.
    let says = saying(&lemma(&text.word(start + at).to_lowercase(), Part::Verb));
    at > 0 && tags[at - 1].is_noun() && !says && !only_past(text.word(start + at)) && verb_follows(text, start, at, tags)
}

/// Whether a preposition stands behind the word, and then a verb in a tense that has no subject of its own.
fn verb_follows(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    let hedges =
        tags.get(at + 2) == Some(&Tag::Number) && ["about", "around", "over", "under"].iter().any(|it| text.is(start + at + 1, it));
    let leads = matches!(tags.get(at + 1), Some(Tag::Preposition | Tag::To)) && !text.is(start + at + 1, "that") && !hedges;
    if !leads || conjunctive(&text.word(start + at + 1).to_lowercase()) && !text.is(start + at + 1, "since") {
        return false;
    }
    let mut behind = at + 1;
    while behind < tags.len() && !(tags[behind].is_verb() || tags[behind] == Tag::Modal) {
        let word = text.word(start + behind).to_lowercase();
        let year = tags.get(behind + 1) == Some(&Tag::Number);
        let passes = match tags[behind] {
            Tag::Preposition => word != "that" && (!conjunctive(&word) || year) && !OPENING.contains(&word.as_str()),
            Tag::To | Tag::Determiner | Tag::Number | Tag::PossessivePronoun | Tag::PossessiveMark => true,
            tag => tag.is_noun() || tag.is_adjective() && text.word(start + behind) != "-",
        };
        if !passes {
            return false;
        }
        behind += 1;
    }
    let finite = tags.get(behind).is_some_and(|it| it.is_finite() || *it == Tag::Modal);
    finite && !text.is(start + behind + 1, "by")
}

/// Words that are tagged as prepositions and open clauses.
const OPENING: [&str; 8] = ["although", "because", "if", "though", "unless", "whereas", "whether", "while"];

/// Whether a past tense behind the thing that a preposition leads to only describes that, for its clause has told all: "hidden in
/// boxes marked as fruit".
pub(super) fn trails(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    let next = tags.get(at + 1) == Some(&Tag::Preposition) && !text.is(start + at + 1, "that");
    if at == 0 || !next || !matches!(tags[at - 1], Tag::Noun | Tag::Plural) || only_past(text.word(start + at)) {
        return false;
    }
    let inside = |it: &usize| tags[*it].is_noun() || tags[*it].is_adjective() || matches!(tags[*it], Tag::Determiner | Tag::Number);
    let Some(first) = (0..at).rev().take_while(inside).last() else { return false };
    let led = first.checked_sub(1).filter(|it| tags[*it] == Tag::Preposition && !conjunctive(&text.word(start + it).to_lowercase()));
    let Some(led) = led else { return false };
    let passes = |it: &usize| inside(it) || matches!(tags[*it], Tag::Preposition | Tag::To | Tag::Adverb | Tag::PossessivePronoun);
    let Some(verb) = (0..led).rev().find(|it| !passes(it)) else { return false };
    let opens = verb > 0 && text.is(start + verb - 1, ",") && tags[verb] == Tag::Participle;
    let base = lemma(&text.word(start + verb).to_lowercase(), Part::Verb).into_owned();
    let clause = (verb + 1..led).any(|it| tags[it] == Tag::Preposition && OPENING.contains(&text.word(start + it).to_lowercase().as_str()));
    let object = (verb + 1..led).any(|it| tags[it].is_noun()) && tags[verb].is_finite();
    (opens || object && !saying(&base)) && !clause
}

#[cfg(test)]
mod tests {
    use super::super::tag::tests::check_tags;
    use super::*;
    use crate::extract::lexicon;

    fn check(source: &str, expected: &[(&str, Tag)]) {
        check_tags(&Text::new(source, lexicon()), expected);
    }

    #[test]
    fn the_verbs_of_a_headline_are_read() {
        check("Flood kills two, injures five others", &[("kills", Tag::ThirdPerson), ("injures", Tag::ThirdPerson)]);
        check("Off-duty guard kills thief who robbed a bank", &[("kills", Tag::ThirdPerson)]);
        check("Island ferry fares to go up by $4", &[("ferry", Tag::Noun)]);
        check("Ex-aide tells all", &[("aide", Tag::Noun)]);
        check("Death toll from storm rises to 45", &[("rises", Tag::ThirdPerson)]);
        check("Norline boss steps down amid probe", &[("steps", Tag::ThirdPerson)]);
        check("Rain kills 12, forces thousands to flee", &[("forces", Tag::ThirdPerson)]);
        check("Norline to cut 40 jobs, close four plants", &[("close", Tag::Base)]);
        check("Ten hurt as train hits lorry", &[("hurt", Tag::Participle)]);
        check("More than 200 crews battle blaze near Oslo", &[("battle", Tag::Present)]);
        check("Police arrest two sailors", &[("arrest", Tag::Present)]);
        check("Holm beat Varga in the final to win the title.", &[("beat", Tag::Past)]);
        check("Norland win fourth cup", &[("win", Tag::Present)]);
        check("City must pay for the ice, court rules.", &[("rules", Tag::ThirdPerson)]);
        check("Council backs plan for a lock", &[("backs", Tag::ThirdPerson), ("plan", Tag::Noun)]);
        check("Oil prices in Oslo up by a third", &[("prices", Tag::Plural)]);
    }

    #[test]
    fn a_participle_without_which_was_is_no_past() {
        check("A group blamed for two raids told a paper of its plans.", &[("blamed", Tag::Participle), ("told", Tag::Past)]);
        check("Divers found gold, hidden in boxes marked as fruit.", &[("marked", Tag::Participle)]);
        check("A group marched in Oslo and told a paper of its plans.", &[("marched", Tag::Past)]);
        check("Dahl said about 40 sailors had died.", &[("said", Tag::Past)]);
        check("Divers said prices in Oslo jumped in May.", &[("jumped", Tag::Past)]);
        check("The group marched before police told it of the plans.", &[("marched", Tag::Past)]);
    }
}
