//! Who a mention is: the fullest name in the text.

use super::Rule;
use super::scan::Report;
use crate::text::Text;

pub(super) const RULE: Rule = Rule { name: "speaker", reads: &[], ignores: &[] };

/// The name behind each report, in order.
pub(super) fn names(text: &Text<'_>, reports: &[Report]) -> Vec<Option<String>> {
    reports.iter().map(|it| it.mention.map(|it| it.of(text.source).to_owned())).collect()
}
