//! JSON Schema of the files that people write, so that editors complete and check them.
//!
//! The shapes here only describe; reading is done key by key, to gather every mistake. A test holds the keys of both
//! together.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

/// The files that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Assertion files: `assertions/**/*.toml`.
    Assertions,
    /// Sidecars and front matter of documents.
    Document,
    /// `onrecord.toml`.
    Settings,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Assertions, Self::Document, Self::Settings];

    /// Its name, as in `assertions.schema.json`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Assertions => "assertions",
            Self::Document => "document",
            Self::Settings => "settings",
        }
    }
}

/// The JSON Schema of `kind`, draft 7, as text with a line end.
///
/// # Panics
///
/// Never: a schema is JSON.
pub fn schema(kind: Kind) -> String {
    let text = serde_json::to_string_pretty(&value(kind)).expect("a schema is JSON");
    text + "\n"
}

fn value(kind: Kind) -> Schema {
    let generator = SchemaSettings::draft07().with_transform(WithoutNull).into_generator();
    match kind {
        Kind::Assertions => generator.into_root_schema_for::<AssertionFile>(),
        Kind::Document => generator.into_root_schema_for::<DocumentFile>(),
        Kind::Settings => generator.into_root_schema_for::<SettingsFile>(),
    }
}

/// TOML has no null: a key is there, or it is not.
#[derive(Clone)]
struct WithoutNull;

impl Transform for WithoutNull {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if let Some(Value::Array(types)) = schema.get_mut("type") {
            types.retain(|it| it != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                schema.insert("type".to_owned(), only);
            }
        }
        if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
            choices.retain(|it| it.get("type").is_none_or(|it| it != "null"));
        }
        if let Some(Value::Array(values)) = schema.get_mut("enum") {
            values.retain(|it| !it.is_null());
        }
    }
}

/// Assertions, and the words they are written in.
#[derive(JsonSchema)]
#[schemars(title = "onrecord assertions", deny_unknown_fields)]
#[expect(dead_code, reason = "the shape describes a file and is never filled")]
struct AssertionFile {
    /// What a source is on record as saying, one claim each.
    assertion: Option<Vec<AssertionTable>>,
    /// Who and what: names that mean the same.
    entity: Option<Vec<EntityTable>>,
    /// Words that mean the same in claims and sources; inflections are understood.
    synonyms: Option<Vec<SynonymsTable>>,
    /// Things that several sources put figures on.
    measure: Option<Vec<MeasureTable>>,
    /// Figures that must add up.
    relation: Option<Vec<RelationTable>>,
    /// Inconsistencies that are known and accepted.
    waiver: Option<Vec<WaiverTable>>,
}

/// What a source is on record as saying.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Assertion")]
#[expect(dead_code, reason = "the shape describes a file and is never filled")]
struct AssertionTable {
    /// One line in the claim language: `speaker: words on date`.
    #[schemars(length(min = 1), extend("examples" = ["Holm: 64% rebuilt on 2025-02-20"]))]
    claim: String,
    /// Unique in the workspace. Default: the claim in plain letters.
    #[schemars(regex(pattern = r"^[A-Za-z0-9_][A-Za-z0-9._-]*$"))]
    id: Option<String>,
    /// A day, month, year or span, instead of a date in the claim.
    on: Option<Days>,
    /// Words that must stand in the evidence, word for word.
    #[schemars(length(min = 1))]
    quote: Option<String>,
    /// Document ids or globs over them: only these are asked.
    #[schemars(extend("examples" = [["coast-news-*"]]))]
    sources: Option<Vec<String>>,
    /// The verdict that passes, or a list of them. Default: supported.
    expect: Option<Expected>,
    /// The same qualifier too: "about 64%" no longer supports a bare 64%.
    strict: Option<bool>,
    /// How many independent documents must support it.
    #[schemars(rename = "min-sources", range(min = 1))]
    min_sources: Option<u32>,
    /// The id of the measure that it speaks of, for comparison across sources.
    measure: Option<String>,
    /// Labels, to choose assertions by.
    tags: Option<Vec<String>>,
    /// A remark.
    note: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(untagged, inline)]
