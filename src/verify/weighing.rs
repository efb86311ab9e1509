//! One sentence of a claim held against one passage, facet by facet.

use crate::extract::{Attribution, DateMention, Period, Statement};
use crate::text::{Class, Kind, Span};

use super::against;
use super::align::Alignment;
use super::asked::{Asked, Wanted};
use super::base;
use super::beside;
use super::bygone;
use super::chosen::{self, Figure};
use super::context::Context;
use super::counts;
use super::level::Told;
use super::links;
use super::meaning::{Kinship, Meaning};
use super::modality;
use super::passage::Passage;
use super::period::{self, Times};
use super::placing;
use super::polarity::{self, Colour};
use super::reference::{self, Referred};
use super::registry::Registry;
use super::sense::{Placed, Role};
use super::speaker;
use super::topic;
use super::{Answer, Bearing, Evidence, Facets};

/// What every weighing needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scales<'v> {
    pub meaning: &'v Meaning,
    pub registry: &'v Registry,
    pub strict: bool,
    pub about: bool,
}

/// What weighing a sentence of a claim against a passage came to.
#[derive(Clone, Debug)]
pub(super) struct Weighed {
    pub document: usize,
    pub span: Span,
    /// The words of the claim that it was weighed for, where they are not all of it.
    pub part: Option<String>,
    pub bearing: Bearing,
    pub facets: Facets,
    pub speaker: Option<String>,
    pub amount: Option<String>,
    pub reasons: Vec<String>,
    pub notes: Vec<String>,
    /// The index of its sentence in the document.
    pub sentence: usize,
    /// When it was said, and else when its document was published.
    pub told: Option<Period>,
    /// The time that it speaks of, where the text tells.
    pub as_of: Option<Period>,
    /// Whether it denies what was said right before it.
    pub denies: bool,
    /// How near it comes: the words that it answers, in hundredths.
    pub nearness: u32,
}

impl Weighed {
    /// As evidence for a person.
    pub(super) fn evidence(&self) -> Evidence {
        Evidence {
            document: self.document,
            span: self.span,
            part: self.part.clone(),
            bearing: self.bearing,
            speaker: self.speaker.clone(),
            amount: self.amount.clone(),
            facets: self.facets,
            reasons: self.reasons.clone(),
        }
    }
}

/// Holds a sentence of the claim against a passage.
pub(super) fn weigh(
    asked: &Asked<'_>,
    wanted: &Wanted<'_>,
    passage: &Passage<'_>,
    context: &Context<'_, '_>,
    scales: Scales<'_>,
) -> Weighed {
    let alignment = Alignment::new(&wanted.sense, &wanted.mentions, &passage.sense, &passage.mentions, scales.meaning);
    let plain = |alignment: Alignment| weigh_aligned(asked, wanted, passage, context, scales, alignment);
    let ways = if scales.about { reference::referred(wanted, passage, &alignment, context) } else { Vec::new() };
    let mut near: Vec<Weighed> = Vec::new();
    for referred in ways {
        let mut weighed = plain(referred.alignment(&alignment));
        if weighed.bearing != Bearing::Near && !Referred::is_held(&weighed) {
            continue;
        }
        weighed.reasons.push(referred.reason(wanted, passage));
        // What is told of nothing that is named may be told of a part alone.
        if weighed.bearing == Bearing::Contradicts && weighed.facets.amount == Answer::Differs && referred.is_left_out() {
            weighed.bearing = Bearing::Near;
        }
        if weighed.bearing != Bearing::Near {
            return weighed;
        }
        near.push(weighed);
    }
    let unreferred = plain(alignment);
    match near.into_iter().max_by_key(|it| it.nearness) {
        Some(weighed) if unreferred.bearing == Bearing::Near && unreferred.nearness <= weighed.nearness => weighed,
        _ => unreferred,
    }
}

