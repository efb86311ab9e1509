//! One run of every kind of result, that every format renders.

use std::path::PathBuf;

use crate::claim::{Assertion, Claim, Claims, Verdict, read_sentence};
use crate::corpus::{Corpus, Document};
use crate::cross::{Cited, Inconsistency};
use crate::extract::{Interval, Period, Qualifier, Quantity, Reading, Unit, Value};
use crate::finding::{Finding, Place, Severity};
use crate::run::{Checked, Run};
use crate::snapshot::{Change, Kind};
use crate::text::Span;
use crate::verify::{Answer, Bearing, Evidence, Facets, Outcome};

const TEXT: &str = "Harbour reopens\n\nThe port handled about 40 tonnes of grain in May, Holm told reporters, \
and \u{1b}[31m<b>crews</b>\u{1b}[0m ##[error] cleared “the last” wreck.\n::error::The port was closed in June.\n";

/// A run with a claim that passes, one that fails, a hostile document, an inconsistency and a finding.
pub(super) fn run() -> Run {
    let mut document = Document::from_text("port/2024-06-03", TEXT, Period::parse("2024-06-03"));
    document.path = PathBuf::from("corpus/port/2024-06-03.txt");
    // Reports are the same whatever the reader reads.
    document.reading = Reading { quantities: vec![quantity()], ..Reading::default() };
    let outcome = |verdict, bearing, amount| Outcome {
        verdict,
        evidence: vec![evidence(bearing, amount)],
        notes: vec!["qualifier: the source says about 40 tonnes".to_owned()],
    };
    Run {
        corpus: Corpus { documents: vec![document], findings: Vec::new() },
        claims: Claims {
            assertions: vec![
                assertion("holm-40-tonnes", "Holm: 40 tonnes of grain"),
                assertion("holm-46-tonnes", "Holm: 46 tonnes of <i>grain</i>"),
            ],
            ..Claims::default()
        },
        checked: vec![
            Checked { assertion: 0, outcome: outcome(Verdict::Supported, Bearing::Supports, Answer::Agrees) },
            Checked { assertion: 1, outcome: outcome(Verdict::Contradicted, Bearing::Contradicts, Answer::Differs) },
        ],
        inconsistencies: vec![inconsistency()],
        timelines: Vec::new(),
        evaluations: Vec::new(),
        findings: vec![
            Finding::error("unknown-key", "unknown key `expct`")
                .at(Place { file: PathBuf::from("assertions/port.toml"), source: "expct = \"supported\"\n".into(), span: Span::new(0, 5) })
                .help("write `expect`"),
        ],
    }
}

/// A changed result, a new one, and one that nobody asks for.
pub(super) fn changes() -> Vec<Change> {
    let change = |kind, name: &str, assertion, old: Option<&str>, new: Option<&str>| Change {
        kind,
        name: name.to_owned(),
        assertion,
        source: "assertions/port.toml".to_owned(),
        expression: String::new(),
        old: old.map(str::to_owned),
        new: new.map(str::to_owned),
    };
    vec![
        change(Kind::Flipped, "port/holm-46-tonnes.snap", Some(1), Some("verdict  not-found"), Some("verdict  contradicted")),
        change(Kind::Orphan, "port/gone.snap", None, Some("verdict  supported"), None),
    ]
}

fn assertion(id: &str, claim: &str) -> Assertion {
    Assertion {
        id: id.to_owned(),
        file: PathBuf::from("assertions/port.toml"),
        group: "port".to_owned(),
        line: 2,
        claim: Claim { line: claim.to_owned(), ..read_sentence(claim) },
        quote: None,
        sources: Vec::new(),
        expect: vec![Verdict::Supported],
        strict: false,
        min_sources: 1,
        measure: None,
        tags: vec!["grain".to_owned()],
        note: None,
    }
}

fn quantity() -> Quantity {
    Quantity {
        span: words("about 40", "tonnes"),
        number: words("40", "40"),
        value: Value::One(40.into()),
        qualifier: Qualifier::About,
        interval: Interval::closed(38.into(), 42.into()),
        vague: false,
        trend: None,
        change: false,
        unit: Unit::count("tonne"),
        noun: None,
        converts: None,
    }
}

fn words(start: &str, end: &str) -> Span {
    let from = TEXT.find(start).expect("the words stand in the text");
    let to = TEXT.find(end).expect("the words stand in the text") + end.len();
    Span::new(from, to)
}

fn evidence(bearing: Bearing, amount: Answer) -> Evidence {
    Evidence {
        part: None,
        document: 0,
        span: words("The port handled", "wreck."),
        bearing,
        speaker: Some("Holm".to_owned()),
        amount: Some("about 40 tonnes".to_owned()),
        facets: Facets {
            speaker: Answer::Agrees,
            amount,
            topic: Answer::Agrees,
            place: Answer::Silent,
            period: Answer::Silent,
            polarity: Answer::Agrees,
        },
        reasons: if amount == Answer::Differs { vec!["about 40 tonnes, not 46 tonnes".to_owned()] } else { Vec::new() },
    }
}

fn inconsistency() -> Inconsistency {
    let cited = |span| Cited { document: 0, span, speaker: None, amount: None, said: None, as_of: Period::parse("2024-05") };
    Inconsistency {
        id: "figures-1".to_owned(),
        kind: crate::cross::Kind::Figures,
        severity: Severity::Warning,
        message: "open in May & closed in June".to_owned(),
        measure: None,
        statements: vec![cited(words("The port handled", "in May")), cited(words("::error::", "in June."))],
    }
}