#[expect(dead_code, reason = "the shape describes a file and is never filled")]
enum Expected {
    One(VerdictName),
    Several(#[schemars(length(min = 1))] Vec<VerdictName>),
}

#[derive(JsonSchema)]
#[schemars(rename = "Verdict", rename_all = "kebab-case")]
#[expect(dead_code, reason = "the shape describes a file and is never filled")]
enum VerdictName {
    /// A passage says so and nothing contradicts it.
    Supported,
    /// A passage says what cannot be true together with it, and none supports it.
    Contradicted,
    /// Both.
    Disputed,
    /// Neither.
    NotFound,
}

/// Names that mean the same person, body or place.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Entity")]
#[expect(dead_code, reason = "the shape describes a file and is never filled")]
struct EntityTable {
    /// The full name.
    #[schemars(length(min = 1))]
    name: String,
    /// Other names. The surname and plain spelling variants are understood without being listed.
    aliases: Option<Vec<String>>,
    /// The side that it belongs to.
    side: Option<String>,
    /// Offices and descriptions that stand for it.
    roles: Option<Vec<String>>,
}

/// Words that mean the same.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Synonyms")]
#[expect(dead_code, reason = "the shape describes a file and is never filled")]
struct SynonymsTable {
    /// Two words or more, in their plain forms.
    #[schemars(length(min = 2))]
    words: Vec<String>,
}

/// A thing that several sources put figures on.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Measure")]
#[expect(dead_code, reason = "the shape describes a file and is never filled")]
struct MeasureTable {
    /// Unique among measures, without blanks.
    #[schemars(regex(pattern = r"^\S+$"))]
    id: String,
    /// What it is called in reports.
    title: Option<String>,
    /// The unit of measure, or the singular of what is counted.
    #[schemars(length(min = 1))]
    unit: String,
    /// Each must be found, in any of its synonyms; `|` separates alternatives.
    terms: Vec<String>,
    /// None of these may be found.
    without: Option<Vec<String>>,
    /// Who holds, does or suffers it.
    subject: Option<Vec<String>>,
    /// How far two honest estimates may lie apart: "10%".
    tolerance: Option<Percent>,
    /// Whether it only ever rises or falls.
    trend: Option<TrendName>,
}

#[derive(JsonSchema)]
#[schemars(rename = "Trend", rename_all = "kebab-case")]
#[expect(dead_code, reason = "the shape describes a file and is never filled")]
enum TrendName {
    /// It never falls.
    Rising,
    /// It never rises.
    Falling,
}

/// Figures that must add up.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Relation")]
#[expect(dead_code, reason = "the shape describes a file and is never filled")]
struct RelationTable {
    /// Unique among relations.
    #[schemars(length(min = 1))]
    id: String,
    /// Measures joined by `+ - * /` and one `=`, with blanks around each.
    #[schemars(extend("examples" = ["harbour.unloaded / harbour.ships = harbour.load"]))]
    equation: String,
    /// How far both sides may lie apart: "5%".
    tolerance: Option<Percent>,
}

/// An inconsistency that is known and accepted.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Waiver")]
#[expect(dead_code, reason = "the shape describes a file and is never filled")]
struct WaiverTable {
    /// The id that the report gives.
    #[schemars(length(min = 1))]
    id: String,
    /// Why it is accepted.
    #[schemars(length(min = 1))]
    reason: String,
    /// The last day on which it holds.
    until: Option<Day>,
}

/// What is known of a source document.
#[derive(JsonSchema)]
#[schemars(title = "onrecord document", deny_unknown_fields)]
#[expect(dead_code, reason = "the shape describes a file and is never filled")]
struct DocumentFile {
    /// The headline or title.
    title: Option<String>,
    /// Who published it.
    publisher: Option<String>,
    /// Who wrote it, or the agency.
    author: Option<String>,
    /// Where it was found.
    url: Option<String>,
    /// A BCP 47 tag. Default: en.
    #[schemars(regex(pattern = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"))]
    language: Option<String>,
    /// Anything that a reader of the corpus should know.
    note: Option<String>,
    /// When it was published: a day, month, year or span.
    published: Option<Days>,
    /// When it was fetched.
    retrieved: Option<Day>,
    /// The NATO letter for the source: A (completely reliable) to E (unreliable), F (cannot be judged).
    #[schemars(regex(pattern = r"^[A-F]$"))]
    reliability: Option<String>,
    /// The SHA-256 of the text; a text that differs from it was edited.
    #[schemars(regex(pattern = r"^[0-9A-Fa-f]{64}$"))]
    sha256: Option<String>,
}

/// The settings of a workspace.
#[derive(JsonSchema)]
#[schemars(title = "onrecord settings", deny_unknown_fields)]
#[expect(dead_code, reason = "the shape describes a file and is never filled")]
struct SettingsFile {
    /// The folder of the source documents. Default: corpus.
    corpus: Option<String>,
    /// The folder of the assertion files. Default: assertions.
    assertions: Option<String>,
    /// The folder of the approved results. Default: snapshots.
    snapshots: Option<String>,
}

/// A TOML date.
#[derive(JsonSchema)]
#[schemars(extend("type" = "string", "pattern" = r"^\d{4}-\d{2}-\d{2}$"))]
#[expect(dead_code, reason = "the shape describes a value and is never filled")]
struct Day(String);

/// A TOML date, or text: "2025-02-20", "2025-02", "2025", "2025-02-10..2025-02-16".
#[derive(JsonSchema)]
#[schemars(extend("pattern" = r"^\d{4}(-\d{2}(-\d{2})?)?(\.\.\d{4}(-\d{2}(-\d{2})?)?)?$"))]
#[expect(dead_code, reason = "the shape describes a value and is never filled")]
struct Days(String);

/// A share in percent, as text: "10%".
#[derive(JsonSchema)]
#[schemars(extend("pattern" = r"^\d+(\.\d+)?\s?%$"))]
#[expect(dead_code, reason = "the shape describes a value and is never filled")]
struct Percent(String);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{assertion, load, words};
    use crate::{corpus, workspace};

