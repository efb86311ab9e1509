//! Phrases that one word may stand for: a frog `at risk` is threatened, a `member of staff` is an employee.

use super::sense::{Role, Word};
use crate::language::{self, Lexeme};
use crate::text::{Class, Text};

/// Gives the phrases of a text the stems of the words that say the same; a phrase that says nothing is grammar.
pub(super) fn settle(words: &mut [Word], text: &Text<'_>) {
    let mut at = 0;
    while at < words.len() {
        at = match found(words, text, at) {
            Some(phrase) => {
                say(words, &phrase);
                phrase.tokens.last().copied().unwrap_or(at) + 1
            }
            None => at + 1,
        };
    }
}

/// A phrase that stands in a text.
struct Found {
    /// The tokens of its words.
    tokens: Vec<usize>,
    head: usize,
    says: Option<&'static str>,
}

/// The phrase that begins at a token.
fn found(words: &[Word], text: &Text<'_>, at: usize) -> Option<Found> {
    let first = &words[at];
    let stem = if first.stem == first.lower { &[][..] } else { language::phrases(&first.stem) };
    let phrases = language::phrases(&first.lower).iter().chain(stem);
    phrases.filter(|_| free(first)).find_map(|phrase| {
        let mut tokens = vec![at];
        for wanted in &phrase.words {
            let last = tokens.last().copied().unwrap_or(at);
            // "The film stars Ada Lund": a verb is no form of a noun; and "for sales of" is not "for sale".
            let bends = |it: &Word| it.noun && *it.stem == **wanted && !text.class(at).is(Class::PREPOSITION);
            let said = |it: &usize| words.get(*it).is_some_and(|it| *it.lower == **wanted || bends(it));
            // "In the hospital" is "in hospital".
            let next =
                Some(last + 1).filter(said).or_else(|| Some(last + 2).filter(|it| text.class(it - 1).is(Class::DETERMINER) && said(it)));
            tokens.push(next.filter(|it| free(&words[*it]))?);
        }
        Some(Found { head: tokens[phrase.head], tokens, says: phrase.says })
    })
}

/// Whether a word belongs to nothing else: no name, no idiom of a verb.
fn free(word: &Word) -> bool {
    word.role != Role::Name && word.idiom.is_none()
}

fn say(words: &mut [Word], phrase: &Found) {
    for at in &phrase.tokens {
        if words[*at].role == Role::Content {
            words[*at].role = Role::Function;
        }
    }
    let Some(says) = phrase.says else { return };
    let word = &mut words[phrase.head];
    (word.stem, word.role, word.lexeme, word.phrase) = (says.into(), Role::Content, Some(Lexeme::of(says)), None);
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_phrase_says_what_one_word_says() {
        check(
            "The yard dismissed a member of staff on Monday.",
            &["The yard dismissed an employee", "The yard dismissed a staff member"],
            &["The yard dismissed a customer", "The yard hired a member of staff"],
        );
        check(
            "The council signed a cease-fire with the rebels.",
            &["The council signed a ceasefire with the rebels", "The council signed a cease-fire with the rebels"],
            &["The council signed a treaty of friendship with the rebels"],
        );
        check(
            "The judge gave Karl Moss a prison term of five years.",
            &["The judge gave Karl Moss a jail sentence of five years"],
            &["The judge gave Karl Moss a suspended sentence of five years"],
        );
        check(
            "The yard closed because of a gas leak.",
            &["The yard closed due to a gas leak", "The yard closed owing to a gas leak"],
            &["The yard closed due to a fire"],
        );
    }

    #[test]
    fn a_word_is_taken_before_another_that_a_synonym_needs() {
        check(
            "The founder of the troubled yard was arrested over a scheme to prop up the struggling ferry line.",
            &["The founder of the precarious yard was arrested over a scheme to prop up the struggling ferry line"],
            &["The founder of the thriving yard was arrested over a scheme to prop up the struggling ferry line"],
        );
    }
}
