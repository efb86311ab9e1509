//! Entities, synonyms, measures, relations and waivers of an assertion file.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::DeTable;

use super::{Entity, Equation, Measure, Relation, Waiver};
use crate::extract::Trend;
use crate::finding::{Finding, Place};
use crate::text::Span;
use crate::toml_file::{Fields, TomlFile, Word, did_you_mean};

/// The keys of `[[entity]]`.
pub(super) const ENTITY: [&str; 4] = ["aliases", "name", "roles", "side"];
/// The keys of `[[synonyms]]`.
pub(super) const SYNONYMS: [&str; 1] = ["words"];
/// The keys of `[[measure]]`.
pub(super) const MEASURE: [&str; 8] = ["id", "subject", "terms", "title", "tolerance", "trend", "unit", "without"];
/// The keys of `[[relation]]`.
pub(super) const RELATION: [&str; 3] = ["equation", "id", "tolerance"];
/// The keys of `[[waiver]]`.
pub(super) const WAIVER: [&str; 3] = ["id", "reason", "until"];

/// Something that was read, and where its name stands.
pub(super) type Placed<T> = (T, Place);

/// An entity, with the places of its names.
pub(super) fn entity(file: &mut TomlFile, table: &DeTable<'_>, range: Range<usize>) -> Option<(Entity, Vec<Placed<String>>)> {
    let mut fields = Fields::new(file, table, range, "an entity", &ENTITY);
    let name = fields.required("name", "\"Anna Holm\"");
    let aliases = fields.words("aliases");
    let roles = fields.words("roles");
    let side = fields.text("side");
    let name = name?;
    let placed = |it: &Word| (it.text.clone(), file.place(it.range.clone()));
    let names = std::iter::once(&name).chain(&aliases).map(placed).collect();
    Some((Entity { name: name.text, aliases: texts(aliases), side, roles: texts(roles) }, names))
}

/// A group of words that mean the same.
pub(super) fn synonyms(file: &mut TomlFile, table: &DeTable<'_>, range: Range<usize>) -> Option<Vec<String>> {
    let mut fields = Fields::new(file, table, range, "a group of synonyms", &SYNONYMS);
    if !fields.has("words") {
        let finding = Finding::error("missing-key", "`words` is missing").help("add a line, as in words = [\"close\", \"shut\"]");
        fields.report("words", finding);
        return None;
    }
    let words = fields.words("words");
    if words.len() == 1 {
        let finding = Finding::warning("lone-synonym", "one word alone is no group").help("add a word that means the same");
        fields.report("words", finding);
    }
    (words.len() > 1).then(|| texts(words))
}

/// A measure, with the place of its id.
pub(super) fn measure(file: &mut TomlFile, table: &DeTable<'_>, range: Range<usize>) -> Option<Placed<Measure>> {
    let mut fields = Fields::new(file, table, range, "a measure", &MEASURE);
    let id = fields.required("id", "\"harbour.ships\"");
    if let Some(id) = id.as_ref().filter(|it| it.text.contains(char::is_whitespace)) {
        let help = format!("write id = \"{}\"", id.text.split_whitespace().collect::<Vec<_>>().join("-"));
        fields.report("id", Finding::error("bad-id", "the id of a measure has no blanks, because equations name it").help(help));
    }
    let unit = fields.required("unit", "\"km²\", or the singular of what is counted: \"ship\"");
    let terms = fields.words("terms");
    if terms.is_empty() && !fields.has("terms") {
        let range = fields.range();
        let finding = Finding::error("missing-key", "`terms` is missing: without words a measure measures nothing");
        fields.file.report(finding.help("add a line, as in terms = [\"hold|control\", \"harbour\"]"), range);
    }
    let measure = Measure {
        id: id.as_ref()?.text.clone(),
        title: fields.text("title"),
        terms: texts(terms),
        without: fields.words("without").into_iter().map(|it| it.text).collect(),
        subject: fields.words("subject").into_iter().map(|it| it.text).collect(),
        tolerance: fields.share("tolerance").unwrap_or_default(),
        trend: trend(&mut fields),
        unit: unit?.text,
    };
    Some((measure, file.place(id?.range)))
}

fn trend(fields: &mut Fields<'_, '_, '_>) -> Option<Trend> {
    let word = fields.word("trend")?;
    match word.text.as_str() {
        "rising" => Some(Trend::Up),
        "falling" => Some(Trend::Down),
        other => {
            let guess = did_you_mean(other, ["falling", "rising"]);
            let finding = Finding::error("bad-trend", format!("\"{other}\" is no trend{guess}"));
            fields.report("trend", finding.help("write \"rising\" for what never falls, or \"falling\" for what never rises"));
            None
        }
    }
}

