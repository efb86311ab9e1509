//! One sentence of a claim held against one passage, facet by facet.

use std::ops::Range;

use crate::extract::quantity::Qualifier;
use crate::extract::{Attribution, DateMention, Period, Quantity, Statement};
use crate::language::homeland;
use crate::text::{Class, Kind, Span};

use super::against;
use super::align::Alignment;
use super::amount::{self, Comparison};
use super::asked::{Asked, Wanted};
use super::base;
use super::beside;
use super::context::Context;
use super::level::Told;
use super::links;
use super::meaning::{Kinship, Meaning};
use super::members;
use super::passage::Passage;
use super::period::{self, Times};
use super::placing;
use super::polarity::{self, Colour};
use super::reference::{self, Referred};
use super::registry::Registry;
use super::sense::{Placed, Role, Sense};
use super::single;
use super::speaker;
use super::tally;
use super::terse;
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

/// An amount of the claim with what the passage says of it.
pub(super) struct Figure {
    /// The index of the passage's amount among its amounts.
    pub stated: Option<usize>,
    pub comparison: Comparison,
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
    let own = own_amounts(asked, passage, scales);
    let figures = figures(wanted, passage, &mut alignment, &own, scales);
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

    let amount = fold_figures(wanted, passage, &figures, &mut reasons, &mut notes);

