//! Speaker: whether who says so in a passage is whom the claim names.

use std::borrow::Cow;

use crate::claim::Entity;
use crate::extract::Statement;
use crate::language::{governed_from, homeland, is_land, name};
use crate::text::Class;

use super::Answer;
use super::parts;
use super::passage::Passage;
use super::registry::Registry;

/// What the facet comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heard {
    /// What it answers.
    pub answer: Answer,
    /// The speaker of the passage, as resolved.
    pub speaker: Option<String>,
    /// Why it differs, or what was taken for granted.
    pub reason: Option<String>,
}

/// Who says what the passage says, and whether that is `asked`.
pub(super) fn speaker(asked: Option<&str>, said_by: Option<&str>, passage: &Passage<'_>, registry: &Registry) -> Heard {
    let resolved =
        said_by.map(|it| registry.resolve(it).and_then(|it| registry.entity(it)).map_or_else(|| it.to_owned(), |it| it.name.clone()));
    let Some(asked) = asked else {
        return Heard { answer: Answer::Silent, speaker: resolved, reason: None };
    };
    let Some(said_by) = said_by else {
        let own = [&passage.document.metadata.publisher, &passage.document.metadata.author];
        let voice = own.into_iter().flatten().any(|it| same(asked, it, registry));
        let answer = if voice { Answer::Agrees } else { Answer::Silent };
        let reason = (!voice).then(|| format!("said in the document's own voice, not by {asked}"));
        return Heard { answer, speaker: None, reason };
    };
    if same(asked, said_by, registry) {
        if let Some(other) = passage.statements.iter().find_map(|it| namesake(asked, said_by, passage, it)) {
            let reason = format!("ambiguous: said by {} or {other}", resolved.as_deref().unwrap_or(said_by));
            return Heard { answer: Answer::Silent, speaker: None, reason: Some(reason) };
        }
        return Heard { answer: Answer::Agrees, speaker: resolved, reason: None };
    }
    if government(asked).is_some_and(|it| body_of(said_by) == Some(it)) {
        let reason = format!("scope-differs: said by {said_by} for {asked}");
        return Heard { answer: Answer::Agrees, speaker: resolved, reason: Some(reason) };
    }
    let speaks_for = registry.resolve(said_by).and_then(|it| registry.entity(it)).is_some_and(|it| speaks_for(it, asked, registry));
    if speaks_for {
        let reason = format!("scope-differs: said by {} for {asked}", resolved.as_deref().unwrap_or(said_by));
        return Heard { answer: Answer::Agrees, speaker: resolved, reason: Some(reason) };
    }
    let reason = format!("said by {}, not by {asked}", resolved.as_deref().unwrap_or(said_by));
    Heard { answer: Answer::Differs, speaker: resolved, reason: Some(reason) }
}

/// Whether two names stand for one speaker.
pub(super) fn same(asked: &str, said_by: &str, registry: &Registry) -> bool {
    if let (Some(one), Some(other)) = (registry.resolve(asked), registry.resolve(said_by)) {
        return one == other;
    }
    if let (Some(one), Some(other)) = (government(asked), government(said_by)) {
        return one == other;
    }
    let (asked, said_by) = (&*principal(asked), &*principal(said_by));
    plain(asked) == plain(said_by) || name::same_person(asked, said_by) || together(said_by).any(|it| name::same_person(asked, it))
}

/// Whether who spoke belongs to the nameless people or body that a claim puts it to: "a police spokesman" to "police", "harbour
/// officials" to "officials".
pub(super) fn belongs(asked: &str, said_by: &str) -> bool {
    const OFFICIAL: [&str; 14] = [
        "agency",
        "council",
        "department",
        "governor",
        "mayor",
        "minister",
        "ministry",
        "office",
        "officer",
        "police",
        "prosecutor",
        "sheriff",
        "spokesman",
        "spokeswoman",
    ];
    const SPEAKING: [&str; 7] = ["chief", "department", "officer", "official", "spokesman", "spokesperson", "spokeswoman"];
    let words = |name: &str| plain(name).split(' ').map(super::meaning::stem).collect::<Vec<_>>();
    let (asked, said_by) = (words(asked), words(said_by));
    let has = |word: &str| said_by.iter().any(|it| it.trim_end_matches("'s") == word);
    let official = matches!(&asked[..], [only] if matches!(&**only, "official" | "authority")) && OFFICIAL.iter().any(|it| has(it));
    let speaks = said_by.last().is_some_and(|it| Some(it) == asked.last() || SPEAKING.contains(&&**it));
    official || speaks && asked.iter().all(|it| has(it))
}

/// The country whose government a name stands for, in small letters: "Oslo", "Norway", "the Norwegian government".
fn government(name: &str) -> Option<String> {
    let plain = plain(name);
    let plain = plain.strip_prefix("government of ").unwrap_or(&plain);
    let plain = plain.strip_suffix(" government").unwrap_or(plain);
    country(plain.strip_suffix("'s").unwrap_or(plain))
}

