//! Reference: whether "it" or "the film" stands for what a claim names, where its document names nothing else.
//!
//! A document that is handed over with a claim is about what the claim is about. If it begins with "the film" or "she" and
//! no name stands before that, the claim's subject is meant, provided that a figure, a date or another name agrees too.

use std::ops::Range;

use super::align::Alignment;
use super::asked::Wanted;
use super::context::{Context, GENERIC};
use super::graph::Tie;
use super::meaning::{Kinship, Meaning};
use super::passage::Passage;
use super::sense::{Role, Sense};
use super::{Answer, Facets};
use crate::language::{homeland, name};
use crate::text::Kind;

/// What a passage says in place of the name that a claim has for its subject.
#[derive(Debug)]
pub(super) struct Referred {
    /// The tokens of the claim's name.
    name: Range<usize>,
    /// The tokens of the passage that stand for it.
    by: Vec<usize>,
}

/// Nouns that stand for a place that was named before.
const PLACES: [&str; 6] = ["county", "district", "province", "region", "state", "town"];

/// What stands for the subject of the claim in the passage, where the document leaves it without a name.
pub(super) fn referred(
    wanted: &Wanted<'_>,
    passage: &Passage<'_>,
    alignment: &Alignment,
    context: &Context<'_, '_>,
    meaning: &Meaning,
) -> Option<Referred> {
    let name = missing_name(wanted, alignment)?;
    if !is_subject(&wanted.sense, &name) {
        return None;
    }
    let named = |it: &Passage<'_>, until: usize| {
        let said = Alignment::new(&it.sense, &it.mentions, &wanted.sense, &wanted.mentions, meaning);
        let stranger = |at: usize| it.sense.words[at].role == Role::Name && !said.says(at) && homeland(it.sense.lower(at)).is_none();
        (0..until.min(it.sense.words.len())).any(stranger)
    };
    if context.all_before()?.any(|it| named(it, usize::MAX)) {
        return None;
    }
    let by: Vec<usize> = (0..passage.sense.words.len()).filter(|it| stands_for(&passage.sense, *it, &wanted.sense, &name)).collect();
    let first = *by.first()?;
    (!named(passage, first)).then_some(Referred { name, by })
}

impl Referred {
    /// The alignment in which the claim's name is answered by what stands for it.
    pub(super) fn alignment(&self, plain: &Alignment) -> Alignment {
        let mut alignment = plain.clone();
        for at in self.name.clone() {
            if let Some(answers) = alignment.answers.get_mut(at) {
                *answers = self.by.iter().map(|it| (*it, Kinship::Same)).collect();
            }
        }
        alignment
    }

    /// Whether something beside common words ties the passage to the claim.
    pub(super) fn is_held(&self, wanted: &Wanted<'_>, plain: &Alignment, facets: Facets) -> bool {
        let named = |at: usize| !self.name.contains(&at) && wanted.names(at) && plain.says(at);
        let dated = !wanted.sense.dates.is_empty() && facets.period == Answer::Agrees;
        facets.amount == Answer::Agrees || dated || wanted.sense.content().any(named)
    }

    /// For a person, what was taken for what.
    pub(super) fn reason(&self, wanted: &Wanted<'_>, passage: &Passage<'_>) -> String {
        let (name, by) = (wanted.sense.wording(self.name.start, self.name.end), self.by.first().copied().unwrap_or_default());
        format!("“{name}” is taken to be what “{}” stands for, which the document does not name", passage.sense.wording(by, by + 1))
    }
}

/// The one name of the claim that the passage says no word of.
fn missing_name(wanted: &Wanted<'_>, alignment: &Alignment) -> Option<Range<usize>> {
    let missing = |at: usize| wanted.sense.words.get(at).is_some_and(|it| it.role == Role::Name) && !alignment.says(at);
    let first = (0..wanted.sense.words.len()).find(|it| missing(*it))?;
    let joins = |at: usize| wanted.sense.words[at].role == Role::Mark || matches!(wanted.sense.lower(at), "of" | "the" | "and");
    let mut end = first + 1;
    for at in first + 1..wanted.sense.words.len() {
        if missing(at) {
            if !(end..at).all(joins) {
                return None;
            }
            end = at + 1;
        }
    }
    // "Pier 47": the number is part of the name.
    if wanted.sense.text.tokens.get(end).is_some_and(|it| it.kind == Kind::Number) && !alignment.says(end) {
        end += 1;
    }
    let part = |at: usize| wanted.sense.words.get(at).is_some_and(|it| it.role == Role::Name);
    let whole = !part(end) && first.checked_sub(1).is_none_or(|it| !part(it));
    whole.then_some(first..end)
}

/// Whether the claim is told of the name: it stands before the verb, as who does or is it or as the owner of that.
fn is_subject(sense: &Sense<'_>, name: &Range<usize>) -> bool {
    let graph = sense.graph();
    let tied = |it: &super::graph::Link| name.contains(&it.part) && it.tie != Tie::Adjunct && it.tie != Tie::Maybe;
    let verb = (0..sense.words.len()).find(|it| graph.is_verb(*it) && !name.contains(it));
    verb.is_some_and(|it| name.end <= it) && graph.links.iter().any(|it| tied(it) && !name.contains(&it.head))
}

/// Whether the word at `at` of a passage can stand for a name.
fn stands_for(sense: &Sense<'_>, at: usize, claim: &Sense<'_>, name: &Range<usize>) -> bool {
    let sex = name::sex(claim.wording(name.start, name.start + 1));
    match sense.lower(at) {
        "he" | "his" => sex != Some(name::Sex::Female),
        "she" | "her" => sex != Some(name::Sex::Male),
        "it" | "its" => sex.is_none(),
        "they" | "their" => true,
        _ => {
            let noun = &*sense.words[at].stem;
            let definite = at > 0 && matches!(sense.lower(at - 1), "the" | "this");
            definite && sex.is_none() && (GENERIC.contains(&noun) || PLACES.contains(&noun))
        }
    }
}