    /// A TOML file as the checkers of editors see it: dates are text.
    fn json(source: &str) -> Value {
        fn plain(value: toml::Value) -> Value {
            match value {
                toml::Value::Datetime(date) => date.to_string().into(),
                toml::Value::Array(array) => array.into_iter().map(plain).collect(),
                toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, value)| (key, plain(value))).collect()),
                other => serde_json::to_value(other).unwrap(),
            }
        }
        plain(toml::Value::Table(source.parse().unwrap()))
    }

    fn is_valid(kind: Kind, source: &str) -> bool {
        let schema = value(kind).to_value();
        jsonschema::draft7::new(&schema).unwrap().is_valid(&json(source))
    }

    #[test]
    fn the_schema_takes_what_the_reader_takes() {
        let assertions = "[[assertion]]\nclaim = \"Holm: 64% rebuilt\"\nid = \"a.b\"\non = 2025-02-20\nexpect = [\"supported\", \"not-found\"]\n\
                          min-sources = 2\nstrict = true\nsources = [\"x-*\"]\n\n[[synonyms]]\nwords = [\"shut\", \"close\"]\n\n\
                          [[measure]]\nid = \"m\"\nunit = \"ship\"\nterms = [\"a|b\"]\ntolerance = \"2.5%\"\ntrend = \"rising\"\n";
        assert!(is_valid(Kind::Assertions, assertions));
        assert!(is_valid(Kind::Assertions, "[[assertion]]\nclaim = \"x\"\non = \"2025-02..2025-04\"\nexpect = \"disputed\"\n"));
        assert!(is_valid(Kind::Document, "title = \"x\"\npublished = 2025-02-20\nreliability = \"B\"\nlanguage = \"en-GB\"\n"));
        assert!(is_valid(Kind::Settings, "corpus = \"texts\"\n"));
    }

    #[test]
    fn the_schema_refuses_what_the_reader_refuses() {
        for source in [
            "[[assertion]]\nclaim = \"x\"\nexpct = \"supported\"\n",
            "[[assertion]]\nid = \"x\"\n",
            "[[assertion]]\nclaim = \"x\"\nexpect = \"true\"\n",
            "[[assertion]]\nclaim = \"x\"\nmin-sources = 0\n",
            "[[assertion]]\nclaim = \"x\"\non = \"last week\"\n",
            "[[asertion]]\nclaim = \"x\"\n",
            "[[measure]]\nid = \"m\"\nunit = \"ship\"\nterms = [\"a\"]\ntolerance = 0.1\n",
        ] {
            assert!(!is_valid(Kind::Assertions, source), "{source}");
        }
        assert!(!is_valid(Kind::Document, "publishd = 2025-02-20\n"));
        assert!(!is_valid(Kind::Document, "reliability = \"G\"\n"));
        assert!(!is_valid(Kind::Settings, "texts = \"x\"\n"));
    }

    #[test]
    fn the_schema_knows_no_null() {
        for kind in Kind::ALL {
            assert!(!schema(kind).contains("null"), "{}", kind.name());
        }
    }

    #[test]
    fn the_schema_has_the_keys_that_the_reader_has() {
        let keys = |schema: &Value, at: &str| {
            let mut keys: Vec<_> = schema.pointer(at).unwrap().as_object().unwrap().keys().cloned().collect();
            keys.sort();
            keys
        };
        let schema = value(Kind::Assertions).to_value();
        assert_eq!(keys(&schema, "/properties"), load::TABLES);
        assert_eq!(keys(&schema, "/definitions/Assertion/properties"), assertion::KEYS);
        assert_eq!(keys(&schema, "/definitions/Entity/properties"), words::ENTITY);
        assert_eq!(keys(&schema, "/definitions/Synonyms/properties"), words::SYNONYMS);
        assert_eq!(keys(&schema, "/definitions/Measure/properties"), words::MEASURE);
        assert_eq!(keys(&schema, "/definitions/Relation/properties"), words::RELATION);
        assert_eq!(keys(&schema, "/definitions/Waiver/properties"), words::WAIVER);
        assert_eq!(keys(&value(Kind::Document).to_value(), "/properties"), corpus::metadata::KEYS);
        assert_eq!(keys(&value(Kind::Settings).to_value(), "/properties"), workspace::KEYS);
    }
}
