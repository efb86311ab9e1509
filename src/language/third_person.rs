//! Words in -s that may be a plural or a verb in the third person, in whole sentences.

use super::stem::lemma;
use super::tag::Tag;
use super::telegraph;
use super::vocabulary::{Part, knows};
use crate::text::Text;

/// Whether a word has the form of the third person, which ends in an s.
pub(super) fn ends_in_s(word: &str) -> bool {
    word.ends_with(['s', 'S'])
}

/// Whether what the model takes for a plural must be a verb.
pub(super) fn tells(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    if text.tokens[start + at].capital || !ends_in_s(text.word(start + at)) {
        return false;
    }
    let whole = !telegraph::is_headline(text, start, tags);
    let known = || {
        let word = text.word(start + at).to_lowercase();
        // The tables have "lives" for more than one life.
        whole && word == "lives" || knows(&lemma(&word, Part::Verb), Part::Verb)
    };
    (aims(text, start, at, tags) || goes_on(text, start, at, tags, whole) || whole && is_wanted(text, start, at, tags)) && known()
}

/// "The union plans to strike".
fn aims(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    const AIMS: [&str; 10] = ["aims", "hopes", "moves", "needs", "offers", "plans", "promises", "threatens", "vows", "wants"];
    let word = text.word(start + at).to_lowercase();
    let infinitive = tags.get(at + 1) == Some(&Tag::To) && tags.get(at + 2) == Some(&Tag::Base);
    let subject = at > 0 && (matches!(tags[at - 1], Tag::Noun | Tag::Name) || behind_aside(text, start, at, tags));
    let later = tags.iter().enumerate().skip(at + 1).take_while(|it| text.word(start + it.0) != ",").any(|it| it.1.is_finite());
    AIMS.contains(&word.as_str()) && infinitive && subject && !later
}

/// "The council backs plans for a bridge.": without it nothing would be told.
fn is_wanted(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    let subject = at > 0 && matches!(tags[at - 1], Tag::Noun | Tag::Name) && opens(tags) && !(0..at).any(|it| text.is(start + it, ","));
    let first = subject && all_relative(tags.get(..at).unwrap_or_default()) || behind_aside(text, start, at, tags);
    // "Two days later": a time is no one's doing.
    let dated = tags.get(at + 1) == Some(&Tag::Adverb) || tags.get(at + 1) == Some(&Tag::Mark);
    first && !dated && !telegraph::stretch(text, start, at + 1, tags).any(|it| telegraph::tells(tags[it]))
}

/// "Rises in the hills and flows into the sea", "bans fireworks and limits noise": a second verb of the same subject. What stands behind
/// it tells more in a `whole` sentence than in a headline.
fn goes_on(text: &Text<'_>, start: usize, at: usize, tags: &[Tag], whole: bool) -> bool {
    /// Words that lead on from a verb of motion.
    const WAYS: [&str; 10] = ["across", "along", "down", "into", "onto", "out", "past", "through", "under", "up"];
    /// Plurals that describe the noun behind them.
    const DESCRIBING: [&str; 8] = ["arms", "communications", "goods", "sales", "savings", "services", "sports", "systems"];
    let joined = at > 0 && text.is(start + at - 1, "and");
    if !joined || tags.iter().take(at).rev().find(|it| it.is_finite()) != Some(&Tag::ThirdPerson) {
        return false;
    }
    let is = |at: usize, words: &[&str]| words.iter().any(|it| text.is(start + at, it));
    match tags.get(at + 1) {
        Some(Tag::Determiner | Tag::PossessivePronoun) => true,
        // "Works in Marstad and lives in Holm": a name stands beside no common noun.
        Some(Tag::Preposition) if at > 1 && tags[at - 2] == Tag::Name => true,
        Some(Tag::Number | Tag::Pronoun | Tag::Noun | Tag::Present) if whole && !is(at, &DESCRIBING) => true,
        _ => is(at + 1, &WAYS),
    }
}

/// Whether the word behind a verb in the third person is what that verb is told of, and no verb itself.
pub(super) fn has_object(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    const HELPING: [&str; 6] = ["does", "has", "helps", "is", "lets", "makes"];
    let verb = at > 0 && tags[at - 1] == Tag::ThirdPerson && !HELPING.iter().any(|it| text.is(start + at - 1, it));
    verb && knows(&text.word(start + at).to_lowercase(), Part::Noun)
}

/// Whether the comma that closes an aside stands before, and no verb so far is the sentence's own: "the bank, which is old, plans".
fn behind_aside(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    let commas = (0..at).filter(|it| text.is(start + it, ",")).count();
    commas > 1 && text.is(start + at - 1, ",") && opens(tags) && all_relative(tags.get(..at).unwrap_or_default())
}

/// Whether a sentence begins with what may be its subject.
fn opens(tags: &[Tag]) -> bool {
    matches!(tags.first(), Some(Tag::Determiner | Tag::Noun | Tag::Name | Tag::Plural | Tag::PossessivePronoun))
}

/// Whether each verb in a tense belongs to a relative clause.
fn all_relative(tags: &[Tag]) -> bool {
    let relatives = tags.iter().filter(|it| matches!(it, Tag::WhDeterminer | Tag::WhPronoun | Tag::WhPossessive)).count();
    tags.iter().filter(|it| it.is_finite()).count() == relatives
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
    fn a_sentence_has_its_verb() {
        check("The bank, which employs 40 people, plans to close.", &[("plans", Tag::ThirdPerson)]);
        check("The bank, which employs 40 people, reports a loss.", &[("reports", Tag::ThirdPerson)]);
        check("The council backs plans for a bridge.", &[("backs", Tag::ThirdPerson), ("plans", Tag::Plural)]);
        check("The firm names Holm as chair after Lund quits.", &[("names", Tag::ThirdPerson)]);
        check("The strike, the first in 12 years, delays flights.", &[("delays", Tag::ThirdPerson)]);
        check("The council tax plans for Lindvik were dropped.", &[("plans", Tag::Plural)]);
        check("In the city, council plans were dropped.", &[("plans", Tag::Plural)]);
        check("The ferry, which carries cars, sank.", &[("cars", Tag::Plural)]);
    }

    #[test]
    fn a_second_verb_goes_on() {
        check("The law bans fireworks and limits noise.", &[("limits", Tag::ThirdPerson), ("noise", Tag::Noun)]);
        check("He trains in Marstad and lives in Holm.", &[("lives", Tag::ThirdPerson)]);
        check("She sells boats and ships.", &[("ships", Tag::Plural)]);
        check("She sells boats and sports gear.", &[("sports", Tag::Plural)]);
    }
}
