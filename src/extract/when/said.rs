//! When something was said: the day by the verb of saying, or the day of the words before.

use super::{LONGEST, NEAR, Scene, beside};
use crate::extract::date::Relation;
use crate::extract::{Attribution, DateMention, Period};
use crate::text::{Class, Sentence, Span, Text, Words, words};

/// Sentences over which a report is taken to go on with the day of the report before it.
const REACH: usize = 12;

/// A report whose day is known.
struct Report<'a> {
    speaker: Option<&'a str>,
    said: Period,
    sentence: usize,
    /// Whether the day stands by it, and is not carried on from another.
    dated: bool,
}

impl Scene<'_, '_> {
    /// When each attribution was said.
    pub(super) fn said(&self) -> Vec<Option<Period>> {
        let mut reports: Vec<Report<'_>> = Vec::new();
        let mut said = Vec::with_capacity(self.attributions.len());
        let lead = if self.attributions.is_empty() { None } else { self.lead() };
        for attribution in self.attributions {
            let sentence = self.text.sentence_at(cue(attribution).start);
            let speaker = attribution.speaker.as_deref();
            let framed = self.framed(attribution, sentence);
            let undated = || if self.told_before(attribution) { None } else { carried(&reports, speaker, sentence, self.text).or(lead) };
            let day = framed.or_else(undated);
            if let Some(said) = day {
                reports.push(Report { speaker, said, sentence, dated: framed.is_some() });
            }
            said.push(day);
        }
        said
    }

    /// The day that stands by the words of saying, outside of any content.
    fn framed(&self, attribution: &Attribution, sentence: usize) -> Option<Period> {
        let cue = attribution.cue?;
        let near = beside(self.dates_in(self.text.sentences.get(sentence)?.span), cue);
        let apart = |it: &&DateMention| !self.around(it.span).iter().any(|other| reported(other, it.span));
        let during = |it: &&DateMention| it.relation == Relation::During && it.within.days() <= LONGEST;
        let reach = |it: &DateMention| if it.span.start >= cue.end { self.between(cue, it.span) } else { self.between(it.span, cue) };
        let own = |it: &&DateMention| !self.of_another(attribution, cue, it.span);
        let found = near.iter().filter(during).filter(apart).filter(own).filter_map(|it| Some((reach(it)?, it)));
        found.min_by_key(|it| it.0).map(|it| it.1.within).or_else(|| self.done(attribution))
    }

    /// Whether a date beside the words of saying belongs to a noun, to an aside on the speaker, or to a next verb.
    fn of_another(&self, attribution: &Attribution, cue: Span, date: Span) -> bool {
        const SAID: &[&str] =
            &["speech", "interview", "address", "remarks", "testimony", "broadcast", "briefing", "conference", "debate", "news"];
        let (first, last) = (self.text.token_at(date.start), self.text.token_at(date.end));
        let marked = |from: usize, to: usize, words: &[&str]| (from..to).any(|it| words.contains(&self.text.word(it)));
        // "In response to Tuesday's vote, Holm said".
        if self.possessive(date) {
            let noun = self.text.word(last + 1);
            return !(SAID.contains(&noun) || self.text.class(last + 1).is(Class::NOUN_CUE));
        }
        // "After the vote of May 2024, Holm said".
        if first.checked_sub(1).is_some_and(|it| self.text.is(it, "of")) {
            return true;
        }
        // "Holm, elected in May 2024, said".
        if let Some(mention) = attribution.mention.filter(|it| it.end <= date.start && date.end <= cue.start) {
            return marked(self.text.token_at(mention.end), first, &[","]) && marked(last, self.text.token_at(cue.start), &[","]);
        }
        // "Holm said, and on Friday resigned".
        date.start >= cue.end && marked(self.text.token_at(cue.end), first, &["and", "but"])
    }

    /// The day in a content that names a deed and tells no more: "announced the closure in May".
    fn done(&self, attribution: &Attribution) -> Option<Period> {
        let date = self.dates_in(attribution.content).iter().find(|it| it.relation == Relation::During && it.within.days() <= LONGEST)?;
        let (first, last) = (self.text.token_at(attribution.content.start), self.text.token_at(date.span.start));
        let deed = !attribution.direct
            && self.text.class(first).is(Class::DETERMINER)
            && (first..last).all(|it| !self.finite(it) && !self.opens_clause(it, last));
        deed.then_some(date.within)
    }

