//! The kinds of inconsistency, and the rule that finds each.

use serde::Serialize;

use super::{age, attribution, conversion, copies, dating, derived, figures, headline, parts, quote_drift, spelling, weekday};

/// What kind of inconsistency it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Amounts that cannot hold together.
    Figures,
    /// Parts that do not add up to their total.
    PartsTotal,
    /// A relation that does not hold.
    Derived,
    /// An amount and its bracketed conversion.
    Conversion,
    /// The headline and the body.
    HeadlineBody,
    /// One utterance, worded differently.
    QuoteDrift,
    /// One utterance, two speakers.
    Attribution,
    /// A document dated before what it tells, or a date that its own words deny.
    Dating,
    /// A weekday that the date was not.
    Weekday,
    /// An age given twice.
    Age,
    /// One name, written differently where it is no transliteration.
    Spelling,
    /// Documents that are one text.
    Copies,
}

/// What there is to know of a kind of inconsistency.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The kind.
    pub kind: Kind,
    /// Its stable code, as in reports and waivers.
    pub code: &'static str,
    /// What it reports, what it lets pass, and why, in a few sentences.
    pub summary: &'static str,
    /// What it reports.
    pub reports: &'static [Example],
    /// What it leaves alone, though it looks alike.
    pub spares: &'static [Example],
}

/// Documents that show what a rule does, each with its day of publication.
pub type Example = &'static [(&'static str, &'static str)];

impl Rule {
    /// The rule of that code, or the only one whose code begins with `name`.
    pub fn named(name: &str) -> Option<&'static Self> {
        let exact = RULES.iter().find(|it| it.code == name);
        let mut alike = RULES.iter().filter(|it| !name.is_empty() && it.code.starts_with(name));
        exact.or_else(|| alike.next().filter(|_| alike.next().is_none()))
    }
}

/// Every rule, in the order of their kinds.
pub const RULES: &[Rule] = &[
    figures::RULE,
    parts::RULE,
    derived::RULE,
    conversion::RULE,
    headline::RULE,
    quote_drift::RULE,
    attribution::RULE,
    dating::RULE,
    weekday::RULE,
    age::RULE,
    spelling::RULE,
    copies::RULE,
];

impl Kind {
    /// What there is to know of it.
    ///
    /// # Panics
    ///
    /// Never: every kind has a rule, which a test holds.
    pub fn rule(self) -> &'static Rule {
        RULES.iter().find(|it| it.kind == self).expect("every kind has a rule")
    }

    /// Its stable code: `parts-total`.
    pub fn code(self) -> &'static str {
        self.rule().code
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    #[test]
    fn every_kind_has_one_rule() {
        for pair in RULES.windows(2) {
            assert!(pair[0].kind < pair[1].kind, "rules are sorted by kind, one each");
        }
        assert_eq!(RULES.len(), 12);
    }

    #[test]
    fn rules_report_and_spare_what_they_show() {
        // What a relation comes to depends on what is declared; it is tested beside its rule.
        for rule in RULES.iter().filter(|it| it.kind != Kind::Derived) {
            let told = |example: &Example| found(example).into_iter().filter(|it| it.starts_with(rule.code)).count();
            for example in rule.reports {
                assert_eq!(told(example), 1, "{} reports {example:?}", rule.code);
            }
            for example in rule.spares {
                let loud = |it: &String| it.starts_with(rule.code) && !it.contains(" Info: ");
                assert_eq!(found(example).iter().filter(|it| loud(it)).count(), 0, "{} spares {example:?}", rule.code);
            }
            assert!(rule.spares.len() > rule.reports.len(), "{} shows more near misses than hits", rule.code);
        }
    }

    #[test]
    fn a_rule_is_found_by_its_code_or_the_beginning_of_it() {
        assert_eq!(Rule::named("headline").map(|it| it.code), Some("headline-body"));
        assert_eq!(Rule::named("age").map(|it| it.code), Some("age"));
        assert_eq!(Rule::named("a").map(|it| it.code), None);
        assert_eq!(Rule::named("").map(|it| it.code), None);
    }
}