/// A relation as read: with the place of its id, and the measures of its equation with their places.
pub(super) struct ReadRelation {
    pub(super) relation: Relation,
    pub(super) place: Place,
    pub(super) measures: Vec<Placed<String>>,
}

/// A relation.
pub(super) fn relation(file: &mut TomlFile, table: &DeTable<'_>, range: Range<usize>) -> Option<ReadRelation> {
    let mut fields = Fields::new(file, table, range, "a relation", &RELATION);
    let id = fields.required("id", "\"load of a ship\"");
    let equation = fields.required("equation", "\"harbour.unloaded / harbour.ships = harbour.load\"");
    let tolerance = fields.share("tolerance").unwrap_or_default();
    let (id, equation) = (id?, equation?);
    let read = Equation::parse(&equation.text);
    match &read {
        Ok(_) => {}
        Err(mistake) => {
            let range = within(file, &equation, mistake.span);
            let help = "join measures with `+ - * /` and one `=`, blanks around each";
            file.report(Finding::error("bad-equation", mistake.message.clone()).help(help), range);
        }
    }
    let read = read.ok()?;
    let measures = read.measures().map(|(id, span)| (id.to_owned(), file.place(within(file, &equation, span)))).collect();
    let place = file.place(id.range);
    Some(ReadRelation { relation: Relation { id: id.text, equation: equation.text, tolerance }, place, measures })
}

/// A waiver, with the place of its id.
pub(super) fn waiver(file: &mut TomlFile, table: &DeTable<'_>, range: Range<usize>) -> Option<Placed<Waiver>> {
    let mut fields = Fields::new(file, table, range, "a waiver", &WAIVER);
    let id = fields.required("id", "\"the id that the report gives\"");
    let reason = fields.required("reason", "\"the ministry corrected the figure a day later\"");
    let until = fields.day("until");
    let id = id?;
    let place = file.place(id.range);
    Some((Waiver { id: id.text, reason: reason?.text, until }, place))
}

fn texts(words: Vec<Word>) -> Vec<String> {
    words.into_iter().map(|it| it.text).collect()
}

/// The bytes of the file where `span` of the text of `word` stands; all of `word` where it is written with escapes.
pub(super) fn within(file: &TomlFile, word: &Word, span: Span) -> Range<usize> {
    let plain = word.range.len() == word.text.len() + 2 && file.text_at(word.range.clone()).get(1..=word.text.len()) == Some(&*word.text);
    if !plain {
        return word.range.clone();
    }
    let start = word.range.start + 1;
    start + span.range().start..start + span.range().end
}

/// Finds names that two entities share: nobody could tell whom a text means by them.
pub(super) fn ambiguous(names: &[Vec<Placed<String>>], findings: &mut Vec<Finding>) {
    let mut owners = BTreeMap::<String, (usize, &Place, &str)>::new();
    for (entity, names) in names.iter().enumerate() {
        let full = names.first().map_or("", |it| it.0.as_str());
        for (name, place) in names {
            let key = name.to_lowercase();
            match owners.get(&key) {
                Some((owner, first, other)) if *owner != entity => {
                    let finding = Finding::error("ambiguous-name", format!("`{name}` stands for both {other} and {full}"))
                        .at(place.clone())
                        .related((*first).clone(), "here it is the other's")
                        .help("keep the name with one of them, or make the two one entity");
                    findings.push(finding);
                }
                Some(_) => {}
                None => {
                    owners.insert(key, (entity, place, full));
                }
            }
        }
    }
}

/// Finds ids that stand twice; `what` is what they are ids of.
pub(super) fn twice<'i>(what: &str, help: &str, ids: impl Iterator<Item = (&'i str, &'i Place)>, findings: &mut Vec<Finding>) {
    let mut first = BTreeMap::<String, &Place>::new();
    for (id, place) in ids {
        // Ids name files, and some systems take two cases of a letter for one.
        match first.get(&id.to_lowercase()) {
            Some(earlier) => {
                let finding = Finding::error("duplicate-id", format!("the id `{id}` is used twice for {what}"));
                findings.push(finding.at(place.clone()).related((*earlier).clone(), "first used here").help(help));
            }
            None => {
                first.insert(id.to_lowercase(), place);
            }
        }
    }
}