fn weigh_aligned(
    asked: &Asked<'_>,
    wanted: &Wanted<'_>,
    passage: &Passage<'_>,
    context: &Context<'_, '_>,
    scales: Scales<'_>,
    mut alignment: Alignment,
) -> Weighed {
    context.owners(wanted, passage, &mut alignment, scales.meaning);
    context.descriptions(wanted, passage, &mut alignment, scales.meaning);
    let own = chosen::own_amounts(asked, passage, scales);
    let figures = chosen::figures(wanted, passage, &mut alignment, &own, scales);
    let statement = statement(passage, &figures, &alignment);
    let mut reasons = Vec::new();
    let mut notes = Vec::new();

    let mut topic = topic::topic(wanted, passage, &alignment, context, scales.meaning);
    reasons.extend(topic.reasons.iter().cloned());
    if topic.answer == Answer::Agrees && topic.place == Answer::Agrees {
        // Reading how the words hang together costs most, and only matters where all of them are there.
        let missing = links::missing(wanted, passage, &alignment);
        if !missing.is_empty() {
            topic.answer = Answer::Silent;
            reasons.extend(missing);
        }
    }

    let amount = chosen::fold(wanted, passage, &figures, &mut reasons, &mut notes);

    let said_by = match figures.iter().find_map(|it| it.stated) {
        Some(index) => chosen::says(passage, index),
        None => statement.and_then(|it| it.speaker.clone()),
    };
    let heard = speaker::speaker(asked.speaker, said_by.as_deref(), passage, scales.registry);
    if let Some(reason) = counts::parties(wanted, passage, &figures, &alignment) {
        topic.place = Answer::Silent;
        reasons.push(reason);
    }
    if let Some(reason) = figures.iter().find_map(|it| beside::of_another_figure(wanted, passage, it.stated?, &alignment)) {
        topic.answer = Answer::Silent;
        reasons.push(reason);
    }
    let misplaced = figures.iter().zip(&wanted.sense.amounts).find_map(|(figure, claimed)| {
        let stated = passage.sense.amounts.get(figure.stated?)?;
        placing::misplaced(wanted, claimed, passage, stated, &alignment)
    });
    if let Some(reason) = misplaced {
        topic.place = Answer::Silent;
        reasons.push(reason);
    }
    if let Some(reason) = counts::pooled(wanted, passage, &figures, &alignment, scales.meaning) {
        topic.answer = Answer::Silent;
        reasons.push(reason);
    }
    let untold = bygone::differs(wanted, passage, &alignment)
        .or_else(|| bygone::done(wanted, passage, &alignment))
        .or_else(|| polarity::called_off(wanted, passage, &alignment));
    if let Some(reason) = untold {
        topic.answer = Answer::Silent;
        reasons.push(reason);
    }
    reasons.extend(heard.reason.clone());

    let timed = timed(asked, wanted, passage, statement, context, (&alignment, &figures), &mut reasons);
    let polarity = coloured(wanted, passage, statement, &alignment, &mut reasons);

    if !figures.is_empty() && (0..passage.sense.words.len()).any(|it| passage.sense.lower(it) == "respectively") {
        topic.answer = Answer::Silent;
        reasons.push("ambiguous: “respectively” tells by order alone which is whose".to_owned());
    }
    let facets = Facets { speaker: heard.answer, amount, topic: topic.answer, place: topic.place, period: timed, polarity };
    let mut bearing = bearing(facets, asked, wanted, passage);
    if bearing == Bearing::Contradicts
        && amount == Answer::Differs
        && against::says_nothing(wanted, passage, &figures, &alignment, scales.about)
    {
        bearing = Bearing::Near;
    }
    let shown = chosen::shown(passage, &figures);
    Weighed {
        document: passage.index,
        span: passage.span(),
        part: wanted.words.map(str::to_owned),
        bearing,
        facets,
        speaker: heard.speaker,
        amount: shown,
        reasons,
        notes,
        sentence: passage.sentence,
        told: statement.and_then(|it| it.said).or(passage.document.metadata.published),
        as_of: statement.and_then(|it| it.as_of),
        denies: false,
        nearness: topic.share,
    }
}

