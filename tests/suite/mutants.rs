//! The engine's own mutation test: a supported claim of the example, changed in one facet, may not stay supported.

use std::fmt::Write;
use std::path::Path;

use onrecord::claim::{self, Claim, Verdict};
use onrecord::corpus;
use onrecord::verify::{Terms, Verifier};
use onrecord::workspace::{Overrides, Workspace};

/// A way of making another claim of a claim's line; none where it has nothing to change.
struct Mutator {
    facet: &'static str,
    change: fn(&str) -> Option<String>,
}

const MUTATORS: [Mutator; 8] = [
    Mutator { facet: "amount", change: amount },
    Mutator { facet: "unit", change: unit },
    Mutator { facet: "qualifier", change: qualifier },
    Mutator { facet: "speaker", change: speaker },
    Mutator { facet: "date", change: date },
    Mutator { facet: "place", change: place },
    Mutator { facet: "party", change: party },
    Mutator { facet: "polarity", change: polarity },
];

#[test]
#[expect(clippy::print_stdout, reason = "the gate shows the figure")]
fn a_supported_claim_changed_in_one_facet_is_no_longer_supported() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workspace = Workspace::open(root, &Overrides::default()).expect("the example is a workspace");
    let corpus = corpus::load(&workspace);
    let claims = claim::load(&workspace, &corpus);
    let verifier = Verifier::new(&corpus, &claims.words);
    let weigh = |claim: &Claim| verifier.weigh(claim, &Terms::default()).verdict;
    let supported: Vec<_> = claims.assertions.iter().filter(|it| weigh(&it.claim) == Verdict::Supported).collect();
    assert!(supported.len() >= 20, "the example has claims to change");
    let (mut survivors, mut mutants) = (String::new(), 0);
    for assertion in supported {
        for mutator in &MUTATORS {
            let Some(line) = (mutator.change)(&assertion.claim.line) else { continue };
            let Ok(claim) = claim::parse(&line, None, &claims.words) else { continue };
            mutants += 1;
            if weigh(&claim) == Verdict::Supported {
                writeln!(survivors, "{}: {line}", mutator.facet).expect("a string takes all");
            }
        }
    }
    let count = survivors.lines().count();
    println!("mutants: {mutants}, still supported: {count} ({}%)", count * 100 / mutants.max(1));
    assert!(mutants >= 60, "only {mutants} mutants were made");
    assert!(survivors.is_empty(), "{count} of {mutants} mutants are still supported:\n{survivors}");
}

/// The first figure of the line that is no date, trebled; below an upper bound, a figure below one, since what is less than one is less than
/// three as well.
fn amount(line: &str) -> Option<String> {
    let figure = figure(line)?;
    let digits: String = figure.of(line).chars().filter(char::is_ascii_digit).collect();
    let value: u64 = digits.parse().ok().filter(|it| *it > 0)?;
    let bounded = ["less than", "fewer than", "at most", "up to"].iter().any(|it| line.contains(it)) && !line.contains("no fewer");
    let other = if bounded { format!("0.{}", value * 2) } else { (value * 3 + 1).to_string() };
    Some(replaced(line, figure, &other))
}

fn figure(line: &str) -> Option<onrecord::text::Span> {
    let reading = onrecord::extract::read(line, &onrecord::extract::Setting::default());
    let first = reading.quantities.first()?.number;
    first.of(line).bytes().all(|it| it.is_ascii_digit() || it == b',').then_some(first)
}

fn replaced(line: &str, span: onrecord::text::Span, with: &str) -> String {
    let (before, after) = (line.get(..span.start as usize), line.get(span.end as usize..));
    format!("{}{with}{}", before.unwrap_or_default(), after.unwrap_or_default())
}

fn unit(line: &str) -> Option<String> {
    let units = [("km²", "square miles"), ("%", " km²"), (" km ", " miles "), ("square miles", "km²")];
    units.iter().find_map(|(from, to)| line.contains(from).then(|| line.replacen(from, to, 1)))
}

fn qualifier(line: &str) -> Option<String> {
    let bounds = [("more than ", "less than "), ("over ", "less than "), ("at least ", "less than "), ("less than ", "more than ")];
    bounds.iter().find_map(|(from, to)| line.contains(from).then(|| line.replacen(from, to, 1)))
}

/// Another speaker of the example.
fn speaker(line: &str) -> Option<String> {
    let (name, words) = line.split_once(": ")?;
    let other = if name.contains("Smirnov") { "Rudskoi" } else { "Smirnov" };
    Some(format!("{other}: {words}"))
}

/// The first year of the line, three years earlier.
fn date(line: &str) -> Option<String> {
    let years = ["2024", "2025"];
    years.iter().find_map(|it| line.contains(it).then(|| line.replacen(it, if *it == "2024" { "2021" } else { "2022" }, 1)))
}

/// Another place of the example, for the first that the line names.
fn place(line: &str) -> Option<String> {
    let places = [("Kursk", "Sumy"), ("Sumy", "Kursk"), ("Sudzha", "Sumy"), ("Luhansk", "Kursk"), ("Donetsk", "Kursk"), ("Moscow", "Kyiv")];
    let words = line.split_once(": ").map_or(line, |it| it.1);
    let (from, to) = places.iter().filter(|it| words.contains(it.0)).min_by_key(|it| words.find(it.0))?;
    Some(format!("{}{}", line.strip_suffix(words)?, words.replacen(from, to, 1)))
}

/// The other party, for the first that the words name.
fn party(line: &str) -> Option<String> {
    let parties = [
        ("Russia", "Ukraine"),
        ("Ukraine", "Russia"),
        ("Ukrainian", "Russian"),
        ("Russian", "Ukrainian"),
        ("North Korean", "South Korean"),
    ];
    let words = line.split_once(": ").map_or(line, |it| it.1);
    let whole = |name: &str| {
        let found = words.match_indices(name).map(|it| it.0);
        found.into_iter().find(|at| !words.get(at + name.len()..).is_some_and(|it| it.starts_with(char::is_alphabetic)))
    };
    let (at, from, to) = parties.iter().filter_map(|(from, to)| Some((whole(from)?, from, to))).min()?;
    Some(format!("{}{}{to}{}", line.strip_suffix(words)?, words.get(..at)?, words.get(at + from.len()..)?))
}

/// The first plain past or present form of being or having, negated; and the other way round.
fn polarity(line: &str) -> Option<String> {
    let forms = [" has not ", " have not ", " is not ", " was not ", " were not ", " did not "];
    if let Some(form) = forms.iter().find(|it| line.contains(**it)) {
        return Some(line.replacen(form, form.strip_suffix("not ")?, 1));
    }
    let forms = [" has ", " have ", " is ", " was ", " were "];
    let form = forms.iter().find(|it| line.contains(**it))?;
    Some(line.replacen(form, &format!("{form}not "), 1))
}