    let said_by = match figures.iter().find_map(|it| it.stated) {
        Some(index) => says(passage, index),
        None => statement.and_then(|it| it.speaker.clone()),
    };
    let heard = speaker::speaker(asked.speaker, said_by.as_deref(), passage, scales.registry);
    if let Some(reason) = parties(wanted, passage, &figures, &alignment) {
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
    if let Some(reason) = pooled(wanted, passage, &figures, &alignment, scales.meaning) {
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
    let shown = place_amount(passage, &figures);
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

/// Why the party whose things the passage counts is not the claim's: "430 Danish sailors" for "430 Swedish sailors".
fn parties(wanted: &Wanted<'_>, passage: &Passage<'_>, figures: &[Figure], alignment: &Alignment) -> Option<String> {
    figures.iter().zip(&wanted.sense.amounts).find_map(|(figure, claimed)| {
        let stated = passage.sense.amounts.get(figure.stated?)?;
        let (from, to) = wanted.sense.tokens_of(claimed.it.noun?);
        let (first, end) = passage.sense.tokens_of(stated.it.noun?);
        let name = |sense: &Sense<'_>, at: usize| sense.words.get(at).is_some_and(|it| it.role == Role::Name);
        let asked: Vec<usize> = (from..to).filter(|it| name(&wanted.sense, *it)).collect();
        let named: Vec<usize> = (first..end).filter(|it| name(&passage.sense, *it)).collect();
        let answered = asked.iter().all(|it| alignment.answers[*it].iter().any(|it| named.contains(&it.0)));
        let asked = asked.first()?;
        // "600 Danish sailors and 40 divers": the name counts another thing.
        let others = figures_beside(passage, figure.stated?);
        let lent = alignment.answers[*asked].iter().map(|it| it.0).collect::<Vec<_>>();
        if named.is_empty() && !lent.is_empty() && lent.iter().all(|it| others.iter().any(|other| other.contains(it))) {
            return Some(format!("“{}” is told of another figure", wanted.sense.wording(*asked, asked + 1)));
        }
        let named = named.first()?;
        (!answered).then(|| format!("of “{}”, not “{}”", passage.sense.wording(*named, named + 1), wanted.sense.wording(*asked, asked + 1)))
    })
}

/// The tokens of what the other amounts of the passage count.
fn figures_beside(passage: &Passage<'_>, stated: usize) -> Vec<Range<usize>> {
    let others = passage.sense.amounts.iter().enumerate().filter(|it| it.0 != stated);
    others.filter_map(|it| it.1.it.noun).map(|it| passage.sense.tokens_of(it)).map(|(first, end)| first..end).collect()
}

/// Why a figure of the passage is not the claim's: it counts more than the claim names. "40 killed and wounded" are not 40 killed, and "40
/// barges and tugs" are not 40 barges.
fn pooled(wanted: &Wanted<'_>, passage: &Passage<'_>, figures: &[Figure], alignment: &Alignment, meaning: &Meaning) -> Option<String> {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let answered = |place: usize| alignment.answers.iter().any(|it| it.iter().any(|it| it.0 == place));
    let counted = |place: usize| {
        let amounts = figures.iter().filter_map(|it| sense.amounts.get(it.stated?)).filter_map(|it| it.it.noun);
        amounts.into_iter().map(|it| sense.tokens_of(it)).any(|(first, end)| (first..end).contains(&place))
    };
    let mate = |place: usize| {
        let joins = |it: usize| matches!(sense.lower(it), "and" | "or");
        let after = joins(place + 1).then_some((place + 1, place + 2));
        let before = (place >= 2 && joins(place - 1)).then(|| (place - 1, place - 2));
        let mut mates = after.into_iter().chain(before).filter(|it| sense.words.get(it.1).is_some_and(|it| it.role == Role::Content));
        mates.find(|it| !answered(it.1))
    };
    wanted.sense.content().find_map(|at| {
        let mine = wanted.sense.words.get(at)?;
        let pool = |place: usize| {
            let (by, other) = mate(place)?;
            let theirs = sense.words.get(other)?;
            // "The editor or author": which of them is not said.
            if sense.lower(by) == "or" && meaning.kinship_of(mine, theirs).is_none() {
                return Some(sense.wording(place.min(other), place.max(other) + 1).to_owned());
            }
            if figures.iter().all(|it| it.stated.is_none()) {
                return None;
            }
            // "The Danish and foreign guests" are not from Denmark.
            if homeland(sense.lower(place)).is_some() && !theirs.noun && sense.words.get(place.max(other) + 1).is_some_and(|it| it.noun) {
                return Some(sense.wording(place.min(other), place.max(other) + 1).to_owned());
            }
            let things = counted(place) && !graph.is_verb(other) && sense.lower(other).ends_with('s');
            let doings = meaning.opposed(mine, theirs);
            (things || doings && !counted(place)).then(|| sense.wording(place.min(other), place.max(other) + 1).to_owned())
        };
        let answers = alignment.answers.get(at)?;
        let mut pools = answers.iter().map(|it| pool(it.0));
        let first = pools.next()??;
        pools.all(|it| it.is_some()).then(|| format!("says “{first}” and not which of them alone"))
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

/// Who says the amount at `index` of the passage.
fn says(passage: &Passage<'_>, index: usize) -> Option<String> {
    let amount = passage.sense.amounts.get(index)?;
    let stated = passage.stated(amount.index).and_then(|it| it.speaker.clone());
    speaker::by_noun(passage, amount.first).or(stated).or_else(|| speaker::of_quotation(passage, amount.whole.0))
}

/// The amounts of the passage that others than the asked speaker are on record with, where it has some of the speaker's own.
fn own_amounts(asked: &Asked<'_>, passage: &Passage<'_>, scales: Scales<'_>) -> Vec<usize> {
    let Some(speaker) = asked.speaker else { return Vec::new() };
    let own = |index: &usize| says(passage, *index).is_some_and(|it| speaker::same(speaker, &it, scales.registry));
    let (own, others): (Vec<usize>, Vec<usize>) = (0..passage.sense.amounts.len()).partition(own);
    if own.is_empty() { Vec::new() } else { others.into_iter().filter_map(|it| passage.sense.amounts.get(it)).map(|it| it.index).collect() }
}

fn figures(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &mut Alignment, others: &[usize], scales: Scales<'_>) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut taken = others.to_vec();
    for claimed in &wanted.sense.amounts {
        let figure = figure(wanted, claimed, passage, alignment, &taken, scales);
        if let Some(stated) = figure.stated.and_then(|it| passage.sense.amounts.get(it)) {
            taken.push(stated.index);
            alignment.answer_amount(wanted, claimed.whole, passage, stated);
        }
        figures.push(figure);
    }
    figures
}

/// The amount of the passage that best answers the claim's.
fn figure(
    wanted: &Wanted<'_>,
    claimed: &Placed<&Quantity>,
    passage: &Passage<'_>,
    alignment: &Alignment,
    taken: &[usize],
    scales: Scales<'_>,
) -> Figure {
    // "47 Low Tides": the number is part of the name.
    if alignment.understood.contains(&claimed.first) {
        return Figure { stated: None, comparison: Comparison { answer: Answer::Agrees, note: None } };
    }
    if single::is_told(&wanted.sense, claimed, &passage.sense) {
        return Figure { stated: None, comparison: Comparison { answer: Answer::Agrees, note: None } };
    }
    if let Some(answer) = tally::answer(wanted, claimed, passage) {
        return Figure { stated: None, comparison: Comparison { answer, note: None } };
    }
    let mut best: Option<(u32, Figure)> = None;
    // "More than 40 ships came, of which 5 sank" has no fewer than 40 ships: where a figure counts the very thing, no other is held
    // against a bound.
    let bound = !matches!(claimed.it.qualifier, Qualifier::Exact | Qualifier::About);
    let named = bound && passage.sense.amounts.iter().any(|it| placing::counts(claimed.it, it.it));
    for (index, stated) in passage.sense.amounts.iter().enumerate() {
        let same = claimed.it.value == stated.it.value && claimed.it.qualifier == stated.it.qualifier;
        if named && !same && !placing::counts(claimed.it, stated.it) {
            continue;
        }
        let told = Told::new(&wanted.sense, claimed).fits(Told::new(&passage.sense, stated));
        if !told
            || beside::misread(&wanted.sense, claimed, &passage.sense, stated)
            || beside::of_another_measure(wanted, claimed, passage, stated, alignment)
            || !(amount::comparable(claimed.it, stated.it, scales.meaning)
                || placing::misnamed(&wanted.sense, claimed, stated.it)
                || placing::counts_alike((&wanted.sense, claimed), (&passage.sense, stated), scales.meaning))
            || taken.contains(&stated.index)
            || members::partial(claimed.it, &passage.sense, stated, scales.meaning)
            || beside::reaches_elsewhere(&wanted.sense, claimed, &passage.sense, stated)
        {
            continue;
        }
        let mut comparison = amount::compare(claimed.it, stated.it, scales.strict);
        if !scales.strict {
            comparison.answer = terse::toll(wanted, claimed.it, stated.it, comparison.answer);
        }
        let within = matches!(claimed.it.qualifier, Qualifier::Less | Qualifier::AtMost)
            && index > 0
            && placing::is_part(&passage.sense, stated, alignment);
        if within {
            continue;
        }
        // A conversion in brackets answers a claim in its own unit; to any other, the amount before it does.
        let own_unit = comparison.answer == Answer::Agrees && claimed.it.unit.symbol() == stated.it.unit.symbol();
        if stated.it.converts.is_some() && !own_unit {
            continue;
        }
        let close = topic::closeness(wanted, claimed.first, stated.first, alignment);
        let mut tried = alignment.clone();
        tried.answer_amount(wanted, claimed.whole, passage, stated);
        let holding = links::holding(wanted, passage, &tried, counted(wanted, claimed));
        let belongs = links::belonging(wanted, passage, &tried, counted(wanted, claimed));
        let rank = match comparison.answer {
            Answer::Agrees => 300,
            Answer::Silent => 150,
            Answer::Differs => 0,
        } + close
            + 350 * u32::from(holding > 0)
            + 250 * u32::from(belongs > 0)
            + 700 * u32::from(placing::misplaced(wanted, claimed, passage, stated, alignment).is_none());
        if best.as_ref().is_none_or(|it| rank > it.0) {
            best = Some((rank, Figure { stated: Some(index), comparison }));
        }
    }
    best.map_or(Figure { stated: None, comparison: Comparison { answer: Answer::Silent, note: None } }, |it| it.1)
}

/// The tokens of an amount and of what it counts: "12 barges and tugs".
fn counted(wanted: &Wanted<'_>, claimed: &Placed<&Quantity>) -> Range<usize> {
    let (first, end) = claimed.whole;
    let joined =
        matches!(wanted.sense.lower(end), "and" | "or") && wanted.sense.words.get(end + 1).is_some_and(|it| it.role == Role::Content);
    first..if joined { end + 2 } else { end }
}

fn fold_figures(
    wanted: &Wanted<'_>,
    passage: &Passage<'_>,
    figures: &[Figure],
    reasons: &mut Vec<String>,
    notes: &mut Vec<String>,
) -> Answer {
    let mut answer = if figures.is_empty() { Answer::Silent } else { Answer::Agrees };
    for (figure, claimed) in figures.iter().zip(&wanted.sense.amounts) {
        let stated = figure.stated.and_then(|it| passage.sense.amounts.get(it));
        match figure.comparison.answer {
            Answer::Agrees => notes.extend(figure.comparison.note.clone()),
            Answer::Differs => {
                answer = Answer::Differs;
                let says = stated.map_or_else(String::new, |it| amount::shown(it.it));
                reasons.push(format!("says {says}, not {}", amount::shown(claimed.it)));
            }
            Answer::Silent => {
                if answer == Answer::Agrees {
                    answer = Answer::Silent;
                }
                let reason = figure.comparison.note.clone();
                reasons.push(reason.unwrap_or_else(|| format!("does not say {}", amount::shown(claimed.it))));
            }
        }
    }
    answer
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
    if let Some(open) = polarity::unsettled(&wanted.sense, &passage.sense, mine.modal).filter(|_| answer != Answer::Silent) {
        (answer, reason) = (Answer::Silent, Some(open));
    }
    reasons.extend(reason);
    answer
}

fn place_amount(passage: &Passage<'_>, figures: &[Figure]) -> Option<String> {
    let figure = figures.iter().find_map(|it| it.stated).and_then(|it| passage.sense.amounts.get(it))?;
    Some(amount::shown(figure.it))
}