/// The sentence after one that supports a claim, where it denies what that one reports: "The union denies it."
pub(super) fn denial(supporting: &Weighed, next: &Passage<'_>) -> Option<Weighed> {
    let sense = &next.sense;
    let denies = |at: usize| {
        let object = matches!(sense.lower(at + 1), "it" | "this" | "that")
            || (matches!(sense.lower(at + 1), "the" | "this" | "that")
                && matches!(sense.lower(at + 2), "claim" | "claims" | "report" | "reports" | "account" | "assertion" | "statement"));
        object && matches!(&*sense.words[at].stem, "contest" | "contradict" | "deny" | "dispute" | "refute" | "reject")
    };
    let not_so = sense.lower(0) == "not" && (sense.lower(1) == "so" || sense.lower(1) == "true");
    let negated = (0..sense.words.len()).any(|it| sense.class(it).is(Class::NEGATION));
    if !(not_so || (!negated && (0..sense.words.len()).any(denies))) {
        return None;
    }
    Some(Weighed {
        span: next.span(),
        bearing: Bearing::Contradicts,
        facets: Facets { polarity: Answer::Differs, ..supporting.facets },
        speaker: next.statements.iter().find_map(|it| it.speaker.clone()),
        amount: None,
        reasons: vec!["denies what the sentence before reports".to_owned()],
        notes: Vec::new(),
        sentence: next.sentence,
        denies: true,
        ..supporting.clone()
    })
}

/// What the facets come to.
fn bearing(facets: Facets, asked: &Asked<'_>, wanted: &Wanted<'_>, passage: &Passage<'_>) -> Bearing {
    use Answer::{Agrees, Differs};
    let has_amount = !wanted.sense.amounts.is_empty();
    let has_period = asked.period.is_some() || dated(wanted, passage).next().is_some();
    let speaker = asked.speaker.is_none() || facets.speaker == Agrees;
    let same_thing = speaker && facets.topic == Agrees && facets.place != Differs && facets.place != Answer::Silent;
    if !same_thing {
        return Bearing::Near;
    }
    let period = !has_period || facets.period == Agrees;
    let amount = !has_amount || facets.amount == Agrees;
    if period && amount && facets.polarity == Agrees {
        return Bearing::Supports;
    }
    if period && (facets.amount == Differs && facets.polarity == Agrees || facets.polarity == Differs && amount) {
        return Bearing::Contradicts;
    }
    Bearing::Near
}

/// The statement that the passage's answer stands in: of its figure, else of most of the matched words.
fn statement<'p>(passage: &'p Passage<'_>, figures: &[Figure], alignment: &Alignment) -> Option<&'p Statement> {
    let figure = figures.iter().find_map(|it| it.stated).and_then(|it| passage.sense.amounts.get(it));
    if let Some(figure) = figure {
        return passage.stated(figure.index);
    }
    let inside = |statement: &Statement| {
        let (from, to) = passage.sense.tokens_of(statement.content);
        let hit = |it: &&Vec<(usize, _)>| it.iter().any(|it| (from..to).contains(&it.0));
        (alignment.answers.iter().filter(hit).count(), std::cmp::Reverse(statement.content.len()))
    };
    passage.statements.iter().max_by_key(|it| inside(it))
}

/// The tokens of the passage that answer words of the claim best, in order: of several as good, the one nearest to those that answer
/// the others.
fn matched(alignment: &Alignment) -> Vec<usize> {
    let best = |answers: &Vec<(usize, Kinship)>| -> Vec<usize> {
        let least = answers.iter().map(|it| it.1).min();
        answers.iter().filter(|it| Some(it.1) == least).map(|it| it.0).collect()
    };
    let places: Vec<Vec<usize>> = alignment.answers.iter().map(best).filter(|it| !it.is_empty()).collect();
    let sure: Vec<usize> = places.iter().filter(|it| it.len() == 1).map(|it| it[0]).collect();
    let apart = |place: usize| sure.iter().map(|it| it.abs_diff(place)).min().unwrap_or_default();
    let mut matched: Vec<usize> = places.iter().filter_map(|it| it.iter().copied().min_by_key(|it| (apart(*it), *it))).collect();
    matched.sort_unstable();
    matched
}

/// The dates of the claim that are no base which the passage tells as well.
fn dated<'w>(wanted: &'w Wanted<'_>, passage: &Passage<'_>) -> impl Iterator<Item = &'w Placed<&'w DateMention>> {
    wanted.sense.dates.iter().filter(|it| !base::same(&wanted.sense, it.first..it.end, &passage.sense))
}

