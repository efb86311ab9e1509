//! When a statement was said, and the time that it speaks of.
//!
//! The day on which something was said stands by the verb of saying, outside of what was said: "told reporters on Sunday
//! that". Where it stands nowhere, it is that of the same speaker's last dated words, or else of the report that goes
//! before. The time that a statement speaks of stands in its own clause; a date in a clause below it is another thing's.

use super::date::Relation;
use super::{Attribution, DateMention, Period, Quantity, Setting, Statement};
use crate::text::{Class, Kind, Span, Text};

/// Sentences over which a report is taken to go on with the day of the report before it.
const REACH: usize = 12;

/// The longest period, in days, that still tells when something was said: a quarter.
const LONGEST: i32 = 92;

/// Fills in `said` and `as_of` of `statements`.
pub(super) fn tell(
    text: &Text<'_>,
    statements: &mut [Statement],
    quantities: &[Quantity],
    dates: &[DateMention],
    attributions: &[Attribution],
    setting: &Setting,
) {
    if dates.is_empty() {
        return;
    }
    let scene = Scene { text, dates, attributions, published: setting.published };
    let said = scene.said();
    for statement in statements {
        statement.said = statement.attribution.and_then(|it| said.get(it).copied().flatten());
        let place = statement.quantity.and_then(|it| quantities.get(it)).map(|it| it.number);
        statement.as_of = scene.as_of(statement, place);
    }
}

