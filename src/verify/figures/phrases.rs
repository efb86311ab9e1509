//! Phrases: names of measures that are made of several words, with the words that they come to.
//!
//! Some hold words that tell something else in a sentence of figures, "funds from operations", "research and development"; others are
//! short for what is as often spelt out.

use crate::verify::sense::Sense;

/// The phrases, by their words in small letters, with what each comes to; the longer of two that begin alike stands first.
const PHRASES: [(&[&str], &[&str]); 32] = [
    (&["assets", "under", "management"], &["aum"]),
    (&["average", "revenue", "per", "user"], &["arpu"]),
    (&["annual", "recurring", "revenue"], &["arr"]),
    (&["annualized", "recurring", "revenue"], &["arr"]),
    (&["cash", "flow", "from", "operations"], &["operate", "cash", "flow"]),
    (&["cash", "from", "operations"], &["operate", "cash", "flow"]),
    (&["cash", "flow", "from", "operating", "activities"], &["operate", "cash", "flow"]),
    (&["cash", "provided", "by", "operating", "activities"], &["operate", "cash", "flow"]),
    (&["cash", "generated", "from", "operations"], &["operate", "cash", "flow"]),
    (&["comparable", "store"], &["comparable"]),
    (&["cost", "of", "goods", "sold"], &["cost", "sale"]),
    (&["funds", "from", "operations"], &["ffo"]),
    (&["income", "from", "operations"], &["operate", "income"]),
    (&["profit", "from", "operations"], &["operate", "income"]),
    (&["loss", "from", "operations"], &["operate", "loss"]),
    (&["like", "-", "for", "-", "like"], &["comparable"]),
    (&["net", "asset", "value"], &["nav"]),
    (&["net", "operating", "income"], &["noi"]),
    (&["non", "-", "gaap"], &["adjust"]),
    (&["operating", "profit"], &["operate", "income"]),
    (&["r", "&", "d"], &["research", "development"]),
    (&["research", "and", "development"], &["research", "development"]),
    (&["return", "on", "assets"], &["roa"]),
    (&["return", "on", "equity"], &["roe"]),
    (&["return", "on", "invested", "capital"], &["roic"]),
    (&["return", "on", "tangible", "common", "equity"], &["rotce"]),
    (&["same", "-", "store"], &["comparable"]),
    (&["selling", ",", "general", "and", "administrative"], &["sg", "a"]),
    (&["capital", "expenditures"], &["capex"]),
    (&["capital", "expenditure"], &["capex"]),
    (&["capital", "spending"], &["capex"]),
    (&["bottom", "line"], &["earning"]),
];

/// The phrase that begins at the token `at`: the token behind it, and the words that it comes to.
pub(super) fn phrase(sense: &Sense<'_>, at: usize) -> Option<(usize, &'static [&'static str])> {
    let begins = |words: &[&str]| words.iter().enumerate().all(|(step, it)| sense.lower(at + step) == *it);
    PHRASES.iter().find(|it| begins(it.0)).map(|it| (at + it.0.len(), it.1))
}