fn timed(
    asked: &Asked<'_>,
    wanted: &Wanted<'_>,
    passage: &Passage<'_>,
    statement: Option<&Statement>,
    context: &Context<'_, '_>,
    (alignment, figures): (&Alignment, &[Figure]),
    reasons: &mut Vec<String>,
) -> Answer {
    let mut matched = matched(alignment);
    let counted: Vec<usize> = figures.iter().filter_map(|it| passage.sense.amounts.get(it.stated?)).map(|it| it.first).collect();
    matched.extend(&counted);
    // A claim with more dates than figures tells of other times too.
    let counted = if wanted.sense.dates.len() > counted.len() { Vec::new() } else { counted };
    // "Up from 40 in 2000": of the figure that another is held against, its time is no base.
    let base = figures.iter().filter_map(|it| passage.sense.amounts.get(it.stated?)).any(|it| Told::new(&passage.sense, it).is_before());
    let times = Times::new(&passage.sense, &matched, &counted, statement.and_then(|it| it.said), statement.and_then(|it| it.as_of));
    let named = dated(wanted, passage).map(|it| period::Asked::named(&wanted.sense, it));
    let asked: Vec<period::Asked> = asked.period.map_or_else(|| named.collect(), |it| vec![it]);
    let times = if base && !asked.iter().any(|it| it.compared) { times.of_base() } else { times };
    let mut answer = if asked.is_empty() { Answer::Silent } else { Answer::Agrees };
    for it in asked {
        let held = period::period(it, &times, passage, context.lead());
        reasons.extend(held.reason);
        if held.answer != Answer::Agrees {
            answer = held.answer;
        }
    }
    answer
}

fn coloured(
    wanted: &Wanted<'_>,
    passage: &Passage<'_>,
    statement: Option<&Statement>,
    alignment: &Alignment,
    reasons: &mut Vec<String>,
) -> Answer {
    let told: Vec<usize> = (0..alignment.answers.len()).filter(|it| alignment.says(*it)).collect();
    let mut mine: Colour = polarity::whole(&wanted.sense, &told);
    mine.modal |= wanted.modal;
    // What is said of somebody elsewhere in the passage colours nothing: "Lund did not sink, while his crew drowned".
    let named = wanted.named.iter().copied().chain(alignment.understood.clone());
    let named: Vec<usize> = named.filter_map(|it| alignment.answers.get(it)).flatten().map(|it| it.0).collect();
    let mut matched = matched(alignment);
    if matched.iter().any(|it| !named.contains(it)) {
        matched.retain(|it| !named.contains(it));
    }
    // What day it was is neither denied nor doubted.
    let day = |at: usize| passage.sense.class(at).is(Class::MONTH) || passage.sense.text.tokens[at].kind == Kind::Number;
    if !matched.iter().all(|it| day(*it)) {
        matched.retain(|it| !day(*it) || passage.sense.words[*it].role == Role::Amount);
    }
    // "Made no announcement": what an idiom denies stands before its last word.
    let idiom = |at: &usize| passage.sense.words[*at].idiom.is_some_and(|it| matched.contains(&it));
    let idioms: Vec<usize> = (0..passage.sense.words.len()).filter(idiom).collect();
    matched.extend(idioms);
    matched.sort_unstable();
    // How a speaker stands to what is said tells nothing of what stands beside it.
    let within = |it: &&Attribution| {
        let (from, to) = passage.sense.tokens_of(it.content);
        matched.is_empty() || matched.iter().any(|it| (from..to).contains(it))
    };
    let report = statement.and_then(|it| passage.attribution(it)).filter(within);
    let cue = report.and_then(|it| it.cue).map_or(0..0, |it| {
        let (first, end) = passage.sense.tokens_of(it);
        first..end
    });
    // A claim that tells the denial itself is borne out by it.
    let tells = alignment.answers.iter().flatten().any(|it| cue.contains(&it.0));
    let stance = report.map(|it| it.stance).filter(|_| !tells);
    let theirs = polarity::reported(polarity::around(&passage.sense, &matched, cue), stance);
    let (mut answer, mut reason) = polarity::polarity(mine, theirs);
    if let Some(open) = modality::unsettled(&wanted.sense, &passage.sense, mine.modal).filter(|_| answer != Answer::Silent) {
        (answer, reason) = (Answer::Silent, Some(open));
    }
    reasons.extend(reason);
    answer
}