    /// Whether the report is told as older than what stands around it: "had said", "said earlier".
    fn told_before(&self, attribution: &Attribution) -> bool {
        let Some(cue) = attribution.cue else { return false };
        let at = self.text.token_at(cue.start);
        let near = |it: usize, words: &Words| self.text.any(it, words);
        (1..=2).filter_map(|it| at.checked_sub(it)).any(|it| near(it, words!["had", "earlier", "previously", "once"]))
            || near(at + 1, words!["earlier", "previously"])
    }

    /// The day of the event that the text opens with, where it lies within a week before the text.
    fn lead(&self) -> Option<Period> {
        const OPENING: usize = 4;
        let published = self.published?;
        let end = self.text.sentences.get(OPENING.min(self.text.sentences.len()).checked_sub(1)?)?.span.end;
        let recent = |it: &&DateMention| {
            it.within.is_day()
                && it.relation == Relation::During
                && it.within.from <= published.to
                && it.within.shifted(7).from >= published.from
        };
        let told = |it: &&DateMention| !it.absolute && self.own(it.span) && !self.possessive(it.span) && self.clear_before(it.span);
        self.dates.iter().take_while(|it| it.span.end <= end).find(|it| recent(it) && told(it)).map(|it| it.within)
    }

    /// Whether no clause opens between the beginning of the sentence and `span`.
    fn clear_before(&self, span: Span) -> bool {
        let Some(sentence) = self.text.sentences.get(self.text.sentence_at(span.start)) else { return false };
        self.clear(sentence.tokens().start, self.text.token_at(span.start), |_| true)
    }
}

/// The words of saying, or what stands for them.
fn cue(attribution: &Attribution) -> Span {
    attribution.cue.or(attribution.mention).unwrap_or(attribution.content)
}

/// Whether a date is part of what was reported; right behind the words of saying it tells when it was said.
fn reported(attribution: &Attribution, date: Span) -> bool {
    let leads =
        attribution.cue.is_some_and(|it| it.end <= date.start && date.start <= it.end + 4) && date.start <= attribution.content.start + 3;
    attribution.content.contains(date) && !leads
}

/// The day of the same speaker's last dated words, else that of a report shortly before.
fn carried(reports: &[Report<'_>], speaker: Option<&str>, sentence: usize, text: &Text<'_>) -> Option<Period> {
    let same = reports.iter().rev().take(NEAR).find(|it| speaker.zip(it.speaker).is_some_and(|(one, other)| same_speaker(one, other)));
    if let Some(report) = same {
        return Some(report.said);
    }
    let last = reports
        .iter()
        .rev()
        .find(|it| it.dated)
        .filter(|it| it.said.days() <= 7 && sentence >= it.sentence && sentence - it.sentence <= REACH)?;
    (last.sentence + 1..=sentence).all(|it| !heading(text, it)).then_some(last.said)
}

/// Whether two names are one and no pronoun, or one of them is the other's last part: "Sergei Holm" and "Holm".
fn same_speaker(one: &str, other: &str) -> bool {
    let last = |it: &str| it.rsplit(' ').next().filter(|it| it.starts_with(char::is_uppercase)).map(String::from);
    let pronoun = |it: &str| ["he", "she", "they", "it", "we", "i", "who"].iter().any(|other| other.eq_ignore_ascii_case(it));
    if pronoun(one) {
        return false;
    }
    one == other || ((one.ends_with(other) || other.ends_with(one)) && last(one).is_some() && last(one) == last(other))
}

/// Whether a sentence is a heading: a paragraph of its own without a stop.
fn heading(text: &Text<'_>, sentence: usize) -> bool {
    let Some(this) = text.sentences.get(sentence) else { return false };
    let alone = |other: Option<&Sentence>| other.is_none_or(|it| it.paragraph != this.paragraph);
    let before = sentence.checked_sub(1).and_then(|it| text.sentences.get(it));
    let stopped = this.span.of(text.source).ends_with(['.', '!', '?', '"', '”', ':', ')', ',', '…']);
    alone(before) && alone(text.sentences.get(sentence + 1)) && !stopped
}
