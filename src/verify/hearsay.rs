//! Hearsay: a claim that tells itself who says so, "the port will close, according to the mayor", weighed as what that speaker says.

use super::speaker;
use super::{Bearing, Evidence, Outcome, Terms, Verifier};
use crate::claim::{Claim, Verdict, read_sentence};
use crate::extract::{Attribution, Stance};
use crate::text::{Class, Kind, Span, Text};

/// What a claim says, cut from who says it.
#[derive(Debug)]
struct Hearsay {
    /// Who says so, as the claim names it.
    speaker: String,
    /// What the speaker says.
    said: Claim,
    /// What else it tells of the saying, which the passage has to have word by word: the day, the place.
    circumstances: Vec<String>,
    /// What the claim tells beside that in its own voice.
    own: Option<Claim>,
}

impl Verifier<'_> {
    /// What a claim that tells who says so comes to, where a document bears out what is said, by that speaker, and all else.
    pub(super) fn hearsay(&self, claim: &Claim, terms: &Terms<'_>) -> Option<Outcome> {
        let Hearsay { speaker, said, circumstances, own } = Hearsay::of(claim)?;
        let said_so = self.weigh(&said, terms);
        let there = |it: &Evidence| {
            let passage = self.corpus().documents.get(it.document).map_or("", |document| it.span.of(&document.text));
            circumstances.iter().all(|it| passage.contains(&**it))
        };
        if said_so.verdict != Verdict::Supported {
            return None;
        }
        let told = said_so.evidence.into_iter().filter(|it| it.bearing == Bearing::Supports);
        let mut evidence: Vec<Evidence> = told.filter(|it| there(it) && self.speaks(it, &speaker, terms)).collect();
        if evidence.is_empty() {
            return None;
        }
        let mut notes = said_so.notes;
        if let Some(own) = own {
            let outcome = self.weigh(&own, terms);
            let in_all = |it: &Evidence| outcome.evidence.iter().any(|own| own.bearing == Bearing::Supports && own.document == it.document);
            evidence.retain(in_all);
            if outcome.verdict != Verdict::Supported || evidence.is_empty() {
                return None;
            }
            evidence.extend(outcome.evidence);
            notes.extend(outcome.notes.into_iter().filter(|it| !it.starts_with("single-source")));
        }
        Some(Outcome { verdict: Verdict::Supported, evidence, notes })
    }

    /// Whether who says what a passage says is whom the claim means.
    fn speaks(&self, evidence: &Evidence, asked: &str, terms: &Terms<'_>) -> bool {
        let Some(said_by) = evidence.speaker.as_deref() else { return false };
        if speaker::same(asked, said_by, self.library.registry()) || speaker::belongs(asked, said_by) {
            return true;
        }
        // "The mayor" for "Holm": that Holm is the mayor must stand in the same document.
        let identity = read_sentence(&format!("{said_by} is {asked}."));
        let named = said_by.starts_with(char::is_uppercase) && !asked.starts_with(char::is_uppercase);
        let outcome = named.then(|| self.plainly(&identity, terms));
        outcome.is_some_and(|it| it.verdict == Verdict::Supported && it.evidence.iter().any(|it| it.document == evidence.document))
    }
}

impl Hearsay {
    /// Cuts a claim that one speaker says in part or whole; none where none does, or several do.
    fn of(claim: &Claim) -> Option<Self> {
        let [attribution] = &claim.reading.attributions[..] else { return None };
        let (mention, cue) = (attribution.mention?, attribution.cue?);
        if attribution.stance != Stance::Asserts || attribution.content.is_empty() {
            return None;
        }
        let words = &claim.words;
        let speaker = attribution.speaker.clone().unwrap_or_else(|| mention.of(words).to_owned());
        let text = Text::new(words, crate::extract::lexicon());
        let pronoun = |span: Span| text.tokens.iter().any(|it| it.span == span && it.class.is(Class::PRONOUN));
        if pronoun(mention) && attribution.speaker.is_none() {
            return None;
        }
        let frame = frame(claim, attribution, mention, cue);
        let said = piece(claim, attribution.content, frame)?;
        let rest = rest(words, attribution.content, frame);
        let own = has_words(&rest).then(|| read_sentence(&rest));
        let circumstances = circumstances(&text, words, frame, [mention, cue]);
        Some(Self { speaker, said, circumstances, own })
    }
}

