//! Known gaps: claims on the example that do not yet get the verdict that a careful reader gives.
//!
//! They stand in `tests/gaps`, in the form of assertion files, with the verdict that is right. The snapshot shows today's; a mended
//! engine changes it, and the claim moves to `assertions/`.

use std::fmt::Write;
use std::path::Path;

use onrecord::claim::{Claims, Verdict};
use onrecord::run::{Filter, Run, is_expected};
use onrecord::workspace::{Overrides, Workspace};
use onrecord::{claim, corpus};

#[test]
fn every_known_gap_stands_as_approved() {
    let run = run();
    let mut shown = String::new();
    for (assertion, outcome) in run.results() {
        assert!(!is_expected(assertion, outcome), "`{}` is right now: move it to assertions/", assertion.claim.line);
        // A passage does support what should be disputed; the one that contradicts it was missed.
        let borne_out = outcome.verdict != Verdict::Supported || assertion.expect.contains(&Verdict::Disputed);
        assert!(borne_out, "`{}` is supported, though no passage says so", assertion.claim.line);
        let expected: Vec<_> = assertion.expect.iter().map(|it| it.name()).collect();
        writeln!(shown, "{} is {}, should be {}", assertion.claim.line, outcome.verdict, expected.join(" or "))
            .expect("a string takes all");
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gaps"));
    settings.bind(|| insta::assert_snapshot!("gaps", shown));
}

/// The gaps, held against the example with the example's words.
fn run() -> Run {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let example = Workspace::open(root, &Overrides::default()).expect("the example is a workspace");
    let gaps = Overrides { assertions: Some(root.join("tests/gaps")), ..Overrides::default() };
    let gaps = Workspace::open(root, &gaps).expect("the gaps are beside the example");
    let corpus = corpus::load(&example);
    let known = claim::load(&example, &corpus);
    let claims = Claims { words: known.words, measures: known.measures, ..claim::load(&gaps, &corpus) };
    let chosen = Filter::new::<&str>(&[]).chosen(&claims);
    Run::of(&example, corpus, claims, &chosen, &|| {})
}
