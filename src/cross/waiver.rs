//! Waivers: inconsistencies that the analysts know of and accept.

use jiff::civil::Date;

use super::Inconsistency;
use crate::claim::Waiver;
use crate::corpus::Corpus;
use crate::finding::Finding;

/// The inconsistencies that no waiver accepts; a waiver that has expired, or that no inconsistency needs, is a finding.
///
/// Nothing is dated by the clock of the machine: a waiver has expired once a document of the corpus was published or
/// fetched after its last day.
pub(super) fn applied(found: Vec<Inconsistency>, waivers: &[Waiver], corpus: &Corpus, findings: &mut Vec<Finding>) -> Vec<Inconsistency> {
    let today = today(corpus);
    for waiver in waivers {
        let used = found.iter().any(|it| it.id == waiver.id);
        if !used {
            findings.push(
                Finding::warning("unused-waiver", format!("no inconsistency has the id `{}`", waiver.id))
                    .help("remove the waiver, or take the id from `onrecord conflicts`"),
            );
        } else if expired(waiver, today) {
            let until = waiver.until.map(|it| it.to_string()).unwrap_or_default();
            findings.push(
                Finding::warning("expired-waiver", format!("the waiver of `{}` held until {until}", waiver.id))
                    .help("look at the inconsistency again, and mend it or give a later `until`"),
            );
        }
    }
    let waived = |it: &Inconsistency| waivers.iter().any(|waiver| waiver.id == it.id && !expired(waiver, today));
    found.into_iter().filter(|it| !waived(it)).collect()
}

/// The latest day that the corpus knows of.
fn today(corpus: &Corpus) -> Option<Date> {
    let metadata = corpus.documents.iter().map(|it| &it.metadata);
    metadata.flat_map(|it| [it.published.map(|it| it.to), it.retrieved]).flatten().max()
}

fn expired(waiver: &Waiver, today: Option<Date>) -> bool {
    waiver.until.zip(today).is_some_and(|(until, today)| until < today)
}

#[cfg(test)]
mod tests {
    use super::super::{Corpus, find};
    use crate::claim::{Claims, Waiver};
    use crate::corpus::Document;
    use crate::extract::Period;

    const TEXT: &str = "The fire burned 800 square kilometers (509 square miles) of forest.";

    fn check(until: Option<&str>, id: Option<&str>, expected: (usize, &[&str])) {
        let documents = vec![Document::from_text("fire", TEXT, Period::parse("2025-03-01"))];
        let corpus = Corpus { documents, ..Corpus::default() };
        let mut claims = Claims::default();
        let known = find(&corpus, &claims).inconsistencies.remove(0).id;
        let until = until.and_then(Period::parse).map(|it| it.to);
        claims.waivers.push(Waiver { id: id.map_or(known, str::to_owned), reason: "known".into(), until });
        let crossing = find(&corpus, &claims);
        let codes: Vec<_> = crossing.findings.iter().map(|it| it.code).collect();
        assert_eq!((crossing.inconsistencies.len(), codes.as_slice()), expected);
    }

    #[test]
    fn a_waiver_holds_until_its_day() {
        check(None, None, (0, &[]));
        check(Some("2025-03-01"), None, (0, &[]));
        check(Some("2025-02-28"), None, (1, &["expired-waiver"]));
    }

    #[test]
    fn a_waiver_of_nothing_is_told() {
        check(None, Some("figures-00000000"), (1, &["unused-waiver"]));
    }
}