struct Scene<'a, 't> {
    text: &'a Text<'t>,
    dates: &'a [DateMention],
    attributions: &'a [Attribution],
    published: Option<Period>,
}

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
    fn said(&self) -> Vec<Option<Period>> {
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
        let near = self.dates_in(self.text.sentences.get(sentence)?.span);
        let apart = |it: &&DateMention| !self.attributions.iter().any(|other| reported(other, it.span));
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

    /// Whether a date owns what follows, as in "Tuesday's vote".
    fn possessive(&self, date: Span) -> bool {
        let after = self.text.token_at(date.end);
        self.text.token(after).is_some_and(|it| it.kind == Kind::Clitic && it.glued)
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

    /// The tokens between two places of a sentence, where no other clause or report lies between them.
    fn between(&self, one: Span, two: Span) -> Option<usize> {
        let (first, last) = (self.text.token_at(one.end), self.text.token_at(two.start));
        self.clear(first, last, |it| !self.is_cue(it)).then(|| last.saturating_sub(first))
    }

    /// Whether no other clause begins between two tokens and all tokens between them `pass`; asides between commas are left out.
    fn clear(&self, first: usize, last: usize, mut pass: impl FnMut(usize) -> bool) -> bool {
        let mut at = first;
        while at < last {
            let aside = self.text.word(at) == "," && self.opens_clause(at + 1, last);
            if let Some(end) = (at + 2..last).find(|it| self.text.word(*it) == ",").filter(|_| aside) {
                at = end + 1;
                continue;
            }
            if self.opens_clause(at, last) || !pass(at) {
                return false;
            }
            at += 1;
        }
        true
    }

    fn is_cue(&self, at: usize) -> bool {
        let Some(token) = self.text.token(at).filter(|it| it.class.is(Class::SPEECH_CUE)) else { return false };
        self.attributions.iter().any(|it| it.cue.is_some_and(|it| it.contains(token.span)))
    }

    /// Whether another clause begins at `at`, before the token `last` that a preposition may belong to.
    fn opens_clause(&self, at: usize, last: usize) -> bool {
        const RELATIVES: &[&str] =
            &["which", "who", "whose", "whom", "where", "when", "while", "because", "although", "though", "whereas", "if", "unless"];
        const ALSO_PREPOSITIONS: &[&str] = &["after", "before", "since", "until", "as"];
        let word = self.text.word(at);
        match self.text.token(at).map(|it| it.kind) {
            Some(Kind::Mark) => matches!(word, ";" | "(" | ")" | "—" | "–" | "--"),
            Some(Kind::Word) => RELATIVES.contains(&word) || (at + 2 < last && ALSO_PREPOSITIONS.contains(&word)),
            _ => false,
        }
    }

    /// Whether the report is told as older than what stands around it: "had said", "said earlier".
    fn told_before(&self, attribution: &Attribution) -> bool {
        let Some(cue) = attribution.cue else { return false };
        let at = self.text.token_at(cue.start);
        let near = |it: usize, words: &[&str]| words.iter().any(|word| self.text.is(it, word));
        (1..=2).filter_map(|it| at.checked_sub(it)).any(|it| near(it, &["had", "earlier", "previously", "once"]))
            || near(at + 1, &["earlier", "previously"])
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

    fn dates_in(&self, span: Span) -> &[DateMention] {
        let first = self.dates.partition_point(|it| it.span.start < span.start);
        let end = self.dates.partition_point(|it| it.span.start < span.end);
        self.dates.get(first..end).unwrap_or_default()
    }

    /// The time that a statement speaks of: a date of its content that belongs to the clause of `place`, or of its beginning.
    fn as_of(&self, statement: &Statement, place: Option<Span>) -> Option<Period> {
        let content = statement.content;
        let start = Span { start: content.start, end: content.start };
        let place = place.unwrap_or(start);
        let inside = self.dates_in(content).iter().enumerate().filter(|it| statement.attribution.is_some() || self.own(it.1.span));
        let bound = inside.filter_map(|(index, it)| {
            let reach =
                if it.span.start >= place.end { self.governs(content, place, it.span)? } else { self.opens_with(content, it.span, place)? };
            Some((reach, index))
        });
        let Some((_, index)) = bound.min() else { return self.opening(statement) };
        let near = self.dates_in(content);
        let date = near.get(index)?;
        if let Some(days) = self.ranged(near, index) {
            return Some(days);
        }
        let days = date.within;
        let now = statement.said.or(self.published).map(|it| it.to);
        match date.relation {
            Relation::During | Relation::Until => Some(days),
            Relation::Since => Some(Period { from: days.from, to: now.filter(|it| *it >= days.to).unwrap_or(days.to) }),
            Relation::Before | Relation::After => None,
        }
    }

    /// The year or more that a sentence opens with, before the speaker: "In 2024, Holm said, exports fell".
    fn opening(&self, statement: &Statement) -> Option<Period> {
        statement.attribution?;
        let date = self.dates_in(statement.span).first()?;
        let early = self.text.token_at(date.span.start) <= self.text.token_at(statement.span.start) + 2;
        (early && date.relation == Relation::During && date.within.days() > LONGEST && self.own(date.span)).then_some(date.within)
    }

    /// Whether a date stands in the document's own voice.
    fn own(&self, span: Span) -> bool {
        !self.attributions.iter().any(|it| it.content.contains(span))
    }

    /// The reach from `place` on to a date after it, where no other clause and no participle takes the date.
    fn governs(&self, content: Span, place: Span, date: Span) -> Option<usize> {
        let reach = self.between(place, date)?;
        let (first, last) = (self.text.token_at(place.end), self.text.token_at(date.start));
        let mut verbs = (self.text.token_at(content.start)..first).filter(|it| self.finite(*it)).count();
        let clear = self.clear(first, last, |at| {
            if self.text.is(at, "that") || (!place.is_empty() && self.text.word(at) == ",") {
                return false;
            }
            if !self.finite(at) {
                return true;
            }
            // "Territory occupied since May": a verb after the clause has had its own opens a clause without a subject.
            verbs += 1;
            verbs == 1 || at.checked_sub(1).is_some_and(|it| self.text.class(it).is(Class::AUXILIARY.or(Class::MODAL)))
        });
        clear.then_some(reach)
    }

    /// The reach from a date on to `place` after it, where the date opens the clause.
    fn opens_with(&self, content: Span, date: Span, place: Span) -> Option<usize> {
        let reach = self.between(date, place)?;
        let (first, last) = (self.text.token_at(content.start), self.text.token_at(date.start));
        let early = (first..last).all(|it| !self.finite(it) && !self.opens_clause(it, last));
        // "Prices fell in May and rose by 3%": one clause has the date, the next has the amount.
        let commas = (self.text.token_at(date.end)..self.text.token_at(place.start)).filter(|it| self.text.word(*it) == ",").count();
        (early && commas <= 2).then_some(reach)
    }

    /// Whether the word may be a verb in the past, with or without a subject.
    fn finite(&self, at: usize) -> bool {
        let class = self.text.class(at);
        let word = self.text.word(at);
        class.is(Class::PAST.or(Class::AUXILIARY).or(Class::MODAL))
            || (word.len() > 4 && word.ends_with("ed") && !class.is(Class::NUMBER_WORD))
    }

    /// "From May to June", "between 1985 and 1987": the days from the first date to the second.
    fn ranged(&self, dates: &[DateMention], index: usize) -> Option<Period> {
        let joined = |one: &DateMention, two: &DateMention| {
            let (first, last) = (self.text.token_at(one.span.start), self.text.token_at(one.span.end));
            let opened = first.checked_sub(1).is_some_and(|it| self.text.is(it, "from") || self.text.is(it, "between"));
            let close = self.text.token_at(two.span.start) == last + 1;
            let to = ["to", "and", "through", "until"].iter().any(|it| self.text.is(last, it));
            (opened && close && to && one.within.from <= two.within.to).then_some(Period { from: one.within.from, to: two.within.to })
        };
        let this = dates.get(index)?;
        let after = dates.get(index + 1).and_then(|it| joined(this, it));
        after.or_else(|| joined(dates.get(index.checked_sub(1)?)?, this))
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
    let same = reports.iter().rev().find(|it| speaker.zip(it.speaker).is_some_and(|(one, other)| same_speaker(one, other)));
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
    let alone = |other: Option<&crate::text::Sentence>| other.is_none_or(|it| it.paragraph != this.paragraph);
    let before = sentence.checked_sub(1).and_then(|it| text.sentences.get(it));
    let stopped = this.span.of(text.source).ends_with(['.', '!', '?', '"', '”', ':', ')', ',', '…']);
    alone(before) && alone(text.sentences.get(sentence + 1)) && !stopped
}

#[cfg(test)]
mod tests {
    use crate::extract::{Period, Setting, read};

    /// The statements of a text of Thursday, 13 March 2025, each as when it was said and what it speaks of.
    fn check(source: &str, expected: &[(Option<&str>, Option<&str>)]) {
        let setting = Setting { published: Period::parse("2025-03-13"), language: String::new() };
        let read: Vec<_> = read(source, &setting)
            .statements
            .iter()
            .map(|it| (it.said.map(|it| it.to_string()), it.as_of.map(|it| it.to_string())))
            .collect();
        let expected: Vec<_> = expected.iter().map(|it| (it.0.map(String::from), it.1.map(String::from))).collect();
        assert_eq!(read, expected, "{source}");
    }

    #[test]
    fn the_day_by_the_verb_of_saying_tells_when_it_was_said() {
        check("Holm said on Wednesday that the dam had failed.", &[(Some("2025-03-12"), None)]);
        check("The dam had failed, Holm said Wednesday.", &[(Some("2025-03-12"), None)]);
        check("In January, Holm said that the dam had failed.", &[(Some("2025-01"), None)]);
    }

    #[test]
    fn a_day_inside_of_what_was_said_is_what_it_speaks_of() {
        check("Holm said that the dam failed on Tuesday.", &[(None, Some("2025-03-11"))]);
        check("Holm said on Wednesday that the dam failed on Tuesday.", &[(Some("2025-03-12"), Some("2025-03-11"))]);
    }

    #[test]
    fn later_words_of_the_same_speaker_were_said_on_the_same_day() {
        check(
            "Holm said on Wednesday that the dam had failed. Crews came. Holm said that the road was closed.",
            &[(Some("2025-03-12"), None), (None, None), (Some("2025-03-12"), None)],
        );
    }

    #[test]
    fn a_date_of_another_thing_beside_the_verb_of_saying_does_not_tell_when() {
        check("In response to Tuesday's vote, Holm said that the dam had failed.", &[(None, None)]);
        check("After the vote of May 2024, Holm said that the dam had failed.", &[(None, None)]);
        check("Holm, elected in May 2024, said that the dam had failed.", &[(None, None)]);
        check("In a speech on Tuesday, Holm said that the dam had failed.", &[(Some("2025-03-11"), None)]);
    }

    #[test]
    fn an_older_report_does_not_take_the_day_of_the_one_before() {
        check(
            "Moss said on Wednesday that the dam had failed. Holm had earlier said that the dam was sound.",
            &[(Some("2025-03-12"), None), (None, None)],
        );
    }

    #[test]
    fn a_report_without_a_day_takes_that_of_the_report_before() {
        check(
            "Moss said on Wednesday that the dam had failed. Holm said that the road was closed.",
            &[(Some("2025-03-12"), None), (Some("2025-03-12"), None)],
        );
    }

    #[test]
    fn a_date_of_a_clause_below_is_not_what_a_statement_speaks_of() {
        check("The mayor, who took office in May 2024, closed the port on Tuesday.", &[(None, Some("2025-03-11"))]);
        check("The port handles ships that were built in 1998.", &[(None, None)]);
    }

    #[test]
    fn a_plain_report_speaks_of_its_date() {
        check("The minister visited the port on Wednesday.", &[(None, Some("2025-03-12"))]);
        check("The port was closed from May 2024 to June 2024.", &[(None, Some("2024-05-01..2024-06-30"))]);
        check("The port has been closed since May 2024.", &[(None, Some("2024-05-01..2025-03-13"))]);
    }
}