/// The country of a capital, of an adjective of nationality, or of its own name.
fn country(word: &str) -> Option<String> {
    let key = word.replace(' ', "_");
    let own = || is_land(&key).then_some(&*key);
    governed_from(&key).or_else(|| homeland(&key)).or_else(own).map(str::to_owned)
}

/// The country of a body of state: "the Norwegian defence ministry", "Norway's army".
fn body_of(name: &str) -> Option<String> {
    let plain = plain(&principal(name));
    let (first, rest) = plain.split_once(' ')?;
    let state = rest.split(' ').any(|it| matches!(it, "ministry" | "government" | "army" | "navy" | "parliament" | "authorities"));
    country(first.strip_suffix("'s").unwrap_or(first)).filter(|_| state)
}

/// For whom a spokesperson speaks: "the port authority" of "a spokeswoman for the port authority". Anybody else speaks for themselves.
fn principal(name: &str) -> Cow<'_, str> {
    const SPEAKING: [&str; 3] = ["spokesman", "spokesperson", "spokeswoman"];
    let bare = ["A ", "a ", "The ", "the "].iter().find_map(|it| name.strip_prefix(it)).unwrap_or(name);
    let (first, rest) = bare.split_once(' ').unwrap_or((bare, ""));
    let body = rest.strip_prefix("for ").or_else(|| rest.strip_prefix("of ")).filter(|_| SPEAKING.contains(&first));
    let body = body.or_else(|| bare.rsplit_once(' ').filter(|it| SPEAKING.contains(&it.1)).map(|it| it.0));
    body.map_or(Cow::Borrowed(name), |it| Cow::Owned(it.trim_end_matches("'s").to_owned()))
}

/// Another bearer of the speaker's family name whom the document names, where the passage gives the family name alone.
fn namesake(asked: &str, said_by: &str, passage: &Passage<'_>, statement: &Statement) -> Option<String> {
    let attribution = passage.attribution(statement)?;
    let text = &passage.document.text;
    let mention = attribution.mention?.of(text);
    if attribution.speaker.as_deref() != Some(said_by) || mention.contains(' ') || !asked.contains(' ') {
        return None;
    }
    let full = said_by.strip_suffix(mention)?.trim_end();
    let forename = full.rsplit(' ').next()?;
    text.match_indices(mention).find_map(|(at, _)| {
        let before = text.get(..at)?.strip_suffix(' ')?.rsplit([' ', '\n', '(', '“', '"']).next()?;
        let other = before != forename && name::sex(&before.to_lowercase()).is_some() && before.starts_with(char::is_uppercase);
        other.then(|| format!("{before} {mention}"))
    })
}

/// The names of those who speak together: "Anna Holm, Pavel Brandt and Jo Moss".
fn together(said_by: &str) -> impl Iterator<Item = &str> {
    let several = said_by.contains(" and ");
    said_by.split(" and ").flat_map(|it| it.split(", ")).filter(move |_| several)
}

/// A name in small letters without its article.
fn plain(name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'");
    lower.strip_prefix("the ").map_or(lower.clone(), str::to_owned)
}

/// Whether an official of a side speaks for the side that the claim names.
fn speaks_for(speaker: &Entity, asked: &str, registry: &Registry) -> bool {
    let Some(side) = &speaker.side else { return false };
    let asked = registry.resolve(asked).and_then(|it| registry.entity(it)).map_or(asked, |it| &it.name);
    plain(asked) == plain(side) && !speaker.roles.is_empty()
}

/// The speaker whom the clause names by a noun of saying before the token `at`: "port estimates were lower, about 1,200".
pub(super) fn by_noun(passage: &Passage<'_>, at: usize) -> Option<String> {
    let sense = &passage.sense;
    let first = (1..=at).rev().find(|it| parts::cuts_before(sense, *it) && sense.lower(*it) != ",").unwrap_or(0);
    let cue = (first..at).rev().find(|it| sense.class(*it).is(Class::NOUN_CUE))?;
    let end = if sense.lower(cue.checked_sub(1)?) == "'s" { cue - 1 } else { cue };
    let from = (first..end).rev().take_while(|it| sense.text.tokens[*it].capital).last()?;
    Some(sense.wording(from, end).to_owned())
}

/// The only speaker of the sentence, for words that stand in quotation marks outside what was read as reported.
pub(super) fn of_quotation(passage: &Passage<'_>, first: usize) -> Option<String> {
    let quoted = matches!(passage.sense.lower(first.checked_sub(1)?), "\"" | "“");
    let mut speakers: Vec<&String> = passage.statements.iter().filter_map(|it| it.speaker.as_ref()).collect();
    speakers.dedup();
    match speakers[..] {
        [only] if quoted => Some(only.clone()),
        _ => None,
    }
}
