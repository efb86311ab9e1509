//! One run: load, verify, cross-check, sort.

use std::path::Path;

use rayon::prelude::*;

use crate::claim::{Assertion, Claims};
use crate::corpus::Corpus;
use crate::cross::{self, Evaluation, Inconsistency, Timeline};
use crate::finding::{Finding, Severity};
use crate::verify::{Outcome, Terms, Verifier};
use crate::workspace::Workspace;

/// Which assertions a run is about: all, or those that one of the filters names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    words: Vec<String>,
}

impl Filter {
    /// The assertions that one of `words` names: a part of the id, the claim or the file, or a tag; all where there are none.
    pub fn new<W: AsRef<str>>(words: &[W]) -> Self {
        Self { words: words.iter().map(|it| it.as_ref().to_lowercase()).collect() }
    }

    /// Whether it lets every assertion through.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether it lets `assertion` through.
    pub fn takes(&self, assertion: &Assertion) -> bool {
        let texts = [assertion.id.to_lowercase(), assertion.claim.line.to_lowercase(), file_name(&assertion.file).to_lowercase()];
        let names =
            |word: &String| texts.iter().any(|it| it.contains(word.as_str())) || assertion.tags.iter().any(|it| it.to_lowercase() == *word);
        self.is_empty() || self.words.iter().any(names)
    }

    /// The indices of the assertions that it lets through.
    pub fn chosen(&self, claims: &Claims) -> Vec<usize> {
        claims.assertions.iter().enumerate().filter(|(_, it)| self.takes(it)).map(|(index, _)| index).collect()
    }
}

/// A path as reports write it: with `/` on every system.
pub fn file_name(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// What one assertion came to.
#[derive(Debug)]
pub struct Checked {
    /// The index of the assertion in `claims.assertions`.
    pub assertion: usize,
    /// What weighing its claim came to.
    pub outcome: Outcome,
}

/// All that one run found out.
#[derive(Debug)]
pub struct Run {
    /// The documents.
    pub corpus: Corpus,
    /// The assertions and words.
    pub claims: Claims,
    /// What the chosen assertions came to, in the order of `claims.assertions`.
    pub checked: Vec<Checked>,
    /// What cannot all be true.
    pub inconsistencies: Vec<Inconsistency>,
    /// The figures that the sources put on each declared measure.
    pub timelines: Vec<Timeline>,
    /// What each declared relation comes to.
    pub evaluations: Vec<Evaluation>,
    /// What should be mended, of both corpus and assertions, sorted by place.
    pub findings: Vec<Finding>,
}

impl Run {
    /// Weighs the claims of the `chosen` assertions, on all cores, and looks for inconsistencies.
    ///
    /// `told` is called once for every claim weighed, from any thread.
    pub fn of(workspace: &Workspace, mut corpus: Corpus, mut claims: Claims, chosen: &[usize], told: &(dyn Fn() + Sync)) -> Self {
        let mut findings = workspace.findings.clone();
        findings.append(&mut corpus.findings);
        findings.append(&mut claims.findings);
        findings.extend(nothing(&corpus, &claims, &findings));
        findings.sort_by(|one, other| (&one.place, one.code, &one.message).cmp(&(&other.place, other.code, &other.message)));
        // An index of the corpus that no claim asks is work for nothing.
        let verifier = (!chosen.is_empty()).then(|| Verifier::new(&corpus, &claims.words));
        let weigh = |index: &usize| {
            let assertion = claims.assertions.get(*index)?;
            let outcome = verifier.as_ref()?.weigh(&assertion.claim, &terms(assertion));
            told();
            Some(Checked { assertion: *index, outcome })
        };
        let checked = chosen.par_iter().filter_map(weigh).collect();
        let mut crossing = cross::find(&corpus, &claims);
        findings.append(&mut crossing.findings);
        Self {
            checked,
            inconsistencies: crossing.inconsistencies,
            timelines: crossing.timelines,
            evaluations: crossing.evaluations,
            findings,
            corpus,
            claims,
        }
    }

    /// The chosen assertions with what they came to.
    pub fn results(&self) -> impl Iterator<Item = (&Assertion, &Outcome)> {
        self.checked.iter().filter_map(|it| Some((self.claims.assertions.get(it.assertion)?, &it.outcome)))
    }

    /// Whether something keeps the run from being trusted: a file that cannot be read or does not parse.
    pub fn is_broken(&self) -> bool {
        self.findings.iter().any(|it| it.severity == Severity::Error && it.code != REPEATED)
    }

    /// Whether something in the files is wrong, whether or not they could all be read.
    pub fn is_flawed(&self) -> bool {
        self.findings.iter().any(|it| it.severity == Severity::Error)
    }
}

/// The code of a finding that is wrong and yet keeps nothing from being read: an id used twice.
const REPEATED: &str = "duplicate-id";

/// What is missing where nothing else explains that there is nothing to read.
fn nothing(corpus: &Corpus, claims: &Claims, findings: &[Finding]) -> Option<Finding> {
    if findings.iter().any(|it| it.severity == Severity::Error) {
        return None;
    }
    if corpus.documents.is_empty() {
        return Some(
            Finding::warning("no-documents", "the corpus has no documents").help("put source documents there, as .txt, .md or .html"),
        );
    }
    let help = "write one, as in: [[assertion]] claim = \"Holm: 12 ships waited\"";
    claims.assertions.is_empty().then(|| Finding::warning("no-assertions", "there are no assertions").help(help))
}

/// What an assertion asks beyond its claim.
pub fn terms(assertion: &Assertion) -> Terms<'_> {
    Terms {
        quote: assertion.quote.as_deref(),
        sources: &assertion.sources,
        strict: assertion.strict,
        min_sources: assertion.min_sources,
        about: false,
    }
}

/// Whether the verdict is one that the assertion expects.
pub fn is_expected(assertion: &Assertion, outcome: &Outcome) -> bool {
    assertion.expect.contains(&outcome.verdict)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Verdict, read_sentence};

    fn check(words: &[&str], taken: bool) {
        let claim = read_sentence("Holm: 40,000 tonnes of grain");
        let assertion = Assertion {
            id: "holm-grain".to_owned(),
            file: "assertions/port/trade.toml".into(),
            group: "port/trade".to_owned(),
            line: 2,
            claim,
            quote: None,
            sources: Vec::new(),
            expect: vec![Verdict::Supported],
            strict: false,
            min_sources: 1,
            measure: None,
            tags: vec!["harvest".to_owned()],
            note: None,
        };
        assert_eq!(Filter::new(words).takes(&assertion), taken, "{words:?}");
    }

    #[test]
    fn a_filter_names_a_part_of_the_id_the_claim_or_the_file() {
        check(&["holm-g"], true);
        check(&["TONNES of"], true);
        check(&["port/trade"], true);
        check(&["ships", "grain"], true);
        check(&["ships"], false);
        check(&[], true);
    }

    #[test]
    fn a_tag_is_named_whole() {
        check(&["harvest"], true);
        check(&["harv"], false);
    }
}
