//! Assertions, and the words that they are written in: TOML files and the one-line claim.

mod assertion;
mod equation;
mod glob;
mod line;
mod load;
pub mod schema;
mod slug;
mod speaker;
mod strict;
#[cfg(test)]
mod tests;
mod words;

use std::path::PathBuf;

pub use equation::{Equation, Operand, Operator};
pub use glob::source_globs;
pub use line::{parse, read_sentence};
pub use load::load;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::extract::date::Relation as Bound;
use crate::extract::{Period, Reading};
use crate::finding::Finding;

/// What holding a claim against the corpus may come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// A passage says so and nothing contradicts it.
    Supported,
    /// A passage on the same thing says what cannot be true together with it, and none supports it.
    Contradicted,
    /// Both.
    Disputed,
    /// Neither.
    NotFound,
}

impl Verdict {
    /// All verdicts.
    pub const ALL: [Self; 4] = [Self::Supported, Self::Contradicted, Self::Disputed, Self::NotFound];

    /// The verdict of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Its name in files and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Contradicted => "contradicted",
            Self::Disputed => "disputed",
            Self::NotFound => "not-found",
        }
    }
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.pad(self.name())
    }
}

/// One line in the claim language, read.
#[derive(Debug)]
pub struct Claim {
    /// The line as written.
    pub line: String,
    /// The speaker before the colon, where there is one.
    pub speaker: Option<String>,
    /// The words after the speaker, dates of the claim included.
    pub words: String,
    /// What the extractor reads off `words`.
    pub reading: Reading,
    /// The period that the claim names, in its line or in `on`.
    pub period: Option<Period>,
    /// How that period bounds what happened: in it, since it, by it, before or after it.
    pub bound: Bound,
}

/// A claim with what is expected of it.
#[derive(Debug)]
pub struct Assertion {
    /// Unique in the workspace.
    pub id: String,
    /// The file, relative to the workspace, with `/`.
    pub file: PathBuf,
    /// The file below the folder of assertions, without the extension, with `/`: `kursk/territory`.
    pub group: String,
    /// The line of its `claim`, counted from 1.
    pub line: usize,
    /// The claim.
    pub claim: Claim,
    /// Words that must stand in the evidence.
    pub quote: Option<String>,
    /// Globs over document ids: only these are asked; all where empty.
    pub sources: Vec<String>,
    /// The verdicts that pass.
    pub expect: Vec<Verdict>,
    /// Whether the qualifier must agree too.
    pub strict: bool,
    /// How many independent documents must support it.
    pub min_sources: usize,
    /// The id of the measure that it speaks of.
    pub measure: Option<String>,
    /// Labels.
    pub tags: Vec<String>,
    /// A remark.
    pub note: Option<String>,
}

/// Names that mean the same person, body or place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entity {
    /// The full name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The side that it belongs to.
    pub side: Option<String>,
    /// Offices and descriptions that stand for it.
    pub roles: Vec<String>,
}

/// A thing that several sources put figures on.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Unique among measures.
    pub id: String,
    /// What it is called in reports.
    pub title: Option<String>,
    /// The symbol of its unit, or the counted noun.
    pub unit: String,
    /// Each must be found; `|` separates alternatives.
    pub terms: Vec<String>,
    /// None of these may be found.
    pub without: Vec<String>,
    /// Who holds, does or suffers it.
    pub subject: Vec<String>,
    /// How far two honest estimates may lie apart, as a share of one.
    pub tolerance: Decimal,
    /// Whether it only ever rises (`rising`) or falls (`falling`).
    pub trend: Option<crate::extract::Trend>,
}

/// Figures that must add up.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Unique among relations.
    pub id: String,
    /// Measures joined by `+ - * /` and one `=`.
    pub equation: String,
    /// How far both sides may lie apart, as a share of one.
    pub tolerance: Decimal,
}

/// An inconsistency that the analysts know of and accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The inconsistency's stable id.
    pub id: String,
    /// Why it is accepted.
    pub reason: String,
    /// The last day on which it holds.
    pub until: Option<jiff::civil::Date>,
}

/// The words that claims and sources share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// Who and what.
    pub entities: Vec<Entity>,
    /// Groups of words that mean the same.
    pub synonyms: Vec<Vec<String>>,
}

/// Everything that the assertion files of a workspace say.
#[derive(Debug, Default)]
pub struct Claims {
    /// The assertions, by file and line.
    pub assertions: Vec<Assertion>,
    /// Entities and synonyms.
    pub words: Words,
    /// Measures.
    pub measures: Vec<Measure>,
    /// Relations.
    pub relations: Vec<Relation>,
    /// Waivers.
    pub waivers: Vec<Waiver>,
    /// What should be mended in the files.
    pub findings: Vec<Finding>,
}