/// The words that only tell that somebody says it.
fn frame(claim: &Claim, attribution: &Attribution, mention: Span, cue: Span) -> Span {
    let content = attribution.content;
    let whole = mention.join(cue);
    let apart = whole.end <= content.start || content.end <= whole.start;
    let between = Span { start: mention.end.min(cue.end), end: mention.start.max(cue.start) };
    // "Holm closed the port, saying that …": what stands between is told beside it.
    let close = between.start >= between.end || between.of(&claim.words).split_whitespace().count() <= 2;
    let outer = if apart && close { whole } else { cue };
    // Up to what is said: "said on Monday that".
    if outer.end <= content.start {
        return Span { start: outer.start, end: content.start };
    }
    let end = claim.reading.sentences.iter().map(|it| it.span).find(|it| it.end >= outer.end).map_or(outer.end, |it| it.end);
    let days = claim.reading.dates.iter().map(|it| it.span).filter(|it| it.start >= outer.end && it.end <= end);
    Span { start: outer.start.min(content.end), end: days.map(|it| it.end).fold(outer.end, u32::max) }
}

/// The words of a frame that tell more of the saying than that it was said, and by whom.
fn circumstances(text: &Text<'_>, words: &str, frame: Span, known: [Span; 2]) -> Vec<String> {
    const EMPTY: [&str; 6] = ["has", "have", "media", "news", "reporters", "statement"];
    let plain = Class::PREPOSITION | Class::DETERMINER | Class::CONJUNCTION | Class::PRONOUN | Class::AUXILIARY;
    let tells = |it: &&crate::text::Token| {
        let word = it.span.of(words);
        let says = it.kind != Kind::Mark && !it.class.is(plain) && !EMPTY.contains(&word) && word != "that";
        says && frame.contains(it.span) && !known.iter().any(|known| known.contains(it.span))
    };
    text.tokens.iter().filter(tells).map(|it| it.span.of(words).to_owned()).collect()
}

/// What is said as a claim of its own, of the time that its frame names.
fn piece(claim: &Claim, content: Span, frame: Span) -> Option<Claim> {
    let words = content.of(&claim.words).trim_matches([',', ' ']);
    if !has_words(words) {
        return None;
    }
    let mut said = read_sentence(words);
    said.speaker = None;
    let mut dates = claim.reading.dates.iter().filter(|it| it.absolute && frame.contains(it.span));
    said.period = said.period.or(dates.next().map(|it| it.period));
    Some(said)
}

/// The words of a claim outside what is said and its frame.
fn rest(words: &str, content: Span, frame: Span) -> String {
    let taken = content.join(frame);
    let before = Span { start: 0, end: taken.start }.of(words);
    let behind = Span { start: taken.end, ..Span::new(0, words.len()) }.of(words);
    let plain = |it: &str| it.trim_matches([' ', ',', '.', ';', ':']).to_owned();
    [plain(before), plain(behind)].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

fn has_words(words: &str) -> bool {
    let text = Text::new(words, crate::extract::lexicon());
    text.tokens.iter().filter(|it| it.kind == Kind::Word && !it.class.is(Class::CONJUNCTION | Class::DETERMINER)).count() > 1
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn who_says_so_may_be_told_in_other_words() {
        check(
            "The old port was closed on Tuesday, according to harbour officials.",
            &["The old port was closed on Tuesday, harbour officials said", "Officials said the old port was closed on Tuesday"],
            &["The old port was closed on Tuesday, the mayor said", "The old port was closed on Tuesday, according to the navy"],
        );
        check(
            "Anna Holm, the mayor of Lindvik, told reporters on Friday that the old port would be closed.",
            &["The old port will be closed, according to the mayor", "The mayor said on Friday that the old port would be closed"],
            &["The old port will be closed, according to the bishop", "The mayor said on Monday that the old port would be closed"],
        );
    }

    #[test]
    fn what_stands_beside_the_saying_is_borne_out_too() {
        check(
            "Norland Rail announced that it had closed its yard, because the crew needs more time to mend the cranes.",
            &[],
            &["Norland Rail has sold its yard, saying that the crew needs more time to mend the cranes"],
        );
    }
}
