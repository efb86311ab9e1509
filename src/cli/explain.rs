//! `onrecord explain`: why a claim has its verdict.

use super::{BROKEN, Context, Failure, PASSED, output};
use crate::claim::{self, Assertion, Claim};
use crate::corpus;
use crate::cross::Rule;
use crate::report::explanation::{self, Explained, Subject};
use crate::report::{Format, finding, json, rule};
use crate::run::{Run, terms};
use crate::toml_file::did_you_mean;
use crate::verify::{Terms, Verifier};

/// Arguments of `explain`.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The id of an assertion, a part of one that only it has, a claim in quotes that need not be in a file, or a kind of
    /// inconsistency such as `figures`
    #[arg(value_name = "ID|CLAIM|KIND")]
    what: String,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<u8, Failure> {
    // A kind needs no workspace to be explained.
    if let Some(rule) = Rule::named(&arguments.what) {
        return explain_rule(context, rule);
    }
    let workspace = context.workspace()?;
    let corpus = corpus::load(&workspace);
    let claims = claim::load(&workspace, &corpus);
    let run = Run::of(&workspace, corpus, claims, &[], &|| ());
    context.tell_findings(&run.findings);
    let claim;
    let verifier = Verifier::new(&run.corpus, &run.claims.words);
    let (subject, explained) = if let Some(assertion) = named(&run.claims.assertions, &arguments.what)? {
        (Subject::of(assertion), explained(&verifier, &assertion.claim, &terms(assertion)))
    } else {
        claim = match claim::parse(&arguments.what, None, &run.claims.words) {
            Ok(claim) => claim,
            Err(findings) => {
                output::tell(&finding::render(&findings, context.style_of_errors()));
                return Ok(BROKEN);
            }
        };
        (Subject::of_claim(&claim), explained(&verifier, &claim, &Terms::default()))
    };
    for target in context.targets()? {
        let text = match (target.format, &target.file) {
            (Format::Text, None) => explanation::render(&subject, &explained, context.style()),
            (Format::Text, Some(_)) => explanation::render(&subject, &explained, context.style_of_files()),
            (Format::Json, _) => json::explanation(subject.line(), &explained),
            (other, _) => return Err(Failure::new(format!("an explanation is shown as text or json, not as {}", other.name()))),
        };
        output::deliver(target.file.as_deref(), &text)?;
    }
    Ok(if run.is_broken() { BROKEN } else { PASSED })
}

/// What a kind of inconsistency is.
fn explain_rule(context: &Context, rule: &Rule) -> Result<u8, Failure> {
    for target in context.targets()? {
        let style = if target.file.is_none() { context.style() } else { context.style_of_files() };
        let text = match target.format {
            Format::Text => rule::render(rule, style),
            other => return Err(Failure::new(format!("a kind of inconsistency is explained as text, not as {}", other.name()))),
        };
        output::deliver(target.file.as_deref(), &text)?;
    }
    Ok(PASSED)
}

fn explained<'c>(verifier: &Verifier<'c>, claim: &Claim, terms: &Terms<'_>) -> Explained<'c> {
    let outcome = verifier.weigh(claim, terms);
    Explained { corpus: verifier.corpus(), candidates: verifier.candidates(claim, terms), outcome }
}

/// The assertion with that id, or the only one that has it as a part of its id; none for a claim.
fn named<'a>(assertions: &'a [Assertion], what: &str) -> Result<Option<&'a Assertion>, Failure> {
    if what.trim().is_empty() {
        return Err(Failure::new(
            "name an assertion by its id, or write a claim in quotes, as in `onrecord explain \"Holm: 12 ships waited\"`",
        ));
    }
    if let Some(assertion) = assertions.iter().find(|it| it.id == what || it.claim.line == what) {
        return Ok(Some(assertion));
    }
    let alike: Vec<_> = assertions.iter().filter(|it| it.id.contains(what)).collect();
    match alike.as_slice() {
        // A claim has more than one word; one word is an id.
        [] if what.split_whitespace().count() < 2 => {
            let guess = did_you_mean(what, assertions.iter().map(|it| it.id.as_str()));
            let guess = if guess.is_empty() { ";" } else { guess.as_str() };
            Err(Failure::new(format!("no assertion has the id `{what}`{guess} `onrecord check -v` lists them all")))
        }
        [] => Ok(None),
        [one] => Ok(Some(one)),
        many => {
            let ids: Vec<_> = many.iter().take(5).map(|it| it.id.as_str()).collect();
            Err(Failure::new(format!("{} assertions have `{what}` in their id, among them {}; name one", many.len(), ids.join(", "))))
        }
    }
}
